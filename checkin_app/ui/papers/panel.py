"""The widgets of the files: a card for each kind."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.hand_outs import HandOut
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.papers.state import PapersState
from checkin_app.ui.papers.words import PapersWords, PaperView


class PaperCard(Card):
    """One kind of file; `saved` and `stopped` ask for what they say."""

    saved = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._title, self._line = Label("", "title", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.told, self._progress = Label("", "body", wrap=True), ProgressLine()
        self.save = Button("", icon="download-simple", height=theme.size("target.button"))
        self.stop = Button("", ButtonKind.QUIET, icon="x", height=theme.size("target.button"))
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        for part in (self._title, self._line, self.told, self._progress):
            words.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme.space(4))
        row.addLayout(words, 1)
        row.addWidget(self.stop)
        row.addWidget(self.save)
        self.body.addLayout(row)
        self.save.clicked.connect(self.saved)
        self.stop.clicked.connect(self.stopped)

    def show_view(self, view: PaperView) -> None:
        self._title.setText(view.title)
        self._line.setText(view.line)
        self.told.setText(view.told)
        self.told.set_ink("state.stop.ink" if view.wrong else "ink.primary")
        self.told.setVisible(bool(view.told))
        self._progress.setVisible(bool(view.stop))
        self._progress.show_part(view.done, view.whole)
        self.save.setText(view.save)
        self.save.setEnabled(view.may_save)
        self.stop.setText(view.stop)
        self.stop.setVisible(bool(view.stop))


class PapersPanel(QWidget):
    """Draws a `PapersState`.  Signals: `left`, `saved` with a `HandOut`, `stopped`."""

    left = Signal()
    saved = Signal(object)
    stopped = Signal()

    def __init__(self, words: PapersWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._title, self._line = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.cards = {paper: PaperCard() for paper in HandOut}
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self.back)
        head.addLayout(said, 1)
        shown = QWidget()
        self._cards = QVBoxLayout(shown)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.space(3))
        for paper, card in self.cards.items():
            self._cards.addWidget(card)
            card.saved.connect(partial(self.saved.emit, paper))
            card.stopped.connect(self.stopped)
        self._cards.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addLayout(head)
        self._column.addWidget(scrolled(shown), 1)
        self.back.clicked.connect(self.left)

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(4))

    def retranslate(self) -> None:
        self.back.setText(self.tr("People"))
        self._title.setText(self.tr("Files to hand out"))
        self._line.setText(self.tr("They are saved in the documents folder. Scans go on meanwhile."))

    def render_state(self, state: PapersState) -> None:
        """Draw everything the state says."""
        for paper, card in self.cards.items():
            card.show_view(self._words.view(state, paper))
