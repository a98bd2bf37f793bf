"""What is wrong with a badge template that reads well: what lies beyond the page, and a code too small to be printed."""

from collections.abc import Iterator, Sequence

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


def flaws(template: Template) -> Sequence[str]:
    """Return a line for each flaw."""
    return [*_beyond(template), *_too_small(template), *_clashing(template)]


def _beyond(template: Template) -> Iterator[str]:
    width, height = template.page
    for each in template.elements:
        box = each.box
        if box.left + box.width > width + _SLACK or box.top + box.height > height + _SLACK:
            yield f"[{each.id}] box = {_said(box)} reaches beyond the page of {width:g} × {height:g} mm."
        elif not (box.width or box.height) or not ((box.width and box.height) or isinstance(each, Rule)):
            yield f"[{each.id}] box = {_said(box)} has no area."


def _too_small(template: Template) -> Iterator[str]:
    modules = len(qr.matrix("A" * _CODE)) + 2 * qr.QUIET
    code = template.code
    side = min(code.box.width, code.box.height)
    for dpi in _RESOLUTIONS:
        dots = int(side / _INCH * dpi) // modules
        if dots < LEAST_DOTS:
            least = LEAST_DOTS * modules / dpi * _INCH
            yield (
                f"[{code.id}] box = {_said(code.box)}: a code of {side:g} mm has {dots} dots a module at {dpi} dpi, and "
                f"needs {LEAST_DOTS}: make it {least:.1f} mm."
            )


def _clashing(template: Template) -> Iterator[str]:
    """Yield what may be drawn over the code, which would then not read."""
    code = template.code
    for each in template.elements:
        if each is not code and each.face is code.face and not _is_paper(each) and _overlap(each.box, code.box):
            yield f"[{each.id}] box = {_said(each.box)} lies over the code at {_said(code.box)}."


def _is_paper(element: Element) -> bool:
    """Return whether an element is as white as paper."""
    return isinstance(element, Band) and element.fill.upper() == "#FFFFFF"


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > _SLACK and down > _SLACK


def _said(box: Box) -> str:
    return f"[{box.left:g}, {box.top:g}, {box.width:g}, {box.height:g}]"
