"""Giving badges out: by their own codes or by choice, to whoever takes them along, and taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin_app.domain.changes import Recorded
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.jobs import Collector
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.handing_over import Handing, HandOver
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui.badge_desk import hands
from checkin_app.ui.badge_desk.hands import Given, Hands
from checkin_app.ui.badge_desk.hands_box import HandsBox
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions


class Giving(QObject):
    """Asks about the hands in the desk's state, which `state` tells.

    Signals: `moved_on` with the next `Hands`, `held` with the `DelegateId` whose badge was scanned, `unread` with the
    readings of a scan that is no badge's code, `refused` with why nothing was recorded, in words.
    """

    moved_on = Signal(object)
    held = Signal(object)
    unread = Signal(object)
    refused = Signal(object)

    def __init__(self, actions: Actions, state: Callable[[], Hands], parent: QObject) -> None:
        super().__init__(parent)
        self._badges, self._persons, self._state = actions.badges, actions.persons, state

    def serve(self, box: HandsBox) -> None:
        """Do what is asked by the box that says what was handed over."""
        box.more_asked.connect(self.more)
        box.who_asked.connect(self.ask_who)
        box.as_typed.connect(self.take_along)

    def scan(self, candidates: Sequence[str]) -> None:
        """Hand over the badge that is scanned; whoever is to take badges along is made known by theirs."""
        if self._state().asking:
            self.unread.emit(candidates)
        else:
            self._badges.hand_over(tuple(candidates), partial(self._scanned, candidates))

    def give(self, delegate: DelegateId) -> None:
        """Hand over the valid badge of somebody."""
        self._badges.give(delegate, self._given)

    def more(self) -> None:
        self.moved_on.emit(hands.more_wanted(self._state()))

    def ask_who(self) -> None:
        self.moved_on.emit(hands.who_asked(self._state()))

    def take_along(self, called: str, who: DelegateId | None = None) -> None:
        """Record who takes along what was handed over last."""
        given = self._state().given
        collector = Collector(called.strip(), who)
        jobs = tuple(each.job for each in given)
        self._badges.collected(jobs, collector, partial(self._collected, given, collector.called))

    def take_along_on_record(self, delegate: DelegateId) -> None:
        """Do the same for somebody whose record is known."""
        self._persons.card(delegate, self._card_came)

    def undo(self) -> bool:
        """Take back what was handed over last, and return whether there was anything."""
        given = hands.to_take_back(self._state())
        if given:
            self._badges.hand_back(tuple(each.job for each in given), partial(self._taken_back, given))
        return bool(given)

    def pressed(self, event: QKeyEvent, holder: DelegateId | None) -> bool:
        """Do what a key means that is pressed while nobody types; return whether it means anything here."""
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() == Qt.Key.Key_B and holder:
            self.give(holder)
        elif event.key() == Qt.Key.Key_M:
            self.more()
        elif event.key() == Qt.Key.Key_K:
            self.ask_who()
        else:
            return False
        return True

    def _scanned(self, candidates: Sequence[str], result: Result[HandOver]) -> None:
        if isinstance(result, Done) and result.value.handing is Handing.NO_BADGE:
            self.unread.emit(candidates)
        else:
            self._given(result)

    def _given(self, result: Result[HandOver]) -> None:
        if not isinstance(result, Done):
            self.refused.emit(trouble(result))
        elif result.value.delegate is not None:
            # Whoever it is first: what was told of another person gives way to this.
            self.held.emit(result.value.delegate.id)
            self.moved_on.emit(hands.handed(self._state(), result.value))

    def _card_came(self, result: Result[DelegateCard | None]) -> None:
        if not isinstance(result, Done):
            self.refused.emit(trouble(result))
        elif result.value is not None:
            self.take_along(result.value.delegate.called, result.value.delegate.id)

    def _collected(self, given: tuple[Given, ...], called: str, result: Result[Recorded]) -> None:
        if not isinstance(result, Done):
            self.refused.emit(trouble(result))
        elif self._state().given == given:
            self.moved_on.emit(hands.collected(self._state(), called))

    def _taken_back(self, given: tuple[Given, ...], result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self.moved_on.emit(hands.taken_back(self._state(), given))
        else:
            self.refused.emit(trouble(result))
