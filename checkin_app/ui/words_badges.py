"""Why badges are replaced, revoked and restored, in words."""

from collections.abc import Mapping

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words
from checkin_app.ui.kit import bidi

#: The reasons that the badge desk and lists record.
_REASONS: Mapping[str, str] = {
    "lost": QT_TRANSLATE_NOOP("BadgeReason", "Lost"),
    "damaged": QT_TRANSLATE_NOOP("BadgeReason", "Damaged or unreadable"),
    "details_wrong": QT_TRANSLATE_NOOP("BadgeReason", "Name or details wrong"),
    "category_changed": QT_TRANSLATE_NOOP("BadgeReason", "Category changed"),
    "contradiction": QT_TRANSLATE_NOOP("BadgeReason", "Two laptops contradicted each other"),
    "first_print_failed": QT_TRANSLATE_NOOP("BadgeReason", "First print failed"),
    "confirmed_by_list": QT_TRANSLATE_NOOP("BadgeReason", "Confirmed again by a list"),
    "left_off_list": QT_TRANSLATE_NOOP("BadgeReason", "No longer on the list"),
    "listed_again": QT_TRANSLATE_NOOP("BadgeReason", "On a list again"),
}


def taken_along(name: str, time: str) -> str:
    """Return who has somebody's badge, and since when; both as they are drawn."""
    said = words.say("Badge", QT_TRANSLATE_NOOP("Badge", "taken along by {name} {time}"))
    return said.format(name=name, time=time).rstrip()


def why(reason: str) -> str:
    """Return a recorded reason in words; what a person wrote stands as it is."""
    return words.say("BadgeReason", _REASONS[reason]) if reason in _REASONS else bidi.name(reason)
