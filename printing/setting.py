"""Texts set on paper: each wrapped to its width, one under another or side by side; none is cut in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from printing.fit import Fitted, wrapped
from printing.fonts import Weight
from printing.paper import Paper
from printing.text import printable

INK, QUIET = "#0E1917", "#3F4D49"
_LONGEST = 180
"""Characters of one entry; a longer one says how many more it has."""
_TALLEST = 2.4
"""Of the type size: marks stacked beyond this may touch the line above."""


@dataclass(frozen=True, slots=True)
class Style:
    size: float
    weight: Weight = Weight.REGULAR
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Part:
    """A text that was set, and where its top left stands in mm."""

    left: float
    top: float
    text: Fitted
    ink: str

    @property
    def bottom(self) -> float:
        return self.top + self.text.height

    @property
    def right(self) -> float:
        return self.left + max((self.text.width(line) for line in self.text.lines), default=0.0)

    def at(self, dx: float, dy: float) -> "Part":
        return replace(self, left=self.left + dx, top=self.top + dy)

    def draw(self, paper: Paper) -> None:
        y = self.top
        for line in self.text.lines:
            y += self.text.ascent(line)
            paper.line(self.left, y, line, self.text.size, self.ink)
            y += self.text.descent(line)


def text_at(left: float, top: float, width: float, text: str, style: Style) -> Part:
    """Return a text set at a place, wrapped to `width`; one too long says how many characters it lacks."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… [+{len(text) - _LONGEST}]"
    fitted = wrapped(printable(shown), style.weight, width, style.size)
    return Part(left, top, replace(fitted, tallest=_TALLEST), style.ink)


def stacked(left: float, top: float, width: float, texts: Iterable[tuple[str, Style]]) -> list[Part]:
    """Return texts one under another; empty ones take no room."""
    parts: list[Part] = []
    for text, style in texts:
        if text.strip():
            parts.append(text_at(left, parts[-1].bottom if parts else top, width, text, style))
    return parts


def across(
    top: float,
    pairs: Iterable[tuple[str, str]],
    styles: tuple[Style, Style],
    *,
    edges: tuple[float, float] = (12.0, 198.0),
) -> list[Part]:
    """Return pairs of texts, each pair one above the other, side by side and on new rows where needed."""
    parts: list[Part] = []
    first, last = edges
    left, lowest = first, top
    for upper, lower in pairs:
        pair = stacked(0, 0, last - first, [(upper, styles[0]), (lower, styles[1])])
        width = max(part.right for part in pair)
        if left > first and left + width > last:
            left, top = first, lowest
        parts += [part.at(left, top) for part in pair]
        left += width + 7
        lowest = max(lowest, top + pair[-1].bottom)
    return parts
