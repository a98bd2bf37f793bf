"""A verdict that is overridden: who may, who agrees, and what came of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.codes import BadgeCode, parse
from checkin_app.domain.ids import FactId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.ports.acting import Present
from checkin_app.services.proofs import PinHeld, Proof
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui.door import state as door
from checkin_app.ui.door.state import DoorState
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions


class Overriding(QObject):
    """Overrides the verdict in the door's state, which `state` tells.

    Signals: `moved_on` with the door's next state, `boarded` with the result of an override that was recorded.
    """

    moved_on = Signal(object)
    boarded = Signal(object)

    def __init__(self, actions: Actions, state: Callable[[], DoorState], parent: QObject) -> None:
        super().__init__(parent)
        self._scans, self._operators, self._state = actions.scans, actions.operators, state

    def ask_who_acts(self) -> None:
        self._operators.present(self._present)

    def takes_badge(self, candidates: Sequence[str]) -> bool:
        """Take a staff badge as the second person's, where one must agree; return whether it was one."""
        state = self._state()
        if not state.awaits_second or state.present is None:
            return False
        for text in candidates:
            code = parse(text)
            if isinstance(code, BadgeCode) and code.delegate in state.present.badges:
                self.moved_on.emit(door.badge_read(state, text))
                return True
        return False

    def choose_second(self, place: object) -> None:
        seconds, at = self._state().seconds, int(str(place)) - 1
        second = seconds[at].id if 0 <= at < len(seconds) else None
        self.moved_on.emit(door.second_chosen(self._state(), second))

    def board(self, meant: Meant) -> None:
        """Let the guest board; where a PIN was typed, once it is found right."""
        state = self._state()
        scan, draft = door.question(state), state.draft
        if scan is None or draft is None or draft.ground is None or not state.may_board:
            return
        wish = OverrideWish(scan, draft.ground, draft.text, draft.by)
        self.moved_on.emit(door.override_asked(state))
        if state.awaits_second and draft.badge is None and draft.second:
            self._operators.prove(draft.second, draft.pin, partial(self._proven, meant, wish))
        else:
            self._scans.override(meant, wish, draft.badge, partial(self._overridden, scan))

    def _present(self, result: Result[Present]) -> None:
        if isinstance(result, Done):
            self.moved_on.emit(door.operators_listed(self._state(), result.value))

    def _proven(self, meant: Meant, wish: OverrideWish, result: Result[PinHeld]) -> None:
        if isinstance(result, Done):
            proof: Proof = result.value
            self._scans.override(meant, wish, proof, partial(self._overridden, wish.scan))
        else:
            self.moved_on.emit(door.override_refused(self._state(), trouble(result)))

    def _overridden(self, scan: FactId, result: Result[ScanOutcome]) -> None:
        """Tell what came of it; where another guest was scanned meanwhile, their verdict stays."""
        if door.question(self._state()) != scan:
            return
        if isinstance(result, Done):
            self.boarded.emit(result)
        else:
            self.moved_on.emit(door.override_refused(self._state(), trouble(result)))
