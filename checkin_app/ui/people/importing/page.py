"""A list on its way in, joined to the application: read, corrected, taken."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.problems_lists import ListOutdated
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.people.importing import state as lists
from checkin_app.ui.people.importing.panel import ImportPanel
from checkin_app.ui.people.importing.state import ImportState
from checkin_app.ui.people.importing.words import ImportWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import Sentence, said_anew
from checkin_app.ui.shell.actions import Lists

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NUMBERS = frozenset("123456789")


class ImportPage(QObject):
    """Owns the preview's panel and its state; `left` says that somebody goes back, `list_asked` that they want another."""

    left = Signal()
    list_asked = Signal()

    def __init__(self, actions: Lists, in_force: ForumInForce, folder: Callable[[], Path]) -> None:
        super().__init__()
        self._actions, self._folder = actions, folder
        self._released = single_shot(self, self._release)
        self._old: list[Plan] = []
        self._words = ImportWords(in_force)
        self._state = ImportState()
        self.panel = ImportPanel(self._words)
        self._connect()
        self._stop: Callable[[], None] = _nothing
        self._become(self._state)

    def _connect(self) -> None:
        panel = self.panel
        panel.left.connect(self._leave)
        panel.list_asked.connect(self.list_asked)
        panel.sheet_chosen.connect(lambda sheet: self._read(lists.sheet_chosen(self._state, sheet)))
        panel.encoding_chosen.connect(lambda encoding: self._read(lists.encoding_chosen(self._state, encoding)))
        panel.column_chosen.connect(lambda place, wanted: self._read(lists.column_chosen(self._state, place, wanted)))
        panel.tab_chosen.connect(lambda tab: self._become(lists.tab_opened(self._state, tab)))
        panel.row_toggled.connect(lambda number: self._become(lists.toggled(self._state, number)))
        panel.overwriting_chosen.connect(lambda on: self._become(lists.overwriting_chosen(self._state, overwrite=on)))
        panel.group_chosen.connect(lambda group: self._become(lists.group_chosen(self._state, group)))
        panel.unfold_asked.connect(lambda: self._become(lists.group_unfolded(self._state)))
        panel.omit_asked.connect(lambda: self._become(lists.group_omitted(self._state)))
        panel.answered.connect(self._answer)
        panel.export_asked.connect(self._export)
        panel.take_meant.connect(self.take)
        panel.stopped.connect(self.stop)

    @property
    def state(self) -> ImportState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def open(self, file: Path) -> None:
        self._read(lists.chosen(self._state, file))

    def take(self, meant: Meant) -> None:
        """Take the list in as it is shown, once it has been shown: a key pressed before that was meant for less."""
        plan = self._state.plan
        if plan and self._state.may_import and self.panel.seen:
            left_out, overwrite = self._state.left_out, self._state.overwrite
            self._become(lists.begun(self._state))
            told = partial(self._moved_on, self._state.asked)
            self._stop = self._actions.apply(meant, plan, left_out, overwrite, told, self._taken)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means on this page; return whether it means anything."""
        key, state = Qt.Key(event.key()), self._state
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or state.group is None:
            return False
        if step := _STEPS.get(key):
            self._become(lists.group_chosen(state, state.chosen + step))
        elif event.isAutoRepeat():
            return True  # a key that is held answers one group, not the next ones too
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self.panel.answers.open_choices():
                self._become(lists.group_unfolded(state))
        elif key == Qt.Key.Key_Space:
            self._become(lists.group_unfolded(state))
        elif event.text() in _NUMBERS and self.panel.seen:
            self.panel.answers.choose(int(event.text()))
        else:
            return False
        return True

    def _answer(self, choice: str) -> None:
        """Read the list again with one more answer; what was answered is shown at once."""
        answered = lists.answered(self._state, choice)
        if answered is not self._state:
            self._read(answered)

    def stop(self) -> None:
        """Let what is being read or written be stopped; its answer says that it was."""
        self._stop()

    def _leave(self) -> None:
        if self._state.waiting:
            self.stop()
        self.left.emit()

    def _moved_on(self, question: int, done: int, whole: int) -> None:
        self._state = lists.moved_on(self._state, question, done, whole)
        if self._state.busy:
            self.panel.show_how_far(self._state)

    def _taken(self, result: Result[ImportResult]) -> None:
        if isinstance(result, Done):
            self._become(lists.written(self._state, result.value))
            return
        self._become(lists.failed(self._state, trouble(result)))
        if isinstance(result, Troubled) and isinstance(result.problem, ListOutdated):
            # What was shown is no longer what would be written: show that.
            self._read(lists.corrected(self._state, self._state.choices))
            self._become(lists.told(self._state, trouble(result)))

    def _read(self, state: ImportState) -> None:
        self._become(state)
        if state.file:
            # Whatever was asked before is no longer waited for.
            self._stop()
            told, reply = partial(self._moved_on, state.asked), partial(self._came, state.asked)
            self._stop = self._actions.preview(state.file, state.choices, told, reply)

    def _came(self, question: int, result: Result[ListPreview]) -> None:
        if isinstance(result, Done):
            self._become(lists.previewed(self._state, question, result.value))
        else:
            self._become(lists.refused(self._state, question, trouble(result)))

    def _export(self) -> None:
        plan, file = self._state.plan, self._state.file
        if plan and file and not self._state.busy:
            name = self.tr("{list} - rows not taken").format(list=file.stem)
            self._become(lists.export_begun(self._state))
            told = partial(self._moved_on, self._state.asked)
            self._stop = self._actions.save_refused(plan, self._folder() / f"{name}.xlsx", told, self._exported)

    def _exported(self, result: Result[Path]) -> None:
        said = trouble(result)
        if isinstance(result, Done):
            file = bidi.code(str(result.value))
            said = Sentence(lambda: self.tr("Saved: {file}").format(file=file))
        self._become(lists.told(self._state, said))

    def _become(self, state: ImportState) -> None:
        former, self._state = self._state, state
        if state.plan is not former.plan:
            self.panel.seen.renew()
        if former.plan is not None and former.plan is not state.plan:
            self._old.append(former.plan)
            self._released.start()
        self.panel.render_state(state)

    def _release(self) -> None:
        """Hand plans that are no longer shown over: to free 100 000 rows here would hold up the screen."""
        old, self._old = self._old, []
        self._actions.let_go(old)


def _nothing() -> None:
    """Stop nothing: nothing has been begun."""
