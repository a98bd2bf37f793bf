"""The screens of the window, and going from one to another."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.chrome import Rail
from checkin_app.ui.kit.page_stack import PageStack
from checkin_app.ui.shell.keys import SCREEN_KEYS
from checkin_app.ui.shell.screen import Destination, Screen

Making: TypeAlias = Generator[None, None, Screen]
"""A screen that is made a part at a time, so that keys that are pressed meanwhile come between."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen of the window."""

    key: str
    """``desk``, ``find``, ``walk_in``, ``checkpoint``, ``door``, ``badges``, ``people``, ``manifest``…"""
    make: Callable[[], Screen | Making]
    """Makes the screen: called once, when it is first opened or nobody waits for anything."""
    icon: str = ""
    """Its icon in the rail; empty for a screen that is reached in another way."""
    full: bool = False
    """Takes the whole window, without rail and top bar: the door."""
    within: str = ""
    """The screen of the rail that it belongs to, which is marked while it is open."""


#: The words of the rail by the key of a screen.
RAIL_WORDS: Mapping[str, str] = {
    "overview": QT_TRANSLATE_NOOP("Rail", "Overview"),
    "desk": QT_TRANSLATE_NOOP("Rail", "Desk"),
    "badges": QT_TRANSLATE_NOOP("Rail", "Badges"),
    "people": QT_TRANSLATE_NOOP("Rail", "People"),
    "board": QT_TRANSLATE_NOOP("Rail", "Buses"),
    "inbox": QT_TRANSLATE_NOOP("Rail", "Inbox"),
    "settings": QT_TRANSLATE_NOOP("Rail", "Settings"),
}


class Navigation(QObject):
    """Which screens there are and which is open.

    Signals: `made` with a `Screen` that is new and knows nothing yet of where it is, `opened` with the `Entry` that has
    just come in sight.
    """

    made = Signal(object)
    opened = Signal(object)

    def __init__(self, entries: Sequence[Entry], home: str, rail: Rail, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: Mapping[str, Entry] = {entry.key: entry for entry in entries}
        self._made: dict[str, Screen] = {}
        self._begun: dict[str, Making | Screen] = {}
        """What is in the making, and what is made and not among the others yet."""
        self.stack = PageStack()
        self._rail, self._home, self._open = rail, home, home
        self._back = home
        self._others: tuple[Health, str | None] | None = None
        for entry in entries:
            if entry.icon:
                rail.add(entry.key, entry.icon)

    def __iter__(self) -> Iterator[Screen]:
        """Yield the screens that were made: the others hear how things stand when they are."""
        return iter(tuple(self._made.values()))

    @property
    def open(self) -> Entry:
        return self.entries[self._open]

    @property
    def in_sight(self) -> Screen:
        return self.screen(self._open)

    def screen(self, key: str) -> Screen:
        """Return a screen, made now if it was not yet."""
        while key not in self._made:
            self._go_on(key)
        return self._made[key]

    def make_next(self) -> bool:
        """Make a part of a screen that was not made yet, and return whether there was any."""
        key = next((each for each in self.entries if each not in self._made), None)
        if key is not None:
            self._go_on(key)
        return key is not None

    def _go_on(self, key: str) -> None:
        """Make one part of a screen; the last is that it takes its place among the others."""
        begun = self._begun.get(key)
        if begun is None:
            self._begun[key] = self.entries[key].make()
        elif isinstance(begun, Screen):
            del self._begun[key]
            self._take(key, begun)
        else:
            try:
                next(begun)
            except StopIteration as whole:
                self._begun[key] = whole.value

    def _take(self, key: str, screen: Screen) -> None:
        self._made[key] = screen
        self.stack.addWidget(screen)
        screen.settled.connect(lambda: self.stack.window().close())
        self.made.emit(screen)
        if self._others:
            screen.stands(*self._others)

    def tell_others(self, others: Health, old_since: str | None) -> None:
        """Tell every screen how the laptop stands to the others; those to come hear it when they are made."""
        self._others = others, old_since
        for screen in self:
            screen.stands(others, old_since)

    def scanning(self) -> Sequence[Screen]:
        """Return the screens that are told of a scan: the one in sight and those that Esc returns to."""
        return tuple(self.screen(key) for key in dict.fromkeys([self._home, self._back, self._open]))

    def go_to(self, destination: Destination) -> None:
        """Open a screen, on a subject where one is named; a screen that does not exist is passed over."""
        entry = self.entries.get(destination.screen)
        if entry is None:
            return
        screen = self.screen(destination.screen)
        self._open = destination.screen
        if entry.full or destination.screen == self._home:
            self._back = destination.screen
        self._rail.mark(entry.within or destination.screen)
        self.opened.emit(entry)
        self.stack.setCurrentWidget(screen)
        # The focus goes to the screen itself, a plain widget, so that no input method stands before a scan.
        screen.setFocus()
        if destination.subject:
            screen.opened_for(destination.subject)
        screen.shown()

    def keeps_open(self) -> bool:
        """Open the screen on which something would be lost if the window closed now; return whether there is one."""
        for key, screen in self._made.items():
            if screen.keeps_open():
                self.go_to(Destination(key))
                return True
        return False

    def keys(self) -> Mapping[str, str]:
        """Return the keys that open a screen from anywhere, each with the key of its screen."""
        return {key: screen for key, screen in SCREEN_KEYS.items() if screen in self.entries}

    def go_home(self) -> None:
        """Go back to scanning: to the door where it was left for another screen, else to the desk."""
        self.go_to(Destination(self._home if self._open == self._back else self._back))

    def leave_door(self) -> None:
        """Scan at the desk again: this laptop stands at no bus."""
        self._back = self._home
        if self.open.full:
            self.go_home()

    def toggle(self, key: str) -> None:
        """Open a screen by its key, and leave it by the same; a second F2 only asks anew."""
        if self._open == key and key != "find":
            self.go_home()
        else:
            self.go_to(Destination(key))

    def retranslate(self) -> None:
        for key, entry in self.entries.items():
            if entry.icon:
                self._rail.set_words(key, words.say("Rail", RAIL_WORDS.get(key, key)))
        for screen in self:
            screen.retranslate()
