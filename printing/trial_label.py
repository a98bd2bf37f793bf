"""A label by which a printer is tried: rulers, grey steps, codes of several sizes, and a name in every script."""

from collections.abc import Iterator

from printing import qr
from printing.fit import Box, wrapped
from printing.fonts import Weight
from printing.layout import PlacedLine
from printing.paper import Paper, Pen
from printing.printers import Printer
from printing.text import shape

#: A name in each script that the badge fonts have, in the order in which the fonts are asked.
SCRIPTS = (
    "Łukasz", "Ελένη", "Юлия", "林若溪", "さくら", "محمد", "अनिता", "አበበ", "สมชาย", "გიორგი", "বিমল", "김민준", "שרה",
    "Արամ", "សុខា", "ສົມພອນ", "မောင်", "සුනිල්", "அருண்", "రాము", "ಅನಿಲ್", "അനിൽ", "અમિત", "ਹਰਜੀਤ", "އަލީ",
    "བསྟན་འཛིན", "ᠪᠠᠭᠠ", "ସୁନୀଲ", "ܝܘܚܢܢ", "ߡߊ߬ߡߊߘߌ", "ⵢⵉⴷⵉⵔ", "𞤀𞤣𞤢𞤥", "ᏎᏉᏯ", "ꃅꈌꀋ", "ᱡᱚᱭᱯᱟᱞ",
)  # fmt: skip
#: Dots a module: a badge's code has four at least; one of three shows whether this printer bleeds codes shut.
DOTS = (3, 4, 5, 6)
GREYS = (0, 4, 8, 12, 16)
"""Black among sixteen dots."""
#: The order in which sixteen dots turn black (Bayer's matrix), so that each step is even.
_BAYER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
_INK = "#000000"
_HAIR = Pen(0.15, _INK)
_EDGE, _INCH = 5.0, 25.4
"""Mm that the rulers take, and mm in an inch."""
_GREY_SIDE, _SMALL = 4.6, 6.0
_CELL = 2
"""Dots of a grey step's smallest square, either way."""


def code_text(dots: int) -> str:
    """Return what the code of so many dots a module says."""
    return f"TEST {dots}"


def trial_label(printer: Printer) -> bytes:
    """Return the label as PDF, made for the dots of this printer and the size of its paper.

    Raises:
        FontMissing: a font file of this installation is gone.
        TemplateInvalid: the printer's template cannot be used.
    """
    template = printer.look()
    paper = Paper("Test", "")
    # Whole dots: else squares lie between dots, and grey steps come out as moiré.
    paper.open_page(_whole(template.width, printer.dpi), _whole(template.height, printer.dpi))
    _draw_rulers(paper, template.width, template.height)
    title = f"{printer.name} · {printer.dpi} dpi · {template.width:g} × {template.height:g} mm"
    below = _draw_text(paper, title, _EDGE + 1, template.width - _EDGE - 1, _EDGE + 0.5)
    below = _draw_greys(paper, printer.dpi, below + 0.6)
    below = _draw_codes(paper, printer.dpi, below + 0.8)
    _draw_scripts(paper, Box(_EDGE + 1, below + 0.4, template.width - _EDGE - 2, template.height - below - 1))
    paper.close_page()
    return paper.finished()


def _draw_rulers(paper: Paper, width: float, height: float) -> None:
    for mm in range(int(width) + 1):
        paper.path([(mm, 0), (mm, _tick(mm))], _HAIR)
    for mm in range(int(height) + 1):
        paper.path([(0, mm), (_tick(mm), mm)], _HAIR)
    for mm in range(10, int(width), 10):
        _draw_number(paper, mm, (mm + 0.4, _EDGE - 0.6))
    for mm in range(10, int(height), 10):
        _draw_number(paper, mm, (_tick(mm) + 0.3, mm - 0.4))


def _tick(mm: int) -> float:
    return 3.0 if mm % 10 == 0 else 2.0 if mm % 5 == 0 else 1.2


def _draw_number(paper: Paper, number: int, at: tuple[float, float]) -> None:
    paper.line(*at, shape(str(number)), _SMALL, _INK)


def _draw_text(paper: Paper, text: str, left: float, width: float, top: float) -> float:
    """Draw a text in small letters; return where the next may begin."""
    fitted = wrapped(text, Weight.BOLD, width, _SMALL + 1)
    for line in fitted.lines:
        top += fitted.ascent(line)
        paper.line(left, top, line, fitted.size, _INK)
        top += fitted.descent(line)
    return top


def _draw_greys(paper: Paper, dpi: int, top: float) -> float:
    """Draw each step of squares on whole dots: an image would be drawn again between them, as moiré."""
    cell = _CELL * _INCH / dpi
    cells = int(_GREY_SIDE / cell)
    upper = _whole(top, dpi)
    for place, black in enumerate(GREYS):
        left = _whole(_EDGE + 1 + place * (_GREY_SIDE + 1), dpi)
        for y in range(cells):
            for x in range(cells):
                if _BAYER[y % 4][x % 4] < black:
                    paper.block(Box(left + x * cell, upper + y * cell, cell, cell), _INK)
        paper.frame(Box(left, upper, cells * cell, cells * cell), _HAIR)
    return top + _GREY_SIDE


def _draw_codes(paper: Paper, dpi: int, top: float) -> float:
    """Draw the codes one beside the other, each module so many whole dots."""
    left, lowest = _EDGE + 1, top
    for dots in DOTS:
        rows = qr.matrix(code_text(dots))
        side, quiet = len(rows) * dots * _INCH / dpi, qr.QUIET * dots * _INCH / dpi
        paper.mask(_whole(left + quiet / 2, dpi), _whole(top + quiet / 2, dpi), side, rows)
        _draw_number(paper, dots, (left + quiet / 2, top + quiet / 2 + side + 2.4))
        left += side + quiet
        lowest = max(lowest, top + quiet / 2 + side + 2.8)
    return lowest


def _draw_scripts(paper: Paper, box: Box) -> None:
    """Draw every name at the largest size at which all of them have room."""
    sizes = (20.0, 17.0, 14.0, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
    for size in sizes:
        lines = list(_flowed(box, size))
        if size == sizes[-1] or lines[-1].y <= box.top + box.height:
            for each in lines:
                paper.line(each.x, each.y, each.line, size, each.ink)
            return


def _flowed(box: Box, size: float) -> Iterator[PlacedLine]:
    x, mm = box.left, size * _INCH / 72
    y = box.top + mm
    for name in SCRIPTS:
        line = shape(name)
        width = line.width * mm
        if x > box.left and x + width > box.left + box.width:
            x, y = box.left, y + 1.35 * mm
        yield PlacedLine(x, y, line, size, _INK)
        x += width + 0.6 * mm


def _whole(mm: float, dpi: int) -> float:
    return int(mm / _INCH * dpi) * _INCH / dpi
