"""The swap's widgets: both buses, who moves in which order, who has no place; beside them what comes next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.chips import BusPlate, OccupancyBar, PlateSize
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.heads import page_head
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, scrolled
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.swap.state import DEEDS, Doing, Part, SwapState
from checkin_app.ui.swap.words import BusView, SwapView, SwapWords


class BusCard(Card):
    """One of the two buses."""

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._plate, self._role, self._bar = BusPlate(size=PlateSize.CARD), Label("", "buttonLarge"), OccupancyBar()
        self._figures, self._seats = Label("", "body", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self._plate)
        head.addWidget(self._role, 1)
        self.body.addLayout(head)
        for part in (self._figures, self._bar, self._seats):
            self.body.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_layout(self, layout: theme.Layout) -> None:
        pad = 10 if layout.low else 16
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.space(1) if layout.low else theme.space(2))
        self._seats.setVisible(not layout.low)
        self._plate.set_size(PlateSize.LINE if layout.low else PlateSize.CARD)

    def show_bus(self, view: BusView | None) -> None:
        self.setVisible(view is not None)
        if view is not None:
            self._plate.set_code(view.code)
            self._role.setText(view.role)
            self._figures.setText(view.figures)
            self._seats.setText(view.seats)
            self._bar.set_occupancy(view.occupancy)


class SwapSide(Card):
    """Signals: `substitute_chosen` with a place in the menu, `cause_chosen`, `reason_typed`, `asked` with a `Doing`, `meant`
    with a `Meant`.
    """

    substitute_chosen = Signal(object)
    cause_chosen = Signal(object)
    reason_typed = Signal(object)
    asked = Signal(object)
    meant = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._title, self._line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.substitutes = AskingMenu()
        self.substitutes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.causes, self.reason = Segmented(), Field()
        self.doing: dict[Doing, Button] = {
            each: (HeldButton if each is Doing.SWAP else Button)("", deed=DEEDS.get(each)) for each in Doing
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        shown = QWidget()
        self._shown = QVBoxLayout(shown)
        self._shown.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._line, self.substitutes, self.causes, self.reason):
            self._shown.addWidget(part)
        self._shown.addStretch(1)
        # What is done stays in sight while what is chosen for it scrolls.
        self.body.addWidget(scrolled(shown), 1)
        for each in Doing:
            self.body.addWidget(self.doing[each])

    def _connect(self) -> None:
        self.substitutes.activated.connect(self.substitute_chosen.emit)
        self.causes.chosen.connect(self.cause_chosen)
        self.reason.edited.connect(lambda text: self.reason_typed.emit(str(text)))
        for doing, button in self.doing.items():
            if isinstance(button, HeldButton):
                button.meant.connect(self.meant)
            else:
                button.clicked.connect(partial(self.asked.emit, doing))

    def set_layout(self, layout: theme.Layout) -> None:
        inset = layout.of(20, 16, 12)
        pad = 10 if layout.low else inset
        self.body.setContentsMargins(inset, pad, inset, pad)
        for column in (self.body, self._shown):
            column.setSpacing(theme.space(1) if layout.low else theme.space(2))
        for each in self.doing.values():
            each.set_height(theme.size("target.button") if layout.low else theme.size("target.scan"))

    def retranslate(self) -> None:
        self.reason.set_label(self.tr("What happened"))
        self.substitutes.setAccessibleName(self.tr("The bus that takes over"))

    def show_view(self, state: SwapState, view: SwapView) -> None:
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._show_menu(state, view.menu)
        self.causes.set_options(view.causes)
        self.causes.choose("broken" if state.broken else "swapped")
        self.causes.setVisible(Doing.SWAP in state.offered)
        self.reason.setVisible(Doing.SWAP in state.offered)
        if self.reason.text() != state.reason:
            self.reason.set_text(state.reason)
        for doing, button in self.doing.items():
            self._show_doing(doing, button, state, view)

    def _show_menu(self, state: SwapState, menu: Sequence[str]) -> None:
        self.substitutes.setVisible(not state.is_on and len(menu) > 1)
        if [*menu] != [self.substitutes.itemText(place) for place in range(self.substitutes.count())]:
            self.substitutes.clear()
            self.substitutes.addItems([*menu])
        codes = [each.bus.code for each in state.substitutes]
        self.substitutes.setCurrentIndex(codes.index(state.new) + 1 if state.new in codes else 0)
        self.substitutes.setEnabled(not state.busy)

    @staticmethod
    def _show_doing(doing: Doing, button: Button, state: SwapState, view: SwapView) -> None:
        words = view.doing[doing] if view.doing else ""
        button.set_kind(ButtonKind.SECONDARY if doing is Doing.UNDO else ButtonKind.PRIMARY)
        if isinstance(button, HeldButton):
            button.set_act(f"{doing.value} {state.old} {state.new}", words, view.names)
        else:
            button.setText(words)
        button.setVisible(doing in state.offered)
        button.setEnabled(doing in state.offered and not state.busy)


class SwapPanel(QWidget):
    """Draws a `SwapState`.

    Signals: `left`, `part_chosen` with a `Part`; those of its side.
    """

    left = Signal()
    part_chosen = Signal(object)

    def __init__(self, words: SwapWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._title, self._where = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.old, self.new = BusCard(), BusCard()
        self.parts = Segmented()
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._empty = Message()
        self._note = Label("", "body", "ink.secondary", wrap=True)
        self.side = SwapSide()
        self._build()
        self.back.clicked.connect(self.left)
        self.parts.chosen.connect(lambda value: self.part_chosen.emit(Part(value)))

    def _build(self) -> None:
        self._pair = QWidget()
        self._buses = QHBoxLayout(self._pair)
        self._buses.setContentsMargins(0, 0, 0, 0)
        self._buses.addWidget(self.old, 1)
        self._buses.addWidget(self.new, 1)
        people = RowsCard(self.list, self._empty)
        self._pages = people.pages
        self._leading = QVBoxLayout()
        self._leading.addWidget(self._pair)
        self._leading.addWidget(self.parts)
        self._leading.addWidget(people, 1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._leading, 1)
        self._row.addWidget(self.side)
        self._top = page_head(self.back, self._title, self._where)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addWidget(self._top)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self._note)

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        gap = theme.space(1) if layout.low else theme.space(2)
        for column in (self._column, self._leading):
            column.setSpacing(gap)
        for row in (self._row, self._buses):
            row.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self.side.setFixedWidth(theme.side_column(layout))
        self.side.set_layout(layout)
        for card in (self.old, self.new):
            card.set_layout(layout)
        self._delegate.height = theme.size("row.recentCompact")
        self._delegate.inset = 12
        self._low = layout.low
        self.list.doItemsLayout()
        self._give_way()

    _low = False

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out head and buses where the list would have no room beside a verdict."""
        for part in (self._top, self._pair):
            part.setVisible(not self._low or self.strip.isHidden())

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self._title.setText(self.tr("Another bus takes over"))
        self.list.setAccessibleName(self.tr("Guests of both buses"))
        self.side.retranslate()

    def render_state(self, state: SwapState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._where.setText(view.where)
        self.old.show_bus(view.old)
        self.new.show_bus(view.new)
        self.parts.set_options(view.parts)
        self.parts.choose(state.part.value)
        self.parts.setVisible(bool(view.parts))
        self.model.show_rows(view.rows)
        self._pages.setCurrentIndex(0 if view.rows else 1)
        self._empty.say(view.empty)
        self.side.setVisible(view.old is not None)
        self.side.show_view(state, view)
        self._note.setText(state.note)
        self._note.set_ink("state.stop.ink" if state.wrong else "ink.secondary")
        self._note.setVisible(bool(state.note))
