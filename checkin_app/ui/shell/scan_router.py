"""Every scan on its way from a scanner to the screen in sight, heard and announced."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Decision, Reason, Verdict
from checkin_app.domain.problems import Problem
from checkin_app.runtime.lanes import Done, Fault, Result, Troubled
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.replies import told as told_of
from checkin_app.ui.sentences import Sentence, sentence
from checkin_app.ui.shell.actions import Scans
from checkin_app.ui.shell.context import context_view
from checkin_app.ui.shell.navigation import Navigation
from checkin_app.ui.shell.sounds import KEPT_FOR_LATER, VERDICT_SOUNDS, Sounds

#: A press that follows another so soon, as in a double click, is one with it and takes back nobody else.
ONE_PRESS_MS = 500


class ScanRouter(QObject):
    """Hands scans over and their outcomes back; none is dropped, whatever is open.

    `troubled` carries words for something that was not done, `undone` words for what was taken back, `read` what the
    scanner added to a code that was read: an `Added`, None where it was plain.
    """

    troubled = Signal(object)
    undone = Signal(object)
    read = Signal(object)

    def __init__(
        self,
        scans: Scans,
        telling: words.Telling,
        sounds: Sounds,
        navigation: Navigation,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.changes_hands: Callable[[Sequence[str]], bool] = lambda _candidates: False
        """Takes the badge of an operator who does not act here, and says whether it was one."""
        self._scans, self._telling, self._sounds = scans, telling, sounds
        self._navigation, self._window = navigation, window
        self.checkpoint: CheckpointId | None = None
        self.direction = Direction.IN
        self._taking_back = False
        self._undo_asked = QElapsedTimer()

    def scan(self, candidates: Sequence[str]) -> None:
        """Take a scan, whatever screen is open; a screen that wants the code itself has it first."""
        if self._navigation.in_sight.takes_scan(candidates) or self.changes_hands(candidates):
            return
        if self.checkpoint is None:
            self.troubled.emit(self.tr("Nothing was recorded: choose what to check with F6, then scan again."))
            return
        for screen in self._navigation.scanning():
            screen.scanning()
        self._scans.scan(tuple(candidates), self.checkpoint, self.direction, self._decided)

    def _decided(self, result: Result[ScanOutcome]) -> None:
        if isinstance(result, Done) and result.value.decision.verdict is not Verdict.UNREADABLE:
            self.read.emit(result.value.added)
        self.scanned(result)

    def scanned(self, result: Result[ScanOutcome]) -> None:
        """Show what a scan came to on the screen in sight, and on the one that Esc returns to."""
        decision = result.value.decision if isinstance(result, Done) else Decision(Reason.NOT_DECIDED)
        for screen in self._navigation.scanning():
            screen.scanned(result)
        self._sounds.play(VERDICT_SOUNDS[decision.verdict])
        self._announce(decision, result.problem if isinstance(result, Troubled) else None)

    def undo_in_sight(self) -> None:
        """Take back what was last done on the screen in sight, or else the last scan."""
        if not self._navigation.in_sight.takes_undo():
            self.undo()

    def undo(self) -> None:
        """Take back the last scan of this laptop; the one before it only once somebody could see which that was."""
        asked_before = self._undo_asked.isValid() and self._undo_asked.elapsed() < ONE_PRESS_MS
        self._undo_asked.start()
        if asked_before or self._taking_back:
            return
        self._taking_back = True
        self._scans.undo(None, self._taken_back)

    def _taken_back(self, result: Result[Undone]) -> None:
        self._taking_back = False
        match result:
            case Done(undone):
                for screen in self._navigation:
                    screen.taken_back(undone)
                self.undone.emit(sentence(self._undone_words, undone))
            case Troubled(problem):
                self.troubled.emit(told_of(problem))
            case Fault():
                self.troubled.emit(Sentence(lambda: self.tr("This could not be taken back; nothing was changed.")))

    def _undone_words(self, undone: Undone) -> str:
        """Name who and where: it may have been long ago, at another checkpoint, and be in no list in sight."""
        name = undone.delegate.name if undone.delegate else self.tr("a guest without details")
        where = context_view(self._telling.forum, undone.checkpoint, "", Direction.IN).title
        said = self.tr("Taken back: {name} · {where}")
        if undone.withdrawn:
            said = self.tr("Taken back: {name} · {where} · not registered any more")
        return said.format(name=bidi.name(name), where=bidi.name(where))

    def keep_for_later(self) -> None:
        self._sounds.play(KEPT_FOR_LATER)

    def _announce(self, decision: Decision, problem: Problem | None) -> None:
        told = words.verdict(decision, self._telling)
        said = words.problem(problem)[0] if problem else told.reason
        event = QAccessibleAnnouncementEvent(self._window, f"{told.word}. {said}")
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
