"""The version of a bus's list counts the facts it rests on, whenever and however often it was asked for."""

from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.services.exchange import exchange
from checkin_app.services.scanning import How
from db import counts

ONE = BusCode("2-1")


def counted_anew(post) -> int:
    with post.station.queries.reading() as link:
        return counts.Version().at(link)


def test_a_version_that_is_counted_on_is_the_one_that_is_counted_anew(new_post) -> None:
    desk, door = new_post("desk"), new_post("door")
    desk.bus(ONE)
    guest = desk.register()
    exchange(desk.station, door.station)
    steps = (
        lambda: desk.station.dispatch.assign(guest.id, ONE),
        lambda: desk.station.scanning.enter(guest.id, bus_checkpoint(ONE), How.FOUND),
        lambda: door.register("Ana"),
        lambda: exchange(desk.station, door.station),
        lambda: desk.station.badges.revoke(guest.id, "lost"),
        desk.station.upkeep.check,
    )
    versions = []
    for step in steps:
        step()
        versions.append(desk.station.manifest(ONE).version)
        for post in (desk, door):
            assert post.station.manifest(ONE).version == counted_anew(post)
    assert versions[-1] > versions[0]
    assert desk.station.manifest(ONE).version == versions[-1], "asked again, the same"
    exchange(desk.station, door.station)
    assert door.station.manifest(ONE).version == desk.station.manifest(ONE).version


def test_of_a_store_a_million_facts_long_only_what_came_is_counted(post, monkeypatch) -> None:
    post.bus(ONE)
    post.station.manifest(ONE)
    monkeypatch.setattr(counts, "_ALL_RESTING_ON", None)
    guest = post.register()
    post.station.dispatch.assign(guest.id, ONE)
    assert [line.delegate.id for line in post.station.manifest(ONE).lines] == [guest.id]
