"""By which of two names a badge goes, decided where it is printed: written into the record, and taken back there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.people import Registered
from checkin_app.services.ports.records import Record
from checkin_app.ui.badge_desk import state as desk
from checkin_app.ui.badge_desk.state import BadgeDeskState
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Persons

_LATIN = "prints_latin"


@dataclass(frozen=True, slots=True)
class _Wish:
    who: DelegateId
    latin_alone: bool


class Spelling(QObject):
    """Decides for whoever is in the desk's state, which `state` tells.

    Signals: `moved_on` with the next `BadgeDeskState`, `decided` once a record says something else.
    """

    moved_on = Signal(object)
    decided = Signal()

    def __init__(self, persons: Persons, state: Callable[[], BadgeDeskState], parent: QObject) -> None:
        super().__init__(parent)
        self._persons, self._state = persons, state

    def change(self) -> bool:
        """Let the Latin name stand alone, or both again, and return whether there was anything to decide."""
        state = self._state()
        if state.holder is None or not (state.offers_latin or state.takes_latin_back):
            return False
        wish = _Wish(state.holder.delegate, state.offers_latin)
        self.moved_on.emit(desk.spelling_begun(state))
        self._persons.record(wish.who, partial(self._record_came, wish))
        return True

    def undo(self) -> bool:
        """Take back what was decided just now, and return whether there was anything."""
        return self._state().takes_latin_back and self.change()

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means, and return whether it is for this."""
        mine = event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if mine:
            self.change()
        return mine

    def _record_came(self, wish: _Wish, result: Result[Record | None]) -> None:
        if isinstance(result, Done) and result.value:
            seen = result.value.edits
            self._persons.amend(wish.who, {_LATIN: wish.latin_alone}, seen, partial(self._amended, wish))
        else:  # refused, or taken off the record meanwhile
            self.moved_on.emit(desk.refused(self._state(), trouble(result)))

    def _amended(self, wish: _Wish, result: Result[Registered]) -> None:
        if isinstance(result, Done):
            self.moved_on.emit(desk.spelling_decided(self._state(), wish.who, latin_alone=wish.latin_alone))
            self.decided.emit()
        else:
            self.moved_on.emit(desk.refused(self._state(), trouble(result)))
