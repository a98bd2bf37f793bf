"""Badges given into somebody's hands: by their own codes or as a person says, and to whom, for one guest or several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from checkin_app.domain.admission import badge_objection
from checkin_app.domain.canonical import canonical
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.delegates import LONGEST_TEXT, Delegate
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.ids import DelegateId, Instant, JobId
from checkin_app.domain.jobs import (
    GIVEN_UP,
    HANDED_BACK,
    Collector,
    JobState,
    after_hand_back,
    may_follow,
)
from checkin_app.domain.problems import FieldInvalid, UnknownDelegate, UnknownFact
from checkin_app.services.badges import JobUnit, record_job, write_job
from checkin_app.services.identifying import CodeReads, identify
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.transactions import Opens
from checkin_app.services.proving import Proving
from checkin_app.services.scene import Identified, Person, SceneUnit


class HandUnit(SceneUnit, JobUnit, CodeReads, Protocol):
    """Knows whose badge it is, and what became of its job."""


class Handing(Enum):
    """What came of giving a badge to somebody."""

    HANDED = "handed"
    ALREADY = "already"
    VOID = "void"
    """A newer one is valid."""
    REVOKED = "revoked"
    NO_BADGE = "no_badge"
    """What was scanned is no badge of this forum whose signature holds."""
    NOT_PRINTED = "not_printed"
    """As far as is known here, nothing of it came out yet: nothing was recorded."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """A badge that was to be given to somebody, and what came of it."""

    handing: Handing
    delegate: Delegate | None = None
    """Whose it is; None of what is no badge."""
    issue: int = 0
    valid: int = 0
    """The issue that holds."""
    job: Job | None = None
    """As it is now; None where the badge has none."""
    changes: ChangeSet = frozenset()

    @property
    def since(self) -> Instant | None:
        """Return when it was handed over."""
        return self.job.at if self.job and self.job.state is JobState.HANDED_OVER else None


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Records who has their badge, on whichever laptop it was printed."""

    open_unit: Opens[HandUnit]
    proving: Proving

    def scan(self, candidates: Sequence[str]) -> HandOver:
        """Hand over the badge whose own code was scanned, which proves that it came out.

        Args:
            candidates: the readings of one scan, likeliest first.
        """
        with self.open_unit() as unit:
            found = identify(unit, self.proving, candidates)
            if not isinstance(found, Identified) or found.issue is None:
                return HandOver(Handing.NO_BADGE)
            given = _given(unit, Person.of(unit, found), found.delegate, found.issue)
            unit.commit()
        return replace(given, changes=unit.changes)

    def give(self, delegate: DelegateId) -> HandOver:
        """Hand over the valid badge of somebody, as a person says who sees them take it.

        Raises:
            UnknownDelegate: nobody here has that id.
        """
        with self.open_unit() as unit:
            person = Person.of(unit, Identified(delegate, None))
            given = _given(unit, person, person.id, person.badge.current)
            if given.delegate is None:
                raise UnknownDelegate(name=delegate)
            unit.commit()
        return replace(given, changes=unit.changes)

    def handed(self, jobs: Sequence[JobId]) -> Recorded:
        """Record that guests have their badges; of those that are handed over already nothing is.

        All of it counts, or nothing.

        Raises:
            UnknownFact: there is no such job here.
            JobCannotBecome: nothing of one of them came out yet.
        """
        with self.open_unit() as unit:
            for known in _all(unit, jobs):
                if known.state is not JobState.HANDED_OVER:
                    record_job(unit, known.state, _handed(known))
            unit.commit()
            return Recorded(unit.changes)

    def collected(self, jobs: Sequence[JobId], collector: Collector) -> Recorded:
        """Record who took badges along for their guests; what was not handed over yet is so now.

        All of it counts, or nothing.

        Raises:
            FieldInvalid: it was not said who, or a whole page.
            UnknownFact: there is no such job here.
            JobCannotBecome: nothing of one of them came out yet.
        """
        called = " ".join(collector.called.split())
        if not called or len(called) > LONGEST_TEXT:
            found = Found.CHARACTERS.of(length=len(called)) if called else Found.EMPTY
            raise FieldInvalid(field=Entry.COLLECTOR, value=found, expected=Expected.AT_MOST.of(most=LONGEST_TEXT))
        who = Collector(called, collector.who)
        with self.open_unit() as unit:
            document = unit.keep(canonical({"collector": called}))
            for known in _all(unit, jobs):
                if known.state is JobState.HANDED_OVER:
                    write_job(unit, replace(known, collector=who), document)
                else:
                    record_job(unit, known.state, _handed(known, who), document)
            unit.commit()
            return Recorded(unit.changes)

    def take_back(self, jobs: Sequence[JobId]) -> Recorded:
        """Let badges count as handed over no more, all at once: each is again what was known of it before.

        What is not handed over stays as it is.

        Raises:
            UnknownFact: there is no such job here.
        """
        with self.open_unit() as unit:
            for known in _all(unit, jobs):
                if known.state is JobState.HANDED_OVER:
                    # Of a badge that left in a file no printer can be asked, and none was: its job is over again.
                    state = after_hand_back(known.detail) if known.printer else JobState.CANCELLED
                    write_job(unit, replace(known, state=state, detail=HANDED_BACK, collector=None))
            unit.commit()
            return Recorded(unit.changes)


def _given(unit: HandUnit, person: Person, bears: DelegateId, issue: int) -> HandOver:
    """Return what comes of giving a badge, recorded; `bears` is whom its code names, for whom another may stand."""
    if person.delegate is None:
        return HandOver(Handing.NO_BADGE)
    told = HandOver(Handing.VOID, person.delegate, issue, person.badge.current, unit.job_for(bears, issue))
    if person.badge.revoked:
        return replace(told, handing=Handing.REVOKED)
    if badge_objection(person.badge, issue):
        return told
    job = told.job
    if job is not None and job.state is JobState.HANDED_OVER:
        return replace(told, handing=Handing.ALREADY)
    if (job is None or job.state in GIVEN_UP) and unit.is_in_file(bears, issue):
        job = _of_file(unit, bears, issue)
    if job is None or not may_follow(job.state, JobState.HANDED_OVER):
        return replace(told, handing=Handing.NOT_PRINTED)
    return replace(told, handing=Handing.HANDED, job=record_job(unit, job.state, _handed(job)))


def _of_file(unit: HandUnit, delegate: DelegateId, issue: int) -> Job:
    """Return the job of a badge that left in a file, which begins once it is seen: nobody here printed it."""
    unit.as_one_act()
    job = Job(JobId(unit.new_id()), delegate, issue, "", JobState.UNKNOWN, "", Instant(0))
    return record_job(unit, None, job)


def _handed(job: Job, collector: Collector | None = None) -> Job:
    return replace(job, state=JobState.HANDED_OVER, collector=collector)


def _all(unit: HandUnit, jobs: Sequence[JobId]) -> Iterable[Job]:
    for each in dict.fromkeys(jobs):
        known = unit.job(each)
        if known is None:
            raise UnknownFact
        yield known
