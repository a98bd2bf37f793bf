"""What is seen at the badge desk of badges that were handed over, or not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from layout_people import ARAB, GERMAN, HAN, IBERIAN, card_of
from layout_stage import Stage, job

from checkin_app.domain.changes import Recorded
from checkin_app.domain.jobs import Collector
from checkin_app.services.handing_over import Handing, HandOver

_HANDED = Handing.HANDED


def hands() -> Iterator[tuple[str, Callable[[Stage], Any]]]:
    yield (
        "unknown code",
        lambda on: (_opened(on), on.replies.update(resolve=None), on.screen._giving.unread.emit(["?"])),
    )
    for handing in Handing:
        yield f"scanned {handing.value}", _scanned((handing, GERMAN, 1))
    yield "more for one", _scanned((_HANDED, IBERIAN, 1), more=True)
    three = ((_HANDED, IBERIAN, 1), (_HANDED, ARAB, 2), (_HANDED, HAN, 1))
    yield "several for one", _scanned(*three, more=True)
    yield "void among several", _scanned(*three, (Handing.VOID, GERMAN, 3), more=True)
    yield "who takes them", _scanned(*three, more=True, typed=GERMAN.called)
    yield "taken along", lambda on: (_scanned(*three, more=True)(on), on.screen._giving.take_along(GERMAN.called))
    yield "given back", lambda on: (_scanned(*three)(on), on.screen.takes_undo())


def _opened(on: Stage) -> None:
    on.replies |= {
        "hand_over": HandOver(Handing.NO_BADGE),
        "collected": Recorded(frozenset()),
        "hand_back": Recorded(frozenset()),
    }
    on.open()


def _scanned(*told: tuple[Handing, Any, int], more: bool = False, typed: str = "") -> Callable[[Stage], None]:
    """Scan one badge after the other, each with what comes of it; then type who takes them along."""

    def play(on: Stage) -> None:
        _opened(on)
        for handing, guest, issue in told:
            given = replace(job("handed_over", guest, issue), collector=Collector(GERMAN.called))
            on.replies["card"] = card_of(guest, issue=issue)
            on.replies["hand_over"] = HandOver(handing, guest, issue, issue + (handing is Handing.VOID), given)
            on.screen.takes_scan(["a code"])
            if more and not on.screen._state.hands.more:
                on.screen._giving.more()
        if typed:
            on.screen._giving.ask_who()
            on.screen.panel.holder.field.set_text(typed)
            on.screen.panel.holder.field.edited.emit(typed)

    return play
