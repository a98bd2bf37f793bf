"""What the window asks of each of its screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction
from checkin_app.runtime.lanes import Result
from checkin_app.services.scanning import ScanOutcome, Undone
from checkin_app.ui import theme
from checkin_app.ui.kit.chips import Health


@dataclass(frozen=True, slots=True)
class Destination:
    """Another screen and what to open there: a delegate's id, a bus code, a text to find."""

    screen: str
    subject: str = ""


class Screen(QWidget):
    """One place in the rail.

    Signals: `left` (Esc: back to scanning), `asked_for` with a `Destination`, `done_aloud` with what was just done, in
    words, for the undo bar, `undo_asked` for the last scan of this laptop, `direction_turned` with the `Direction`
    of the scans to come, `kept_for_later` when a question that nobody answered was parked, `let_in` with
    the result of a check-in by name, which is shown like that of a scan, `settings_chosen` with the `Settings` that
    hold from now on, `language_chosen` with the one to speak, `restore_asked` to bring a backup back, `settled` when
    somebody has said what becomes of that for which the window was kept open.
    """

    left = Signal()
    asked_for = Signal(object)
    done_aloud = Signal(object)
    undo_asked = Signal()
    direction_turned = Signal(object)
    kept_for_later = Signal()
    let_in = Signal(object)
    settings_chosen = Signal(object)
    language_chosen = Signal(object)
    restore_asked = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def retranslate(self) -> None:
        """Set every text; called before the first showing and whenever the language changes."""

    def stale(self, changes: ChangeSet) -> None:
        """Fetch again what these changes touched, now if shown, else when next `shown`."""

    def shown(self) -> None:
        """Take the screen's place: it has just become the one in sight."""

    def set_layout(self, layout: theme.Layout) -> None:
        """Take the sizes of a layout."""

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        """Scans are now decided for this checkpoint; None where nothing is open."""

    def stands(self, others: Health, old_since: str | None) -> None:
        """Tell how the laptop stands to the others.

        Args:
            others: what the top bar says of it.
            old_since: when they were met last, where that is so long ago that the lists here may be old; empty where it
                never was, None where it is not.
        """

    def turned(self, direction: Direction) -> None:
        """Scans to come are now counted this way, whoever asked for it."""

    def takes_scan(self, candidates: Sequence[str]) -> bool:  # noqa: ARG002 - screens that use it do
        """Take a scan for this screen's own use while it is open, and return whether it was; nobody is then let in."""
        return False

    def takes_undo(self) -> bool:
        """Take the key that undoes for what was last done on this screen, and return whether it was; no scan is then."""
        return False

    def ticked(self) -> None:
        """About a second has passed."""

    def scanning(self) -> None:
        """A scan arrived and is being decided."""

    def scanned(self, result: Result[ScanOutcome]) -> None:
        """A scan was decided, or could not be: show it, in a strip where a draft stays."""

    def taken_back(self, undone: Undone) -> None:
        """A scan was undone."""

    def keeps_open(self) -> bool:
        """Ask what becomes of what would be lost if the window closed now; return whether anything would."""
        return False

    def opened_for(self, subject: str) -> None:
        """Open on a subject that another screen named, such as a delegate's id."""

    def help_text(self) -> str:
        """Return what F1 says about this screen."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
