"""What a session, a category and a route are made of, and what two versions of the forum say differently, in words."""

from collections.abc import Mapping

from checkin_app.domain.forum import Forum
from checkin_app.domain.programme import FLAGS, YES, Part, entry
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words_languages
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_speech import offered, say, spoken

_LINES: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("ProgrammeField", "Name"),
    "topic": QT_TRANSLATE_NOOP("ProgrammeField", "Topic"),
    "place": QT_TRANSLATE_NOOP("ProgrammeField", "Room"),
    "day": QT_TRANSLATE_NOOP("ProgrammeField", "Day"),
    "starts": QT_TRANSLATE_NOOP("ProgrammeField", "Begins"),
    "ends": QT_TRANSLATE_NOOP("ProgrammeField", "Ends"),
    "doors_open": QT_TRANSLATE_NOOP("ProgrammeField", "Doors, minutes before"),
    "admits": QT_TRANSLATE_NOOP("ProgrammeField", "May enter"),
    "letter": QT_TRANSLATE_NOOP("ProgrammeField", "Letter"),
    "colour": QT_TRANSLATE_NOOP("ProgrammeField", "Colour on the badge"),
    "precedence": QT_TRANSLATE_NOOP("ProgrammeField", "Rank, 1 comes first"),
    "stops": QT_TRANSLATE_NOOP("ProgrammeField", "Stops, parted by ;"),
    "vip": QT_TRANSLATE_NOOP("ProgrammeField", "Rides on a bus for VIPs"),
    "charter": QT_TRANSLATE_NOOP("ProgrammeField", "Its buses need a charter sign"),
    "visit": QT_TRANSLATE_NOOP("ProgrammeField", "Session of the buses"),
    "default_category": QT_TRANSLATE_NOOP("ProgrammeField", "Category of whoever is given none"),
    "id": QT_TRANSLATE_NOOP("ProgrammeField", "Code"),
}

_YES, _NO = QT_TRANSLATE_NOOP("ProgrammeField", "yes"), QT_TRANSLATE_NOOP("ProgrammeField", "no")


def line(name: str) -> str:
    """Return what a line of a form is called: ``name.zh`` with its language."""
    key, _, language = name.partition(".")
    said = say("ProgrammeField", _LINES[key]) if key in _LINES else name
    return f"{said} · {written(language)}" if language else said


def written(language: str) -> str:
    """Return what a text in a language is said to be in: by the language's own name, where screens speak it."""
    return offered().get(language) or words_languages.language(language)


def versions(told: str, forum: Forum) -> str:
    """Return what one version of the forum says otherwise, as a contradiction tells it: ``session opening starts=09:30``."""
    return "; ".join(_difference(each, forum) for each in told.split("; ")) or told


def _difference(told: str, forum: Forum) -> str:
    part, _, rest = told.partition(" ")
    wanted, _, said = rest.partition(" ")
    if part not in set(Part) or not said:
        return bidi.name(told)
    known = entry(forum, Part(part), wanted)
    name = bidi.name(known.name.in_(spoken()) if known else wanted)
    field, _, text = said.partition("=")
    if field == "-":
        return say("ProgrammeField", QT_TRANSLATE_NOOP("ProgrammeField", "without {name}")).replace("{name}", name)
    if field in FLAGS[Part(part)]:
        text = say("ProgrammeField", _YES if text == YES else _NO)
    return f"{name} – {line(field)}: {bidi.name(text) if text else '–'}"
