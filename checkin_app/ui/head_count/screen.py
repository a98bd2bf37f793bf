"""The head count joined to the application: asks for what counts come to, enters counts, releases, empties, closes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.codes import BadgeCode, parse
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import BusCode
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.head_counts import Tallied
from checkin_app.services.ports.acting import Present
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.proofs import PinHeld, Proof
from checkin_app.ui import theme
from checkin_app.ui.head_count import state as counting
from checkin_app.ui.head_count.panel import HeadCountPanel
from checkin_app.ui.head_count.state import Doing, HeadCountState, Step
from checkin_app.ui.head_count.words import HeadCountWords
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.words import Telling

#: Steps at which somebody is named.
_NAMED = frozenset({Step.RELEASE, Step.CALL, Step.LEAVE})
_SHOWN = frozenset({Changed.BUSES, Changed.PRESENCES, Changed.RIDES})


class HeadCountScreen(StripScreen):
    """Two people count a bus, neither telling the other; it leaves and comes back by what that comes to."""

    def __init__(self, actions: Actions, telling: Telling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._buses, self._operators = actions.counts, actions.buses, actions.operators
        self._words = HeadCountWords(telling)
        self._state = HeadCountState()
        self.panel = HeadCountPanel(self._words)
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        side = self.panel.side
        self.panel.left.connect(self._go_back)
        self.panel.crew_stepped.connect(self._step_crew)
        side.digit.connect(lambda digit: self._become(counting.digit_pressed(self._state, digit)))
        side.cleared.connect(lambda: self._become(counting.digits_cleared(self._state)))
        side.taken_back.connect(lambda: self._become(counting.digit_taken_back(self._state)))
        side.typed.connect(lambda pair: self._become(counting.typed(self._state, *pair)))
        side.roll_turned.connect(lambda: self._become(counting.roll_turned(self._state)))
        side.row_chosen.connect(lambda place: self._become(counting.row_chosen(self._state, place)))
        side.second_chosen.connect(self._choose_second)
        side.asked.connect(self._do)
        side.meant.connect(lambda pair: self._do_meant(*pair))
        side.name_entered.connect(self.setFocus)

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Two people count everybody aboard, the guide and the driver too, and type their numbers one after the other. Enter "
            "locks a number. Where the two differ, others count. Where they agree with the scans, a dispatcher releases the "
            "bus; where they do not, names are called, and only the duty officer releases it. What lasts is held until it is full."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._become(self._state)

    def shown(self) -> None:
        super().shown()
        self._operators.present(self._present)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and Changed.OPERATORS in changes:
            self._operators.present(self._present)
        if self.isVisible() and changes & _SHOWN:
            self._fetch()

    def opened_for(self, subject: str) -> None:
        self._become(counting.bus_opened(self._state, BusCode(subject)))

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        """Take a staff badge as the second person's, where one must approve."""
        code = next((each for each in candidates if isinstance(parse(each), BadgeCode)), None)
        if code is None or not self._state.awaits_second or self._state.busy:
            return False
        self._become(counting.badge_read(self._state, code))
        return True

    # ---- asking

    def _fetch(self) -> None:
        self._actions.tallied(self._listed)

    def _listed(self, result: Result[Sequence[Tallied]]) -> None:
        if not isinstance(result, Done):
            self._become(counting.refused(self._state, trouble(result)))
            return
        self._become(counting.listed(self._state, result.value))
        if self._state.step in _NAMED and self._state.bus:
            self._buses.manifest(self._state.bus, self._named)

    def _named(self, result: Result[Manifest]) -> None:
        if isinstance(result, Done):
            self._become(counting.manifest_listed(self._state, result.value))

    def _present(self, result: Result[Present]) -> None:
        if isinstance(result, Done):
            self._become(counting.operators_listed(self._state, result.value))

    # ---- doing

    def _choose_second(self, place: object) -> None:
        seconds, at = self._state.seconds, int(str(place)) - 1
        self._become(counting.second_chosen(self._state, seconds[at].id if 0 <= at < len(seconds) else None))

    def _step_crew(self, pair: tuple[Crew, int]) -> None:
        told = self._state.told
        if told is not None and not self._state.busy:
            crew = counting.crew_with(told.crew, *pair)
            self._actions.crew(told.bus.code, crew, self._crewed)

    def _crewed(self, result: Result[Recorded]) -> None:
        if not isinstance(result, Done):
            self._become(counting.refused(self._state, trouble(result)))
        self._fetch()

    def _do(self, doing: Doing) -> None:
        state, bus = self._state, self._state.bus
        if bus is None or doing not in state.ready:
            return
        if doing is Doing.COUNT_AGAIN:
            self._become(counting.count_repeated(state))
            return
        self._become(counting.begun(state))
        heard = partial(self._done, doing, bus)
        match doing:
            case Doing.COUNT:
                self._actions.count(bus, state.name, int(state.draft.digits), state.method, heard)
            case Doing.OPEN_DOORS:
                self._buses.move_to(bus, BusState.BOARDING, heard)
            case Doing.REVIEW:
                self._actions.review(bus, heard)
            case Doing.COME_BACK:
                self._actions.come_back(bus, heard)
            case Doing.EMPTY:
                self._actions.empty(bus, state.name, heard)

    def _do_meant(self, doing: Doing, meant: Meant) -> None:
        state, draft, bus = self._state, self._state.draft, self._state.bus
        if bus is None or doing not in state.ready:
            return
        self._become(counting.begun(state))
        heard = partial(self._done, doing, bus)
        match doing:
            case Doing.RELEASE:
                self._actions.release(meant, bus, tuple(sorted(draft.absent)), draft.reason, heard)
            case Doing.RELEASE_SELF if draft.badge is not None:
                self._actions.release_self(meant, bus, draft.badge, heard)
            case Doing.RELEASE_SELF if draft.second is not None:
                self._operators.prove(draft.second, draft.pin, partial(self._proven, meant, bus))
            case Doing.OPEN_AGAIN:
                self._buses.open_again(meant, bus, heard)
            case Doing.LEAVE:
                self._buses.send_off(meant, bus, heard)
            case Doing.CLOSE:
                self._actions.close(meant, bus, heard)
            case Doing.REOPEN:
                self._actions.reopen(meant, bus, draft.reason, heard)

    def _proven(self, meant: Meant, bus: BusCode, result: Result[PinHeld]) -> None:
        heard = partial(self._done, Doing.RELEASE_SELF, bus)
        if isinstance(result, Done):
            proof: Proof = result.value
            self._actions.release_self(meant, bus, proof, heard)
        else:
            self._become(counting.refused(self._state, trouble(result)))

    def _done(self, doing: Doing, bus: BusCode, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            second = self._state.is_half_counted
            self._become(counting.told(self._state, sentence(self._words.said, doing, bus, second=second)))
        else:
            self._become(counting.refused(self._state, trouble(result)))
        self._fetch()

    def _go_back(self) -> None:
        self.asked_for.emit(Destination("manifest", self._state.bus or ""))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or self._state.step is not Step.COUNT:
            super().keyPressEvent(event)
        elif event.text() and event.text() in "0123456789":
            self._become(counting.digit_pressed(self._state, event.text()))
        elif event.key() == Qt.Key.Key_Backspace:
            self._become(counting.digit_taken_back(self._state))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._do(Doing.COUNT)
        else:
            super().keyPressEvent(event)

    def _become(self, state: HeadCountState) -> None:
        self._state = state
        self.panel.render_state(state)
