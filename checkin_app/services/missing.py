"""Puts together who is missing from a bus, with whom they came and where each was seen last."""

from collections.abc import Mapping, Sequence

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.domain.sightings import LastSeen, last_seen
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import Manifest, ManifestLine
from checkin_app.services.ports.missing import Absent, Companion, MissingList

#: Companions that are named; whoever is aboard can be asked, so they come first.
MOST_COMPANIONS = 4


def missing_of(station: OpenedStation, code: BusCode) -> MissingList:
    """Return who is listed on a bus and not aboard, as its manifest says it, with where each was seen last.

    Raises:
        UnknownBus: there is no such bus.
    """
    manifest = station.manifest(code)
    parts = (sought_as(manifest.bus.state), Standing.SAFE, Standing.ACCOUNTED)
    lines = [line for standing in parts for line in manifest.by_standing[standing]]
    cards = station.queries.cards([line.delegate.id for line in lines])
    seen = {card.delegate.id: last_seen(card.movements.presences, rehearsal=manifest.rehearsal) for card in cards}
    names = {each.id: each.name for each in station.queries.stations()}
    return MissingList(manifest.bus, manifest.tally, _absent(manifest, lines, seen), names)


def companions_of(manifest: Manifest, delegate: Delegate) -> tuple[Companion, ...]:
    """Return who of somebody's delegation is on the same manifest, those aboard first."""
    return _companions(delegate, _together(manifest).get(_group(delegate), ()))


def _absent(
    manifest: Manifest, lines: Sequence[ManifestLine], seen: Mapping[DelegateId, LastSeen | None]
) -> tuple[Absent, ...]:
    together = _together(manifest)
    return tuple(
        Absent(
            line.delegate,
            manifest.standing(line),
            line.seen_on,
            seen.get(line.delegate.id),
            _companions(line.delegate, together.get(_group(line.delegate), ())),
        )
        for line in lines
    )


def _together(manifest: Manifest) -> Mapping[str, Sequence[Companion]]:
    """Return by delegation who of it is on a bus, those aboard first."""
    groups: dict[str, list[Companion]] = {}
    for standing in Standing:
        if standing is not Standing.GOT_OFF:
            for line in manifest.by_standing[standing]:
                groups.setdefault(_group(line.delegate), []).append(Companion(line.delegate, standing))
    return groups


def _group(delegate: Delegate) -> str:
    return delegate.delegation or delegate.organisation


def _companions(delegate: Delegate, group: Sequence[Companion]) -> tuple[Companion, ...]:
    if not _group(delegate):
        return ()
    named: list[Companion] = []
    for each in group:  # a bus may list everybody, all of one delegation
        if each.delegate.id != delegate.id:
            named.append(each)
        if len(named) == MOST_COMPANIONS:
            break
    return tuple(named)
