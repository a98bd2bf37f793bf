"""A bulk run prints each badge that is meant once, what belongs together on one pile."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, RouteId
from checkin_app.domain.movements import Movements
from checkin_app.domain.rides import Ride
from checkin_app.services.badge_runs import RunOrder, RunWish, batches
from checkin_app.services.ports.people import DelegateCard

_FEW = st.sampled_from(["", "a", "b"])


def _card(number: int, row: tuple[str, str, str, str, bool]) -> DelegateCard:
    delegation, category, route, bus, revoked = row
    who = Delegate(
        DelegateId(f"{number:016x}"), f"Guest {number % 7}", delegation=delegation, category=CategoryId(category),
        route=RouteId(route), badge_no=f"{number * 37 % 101}",
    )  # fmt: skip
    return DelegateCard(who, BadgeStanding(revoked=revoked), Movements(ride=Ride(bus=BusCode(bus) if bus else None)))


_CARDS = st.lists(st.tuples(_FEW, _FEW, _FEW, _FEW, st.booleans()), max_size=30).map(
    lambda rows: sorted(
        (_card(number, row) for number, row in enumerate(rows)), key=lambda card: card.delegate.delegation
    )
)


@given(cards=_CARDS, wish=st.builds(RunWish, _FEW, _FEW, _FEW), order=st.sampled_from(RunOrder))
def test_each_badge_that_is_meant_lies_once_on_one_pile_of_its_kind(
    cards: list[DelegateCard], wish: RunWish, order: RunOrder
) -> None:
    piles = batches(cards, wish, order)
    printed = [card for pile in piles for card in pile.cards]
    meant = [
        card
        for card in cards
        if not card.badge.revoked
        and wish.delegation in {"", card.delegate.delegation}
        and wish.category in {"", card.delegate.category}
        and wish.route in {"", card.delegate.route}
    ]
    assert sorted(card.delegate.id for card in printed) == sorted(card.delegate.id for card in meant)
    titles = [pile.title for pile in piles]
    if order in {RunOrder.DELEGATION, RunOrder.BUS}:
        assert len(set(titles)) >= len(titles) - 1  # those of none may share the title of the run
    else:
        assert len(piles) <= 1
    if order is RunOrder.NUMBER:
        numbers = [int(card.delegate.badge_no) for card in printed]
        assert numbers == sorted(numbers)


@given(cards=_CARDS)
def test_whoever_has_no_seat_comes_after_every_bus(cards: list[DelegateCard]) -> None:
    buses = [card.movements.bus or "~" for pile in batches(cards, RunWish(), RunOrder.BUS) for card in pile.cards]
    assert buses == sorted(buses)
