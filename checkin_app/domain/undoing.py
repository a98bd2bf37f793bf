"""What taking back brings back, and why that is refused.  Pure: no clock, no disk, no Qt."""

from collections.abc import Iterable, Mapping

from msgspec import structs

from checkin_app.domain.delegates import BadgeStanding
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import FactId, bus_of
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import ScanUndone
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.outcomes import Decision, Reason
from checkin_app.domain.problems_undo import (
    UndoAccessiblePlacesTaken,
    UndoBadgeVoid,
    UndoBusShut,
    UndoOtherBus,
    UndoRefused,
    UndoSeatsTaken,
    UndoSessionShut,
)
from checkin_app.domain.registers import Registers
from checkin_app.domain.scans import lets_pass

_R = Reason
#: What is said of an objection of the rules; the rest have the plain sentence.
REFUSALS: Mapping[Reason, type[UndoRefused]] = {
    _R.LICENSED_SEATS_TAKEN: UndoSeatsTaken,
    _R.FULL: UndoSeatsTaken,
    _R.NEEDS_ACCESSIBLE_PLACE: UndoAccessiblePlacesTaken,
    _R.NO_LAYOUT_LEFT: UndoAccessiblePlacesTaken,
    _R.LISTED_ELSEWHERE: UndoBusShut,
    _R.BUS_LEFT: UndoBusShut,
    _R.BUS_NOT_OPEN: UndoBusShut,
    _R.BUS_EMERGENCY: UndoBusShut,
    _R.ON_ANOTHER_BUS: UndoOtherBus,
    _R.WRONG_BUS: UndoOtherBus,
    _R.WRONG_ROUTE: UndoOtherBus,
    _R.NOT_OPEN_YET: UndoSessionShut,
    _R.SESSION_OVER: UndoSessionShut,
    _R.CATEGORY_NOT_ADMITTED: UndoSessionShut,
    _R.BADGE_REVOKED: UndoBadgeVoid,
}


def take_back(act: Iterable[Fact]) -> list[FactDraft]:
    """Return what takes back where somebody was let through and on which list they were put."""
    return [
        FactDraft(fact.subject, ScanUndone(fact=fact.fact_id))
        for fact in act
        if lets_pass(fact) or isinstance(fact.said, RideAssigned)
    ]


def may_withdraw(registration: FactId, edits: Registers, badge: BadgeStanding, after: Movements) -> bool:
    """Return whether a registration may be taken back with the rest of its act.

    Not where others have amended, listed or let in the guest meanwhile, or given them another badge: they are known
    by more than the act then.

    Args:
        registration: the fact that registered them.
        edits: what was written of them.
        badge: which of their badges is valid.
        after: where they are and on which list once the rest of the act is taken back.
    """
    alone = all(head.fact_id == registration for heads in edits.heads.values() for head in heads)
    return alone and badge == BadgeStanding() and not after.any_stands


def brought_back(before: Movements, after: Movements) -> tuple[Presence, ...]:
    """Return where somebody is after something was taken back and was not before."""
    inside = {(each.checkpoint, each.rehearsal) for each in before.presences if each.inside}
    return tuple(each for each in after.presences if each.inside and (each.checkpoint, each.rehearsal) not in inside)


def scanned_anew(after: Movements, back: Presence) -> Movements:
    """Return what the scan that `back` stands for would find: everything but itself."""
    return structs.replace(
        after,
        presences=tuple(each for each in after.presences if each != back),
        aboard=tuple(each for each in after.aboard if each != back),
    )


def refusal(back: Presence, objection: Decision) -> UndoRefused:
    """Return what is said where the rules object to what would be brought back."""
    known = {"bus": bus_of(back.checkpoint) or "", "seats": objection.details.get("seats", 0)}
    return REFUSALS.get(objection.reason, UndoRefused)(**known)
