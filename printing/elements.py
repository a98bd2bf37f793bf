"""What a badge template is made of: a page and, in the order in which they are drawn, the elements that stand on it.

These types are its file's form as well: msgspec reads a file into them, and makes its schema of them.
"""

from enum import StrEnum
from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Struct

from checkin_app.domain.badge_sheets import Fold, Grid, Stock
from printing.content import Shown
from printing.fit import Box, Step
from printing.fonts import Weight

FORM: Final = 2
"""Of the files; those of the first had no elements."""
CATEGORY = "category"
"""Stands where a colour does: the colour of the guest's category."""
MOST_ELEMENTS = 500

#: `$` alone would let a line end follow.
_END = r"$(?!\n)"
Colour = Annotated[str, Meta(pattern=rf"^(#[0-9A-Fa-f]{{6}}|{CATEGORY}){_END}")]
Length = Annotated[float, Meta(ge=0, le=2000)]
Side = Annotated[float, Meta(ge=10, le=2000)]
Name = Annotated[str, Meta(pattern=rf"^[a-z0-9][a-z0-9_-]{{0,39}}{_END}")]
"""Of an element, a template, a category."""
_Embedded = Annotated[str, Meta(min_length=1, max_length=1_000_000)]


class Face(StrEnum):
    FRONT = "front"
    BACK = "back"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Upright(StrEnum):
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class TextRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How one text is set."""

    shows: Shown
    weight: Weight
    ink: Colour
    above: Length = 0.0
    """White before it, in mm."""
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=40)]
    """Tried in their order."""


class _Element(Struct, frozen=True, kw_only=True, tag_field="kind", forbid_unknown_fields=True, omit_defaults=True):
    id: Name
    """Unique in its template."""
    face: Face = Face.FRONT
    box: Box
    """In mm from the top left of its face."""


class Texts(_Element, tag="text", frozen=True, kw_only=True):
    """Texts one under another; an empty one takes no room.  They shrink together until all have room."""

    align: Align = Align.LEFT
    upright: Upright = Upright.TOP
    texts: Annotated[tuple[TextRule, ...], Meta(max_length=20)]


class Band(_Element, tag="band", frozen=True, kw_only=True):
    """A filled area."""

    fill: Colour


class Rule(_Element, tag="line", frozen=True, kw_only=True):
    """A line from the top left of its box to the bottom right: level or upright where the box has no height or width."""

    ink: Colour
    thickness: Annotated[float, Meta(ge=0.05, le=20)] = 0.3
    """In mm."""


class Emblem(_Element, tag="emblem", frozen=True, kw_only=True):
    """The application's mark, as high as its box is wide."""

    ink: Colour
    accent: Colour


class Photo(_Element, tag="photo", frozen=True, kw_only=True):
    """The guest's picture, filling its box, cut at its edges; nothing where there is none."""


class Picture(_Element, tag="picture", frozen=True, kw_only=True):
    """A picture that is part of the template, whole, in the middle of its box."""

    image: _Embedded
    """A PNG or JPEG file in base64."""


class Code(_Element, tag="code", frozen=True, kw_only=True):
    """The guest's QR code with its quiet zone, as high as its box is wide."""


Element: TypeAlias = Texts | Band | Rule | Emblem | Photo | Picture | Code


class Template(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How badges look.  An element on the back makes a back: a page of its own, or the same paper beyond a fold."""

    form: Literal[2] = FORM
    page: tuple[Side, Side]
    """Width and height of a face, in mm."""
    fold: Fold | None = None
    sheet: tuple[Side, Side] | None = None
    """Paper that holds several badges of a file, with marks to cut by."""
    grid: Grid | None = None
    """Where they stand on it; None for as many as have room, in its middle."""
    variants: dict[Name, Name] = {}
    """Category ids, and the template that stands in for this one on badges of each."""
    elements: Annotated[tuple[Element, ...], Meta(max_length=MOST_ELEMENTS)]

    @property
    def stock(self) -> Stock:
        return Stock(self.page, self.fold, self.sheet, self.grid)

    @property
    def width(self) -> float:
        """The width of the paper that a badge needs, in mm."""
        return self.stock.paper[0]

    @property
    def height(self) -> float:
        """The height of the paper that a badge needs, in mm."""
        return self.stock.paper[1]

    @property
    def has_back(self) -> bool:
        return any(each.face is Face.BACK for each in self.elements)

    @property
    def code(self) -> Code:
        """The one code that every template has."""
        return next(each for each in self.elements if isinstance(each, Code))
