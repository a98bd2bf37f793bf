"""A process of a hub on a shared log: what its store knows of who may say what holds for whatever is brought to the log."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

import pytest
from msgspec import structs
from stationkit import MemoryLog
from test_sync_roles import let_in

from checkin_app.domain.bounds import Bounds
from checkin_app.domain.chain import Refused, Stored, Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.kinds.stations import StationEnrolled
from checkin_app.domain.problems_hub_database import HubDatabaseAway
from checkin_app.services.merging import Bundle
from checkin_app.sync.sharing import Sharing


@dataclass
class SharedMemory(MemoryLog):
    """What several processes share, in memory; a station is known once it has enrolled there."""

    away: bool = False
    shut_out: list[Fact] = field(default_factory=list)

    def station_keys(self):
        said = [each.said for some in self.held.values() for each in some if isinstance(each.said, StationEnrolled)]
        return {StationId(each.station): bytes.fromhex(each.public_key) for each in said}

    def station_key(self, station):
        return self.station_keys().get(station)

    def set_aside(self, facts: Sequence[Fact]) -> None:
        self.shut_out += facts

    def vector(self):
        if self.away:
            raise HubDatabaseAway
        return super().vector()

    def __hash__(self) -> int:
        return id(self)


@pytest.fixture
def shared() -> SharedMemory:
    return SharedMemory()


@pytest.fixture
def sharing(venue, shared: SharedMemory) -> Iterator[Sharing]:
    whole = venue.hub_laptop.whole
    with closing(Sharing(whole.station, whole.store.newest.newest_arrival, shared)) as sharing:
        sharing.start()
        yield sharing


def _brought(laptop, to: Sharing):
    log = laptop.station.merging.log
    facts = log.above(to.station.merging.vector(), 1000).facts
    return to.station.merging.take(Bundle(facts, log.documents_of(facts)))


def test_what_is_brought_to_the_log_is_in_the_store_of_each_process_and_the_reverse(
    venue, sharing: Sharing, shared: SharedMemory, wait_until: Callable[..., None]
) -> None:
    desk = venue.joined("Desk 1")
    desk.register("林若溪")
    wait_until(lambda: StationId(desk.id) in {each.station for each in sharing.station.queries.enrolments()})
    wait_until(lambda: set(_brought(desk, sharing).answers) <= {Stored()})
    sharing.follow()
    wait_until(lambda: venue.hub_laptop.names() == {"林若溪"})
    venue.hub_laptop.register("Amina Okonkwo")
    wait_until(lambda: dict(shared.vector()) == venue.hub_laptop.heads())


def test_a_desk_that_lets_somebody_in_is_refused_at_the_shared_log(venue, sharing: Sharing) -> None:
    desk = venue.joined("Desk 1")
    let_in(desk)
    assert Refused(Why.ROLE) in _brought(desk, sharing).answers
    groups = venue.hub_laptop.station.queries.kept_out().groups
    assert [(each.station, each.why) for each in groups] == [(desk.id, Why.ROLE)], "it is shown where the hub is asked"


def test_what_a_stolen_laptop_wrote_afterwards_is_set_aside_in_the_shared_log(
    venue, sharing: Sharing, shared: SharedMemory
) -> None:
    stolen = venue.joined("Stolen")
    venue.hub_laptop.station.enrolling.revoke(StationId(stolen.id), "stolen")
    stolen.register("A stranger")
    assert Refused(Why.REVOKED) in _brought(stolen, sharing).answers
    assert [each.kind for each in shared.shut_out] == ["delegate.registered"]
    assert venue.hub_laptop.station.queries.kept_out().set_aside == 1


def test_a_fork_at_the_shared_log_is_shown_where_the_hub_is_asked(
    venue, sharing: Sharing, shared: SharedMemory, wait_until: Callable[..., None]
) -> None:
    desk = venue.joined("Desk 1")
    desk.register("林若溪")
    wait_until(lambda: dict(shared.vector()) == venue.hub_laptop.heads())  # what is not there then is the desk's own
    log, keys = desk.station.merging.log, desk.whole.store.keys
    facts = log.above(sharing.station.merging.vector(), 1000).facts
    other = structs.replace(facts[-1], at=Instant(facts[-1].at - 1))
    other = structs.replace(other, signature=keys.sign(other.signed_bytes()))
    sharing.station.merging.take(Bundle((*facts[:-1], other), {}))
    _brought(desk, sharing)
    sharing.station.merging.take(Bundle(facts[-1:], {}))
    assert venue.hub_laptop.station.queries.kept_out().set_aside == 1


def test_without_the_store_s_word_it_would_be_taken(venue, sharing: Sharing) -> None:
    """The defence turned off."""
    desk = venue.joined("Desk 1")
    let_in(desk)
    facts = desk.station.merging.log.above(sharing.station.merging.vector(), 1000).facts
    merging = replace(sharing.station.merging, bounds=Bounds)
    assert Refused(Why.ROLE) not in merging.take(Bundle(facts, {})).answers


def test_a_log_that_is_away_for_a_while_is_followed_when_it_is_back(
    venue, sharing: Sharing, shared: SharedMemory, wait_until: Callable[..., None]
) -> None:
    shared.away = True
    venue.hub_laptop.register("林若溪")
    sharing.follow()
    with pytest.raises(HubDatabaseAway):
        sharing.meet_once()
    shared.away = False
    wait_until(lambda: dict(shared.vector()) == venue.hub_laptop.heads())
