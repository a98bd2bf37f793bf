"""Printers with long names and long reasons, as screens have to find room for them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from layout_people import TARGETS

from checkin_app.domain.details import Misfit, PrinterStop
from checkin_app.domain.problems import PrinterMissing
from checkin_app.domain.problems_printing import PrinterMisfit, PrinterNotReady
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings, Settings
from checkin_app.ui.printers.state import Doing
from checkin_app.ui.shell.printer_actions import BadgeLook, BadgeLooks, Found, PrinterCount

if TYPE_CHECKING:
    from layout_stage import Stage

QUEUE = PrinterSettings("Brother QL-820NWB registration hall A", PrinterKind.QUEUE, TARGETS[0], group="Registration")
FILES = PrinterSettings("PDF", PrinterKind.FILE, TARGETS[1])
LABELS = PrinterSettings(
    "Badge printer by the VIP entrance", PrinterKind.NETWORK, TARGETS[2], group="Registration",
    speaks=PrinterLanguage.ZPL, dpi=300, media=Media(80, 60), paused="the roll is changed, and its cover does not close", labels=300, loaded=1,
)  # fmt: skip
USED = replace(QUEUE, name="Used all the same", allowed="买买提·阿卜杜拉·热合曼 · 2024-09-25 09:12")
ALL = (QUEUE, FILES, LABELS, USED)
OFFERED = (
    "Office printer of the secretariat",
    "EPSON TM-L90 by the door",
    "Zebra Technologies ZD421",
    "Brother MFC-L8900CDW of the press centre",
)
ANSWERS = {
    "printer_health": PrinterNotReady(printer=QUEUE.name, detail=PrinterStop.STANDS_FOR.of(why=PrinterStop.NO_LABELS)),
    "printer_counts": {QUEUE.name: PrinterCount(12, 0), LABELS.name: PrinterCount(0, 291)},
    "printers_found": Found(
        (TARGETS[0], OFFERED[0]),
        ((OFFERED[1], "192.168.100.200:9100"),),
        ((OFFERED[2], "0a5f:0164:D3J1234"),),
        ((OFFERED[3], "192.168.100.201:631/ipp/print"),),
    ),
    "badge_looks": BadgeLooks(
        (
            BadgeLook("a6", "105 × 148"),
            BadgeLook("global-forum-delegates-and-press", "85.6 × 53.98"),
            BadgeLook("broken", ""),
        ),
        dict.fromkeys(PrinterLanguage, "a6"),
    ),
}
MISFIT = PrinterMisfit(printer=LABELS.name, detail=Misfit.PAPER.of(size="105 × 148", media="80 × 60"))
Scene = tuple[str, Callable[["Stage"], object]]


def printers(remember: Callable[["Stage", Settings], None]) -> Iterator[Scene]:
    """Yield the page with each printer, with none, and while something is done; `remember` keeps settings."""

    def at(place: int, *known: PrinterSettings) -> Callable[["Stage"], None]:
        def play(on: "Stage") -> None:
            on.replies |= ANSWERS
            remember(on, Settings(printers=known or ALL, printer=(known or ALL)[0].name))
            on.open()
            on.screen.panel.row_chosen.emit(place)

        return play

    for place in range(len(ALL) + 4):
        yield f"at {place}", at(place)
    yield "naming a label printer", lambda on: (at(len(ALL))(on), on.screen._kind_chosen(PrinterKind.USB))
    yield "no size of paper", lambda on: (at(2)(on), on.screen.panel.card.typed.emit(("paper", "62 ×")))
    yield (
        "no size of paper of one more",
        lambda on: (
            at(len(ALL))(on),
            on.screen._kind_chosen(PrinterKind.USB),
            on.screen.panel.card.form.look.paper_typed.emit("62 ×"),
        ),
    )
    yield "does not fit", lambda on: (at(2)(on), on.screen._fits(LABELS, Troubled(MISFIT)))
    yield (
        "fits",
        lambda on: (
            at(2)(on),
            on.screen._fits(replace(LABELS, template="global-forum-delegates-and-press"), Done(None)),
        ),
    )
    yield "none", lambda on: (remember(on, Settings()), on.open())
    yield (
        "not asked yet",
        lambda on: (on.replies.pop("printer_health", None), remember(on, Settings(printers=ALL)), on.open()),
    )
    yield "over and over", lambda on: (at(0)(on), on.screen._heard(QUEUE.name, _repeats()))
    yield "asks who prints", lambda on: (at(0)(on), on.screen._heard(QUEUE.name, _asks(PrinterStop.ASKS_WHO)))
    yield "wrong password", lambda on: (at(0)(on), on.screen._heard(QUEUE.name, _asks(PrinterStop.WRONG_LOGIN)))
    yield "let in", lambda on: (at(0)(on), on.screen._let_in(QUEUE.name, Done(None)))
    yield "refused", lambda on: (at(0)(on), on.screen._tested(QUEUE.name, Troubled(PrinterMissing(printer=QUEUE.name))))
    yield "added", lambda on: (at(0)(on), on.screen._change(Doing.KEEP, QUEUE, QUEUE))


def _asks(why: PrinterStop) -> Troubled:
    return Troubled(PrinterNotReady(printer=QUEUE.name, detail=why))


def _repeats() -> Troubled:
    return Troubled(PrinterNotReady(printer=QUEUE.name, detail=PrinterStop.RETRIES))
