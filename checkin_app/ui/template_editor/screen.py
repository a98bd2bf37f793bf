"""The editor at work: a template opened, changed, tried as it changes, kept, and left when its changes are kept or dropped."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.shell.template_actions import Looked, Trial
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.template_design import ENDING, Kind
from checkin_app.ui.template_editor import edits, hand
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.departing import BACK, Departing
from checkin_app.ui.template_editor.doings import Doing, Pane
from checkin_app.ui.template_editor.files import EditorFiles
from checkin_app.ui.template_editor.keeping import Keeping
from checkin_app.ui.template_editor.opening import Opening
from checkin_app.ui.template_editor.panel import EditorPanel
from checkin_app.ui.template_editor.picking import Point
from checkin_app.ui.template_editor.state import EditorState
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
    (Qt.Key.Key_S, _CONTROL): Doing.KEEP,
    (Qt.Key.Key_S, _CONTROL | _SHIFT): Doing.SAVE_FILE,
    (Qt.Key.Key_D, _CONTROL): Doing.DOUBLE,
}


class EditorScreen(StripScreen):
    """How badges look."""

    def __init__(
        self,
        actions: Actions,
        telling: Telling,
        files: EditorFiles | None = None,
        panel: EditorPanel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`panel` is one that was made before, by whoever makes a large screen a part at a time."""
        super().__init__(parent)
        self._actions = actions.templates
        self.panel = panel or EditorPanel(EditorWords())
        self._words, self._state = self.panel.words, EditorState()
        self._files = files or EditorFiles(self, self._words)
        self._opening = Opening(actions.templates, self._words, self)
        self._keeping, self._departing = Keeping(actions, self._words, self), Departing(self)
        self._asked: Trial | None = None
        """What was asked of printing last."""
        self._asking = False
        self._names_are_old = True
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        panel, canvas, looks = self.panel, self.panel.canvas, self.panel.looks
        panel.asked.connect(self._do)
        panel.template_chosen.connect(self._choose_template)
        for signal, change in _changes(panel):
            signal.connect(partial(self._change, change))
        panel.kind_chosen.connect(self._add)
        looks.picture_asked.connect(
            lambda: self._files.picture(partial(self._opening.read_picture, self._state.chosen))
        )
        canvas.moved.connect(self._follow)
        canvas.nudged.connect(partial(self._change, edits.element_nudged))
        canvas.stretched.connect(partial(self._change, edits.element_stretched))
        canvas.resized.connect(self._look)
        keeping, departing = self._keeping, self._departing
        for going_on in (self._opening.went, keeping.went):
            going_on.connect(lambda step: self._become(step(self._state)))
        self._opening.offered.connect(self._offered)
        keeping.kept.connect(lambda: departing.kept(self._state))
        keeping.refused.connect(self._refused)
        departing.asked.connect(partial(self._change, editor.leaving_asked))
        departing.gone_to.connect(self._opening.open)
        departing.gone_back.connect(lambda: self._drop(self.asked_for, Destination(_FROM)))
        departing.closed.connect(lambda: self._drop(self.settled))

    def _change(self, change: Callable[..., EditorState], *given: object) -> None:
        self._become(change(self._state, *given))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Press an element to choose it, drag it to move it, drag a corner or an edge to resize it. Arrows move it by half a "
            "millimetre, with Shift by five; with Alt they resize it. Tab goes to the next one, Del removes it, Ctrl D doubles it. "
            "Ctrl Z takes back, Ctrl Y does again. Ctrl S keeps the template for every laptop, Ctrl Shift S in a file. What is printed is seen at once, with the names of the list that are hardest to set."
        )

    def shown(self) -> None:
        super().shown()
        self.panel.canvas.setFocus()
        self._opening.ask_offer()
        if self._names_are_old:
            self._names_are_old = False
            self._opening.ask_names()
        self._become(self._state)

    def stale(self, changes: ChangeSet) -> None:
        if Changed.DELEGATES in changes:
            self._names_are_old = True
        if Changed.FORUM in changes and self._state.is_open:
            self._opening.ask_offer()
            if self._state.steps.kept is not None and not self._state.in_file:
                self._opening.look_again(self._state.name)

    def keeps_open(self) -> bool:
        """A template that was changed is not lost by closing the window."""
        return self._departing.close(self._state)

    def opened_for(self, subject: str) -> None:
        """Open on a template by its name, unless another one is being changed."""
        if not self._state.is_changed:
            self._opening.open(subject)

    def takes_undo(self) -> bool:
        """Ctrl Z is the editor's while it is in sight: nobody thinks of a scan here."""
        self._become(edits.step_taken_back(self._state))
        return True

    # ---- opening

    def _offered(self, templates: tuple[str, ...]) -> None:
        if not self._state.is_open and not self._state.busy and templates:
            self._opening.open(templates[0])

    def _choose_template(self, place: int) -> None:
        if 0 <= place < len(self._state.offered) and place != self._state.template:
            self._departing.leave(self._state.offered[place], self._state)

    def _read(self, file: Path) -> None:
        if not self._state.busy:
            self._opening.read(file)

    # ---- doing

    def _do(self, doing: Doing) -> None:
        if doing not in self._state.ready:
            return
        match doing:
            case Doing.BACK:
                self._departing.leave(BACK, self._state)
            case Doing.DISCARD:
                self._departing.go()
            case Doing.STAY:
                self._become(editor.leaving_dropped(self._state))
            case Doing.OPEN_FILE:
                self._files.template(self._read)
            case Doing.SAVE_FILE:
                self._files.new_template(f"{self._state.name}{ENDING}", self._save)
            case Doing.OPEN_VARIANT:
                self._departing.leave(self._state.variant, self._state)
            case Doing.KEEP | Doing.USE | Doing.WITHDRAW | Doing.TAKE_BACK | Doing.NEW_VARIANT:
                self._tell_forum(doing)
            case _:
                self._become(_DONE[doing](self._state))

    def _drop(self, said: SignalInstance, *where: Destination) -> None:
        """Go away: the template is as it is kept."""
        self._become(editor.changes_dropped(self._state))
        said.emit(*where)

    def _save(self, file: Path) -> None:
        state = self._state
        if not state.busy:
            self._departing.keep(state)
            self._become(editor.begun(state))
            self._keeping.save(state, file)

    def _tell_forum(self, doing: Doing) -> None:
        button = self.panel.doing[Doing.KEEP]
        if button.refusal is not None:  # the key was pressed
            button.tell_why()
            return
        state = self._state
        self._departing.keep(state)
        self._become(editor.begun(state))
        {
            Doing.KEEP: self._keeping.keep,
            Doing.USE: self._keeping.use,
            Doing.WITHDRAW: self._keeping.withdraw,
            Doing.TAKE_BACK: self._keeping.take_back,
            Doing.NEW_VARIANT: self._keeping.keep_variant,
        }[doing](state)

    def _refused(self, words: str) -> None:
        """Say why nothing was kept, beside what is wrong with it."""
        self._become(editor.pane_chosen(editor.told(self._state, words, wrong=True), Pane.RESULTS))

    # ---- pictures

    def _add(self, kind: Kind) -> None:
        if kind is Kind.PICTURE:
            self._files.picture(partial(self._opening.read_picture, ""))
        else:
            self._become(edits.element_added(self._state, kind))

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
        pixels = self.panel.canvas.sharp_width
        trial = Trial(state.design, state.who, others, state.aim.dpi, pixels, paper=bool(state.paper), name=state.name)
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


def _changes(panel: EditorPanel) -> Sequence[tuple[SignalInstance, Callable[..., EditorState]]]:
    """Return what is done to what is in sight as soon as a person says so."""
    canvas, looks = panel.canvas, panel.looks
    return (
        (panel.element_moved, lambda state, pair: _moved(state, *pair)),
        (panel.element_chosen, lambda state, row: editor.element_chosen(state, _at(state, row))),
        (panel.result_chosen, editor.result_chosen),
        (panel.aim_chosen, editor.aim_chosen),
        (panel.pane_chosen, editor.pane_chosen),
        (panel.face_chosen, editor.face_chosen),
        (panel.paper_chosen, editor.paper_chosen),
        (canvas.taken, hand.gripped),
        (canvas.opened, hand.hand_opened),
        (canvas.dropped, hand.grip_dropped),
        (canvas.chosen, editor.element_chosen),
        (canvas.removed, edits.element_removed),
        (canvas.doubled, edits.element_doubled),
        (looks.page.name_said, editor.renamed),
        (looks.page.paper.fold_said, edits.fold_chosen),
        (looks.page.paper.sheet_said, edits.sheet_typed),
        (looks.page.paper.grid_said, edits.grid_typed),
        (looks.page.variants.category_chosen, editor.category_chosen),
        (looks.page.variants.variant_said, edits.variant_chosen),
        (looks.box_said, edits.box_typed),
        (looks.page_said, lambda state, sides: edits.page_typed(state, *sides)),
        (looks.element_said, edits.element_changed),
        (looks.look_said, edits.text_changed),
        (looks.text_chosen, editor.text_chosen),
        (looks.text_added, edits.text_added),
        (looks.text_removed, edits.text_removed),
    )


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
