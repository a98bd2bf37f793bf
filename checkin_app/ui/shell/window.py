"""The window: a rail of screens, what is being checked, and every scan on its way to the screen in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction
from checkin_app.runtime import settings
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.ports import ChangeSet
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme, words
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.chrome import Rail, TopBar
from checkin_app.ui.shell.actions import Actions, Place
from checkin_app.ui.shell.context import context_view
from checkin_app.ui.shell.health import ScannerState, Watched, healths
from checkin_app.ui.shell.keys import SCREEN_KEYS, key_lines
from checkin_app.ui.shell.overlays import Overlays
from checkin_app.ui.shell.screen import Screen, Way
from checkin_app.ui.shell.sounds import Sounds
from checkin_app.ui.shell.traffic import Traffic
from checkin_app.ui.words_marks import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen of the window."""

    key: str
    """``desk``, ``find``, ``walk_in``, ``checkpoint``, ``door``, ``badges``, ``people``, ``manifest``…"""
    screen: Screen
    icon: str = ""
    """Its icon in the rail; empty for a screen that is reached in another way."""
    full: bool = False
    """Takes the whole window, without rail and top bar: the door."""


#: The words of the rail by the key of a screen.
RAIL_WORDS = {
    "desk": QT_TRANSLATE_NOOP("Rail", "Desk"),
    "door": QT_TRANSLATE_NOOP("Rail", "Bus door"),
    "badges": QT_TRANSLATE_NOOP("Rail", "Badges"),
    "people": QT_TRANSLATE_NOOP("Rail", "People"),
    "manifest": QT_TRANSLATE_NOOP("Rail", "Buses"),
    "overview": QT_TRANSLATE_NOOP("Rail", "Overview"),
    "inbox": QT_TRANSLATE_NOOP("Rail", "Inbox"),
    "settings": QT_TRANSLATE_NOOP("Rail", "Settings"),
}


class MainWindow(QWidget):
    """Owns the screens; bootstrap gives it `Actions`, hands it scans, and tells it what changed.

    `home` is the key of the screen to which Esc returns.
    """

    def __init__(
        self,
        actions: Actions,
        place: Place,
        entries: Sequence[Entry],
        *,
        home: str = "desk",
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__()
        self._actions, self._place, self._home, self._open = actions, place, home, home
        self._entries = {entry.key: entry for entry in entries}
        self._watched, self._layout = Watched(), theme.Layout.REGULAR
        self.sounds = sounds or Sounds(self)
        self.sounds.on = actions.laptop.settings().sound
        self.rail, self.bar, self.stack = Rail(self), TopBar(self), QStackedWidget()
        self.over = Overlays(self)
        telling = words.Telling(place.forum, {place.station.id: place.station.name})
        self.traffic = Traffic(actions.scans, telling, self.sounds, self._scanning_screens, self)
        self._tick = QTimer(self)
        self._build()
        self._connect()
        self._bind_keys()
        self.setMinimumSize(*theme.MINIMUM_SIZE)
        self.retranslate()
        self.go_to(Way(home))

    def _build(self) -> None:
        for entry in self._entries.values():
            self.stack.addWidget(entry.screen)
            if entry.icon:
                self.rail.add(entry.key, entry.icon)
        self.rail.add("language", "translate", foot=True)
        self.rail.add("help", "question", foot=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._rail_chosen)
        self.bar.context_asked.connect(lambda: self.go_to(Way("checkpoint")))
        self.bar.health_asked.connect(self._explain)
        self.over.undo_bar.undone.connect(self.undo)
        help_ = self.over.help
        help_.language_chosen.connect(self.speak)
        help_.theme_chosen.connect(lambda name: self.dress(theme.ThemeName(name)))
        help_.sound_switched.connect(self._switch_sound)
        help_.closed.connect(self.close_help)
        for entry in self._entries.values():
            self._listen_to(entry.screen)
        self._tick.timeout.connect(self._show_clock)
        self._tick.start(1000)

    def _listen_to(self, screen: Screen) -> None:
        screen.left.connect(lambda: self.go_to(Way(self._home)))
        screen.asked_for.connect(self.go_to)
        screen.done_aloud.connect(lambda done: self.over.offer_undo(str(done), self.tr("Undo")))
        screen.undo_asked.connect(self.undo)
        screen.direction_turned.connect(self._turn)
        screen.kept_for_later.connect(self.traffic.keep_for_later)
        screen.let_in.connect(self._let_in)

    def _bind_keys(self) -> None:
        for key, screen in SCREEN_KEYS.items():
            if screen in self._entries:
                self._bind(key, partial(self._toggle, screen))
        for number, entry in enumerate((each for each in self._entries.values() if each.icon), 1):
            self._bind(f"Ctrl+{number}", partial(self.go_to, Way(entry.key)))
        self._bind("F1", self.toggle_help)
        self._bind("Ctrl+L", self._next_language)
        self._bind("Ctrl+Shift+L", self._toggle_sunlight)
        self._bind("Ctrl+Z", self.undo)

    def _bind(self, key: str, then: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(then)

    # ---- scans

    def set_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        """Decide scans for another checkpoint from now on; None where nothing is open."""
        self.traffic.checkpoint = checkpoint
        for entry in self._entries.values():
            entry.screen.at_checkpoint(checkpoint)
        self._show_context()

    def scan(self, candidates: Sequence[str]) -> None:
        """Take a scan, whatever screen is open; candidates are its readings, likeliest first."""
        if self._entries[self._open].screen.takes_scan(candidates):
            return
        if self.traffic.checkpoint is None:
            self.over.notice.say(self.tr("Nothing was recorded: choose what to check with F6, then scan again."))
        else:
            self.traffic.scan(candidates, self.traffic.checkpoint)

    def changed(self, changes: ChangeSet) -> None:
        """Tell every screen what was touched, here or by another process."""
        if changes:
            for entry in self._entries.values():
                entry.screen.stale(changes)

    def undo(self) -> None:
        """Take back the last scan of this laptop."""
        self._actions.scans.undo(None, self._taken_back)

    def _let_in(self, result: Result[ScanOutcome]) -> None:
        """Show a check-in by name where scans are shown."""
        self.go_to(Way(self._home))
        self.traffic.scanned(result)

    def _taken_back(self, result: Result[Undone]) -> None:
        match result:
            case Done(undone):
                for entry in self._entries.values():
                    entry.screen.taken_back(undone)
            case Troubled(problem):
                self.over.notice.say(" ".join(words.problem(problem)))
            case _:
                self.over.notice.say(self.tr("This could not be taken back; nothing was changed."))

    def _turn(self, direction: Direction) -> None:
        self.traffic.direction = direction
        self._show_context()

    def _scanning_screens(self) -> Sequence[Screen]:
        return tuple(dict.fromkeys([self._entries[self._home].screen, self._entries[self._open].screen]))

    # ---- screens

    @property
    def open_screen(self) -> str:
        return self._open

    def go_to(self, way: Way) -> None:
        """Open a screen, on a subject where one is named; a screen that does not exist is passed over."""
        entry = self._entries.get(way.screen)
        if entry is None:
            return
        self._open = way.screen
        self.close_help()
        self.rail.mark(way.screen)
        self.rail.setVisible(not entry.full)
        self.bar.setVisible(not entry.full)
        self.stack.setCurrentWidget(entry.screen)
        # The focus goes to the screen itself, a plain widget, so that no input method stands before a scan.
        entry.screen.setFocus()
        if way.subject:
            entry.screen.opened_for(way.subject)
        entry.screen.shown()

    def _toggle(self, key: str) -> None:
        self.go_to(Way(self._home if self._open == key and key != "find" else key))

    def _rail_chosen(self, key: object) -> None:
        if key == "help":
            self.toggle_help()
        elif key == "language":
            self._next_language()
        else:
            self.go_to(Way(str(key)))

    # ---- words, looks, health

    def speak(self, language: object) -> None:
        words.speak(str(language))
        self._remember(language=words.spoken())
        self.retranslate()

    def dress(self, name: theme.ThemeName) -> None:
        theme.use(name)
        self._remember(theme=settings.Theme(name.value))
        self._show_help()

    def watch(self, watched: Watched) -> None:
        """Show the health of devices and sync."""
        self._watched = watched
        self.bar.set_health(healths(watched, self._layout))

    def retranslate(self) -> None:
        """Set every text of the window and of its screens."""
        self.setWindowTitle(self._place.forum.short_name.in_(words.spoken()))
        for key, entry in self._entries.items():
            if entry.icon:
                self.rail.set_words(key, words.say("Rail", RAIL_WORDS.get(key, key)))
            entry.screen.retranslate()
        self.rail.set_words("language", words.LANGUAGES[words.second()])
        self.rail.set_words("help", self.tr("Help"))
        self.watch(self._watched)
        self._show_context()
        self._show_clock()
        self._show_help()

    def _show_context(self) -> None:
        traffic = self.traffic
        station = self._place.station.name
        self.bar.set_context(context_view(self._place.forum, traffic.checkpoint, station, traffic.direction))

    def _show_clock(self) -> None:
        self.bar.set_clock(self._actions.laptop.local_time())

    def _explain(self, health: object) -> None:
        if isinstance(health, Health):
            self.over.notice.say(f"{health.words}: {health.explanation}" if health.explanation else health.words)

    def toggle_help(self) -> None:
        self.over.help.setVisible(not self.over.help.isVisible())
        self._show_help()

    def close_help(self) -> None:
        self.over.help.hide()

    def _show_help(self) -> None:
        if self.over.help.isVisible():
            text = self._entries[self._open].screen.help_text()
            self.over.help.show_help(text, key_lines(self._entries), sound=self.sounds.on)
            self.over.help.place()

    def _switch_sound(self, on: object) -> None:
        self.sounds.on = bool(on)
        self._remember(sound=bool(on))

    def _remember(self, **choice: object) -> None:
        self._actions.laptop.change_settings(replace(self._actions.laptop.settings(), **choice))  # type: ignore[arg-type]  # names of settings

    def _next_language(self) -> None:
        languages = list(words.LANGUAGES)
        self.speak(languages[(languages.index(words.spoken()) + 1) % len(languages)])

    def _toggle_sunlight(self) -> None:
        bright = theme.current().name is theme.ThemeName.SUNLIGHT
        self.dress(theme.ThemeName.LIGHT if bright else theme.ThemeName.SUNLIGHT)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout = theme.layout_for(self.width(), self.height())
        self.rail.set_compact(compact=self._layout is not theme.Layout.REGULAR)
        self.bar.set_layout(self._layout)
        self.watch(self._watched)
        for entry in self._entries.values():
            entry.screen.set_layout(self._layout)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        plugged = self._watched.scanner is not ScannerState.UNPLUGGED
        if event.type() == QEvent.Type.ActivationChange and plugged:
            # A keyboard scanner types into whichever window is in front.
            heard = ScannerState.READY if self.isActiveWindow() else ScannerState.NOT_HEARD
            self.watch(replace(self._watched, scanner=heard))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        super().closeEvent(event)
