"""Badges: their codes, their replacement, and the jobs that print them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from msgspec import UNSET, UnsetType

from checkin_app.domain import codes
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.delegates import LONGEST_TEXT, BadgeStanding
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import (
    DelegateId,
    Digest,
    ForumId,
    Instant,
    JobId,
    delegate_subject,
    job_of,
    job_subject,
    station_of,
)
from checkin_app.domain.jobs import (
    GIVEN_UP,
    MAY_STILL_COME,
    MERGED,
    MOVABLE,
    OLDER,
    RETURNED,
    JobState,
    Ticket,
    before_hand_over,
    may_follow,
)
from checkin_app.domain.kinds.badges import BadgeReplaced, BadgeRestored, BadgeRevoked
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.problems import (
    FieldInvalid,
    GlyphMissing,
    JobCannotBecome,
    TextDoesNotFit,
    UnknownDelegate,
    UnknownFact,
)
from checkin_app.domain.problems_records import BadgeLeftInFile, NotRevoked, RevokedAlready
from checkin_app.services.ports.badges import BadgeReads, Job, JobReads
from checkin_app.services.ports.people import MergeReads, PersonReads
from checkin_app.services.ports.signing import BadgeSigner
from checkin_app.services.ports.transactions import Opens, Transaction
from checkin_app.services.proving import signed_by

#: Of a badge that failed, that what its record says could not be drawn.
_UNDRAWN = frozenset({GlyphMissing.key, TextDoesNotFit.key})


class JobUnit(JobReads, Transaction, Protocol):
    """Owes badges."""


class MendedUnit(JobUnit, BadgeReads, Protocol):
    """Owes the badge of somebody whose record was put right."""


class BadgeUnit(JobUnit, PersonReads, BadgeReads, MergeReads, Protocol):
    """Gives badges out."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A delegate's new badge; the former one is void."""

    badge: BadgeStanding
    job: Job | None
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Owed:
    """A badge that is to be printed."""

    job: Job
    changes: ChangeSet


def code_of(signer: BadgeSigner, forum: ForumId, delegate: DelegateId, issue: int) -> str:
    """Return the code of one badge, signed by this station: 122 characters.

    Any enrolled station may sign it; two stations' codes for one issue differ and stand for the same badge.
    """
    return signed_by(signer, forum, delegate, issue).text()


def owe_unless_out(
    unit: JobUnit, delegate: DelegateId, issue: int, printer: str, *, doubtful: bool = False
) -> Job | None:
    """Return the job that prints this badge, as `owe_badge` does; None where it left in a file, and is not owed."""
    if unit.is_in_file(delegate, issue):
        return None
    return owe_badge(unit, delegate, issue, printer, doubtful=doubtful)


def owe_badge(unit: JobUnit, delegate: DelegateId, issue: int, printer: str, *, doubtful: bool = False) -> Job:
    """Return the job that prints this badge, of which there is one for each issue, on whichever printer it is.

    One of which nothing can have come out goes to `printer`; where another laptop owes it, it is owed here instead.
    Where it is `doubtful` whether the badge came out before, in a store that lost what it knew, a new one is a question;
    so it is where a printer of another laptop may still bring it out.  What one of ours may is called back first.
    """
    known = unit.job_for(delegate, issue)
    ticket = known.ticket if known else None
    if known and known.state not in GIVEN_UP:
        if known.state not in MOVABLE:
            return known
        if unit.prints(known):
            return _moved(unit, known, printer)
        record_job(unit, known.state, replace(known, state=JobState.CANCELLED, detail="elsewhere"))
    job = JobId(unit.new_id())
    state, detail = (JobState.UNKNOWN, OLDER) if doubtful else (JobState.QUEUED, "")
    if known and ticket and not unit.prints(known):
        state, detail, ticket = JobState.UNKNOWN, MAY_STILL_COME, None
    return record_job(unit, None, Job(job, delegate, issue, printer, state, detail, Instant(0), ticket=ticket))


def _moved(unit: JobUnit, job: Job, printer: str) -> Job:
    """Return a job as it waits for `printer`; one that waits for it, or is on its way to it, stays as it is."""
    if job.state is not JobState.FAILED_SAFE and job.printer == printer:
        return job
    return write_job(unit, replace(job, state=JobState.QUEUED, printer=printer, detail=""))


def owe_mended(unit: MendedUnit, delegate: DelegateId) -> None:
    """Let somebody's badge wait again that could not be drawn, now that their record says something else."""
    known = unit.job_for(delegate, unit.badge(delegate).current)
    failed = known is not None and known.state is JobState.FAILED_SAFE and known.detail in _UNDRAWN
    if known and failed and unit.prints(known):
        record_job(unit, known.state, replace(known, state=JobState.QUEUED, detail="again"))


def cancel_job(unit: JobUnit, job: JobId) -> None:
    """Owe a badge no more; one that may have left the printer stays what it is."""
    known = unit.job(job)
    if known and may_follow(known.state, JobState.CANCELLED):
        record_job(unit, known.state, replace(known, state=JobState.CANCELLED, detail="undone"))


def doubt_jobs(unit: JobUnit, returned: Iterable[Fact]) -> None:
    """Make a question of each job under way that `returned` tells of: it had gone on, and may have come out."""
    for subject in dict.fromkeys(fact.subject for fact in returned if fact.kind == JobChanged.KIND):
        job = unit.job(job_of(subject))
        asked = job and job.state is JobState.UNKNOWN and job.detail == RETURNED
        if job and not asked and may_follow(job.state, JobState.UNKNOWN):
            record_job(unit, job.state, replace(job, state=JobState.UNKNOWN, detail=RETURNED))


@dataclass(frozen=True, slots=True)
class Badges:
    """What the badge desk does."""

    open_unit: Opens[BadgeUnit]
    signer: BadgeSigner

    def replace(self, delegate: DelegateId, reason: str, former: int, printer: str = "") -> Replaced:
        """Void issue `former` and give out the next one; asked twice, it answers with what exists.

        Raises:
            UnknownDelegate: nobody here has that id.
            FieldInvalid: no reason was given, or the badge was replaced too often to number.
        """
        why = reason_in(reason, Expected.REASON)
        with self.open_unit() as unit:
            delegate = _standing(unit, delegate)
            badge = unit.badge(delegate)
            if badge.current == former:
                if former >= codes.LAST_ISSUE:
                    expected = Expected.AT_MOST.of(most=codes.LAST_ISSUE)
                    raise FieldInvalid(field=Entry.ISSUE, value=former + 1, expected=expected)
                voided = unit.voided(delegate)
                if printer or voided:
                    unit.as_one_act()
                _replace(unit, delegate, former + 1, why)
                for each in voided:  # whichever badge the guest had is not the one that is valid now
                    _replace(unit, each, min(unit.badge(each).current + 1, codes.LAST_ISSUE), why)
                badge = unit.badge(delegate)
            job = owe_badge(unit, delegate, badge.current, printer) if printer else None
            unit.commit()
            return Replaced(badge, job, unit.changes)

    def revoke(self, delegate: DelegateId, reason: str) -> Recorded:
        """Make every badge of this delegate void, of whatever issue; nothing of earlier scans is lost.

        Where laptops apart revoked and restored it, this settles that.

        Raises:
            FieldInvalid: no reason was given.
            UnknownDelegate, RevokedAlready: and nothing was changed.
        """
        why = reason_in(reason, Expected.WHY)
        with self.open_unit() as unit:
            delegate = _standing(unit, delegate)
            badge = unit.badge(delegate)
            if badge.revoked and not badge.apart:
                raise RevokedAlready
            unit.record(FactDraft(delegate_subject(delegate), BadgeRevoked(reason=why, after=badge.state_facts)))
            unit.commit()
            return Recorded(unit.changes)

    def restore(self, delegate: DelegateId, reason: str) -> Recorded:
        """Make the badge valid again that was when all were revoked.

        Raises:
            FieldInvalid: no reason was given.
            UnknownDelegate, NotRevoked: and nothing was changed.
        """
        why = reason_in(reason, Expected.WHY)
        with self.open_unit() as unit:
            delegate = _standing(unit, delegate)
            badge = unit.badge(delegate)
            if not badge.revoked:
                raise NotRevoked
            unit.record(FactDraft(delegate_subject(delegate), BadgeRestored(reason=why, after=badge.state_facts)))
            unit.commit()
            return Recorded(unit.changes)

    def print(self, delegate: DelegateId, printer: str) -> Owed:
        """Owe the valid badge of a delegate to a printer; asked twice, the same job answers.

        Raises:
            UnknownDelegate: nobody here has that id.
            BadgeLeftInFile: it left in a file, so that a further one replaces it.
        """
        with self.open_unit() as unit:
            delegate = _standing(unit, delegate)
            issue = unit.badge(delegate).current
            if unit.is_in_file(delegate, issue):
                raise BadgeLeftInFile(issue=issue)
            job = owe_badge(unit, delegate, issue, printer)
            unit.commit()
            return Owed(job, unit.changes)

    def move(self, job: JobId, printer: str) -> Recorded:
        """Let a job of this laptop wait for `printer`; one that failed is tried there, in its place again too.

        Raises:
            UnknownFact: there is no such job here.
            JobCannotBecome: something of it may have come out, or another laptop prints it; nothing was changed.
        """
        with self.open_unit() as unit:
            known = _job(unit, job)
            if known.state not in MOVABLE or not unit.prints(known):
                raise JobCannotBecome
            _moved(unit, known, printer)
            unit.commit()
            return Recorded(unit.changes)

    def follow_merge(self, job: JobId) -> Recorded:
        """Let the badge of whoever stands for a voided record be owed in the place of that record's, where it never was.

        Raises:
            UnknownFact: there is no such job here.
            JobCannotBecome: something of it may have come out; nothing was changed.
        """
        with self.open_unit() as unit:
            known = _job(unit, job)
            record_job(unit, known.state, replace(known, state=JobState.SUPERSEDED, detail=MERGED))
            stands = _standing(unit, known.delegate)
            badge = unit.badge(stands)
            theirs = unit.job_for(stands, badge.current)
            if not badge.revoked and (theirs is None or theirs.state in GIVEN_UP):
                owe_unless_out(unit, stands, badge.current, known.printer)
            unit.commit()
            return Recorded(unit.changes)

    def job_changed(  # noqa: PLR0913 - what a job is, where, and what its printer was given, each by its name
        self,
        job: JobId,
        state: JobState,
        detail: str = "",
        *,
        at: str | None = None,
        ticket: Ticket | UnsetType | None = UNSET,
        drawn: bool = False,
    ) -> Recorded:
        """Record what became of a job, before anyone acts on it.

        Args:
            job: which one.
            state: what it is now.
            detail: the key of what went wrong, or who said so.
            at: the printer that this is done at, where it is one that does it.
            ticket: what that printer was given, None where nothing of it comes any more; as it was where it is not said.
            drawn: whether it was drawn before that, which is recorded too.

        Raises:
            UnknownFact: there is no such job here.
            JobCannotBecome: it is where this cannot follow, or at another printer by now; nothing was changed, and
                nothing may be done on it.
        """
        with self.open_unit() as unit:
            known = _job(unit, job)
            if at is not None and known.printer != at:
                raise JobCannotBecome
            if drawn:
                known = record_job(unit, known.state, replace(known, state=JobState.RENDERED, detail="", ticket=None))
            stands = known.ticket if isinstance(ticket, UnsetType) else ticket
            record_job(unit, known.state, replace(known, state=state, detail=detail, ticket=stands))
            unit.commit()
            return Recorded(unit.changes)

    def settle(self, jobs: Iterable[JobId], state: JobState) -> Recorded:
        """Record what a person saw of several badges at once; those that are settled by now stay as they are."""
        with self.open_unit() as unit:
            for known in filter(None, map(unit.job, jobs)):
                if may_follow(known.state, state):
                    record_job(unit, known.state, replace(known, state=state, detail="told"))
            unit.commit()
            return Recorded(unit.changes)


def reason_in(text: str, expected: Expected) -> str:
    """Return the reason that was given.

    Raises:
        FieldInvalid: none was, or a whole page.
    """
    reason = text.strip()
    if not reason:
        raise FieldInvalid(field=Entry.REASON, value=Found.EMPTY, expected=expected)
    if len(reason) > LONGEST_TEXT:
        found, most = Found.CHARACTERS.of(length=len(reason)), Expected.AT_MOST.of(most=LONGEST_TEXT)
        raise FieldInvalid(field=Entry.REASON, value=found, expected=most)
    return reason


def _replace(unit: Transaction, delegate: DelegateId, issue: int, reason: str) -> None:
    unit.record(FactDraft(delegate_subject(delegate), BadgeReplaced(issue=issue, reason=reason)))


def record_job(unit: Transaction, before: JobState | None, job: Job, document: Digest | None = None) -> Job:
    """Record what a job is now, which was in `before`, None where it was not yet.

    `document` says what whoever collected it is called.  Of a badge that is handed over the ledger keeps what it was.

    Raises:
        JobCannotBecome: the one cannot follow the other; nothing was recorded.
    """
    if not may_follow(before, job.state):
        raise JobCannotBecome
    if before and job.state is JobState.HANDED_OVER:
        job = replace(job, detail=before_hand_over(before))
    return write_job(unit, job, document)


def write_job(unit: Transaction, job: Job, document: Digest | None = None) -> Job:
    """Record a job in the state that it is in, whatever it was in before."""
    changed = JobChanged(
        delegate=job.delegate,
        issue=job.issue,
        printer=job.printer,
        state=job.state.value,
        detail=job.detail,
        ticket=job.ticket or UNSET,
        collector=(job.collector.who if job.collector else None) or UNSET,
        document=document or UNSET,
        after=job.facts,
    )
    fact = unit.record(FactDraft(job_subject(job.id), changed))
    return replace(job, at=fact.at, facts=(fact.fact_id,), station=job.station or station_of(fact.log_id))


def _job(unit: JobReads, job: JobId) -> Job:
    known = unit.job(job)
    if known is None:
        raise UnknownFact
    return known


def _standing(unit: PersonReads, delegate: DelegateId) -> DelegateId:
    """Return whom an id means: of a voided record who stands for it, since one badge revoked alone stops nobody."""
    known = unit.delegate(delegate)
    if known is None:
        raise UnknownDelegate(name=delegate)
    return known.id
