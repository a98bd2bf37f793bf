"""Second choices: as many as can be have a seat, and of these the fewest go to their second choice."""

from collections import Counter
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId, RouteId
from checkin_app.domain.planning.choices import Choice, to_second

ROUTES = [RouteId(each) for each in "123"]
CHOICES = st.lists(
    st.tuples(st.sampled_from("AB"), st.permutations(ROUTES), st.booleans()), max_size=7
).map(
    lambda some: [
        Choice(delegation, DelegateId(f"{n:02}"), routes[0], routes[1], on_second)
        for n, (delegation, routes, on_second) in enumerate(some)
    ]
)  # fmt: skip
SEATS = st.fixed_dictionaries({route: st.integers(0, 4) for route in ROUTES})


def _demand(choices: list[Choice], fixed: dict[RouteId, int]) -> Counter[RouteId]:
    return Counter(each.first for each in choices) + Counter(fixed)


def _seated(choices, gone, fixed, seats) -> int:
    on = Counter(each.second if each.delegate in gone else each.first for each in choices) + Counter(fixed)
    return sum(min(on[route], seats[route]) for route in ROUTES)


@settings(deadline=None)
@given(CHOICES, SEATS, SEATS)
def test_as_many_as_can_be_are_seated_and_as_few_as_can_be_go(choices, fixed, seats) -> None:
    gone = to_second(choices, _demand(choices, fixed), seats)
    best = (0, 0)
    for goes in product((False, True), repeat=len(choices)):
        some = {each.delegate for each, go in zip(choices, goes, strict=True) if go}
        best = max(best, (_seated(choices, some, fixed, seats), -len(some)))
    assert (_seated(choices, gone, fixed, seats), -len(gone)) == best


@given(CHOICES, SEATS)
def test_the_same_choices_are_settled_alike_in_any_order(choices, seats) -> None:
    demand = _demand(choices, {})
    assert to_second(choices, demand, seats) == to_second(choices[::-1], demand, seats)


def test_somebody_on_a_full_route_makes_room_for_one_who_comes_there() -> None:
    one, two = (Choice("A", DelegateId(n), RouteId(n), RouteId(m)) for n, m in (("1", "2"), ("2", "3")))
    demand = Counter({RouteId("1"): 1, RouteId("2"): 1})
    assert to_second([one, two], demand, {RouteId("1"): 0, RouteId("2"): 1, RouteId("3"): 1}) == {"1", "2"}


def test_who_stands_on_a_list_there_goes_before_others_and_a_delegation_goes_whole() -> None:
    few = Choice("Few", DelegateId("f"), RouteId("1"), RouteId("2"))
    many = [Choice("Many", DelegateId(f"m{n}"), RouteId("1"), RouteId("2")) for n in range(3)]
    there = Choice("Few", DelegateId("x"), RouteId("1"), RouteId("2"), on_second=True)
    seats = {RouteId("1"): 1, RouteId("2"): 9}
    assert to_second([few, *many, there], Counter({RouteId("1"): 5}), seats) == {"x", "m0", "m1", "m2"}
