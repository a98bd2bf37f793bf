"""The window: a rail of screens, what is being checked, and every scan on its way to the screen in sight."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.ids import CheckpointId, bus_of
from checkin_app.domain.movements import Direction
from checkin_app.runtime.lanes import Result
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words
from checkin_app.ui.kit.chips import Health
from checkin_app.ui.kit.chrome import Rail
from checkin_app.ui.kit.second_clicks import SecondClicks
from checkin_app.ui.kit.top_bar import TopBar
from checkin_app.ui.sentences import Sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.choices import Choices
from checkin_app.ui.shell.context import context_view
from checkin_app.ui.shell.hands import Hands, hands_health
from checkin_app.ui.shell.health import Watched, healths
from checkin_app.ui.shell.keys import bind, key_lines
from checkin_app.ui.shell.navigation import Entry, Navigation
from checkin_app.ui.shell.overlays import Overlays
from checkin_app.ui.shell.scan_router import ScanRouter
from checkin_app.ui.shell.screen import Destination, Screen
from checkin_app.ui.shell.sounds import Sounds
from checkin_app.ui.shell.sync_health import sync_health

__all__ = ["Entry", "MainWindow"]


class MainWindow(QWidget):
    """Owns the screens; bootstrap gives it `Actions`, hands it scans, and tells it what changed.

    `home` is the key of the screen to which Esc returns.
    """

    restore_asked = Signal()
    """Somebody wants to bring a backup back, for which the station must be closed."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        entries: Sequence[Entry],
        *,
        home: str = "desk",
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__()
        self._actions, self._context = actions, context
        self._watched, self._layout = Watched(), theme.Layout.REGULAR
        self.sounds = sounds or Sounds(self)
        self.choices = Choices(actions.laptop, self.sounds, self)
        self.rail, self.bar = Rail(self), TopBar(self)
        self.navigation = Navigation(entries, home, self.rail, self)
        self.over = Overlays(self, self.bar)
        self.hands = Hands(actions.operators, actions.laptop, self)
        self.router = ScanRouter(actions.scans, context.telling(), self.sounds, self.navigation, self)
        self.router.changes_hands = self.hands.takes
        self._tick, self._second_clicks = QTimer(self), SecondClicks(self)
        self._build()
        self._connect()
        self._bind_keys()
        self.setMinimumSize(*theme.MINIMUM_SIZE)
        self.retranslate()
        self.navigation.go_home()

    def _build(self) -> None:
        self.rail.add("language", "translate", foot=True)
        self.rail.add("help", "question", foot=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.navigation.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._rail_chosen)
        self.bar.context_asked.connect(lambda: self.go_to(Destination("checkpoint")))
        self.bar.health_asked.connect(self.explain)
        self.bar.lent.connect(self._show_bar)
        self.over.undo_bar.undone.connect(self.router.undo)
        for told in (self.router.troubled, self.router.undone, self.hands.said):
            told.connect(self.over.notice.remark)
        self.choices.listen_to(self.over.help)
        self.over.help.restore_asked.connect(self.restore_asked)
        self.choices.language_chosen.connect(self.retranslate)
        self.choices.look_chosen.connect(self._show_help)
        self.choices.text_size_chosen.connect(self.take_layout)
        self.choices.adopted.connect(self._show_context)
        self.navigation.made.connect(self._welcome)
        self.navigation.opened.connect(self._opened)
        self.hands.changed.connect(lambda: self.watch(self._watched))
        self._tick.timeout.connect(self._ticked)
        self._tick.timeout.connect(self.hands.tick)
        self._tick.start(1000)

    def _welcome(self, screen: Screen) -> None:
        """Listen to a new screen, and tell it how things stand."""
        screen.left.connect(self._leave)
        screen.asked_for.connect(self.navigation.go_to)
        screen.done_aloud.connect(lambda done: self.over.offer_undo(str(done), self.tr("Undo")))
        screen.undo_asked.connect(self.router.undo)
        screen.direction_turned.connect(self._turn)
        screen.kept_for_later.connect(self.router.keep_for_later)
        screen.let_in.connect(self._let_in)
        self.choices.heed(screen)
        screen.restore_asked.connect(self.restore_asked)
        screen.retranslate()
        screen.set_layout(self._layout)
        screen.at_checkpoint(self.router.checkpoint)
        screen.turned(self.router.direction)

    def _bind_keys(self) -> None:
        bind(self, {key: partial(self._toggle, screen) for key, screen in self.navigation.keys().items()})
        rail = (key for key, entry in self.navigation.entries.items() if entry.icon)
        bind(self, {f"Ctrl+{number}": partial(self.go_to, Destination(key)) for number, key in enumerate(rail, 1)})
        bind(self, {"F1": self.toggle_help, "Ctrl+Z": self.router.undo_in_sight, **self.choices.keys()})

    # ---- scans

    def set_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        """Decide scans for another checkpoint from now on, of people coming in; None where nothing is open."""
        if checkpoint != self.router.checkpoint:
            self._turn(Direction.IN)
            self.over.notice.give_way()
        self.router.checkpoint = checkpoint
        for screen in self.navigation:
            screen.at_checkpoint(checkpoint)
        if not self._at_bus():
            self.navigation.leave_door()
        self._show_context()

    def scan(self, candidates: Sequence[str]) -> None:
        """Take a scan, whatever screen is open; candidates are its readings, likeliest first."""
        self.over.notice.give_way()
        self.router.scan(candidates)

    def changed(self, changes: ChangeSet) -> None:
        """Tell every screen what was touched, here or by another process."""
        if changes:
            for screen in self.navigation:
                screen.stale(changes)

    def _let_in(self, result: Result[ScanOutcome]) -> None:
        """Show a check-in by name where scans are shown."""
        self.navigation.go_home()
        self.router.scanned(result)

    def _turn(self, direction: Direction) -> None:
        self.router.direction = direction
        for screen in self.navigation:
            screen.turned(direction)
        self._show_context()

    # ---- screens

    def go_to(self, destination: Destination) -> None:
        """Open a screen, on a subject where one is named; a screen that does not exist is passed over."""
        self.navigation.go_to(destination)

    def _opened(self, entry: Entry) -> None:
        self.over.help.hide()
        self.rail.setVisible(not entry.full)
        self._show_bar()

    def _toggle(self, key: str) -> None:
        """Open or leave a screen by its key; a door needs a bus first."""
        if self.navigation.entries[key].full and not self._at_bus():
            self.over.notice.remark(Sentence(lambda: self.tr("Choose the bus; its door opens then.")))
            self.go_to(Destination("checkpoint", "bus"))
        else:
            self.navigation.toggle(key)

    def _at_bus(self) -> bool:
        return self.router.checkpoint is not None and bus_of(self.router.checkpoint) is not None

    def _leave(self) -> None:
        """Close what lies over the screen first: Esc then stands on the help, not on the form below it."""
        if self.over.help.isVisible():
            self.over.help.hide()
        else:
            self.navigation.go_home()

    def _rail_chosen(self, key: object) -> None:
        if key == "help":
            self.toggle_help()
        elif key == "language":
            self.choices.speak_next()
        else:
            self.go_to(Destination(str(key)))

    # ---- words, looks, health

    def watch(self, watched: Watched) -> None:
        """Show the health of devices and sync."""
        self._watched = watched
        self.rail.set_counts({"inbox": watched.contradictions, "badges": watched.asked})
        self.bar.set_health(items := (*hands_health(self.hands.present), *healths(watched, self._layout)))
        self.over.notice.holds_of(items)
        self.navigation.tell_others(sync_health(watched.sync, watched.last_exchange), watched.old_since)
        self._show_bar()

    def _show_bar(self) -> None:
        """A door has the whole window, unless its scans are not heard or do not count, or something is said."""
        self.bar.setVisible(self._watched.vain or self.bar.occupied or not self.navigation.open.full)

    def retranslate(self) -> None:
        """Set every text of the window and of its screens."""
        self.setWindowTitle(self._context.forum.short_name.in_(words.spoken()))
        self.navigation.retranslate()
        self.hands.retranslate()
        self.rail.set_words("language", words.offered()[words.second()])
        self.rail.set_words("help", self.tr("Help"))
        self.over.notice.retranslate()
        self.watch(self._watched)
        self._show_context()
        self.bar.set_clock(self._actions.laptop.local_time())
        self._show_help()

    def _show_context(self) -> None:
        router = self.router
        named = self._actions.laptop.settings().station_name or self._context.station.name
        self.bar.set_context(context_view(self._context.forum, router.checkpoint, named, router.direction))

    def _ticked(self) -> None:
        self.bar.set_clock(self._actions.laptop.local_time())
        self.navigation.in_sight.ticked()

    def explain(self, health: object) -> None:
        """Say what a health item means, and the next step: on the screen that shows all of it, where there is one."""
        if isinstance(health, Health) and health.screen in self.navigation.entries:
            self.go_to(Destination(health.screen))
        elif isinstance(health, Health):
            self.over.explain(health)

    def toggle_help(self) -> None:
        self.over.help.setVisible(not self.over.help.isVisible())
        self._show_help()

    def _show_help(self) -> None:
        if self.over.help.isVisible():
            text = self.navigation.in_sight.help_text()
            self.over.help.show_help(text, key_lines(self.navigation.entries), sound=self.sounds.on)
            self.over.help.place()

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.take_layout()

    def take_layout(self) -> None:
        """Give everything its sizes: the window's have changed, or those of text."""
        self._layout = theme.layout_for(self.width(), self.height())
        self.rail.set_compact(compact=self._layout is not theme.Layout.REGULAR, low=self._layout.low)
        self.bar.set_layout(self._layout)
        self.watch(self._watched)
        for screen in self.navigation:
            screen.set_layout(self._layout)
        self.over.help.place()
        self._show_help()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        super().closeEvent(event)
