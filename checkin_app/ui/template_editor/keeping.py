"""Keeping templates: as files, and with the forum, by which every laptop has them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from checkin_app.domain.programme import ForumEdit, ForumSet, TemplateRemoved
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.programme import ForumChanged
from checkin_app.ui.forum_changes import Made
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.template_actions import Keeping as Wanted
from checkin_app.ui.template_design import Design
from checkin_app.ui.template_editor import edits
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_editor.words import EditorWords

Step = Callable[[EditorState], EditorState]


class Keeping(QObject):
    """Asks for what is kept, one thing at a time.

    Signals: `went` with the step from the state that there is by then to the next one, `kept` once a design stands somewhere,
    `refused` with why nothing was kept, in words.
    """

    went = Signal(object)
    kept = Signal()
    refused = Signal(object)

    def __init__(self, actions: Actions, words: EditorWords, parent: QObject) -> None:
        super().__init__(parent)
        self._templates, self._programme, self._words = actions.templates, actions.programme, words

    def save(self, state: EditorState, file: Path) -> None:
        """Write it into a file."""
        self._templates.save_template(state.origin, state.design, file, partial(self._saved, state.design))

    def keep(self, state: EditorState) -> None:
        """Let the forum have it."""
        wanted = Wanted(state.name, state.design, state.origin)
        self._templates.keep_template(wanted, partial(self._given, wanted))

    def keep_variant(self, state: EditorState) -> None:
        """Let the forum have one more like it, for badges of the category looked at."""
        assert state.guests
        wanted = Wanted(state.new_variant, replace(state.design, variants={}), state.origin)
        made = partial(edits.variant_made, of=state.name, category=state.guests.id, name=wanted.name)
        self._templates.keep_template(wanted, partial(self._parted, wanted.name, made))

    def use(self, state: EditorState) -> None:
        """Let badges be drawn by it."""
        self._change(ForumSet(badge_template=state.name), sentence(self._words.is_used, state.name))

    def withdraw(self, state: EditorState) -> None:
        """Take it from the forum."""
        self._change(TemplateRemoved(state.name), sentence(self._words.withdrawn, state.name))

    def take_back(self, state: EditorState) -> None:
        """Let the forum be as it was before the last of these."""
        last = state.made[-1]
        self._programme.take_back(last.changed, partial(self._taken_back, last.said))

    def _change(self, edit: ForumEdit, said: str) -> None:
        self._programme.change(edit, partial(self._changed, said))

    def _saved(self, design: Design, result: Result[Path]) -> None:
        if isinstance(result, Done):
            said = sentence(self._words.saved, result.value.name)
            self.went.emit(lambda state: editor.design_kept(state, design, said))
            self.kept.emit()
        else:
            self.refused.emit(trouble(result))

    def _given(self, wanted: Wanted, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            made = Made(result.value, sentence(self._words.kept, wanted.name))
            self.went.emit(lambda state: editor.forum_design_kept(state, wanted.name, wanted.design, made))
            self.kept.emit()
        else:
            self.refused.emit(trouble(result))

    def _parted(self, name: str, then: Step, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            made = Made(result.value, sentence(self._words.kept, name))
            self.went.emit(lambda state: editor.forum_changed(then(state), made))
        else:
            self.refused.emit(trouble(result))

    def _changed(self, said: str, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            made = Made(result.value, said)
            self.went.emit(lambda state: editor.forum_changed(state, made))
        else:
            self.refused.emit(trouble(result))

    def _taken_back(self, what: str, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            said = sentence(self._words.taken_back, what)
            self.went.emit(lambda state: editor.forum_restored(state, said))
        else:
            self.refused.emit(trouble(result))
