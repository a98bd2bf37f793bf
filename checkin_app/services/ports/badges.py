"""Badges, and the jobs that print them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.delegates import BadgeStanding
from checkin_app.domain.ids import DelegateId, FactId, Instant, JobId, StationId
from checkin_app.domain.jobs import Collector, JobState, Ticket
from checkin_app.domain.lists.again import Revocation


@dataclass(frozen=True, slots=True)
class Job:
    """One badge on its way to a printer."""

    id: JobId
    delegate: DelegateId
    issue: int
    printer: str
    state: JobState
    detail: str
    at: Instant
    facts: tuple[FactId, ...] = ()
    """The changes that a new one must name; more than one says that laptops changed it apart."""
    station: StationId | None = None
    """The laptop that owed it, and prints it; None while it is not recorded."""
    ticket: Ticket | None = None
    """What its printer was given, where that may still come out."""
    collector: Collector | None = None
    """Who took it along; None where the guest did, or it was not handed over."""


class BadgeReads(Protocol):
    """Which badge of a person is valid."""

    def badge(self, delegate: DelegateId) -> BadgeStanding: ...


class RevocationReads(Protocol):
    """Whose badges are void."""

    def revocations(self) -> Mapping[DelegateId, Revocation]:
        """Return all whose badges are revoked, and whether lists alone said so."""
        ...


class BadgeQueries(Protocol):
    """Everybody's badges."""

    def valid_badges(self, after: DelegateId, most: int) -> Sequence[tuple[DelegateId, int]]:
        """Return up to `most` people whose ids come after that one, by id, each with the issue that is valid."""
        ...


class JobReads(Protocol):
    """Which badges are owed."""

    def job(self, job: JobId) -> Job | None: ...
    def prints(self, job: Job) -> bool:
        """Return whether this laptop prints a job, which is the one that owed it."""
        ...

    def job_for(self, delegate: DelegateId, issue: int) -> Job | None:
        """Return the job of one badge, on whichever printer and laptop; None where it is owed nowhere.

        Where laptops apart owed it several times, one that may still come out, or did, before those that were given up.
        """
        ...

    def is_in_file(self, delegate: DelegateId, issue: int) -> bool:
        """Return whether a badge left in a file."""
        ...


class OwnJobQueries(Protocol):
    """Badges that this laptop owes."""

    def own_jobs(self, states: Collection[JobState]) -> Sequence[Job]:
        """Return the jobs in any of `states` that this station owed, oldest first: others print their own."""
        ...


class JobQueries(OwnJobQueries, Protocol):
    """Badges that any laptop owes, and how far they are."""

    def own_jobs_at(self, printer: str, states: Collection[JobState], since: Instant) -> int:
        """Return how many badges that this station owes stand in any of `states` at a printer, owed at `since` or later."""
        ...

    def jobs(self, limit: int) -> Sequence[Job]:
        """Return the newest `limit`, newest first, and then every older one that is a question to a person."""
        ...
