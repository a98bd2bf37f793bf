"""A badge is owed once: on one printer, by one laptop, wherever it stands."""

import json
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.cli.parser import build_parser
from checkin_app.cli.print_jobs import jobs
from checkin_app.domain.ids import JobId
from checkin_app.domain.jobs import GIVEN_UP, MOVABLE, JobState, may_come_out
from checkin_app.domain.problems import JobCannotBecome, UnknownFact
from checkin_app.domain.problems_printing import PrinterUnknown
from checkin_app.services.exchange import exchange

_S = JobState
#: How a job comes to each state.
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


def owed(post, state: JobState):
    """Owe a badge to the printer A and bring its job to a state."""
    guest = post.register()
    job = post.station.badges.print(guest.id, "A").job
    for step in WAYS[state]:
        post.station.badges.job_changed(job.id, step)
    return guest, job


@pytest.mark.parametrize("state", WAYS)
def test_a_badge_asked_for_at_another_printer_moves_or_stays_what_it_is(post, state: JobState) -> None:
    guest, job = owed(post, state)
    again = post.station.badges.print(guest.id, "B").job
    known = post.station.queries.jobs(10)
    if state in MOVABLE:
        assert (again.id, again.printer, again.state) == (job.id, "B", _S.QUEUED)
    elif state in GIVEN_UP:
        assert (again.printer, again.state) == ("B", _S.QUEUED)
    else:
        assert (again.id, again.printer, again.state) == (job.id, "A", state)
    assert sum(each.state not in GIVEN_UP for each in known) == 1


def test_what_waits_for_a_printer_is_not_recorded_again(post) -> None:
    guest, _ = owed(post, _S.QUEUED)
    assert post.station.badges.print(guest.id, "A").changes == frozenset()


def test_what_failed_at_a_printer_waits_for_it_again_when_asked(post) -> None:
    guest, job = owed(post, _S.FAILED_SAFE)
    again = post.station.badges.print(guest.id, "A").job
    assert (again.id, again.state) == (job.id, _S.QUEUED)


def test_a_printer_that_began_with_a_badge_sent_elsewhere_makes_no_further_step(post) -> None:
    _, job = owed(post, _S.QUEUED)
    badges = post.station.badges
    badges.job_changed(job.id, _S.RENDERED, at="A")
    badges.move(job.id, "B")
    with pytest.raises(JobCannotBecome):
        badges.job_changed(job.id, _S.SENDING, at="A")
    badges.job_changed(job.id, _S.RENDERED, at="B")
    with pytest.raises(JobCannotBecome):
        badges.job_changed(job.id, _S.SENDING, at="A")
    badges.job_changed(job.id, _S.SENDING, at="B")


@pytest.mark.parametrize("state", [each for each in WAYS if each not in MOVABLE])
def test_what_may_have_come_out_goes_to_no_other_printer(post, state: JobState) -> None:
    _, job = owed(post, state)
    with pytest.raises(JobCannotBecome):
        post.station.badges.move(job.id, "B")
    with pytest.raises(UnknownFact):
        post.station.badges.move(JobId("none"), "B")


@pytest.mark.parametrize("state", WAYS)
def test_a_badge_that_another_laptop_owes_is_owed_once_for_all(new_post, state: JobState) -> None:
    there, here = new_post("there"), new_post("here")
    guest, job = owed(there, state)
    exchange(here.station, there.station)
    own = here.station.badges.print(guest.id, "B").job
    exchange(here.station, there.station)
    for post in (here, there):
        live = [each for each in post.station.queries.jobs(10) if each.state not in GIVEN_UP]
        assert [each.id for each in live] == [own.id]
    assert (own.id == job.id) is (state not in MOVABLE | GIVEN_UP)
    with pytest.raises(JobCannotBecome):
        there.station.badges.move(own.id if own.id != job.id else job.id, "C")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asks=st.lists(st.sampled_from(["A", "B", _S.RENDERED, _S.FAILED_SAFE, _S.CANCELLED, _S.SENDING]), max_size=12))
def test_whatever_is_asked_in_whatever_order_one_job_is_alive(post, asks: list[str | JobState]) -> None:
    guest = post.register()
    for ask in asks:
        if not isinstance(ask, JobState):
            post.station.badges.print(guest.id, ask)
            continue
        mine = [each for each in post.station.queries.jobs(50) if each.delegate == guest.id]
        post.station.badges.settle([each.id for each in mine], ask)
    mine = [each for each in post.station.queries.jobs(500) if each.delegate == guest.id]
    assert sum(may_come_out(each.state) or each.state is _S.FAILED_SAFE for each in mine) <= 1


def test_several_questions_are_answered_at_once_and_the_settled_stay(post) -> None:
    asked = [owed(post, _S.UNKNOWN)[1] for _ in range(3)]
    settled = owed(post, _S.CONFIRMED)[1]
    post.station.badges.settle([*(each.id for each in asked), settled.id, JobId("none")], _S.CONFIRMED)
    states = {each.id: (each.state, each.detail) for each in post.station.queries.jobs(10)}
    assert [states[each.id] for each in asked] == [(_S.CONFIRMED, "told")] * 3
    assert states[settled.id] == (_S.CONFIRMED, "")


# ---- by the command


def _known(name: str) -> None:
    if name not in {"A", "B"}:
        raise PrinterUnknown(name=name)


@pytest.fixture
def told(post, tmp_path, capsys):
    """Return what the command `jobs` says as JSON, with these words."""
    here = SimpleNamespace(of=lambda _folder: SimpleNamespace(known=_known))
    parts = SimpleNamespace(open_station=lambda _folder: nullcontext(post.station), printers=here)

    def tell(*said: str) -> list[dict]:
        args = build_parser().parse_args(["jobs", *said, "--json", "--data", str(tmp_path)])
        assert jobs(parts, args) == 0
        return json.loads(capsys.readouterr().out)

    return tell


def test_the_command_lists_every_badge_and_answers_several_questions(post, told) -> None:
    asked = [owed(post, _S.UNKNOWN) for _ in range(2)]
    owed(post, _S.QUEUED)
    assert sorted(row["state"] for row in told()) == ["queued", "unknown", "unknown"]
    rows = told("resolve", "came-out", *(job.id for _, job in asked))
    assert [(row["state"], row["here"]) for row in rows] == [("confirmed", True)] * 2
    guest = post.card(asked[0][0]).delegate
    assert f"{guest.badge_no}-1" in {row["badge"] for row in rows}


def test_the_command_moves_retries_and_cancels_what_cannot_have_come_out(post, told) -> None:
    _, job = owed(post, _S.FAILED_SAFE)
    assert told("retry", job.id)[0]["state"] == "queued"
    assert told("move", "B", job.id)[0]["printer"] == "B"
    assert told("cancel", job.id)[0]["state"] == "cancelled"
    for verb in (("retry", job.id), ("move", "B", job.id), ("cancel", job.id)):
        with pytest.raises(JobCannotBecome):
            told(*verb)
    with pytest.raises(UnknownFact):
        told("retry", "nobody")


def test_a_badge_is_moved_to_no_printer_that_nobody_has_and_stays_where_it_was(post, told) -> None:
    _, job = owed(post, _S.FAILED_SAFE)
    before = told()
    with pytest.raises(PrinterUnknown):
        told("move", "Fax", job.id)
    assert told() == before
