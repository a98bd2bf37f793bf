"""A bus's day joined to the application: asks how the bus stands, and records what is said of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.ids import BusCode
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.overseeing import Board
from checkin_app.services.ports.bus_log import BusLog
from checkin_app.services.ports.buses import Manifest
from checkin_app.ui.bus_day import log_words
from checkin_app.ui.bus_day import state as days
from checkin_app.ui.bus_day.panel import BusDayPanel
from checkin_app.ui.bus_day.state import REASONED, BusDayState, Day, Doing, Part, day_at
from checkin_app.ui.bus_day.words import BusDayWords
from checkin_app.ui.kit.file_dialogs import documents
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.timers import TWICE_MS, single_shot
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock
from checkin_app.ui.words import Telling

#: How often the driver's clock is said anew.
_MINUTES_MS = 15_000
_SHOWN = frozenset({Changed.BUSES, Changed.PRESENCES, Changed.RIDES, Changed.FORUM})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class BusDayScreen(StripScreen):
    """What befalls one bus before its ride and on it."""

    def __init__(
        self,
        actions: Actions,
        telling: Telling,
        *,
        now: Now = wall_clock,
        folder: Callable[[], Path] = documents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._telling, self._now, self._folder = actions, telling, now, folder
        self._words = BusDayWords(telling)
        self._state = BusDayState()
        self.panel = BusDayPanel(self._words)
        self._connect()
        self.hold(self.panel, telling)
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self.draw)
        # A double click is one thing said, though the button offers the next one by then.
        self._said_lately = single_shot(self, self.draw, TWICE_MS)

    def _connect(self) -> None:
        panel, side = self.panel, self.panel.side
        panel.left.connect(lambda: self.asked_for.emit(Destination("manifest", self._state.bus or "")))
        panel.stops_asked.connect(self._change_stops)
        panel.part_chosen.connect(self._choose_part)
        panel.log_saved.connect(self._save_log)
        panel.stop_chosen.connect(self._choose)
        side.reason_typed.connect(lambda text: self._become(days.reason_typed(self._state, text)))
        side.asked.connect(lambda doing: self._do(doing, None))
        side.meant.connect(lambda pair: self._do(*pair))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Up and down choose a stop. “Arrived” says that the bus came to the one chosen, or to the next; an unscheduled stop is "
            "opened by one tap. A stop that is chosen can be passed by, with a reason, and called at after all. What a bus "
            "lacks before it is ready is named; it is held back or cancelled with a reason, and a held one goes on by opened doors. "
            "Who got off and is expected back is in the second list; the third has what was done, by whom, and what was taken back, "
            "and is saved as CSV. Minutes at the wheel are those of the bus."
        )

    def shown(self) -> None:
        super().shown()
        self._minutes.start(_MINUTES_MS)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _SHOWN:
            self._fetch()

    def opened_for(self, subject: str) -> None:
        """Open on a bus by its code."""
        self._become(days.bus_opened(self._state, BusCode(subject)))

    # ---- asking

    def _fetch(self) -> None:
        self._actions.overseeing.board(self._fetched)

    def _fetched(self, result: Result[Board]) -> None:
        if not isinstance(result, Done):
            self._become(days.refused(self._state, trouble(result)))
            return
        self._become(days.board_fetched(self._state, result.value))
        if self._state.bus and self._day:
            self._actions.buses.manifest(self._state.bus, self._listed)

    def _listed(self, result: Result[Manifest]) -> None:
        if isinstance(result, Done):
            self._become(days.manifest_fetched(self._state, result.value))

        self._fetch_log()

    def _fetch_log(self) -> None:
        if self._state.part is Part.LOG and self._state.bus:
            self._actions.buses.log(self._state.bus, self._logged)

    def _logged(self, result: Result[BusLog]) -> None:
        if isinstance(result, Done):
            self._become(days.log_fetched(self._state, result.value))
        else:
            self._become(days.refused(self._state, trouble(result)))

    @property
    def _day(self) -> Day | None:
        return day_at(self._state, self._telling.forum, self._now())

    # ---- doing

    def _choose(self, place: int) -> None:
        if self._state.part is Part.STOPS and (day := self._day):
            self._become(days.stop_chosen(self._state, day, place))

    def _choose_part(self, part: Part) -> None:
        self._become(days.part_chosen(self._state, part))
        self._fetch_log()

    def _save_log(self) -> None:
        log = self._state.log
        if log is not None:
            at = self._telling.forum.local(self._now()).strftime("%Y-%m-%d %H%M%S")
            path = self._folder() / self._words.file_name(log.bus, at)
            self._actions.buses.save_log(log_words.table(log, self._telling), path, self._saved)

    def _saved(self, result: Result[Path]) -> None:
        if isinstance(result, Done):
            self._become(replace(self._state, note=self._words.saved(str(result.value)), wrong=False))
        else:
            self._become(days.refused(self._state, trouble(result)))

    def _change_stops(self) -> None:
        if day := self._day:
            self.asked_for.emit(Destination("route_stops", f"{day.sight.bus.route} {day.sight.bus.code}"))

    def _do(self, doing: Doing, meant: Meant | None) -> None:
        state, day = self._state, self._day
        if day is None or doing not in day.offered or state.busy or self._said_lately.isActive():
            return
        if doing in REASONED and not state.reason.strip():
            return
        bus = day.sight.bus.code
        if doing in _ELSEWHERE:
            self.asked_for.emit(Destination(_ELSEWHERE[doing], bus))
            return
        say = self._sayings(day, bus, meant).get(doing)
        if say is not None:
            self._said_lately.start()
            self._become(days.begun(state))
            say(self._said)

    def _sayings(
        self, day: Day, bus: BusCode, meant: Meant | None
    ) -> Mapping[Doing, Callable[[Reply[Recorded]], None]]:
        """Return what each button asks for; what has to be meant only where it was."""
        own, buses, reason = self._actions.days, self._actions.buses, self._state.reason
        to, stop = day.next.name if day.next else "", day.chosen.name if day.chosen else ""
        held: Mapping[Doing, Callable[[Reply[Recorded]], None]] = (
            {
                Doing.CANCEL: partial(own.cancel, meant, bus, reason),
                Doing.GO_ON: partial(buses.open_again, meant, bus),
            }
            if meant
            else {}
        )
        return {
            Doing.ARRIVE: partial(own.arrive, bus, to),
            Doing.OPEN: partial(own.open_stop, bus),
            Doing.BOARD: partial(buses.move_to, bus, BusState.BOARDING),
            Doing.READY: partial(own.ready, bus),
            Doing.RUN: partial(buses.move_to, bus, BusState.PLANNED),
            Doing.SKIP: partial(own.skip, bus, stop, reason),
            Doing.RESTORE: partial(own.restore, bus, stop),
            Doing.HOLD: partial(own.hold_back, bus, reason),
            Doing.UNDO: partial(own.undo_stop, bus),
            **held,
        }

    def _said(self, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(days.told(self._state, self._words.done()))
        else:
            self._become(days.refused(self._state, trouble(result)))
        self._fetch()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._state.part is Part.STOPS:
            self._step(step)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        day = self._day
        if day and (to := max(0, day.place + step)) != day.place:
            self._become(days.stop_chosen(self._state, day, to))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()

    def _become(self, state: BusDayState) -> None:
        self._state = state
        lately = self._said_lately.isActive()
        self.panel.render_state(replace(state, busy=state.busy or lately), self._now())


#: What is done on a screen of its own.
_ELSEWHERE: Mapping[Doing, str] = {
    Doing.COUNT: "head_count",
    Doing.FILL_IN: "fleet",
    Doing.SAFE: "emergency",
    Doing.SWAP: "swap",
}
