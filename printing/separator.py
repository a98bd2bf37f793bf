"""A page between badges that says whose come next."""

from printing.fit import Box, Step, fits, too_long
from printing.fonts import Weight
from printing.paper import Paper, Pen
from printing.printers import Printer
from printing.setting import INK
from printing.text import printable

_STEPS = (Step(40, 1), Step(30, 2), Step(22, 3), Step(16, 4), Step(11, 6), Step(8, 10), Step(6, 14))
_EDGE, _BAR = 4.0, 1.2


def separator(title: str, line: str, printer: Printer) -> bytes:
    """Return a page as PDF of the size of a printer's paper.

    Args:
        title: whose badges come next; what no font has stands in the notation ``[U+XXXX]``.
        line: how many they are.
        printer: which one.

    Raises:
        TextDoesNotFit: the title is too long for the page.
        FontMissing: a font file of this installation is gone.
        TemplateInvalid: the printer's template cannot be used.
    """
    look = printer.look()
    paper = Paper("Badges", "")
    paper.open_page(look.width, look.height)
    paper.frame(Box(1, 1, look.width - 2, look.height - 2), Pen(_BAR, INK), radius=2)
    room = Box(_EDGE, _EDGE, look.width - 2 * _EDGE, look.height - 2 * _EDGE)
    y = room.top
    for text, weight, steps, height in (
        (title, Weight.BOLD, _STEPS, room.height * 0.75),
        (line, Weight.REGULAR, _STEPS[3:], room.height * 0.25),
    ):
        shown = printable(text)
        fitted = next((each for each in fits(shown, weight, room.width, steps) if each.height <= height), None)
        if fitted is None:
            raise too_long(text)
        for each in fitted.lines:
            y += fitted.ascent(each)
            paper.line(room.left, y, each, fitted.size, INK)
            y += fitted.descent(each)
    paper.close_page()
    return paper.finished()
