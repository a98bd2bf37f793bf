"""Badges as dots: for screens, and for printers that take nothing else."""

from collections.abc import Callable
from io import BytesIO
from math import ceil
from threading import Lock

import pypdfium2
from PIL import Image

from checkin_app.domain.problems import CodeNotReadable
from checkin_app.services.ports.progress import at_once
from printing import qr
from printing.badge_pdf import plan_pdf, sheet_pdf
from printing.content import BadgeContent
from printing.elements import Template
from printing.fit import MM
from printing.layout import Plan, lay_out
from printing.looks import OURS, Looks
from printing.printers import A6

#: Darker than the middle is black: a table that Pillow applies by itself, where a function is called for each dot.
_BLACK_OR_WHITE = [0] * 128 + [255] * 128
LEAST_DOTS = 4
"""Dots a module on paper: at three, thermal print heads bleed a code shut."""

# PDFium keeps its state in globals and must not be entered by two threads
_pdfium = Lock()


def preview(content: BadgeContent, width_px: int, template: str = A6, looks: Looks = OURS) -> bytes:
    """Return the badge as a PNG in colour, `width_px` wide, drawn by the printing layout itself.

    Raises:
        PrintProblem: what would stop the badge from being printed.
    """
    plan = lay_out(content, looks.of(template, content.category_id))
    return _png(render(plan_pdf(plan), width_px / (plan.width * MM)))


def faces(plan: Plan, width_px: int) -> tuple[bytes, ...]:
    """Return each page of a planned badge as a PNG in colour, `width_px` wide."""
    pdf, scale = plan_pdf(plan), width_px / (plan.width * MM)
    return tuple(_png(render(pdf, scale, page)) for page in range(len(plan.pages)))


def sheet(plan: Plan, template: Template, width_px: int) -> bytes:
    """Return the paper that a planned badge comes out on as a PNG in colour, `width_px` wide."""
    width = template.sheet[0] if template.sheet else plan.width
    return _png(render(sheet_pdf(plan, template), width_px / (width * MM)))


def raster(plan: Plan, dpi: int, give_way: Callable[[], None] = at_once) -> Image.Image:
    """Return a planned badge in black and white (mode ``1``) at `dpi`, its code on whole dots and read back.

    Between two steps `give_way` is called.

    Raises:
        CodeNotReadable: the code has too few dots at this resolution, or does not read back.
        FontMissing: a font file of this installation is gone.
    """
    pdf, scale = plan_pdf(plan), dpi / 72
    give_way()
    image = _with_sharp_code(black_and_white(pdf, scale), plan, scale)
    _prove(image, plan, scale)
    return image


def proven_pdf(plan: Plan, dpi: int, give_way: Callable[[], None] = at_once) -> bytes:
    """Return a planned badge as PDF whose code reads back as a printer of `dpi` will draw it.

    Between two steps `give_way` is called.

    Raises:
        CodeNotReadable: it does not.
        FontMissing: a font file of this installation is gone.
    """
    pdf, scale = plan_pdf(plan), dpi / 72
    give_way()
    _prove(black_and_white(pdf, scale), plan, scale)
    return pdf


def page_png(pdf: bytes, dpi: int) -> bytes:
    """Return the first page of a PDF as a PNG in colour at `dpi`."""
    return _png(render(pdf, dpi / 72))


def black_and_white(pdf: bytes, scale: float) -> Image.Image:
    """Return the first page in mode ``1`` by one threshold: dithering makes letters and codes ragged."""
    return _rendered(pdf, scale, 0, grey=True).point(_BLACK_OR_WHITE, "1")


def render(pdf: bytes, scale: float, page: int = 0) -> Image.Image:
    """Return one page as an image in colour; `scale` is pixels per point."""
    return _rendered(pdf, scale, page, grey=False).convert("RGB")


def _rendered(pdf: bytes, scale: float, page: int, *, grey: bool) -> Image.Image:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            # A copy, for the bitmap that it is made from goes with the document.
            image: Image.Image = document[page].render(scale=scale, grayscale=grey).to_pil().copy()
            return image
        finally:
            document.close()


def _prove(image: Image.Image, plan: Plan, scale: float) -> None:
    """Read the code of a planned badge back where it stands, with its quiet zone; raises CodeNotReadable."""
    box = plan.code
    left, top = int(box.left * MM * scale), int(box.top * MM * scale)
    right, bottom = ceil((box.left + box.width) * MM * scale), ceil((box.top + box.width) * MM * scale)
    qr.prove(image.crop((left, top, right, bottom)), plan.code_text)


def _with_sharp_code(image: Image.Image, plan: Plan, scale: float) -> Image.Image:
    """Return `image` with its code drawn again, each module a whole number of dots, in the middle of its box.

    Raises:
        CodeNotReadable: a module would have too few dots.
    """
    side = int(plan.code.width * MM * scale)
    dots = side // (len(qr.matrix(plan.code_text)) + 2 * qr.QUIET)
    if dots < LEAST_DOTS:
        raise CodeNotReadable
    left, top = round(plan.code.left * MM * scale), round(plan.code.top * MM * scale)
    image.paste(1, (left, top, left + side, top + side))
    code = qr.dots_image(plan.code_text, dots)
    spare = (side - code.width) // 2
    image.paste(code, (left + spare, top + spare))
    return image


def _png(image: Image.Image) -> bytes:
    png = BytesIO()
    image.save(png, "PNG")
    return png.getvalue()
