"""Opening templates: which there are, one of them by its name or from a file, and whose badges are tried by it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import sentence
from checkin_app.ui.shell.template_actions import Offer, Templates, TrialName
from checkin_app.ui.template_design import Design, name_from
from checkin_app.ui.template_editor import edits
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.words import EditorWords


class Opening(QObject):
    """Signals: `went` with the step from the state that there is by then to the next one, `offered` with the templates there are."""

    went = Signal(object)
    offered = Signal(object)

    def __init__(self, actions: Templates, words: EditorWords, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._words = actions, words

    def ask_names(self) -> None:
        """Ask whose badges are hardest to set."""
        self._actions.hard_names(self._named)

    def ask_offer(self) -> None:
        """Ask which templates there are."""
        self._actions.template_offer(self._offered)

    def open(self, name: str) -> None:
        self.went.emit(editor.begun)
        self._actions.open_template(name, partial(self._opened, name))

    def look_again(self, name: str) -> None:
        """See what another laptop has made of the template in sight."""
        self._actions.open_template(name, partial(self._heard, name))

    def read(self, file: Path) -> None:
        self.went.emit(editor.begun)
        self._actions.read_template(file, partial(self._was_read, file))

    def read_picture(self, of: str, file: Path) -> None:
        """Read a picture for an element by its id, or for one more."""
        self._actions.read_picture(file, partial(self._picture_read, of))

    def _offered(self, result: Result[Offer]) -> None:
        if isinstance(result, Done):
            self.went.emit(lambda state: editor.offer_listed(state, result.value))
            self.offered.emit(result.value.templates)
        else:
            self._refuse(trouble(result))

    def _named(self, result: Result[Sequence[TrialName]]) -> None:
        if isinstance(result, Done):
            self.went.emit(lambda state: editor.names_listed(state, tuple(result.value)))

    def _opened(self, name: str, result: Result[Design]) -> None:
        if isinstance(result, Done):
            self.went.emit(lambda state: editor.design_opened(state, name, result.value, kept=True))
        else:
            self._refuse(trouble(result))

    def _heard(self, name: str, result: Result[Design]) -> None:
        design = result.value if isinstance(result, Done) else None
        self.went.emit(lambda state: editor.design_fetched(state, name, design))

    def _was_read(self, file: Path, result: Result[Design]) -> None:
        if isinstance(result, Done):
            name, said = name_from(file.stem), sentence(self._words.opened, file.name)
            self.went.emit(lambda state: editor.told(editor.design_opened(state, name, result.value, kept=False), said))
        else:
            self._refuse(trouble(result))

    def _picture_read(self, of: str, result: Result[str]) -> None:
        if isinstance(result, Done):
            self.went.emit(lambda state: edits.picture_read(state, of, result.value))
        else:
            self._refuse(trouble(result))

    def _refuse(self, words: str) -> None:
        self.went.emit(lambda state: editor.told(state, words, wrong=True))
