"""The overview at work: asks how the forum stands when facts come, and opens the list behind each figure."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.overview import Overview
from checkin_app.ui.kit.file_dialogs import documents
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.overview import state as overviews
from checkin_app.ui.overview.panel import OverviewPanel
from checkin_app.ui.overview.state import OverviewState
from checkin_app.ui.overview.words import OverviewWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import Sentence, said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.strip_screen import StripScreen

#: How often the minutes are said anew, and asked who was heard of.
_MINUTES_MS = 15_000
#: Between two answers while facts go on coming: everybody's scans are counted for each.
_APART_MS = 1_000
_TOUCHES = frozenset(Changed) - {Changed.JOBS, Changed.BADGES, Changed.OPERATORS}
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class OverviewScreen(StripScreen):
    """How the forum stands, at one look."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        folder: Callable[[], Path] = documents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._folder = actions, context, folder
        telling = context.telling()
        self._state = OverviewState()
        self._words = OverviewWords(telling)
        self.panel = OverviewPanel(self._words)
        self._asked = self._stale = False
        self.panel.list_asked.connect(self.asked_for)
        self.panel.files_asked.connect(self._save)
        self.hold(self.panel, telling, str)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self._fetch)
        self._soon = single_shot(self, self._fetch_stale, _APART_MS)

    # ---- what the window tells

    def draw(self) -> None:
        self._state = said_anew(self._state)
        self._render()

    def help_text(self) -> str:
        return self.tr(
            "How the forum stands: who has come against the plan, how many each desk lets pass, how the buses of each route are "
            "filled, how the laptops stand, and what needs a person. Every figure opens its list. The arrow keys go from one "
            "to the next, Enter opens it; “PDF and CSV” writes all of it into a folder."
        )

    def shown(self) -> None:
        super().shown()
        self._state = overviews.told(self._state, "")
        self._minutes.start(_MINUTES_MS)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _TOUCHES:
            self._fetch()

    # ---- asking

    def _fetch(self) -> None:
        """Ask once at a time: what comes meanwhile is asked for a little later, all at once."""
        if self._asked or self._soon.isActive():
            self._stale = True
            return
        self._asked, self._stale = True, False
        self._actions.overseeing.overview(self._fetched)

    def _fetched(self, result: Result[Overview]) -> None:
        self._asked = False
        if isinstance(result, Done):
            self._state = overviews.overview_fetched(self._state, result.value)
        else:
            self._state = overviews.refused(self._state, trouble(result))
        self._render()
        if self.isVisible():
            self._soon.start()

    def _fetch_stale(self) -> None:
        if self._stale:
            self._fetch()

    # ---- files

    def _save(self) -> None:
        found = self._state.found
        if found is None:
            return
        stamp = self._context.forum.local(found.at).strftime("%Y-%m-%d %H%M%S")
        folder = self._folder() / self.tr("Overview {time}").format(time=stamp)
        self._say(Sentence(lambda: self.tr("Writing…")))
        self._actions.overseeing.save_overview(found, folder, self._saved)

    def _saved(self, result: Result[Sequence[Path]]) -> None:
        self._say(
            sentence(self._words.saved, str(result.value[0].parent)) if isinstance(result, Done) else trouble(result)
        )

    def _say(self, note: str) -> None:
        self._state = overviews.told(self._state, note)
        self._render()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.panel.step(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()
        self._soon.stop()

    def _render(self) -> None:
        self.panel.render_state(self._state)
