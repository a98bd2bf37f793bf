"""What a person's role lets them do: one ordered table, which help shows, screens ask and the fold holds.

A laptop has a role too (``domain.enrolment.Role``), which is about letting other laptops in and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded


class OperatorRole(StrEnum):
    """What somebody is at the forum, from the least that they may do to the most."""

    VOLUNTEER = "volunteer"
    BADGE_DESK = "badge_desk"
    COORDINATOR = "coordinator"
    ROUTE_DISPATCHER = "route_dispatcher"
    DUTY_OFFICER = "duty_officer"
    LEAD = "lead"


class Deed(StrEnum):
    """What a person does by a fact."""

    SCAN = "scan"
    COUNT = "count"
    REGISTER = "register"
    MEND = "mend"
    SEAT = "seat"
    RIDE = "ride"
    OVERRIDE = "override"
    REPLACE = "replace"
    VOID = "void"
    MERGE = "merge"
    IMPORT = "import"
    FLEET = "fleet"
    PLAN = "plan"
    MOVE_BUS = "move_bus"
    SWAP = "swap"
    RELEASE = "release"
    RELEASE_SHORT = "release_short"
    EMERGENCY = "emergency"
    EMERGENCY_END = "emergency_end"
    EMERGENCY_END_SHORT = "emergency_end_short"
    SETTLE = "settle"
    QUEUE = "queue"
    FORUM = "forum"
    OPERATORS = "operators"


class RoleWord(Worded):
    """What roles are called."""

    VOLUNTEER = QT_TRANSLATE_NOOP("Detail", "Volunteer")
    BADGE_DESK = QT_TRANSLATE_NOOP("Detail", "Badge desk")
    COORDINATOR = QT_TRANSLATE_NOOP("Detail", "Tour coordinator")
    ROUTE_DISPATCHER = QT_TRANSLATE_NOOP("Detail", "Route dispatcher")
    DUTY_OFFICER = QT_TRANSLATE_NOOP("Detail", "Duty officer")
    LEAD = QT_TRANSLATE_NOOP("Detail", "Event lead")


class DeedWord(Worded):
    """What deeds are called, as the end of “may not …”."""

    SCAN = QT_TRANSLATE_NOOP("Detail", "scan, answer what a scan asks, and take that back")
    COUNT = QT_TRANSLATE_NOOP("Detail", "count the people on a bus")
    REGISTER = QT_TRANSLATE_NOOP("Detail", "register a walk-in")
    MEND = QT_TRANSLATE_NOOP("Detail", "mend a guest’s record")
    SEAT = QT_TRANSLATE_NOOP("Detail", "put guests on a bus’s list")
    RIDE = QT_TRANSLATE_NOOP("Detail", "offload, excuse or sign off a guest, and say who is missing or did not come")
    OVERRIDE = QT_TRANSLATE_NOOP("Detail", "let a guest board though the door says otherwise")
    REPLACE = QT_TRANSLATE_NOOP("Detail", "replace a badge")
    VOID = QT_TRANSLATE_NOOP("Detail", "revoke or restore a guest’s badges")
    MERGE = QT_TRANSLATE_NOOP("Detail", "merge two records, or part them")
    IMPORT = QT_TRANSLATE_NOOP("Detail", "take in a delegate list, or take one back")
    FLEET = QT_TRANSLATE_NOOP("Detail", "add a bus, or change one")
    PLAN = QT_TRANSLATE_NOOP("Detail", "plan the buses, or take a plan back")
    MOVE_BUS = QT_TRANSLATE_NOOP("Detail", "open a bus’s doors and send it off")
    SWAP = QT_TRANSLATE_NOOP("Detail", "let another bus take over from one")
    RELEASE = QT_TRANSLATE_NOOP("Detail", "release a bus, or open a closed one again")
    RELEASE_SHORT = QT_TRANSLATE_NOOP("Detail", "release or close a bus that does not tally")
    EMERGENCY = QT_TRANSLATE_NOOP("Detail", "call an emergency at a bus, and say who is safe")
    EMERGENCY_END = QT_TRANSLATE_NOOP("Detail", "end an emergency, or call it off as a false alarm")
    EMERGENCY_END_SHORT = QT_TRANSLATE_NOOP("Detail", "end an emergency in which somebody is still looked for")
    SETTLE = QT_TRANSLATE_NOOP("Detail", "settle what laptops know differently")
    QUEUE = QT_TRANSLATE_NOOP("Detail", "let a queue be used that may print one badge over and over")
    FORUM = QT_TRANSLATE_NOOP("Detail", "change the forum’s programme")
    OPERATORS = QT_TRANSLATE_NOOP("Detail", "say who acts, and in which role")


@dataclass(frozen=True, slots=True)
class Leave:
    """Who may do one thing."""

    deed: Deed
    roles: frozenset[OperatorRole]


_BADGES = frozenset({OperatorRole.BADGE_DESK, OperatorRole.DUTY_OFFICER, OperatorRole.LEAD})
_ROUTES = frozenset({OperatorRole.ROUTE_DISPATCHER, OperatorRole.DUTY_OFFICER, OperatorRole.LEAD})
_OFFICE = frozenset({OperatorRole.DUTY_OFFICER, OperatorRole.LEAD})
_LEAD = frozenset({OperatorRole.LEAD})

#: The order is what help shows: first what everybody may.
TABLE: tuple[Leave, ...] = (
    Leave(Deed.SCAN, frozenset(OperatorRole)),
    Leave(Deed.COUNT, frozenset(OperatorRole)),
    Leave(Deed.REGISTER, frozenset(OperatorRole)),
    Leave(Deed.MEND, frozenset(OperatorRole)),
    Leave(Deed.SEAT, frozenset(OperatorRole)),
    Leave(Deed.EMERGENCY, frozenset(OperatorRole)),
    Leave(Deed.REPLACE, _BADGES),
    Leave(Deed.VOID, _BADGES),
    Leave(Deed.MERGE, _BADGES),
    Leave(Deed.RIDE, _ROUTES | {OperatorRole.COORDINATOR}),
    Leave(Deed.OVERRIDE, _ROUTES | {OperatorRole.COORDINATOR}),
    Leave(Deed.MOVE_BUS, _ROUTES | {OperatorRole.COORDINATOR}),
    Leave(Deed.SWAP, _ROUTES | {OperatorRole.COORDINATOR}),
    Leave(Deed.EMERGENCY_END, _ROUTES | {OperatorRole.COORDINATOR}),
    Leave(Deed.RELEASE, _ROUTES),
    Leave(Deed.RELEASE_SHORT, _OFFICE),
    Leave(Deed.EMERGENCY_END_SHORT, _OFFICE),
    Leave(Deed.FLEET, _ROUTES),
    Leave(Deed.PLAN, _ROUTES),
    Leave(Deed.IMPORT, _OFFICE),
    Leave(Deed.SETTLE, _OFFICE),
    Leave(Deed.QUEUE, _LEAD),
    Leave(Deed.FORUM, _LEAD),
    Leave(Deed.OPERATORS, _LEAD),
)
#: What is done where a forum has operators and nobody has signed in: no scan is ever dropped, and nobody looks for a PIN while
#: a bus burns.
BY_NOBODY = frozenset({Deed.SCAN, Deed.EMERGENCY})

_ROLES: Mapping[Deed, frozenset[OperatorRole]] = {each.deed: each.roles for each in TABLE}


def may(role: OperatorRole, deed: Deed) -> bool:
    return role in _ROLES[deed]


def roles_for(deed: Deed) -> tuple[OperatorRole, ...]:
    """Return who may do something, first those who may do the least else."""
    return tuple(each for each in OperatorRole if each in _ROLES[deed])


def deeds_of(role: OperatorRole) -> frozenset[Deed]:
    """Return all that a role may do."""
    return frozenset(each.deed for each in TABLE if role in each.roles)


def role_word(role: OperatorRole) -> RoleWord:
    return RoleWord[role.name]


def deed_word(deed: Deed) -> DeedWord:
    return DeedWord[deed.name]
