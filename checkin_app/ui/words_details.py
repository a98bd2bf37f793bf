"""What fills the sentences of trouble and remarks, in words."""

from checkin_app.domain.buses import BusState
from checkin_app.domain.lists.fields import FIELDS, Field
from checkin_app.domain.texts import Detail, Phrase, Worded
from checkin_app.ui import words_buses
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_speech import say


def detail(value: Detail) -> str:
    """Return what fills a placeholder: keys by their words in the language in use, all else kept apart from those."""
    match value:
        case Phrase():
            return say("Detail", value.words).format_map({name: detail(each) for name, each in value.details.items()})
        case Worded():
            return say("Detail", value)
        case Field():
            return say("ListField", FIELDS[value])
        case BusState():
            return words_buses.state(value)
        case int():
            return bidi.code(str(value))
    return bidi.name(value)
