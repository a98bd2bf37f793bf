"""The words on paper: manifest, badge and exported tables, and what is read aloud at a bus door.

They come in more languages than the screens: a guest reads their badge and hears the call in their own.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from checkin_app.domain.forum import Language
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.standings import Standing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class PaperWord(StrEnum):
    """What a paper says, by a key; its value is the English, marked for the context ``Paper``."""

    LANGUAGE = QT_TRANSLATE_NOOP("Paper", "English")
    """The name of the language in itself: not “English”, but “Français” in French."""
    # manifest
    ABOARD = QT_TRANSLATE_NOOP("Paper", "Aboard")
    ACCOUNTED = QT_TRANSLATE_NOOP("Paper", "Accounted for")
    ALL_CHANGE = QT_TRANSLATE_NOOP("Paper", "All change to bus")
    BADGE = QT_TRANSLATE_NOOP("Paper", "Badge")
    BAY = QT_TRANSLATE_NOOP("Paper", "Bay")
    BROKEN_DOWN = QT_TRANSLATE_NOOP("Paper", "Broken down")
    CHARTER_SIGN = QT_TRANSLATE_NOOP("Paper", "Charter sign")
    CHECKSUM = QT_TRANSLATE_NOOP("Paper", "Checksum")
    COMPANIONS = QT_TRANSLATE_NOOP("Paper", "Companions")
    COORDINATOR = QT_TRANSLATE_NOOP("Paper", "Coordinator")
    DELEGATES = QT_TRANSLATE_NOOP("Paper", "Delegates")
    DELEGATION = QT_TRANSLATE_NOOP("Paper", "Delegation")
    DEPARTS = QT_TRANSLATE_NOOP("Paper", "Departs")
    DRIVER = QT_TRANSLATE_NOOP("Paper", "Driver")
    DRIVER_PHONE = QT_TRANSLATE_NOOP("Paper", "Driver's phone")
    GOT_OFF = QT_TRANSLATE_NOOP("Paper", "Got off")
    GUIDE = QT_TRANSLATE_NOOP("Paper", "Guide")
    LANGUAGES = QT_TRANSLATE_NOOP("Paper", "Languages")
    LAST_SEEN = QT_TRANSLATE_NOOP("Paper", "Last seen")
    LIAISON = QT_TRANSLATE_NOOP("Paper", "Liaison")
    LISTED = QT_TRANSLATE_NOOP("Paper", "Listed")
    MANIFEST = QT_TRANSLATE_NOOP("Paper", "Manifest")
    MISSING = QT_TRANSLATE_NOOP("Paper", "Missing")
    NAME = QT_TRANSLATE_NOOP("Paper", "Name")
    NEVER_SEEN = QT_TRANSLATE_NOOP("Paper", "Not seen anywhere yet")
    NOBODY = QT_TRANSLATE_NOOP("Paper", "Nobody is listed")
    PAGE = QT_TRANSLATE_NOOP("Paper", "Page")
    PHONE = QT_TRANSLATE_NOOP("Paper", "Phone")
    PLATE = QT_TRANSLATE_NOOP("Paper", "Plate")
    PRINTED = QT_TRANSLATE_NOOP("Paper", "Printed")
    PUBLISHED = QT_TRANSLATE_NOOP("Paper", "Final list")
    SAFE = QT_TRANSLATE_NOOP("Paper", "Safe, aboard")
    SEATS = QT_TRANSLATE_NOOP("Paper", "Seats")
    SOULS = QT_TRANSLATE_NOOP("Paper", "Souls aboard")
    STATE = QT_TRANSLATE_NOOP("Paper", "State")
    SWAPPED_AT = QT_TRANSLATE_NOOP("Paper", "Exchanged at")
    TAKES_OVER = QT_TRANSLATE_NOOP("Paper", "Takes over from bus")
    TO_COME = QT_TRANSLATE_NOOP("Paper", "Still to come")
    UNLISTED = QT_TRANSLATE_NOOP("Paper", "Not on the list")
    OVERRIDDEN = QT_TRANSLATE_NOOP("Paper", "By override")
    WHY_CAN_MANAGE = QT_TRANSLATE_NOOP("Paper", "manages on an ordinary seat")
    WHY_CHANGED_ROUTE = QT_TRANSLATE_NOOP("Paper", "has changed the route, as agreed")
    WHY_DELEGATION = QT_TRANSLATE_NOOP("Paper", "stays with their delegation")
    WHY_ESCORT = QT_TRANSLATE_NOOP("Paper", "interprets for or looks after a guest aboard")
    WHY_OTHER = QT_TRANSLATE_NOOP("Paper", "another reason")
    WHY_OWN_BUS_LEFT = QT_TRANSLATE_NOOP("Paper", "their own bus has left")
    WHY_SECURITY = QT_TRANSLATE_NOOP("Paper", "asked for by security")
    VERSION = QT_TRANSLATE_NOOP("Paper", "Version")
    WORKING = QT_TRANSLATE_NOOP("Paper", "Working copy")
    # list of an emergency
    CONTRADICTED = QT_TRANSLATE_NOOP("Paper", "Contradictory")
    DRILL = QT_TRANSLATE_NOOP("Paper", "Drill")
    EMERGENCY = QT_TRANSLATE_NOOP("Paper", "Emergency list")
    ENDED = QT_TRANSLATE_NOOP("Paper", "Ended")
    EXPECTED = QT_TRANSLATE_NOOP("Paper", "Expected")
    FOUND = QT_TRANSLATE_NOOP("Paper", "Found besides")
    FROZEN = QT_TRANSLATE_NOOP("Paper", "Frozen")
    FROZEN_LIST = QT_TRANSLATE_NOOP("Paper", "As it was when the emergency was called")
    INJURED = QT_TRANSLATE_NOOP("Paper", "Injured")
    INTERPRETER = QT_TRANSLATE_NOOP("Paper", "Interpreter")
    MEDIC = QT_TRANSLATE_NOOP("Paper", "Medic")
    PEOPLE = QT_TRANSLATE_NOOP("Paper", "People")
    SECURITY = QT_TRANSLATE_NOOP("Paper", "Security")
    STAFF = QT_TRANSLATE_NOOP("Paper", "Staff")
    UNHURT = QT_TRANSLATE_NOOP("Paper", "Safe")
    UNKNOWN = QT_TRANSLATE_NOOP("Paper", "Unknown")
    # badge
    ROUTE = QT_TRANSLATE_NOOP("Paper", "Route {route}")
    # exported tables
    BUS = QT_TRANSLATE_NOOP("Paper", "Bus")
    CELL_ABOARD = QT_TRANSLATE_NOOP("Paper", "aboard")
    CELL_ACCOUNTED = QT_TRANSLATE_NOOP("Paper", "accounted for")
    CELL_ATTENDED = QT_TRANSLATE_NOOP("Paper", "attended")
    CELL_GOT_OFF = QT_TRANSLATE_NOOP("Paper", "got off")
    CELL_MISSING = QT_TRANSLATE_NOOP("Paper", "missing")
    CELL_NOT_COME = QT_TRANSLATE_NOOP("Paper", "has not come")
    CELL_SAFE = QT_TRANSLATE_NOOP("Paper", "safe, aboard bus {bus}")
    CELL_TO_COME = QT_TRANSLATE_NOOP("Paper", "still to come")
    CELL_UNEXPECTED = QT_TRANSLATE_NOOP("Paper", "attended, not expected")
    CELL_UNLISTED = QT_TRANSLATE_NOOP("Paper", "aboard, not listed")
    BADGE_NUMBER = QT_TRANSLATE_NOOP("Paper", "Badge no.")
    CATEGORY = QT_TRANSLATE_NOOP("Paper", "Category")
    FIRST_SCAN = QT_TRANSLATE_NOOP("Paper", "First scan")
    LAST_SCAN = QT_TRANSLATE_NOOP("Paper", "Last scan")
    LATIN_NAME = QT_TRANSLATE_NOOP("Paper", "Latin name")
    LISTED_ON = QT_TRANSLATE_NOOP("Paper", "Listed on bus")
    NOTE = QT_TRANSLATE_NOOP("Paper", "Note")
    NUMBER = QT_TRANSLATE_NOOP("Paper", "No.")
    ORGANISATION = QT_TRANSLATE_NOOP("Paper", "Organisation")
    REASON = QT_TRANSLATE_NOOP("Paper", "reason")
    ROW = QT_TRANSLATE_NOOP("Paper", "row")
    TITLE = QT_TRANSLATE_NOOP("Paper", "Title")
    # the report of how the forum stands
    ARRIVALS = QT_TRANSLATE_NOOP("Paper", "Arrivals")
    ARRIVED = QT_TRANSLATE_NOOP("Paper", "Arrived")
    DESKS = QT_TRANSLATE_NOOP("Paper", "Desks")
    LAPTOPS = QT_TRANSLATE_NOOP("Paper", "Laptops")
    LATELY = QT_TRANSLATE_NOOP("Paper", "In 10 minutes")
    NEEDS_A_PERSON = QT_TRANSLATE_NOOP("Paper", "Needs a person")
    OVERVIEW = QT_TRANSLATE_NOOP("Paper", "Overview")
    PLANNED = QT_TRANSLATE_NOOP("Paper", "Planned")
    TODAY = QT_TRANSLATE_NOOP("Paper", "Today")
    # read aloud
    CALL = QT_TRANSLATE_NOOP("Paper", "Bus {bus} is about to leave, please come aboard.")


#: Why somebody boarded though the door said otherwise.
OVERRIDE_GROUNDS: Mapping[OverrideGround, PaperWord] = {each: PaperWord[f"WHY_{each.name}"] for each in OverrideGround}
#: Says a word in a language; in English where that has no words.
SayOnPaper = Callable[[PaperWord, Language], str]

#: What a manifest says of somebody; aboard another bus, its code follows.
STANDINGS: Mapping[Standing, PaperWord] = {
    Standing.ABOARD: PaperWord.ABOARD,
    Standing.UNLISTED: PaperWord.UNLISTED,
    Standing.SAFE: PaperWord.SAFE,
    Standing.ACCOUNTED: PaperWord.ACCOUNTED,
    Standing.TO_COME: PaperWord.TO_COME,
    Standing.MISSING: PaperWord.MISSING,
    Standing.GOT_OFF: PaperWord.GOT_OFF,
}
