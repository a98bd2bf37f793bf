"""Where the hub is gone and another laptop becomes it, the others find it by themselves, and follow nobody else."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from venuekit import Laptop

from checkin_app.bootstrap.phone_words import say
from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.ids import ForumId
from checkin_app.domain.invitations import Address
from checkin_app.domain.problems_hub import HubNotReached
from checkin_app.domain.problems_sync import SyncProblem
from checkin_app.domain.sync.statements import HubStatement, is_believed
from checkin_app.services.merging import bundle_above
from checkin_app.sync import desk as desks
from checkin_app.sync.hosting import Host, HostedHub
from checkin_app.sync.membership import membership_in, remember


@pytest.fixture
def hub_at() -> Iterator[object]:
    """Return what makes a laptop the hub; all of them end with the test."""
    hubs = []

    def begin(laptop: Laptop) -> HostedHub:
        keys = laptop.whole.store.keys.database_key
        host = Host(laptop.folder, laptop.station, laptop.whole.store.newest, keys, str, say)
        hubs.append(HostedHub(host, Address("127.0.0.1", 0), announce=False))
        return hubs[-1]

    yield begin
    for each in hubs:
        each.close()


def announced(*hubs: HostedHub):
    """Return what the network tells of hubs, whoever asks: of each, but not of another's certificate."""
    return lambda pin: tuple(each.address for each in hubs if not pin or pin == each.pin)


def test_a_laptop_whose_hub_was_killed_goes_to_the_one_that_the_network_tells_of_and_misses_nothing(
    venue, hub_at
) -> None:
    one, two = venue.joined("Desk 1", Role.COORDINATOR), venue.joined("Desk 2")
    one.network().meet_once()
    venue.hub.close()
    two.register("林若溪")
    with pytest.raises(HubNotReached):
        two.network().meet_once()
    hub = hub_at(one)
    assert two.network(found=announced(hub)).meet_once().given.stored == 1
    assert one.names() == {"林若溪"}
    moved = membership_in(two.folder)
    assert (moved.pin, moved.addresses[0]) == (hub.pin, hub.address)
    one.register("周明轩")
    two.network().meet_once()  # from now on without being told
    assert two.names() == {"林若溪", "周明轩"}
    assert [each.pin for each in moved.others] == [venue.hub.pin], "the former hub is not forgotten"


def test_who_was_told_of_another_hub_while_the_first_lived_finds_it_where_no_network_tells_and_goes_back(
    venue, hub_at
) -> None:
    one, two = venue.joined("Desk 1", Role.COORDINATOR), venue.joined("Desk 2")
    hub = hub_at(one)
    one.network().meet_once()
    two.network().meet_once()
    assert [each.pin for each in membership_in(two.folder).others] == [hub.pin]
    venue.hub.close()
    two.network().meet_once()
    assert membership_in(two.folder).pin == hub.pin
    hub.close()
    back = hub_at(venue.hub_laptop)
    two.network(found=announced(back)).meet_once()
    assert membership_in(two.folder).pin == back.pin == venue.hub.pin
    assert membership_in(two.folder).addresses[0] == back.address


def test_a_hub_does_not_follow_itself(venue, hub_at) -> None:
    one = venue.joined("Desk 1", Role.COORDINATOR)
    venue.hub.close()
    with pytest.raises(HubNotReached):
        one.network(found=announced(hub_at(one))).meet_once()


def test_a_coordinator_s_laptop_that_was_shut_out_is_gone_to_no_more_by_those_who_were_told_of_its_hub(
    venue, hub_at
) -> None:
    one, two = venue.joined("Desk 1", Role.COORDINATOR), venue.joined("Desk 2")
    hub = hub_at(one)
    one.network().meet_once()
    two.network().meet_once()
    venue.hub_laptop.station.enrolling.revoke(one.id, "stolen")
    told = membership_in(two.folder)
    two.network().meet_once()
    assert membership_in(two.folder).others == (), "nor is it kept in mind"
    remember(two.folder, told)
    venue.hub.close()
    with pytest.raises(HubNotReached):
        two.network(found=announced(hub)).meet_once()
    assert membership_in(two.folder).pin == venue.hub.pin


def test_who_is_at_a_hub_whose_laptop_is_found_to_be_shut_out_leaves_it_for_the_one_before(venue, hub_at) -> None:
    one, two = venue.joined("Desk 1", Role.COORDINATOR), venue.joined("Desk 2")
    one.network().meet_once()
    venue.hub.close()
    hub = hub_at(one)
    two.network(found=announced(hub)).meet_once()
    assert membership_in(two.folder).pin == hub.pin
    venue.hub_laptop.station.enrolling.revoke(one.id, "stolen")
    merging = venue.hub_laptop.station.merging  # such as on a stick
    two.station.merging.take(bundle_above(merging.log, two.station.merging.vector()))
    with pytest.raises(SyncProblem):
        two.network().meet_once()
    back = hub_at(venue.hub_laptop)
    two.network(found=announced(back, hub)).meet_once()
    assert membership_in(two.folder).pin == back.pin


def _of_a_desk(venue, hub_at, _monkeypatch) -> HostedHub:
    return hub_at(venue.joined("Desk 9"))


def _says_another_certificate(venue, hub_at, monkeypatch) -> HostedHub:
    monkeypatch.setattr(desks, "HubStatement", lambda forum, _pin, *rest: HubStatement(forum, bytes(32), *rest))
    return hub_at(venue.joined("Desk 9", Role.COORDINATOR))


def _signs_something_else(venue, hub_at, monkeypatch) -> HostedHub:
    monkeypatch.setattr(HubStatement, "signed_bytes", lambda _self: b"hub")
    hub = hub_at(venue.joined("Desk 9", Role.COORDINATOR))
    monkeypatch.undo()
    return hub


@pytest.mark.parametrize("posing", [_of_a_desk, _says_another_certificate, _signs_something_else])
def test_nobody_else_is_followed_than_a_hub_of_which_a_coordinator_s_laptop_says_that_it_is_one(
    venue, hub_at, monkeypatch, posing
) -> None:
    two = venue.joined("Desk 2")
    hub = posing(venue, hub_at, monkeypatch)
    two.network().meet_once()
    venue.hub.close()
    with pytest.raises(HubNotReached):
        two.network(found=announced(hub)).meet_once()
    assert membership_in(two.folder).pin == venue.hub.pin


def test_what_is_said_of_a_hub_counts_only_whole_and_of_the_own_forum(venue) -> None:
    station = venue.hub_laptop.station
    said, known = venue.hub._desk.statement(), station.queries.enrolments()
    forum, holds = station.forum.id, station.signer.holds
    assert is_believed(said, forum, known, holds)
    assert not is_believed(said, ForumId("another"), known, holds)
    for other in (
        replace(said, forum=ForumId("another")),
        replace(said, pin=bytes(32)),
        replace(said, addresses=(Address("192.0.2.9", 1),)),
        replace(said, addresses=()),
        replace(said, at=said.at + 1),
        replace(said, signature=bytes(64)),
    ):
        assert not is_believed(other, forum, known, holds)
    for standing in (Standing.LEFT, Standing.REVOKED, Standing.ASKING):
        assert not is_believed(said, forum, [replace(each, standing=standing) for each in known], holds)
    assert not is_believed(said, forum, [replace(each, role=Role.DESK) for each in known], holds)
