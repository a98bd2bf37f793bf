"""What is wrong with a badge template that reads well: what lies beyond the page, and a code too small to be printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded
from printing import qr
from printing.elements import Band, Element, Rule, Template
from printing.fit import Box
from printing.raster import LEAST_DOTS

#: Characters of the code on a badge, which are as good as random.
_CODE = 122
#: Dots an inch of label printers, and of the others.
_RESOLUTIONS = (203, 300)
_INCH = 25.4
_SLACK = 0.01
"""Mm that a length may be off by its digits."""


class Wrong(Worded):
    """What is wrong with an element, as the end of a sentence about it."""

    BEYOND = QT_TRANSLATE_NOOP("Detail", "reaches beyond the page of {width} × {height} mm")
    NO_AREA = QT_TRANSLATE_NOOP("Detail", "has no area")
    OVER_CODE = QT_TRANSLATE_NOOP("Detail", "lies over the code, which would not read")
    TOO_SMALL = QT_TRANSLATE_NOOP(
        "Detail", "has {dots} dots a module at {dpi} dpi, and needs {least}: make it {wanted} mm"
    )


class InShort(Worded):
    """The same in a word or two."""

    BEYOND = QT_TRANSLATE_NOOP("Detail", "Beyond the page")
    NO_AREA = QT_TRANSLATE_NOOP("Detail", "No area")
    OVER_CODE = QT_TRANSLATE_NOOP("Detail", "Over the code")
    TOO_SMALL = QT_TRANSLATE_NOOP("Detail", "Code too small")


@dataclass(frozen=True, slots=True)
class Found:
    """Something that is wrong with an element."""

    element: Element
    title: InShort
    said: Detail
    dpi: int = 0
    """The dots an inch of printers that it is wrong for; 0 for all."""


def flaws(template: Template) -> Sequence[str]:
    """Return a line for each flaw."""
    return [f"[{each.element.id}] box = {_said(each.element.box)} {each.said}." for each in found(template)]


def found(template: Template, resolutions: Sequence[int] = _RESOLUTIONS) -> Sequence[Found]:
    """Return what is wrong with a template for printers of these dots an inch."""
    return [*_beyond(template), *_too_small(template, resolutions), *_clashing(template)]


def _beyond(template: Template) -> Iterator[Found]:
    width, height = template.page
    for each in template.elements:
        box = each.box
        if box.left + box.width > width + _SLACK or box.top + box.height > height + _SLACK:
            yield Found(each, InShort.BEYOND, Wrong.BEYOND.of(width=f"{width:g}", height=f"{height:g}"))
        elif not (box.width or box.height) or not ((box.width and box.height) or isinstance(each, Rule)):
            yield Found(each, InShort.NO_AREA, Wrong.NO_AREA)


def _too_small(template: Template, resolutions: Sequence[int]) -> Iterator[Found]:
    modules = len(qr.matrix("A" * _CODE)) + 2 * qr.QUIET
    code = template.code
    side = min(code.box.width, code.box.height)
    for dpi in resolutions:
        dots = int(side / _INCH * dpi) // modules
        if dots < LEAST_DOTS:
            wanted = f"{LEAST_DOTS * modules / dpi * _INCH:.1f}"
            said = Wrong.TOO_SMALL.of(dots=dots, dpi=dpi, least=LEAST_DOTS, wanted=wanted)
            yield Found(code, InShort.TOO_SMALL, said, dpi)


def _clashing(template: Template) -> Iterator[Found]:
    """Yield what may be drawn over the code, which would then not read."""
    code = template.code
    for each in template.elements:
        if each is not code and each.face is code.face and not _is_paper(each) and _overlap(each.box, code.box):
            yield Found(each, InShort.OVER_CODE, Wrong.OVER_CODE)


def _is_paper(element: Element) -> bool:
    """Return whether an element is as white as paper."""
    return isinstance(element, Band) and element.fill.upper() == "#FFFFFF"


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > _SLACK and down > _SLACK


def _said(box: Box) -> str:
    return f"[{box.left:g}, {box.top:g}, {box.width:g}, {box.height:g}]"
