"""What the top bar says of scanner, printer and sync.  Pure."""

from dataclasses import dataclass, field
from enum import StrEnum

from checkin_app.domain.framing import Added, shown_signs
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.kept_out import KeptOut
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.print_jobs import FEW_LABELS
from checkin_app.ui.shell.sync_health import clock_health, gaps_told, sync_health


class ScannerState(StrEnum):
    READY = "ready"
    NOT_HEARD = "not_heard"
    """The window is not active: a keyboard scanner types into another program."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What is known of this laptop's devices and neighbours."""

    scanner: ScannerState = ScannerState.READY
    added: Added | None = None
    """What the scanner added to the code that was read last."""
    printer: str = ""
    """The printer of badges; empty where none is set up."""
    printer_trouble: str = ""
    """Why it does not print, as the system says."""
    labels_left: int | None = None
    """Labels on its roll, as far as is known; None where nobody counts them."""
    waiting: int = 0
    """Badges that are not printed yet."""
    clock_flagged: bool = False
    unread: int = 0
    """Facts of newer versions, kept and passed on."""
    rehearsal: bool = False
    missing: int = 0
    """Facts that this laptop once acknowledged and does not hold."""
    kept_out: KeptOut = field(default_factory=KeptOut)
    """What other laptops brought that does not count here."""

    sync: SyncStatus = field(default_factory=SyncStatus)
    """How this laptop stands to the others."""
    last_exchange: str = ""
    """When it met them last, as the hall's clock says it; empty while it has not."""
    old: bool = False
    """Whether that is so long ago that the lists here may be behind theirs."""
    asked: int = 0
    """Badges of this laptop of which somebody has to say whether they came out."""
    contradictions: int = 0
    """What needs a person in the inbox."""

    @property
    def old_since(self) -> str | None:
        """Return when the others were met last, where that is long ago, empty where it never was; None where it is not."""
        return self.last_exchange if self.old else None

    @property
    def vain(self) -> bool:
        """Return whether scans are not heard or may not count, which is said at a door too."""
        unheard = self.scanner is not ScannerState.READY
        return unheard or self.rehearsal or self.clock_flagged or bool(self.missing)


def healths(watched: Watched, layout: theme.Layout = theme.Layout.REGULAR) -> tuple[Health, ...]:
    """Return the items of the top bar, in their order."""
    items = [scanner_health(watched), _printer(watched, terse=layout is not theme.Layout.REGULAR)]
    items.append(sync_health(watched.sync, watched.last_exchange))
    if watched.missing:
        items.insert(0, _missing(watched.missing))
    if clock := _clock() if watched.clock_flagged else clock_health(watched.sync):
        items.append(clock)
    if watched.kept_out.facts:  # in one item: a narrow bar has no room for two that mean much the same
        items.append(_kept_out(watched))
    elif watched.unread:
        items.append(_unread(watched.unread))
    if watched.rehearsal:
        items.append(_rehearsal())
    return tuple(items)


def _say(source: str) -> str:
    return words.say("Health", source)


def scanner_health(watched: Watched) -> Health:
    match watched.scanner:
        case ScannerState.READY if watched.added:
            return _adding(watched.added)
        case ScannerState.READY:
            said = _say(QT_TRANSLATE_NOOP("Health", "Scanner"))
            return Health("scan", said, explanation=_say(QT_TRANSLATE_NOOP("Health", "Scans are heard.")))
        case ScannerState.NOT_HEARD:
            return Health(
                "scan",
                _say(QT_TRANSLATE_NOOP("Health", "Scanner not heard")),
                abnormal=True,
                explanation=_say(
                    QT_TRANSLATE_NOOP(
                        "Health", "Another window is in front and takes what the scanner types. Click here."
                    )
                ),
            )


def _adding(added: Added) -> Health:
    """Name what the scanner adds, and how to set it right."""
    before, after = (bidi.code(shown_signs(each)) for each in (added.before, added.after))
    around = bool(before or after or added.inside)
    parts = (
        (bool(before), QT_TRANSLATE_NOOP("Health", "“{before}” before each code.")),
        (bool(after), QT_TRANSLATE_NOOP("Health", "“{after}” after each code.")),
        (added.inside, QT_TRANSLATE_NOOP("Health", "Signs within each code.")),
        (
            around,
            QT_TRANSLATE_NOOP("Health", "Badges are read. Its handbook has codes to switch prefix and suffix off."),
        ),
        (added.twice, QT_TRANSLATE_NOOP("Health", "A code came twice at once. Its handbook has a code to add Enter.")),
        (added.wide, QT_TRANSLATE_NOOP("Health", "The keyboard writes full-width letters. Shift+Space ends that.")),
    )
    told = [_say(source).format(before=before, after=after) for true, source in parts if true]
    said = _say(QT_TRANSLATE_NOOP("Health", "Scanner adds signs"))
    return Health("scan", said, abnormal=True, explanation=words.in_a_row(told))


#: What the printer is said to be leads to the page where it is said why.
_PRINTERS = "printers"


def _printer(watched: Watched, *, terse: bool) -> Health:
    if watched.printer_trouble:
        explanation = _say(QT_TRANSLATE_NOOP("Health", "{printer}: {trouble}. Badges wait and none is lost."))
        return Health(
            "printer",
            _say(QT_TRANSLATE_NOOP("Health", "Printer paused")),
            abnormal=True,
            explanation=explanation.format(
                printer=bidi.name(watched.printer), trouble=bidi.name(watched.printer_trouble)
            ),
            screen=_PRINTERS,
        )
    if not watched.printer:
        explanation = _say(QT_TRANSLATE_NOOP("Health", "No printer is set up: badges are saved as PDF files."))
        return Health(
            "printer", _say(QT_TRANSLATE_NOOP("Health", "No printer")), explanation=explanation, screen=_PRINTERS
        )
    if watched.labels_left is not None and watched.labels_left <= FEW_LABELS:
        explanation = _say(
            QT_TRANSLATE_NOOP("Health", "Labels left at {printer}: about {count}. Have another roll at hand.")
        )
        return Health(
            "printer",
            _say(QT_TRANSLATE_NOOP("Health", "Few labels")),
            abnormal=True,
            explanation=explanation.format(
                printer=bidi.name(watched.printer), count=bidi.code(str(watched.labels_left))
            ),
            screen=_PRINTERS,
        )
    said = _waiting(watched.waiting, terse=terse) or _say(QT_TRANSLATE_NOOP("Health", "Printer ready"))
    return Health("printer", said, explanation=bidi.name(watched.printer), screen=_PRINTERS)


def _waiting(count: int, *, terse: bool) -> str:
    if terse and count:
        return _say(QT_TRANSLATE_NOOP("Health", "{count} waiting")).format(count=words.figure(count))
    said = QT_TRANSLATE_NOOP("Health", "%Ln badges waiting", None, 1)
    return words.counted("Health", said, count) if count else ""


def _clock() -> Health:
    explanation = _say(
        QT_TRANSLATE_NOOP(
            "Health", "Another laptop’s clock is more than five minutes ahead. Compare the times and set the wrong one."
        )
    )
    return Health("clock", _say(QT_TRANSLATE_NOOP("Health", "Clocks differ")), abnormal=True, explanation=explanation)


def _missing(count: int) -> Health:
    said = _say(QT_TRANSLATE_NOOP("Health", "Entries lost: {count}")).format(count=words.figure(count))
    explanation = _say(
        QT_TRANSLATE_NOOP(
            "Health",
            "This laptop recorded them and no longer holds them: people may be let in twice. "
            "F1 restores a backup; tell the event lead.",
        )
    )
    return Health("info", said, abnormal=True, explanation=explanation)


def _unread(count: int) -> Health:
    said = _say(QT_TRANSLATE_NOOP("Health", "{count} not understood")).format(count=words.figure(count))
    explanation = _say(
        QT_TRANSLATE_NOOP(
            "Health", "Entries of a newer version on another laptop are kept and passed on. Install that version here."
        )
    )
    return Health("info", said, abnormal=True, explanation=explanation)


def _kept_out(watched: Watched) -> Health:
    out, unread = watched.kept_out, watched.unread
    said = _say(QT_TRANSLATE_NOOP("Health", "{count} kept out")).format(count=words.figure(out.facts + unread))
    parts = (
        (out.refused, QT_TRANSLATE_NOOP("Health", "Refused, since nothing proves them genuine: {count}.")),
        (
            out.set_aside,
            QT_TRANSLATE_NOOP("Health", "Set aside, since they contradict earlier ones of the same laptop: {count}."),
        ),
        (out.waiting, QT_TRANSLATE_NOOP("Health", "Waiting for those that go before them: {count}.")),
        (unread, QT_TRANSLATE_NOOP("Health", "Of a newer version, to be installed here: {count}.")),
    )
    told = [_say(QT_TRANSLATE_NOOP("Health", "Some entries of other laptops do not count here."))]
    told += [_say(source).format(count=words.figure(count)) for count, source in parts if count]
    if watched.sync.gaps:
        told.append(gaps_told(watched.sync.gaps))
    if out.refused or out.set_aside:
        told.append(_say(QT_TRANSLATE_NOOP("Health", "Tell the event lead.")))
    return Health("info", said, abnormal=True, explanation=words.in_a_row(told))


def _rehearsal() -> Health:
    explanation = _say(
        QT_TRANSLATE_NOOP(
            "Health", "The forum is on other days: scans are counted as a rehearsal and the time has no say."
        )
    )
    return Health("info", _say(QT_TRANSLATE_NOOP("Health", "Rehearsal")), abnormal=True, explanation=explanation)
