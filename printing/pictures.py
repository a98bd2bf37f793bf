"""Pictures on badges, from files that may be anything: looked at before they are unpacked, and refused in words."""

import binascii
from base64 import b64decode
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from checkin_app.domain.details import PictureFault
from checkin_app.domain.problems_printing import PictureUnusable
from printing.fit import Box

MOST_MEGAPIXELS = 24
"""As many as a telephone's camera has; unpacked they take 72 MB."""
_MILLION = 1_000_000
_FORMATS = ("PNG", "JPEG")
_LARGEST_SIDE = 1600
"""Dots: 135 mm at 300 an inch."""
_DPI, _INCH = 300, 25.4
"""A picture has no more dots on paper than a printer can show of a face."""


@lru_cache(maxsize=16)
def embedded(text: str) -> Image.Image:
    """Return the picture that a template holds in base64; raises PictureUnusable."""
    try:
        content = b64decode("".join(text.split()), validate=True)
    except binascii.Error as error:
        raise PictureUnusable(detail=PictureFault.NONE) from error
    return unpacked(content)


def unpacked(content: bytes) -> Image.Image:
    """Return a picture in RGB, upright as its camera was held, on white where it is transparent.

    Raises:
        PictureUnusable: it is no PNG or JPEG, breaks off, or has more than `MOST_MEGAPIXELS` million pixels.
    """
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_MEGAPIXELS * _MILLION:
                raise PictureUnusable(detail=PictureFault.TOO_LARGE.of(most=MOST_MEGAPIXELS))
            return _flat(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureUnusable(detail=PictureFault.TOO_LARGE.of(most=MOST_MEGAPIXELS)) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:  # as Pillow says of broken files
        raise PictureUnusable(detail=PictureFault.NONE) from error


def fitting(content: bytes, most: int) -> bytes:
    """Return a picture's file as it is, or where that has more than so many bytes a JPEG of it that has not; raises as `unpacked`."""
    picture = unpacked(content)
    side = max(picture.size)
    while len(content) > most:
        side = min(_LARGEST_SIDE, side * 3 // 4)
        smaller, file = picture.copy(), BytesIO()
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
        smaller.save(file, "JPEG", quality=85)
        content = file.getvalue()
    return content


def _flat(picture: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(picture)
    if "A" in upright.getbands() or "transparency" in upright.info:
        clear = upright.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return upright.convert("RGB")


def whole(picture: Image.Image, box: Box) -> tuple[Box, Image.Image]:
    """Return where a picture stands that is to be seen whole, in the middle of a box, and its dots."""
    share = min(box.width / picture.width, box.height / picture.height)
    width, height = picture.width * share, picture.height * share
    inside = Box(box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height)
    return inside, _no_finer(picture, inside)


def filling(picture: Image.Image, box: Box) -> tuple[Box, Image.Image]:
    """Return a box and the dots that fill it: the middle of a picture, or of a high one its upper third, where a face is."""
    side = _no_finer_than(box)
    return box, ImageOps.fit(picture, side, centering=(0.5, 0.33))


def _no_finer(picture: Image.Image, box: Box) -> Image.Image:
    side = _no_finer_than(box)
    return picture if picture.width <= side[0] else picture.resize(side, Image.Resampling.LANCZOS)


def _no_finer_than(box: Box) -> tuple[int, int]:
    return max(1, round(box.width / _INCH * _DPI)), max(1, round(box.height / _INCH * _DPI))
