"""Lists and figures tell of the forum once it took place, and of the rehearsal until then."""

from datetime import datetime, timedelta, timezone

from checkin_app.domain.forum import instant
from checkin_app.domain.ids import BusCode, CheckpointId

DURING_OPENING = datetime(2024, 9, 25, 9, 15, tzinfo=timezone(timedelta(hours=8)))
OPENING = CheckpointId("opening")


def test_after_a_forum_that_took_place_figures_tell_of_the_forum(post) -> None:
    guest = post.register()
    post.station.scanning.scan([post.code(guest)], OPENING)
    assert not post.station.figures_of_rehearsal()
    post.clock.at = instant(DURING_OPENING + timedelta(days=9))
    assert not post.station.rehearsing()
    assert not post.station.figures_of_rehearsal()


def test_the_day_before_the_forum_figures_tell_of_the_rehearsal(post) -> None:
    guest = post.register()
    post.clock.at = instant(DURING_OPENING - timedelta(days=1))
    post.station.scanning.scan([post.code(guest)], OPENING)
    assert post.station.figures_of_rehearsal()


def test_a_manifest_says_whose_ride_it_tells_of(post) -> None:
    bus = post.bus("2-1")
    assert not post.station.manifest(bus.code).rehearsal
    post.clock.at = instant(DURING_OPENING - timedelta(days=3))
    post.bus("2-2")
    assert post.station.manifest(BusCode("2-2")).rehearsal
