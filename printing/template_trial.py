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


@dataclass(frozen=True, slots=True)
class Tried:
    faces: tuple[bytes, ...]
    """A PNG of each face, of what can be drawn."""
    flaws: tuple[Flaw, ...]


def tried(template: Template, shown: BadgeContent, others: Sequence[BadgeContent], dpi: int, pixels: int) -> Tried:
    """Try a template for a printer of `dpi`.

    Args:
        template: it may have any mistakes that its file may have.
        shown: whose badge is drawn, `pixels` wide; elements that cannot be drawn are left out.
        others: whose badges have to fit as well.
        dpi: dots an inch of the printer.
        pixels: width of a picture.

    Raises:
        FontMissing: a font file of this installation is gone.
    """
    flaws = [Flaw(each.element.id, each.said, title=each.title) for each in found(template, (dpi,))]
    flaws += [flaw for place, content in enumerate(others) for flaw in _unfit(template, content, place)]
    drawn = tuple(each for each in template.elements if _is_there(each) and _objection(each, template, shown) is None)
    # Each face by itself, upright, whatever paper they share.
    apart = replace(template, elements=drawn, fold=None, sheet=None)
    return Tried(raster.faces(lay_out(shown, apart), pixels), tuple(flaws))


def _unfit(template: Template, content: BadgeContent, place: int) -> Iterator[Flaw]:
    for each in template.elements:
        problem = _objection(each, template, content) if isinstance(each, Texts) else None
        if problem is not None:
            yield Flaw(each.id, problem, place)


def _is_there(element: Element) -> bool:
    """Return whether an element has an area to be drawn in; the code always stands somewhere."""
    return isinstance(element, Code | Rule) or bool(element.box.width and element.box.height)


def _objection(element: Element, template: Template, content: BadgeContent) -> PrintProblem | None:
    return None if isinstance(element, Code) else _alone(element, template.page, template.code, content)


@lru_cache(maxsize=4096)  # while one element is moved, the others stay as they are
def _alone(element: Element, page: tuple[float, float], code: Code, content: BadgeContent) -> PrintProblem | None:
    """Return why an element cannot be set by itself."""
    try:
        lay_out(content, Template(page=page, elements=(element, code)))
    except PrintProblem as problem:
        return problem
    return None
