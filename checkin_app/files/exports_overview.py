"""How the forum stands as tables for other programs: one for each subject, in words that do not change with a language."""

from collections.abc import Callable, Iterator, Mapping

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Instant
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.services.ports.overview import Overview

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def overview_tables(found: Overview, forum: Forum) -> Mapping[str, Table]:
    """Return header and rows by the name that a table's file has; moments are in the hall's time."""

    def moment(at: Instant | None) -> str:
        return "" if at is None else forum.local(at).isoformat(timespec="seconds")

    return {
        "arrivals": (("session", "at", "planned", "arrived"), list(_arrivals(found, moment))),
        "desks": (
            ("station", "name", "last_10_minutes", "a_minute", "today"),
            [(d.station, d.name, str(d.lately), f"{d.a_minute:.1f}", str(d.today)) for d in found.desks],
        ),
        "buses": (_BUSES, list(_buses(found, moment))),
        "laptops": (
            ("station", "name", "role", "standing", "entries", "newest", "missing"),
            list(_laptops(found, moment)),
        ),
        "needs": (("what", "which", "why"), list(_needs(found))),
    }


_Moment = Callable[[Instant | None], str]
_BUSES = (
    "bus", "route", "state", "listed", "aboard", "to_come", "missing", "safe", "unlisted", "usable_seats", "licensed_seats", "departs",
    "last_scan",
)  # fmt: skip


def _arrivals(found: Overview, moment: _Moment) -> Iterator[tuple[str, ...]]:
    for curve in found.sessions:
        for point in curve.points:
            arrived = "" if point.arrived is None else str(point.arrived)
            yield curve.session.id, moment(point.at), str(point.planned), arrived


def _buses(found: Overview, moment: _Moment) -> Iterator[tuple[str, ...]]:
    for count in found.buses:
        bus, tally = count.bus, count.tally
        sought = dict.fromkeys((Standing.TO_COME, Standing.MISSING), "0") | {sought_as(bus.state): str(tally.sought)}
        figures = (
            tally.listed,
            tally.aboard,
            sought[Standing.TO_COME],
            sought[Standing.MISSING],
            tally.safe,
            tally.unlisted,
        )
        seats = (count.seats, count.licensed)
        last = moment(count.last.at if count.last else None)
        yield bus.code, bus.route, bus.state.value, *map(str, (*figures, *seats)), bus.departs, last


def _laptops(found: Overview, moment: _Moment) -> Iterator[tuple[str, ...]]:
    for each in found.laptops:
        known, written = each.enrolment, each.written
        role = known.role.value if known.role else ""
        yield (
            known.station, known.name, role, known.standing.value, str(written.facts), moment(written.newest), str(each.missing),
        )  # fmt: skip


def _needs(found: Overview) -> Iterator[tuple[str, ...]]:
    for each in found.needy:
        yield "bus", each.count.bus.code, " ".join(each.concerns)
    if found.contradictions:
        yield "inbox", str(found.contradictions), "contradictions"
