"""What is wrong with a badge template that reads well: what lies beyond the page, and a code too small to be printed."""

from collections.abc import Iterator, Sequence

from printing import qr
from printing.fit import Box
from printing.raster import LEAST_DOTS
from printing.template import Template

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
    for name, box in _boxes(template):
        if box.left + box.width > template.width + _SLACK or box.top + box.height > template.height + _SLACK:
            yield f"[{name}] box = {_said(box)} reaches beyond the page of {template.width:g} × {template.height:g} mm."
        elif not box.width or not box.height:
            yield f"[{name}] box = {_said(box)} has no area."


def _boxes(template: Template) -> Iterator[tuple[str, Box]]:
    yield "code", template.code
    if template.emblem:
        yield "emblem", template.emblem.box
    yield from ((f"blocks {number}", each.box) for number, each in enumerate(template.blocks, 1))
    yield from ((f"stacks {number}", each.box) for number, each in enumerate(template.stacks, 1))


def _too_small(template: Template) -> Iterator[str]:
    modules = len(qr.matrix("x" * _CODE)) + 2 * qr.QUIET
    side = min(template.code.width, template.code.height)
    for dpi in _RESOLUTIONS:
        dots = int(side / _INCH * dpi) // modules
        if dots < LEAST_DOTS:
            least = LEAST_DOTS * modules / dpi * _INCH
            yield (
                f"[code] box = {_said(template.code)}: a code of {side:g} mm has {dots} dots a module at {dpi} dpi, and "
                f"needs {LEAST_DOTS}: make it {least:.1f} mm."
            )


def _clashing(template: Template) -> Iterator[str]:
    """Yield the texts that may be drawn over the code, which would then not read."""
    for number, each in enumerate(template.stacks, 1):
        if _overlap(each.box, template.code):
            yield f"[stacks {number}] box = {_said(each.box)} lies over the code at {_said(template.code)}."


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > _SLACK and down > _SLACK


def _said(box: Box) -> str:
    return f"[{box.left:g}, {box.top:g}, {box.width:g}, {box.height:g}]"
