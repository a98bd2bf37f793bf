"""The desk at work: takes scans, keys and answers, and keeps its panel in step."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.checkpoints import doors
from checkin_app.domain.ids import CheckpointId, FactId
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer
from checkin_app.runtime.lanes import Done, Fault, Result, Troubled
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme, words
from checkin_app.ui.desk import state as desk
from checkin_app.ui.desk.owed_badge import OwedBadge
from checkin_app.ui.desk.panel import DeskPanel
from checkin_app.ui.desk.state import DeskState, Moment
from checkin_app.ui.desk.words import DeskWords
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.wall_clock import Now, wall_clock

RECENT = 30
#: Answers that lead to another screen as well.
_LEADS: dict[Answer, str] = {Answer.TYPE_NUMBER: "find", Answer.FIND_NAME: "find", Answer.REPRINT: "badges"}
_TOUCHES = frozenset(
    {Changed.SCANS, Changed.PRESENCES, Changed.DELEGATES, Changed.RIDES, Changed.BADGES, Changed.FORUM}
)


class DeskScreen(Screen):
    """For a volunteer with a queue."""

    def __init__(
        self, actions: Actions, telling: words.Telling, *, wall: Now = wall_clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._telling, self._wall = actions, telling, wall
        self._state, self._words = DeskState(), DeskWords(telling)
        self._stale = True
        self._layout = theme.Layout.REGULAR
        self._clock = QElapsedTimer()
        self._clock.start()
        self.panel = DeskPanel(self._words, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._badge = OwedBadge(actions.badges, lambda: self._state, self)
        self._recede = single_shot(self, self._receded)
        self._patience = single_shot(self, self._overdue)
        self._connect()

    @property
    def state(self) -> DeskState:
        return self._state

    @property
    def direction(self) -> Direction:
        return self._state.direction

    def _connect(self) -> None:
        panel = self.panel
        self._badge.moved_on.connect(self._become)
        panel.answer_chosen.connect(lambda place: self._answer_number(place + 1))
        panel.badge_taken.connect(self._badge.hand_over)
        panel.find_asked.connect(lambda: self.asked_for.emit(Destination("find")))
        panel.walk_in_asked.connect(lambda: self.asked_for.emit(Destination("walk_in")))
        panel.undo_asked.connect(self.undo_asked)
        panel.turn_asked.connect(self._turn)
        panel.scan_chosen.connect(self._reopen)
        panel.record_asked.connect(self._open_record)

    def now(self) -> Moment:
        return Moment(self._clock.elapsed())

    # ---- what the window tells

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._render()

    def help_text(self) -> str:
        return self.tr(
            "Scan a badge: the whole panel is the answer. Green: wave on. Yellow: ask, then press the number of the "
            "answer. Red: stop. Dashed: the code was not read, which is never the guest’s fault."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout
        self.panel.set_layout(layout)
        self.retranslate()

    def stands(self, others: Health, old_since: str | None) -> None:  # noqa: ARG002 - the top bar shows how
        self._become(desk.others_known(self._state, old_since))

    def turned(self, direction: Direction) -> None:
        self._become(desk.turned(self._state, direction))

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        if checkpoint != self._state.checkpoint:
            self._become(self._by_the_clock(desk.stationed(self._state, checkpoint)))

    def ticked(self) -> None:
        self._become(self._by_the_clock(self._state))

    def _by_the_clock(self, state: DeskState) -> DeskState:
        return desk.doors_checked(state, doors(self._telling.forum, state.checkpoint, self._wall()))

    def shown(self) -> None:
        self.ticked()
        if self._stale:
            self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if Changed.JOBS in changes and self._state.job:
            self._badge.look()
        if changes & _TOUCHES:
            self._stale = True
            if self.isVisible():
                self._fetch()

    def scanning(self) -> None:
        self._become(desk.scan_begun(self._state, self.now()))
        self._watch()

    def _watch(self) -> None:
        """Look again when the oldest scan that is still being decided has waited too long."""
        left = desk.patience_left(self._state, self.now())
        if left is None:
            self._patience.stop()
        else:
            self._patience.start(max(1, left))

    def scanned(self, result: Result[ScanOutcome]) -> None:
        match result:
            case Done(outcome):
                self._become(desk.decided(self._state, outcome, self.now()))
                self._complete(outcome)
            case Troubled(problem):
                self._become(desk.not_decided(self._state, problem, self.now()))
            case Fault():
                self._become(desk.not_decided(self._state, None, self.now()))
        self._watch()

    def _complete(self, outcome: ScanOutcome) -> None:
        self._recede.start(desk.GO_RECEDES_MS)
        self._badge.ask_objection()
        if outcome.delegate:
            self._actions.persons.card(outcome.delegate.id, self._card_came)

    def taken_back(self, undone: Undone) -> None:
        self._become(desk.undone(self._state, undone))
        self._fetch()

    # ---- what the person at the desk does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if event.isAutoRepeat():
            return
        if text.isdecimal() and len(text) == 1:
            self._answer_number(int(text))
        elif text == "B":
            self._badge.hand_over()
        elif text == "O":
            self._turn()
        elif event.key() == Qt.Key.Key_F3:
            self._open_record()
        else:
            super().keyPressEvent(event)

    def _open_record(self) -> None:
        if person := desk.person_in_sight(self._state):
            self.asked_for.emit(Destination("record", person))

    def _turn(self) -> None:
        back = self._state.direction is Direction.OUT
        self.turned(Direction.IN if back else Direction.OUT)
        self.direction_turned.emit(self._state.direction)

    def _reopen(self, place: int) -> None:
        if 0 <= place < len(self._state.recent):
            scan = self._state.recent[place]
            self._become(desk.reopened(self._state, scan, self.now()))
            if scan.delegate:
                self._actions.persons.card(scan.delegate, self._card_came)

    def _answer_number(self, number: int) -> None:
        answer = desk.answerable(self._state, number, self.now())
        shown = self._state.shown
        if answer is None or shown is None:
            return
        if shown.fact_id is not None:
            self._actions.scans.answer(shown.fact_id, answer, partial(self._answered, shown.fact_id, answer))
        if answer in _LEADS:
            person = desk.person_in_sight(self._state) if answer is Answer.REPRINT else None
            self.asked_for.emit(Destination(_LEADS[answer], person or ""))

    def _answered(self, question: FactId, answer: Answer, result: Result[ScanOutcome]) -> None:
        match result:
            case Done(outcome):
                self._become(desk.answered(self._state, question, answer, outcome, self.now()))
                self._complete(outcome)
            case Troubled(problem):
                self._become(desk.not_decided(self._state, problem, self.now()))
            case Fault():
                self._become(desk.not_decided(self._state, None, self.now()))

    # ---- what comes back

    def _fetch(self) -> None:
        self._stale = False
        self._actions.scans.recent(RECENT, None, self._recent_came)
        self._actions.scans.today(self._counted)
        self._badge.ask_objection()
        if (delegate := desk.person_in_sight(self._state)) is not None:
            self._actions.persons.card(delegate, self._card_came)

    def _card_came(self, result: Result[DelegateCard | None]) -> None:
        if isinstance(result, Done) and result.value is not None:
            self._become(desk.card_fetched(self._state, result.value))

    def _recent_came(self, result: Result[Sequence[RecentScan]]) -> None:
        if isinstance(result, Done):
            self._become(desk.recent_listed(self._state, result.value))

    def _counted(self, result: Result[int]) -> None:
        if isinstance(result, Done):
            self._become(desk.counted(self._state, result.value))

    def _receded(self) -> None:
        self._become(desk.receded(self._state, self.now()))
        if (left := desk.recedes_in(self._state, self.now())) is not None:
            self._recede.start(max(1, left))

    def _overdue(self) -> None:
        before = self._state
        self._become(desk.timed_out(self._state, self.now()))
        # A timer may ring a little early.
        if self._state is before:
            self._watch()

    def _become(self, state: DeskState) -> None:
        if state == self._state:
            return
        parked = len(state.parked) > len(self._state.parked)
        focused = self.focusWidget()
        if state.shown is not self._state.shown and focused and self.panel.verdict.isAncestorOf(focused):
            # The key meant for the former question must not press a button of the next.
            self.setFocus()
        self._state = state
        self._render()
        if parked:
            self.kept_for_later.emit()

    def _render(self) -> None:
        self.panel.render_state(self._state, self.now())
