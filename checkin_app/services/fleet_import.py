"""A list of buses taken in: as a whole or not at all, and taken back as one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from checkin_app.domain.buses import SEATS, Bus, values_of
from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.fleet_lists import MOST_ROWS, FleetList, columns_of, read_fleet
from checkin_app.domain.ids import BusCode, FactId, LogId
from checkin_app.domain.kinds.buses import BusAdded, BusAmended, BusEdit
from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.operations import FLEET, Stage
from checkin_app.domain.problems_fleet import (
    BusInUse,
    FleetHeadingsUnknown,
    FleetListLong,
    FleetListUnfit,
    NoFleetTaken,
    SeatsChangedSince,
)
from checkin_app.domain.row_lists import rows_of
from checkin_app.services.dispatch import bus_draft
from checkin_app.services.operations import Operations, OperationUnit, Written
from checkin_app.services.ports.buses import BusReads, SeatReads
from checkin_app.services.ports.facts import ArrivalReads
from checkin_app.services.ports.operations import MadeReads, OperationReads
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Keeping, Opens


class FleetReads(ForumReads, BusReads, SeatReads, ArrivalReads, OperationReads, MadeReads, Protocol):
    """Knows the buses there are, who sits on them, and which lists of buses were taken in."""


@dataclass(frozen=True, slots=True)
class FleetPreview:
    """What a list of buses would come to."""

    file: str
    sheets: tuple[str, ...]
    sheet: str
    list_: FleetList
    arrival: int
    """As of which fact it was compared: where buses were changed since, it is shown anew and not taken in."""


@dataclass(frozen=True, slots=True)
class FleetTaken:
    """What came of a list of buses."""

    list_: FleetList
    operation: LogId | None
    """What takes it back; None where nothing was written."""
    changes: ChangeSet = frozenset()


@dataclass(frozen=True, slots=True)
class _Edit:
    kind: type[BusEdit]
    code: BusCode
    values: Mapping[str, Json]
    supersedes: dict[str, tuple[FactId, ...]]

    def draft(self, keeping: Keeping) -> FactDraft:
        return bus_draft(keeping, self.kind, self.code, self.values, self.supersedes)


@dataclass(frozen=True, slots=True)
class FleetImport:
    """Takes lists of buses in."""

    reading: Opens[FleetReads]
    operations: Operations

    def look(self, file: ListFile) -> FleetPreview:
        """Return what the buses of a list come to beside those that are there, and what is wrong with its rows.

        Raises:
            FleetHeadingsUnknown: no row holds the headings of a list of buses.
            FleetListLong: it has more rows than any fleet has buses.
        """
        rows = rows_of(file)
        if not columns_of(rows):
            raise FleetHeadingsUnknown(file=file.name)
        filled = sum(any(cell.strip() for cell in row) for row in rows)
        if filled > MOST_ROWS:
            raise FleetListLong(file=file.name, rows=filled, most=MOST_ROWS)
        with self.reading() as state:
            list_ = read_fleet(rows, state.forum, _known(state))
            return FleetPreview(file.name, file.sheets, file.sheet.name, list_, state.arrival())

    def take(self, preview: FleetPreview, progress: Progress = untold, stopped: Stopped = unstopped) -> FleetTaken:
        """Add the buses of a list as it was looked at, and change those that are there.

        Raises:
            FleetListUnfit: something is wrong with rows of it; its `flaws` name each.
            ListBeingTaken, ListOutdated, ListStopped: and nothing was changed.
        """
        list_ = preview.list_
        if list_.flaws:
            raise FleetListUnfit.of(preview.file, list_.flaws)
        with self.reading() as state:
            edits = _edits(state, list_)
        if not edits:
            return FleetTaken(list_, None)
        written = Written(
            what=FLEET,
            count=len(edits),
            drafts=lambda log: (each.draft(log) for each in edits),
            arrival=preview.arrival,
            kinds=(BusAdded.KIND, BusAmended.KIND),
            spoils=bool,
            file=preview.file,
        )
        operation, changes = self.operations.carry_out(written, progress, stopped)
        return FleetTaken(list_, operation, changes)

    def take_in(self, file: ListFile, *, dry: bool = False) -> FleetTaken:
        """Take a list in as it comes; a cell that is empty changes nothing.

        Raises:
            FleetHeadingsUnknown, FleetListLong, FleetListUnfit, ListBeingTaken, ListOutdated: and nothing was changed.
        """
        preview = self.look(file)
        if not dry:
            return self.take(preview)
        if preview.list_.flaws:
            raise FleetListUnfit.of(preview.file, preview.list_.flaws)
        return FleetTaken(preview.list_, None)

    def last(self) -> LogId | None:
        """Return the last list of buses that counts, which can be taken back; None where there is none."""
        with self.reading() as state:
            return state.last_made(FLEET)

    def take_back(self, operation: LogId | None = None, progress: Progress = untold) -> Recorded:
        """Let the buses that a list brought be gone, and those that it changed be as they were.

        Args:
            operation: which; None for the last one that counts.
            progress: is told how far it is.

        Raises:
            NoFleetTaken: there is none, or it was taken back already.
            BusInUse: somebody is aboard a bus that would be gone, or on its list.
            SeatsChangedSince: of the seats of a bus one number is the list's, and another was written since.
            ListBeingTaken: another list is being taken in.
        """
        with self.reading() as state:
            which = operation or state.last_made(FLEET)
            if which is None:
                raise NoFleetTaken
            added = [BusCode(each.partition(":")[2]) for each in state.said_by(which, BusAdded.KIND)]
            amended = [BusCode(each.partition(":")[2]) for each in state.said_by(which, BusAmended.KIND)]

        def must(unit: OperationUnit) -> None:
            _must_be_free(unit, which, added)
            for code in amended:
                _must_have_seats_of_its_own(unit, which, code)

        return self.operations.take_back(which, must, progress)


def _known(state: FleetReads) -> Mapping[BusCode, Bus]:
    return {bus.code: bus for route in state.forum.routes for bus in state.buses_of(route.id)}


def _edits(state: FleetReads, list_: FleetList) -> list[_Edit]:
    edits = [_Edit(BusAdded, bus.code, values_of(bus), {}) for bus in list_.added]
    for code, changes in list_.changed.items():
        record = state.bus_record(code)
        if record.bus is not None:
            after = values_of(replace(record.bus, **changes))
            values = {name: after[name] for name in changes}
            edits.append(_Edit(BusAmended, code, values, record.edits.superseding(values)))
    return edits


def _must_be_free(unit: OperationUnit, operation: LogId, added: list[BusCode]) -> None:
    known = unit.operation(operation)
    if known is None or known.what != FLEET or known.stage is not Stage.CLOSED:
        raise NoFleetTaken
    for code in added:
        people = max(unit.holders(code, rehearsal=False), unit.aboard(code, rehearsal=True))
        if people:
            raise BusInUse(bus=code, people=people)


def _must_have_seats_of_its_own(unit: OperationUnit, operation: LogId, code: BusCode) -> None:
    """Look whether numbers of seats that were put together since would be torn apart: more usable than licensed ones."""
    heads = unit.bus_record(code).edits.heads
    facts = [unit.fact(each.fact_id) for name in SEATS for each in heads.get(name, ())]
    listed = [fact for fact in facts if fact and fact.log_id == operation]
    newest = max((fact.order for fact in listed), default=None)
    if newest is not None and any(fact.order > newest for fact in facts if fact and fact.log_id != operation):
        raise SeatsChangedSince(bus=code)
