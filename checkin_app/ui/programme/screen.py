"""The programme at work: what is typed holds once a line is left, and can be taken back; a draft survives every scan."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.problems_programme import EntryExists, EntryInvalid
from checkin_app.domain.programme import EntryRemoved, EntryWritten, ForumEdit, ForumSet, Part, new_id, values_of
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.programme import ForumChanged
from checkin_app.ui import words
from checkin_app.ui.forum_changes import Made
from checkin_app.ui.forum_screen import ForumScreen
from checkin_app.ui.programme import state as programme
from checkin_app.ui.programme.panel import ProgrammePanel
from checkin_app.ui.programme.state import ProgrammeState
from checkin_app.ui.programme.words import ProgrammeWords
from checkin_app.ui.replies import told, trouble
from checkin_app.ui.sentences import Sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_Then = Callable[[ProgrammeState, Made], ProgrammeState]


class ProgrammeScreen(ForumScreen[ProgrammeState]):
    """The sessions, categories and routes of the forum."""

    def __init__(self, actions: Actions, context: StationContext, parent: QWidget | None = None) -> None:
        super().__init__(actions, context, programme, parent)
        self._words = ProgrammeWords()
        self._state = programme.forum_read(ProgrammeState(context.forum), context.forum)
        self.panel = ProgrammePanel(self._words)
        self._connect()
        self.hold(self.panel, context.telling())

    def _connect(self) -> None:
        panel = self.panel
        panel.back_asked.connect(lambda: self.asked_for.emit(Destination("settings")))
        panel.stops_asked.connect(lambda: self.asked_for.emit(Destination("route_stops", self._state.chosen or "")))
        panel.part_chosen.connect(lambda part: self._become(programme.part_chosen(self._state, part)))
        panel.row_chosen.connect(self._choose)
        panel.add_begun.connect(self._begin)
        panel.add_left.connect(lambda: self._become(programme.adding_dropped(self._state)))
        panel.typed.connect(lambda pair: self._become(programme.line_typed(self._state, *pair)))
        panel.line_left.connect(self._write)
        panel.add_asked.connect(self._add)
        panel.remove_asked.connect(self._remove)
        panel.undo_asked.connect(self._take_back)
        panel.for_all_chosen.connect(self._set_for_all)

    # ---- what the window tells

    def help_text(self) -> str:
        return self.tr(
            "Sessions, categories and routes. What is typed holds once the line is left, on every laptop, and can be "
            "taken back at the top. What guests rest on cannot be taken away."
        )

    # ---- choosing

    def _choose(self, place: int) -> None:
        some = self._state.entries
        if 0 <= place < len(some):
            self._become(programme.entry_chosen(self._state, str(some[place].id)))

    def _begin(self) -> None:
        self._become(programme.adding_begun(self._state))
        next(iter(self.panel.fields.values())).line.setFocus()

    # ---- doing

    def _write(self) -> None:
        """Let what was typed hold, where it is anything new."""
        state = self._state
        if state.chosen and state.changed and not state.busy:
            self._send(state.chosen, new=False)

    def _add(self) -> None:
        state = self._state
        if state.adding and not state.busy:
            typed = state.lines.get("id", "").strip().upper()
            self._send(typed or new_id(state.forum, state.part, state.lines), new=True)

    def _send(self, wanted: str, *, new: bool) -> None:
        state = self._state
        try:
            values = values_of(state.part, state.lines, state.forum.languages)
        except EntryInvalid as problem:
            self._refuse(problem)
            return
        visit = state.lines.get("visit", "") if state.needs_visit else ""
        said = Sentence(lambda: self._words.written(self._words.named(state), added=new))
        sent = dict(state.typed)
        self._change(
            EntryWritten(state.part, wanted, values, new, visit),
            said,
            lambda now, made: programme.written(now, wanted, sent, made),
        )

    def _remove(self) -> None:
        state = self._state
        if state.chosen and not state.busy:
            said = Sentence(lambda: self._words.removed(self._words.named(state)))
            self._change(EntryRemoved(state.part, state.chosen), said, programme.removed)

    def _set_for_all(self, chosen: object) -> None:
        state, wanted = self._state, str(chosen)
        if state.needs_visit:
            self._become(programme.line_typed(state, "visit", wanted))
        elif not state.busy:
            edit = ForumSet(default_category=wanted) if state.part is Part.CATEGORY else ForumSet(visit=wanted)
            said = Sentence(lambda: self._words.for_all_set(state, wanted))
            self._change(edit, said, programme.whole_changed)

    def _change(self, edit: ForumEdit, said: str, then: _Then) -> None:
        self._become(programme.begun(self._state))
        self._actions.change(edit, partial(self._changed, said, then))

    def _changed(self, said: str, then: _Then, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            self._note_change(result.value)
            self._become(then(self._state, Made(result.value, said)))
        elif isinstance(result, Troubled) and isinstance(result.problem, EntryInvalid | EntryExists):
            self._refuse(result.problem)
        else:
            self._become(programme.refused(self._state, trouble(result)))

    def _refuse(self, problem: EntryInvalid | EntryExists) -> None:
        """Say beside its line why it cannot stand."""
        named = "id" if isinstance(problem, EntryExists) else str(problem.details["field"])
        beside = named in self._state.fields and isinstance(problem, EntryInvalid)
        self._become(
            programme.refused(
                self._state, Sentence(lambda: words.problem(problem)[1]) if beside else told(problem), named
            )
        )

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self._choose(self._state.place + step)
        else:
            super().keyPressEvent(event)

    def _become(self, state: ProgrammeState) -> None:
        self._state = state
        self.panel.render_state(state)
