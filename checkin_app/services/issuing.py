"""Badges that leave in files: each counts as issued before the file can be read, whether it is ever printed or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.changes import Recorded
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, LogId, delegate_subject
from checkin_app.domain.kinds.badges import BadgeIssued
from checkin_app.domain.operations import BADGES, Stage
from checkin_app.domain.problems_records import NoBadgesInFile
from checkin_app.services.operations import Operations, OperationUnit, Written
from checkin_app.services.ports.badges import JobReads
from checkin_app.services.ports.facts import ArrivalReads
from checkin_app.services.ports.operations import MadeReads
from checkin_app.services.ports.progress import Progress, untold
from checkin_app.services.ports.transactions import Opens, Transaction


@dataclass(frozen=True, slots=True)
class Leaving:
    """A badge that is in a file."""

    delegate: DelegateId
    issue: int

    @property
    def draft(self) -> FactDraft:
        return FactDraft(delegate_subject(self.delegate), BadgeIssued(issue=self.issue))


class IssuingReads(JobReads, ArrivalReads, MadeReads, Protocol):
    """Knows which badges left in files, and which of those was written last."""


class IssueUnit(JobReads, Transaction, Protocol):
    """Lets a badge leave."""


@dataclass(frozen=True, slots=True)
class Issuing:
    """Records badges that leave in files."""

    reading: Opens[IssuingReads]
    open_unit: Opens[IssueUnit]
    operations: Operations

    def one(self, badge: Leaving) -> Recorded:
        """Record that one badge leaves; said before, nothing is written."""
        with self.open_unit() as unit:
            if not unit.is_in_file(badge.delegate, badge.issue):
                unit.record(badge.draft)
            unit.commit()
            return Recorded(unit.changes)

    def many(self, badges: Sequence[Leaving], file: str, progress: Progress = untold) -> LogId | None:
        """Record that badges leave in one file: all of them, or none; return what takes that back.

        Args:
            badges: those that are in it.
            file: what it is called.
            progress: is told at each of them that it is at the last; what it raises ends the work, and nothing counts.

        Returns:
            None where all of them left in another file before.

        Raises:
            ListBeingTaken: and nothing was recorded.
            SignInFirst, NoOperatorAnyMore, RoleMayNot: whoever acts may not.
        """
        with self.reading() as state:
            arrival = state.arrival()
            fresh = [each for each in badges if not state.is_in_file(each.delegate, each.issue)]
        if not fresh:
            return None
        written = Written(
            what=BADGES,
            count=len(fresh),
            drafts=lambda _log: (each.draft for each in fresh),
            arrival=arrival,
            kinds=(),
            spoils=bool,
            file=file,
        )

        def stopped() -> bool:
            progress(len(badges), len(badges))
            return False

        return self.operations.carry_out(written, stopped=stopped)[0]

    def take_back(self, operation: LogId | None = None, progress: Progress = untold) -> Recorded:
        """Let badges count as issued no more that left in a file: nobody printed it, and nobody will.

        Args:
            operation: which file's; None for the last one that counts.
            progress: is told how far it is.

        Raises:
            NoBadgesInFile: there is none, or it was taken back already.
            ListBeingTaken: another operation is going on.
        """
        with self.reading() as state:
            which = operation or state.last_made(BADGES)
        if which is None:
            raise NoBadgesInFile
        return self.operations.take_back(which, lambda unit: _must_count(unit, which), progress)


def _must_count(unit: OperationUnit, operation: LogId) -> None:
    known = unit.operation(operation)
    if known is None or known.what != BADGES or known.stage is not Stage.CLOSED:
        raise NoBadgesInFile
