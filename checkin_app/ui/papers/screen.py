"""The files joined to what writes them: one at a time, stopped at will, while scans go on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.hand_outs import HandedOut, HandOut
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words_notices
from checkin_app.ui.kit.file_dialogs import documents
from checkin_app.ui.papers import state as papers
from checkin_app.ui.papers.panel import PapersPanel
from checkin_app.ui.papers.state import PapersState
from checkin_app.ui.papers.words import PapersWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.shell.actions import Actions, StationContext, Stop
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.wall_clock import Now, wall_clock


class PapersScreen(Screen):
    """Files of the whole forum."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        now: Now = wall_clock,
        folder: Callable[[], Path] = documents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._now, self._folder = actions, context, now, folder
        self._state, self._words = PapersState(), PapersWords()
        self._stop: Stop | None = None
        self.panel = PapersPanel(self._words)
        self._strip = ScanStrip(self.panel.strip, context.telling())
        self.panel.left.connect(lambda: self.asked_for.emit(Destination("people")))
        self.panel.saved.connect(self._save)
        self.panel.stopped.connect(self._end_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(words_notices.nothing_lost())
        self.panel.retranslate()
        self._become(self._state)

    def help_text(self) -> str:
        return self.tr(
            "Files of everybody: codes for mailing out, and badges for a print shop. Each is whole or not there at all; "
            "a badge that cannot be drawn is named and stops none of the others."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self.panel.strip.hide()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._strip.scanned(result)
        self.panel.strip.show()

    # ---- writing

    def _save(self, paper: HandOut) -> None:
        if self._state.running is None:
            self._become(papers.begun(self._state, paper))
            moment = self._context.forum.local(self._now()).strftime("%Y-%m-%d %H%M%S")
            path = self._folder() / self._words.file_name(paper, moment)
            self._stop = self._actions.papers.save(paper, path, self._moved_on, self._ended)

    def _end_it(self) -> None:
        if self._stop is not None and self._state.running is not None:
            self._stop()

    def _moved_on(self, done: int, whole: int) -> None:
        self._become(papers.moved_on(self._state, done, whole))

    def _ended(self, result: Result[HandedOut]) -> None:
        self._stop = None
        self._become(papers.ended(self._state, result.value if isinstance(result, Done) else trouble(result)))

    def _become(self, state: PapersState) -> None:
        self._state = state
        self.panel.render_state(state)
