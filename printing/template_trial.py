"""A template tried as it is made: what printing makes of it, and what is wrong with it for those whose badges are hardest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec.structs import replace

from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.texts import Detail
from printing import raster
from printing.content import BadgeContent
from printing.elements import Code, Element, Rule, Template, Texts
from printing.layout import lay_out
from printing.template_check import found


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong with a template."""

    element: str
    """The id of the element that it is of."""
    said: PrintProblem | Detail
    place: int | None = None
    """Whose badge has it, among those that were tried."""
    title: Detail = ""
    """What it is in a word or two, where it is no problem of printing."""
    dpi: int = 0
    """The dots an inch of printers that it is wrong for; 0 for all."""


@dataclass(frozen=True, slots=True)
class Tried:
    pictures: tuple[bytes, ...]
    """A PNG of each face, or of the paper, of what can be drawn."""
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be seen of a template."""

    pixels: int
    """How wide a picture is."""
    paper: bool = False
    """What comes out of the printer, folded and with others on its sheet, and not each face by itself."""


def tried(template: Template, shown: BadgeContent, others: Sequence[BadgeContent], dpi: int, wanted: Wanted) -> Tried:
    """Try a template for a printer of `dpi`.

    Args:
        template: it may have any mistakes that its file may have.
        shown: whose badge is drawn; elements that cannot be drawn are left out.
        others: whose badges have to fit as well.
        dpi: dots an inch of the printer.
        wanted: which pictures of it.

    Raises:
        FontMissing: a font file of this installation is gone.
    """
    drawn = tuple(each for each in template.elements if _is_there(each) and _objection(each, template, shown) is None)
    whole = replace(template, elements=drawn)
    if wanted.paper:
        pictures: tuple[bytes, ...] = (raster.sheet(lay_out(shown, whole), whole, wanted.pixels),)
    else:  # upright, whatever paper they share
        pictures = raster.faces(lay_out(shown, replace(whole, fold=None, sheet=None, grid=None)), wanted.pixels)
    return Tried(pictures, tuple(flaws(template, others, dpi)))


def flaws(template: Template, contents: Sequence[BadgeContent], dpi: int) -> Sequence[Flaw]:
    """Return what is wrong with a template for a printer of `dpi`, and with each of these badges drawn by it."""
    ever = [Flaw(each.element.id, each.said, title=each.title, dpi=each.dpi) for each in found(template, (dpi,))]
    return [*ever, *(flaw for place, content in enumerate(contents) for flaw in _unfit(template, content, place))]


def _unfit(template: Template, content: BadgeContent, place: int) -> Iterator[Flaw]:
    for each in template.elements:
        problem = _objection(each, template, content) if isinstance(each, Texts) else None
        if problem is not None:
            yield Flaw(each.id, problem, place)


def _is_there(element: Element) -> bool:
    """Return whether an element has an area to be drawn in; the code always stands somewhere."""
    return isinstance(element, Code | Rule) or bool(element.box.width and element.box.height)


def _objection(element: Element, template: Template, content: BadgeContent) -> PrintProblem | None:
    return None if isinstance(element, Code) else alone(element, template.page, template.code, content)


@lru_cache(maxsize=4096)  # while one element is moved, the others stay as they are
def alone(element: Element, page: tuple[float, float], code: Code, content: BadgeContent) -> PrintProblem | None:
    """Return why an element cannot be set by itself."""
    try:
        lay_out(content, Template(page=page, elements=(element, code)))
    except PrintProblem as problem:
        return problem
    return None
