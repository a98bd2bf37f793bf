"""Many badges at once, as screens have to find room for them: counted, begun, stopped, saved, refused."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from layout_people import GUESTS
from layout_templates import OFFER

from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import LogId
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.lanes import Done, Troubled
from checkin_app.services.badge_runs import RunCount, RunOrder, RunOwed
from checkin_app.ui.badge_run.state import Choice

if TYPE_CHECKING:
    from layout_stage import Stage

#: The longest is shortened where it is chosen, and its menu says it whole.
DELEGATIONS = tuple(sorted({each.delegation for each in GUESTS if each.delegation}, key=len))
COUNT = RunCount(1412, 38, 367, DELEGATIONS)
SAVED = HandedOut(
    "D:\\Documents of the coordinator\\2024-09-25 081200.pdf", 1405, ("0412-1", "0413-1", "0998-2"), LogId("ab" * 16)
)
Scene = tuple[str, Callable[["Stage"], object]]


def _opened(on: "Stage", count: RunCount | None = COUNT, place: int = 0) -> None:
    on.replies |= {"template_offer": OFFER}
    on.replies.pop("print_run", None)
    on.replies.pop("save_run", None)
    if count is None:
        on.replies.pop("count_run", None)
    else:
        on.replies["count_run"] = count
    on.open()
    on.screen.panel.option_chosen.emit(Choice.TO, place)
    on.screen._asked = None


def badge_runs() -> Iterator[Scene]:
    yield "to a printer", lambda on: _opened(on, place=1)
    yield "into a file", _opened
    yield "few", lambda on: _opened(on, RunCount(12, 1, 0, DELEGATIONS), 1)
    yield "nobody", lambda on: _opened(on, RunCount(0, 0, 0, DELEGATIONS), 1)
    yield "by bus", lambda on: (_opened(on, place=1), on.screen.panel.order_chosen.emit(RunOrder.BUS))
    yield "chosen", _chosen
    yield "being counted", lambda on: (_opened(on), on.replies.pop("count_run"), _counting(on))
    yield "working", _working
    yield "owed", lambda on: (_working(on), on.screen._ended(Done(RunOwed(367, 1045, False, frozenset()))))
    yield "stopped", lambda on: (_working(on), on.screen._ended(Done(RunOwed(120, 0, True, frozenset()))))
    yield "saved", lambda on: (_opened(on), on.screen._ended(Done(SAVED)))
    yield "taken back", lambda on: (_opened(on), on.screen._ended(Done(SAVED)), on.screen._taken_back(Done(None)))
    yield (
        "refused",
        lambda on: (
            _opened(on),
            on.screen._ended(Troubled(FileNotWritable(file=SAVED.file, detail="-"))),
        ),
    )


def _chosen(on: "Stage") -> None:
    _opened(on, place=1)
    for choice in (Choice.DELEGATION, Choice.CATEGORY, Choice.ROUTE):
        on.screen.panel.option_chosen.emit(choice, 1)
    on.screen.panel.apart_chosen.emit(True)


def _counting(on: "Stage") -> None:
    on.screen.panel.order_chosen.emit(RunOrder.NAME)


def _working(on: "Stage") -> None:
    _opened(on, place=1)
    on.screen._go(_MEANT)
    on.screen._moved_on(1034, 1412)


_MEANT = object()
