"""A screen on which the forum itself is changed: what was done there last is taken back there, and nothing else is."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.forum import Forum
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.programme import ForumChanged
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui.forum_changes import Made
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.strip_screen import StripScreen


class ForumState(Protocol):
    """What the state of such a screen knows."""

    @property
    def busy(self) -> bool: ...

    @property
    def last(self) -> Made | None: ...


State = TypeVar("State", bound=ForumState)


class Steps(Protocol[State]):
    """How such a state goes on: a screen's module `state`."""

    def forum_read(self, state: State, forum: Forum, /) -> State: ...

    def begun(self, state: State, /) -> State: ...

    def refused(self, state: State, note: str, /) -> State: ...

    def taken_back(self, state: State, forum: Forum, /) -> State: ...


class ForumScreen(StripScreen, Generic[State]):
    """Shows the version of the forum that holds; a screen that is one has its state and says how it is shown."""

    _state: State

    def __init__(
        self, actions: Actions, context: StationContext, steps: Steps[State], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._steps = actions.programme, context, steps
        self._set_last = False
        """Nothing was done in sight since something was changed here."""

    def _become(self, state: State) -> None:
        """Take another state and show it."""

    # ---- what the window tells

    def draw(self) -> None:
        self._read(said_anew(self._state))

    def shown(self) -> None:
        super().shown()
        self._set_last = False
        self._read(self._state)

    def stale(self, changes: ChangeSet) -> None:
        if Changed.FORUM in changes:
            self._read(self._state)

    def takes_undo(self) -> bool:
        """A further press takes back an earlier change or nothing, but never a scan that nobody thinks of here."""
        if self._set_last:
            self._take_back()
        return self._set_last

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._set_last = False
        super().scanned(result)

    def _read(self, state: State) -> None:
        self._become(self._steps.forum_read(state, self._context.forum))

    # ---- taking back

    def _note_change(self, changed: ForumChanged) -> None:
        """Heed that something was changed here last."""
        self._set_last = self._set_last or bool(changed.changes)

    def _take_back(self) -> None:
        last = self._state.last
        if last is not None and not self._state.busy:
            self._become(self._steps.begun(self._state))
            self._actions.take_back(last.changed, self._taken_back)

    def _taken_back(self, result: Result[ForumChanged]) -> None:
        if isinstance(result, Done):
            self._become(self._steps.taken_back(self._state, result.value.forum))
        else:
            self._become(self._steps.refused(self._state, trouble(result)))
