"""Whose clock runs ahead decides nothing: who knew decides, and the clock comes back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.domain.buses import BY_ITS_OWN_WAY, Bus, BusState
from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.hlc import MAX_AHEAD_MS, wall
from checkin_app.domain.ids import BusCode, CheckpointId, bus_checkpoint, job_subject
from checkin_app.domain.jobs import FOLLOWING, JobState
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.problems import BusAlready, BusCannotBecome, JobCannotBecome
from checkin_app.domain.problems_records import RevokedAlready
from checkin_app.domain.problems_rides import ListedAlready
from checkin_app.services.exchange import exchange

BUS = BusCode("2-1")
SIX_MINUTES = MAX_AHEAD_MS + 60 * 1000
"""Further ahead than anybody follows, and little enough that nobody notices."""
TWENTY_MINUTES = 20 * 60 * 1000
DAY = 24 * 60 * 60 * 1000


def _bus(post) -> Bus:
    return next(count.bus for count in post.station.queries.buses(rehearsal=False) if count.bus.code == BUS)


def _state(post) -> BusState:
    return _bus(post).state


def _facts(post):
    return post.station.merging.log.above({}, 10_000).facts


def _stamp(post, delegate) -> int:
    """Return the wall clock of the stamp under which somebody was registered."""
    return next(wall(fact.hlc) for fact in _facts(post) if fact.subject == f"delegate:{delegate.id}")


@pytest.fixture
def two(new_post: Callable):
    """Two laptops of one forum; the first opened bus 2-1 under a clock twenty minutes ahead, then they met."""
    ahead, right = new_post("ahead"), new_post("right")
    ahead.clock.at += TWENTY_MINUTES
    ahead.bus("2-1")
    ahead.clock.at -= TWENTY_MINUTES
    exchange(ahead.station, right.station)
    return ahead, right


def test_a_bus_that_is_sent_off_is_off_though_its_doors_were_opened_by_a_fast_clock(two) -> None:
    ahead, right = two
    assert _state(right) is BusState.BOARDING
    right.clock.at += 1000
    right.move(BUS, BusState.DEPARTED)
    exchange(ahead.station, right.station)
    guest = right.register()
    for post in two:
        assert _state(post) is BusState.DEPARTED
        post.station.upkeep.check()
        scan = post.station.scanning.scan((right.code(guest),), bus_checkpoint(BUS))
        assert scan.decision.reason is Reason.BUS_LEFT


def _move(state: BusState) -> Callable:
    return lambda post, _guest: post.move(BUS, state)


def _plate(plate: str) -> Callable:
    return lambda post, _guest: post.station.dispatch.amend_bus(replace(_bus(post), plate=plate))


def _list_on(bus: BusCode | None) -> Callable:
    return lambda post, guest: post.station.dispatch.assign(guest.id, bus)


@pytest.mark.parametrize(("first", "then", "read", "last"), [
    (_move(BusState.FINAL_CALL), _move(BusState.DEPARTED), lambda post, _: _bus(post).state, BusState.DEPARTED),
    (_move(BusState.DEPARTED), _move(BusState.BOARDING), lambda post, _: _bus(post).state, BusState.BOARDING),
    (_plate("B 12"), _plate("B 13"), lambda post, _: _bus(post).plate, "B 13"),
    (_list_on(BUS), _list_on(None), lambda post, guest: post.card(guest).movements.bus, None),
])  # fmt: skip
def test_a_clock_six_minutes_fast_overrules_nobody_who_had_heard_it(
    new_post: Callable, first: Callable, then: Callable, read: Callable, last: object
) -> None:
    ahead, right = new_post("ahead"), new_post("right")
    ahead.bus("2-1")
    guest = ahead.register()
    exchange(ahead.station, right.station)
    ahead.clock.at += SIX_MINUTES
    first(ahead, guest)
    exchange(ahead.station, right.station)
    assert read(right, guest) == read(ahead, guest) != last
    right.clock.at += 1000
    then(right, guest)
    exchange(ahead.station, right.station)
    assert [read(post, guest) for post in (ahead, right)] == [last, last]
    assert not right.station.queries.conflicts()
    right.station.upkeep.check()


def test_a_clock_that_was_once_wrong_comes_back_at_the_next_fact(new_post: Callable) -> None:
    post, right = new_post("desk"), new_post("right")
    post.clock.at += DAY
    early = post.register()
    assert _stamp(post, early) == post.clock.at
    post.clock.at -= DAY
    late = post.register()
    assert _stamp(post, late) == post.clock.at
    by_log: dict[str, list[int]] = {}
    for fact in _facts(post):
        by_log.setdefault(fact.log_id, []).append(fact.hlc)
    assert all(stamps == sorted(set(stamps)) for stamps in by_log.values())
    exchange(post.station, right.station)
    right.clock.at += 1000
    assert _stamp(right, right.register()) == right.clock.at
    for each in (post, right):
        each.station.upkeep.check()
        assert each.card(early).delegate == early
        assert each.card(late).delegate == late


def test_a_clock_that_was_once_wrong_comes_back_when_the_store_is_opened_anew(post, tmp_path: Path) -> None:
    post.clock.at += DAY
    stations.new_station(tmp_path / "wrong", "gstf-2024", "desk", "", post.clock)
    post.clock.at -= DAY
    opened = stations.opened(tmp_path / "wrong", post.clock)
    again = replace(post, station=opened.station)
    assert _stamp(again, again.register()) == post.clock.at
    opened.store.close()


def test_a_clock_that_steps_back_a_little_keeps_its_stamps_growing(post) -> None:
    first = post.register()
    logs = {fact.log_id for fact in _facts(post)}
    post.clock.at -= MAX_AHEAD_MS
    second = post.register()
    assert {fact.log_id for fact in _facts(post)} == logs
    assert _stamp(post, second) >= _stamp(post, first) > post.clock.at


def test_what_a_fast_clock_wrote_before_it_came_back_is_followed_by_what_came_after(post) -> None:
    post.clock.at += DAY
    post.bus("2-1")
    guest = post.register()
    post.station.dispatch.assign(guest.id, BUS)
    post.clock.at -= DAY
    post.move(BUS, BusState.DEPARTED)
    assert _state(post) is BusState.DEPARTED
    post.station.dispatch.assign(guest.id, None)
    assert post.card(guest).movements.bus is None
    assert post.station.people.amend(guest.id, {"title": "Chair"}).delegate.title == "Chair"
    assert post.card(guest).delegate.title == "Chair"
    post.station.upkeep.check()


def test_a_job_goes_the_way_that_was_recorded_though_a_fast_clock_owed_it(post) -> None:
    post.clock.at += TWENTY_MINUTES
    guest = post.register()
    job = post.station.badges.print(guest.id, "badges").job
    post.clock.at -= TWENTY_MINUTES
    for state in (JobState.RENDERED, JobState.SENDING, JobState.SENT):
        post.station.badges.job_changed(job.id, state)
        assert post.station.queries.jobs(1)[0].state == state
    assert post.station.badges.print(guest.id, "badges").job.id == job.id
    post.station.upkeep.check()


def test_a_job_belongs_to_the_laptop_that_owed_it_whatever_the_clocks_say(new_post: Callable) -> None:
    here, there = new_post("here"), new_post("there")
    here.clock.at += TWENTY_MINUTES
    guest = here.register()
    job = here.station.badges.print(guest.id, "badges").job
    exchange(here.station, there.station)
    there.station.badges.job_changed(job.id, JobState.FAILED_SAFE, "told")
    exchange(here.station, there.station)
    assert [each.id for each in here.station.queries.own_jobs({JobState.FAILED_SAFE})] == [job.id]
    assert not there.station.queries.own_jobs({JobState.FAILED_SAFE})


def test_a_job_never_leaves_the_way_that_the_ledger_knows(post) -> None:
    job = post.station.badges.print(post.register().id, "badges").job
    for state in set(JobState) - FOLLOWING[JobState.QUEUED]:
        with pytest.raises(JobCannotBecome):
            post.station.badges.job_changed(job.id, state)
    assert post.station.queries.jobs(1)[0].state == JobState.QUEUED


def test_a_state_of_a_newer_version_is_read_and_passed_on_and_nothing_follows_it_here(two) -> None:
    here, there = two
    job = there.station.badges.print(there.register().id, "badges").job
    newer = JobChanged(delegate=job.delegate, issue=1, printer="badges", state="laminating", detail="", after=job.facts)
    with there.station.badges.open_unit() as unit:
        unit.record(FactDraft(job_subject(job.id), newer))
        unit.commit()
    exchange(here.station, there.station)
    for post in two:
        assert post.station.queries.jobs(1)[0].state is JobState.NEWER
        for state in JobState:
            with pytest.raises(JobCannotBecome):
                post.station.badges.job_changed(job.id, state)
        post.station.upkeep.check()


def test_a_bus_that_two_laptops_moved_apart_is_listed_until_a_person_moves_it(two) -> None:
    ahead, right = two
    ahead.clock.at += 2000
    ahead.station.dispatch.move_to(BUS, BusState.FINAL_CALL)
    right.clock.at += 1000
    right.move(BUS, BusState.DEPARTED)
    exchange(ahead.station, right.station)
    for post in two:
        assert _state(post) is BusState.FINAL_CALL  # neither knew of the other: the later stamp holds for now
        [conflict] = post.station.queries.conflicts()
        assert (conflict.kind, conflict.subject) == (ConflictKind.TWO_STATES, BUS)
        assert [claim["value"] for claim in conflict.claims] == ["departed", "final_call"]
    right.station.dispatch.move_to(BUS, BusState.FINAL_CALL)  # what holds, said once more, settles it
    exchange(ahead.station, right.station)
    for post in two:
        assert not post.station.queries.conflicts()
        assert _state(post) is BusState.FINAL_CALL


def test_a_bus_that_two_laptops_moved_alike_is_no_contradiction(two) -> None:
    ahead, right = two
    for post in two:
        post.move(BUS, BusState.DEPARTED)
    exchange(ahead.station, right.station)
    for post in two:
        assert _state(post) is BusState.DEPARTED
        assert not post.station.queries.conflicts()


def test_a_job_that_two_laptops_settled_apart_is_listed(new_post: Callable) -> None:
    here, there = new_post("here"), new_post("there")
    guest = here.register("林若溪")
    job = here.station.badges.print(guest.id, "badges").job
    for state in (JobState.RENDERED, JobState.SENDING, JobState.UNKNOWN):
        here.station.badges.job_changed(job.id, state)
    exchange(here.station, there.station)
    here.station.badges.job_changed(job.id, JobState.CONFIRMED, "told")
    there.station.badges.job_changed(job.id, JobState.FAILED_SAFE, "told")
    exchange(here.station, there.station)
    [conflict] = here.station.queries.conflicts()
    assert (conflict.kind, conflict.subject, conflict.name) == (ConflictKind.TWO_STATES, job.id, "林若溪")
    assert {claim["value"] for claim in conflict.claims} == {"confirmed", "failed_safe"}


def test_what_changes_nothing_says_so(post) -> None:
    post.bus("2-1")
    guest = post.register()
    post.station.dispatch.assign(guest.id, BUS)
    post.station.badges.revoke(guest.id, "no longer invited")
    before = post.station.queries.health().facts
    for again, problem in (
        (lambda: post.station.dispatch.move_to(BUS, BusState.BOARDING), BusAlready),
        (lambda: post.station.dispatch.open_doors(BUS), BusAlready),
        (lambda: post.station.dispatch.assign(guest.id, BUS), ListedAlready),
        (lambda: post.station.badges.revoke(guest.id, "again"), RevokedAlready),
    ):
        with pytest.raises(problem, match=r"already\. Nothing was changed"):
            again()
    assert post.station.queries.health().facts == before


def test_a_bus_moves_only_as_the_rules_say(post) -> None:
    post.bus("2-1", opened=False)
    with pytest.raises(BusCannotBecome, match="“planned”, and “departed” cannot follow"):
        post.station.dispatch.move_to(BUS, BusState.DEPARTED)
    post.station.dispatch.move_to(BUS, BusState.BOARDING)
    with pytest.raises(BusCannotBecome):
        post.station.dispatch.move_to(BUS, BusState.DEPARTED)
    for state in BY_ITS_OWN_WAY:
        with pytest.raises(ValueError, match="not moved"):
            post.station.dispatch.move_to(BUS, state)
    post.move(BUS, BusState.CLOSED)
    for state in set(BusState) - BY_ITS_OWN_WAY:
        with pytest.raises(BusCannotBecome):
            post.station.dispatch.move_to(BUS, state)


def test_what_a_fast_clock_scanned_is_not_the_newest_scan_for_as_long_as_it_lies_ahead(post) -> None:
    early, late = post.register(), post.register()
    post.clock.at += DAY
    post.station.scanning.scan((post.code(early),), CheckpointId("opening"))
    post.clock.at -= DAY
    for checkpoint in (None, CheckpointId("opening")):
        post.station.scanning.scan((post.code(late),), CheckpointId("opening"))
        recent = post.station.queries.recent_scans(9, checkpoint=checkpoint)
        assert recent[0].delegate == late.id
        assert recent[-1].delegate == early.id  # it is not hidden either
        assert len(post.station.queries.recent_scans(1, checkpoint=checkpoint)) == 1


def test_a_clock_that_was_wrong_for_a_while_goes_on_after_all_that_was_written_before(post) -> None:
    for _ in range(3):
        early = post.register()
    post.clock.at -= DAY
    wrong = post.register()
    post.clock.at += DAY
    late = post.register()
    stamps = {fact.subject: fact.hlc for fact in _facts(post)}
    order = [stamps[f"delegate:{each.id}"] for each in (wrong, early, late)]
    assert order == sorted(order)


def test_what_two_laptops_wrote_of_a_bus_is_settled_by_writing_it_and_by_nothing_else(new_post: Callable) -> None:
    one, two = new_post("one"), new_post("two")
    one.bus("2-1")
    exchange(one.station, two.station)
    for post, plate in ((one, "P 1"), (two, "P 2")):
        _plate(plate)(post, None)
    exchange(one.station, two.station)
    dispatch = one.station.dispatch
    assert [each.kind for each in one.station.queries.conflicts()] == ["two_edits"]
    dispatch.amend_bus(replace(_bus(one), bay="9"), {"bay"})
    assert len(one.station.queries.conflicts()) == 1
    dispatch.amend_bus(_bus(one), {"plate"})
    assert not one.station.queries.conflicts()
    assert _bus(one).bay == "9"
