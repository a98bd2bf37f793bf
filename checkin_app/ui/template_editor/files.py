"""Asking a person for the files of the editor."""

from PySide6.QtWidgets import QWidget

from checkin_app.ui.kit.file_dialogs import Then, ask_file, ask_new_file
from checkin_app.ui.template_design import ENDING
from checkin_app.ui.template_editor.words import EditorWords


class EditorFiles:
    """Asks by dialogs of the window."""

    def __init__(self, parent: QWidget, words: EditorWords) -> None:
        self._parent, self._words = parent, words

    def template(self, then: Then) -> None:
        ask_file(self._parent, self._words.choosing(), [self._kind()], then, aside=True)

    def picture(self, then: Then) -> None:
        kind = f"{self._words.pictures()} (*.png *.jpg *.jpeg)"
        ask_file(self._parent, self._words.choosing_a_picture(), [kind], then, aside=True)

    def new_template(self, name: str, then: Then) -> None:
        ask_new_file(self._parent, self._words.saving(), name, (self._kind(), ENDING), then)

    def _kind(self) -> str:
        return f"{self._words.templates()} (*{ENDING})"
