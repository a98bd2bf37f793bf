"""The swap joined to the application: asks what would come of it, lets the other bus take over, follows how far it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.ids import BusCode
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.swaps import SwapStanding
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.swap import state as swapping
from checkin_app.ui.swap.panel import SwapPanel
from checkin_app.ui.swap.state import Doing, SwapState
from checkin_app.ui.swap.words import SwapWords
from checkin_app.ui.words import Telling

_SHOWN = frozenset({Changed.BUSES, Changed.PRESENCES, Changed.RIDES})


class SwapScreen(StripScreen):
    """Everybody changes from one bus to another, which is seen before it is done."""

    def __init__(self, actions: Actions, telling: Telling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._buses = actions.swaps, actions.buses
        self._words = SwapWords(telling)
        self._state = SwapState()
        self.panel = SwapPanel(self._words)
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        panel, side = self.panel, self.panel.side
        panel.left.connect(self._go_back)
        panel.part_chosen.connect(lambda part: self._become(swapping.part_chosen(self._state, part)))
        side.substitute_chosen.connect(self._choose)
        side.cause_chosen.connect(
            lambda cause: self._become(swapping.cause_chosen(self._state, broken=cause == "broken"))
        )
        side.reason_typed.connect(lambda text: self._become(swapping.reason_typed(self._state, text)))
        side.asked.connect(self._do)
        side.meant.connect(lambda pair: self._swap(pair[1]))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Choose the bus that takes over: who would move and who would have no place is shown before anything is changed. The "
            "button is held until it is full. Then everybody is scanned aboard the other bus in the order shown, and the old one is "
            "looked through and closed. It can be taken back until somebody was scanned there."
        )

    def shown(self) -> None:
        super().shown()
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _SHOWN:
            self._fetch()

    def opened_for(self, subject: str) -> None:
        self._become(swapping.bus_opened(self._state, BusCode(subject)))

    # ---- asking

    def _fetch(self) -> None:
        self._buses.buses(self._listed)

    def _listed(self, result: Result[Sequence[BusCount]]) -> None:
        if not isinstance(result, Done):
            self._become(swapping.refused(self._state, trouble(result)))
            return
        self._become(swapping.buses_listed(self._state, result.value))
        if self._state.old:
            self._actions.look(self._state.old, self._looked_at)

    def _looked_at(self, result: Result[SwapStanding | None]) -> None:
        if not isinstance(result, Done):
            self._become(swapping.refused(self._state, trouble(result)))
            return
        self._become(swapping.standing_fetched(self._state, result.value))
        self._foresee()

    def _foresee(self) -> None:
        state = self._state
        if state.old and state.new and not state.is_on:
            self._actions.foresee(state.old, state.new, self._foreseen)

    def _foreseen(self, result: Result[SwapStanding]) -> None:
        if isinstance(result, Done):
            self._become(swapping.outcome_previewed(self._state, result.value))
        else:
            self._become(swapping.refused(self._state, trouble(result)))

    # ---- doing

    def _choose(self, place: object) -> None:
        buses, at = self._state.substitutes, int(str(place)) - 1
        self._become(swapping.substitute_chosen(self._state, buses[at].bus.code if 0 <= at < len(buses) else None))
        self._foresee()

    def _swap(self, meant: Meant) -> None:
        state = self._state
        if Doing.SWAP in state.offered and state.old and state.new and not state.busy:
            self._become(swapping.begun(state))
            heard = partial(self._done, Doing.SWAP)
            self._actions.take_over(meant, state.old, state.new, state.cause, state.reason, heard)

    def _do(self, doing: Doing) -> None:
        state = self._state
        if doing not in state.offered or state.busy or state.old is None or state.standing is None:
            return
        match doing:
            case Doing.EMPTY:
                self.asked_for.emit(Destination("head_count", state.old))
            case Doing.CALM:
                self.asked_for.emit(Destination("emergency", state.old))
            case Doing.OPEN:
                self._become(swapping.begun(state))
                self._buses.move_to(state.standing.new.code, BusState.BOARDING, partial(self._done, doing))
            case Doing.UNDO:
                self._become(swapping.begun(state))
                self._actions.undo_swap(state.old, partial(self._done, doing))

    def _done(self, doing: Doing, result: Result[Recorded] | Result[SwapStanding]) -> None:
        if isinstance(result, Done):
            self._become(swapping.told(self._state, sentence(self._words.done, doing, self._state)))
        else:
            self._become(swapping.refused(self._state, trouble(result)))
        self._fetch()

    def _go_back(self) -> None:
        self.asked_for.emit(Destination("manifest", self._state.old or ""))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.panel.list.setFocus()
            self.panel.list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _become(self, state: SwapState) -> None:
        self._state = state
        self.panel.render_state(state)
