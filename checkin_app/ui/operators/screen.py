"""Who acts: people sign in here, and a lead says who the operators are."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.codes import BadgeCode, parse
from checkin_app.domain.ids import OperatorId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.operator_import import OperatorsTaken
from checkin_app.services.ports.acting import NotApplied, Present
from checkin_app.services.proofs import PinHeld
from checkin_app.ui.kit import file_dialogs
from checkin_app.ui.kit.file_dialogs import Then
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.operators import state as operators
from checkin_app.ui.operators.panel import OperatorsPanel
from checkin_app.ui.operators.state import Doing, OperatorsState
from checkin_app.ui.operators.words import OperatorsWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.words import Telling

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
#: After these a PIN comes next, as when the page is opened.
_BEFORE_SIGNING_IN = frozenset({Doing.SET_PIN, Doing.LOCK})


class OperatorsScreen(StripScreen):
    """The operators of the forum, and whoever acts on this laptop."""

    def __init__(
        self,
        actions: Actions,
        telling: Telling,
        *,
        ask_list: Callable[[Then], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask_file = ask_list or partial(file_dialogs.ask_list, self, self.tr("Choose a list of operators"))
        self._actions = actions.operators
        self._words = OperatorsWords(telling)
        self._state = OperatorsState()
        self.panel = OperatorsPanel(self._words)
        self._just_opened = False
        self.panel.row_chosen.connect(self._choose)
        self.panel.asked.connect(self._do)
        self.panel.revocation_meant.connect(self._revoke)
        self.panel.card.typed.connect(lambda pair: self._become(operators.typed(self._state, *pair)))
        self.panel.card.role_chosen.connect(lambda role: self._become(operators.role_chosen(self._state, role)))
        self.hold(self.panel, telling)

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        told = self.tr(
            "Whoever signs in is named in everything that is recorded here. A staff badge signs in wherever it is scanned, a "
            "PIN on this screen. Who may do what:"
        )
        return f"{told}\n{self._words.roles_told()}"

    def shown(self) -> None:
        super().shown()
        self._become(operators.screen_opened(self._state))
        if self._state.looks_at_kept:
            self._actions.not_applied(self._kept)
        self._just_opened = True
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and Changed.OPERATORS in changes:
            self._fetch()

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        """Take a badge as the staff badge of the one looked at, once that was asked for."""
        operator = self._state.operator
        code = next((found for each in candidates if isinstance(found := parse(each), BadgeCode)), None)
        if not self._state.awaits_badge or operator is None or code is None:
            return False
        self._become(operators.begun(self._state))
        heard = partial(self._done, Doing.ENTER_BADGE, operator.id, operator.name)
        self._actions.change(operator.id, None, code.delegate, heard)
        return True

    # ---- asking

    def _fetch(self) -> None:
        self._actions.present(self._listed)

    def _listed(self, result: Result[Present]) -> None:
        if isinstance(result, Done):
            self._become(operators.listed(self._state, result.value))
            if self._just_opened:
                self._just_opened = False
                self._await_pin()
        else:
            self._become(operators.refused(self._state, trouble(result)))

    def _choose(self, place: object) -> None:
        self._become(operators.row_chosen(self._state, int(str(place))))
        self._await_pin()
        if self._state.looks_at_kept and self._state.kept is None:
            self._actions.not_applied(self._kept)

    def _kept(self, result: Result[Sequence[NotApplied]]) -> None:
        if isinstance(result, Done):
            self._become(operators.kept_fetched(self._state, result.value))
        else:
            self._become(operators.refused(self._state, trouble(result)))

    def _await_pin(self) -> None:
        """Let a PIN be typed at once, where one signs in."""
        if Doing.SIGN_IN in self._state.may:
            self.panel.card.fields["pin"].line.setFocus()

    # ---- doing

    def _do(self, doing: Doing) -> None:
        state, draft, operator = self._state, self._state.draft, self._state.operator
        if doing not in state.ready:
            return
        if doing is Doing.ENTER_BADGE:
            self._become(operators.badge_awaited(state))
            return
        if doing is Doing.TAKE_LIST:
            self._ask_file(self._take_list)
            return
        name = operator.name if operator else draft.name
        self._become(operators.begun(state))
        heard = partial(self._done, doing, state.chosen, name)
        match doing:
            case Doing.ADD:
                self._actions.add(name, state.role, heard)
            case Doing.LOCK:
                self._actions.lock(heard)
            case Doing.SIGN_IN if operator:
                self._actions.prove(operator.id, draft.pin, partial(self._proven, name))
            case Doing.SET_PIN if operator:
                self._actions.set_pin(operator.id, draft.new_pin, heard)
            case Doing.CHANGE_ROLE if operator:
                self._actions.change(operator.id, state.role, None, heard)

    def _take_list(self, file: Path) -> None:
        self._become(operators.begun(self._state))
        self._actions.take_list(file, self._list_taken)

    def _list_taken(self, result: Result[OperatorsTaken]) -> None:
        if isinstance(result, Done):
            self._become(operators.told(self._state, sentence(self._words.list_taken, result.value), None))
        else:
            self._become(operators.refused(self._state, trouble(result)))
        self._fetch()

    def _revoke(self, meant: Meant) -> None:
        operator, reason = self._state.operator, self._state.draft.reason
        if operator is not None and Doing.REVOKE in self._state.ready:
            self._become(operators.begun(self._state))
            heard = partial(self._done, Doing.REVOKE, operator.id, operator.name)
            self._actions.revoke(meant, operator.id, reason, heard)

    def _proven(self, name: str, result: Result[PinHeld]) -> None:
        if isinstance(result, Done):
            held = result.value
            self._actions.sign_in(held, partial(self._done, Doing.SIGN_IN, held.operator, name))
        else:
            self._become(operators.refused(self._state, trouble(result)))
            self.panel.card.fields["pin"].line.setFocus()

    def _done(self, doing: Doing, operator: OperatorId | None, name: str, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(operators.told(self._state, sentence(self._words.said, doing, name), operator))
            self._just_opened |= doing in _BEFORE_SIGNING_IN
        else:
            self._become(operators.refused(self._state, trouble(result)))
        self._fetch()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _STEPS.get(Qt.Key(event.key())):
            self._choose(self._state.place + step)
        else:
            super().keyPressEvent(event)

    def _become(self, state: OperatorsState) -> None:
        self._state = state
        self.panel.render_state(state)
