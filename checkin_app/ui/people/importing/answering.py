"""Under the groups of a list's preview: what can be said of the rows behind the one that is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.people.importing.words import AnswerView

#: Choices that a number key gives.
NUMBERED = 9


class AnswerBar(QWidget):
    """One answer for all rows of a group; `answered` carries the key of a choice, an empty one takes the answer back."""

    answered = Signal(object)
    unfold_asked = Signal()
    omit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = AskingMenu()
        self.forget = Button("", ButtonKind.QUIET, icon="arrow-u-up-left")
        self.omit, self.unfold = Button("", ButtonKind.QUIET, icon="x"), Button("", ButtonKind.QUIET, icon="caret-down")
        self._view = AnswerView()
        self.menu.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        flow = FlowLayout(gap=theme.space(2))
        for widget in (self.menu, self.unfold, self.omit, self.forget):
            flow.addWidget(widget)
        self._row = QHBoxLayout(self)
        self._row.addLayout(flow, 1)
        self.menu.activated.connect(self._chosen)
        self.forget.clicked.connect(lambda: self.answered.emit(""))
        self.unfold.clicked.connect(self.unfold_asked)
        self.omit.clicked.connect(self.omit_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        side, end = (12, 0 if theme.text_size() > 115 else 4) if layout.low else (18, 8)
        self._row.setContentsMargins(side, end, side, end)

    def show_answer(self, view: AnswerView | None) -> None:
        """Draw what can be said of a group, or nothing where none is chosen."""
        self.setVisible(view is not None)
        if view is None:
            return
        if (view.choices, view.prompt) != (self._view.choices, self._view.prompt):
            self.menu.clear()
            self.menu.addItems([view.prompt, *self._numbered(view)])
        self._view = view
        self.menu.setVisible(bool(view.choices))
        self.menu.setCurrentIndex(self._keys().index(view.chosen) + 1 if view.chosen in self._keys() else 0)
        self.menu.setAccessibleName(view.sentence)
        for button, words in ((self.forget, view.forget), (self.omit, view.omit), (self.unfold, view.unfold)):
            button.setText(words)
            button.setVisible(bool(words))

    def open_choices(self) -> bool:
        """Open the menu of choices, where there is one."""
        if self.isVisible() and self._view.choices:
            self.menu.showPopup()
            return True
        return False

    def choose(self, number: int) -> None:
        """Give the choice with this number, from 1."""
        if self.isVisible() and 0 < number <= min(NUMBERED, len(self._view.choices)):
            self.answered.emit(self._keys()[number - 1])

    def _keys(self) -> list[str]:
        return [key for key, _ in self._view.choices]

    def _chosen(self, place: int) -> None:
        if place > 0:
            self.answered.emit(self._keys()[place - 1])
        else:
            self.show_answer(self._view)

    @staticmethod
    def _numbered(view: AnswerView) -> list[str]:
        return [f"{place}  {words}" if place <= NUMBERED else words for place, (_, words) in enumerate(view.choices, 1)]
