"""The kinds that this version knows, by their names; facts of others are kept and passed on unread."""

from collections.abc import Mapping
from functools import cache

import msgspec

from checkin_app.domain.kinds.badges import BadgeIssued, BadgeReplaced, BadgeRestored, BadgeRevoked
from checkin_app.domain.kinds.body import Body
from checkin_app.domain.kinds.buses import BusAdded, BusAmended, BusCancelled, BusHeld, BusMovedTo
from checkin_app.domain.kinds.contradictions import ContradictionReopened, ContradictionSettled
from checkin_app.domain.kinds.emergencies import BusEmergencyCalled, BusEmergencyEnded, BusEmergencyMarked
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.head_counts import (
    BusClosed,
    BusCounted,
    BusCrewed,
    BusEmptied,
    BusReleased,
    BusReleaseReviewed,
    BusReopened,
)
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.merges import DelegateMerged, DelegateParted
from checkin_app.domain.kinds.operations import OperationClosed, OperationOpened, OperationTakenBack
from checkin_app.domain.kinds.operators import OperatorNamed, OperatorPinSet, OperatorRevoked, OperatorSignedIn
from checkin_app.domain.kinds.people import DelegateAmended, DelegateRegistered
from checkin_app.domain.kinds.rides import RideAssigned, RideLeft, RideSaid, RideUndone
from checkin_app.domain.kinds.scans import (
    BoardingOverridden,
    PresenceSettled,
    ScanAnswered,
    ScanDecided,
    ScanUndone,
)
from checkin_app.domain.kinds.stations import (
    StationAdmitted,
    StationAsked,
    StationEnrolled,
    StationLeft,
    StationRevoked,
)
from checkin_app.domain.kinds.stops import (
    BusArrivalUndone,
    BusArrived,
    BusDepartureUndone,
    StopRestored,
    StopSkipped,
)
from checkin_app.domain.kinds.swaps import BusSwapped, BusSwapUndone
from checkin_app.domain.kinds.withdrawals import DelegateWithdrawn

#: What this version makes of a fact; raise it with every change of what can be read, and with every new kind:
#: stores then read all their facts off again as they open.
FORM = 29

KINDS: Mapping[str, type[Body]] = {
    each.KIND: each
    for each in (
        StationEnrolled, StationAsked, StationAdmitted, StationRevoked, StationLeft, ForumAdopted,
        DelegateRegistered, DelegateAmended, DelegateWithdrawn, DelegateMerged, DelegateParted,
        BadgeIssued, BadgeReplaced, BadgeRevoked, BadgeRestored,
        ScanDecided, ScanAnswered, ScanUndone, PresenceSettled, BoardingOverridden,
        RideAssigned, RideSaid, RideLeft, RideUndone,
        BusAdded, BusAmended, BusMovedTo, JobChanged,
        BusCounted, BusCrewed, BusReleased, BusReleaseReviewed, BusEmptied, BusClosed, BusReopened,
        BusHeld, BusCancelled, BusArrived, BusArrivalUndone, BusDepartureUndone, StopSkipped, StopRestored,
        BusSwapped, BusSwapUndone,
        BusEmergencyCalled, BusEmergencyMarked, BusEmergencyEnded,
        OperationOpened, OperationClosed, OperationTakenBack,
        ContradictionSettled, ContradictionReopened,
        OperatorNamed, OperatorRevoked, OperatorPinSet, OperatorSignedIn,
    )
}  # fmt: skip

#: What an operation may withhold.
WITHHELD = frozenset(name for name, kind in KINDS.items() if kind.IS_WITHHELD)
#: What a desk may not say.
BY_COORDINATORS = frozenset(name for name, kind in KINDS.items() if kind.BY_COORDINATORS)


@cache
def decoder_of(kind: type[Body]) -> msgspec.json.Decoder[Body]:
    """Return what reads a kind's JSON: made once, each fact of a list is read through it."""
    return msgspec.json.Decoder(kind)
