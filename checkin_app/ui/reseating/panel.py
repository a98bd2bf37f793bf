"""The widgets with which guests are put on another bus: the buses of the route, the guests of one, and what it costs."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.carry_view import CarryView
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.pages import APART, HeadedPage
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.reseating.state import ReseatingState
from checkin_app.ui.reseating.words import ReseatingWords

#: Pixels from the edge of the buses at which they go on while guests are held there, and how far with each move of the hand.
_EDGE, _STRIDE = 28, 18


class ReseatingPanel(HeadedPage):
    """Draws a `ReseatingState`.

    Signals: `back_asked`; `bus_chosen` with a place among the buses, whoever has none and the other routes with them; `guest_pressed` with a place among the guests; `carry_begun`
    with that of the guest who is taken in hand; `held_over` with a place among the buses, -1 for none; `dropped` with the
    same; `carry_left`; `group_asked`, `take_asked`, `leave_asked`, `move_asked` and `undo_asked`.
    """

    back_asked = Signal()
    bus_chosen = Signal(object)
    guest_pressed = Signal(object)
    carry_begun = Signal(object)
    held_over = Signal(object)
    dropped = Signal(object)
    carry_left = Signal()
    group_asked = Signal()
    take_asked = Signal()
    leave_asked = Signal()
    move_asked = Signal()
    undo_asked = Signal()

    def __init__(self, words: ReseatingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, gaps=APART)
        self._words, self._title = words, Label("", "heading")
        self.undo = Button("", icon="arrow-u-up-left", deed=Deed.SEAT)
        self.bus_model, self._bus_delegate = RowModel(self), RowDelegate(self)
        self.buses = list_view(self.bus_model, self._bus_delegate)
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = CarryView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self._message = Message()
        big = theme.size("target.scan")
        self.group, self.leave = Button("", height=big, key="D"), Button("", height=big, key="Esc")
        self.take = Button("", height=big, key="M", deed=Deed.SEAT)
        self.seat = Button("", ButtonKind.PRIMARY, height=big, deed=Deed.SEAT)
        self._foot = Foot(self.group, self.leave, self.take, self.seat)
        self._build()
        self._connect()

    def _build(self) -> None:
        people = RowsCard(self.list, self._message)
        self._pages, self._leading = people.pages, RowsCard(self.buses)
        self._row = QHBoxLayout()
        self._row.addWidget(self._leading)
        self._row.addWidget(people, 1)
        self._put_together(self._title, self._row, beside=(self.undo,), below=(self._foot,))
        # The button says as much as the first line of the foot.
        self._yielding = (self._top, self._foot.line)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.buses.clicked.connect(lambda index: self.bus_chosen.emit(index.row()))
        self.list.clicked.connect(lambda index: self.guest_pressed.emit(index.row()))
        self.list.carry_begun.connect(self.carry_begun)
        self.list.carry_left.connect(self.carry_left)
        self.list.carried.connect(self._hold)
        self.list.dropped.connect(lambda point: self.dropped.emit(self._bus_at(point)))
        self.group.clicked.connect(self.group_asked)
        self.take.clicked.connect(self.take_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.seat.clicked.connect(self.move_asked)

    def _bus_at(self, point: object) -> int:
        """Return over which bus a place on the screen is; -1 where it is over none."""
        view = self.buses.viewport()
        at = view.mapFromGlobal(point) if isinstance(point, QPoint) else QPoint(-1, -1)
        return self.buses.indexAt(at).row() if view.rect().contains(at) else -1

    def _hold(self, point: object) -> None:
        view, bar = self.buses.viewport(), self.buses.verticalScrollBar()
        if isinstance(point, QPoint) and view.rect().contains(at := view.mapFromGlobal(point)):
            down = at.y() > view.height() - _EDGE
            bar.setValue(bar.value() + (_STRIDE if down else -_STRIDE if at.y() < _EDGE else 0))
        self.held_over.emit(self._bus_at(point))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        regular = layout is theme.Layout.REGULAR
        self._row.setSpacing(theme.space(3))
        self._leading.setFixedWidth(theme.widened(layout.of(520, 460, 360)))
        for delegate in (self._delegate, self._bus_delegate):
            delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
            delegate.inset = 12
        self._title.set_type("title" if layout.low else "heading")
        for button in (self.group, self.leave, self.take, self.seat):
            button.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self._foot.set_layout(layout)
        for view in (self.list, self.buses):
            view.setMinimumHeight(2 * self._delegate.height + 4)
            view.doItemsLayout()

    # ---- drawing

    def retranslate(self) -> None:
        self.back.setText(self.tr("Plan"))
        self.undo.setText(self.tr("Undo"))
        self.group.setText(self.tr("Whole delegation"))
        self.take.setText(self.tr("Take in hand"))
        self.leave.setText(self.tr("Leave them"))
        self.buses.setAccessibleName(self.tr("Buses of the route"))
        self.list.setAccessibleName(self.tr("Guests of the bus"))

    def render_state(self, state: ReseatingState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._title.setText(view.title)
        self._line.setText(view.line)
        self.undo.setVisible(state.last is not None)
        self.undo.setEnabled(not state.busy)
        self.bus_model.show_rows(view.buses)
        mark(self.buses, state.place_in_sight)
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self._message.say(view.empty)
        self._pages.setCurrentIndex(1 if view.empty else 0)
        self._foot.line.setText(view.cost)
        self._foot.second_line.setText(view.cost_detail)
        self._foot.second_line.set_ink("trouble.ink" if view.is_wrong else "ink.secondary")
        for button, shown in (
            (self.group, not state.carrying), (self.take, not state.carrying),
            (self.leave, state.carrying), (self.seat, state.carrying),
        ):  # fmt: skip
            button.setVisible(shown)
            button.setEnabled(bool(state.lines) and not state.busy)
        self.seat.setText(view.move)
        self.seat.setEnabled(state.cost is not None and state.cost.objection is None and not state.busy)
        self._foot.arrange()
