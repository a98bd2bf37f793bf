"""The states of a bus, and what a button that brings one about says."""

from collections.abc import Mapping

from checkin_app.domain.buses import BusState
from checkin_app.ui.words_marks import QT_TRANSLATE_NOOP
from checkin_app.ui.words_speech import say

_STATES: Mapping[BusState, str] = {
    BusState.PLANNED: QT_TRANSLATE_NOOP("BusState", "Doors closed"),
    BusState.BOARDING: QT_TRANSLATE_NOOP("BusState", "Boarding"),
    BusState.FINAL_CALL: QT_TRANSLATE_NOOP("BusState", "Final call"),
    BusState.COUNTING: QT_TRANSLATE_NOOP("BusState", "Counting"),
    BusState.RELEASED: QT_TRANSLATE_NOOP("BusState", "Released"),
    BusState.DEPARTED: QT_TRANSLATE_NOOP("BusState", "Left"),
    BusState.CLOSED: QT_TRANSLATE_NOOP("BusState", "Closed"),
}
_MOVES: Mapping[BusState, str] = {
    BusState.PLANNED: QT_TRANSLATE_NOOP("BusMove", "Close doors"),
    BusState.BOARDING: QT_TRANSLATE_NOOP("BusMove", "Open doors"),
    BusState.FINAL_CALL: QT_TRANSLATE_NOOP("BusMove", "Final call"),
    BusState.COUNTING: QT_TRANSLATE_NOOP("BusMove", "Count"),
    BusState.RELEASED: QT_TRANSLATE_NOOP("BusMove", "Release"),
    BusState.DEPARTED: QT_TRANSLATE_NOOP("BusMove", "Bus leaves"),
    BusState.CLOSED: QT_TRANSLATE_NOOP("BusMove", "Close"),
}


def state(of: BusState) -> str:
    return say("BusState", _STATES[of])


def move(to: BusState) -> str:
    return say("BusMove", _MOVES[to])
