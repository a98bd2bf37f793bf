"""The way to the others, joined to the application: looked for, asked, taken over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.problems_hub import InvitationInvalid
from checkin_app.domain.sync.coming import Coming
from checkin_app.domain.sync.status import ClockOffset
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.ui.first_run.actions import JoinActions, JoinWanted
from checkin_app.ui.first_run.joining import state as joining
from checkin_app.ui.first_run.joining.panel import JoiningPanel
from checkin_app.ui.first_run.joining.state import Agreeing, Asked, JoiningState, Phase
from checkin_app.ui.kit.timers import single_shot

#: Between two questions whether a coordinator has let it in, and before what did not work is tried again.
_ASK_MS, _AGAIN_MS = 2_000, 5_000


class JoiningPage(QObject):
    """Owns how far a laptop is; `moved` carries each `JoiningState`, `through` says that somebody goes on once it is ready."""

    moved = Signal(object)
    through = Signal()

    def __init__(self, actions: JoinActions, panel: JoiningPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._panel = actions, panel
        self._state, self._passphrase = JoiningState(), ""
        self._stop: Callable[[], None] = _nothing
        self._again = single_shot(self, self._do)
        panel.typed.connect(self._typed)
        panel.differ_said.connect(lambda: self._become(joining.disagreed(self._state)))
        panel.stop_asked.connect(self.stop)

    @property
    def state(self) -> JoiningState:
        return self._state

    def begin(self, name: str, passphrase: str) -> None:
        """Go on from the laptop's name: to the hub at once where its invitation was scanned already."""
        self._passphrase = passphrase
        self._become(joining.named(self._state, name))
        if self._state.phase is Phase.LOOKING or (self._state.phase is Phase.CODE and self._state.is_code_whole):
            self.proceed()

    def remember(self, state: JoiningState) -> None:
        """Have what was scanned or typed at hand, for later steps."""
        self._become(state)

    def resume(self, state: JoiningState) -> None:
        """Go on where it was closed."""
        self._become(state)
        if state.phase is not Phase.CODE:
            self._do()

    def scan(self, text: str, *, goes_on: bool) -> None:
        """Take what the scanner read; an invitation goes on by itself where the laptop has its name."""
        self._become(joining.code_scanned(self._state, text))
        if goes_on and self._state.phase is Phase.CODE and self._state.invitation and not self._state.is_in_trouble:
            self.proceed()

    def proceed(self) -> None:
        """Do what the blue button says."""
        state = self._state
        if state.phase is Phase.READY:
            self.through.emit()
        elif state.phase is Phase.WORDS:
            if self._panel.words_seen:
                self._become(joining.agreed(state))
                self._do()
        elif not state.busy:
            if state.phase is Phase.CODE and not state.is_code_whole:
                self._become(joining.troubled(state, InvitationInvalid()))
                return
            if state.phase is Phase.CODE:
                self._become(joining.sought(state))
            self._do()

    def go_back(self) -> None:
        """Go back to the invitation; what is asked meanwhile is heard no more."""
        self._again.stop()
        self._become(joining.gone_back(self._state))

    def stop(self) -> None:
        """Stop what is taken over; what came stays."""
        self._again.stop()
        self._stop()

    # ---- one step

    def _do(self) -> None:
        state = self._state
        if state.busy and state.phase is not Phase.LOOKING:
            return
        self._again.stop()
        match state.phase:
            case Phase.LOOKING if state.invitation is None:
                self._become(joining.begun(state))
                self._actions.pair(state.code, state.hub, self._paired)
            case Phase.LOOKING:
                self._ask(state.code)
            case Phase.ASKING:
                self._ask()
            case Phase.RECEIVING if state.tries_again:
                self._ask()  # the hub may be elsewhere by now
            case Phase.RECEIVING:
                self._become(joining.begun(state))
                self._stop = self._actions.receive(self._came, self._received)

    def _ask(self, code: str = "") -> None:
        state = self._state
        self._become(joining.begun(state))
        wanted = JoinWanted(code, state.hub, state.name, self._passphrase)
        self._actions.join(wanted, partial(self._answered, state.phase))

    def _paired(self, result: Result[Agreeing]) -> None:
        if isinstance(result, Done):
            self._panel.words_seen.renew()
            self._become(joining.paired(self._state, result.value))
        else:
            self._troubled(result)

    def _answered(self, phase: Phase, result: Result[Asked]) -> None:
        if self._state.phase is not phase:
            return  # somebody has gone back meanwhile
        if not isinstance(result, Done):
            self._troubled(result)
            return
        self._passphrase = ""
        self._become(joining.answered(self._state, result.value))
        if self._state.phase is Phase.RECEIVING:
            self._do()
        elif not self._state.is_in_trouble:
            self._again.start(_ASK_MS)

    def _came(self, coming: Coming) -> None:
        former = self._state
        self._state = joining.moved_on(former, coming)
        if former.problem is self._state.problem:
            self._panel.show_how_far(self._state)
        else:
            self._become(self._state)

    def _received(self, result: Result[ClockOffset | None]) -> None:
        self._stop = _nothing
        if isinstance(result, Done):
            self._become(joining.received(self._state, result.value))
        else:
            self._troubled(result)

    def _troubled(self, result: Result[object]) -> None:
        if isinstance(result, Troubled):
            self._become(joining.troubled(self._state, result.problem))
        else:
            self._become(joining.failed(self._state))
        if self._state.tries_again and self._state.phase is not Phase.CODE:
            self._again.start(_AGAIN_MS)

    def _typed(self) -> None:
        """Take what was typed or pasted: a whole invitation goes on by itself, as one that is scanned."""
        before = self._state
        self._become(joining.typed(before, code=self._panel.code.text(), hub=self._panel.hub.text()))
        if self._state.phase is Phase.CODE and self._state.invitation and before.invitation is None:
            self.proceed()

    def _become(self, state: JoiningState) -> None:
        self._state = state
        self.moved.emit(state)


def _nothing() -> None:
    """Stop nothing: nothing has been begun."""
