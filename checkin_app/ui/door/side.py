"""Beside the verdict: which bus this is, who is aboard, the last scans, three large buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.chips import (
    BusPlate,
    ChipTone,
    Health,
    HealthItem,
    Occupancy,
    OccupancyBar,
    PlateSize,
    StateChip,
)
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.labels import Fraction, Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.rows import ListRow, RowView


@dataclass(frozen=True, slots=True)
class SideView:
    """Everything the side column shows, already in words."""

    state: str
    state_tone: ChipTone
    code: str
    route: str
    leaves: str
    aboard: str
    expected: int
    aboard_word: str
    beside: str
    """Who is neither aboard nor looked for: safe on another bus."""
    limit: str
    occupancy: Occupancy
    rows: tuple[RowView, ...]
    sought: str
    standby: str
    """What the button says that leads to who waits for a seat; empty where nobody does."""
    next_state: str
    """What the state button does, or empty where there is nothing more to do."""
    opens: bool
    """The state button opens the doors."""
    count: str
    """What the button says that leads to counting and leaving, or empty where neither comes next."""
    undo: str


class DoorSide(QWidget):
    """Signals: `missing_asked`, `standby_asked`, `state_asked`, `count_asked`, `undo_asked`."""

    missing_asked = Signal()
    standby_asked = Signal()
    state_asked = Signal()
    count_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock, self._state = Label("", "title"), StateChip("", ChipTone.QUIET)
        self.others, self._low = HealthItem(), False
        self.others.hide()
        self._others: Health | None = None
        self._plate = BusPlate(size=PlateSize.CARD)
        self._route, self._leaves = Label("", "buttonLarge", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._aboard = Fraction("figureDoor", "figure")
        self._bar = OccupancyBar()
        self._beside, self._limit = Label("", "body", "ink.secondary"), Label("", "body", "ink.secondary")
        self._rows = QVBoxLayout()
        self._head, self._figures = QWidget(), QWidget()
        self._sought = self._button("users", self.missing_asked)
        self.standby = self._button("clock", self.standby_asked)
        self.next = self._button("bus", self.state_asked, Deed.MOVE_BUS)
        self.count = self._button("users", self.count_asked)
        self._undo = self._button("arrow-u-up-left", self.undo_asked, Deed.SCAN)
        self._build()

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        width = "doorSide" if regular else "doorSideNarrow" if layout.narrow else "sideColumnCompact"
        self.setFixedWidth(theme.size(width) + theme.widened(80) - 80)
        self._aboard.set_types(*(("figureDoor", "figure") if regular else ("name", "display")))
        self._plate.set_size(PlateSize.HERO if regular else PlateSize.CARD)
        pad, gap = (12, theme.space(1)) if layout.low else (20, theme.space(2))
        self._card.body.setContentsMargins(pad, pad, pad, pad)
        scarce = layout.low and theme.text_size() > 115
        self._card.body.setSpacing(1 if scarce else gap)
        # With large text even which bus it is may scroll; how many are aboard and what can be done may not.
        (self._scrolling if scarce else self._card.body).insertWidget(0 if scarce else 1, self._head)
        (self._scrolling if scarce else self._card.body).insertWidget(1 if scarce else 4, self._figures)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        # How the laptop stands to the others has its words where there is room; its icon says the least of it.
        self._low = layout.low
        (self._top if layout.low else self._names).insertWidget(0 if layout.low else 1, self._state)
        if layout.low:
            self._flow.addWidget(self.others)
        else:
            self._top.insertWidget(0, self.others)
        self.show_others(self._others)

    def show_clock(self, time: str) -> None:
        self.clock.setText(bidi.code(time))

    def show_others(self, others: Health | None) -> None:
        """Show how the laptop stands to the others."""
        self._others = others
        self.others.setVisible(others is not None)
        if others:
            self.others.set_health(others, terse=self._low)

    def show_view(self, view: SideView) -> None:
        self._state.set_state(view.state, view.state_tone)
        self._plate.set_code(view.code)
        self._route.setText(view.route)
        self._leaves.setText(view.leaves)
        self._aboard.set_numbers(view.aboard, str(view.expected), view.aboard_word)
        self._bar.set_occupancy(view.occupancy)
        self._beside.setText(view.beside)
        self._limit.setText(view.limit)
        self._show_rows(view.rows)
        self._sought.setText(view.sought)
        self.standby.setText(view.standby)
        self.standby.setVisible(bool(view.standby))
        self.next.setText(view.next_state)
        self.next.setVisible(bool(view.next_state))
        # Nobody boards before the doors are opened: that is what this screen is first for.
        self.next.set_kind(ButtonKind.PRIMARY if view.opens else ButtonKind.SECONDARY)
        self.count.setText(view.count)
        self.count.setVisible(bool(view.count))
        self._undo.setText(view.undo)

    def _button(self, icon: str, signal: object, deed: Deed | None = None) -> Button:
        button = Button("", ButtonKind.SECONDARY, icon=icon, height=theme.size("target.door"), deed=deed)
        button.clicked.connect(signal)
        return button

    def _build(self) -> None:
        card = self._card = Card(padding=20)
        self._top = _row(self.others, None, self.clock)
        card.body.addLayout(self._top)
        names = self._names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._route)
        names.addWidget(self._leaves)
        names.addStretch(1)
        head = _row(self._plate)
        head.addSpacing(theme.space(3))
        head.addLayout(names, 1)
        head.setContentsMargins(0, 0, 0, 0)
        self._head.setLayout(head)
        figures = self._flow = FlowLayout(gap=theme.space(2), fill=True)
        for label in (self._beside, self._limit):
            figures.addWidget(label)
        self._figures.setLayout(figures)
        for part in (self._head, self._aboard, self._bar, self._figures, Line()):
            card.body.addWidget(part)
        self._rows.setSpacing(0)
        shown = QWidget()
        column = self._scrolling = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch(1)
        # The last scans give way to the figures and to what is done with the bus.
        card.body.addWidget(scrolled(shown), 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)
        people = QHBoxLayout()
        people.setSpacing(theme.space(3))
        people.addWidget(self._sought, 3)
        people.addWidget(self.standby, 2)
        column.addLayout(people)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(3))
        foot.addWidget(self.next, 3)
        foot.addWidget(self.count, 3)
        foot.addWidget(self._undo, 2)
        column.addLayout(foot)

    def _show_rows(self, rows: Sequence[RowView]) -> None:
        while self._rows.count() < len(rows):
            self._rows.addWidget(ListRow(inset=0))
        for index in range(self._rows.count()):
            item = self._rows.itemAt(index)
            row = item.widget() if item else None
            if isinstance(row, ListRow):
                row.setVisible(index < len(rows))
                if index < len(rows):
                    row.set_row(rows[index])


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Return parts side by side; None is where the rest of the width goes."""
    row = QHBoxLayout()
    row.setSpacing(theme.space(2))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
