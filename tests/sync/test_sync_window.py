"""The window of a laptop that has joined: what others do is shown as it happens, and it ends in order."""

import pytest
from shiboken6 import delete

from checkin_app.bootstrap import bundles, meeting
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.bringing import met
from checkin_app.bootstrap.together import Meeting, Together
from checkin_app.bootstrap.window import new_application
from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.problems_hub import HubNotReached
from checkin_app.domain.sync.status import Reach
from checkin_app.runtime.lanes import Lane
from checkin_app.sync import served
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


@pytest.fixture
def beside_hub(venue):
    """What the hub's own window knows of the others."""
    lane = Lane("papers", lambda answer: answer(), lambda _error: None)
    hub = venue.hub_laptop
    together = Together(Meeting(hub.folder, hub.whole, lambda _changes: None, lambda _error: None), lane)
    yield together
    together.close()
    lane.close(10.0)


def test_the_window_beside_a_hub_says_that_the_others_meet_there_while_they_do(venue, beside_hub) -> None:
    assert beside_hub.status().reach is Reach.HUB
    venue.hub.close()
    assert beside_hub.status().reach is Reach.ALONE


def test_what_a_laptop_that_was_the_hub_writes_afterwards_is_said_to_be_only_there(venue, beside_hub) -> None:
    venue.joined("Desk 3")
    assert beside_hub.status().reach is Reach.HUB
    venue.hub.close()
    assert (beside_hub.status().reach, beside_hub.status().only_here) == (Reach.APART, 0)
    venue.hub_laptop.register("林若溪")
    assert (beside_hub.status().reach, beside_hub.status().only_here) == (Reach.APART, 1)


def test_a_hub_that_was_killed_is_believed_to_serve_no_more(venue, beside_hub) -> None:
    venue.hub.close()
    served.remember(venue.hub_laptop.folder, venue.hub.address)  # as a process leaves it that was killed
    assert beside_hub.status().reach is Reach.ALONE
    with pytest.raises(HubNotReached):
        meeting.invite(venue.hub_laptop.folder)


def test_what_did_not_come_by_stick_is_named_where_no_hub_is_met(venue, beside_hub, tmp_path) -> None:
    venue.hub.close()
    here, far = venue.hub_laptop, tmp_path / "far"
    stations.new_station(far, "gstf-2024", "Bay 8", "")
    with stations.open_station(far) as other:
        met(here.folder, here.station, far, other)
        assert beside_hub.status().gaps == ()
        for name, stick in (("林若溪", "lost"), ("周明轩", "brought")):
            other.people.register(Delegate(DelegateId(""), name, category=CategoryId("delegate")))
            bundles.export(far, other, tmp_path / stick, everything=False)
        bundles.bring_in(here.folder, here.station, tmp_path / "brought")
        (gap,) = beside_hub.status().gaps
        assert (gap.station, gap.name, gap.count) == (other.station.id, "Bay 8", 1)
        bundles.bring_in(here.folder, here.station, tmp_path / "lost")
        bundles.bring_in(here.folder, here.station, tmp_path / "brought")
    assert beside_hub.status().gaps == ()
