"""A list of buses joined to the application: read and compared on the lists' lane, taken in as a whole, taken back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.ids import LogId
from checkin_app.domain.problems_lists import ListOutdated
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.fleet_import import FleetPreview, FleetTaken
from checkin_app.ui.fleet_list import state as lists
from checkin_app.ui.fleet_list.panel import FleetListPanel
from checkin_app.ui.fleet_list.state import FleetListState, Part, Work
from checkin_app.ui.fleet_list.words import FleetListWords
from checkin_app.ui.kit import file_dialogs
from checkin_app.ui.kit.file_dialogs import Then
from checkin_app.ui.kit.held import HoldingKey
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen

AskFile = Callable[[Then], None]
"""Asks which list."""


class FleetListScreen(StripScreen):
    """What a list of buses would change, before anything is written."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        ask_list: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions.fleet_lists
        self._ask_file = ask_list or partial(file_dialogs.ask_list, self, self.tr("Choose a list of buses"))
        self._words = FleetListWords(context.in_force)
        self._state = FleetListState()
        self._stop: Callable[[], None] = _nothing
        self.panel = FleetListPanel(self._words)
        HoldingKey(self, self.panel.take, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        self._connect()
        self.hold(self.panel, context.telling())

    def _connect(self) -> None:
        panel = self.panel
        panel.left.connect(self._leave)
        panel.list_asked.connect(lambda: self._ask_file(self.open_list))
        panel.file_dropped.connect(self.open_list)
        panel.sheet_chosen.connect(self._choose_sheet)
        panel.part_chosen.connect(lambda part: self._become(lists.part_chosen(self._state, part)))
        panel.take_meant.connect(self._take)
        panel.back_meant.connect(self._take_back)
        panel.stop_asked.connect(self._stop_work)

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Choose a list of buses, CSV or XLSX, or drop it here. Which buses are new, what changes in others and which rows have to "
            "be put right is shown first, each with its row in the file. An empty cell changes nothing, and no bus goes because a list "
            "does not name it. Hold Ctrl Enter to take the list in: as a whole, and it is taken back as a whole, until somebody is on "
            "a bus that would be gone with it."
        )

    def shown(self) -> None:
        super().shown()
        self._become(lists.screen_opened(self._state))
        self._actions.last_fleet(self._last_came)

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and Changed.OPERATIONS in changes:
            self._actions.last_fleet(self._last_came)

    def _last_came(self, result: Result[LogId | None]) -> None:
        if isinstance(result, Done):
            self._become(lists.last_fetched(self._state, result.value))

    def _stop_work(self) -> None:
        self._stop()

    def _leave(self) -> None:
        if self._state.work is Work.READING:
            self._stop()
        self.asked_for.emit(Destination("fleet"))

    # ---- reading

    def open_list(self, file: Path) -> None:
        """Show what a list would change; nothing is written."""
        if self._state.work in {None, Work.READING}:
            self._read(lists.file_chosen(self._state, file))

    def _choose_sheet(self, sheet: str) -> None:
        preview, file = self._state.preview, self._state.file
        if file and preview and sheet != preview.sheet and self._state.work is None:
            self._read(lists.file_chosen(self._state, file, sheet))

    def _read(self, state: FleetListState) -> None:
        # Whatever was asked before is no longer waited for.
        self._stop()
        self._become(state)
        self.panel.show_how_far(0, 0)
        if state.file:
            heard = partial(self._came, state.asked)
            self._stop = self._actions.look_at_fleet(state.file, state.sheet, self.panel.show_how_far, heard)

    def _came(self, question: int, result: Result[FleetPreview]) -> None:
        if isinstance(result, Done):
            self._become(lists.previewed(self._state, question, result.value))
        else:
            self._become(lists.unread(self._state, question, trouble(result)))

    # ---- taking in and back

    def _take(self, meant: Meant) -> None:
        """Take the list in as it is shown, once it has been shown: a key pressed before that was meant for less."""
        preview = self._state.preview
        if preview and self._state.may_take and self.panel.seen:
            self._become(lists.begun(self._state, Work.TAKING))
            self.panel.show_how_far(0, 0)
            self._stop = self._actions.take_fleet(meant, preview, self.panel.show_how_far, self._taken)

    def _taken(self, result: Result[FleetTaken]) -> None:
        self._stop = _nothing
        if isinstance(result, Done):
            self._become(lists.list_taken(self._state, result.value, sentence(self._words.done, self._state)))
            return
        said = trouble(result)
        if isinstance(result, Troubled) and isinstance(result.problem, ListOutdated) and self._state.file:
            # What was shown is no longer what would be written: show that.
            self._read(lists.file_chosen(self._state, self._state.file, self._state.sheet))
            self._become(lists.told(self._state, said))
        else:
            self._become(lists.refused(self._state, said))

    def _take_back(self, meant: Meant) -> None:
        last = self._state.last
        if last is not None and self._state.may_take_back:
            self._become(lists.begun(self._state, Work.TAKING_BACK))
            self._actions.take_fleet_back(meant, last, self._gone)

    def _gone(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(lists.taken_back(self._state, sentence(self._words.gone)))
        else:
            self._become(lists.refused(self._state, trouble(result)))
        self._actions.last_fleet(self._last_came)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.panel.take.press_by(event)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self._state.preview:
            self._turn(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _turn(self, step: int) -> None:
        """Look at the next part of the rows."""
        parts = list(Part)
        forward = -step if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else step
        place = min(max(parts.index(self._state.part) + forward, 0), len(parts) - 1)
        self._become(lists.part_chosen(self._state, parts[place]))

    def _become(self, state: FleetListState) -> None:
        former, self._state = self._state, state
        if state.preview is not former.preview:
            self.panel.seen.renew()
        self.panel.render_state(state)


def _nothing() -> None:
    """Stop nothing: nothing has been begun."""
