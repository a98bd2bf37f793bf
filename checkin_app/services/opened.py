"""One opened station: every service on the same store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checkin_app.domain.buses import Bus
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, CheckpointId, bus_of
from checkin_app.domain.rehearsal import door_at, figures_of_rehearsal, is_rehearsal
from checkin_app.domain.swaps import Swap, took_over
from checkin_app.services.badges import Badges
from checkin_app.services.bus_days import BusDays
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.emergencies import Emergencies
from checkin_app.services.enrolling import Enrolling
from checkin_app.services.fleet_import import FleetImport
from checkin_app.services.handing_over import HandingOver
from checkin_app.services.head_counts import HeadCounts
from checkin_app.services.importing import Importing
from checkin_app.services.issuing import Issuing
from checkin_app.services.merges import Merges
from checkin_app.services.merging import Merging
from checkin_app.services.operations import Operations
from checkin_app.services.operator_import import OperatorImport
from checkin_app.services.operators import Operators, SigningIn
from checkin_app.services.overriding import Overriding
from checkin_app.services.people import People
from checkin_app.services.planning import Planning
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.signing import BadgeSigner
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.ports.transactions import Clock
from checkin_app.services.ports.upkeep import Upkeep
from checkin_app.services.printing import Printing
from checkin_app.services.programme import Programme
from checkin_app.services.proving import ProvingAhead
from checkin_app.services.queries import Queries
from checkin_app.services.reseating import Reseating
from checkin_app.services.rides import Rides
from checkin_app.services.scanning import Scanning
from checkin_app.services.settling import Settling
from checkin_app.services.swaps import Swaps
from checkin_app.services.walk_ins import WalkIns


@dataclass(frozen=True, slots=True)
class OpenedStation:
    """What commands and screens act through."""

    in_force: ForumInForce
    station: Station
    clock: Clock
    signer: BadgeSigner
    queries: Queries
    scanning: Scanning
    proving_ahead: ProvingAhead
    badges: Badges
    handing_over: HandingOver
    printing: Printing
    people: People
    merges: Merges
    walk_ins: WalkIns
    dispatch: Dispatch
    bus_days: BusDays
    rides: Rides
    overriding: Overriding
    head_counts: HeadCounts
    swaps: Swaps
    emergencies: Emergencies
    importing: Importing
    merging: Merging
    planning: Planning
    fleet_import: FleetImport
    issuing: Issuing
    settling: Settling
    programme: Programme
    operations: Operations
    enrolling: Enrolling
    operators: Operators
    operator_import: OperatorImport
    signing_in: SigningIn
    upkeep: Upkeep

    @property
    def forum(self) -> Forum:
        return self.in_force.forum

    @property
    def reseating(self) -> Reseating:
        return Reseating(self.rides.open_unit, self.queries, self.buses, self.manifest, lambda: self.forum.vips)

    def rehearsing(self, checkpoint: CheckpointId | None = None) -> bool:
        """Return whether scans made now, at a checkpoint, are a rehearsal."""
        counts = self.queries.buses(rehearsal=False) if checkpoint and bus_of(checkpoint) else ()
        door = door_at(self.forum, checkpoint, (each.bus for each in counts))
        return is_rehearsal(self.forum, self.clock(), door)

    def buses(self) -> Sequence[BusCount]:
        """Return every bus, each with the figures of its own ride: of the forum, or of a rehearsal."""
        counts = self.queries.buses(rehearsal=False)
        now, took_place = self.clock(), cache(self._took_place)  # asked once, however many buses there are
        practised = {each.bus.code for each in counts if figures_of_rehearsal(self.forum, now, each.bus, took_place)}
        others = self.queries.buses(rehearsal=True) if practised else ()
        in_practice = {each.bus.code: each for each in others if each.bus.code in practised}
        return [in_practice.get(each.bus.code, each) for each in counts]

    def bus_count(self, bus: BusCode) -> BusCount:
        """Return one bus with the figures of its own ride, asking about no other.

        Raises:
            UnknownBus: there is no such bus.
        """
        count = self.queries.bus_count(bus, rehearsal=False)
        return self.queries.bus_count(bus, rehearsal=True) if self.figures_of_rehearsal(count.bus) else count

    def checkpoint_counts(self) -> Sequence[CheckpointCount]:
        """Return who came to each session: of the forum, or of a rehearsal."""
        return self.queries.checkpoint_counts(rehearsal=self.figures_of_rehearsal())

    def manifest(self, bus: BusCode) -> Manifest:
        """Return who is on a bus's list and who is aboard, on the ride that is under way.

        Raises:
            UnknownBus: there is no such bus.
        """
        manifest = self.queries.manifest(bus, rehearsal=False)
        if self.figures_of_rehearsal(manifest.bus):
            manifest = self.queries.manifest(bus, rehearsal=True)
        swaps = self.swaps_now()
        return replace(manifest, swap=swaps.get(bus), took_over=took_over(swaps, bus)) if swaps else manifest

    def swaps_now(self) -> Mapping[BusCode, Swap]:
        """Return from which buses another takes over."""
        return {code: each.swap for code, each in self.queries.counted().items() if each.swap}

    def figures_of_rehearsal(self, bus: Bus | None = None) -> bool:
        """Return whether lists and figures asked for now, of a bus or of all, tell of a rehearsal."""
        return figures_of_rehearsal(self.forum, self.clock(), bus, self._took_place)

    def _took_place(self) -> bool:
        return self.queries.anybody_came()
