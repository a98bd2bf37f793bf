"""Where somebody was seen last, and how long ago, with what is said of it in English."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.domain.ids import CheckpointId, Instant, StationId
from checkin_app.domain.movements import Presence
from checkin_app.domain.texts import QT_TRANSLATE_NOOP

NOWHERE = QT_TRANSLATE_NOOP("Sighting", "not seen anywhere yet")
BOARDED = QT_TRANSLATE_NOOP("Sighting", "{time} boarded bus {bus}")
GOT_OFF = QT_TRANSLATE_NOOP("Sighting", "{time} got off bus {bus}")
CAME_IN = QT_TRANSLATE_NOOP("Sighting", "{time} at {place}")
WENT_OUT = QT_TRANSLATE_NOOP("Sighting", "{time} went out of {place}")
_JUST_NOW = QT_TRANSLATE_NOOP("Sighting", "just now")
_MINUTES = QT_TRANSLATE_NOOP("Sighting", "%Ln min ago", None, 1)
_HOURS = QT_TRANSLATE_NOOP("Sighting", "%Ln hours ago", None, 1)
_DAYS = QT_TRANSLATE_NOOP("Sighting", "%Ln days ago", None, 1)
_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The newest scan that says where somebody was."""

    checkpoint: CheckpointId
    at: Instant
    inside: bool
    """False for one who was scanned out, or got off."""
    station: StationId | None = None
    """Whose scan it was, where that is known."""


def last_seen(presences: Iterable[Presence], *, rehearsal: bool) -> LastSeen | None:
    """Return where somebody was last, on the forum or in its rehearsal."""
    newest = max((each for each in presences if each.rehearsal == rehearsal), key=lambda each: each.since, default=None)
    return LastSeen(newest.checkpoint, newest.since, newest.inside, newest.station) if newest else None


def ago(at: Instant, now: Instant) -> tuple[str, int | None] | None:
    """Return what is said of how long ago something was, and its number if it has one; None of what is to come."""
    gone = now - at
    if gone < 0:
        return None
    if gone < _MINUTE:
        return _JUST_NOW, None
    if gone < _HOUR:
        return _MINUTES, gone // _MINUTE
    return (_HOURS, gone // _HOUR) if gone < _DAY else (_DAYS, gone // _DAY)
