"""What a person may override at a bus's door, and why.  Pure.

Never a badge that is void, never the licensed seats, and never doors that are shut: those are opened, and whoever was
counted is counted anew.
"""

from enum import StrEnum

from checkin_app.domain.outcomes import Reason
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded

#: What the door says, though a person with leave may let the guest board.
OVERRIDABLE = frozenset({
    Reason.WRONG_ROUTE, Reason.NEEDS_ACCESSIBLE_PLACE, Reason.FULL, Reason.STANDBY_WAITS,
})  # fmt: skip
#: What is a matter of safety, so that a second person has to agree.
BY_TWO = frozenset({Reason.NEEDS_ACCESSIBLE_PLACE})


class OverrideGround(StrEnum):
    """Why, from a list; what else is to be said of it is free text in a document."""

    DELEGATION = "delegation"
    ESCORT = "escort"
    OWN_BUS_LEFT = "own_bus_left"
    CHANGED_ROUTE = "changed_route"
    CAN_MANAGE = "can_manage"
    SECURITY = "security"
    OTHER = "other"


class OverrideWord(Worded):
    """Why, as it is chosen from a list."""

    DELEGATION = QT_TRANSLATE_NOOP("Detail", "Stays with their delegation")
    ESCORT = QT_TRANSLATE_NOOP("Detail", "Interprets for or looks after a guest aboard")
    OWN_BUS_LEFT = QT_TRANSLATE_NOOP("Detail", "Their own bus has left")
    CHANGED_ROUTE = QT_TRANSLATE_NOOP("Detail", "Has changed the route, as agreed")
    CAN_MANAGE = QT_TRANSLATE_NOOP("Detail", "Manages on an ordinary seat")
    SECURITY = QT_TRANSLATE_NOOP("Detail", "Asked for by security")
    OTHER = QT_TRANSLATE_NOOP("Detail", "Another reason")


def override_word(ground: OverrideGround) -> OverrideWord:
    return OverrideWord[ground.name]
