"""What is said of rides: on whose list a delegate stands, and what became of them there."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import UNSET, Meta, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import BusCode, CheckpointId, FactId, OperatorId, RouteId
from checkin_app.domain.kinds.body import Aspect, Body, DigestName
from checkin_app.domain.kinds.scans import Attendance
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.roles import Deed

#: A person, by the id that a name has at this forum.
PersonName = Annotated[OperatorId, Meta(pattern=r"\A[0-9a-f]{16}\Z")]


class Saying(StrEnum):
    """What a person says of somebody's ride."""

    STANDBY = "standby"
    """No seat yet: waits in the order in which this was said."""
    TRANSFER = "transfer"
    """From one bus to another: open until they were seen off the one and on the other."""
    UNBOARDED = "unboarded"
    """The boarding is undone, the seat kept."""
    OFFLOADED = "offloaded"
    """Removed by staff, the seat given up."""
    EXCUSED = "excused"
    MISSING = "missing"
    NO_SHOW_ASKED = "no_show_asked"
    """Asked for at the bus; a second person has yet to confirm it."""
    NO_SHOW = "no_show"
    RETURNED = "returned"


#: What a person does by saying so; the rest is a coordinator's.
_DEEDS: Mapping[Saying, Deed] = {
    Saying.STANDBY: Deed.SEAT,
    Saying.TRANSFER: Deed.SEAT,
    Saying.UNBOARDED: Deed.SCAN,
}


def deed_of(what: Saying) -> Deed:
    return _DEEDS.get(what, Deed.RIDE)


class Ground(StrEnum):
    """Why, from a list; what else is to be said of it is free text in a document."""

    UNWELL = "unwell"
    OWN_WAY = "own_way"
    OTHER_PROGRAMME = "other_programme"
    DELEGATION = "delegation"
    SECURITY = "security"
    CONDUCT = "conduct"
    MISTAKE = "mistake"
    OTHER = "other"


class RideAssigned(Body, frozen=True, kw_only=True):
    KIND = "ride.assigned"
    SUBJECT = "delegate:"
    ASPECT = Aspect.RIDE
    DEED = Deed.SEAT
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.RIDES})
    IS_WITHHELD = True

    bus: BusCode | None
    """None takes them off every list."""
    supersedes: tuple[FactId, ...] = ()
    """The assignments that this one follows."""


class RideSaid(Body, frozen=True, kw_only=True):
    """Something that holds of a ride until the badge is seen again, the list changes, or more is said."""

    KIND = "ride.said"
    SUBJECT = "delegate:"
    ASPECT = Aspect.RIDE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.RIDES})

    what: Saying
    knows: tuple[FactId, ...]
    """All that its writer knew: where they were seen at buses, on which list, and what was said before."""
    rehearsal: bool = False
    bus: BusCode | UnsetType = UNSET
    leaves: BusCode | UnsetType = UNSET
    """The bus that a transfer leads away from."""
    route: RouteId | UnsetType = UNSET
    """Of a standby, where they wait."""
    ground: Ground | UnsetType = UNSET
    by: PersonName | UnsetType = UNSET
    """Who says so, where a second person has to say more."""
    confirms: FactId | UnsetType = UNSET
    text: DigestName | UnsetType = UNSET
    """A document: free text, who agreed."""

    @property
    def deed(self) -> Deed:
        return deed_of(self.what)

    @property
    def document(self) -> DigestName | UnsetType:
        return self.text

    @property
    def speaks_for(self) -> OperatorId | None:
        return self.by or None


class RideLeft(Attendance, frozen=True, kw_only=True):
    """The same of somebody who was aboard, and is not any more by it: whatever is said, no scan was seen."""

    KIND = "ride.left"
    SUBJECT = "delegate:"
    ASPECT = Aspect.MOVEMENT
    HEEDED_BY = frozenset({Aspect.RIDE})
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.RIDES, Changed.PRESENCES})

    what: Saying
    knows: tuple[FactId, ...]
    reason: Reason = Reason.GOT_OFF
    moved_from: tuple[CheckpointId, ...] = ()
    ground: Ground | UnsetType = UNSET
    belongings: bool | UnsetType = UNSET
    """Whether something of theirs was left aboard; absent where nobody was asked."""
    text: DigestName | UnsetType = UNSET

    @property
    def deed(self) -> Deed:
        return deed_of(self.what)

    @property
    def document(self) -> DigestName | UnsetType:
        return self.text


class RideUndone(Body, frozen=True, kw_only=True):
    """What was said of a ride is taken back, by somebody who might have said it."""

    KIND = "ride.undone"
    SUBJECT = "delegate:"
    ASPECT = Aspect.MOVEMENT
    HEEDED_BY = frozenset({Aspect.RIDE})
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.RIDES, Changed.PRESENCES})

    fact: FactId
    what: Saying
    """What that fact says: nobody takes back what they might not say."""

    @property
    def deed(self) -> Deed:
        return deed_of(self.what)

    @property
    def target(self) -> FactId:
        return self.fact
