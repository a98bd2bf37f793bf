"""How a delegate's ride stands, and what may be done with it then.  Pure: derived from facts, never edited."""

from collections.abc import Mapping
from enum import StrEnum

from checkin_app.domain.ids import bus_of
from checkin_app.domain.kinds.rides import Ground, Saying
from checkin_app.domain.movements import Movements
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded


class RideState(StrEnum):
    """What becomes of one delegate's place on a bus."""

    NONE = "none"
    """Chose no route, is on no list."""
    CHOSEN = "chosen"
    ASSIGNED = "assigned"
    STANDBY = "standby"
    BOARDED = "boarded"
    OFF = "off"
    """Got off and is expected back."""
    OVERDUE = "overdue"
    """Got off, and the bus was called finally since."""
    MISSING = "missing"
    EXCUSED = "excused"
    UNBOARDED = "unboarded"
    OFFLOADED = "offloaded"
    NO_SHOW = "no_show"
    RETURNED = "returned"


class RideVerb(StrEnum):
    """What a person does with a ride; on the command line, by these words."""

    BOARD = "board"
    STANDBY = "standby"
    TRANSFER = "transfer"
    UNBOARD = "unboard"
    OFFLOAD = "offload"
    EXCUSE = "excuse"
    MISSING = "missing"
    NO_SHOW = "no-show"
    RETURN = "return"
    UNDO = "undo"


_SAID: Mapping[Saying, RideState] = {
    Saying.STANDBY: RideState.STANDBY,
    Saying.UNBOARDED: RideState.UNBOARDED,
    Saying.OFFLOADED: RideState.OFFLOADED,
    Saying.EXCUSED: RideState.EXCUSED,
    Saying.MISSING: RideState.MISSING,
    Saying.NO_SHOW: RideState.NO_SHOW,
    Saying.RETURNED: RideState.RETURNED,
}

_S, _V = RideState, RideVerb
#: What is said by a verb; by the others somebody is scanned aboard, or what was said last is taken back.
SAYING: Mapping[RideVerb, Saying] = {
    _V.STANDBY: Saying.STANDBY,
    _V.TRANSFER: Saying.TRANSFER,
    _V.UNBOARD: Saying.UNBOARDED,
    _V.OFFLOAD: Saying.OFFLOADED,
    _V.EXCUSE: Saying.EXCUSED,
    _V.MISSING: Saying.MISSING,
    _V.NO_SHOW: Saying.NO_SHOW,
    _V.RETURN: Saying.RETURNED,
}
#: What may follow on what.  Boarding may follow on anything: whoever comes is decided on at the door.
FOLLOWING: Mapping[RideState, frozenset[RideVerb]] = {
    _S.NONE: frozenset({_V.BOARD, _V.STANDBY, _V.EXCUSE}),
    _S.CHOSEN: frozenset({_V.BOARD, _V.STANDBY, _V.EXCUSE}),
    _S.ASSIGNED: frozenset({_V.BOARD, _V.TRANSFER, _V.EXCUSE, _V.NO_SHOW}),
    _S.STANDBY: frozenset({_V.BOARD, _V.EXCUSE}),
    _S.BOARDED: frozenset({_V.TRANSFER, _V.UNBOARD, _V.OFFLOAD, _V.EXCUSE, _V.MISSING, _V.RETURN}),
    _S.OFF: frozenset({_V.BOARD, _V.TRANSFER, _V.EXCUSE}),
    _S.OVERDUE: frozenset({_V.BOARD, _V.TRANSFER, _V.EXCUSE, _V.MISSING}),
    _S.MISSING: frozenset({_V.BOARD, _V.EXCUSE}),
    _S.EXCUSED: frozenset({_V.BOARD}),
    _S.UNBOARDED: frozenset({_V.BOARD, _V.TRANSFER, _V.EXCUSE, _V.NO_SHOW}),
    _S.OFFLOADED: frozenset({_V.BOARD, _V.STANDBY, _V.EXCUSE}),
    _S.NO_SHOW: frozenset({_V.BOARD}),
    _S.RETURNED: frozenset({_V.BOARD}),
}

#: Who is not aboard and not looked for either: it is known what became of them.
ACCOUNTED = frozenset({Saying.EXCUSED, Saying.NO_SHOW, Saying.RETURNED})

#: What is never done without saying why.
GROUNDED = frozenset({_V.OFFLOAD, _V.EXCUSE})


class RideWord(Worded):
    """What the states of a ride are called."""

    NONE = QT_TRANSLATE_NOOP("Detail", "No route")
    CHOSEN = QT_TRANSLATE_NOOP("Detail", "No bus yet")
    ASSIGNED = QT_TRANSLATE_NOOP("Detail", "Assigned")
    STANDBY = QT_TRANSLATE_NOOP("Detail", "Standby")
    BOARDED = QT_TRANSLATE_NOOP("Detail", "Aboard")
    OFF = QT_TRANSLATE_NOOP("Detail", "Off")
    OVERDUE = QT_TRANSLATE_NOOP("Detail", "Overdue")
    MISSING = QT_TRANSLATE_NOOP("Detail", "Declared missing")
    EXCUSED = QT_TRANSLATE_NOOP("Detail", "Excused")
    UNBOARDED = QT_TRANSLATE_NOOP("Detail", "Boarding undone")
    OFFLOADED = QT_TRANSLATE_NOOP("Detail", "Offloaded")
    NO_SHOW = QT_TRANSLATE_NOOP("Detail", "No-show")
    RETURNED = QT_TRANSLATE_NOOP("Detail", "Returned")


class GroundWord(Worded):
    """Why, as it is chosen from a list."""

    UNWELL = QT_TRANSLATE_NOOP("Detail", "Unwell")
    OWN_WAY = QT_TRANSLATE_NOOP("Detail", "Makes their own way")
    OTHER_PROGRAMME = QT_TRANSLATE_NOOP("Detail", "Has another engagement")
    DELEGATION = QT_TRANSLATE_NOOP("Detail", "Asked for by the delegation")
    SECURITY = QT_TRANSLATE_NOOP("Detail", "Security")
    CONDUCT = QT_TRANSLATE_NOOP("Detail", "Conduct")
    MISTAKE = QT_TRANSLATE_NOOP("Detail", "By mistake")
    OTHER = QT_TRANSLATE_NOOP("Detail", "Another reason")


def ride_word(state: RideState) -> RideWord:
    return RideWord[state.name]


def ground_word(ground: Ground) -> GroundWord:
    return GroundWord[ground.name]


def said_as(what: Saying) -> RideState | None:
    """Return the state that saying so makes; None of what only waits for more."""
    return _SAID.get(what)


def ride_state(moved: Movements, *, route: bool, called: bool, rehearsal: bool = False) -> RideState:
    """Return how a ride stands.

    Args:
        moved: where the delegate was seen, on which list they are, and what was said of it.
        route: whether they chose a route.
        called: whether the bus they got off was called finally since, so that who is still off is overdue.
        rehearsal: whether it is asked of a rehearsal.
    """
    if moved.on_buses(rehearsal=rehearsal):
        return RideState.BOARDED
    said = moved.said(rehearsal=rehearsal)
    if said and said.what in _SAID:
        return _SAID[said.what]
    seen = moved.at_buses(rehearsal=rehearsal)
    if seen and said is None and moved.bus in {None, bus_of(seen[-1].checkpoint)}:
        return RideState.OVERDUE if called else RideState.OFF
    if moved.bus:
        return RideState.ASSIGNED
    return RideState.CHOSEN if route else RideState.NONE


def is_accounted_for(moved: Movements, *, rehearsal: bool) -> bool:
    """Return whether somebody is neither aboard nor looked for, as a person said."""
    said = moved.said(rehearsal=rehearsal)
    return said is not None and said.what in ACCOUNTED and not moved.on_buses(rehearsal=rehearsal)


def may(state: RideState, verb: RideVerb) -> bool:
    """Return whether a verb may follow on a state; what was said last may always be taken back."""
    return verb is RideVerb.UNDO or verb in FOLLOWING[state]
