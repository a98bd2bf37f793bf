"""The editor at work: a template opened, changed, tried as it changes, kept, and left when its changes are kept or dropped."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.shell.template_actions import Looked, Offer, Trial, TrialName
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.template_design import ENDING, Design, Kind
from checkin_app.ui.template_editor import edits, hand
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.files import EditorFiles
from checkin_app.ui.template_editor.panel import EditorPanel
from checkin_app.ui.template_editor.picking import Point
from checkin_app.ui.template_editor.state import Doing, EditorState
from checkin_app.ui.template_editor.words import EditorWords
from checkin_app.ui.words import Telling

_FROM = "printers"
"""The screen that the editor is reached from."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (Qt.Key.Key_Y, _CONTROL): Doing.REDO,
    (Qt.Key.Key_Z, _CONTROL | _SHIFT): Doing.REDO,
    (Qt.Key.Key_O, _CONTROL): Doing.OPEN_FILE,
    (Qt.Key.Key_S, _CONTROL): Doing.SAVE_FILE,
    (Qt.Key.Key_D, _CONTROL): Doing.DOUBLE,
}


class EditorScreen(StripScreen):
    """How badges look."""

    def __init__(
        self, actions: Actions, telling: Telling, files: EditorFiles | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions.templates
        self._words, self._state = EditorWords(), EditorState()
        self._files = files or EditorFiles(self, self._words)
        self._going = ""
        """Where somebody goes once it is settled what becomes of what was changed: a template, or empty for back."""
        self._asked: Trial | None = None
        """What was asked of printing last."""
        self._asking = False
        self._names_are_old = True
        self.panel = EditorPanel(self._words)
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        panel, canvas, looks = self.panel, self.panel.canvas, self.panel.looks
        panel.asked.connect(self._do)
        panel.template_chosen.connect(self._choose_template)
        for signal, change in (
            (panel.element_moved, lambda state, pair: _moved(state, *pair)),
            (panel.element_chosen, lambda state, row: editor.element_chosen(state, _at(state, row))),
            (panel.result_chosen, editor.result_chosen),
            (panel.dots_chosen, editor.dots_chosen),
            (panel.pane_chosen, editor.pane_chosen),
            (panel.face_chosen, editor.face_chosen),
            (canvas.taken, hand.gripped),
            (canvas.opened, hand.hand_opened),
            (canvas.dropped, hand.grip_dropped),
            (canvas.chosen, editor.element_chosen),
            (canvas.removed, edits.element_removed),
            (canvas.doubled, edits.element_doubled),
            (looks.box_said, edits.box_typed),
            (looks.page_said, lambda state, sides: edits.page_typed(state, *sides)),
            (looks.element_said, edits.element_changed),
            (looks.look_said, edits.text_changed),
            (looks.text_chosen, editor.text_chosen),
            (looks.text_added, edits.text_added),
            (looks.text_removed, edits.text_removed),
        ):
            signal.connect(partial(self._change, change))
        panel.kind_chosen.connect(self._add)
        looks.picture_asked.connect(lambda: self._files.picture(partial(self._read_picture, self._state.chosen)))
        canvas.moved.connect(self._follow)
        canvas.nudged.connect(partial(self._change, edits.element_nudged))
        canvas.stretched.connect(partial(self._change, edits.element_stretched))
        canvas.resized.connect(self._look)

    def _change(self, change: Callable[..., EditorState], *given: object) -> None:
        self._become(change(self._state, *given))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Press an element to choose it, drag it to move it, drag a corner or an edge to resize it. Arrows move it by half a "
            "millimetre, with Shift by five; with Alt they resize it. Tab goes to the next one, Del removes it, Ctrl D doubles it. "
            "Ctrl Z takes back, Ctrl Y does again. What is printed is seen at once, with the names of the list that are hardest to set."
        )

    def shown(self) -> None:
        super().shown()
        self.panel.canvas.setFocus()
        self._actions.template_offer(self._offered)
        if self._names_are_old:
            self._names_are_old = False
            self._actions.hard_names(self._named)
        self._become(self._state)

    def stale(self, changes: ChangeSet) -> None:
        if Changed.DELEGATES in changes:
            self._names_are_old = True

    def opened_for(self, subject: str) -> None:
        """Open on a template by its name, unless another one is being changed."""
        if not self._state.is_changed:
            self._open(subject)

    def takes_undo(self) -> bool:
        """Ctrl Z is the editor's while it is in sight: nobody thinks of a scan here."""
        self._become(edits.step_taken_back(self._state))
        return True

    # ---- opening

    def _offered(self, result: Result[Offer]) -> None:
        if not isinstance(result, Done):
            self._become(editor.told(self._state, trouble(result), wrong=True))
            return
        self._become(editor.offer_listed(self._state, result.value))
        if not self._state.is_open and not self._state.busy and result.value.templates:
            self._open(result.value.templates[0])

    def _named(self, result: Result[Sequence[TrialName]]) -> None:
        if isinstance(result, Done):
            self._become(editor.names_listed(self._state, tuple(result.value)))

    def _choose_template(self, place: int) -> None:
        if 0 <= place < len(self._state.offered) and place != self._state.template:
            self._leave(self._state.offered[place])

    def _open(self, name: str) -> None:
        self._become(editor.begun(self._state))
        self._actions.open_template(name, partial(self._opened, name))

    def _opened(self, name: str, result: Result[Design]) -> None:
        if isinstance(result, Done):
            self._become(editor.design_opened(self._state, name, result.value, kept=True))
        else:
            self._become(editor.told(self._state, trouble(result), wrong=True))

    def _read(self, file: Path) -> None:
        if not self._state.busy:
            self._become(editor.begun(self._state))
            self._actions.read_template(file, partial(self._was_read, file))

    def _was_read(self, file: Path, result: Result[Design]) -> None:
        if isinstance(result, Done):
            opened = editor.design_opened(self._state, file.stem, result.value, kept=False)
            self._become(editor.told(opened, sentence(self._words.opened, file.name)))
        else:
            self._become(editor.told(self._state, trouble(result), wrong=True))

    # ---- doing

    def _do(self, doing: Doing) -> None:
        if doing not in self._state.ready:
            return
        match doing:
            case Doing.BACK:
                self._leave("")
            case Doing.DISCARD:
                self._go_on()
            case Doing.OPEN_FILE:
                self._files.template(self._read)
            case Doing.SAVE_FILE:
                self._files.new_template(f"{self._state.name}{ENDING}", self._save)
            case _:
                self._become(_DONE[doing](self._state))

    def _leave(self, to: str) -> None:
        """Go to a template or back, once it is settled what becomes of what was changed."""
        self._going = to
        if self._state.is_changed and not self._state.asking:
            self._become(editor.leaving_asked(self._state))
        elif not self._state.is_changed:
            self._go_on()

    def _go_on(self) -> None:
        if self._going:
            self._open(self._going)
        else:
            self._become(editor.changes_dropped(self._state))
            self.asked_for.emit(Destination(_FROM))

    def _save(self, file: Path) -> None:
        state = self._state
        if not state.busy:
            self._become(editor.begun(state))
            self._actions.save_template(state.name, state.design, file, partial(self._saved, state.design))

    def _saved(self, design: Design, result: Result[Path]) -> None:
        if isinstance(result, Done):
            said = sentence(self._words.saved, result.value.name)
            self._become(editor.design_kept(self._state, self._state.name, design, said))
        else:
            self._become(editor.told(self._state, trouble(result), wrong=True))

    # ---- pictures

    def _add(self, kind: Kind) -> None:
        if kind is Kind.PICTURE:
            self._files.picture(partial(self._read_picture, ""))
        else:
            self._become(edits.element_added(self._state, kind))

    def _read_picture(self, of: str, file: Path) -> None:
        self._actions.read_picture(file, partial(self._picture_read, of))

    def _picture_read(self, of: str, result: Result[str]) -> None:
        if isinstance(result, Done):
            self._become(edits.picture_read(self._state, of, result.value))
        else:
            self._become(editor.told(self._state, trouble(result), wrong=True))

    # ---- what is seen of it

    def _follow(self, point: Point, pull: float) -> None:
        """Let the page follow the hand, and nothing else before it is let go."""
        self._state = hand.hand_moved(self._state, point, pull)
        self.panel.render_held(self._state)
        self._look()

    def _look(self) -> None:
        """Ask printing what it makes of the design, unless it is at it: then again when it has answered."""
        state = self._state
        if not state.is_open or self._asking or not self.isVisible():
            return
        others = tuple(each.delegate for each in state.names)
        trial = Trial(state.design, state.who, others, state.dpi, self.panel.canvas.sharp_width)
        if trial != self._asked:
            self._asked, self._asking = trial, True
            self._actions.try_template(trial, partial(self._looked, state.name, trial))

    def _looked(self, name: str, trial: Trial, result: Result[Looked]) -> None:
        self._asking = False
        if isinstance(result, Done) and name == self._state.name:
            self._state = editor.design_tried(self._state, trial.design, result.value)
            if self._state.grip is None:
                self.panel.render_state(self._state)
            else:
                self.panel.render_held(self._state)
        self._look()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doing = _KEYS.get((Qt.Key(event.key()), event.modifiers()))
        if doing is not None:
            if not event.isAutoRepeat() or doing is Doing.REDO:
                self._do(doing)
        # Whoever has pressed something beside the page goes on with what is chosen there.
        elif not (self.hasFocus() and self.panel.canvas.takes_key(event)):
            super().keyPressEvent(event)

    def _become(self, state: EditorState) -> None:
        self._state = state
        self.panel.render_state(state)
        self._look()


_DONE: dict[Doing, Callable[[EditorState], EditorState]] = {
    Doing.UNDO: edits.step_taken_back,
    Doing.REDO: edits.step_repeated,
    Doing.LATER: lambda state: edits.element_reordered(state, 1),
    Doing.EARLIER: lambda state: edits.element_reordered(state, -1),
    Doing.DOUBLE: edits.element_doubled,
    Doing.REMOVE: edits.element_removed,
}


def _at(state: EditorState, row: int) -> str:
    """Return the id of the element in a row."""
    on = state.design.on(state.face)
    return on[row].id if 0 <= row < len(on) else ""


def _moved(state: EditorState, row: int, to: int) -> EditorState:
    chosen = editor.element_chosen(state, _at(state, row))
    return edits.element_reordered(chosen, to - row)
