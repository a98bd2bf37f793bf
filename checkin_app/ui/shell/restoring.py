"""Brings a backup back in a window of its own: which one, what becomes of what is here, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from checkin_app.domain.forum import local
from checkin_app.domain.problems import Problem
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.services.ports.upkeep import BackupFile, Restored
from checkin_app.ui import theme, words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, row
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.fitting import FittingWindow

_WIDTH = 720
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class RestoreActions:
    """What the window may ask for."""

    backups: Callable[[], Sequence[BackupFile]]
    restore: Callable[[Meant, str, Callable[[Result[Restored]], None]], None]


class RestoreWindow(FittingWindow):
    """One backup at a time, the one written last first; `ended` says whether one was brought back."""

    ended = Signal(bool)

    def __init__(self, actions: RestoreActions) -> None:
        super().__init__()
        self._actions, self._backups = actions, tuple(actions.backups())
        self._place, self._restored, self._working = 0, False, False
        self.title, self.text = Label("", "title"), Label("", "bodyLarge", wrap=True)
        self.which, self.detail = Label("", "buttonLarge"), Label("", "body", "ink.secondary")
        self.older, self.newer = Button("", ButtonKind.SECONDARY), Button("", ButtonKind.SECONDARY)
        self.go = HeldButton("", ButtonKind.PRIMARY)
        self.leave = Button("", ButtonKind.SECONDARY, key="Esc")
        self.copy = Button("", ButtonKind.SECONDARY)
        self._aside = ""
        self._card = Card(padding=20)
        self._build()
        self.older.clicked.connect(lambda: self._step(1))
        self.newer.clicked.connect(lambda: self._step(-1))
        self.go.meant.connect(self._restore)
        self.go.clicked.connect(self.close)
        self.leave.clicked.connect(self.close)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._aside))
        self._ask()

    def _build(self) -> None:
        self._card.body.addWidget(self.which)
        self._card.body.addWidget(self.detail)
        steps = row(self.newer, self.older)
        steps.addStretch(1)
        self._card.body.addLayout(steps)
        self.copy.hide()
        foot = row(self.copy, self.leave, self.go)
        foot.insertStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(8)] * 4)
        column.setSpacing(theme.space(4))
        for widget in (self.title, self.text, self._card):
            column.addWidget(widget)
        column.addLayout(foot)
        self.setFixedWidth(theme.widened(_WIDTH))

    def _ask(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        self.title.setText(self.windowTitle())
        self.older.setText(self.tr("Older"))
        self.newer.setText(self.tr("Newer"))
        self.leave.setText(self.tr("Not now"))
        self.copy.setText(self.tr("Copy the folder’s path"))
        if self._backups:
            self._say(
                self.tr(
                    "The backup takes the place of what this laptop holds. What is here is kept in the folder "
                    "“replaced”, and whatever is newer in it and whole is added to the backup. Nothing is deleted."
                )
            )
            self._show_backup()
        else:
            self._card.hide()
            self.go.hide()
            self._say(self.tr("There is no backup here yet. One is written every ten minutes of work."))

    def _say(self, text: str) -> None:
        """Show a text whole: a window does not grow with the lines that its words take."""
        self.text.setText(text)
        self.fit()

    def _show_backup(self) -> None:
        backup = self._backups[self._place]
        # Which hall it is nobody can ask a store that does not open: the laptop's own time, and which that is.
        written = local(backup.written, UTC).astimezone()
        self.which.setText(bidi.code(f"{written:%Y-%m-%d %H:%M %z}"))
        size = bidi.code(f"{backup.size / _MEBIBYTE:.1f} MB")
        count = self.tr("{place} of {count}, {size}")
        self.detail.setText(count.format(place=self._place + 1, count=len(self._backups), size=size))
        self.go.set_act(backup.path, self.tr("Hold: restore this backup"))
        self.newer.setEnabled(self._place > 0)
        self.older.setEnabled(self._place < len(self._backups) - 1)

    def _step(self, by: int) -> None:
        self._place = min(max(0, self._place + by), len(self._backups) - 1)
        self._show_backup()

    def _restore(self, meant: Meant) -> None:
        if self._working:
            return
        self._working = True
        for button in (self.older, self.newer, self.go, self.leave):
            button.setEnabled(False)
        self._say(self.tr("The backup is proven page by page, then it takes its place…"))
        self._actions.restore(meant, self._backups[self._place].path, self._done)

    def _done(self, result: Result[Restored]) -> None:
        self._working = False
        self.go.setEnabled(True)
        self.leave.setEnabled(True)
        match result:
            case Done(value):
                self._show_restored(value)
            case Troubled(problem):
                self._show_problem(problem)
            case _:
                self._show_problem(Problem())

    def _show_problem(self, problem: Problem) -> None:
        self._say(words.in_a_row(words.problem(problem)))
        self._show_backup()

    def _show_restored(self, restored: Restored) -> None:
        self._restored = True
        self._card.hide()
        self.leave.hide()
        self._aside = restored.aside
        self.copy.setVisible(bool(restored.aside))
        self.title.setText(self.tr("The backup is back"))
        self.go.set_lasting(lasting=False)
        self.go.setText(self.tr("Go on with check-in"))
        self.go.setFocus()
        self._say("\n\n".join(self._what_came_of_it(restored)))

    def _what_came_of_it(self, restored: Restored) -> list[str]:
        said = []
        if restored.aside:
            added = self.tr("Newer entries added from what was here: {count}. The former files are kept in {folder}.")
            said.append(added.format(count=words.figure(restored.added), folder=bidi.code(restored.aside)))
        if restored.holding.missing:
            missing = self.tr(
                "Entries recorded here that are missing still: {count}. People let in by them may be let in again."
            )
            said.append(missing.format(count=words.figure(restored.holding.missing)))
        elif restored.holding.doubtful:
            said.append(self.tr("Whether anything that was recorded is missing cannot be told."))
        else:
            said.append(self.tr("Nothing that was recorded here is missing."))
        if restored.others:
            merge = self.tr(
                "Other laptops may hold what is newer: let the event lead bring this one together with {others}."
            )
            said.append(merge.format(others=words.listed(map(bidi.name, restored.others))))
        said.append(self.tr("Badges that were on their way to a printer are asked about before anything is printed."))
        return said

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or (self._restored and event.key() in _ENTER):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the backup is on its way: half a way back is none."""
        if self._working:
            event.ignore()
            return
        self.ended.emit(self._restored)
        super().closeEvent(event)
