"""The dispatch board's widgets: how many are aboard of all, what needs a person, and every bus in its place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.domain.ids import BusCode, Instant
from checkin_app.ui import theme
from checkin_app.ui.board.model import BoardModel
from checkin_app.ui.board.needs import NeedsRow
from checkin_app.ui.board.rows import BoardDelegate, BusCard, RouteHead
from checkin_app.ui.board.state import BoardState
from checkin_app.ui.board.words import BoardWords
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message
from checkin_app.ui.kit.rows_view import PressedView
from checkin_app.ui.kit.verdict import VerdictStrip

_Index = QModelIndex | QPersistentModelIndex


class Cards(PressedView):
    """Routes and buses, as many buses side by side as there is room; what changes in one is drawn anew, and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dataChanged(self, first: _Index, last: _Index, _roles: Sequence[int] = ()) -> None:
        # QListView would lay out every card anew; none of ours grows by what it says.
        for place in range(first.row(), last.row() + 1):
            self.update(self.model().index(place, 0))


class BoardPanel(QWidget):
    """Draws a `BoardState`.

    Signals: `bus_chosen` with the `BusCode` that the keys are at, `bus_asked` with one to be opened, `fleet_asked` to plan
    the buses, `release_asked` with the `BusCode` of one that is counted, `standby_asked` with that of one for
    whose route people wait.
    """

    bus_chosen = Signal(object)
    bus_asked = Signal(object)
    fleet_asked = Signal()
    release_asked = Signal(object)
    standby_asked = Signal(object)

    def __init__(self, words: BoardWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self._aboard, self._of = Label("", "display"), Label("", "body", "ink.secondary")
        self._needs_title, self.needs = Label("", "bodyStrong"), NeedsRow()
        self._wrong = Label("", "body", "trouble.ink", wrap=True)
        self.fleet = Button("", icon="bus", height=theme.size("target.min"))
        self.release = Button("", ButtonKind.PRIMARY, icon="flag", key="R", height=theme.size("target.min"))
        self._counted_now: BusCode | None = None
        self._fleet_words, self._release_words = "", ("", "")
        self.model, self.delegate = BoardModel(self), BoardDelegate(self)
        self.cards = Cards()
        self.cards.setModel(self.model)
        self.cards.setItemDelegate(self.delegate)
        self._first_bus = Button("", ButtonKind.PRIMARY, icon="plus", height=theme.size("target.scan"))
        self._empty = Message(self._first_bus)
        self._narrow, self._layout = False, theme.Layout.REGULAR
        self._build()
        self.cards.clicked.connect(self._clicked)
        self.needs.bus_chosen.connect(self.bus_asked)
        for button in (self.fleet, self._first_bus):
            button.clicked.connect(self.fleet_asked)
        self.release.clicked.connect(self.go_release)
        self.set_layout(theme.Layout.REGULAR)

    def _build(self) -> None:
        self._counted = QHBoxLayout()
        self._counted.setSpacing(theme.space(2))
        self._counted.addWidget(self._aboard)
        self._counted.addWidget(self._of)
        needs = QHBoxLayout()
        needs.setSpacing(theme.space(3))
        needs.addWidget(self._needs_title)
        needs.addWidget(self.needs, 1)
        self._head = QHBoxLayout()
        self._head.addLayout(self._counted)
        self._head.addLayout(needs, 1)
        self._head.addWidget(self.release)
        self._head.addWidget(self.fleet)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._head)
        self._column.addWidget(self._wrong)
        self._pages = QStackedLayout()
        self._column.addLayout(self._pages, 1)
        self._pages.addWidget(self.cards)
        self._pages.addWidget(self._empty)

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, 0)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._head.setSpacing(theme.space(3) if layout.narrow else theme.space(6))
        self._aboard.set_type("heading" if layout.low or layout.narrow else "display")
        self._narrow, self._layout = layout.narrow, layout
        self._show_fleet()
        self._show_title()
        self.cards.doItemsLayout()

    # ---- what keys do

    def step(self, across: int, down: int) -> None:
        """Choose the next bus in a direction of the screen; the first one where none is chosen yet."""
        cards = [(row.code, place) for row, place in self._places()]
        if not cards:
            return
        current = next((place for row, place in self._places() if row.chosen), None)
        if current is None:
            self.bus_chosen.emit(cards[0][0])
            return
        x, y = current.center().x(), current.center().y()
        ahead = [
            (abs(place.center().y() - y) * 4 + abs(place.center().x() - x), code)
            for code, place in cards
            if (place.center().y() - y) * down > 0
            or (across and place.center().y() == y and (place.center().x() - x) * across > 0)
        ]
        if ahead:
            self.bus_chosen.emit(min(ahead)[1])

    def go_release(self) -> None:
        """Lead to the bus that is counted; nowhere where none is."""
        if self._counted_now is not None:
            self.release_asked.emit(self._counted_now)

    def _places(self) -> list[tuple[BusCard, QRect]]:
        rows = ((self.model.row_at(index), index) for index in map(self.model.index, range(self.model.rowCount())))
        return [(row, self.cards.visualRect(index)) for row, index in rows if isinstance(row, BusCard)]

    def _clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if isinstance(row, BusCard):
            self.bus_asked.emit(row.code)
        elif isinstance(row, RouteHead) and row.bus:
            self.standby_asked.emit(row.bus)

    # ---- drawing

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)

    def retranslate(self) -> None:
        self.cards.setAccessibleName(self.tr("All buses"))
        self._fleet_words = self.tr("Plan the buses")
        self._show_fleet()
        self._first_bus.setText(self.tr("Add a bus"))

    def render_state(self, state: BoardState, now: Instant) -> None:
        """Draw everything the state says, as it is at an instant."""
        view = self._words.view(state, now)
        self._aboard.setText(view.aboard)
        self._of.setText(view.of)
        self._needs_title.setText(view.needs_title)
        self.needs.set_needs(view.needs)
        self._show_title()
        self._wrong.setText(view.wrong)
        self._wrong.setVisible(bool(view.wrong))
        self.fleet.setVisible(bool(view.rows))
        self._counted_now = view.counted_now
        self._release_words = view.release, view.release_short
        self.release.setVisible(view.counted_now is not None)
        self._show_fleet()
        self.model.show(view.rows)
        self._pages.setCurrentIndex(1 if view.empty else 0)
        self._empty.say(view.empty, view.empty_line)

    def _show_fleet(self) -> None:
        """Say by an icon where the buses are planned, and by a code what is released, where what is urgent needs the room."""
        said = self._fleet_words
        tight = self._counted_now is not None and self._layout is not theme.Layout.REGULAR
        self.release.setText(self._release_words[tight])
        self.release.setAccessibleName(self._release_words[0])
        self.fleet.setText("" if tight else said)
        self.fleet.setAccessibleName(said)
        self.fleet.setToolTip(said if tight else "")

    def _show_title(self) -> None:
        """Leave the words before the chips out where there is little room: the chips say as much."""
        self._needs_title.setVisible(not self._narrow or not self.needs.has_any)

    def bring_into_sight(self, bus: BusCode) -> None:
        self.cards.scrollTo(self.model.index(self.model.place_of(bus)))
