"""Which template badges of a category are drawn by: this one, or another that stands in for it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import Menu, fill
from checkin_app.ui.template_editor.doings import Doing
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_editor.words import EditorWords


class VariantForm(QWidget):
    """Draws the variants of an `EditorState`.

    Signals: `category_chosen` with a place, `variant_said` with a template or nothing, `asked` with a `Doing`.
    """

    category_chosen = Signal(object)
    variant_said = Signal(object)
    asked = Signal(object)

    def __init__(self, words: EditorWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._offered: tuple[str, ...] = ()
        self._label = Label("", "body", "ink.secondary", wrap=True)
        self.categories, self.variants = Menu(), Menu()
        self.doing = {
            Doing.OPEN_VARIANT: Button("", icon="arrow-right"),
            Doing.NEW_VARIANT: Button("", icon="plus", deed=Deed.FORUM),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self._label)
        for part in (self.categories, self.variants, *self.doing.values()):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())
            column.addWidget(part)
        self.categories.activated.connect(self.category_chosen.emit)
        self.variants.activated.connect(self._say)
        for doing, button in self.doing.items():
            button.clicked.connect(partial(self.asked.emit, doing))

    def _say(self, place: int) -> None:
        self.variant_said.emit(self._offered[place - 1] if place else "")

    def retranslate(self) -> None:
        self._label.setText(self.tr("Badges of a category"))
        self.categories.setAccessibleName(self._label.text())
        self.variants.setAccessibleName(self.tr("What they are drawn by"))
        said = self._words.doing()
        for doing, button in self.doing.items():
            button.setText(said[doing])

    def render_state(self, state: EditorState) -> None:
        self.setVisible(bool(state.categories))
        fill(self.categories, self._words.paper.categories(state.categories, state.design), state.category)
        # One that is gone, or has another paper by now, is said as it stands; the problems say what is wrong with it.
        self._offered = tuple(dict.fromkeys((*state.alike, *([state.variant] if state.variant else []))))
        at = 1 + self._offered.index(state.variant) if state.variant else 0
        fill(self.variants, self._words.paper.variants(self._offered), at)
        for menu in (self.categories, self.variants):
            menu.setEnabled(state.is_open and not state.busy)
        show_offered(self.doing, state)


def show_offered(buttons: Mapping[Doing, Button], state: EditorState) -> None:
    """Show the buttons of what can be done; while something is under way they stay where they are, so that nothing jumps."""
    for doing, button in buttons.items():
        button.setEnabled(not state.busy)
        if not state.busy:
            button.setVisible(doing in state.ready)
