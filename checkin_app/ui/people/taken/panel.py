"""The page of the delegate lists that were taken in: which, how far, and the way to take one back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.people.taken.state import TakenState
from checkin_app.ui.people.taken.words import TakenWords


class TakenPanel(QWidget):
    """Draws a `TakenState`.  Signals: `left`, `chosen` with a row, `take_back_meant` with a `Meant`."""

    left = Signal()
    chosen = Signal(object)
    take_back_meant = Signal(object)

    def __init__(self, words: TakenWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._title, self._line = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._message = Message()
        self.take_back = HeldButton(
            "", ButtonKind.PRIMARY, icon="arrow-u-up-left", height=theme.size("target.scan"), deed=Deed.IMPORT
        )
        self._foot = Foot(self.take_back)
        self.foot, self.foot_line = self._foot.line, self._foot.second_line
        self._column = QVBoxLayout(self)
        self._build()
        self.back.clicked.connect(self.left)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.take_back.meant.connect(self.take_back_meant)

    def _build(self) -> None:
        rows = RowsCard(self.list, self._message)
        self._pages = rows.pages
        self._column.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self.back)
        head.addLayout(words, 1)
        self._column.addLayout(head)
        self._column.addWidget(rows, 1)
        self._column.addWidget(self._foot)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self._column.setSpacing(theme.space(4) if regular else theme.space(2) if layout.low else theme.space(3))
        self.take_back.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self._foot.set_layout(layout)
        self._delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
        self.list.setMinimumHeight(2 * self._delegate.height)
        self.list.doItemsLayout()

    def retranslate(self) -> None:
        self.back.setText(self.tr("People"))
        self._title.setText(self.tr("Past lists"))
        self.list.setAccessibleName(self.tr("Past lists"))

    def render_state(self, state: TakenState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._line.setText(view.line)
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self._message.say(view.message, view.message_line, ink="trouble.ink" if state.trouble else "ink.primary")
        self._pages.setCurrentIndex(1 if view.message else 0)
        self.foot.setText(view.foot)
        self.foot_line.setText(view.foot_line)
        self.take_back.set_act(state.chosen or "", view.take_back)
        self.take_back.setEnabled(state.may_take_back)
        self.take_back.setVisible(state.may_take_back or state.taking_back)
        self._foot.arrange()
