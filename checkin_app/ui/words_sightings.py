"""Where somebody was seen last, in words."""

from checkin_app.domain import sightings
from checkin_app.domain.ids import bus_of
from checkin_app.domain.sightings import LastSeen
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.words import Telling


def seen(last: LastSeen, telling: Telling) -> str:
    """Return when somebody came or went, and where."""
    time, bus = bidi.code(telling.clock(last.at)), bus_of(last.checkpoint)
    if bus:
        said = words.say("Sighting", sightings.BOARDED if last.inside else sightings.GOT_OFF)
        return said.format(time=time, bus=bidi.code(bus))
    session = telling.forum.session(last.checkpoint)
    place = session.name.in_(words.spoken()) if session else str(last.checkpoint)
    said = words.say("Sighting", sightings.CAME_IN if last.inside else sightings.WENT_OUT)
    return said.format(time=time, place=bidi.name(place))
