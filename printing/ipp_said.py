"""What a printer or a queue says of itself and of its jobs by IPP, and what that means (RFC 8011, 5.3.7 and 5.4.11)."""

from collections.abc import Sequence
from enum import IntEnum

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.jobs import Fate
from checkin_app.domain.texts import Detail
from printing.ipp import Attributes, Value

_IDLE, _STOPPED = 3, 5
"""What ``printer-state`` says of a printer that waits for jobs, and of one that its owner or a fault has stopped."""
STALE_IN = 60
"""Seconds after which the reasons of an idle printer are no news: CUPS keeps what the last job met until the next one."""
_RETRIES = "retry-current-job"
"""An error policy under which one badge was printed 320 times in 21 seconds."""

#: What ``printer-state-reasons`` begin with, in the order in which they are told.
_REASONS: Sequence[tuple[str, PrinterStop]] = (
    ("media-empty", PrinterStop.NO_LABELS),
    ("media-needed", PrinterStop.NO_LABELS),
    ("cover-open", PrinterStop.COVER_OPEN),
    ("door-open", PrinterStop.COVER_OPEN),
    ("interlock-open", PrinterStop.COVER_OPEN),
    ("media-jam", PrinterStop.JAMMED),
    ("marker-supply-empty", PrinterStop.NO_INK),
    ("toner-empty", PrinterStop.NO_INK),
    ("offline", PrinterStop.OFFLINE),
    ("timed-out", PrinterStop.OFFLINE),
    ("shutdown", PrinterStop.OFFLINE),
)
_HARMLESS = ("-report", "-warning")
_WAITED_FOR = "media-needed"
"""What a job waits for, however lightly its printer says so; `media-empty` may be of a tray that no badge comes from."""
_HELD = "paused"
"""Among the reasons of a queue that stands, by its owner's will or after a fault."""
_PAUSED, _REJECTING = "Paused", "Rejecting Jobs"
"""What CUPS itself says of a queue that its owner stopped without a word."""
_LONGEST_SAID = 120
"""Characters of an owner's words that are shown."""


class JobStep(IntEnum):
    """What ``job-state`` says."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


def fate_in(said: Attributes) -> Fate:
    """Return what became of a job of which a spooler says this; nothing is a job that it does not know."""
    began = any(value is not None for value in said.get("time-at-processing", ()))
    match number_in(said, "job-state"):
        case JobStep.COMPLETED:
            return Fate.PRINTED
        case JobStep.CANCELLED | JobStep.ABORTED:
            return Fate.BROKEN if began else Fate.NOT_PRINTED
        case JobStep.PROCESSING | JobStep.STOPPED:
            return Fate.PRINTING
        case JobStep.PENDING | JobStep.HELD:
            return Fate.PRINTING if began else Fate.WAITING
        case _:
            return Fate.LOST if not said else Fate.SILENT


def number_in(said: Attributes, name: str) -> int:
    value: Value = next(iter(said.get(name, ())), 0)
    return value if isinstance(value, int) else 0


def stop_in(said: Attributes, stale_in: int = STALE_IN, *, repeats: bool = False) -> Detail | None:
    """Return why nothing can be printed at a printer that says this of itself; None where it can, or may by now.

    One that `repeats` is used though its queue may print one badge over and over.
    """
    if not repeats and _RETRIES in said.get("printer-error-policy", ()):
        return PrinterStop.RETRIES
    words = str(next(iter(said.get("printer-state-message", ())), "")).strip()[:_LONGEST_SAID]
    if said.get("printer-is-accepting-jobs", (True,))[0] is False:
        return (
            PrinterStop.REJECTING_FOR.of(said=words)
            if words not in {"", _PAUSED, _REJECTING}
            else PrinterStop.REJECTING
        )
    state = number_in(said, "printer-state")
    age = number_in(said, "printer-up-time") - number_in(said, "printer-state-change-time")
    if state == _IDLE and age >= stale_in:
        return None
    heavy = [each for each in reasons_in(said) if not each.endswith(_HARMLESS) or each.startswith(_WAITED_FOR)]
    told = told_in(heavy)
    if state != _STOPPED:
        return told or (PrinterStop.PAUSED if any(each.startswith(_HELD) for each in heavy) else None)
    return _standing(told, words, held=any(each.startswith(_HELD) for each in heavy))


def reasons_in(said: Attributes) -> Sequence[str]:
    return [str(each) for each in said.get("printer-state-reasons", ())]


def told_in(reasons: Sequence[str]) -> PrinterStop | None:
    return next((stop for begin, stop in _REASONS for each in reasons if each.startswith(begin)), None)


def _standing(told: PrinterStop | None, words: str, *, held: bool) -> Detail:
    """Return why a queue that was stopped stands: CUPS gives a reason of its own only where a fault has stopped it."""
    if told:
        return PrinterStop.STANDS_FOR.of(why=told) if held else told
    if held and words in {_PAUSED, _REJECTING}:
        return PrinterStop.PAUSED
    if held and words:
        return PrinterStop.PAUSED_FOR.of(said=words)
    return PrinterStop.STANDS
