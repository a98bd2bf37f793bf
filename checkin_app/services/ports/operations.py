"""Operations: many facts of one log that count together or not at all."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, LogId, Subject
from checkin_app.domain.operations import Operation, TakenList
from checkin_app.services.ports.transactions import Keeping, Piece


class OperationLog(Keeping, Protocol):
    """The log of an operation, written outside every transaction and then appended."""

    @property
    def id(self) -> LogId: ...
    def write(self, draft: FactDraft) -> None:
        """Sign a fact; `OperationWrites.append` puts it into the store."""
        ...

    def make_ready(self, who: Delegate) -> None:
        """Work out by what somebody is found whom this operation registers, before they begin to count."""
        ...


class PendingReads(Protocol):
    """What is left to do of operations."""

    def unfinished(self) -> Sequence[LogId]:
        """Return the operations of this station that are neither closed nor taken back."""
        ...

    def left_to_count(self) -> int:
        """Return how many facts of closed operations do not count yet, or of those taken back still do."""
        ...


class OperationReads(Protocol):
    """How far an operation is, and who that it brought is let in."""

    def operation(self, log_id: LogId) -> Operation | None: ...
    def in_use(self, operation: LogId, since: int = 0) -> Sequence[DelegateId]:
        """Return those whom only `operation` registered and who were let in by a fact that came after `since`."""
        ...


class MadeReads(Protocol):
    """What was made in one go, and can be taken back."""

    def last_made(self, what: str) -> LogId | None:
        """Return the last operation of this kind that counts, here or on another laptop."""
        ...

    def said_by(self, operation: LogId, kind: str) -> Sequence[Subject]:
        """Return of whom or what an operation says something of this kind, in its order."""
        ...


class ListMemoryReads(Protocol):
    """What was said of the lists that were taken in."""

    def list_documents(self, most: int) -> Mapping[LogId, Mapping[str, Json]]:
        """Return what names each list that counts, and what was said of it: of the last `most`, the newest first."""
        ...

    def named_by_lists(self, lists: Sequence[LogId]) -> Mapping[LogId, Collection[DelegateId]]:
        """Return whom each of `lists` registered or amended."""
        ...


class CountingOn(Piece, Protocol):
    """Lets operations count."""

    @property
    def scans_are_near(self) -> bool:
        """Whether guests come now."""
        ...

    def count_on(self, most: int) -> int:
        """Let up to `most` facts of closed operations count, or of those taken back no longer; return what is left."""
        ...

    def committing(self) -> AbstractContextManager[Callable[[], bool]]:
        """Commit beside what a block does, which touches no store; gives what tells whether the block may go on.

        It may not once the commit is done, or somebody waits for it: then the processor is the commit's.
        """
        ...

    def gone_riders(self) -> Sequence[DelegateId]:
        """Return those on a bus's list whom nothing names any more: their list was taken back."""
        ...


class OperationWrites(CountingOn, Protocol):
    """Puts operations into the store."""

    def append(self, log: OperationLog, most: int) -> int:
        """Append up to `most` facts of those written into `log`; return how many are left."""
        ...


class ListQueries(Protocol):
    """Delegate lists that were taken in."""

    def lists_taken(self, limit: int = 100) -> Sequence[TakenList]:
        """Return the delegate lists that were taken in last, here or on another laptop, the newest first."""
        ...
