"""The settings' widgets: a card for each subject, in two columns where there is room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme, words
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import SubjectCard
from checkin_app.ui.kit.code import Modules
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.strips import VerdictStrip
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.settings.sections import ForumCard, LaptopCard, LaptopsCard, LookCard, PrintersCard, ScannerCard
from checkin_app.ui.settings.state import SettingsState
from checkin_app.ui.settings.words import SettingsWords

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SettingsPanel(QWidget):
    """Draws a `SettingsState`.

    Signals: `chosen` with a pair of an entry and a choice, `undo_asked`, `laptops_asked` and `forum_asked` for their screens; the cards report
    what is theirs.
    """

    chosen = Signal(object)
    undo_asked = Signal()
    laptops_asked = Signal()
    forum_asked = Signal()

    def __init__(
        self,
        words: SettingsWords,
        modules: Modules,
        pages: tuple[SubjectCard, SubjectCard],
        parent: QWidget | None = None,
    ) -> None:
        """Have cards of `pages` that are drawn elsewhere: the record's, and that of fonts."""
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self._title, self._line = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.undo = Button("", icon="arrow-u-up-left")
        self.laptop, self.look = LaptopCard(words), LookCard(words)
        self.printers, self.scanner = PrintersCard(), ScannerCard(modules)
        self.record, self.fonts = pages
        self.laptops, self.forum = LaptopsCard(), ForumCard()
        self._cards = (self.laptop, self.look, self.forum, self.laptops, self.printers, self.scanner)
        self._placed = single_shot(self, self._show_code)
        self._build()
        self.undo.clicked.connect(self.undo_asked)
        self.laptop.chosen.connect(self.chosen)
        self.look.chosen.connect(self.chosen)
        self.laptops.open.clicked.connect(self.laptops_asked)
        self.forum.open.clicked.connect(self.forum_asked)

    def _build(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._line)
        head = QHBoxLayout()
        head.addLayout(said, 1)
        head.addWidget(self.undo)
        cards = QWidget()
        self._columns = QBoxLayout(_ACROSS, cards)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for column in (
            (self.laptop, self.laptops, self.look, self.record),
            (self.forum, self.printers, self.fonts, self.scanner),
        ):
            stack = QVBoxLayout()
            stack.setSpacing(theme.space(3))
            for card in column:
                stack.addWidget(card)
            stack.addStretch(1)
            self._columns.addLayout(stack, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.strip)
        self._column.addLayout(head)
        self._scroll = scrolled(cards)
        self._column.addWidget(self._scroll, 1)

    def set_layout(self, layout: theme.Layout) -> None:
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(4))
        beside = layout is theme.Layout.REGULAR or (not layout.narrow and theme.text_size() == 100)
        self._columns.setDirection(_ACROSS if beside else _DOWN)
        self._columns.setSpacing(theme.space(3))
        for card in (*self._cards, self.record, self.fonts):
            card.set_layout(layout)

    def bring_code_into_sight(self) -> None:
        """Let the whole code be seen, once it has its place: a scanner reads no half of one."""
        self._placed.start(0)

    def _show_code(self) -> None:
        self._scroll.ensureWidgetVisible(self.scanner.code, 0, theme.space(4))

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        for card in self._cards:
            card.retranslate()

    def render_state(self, state: SettingsState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._line.setText(view.line)
        self.undo.setText(view.undo)
        self.undo.setVisible(state.last is not None)
        self.laptop.show_view(state, view)
        self.look.show_view(state, words.spoken())
        self.printers.show_view(state, view)
        self.scanner.show_view(state, view)
