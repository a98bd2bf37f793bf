"""What a field of a person or of a bus is called, and what it holds, for whoever looks at two values of one."""

from collections.abc import Mapping

from checkin_app.domain.canonical import Json
from checkin_app.domain.forum import Forum
from checkin_app.domain.kinds.forums import FIELD as FORUM
from checkin_app.domain.lists.answers import Question
from checkin_app.domain.lists.fields import FIELDS, Field
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words_languages, words_lists, words_programme
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_speech import listed, say

#: The lines of a bus's form.
OF_BUSES: Mapping[str, str] = {
    "licensed_seats": QT_TRANSLATE_NOOP("BusField", "Licensed seats"),
    "usable_seats": QT_TRANSLATE_NOOP("BusField", "Seats for guests"),
    "accessible_places": QT_TRANSLATE_NOOP("BusField", "Wheelchair places"),
    "layouts": QT_TRANSLATE_NOOP("BusField", "Legal layouts"),
    "plate": QT_TRANSLATE_NOOP("BusField", "Plate"),
    "bay": QT_TRANSLATE_NOOP("BusField", "Bay"),
    "departs": QT_TRANSLATE_NOOP("BusField", "Leaves at"),
    "languages": QT_TRANSLATE_NOOP("BusField", "Languages aboard"),
    "locked": QT_TRANSLATE_NOOP("BusField", "Locked for plans"),
    "for_vips": QT_TRANSLATE_NOOP("BusField", "For VIPs"),
    "coordinator": QT_TRANSLATE_NOOP("BusField", "Coordinator"),
    "guide": QT_TRANSLATE_NOOP("BusField", "Guide"),
    "driver": QT_TRANSLATE_NOOP("BusField", "Driver"),
    "driver_phone": QT_TRANSLATE_NOOP("BusField", "Driver's phone"),
    "charter_sign": QT_TRANSLATE_NOOP("BusField", "Charter sign"),
}
_BEARS = "prints_latin"
_ASKED = {"category": Question.CATEGORY, "route": Question.ROUTE, "second_route": Question.ROUTE}


def of_bus(name: str) -> str:
    return say("BusField", OF_BUSES[name])


def label(name: str) -> str:
    """Return what a field is called; of one that only a newer version knows, its key."""
    if name == _BEARS:
        return say("PersonField", QT_TRANSLATE_NOOP("PersonField", "The badge bears"))
    if name == FORUM:
        return say("PersonField", QT_TRANSLATE_NOOP("PersonField", "The forum’s programme"))
    if name in set(Field):
        return say("ListField", FIELDS[Field(name)])
    return of_bus(name) if name in OF_BUSES else name


def bears(*, latin_alone: bool) -> str:
    """Return which names a badge bears."""
    if latin_alone:
        return say("PersonField", QT_TRANSLATE_NOOP("PersonField", "The Latin name alone"))
    return say("PersonField", QT_TRANSLATE_NOOP("PersonField", "Both names, own script first"))


def value(name: str, held: Json, forum: Forum) -> str:
    """Return what a field holds, in words."""
    if name in {FORUM, _BEARS}:
        return words_programme.versions(str(held), forum) if name == FORUM else bears(latin_alone=bool(held))
    match held:
        case None | "" | []:
            return "–"
        case bool():
            yes, no = QT_TRANSLATE_NOOP("PersonField", "yes"), QT_TRANSLATE_NOOP("PersonField", "no")
            return say("PersonField", yes if held else no)
        case list():
            return words_languages.languages(map(str, held)) if name == "languages" else listed(map(str, held))
    if name == "languages":
        return words_languages.languages(str(held).split(", "))
    question = _ASKED.get(name)
    return words_lists.choice(question, str(held), forum) if question else bidi.name(str(held))
