"""The head count's widgets: who counts, who should be aboard, how it came out; beside it what is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.head_count.side import HeadCountSide
from checkin_app.ui.head_count.souls import Souls
from checkin_app.ui.head_count.state import HeadCountState, Step
from checkin_app.ui.head_count.words import CounterView, HeadCountWords
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.marks import VerdictMark
from checkin_app.ui.kit.pages import HeadedPage

_MOST_OUTCOMES = 5


class CounterCard(Card):
    """One of the two who count."""

    def __init__(self, letter: str) -> None:
        super().__init__(padding=14)
        self._is_at_it = False
        self.name, self._line = NameText("title", least=16), Label("", "body", "ink.secondary", wrap=True)
        self._chip, self._letter = StateChip(), Label(letter, "title")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(self._letter)
        row.addLayout(words, 1)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def show_counter(self, view: CounterView) -> None:
        self._is_at_it = view.is_at_it
        self.name.set_text(view.name)
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        self._chip.set_state(view.chip, view.tone)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_at_it:
            with paint.painting(self) as painter:
                line = theme.color("focus.ring")
                paint.box(
                    painter, self.rect(), fill=None, line=line, width=theme.stroke("focus"), radius=theme.radius("card")
                )


class HeadCountPanel(HeadedPage):
    """Draws a `HeadCountState`.

    Signals: `left`, `crew_stepped` with a pair of a `Crew` and 1 or -1; those of its side.
    """

    left = Signal()
    crew_stepped = Signal(object)

    def __init__(self, words: HeadCountWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Label("", "heading")
        self._round, self._guide = Label("", "title"), Label("", "body", "ink.secondary", wrap=True)
        self.counters = (CounterCard("A"), CounterCard("B"))
        self._souls_title, self.souls = Label("", "buttonLarge", wrap=True), Souls()
        self._souls_line = Label("", "body", "ink.secondary", wrap=True)
        self._outcomes_title = Label("", "buttonLarge", wrap=True)
        self._outcomes = [(VerdictMark(Verdict.GO), Label("", "bodyLarge", wrap=True)) for _ in range(_MOST_OUTCOMES)]
        self._note = Label("", "body", "ink.secondary", wrap=True)
        self.side = HeadCountSide()
        self._build()
        self.back.clicked.connect(self.left)
        self.souls.stepped.connect(self.crew_stepped)

    def _build(self) -> None:
        self._card = Card(padding=16)
        for part in (self._souls_title, self.souls, self._souls_line, self._outcomes_title):
            self._card.body.addWidget(part)
        for mark, label in self._outcomes:
            row = QHBoxLayout()
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            self._card.body.addLayout(row)
        self._card.body.addStretch(1)
        shown = QWidget()
        self._leading = QVBoxLayout(shown)
        self._leading.setContentsMargins(0, 0, 0, 0)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.addWidget(self._round)
        self._said.addWidget(self._guide, 1)
        self._leading.addLayout(self._said)
        for each in self.counters:
            self._leading.addWidget(each)
        self._leading.addWidget(self._card, 1)
        self._row = QHBoxLayout()
        self._row.addWidget(scrolled(shown), 1)
        self._row.addWidget(self.side)
        self._put_together(self._title, self._row, below=(self._note,))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._leading.setSpacing(self._gap)
        self._row.setSpacing(theme.space(3))
        ways = QBoxLayout.Direction
        self._said.setDirection(ways.TopToBottom if layout.narrow else ways.LeftToRight)
        self._said.setSpacing(0 if layout.narrow else theme.space(3))
        self.side.setFixedWidth(theme.widened(layout.of(480, 420, 340 if theme.text_size() <= 115 else 300)))
        larger = theme.text_size() > 115
        self.souls.set_columns((2 if larger else 4) if layout.narrow else 3 if larger else 4)
        self._card.body.setSpacing(self._gap)
        self.side.set_layout(layout)

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self._title.setText(self.tr("Head count"))
        self._souls_title.setText(self.tr("Who should be aboard"))
        self.side.retranslate()

    def render_state(self, state: HeadCountState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._note.say(state.note, wrong=state.wrong)
        self.side.setVisible(view is not None)
        self._card.setVisible(view is not None)
        for place, card in enumerate(self.counters):
            card.setVisible(view is not None and place < len(view.counters))
            if view is not None and place < len(view.counters):
                card.show_counter(view.counters[place])
        if view is None:
            self._line.setText(self._words.no_buses())
            return
        self._line.setText(view.where)
        self._round.setText(view.round)
        self._guide.setText(view.guide)
        self._guide.setVisible(bool(view.guide))
        may_change = state.step in {Step.COUNT, Step.CALL} and state.may(Deed.MOVE_BUS) and not state.busy
        self.souls.show_souls(view.souls, may_change=may_change)
        self._souls_line.setText(view.souls_line)
        self._souls_line.setVisible(bool(view.souls_line))
        self._outcomes_title.setText(view.outcomes_title)
        self._outcomes_title.setVisible(bool(view.outcomes))
        for place, (mark, label) in enumerate(self._outcomes):
            shown = place < len(view.outcomes)
            mark.setVisible(shown)
            label.setVisible(shown)
            if shown:
                mark.set_verdict(view.outcomes[place][0])
                label.setText(view.outcomes[place][1])
        self.side.show_view(state, view)
