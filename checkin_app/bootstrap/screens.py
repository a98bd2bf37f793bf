"""The screens of the window, in the order of its rail."""

from collections.abc import Sequence

from checkin_app.services.ports import Clock
from checkin_app.ui import words
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.door.screen import DoorScreen
from checkin_app.ui.shell.actions import Actions, Place
from checkin_app.ui.shell.window import Entry


def entries(actions: Actions, place: Place, clock: Clock) -> Sequence[Entry]:
    """Return every screen there is."""
    telling = words.Telling(place.forum, {place.station.id: place.station.name})
    return (
        Entry("desk", DeskScreen(actions, telling), "scan"),
        Entry("door", DoorScreen(actions, place), full=True),
    )
