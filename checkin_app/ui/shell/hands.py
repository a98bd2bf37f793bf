"""Whose hands this laptop is in: who has signed in, staff badges as they are scanned, and the lock after a while."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.codes import BadgeCode, parse
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.acting import Present
from checkin_app.ui import words, words_operators
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.leave import Gate
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import Sentence, sentence
from checkin_app.ui.shell.actions import Laptop, Operators

_MINUTE_MS = 60_000


class Hands(QObject):
    """Knows who acts, lets hands change, and lets the window's controls do what they may; scans go on whatever happens here.

    Signals: `changed` when somebody else acts or may do something else, `said` with what is to be told.
    """

    changed = Signal()
    said = Signal(object)

    def __init__(self, operators: Operators, laptop: Laptop, window: QWidget) -> None:
        super().__init__(window)
        self._operators, self._laptop, self._gate = operators, laptop, Gate(window)
        self.present: Present | None = None
        self._pointer = QCursor.pos()
        self._rested = QElapsedTimer()
        self._rested.start()
        self._locking = False
        self._pressed_at: Callable[[], float] = lambda: 0.0
        self._pressed = 0.0

    def hear_keys(self, pressed_at: Callable[[], float]) -> None:
        """Know of keys by what says when one was pressed last."""
        self._pressed_at = pressed_at

    def ask(self) -> None:
        self._operators.present(self._heard)

    def retranslate(self) -> None:
        """Say anew what whoever acts may not do, and who may."""
        self._gate.refuse(words_operators.refusals(self.present.acting) if self.present else {})

    def stale(self, changes: ChangeSet) -> None:
        if Changed.OPERATORS in changes:
            self.ask()

    def touch(self) -> None:
        """Somebody is there: a key, a scan or a click was seen."""
        self._rested.restart()

    def tick(self) -> None:
        """Lock where nobody has been there for as long as the settings say."""
        pointer, pressed = QCursor.pos(), self._pressed_at()
        if (pointer, pressed) != (self._pointer, self._pressed):
            self._pointer, self._pressed = pointer, pressed
            self.touch()
        minutes = self._laptop.settings().lock_minutes
        if minutes and self._is_named and not self._locking and self._rested.elapsed() >= minutes * _MINUTE_MS:
            self._locking = True
            self._operators.lock(self._locked)

    def takes(self, candidates: Sequence[str]) -> bool:
        """Take the badge of an operator who does not act here: it signs in.  Return whether it was one."""
        self.touch()
        if self.present is None or not self.present.badges:
            return False
        for each in candidates:
            code = parse(each)
            if isinstance(code, BadgeCode) and code.delegate in self.present.badges:
                name = next(who.name for who in self.present.operators if who.stands and who.badge == code.delegate)
                self._operators.by_badge(each, partial(self._changed_hands, name))
                return True
        return False

    @property
    def _is_named(self) -> bool:
        return self.present is not None and self.present.acting.is_named

    def _heard(self, result: Result[Present]) -> None:
        if isinstance(result, Done) and result.value != self.present:
            self.present = result.value
            self.retranslate()
            self.changed.emit()

    def _locked(self, result: Result[Recorded]) -> None:
        self._locking = False
        self.touch()
        if isinstance(result, Done):
            self.said.emit(Sentence(lambda: self.tr("Locked, since nobody was here: scans go on, and name nobody.")))

    def _changed_hands(self, name: str, result: Result[Recorded]) -> None:
        # Also when all went well: a scan that shows nothing looks lost, and lets nobody in.
        self.said.emit(sentence(words_operators.signed_in, name) if isinstance(result, Done) else trouble(result))


def _say(source: str) -> str:
    return words.say("Health", source)


def hands_health(present: Present | None) -> tuple[Health, ...]:
    """Return who acts, for the top bar; nothing where the forum has no operators."""
    if present is None or not any(each.stands for each in present.operators):
        return ()
    acting = present.acting
    if acting.is_named and acting.operator:
        name, role = bidi.name(acting.operator.name), words_operators.role(acting.operator.role)
        return (Health("identification-badge", name, explanation=role, screen="operators"),)
    if acting.operator:
        said = _say(QT_TRANSLATE_NOOP("Health", "Signed out: no operator any more"))
        return (Health("identification-badge", said, abnormal=True, screen="operators"),)
    said = _say(QT_TRANSLATE_NOOP("Health", "Nobody signed in"))
    return (Health("identification-badge", said, abnormal=True, screen="operators"),)
