"""What a scan can come to: six outcomes, each reason with its own key."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Verdict(StrEnum):
    GO = "go"
    AGAIN = "again"
    ASK = "ask"
    STOP = "stop"
    UNREADABLE = "unreadable"
    FAULT = "fault"


class Reason(StrEnum):
    """Why; the value is the key that is recorded, printed by commands and put into words by the screens."""

    # at a session
    ADMITTED = "admitted"
    REENTERED = "reentered"
    LEFT = "left"
    ALREADY_IN = "already_in"
    NOT_INSIDE = "not_inside"
    ALREADY_IN_ELSEWHERE = "already_in_elsewhere"
    NOT_OPEN_YET = "not_open_yet"
    SESSION_OVER = "session_over"
    CATEGORY_NOT_ADMITTED = "category_not_admitted"
    # at a bus
    BOARDED = "boarded"
    BOARDED_BY_TRANSFER = "boarded_by_transfer"
    BOARDED_FROM_STANDBY = "boarded_from_standby"
    BOARDED_BY_OVERRIDE = "boarded_by_override"
    GOT_OFF = "got_off"
    ALREADY_ABOARD = "already_aboard"
    NOT_ABOARD = "not_aboard"
    WRONG_BUS = "wrong_bus"
    WRONG_ROUTE = "wrong_route"
    LISTED_ELSEWHERE = "listed_elsewhere"
    """Of this route, on another bus's list, and nobody boards here now."""
    ON_ANOTHER_BUS = "on_another_bus"
    FULL = "full"
    LICENSED_SEATS_TAKEN = "licensed_seats_taken"
    NEEDS_ACCESSIBLE_PLACE = "needs_accessible_place"
    NO_LAYOUT_LEFT = "no_layout_left"
    """A place for a wheelchair would take seats on which people sit already."""
    NO_ROUTE = "no_route"
    STANDBY_WAITS = "standby_waits"
    """On standby, and those who wait longer are to have the seats that are free."""
    NO_BUS = "no_bus"
    BUS_NOT_OPEN = "bus_not_open"
    BUS_LEFT = "bus_left"
    BUS_EMERGENCY = "bus_emergency"
    """Nobody boards: who is at the bus is marked on the frozen list."""
    # anywhere
    LET_IN = "let_in"
    DETAILS_NOT_HERE = "details_not_here"
    BADGE_REPLACED = "badge_replaced"
    BADGE_NOT_KNOWN_YET = "badge_not_known_yet"
    BADGE_REVOKED = "badge_revoked"
    # not one of our codes
    PARTIAL_CODE = "partial_code"
    DAMAGED_CODE = "damaged_code"
    FOREIGN_CODE = "foreign_code"
    OTHER_FORUM = "other_forum"
    # ours
    NOT_DECIDED = "not_decided"


_V, _R = Verdict, Reason
VERDICTS: Mapping[Reason, Verdict] = {
    _R.ADMITTED: _V.GO, _R.REENTERED: _V.GO, _R.LEFT: _V.GO, _R.LET_IN: _V.GO,
    _R.BOARDED: _V.GO, _R.BOARDED_BY_TRANSFER: _V.GO, _R.BOARDED_FROM_STANDBY: _V.GO,
    _R.BOARDED_BY_OVERRIDE: _V.GO, _R.GOT_OFF: _V.GO,
    _R.ALREADY_IN: _V.AGAIN, _R.NOT_INSIDE: _V.AGAIN, _R.ALREADY_ABOARD: _V.AGAIN, _R.NOT_ABOARD: _V.AGAIN,
    _R.ALREADY_IN_ELSEWHERE: _V.ASK, _R.WRONG_BUS: _V.ASK, _R.ON_ANOTHER_BUS: _V.ASK, _R.FULL: _V.ASK,
    _R.NO_ROUTE: _V.ASK, _R.NO_BUS: _V.ASK, _R.STANDBY_WAITS: _V.ASK, _R.DETAILS_NOT_HERE: _V.ASK, _R.BADGE_NOT_KNOWN_YET: _V.ASK,
    _R.NOT_OPEN_YET: _V.STOP, _R.SESSION_OVER: _V.STOP, _R.CATEGORY_NOT_ADMITTED: _V.STOP,
    _R.WRONG_ROUTE: _V.STOP, _R.LISTED_ELSEWHERE: _V.STOP, _R.LICENSED_SEATS_TAKEN: _V.STOP, _R.NEEDS_ACCESSIBLE_PLACE: _V.STOP,
    _R.NO_LAYOUT_LEFT: _V.STOP,
    _R.BUS_NOT_OPEN: _V.STOP, _R.BUS_LEFT: _V.STOP, _R.BUS_EMERGENCY: _V.STOP,
    _R.BADGE_REPLACED: _V.STOP, _R.BADGE_REVOKED: _V.STOP,
    _R.PARTIAL_CODE: _V.UNREADABLE, _R.DAMAGED_CODE: _V.UNREADABLE, _R.FOREIGN_CODE: _V.UNREADABLE,
    _R.OTHER_FORUM: _V.UNREADABLE,
    _R.NOT_DECIDED: _V.FAULT,
}  # fmt: skip


class Answer(StrEnum):
    """What a person can answer to a question; the order offered is the number key."""

    LET_IN = "let_in"
    SEND_AWAY = "send_away"
    REPRINT = "reprint"
    BOARD_HERE = "board_here"
    GO_THERE = "go_there"
    STANDBY = "standby"
    CALL_SUPERVISOR = "call_supervisor"
    SHOW_VALID_BADGE = "show_valid_badge"
    TYPE_NUMBER = "type_number"
    FIND_NAME = "find_name"
    OVERRIDE = "override"
    """By a person with leave, with a reason: a kind of fact of its own."""


_A = Answer
#: Answers in the order of their number keys.  Those in `ACCEPTING` let the person in and are recorded.
ANSWERS: Mapping[Reason, tuple[Answer, ...]] = {
    _R.ALREADY_IN_ELSEWHERE: (_A.LET_IN, _A.CALL_SUPERVISOR, _A.REPRINT),
    _R.DETAILS_NOT_HERE: (_A.LET_IN, _A.FIND_NAME, _A.CALL_SUPERVISOR),
    _R.BADGE_NOT_KNOWN_YET: (_A.LET_IN, _A.CALL_SUPERVISOR),
    _R.WRONG_BUS: (_A.BOARD_HERE, _A.GO_THERE),
    _R.ON_ANOTHER_BUS: (_A.BOARD_HERE, _A.GO_THERE, _A.CALL_SUPERVISOR),
    _R.FULL: (_A.BOARD_HERE, _A.SEND_AWAY),
    _R.NO_ROUTE: (_A.BOARD_HERE, _A.SEND_AWAY, _A.STANDBY),
    _R.NO_BUS: (_A.BOARD_HERE, _A.SEND_AWAY, _A.STANDBY),
    _R.STANDBY_WAITS: (_A.BOARD_HERE, _A.SEND_AWAY),
    _R.BADGE_REPLACED: (_A.CALL_SUPERVISOR, _A.SHOW_VALID_BADGE),
    _R.BADGE_REVOKED: (_A.CALL_SUPERVISOR,),
    _R.PARTIAL_CODE: (_A.TYPE_NUMBER, _A.FIND_NAME),
    _R.DAMAGED_CODE: (_A.TYPE_NUMBER, _A.FIND_NAME),
    _R.FOREIGN_CODE: (_A.TYPE_NUMBER, _A.FIND_NAME),
    _R.OTHER_FORUM: (_A.TYPE_NUMBER, _A.FIND_NAME),
    _R.NOT_DECIDED: (_A.TYPE_NUMBER, _A.FIND_NAME),
}
ACCEPTING = frozenset({_A.LET_IN, _A.BOARD_HERE, _A.OVERRIDE})


class Decision(Struct, frozen=True):
    """The one value a decision is; `details` hold what its words need, and nothing personal.

    Keys used: ``since`` (Instant), ``station`` (StationId), ``issue`` (int), ``bus``, ``bay``, ``route``,
    ``aboard``, ``seats``, ``rank``, ``opens`` (Instant), ``closed`` (Instant), ``speaks`` (the tags of a bus's languages, of which
    a guest knows none).
    """

    reason: Reason
    details: Mapping[str, str | int] = {}

    @property
    def verdict(self) -> Verdict:
        return VERDICTS[self.reason]

    @property
    def answers(self) -> tuple[Answer, ...]:
        return ANSWERS.get(self.reason, ())
