"""A bus is counted blind by two, released by who may, emptied and closed: on real stores, by operators and without."""

from dataclasses import replace

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.head_counts import Crew, Method, Outcome
from checkin_app.domain.ids import BusCode
from checkin_app.domain.movements import Direction
from checkin_app.domain.operators import Objection
from checkin_app.domain.problems import BusCannotBecome, FieldInvalid, UnknownBus
from checkin_app.domain.problems_counts import (
    CountedOut,
    DoorsVoid,
    MoreThanLicensed,
    NameTheUnaccounted,
    NotAboard,
    NotCounted,
    NothingToReview,
    OthersMustCount,
    ReleasedByRider,
)
from checkin_app.domain.problems_operators import RoleMayNot, SecondIsFirst, SecondPersonNeeded
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.exchange import exchange
from checkin_app.services.proofs import PinHeld
from checkin_app.services.scanning import How

BUS, OTHER = BusCode("2-1"), BusCode("2-2")


def operator(post, name):
    return next(each for each in post.station.queries.operators() if each.name == name)


def held(post, name):
    known = operator(post, name)
    return PinHeld(known.id, known.pin)


def sign_in(post, name):
    post.station.signing_in.sign_in(held(post, name))


def board(post, number: int):
    """Put some guests aboard bus 2-1."""
    people = [post.register(f"Guest {each}") for each in range(number)]
    post.bus("2-1")
    for each in people:
        post.station.dispatch.assign(each.id, BUS)
        post.station.scanning.scan((post.code(each),), "bus:2-1")
    return people


def count(post, *pair: int, by=("Ann", "Bo")):
    for counter, people in zip(by, pair, strict=True):
        post.station.head_counts.count(BUS, counter, people)
    return post.station.head_counts.of(BUS).judged


def state(post):
    return post.station.head_counts.of(BUS).bus.state


@pytest.fixture
def full(post):
    """Return a post with five guests aboard bus 2-1, and no operators."""
    return post, board(post, 5)


@pytest.fixture
def led(post):
    people = [("Lena", "lead"), ("Oto", "duty_officer"), ("Dina", "route_dispatcher"), ("Cora", "coordinator")]
    for name, role in people:
        post.station.operators.add(name, OperatorRole(role))
        post.station.operators.set_pin(operator(post, name).id, f"h{name}")
        sign_in(post, "Lena")
    guests = board(post, 5)
    sign_in(post, "Cora")
    return post, guests


def test_without_operators_two_named_people_count_and_the_bus_is_released_emptied_and_closed(full) -> None:
    post, _ = full
    counts = post.station.head_counts
    counts.count(BUS, "Ann", 5)
    waiting = counts.of(BUS)
    assert (waiting.bus.state, waiting.judged.entered.counter) == (BusState.COUNTING, "Ann")
    assert (waiting.judged.souls, waiting.judged.outcome) == (None, None)
    with pytest.raises(NotCounted):
        counts.release(BUS)
    counts.count(BUS, "Bo", 5)
    counts.release(BUS)
    post.station.dispatch.move_to(BUS, BusState.DEPARTED)
    post.station.dispatch.move_to(BUS, BusState.RETURNED)
    counts.empty(BUS, "Ann")
    counts.close(BUS)
    told = counts.of(BUS)
    assert (told.bus.state, told.emptied_by, told.tallies) == (BusState.CLOSED, "Ann", True)
    post.station.upkeep.check()


def test_44_scanned_and_counted_44_and_43_is_counted_again_and_43_twice_waits_for_the_duty_officer(led) -> None:
    """The scene of the acceptance, with five guests for forty-four."""
    post, guests = led
    counts = post.station.head_counts
    assert count(post, 5, 4).outcome is Outcome.DIFFER
    with pytest.raises(NotCounted):
        counts.release(BUS)
    with pytest.raises(OthersMustCount):
        count(post, 4, 4)
    counts.count(BUS, "Cy", 4)
    for name in ("Cora", "Dina"):
        sign_in(post, name)
        with pytest.raises(RoleMayNot, match="tally"):
            counts.release(BUS, unaccounted=[guests[0].id], reason="not found")
    sign_in(post, "Oto")
    with pytest.raises(NameTheUnaccounted, match="1"):
        counts.release(BUS, reason="not found")
    with pytest.raises(NotAboard):
        counts.release(BUS, unaccounted=[post.register("Elsewhere").id], reason="not found")
    with pytest.raises(FieldInvalid):
        counts.release(BUS, unaccounted=[guests[0].id])
    counts.release(BUS, unaccounted=[guests[0].id], reason="not found")
    (release,) = counts.of(BUS).releases
    assert (release.unaccounted, release.reason, release.people, release.souls) == ((guests[0].id,), "not found", 4, 5)
    assert state(post) is BusState.RELEASED
    post.station.upkeep.check()


def test_a_coordinator_closes_no_bus_that_does_not_tally_and_only_a_dispatcher_opens_a_closed_one_with_a_reason(
    led,
) -> None:
    post, guests = led
    counts = post.station.head_counts
    count(post, 4, 4)
    sign_in(post, "Oto")
    counts.release(BUS, unaccounted=[guests[0].id], reason="not found")
    sign_in(post, "Cora")
    for each in (BusState.DEPARTED, BusState.RETURNED):
        post.station.dispatch.move_to(BUS, each)
    counts.empty(BUS, "Cora")
    with pytest.raises(RoleMayNot, match="tally"):
        counts.close(BUS)
    sign_in(post, "Oto")
    counts.close(BUS)
    with pytest.raises(BusCannotBecome):
        counts.empty(BUS, "Oto")
    sign_in(post, "Cora")
    with pytest.raises(RoleMayNot):
        counts.reopen(BUS, "a bag was left")
    sign_in(post, "Dina")
    with pytest.raises(FieldInvalid):
        counts.reopen(BUS, " ")
    counts.reopen(BUS, "a bag was left")
    assert (state(post), counts.of(BUS).reopened) == (BusState.EMPTIED, ("a bag was left",))
    post.station.upkeep.check()


def test_a_coordinator_closes_no_bus_that_never_left_and_that_people_are_aboard(led) -> None:
    post, guests = led
    counts = post.station.head_counts
    post.station.dispatch.move_to(BUS, BusState.PLANNED)
    assert not counts.of(BUS).tallies
    with pytest.raises(RoleMayNot, match="tally"):
        counts.close(BUS)
    post.station.dispatch.open_doors(BUS)
    for each in guests:
        post.station.scanning.enter(each.id, "bus:2-1", How.FOUND, Direction.OUT)
    post.station.dispatch.move_to(BUS, BusState.PLANNED)
    counts.close(BUS)
    assert state(post) is BusState.CLOSED


def test_alone_and_offline_a_coordinator_and_a_second_person_release_and_it_is_amber_until_a_dispatcher_reviews(
    led,
) -> None:
    post, _ = led
    counts = post.station.head_counts
    count(post, 5, 5)
    with pytest.raises(RoleMayNot, match="release"):
        counts.release(BUS)
    with pytest.raises(SecondPersonNeeded):
        counts.release(BUS, by_self=True)
    with pytest.raises(SecondIsFirst, match="Cora"):
        counts.release(BUS, by_self=True, proof=held(post, "Cora"))
    counts.release(BUS, by_self=True, proof=held(post, "Dina"))
    assert [each.is_amber for each in counts.of(BUS).releases] == [True]
    with pytest.raises(RoleMayNot):
        counts.review(BUS)
    sign_in(post, "Dina")
    counts.review(BUS)
    assert [each.is_amber for each in counts.of(BUS).releases] == [False]
    with pytest.raises(NothingToReview):
        counts.review(BUS)
    assert post.station.queries.not_applied() == []


def test_a_click_of_somebody_who_had_not_heard_of_the_release_does_not_make_it_void(led) -> None:
    post, _ = led
    count(post, 5, 5)
    with pytest.raises(DoorsVoid):
        post.station.dispatch.click_to(BUS, BusState.BOARDING)
    sign_in(post, "Dina")
    post.station.head_counts.release(BUS)
    with pytest.raises(DoorsVoid, match="void"):
        post.station.dispatch.click_to(BUS, BusState.BOARDING)
    assert state(post) is BusState.RELEASED
    post.station.dispatch.move_to(BUS, BusState.BOARDING)
    assert state(post) is BusState.BOARDING


def test_who_is_aboard_does_not_release_the_bus(led) -> None:
    post, guests = led
    sign_in(post, "Lena")
    post.station.operators.change(operator(post, "Dina").id, badge=guests[1].id)
    sign_in(post, "Dina")
    count(post, 5, 5)
    with pytest.raises(ReleasedByRider, match="Dina"):
        post.station.head_counts.release(BUS)


def test_who_never_got_off_at_a_rehearsal_is_not_aboard_on_the_day(led) -> None:
    post, _ = led
    sign_in(post, "Lena")
    practised = post.register("Practised")
    post.station.operators.change(operator(post, "Dina").id, badge=practised.id)
    post.clock.at -= 2 * 86_400_000
    post.bus("2-2")
    post.station.dispatch.assign(practised.id, OTHER)
    post.station.scanning.enter(practised.id, "bus:2-2", How.FOUND)
    post.station.dispatch.move_to(OTHER, BusState.PLANNED)
    post.clock.at += 2 * 86_400_000
    assert [each.rehearsal for each in post.card(practised).movements.aboard] == [True]
    post.station.dispatch.open_doors(OTHER)
    for each in ("Ann", "Bo"):
        post.station.head_counts.count(OTHER, each, 0)
    sign_in(post, "Dina")
    post.station.head_counts.release(OTHER)
    assert post.station.head_counts.of(OTHER).bus.state is BusState.RELEASED


def test_no_bus_is_released_with_more_people_than_it_is_licensed_for_whatever_was_agreed(full) -> None:
    post, _ = full
    post.station.head_counts.crew(BUS, {Crew.STAFF: 7, Crew.DRIVER: 1})
    assert count(post, 13, 13).outcome is Outcome.AGREED
    post.station.dispatch.move_to(BUS, BusState.BOARDING)
    post.station.head_counts.crew(BUS, {Crew.STAFF: 8})
    assert count(post, 14, 14).outcome is Outcome.AGREED
    with pytest.raises(MoreThanLicensed, match="13"):
        post.station.head_counts.release(BUS)
    post.station.head_counts.crew(BUS, {Crew.STAFF: 7})
    with pytest.raises(MoreThanLicensed):  # nor does a reason help
        post.station.head_counts.release(BUS, reason="in a hurry")
    post.station.dispatch.move_to(BUS, BusState.BOARDING)
    count(post, 13, 13)
    post.station.head_counts.release(BUS)


def test_a_bus_on_which_no_two_counts_are_alike_leaves_only_where_all_are_named_who_cannot_be_aboard(led) -> None:
    post, guests = led
    counts = post.station.head_counts
    for pair in (("Ann", "Bo"), ("Cy", "Di"), ("Ed", "Flo")):
        judged = count(post, 3, 2, by=pair)
    assert judged.outcome is Outcome.UNRESOLVED
    sign_in(post, "Oto")
    for few in (0, 1):
        with pytest.raises(NameTheUnaccounted, match="2"):
            counts.release(BUS, unaccounted=[each.id for each in guests[:few]], reason="late")
    counts.release(BUS, unaccounted=[each.id for each in guests[:2]], reason="late")
    assert len(counts.of(BUS).releases[0].unaccounted) == 2


def test_a_bus_that_laptops_moved_apart_leaves_by_release_all_the_same(led, new_post) -> None:
    post, _ = led
    second = new_post("second")
    exchange(post.station, second.station)
    sign_in(second, "Cora")
    post.station.dispatch.move_to(BUS, BusState.FINAL_CALL)
    second.clock.at += 1000
    second.station.head_counts.count(BUS, "Ann", 5)
    exchange(post.station, second.station)
    assert len(post.station.queries.conflicts()) == 1
    for beyond in (BusState.DEPARTED, BusState.RETURNED):
        with pytest.raises(BusCannotBecome):
            post.station.dispatch.move_to(BUS, beyond)
    post.station.dispatch.move_to(BUS, BusState.FINAL_CALL)  # what a laptop said, a person says is true
    assert (state(post), post.station.queries.conflicts()) == (BusState.FINAL_CALL, [])


def test_who_counted_wrong_corrects_it_until_the_other_has_counted(full) -> None:
    post, _ = full
    counts = post.station.head_counts
    counts.count(BUS, "Ann", 4)
    counts.count(BUS, "ann", 5)
    counts.count(BUS, "Bo", 5)
    told = counts.of(BUS).judged
    assert [each.people for each in told.finished[0]] == [5, 5]
    with pytest.raises(CountedOut):
        counts.count(BUS, "Cy", 5)


def test_who_is_alone_counts_heads_and_calls_the_roll(full) -> None:
    post, _ = full
    post.station.head_counts.count(BUS, "Ann", 5)
    post.station.head_counts.count(BUS, "Ann", 5, Method.ROLL)
    assert post.station.head_counts.of(BUS).judged.outcome is Outcome.AGREED


def test_the_crew_is_counted_too_and_doors_opened_again_ask_for_a_new_count(full) -> None:
    post, _ = full
    counts = post.station.head_counts
    counts.crew(BUS, {Crew.DRIVER: 1, Crew.INTERPRETER: 1})
    assert count(post, 7, 7).outcome is Outcome.AGREED
    counts.release(BUS)
    post.station.dispatch.move_to(BUS, BusState.BOARDING)
    assert counts.of(BUS).judged.finished == ()
    assert count(post, 6, 6).outcome is Outcome.SHORT
    with pytest.raises(BusCannotBecome):
        post.bus("2-2", opened=False)
        counts.count(BusCode("2-2"), "Ann", 0)
    for bad in (-1, 201):
        with pytest.raises(FieldInvalid):
            counts.count(BUS, "Cy", bad)


def test_two_laptops_count_one_bus_and_come_to_the_same_and_a_release_by_one_revoked_meanwhile_is_not_applied(
    led, new_post
) -> None:
    post, _ = led
    second = new_post("second")
    post.station.head_counts.count(BUS, "Ann", 5)
    exchange(post.station, second.station)
    sign_in(second, "Dina")
    second.clock.at += 1000
    second.station.head_counts.count(BUS, "Bo", 5)
    sign_in(post, "Lena")
    post.clock.at += 60_000
    post.station.operators.revoke(operator(post, "Dina").id, "badge lost")
    second.clock.at += 120_000
    second.station.head_counts.release(BUS)
    exchange(post.station, second.station)
    for each in (post, second):
        told = each.station.head_counts.of(BUS)
        assert (told.judged.outcome, told.bus.state, told.releases) == (Outcome.AGREED, BusState.COUNTING, ())
        assert [one.why for one in each.station.queries.not_applied()] == [Objection.REVOKED]
        each.station.upkeep.check()
    assert post.station.queries.folded().fold_hash == second.station.queries.folded().fold_hash


def test_a_bus_is_counted_released_and_closed_without_the_figures_of_any_other(post) -> None:
    board(post, 2)
    post.bus("2-2")

    def all_buses():
        raise AssertionError("a head count asked for every bus")

    counts = replace(post.station.head_counts, figures=all_buses)
    counts.count(BUS, "Ann", 2)
    counts.count(BUS, "Bo", 2)
    assert counts.of(BUS).judged.outcome is Outcome.AGREED
    counts.release(BUS)
    post.station.dispatch.move_to(BUS, BusState.DEPARTED)
    post.station.dispatch.move_to(BUS, BusState.RETURNED)
    counts.empty(BUS, "Ann")
    counts.close(BUS)
    assert state(post) is BusState.CLOSED
    with pytest.raises(UnknownBus):
        counts.of(BusCode("9-9"))
    with pytest.raises(UnknownBus):
        counts.count(BusCode("9-9"), "Ann", 1)
