"""The checkpoint screen's widgets: days, rows, and what is known of the one chosen."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.movements import Direction
from checkin_app.ui import theme
from checkin_app.ui.checkpoint.model import CheckpointModel
from checkin_app.ui.checkpoint.rows import CheckpointDelegate
from checkin_app.ui.checkpoint.state import CheckpointState, Choice, Kind
from checkin_app.ui.checkpoint.words import CheckpointWords
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card, Line, Note
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import ListKeys, Message, RowsCard, list_view, mark, scrolled
from checkin_app.ui.kit.person import FactGrid
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._low = CheckpointState(), False
        self._words = CheckpointWords()
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
        self._still.setText(self._still_words(state))
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

    def _still_words(self, state: CheckpointState) -> str:
        current = state.current_choice
        if current is None:
            return self.tr("Until you confirm, scans are not decided.")
        if state.changes_nothing and not state.by_hand:
            return self.tr("Scans use this one now, by room and clock.")
        if state.changes_nothing:
            return self.tr("Scans use this one now.")
        return self.tr("Scans still use {name}.").format(name=bidi.name(current.name))


class CheckpointSide(Card):
    """What is known of the checkpoint chosen, which way people go, and the two ways on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=28)
        self._name, self._topic = NameText("display", least=20), Label("", "body", "ink.secondary", wrap=True)
        self._facts, self._note, self._rehearsal = FactGrid(), Note(), Note()
        self._direction_label, self.direction = Label("", "bodyStrong"), Segmented()
        self._trouble = Label("", "body", "state.stop.ink", wrap=True)
        big = theme.size("target.scan")
        self.take = Button("", ButtonKind.PRIMARY, icon="check", key="Enter", height=big)
        self.keep = Button("", key="Esc", height=big)
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        for widget in (self._name, self._topic, self._facts, self._note, self._rehearsal):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.body.setSpacing(theme.space(2))
        self.body.addWidget(scrolled(shown), 1)
        for foot in (self._direction_label, self.direction, self._trouble, self.take, self.keep):
            self.body.addWidget(foot)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self._name.set_type("display" if regular else "heading")
        self._facts.set_spacing(10 if regular else 6)
        for note in (self._note, self._rehearsal):
            note.set_compact(compact=True, low=layout.low)
        pad = 14 if layout.low else layout.of(28, 24, 18)
        self.body.setContentsMargins(pad, pad, pad, pad)
        # What went wrong comes first of what scrolls, where little of that would be seen above it.
        if layout.low:
            self._column.insertWidget(0, self._trouble)
        else:
            self.body.insertWidget(3, self._trouble)

    def retranslate(self) -> None:
        self._direction_label.setText(self.tr("People are"))
        self.direction.set_options(
            [(Direction.IN.value, self.tr("coming in")), (Direction.OUT.value, self.tr("going out"))]
        )

    def render_state(self, state: CheckpointState, words: CheckpointWords) -> None:
        choice = state.choice
        for widget in (self._name, self._facts, self.take):
            widget.setVisible(choice is not None)
        session = choice is not None and choice.kind is Kind.SESSION
        for part in (self._direction_label, self.direction):
            part.setVisible(session)
        self._trouble.setText(state.note)
        self._trouble.setVisible(bool(state.note))
        self._note.set_note(words.rivals(state), icon="clock")
        title, line = words.rehearsal(state)
        self._rehearsal.set_note(title, line, icon="flag")
        self._topic.setVisible(choice is not None and bool(choice.topic))
        current = state.current_choice
        self.keep.setVisible(current is not None)
        self.keep.setText(self._keep_words(current, state))
        if choice is None:
            return
        self._name.set_text(choice.name if session else words.bus_title(choice))
        self._topic.setText(choice.topic)
        self._facts.set_facts(words.facts(choice))
        self.direction.choose(state.direction.value)
        self.take.setText(self._take_words(choice))

    def _take_words(self, choice: Choice) -> str:
        if choice.kind is Kind.BUS:
            return self.tr("Scan at bus {bus}").format(bus=bidi.code(choice.name))
        return self._fitting(self.tr("Check {name}"), choice.name, self.tr("Check this session"))

    def _keep_words(self, current: Choice | None, state: CheckpointState) -> str:
        if current is None or state.changes_nothing:
            return self.tr("Back to scanning")
        return self._fitting(self.tr("Keep {name}"), current.name, self.tr("Change nothing"))

    def _fitting(self, sentence: str, name: str, short: str) -> str:
        """Return a button's words with the name in them where that fits, else without it."""
        whole = sentence.format(name=name)
        room = self.width() - 2 * self.body.contentsMargins().left() - 130
        return whole if paint.width_of(whole, theme.font("buttonLarge")) <= room else short
