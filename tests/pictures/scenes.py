"""The scenes that the README shows, played in one go through the demonstration's two days."""

import sys
import threading
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from datetime import timedelta
from pathlib import Path
from unittest import mock

from PIL import Image
from PySide6.QtGui import QFontDatabase, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin_app.demo import story as told
from checkin_app.demo.stage import Stage, staged
from checkin_app.demo.story import StoryClock
from checkin_app.domain.ids import BusCode, bus_checkpoint
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import theme

SIZE = (1366, 768)
_BUS = BusCode("2-1")
#: How many of its passengers are missing when its list is looked at.
_LATE = 4
#: What defines classes of Qt, or is Qt.
_OF_QT = ("PySide6", "checkin_app.ui.", "checkin_app.devices.", "printing.os_queue")
#: Names that Qt knows on every Linux, with no font behind them here.
_ALIASES = {"Monospace", "Sans Serif", "Serif"}
Scene = Iterator[tuple[str, Image.Image]]


def taken(workplace: Path) -> Scene:
    """Yield every picture and its name; each time the same ones.

    Raises:
        RuntimeError: text could be drawn in a font of this computer, or another thread than the screen's loaded Qt.
    """
    station, clock = workplace / "station", StoryClock.put(told.FIRST_DAY)
    with chdir(workplace), _without_chance(), _qt_on_the_screens_thread():
        told.spend_the_morning(station, clock)
        # Not by its whole path, which is shown and is another one each time.
        told.give_printer(station, Path("badges"))
        with staged(station, clock) as stage:
            QApplication.setCursorFlashTime(0)
            if foreign := set(QFontDatabase.families()) - set(theme.load_fonts()) - _ALIASES:
                raise RuntimeError(f"fonts of this computer are in use: {sorted(foreign)}")
            stage.window.resize(*SIZE)
            yield from _first_day(stage)
            yield from _second_day(stage)


def _first_day(stage: Stage) -> Scene:
    stage.speak("en")
    stage.at(told.FIRST_DAY + timedelta(minutes=52))
    stage.check(told.OPENING)
    guest = stage.story.named("Рустам Оюнов")
    stage.open("find")
    QTest.keyClicks(QApplication.focusWidget(), "oy")
    yield "find-en", _picture(stage)
    stage.open("desk")
    stage.scan(stage.story.code(guest))
    yield "desk-go-en", _picture(stage)
    stage.open("badges", guest.delegate.id)
    QTest.keyClicks(QApplication.focusWidget(), "1")
    yield "badges-en", _picture(stage)
    stage.open("desk")
    stage.speak("zh")
    stage.scan(stage.story.code(stage.story.named("佐伯 遥"), issue=1))
    yield "desk-stop-zh", _picture(stage)


def _second_day(stage: Stage) -> Scene:
    stage.at(told.SECOND_DAY)
    stage.tell(lambda: told.reasons(stage.story.boarding()))
    stage.at(told.SECOND_DAY + timedelta(minutes=20))
    stage.check(bus_checkpoint(_BUS))
    stage.open("door")
    story, first, *others = stage.story, *_not_aboard(stage)
    stage.scan(story.code(first))
    yield "door-go-zh", _picture(stage)
    stage.speak("en")
    stage.scan(story.code(story.listed("2-2")[1]))
    yield "door-ask-en", _picture(stage)
    for card in others[:-_LATE]:
        stage.scan(story.code(card))
    stage.open("manifest", _BUS)
    yield "manifest-en", _picture(stage)


def _not_aboard(stage: Stage) -> Iterator[DelegateCard]:
    return (card for card in stage.story.listed(_BUS) if not card.movements.aboard)


def _picture(stage: Stage) -> Image.Image:
    return _image(stage.picture())


def _image(picture: QPixmap) -> Image.Image:
    drawn = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (drawn.width(), drawn.height())
    return Image.frombuffer("RGB", size, bytes(drawn.constBits()), "raw", "RGB", drawn.bytesPerLine(), 1)


@contextmanager
def _qt_on_the_screens_thread() -> Iterator[None]:
    """Look on as modules are loaded: where another thread makes a class of Qt, the process can end (0331)."""
    screens, beside = threading.current_thread(), set[str]()

    def loaded(event: str, args: tuple[object, ...]) -> None:
        if event == "import" and threading.current_thread() is not screens:
            module = str(args[0])
            if module.startswith(_OF_QT):
                beside.add(module)

    sys.addaudithook(loaded)
    yield
    if beside:
        raise RuntimeError(f"loaded beside the screen's thread: {sorted(beside)}")


@contextmanager
def _without_chance() -> Iterator[None]:
    """Give the station the same keys each time: the codes on badges are signed with them."""
    keys = StationKeys.of(bytes(32), bytes(range(32)))
    with mock.patch.object(StationKeys, "generate", lambda: keys):
        yield
