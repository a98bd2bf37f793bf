"""Characters that no font of this computer has stand by their number, such as ``[U+20BB7]``: never an empty box."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtGui import QFontMetrics

from checkin_app.ui import theme

#: Joiners, marks of direction, controls and blanks need no glyph.
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
#: Private use, on which no two fonts agree, and halves of a pair, which no text may hold.
_MEANINGLESS = frozenset({"Co", "Cs"})
_SELECTORS = re.compile("[\u034f\u115f\u1160\u180b-\u180f\u3164\ufe00-\ufe0f\U000e0100-\U000e01ef]")
#: A sentence that names a character and its number says the number once where it cannot show the character.
_TWICE = re.compile(r"\[(U\+[0-9A-F]{4,6})\] \(\1\)")


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Return `text` as this computer can draw it."""
    shown = _numbered(text)
    return shown if shown == text else _TWICE.sub(r"\1", shown)


def drawable_spans(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `text` as this computer can draw it, and where its `spans` stand there."""

    def moved(at: int) -> int:
        return len(_numbered(text[:at]))

    return _numbered(text), tuple((moved(start), moved(end)) for start, end in spans)


def _numbered(text: str) -> str:
    if text.isascii():
        return text
    return "".join(f"[U+{ord(each):04X}]" if _lacks(each) else each for each in text)


@cache
def _lacks(character: str) -> bool:
    """Return whether neither the fonts that come with the application nor the system's have a character."""
    category = unicodedata.category(character)
    if character.isascii() or category in _UNSEEN or _SELECTORS.match(character):
        return False
    return category in _MEANINGLESS or not QFontMetrics(theme.font_of(16)).inFontUcs4(ord(character))
