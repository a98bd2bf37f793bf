"""Counts how the forum stands, for whoever leads it, each figure by what its own screen counts it by."""

from collections.abc import Iterator

from checkin_app.domain.arrivals import Arrivals, arrivals
from checkin_app.domain.contradictions import open_ones
from checkin_app.domain.dispatching import concerns, urgency
from checkin_app.domain.ids import Instant
from checkin_app.domain.sync.laptops import known_laptops
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.opened import OpenedStation
from checkin_app.services.overseeing import Board, board
from checkin_app.services.ports.overview import LATELY_MS, Desk, NeedyBus, Overview


def overview(station: OpenedStation, status: SyncStatus) -> Overview:
    """Return how the forum stands as it is known here; each figure is counted by what its own screen counts it by."""
    now, queries = station.clock(), station.queries
    all_buses = board(station, status)
    return Overview(
        now,
        tuple(_arrivals(station, now)),
        tuple(sorted(_desks(station, now), key=lambda each: (-each.lately, -each.today, each.name))),
        all_buses.counts,
        tuple(sorted(_needy(station, all_buses, now), key=lambda each: urgency(each.sight, each.concerns))),
        len(open_ones(queries.conflicts())),
        known_laptops(station.station.id, queries.enrolments(), queries.written(), status),
        status.only_here,
    )


def _arrivals(station: OpenedStation, now: Instant) -> Iterator[Arrivals]:
    rehearsal = station.figures_of_rehearsal()
    expected = {each.checkpoint: each.expected for each in station.checkpoint_counts()}
    for session in station.forum.sessions:
        if session.id != station.forum.visit:
            came = station.queries.arrivals(session.checkpoint, rehearsal=rehearsal)
            yield arrivals(session, expected.get(session.checkpoint, 0), came, now)


def _desks(station: OpenedStation, now: Instant) -> Iterator[Desk]:
    names = {each.id: each.name for each in station.queries.stations()}
    lately = station.queries.let_pass(Instant(now - LATELY_MS))
    for who, today in station.queries.let_pass(station.forum.day_began(now)).items():
        yield Desk(who, names.get(who, who[:4]), lately.get(who, 0), today)


def _needy(station: OpenedStation, all_buses: Board, now: Instant) -> Iterator[NeedyBus]:
    for count, sight in all_buses.sights(station.forum, now):
        if found := concerns(sight):
            yield NeedyBus(count, sight, found, all_buses.swaps.get(count.bus.code))
