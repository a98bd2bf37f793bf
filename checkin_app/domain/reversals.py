"""How each kind of fact is undone, or why it is final: one ordered table.  Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.facts import Fact
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
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded


class End(StrEnum):
    """How what a fact says comes to hold no more.  The fact itself stays in the record."""

    TAKEN_BACK = "taken back"
    """A fact that names it, or the operation it is of, lets it count no more."""
    FOLLOWED = "followed"
    """What holds is said anew, by a fact that knew of it; so also what held before."""
    FINAL = "final"
    """Neither: why, a word says."""


class Finality(Worded):
    """Why something is final, after “That cannot be taken back:”."""

    KEY = QT_TRANSLATE_NOOP("Detail", "what this laptop writes is proven by it")
    SHUT_OUT = QT_TRANSLATE_NOOP("Detail", "a laptop that was shut out joins again as a new one")
    WITHDRAWN = QT_TRANSLATE_NOOP("Detail", "whoever comes after all is registered anew")
    REPLACED = QT_TRANSLATE_NOOP("Detail", "the former badge stays void, so that never two are valid")
    UNDONE = QT_TRANSLATE_NOOP("Detail", "what was undone is done again")
    LOOKED = QT_TRANSLATE_NOOP("Detail", "somebody has looked at it")
    SIGNED_IN = QT_TRANSLATE_NOOP("Detail", "what was done since bears that name; lock to sign out")


@dataclass(frozen=True, slots=True)
class Reversal:
    """How what one kind of fact says comes to hold no more."""

    kind: type[Body]
    end: End
    by: tuple[type[Body], ...] = ()
    why: Finality | None = None


def _taken_back(kind: type[Body], *by: type[Body]) -> Reversal:
    return Reversal(kind, End.TAKEN_BACK, by)


def _followed(kind: type[Body], *by: type[Body]) -> Reversal:
    return Reversal(kind, End.FOLLOWED, by)


def _final(kind: type[Body], why: Finality) -> Reversal:
    return Reversal(kind, End.FINAL, (), why)


#: In the order in which kinds are registered.
TABLE: tuple[Reversal, ...] = (
    _final(StationEnrolled, Finality.KEY),
    _followed(StationAsked, StationAdmitted, StationRevoked),
    _followed(StationAdmitted, StationLeft, StationRevoked),
    _final(StationRevoked, Finality.SHUT_OUT),
    _followed(StationLeft, StationAdmitted),
    _followed(ForumAdopted, ForumAdopted),
    _taken_back(DelegateRegistered, DelegateWithdrawn, OperationTakenBack),
    _followed(DelegateAmended, DelegateAmended, OperationTakenBack),
    _final(DelegateWithdrawn, Finality.WITHDRAWN),
    _followed(DelegateMerged, DelegateParted),
    _followed(DelegateParted, DelegateMerged),
    _taken_back(BadgeIssued, OperationTakenBack),
    _final(BadgeReplaced, Finality.REPLACED),
    _followed(BadgeRevoked, BadgeRestored, OperationTakenBack),
    _followed(BadgeRestored, BadgeRevoked, OperationTakenBack),
    _taken_back(ScanDecided, ScanUndone),
    _taken_back(ScanAnswered, ScanUndone),
    _final(ScanUndone, Finality.UNDONE),
    _taken_back(PresenceSettled, ScanUndone),
    _taken_back(BoardingOverridden, ScanUndone),
    _taken_back(RideAssigned, ScanUndone, RideAssigned, OperationTakenBack),
    _taken_back(RideSaid, RideUndone),
    _taken_back(RideLeft, RideUndone),
    _final(RideUndone, Finality.UNDONE),
    _followed(BusAdded, BusAmended, BusCancelled, OperationTakenBack),
    _followed(BusAmended, BusAmended, OperationTakenBack),
    _followed(BusMovedTo, BusMovedTo, BusDepartureUndone),
    _followed(JobChanged, JobChanged),
    _followed(BusCounted, BusCounted, BusMovedTo),
    _followed(BusCrewed, BusCrewed),
    _followed(BusReleased, BusMovedTo),
    _final(BusReleaseReviewed, Finality.LOOKED),
    _followed(BusEmptied, BusMovedTo),
    _followed(BusClosed, BusReopened),
    _followed(BusReopened, BusClosed),
    _followed(BusHeld, BusMovedTo),
    _followed(BusCancelled, BusMovedTo),
    _taken_back(BusArrived, BusArrivalUndone),
    _followed(BusArrivalUndone, BusArrived),
    _followed(BusDepartureUndone, BusMovedTo),
    _taken_back(StopSkipped, StopRestored),
    _followed(StopRestored, StopSkipped),
    _taken_back(BusSwapped, BusSwapUndone),
    _followed(BusSwapUndone, BusSwapped),
    _followed(BusEmergencyCalled, BusEmergencyEnded),
    _followed(BusEmergencyMarked, BusEmergencyMarked),
    _followed(BusEmergencyEnded, BusEmergencyCalled),
    _taken_back(OperationOpened, OperationTakenBack),
    _taken_back(OperationClosed, OperationTakenBack),
    _final(OperationTakenBack, Finality.UNDONE),
    _followed(ContradictionSettled, ContradictionReopened),
    _followed(ContradictionReopened, ContradictionSettled),
    _followed(OperatorNamed, OperatorNamed, OperatorRevoked),
    _followed(OperatorRevoked, OperatorNamed),
    _followed(OperatorPinSet, OperatorPinSet),
    _final(OperatorSignedIn, Finality.SIGNED_IN),
)

#: The same by the kinds' names.
REVERSALS: Mapping[str, Reversal] = {each.kind.KIND: each for each in TABLE}


def finality(fact: Fact) -> Finality | None:
    """Return why what a fact says is final; None where it is not."""
    known = REVERSALS.get(fact.kind)
    return known.why if known else None
