"""The swap's widgets: both buses, who moves in which order, who has no place; beside them what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.chips import BusPlate, OccupancyBar, PlateSize
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.side_card import SideCard
from checkin_app.ui.kit.side_page import SidePage
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


class SwapSide(SideCard):
    """Signals: `substitute_chosen` with a place in the menu, `cause_chosen`, `reason_typed`; those of every such column, with a
    `Doing`.
    """

    substitute_chosen = Signal(object)
    cause_chosen = Signal(object)
    reason_typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.substitutes = AskingMenu()
        self.substitutes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.causes, self.reason = Segmented(), Field()
        self.doing: dict[Doing, Button] = {
            each: (HeldButton if each is Doing.SWAP else Button)("", deed=DEEDS.get(each)) for each in Doing
        }
        self._put_together(self._title, self._line, self.substitutes, self.causes, self.reason)
        self._offer(self.doing)
        self.substitutes.activated.connect(self.substitute_chosen.emit)
        self.causes.chosen.connect(self.cause_chosen)
        self.reason.edited.connect(lambda text: self.reason_typed.emit(str(text)))

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


class SwapPanel(SidePage):
    """Draws a `SwapState`.

    Signals: `left`, `part_chosen` with a `Part`; those of its side.
    """

    left = Signal()
    part_chosen = Signal(object)

    def __init__(self, words: SwapWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Label("", "heading")
        self.old, self.new = BusCard(), BusCard()
        self.parts = Segmented()
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
        self._put_side_by_side(self._title, self.side, over=(self._pair, self.parts), below=(self._note,))
        self._yielding = (self._top, self._pair)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._buses.setSpacing(self._row.spacing())
        for part in (self.side, self.old, self.new):
            part.set_layout(layout)

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self._title.setText(self.tr("Another bus takes over"))
        self.list.setAccessibleName(self.tr("Guests of both buses"))
        self.side.retranslate()

    def render_state(self, state: SwapState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._line.setText(view.where)
        self.old.show_bus(view.old)
        self.new.show_bus(view.new)
        self.parts.set_options(view.parts)
        self.parts.choose(state.part.value)
        self.parts.setVisible(bool(view.parts))
        self._show_rows(view.rows)
        self._message.say(view.empty)
        self.side.setVisible(view.old is not None)
        self.side.show_view(state, view)
        self._note.say(state.note, wrong=state.wrong)
