"""Contradictions are settled by a choice, which is an entry: nothing is deleted, and it can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from postkit import Post

from checkin_app.domain.buses import BusState
from checkin_app.domain.contradictions import Conflict, Effect, Standing, choices
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, ContradictionId, bus_checkpoint
from checkin_app.domain.jobs import JobState
from checkin_app.domain.outcomes import Answer, Reason
from checkin_app.domain.problems_records import (
    ChoiceNotOffered,
    ContradictionMoved,
    NothingToSettle,
    SettledForGood,
    SettledSince,
)
from checkin_app.domain.walk_in_numbers import LETTERS
from checkin_app.services.exchange import exchange
from checkin_app.services.scanning import How

OPENING = CheckpointId("opening")
ONE, OTHER = BusCode("2-1"), BusCode("2-2")


@dataclass
class Apart:
    """Two laptops that know the same people and buses, and not of each other what they do next."""

    here: Post
    there: Post

    @property
    def both(self) -> tuple[Post, Post]:
        return self.here, self.there

    def meet(self) -> None:
        exchange(self.here.station, self.there.station)


@pytest.fixture
def apart(new_post: Callable[[str], Post]) -> Apart:
    here, there = new_post("here"), new_post("there")
    for code in (ONE, OTHER):
        here.bus(code, usable=2, licensed=3)
    exchange(here.station, there.station)
    return Apart(here, there)


def _guest(apart: Apart, **more: Any):
    guest = apart.here.register("Odile Marchetti", **more)
    apart.meet()
    return guest


def _board(post: Post, guest, bus: BusCode) -> Reason:
    outcome = post.station.scanning.enter(guest.id, bus_checkpoint(bus), How.FOUND)
    if outcome.decision.reason is Reason.BOARDED:
        return Reason.BOARDED
    return post.station.scanning.answer(outcome.fact_id, Answer.BOARD_HERE).decision.reason


def _two_buses(apart: Apart) -> None:
    guest = _guest(apart)
    assert {_board(apart.here, guest, ONE), _board(apart.there, guest, OTHER)} == {Reason.BOARDED}


def _two_lists(apart: Apart) -> None:
    guest = _guest(apart)
    apart.here.station.dispatch.assign(guest.id, ONE)
    apart.there.station.dispatch.assign(guest.id, OTHER)


def _two_places(apart: Apart) -> None:
    guest = _guest(apart)
    for post in apart.both:
        assert post.station.scanning.scan([post.code(guest)], OPENING).decision.reason is Reason.ADMITTED


def _two_badges(apart: Apart) -> None:
    guest = _guest(apart)
    for post in apart.both:
        post.station.badges.replace(guest.id, "lost", 1)


def _old_badge(apart: Apart) -> None:
    guest = _guest(apart)
    apart.here.station.badges.replace(guest.id, "lost", 1)
    apart.there.clock.at += 1000
    assert apart.there.station.scanning.scan([apart.there.code(guest)], OPENING).decision.reason is Reason.ADMITTED


def _two_edits(apart: Apart) -> None:
    guest = _guest(apart)
    apart.here.station.people.amend(guest.id, {"phone": "135 0000 8126"})
    apart.there.station.people.amend(guest.id, {"phone": "135 0000 8127"})


def _two_edits_of_a_bus(apart: Apart) -> None:
    bus = next(each.bus for each in apart.here.station.buses() if each.bus.code == ONE)
    apart.here.station.dispatch.amend_bus(replace(bus, bay="B7"))
    apart.there.station.dispatch.amend_bus(replace(bus, bay="B9"))


def _two_states(apart: Apart) -> None:
    apart.here.station.dispatch.move_to(ONE, BusState.FINAL_CALL)
    apart.there.move(ONE, BusState.DEPARTED)


def _two_states_of_a_badge(apart: Apart) -> None:
    guest = _guest(apart)
    apart.here.station.badges.revoke(guest.id, "lost")
    apart.meet()
    apart.here.station.badges.restore(guest.id, "found")
    apart.there.station.badges.restore(guest.id, "found again")
    apart.there.station.badges.revoke(guest.id, "stolen")


def _two_states_of_a_job(apart: Apart) -> None:
    guest = _guest(apart)
    job = apart.here.station.badges.print(guest.id, "desk").job
    apart.here.station.badges.job_changed(job.id, JobState.UNKNOWN)
    apart.meet()
    apart.here.station.badges.job_changed(job.id, JobState.CONFIRMED)
    apart.there.station.badges.job_changed(job.id, JobState.FAILED_SAFE)


def _two_records(apart: Apart) -> None:
    twice, one, other = (apart.here.register(name) for name in ("Odile M", "Odile Marchetti", "Odile Marceau"))
    apart.meet()
    apart.here.station.merges.merge(twice.id, one.id)
    apart.there.station.merges.merge(twice.id, other.id)


def _listed(apart: Apart, count: int) -> list[Delegate]:
    guests = [apart.here.register(f"Guest {number}") for number in range(count)]
    for guest in guests:
        apart.here.station.dispatch.assign(guest.id, ONE)
    apart.meet()
    return guests


def _overbooked(apart: Apart) -> None:
    guests = _listed(apart, 3)
    _board(apart.here, guests[0], ONE)
    apart.meet()
    for post, guest in zip(apart.both, guests[1:], strict=True):
        assert _board(post, guest, ONE) is Reason.BOARDED


def _over_the_licence(apart: Apart) -> None:
    guests = _listed(apart, 4)
    for post, some in zip(apart.both, (guests[:2], guests[2:]), strict=True):
        for guest in some:
            assert _board(post, guest, ONE) is Reason.BOARDED


def _one_number(apart: Apart) -> None:
    guests = [post.register(f"Guest {number}") for number, post in enumerate(apart.both)]
    apart.meet()
    _renumber(apart.there, guests[1], guests[0].badge_no)


def _renumber(post: Post, guest, number: str) -> None:
    post.station.people.amend(guest.id, {"badge_no": number})


def _one_code(apart: Apart) -> None:
    for number, post in enumerate(apart.both):
        post.register(f"Guest {number}", aliases=("TICKET-9",))


MAKERS = [
    _two_buses,
    _two_lists,
    _two_places,
    _two_badges,
    _old_badge,
    _two_edits,
    _two_edits_of_a_bus,
    _two_states,
    _two_states_of_a_badge,
    _two_states_of_a_job,
    _two_records,
    _overbooked,
    _one_number,
    _one_code,
]


def _only(post: Post) -> Conflict:
    (conflict,) = post.station.queries.conflicts()
    return conflict


def _same_on_both(apart: Apart) -> Conflict:
    apart.meet()
    here, there = _only(apart.here), _only(apart.there)
    assert (here, choices(here)) == (there, choices(there))
    for post in apart.both:
        post.station.upkeep.check()
    return here


@pytest.mark.parametrize("make", MAKERS)
def test_every_choice_settles_on_both_laptops_and_can_be_taken_back_but_for_a_void_badge(apart: Apart, make) -> None:
    make(apart)
    before = _same_on_both(apart)
    said = {claim["value"] for claim in before.claims}
    for choice in choices(before):
        apart.here.clock.at += 1000
        apart.here.station.settling.settle(before.id, choice.key, before.facts)
        apart.meet()
        if choice.effect is Effect.WAIT:
            assert _same_on_both(apart).standing is Standing.WAITING
        else:
            for post in apart.both:
                assert post.station.queries.conflicts() == [], choice
                (settled,) = post.station.queries.settled(10)
                assert (settled.id, settled.kind, settled.answers[-1].choice) == (before.id, before.kind, choice.key)
                post.station.upkeep.check()
        if choice.lasts:
            with pytest.raises(SettledForGood):
                apart.there.station.settling.undo(before.id)
            return
        apart.there.clock.at += 1000
        apart.there.station.settling.undo(before.id)
        after = _same_on_both(apart)
        assert after.standing is Standing.UNDONE
        assert {claim["value"] for claim in after.claims} == said
        assert [each.key for each in choices(after)] == [each.key for each in choices(before)]


@pytest.mark.parametrize("make", MAKERS)
def test_settled_in_two_ways_apart_it_returns_with_both_answers_until_settled_once_more(apart: Apart, make) -> None:
    make(apart)
    before = _same_on_both(apart)
    keys = [choices(before)[0].key, choices(before)[1].key]
    for post, key in zip(apart.both, keys, strict=True):
        post.station.settling.settle(before.id, key)
    after = _same_on_both(apart)
    assert (after.id, after.kind, after.standing) == (before.id, before.kind, Standing.OPEN)
    assert {each.choice for each in after.answers} == set(keys)
    assert {each.station for each in after.answers} == {post.station.station.id for post in apart.both}
    apart.here.station.settling.settle(before.id, choices(after)[0].key)
    apart.meet()
    for post in apart.both:
        assert post.station.queries.conflicts() == []
        post.station.upkeep.check()


def test_two_people_are_given_two_numbers_where_each_laptop_lets_the_other_keep_theirs(apart: Apart) -> None:
    """Also where one letter stands for both: of 21 that is so of every twenty-first pair."""
    mine, theirs = apart.here.register("Guest 0"), apart.there.register("Guest 1")
    while int(theirs.id, 16) % len(LETTERS) != int(mine.id, 16) % len(LETTERS):
        theirs = apart.there.register("Guest 1")
    apart.meet()
    _renumber(apart.there, theirs, mine.badge_no)
    before = _same_on_both(apart)
    for post, choice in zip(apart.both, choices(before)[:2], strict=True):
        post.station.settling.settle(before.id, choice.key)
    assert _same_on_both(apart).id == before.id, "and no second one comes of it"
    numbers = {apart.here.station.queries.card(each.id).delegate.badge_no for each in (mine, theirs)}
    assert len(numbers) == 2


@pytest.mark.parametrize("make", MAKERS)
def test_settled_alike_apart_it_is_settled_and_taken_back_once(apart: Apart, make) -> None:
    make(apart)
    before = _same_on_both(apart)
    choice = choices(before)[0]
    for post in apart.both:
        post.station.settling.settle(before.id, choice.key)
    apart.meet()
    assert not [each for post in apart.both for each in post.station.queries.conflicts()]
    apart.here.station.settling.undo(before.id)
    assert _same_on_both(apart).standing is Standing.UNDONE


def _said_aboard(post: Post) -> list[tuple[str, str]]:
    """Return how many are aboard each bus, as its figure says and as its manifest does."""
    counts = post.station.buses()
    return [(each.tally.aboard_said, post.station.manifest(each.bus.code).tally.aboard_said) for each in counts]


def test_until_it_is_settled_the_figures_of_both_buses_tell_both(apart: Apart) -> None:
    _two_buses(apart)
    _board(apart.here, _guest(apart), ONE)
    conflict = _same_on_both(apart)
    apart.here.station.settling.settle(conflict.id, Effect.WAIT)
    apart.meet()
    for post in apart.both:
        assert _said_aboard(post) == [("1–2", "1–2"), ("0–1", "0–1")]
    chosen = next(each for each in choices(conflict) if each.value == OTHER)
    apart.here.station.settling.settle(conflict.id, chosen.key)
    apart.meet()
    for post in apart.both:
        assert _said_aboard(post) == [("1", "1"), ("1", "1")]


def test_who_is_on_two_buses_is_on_the_chosen_one_alone(apart: Apart) -> None:
    _two_buses(apart)
    conflict = _same_on_both(apart)
    apart.there.station.settling.settle(conflict.id, choices(conflict)[1].key)
    apart.meet()
    for post in apart.both:
        aboard = {each.bus.code: each.aboard for each in post.station.buses()}
        assert aboard == {choices(conflict)[0].value: 0, choices(conflict)[1].value: 1}


def test_what_is_heard_after_a_settlement_opens_it_again(apart: Apart, new_post: Callable[[str], Post]) -> None:
    third = new_post("third")
    guest = _guest(apart)
    exchange(apart.here.station, third.station)
    for post in (*apart.both, third):
        post.station.scanning.scan([post.code(guest)], OPENING)
    conflict = _same_on_both(apart)
    apart.here.station.settling.settle(conflict.id, Effect.BOTH)
    exchange(apart.here.station, third.station)
    (again,) = apart.here.station.queries.conflicts()
    assert (again.id, again.standing, len(again.claims)) == (conflict.id, Standing.OPEN, 3)


def test_a_choice_is_refused_where_more_was_heard_than_was_looked_at_or_there_is_none(apart: Apart) -> None:
    _two_lists(apart)
    conflict = _same_on_both(apart)
    settle = apart.here.station.settling.settle
    with pytest.raises(ContradictionMoved):
        settle(conflict.id, "1", conflict.facts[:1])
    for key in ("9", "0", "both", "this:nothing", ""):
        with pytest.raises(ChoiceNotOffered):
            settle(conflict.id, key)
    with pytest.raises(NothingToSettle):
        settle(ContradictionId("0" * 16), "1")
    settle(conflict.id, "1")
    with pytest.raises(NothingToSettle):
        settle(conflict.id, "1")


def test_what_rests_on_a_settlement_keeps_it_from_being_taken_back(apart: Apart) -> None:
    _two_edits(apart)
    conflict = _same_on_both(apart)
    apart.here.station.settling.settle(conflict.id, "1")
    apart.here.station.people.amend(conflict.subject, {"phone": "135 0000 9999"})
    with pytest.raises(SettledSince):
        apart.here.station.settling.undo(conflict.id)
    assert apart.here.station.queries.conflicts() == []


def test_no_bus_is_left_with_more_than_its_licensed_seats(apart: Apart) -> None:
    _over_the_licence(apart)
    conflict = _same_on_both(apart)
    assert [each.effect for each in choices(conflict)] == [Effect.OFF, Effect.WAIT]
    apart.here.station.settling.settle(conflict.id, Effect.OFF)
    left = _same_on_both(apart)
    assert (left.subject, left.may_stay) == (ONE, True), "of the usable seats there is still one too few"
    apart.here.station.settling.settle(left.id, Effect.OFF)
    apart.meet()
    assert [each.aboard for each in apart.there.station.buses()] == [2, 0]
    assert not apart.there.station.queries.conflicts()


def test_a_void_badge_that_was_scanned_before_it_was_void_contradicts_nothing(apart: Apart) -> None:
    guest = _guest(apart)
    assert apart.there.station.scanning.scan([apart.there.code(guest)], OPENING).decision.reason is Reason.ADMITTED
    apart.here.clock.at += 1000
    apart.here.station.badges.replace(guest.id, "lost", 1)
    apart.meet()
    assert not [each for post in apart.both for each in post.station.queries.conflicts()]


def test_what_each_laptop_had_heard_is_told_of_both_claims(apart: Apart) -> None:
    guest = _guest(apart)
    apart.here.clock.at += 60_000
    apart.here.station.people.amend(guest.id, {"title": "Director"})  # unheard of there
    _board(apart.here, guest, ONE)
    _board(apart.there, guest, OTHER)
    conflict = _same_on_both(apart)
    heard = apart.there.station.queries.heard(conflict)
    own = next(
        place for place, claim in enumerate(conflict.claims) if claim["station"] == apart.there.station.station.id
    )
    here = apart.here.station.station.id
    assert heard[own][here] < apart.here.clock.at, "the edit came after the meeting"
    assert set(heard[1 - own]) <= {apart.there.station.station.id}
