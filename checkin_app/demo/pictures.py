"""The pictures of the demonstration: every screen and verdict, in each language and on both sizes of laptop."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from pathlib import Path

from checkin_app.demo import story as told
from checkin_app.demo.stage import Stage, staged
from checkin_app.demo.story import StoryClock
from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import words

SIZES = ((1366, 768), (1024, 768))
#: Between two rounds of pictures, so that time never goes back.
_ROUND_MINUTES = 3


def of_the_first_day(folder: Path, clock: StoryClock, out: Path) -> list[Path]:
    """Take pictures of the desk and what is reached from it; return their files in `out`."""
    return _rounds(folder, clock, out, _Day.at_the_desk)


def of_the_second_day(folder: Path, clock: StoryClock, out: Path) -> list[Path]:
    """Take pictures of the door of a bus; return their files in `out`."""
    return _rounds(folder, clock, out, _Day.at_the_door)


def _rounds(folder: Path, clock: StoryClock, out: Path, day: "Callable[[_Day, int], None]") -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with staged(folder, clock) as stage:
        for number, (language, size) in enumerate(product(words.offered(), SIZES)):
            stage.speak(language)
            stage.window.resize(*size)
            day(_Day(stage, out, f"{language}-{size[0]}", taken), number * _ROUND_MINUTES)
    return taken


@dataclass(frozen=True, slots=True)
class _Day:
    """One round of pictures."""

    stage: Stage
    out: Path
    mark: str
    taken: list[Path] = field(default_factory=list)

    def at_the_desk(self, later: int) -> None:
        stage = self.stage
        stage.at(told.FIRST_DAY + timedelta(minutes=50 + later))
        stage.check(told.OPENING)
        stage.open("desk")
        for name, code in self._codes():
            stage.scan(code)
            self._take(f"desk-{name}")
        guest = stage.story.named("ليلى الحداد").delegate.id
        for screen, subject in (("find", "oy"), ("walk_in", ""), ("checkpoint", ""), ("badges", guest),
                                ("people", ""), ("manifest", "2-1")):  # fmt: skip
            stage.open(screen, subject)
            self._take(screen)

    def at_the_door(self, later: int) -> None:
        stage = self.stage
        stage.at(told.SECOND_DAY + timedelta(minutes=20 + later))
        stage.check(bus_checkpoint(BusCode("2-1")))
        stage.open("door")
        self._take("door-ready")
        for name, card in self._passengers():
            stage.scan(stage.story.code(card))
            self._take(f"door-{name}")

    def _codes(self) -> Iterator[tuple[str, str]]:
        """Yield a code for each verdict of the desk."""
        story = self.stage.story
        fresh = next(c for c in story.cards() if not c.movements.presences and c.delegate.name != c.delegate.latin_name)
        yield "go", story.code(fresh)
        yield "again", story.code(fresh)
        yield "stop", story.code(story.named("佐伯 遥"), issue=1)
        yield "undecided", story.code(fresh)[:60]

    def _passengers(self) -> Iterator[tuple[str, DelegateCard]]:
        """Yield a passenger for each verdict of the door."""
        listed = self.stage.story.listed
        waiting = next(card for card in listed("2-1") if not card.movements.aboard)
        yield "go", waiting
        yield "again", waiting
        yield "wrong-route", listed("3-2")[3]
        yield "wrong-bus", next(card for card in listed("2-2") if not card.movements.aboard)

    def _take(self, name: str) -> None:
        path = self.out / f"{name}-{self.mark}.png"
        self.stage.picture().save(str(path))
        self.taken.append(path)
