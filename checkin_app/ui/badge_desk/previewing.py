"""Asking for the badge as it will come out, for whoever is at the desk."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.problems import CodeNotReadable, GlyphMissing
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.ui.badge_desk import state as desk
from checkin_app.ui.badge_desk.state import BadgeDeskState, Preview
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Badges


class Previewing(QObject):
    """Asks for what the desk's state wants, which `state` tells; `moved_on` carries the next `BadgeDeskState`."""

    moved_on = Signal(object)

    def __init__(self, badges: Badges, state: Callable[[], BadgeDeskState], parent: QObject) -> None:
        super().__init__(parent)
        self._badges, self._state = badges, state

    def ask(self) -> None:
        wanted = self._state().preview_of
        if wanted and self._state().preview is None:
            self._badges.preview(*wanted, partial(self._came, wanted))

    def _came(self, wanted: tuple[DelegateId, int], result: Result[bytes]) -> None:
        self.moved_on.emit(desk.previewed(self._state(), wanted, _preview_in(result)))


def _preview_in(result: Result[bytes]) -> Preview:
    match result:
        case Done(png):
            return Preview(png, reads_back=True)
        case Troubled(problem):
            unread = isinstance(problem, CodeNotReadable)
            unlettered = str(problem.details.get("text", "")) if isinstance(problem, GlyphMissing) else ""
            return Preview(reads_back=not unread, objections=(trouble(result),), unlettered=unlettered)
        case _:
            return Preview(objections=(trouble(result),))
