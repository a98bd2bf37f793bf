"""The stops of a bus's day: the same from facts in any order, none lost, none met twice, and nothing of another ride."""

import random

import pytest
from factkit import named, told
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.bus_counts import fold_counts
from checkin_app.domain.forum import Route, Stop, Words
from checkin_app.domain.ids import Instant, LogId, RouteId
from checkin_app.domain.problems_stops import RouteStopUnknown, StopIsLast
from checkin_app.domain.stops import (
    Skip,
    StopState,
    Visit,
    day_of,
    here,
    next_stop,
    place_of,
    stop_added,
    stop_moved,
    stop_removed,
    stop_renamed,
)

LOG = LogId("1" * 32)
PLACES = ("Dam", "Lock", "Museum", "Dam")
STOPS = tuple(Stop(Words({"zh": f"{name}站", "en": name})) for name in PLACES)
ROUTE = Route(RouteId("2"), Words({"en": "River"}), STOPS)


def story(*steps: tuple[str, dict], begin: int = 1, after: str = ""):
    """Return facts of which each names the one before it, an hour apart."""
    facts, known = [], [after] if after else []
    for number, (kind, body) in enumerate(steps, begin):
        fact = told(LOG, number, kind, {"after": known, **body}, at=number * 3_600_000, about="bus:2-1")
        facts.append((fact, {"reason": "because"} if "document" in body else {}))
        if not kind.startswith("bus.stop_"):
            known = [named(number)]
    return facts


def moved(state: str):
    return "bus.moved_to", {"state": state}


def skipped(stop: str):
    return "bus.stop_skipped", {"stop": stop, "document": "a" * 64}


RELEASED = ("bus.released", {"agreed": True, "by_self": False, "people": 40, "souls": 42, "unaccounted": []})
DAY = story(
    moved("boarding"), RELEASED, moved("departed"), ("bus.arrived", {"stop": "Dam站"}), moved("boarding"), RELEASED,
    moved("departed"), skipped("Lock站"), ("bus.arrived", {"stop": "Tea house"}),
)  # fmt: skip


@given(st.randoms(use_true_random=False), st.integers(0, len(DAY)))
def test_a_day_folds_to_the_same_in_any_order(chance: random.Random, some: int) -> None:
    facts = [*DAY, *DAY[:some]]
    chance.shuffle(facts)
    assert fold_counts(facts) == fold_counts(DAY)


def test_a_day_tells_where_the_bus_was_when_and_how_many_were_counted_there() -> None:
    counts = fold_counts(DAY)
    hours = [(each.stop, each.arrived, each.left, each.people) for each in counts.visits]
    hour = 3_600_000
    assert hours == [("", None, 3 * hour, 40), ("Dam站", 4 * hour, 7 * hour, 40), ("Tea house", 9 * hour, None, None)]
    day = day_of(STOPS, counts.visits, counts.skips)
    assert [(each.name, each.state.value) for each in day] == [
        ("Dam站", "left"), ("Tea house", "here"), ("Lock站", "skipped"), ("Museum站", "ahead"), ("Dam站", "ahead"),
    ]  # fmt: skip
    assert [each.planned is not None for each in day] == [True, False, True, True, True]
    assert next_stop(day) == day[3]
    assert here(counts.visits) == counts.visits[-1]


@given(st.lists(st.sampled_from([*PLACES, "Tea house", ""])), st.lists(st.sampled_from(PLACES)))
def test_no_stop_is_lost_and_none_is_met_twice(visited, passed) -> None:
    visits = [
        Visit(stop, named(number), Instant(number), named(number), Instant(number))
        for number, stop in enumerate(visited)
    ]
    day = day_of(STOPS, [Visit(), *visits], [Skip(named(90 + each), stop, "") for each, stop in enumerate(passed)])
    assert sorted(id(each.planned) for each in day if each.planned) == sorted(map(id, STOPS))
    assert sum(each.visit is not None for each in day) == len(visits)
    ids = [*map(id, STOPS)]
    ahead = [ids.index(id(each.planned)) for each in day if each.planned and each.visit is None]
    assert ahead == sorted(ahead)


def test_what_was_taken_back_is_as_if_it_had_not_been() -> None:
    undone = story(("bus.arrival_undone", {"fact": named(9)}), begin=10, after=named(9))
    assert fold_counts([*DAY, *undone]).visits == fold_counts(DAY[:8]).visits
    left = story(("bus.departure_undone", {"fact": named(7)}), begin=10, after=named(7))
    assert here(fold_counts([*DAY[:7], *left]).visits) == fold_counts(DAY[:6]).visits[-1]
    assert not fold_counts([*DAY, *story(("bus.stop_restored", {"fact": named(8)}), begin=10)]).skips


def test_doors_that_were_opened_on_the_way_make_a_stop_without_a_name() -> None:
    opened = fold_counts(story(moved("boarding"), RELEASED, moved("departed"), moved("boarding")))
    assert [(each.stop, each.arrived) for each in opened.visits] == [("", None), ("", Instant(4 * 3_600_000))]


def test_a_stop_is_passed_by_on_the_ride_of_which_it_was_said_and_on_no_other() -> None:
    first = story(skipped("Lock站"), moved("ready"), moved("boarding"))
    assert [each.stop for each in fold_counts(first).skips] == ["Lock站"]
    practice = story(moved("boarding"), skipped("Lock站"), moved("planned"))
    assert fold_counts(practice[:2]).skips
    assert not fold_counts(practice).skips
    today = story(skipped("Museum站"), moved("boarding"), begin=4, after=named(3))
    assert [each.stop for each in fold_counts([*practice, *today]).skips] == ["Museum站"]


def test_why_a_bus_is_held_is_known_as_long_as_it_is() -> None:
    held = story(moved("boarding"), ("bus.held", {"document": "a" * 64}), moved("boarding"))
    assert [fold_counts(held[:number]).held for number in (1, 2, 3)] == ["", "because", ""]


@pytest.mark.parametrize("state", sorted(StopState))
def test_a_stop_is_meant_by_its_number_or_its_name_in_any_language_and_only_while_it_is_ahead(state) -> None:
    day = day_of(STOPS, [Visit("dam ", named(1), Instant(1))], [Skip(named(2), "Lock", "")])
    assert place_of(day, "2") == place_of(day, "lock站") == place_of(day, " LOCK ") == day[1]
    assert [place_of(day, each) for each in ("1", "0", "9", "²", "Tea house", "99999")] == [None] * 6
    assert place_of(day, "Dam") == day[3]  # the second time
    found = place_of(day, "2", frozenset({state}))
    assert (found == day[1]) is (state is StopState.SKIPPED)


@given(st.integers(1, 4), st.integers(1, 4))
def test_a_stop_that_is_moved_keeps_the_order_of_the_others(number, to) -> None:
    changed = stop_moved(ROUTE, number, to)
    assert changed[to - 1] is STOPS[number - 1]
    assert [each for each in changed if each is not STOPS[number - 1]] == list(stop_removed(ROUTE, number))


@given(st.integers(0, 5))
def test_a_stop_is_added_where_it_is_wanted_else_as_the_last(at) -> None:
    more = Stop(Words({"en": "Tea house"}))
    changed = stop_added(ROUTE, more, at)
    assert changed[at - 1] is more
    assert tuple(each for each in changed if each is not more) == STOPS


@pytest.mark.parametrize("wrong", [-1, 6, 99])
def test_a_place_that_a_route_has_not_is_a_clear_sentence(wrong) -> None:
    for change in (lambda: stop_added(ROUTE, STOPS[0], wrong), lambda: stop_moved(ROUTE, wrong, 1),
                   lambda: stop_moved(ROUTE, 1, wrong), lambda: stop_removed(ROUTE, wrong),
                   lambda: stop_renamed(ROUTE, wrong, STOPS[0])):  # fmt: skip
        with pytest.raises(RouteStopUnknown):
            change()


@given(st.integers(1, len(STOPS)))
def test_a_stop_is_renamed_in_its_place(number) -> None:
    other = Stop(Words({"zh": "茶楼", "en": "Tea rooms"}))
    changed = stop_renamed(ROUTE, number, other)
    assert changed[number - 1] is other
    assert [each for each in changed if each is not other] == list(stop_removed(ROUTE, number))


def test_the_only_stop_of_a_route_is_not_taken_away() -> None:
    with pytest.raises(StopIsLast):
        stop_removed(Route(ROUTE.id, ROUTE.name, STOPS[:1]), 1)
