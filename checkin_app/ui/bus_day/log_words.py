"""What was done with a bus, in words: rows for the screen, and a table for a file."""

from collections.abc import Sequence

from checkin_app.domain.bus_log import LogEntry
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import VERDICTS
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.bus_log import BusLog
from checkin_app.ui import words, words_details, words_operators
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView


def rows(log: BusLog, telling: words.Telling) -> tuple[RowView, ...]:
    """Return what was done, the newest first; what was taken back or does not count is struck out."""
    return tuple(_row(log, each, telling) for each in reversed(log.entries))


def _row(log: BusLog, entry: LogEntry, telling: words.Telling) -> RowView:
    below = (
        bidi.name(log.name(entry)),
        bidi.name(entry.text),
        _by(log, entry),
        _laptop(entry, telling),
        _standing(entry),
    )
    verdict = VERDICTS[entry.reason] if entry.reason else None
    icon = "" if verdict else "circle"
    return RowView(
        what(entry),
        PART.join(part for part in below if part),
        bidi.code(telling.clock(entry.at)),
        verdict,
        icon=icon,
        struck=entry.undone or not entry.counts,
        in_parts=True,
    )


def what(entry: LogEntry) -> str:
    """Return what a fact did."""
    if entry.reason:
        return words.brief(entry.reason)
    return words.answered(entry.answer) if entry.answer else words_details.detail(entry.what)


def _why(entry: LogEntry) -> str:
    return words_details.detail(entry.why) if entry.why else ""


def table(log: BusLog, telling: words.Telling) -> Sequence[Sequence[str]]:
    """Return what was done, the oldest first, under a heading."""
    heading = (
        _say(QT_TRANSLATE_NOOP("BusLog", "Time")),
        _say(QT_TRANSLATE_NOOP("BusLog", "What")),
        _say(QT_TRANSLATE_NOOP("BusLog", "Guest")),
        _say(QT_TRANSLATE_NOOP("BusLog", "In words")),
        _say(QT_TRANSLATE_NOOP("BusLog", "By")),
        _say(QT_TRANSLATE_NOOP("BusLog", "Laptop")),
        _say(QT_TRANSLATE_NOOP("BusLog", "Standing")),
    )
    lines = (
        (
            _moment(entry.at, telling), what(entry), log.name(entry),
            " – ".join(filter(None, (_why(entry), entry.text))), _by(log, entry), _laptop(entry, telling),
            _standing(entry),
        )
        for entry in log.entries
    )  # fmt: skip
    return [heading, *(tuple(bidi.plain(cell) for cell in line) for line in lines)]


def _moment(at: Instant, telling: words.Telling) -> str:
    try:
        return telling.forum.local(at).strftime("%Y-%m-%d %H:%M:%S")
    except (OverflowError, OSError, ValueError):
        return "–"


def _by(log: BusLog, entry: LogEntry) -> str:
    known = log.makers.of(entry.fact_id, entry.station)
    return words_operators.maker(known) if log.makers.has_operators else ""


def _laptop(entry: LogEntry, telling: words.Telling) -> str:
    return bidi.name(telling.stations.get(entry.station, entry.station[:4]))


def _standing(entry: LogEntry) -> str:
    if entry.undone:
        return _say(QT_TRANSLATE_NOOP("BusLog", "taken back"))
    return "" if entry.counts else _say(QT_TRANSLATE_NOOP("BusLog", "kept, not applied"))


def _say(text: str) -> str:
    return words.say("BusLog", text)
