"""Who has their badge: its own code scanned where it is given out, or one person for several; taken back as one."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.bootstrap import papers
from checkin_app.domain.changes import Changed
from checkin_app.domain.hand_outs import HandOut, Wanted
from checkin_app.domain.ids import CheckpointId, DelegateId, JobId
from checkin_app.domain.jobs import GIVEN_UP, Collector, JobState
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problems import FieldInvalid, JobCannotBecome, UnknownDelegate, UnknownFact
from checkin_app.services.exchange import exchange
from checkin_app.services.handing_over import Handing

_S = JobState
OPENING = CheckpointId("opening")
WAYS = {
    _S.QUEUED: (),
    _S.RENDERED: (_S.RENDERED,),
    _S.FAILED_SAFE: (_S.FAILED_SAFE,),
    _S.SENDING: (_S.RENDERED, _S.SENDING),
    _S.SENT: (_S.RENDERED, _S.SENDING, _S.SENT),
    _S.UNKNOWN: (_S.RENDERED, _S.SENDING, _S.UNKNOWN),
    _S.CONFIRMED: (_S.RENDERED, _S.SENDING, _S.SENT, _S.CONFIRMED),
    _S.CANCELLED: (_S.CANCELLED,),
}
OUT = (_S.SENT, _S.UNKNOWN, _S.CONFIRMED)


def printed(post, state: JobState = _S.CONFIRMED, name: str = "Ana Sol"):
    guest = post.register(name)
    job = post.station.badges.print(guest.id, "A").job
    for step in WAYS[state]:
        post.station.badges.job_changed(job.id, step)
    return guest, job.id


def stands(post, job: JobId):
    return next(each for each in post.station.queries.jobs(50) if each.id == job)


@pytest.mark.parametrize("state", WAYS)
def test_a_badge_is_handed_over_by_its_own_code_where_it_may_have_come_out(post, state: JobState) -> None:
    guest, job = printed(post, state)
    given_ = post.station.handing_over.scan([post.code(guest)])
    came_out = state in OUT
    assert given_.handing is (Handing.HANDED if came_out else Handing.NOT_PRINTED)
    assert (given_.delegate.id, given_.issue, given_.valid) == (guest.id, 1, 1)
    assert stands(post, job).state is (_S.HANDED_OVER if came_out else state)
    assert bool(given_.changes) is came_out
    # Nobody is let in by it: the door still waits for its first scan.
    assert post.station.scanning.scan([post.code(guest)], OPENING).decision.verdict is Verdict.GO


def test_scanned_twice_it_says_since_when(post) -> None:
    guest, _ = printed(post)
    first = post.station.handing_over.scan([post.code(guest)])
    post.clock.at += 60_000
    again = post.station.handing_over.scan([post.code(guest)])
    assert (again.handing, again.since) == (Handing.ALREADY, first.job.at)
    assert again.changes == frozenset()


def test_a_void_badge_is_refused_and_names_the_one_that_holds(post) -> None:
    guest, job = printed(post)
    former = post.code(guest)
    post.station.badges.replace(guest.id, "lost", 1, "A")
    refused = post.station.handing_over.scan([former])
    assert (refused.handing, refused.issue, refused.valid) == (Handing.VOID, 1, 2)
    assert stands(post, job).state is _S.CONFIRMED
    post.station.badges.revoke(guest.id, "not coming")
    assert post.station.handing_over.scan([post.code(guest, 2)]).handing is Handing.REVOKED


def test_a_code_that_nobody_signed_and_a_text_are_no_badge(post) -> None:
    guest, job = printed(post)
    code = post.code(guest)
    other = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert post.station.handing_over.scan([other]).handing is Handing.NO_BADGE
    assert post.station.handing_over.scan(["0001", guest.id]).handing is Handing.NO_BADGE
    assert stands(post, job).state is _S.CONFIRMED


def test_a_badge_of_a_print_shop_begins_its_job_in_the_hand(post, tmp_path: Path) -> None:
    guest = post.register("Ana Sol")
    papers.write_hand_out(post.station, Wanted(HandOut.BADGES), tmp_path / "all.pdf", lambda _done, _whole: None)
    given_ = post.station.handing_over.scan([post.code(guest)])
    assert given_.handing is Handing.HANDED
    assert post.station.handing_over.scan([post.code(guest)]).handing is Handing.ALREADY
    (job,) = post.station.queries.jobs(10)
    assert (job.state, job.printer) == (_S.HANDED_OVER, "")
    post.station.handing_over.take_back([job.id])
    assert stands(post, job.id).state is _S.CANCELLED  # and no question, which no printer could answer
    assert post.station.queries.record(guest.id).changes[-1].undone
    assert post.station.handing_over.scan([post.code(guest)]).handing is Handing.HANDED


def test_a_badge_that_nobody_printed_is_not_handed_over(post) -> None:
    guest = post.register("Ana Sol")
    assert post.station.handing_over.scan([post.code(guest)]).handing is Handing.NOT_PRINTED
    assert post.station.queries.jobs(10) == []
    with pytest.raises(UnknownDelegate):
        post.station.handing_over.give(DelegateId("0" * 16))


def test_a_person_says_so_as_well_as_a_code(post) -> None:
    guest, job = printed(post, _S.UNKNOWN)
    assert post.station.handing_over.give(guest.id).handing is Handing.HANDED
    assert stands(post, job).state is _S.HANDED_OVER


@pytest.mark.parametrize("state", OUT)
def test_taken_back_it_is_what_was_known_before(post, state: JobState) -> None:
    guest, job = printed(post, state)
    post.station.handing_over.scan([post.code(guest)])
    post.station.handing_over.take_back([job])
    assert stands(post, job).state is (_S.CONFIRMED if state is _S.CONFIRMED else _S.UNKNOWN)
    assert post.station.handing_over.take_back([job]).changes == frozenset()
    assert post.station.handing_over.scan([post.code(guest)]).handing is Handing.HANDED


@pytest.mark.parametrize("state", OUT)
def test_taken_back_it_is_so_too_where_the_desk_said_that_it_is_handed_over(post, state: JobState) -> None:
    _, job = printed(post, state)
    post.station.badges.job_changed(job, _S.HANDED_OVER, "told")
    post.station.handing_over.take_back([job])
    assert stands(post, job).state is (_S.CONFIRMED if state is _S.CONFIRMED else _S.UNKNOWN)


def test_what_is_said_late_of_a_job_does_not_take_a_badge_out_of_a_hand(post) -> None:
    guest, job = printed(post, _S.UNKNOWN)
    post.station.handing_over.scan([post.code(guest)])
    for late in JobState:
        if late is not _S.NEWER:
            with pytest.raises(JobCannotBecome):
                post.station.badges.job_changed(job, late)
    post.station.badges.settle([job], _S.CONFIRMED)
    assert stands(post, job).state is _S.HANDED_OVER


def test_one_person_takes_several_along_and_each_record_says_who(post) -> None:
    ana, first = printed(post, name="Ana Sol")
    ben, second = printed(post, _S.UNKNOWN, "Ben Roe")
    post.station.handing_over.scan([post.code(ana)])
    post.station.handing_over.collected([first, second], Collector("  Cleo   Roe ", ben.id))
    assert {stands(post, each).state for each in (first, second)} == {_S.HANDED_OVER}
    assert {stands(post, each).collector for each in (first, second)} == {Collector("Cleo Roe", ben.id)}
    for guest in (ana, ben):
        last = post.station.queries.record(guest.id).changes[-1]
        assert (last.kind, last.issue, last.text, last.about, last.undone) == (
            "job.changed",
            1,
            "Cleo Roe",
            ben.id,
            False,
        )
    post.station.handing_over.take_back([first, second])
    assert [stands(post, each).state for each in (first, second)] == [_S.CONFIRMED, _S.UNKNOWN]
    assert {stands(post, each).collector for each in (first, second)} == {None}
    assert post.station.queries.record(ana.id).changes[-1].undone


def test_a_card_says_who_took_along_the_badge_that_is_valid(post) -> None:
    ana, first = printed(post, name="Ana Sol")
    ben, second = printed(post, name="Ben Roe")
    queries, handing = post.station.queries, post.station.handing_over
    handing.scan([post.code(ana)])
    assert queries.card(ana.id).taken_along is None, "the guest has it"
    handing.collected([first, second], Collector("Cleo Roe"))
    told = [each.taken_along for each in queries.cards([ana.id, ben.id])]
    assert [(each.id, each.collector) for each in told] == [
        (first, Collector("Cleo Roe")),
        (second, Collector("Cleo Roe")),
    ]
    handing.take_back([second])
    assert queries.card(ben.id).taken_along is None
    assert queries.card(ana.id).taken_along.collector == Collector("Cleo Roe")
    post.station.badges.replace(ana.id, "lost", 1)
    assert queries.card(ana.id).taken_along is None, "of the badge before nobody asks"


def test_several_count_together_or_not_at_all(post) -> None:
    _, first = printed(post)
    _, waiting = printed(post, _S.QUEUED, "Ben Roe")
    with pytest.raises(JobCannotBecome):
        post.station.handing_over.collected([first, waiting], Collector("Cleo"))
    with pytest.raises(JobCannotBecome):
        post.station.handing_over.handed([first, waiting])
    with pytest.raises(UnknownFact):
        post.station.handing_over.collected([first, JobId("none")], Collector("Cleo"))
    for nobody in ("", "  ", "x" * 2000):
        with pytest.raises(FieldInvalid):
            post.station.handing_over.collected([first], Collector(nobody))
    assert stands(post, first).state is _S.CONFIRMED


def test_two_laptops_know_who_took_it_and_what_is_rebuilt_is_the_same(new_post) -> None:
    there, here = new_post("there"), new_post("here")
    guest, job = printed(there)
    exchange(here.station, there.station)
    assert here.station.handing_over.scan([there.code(guest)]).handing is Handing.HANDED
    here.station.handing_over.collected([job], Collector("Cleo Roe"))
    exchange(here.station, there.station)
    assert stands(there, job).collector == Collector("Cleo Roe")
    assert there.station.handing_over.scan([there.code(guest)]).handing is Handing.ALREADY
    assert there.station.upkeep.check().rebuilt == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(does=st.lists(st.sampled_from(["scan", "give", "collect", "back", _S.CONFIRMED, _S.FAILED_SAFE]), max_size=10))
def test_whatever_is_done_in_whatever_order_one_badge_has_one_job(post, does: list[str | JobState]) -> None:
    guest, job = printed(post, _S.UNKNOWN)
    handing = post.station.handing_over
    for each in does:
        match each:
            case "scan":
                handing.scan([post.code(guest)])
            case "give":
                handing.give(guest.id)
            case "collect" if stands(post, job).state is not _S.FAILED_SAFE:
                handing.collected([job], Collector("Cleo"))
            case "back":
                handing.take_back([job])
            case JobState():
                post.station.badges.settle([job], each)
        now = stands(post, job)
        assert now.collector is None or now.state is _S.HANDED_OVER
    mine = [each for each in post.station.queries.jobs(50) if each.delegate == guest.id]
    assert sum(each.state not in GIVEN_UP for each in mine) == 1


@pytest.mark.parametrize(
    ("why", "goes_on"), [("glyph_missing", True), ("text_does_not_fit", True), ("printer_missing", False)]
)
def test_a_badge_goes_on_by_itself_once_its_record_is_put_right(post, why: str, *, goes_on: bool) -> None:
    guest, job = printed(post, _S.QUEUED, "\U00020bb7")
    post.station.badges.job_changed(job, _S.FAILED_SAFE, why)
    amended = post.station.people.amend(guest.id, {"latin_name": "YOSHIDA", "prints_latin": True})
    assert stands(post, job).state is (_S.QUEUED if goes_on else _S.FAILED_SAFE)
    assert (Changed.JOBS in amended.changes) is goes_on
    assert not post.station.people.amend(guest.id, {"prints_latin": True}).changes
