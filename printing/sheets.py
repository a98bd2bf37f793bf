"""What the sheets of a bus have in common: its code on a plate, what proves which paper it is, columns, and the foot."""

from collections.abc import Iterable
from dataclasses import dataclass

from printing.fit import Box
from printing.fonts import Weight
from printing.paper import Paper, Pen
from printing.setting import QUIET, Part, Style, stacked, text_at

WIDTH, HEIGHT = 210.0, 297.0  # A4, ISO 216
LEFT, RIGHT = 12.0, 198.0
TOP, BOTTOM = 12.0, 283.0
LINE, DARK, SHADE = "#9AA5A1", "#13211E", "#EEF1F0"

LABEL, PLAIN, STRONG = Style(7.5, ink=QUIET), Style(8.5), Style(9, Weight.BOLD)


@dataclass(frozen=True, slots=True)
class Column:
    left: float
    width: float

    def cell(self, texts: Iterable[tuple[str, Style]]) -> list[Part]:
        return stacked(self.left, 0.9, self.width, texts)


def draw_plate(paper: Paper, code: str, *, dark: bool) -> None:
    """Draw the code of a bus, dark on what is final, and in a frame on a working copy: seen at arm's length."""
    plate = Box(LEFT, TOP, 30, 15)
    if dark:
        paper.block(plate, DARK)
    else:
        paper.frame(plate, Pen(0.8, DARK))
    ink = "#FFFFFF" if dark else DARK
    part = text_at(LEFT, TOP, 30, code, Style(26 if len(code) <= 4 else 14, Weight.BOLD, ink))
    part.at((LEFT + 30 - part.right) / 2, (TOP + 15 - part.bottom) / 2).draw(paper)


def draw_proof(paper: Paper, said: Iterable[tuple[str, str]]) -> None:
    """Draw labels with what they are of at the right of the top: two papers that share them say the same."""
    y = TOP
    for key, value in said:
        shown = text_at(0, y, 60, value, PLAIN)
        shown = shown.at(RIGHT - shown.right, 0)
        label = text_at(0, y + 0.3, 60, key, LABEL)
        shown.draw(paper)
        label.at(shown.left - 2 - label.right, 0).draw(paper)
        y = shown.bottom


def draw_foot(paper: Paper, code: str, page: str) -> None:
    """Draw at the foot of a page which bus it is of, and which of its pages."""
    foot = text_at(RIGHT - 60, BOTTOM + 2, 60, page, LABEL)
    foot.at(RIGHT - foot.right, 0).draw(paper)
    text_at(LEFT, BOTTOM + 2, 30, code, STRONG).draw(paper)
    paper.path([(LEFT, BOTTOM + 1), (RIGHT, BOTTOM + 1)], Pen(0.2, LINE))
