"""Designs as tests of the editor need them."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from checkin_app.ui.template_areas import Area
from checkin_app.ui.template_design import (
    CATEGORY,
    Align,
    Design,
    Element,
    Face,
    Kind,
    Shown,
    Step,
    TextLook,
    Upright,
    Weight,
)

BAND = Element(kind=Kind.BAND, id="band-1", box=Area(0, 0, 105, 22), fill=CATEGORY)
NAMES = Element(
    kind=Kind.TEXT,
    id="names",
    box=Area(7.2, 30, 90.6, 54.5),
    texts=(
        TextLook(shows=Shown.NAME, weight=Weight.BOLD, ink="#0E1917", steps=(Step(36, 1), Step(22, 2))),
        TextLook(shows=Shown.LATIN_NAME, weight=Weight.REGULAR, ink="#0E1917", above=1, steps=(Step(21, 1),)),
    ),
)
CODE = Element(kind=Kind.CODE, id="code", box=Area(3.5, 85, 42, 42))
BUS = Element(
    kind=Kind.TEXT,
    id="bus",
    box=Area(46, 92, 51.8, 34),
    align=Align.RIGHT,
    upright=Upright.BOTTOM,
    texts=(TextLook(shows=Shown.BUS, weight=Weight.REGULAR, ink=CATEGORY, steps=(Step(36, 1),)),),
)
BACK = Element(kind=Kind.LINE, id="line-1", face=Face.BACK, box=Area(10, 10, 60, 0), ink="#000000")
BADGE = Design(page=(105, 148), elements=(BAND, NAMES, CODE, BUS, BACK))


def many(count: int) -> Design:
    """Return a design of so many elements and its code."""
    boxes = [Area(2 + place % 20 * 5, 2 + place // 20 * 5, 4, 4) for place in range(count)]
    bands = tuple(Element(kind=Kind.BAND, id=f"b{place}", box=box, fill=CATEGORY) for place, box in enumerate(boxes))
    return Design(page=(105, 148), elements=(*bands, CODE))


def face_png(design: Design) -> bytes:
    """Return a picture of a face, as printing would give it."""
    return _face(*design.page)


@cache
def _face(width: float, height: float) -> bytes:
    picture = Image.new("RGB", (round(width * 4), round(height * 4)), "white")
    ImageDraw.Draw(picture).rectangle((0, 0, picture.width, picture.height // 7), fill="#13211E")
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


class NoFiles:
    """Nobody chooses a file, or the same one each time."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file

    def template(self, then: Callable[[Path], None]) -> None:
        if self.file:
            then(self.file)

    picture = template

    def new_template(self, _name: str, then: Callable[[Path], None]) -> None:
        self.template(then)
