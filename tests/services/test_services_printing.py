"""A job of a badge: every state is recorded and told before the next, and none waits for ever."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

import pytest
from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import DelegateId, Instant, JobId
from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.movements import Movements
from checkin_app.domain.problems import (
    CodeNotReadable,
    DiskFull,
    FileNotWritable,
    JobCannotBecome,
    PrinterMissing,
    PrinterSilent,
    PrintProblem,
    Problem,
)
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.printers import Outcome, Ready, Record
from checkin_app.services.printing import PrinterTroubles, Printing

WHO = DelegateId("0412041204120412")
JOB = Job(JobId("j"), WHO, 1, "badges", JobState.QUEUED, "", Instant(1))
JOBS: ChangeSet = frozenset({Changed.JOBS})


@dataclass
class Ledger:
    """As much of a store as the printing of badges needs."""

    jobs: dict[JobId, Job] = field(default_factory=lambda: {JOB.id: JOB})
    badge: BadgeStanding | None = field(default_factory=BadgeStanding)
    written: list[tuple[JobState, str]] = field(default_factory=list)

    def own_jobs(self, states: Collection[str]) -> Sequence[Job]:
        return [each for each in self.jobs.values() if each.state in states]

    def card(self, delegate: DelegateId) -> DelegateCard | None:
        return DelegateCard(Delegate(delegate, "Ana Sol"), self.badge, Movements()) if self.badge else None

    def follow_merge(self, job: JobId) -> Recorded:
        raise NotImplementedError

    def move(self, job: JobId, printer: str) -> Recorded:
        self.jobs[job] = replace(self.jobs[job], printer=printer, state=JobState.QUEUED, detail="")
        return Recorded(JOBS)

    def job_changed(
        self,
        job: JobId,
        state: JobState,
        detail: str = "",
        *,
        at: str | None = None,
        ticket: Ticket | UnsetType | None = UNSET,
        drawn: bool = False,
    ) -> Recorded:
        assert at in {None, self.jobs[job].printer}
        self.written += [(JobState.RENDERED, "")] * drawn
        stands = self.jobs[job].ticket if isinstance(ticket, UnsetType) else ticket
        self.jobs[job] = replace(self.jobs[job], state=state, detail=detail, ticket=stands)
        self.written.append((state, detail))
        return Recorded(JOBS)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


def printing(ledger: Ledger, *, doubtful: bool = False) -> Printing:
    return Printing(ledger, ledger, lambda: doubtful)


def unasked(_ticket: Ticket) -> Fate:
    raise AssertionError("nothing was sent before")


_WAY = (JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED)


def comes_out(_job: Job, _card: DelegateCard) -> Ready:
    def ready(record: Record) -> Outcome:
        for state in _WAY:
            record(state, "", None)
        return Outcome(JobState.CONFIRMED)

    return ready


def test_each_state_is_told_as_soon_as_it_is_recorded_and_that_a_badge_is_drawn_with_the_next(ledger: Ledger) -> None:
    told: list[tuple[ChangeSet, int]] = []
    outcome = printing(ledger).print(
        JOB, comes_out, unasked, lambda changes: told.append((changes, len(ledger.written)))
    )
    assert outcome == Outcome(JobState.CONFIRMED)
    assert told == [(JOBS, 2), (JOBS, 3), (JOBS, 4)], "nothing leaves by being drawn: that costs no commit of its own"
    assert [state for state, _ in ledger.written] == [*_WAY]


def test_no_step_of_a_badge_is_made_before_it_gave_way_to_whoever_is_being_checked_in(ledger: Ledger) -> None:
    steps: list[object] = []

    def drawn(job: Job, card: DelegateCard) -> Ready:
        steps.append("drawn")
        return comes_out(job, card)

    def recorded(_changes: ChangeSet) -> None:
        steps.append(ledger.written[-1][0])

    Printing(ledger, ledger, lambda: False, steps.append).print(JOB, drawn, unasked, recorded)
    ways, made = steps[::2], steps[1::2]
    assert made == ["drawn", JobState.SENDING, JobState.SENT, JobState.CONFIRMED]
    assert {type(each) for each in ways} == {float}
    assert sum(map(float, ways[:2])) < 0.1, "the first byte comes within a tenth of a second"  # type: ignore[arg-type]


@pytest.mark.parametrize("badge", [None, BadgeStanding(current=2), BadgeStanding(revoked="lost")])
def test_a_badge_that_is_void_by_now_is_sent_to_no_printer(ledger: Ledger, badge: BadgeStanding | None) -> None:
    ledger.badge = badge
    told: list[ChangeSet] = []
    assert printing(ledger).print(JOB, lambda *_: pytest.fail("it was drawn"), unasked, told.append) is None
    assert (ledger.written, told) == ([(JobState.SUPERSEDED, "")], [JOBS])


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (CodeNotReadable(), "code_not_readable"),
        (PrinterMissing(printer="x"), "printer_missing"),
        (KeyError("x"), "badge_not_drawn"),
    ],
)
def test_a_job_whose_badge_or_printer_cannot_be_made_ready_ends(ledger: Ledger, fault: Exception, key: str) -> None:
    def unready(_job: Job, _card: DelegateCard) -> Ready:
        raise fault

    outcome = printing(ledger).print(JOB, unready, unasked, lambda _changes: None)
    assert outcome is not None
    assert ledger.written == [(JobState.FAILED_SAFE, key)]
    assert outcome.fault is (None if isinstance(fault, PrintProblem) else fault)


def test_what_stops_the_store_stops_the_job_where_it_is(ledger: Ledger) -> None:
    def full(_job: Job, _card: DelegateCard) -> Ready:
        raise DiskFull

    with pytest.raises(Problem):
        printing(ledger).print(JOB, full, unasked, lambda _changes: None)
    assert ledger.written == []


@pytest.mark.parametrize(
    ("state", "doubtful", "settled"),
    [
        (JobState.QUEUED, False, None),
        (JobState.RENDERED, False, (JobState.QUEUED, "restarted")),
        (JobState.SENDING, False, (JobState.UNKNOWN, "restarted")),
        (JobState.QUEUED, True, (JobState.UNKNOWN, "older")),
        (JobState.CONFIRMED, True, None),
    ],
)
def test_what_the_last_run_left_open_is_settled_and_said(
    ledger: Ledger, state: JobState, doubtful: bool, settled: tuple[JobState, str] | None
) -> None:
    ledger.jobs[JOB.id] = replace(JOB, state=state)
    assert printing(ledger, doubtful=doubtful).settle() == Recorded(JOBS if settled else frozenset())
    assert ledger.written == ([settled] if settled else [])


@pytest.mark.parametrize("verb", ["settle", "try_again"])
def test_a_badge_that_became_something_else_meanwhile_keeps_no_other_from_its_printer(
    ledger: Ledger, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process of this laptop may take a badge back between the look and the step."""
    state, detail = {"settle": (JobState.RENDERED, ""), "try_again": (JobState.FAILED_SAFE, "printer_failed")}[verb]
    gone, waits = JobId("gone"), JobId("waits")
    ledger.jobs = {each: replace(JOB, id=each, state=state, detail=detail) for each in (gone, waits)}
    changed = ledger.job_changed

    def job_changed(job: JobId, state: JobState, detail: str = "", **more: object) -> Recorded:
        if job == gone:
            raise JobCannotBecome
        return changed(job, state, detail, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Ledger, "job_changed", staticmethod(job_changed))
    told = printing(ledger).settle() if verb == "settle" else printing(ledger).try_again("badges")
    assert told == Recorded(JOBS)
    assert ledger.jobs[waits].state is JobState.QUEUED


def test_only_a_fault_of_the_printer_is_remembered_and_only_until_it_prints() -> None:
    troubles = PrinterTroubles()
    broken = FileNotWritable(path="x")
    for badge_fault in (CodeNotReadable(), PrinterSilent(printer="badges")):
        troubles.learn("badges", badge_fault)
        assert troubles.of("badges") is None
    troubles.learn("badges", broken)
    troubles.learn("badges", CodeNotReadable())
    assert (troubles.of("badges"), troubles.of("labels")) == (broken, None)
    troubles.learn("badges", None)
    assert troubles.of("badges") is None
