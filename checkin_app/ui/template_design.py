"""What is edited: a template's page and the elements on it, in the form that its file has.

`printing.elements` has the same fields; `bootstrap` makes the one of the other.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Sequence
from enum import StrEnum
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from checkin_app.domain.badge_sheets import Fold, Grid, Stock
from checkin_app.ui import template_areas as areas
from checkin_app.ui.template_areas import Area, Page

CATEGORY = "category"
"""Stands where a colour does: the colour of the guest's category."""
BLACK = "#000000"
ENDING = ".toml"
"""Of the names of files."""
SMALLEST_TYPE, LARGEST_TYPE, MOST_LINES = 4.0, 200.0, 4
MOST_ELEMENTS, MOST_STEPS, MOST_TEXTS = 500, 40, 20
#: Of a side of a page, in mm.
SMALLEST_SIDE, LARGEST_SIDE = 10.0, 2000.0


_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAMES = range(2, 41)


def is_name(text: str) -> bool:
    """Return whether a template may be called so: as a forum's file has it."""
    return len(text) in _NAMES and bool(_NAME.fullmatch(text))


def name_from(text: str) -> str:
    """Return a name as like a text, such as that of a file, as one may be."""
    plain = unicodedata.normalize("NFKD", text).lower()
    found = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-")[: _NAMES[-1]].strip("-")
    return found if is_name(found) else f"badge-{found}"[: _NAMES[-1]].strip("-")


def free_name(text: str, taken: Container[str]) -> str:
    """Return a name as like a text as one may be that none of those has."""
    stem = name_from(text)
    numbered = (name_from(f"{stem[: _NAMES[-1] - 4]}-{number}") for number in count(2))
    return next(each for each in chain([stem], numbered) if each not in taken)


class Kind(StrEnum):
    TEXT = "text"
    BAND = "band"
    LINE = "line"
    CODE = "code"
    EMBLEM = "emblem"
    PHOTO = "photo"
    PICTURE = "picture"


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


class Weight(StrEnum):
    REGULAR = "Regular"
    BOLD = "Bold"


class Shown(StrEnum):
    """A text of a badge."""

    NAME = "name"
    LATIN_NAME = "latin_name"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"
    CATEGORY_1 = "category_1"
    CATEGORY_2 = "category_2"
    LETTER = "letter"
    ROUTE = "route"
    BUS = "bus"
    NUMBER = "number"
    FORUM_1 = "forum_1"
    FORUM_2 = "forum_2"


class Step(Struct, frozen=True, array_like=True):
    """One way of setting a text: at this size in points, on so many lines."""

    size: float
    lines: int


class TextLook(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one text of an element is set: by the first of its steps that fits."""

    shows: Shown
    weight: Weight
    ink: str
    above: float = 0.0
    steps: tuple[Step, ...]


class Element(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that stands on a face; what its kind has no use for is as it is here."""

    kind: Kind
    id: str
    face: Face = Face.FRONT
    box: Area
    texts: tuple[TextLook, ...] | None = None
    align: Align = Align.LEFT
    upright: Upright = Upright.TOP
    fill: str | None = None
    ink: str | None = None
    accent: str | None = None
    thickness: float = 0.3
    image: str | None = None


class Design(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A template as it is edited."""

    form: int = 2
    page: tuple[float, float]
    fold: Fold | None = None
    sheet: tuple[float, float] | None = None
    grid: Grid | None = None
    variants: dict[str, str] = {}
    elements: tuple[Element, ...]

    @property
    def sides(self) -> Page:
        return Page(*self.page)

    @property
    def stock(self) -> Stock:
        return Stock(self.page, self.fold, self.sheet, self.grid)

    def element(self, id_: str) -> Element | None:
        return next((each for each in self.elements if each.id == id_), None)

    def on(self, face: Face) -> Sequence[Element]:
        """Return what stands on a face, in the order in which it is drawn."""
        return [each for each in self.elements if each.face is face]

    @property
    def colours(self) -> tuple[str, ...]:
        """The colours that it has, each once."""
        own = (colour for each in self.elements for colour in (each.fill, each.ink, each.accent))
        of_texts = (look.ink for each in self.elements for look in each.texts or ())
        return tuple(dict.fromkeys(colour for colour in (*own, *of_texts) if colour))

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces that something stands on; the front at least."""
        back = any(each.face is Face.BACK for each in self.elements)
        return (Face.FRONT, Face.BACK) if back else (Face.FRONT,)


#: What a text begins with: large on one line, then smaller, then on more lines.
_STEPS = (Step(18.0, 1), Step(14.0, 1), Step(12.0, 2), Step(10.0, 2), Step(8.0, 3))


def new_text(shows: Shown) -> TextLook:
    return TextLook(shows=shows, weight=Weight.REGULAR, ink=BLACK, steps=_STEPS)


_MADE: dict[Kind, Callable[[str, Face, Area], Element]] = {
    Kind.TEXT: lambda id_, face, box: Element(
        kind=Kind.TEXT, id=id_, face=face, box=box, texts=(new_text(Shown.NAME),)
    ),
    Kind.BAND: lambda id_, face, box: Element(kind=Kind.BAND, id=id_, face=face, box=box, fill=CATEGORY),
    Kind.LINE: lambda id_, face, box: Element(kind=Kind.LINE, id=id_, face=face, box=box, ink=BLACK),
    Kind.EMBLEM: lambda id_, face, box: Element(
        kind=Kind.EMBLEM, id=id_, face=face, box=box, ink=BLACK, accent=CATEGORY
    ),
    Kind.PHOTO: lambda id_, face, box: Element(kind=Kind.PHOTO, id=id_, face=face, box=box),
}
#: Kinds that can be added at once: there is one code, and a picture needs its file.
ADDABLE: tuple[Kind, ...] = tuple(_MADE)
#: Width and height of something new, at most, in mm.
_SIZES = {
    Kind.TEXT: (60.0, 12.0),
    Kind.BAND: (40.0, 8.0),
    Kind.LINE: (40.0, 0.0),
    Kind.EMBLEM: (12.0, 12.0),
    Kind.PHOTO: (25.0, 32.0),
    Kind.PICTURE: (25.0, 25.0),
}


def new_element(design: Design, kind: Kind, face: Face, image: str | None = None) -> Element:
    """Return an element of a kind in the middle of a face; a picture is its file in base64."""
    page = design.sides
    width, height = (min(wanted, most) for wanted, most in zip(_SIZES[kind], design.page, strict=True))
    box = areas.dragged(
        Area((page.width - width) / 2, (page.height - height) / 2, width, height), 0, 0, areas.Around(page)
    )[0]
    id_ = _free(kind.value, design)
    return _MADE[kind](id_, face, box) if image is None else Element(kind=kind, id=id_, face=face, box=box, image=image)


def twin(design: Design, element: Element) -> Element:
    """Return another element like one, a little beside it."""
    box = areas.moved(element.box, 4 * areas.GRID, 4 * areas.GRID, design.sides)
    return replace(element, id=_free(element.id.rpartition("-")[0] or element.id, design), box=box)


def with_element(design: Design, element: Element) -> Design:
    """Return the design with an element in the place of the one of its id."""
    return replace(design, elements=tuple(element if each.id == element.id else each for each in design.elements))


def with_more(design: Design, element: Element, after: str = "") -> Design:
    """Return the design with one element more, over all others or over one of them."""
    ids = [each.id for each in design.elements]
    place = ids.index(after) + 1 if after in ids else len(ids)
    return replace(design, elements=(*design.elements[:place], element, *design.elements[place:]))


def without(design: Design, id_: str) -> Design:
    return replace(design, elements=tuple(each for each in design.elements if each.id != id_))


def reordered(design: Design, id_: str, step: int) -> Design:
    """Return the design with an element drawn later or earlier among those of its face, by as many of them."""
    element = design.element(id_)
    if element is None:
        return design
    mates = [place for place, each in enumerate(design.elements) if each.face is element.face]
    at = next(place for place, each in enumerate(mates) if design.elements[each].id == id_)
    to = min(max(0, at + step), len(mates) - 1)
    elements = list(design.elements)
    element = elements.pop(mates[at])
    elements.insert(mates[to], element)
    return replace(design, elements=tuple(elements))


def _free(stem: str, design: Design) -> str:
    return _first_free(stem, {each.id for each in design.elements})


def _first_free(stem: str, taken: Iterable[str]) -> str:
    taken = set(taken)
    stem = stem[:34]
    return next(each for number in range(1, len(taken) + 2) if (each := f"{stem}-{number}") not in taken)


# ---- what is typed

_STEP = re.compile(r"(\d{1,3}(?:\.\d)?)(?:\s*[x×*]\s*(\d))?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def length_read(text: str) -> float | None:
    """Return a length in mm as it is typed; None where it is none."""
    try:
        length = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return round(length, 2) if 0 <= length <= LARGEST_SIDE else None


def length_written(length: float) -> str:
    return f"{length:g}"


def steps_read(text: str) -> tuple[Step, ...] | None:
    """Return steps as they are typed, such as ``36, 28, 22 × 2``: sizes in points, some with their lines; None where there are none."""
    found = [_STEP.fullmatch(part.strip()) for part in re.split(r"[,;]", text.strip().strip(",;"))]
    if not found or len(found) > MOST_STEPS or not all(found):
        return None
    made = tuple(Step(float(each[1]), int(each[2] or 1)) for each in found if each)
    return made if all(_can_be(each) for each in made) else None


def _can_be(step: Step) -> bool:
    return SMALLEST_TYPE <= step.size <= LARGEST_TYPE and 1 <= step.lines <= MOST_LINES


def steps_written(steps: Sequence[Step]) -> str:
    return ", ".join(f"{each.size:g}" if each.lines == 1 else f"{each.size:g} × {each.lines}" for each in steps)


def colour_read(text: str) -> str | None:
    """Return a colour as it is typed, ``#RRGGBB``; None where it is none."""
    typed = text.strip()
    return typed if _COLOUR.fullmatch(typed) else None
