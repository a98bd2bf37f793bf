"""The real window on a demonstration station, off-screen: led from picture to picture, each taken once it stands."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QPixmap

from checkin_app.bootstrap.application import StationApplication
from checkin_app.bootstrap.rounds import freeing_cycles
from checkin_app.bootstrap.window import new_application
from checkin_app.demo.story import Story, StoryClock
from checkin_app.domain.changes import EVERYTHING
from checkin_app.domain.ids import CheckpointId
from checkin_app.ui.kit.settling import SETTLE_MS
from checkin_app.ui.shell.screen import Destination

_LOOK_MS = 5
#: So often in a row it must be found at rest: what was just shown still takes its place in the turns that follow.
_LOOKS = 3
#: Far longer than the slowest laptop takes for one picture.
_PATIENCE_MS = 60_000
#: Between two scans of the story, so that none is as new as another.
_STEP_SECONDS = 12


class Stage:
    """One window and the story told in it; each step returns once the window shows what came of it."""

    def __init__(self, desk: StationApplication, clock: StoryClock, faults: list[BaseException]) -> None:
        self._clock, self._faults = clock, faults
        self.desk, self.window = desk, desk.window
        self.story = Story(desk.station, clock)

    def at(self, moment: datetime) -> None:
        """Let the story go on at another moment."""
        self._clock.move_to(moment)
        self._tick()

    def speak(self, language: str) -> None:
        self.window.choices.speak(language)

    def check(self, checkpoint: CheckpointId) -> None:
        self.desk.choose(checkpoint)
        self.settle()

    def open(self, screen: str, subject: str = "") -> None:
        self.window.go_to(Destination(screen, subject))
        self.settle()

    def scan(self, code: str) -> None:
        """Scan a code, some seconds after what was before."""
        self._clock.pass_by(_STEP_SECONDS)
        self._tick()
        self.window.scan((code,))
        self.settle()

    def tell(self, happened: Callable[[], object]) -> None:
        """Let something happen to the store as another process would have it, and show what came of it."""
        self.desk.writer.submit(happened, lambda _told: self.window.changed(EVERYTHING))
        self.settle()

    def picture(self) -> QPixmap:
        self.settle()
        return self.window.grab()

    def settle(self) -> None:
        """Wait until nothing is under way, and let what goes by itself within a moment go at once.

        Raises:
            RuntimeError: it does not come to rest.
        """
        loop, look, patience, rested = QEventLoop(), QTimer(), QDeadlineTimer(_PATIENCE_MS), 0

        def looked() -> None:
            nonlocal rested
            rested = rested + 1 if self._rests() else 0
            if self._faults or patience.hasExpired() or rested >= _LOOKS:
                loop.quit()

        look.timeout.connect(looked)
        look.start(_LOOK_MS)
        loop.exec()
        look.stop()
        if self._faults:
            raise self._faults[0]
        if patience.hasExpired():
            raise RuntimeError("the window does not come to rest")

    def _rests(self) -> bool:
        if self.desk.busy:
            return False
        timers = self.window.findChildren(QTimer)
        passing = [each for each in timers if each.isSingleShot() and each.isActive() and each.interval() <= SETTLE_MS]
        for timer in passing:
            timer.setInterval(0)
        return not passing

    def _tick(self) -> None:
        """Let the clocks on the screens look at the time."""
        for timer in self.window.findChildren(QTimer):
            if timer.isActive() and not timer.isSingleShot():
                timer.timeout.emit()


@contextmanager
def staged(folder: Path, clock: StoryClock) -> Iterator[Stage]:
    """Yield the window on a station, opened; close it in the end."""
    new_application()
    faults: list[BaseException] = []
    desk = StationApplication(folder, faults.append, clock)
    try:
        with freeing_cycles():
            desk.begin()
            desk.window.show()
            yield Stage(desk, clock, faults)
    finally:
        desk.window.close()
        desk.close()
    if faults:
        raise faults[0]
