"""Words for who is looked for in an emergency, and for how they are."""

from collections.abc import Mapping

from checkin_app.domain.emergencies import Condition
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words
from checkin_app.ui.kit import bidi

CONDITIONS: Mapping[Condition, str] = {
    Condition.UNKNOWN: QT_TRANSLATE_NOOP("Emergency", "Unknown"),
    Condition.INJURED: QT_TRANSLATE_NOOP("Emergency", "Injured"),
    Condition.SAFE: QT_TRANSLATE_NOOP("Emergency", "Safe"),
}
_CREW: Mapping[Crew, str] = {
    Crew.GUIDE: QT_TRANSLATE_NOOP("Emergency", "Guide"),
    Crew.INTERPRETER: QT_TRANSLATE_NOOP("Emergency", "Interpreter"),
    Crew.SECURITY: QT_TRANSLATE_NOOP("Emergency", "Security"),
    Crew.MEDIC: QT_TRANSLATE_NOOP("Emergency", "Medic"),
    Crew.STAFF: QT_TRANSLATE_NOOP("Emergency", "Staff"),
    Crew.DRIVER: QT_TRANSLATE_NOOP("Emergency", "Driver"),
}


def condition(known: Condition) -> str:
    return words.say("Emergency", CONDITIONS[known])


def crew(who: str) -> str:
    """Return what one of the crew is, by the name by which they stand on the list, such as ``driver-1``."""
    word, _, number = who.partition("-")
    return f"{words.say('Emergency', _CREW[Crew(word)])} {bidi.code(number)}"
