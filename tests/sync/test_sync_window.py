"""The window of a laptop that has joined: what others do is shown as it happens, and it ends in order."""

import pytest
from shiboken6 import delete

from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.window import new_application
from checkin_app.domain.changes import Changed
from checkin_app.domain.sync.status import Reach
from checkin_app.ui import words

PATIENCE_MS = 20_000
#: What a machine without sound says of itself, whatever we do.
pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "pulseaudio", "ALSA", "pipewire", "qt.multimedia", extend=True)


@pytest.fixture
def desk(venue, qtbot):
    """The window of a laptop that was let in."""
    joined = venue.joined("Desk 3")
    joined.whole.store.close()
    venue.laptops.remove(joined)
    new_application()
    words.speak("en")
    faults: list[BaseException] = []
    desk = StationApplication(joined.folder, faults.append)
    desk.begin()
    yield desk
    desk.window.close()
    desk.close()
    delete(desk.window)
    assert not faults, faults


def test_a_window_meets_the_others_by_itself_and_shows_what_they_do(venue, desk, qtbot, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(desk.window, "changed", shown.append)
    desk.together.begin()
    qtbot.waitUntil(lambda: desk.together.status().reach is Reach.LIVE, timeout=PATIENCE_MS)
    venue.hub_laptop.register("林若溪")
    qtbot.waitUntil(lambda: any(Changed.DELEGATES in each for each in shown), timeout=PATIENCE_MS)
    queries = desk.station.queries
    qtbot.waitUntil(lambda: len(queries.delegate_ids()) == 1, timeout=PATIENCE_MS)
