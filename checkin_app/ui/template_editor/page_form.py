"""What is said of a template as a whole: its name, its paper, who has another, and what the forum has of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.template_design import is_name
from checkin_app.ui.template_editor.doings import Doing
from checkin_app.ui.template_editor.paper_form import PaperForm
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_editor.variant_form import VariantForm, show_offered
from checkin_app.ui.template_editor.words import EditorWords

_OF_FORUM = {Doing.USE: "check", Doing.WITHDRAW: "trash", Doing.TAKE_BACK: "arrow-u-up-left"}


class PageForm(QWidget):
    """Signals: `name_said` with a text, `asked` with a `Doing`; those of `paper` and `variants`."""

    name_said = Signal(object)
    asked = Signal(object)

    def __init__(self, words: EditorWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_free: Callable[[str], bool] = bool
        self.name = Field(ime=False)
        self.paper, self.variants = PaperForm(words.paper), VariantForm(words)
        self.forum = {each: Button("", icon=icon, deed=Deed.FORUM) for each, icon in _OF_FORUM.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        for part in (self.name, self.paper, self.variants, *self.forum.values()):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())
            column.addWidget(part)
        self.name.line.editingFinished.connect(self._say_name)
        self.variants.asked.connect(self.asked)
        for doing, button in self.forum.items():
            button.clicked.connect(partial(self.asked.emit, doing))

    def say_typed(self) -> None:
        """Take what is being typed: a button is pressed that does not take the focus."""
        if self.name.line.hasFocus():
            self._say_name()
        self.paper.say_typed()

    def _say_name(self) -> None:
        name = self.name.text().strip()
        wrong, taken = not is_name(name), not self._is_free(name)
        self.name.set_hint(self._words.name_hint(wrong=wrong, taken=taken), wrong=wrong or taken)
        if not wrong and not taken:
            self.name_said.emit(name)

    def retranslate(self) -> None:
        self.name.set_label(self.tr("Name of the template"))
        self.paper.retranslate()
        self.variants.retranslate()
        said = self._words.doing()
        for doing, button in self.forum.items():
            button.setText(said[doing])

    def render_state(self, state: EditorState) -> None:
        self.setVisible(state.element is None)
        self._is_free = state.is_free
        self.name.setEnabled(state.is_open and not state.busy)
        self.name.show_kept(state.name)
        self.paper.render_state(state)
        self.variants.render_state(state)
        show_offered(self.forum, state)
