"""The pages of the first run, each drawing one `FirstRunState`."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import theme, words, words_laptop
from checkin_app.ui.first_run.state import FirstRunState, NameFault
from checkin_app.ui.first_run.words import FirstRunWords
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.chips import ChipTone, StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.printer_form import PrinterForm

_LINE = QT_TRANSLATE_NOOP("LanguagePage", "Screens speak this language; it can be changed at any time.")
_USE = QT_TRANSLATE_NOOP("LanguagePage", "Go on in English")


#: Qt's own word for a widget as wide as it can be.
_WIDE = 16_777_215


class ChoiceCard(Card):
    """One way on: a sign, what it is, what it means, its button; framed where it is the one chosen."""

    def __init__(self, icon: str, kind: ButtonKind = ButtonKind.SECONDARY) -> None:
        super().__init__(padding=32)
        self._icon, self._chosen, self._inset = icon, False, 32
        self.title, self.line = Label("", "display", wrap=True), Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.more = Label("", "bodyLarge", wrap=True)
        self.button = Button("", kind, height=theme.size("target.scan"))
        self._room = QWidget()
        self.body.addWidget(self._room, 1)
        for widget in (self.title, self.line, self.more):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)

    def set_chosen(self, *, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self.title.set_type("title" if layout.low else "display" if not layout.narrow else "heading")
        self._room.setMinimumHeight(140 if regular else 64 if layout.low else 84)
        self._inset = 20 if layout.low else 32
        self.body.setContentsMargins(self._inset, self._inset, self._inset, self._inset)
        self.body.setSpacing(theme.space(2) if layout.low else theme.space(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with paint.painting(self) as painter:
            if self._chosen:
                ring = theme.color("accent.fill")
                paint.box(painter, self.rect(), fill=None, line=ring, width=3, radius=theme.radius("card"))
            side = min(96, max(48, self._room.height() - 16))
            icons.draw(
                painter,
                paint.visual(self, QRect(self._inset, self._inset, side, side)),
                self._icon,
                theme.color("ink.primary"),
            )


def _side_by_side(page: QWidget, *cards: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(8))
    for card in cards:
        row.addWidget(card, 1)
    return row


class LanguagePage(QWidget):
    """Each language in its own words; `chosen` carries its tag."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards = {tag: ChoiceCard("translate") for tag in words.offered()}
        for tag, card in self.cards.items():
            card.title.setText(words.offered()[tag])
            card.more.hide()
            card.button.clicked.connect(partial(self.chosen.emit, tag))
        _side_by_side(self, *self.cards.values())

    def set_layout(self, layout: theme.Layout) -> None:
        for card in self.cards.values():
            card.set_layout(layout)

    def retranslate(self) -> None:
        for tag, card in self.cards.items():
            # Each card speaks its own language, so that it is found by whoever reads only that one.
            card.line.setText(words.say("LanguagePage", _LINE, tag))
            card.button.setText(words.say("LanguagePage", _USE, tag))
            card.set_chosen(chosen=tag == words.spoken())


class WayPage(QWidget):
    """Join those that are there, or set up a forum of its own."""

    joining_chosen = Signal()
    beginning_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.join, self.begin = ChoiceCard("scan", ButtonKind.PRIMARY), ChoiceCard("flag")
        self.join.button.clicked.connect(self.joining_chosen)
        self.begin.button.clicked.connect(self.beginning_chosen)
        _side_by_side(self, self.join, self.begin)

    def set_layout(self, layout: theme.Layout) -> None:
        for card in (self.join, self.begin):
            card.set_layout(layout)

    def retranslate(self) -> None:
        self.join.title.setText(self.tr("Join the others"))
        self.join.line.setText(
            self.tr("A laptop of this forum is there already: scan the invitation that it shows, now or later.")
        )
        self.join.button.setText(self.tr("Join the others"))
        self.begin.title.setText(self.tr("Set up a new forum"))
        self.begin.line.setText(
            self.tr(
                "This laptop is the first: it begins with the forum’s programme and a delegate list, and invites the others."
            )
        )
        self.begin.button.setText(self.tr("Set up a new forum"))

    def render_state(self, state: FirstRunState) -> None:
        self.join.set_chosen(chosen=state.joins or not state.source)
        self.begin.set_chosen(chosen=bool(state.source) and not state.joins)


class EventPage(QWidget):
    """Start from the forum that comes along, or from a file; `picked` carries a name or nothing for a file."""

    picked = Signal(object)
    file_asked = Signal()

    def __init__(self, words: FirstRunWords, forums: Sequence[str]) -> None:
        super().__init__()
        self._words, self._forums = words, tuple(forums)
        self.own, self.file = ChoiceCard("flag"), ChoiceCard("file")
        self.trouble = Note()
        cards = QWidget()
        _side_by_side(cards, self.own, self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(cards, 1)
        column.addWidget(self.trouble)
        self.own.button.clicked.connect(lambda: self.picked.emit(self._forums[0]))
        self.file.button.clicked.connect(self.file_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        for card in (self.own, self.file):
            card.set_layout(layout)
        self.trouble.set_compact(compact=layout is not theme.Layout.REGULAR)

    def retranslate(self) -> None:
        self.own.title.setText(self.tr("The forum that comes along"))
        self.own.line.setText(self.tr("The Global Sustainable Transport Forum of 2024, with its sessions and routes."))
        self.own.button.setText(self.tr("Start with this forum"))
        self.file.title.setText(self.tr("A forum file"))
        self.file.line.setText(self.tr("A TOML file with the sessions, categories and routes of your own event."))
        self.file.button.setText(self.tr("Choose a file…"))

    def render_state(self, state: FirstRunState) -> None:
        own = bool(state.source) and state.source in self._forums
        told = self._words.forum(state)
        self.own.more.setText(told if own else "")
        self.file.more.setText(told if not own else "")
        self.own.set_chosen(chosen=own)
        self.file.set_chosen(chosen=bool(state.source) and not own)
        for card in (self.own, self.file):
            card.button.setEnabled(not state.busy)
        sentence, _, step = state.trouble.partition("\n")
        self.trouble.set_note(sentence, step, icon="warning")


class NamePage(QWidget):
    """What people call this laptop, and the way back in when its keys are lost; `edited` says so."""

    edited = Signal()

    def __init__(self, words: FirstRunWords) -> None:
        super().__init__()
        self._words = words
        self.name, self.passphrase, self.again = Field(), Field(ime=False), Field(ime=False)
        for secret in (self.passphrase, self.again):
            secret.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._why = Label("", "body", "ink.secondary", wrap=True)
        self.trouble = Note()
        card = Card(padding=32)
        self._body = card.body
        for field in (self.name, self.passphrase, self.again):
            field.edited.connect(self.edited)
            card.body.addWidget(field)
            if field is self.name:
                card.body.addSpacing(theme.space(2))
                card.body.addWidget(self._why)
        card.body.addStretch(1)
        card.body.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)

    def set_layout(self, layout: theme.Layout) -> None:
        self.trouble.set_compact(compact=layout is not theme.Layout.REGULAR)
        for field in (self.name, self.passphrase, self.again):
            field.setMaximumWidth(_WIDE if layout.low else 560)
        self._body.setSpacing(theme.space(2) if layout.low else theme.space(4))

    def retranslate(self) -> None:
        self.name.set_label(words_laptop.entry("station_name"))
        self.passphrase.set_label(self.tr("Passphrase, if you want one"))
        self.again.set_label(self.tr("The passphrase again"))
        self._why.setText(
            self.tr(
                "The passphrase is the way back to this laptop’s record when its user account is lost. It cannot be "
                "looked up: write it down and keep it away from the laptop."
            )
        )

    def render_state(self, state: FirstRunState) -> None:
        for field, value in ((self.name, state.name), (self.passphrase, state.passphrase), (self.again, state.again)):
            if field.text() != value:
                field.set_text(value)
            field.setEnabled(not state.busy)
        shown = state.faults if state.shown_faults else ()
        self.name.set_hint(self._hint(shown, (NameFault.NO_NAME, NameFault.NAME_TOO_LONG)), wrong=True)
        self.passphrase.set_hint(self._hint(shown, (NameFault.TOO_SHORT,)), wrong=True)
        self.again.set_hint(self._hint(shown, (NameFault.DIFFER,)), wrong=True)
        sentence, _, step = state.trouble.partition("\n")
        self.trouble.set_note(sentence, step, icon="warning")

    def _hint(self, shown: Sequence[NameFault], own: Sequence[NameFault]) -> str:
        fault = next((each for each in own if each in shown), None)
        return self._words.fault(fault) if fault else ""


#: Of a code, as much as shows that it was read well.
_SHOWN = 120


class DevicesPage(QWidget):
    """Scanner and printer; what was read of the one, and `form` for the other."""

    def __init__(self, words: FirstRunWords) -> None:
        super().__init__()
        self._words = words
        self._scanner_title, self._printer_title = Label("", "heading"), Label("", "heading")
        self._scanner_line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.chip, self.code = StateChip(), NameText("title", least=16)
        self._printer_line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.form = PrinterForm()
        scanner, printer = Card(padding=28), Card(padding=28)
        for sign in (self._scanner_title, self._scanner_line, self.chip, self.code):
            scanner.body.addWidget(sign)
        scanner.body.addStretch(1)
        for part in (self._printer_title, self._printer_line):
            printer.body.addWidget(part)
        printer.body.addWidget(self.form, 1)
        self._cards = QHBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.addWidget(scanner, 4)
        self._cards.addWidget(printer, 6)

    def set_layout(self, layout: theme.Layout) -> None:
        self._cards.setSpacing(theme.space(8) if layout is theme.Layout.REGULAR else theme.space(4))
        self.form.set_compact(compact=layout is not theme.Layout.REGULAR)

    def retranslate(self) -> None:
        self._scanner_title.setText(self.tr("Scanner"))
        self._scanner_line.setText(self.tr("Scan anything that has a code: a badge, a bottle, a book."))
        self._printer_title.setText(self.tr("Printer of badges"))
        self._printer_line.setText(self.tr("Without one, people are checked in and badges are printed later."))
        self.form.retranslate()

    def render_state(self, state: FirstRunState) -> None:
        read = bool(state.scanned)
        shown = state.scanned[:_SHOWN] + ("…" if len(state.scanned) > _SHOWN else "")
        said = self._words.scanner(state)
        self.chip.set_state(said, ChipTone.GO if read else ChipTone.QUIET, icon="" if read else "scan")
        self.code.set_text(shown)
        self.form.show_draft(state.printer, state.trouble)
