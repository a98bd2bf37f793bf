"""Every verdict, reason and answer in words: what the desk and the door read."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.texts import QT_TRANSLATE_NOOP

DESK_WORDS: Mapping[Verdict, str] = {
    Verdict.GO: QT_TRANSLATE_NOOP("Verdict", "GO"),
    Verdict.AGAIN: QT_TRANSLATE_NOOP("Verdict", "AGAIN"),
    Verdict.ASK: QT_TRANSLATE_NOOP("Verdict", "ASK"),
    Verdict.STOP: QT_TRANSLATE_NOOP("Verdict", "STOP"),
    Verdict.UNREADABLE: QT_TRANSLATE_NOOP("Verdict", "NOT READ"),
    Verdict.FAULT: QT_TRANSLATE_NOOP("Verdict", "NOT DECIDED"),
}
DOOR_WORDS: Mapping[Verdict, str] = {
    **DESK_WORDS,
    Verdict.GO: QT_TRANSLATE_NOOP("DoorVerdict", "BOARD"),
    Verdict.AGAIN: QT_TRANSLATE_NOOP("DoorVerdict", "AGAIN"),
    Verdict.STOP: QT_TRANSLATE_NOOP("DoorVerdict", "STOP"),
}
#: Reasons whose word is not that of their verdict: nobody is told to board who has just got off.
OWN_WORDS: Mapping[Reason, str] = {
    Reason.LEFT: QT_TRANSLATE_NOOP("Verdict", "OUT"),
    Reason.GOT_OFF: QT_TRANSLATE_NOOP("Verdict", "OFF"),
    Reason.NOT_INSIDE: QT_TRANSLATE_NOOP("Verdict", "NOT IN"),
    Reason.NOT_ABOARD: QT_TRANSLATE_NOOP("Verdict", "NOT ON"),
    Reason.WRONG_ROUTE: QT_TRANSLATE_NOOP("Verdict", "Not this bus"),
    Reason.LISTED_ELSEWHERE: QT_TRANSLATE_NOOP("Verdict", "Not this bus"),
}


@dataclass(frozen=True, slots=True)
class ReasonTexts:
    """The sources of a reason: why, what to do, and how a list names it in two or three words."""

    reason: str
    action: str
    brief: str


def _texts(reason: str, action: str, brief: str) -> ReasonTexts:
    return ReasonTexts(reason, action, brief)


#: Keys are reasons, or a reason, a dot and the detail that is missing: see `variant`.
REASONS: Mapping[str, ReasonTexts] = {
    Reason.ADMITTED: _texts(
        QT_TRANSLATE_NOOP("Reason", "First time at this session"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Let in"),
    ),
    Reason.REENTERED: _texts(
        QT_TRANSLATE_NOOP("Reason", "Back at this session"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Back in"),
    ),
    Reason.LEFT: _texts(
        QT_TRANSLATE_NOOP("Reason", "Has left this session"),
        QT_TRANSLATE_NOOP("Reason", "Recorded. They may come back with this badge."),
        QT_TRANSLATE_NOOP("Reason", "Left"),
    ),
    Reason.ALREADY_IN: _texts(
        QT_TRANSLATE_NOOP("Reason", "Already in since {since}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on. Nothing is counted twice."),
        QT_TRANSLATE_NOOP("Reason", "Already in"),
    ),
    Reason.NOT_INSIDE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Was not scanned in here"),
        QT_TRANSLATE_NOOP("Reason", "Let them out. Nothing is counted."),
        QT_TRANSLATE_NOOP("Reason", "Was not in"),
    ),
    Reason.ALREADY_IN_ELSEWHERE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Already in since {since}, scanned by {station}"),
        QT_TRANSLATE_NOOP("Reason", "Ask: “Have you been in already?” and compare the name."),
        QT_TRANSLATE_NOOP("Reason", "Already in"),
    ),
    Reason.NOT_OPEN_YET: _texts(
        QT_TRANSLATE_NOOP("Reason", "The doors open at {opens}"),
        QT_TRANSLATE_NOOP("Reason", "Ask the guest to wait until then."),
        QT_TRANSLATE_NOOP("Reason", "Not open yet"),
    ),
    Reason.SESSION_OVER: _texts(
        QT_TRANSLATE_NOOP("Reason", "This session ended at {closed}"),
        QT_TRANSLATE_NOOP("Reason", "Show the guest what is on now."),
        QT_TRANSLATE_NOOP("Reason", "Session over"),
    ),
    Reason.CATEGORY_NOT_ADMITTED: _texts(
        QT_TRANSLATE_NOOP("Reason", "This category is not admitted here"),
        QT_TRANSLATE_NOOP("Reason", "Show the guest the way to their own session."),
        QT_TRANSLATE_NOOP("Reason", "Not admitted here"),
    ),
    Reason.BOARDED: _texts(
        QT_TRANSLATE_NOOP("Reason", "Aboard, {aboard} of {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Aboard"),
    ),
    Reason.BOARDED_BY_TRANSFER: _texts(
        QT_TRANSLATE_NOOP("Reason", "By transfer from bus {bus}; aboard, {aboard} of {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Aboard by transfer"),
    ),
    "boarded_by_transfer.bus": _texts(
        QT_TRANSLATE_NOOP("Reason", "By transfer; aboard, {aboard} of {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Aboard by transfer"),
    ),
    Reason.BOARDED_FROM_STANDBY: _texts(
        QT_TRANSLATE_NOOP("Reason", "From standby; aboard, {aboard} of {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Aboard from standby"),
    ),
    Reason.BOARDED_BY_OVERRIDE: _texts(
        QT_TRANSLATE_NOOP("Reason", "By override; aboard, {aboard} of {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Aboard by override"),
    ),
    Reason.STANDBY_WAITS: _texts(
        QT_TRANSLATE_NOOP("Reason", "On standby, place {rank}; seats free for those who wait: {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Ask the guest to wait. Board them only if those before them do not come."),
        QT_TRANSLATE_NOOP("Reason", "On standby"),
    ),
    Reason.GOT_OFF: _texts(
        QT_TRANSLATE_NOOP("Reason", "Has got off this bus"),
        QT_TRANSLATE_NOOP("Reason", "No longer counted aboard."),
        QT_TRANSLATE_NOOP("Reason", "Got off"),
    ),
    Reason.ALREADY_ABOARD: _texts(
        QT_TRANSLATE_NOOP("Reason", "Aboard since {since}"),
        QT_TRANSLATE_NOOP("Reason", "Wave on. Nothing is counted twice."),
        QT_TRANSLATE_NOOP("Reason", "Already aboard"),
    ),
    Reason.NOT_ABOARD: _texts(
        QT_TRANSLATE_NOOP("Reason", "Was not scanned aboard"),
        QT_TRANSLATE_NOOP("Reason", "Let them off. Nothing is counted."),
        QT_TRANSLATE_NOOP("Reason", "Was not aboard"),
    ),
    Reason.WRONG_BUS: _texts(
        QT_TRANSLATE_NOOP("Reason", "Same route, listed on bus {bus}"),
        QT_TRANSLATE_NOOP("Reason", "It stands in bay {bay}. Seats left here: {seats}."),
        QT_TRANSLATE_NOOP("Reason", "Listed on another bus"),
    ),
    "wrong_bus.bay": _texts(
        QT_TRANSLATE_NOOP("Reason", "Same route, listed on bus {bus}"),
        QT_TRANSLATE_NOOP("Reason", "Seats left here: {seats}."),
        QT_TRANSLATE_NOOP("Reason", "Listed on another bus"),
    ),
    Reason.WRONG_ROUTE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Belongs on bus {bus}, route {route}"),
        QT_TRANSLATE_NOOP("Reason", "It stands in bay {bay} and departs at {departs}."),
        QT_TRANSLATE_NOOP("Reason", "Other route"),
    ),
    "wrong_route.bay": _texts(
        QT_TRANSLATE_NOOP("Reason", "Belongs on bus {bus}, route {route}"),
        QT_TRANSLATE_NOOP("Reason", "Show the way; the coordinator knows where it stands."),
        QT_TRANSLATE_NOOP("Reason", "Other route"),
    ),
    "wrong_route.departs": _texts(
        QT_TRANSLATE_NOOP("Reason", "Belongs on bus {bus}, route {route}"),
        QT_TRANSLATE_NOOP("Reason", "It stands in bay {bay}."),
        QT_TRANSLATE_NOOP("Reason", "Other route"),
    ),
    "wrong_route.bus": _texts(
        QT_TRANSLATE_NOOP("Reason", "Chose route {route}, not this one"),
        QT_TRANSLATE_NOOP("Reason", "No bus is set for them yet: call the coordinator."),
        QT_TRANSLATE_NOOP("Reason", "Other route"),
    ),
    Reason.LISTED_ELSEWHERE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Same route, listed on bus {bus}"),
        QT_TRANSLATE_NOOP("Reason", "It stands in bay {bay} and departs at {departs}."),
        QT_TRANSLATE_NOOP("Reason", "Listed on another bus"),
    ),
    "listed_elsewhere.bay": _texts(
        QT_TRANSLATE_NOOP("Reason", "Same route, listed on bus {bus}"),
        QT_TRANSLATE_NOOP("Reason", "Show the way; the coordinator knows where it stands."),
        QT_TRANSLATE_NOOP("Reason", "Listed on another bus"),
    ),
    "listed_elsewhere.departs": _texts(
        QT_TRANSLATE_NOOP("Reason", "Same route, listed on bus {bus}"),
        QT_TRANSLATE_NOOP("Reason", "It stands in bay {bay}."),
        QT_TRANSLATE_NOOP("Reason", "Listed on another bus"),
    ),
    Reason.ON_ANOTHER_BUS: _texts(
        QT_TRANSLATE_NOOP("Reason", "Scanned aboard bus {bus} at {since}"),
        QT_TRANSLATE_NOOP("Reason", "Ask: “Have you changed buses?” Boarding here takes them off {bus}."),
        QT_TRANSLATE_NOOP("Reason", "Aboard another bus"),
    ),
    Reason.FULL: _texts(
        QT_TRANSLATE_NOOP("Reason", "The delegates’ seats are taken: {aboard} of {seats}"),
        QT_TRANSLATE_NOOP("Reason", "Board only if the coordinator gives up a staff seat."),
        QT_TRANSLATE_NOOP("Reason", "Bus full"),
    ),
    Reason.LICENSED_SEATS_TAKEN: _texts(
        QT_TRANSLATE_NOOP("Reason", "All {seats} licensed seats are taken"),
        QT_TRANSLATE_NOOP("Reason", "Nobody may board. Send the guest to the coordinator."),
        QT_TRANSLATE_NOOP("Reason", "No licensed seat"),
    ),
    Reason.NEEDS_ACCESSIBLE_PLACE: _texts(
        QT_TRANSLATE_NOOP("Reason", "No accessible place is left on this bus"),
        QT_TRANSLATE_NOOP("Reason", "Take the guest to bus {bus}, which has one."),
        QT_TRANSLATE_NOOP("Reason", "No accessible place"),
    ),
    "needs_accessible_place.bus": _texts(
        QT_TRANSLATE_NOOP("Reason", "No accessible place is left on this route"),
        QT_TRANSLATE_NOOP("Reason", "Call the coordinator at once; the guest waits with you."),
        QT_TRANSLATE_NOOP("Reason", "No accessible place"),
    ),
    Reason.NO_LAYOUT_LEFT: _texts(
        QT_TRANSLATE_NOOP("Reason", "With one wheelchair more, this bus carries {seats}; {aboard} are aboard"),
        QT_TRANSLATE_NOOP("Reason", "Take the guest to bus {bus}, which has a place."),
        QT_TRANSLATE_NOOP("Reason", "No accessible place"),
    ),
    "no_layout_left.bus": _texts(
        QT_TRANSLATE_NOOP("Reason", "With one wheelchair more, this bus carries {seats}; {aboard} are aboard"),
        QT_TRANSLATE_NOOP("Reason", "Call the coordinator at once; the guest waits with you."),
        QT_TRANSLATE_NOOP("Reason", "No accessible place"),
    ),
    Reason.NO_ROUTE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Chose no route"),
        QT_TRANSLATE_NOOP("Reason", "Ask: “Would you like to come on this tour?”"),
        QT_TRANSLATE_NOOP("Reason", "No route chosen"),
    ),
    Reason.NO_BUS: _texts(
        QT_TRANSLATE_NOOP("Reason", "Right route, on no bus’s list"),
        QT_TRANSLATE_NOOP("Reason", "Board them if a seat is free."),
        QT_TRANSLATE_NOOP("Reason", "On no list"),
    ),
    Reason.BUS_NOT_OPEN: _texts(
        QT_TRANSLATE_NOOP("Reason", "The doors of this bus are closed"),
        QT_TRANSLATE_NOOP("Reason", "Ask the guest to wait, or open the doors."),
        QT_TRANSLATE_NOOP("Reason", "Doors closed"),
    ),
    Reason.BUS_LEFT: _texts(
        QT_TRANSLATE_NOOP("Reason", "This bus has been released"),
        QT_TRANSLATE_NOOP("Reason", "Send the guest to the coordinator."),
        QT_TRANSLATE_NOOP("Reason", "Bus released"),
    ),
    Reason.BUS_EMERGENCY: _texts(
        QT_TRANSLATE_NOOP("Reason", "Emergency at this bus: its list is frozen"),
        QT_TRANSLATE_NOOP("Reason", "Nobody boards. Mark the guest on the emergency list: safe or injured."),
        QT_TRANSLATE_NOOP("Reason", "Emergency"),
    ),
    Reason.LET_IN: _texts(
        QT_TRANSLATE_NOOP("Reason", "Let in by your answer"),
        QT_TRANSLATE_NOOP("Reason", "It is recorded. Wave on."),
        QT_TRANSLATE_NOOP("Reason", "Let in after asking"),
    ),
    Reason.DETAILS_NOT_HERE: _texts(
        QT_TRANSLATE_NOOP("Reason", "A genuine badge; its details are not here yet"),
        QT_TRANSLATE_NOOP("Reason", "Compare the name on the badge with the guest."),
        QT_TRANSLATE_NOOP("Reason", "Details not here"),
    ),
    Reason.BADGE_REPLACED: _texts(
        QT_TRANSLATE_NOOP("Reason", "This badge was replaced at {since}"),
        QT_TRANSLATE_NOOP("Reason", "Keep it. Ask for the new badge, issue {issue}."),
        QT_TRANSLATE_NOOP("Reason", "Old badge"),
    ),
    "badge_replaced.since": _texts(
        QT_TRANSLATE_NOOP("Reason", "This badge was replaced"),
        QT_TRANSLATE_NOOP("Reason", "Keep it. Ask for the new badge, issue {issue}."),
        QT_TRANSLATE_NOOP("Reason", "Old badge"),
    ),
    Reason.BADGE_NOT_KNOWN_YET: _texts(
        QT_TRANSLATE_NOOP("Reason", "Issue {issue}: newer than this laptop knows"),
        QT_TRANSLATE_NOOP("Reason", "Printed elsewhere: compare the name."),
        QT_TRANSLATE_NOOP("Reason", "Newer badge"),
    ),
    Reason.BADGE_REVOKED: _texts(
        QT_TRANSLATE_NOOP("Reason", "This badge is no longer valid"),
        QT_TRANSLATE_NOOP("Reason", "Keep the badge and call the supervisor."),
        QT_TRANSLATE_NOOP("Reason", "Revoked badge"),
    ),
    Reason.PARTIAL_CODE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Only part of the code arrived"),
        QT_TRANSLATE_NOOP("Reason", "Not the guest’s fault. Hold it flat and scan again."),
        QT_TRANSLATE_NOOP("Reason", "Only part arrived"),
    ),
    Reason.DAMAGED_CODE: _texts(
        QT_TRANSLATE_NOOP("Reason", "The code arrived damaged"),
        QT_TRANSLATE_NOOP("Reason", "Not the guest’s fault. Scan again, or type the number under it."),
        QT_TRANSLATE_NOOP("Reason", "Code damaged"),
    ),
    Reason.FOREIGN_CODE: _texts(
        QT_TRANSLATE_NOOP("Reason", "Not one of our codes"),
        QT_TRANSLATE_NOOP("Reason", "Ask for the forum’s badge, or find the name."),
        QT_TRANSLATE_NOOP("Reason", "Not our code"),
    ),
    Reason.OTHER_FORUM: _texts(
        QT_TRANSLATE_NOOP("Reason", "Signed by no laptop known here"),
        QT_TRANSLATE_NOOP("Reason", "It may be another forum’s badge. Ask for this one’s, or find the name."),
        QT_TRANSLATE_NOOP("Reason", "Unknown signature"),
    ),
    Reason.NOT_DECIDED: _texts(
        QT_TRANSLATE_NOOP("Reason", "This laptop could not decide"),
        QT_TRANSLATE_NOOP("Reason", "Not the guest’s fault. Scan again, or find the name."),
        QT_TRANSLATE_NOOP("Reason", "Not decided"),
    ),
}

ANSWERS: Mapping[Answer, str] = {
    Answer.LET_IN: QT_TRANSLATE_NOOP("Answer", "Let in"),
    Answer.SEND_AWAY: QT_TRANSLATE_NOOP("Answer", "Do not board"),
    Answer.REPRINT: QT_TRANSLATE_NOOP("Answer", "Print a new badge"),
    Answer.BOARD_HERE: QT_TRANSLATE_NOOP("Answer", "Board here"),
    Answer.GO_THERE: QT_TRANSLATE_NOOP("Answer", "Send to their bus"),
    Answer.STANDBY: QT_TRANSLATE_NOOP("Answer", "Standby"),
    Answer.CALL_SUPERVISOR: QT_TRANSLATE_NOOP("Answer", "Call the supervisor"),
    Answer.SHOW_VALID_BADGE: QT_TRANSLATE_NOOP("Answer", "Show the valid badge"),
    Answer.TYPE_NUMBER: QT_TRANSLATE_NOOP("Answer", "Type the badge number"),
    Answer.FIND_NAME: QT_TRANSLATE_NOOP("Answer", "Find by name"),
    Answer.OVERRIDE: QT_TRANSLATE_NOOP("Answer", "Override…"),
}
#: How a list names an answer that was given.
ANSWERED: Mapping[Answer, str] = {
    Answer.LET_IN: QT_TRANSLATE_NOOP("Answered", "let in"),
    Answer.SEND_AWAY: QT_TRANSLATE_NOOP("Answered", "not boarded"),
    Answer.REPRINT: QT_TRANSLATE_NOOP("Answered", "new badge"),
    Answer.BOARD_HERE: QT_TRANSLATE_NOOP("Answered", "boarded here"),
    Answer.GO_THERE: QT_TRANSLATE_NOOP("Answered", "sent to their bus"),
    Answer.STANDBY: QT_TRANSLATE_NOOP("Answered", "on standby"),
    Answer.CALL_SUPERVISOR: QT_TRANSLATE_NOOP("Answered", "for the supervisor"),
    Answer.SHOW_VALID_BADGE: QT_TRANSLATE_NOOP("Answered", "new one shown"),
    Answer.TYPE_NUMBER: QT_TRANSLATE_NOOP("Answered", "number typed"),
    Answer.FIND_NAME: QT_TRANSLATE_NOOP("Answered", "found by name"),
    Answer.OVERRIDE: QT_TRANSLATE_NOOP("Answered", "boarded by override"),
}


def variant(reason: Reason, details: Mapping[str, str | int]) -> str:
    """Return the key in `REASONS` whose texts need nothing that `details` lack."""
    for lacking in ("bus", "bay", "departs", "since"):
        key = f"{reason.value}.{lacking}"
        if key in REASONS and not details.get(lacking):
            return key
    return reason.value
