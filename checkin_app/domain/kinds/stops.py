"""What is said of the stops of a bus on its ride: where it came to, what it passes by, and that neither was so."""

from typing import Annotated, ClassVar

from msgspec import Meta

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.delegates import LONGEST_TEXT
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Aspect, Body, DigestName
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.roles import Deed

StopName = Annotated[str, Meta(max_length=LONGEST_TEXT)]


class BusArrived(BusMove, frozen=True, kw_only=True):
    """The bus stands at a stop; it leaves there as it does anywhere, counted and released."""

    KIND = "bus.arrived"

    stop: StopName
    """As the route, or whoever opened it, calls it; empty where nobody gave it a name."""

    @property
    def becomes(self) -> BusState:
        return BusState.AT_STOP


class BusArrivalUndone(BusMove, frozen=True, kw_only=True):
    """It was not there: it is on its way still."""

    KIND = "bus.arrival_undone"

    fact: FactId

    @property
    def becomes(self) -> BusState:
        return BusState.DEPARTED


class BusDepartureUndone(BusMove, frozen=True, kw_only=True):
    """It did not leave: it stands where it was released."""

    KIND = "bus.departure_undone"

    fact: FactId

    @property
    def becomes(self) -> BusState:
        return BusState.RELEASED


class OfStops(Body, frozen=True, kw_only=True):
    """Something that is said of a stop ahead; it moves no bus."""

    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    DEED = Deed.MOVE_BUS
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BUSES})

    after: tuple[FactId, ...]
    """The moves of the bus that its writer knew of: they say of which ride it is."""


class StopSkipped(OfStops, frozen=True, kw_only=True):
    """The bus passes by a stop of its route today."""

    KIND = "bus.stop_skipped"

    stop: StopName
    document: DigestName
    """``{"reason": …}``."""


class StopRestored(OfStops, frozen=True, kw_only=True):
    """It calls there after all."""

    KIND = "bus.stop_restored"

    fact: FactId
