"""The widgets of a bus's day: what is known of the bus, its stops and who got off; beside them what is said of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from checkin_app.domain.ids import Instant
from checkin_app.ui import theme
from checkin_app.ui.bus_day.state import ABOVE, DEEDS, HELD, REASONED, BusDayState, Doing, Part
from checkin_app.ui.bus_day.words import BusDayView, BusDayWords
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.chips import BusPlate, PlateSize, StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.side_card import SideCard
from checkin_app.ui.kit.side_page import SidePage


class BusCard(Card):
    """What is known of the bus: its state, what it lacks, who is on it, how long its driver drove."""

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._low = False
        self._plate, self._chip = BusPlate(size=PlateSize.CARD), StateChip()
        self._lacks, self._crew = Label("", "bodyStrong", wrap=True), Label("", "body", wrap=True)
        self._driven = Label("", "body", "ink.secondary", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self._plate)
        head.addWidget(self._chip)
        head.addStretch(1)
        self.body.addLayout(head)
        for part in (self._lacks, self._crew, self._driven):
            self.body.addWidget(part)

    def set_layout(self, layout: theme.Layout) -> None:
        pad = 10 if layout.low else 16
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.space(1) if layout.low else theme.space(2))
        self._low = layout.low
        self._plate.set_size(PlateSize.LINE if layout.low else PlateSize.CARD)

    def show_view(self, view: BusDayView) -> None:
        self._plate.set_code(view.code)
        self._chip.set_state(view.state, view.tone)
        # Where there is little room, what needs nobody gives way to the stops.
        crew, driven = ("", view.driven if view.rest_is_near else "") if self._low else (view.crew, view.driven)
        for label, said in ((self._lacks, view.lacks), (self._crew, crew), (self._driven, driven)):
            label.setText(said)
            label.setVisible(bool(said))
        self._driven.set_ink("state.ask.ink" if view.rest_is_near else "ink.secondary")


class BusDaySide(SideCard):
    """Signals: `reason_typed`; those of every such column, with a `Doing`."""

    reason_typed = Signal(object)

    heights = ("target.min", "target.button")

    def __init__(self) -> None:
        super().__init__()
        self._title, self._line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._note, self.reason = Label("", "body", "ink.secondary", wrap=True), Field()
        self.doing: dict[Doing, Button] = {
            each: (HeldButton if each in HELD else Button)("", deed=DEEDS.get(each)) for each in Doing
        }
        self._put_together(self._title, self._line, self._note)
        self._shown.addWidget(self.reason)
        self._offer(self.doing, above=ABOVE)
        for button in self.doing.values():
            # Words that have no room take a second line, and make nothing wider.
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.reason.edited.connect(lambda text: self.reason_typed.emit(str(text)))

    def retranslate(self) -> None:
        self.reason.set_label(self.tr("Why"))

    def show_view(self, state: BusDayState, view: BusDayView) -> None:
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        self._note.say(state.note, wrong=state.wrong)
        self.reason.setVisible(not REASONED.isdisjoint(view.offered))
        if self.reason.text() != state.reason:
            self.reason.set_text(state.reason)
        first = next((each for each in view.offered if each not in ABOVE | {Doing.UNDO}), None)
        for doing, button in self.doing.items():
            words = view.doing[doing] if view.doing else ""
            if isinstance(button, HeldButton):
                button.set_act(f"{doing.value} {view.code}", words)
            else:
                button.setText(words)
            button.set_kind(ButtonKind.PRIMARY if doing is first else ButtonKind.SECONDARY)
            button.setVisible(doing in view.offered)
            lacks_reason = doing in REASONED and not state.reason.strip()
            button.setEnabled(doing in view.offered and not state.busy and not lacks_reason)


class BusDayPanel(SidePage):
    """Draws a `BusDayState`.

    Signals: `left`, `stops_asked` to change the stops of its route, `part_chosen` with a `Part`, `stop_chosen` with a place;
    `log_saved` to write what was done as a file; those of its side.
    """

    left = Signal()
    stops_asked = Signal()
    part_chosen = Signal(object)
    stop_chosen = Signal(object)
    log_saved = Signal()

    def __init__(self, words: BusDayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = Label("", "heading")
        self.stops = Button("")
        self.bus, self.parts = BusCard(), Segmented()
        self.save = Button("", icon="file-csv", height=theme.size("target.min"))
        self.side, self._known = BusDaySide(), False
        self._build()
        self.back.clicked.connect(self.left)
        self.stops.clicked.connect(self.stops_asked)
        self.save.clicked.connect(self.log_saved)
        self.parts.chosen.connect(lambda value: self.part_chosen.emit(Part(value)))
        self.list.clicked.connect(lambda index: self.stop_chosen.emit(index.row()))

    def _build(self) -> None:
        parts = QHBoxLayout()
        parts.setSpacing(theme.space(2))
        parts.addWidget(self.parts, 1)
        parts.addWidget(self.save)
        self._put_side_by_side(self._title, self.side, over=(self.bus, parts), beside=(self.stops,))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.side.set_layout(layout)
        self.bus.set_layout(layout)

    def _give_way(self) -> None:
        super()._give_way()
        self.bus.setVisible(self._roomy and self._known)

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self._title.setText(self.tr("Stops and state"))
        self.stops.setText(self.tr("Stops of the route"))
        self.list.setAccessibleName(self.tr("Stops of the bus, who got off, or what was done"))
        self.save.setText("CSV")
        self.save.setAccessibleName(self.tr("Save what was done as CSV"))
        self.side.retranslate()

    def render_state(self, state: BusDayState, now: Instant) -> None:
        """Draw everything the state says, as it is at an instant."""
        view = self._words.view(state, now)
        self._line.setText(view.where)
        self.stops.setVisible(bool(view.code))
        self.bus.show_view(view)
        self.parts.set_options(view.parts)
        self.parts.choose(state.part.value)
        self.parts.setVisible(bool(view.parts))
        self.save.setVisible(state.part is Part.LOG and bool(view.rows))
        self._show_rows(view.rows, view.place)
        self._message.say(view.empty)
        self.side.setVisible(bool(view.code))
        self.side.show_view(state, view)
        self._known = bool(view.code)
        self._give_way()
