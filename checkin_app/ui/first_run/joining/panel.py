"""The way to the others, drawn: one card for each phase, and what is in the way above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.first_run.joining.state import JoiningState, Phase
from checkin_app.ui.first_run.joining.words import JoiningWords
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.kit.seen import Seen

#: Of an invitation, as much as shows that it is one: it is read by machines.
_LONGEST_LINE = 4_096


class _Part(QWidget):
    """One phase's own widgets; `body` is their column."""

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.space(3))

    def line(self, type_: str = "bodyLarge", ink: str = "ink.primary") -> Label:
        label = Label("", type_, ink, wrap=True)
        self.body.addWidget(label)
        return label


class _CodePart(_Part):
    """An invitation, and where the hub is, where no code says so."""

    def __init__(self) -> None:
        super().__init__()
        self.told = self.line("bodyLarge", "ink.secondary")
        self.code = Field(ime=False)
        self.code.line.setMaxLength(_LONGEST_LINE)
        self.body.addWidget(self.code)


class _LookingPart(_Part):
    def __init__(self) -> None:
        super().__init__()
        self.places = self.line("bodyLarge", "ink.secondary")


class _WordsPart(_Part):
    """The four words, as large as they are read from afar."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = self.line("bodyLarge", "ink.secondary")
        self.words, self.english = NameText("name", least=20), Label("", "heading", "ink.secondary", wrap=True)
        self.differ = Button("", ButtonKind.SECONDARY, height=theme.size("target.scan"))
        self.body.addWidget(self.words)
        self.body.addWidget(self.english)
        row = QHBoxLayout()
        row.addWidget(self.differ)
        row.addStretch(1)
        self.body.addLayout(row)


class _AskingPart(_Part):
    """Who asks, as the coordinator's laptop shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.key = NameText("name", least=20), Label("", "heading", "ink.secondary")
        self.body.addWidget(self.name)
        self.body.addWidget(self.key)
        self.told = self.line("bodyLarge", "ink.secondary")


class _ReceivingPart(_Part):
    """How much is here, and what came."""

    def __init__(self) -> None:
        super().__init__()
        self.how_far = self.line("heading")
        self.progress = ProgressLine()
        self.body.addWidget(self.progress)
        self.came = self.line("bodyLarge", "ink.secondary")
        self.stop = Button("", ButtonKind.SECONDARY, height=theme.size("target.scan"))
        row = QHBoxLayout()
        row.addWidget(self.stop)
        row.addStretch(1)
        self.body.addLayout(row)


class JoiningPanel(QWidget):
    """Draws a `JoiningState`.

    Signals: `typed` where the code or the address was edited, `differ_said`, `stop_asked`.
    """

    typed = Signal()
    differ_said = Signal()
    stop_asked = Signal()

    def __init__(self, words: JoiningWords) -> None:
        super().__init__()
        self._words = words
        self.chip, self.trouble = StateChip(), Note()
        self.hub = Field(ime=False)
        self.code_part, self.looking, self.words_part = _CodePart(), _LookingPart(), _WordsPart()
        self.asking, self.receiving = _AskingPart(), _ReceivingPart()
        self.words_seen = Seen(self.words_part.words)
        self._build()
        self.code_part.code.edited.connect(lambda _text: self.typed.emit())
        self.hub.edited.connect(lambda _text: self.typed.emit())
        self.words_part.differ.clicked.connect(self.differ_said)
        self.receiving.stop.clicked.connect(self.stop_asked)

    @property
    def code(self) -> Field:
        return self.code_part.code

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return (self.code_part, self.looking, self.words_part, self.asking, self.receiving)

    def _build(self) -> None:
        self._of = {
            Phase.CODE: self.code_part,
            Phase.LOOKING: self.looking,
            Phase.WORDS: self.words_part,
            Phase.ASKING: self.asking,
            Phase.RECEIVING: self.receiving,
            Phase.READY: self.receiving,
        }
        self._card = Card(padding=28)
        self._card.body.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeading)
        for part in self._parts:
            self._card.body.addWidget(part)
        self._card.body.addWidget(self.hub)
        self._card.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self._card, 1)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        inset = 16 if layout.low else 28 if regular else 20
        self._card.body.setContentsMargins(inset, inset, inset, inset)
        self._card.body.setSpacing(theme.space(4) if regular else theme.space(2))
        self._column.setSpacing(theme.space(4) if regular else theme.space(2))
        for part in (self.words_part.words, self.asking.name):
            part.set_type("nameCompact" if layout.low else "name")
        self.trouble.set_compact(compact=layout is not theme.Layout.REGULAR, low=layout.low)

    def retranslate(self) -> None:
        self.code_part.told.setText(
            self.tr(
                "The scanner works wherever the cursor is: a scan goes on by itself. Without a scanner, type the short code."
            )
        )
        self.code.set_label(self.tr("Invitation or short code"))
        self.hub.set_label(self.tr("Address of the hub, only if it is not found by itself"))
        self.words_part.asked.setText(self.tr("Does the hub’s screen show these words?"))
        self.words_part.differ.setText(self.tr("They differ"))
        self.receiving.stop.setText(self.tr("Stop"))

    def render_state(self, state: JoiningState) -> None:
        """Draw everything the state says."""
        said, tone, icon = self._words.chip(state)
        self.chip.set_state(said, tone, icon=icon)
        for part in self._parts:  # no stack: that would be as high as its highest page
            part.setVisible(part is self._of[state.phase])
        for field, value in ((self.code, state.code), (self.hub, state.hub)):
            if field.text() != value:
                field.set_text(value)
            field.setEnabled(not state.busy)
        self.hub.setVisible(state.phase in {Phase.CODE, Phase.LOOKING} or state.tries_again)
        self.looking.places.setText(self._words.places(state))
        own, english = self._words.spoken(state)
        self.words_part.words.set_text(own)
        self.words_part.english.setText(english)
        self.asking.name.set_text(state.name)
        self.asking.key.setText(self._words.key(state))
        self.asking.told.setText(self._words.waiting(state))
        self.show_how_far(state)
        sentence, step = self._words.trouble(state)
        self.trouble.set_note(sentence, step, icon="warning")

    def show_how_far(self, state: JoiningState) -> None:
        """Draw how much is here: what moves many times a second while the rest stands."""
        self.receiving.how_far.setText(self._words.how_far(state))
        self.receiving.progress.show_part(*state.part)
        self.receiving.progress.setVisible(bool(state.coming.whole))
        self.receiving.came.setText(self._words.came(state))
        self.receiving.stop.setVisible(state.phase is Phase.RECEIVING and state.busy)

    def take_focus(self) -> bool:
        """Give the focus to what is to be typed, and return whether there is such a thing."""
        if typing := self.code_part.isVisibleTo(self):
            self.code.line.setFocus()
        return typing
