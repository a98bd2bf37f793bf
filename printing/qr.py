"""The code on a badge as a square of modules, and the reader that proves it before a badge is sent."""

from functools import lru_cache

import qrcode
import zxingcpp
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.util import QRData

from checkin_app.domain.problems import CodeNotReadable

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004, 5.3.7)."""
#: A fixed mask: trying all eight takes five times as long, and signed codes are as random as data can be.
_MASK = 3

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, True where dark, without the quiet zone."""


@lru_cache(maxsize=256)
def matrix(text: str) -> Matrix:
    """Return the modules of `text`, error correction M; a badge code makes version 5, 37 modules.

    Raises:
        CodeNotReadable: the text is empty or too long for any code.
    """
    content = QRData(text)
    try:
        code = qrcode.QRCode(
            _version(content.mode, len(content)), error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0
        )
        code.add_data(content)
        code.make(fit=False)
    except (DataOverflowError, ValueError) as error:  # some ways of being too long are a ValueError
        raise CodeNotReadable from error
    if not text:
        raise CodeNotReadable
    return tuple(tuple(map(bool, row)) for row in code.modules)


@lru_cache(maxsize=256)
def _version(mode: int, length: int) -> int:
    """Return the smallest version that holds `length` characters; to find it takes as long as to fill it."""
    trial = qrcode.QRCode(error_correction=ERROR_CORRECT_M)
    trial.add_data(QRData(b"0" * length, mode=mode))
    version: int = trial.best_fit()
    return version


def dots_image(text: str, dots: int) -> Image.Image:
    """Return the code with its quiet zone, each module `dots` whole dots, as an image of mode ``1``."""
    rows = matrix(text)
    side = len(rows)
    image = Image.new("1", (side + 2 * QUIET, side + 2 * QUIET), 1)
    image.putdata(_framed(rows))
    return image.resize((image.width * dots, image.height * dots), Image.Resampling.NEAREST)


def _framed(rows: Matrix) -> list[int]:
    blank = [255] * (len(rows) + 2 * QUIET)
    framed = [[255] * QUIET + [0 if module else 255 for module in row] + [255] * QUIET for row in rows]
    return [dot for row in [blank] * QUIET + framed + [blank] * QUIET for dot in row]


def read_back(image: Image.Image) -> str:
    """Return the text of the one code in `image`.

    Raises:
        CodeNotReadable: there is none that can be read, or more than one.
    """
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    if len(found) != 1:
        raise CodeNotReadable
    return found[0].text


def prove(image: Image.Image, text: str) -> None:
    """Check that the code in `image` says `text`.

    Raises:
        CodeNotReadable: it does not.
    """
    if read_back(image) != text:
        raise CodeNotReadable
