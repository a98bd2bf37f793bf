"""The checkpoint chooser at work: rows from the forum and the buses, the clock's suggestion, a person's choice."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.checkpoints import by_room_and_clock
from checkin_app.domain.forum import Session
from checkin_app.domain.ids import CheckpointId, RouteId, bus_checkpoint, bus_of
from checkin_app.domain.movements import Direction
from checkin_app.domain.rehearsal import is_rehearsal
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.upkeep import Health
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words
from checkin_app.ui.checkpoint import state as chooser
from checkin_app.ui.checkpoint.panel import CheckpointPanel
from checkin_app.ui.checkpoint.state import CheckpointState, Choice, Kind
from checkin_app.ui.checkpoint.words import CheckpointWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.wall_clock import Now, wall_clock

_TOUCHES = frozenset({Changed.PRESENCES, Changed.BUSES, Changed.RIDES, Changed.FORUM, Changed.DELEGATES})
#: Rows tell minutes, so they need no finer clock; milliseconds.
TICK_MS = 20_000
#: The subject of who is sent here for a bus, whichever.
_BUS = "bus"


class CheckpointScreen(Screen):
    """What does this laptop check now?"""

    def __init__(
        self, actions: Actions, context: StationContext, *, now: Now = wall_clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._now = actions, context, now
        self._state = CheckpointState()
        self._counts: dict[CheckpointId, CheckpointCount] = {}
        self._buses: tuple[BusCount, ...] = ()
        self._seeks_bus = False
        self.panel = CheckpointPanel(CheckpointWords())
        self._connect()
        self._strip = ScanStrip(self.panel.strip, context.telling())
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def _connect(self) -> None:
        panel = self.panel
        panel.day_chosen.connect(self._day)
        panel.chosen.connect(self._choose)
        panel.turned.connect(lambda direction: self._become(chooser.turned(self._state, direction)))
        panel.confirmed.connect(self._take)
        panel.left.connect(self.left)
        panel.clock_asked.connect(self._follow)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(self.tr("Your choice is still open."))
        self.panel.retranslate()
        self._become(said_anew(self._state))
        self._combine()

    def help_text(self) -> str:
        return self.tr(
            "Choose what this laptop checks with the arrows and confirm with Enter. Until then every scan is still "
            "decided for the former one. A choice holds until its session ends, then room and clock pick again; A hands "
            "over to them at once. Choosing a bus leads to its door screen; its doors are opened there."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)
        self.panel.render_state(self._state)

    def opened_for(self, subject: str) -> None:
        """Open on a bus, where a door was asked for: on the day on which one leaves next."""
        self._seeks_bus = subject == _BUS

    def shown(self) -> None:
        self.panel.strip.hide()
        self.setFocus()
        self._tick.start()
        self._combine()
        by_hand = bool(self._actions.laptop.settings().checkpoint)
        self._become(chooser.picked(chooser.opened(self._state), by_hand=by_hand))
        self._actions.laptop.health(self._clocks)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if changes & _TOUCHES and self.isVisible():
            self._fetch()

    def turned(self, direction: Direction) -> None:
        self._become(chooser.direction_taken(self._state, direction))

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self._become(chooser.stationed(self._state, checkpoint))

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._strip.scanned(result)
        self.panel.strip.show()

    # ---- rows

    def _clocks(self, result: Result[Health]) -> None:
        if isinstance(result, Done):
            self._become(chooser.clocks_compared(self._state, result.value.flagged_clocks))

    def _fetch(self) -> None:
        self._actions.scans.checkpoints(self._counts_came)
        self._actions.buses.buses(self._buses_came)

    def _counts_came(self, result: Result[Sequence[CheckpointCount]]) -> None:
        if isinstance(result, Done):
            self._counts = {each.checkpoint: each for each in result.value}
            self._combine()

    def _buses_came(self, result: Result[Sequence[BusCount]]) -> None:
        if isinstance(result, Done):
            self._buses = tuple(result.value)
            self._combine()
            if self._seeks_bus:
                self._seeks_bus = False
                self._become(chooser.bus_sought(self._state))

    def _ticked(self) -> None:
        if self.isVisible():
            self._become(chooser.ticked(self._state, self._context.forum.local(self._now())))
        else:
            self._tick.stop()

    def _combine(self) -> None:
        forum, at = self._context.forum, self._now()
        choices = [self._session(session) for session in forum.sessions]
        visit = forum.session(CheckpointId(forum.visit)) if forum.visit else None
        if visit is not None:
            of_all = self._session(visit)
            routes = {each.id: each.name.in_(words.spoken()) for each in forum.routes}
            # Many buses leave at one time, and a hall's clock is slow to ask.
            leaves = cache(lambda departs: chooser.departure(of_all, departs, forum.wall))
            choices += [_bus(count, of_all, routes, leaves) for count in self._buses]
        picked = by_room_and_clock(forum, self._actions.laptop.settings().room, at)
        rehearsal = is_rehearsal(forum, at)
        self._become(chooser.listed(self._state, tuple(choices), forum.local(at), rehearsal=rehearsal, picked=picked))

    def _session(self, session: Session) -> Choice:
        forum, spoken = self._context.forum, words.spoken()
        starts = forum.in_hall(session.starts)
        counted = self._counts.get(session.checkpoint)
        everybody = len(session.admits) >= len(forum.categories)
        admitted = [each.name.in_(spoken) for each in forum.categories if each.id in session.admits]
        return Choice(
            checkpoint=session.checkpoint,
            kind=Kind.SESSION,
            name=session.name.in_(spoken),
            day=starts.date(),
            starts=starts,
            ends=forum.in_hall(session.ends),
            opens=forum.local(session.opens_at),
            topic=session.topic.in_(spoken),
            place=session.place.in_(spoken),
            admits=() if everybody else tuple(admitted),
            expected=counted.expected if counted else None,
            arrived=counted.arrived if counted else None,
        )

    # ---- what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._become(chooser.moved(self._state, -1))
            case Qt.Key.Key_Down:
                self._become(chooser.moved(self._state, 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_A if self._state.by_hand:
                self._follow()
            case _:
                super().keyPressEvent(event)

    def _choose(self, checkpoint: CheckpointId) -> None:
        self._seeks_bus = False
        self._become(chooser.chosen(self._state, checkpoint))

    def _day(self, day: date) -> None:
        self._seeks_bus = False
        self._become(chooser.day_chosen(self._state, day))
        self.setFocus()

    def _take(self) -> None:
        if self._state.chosen is not None:
            # Kept here: another checkpoint begins with people coming in, before the answer arrives.
            self._actions.scans.choose_checkpoint(self._state.chosen, partial(self._taken, self._state.direction))

    def _taken(self, direction: Direction, result: Result[CheckpointId]) -> None:
        if not isinstance(result, Done):
            self._become(chooser.refused(self._state, trouble(result)))
            return
        self._become(chooser.taken(self._state, result.value, direction))
        self.direction_turned.emit(direction)
        bus = bus_of(result.value)
        if bus:
            self.asked_for.emit(Destination("door", bus))
        else:
            self.left.emit()

    def _follow(self) -> None:
        self._actions.scans.follow_clock(self._followed)

    def _followed(self, result: Result[CheckpointId | None]) -> None:
        if isinstance(result, Done):
            self._become(chooser.picked(chooser.stationed(self._state, result.value), by_hand=False))
            self.left.emit()
        else:
            self._become(chooser.refused(self._state, trouble(result)))

    def _become(self, state: CheckpointState) -> None:
        if state != self._state:
            self._state = state
            self.panel.render_state(state)


def _bus(count: BusCount, visit: Choice, routes: Mapping[RouteId, str], leaves: Callable[[str], datetime]) -> Choice:
    """Return a bus as a checkpoint; `visit` is the session that it leaves for, whose times it shares."""
    bus = count.bus
    return Choice(
        checkpoint=bus_checkpoint(bus.code),
        kind=Kind.BUS,
        name=bus.code,
        day=visit.day,
        starts=leaves(bus.departs),
        ends=visit.ends,
        opens=visit.opens,
        place=bus.bay,
        expected=count.listed,
        arrived=count.aboard,
        seats=count.seats,
        route=routes.get(bus.route, bus.route),
        bus_state=bus.state.value,
    )
