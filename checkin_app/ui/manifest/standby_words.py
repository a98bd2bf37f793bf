"""Who waits for a seat, in words: their places, whose turn it is, and where there are seats."""

from collections.abc import Callable
from dataclasses import replace

from checkin_app.domain.ids import Instant
from checkin_app.domain.ride_states import RideState, ride_word
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.buses import Filter, Manifest
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.manifest.rows import PersonRow
from checkin_app.ui.manifest.state import ManifestState


def offered(manifest: Manifest) -> tuple[tuple[str, str], ...]:
    """Return the filter that shows who waits; nothing where nobody does."""
    return ((Filter.STANDBY.value, _waiting(manifest)),) if manifest.waiting else ()


def head(manifest: Manifest, leaves: str, short: str) -> tuple[str, str, str, str]:
    """Return how many wait, when the bus leaves, at length and short, and where there are seats for them."""
    return _waiting(manifest), leaves, short, seats(manifest)


def _waiting(manifest: Manifest) -> str:
    word = words.say("Detail", ride_word(RideState.STANDBY))
    return f"{word} {bidi.code(str(len(manifest.waiting)))}"


def placed(state: ManifestState, row: PersonRow, place: int, clock: Callable[[Instant], str]) -> PersonRow:
    """Say of who waits for a seat their place, since when, and whether they board by their next scan here."""
    manifest = state.manifest
    if state.filter is not Filter.STANDBY or manifest is None:
        return row
    rank, at = place + 1, state.shown[place].since
    turn = rank <= manifest.seats_here
    said = (
        QT_TRANSLATE_NOOP("Standby", "{rank}: boards by scan")
        if turn
        else QT_TRANSLATE_NOOP("Standby", "{rank}: waits")
    )
    since = _say(QT_TRANSLATE_NOOP("Standby", "Waits since {time}")).format(time=bidi.code(clock(at))) if at else ""
    chip, tone = _say(said).format(rank=words.figure(rank)), ChipTone.GO if turn else ChipTone.QUIET
    return replace(row, chip=chip, tone=tone, seen=since, ago="")


def seats(manifest: Manifest) -> str:
    """Return how many seats each bus of the route has for those who wait, this one first."""
    here = manifest.bus.code
    ordered = sorted(manifest.open_seats, key=lambda each: each[0] != here)
    said = words.say("List", ", ").join(f"{bidi.code(bus)}: {words.figure(count)}" for bus, count in ordered)
    return _say(QT_TRANSLATE_NOOP("Standby", "Seats for those who wait, by bus: {seats}.")).format(seats=said)


def _say(text: str) -> str:
    return words.say("Standby", text)
