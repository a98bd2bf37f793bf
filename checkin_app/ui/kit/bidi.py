"""Keeps codes, times, phones and names in their own direction inside any sentence (UAX 9).

Unmarked, "3-2" reads "2-3" in an Arabic sentence and sends people to the wrong bus.
"""

from PySide6.QtCore import Qt

LRM, RLM = "\u200e", "\u200f"
LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"


def code(text: str) -> str:
    """Isolate a code, a time, a phone or an n / m left to right."""
    return f"{LRI}{text}{PDI}" if text else ""


def name(text: str) -> str:
    """Isolate a name in the direction of its own first letter."""
    return f"{FSI}{text}{PDI}" if text else ""


def plain(text: str) -> str:
    """Return a text without the marks that `code` and `name` put around parts of it."""
    return text.translate(dict.fromkeys(map(ord, (LRI, FSI, PDI))))


def leading(text: str, direction: Qt.LayoutDirection) -> str:
    """Return a text that a label aligns to the layout's leading edge whatever its script."""
    mark = RLM if direction == Qt.LayoutDirection.RightToLeft else LRM
    return mark + name(text) if text else ""
