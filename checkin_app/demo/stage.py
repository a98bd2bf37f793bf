"""Takes pictures of every screen of the demonstration, off-screen, through the real window."""

from collections.abc import Generator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from checkin_app.bootstrap.window import Desk, new_application
from checkin_app.demo import story as told
from checkin_app.demo.story import Story, StoryClock
from checkin_app.domain.ids import BusCode, CheckpointId, bus_checkpoint
from checkin_app.services.ports import DelegateCard
from checkin_app.ui import words
from checkin_app.ui.shell.screen import Way

SIZES = ((1366, 768), (1024, 768))
#: Long enough for lanes to answer and a verdict's gap to pass on a slow laptop.
_SETTLED_MS = 180
_CLOCK_STEPS = 7
Script = Generator[None, None, None]


def take_pictures(folder: Path, clock: StoryClock, out: Path) -> list[Path]:
    """Open the window on a station and leave a picture of each screen, size and language in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    application = new_application()
    faults: list[BaseException] = []
    desk = Desk(folder, faults.append, clock)
    stage = _Stage(desk, clock, out)
    try:
        desk.begin()
        desk.window.show()
        director = _Director(application, stage.script())
        director.start()
        application.exec()
        director.must_have_ended()
    finally:
        desk.window.close()
        desk.close()
    if faults:
        raise faults[0]
    return stage.taken


class _Director:
    """Runs a script step by step, letting the window settle between two steps."""

    def __init__(self, application: QApplication, script: Iterator[None]) -> None:
        self._application, self._script = application, script
        self._failed: BaseException | None = None

    def start(self) -> None:
        QTimer.singleShot(_SETTLED_MS, self._next)

    def must_have_ended(self) -> None:
        if self._failed:
            raise self._failed

    def _next(self) -> None:
        try:
            ended = next(self._script, "ended") == "ended"
        except BaseException as error:  # noqa: BLE001 - whatever stops the script must stop the waiting too
            self._failed, ended = error, True
        if ended:
            self._application.quit()
        else:
            QTimer.singleShot(_SETTLED_MS, self._next)


class _Stage:
    """What is shown, in the order of the pictures."""

    def __init__(self, desk: Desk, clock: StoryClock, out: Path) -> None:
        self._desk, self._clock, self._out = desk, clock, out
        self._story = Story(desk.station, clock)
        self.taken: list[Path] = []

    def script(self) -> Script:
        for language in words.LANGUAGES:
            self._desk.window.choices.speak(language)
            for size in SIZES:
                self._desk.window.resize(*size)
                yield from self._desk_day(f"{language}-{size[0]}")
                yield from self._door_day(f"{language}-{size[0]}")

    def _desk_day(self, mark: str) -> Script:
        yield from self._at(told.FIRST_DAY + timedelta(minutes=50))
        self._choose(told.OPENING)
        yield from self._open("desk")
        for name, code in self._codes():
            self._desk.window.scan((code,))
            yield
            yield from self._picture(f"desk-{name}-{mark}")
        for screen, subject in (("find", "oy"), ("walk_in", ""), ("checkpoint", ""), ("badges", self._guest()),
                                ("people", ""), ("manifest", "2-1")):  # fmt: skip
            yield from self._open(screen, subject)
            yield from self._picture(f"{screen}-{mark}")

    def _door_day(self, mark: str) -> Script:
        yield from self._at(told.SECOND_DAY + timedelta(minutes=20))
        self._choose(bus_checkpoint(BusCode("2-1")))
        yield from self._open("door")
        yield from self._picture(f"door-ready-{mark}")
        for name, card in self._passengers():
            self._desk.window.scan((self._story.code(card),))
            yield
            yield from self._picture(f"door-{name}-{mark}")

    def _codes(self) -> Iterator[tuple[str, str]]:
        """Yield a code for each verdict of the desk."""
        people = self._story.cards()
        fresh = next(c for c in people if not c.movements.presences and c.delegate.name != c.delegate.latin_name)
        yield "go", self._story.code(fresh)
        yield "again", self._story.code(fresh)
        yield "stop", self._story.code(self._story.named("佐伯 遥"), issue=1)
        yield "undecided", self._story.code(fresh)[:60]

    def _passengers(self) -> Iterator[tuple[str, DelegateCard]]:
        """Yield a passenger for each verdict of the door."""
        waiting = next(card for card in self._story.listed("2-1") if not card.movements.aboard)
        yield "go", waiting
        yield "again", waiting
        yield "wrong-route", self._story.listed("3-2")[3]
        yield "wrong-bus", next(card for card in self._story.listed("2-2") if not card.movements.aboard)

    def _guest(self) -> str:
        return self._story.named("ليلى الحداد").delegate.id

    def _at(self, moment: datetime) -> Script:
        """Move the clock, and wait until the window, which looks at it each second, shows it."""
        self._clock.move_to(moment)
        for _ in range(_CLOCK_STEPS):
            yield

    def _choose(self, checkpoint: CheckpointId) -> None:
        self._desk.choose(checkpoint)

    def _open(self, screen: str, subject: str = "") -> Script:
        self._desk.window.go_to(Way(screen, subject))
        yield

    def _picture(self, name: str) -> Script:
        path = self._out / f"{name}.png"
        self._desk.window.grab().save(str(path))
        self.taken.append(path)
        yield
