"""A desk lets nobody in and shuts nobody out, whatever its software says: no laptop takes that from it."""

from dataclasses import replace

from checkin_app.domain.bounds import Bounds, trusted_by
from checkin_app.domain.chain import Refused, Why
from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import LogId, Subject, station_id
from checkin_app.domain.kinds.stations import StationAdmitted, StationRevoked
from checkin_app.services.exchange import exchange
from checkin_app.services.merging import Bundle

KEY = bytes([9]) * 32


def let_in(laptop, role: Role = Role.COORDINATOR):
    """Let somebody in as no service does: the software of a stolen laptop may be anybody's."""
    said = StationAdmitted(name="Mine", public_key=KEY.hex(), role=role, station=station_id(KEY))
    with laptop.whole.store.unit() as unit:
        fact = unit.record(FactDraft(Subject(f"station:{station_id(KEY)}"), said))
        unit.commit()
    return fact


def test_a_desk_that_lets_somebody_in_is_refused_at_the_hub_and_nothing_else_of_it(venue) -> None:
    desk = venue.joined("Desk 3")
    desk.register("林若溪")
    let_in(desk)
    network = desk.network()
    met = network.meet_once()
    assert (met.given.stored, met.given.kept_out) == (1, 1)
    assert venue.hub_laptop.names() == {"林若溪"}
    assert station_id(KEY) not in {each.station for each in venue.hub_laptop.station.queries.enrolments()}
    assert Why.ROLE in {group.why for group in venue.hub_laptop.station.queries.kept_out().groups}
    assert network.status().only_here >= 1, "what the hub does not take is only here"


def test_a_coordinator_that_lets_somebody_in_is_believed(venue) -> None:
    lead = venue.joined("Lead", Role.COORDINATOR)
    let_in(lead, Role.DESK)
    assert lead.network().meet_once().given.kept_out == 0
    known = {each.station: each for each in venue.hub_laptop.station.queries.enrolments()}
    assert known[station_id(KEY)].standing is Standing.MEMBER


def test_without_the_defence_it_would_be_taken(venue) -> None:
    desk = venue.joined("Desk 3")
    fact = let_in(desk)
    before = desk.station.merging.log.above({**venue.hub_laptop.heads()}, 100).facts
    merging = venue.hub_laptop.station.merging
    assert Refused(Why.ROLE) in merging.take(Bundle(before, {})).answers
    assert Refused(Why.ROLE) not in replace(merging, bounds=Bounds).take(Bundle(before, {})).answers
    assert fact in before


def test_a_desks_key_is_vouched_for_by_nothing_but_its_admission(venue) -> None:
    desk, other = venue.joined("Desk 1"), venue.joined("Desk 2")
    client = venue.client(other)
    vouched = client.ask("/v1/keys")
    client.close()
    assert desk.id not in vouched
    assert venue.hub_laptop.id in vouched


def test_a_coordinators_laptop_does_not_vouch_for_what_it_writes_once_it_is_stolen(venue, monkeypatch) -> None:
    """It says that it is shut out itself, and trusted for ever: then nobody else could say how far."""
    lead = venue.joined("Lead", Role.COORDINATOR)
    every = dict.fromkeys(lead.heads(), 2**40)
    said = StationRevoked(
        public_key=lead.station.station.public_key.hex(), reason="", station=lead.station.station.id, trusted=every
    )
    with monkeypatch.context() as bent, lead.whole.store.unit() as unit:
        bent.setattr(StationRevoked, "may_stand_in", lambda _said, _log_id: True)
        unit.record(FactDraft(Subject(f"station:{lead.id}"), said))
        unit.commit()
    lead.network().meet_once()
    hub = venue.hub_laptop.station
    assert next(each for each in hub.queries.enrolments() if each.station == lead.id).standing is Standing.MEMBER
    hub.enrolling.revoke(lead.id, "stolen")
    assert max(trusted_by(hub.queries.revocations())[lead.station.station.id].values()) < 2**40


def test_what_a_coordinators_laptop_said_stands_once_it_is_a_desk_and_nothing_that_it_says_then(venue) -> None:
    lead = venue.joined("Lead", Role.COORDINATOR)
    let_in(lead, Role.DESK)
    lead.register("林若溪")
    lead.network().meet_once()
    venue.admit("Lead", Role.DESK)
    later = venue.joined("Desk 3")
    assert later.names() == {"林若溪"}, "whoever joins later misses nothing"
    lead.network().meet_once()
    let_in(lead)
    assert lead.network().meet_once().given.kept_out >= 1
    known = {each.station: each for each in venue.hub_laptop.station.queries.enrolments()}
    assert known[station_id(KEY)].role is Role.DESK


# ---- a laptop that was stolen


def folded(laptop):
    return laptop.names(), sorted(laptop.heads().items())


def test_what_a_stolen_laptop_wrote_afterwards_is_kept_and_counts_nowhere(venue) -> None:
    """It reaches another desk past the hub, as a stick or a folder does."""
    stolen, other = venue.joined("Stolen"), venue.joined("Desk 2")
    stolen.register("林若溪")
    stolen.network().meet_once()
    venue.hub_laptop.station.enrolling.revoke(stolen.id, "stolen")
    other.network().meet_once()
    stolen.register("A stranger")
    met = exchange(other.station, stolen.station)
    assert met[0].refused == 1
    assert other.names() == venue.hub_laptop.names() == {"林若溪"}, "what it wrote before stays"
    out = other.station.queries.kept_out()
    assert out.set_aside == 1, "it is kept whole"
    assert {group.why for group in out.groups} == {Why.REVOKED}
    assert folded(other) == folded(venue.hub_laptop)
    other.station.upkeep.check()


def test_a_log_that_it_begins_afterwards_counts_nowhere_either(venue) -> None:
    stolen, other = venue.joined("Stolen"), venue.joined("Desk 2")
    venue.hub_laptop.station.enrolling.revoke(stolen.id, "stolen")
    other.network().meet_once()
    stolen.whole.store.close()
    venue.laptops.remove(stolen)
    again = venue.open(stolen.folder)
    again.register("A stranger")
    assert exchange(other.station, again.station)[0].refused >= 1
    assert other.names() == set()


def test_without_the_defence_what_it_wrote_would_count(venue) -> None:
    stolen = venue.joined("Stolen")
    venue.hub_laptop.station.enrolling.revoke(stolen.id, "stolen")
    stolen.register("A stranger")
    facts = stolen.station.merging.log.above({**venue.hub_laptop.heads()}, 100).facts
    merging = venue.hub_laptop.station.merging
    assert Refused(Why.REVOKED) in merging.take(Bundle(facts, {})).answers
    assert Refused(Why.REVOKED) not in replace(merging, bounds=Bounds).take(Bundle(facts, {})).answers


def test_what_any_coordinator_trusted_stays_trusted() -> None:
    log = LogId(station_id(KEY) + "0" * 16)
    said = [
        StationRevoked(public_key=KEY.hex(), reason="", station=station_id(KEY), trusted=trusted)
        for trusted in ({log: 3}, {log: 5}, {})
    ]
    assert trusted_by(said) == trusted_by(said[::-1]) == {station_id(KEY): {log: 5}}
