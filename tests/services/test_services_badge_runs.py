"""A bulk run prints each badge that is meant once, what belongs together on one pile."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, Instant, JobId, RouteId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.movements import Movements
from checkin_app.domain.problems_records import BadgeLeftInFile
from checkin_app.domain.rides import Ride
from checkin_app.services.badge_runs import BadgeRun, Batch, RunOrder, RunWish, batches, count_run, owe_run
from checkin_app.services.badges import Owed
from checkin_app.services.ports.badges import Job
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


class Ledger:
    """Owes badges; those of some are out, or left in a file."""

    def __init__(self, out: set[str], in_file: set[str]) -> None:
        self.out, self.in_file, self.asked = out, in_file, list[str]()

    def print(self, delegate: DelegateId, printer: str) -> Owed:
        self.asked.append(delegate)
        if delegate in self.in_file:
            raise BadgeLeftInFile(number="1")
        state = JobState.CONFIRMED if delegate in self.out else JobState.QUEUED
        return Owed(Job(JobId(delegate), delegate, 1, printer, state, "", Instant(0)), frozenset())


_NUMBERS = st.sets(st.integers(0, 29).map(lambda number: f"{number:016x}"))


@given(
    cards=_CARDS, order=st.sampled_from(RunOrder), out=_NUMBERS, in_file=_NUMBERS, end=st.none() | st.integers(0, 30)
)
def test_a_run_owes_what_is_not_out_and_a_page_comes_before_the_first_of_each_pile_that_is_printed(
    cards: list[DelegateCard], order: RunOrder, out: set[str], in_file: set[str], end: int | None
) -> None:
    ledger, pages = Ledger(out, in_file), list[tuple[str, Batch]]()
    chosen = batches(cards, RunWish(), order)
    told: list[tuple[int, int]] = []
    done = owe_run(
        ledger, chosen, "Label",
        lambda who, _issue, batch: pages.append((who, batch)),
        (lambda done, whole: told.append((done, whole)), lambda: end is not None and len(told) >= end),
    )  # fmt: skip
    everybody = [card.delegate.id for batch in chosen for card in batch.cards]
    looked_at = everybody if end is None else everybody[:end]
    assert ledger.asked == looked_at
    assert done.stopped == (len(looked_at) < len(everybody))
    fresh = [each for each in looked_at if each not in out | in_file]
    assert (done.owed, done.before) == (len(fresh), len(looked_at) - len(fresh))
    assert [each for each, _ in told] == [*range(1, len(looked_at) + 1)]
    # Whichever page comes out does so before the first of its pile that has not come out yet, and no pile has two.
    for batch in chosen:
        first = next((card.delegate.id for card in batch.cards if card.delegate.id in fresh), None)
        assert [who for who, of in pages if of == batch and who in fresh] == ([first] if first else [])


@given(cards=_CARDS, wish=st.builds(RunWish, _FEW, _FEW, _FEW), out=_NUMBERS)
def test_what_a_run_would_be_is_counted_as_it_is_done(cards: list[DelegateCard], wish: RunWish, out: set[str]) -> None:
    count = count_run(cards, BadgeRun(wish), {(DelegateId(each), 1) for each in out})
    ledger = Ledger(out, set())
    done = owe_run(ledger, batches(cards, wish, RunOrder.DELEGATION), "P", lambda *_: None, (lambda *_: None, bool))
    assert (count.badges, count.before) == (len(ledger.asked), done.before)
    assert set(count.delegations) == {card.delegate.delegation for card in cards} - {""}
