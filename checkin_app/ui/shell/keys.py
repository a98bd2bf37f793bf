"""The keys of the window, and what F1 says about them."""

from collections.abc import Callable, Container, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words

#: Keys that open a screen from anywhere.
SCREEN_KEYS: Mapping[str, str] = {
    "F2": "find",
    "Ctrl+F": "find",
    "F4": "walk_in",
    "F6": "checkpoint",
    "F7": "operators",
    "F11": "door",
    "Ctrl+P": "badges",
}
#: What a key does, in the order of F1; the third is the screen without which it does nothing.
_LINES = (
    ("F2", QT_TRANSLATE_NOOP("Keys", "Find a person"), "find"),
    ("F3", QT_TRANSLATE_NOOP("Keys", "The record of the person in sight"), "record"),
    ("F4", QT_TRANSLATE_NOOP("Keys", "Register a walk-in"), "walk_in"),
    ("F6", QT_TRANSLATE_NOOP("Keys", "Choose what to check"), "checkpoint"),
    ("F7", QT_TRANSLATE_NOOP("Keys", "Who acts: sign in, or lock"), "operators"),
    ("F11", QT_TRANSLATE_NOOP("Keys", "Bus door"), "door"),
    ("Ctrl P", QT_TRANSLATE_NOOP("Keys", "Badge desk"), "badges"),
    ("Ctrl Z", QT_TRANSLATE_NOOP("Keys", "Undo the last scan"), ""),
    ("1–5", QT_TRANSLATE_NOOP("Keys", "Answer the question"), ""),
    ("B", QT_TRANSLATE_NOOP("Keys", "Badge handed over"), "desk"),
    ("O", QT_TRANSLATE_NOOP("Keys", "Scan people out, or in again"), "desk"),
    ("Ctrl L", QT_TRANSLATE_NOOP("Keys", "Chinese or English"), ""),
    ("Ctrl Shift L", QT_TRANSLATE_NOOP("Keys", "Sunlight"), ""),
    ("Ctrl + –", QT_TRANSLATE_NOOP("Keys", "Larger or smaller text; Ctrl 0 as usual"), ""),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "Back to scanning"), ""),
)


def key_lines(screens: Container[str]) -> tuple[tuple[str, str], ...]:
    """Return the keys that do something in a window with these screens, with their words."""
    return tuple((key, words.say("Keys", said)) for key, said, screen in _LINES if not screen or screen in screens)


def bind(window: QWidget, keys: Mapping[str, Callable[[], None]]) -> None:
    """Make keys do something wherever in the window the focus is; a text field keeps those it needs.

    A key that is held down does it once: Ctrl+Z must not take back scan after scan.
    """
    for key, then in keys.items():
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(then)
