"""Badges as dots: for screens, and for printers that take nothing else."""

from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image

from checkin_app.domain.problems import CodeNotReadable
from printing import qr
from printing.badge_pdf import plan_pdf
from printing.content import BadgeContent
from printing.fit import MM
from printing.layout import Plan, lay_out
from printing.printers import A6
from printing.template import load_template

_THRESHOLD = 128
_LEAST_DOTS = 4
"""Dots a module on paper: at three, thermal print heads bleed a code shut."""

# PDFium keeps its state in globals and must not be entered by two threads
_pdfium = Lock()


def preview(content: BadgeContent, width_px: int, template: str = A6) -> bytes:
    """Return the badge as a PNG in colour, `width_px` wide, drawn by the printing layout itself.

    Raises:
        PrintProblem: what would stop the badge from being printed.
    """
    plan = lay_out(content, load_template(template))
    return _png(render(plan_pdf(plan), width_px / (plan.width * MM)))


def raster(plan: Plan, dpi: int) -> Image.Image:
    """Return a planned badge in black and white (mode ``1``) at `dpi`, its code on whole dots and read back.

    Raises:
        CodeNotReadable: the code has too few dots at this resolution, or does not read back.
        FontMissing: a font file of this installation is gone.
    """
    scale = dpi / 72
    grey = render(plan_pdf(plan), scale).convert("L")
    image = _with_sharp_code(black_and_white(grey), plan, scale)
    qr.prove(image, plan.code_text)
    return image


def proven_pdf(plan: Plan, dpi: int) -> bytes:
    """Return a planned badge as PDF whose code reads back as a printer of `dpi` will draw it.

    Raises:
        CodeNotReadable: it does not.
        FontMissing: a font file of this installation is gone.
    """
    pdf = plan_pdf(plan)
    qr.prove(black_and_white(render(pdf, dpi / 72)), plan.code_text)
    return pdf


def page_png(pdf: bytes, dpi: int) -> bytes:
    """Return the first page of a PDF as a PNG in colour at `dpi`."""
    return _png(render(pdf, dpi / 72))


def black_and_white(image: Image.Image) -> Image.Image:
    """Return `image` in mode ``1`` by one threshold: dithering makes letters and codes ragged."""
    return image.convert("L").point(lambda value: 255 if value >= _THRESHOLD else 0).convert("1")


def render(pdf: bytes, scale: float, page: int = 0) -> Image.Image:
    """Return one page as an image in colour; `scale` is pixels per point."""
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            image: Image.Image = document[page].render(scale=scale).to_pil()
            return image.convert("RGB")
        finally:
            document.close()


def _with_sharp_code(image: Image.Image, plan: Plan, scale: float) -> Image.Image:
    """Return `image` with its code drawn again, each module a whole number of dots, in the middle of its box.

    Raises:
        CodeNotReadable: a module would have too few dots.
    """
    side = int(plan.code.width * MM * scale)
    dots = side // (len(qr.matrix(plan.code_text)) + 2 * qr.QUIET)
    if dots < _LEAST_DOTS:
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
