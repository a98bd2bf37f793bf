"""The checkpoint screen's widgets: days, rows, and what is known of the one chosen."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.movements import Direction
from checkin_app.ui import theme
from checkin_app.ui.checkpoint.model import CheckpointModel
from checkin_app.ui.checkpoint.rows import CheckpointDelegate
from checkin_app.ui.checkpoint.side import CheckpointSide
from checkin_app.ui.checkpoint.state import CheckpointState
from checkin_app.ui.checkpoint.words import CheckpointWords
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.cards import Line
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import ListKeys, Message, RowsCard, list_view, mark
from checkin_app.ui.kit.verdict import VerdictStrip


class CheckpointPanel(QWidget):
    """Draws a `CheckpointState`.

    Signals: `day_chosen` with a date, `chosen` with a `CheckpointId`, `turned` with a `Direction`, `confirmed`, `left`, and
    `clock_asked` where room and clock are to pick.
    """

    day_chosen = Signal(object)
    chosen = Signal(object)
    turned = Signal(object)
    confirmed = Signal()
    left = Signal()
    clock_asked = Signal()

    def __init__(self, words: CheckpointWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._low = CheckpointState(), False
        self._words = words
        self._days: list[tuple[str, str]] = []
        self.strip = VerdictStrip()
        self.strip.hide()
        self._title, self._notice = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.days = Segmented()
        self.model = CheckpointModel(self)
        self._delegate = CheckpointDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._empty, self._keys = Message(), ListKeys()
        self._still = Label("", "body", "ink.secondary", wrap=True)
        self.follow = Button("", icon="clock", key="A")
        self.side = CheckpointSide()
        self._build()
        self._connect()
        self.set_layout(theme.Layout.REGULAR)

    # ---- making

    def _build(self) -> None:
        rows = RowsCard(self.list, self._empty, head=True, foot=True)
        self._pages = rows.pages
        rows.body.insertLayout(0, self._head())
        rows.body.insertWidget(1, Line())
        rows.body.addWidget(Line())
        rows.body.addLayout(self._footer())
        self._main = QVBoxLayout()
        self._main.addWidget(self.strip)
        self._main.addWidget(rows, 1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._main, 1)
        self._row.addWidget(self.side)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self._row, 1)

    def _head(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._notice)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.addLayout(words, 1)
        self._head_row.addWidget(self.days)
        return self._head_row

    def _footer(self) -> QHBoxLayout:
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self._keys)
        self._foot_row.addWidget(self._still, 1)
        self._foot_row.addWidget(self.follow)
        self._still.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return self._foot_row

    def _connect(self) -> None:
        self.days.chosen.connect(lambda day: self.day_chosen.emit(date.fromisoformat(day)))
        self.list.clicked.connect(self._clicked)
        self.side.direction.chosen.connect(lambda way: self.turned.emit(Direction(way)))
        self.follow.clicked.connect(self.clock_asked)
        self.side.take.clicked.connect(self.confirmed)
        self.side.keep.clicked.connect(self.left)

    def _clicked(self, index: QModelIndex) -> None:
        checkpoint = self.model.checkpoint_at(index)
        if checkpoint:
            self.chosen.emit(checkpoint)

    def set_layout(self, layout: theme.Layout) -> None:
        narrow = layout.narrow
        margin = theme.margin(layout)
        self._main.setSpacing(theme.gap(layout))
        self._outer.setSpacing(theme.gap(layout))
        self._outer.setContentsMargins(margin, margin, margin, margin)
        # Over the whole width where it is low: what the last scan came to then takes fewer lines.
        (self._outer if layout.low else self._main).insertWidget(0, self.strip)
        self._row.setSpacing(margin)
        inset = 18 if narrow else 28
        end = 6 if layout.low else 10
        self._head_row.setContentsMargins(inset, end, inset, end)
        self._foot_row.setContentsMargins(inset, end, inset, end + 2)
        self._low = layout.low
        self.side.setFixedWidth(theme.side_column(layout))
        self.side.set_layout(layout)
        self._keys.setVisible(not narrow)
        self._title.set_type("title" if narrow else "heading")
        self._arrange_head()
        self._delegate.set_layout(layout)
        self.list.doItemsLayout()

    # ---- drawing

    def retranslate(self) -> None:
        self._title.setText(self.tr("What does this laptop check now?"))
        self.list.setAccessibleName(self.tr("Checkpoints"))
        self._keys.set_words(self.tr("choose"), self.tr("confirm"))
        self.follow.setText(self.tr("By room and clock"))
        self._empty.say(self.tr("This forum has no sessions yet."))
        self.side.retranslate()
        self.render_state(self._state)

    def render_state(self, state: CheckpointState) -> None:
        """Draw everything the state says."""
        self._state = state
        days = [(day.isoformat(), self._words.day(number, day)) for number, day in enumerate(state.days, 1)]
        if days != self._days:
            self._days = days
            self.days.set_options(days)
        self.days.setVisible(len(days) > 1)
        self._arrange_head()
        if state.day:
            self.days.choose(state.day.isoformat())
        self._notice.setText(self._words.notice(state))
        self._notice.setVisible(bool(self._notice.text()))
        shown = state.shown
        self.model.show([each.checkpoint for each in shown], lambda place: self._words.row(shown[place], state))
        self._pages.setCurrentIndex(0 if state.shown else 1)
        mark(self.list, self.model.place_of(state.chosen))
        self._still.setText(self._words.still(state))
        self.follow.setVisible(state.by_hand)
        self.side.render_state(state, self._words)

    def _arrange_head(self) -> None:
        """Let the days stand beside the question, or under it where that would take more than a line."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = paint.width_of(self._title.text(), self._title.font()) + self.days.sizeHint().width()
        fits = wanted + theme.space(12) + theme.space(8) <= self.width() - self.side.width()
        self._head_row.setDirection(across if fits or not self._low else down)
        self._head_row.setSpacing(theme.space(4) if fits else theme.space(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()
