"""Long writes: in pieces that let scans between them, and as a whole or not at all."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, LogId, Subject
from checkin_app.domain.kinds.operations import deed_of
from checkin_app.domain.operations import closing, naming, opening, taking_back
from checkin_app.domain.problems import StorageProblem
from checkin_app.domain.problems_lists import ListBeingTaken, ListOutdated, ListStopped
from checkin_app.services.dispatch import assignment
from checkin_app.services.ports.acting import OperatorReads
from checkin_app.services.ports.buses import BusReads, SeatReads
from checkin_app.services.ports.facts import ArrivalReads, FactReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.operations import (
    CountingOn,
    OperationLog,
    OperationReads,
    OperationWrites,
    PendingReads,
)
from checkin_app.services.ports.people import PersonReads
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold
from checkin_app.services.ports.transactions import Keeping, Opens, Piece, Transaction

#: How long a piece of a long work may keep others waiting, in seconds: a small part of what a scan may, for the last
#: of it and the commit are still to come.
HELD = 0.03
#: How long it may be while nobody waits: few and long pieces write each page of the store fewer times.  It ends soon
#: after somebody does; what it has written by then is kept in bounds by its pages (`db.turns`).
LONGEST = 0.6
#: What is done between two looks at the time.
GRAIN = 50
#: The same of a list's facts, each of which takes some 0.1 ms: each look, and each statement, costs as much for one as for all.
STRETCH = 100
#: Facts that are signed before they are appended, outside every transaction.
SIGNED = 2000
#: People whose names are made ready before it is their turn to count.
READY = 1000
_OPERATIONS: ChangeSet = frozenset({Changed.OPERATIONS})

T = TypeVar("T")


P = TypeVar("P", bound=Piece)


class CountingUnit(CountingOn, MovementReads, Transaction, Protocol):
    """Lets operations count, and takes those who are gone with one off the lists."""


class OperationUnit(
    OperatorReads,
    OperationReads,
    OperationWrites,
    PersonReads,
    BusReads,
    SeatReads,
    FactReads,
    ArrivalReads,
    CountingUnit,
    Protocol,
):
    """Writes an operation, or takes one back."""


def _as_many_as_may_be(_piece: Piece) -> None:
    """Return no bound to a piece but its time."""


def work_off(
    open_piece: Opens[P],
    works: Sequence[T],
    work: Callable[[P, Sequence[T]], None],
    most: Callable[[P], int | None] = _as_many_as_may_be,
) -> None:
    """Do `work` for some of `works` after the other, as many in one piece as its time allows, or as `most` says of it."""
    place = 0
    while place < len(works):
        with open_piece() as piece:
            bound = most(piece)
            while True:
                work(piece, works[place : place + (bound or GRAIN)])
                place += bound or GRAIN
                if bound or place >= len(works) or not piece.may_go_on():
                    break
            piece.commit()


@dataclass(frozen=True, slots=True)
class Written:
    """What one operation is to write."""

    what: str
    count: int
    drafts: Callable[[Keeping], Iterable[FactDraft]]
    """Made as they are signed, so that nobody waits for the making either."""
    arrival: int
    """As of which fact it was decided."""
    kinds: Collection[str]
    """Others' facts of these kinds, written meanwhile,"""
    spoils: Callable[[Collection[Subject]], bool]
    """may make it outdated: returns whether they do."""
    file: str = ""
    """The name of the list that it takes in,"""
    said: Mapping[str, Json] = field(default_factory=dict)
    """and what was said of it."""
    person: Callable[[int], Delegate | None] = lambda _place: None
    """Whom the fact at a place among the drafts registers; None where it registers nobody, nor any after it."""


def _stretch(unit: CountingOn) -> int:
    """Return how many facts are worked on between two looks: fewer while guests come, who wait for the rest of them."""
    return min(GRAIN, STRETCH) if unit.scans_are_near else STRETCH


@dataclass(slots=True)
class _Signing:
    """Facts of an operation, signed before they are appended; also while a commit writes those before them."""

    log: OperationLog
    drafts: Iterator[FactDraft]
    waiting: int = 0
    """Signed and not appended."""
    appended: int = 0

    def write(self, draft: FactDraft) -> None:
        self.log.write(draft)
        self.waiting += 1

    def go_on(self) -> bool:
        """Sign one more; return whether there was one, and room for it."""
        draft = next(self.drafts, None) if self.waiting < 2 * SIGNED else None
        if draft is not None:
            self.write(draft)
        return draft is not None

    def fill(self, stopped: Stopped) -> bool:
        """Sign as many as are appended together; return whether there are any.

        Raises:
            ListStopped: as asked.
        """
        while self.waiting < SIGNED and self.go_on():
            if stopped():  # asked at each: there a work gives way to scans
                raise ListStopped
        return self.waiting > 0

    def append(self, unit: OperationUnit) -> bool:
        """Append some; return whether any are left."""
        before, self.waiting = self.waiting, unit.append(self.log, _stretch(unit))
        self.appended += before - self.waiting
        return self.waiting > 0


@dataclass(slots=True)
class _Ready:
    """Makes people ready for the index while a commit writes those before them."""

    make_ready: Callable[[Delegate], None]
    person: Callable[[int], Delegate | None]
    count: int
    place: int = 0
    counted: int = 0

    def go_on(self) -> bool:
        """Make one more ready; return whether there was one, and room for it."""
        self.place = max(self.place, self.counted)
        if self.place >= min(self.counted + READY, self.count) or (who := self.person(self.place)) is None:
            return False
        self.make_ready(who)
        self.place += 1
        return True


@dataclass(frozen=True, slots=True)
class Operations:
    """Writes operations of this station: one at a time, each in a log of its own."""

    reading: Opens[PendingReads]
    open_piece: Opens[OperationUnit]
    new_log: Callable[[], OperationLog]
    alone: Callable[[], AbstractContextManager[None]]
    """Holds the one place for an operation on this folder, and raises ListBeingTaken where another does."""

    def carry_out(
        self, work: Written, progress: Progress = untold, stopped: Stopped = unstopped
    ) -> tuple[LogId, ChangeSet]:
        """Write all of `work`, or nothing that counts; return its log and what changed.

        Raises:
            ListBeingTaken: another operation is going on.
            ListOutdated: what it was decided on was changed by others meanwhile.
            ListStopped: as asked.
        """
        with self.alone():
            log = self.new_log()
            try:
                self._write(log, work, progress, stopped)
                ready = _Ready(log.make_ready, work.person, work.count)
                whole = work.count

                def counting(left: int) -> None:
                    progress(max(whole - left // 2, whole // 2), whole)

                return log.id, _OPERATIONS | count_due(self.open_piece, counting, stopped, ready)
            except BaseException:
                with suppress(StorageProblem):  # what is not closed does not count, whether this is known or not
                    self._take_back(log.id)
                raise

    def take_back(self, log_id: LogId, must: Callable[[OperationUnit], None], progress: Progress = untold) -> Recorded:
        """Let nothing of an operation count any more; `must` raises what stands against it.

        Raises:
            ListBeingTaken: another operation is going on.
            SignInFirst, NoOperatorAnyMore, RoleMayNot: whoever acts may not.
        """
        with self.alone():
            with self.open_piece() as unit:
                must(unit)
                known = unit.operation(log_id)
                unit.acting().must_may(deed_of(known.what) if known else None)
                unit.record(taking_back(log_id))
                unit.commit()
                changes = unit.changes
            whole = known.promised if known else 0
            counted = count_due(self.open_piece, lambda left: progress(max(0, whole - left), whole))
            return Recorded(changes | counted)

    def settle(self) -> Recorded:
        """Finish what a process that died left behind: what it closed counts, what it did not is taken back."""
        with self.reading() as state:
            unfinished, left = state.unfinished(), state.left_to_count()
        if not unfinished and not left:
            return Recorded(frozenset())
        try:
            with self.alone():
                for log_id in unfinished:
                    self._take_back(log_id)
                return Recorded(_OPERATIONS | count_due(self.open_piece))
        except ListBeingTaken:  # then nobody died: whoever is at it finishes it
            return Recorded(frozenset())

    def _write(self, log: OperationLog, work: Written, progress: Progress, stopped: Stopped) -> None:
        signing, seen = _Signing(log, iter(work.drafts(log))), work.arrival
        document = log.keep(naming(work.file, work.said)) if work.file else None
        signing.write(opening(log.id, work.what, work.count, document))
        while signing.fill(stopped):
            seen = self._append(signing, work, seen)
            progress(min(signing.appended, work.count) // 2, work.count)
            if stopped():
                raise ListStopped
        signing.write(closing(log.id))
        self._append(signing, work, seen)

    def _append(self, signing: _Signing, work: Written, seen: int) -> int:
        """Append some of what was signed, unless others spoilt it since `seen`; return as of when that is known."""
        with self.open_piece() as unit:
            others = unit.written_since(seen, work.kinds)
            theirs = {subject for each, some in (others or {}).items() if each != signing.log.id for subject in some}
            if others is None or (theirs and work.spoils(theirs)):
                raise ListOutdated
            while signing.append(unit) and unit.may_go_on():
                pass
            seen = unit.arrival()
            with unit.committing() as goes_on:
                while goes_on() and signing.go_on():
                    pass
        return seen

    def _take_back(self, log_id: LogId) -> None:
        with self.open_piece() as unit:
            known = unit.operation(log_id)
            if known and not known.taken_back:
                unit.by_itself()
                unit.record(taking_back(log_id))
                unit.commit()
        count_due(self.open_piece)


def count_due(
    open_piece: Opens[CountingUnit],
    counting: Callable[[int], None] = lambda _left: None,
    stopped: Stopped = unstopped,
    ready: _Ready | None = None,
) -> ChangeSet:
    """Let everything count that is due, and nothing that was taken back; return what changed.

    Args:
        open_piece: opens the pieces of the work.
        counting: is told how many facts are left; what it raises ends the work, and what counts by then counts.
        stopped: asked between two pieces.
        ready: makes those ready who count later.

    Raises:
        ListStopped: as asked; what counts by then counts.
    """
    changes: set[Changed] = set()
    while True:
        with open_piece() as unit:
            left = unit.count_on(_stretch(unit))
            counting(left)
            while left and unit.may_go_on():
                left = unit.count_on(_stretch(unit))
                counting(left)
            if ready:
                ready.counted = ready.count - left
                with unit.committing() as goes_on:
                    while goes_on() and ready.go_on():
                        pass
            else:
                unit.commit()
            changes |= unit.changes
        if not left:
            return frozenset(changes) | _take_off_lists(open_piece)
        if stopped():
            raise ListStopped


def _take_off_lists(open_piece: Opens[CountingUnit]) -> ChangeSet:
    """Take those off the lists of buses who are gone with a list that was taken back: no bus waits for nobody."""
    with open_piece() as unit:
        gone = unit.gone_riders()
    changes: set[Changed] = set()

    def take_off(unit: CountingUnit, some: Sequence[DelegateId]) -> None:
        unit.by_itself()
        unit.record_all([assignment(unit, each, None) for each in some])
        unit.settle()
        changes.update(unit.changes)

    work_off(open_piece, gone, take_off)
    return frozenset(changes)
