"""What is said as a bus leaves and comes back: counts, releases, that it was emptied, closed, opened again."""

from typing import Annotated, ClassVar

from msgspec import UNSET, Meta, UnsetType

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.head_counts import MOST_PEOPLE, MOST_ROUNDS, Crew, Method
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Aspect, Body, DelegateName, DigestName
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.roles import Deed

People = Annotated[int, Meta(ge=0, le=MOST_PEOPLE)]


class OfCounting(Body, frozen=True, kw_only=True):
    """Something that is said of a head count; it moves no bus."""

    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BUSES})

    after: tuple[FactId, ...]


class BusCounted(OfCounting, frozen=True, kw_only=True):
    KIND = "bus.counted"
    DEED = Deed.COUNT

    counting: FactId
    """The move by which this count was begun."""
    round: Annotated[int, Meta(ge=1, le=MOST_ROUNDS)]
    method: Method
    people: People
    document: DigestName
    """Who counted: ``{"name": …}``."""


class BusCrewed(OfCounting, frozen=True, kw_only=True):
    """Who is aboard besides delegates, all of them."""

    KIND = "bus.crewed"
    DEED = Deed.MOVE_BUS

    crew: dict[Crew, People]


class BusReleased(BusMove, frozen=True, kw_only=True):
    """The bus may leave."""

    KIND = "bus.released"
    DEED = Deed.RELEASE

    agreed: bool
    by_self: bool
    """Its coordinator and a second person, alone and without network."""
    people: People
    souls: People
    unaccounted: tuple[DelegateName, ...] = ()
    document: DigestName | UnsetType = UNSET
    """Why it leaves though it does not tally: ``{"reason": …}``."""

    @property
    def becomes(self) -> BusState:
        return BusState.RELEASED

    @property
    def deed(self) -> Deed:
        if not self.agreed:
            return Deed.RELEASE_SHORT
        return Deed.MOVE_BUS if self.by_self else Deed.RELEASE

    @property
    def approval(self) -> Deed | None:
        return Deed.COUNT if self.by_self else None


class BusReleaseReviewed(OfCounting, frozen=True, kw_only=True):
    """A dispatcher has seen that a bus released itself."""

    KIND = "bus.release_reviewed"
    DEED = Deed.RELEASE

    release: FactId


class BusEmptied(BusMove, frozen=True, kw_only=True):
    KIND = "bus.emptied"

    document: DigestName
    """Who walked to the last row: ``{"name": …}``."""

    @property
    def becomes(self) -> BusState:
        return BusState.EMPTIED


class BusClosed(BusMove, frozen=True, kw_only=True):
    KIND = "bus.closed"

    tallies: bool
    """Whether nothing was left open of how it left."""

    @property
    def becomes(self) -> BusState:
        return BusState.CLOSED

    @property
    def deed(self) -> Deed:
        return Deed.MOVE_BUS if self.tallies else Deed.RELEASE_SHORT


class BusReopened(BusMove, frozen=True, kw_only=True):
    """Something has to be put right after the bus was closed."""

    KIND = "bus.reopened"
    DEED = Deed.RELEASE

    document: DigestName
    """``{"reason": …}``."""

    @property
    def becomes(self) -> BusState:
        return BusState.EMPTIED
