"""The bus door joined to the application: asks for figures, shows verdicts, answers questions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.ids import BusCode, CheckpointId, FactId, bus_of
from checkin_app.domain.outcomes import Answer, Verdict
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.ports.buses import BusCount, Filter, Manifest
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme
from checkin_app.ui.door import state as door
from checkin_app.ui.door.overriding import Overriding
from checkin_app.ui.door.panel import DoorPanel
from checkin_app.ui.door.words import DoorWords
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.settling import SETTLE_MS
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.replies import told
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination, Screen

#: A key pressed into the first moments of a question must not answer it.
DEAF_MS = 300
#: Deciding may take this long before the door says that nothing was decided.
PATIENCE_MS = 1000
_SHOWN = frozenset({Changed.RIDES, Changed.BUSES, Changed.SCANS, Changed.PRESENCES})


class DoorScreen(Screen):
    """One bus door, over the whole window; `F11` leaves it."""

    def __init__(self, actions: Actions, context: StationContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._context = actions, context
        self._words = DoorWords(context.telling())
        self._bus: BusCode | None = None
        self._state = door.DoorState()
        self.panel = DoorPanel(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._deaf = single_shot(self, self._listen, DEAF_MS)
        self._moved = single_shot(self, self._listen, SETTLE_MS)
        self.patience = single_shot(self, self._overdue, PATIENCE_MS)
        self._recede = single_shot(self, self._receded, theme.timing("goRecedesMs"))
        self.panel.answered.connect(self._chosen)
        self.panel.missing_asked.connect(lambda: self.asked_for.emit(Destination("manifest", self._bus or "")))
        self.panel.standby_asked.connect(
            lambda: self.asked_for.emit(Destination("manifest", f"{self._bus} {Filter.STANDBY.value}"))
        )
        self.panel.state_asked.connect(self._move_on)
        self.panel.count_asked.connect(self._go_count)
        self.panel.undo_asked.connect(self.undo_asked)
        self._overriding = Overriding(actions, lambda: self._state, self)
        self._overriding.moved_on.connect(self._become)
        self._overriding.boarded.connect(self._boarded)
        box = self.panel.override
        box.typed.connect(lambda pair: self._become(door.override_typed(self._state, *pair)))
        box.second_chosen.connect(self._overriding.choose_second)
        box.meant.connect(self._overriding.board)
        box.left.connect(self._give_up)

    def retranslate(self) -> None:
        self._state = said_anew(self._state)
        self._render()

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        bus = bus_of(checkpoint) if checkpoint else None
        if bus != self._bus:
            kept = self._state
            self._bus = bus
            self._state = door.DoorState(old_since=kept.old_since, others=kept.others, present=kept.present)
            self._render()
        self._fetch()

    def stands(self, others: Health, old_since: str | None) -> None:
        self._become(door.others_known(self._state, others, old_since))

    def shown(self) -> None:
        self.setFocus()
        self.ticked()
        self.panel.set_left_handed(left_handed=self._actions.laptop.settings().left_handed)
        self._overriding.ask_who_acts()
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and Changed.OPERATORS in changes:
            self._overriding.ask_who_acts()
        if self.isVisible() and changes & _SHOWN:
            self._fetch()

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        """Take a staff badge as the second person's, where one must agree; a guest's is decided on."""
        return self._overriding.takes_badge(candidates)

    @property
    def deaf(self) -> bool:
        """Whether what is in sight came too lately for a key to be meant for it."""
        return self._deaf.isActive()

    def ticked(self) -> None:
        self.panel.show_clock(self._actions.laptop.local_time())

    def scanning(self) -> None:
        if not self.patience.isActive():
            self.patience.start()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self.patience.stop()
        match result:
            case Done(value=outcome):
                self._take(door.decided(self._state, outcome))
                if outcome.decision.verdict in {Verdict.GO, Verdict.AGAIN}:
                    self._recede.start()
            case Troubled(problem=problem):
                self._take(door.failed(self._state, told(problem)))
            case _:
                self._take(door.failed(self._state, self._words.fault()))
        self._fetch()

    def taken_back(self, undone: Undone) -> None:  # noqa: ARG002 - whoever it was, the verdict in sight is old now
        self._receded()
        self._fetch()

    def help_text(self) -> str:
        return QCoreApplication.translate(
            "DoorScreen",
            "Scan each badge at the step. Green: aboard. Yellow: answer with 1, 2 or 3. Red: the code shown is the "
            "guest's own bus. C counts the people on the bus, which then leaves. F11 leaves the door.",
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = event.key() - ord("1")
        if 0 <= index < self.panel.answers:
            if not event.isAutoRepeat():
                self._chosen(index)
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go_count()
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
            if self._state.leaves_next and count.tally.sought:
                self._actions.buses.manifest(count.bus.code, self._named)

    def _named(self, result: Result[Manifest]) -> None:
        if isinstance(result, Done):
            self._state = door.named(self._state, result.value)
            self._render()

    def _listed(self, result: Result[Sequence[RecentScan]]) -> None:
        if isinstance(result, Done):
            self._state = door.listed(self._state, tuple(result.value))
            self._render()

    def _take(self, state: door.DoorState) -> None:
        self._recede.stop()
        if door.asks(self._state):
            self.kept_for_later.emit()
        self._state = state
        self._deaf.start()
        self._render()

    def _chosen(self, index: object) -> None:
        scan = door.question(self._state)
        offered = self._state.answers
        if self.deaf or scan is None or not isinstance(index, int) or not index < len(offered):
            return
        answer = offered[index]
        if answer is Answer.OVERRIDE:
            self._become(door.override_begun(self._state))
        elif answer in {Answer.FIND_NAME, Answer.TYPE_NUMBER}:
            self.asked_for.emit(Destination("find"))
        else:
            self._answer(scan, answer)

    def _answer(self, scan: FactId, answer: Answer) -> None:
        def told(result: Result[ScanOutcome]) -> None:
            if isinstance(result, Done) and result.value.decision.verdict not in {Verdict.GO, Verdict.AGAIN}:
                self._receded()
                self._fetch()
            else:
                self._state = door.cleared(self._state)
                self.scanned(result)

        self._actions.scans.answer(scan, answer, told)

    def _give_up(self) -> None:
        self._become(door.override_dropped(self._state))
        self.setFocus()

    def _boarded(self, result: Result[ScanOutcome]) -> None:
        self._state = door.cleared(self._state)
        self.setFocus()
        self.scanned(result)

    def _become(self, state: door.DoorState) -> None:
        self._state = state
        self._render()

    def _move_on(self) -> None:
        following = self._state.next_state
        if self._bus and following and not self._moved.isActive():
            self._moved.start()
            self._actions.buses.move_to(self._bus, BusState(following), self.moved_on)

    def _go_count(self) -> None:
        """Go where people are counted and the bus leaves; a guest who waits for an answer stays."""
        if self._bus and not door.asks(self._state):
            self.asked_for.emit(Destination("head_count", self._bus))

    def moved_on(self, result: Result[Recorded]) -> None:
        if isinstance(result, Troubled):
            self._take(door.failed(self._state, told(result.problem)))
        else:
            # Nobody boards a bus that leaves on the verdict of the last one who did.
            self._receded()
        self._fetch()

    def _overdue(self) -> None:
        """The outcome may still come and is then shown; until it does, nobody is waved on by the former one."""
        self._take(door.failed(self._state, self._words.fault()))

    def _receded(self) -> None:
        self._state = door.cleared(self._state)
        self._render()

    def _listen(self) -> None:
        """What is in sight has been there long enough to be meant."""

    def _render(self) -> None:
        self.panel.render_state(self._state)
