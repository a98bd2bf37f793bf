"""Beside the missing: what to read aloud, how full the bus is, and what is done with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Line, Section
from checkin_app.ui.kit.chips import ChipTone, OccupancyBar, StateChip
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Fraction, Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.manifest.ride_box import RideBox
from checkin_app.ui.manifest.words import ManifestView

#: The ending of a file and its icon, in the order of the buttons.
PAPERS = (("pdf", "file-pdf"), ("xlsx", "file"), ("csv", "file-csv"))
_MOST_CALLS = 6


class CallLine(QWidget):
    """One sentence to read aloud, at the edge where its own script begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._sentence = "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_call(self, language: str, sentence: str) -> None:
        self._language, self._sentence = language, sentence
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    def _direction(self) -> Qt.LayoutDirection:
        return QLocale(self._language).textDirection()

    def _lines(self, width: int) -> int:
        font = theme.font("buttonLarge")
        return paint.lay_out(self._sentence, font, width - 40, self._direction(), _line())[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _line() * max(1, self._lines(width)) + 20

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.setPen(theme.color("ink.primary"))
            font = theme.font("buttonLarge")
            layout, _ = paint.lay_out(self._sentence, font, self.width() - 40, self._direction(), _line())
            layout.draw(painter, QPointF(20, 10))


def _line() -> int:
    return theme.line_height("buttonLarge") + 2


class ManifestSide(QWidget):
    """Signals: `message_asked` and `cards_asked` about those looked for, `moved` with a `BusState`, `opened_again` with a `Meant`, `count_asked`, `saved` with
    the ending of a file, `reseated` with a bus's code for the person chosen, empty for none.
    """

    message_asked = Signal()
    cards_asked = Signal()
    moved = Signal(object)
    opened_again = Signal(object)
    count_asked = Signal()
    saved = Signal(object)
    reseated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aloud = Section()
        self.calls = [CallLine() for _ in range(_MOST_CALLS)]
        self._rules = [Line() for _ in range(_MOST_CALLS)]
        self._aboard = Fraction("figure", "heading")
        self._chip, self._bar = StateChip(), OccupancyBar()
        self._elsewhere = Label("", "body", "ink.secondary", wrap=True)
        self._note = Label("", "body", "ink.secondary", wrap=True)
        self._person, self.places = Label("", "body", "ink.secondary", wrap=True), AskingMenu(deed=Deed.SEAT)
        self.places.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._company = Label("", "body", "ink.secondary", wrap=True)
        self._search_words = Label("", "body", "ink.secondary", wrap=True)
        self.message, self.cards = (Button("", height=theme.size("target.min")) for _ in range(2))
        self._search_buttons = _in_a_row(self.message, self.cards)
        self.rides = RideBox()
        self._codes: tuple[str, ...] = ()
        self._seeks_person = False
        self._save_words = Label("", "body", "ink.secondary")
        self.papers = {ending: Button("", icon=icon, height=theme.size("target.min")) for ending, icon in PAPERS}
        self.day, self.fleet, self.swap = (Button("", icon="bus", height=theme.size("target.min")) for _ in range(3))
        self.emergency = Button("", icon="warning", height=theme.size("target.min"))
        self.step = Button("", icon="bus", height=theme.size("target.scan"), deed=Deed.MOVE_BUS)
        self.again = HeldButton("", icon="bus", height=theme.size("target.scan"), deed=Deed.MOVE_BUS)
        self.count = Button("", icon="users", height=theme.size("target.scan"))
        self._state: BusState | None = None
        self._build()

    def _build(self) -> None:
        for rule, call in zip(self._rules, self.calls, strict=True):
            self.aloud.body.addWidget(rule)
            self.aloud.body.addWidget(call)
        figures = QHBoxLayout()
        figures.setSpacing(theme.space(2))
        figures.addWidget(self._aboard, 1)
        figures.addWidget(self._chip)
        self._card, self._chosen = Card(padding=20), Card(padding=16)
        self._card.body.addLayout(figures)
        for part in (self._bar, self._elsewhere, self._search_words, self._search_buttons):
            self._card.body.addWidget(part)
        # What is done with the person chosen comes first: it is what they were chosen for.
        for asking in (self._person, self._company, self.places, self.rides):
            self._chosen.body.addWidget(asking)
        self._card.body.addLayout(self._papers())
        self._card.body.addWidget(self.fleet)
        self._card.body.addWidget(self.swap)
        shown = QWidget()
        self._shown = QVBoxLayout(shown)
        self._shown.setContentsMargins(0, 0, 0, 0)
        self._shown.addWidget(self._note)  # before all else: it answers what was just done
        self._shown.addWidget(self._chosen)
        self._shown.addWidget(self.aloud)
        self._shown.addWidget(self._card)
        self._shown.addStretch(1)
        self.message.clicked.connect(self.message_asked)
        self.cards.clicked.connect(self.cards_asked)
        self.step.clicked.connect(self._moved)
        self.again.meant.connect(self.opened_again)
        self.count.clicked.connect(self.count_asked)
        self.places.activated.connect(self._place_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # What is done with the bus stays in sight while what is known of it scrolls.
        self._scroll = scrolled(shown)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._grown)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.step)
        self._column.addWidget(self.again)
        self._column.addWidget(self.count)
        self._column.addWidget(_in_a_row(self.day, self.emergency))

    def _papers(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        for ending, button in self.papers.items():
            button.clicked.connect(partial(self.saved.emit, ending))
            # Without their icons where there is no room: three in a row, however large their words are.
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.space(1))
        column.addWidget(self._save_words)
        column.addLayout(buttons)
        return column

    def _moved(self) -> None:
        if self._state is not None:
            self.moved.emit(self._state)

    def _place_chosen(self, place: int) -> None:
        """Tell where the person goes; the first item only asks."""
        if 0 < place <= len(self._codes):
            self.reseated.emit(self._codes[place - 1])

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        pad = 20 if regular else 12 if layout.low else 16
        self._card.body.setContentsMargins(pad, pad - 4, pad, pad)
        self._card.body.setSpacing(theme.space(3) if regular else theme.space(2))
        larger = layout.low and theme.text_size() > 115
        self._aboard.set_types(*(("heading", "title") if larger else ("figure", "heading")))
        gap = theme.space(2) if layout.low else theme.space(4) if regular else theme.space(3)
        for column in (self._column, self._shown):
            column.setSpacing(gap)
        # How many are aboard is looked at more often than the sentences.
        self._shown.removeWidget(self.aloud)
        self._shown.insertWidget(3 if layout.low else 2, self.aloud)
        narrow = layout.narrow
        for button in self.papers.values():
            button.set_icon_name("" if narrow else dict(PAPERS)[self._ending_of(button)])

    def _ending_of(self, wanted: Button) -> str:
        return next(ending for ending, button in self.papers.items() if button is wanted)

    def retranslate(self) -> None:
        self.aloud.set_title(self.tr("Read aloud"))
        self._search_words.setText(self.tr("Who is looked for"))
        self.message.setText(self.tr("Copy"))
        self.cards.setText(self.tr("Cards"))
        self._save_words.setText(self.tr("Save the manifest as"))
        self.day.setText(self.tr("Stops and state"))
        self.fleet.setText(self.tr("Plan the buses"))
        self.swap.setText(self.tr("Swap the bus"))
        self.emergency.setText(self.tr("Emergency"))
        for ending, button in self.papers.items():
            button.setText(ending.upper())

    def show_view(self, view: ManifestView, *, note: str, wrong: bool, busy: bool) -> None:
        self._show_calls(view.calls)
        self._aboard.set_numbers(view.aboard, view.expected)
        self._chip.set_state(view.state, view.tone)
        if view.occupancy:
            self._bar.set_occupancy(view.occupancy)
        self._elsewhere.setText(view.elsewhere)
        self._elsewhere.setVisible(bool(view.elsewhere) and not note)
        if note and note != self._note.text():
            self._scroll.verticalScrollBar().setValue(0)
        self._note.say(note, wrong=wrong)
        for part in (self._search_words, self._search_buttons):
            part.setVisible(view.offers_search)
        self._show_places(view, busy=busy)
        self.rides.show_view(view.ride, busy=busy)
        self._state, words = view.move or (None, "")
        self.step.setText(words)
        self.step.setVisible(self._state is not None)
        self.again.set_act(f"open_again {view.code}", view.open_again)
        self.again.setVisible(bool(view.open_again))
        self.count.setText(view.count)
        self.count.setVisible(bool(view.count))
        leads = view.count_leads
        self.step.set_kind(ButtonKind.SECONDARY if leads else ButtonKind.PRIMARY)
        self.count.set_kind(ButtonKind.PRIMARY if leads else ButtonKind.SECONDARY)
        in_emergency = view.tone is ChipTone.STOP
        self.emergency.set_kind(ButtonKind.PRIMARY if in_emergency else ButtonKind.SECONDARY)
        for button in (self.step, self.again, self.count):
            button.setEnabled(not busy)

    def _grown(self) -> None:
        if self._seeks_person:
            self._seeks_person = False
            self._bring_person_into_sight()

    def _bring_person_into_sight(self) -> None:
        """Whoever chooses a person sees what can be done with them, and their name before all."""
        for part in (self.places, self._person):
            self._scroll.ensureWidgetVisible(part, 0, theme.space(2))

    def _show_places(self, view: ManifestView, *, busy: bool) -> None:
        another = view.person != self._person.text()
        self._person.setText(view.person)
        self._company.setText(view.person_line)
        self._company.setVisible(bool(view.person_line))
        self._chosen.setVisible(bool(view.person))
        self._codes = tuple(code for code, _ in view.places)
        items = [view.move_to, *(said for _, said in view.places)]
        if [self.places.itemText(place) for place in range(self.places.count())] != items:
            self.places.clear()
            self.places.addItems(items)
        self.places.setCurrentIndex(0)
        self.places.setAccessibleName(items[0])
        self.places.setEnabled(not busy)
        if another:
            # Once more when what is known of them has its place.
            self._seeks_person = bool(view.person)
            if self._seeks_person:
                self._bring_person_into_sight()

    def _show_calls(self, calls: Sequence[tuple[str, str]]) -> None:
        self.aloud.setVisible(bool(calls))
        for index, (rule, line) in enumerate(zip(self._rules, self.calls, strict=True)):
            line.setVisible(index < len(calls))
            rule.setVisible(0 < index < len(calls))
            if index < len(calls):
                line.set_call(*calls[index])


def _in_a_row(*buttons: Button) -> QWidget:
    """Return buttons side by side that are hidden and shown together."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(2))
    for button in buttons:
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(button, 1)
    return holder
