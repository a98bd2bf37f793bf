"""What is said of print jobs: each change, before anyone acts on it."""

from typing import ClassVar

from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.jobs import Ticket
from checkin_app.domain.kinds.body import Aspect, Body, DelegateName, DigestName, IssueNumber, Known


class JobChanged(Body, frozen=True, kw_only=True):
    KIND = "job.changed"
    SUBJECT = "job:"
    ASPECT = Aspect.JOB
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.JOBS})

    delegate: DelegateName
    issue: IssueNumber
    printer: str
    state: str
    """One of ``domain.jobs.JobState``; a newer version may have more."""
    detail: str
    ticket: Ticket | UnsetType = UNSET
    """What its printer was given, where that may still come out."""
    collector: DelegateName | UnsetType = UNSET
    """The record of whoever took the badge along for the guest, where they have one."""
    document: DigestName | UnsetType = UNSET
    """What they are called: ``{"collector": …}``; absent where the guest took it."""
    after: Known = UNSET
