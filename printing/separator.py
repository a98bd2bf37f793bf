"""A page between badges that says whose come next."""

from collections.abc import Sequence

from printing.fit import Box, Fitted, Step, fits, too_long
from printing.fonts import Weight
from printing.paper import Paper, Pen
from printing.printers import Printer
from printing.setting import INK
from printing.text import printable

_STEPS = (Step(40, 1), Step(30, 2), Step(22, 3), Step(16, 4), Step(11, 6), Step(8, 10), Step(6, 14))
_EDGE, _BAR = 4.0, 1.2


def separator(title: str, line: str, printer: Printer) -> bytes:
    """Return a page as PDF of the size of a printer's paper; arguments and raises as `draw_separator`.

    Raises:
        TemplateInvalid: the printer's template cannot be used.
    """
    look = printer.look()
    paper = Paper("Badges", "")
    draw_separator(paper, (look.width, look.height), title, line)
    return paper.finished()


def draw_separator(paper: Paper, size: tuple[float, float], title: str, line: str) -> None:
    """Draw one more page of a size in mm.

    Args:
        paper: where to.
        size: width and height.
        title: whose badges come next; what no font has stands in the notation ``[U+XXXX]``.
        line: how many they are.

    Raises:
        TextDoesNotFit: the title is too long for the page; there is none then.
        FontMissing: a font file of this installation is gone.
    """
    width, height = size
    room = Box(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE)
    lines = [
        _fitted(text, weight, steps, (room.width, room.height * share))
        for text, weight, steps, share in ((title, Weight.BOLD, _STEPS, 0.75), (line, Weight.REGULAR, _STEPS[3:], 0.25))
    ]
    paper.open_page(width, height)
    paper.frame(Box(1, 1, width - 2, height - 2), Pen(_BAR, INK), radius=2)
    y = room.top
    for fitted in lines:
        for each in fitted.lines:
            y += fitted.ascent(each)
            paper.line(room.left, y, each, fitted.size, INK)
            y += fitted.descent(each)
    paper.close_page()


def _fitted(text: str, weight: Weight, steps: Sequence[Step], room: tuple[float, float]) -> Fitted:
    """Return a text as it fits a width and a height; raises TextDoesNotFit."""
    width, height = room
    found = next((each for each in fits(printable(text), weight, width, steps) if each.height <= height), None)
    if found is None:
        raise too_long(text)
    return found
