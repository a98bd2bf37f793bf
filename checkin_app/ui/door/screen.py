"""The bus door joined to the application: asks for figures, shows verdicts, answers questions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import BusCode, CheckpointId, FactId, bus_of
from checkin_app.domain.outcomes import ANSWERS, Answer, Verdict
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.ports import BusCount, Changed, ChangeSet, RecentScan
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme, words
from checkin_app.ui.door import state as door
from checkin_app.ui.door.canvas import DoorCanvas
from checkin_app.ui.door.side import DoorSide
from checkin_app.ui.door.wording import DoorWording
from checkin_app.ui.shell.actions import Actions, Place
from checkin_app.ui.shell.screen import Screen

#: A scan pressed into the first moments of a question must not answer it.
DEAF_MS = 300
_SHOWN = frozenset({Changed.RIDES, Changed.BUSES, Changed.SCANS, Changed.PRESENCES})


class DoorScreen(Screen):
    """One bus door, over the whole window; `F11` leaves it."""

    #: The shell gives this screen the whole window: at a bus step nothing else matters.
    covers_all = True

    def __init__(self, actions: Actions, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._place = actions, place
        self._wording = DoorWording(words.Telling(place.forum), _stations(place))
        self._bus: BusCode | None = None
        self._state = door.DoorState()
        self._drawn = 0
        self._canvas, self._side = DoorCanvas(), DoorSide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(theme.space(3))
        row.addWidget(self._canvas, 1)
        row.addWidget(self._side)
        self._deaf = _single_shot(self, DEAF_MS, self._listen)
        self._recede = _single_shot(self, theme.timing("goRecedesMs"), self._receded)
        self._canvas.answered.connect(self._chosen)
        self._side.missing_asked.connect(lambda: self.asked_for.emit("manifest"))
        self._side.state_asked.connect(self._move_on)
        self._side.undo_asked.connect(self.undo)

    def retranslate(self) -> None:
        self._render()

    def set_layout(self, layout: theme.Layout) -> None:
        self._canvas.set_layout(layout)
        self._side.set_layout(layout)

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        self._bus = bus_of(checkpoint) if checkpoint else None
        self._fetch()

    def shown(self) -> None:
        self.setFocus()
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _SHOWN:
            self._fetch()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        match result:
            case Done(value=outcome):
                self._take(door.decided(self._state, outcome))
                if outcome.decision.verdict in {Verdict.GO, Verdict.AGAIN}:
                    self._recede.start()
            case Troubled(problem=problem):
                self._take(door.failed(self._state, " ".join(words.problem(problem))))
            case _:
                self._take(door.failed(self._state, self._wording.fault()))
        self._fetch()

    def undo(self) -> None:
        self._actions.scans.undo(None, self._undone)

    def help_text(self) -> str:
        return QCoreApplication.translate(
            "DoorScreen",
            "Scan each badge at the step. Green: aboard. Yellow: answer with 1, 2 or 3. Red: the code shown is the "
            "guest's own bus. F11 leaves the door.",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = event.key() - ord("1")
        if 0 <= index < len(self._canvas.view.answers):
            self._chosen(index)
        else:
            super().keyPressEvent(event)

    def _fetch(self) -> None:
        if self._bus and self.isVisible():
            self._actions.buses.buses(self._counted)

    def _counted(self, result: Result[Sequence[BusCount]]) -> None:
        if not isinstance(result, Done):
            return
        count = next((each for each in result.value if each.bus.code == self._bus), None)
        if count:
            self._state = door.counted(self._state, count)
            self._actions.scans.recent(door.RECENT, CheckpointId(f"bus:{count.bus.code}"), self._listed)
            self._render()

    def _listed(self, result: Result[Sequence[RecentScan]]) -> None:
        if isinstance(result, Done):
            self._state = door.listed(self._state, tuple(result.value))
            self._render()

    def _take(self, state: door.DoorState) -> None:
        self._recede.stop()
        self._state = state
        self._deaf.start()
        self._render()

    def _chosen(self, index: object) -> None:
        scan = door.question(self._state)
        outcome = self._state.outcome
        if self._deaf.isActive() or scan is None or outcome is None or not isinstance(index, int):
            return
        answer = ANSWERS[outcome.decision.reason][index]
        if answer in {Answer.FIND_NAME, Answer.TYPE_NUMBER}:
            self.asked_for.emit("find")
        else:
            self._answer(scan, answer)

    def _answer(self, scan: FactId, answer: Answer) -> None:
        def told(result: Result[ScanOutcome]) -> None:
            if isinstance(result, Done) and result.value.decision.verdict is Verdict.ASK:
                self._receded()
            else:
                self.scanned(result)

        self._actions.scans.answer(scan, answer, told)

    def _move_on(self) -> None:
        following = self._state.next_state
        if self._bus and following:
            self._actions.buses.move_to(self._bus, BusState(following), lambda _result: self._fetch())

    def _undone(self, result: Result[Undone]) -> None:
        if isinstance(result, Troubled):
            self.done_aloud.emit(" ".join(words.problem(result.problem)))
        self._receded()
        self._fetch()

    def _receded(self) -> None:
        self._state = door.cleared(self._state)
        self._render()

    def _listen(self) -> None:
        """The question has been visible long enough to be answered."""

    def _render(self) -> None:
        gap = self._state.repeated != self._drawn and self._drawn > 0
        self._drawn = self._state.repeated
        self._canvas.show_view(self._wording.panel(self._state), gap=gap)
        if self._state.count:
            self._side.show_view(self._wording.side(self._state, self._state.count))


def _stations(place: Place) -> dict[str, str]:
    return {place.station.id: place.station.name}


def _single_shot(parent: QWidget, milliseconds: int, fired: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(fired)
    return timer
