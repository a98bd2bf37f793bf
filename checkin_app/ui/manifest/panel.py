"""The bus screen's widgets: the buses, the sentence that counts, who is missing, what to read aloud, what to do."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Verdict
from checkin_app.services.ports.buses import Filter
from checkin_app.ui import theme
from checkin_app.ui.kit import marks, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.manifest.model import ViewModel
from checkin_app.ui.manifest.rows import BusDelegate, BusRow, PersonDelegate, PersonRow
from checkin_app.ui.manifest.side import ManifestSide
from checkin_app.ui.manifest.state import ManifestState
from checkin_app.ui.manifest.words import HeadView, ManifestWords

#: Pixels of height, at the usual size of text, from which a low screen has a line beside its count.
_ROOM_FOR_LINE = 330


class _Sign(QWidget):
    """The verdict's mark before the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self.set_side(56)

    def set_side(self, pixels: int) -> None:
        self.setFixedSize(QSize(pixels, pixels))

    def set_verdict(self, verdict: Verdict | None) -> None:
        self._verdict = verdict
        self.setVisible(verdict is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._verdict is not None:
            with paint.painting(self) as painter:
                ink, cut = theme.color("ink.primary"), theme.color("bg.window")
                marks.draw(painter, QRect(0, 0, self.width(), self.height()), self._verdict, ink, cut)


class ManifestPanel(QWidget):
    """Draws a `ManifestState`.

    Signals: `bus_chosen` with a `BusCode`, `filtered` with a `Filter`, `person_asked` with a `DelegateId`, `moved` with the
    `BusState` to come, `opened_again` with a `Meant`, `count_asked`, `saved` with the ending of a file, `person_chosen` with a `DelegateId`,
    `reseated` with the `BusCode` for that person or None, `stepped` with the place of what is to be said of their ride and the
    text beside it, `fleet_asked` to change the buses themselves, `swap_asked` to let another bus take over, `day_asked` for its stops and state,
    `emergency_asked`, `message_asked` and `cards_asked` about those looked for.
    """

    bus_chosen = Signal(object)
    filtered = Signal(object)
    person_asked = Signal(object)
    moved = Signal(object)
    opened_again = Signal(object)
    count_asked = Signal()
    saved = Signal(object)
    message_asked = Signal()
    cards_asked = Signal()
    person_chosen = Signal(object)
    reseated = Signal(object)
    stepped = Signal(object, object)
    fleet_asked = Signal()
    swap_asked = Signal()
    day_asked = Signal()
    emergency_asked = Signal()

    def __init__(self, words: ManifestWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self._sign, self._title = _Sign(), Label("", "figure")
        self._line, self._second_line = Label("", "title", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.filters = Segmented()
        self.bus_model: ViewModel[BusRow] = ViewModel(self)
        self.buses = list_view(self.bus_model, BusDelegate(self), uniform=False)
        self.model: ViewModel[PersonRow] = ViewModel(self)
        self._delegate = PersonDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._first_bus = Button("", ButtonKind.PRIMARY, icon="plus", height=theme.size("target.scan"))
        self._empty = Message(self._first_bus)
        self.side = ManifestSide()
        self._narrow = self._low = False
        self._told: HeadView | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self._build()
        self._connect()
        self.set_layout(theme.Layout.REGULAR)

    # ---- making

    def _build(self) -> None:
        self._bus_card, people = RowsCard(self.buses), RowsCard(self.list, self._empty)
        self._pages = people.pages
        self._row = QHBoxLayout()
        self._row.addWidget(self._bus_card)
        self._row.addWidget(people, 1)
        self._row.addWidget(self.side)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._head())
        self._column.addLayout(self._row, 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._line)
        words.addWidget(self._second_line)
        words.addStretch(1)
        # Beside the count where there is room, under it on a low or narrow screen.
        self._told_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told_row.addWidget(self._title)
        self._told_row.addLayout(words, 1)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self._sign)
        head.addLayout(self._told_row, 1)
        head.addWidget(self.filters, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _connect(self) -> None:
        self.filters.chosen.connect(lambda value: self.filtered.emit(Filter(value)))
        self.buses.clicked.connect(self._bus_clicked)
        self.list.activated.connect(lambda _index: self.open_chosen())
        self.list.clicked.connect(lambda _index: self._tell_chosen())
        for button in (self.side.fleet, self._first_bus):
            button.clicked.connect(self.fleet_asked)
        self.side.swap.clicked.connect(self.swap_asked)
        self.side.day.clicked.connect(self.day_asked)
        self.side.emergency.clicked.connect(self.emergency_asked)
        self.side.reseated.connect(self.reseated)
        self.side.rides.stepped.connect(lambda place: self.stepped.emit(place, self.side.rides.text))
        self.side.moved.connect(self.moved)
        self.side.opened_again.connect(self.opened_again)
        self.side.count_asked.connect(self.count_asked)
        self.side.saved.connect(self.saved)
        self.side.message_asked.connect(self.message_asked)
        self.side.cards_asked.connect(self.cards_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        regular, narrow = layout is theme.Layout.REGULAR, layout.narrow
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(4) if regular else theme.space(3))
        self._row.setSpacing(margin if not narrow else theme.space(3))
        least = layout is theme.Layout.LEAST
        self._bus_card.setFixedWidth(min(188, theme.widened(152)) if least else theme.widened(152 if narrow else 188))
        self.side.setFixedWidth(theme.side_column(layout) - (36 if least else 28 if narrow else 0))
        self.side.set_layout(layout)
        self._narrow, self._low = narrow, layout.low
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        under = layout.low or narrow
        self._told_row.setDirection(down if under else across)
        self._told_row.setSpacing(0 if under else theme.space(4))
        self._sign.set_side(44 if layout.low else 56)
        self._title.set_type("heading" if layout.low else "display" if narrow else "figure")
        self._line.set_type("body" if layout.low else "bodyStrong" if narrow else "title")
        if self._told is not None:
            self._show_head(self._told)
        self._give_way()
        self._delegate.set_layout(layout)
        self.list.doItemsLayout()

    # ---- what keys do

    def step(self, step: int) -> None:
        """Choose another person."""
        place = self.list.currentIndex().row() + step if self.list.currentIndex().isValid() else 0
        if 0 <= place < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(place))
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        row = self.model.view_at(self.list.currentIndex())
        if row:
            self.person_chosen.emit(row.delegate)

    def open_chosen(self) -> None:
        row = self.model.view_at(self.list.currentIndex())
        if row:
            self.person_asked.emit(row.delegate)

    def _bus_clicked(self, index: QModelIndex) -> None:
        row = self.bus_model.view_at(index)
        if row and row.code:
            self.bus_chosen.emit(row.code)

    # ---- drawing

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("People of the bus"))
        self.buses.setAccessibleName(self.tr("Buses"))
        self._first_bus.setText(self.tr("Add a bus"))
        self.side.retranslate()

    def render_state(self, state: ManifestState, now: Instant) -> None:
        """Draw everything the state says, as it is at an instant."""
        view = self._words.view(state, now)
        self._show_head(view.head)
        if view.filters != self._offered:
            self._offered = view.filters
            self.filters.set_options(view.filters)
        self.filters.choose(state.filter.value)
        self.filters.setVisible(bool(state.lines))
        self.bus_model.show(view.buses)
        mark(
            self.buses, next((place for place, row in enumerate(view.buses) if row.code and row.code == state.bus), -1)
        )
        self._bus_card.setVisible(bool(view.buses))
        self._first_bus.setVisible(state.known and not view.buses)
        self.model.show(view.rows)
        self._pages.setCurrentIndex(0 if view.rows else 1)
        self._empty.say(view.empty, view.empty_line)
        self.side.setVisible(view.occupancy is not None)
        self.side.show_view(view, note=state.note, wrong=state.wrong, busy=state.busy)

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out when the bus leaves where the people would have no room beside all that."""
        strip = 0 if self.strip.isHidden() else self.strip.heightForWidth(self.width())
        room = (self.height() - strip) * 100 // theme.text_size()
        self._line.setVisible(not self._low or room >= _ROOM_FOR_LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _show_head(self, head: HeadView) -> None:
        self._told = head
        self._sign.set_verdict(head.verdict)
        self._title.setText(head.title)
        line = head.short_line or head.line if self._narrow else head.line
        if self._low:
            line = paint.PART.join(part for part in (line, head.second_line) if part)
        self._line.setText(line)
        self._second_line.setText(head.second_line)
        self._second_line.setVisible(bool(head.second_line) and not self._low)
