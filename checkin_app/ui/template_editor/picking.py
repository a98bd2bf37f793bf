"""What of a face a hand takes hold of, a handle of the element chosen or an element, however small it is, and the hold."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin_app.ui.template_areas import Area, Guides, Handle, Span
from checkin_app.ui.template_design import Design, Element
from checkin_app.ui.template_editor.steps import Steps

#: The first of those that lie on one another is taken: what has no area grows from there.
_HANDLES = (
    Handle.BOTTOM_RIGHT, Handle.TOP_LEFT, Handle.TOP_RIGHT, Handle.BOTTOM_LEFT,
    Handle.RIGHT, Handle.BOTTOM, Handle.LEFT, Handle.TOP,
)  # fmt: skip
#: Of an element so much of each side is left to be moved by, however near its handles are.
_OWN_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Point:
    """Where a hand is on a face, in mm."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Grip:
    """The element chosen is in somebody's hand."""

    handle: Handle | None
    """None where it is moved."""
    start: Area
    taken_at: Point
    before: Steps[Design]
    under: tuple[str, ...]
    """What lies at the point, the element that was drawn last first."""
    guides: Guides = field(default_factory=Guides)
    was_chosen: bool = False
    has_moved: bool = False


def handle_at(area: Area, point: Point, reach: float) -> Handle | None:
    """Return the nearest handle of an area within `reach` mm; inside the area they reach less far."""
    near: list[tuple[float, Handle]] = []
    for handle in _HANDLES:
        x, y = handle.of(area)
        across = _within(point.x - x, area.across, handle.across, reach)
        down = _within(point.y - y, area.down, handle.down, reach)
        if across and down:
            near.append((max(abs(point.x - x), abs(point.y - y)), handle))
    return min(near, key=lambda each: each[0])[1] if near else None


def _within(off: float, span: Span, side: int, reach: float) -> bool:
    inward = min(reach, _OWN_SHARE * span.length)
    if side == 0:
        return abs(off) <= inward if span.length else abs(off) <= reach
    outwards = off * side
    return -inward <= outwards <= reach


def elements_at(elements: Sequence[Element], point: Point, reach: float) -> list[Element]:
    """Return the elements under a point, those drawn last first; where there is none, those within `reach` mm."""
    under = [each for each in reversed(elements) if each.box.holds(point.x, point.y)]
    return under or [each for each in reversed(elements) if _grown(each.box, reach).holds(point.x, point.y)]


def _grown(area: Area, by: float) -> Area:
    return Area(area.left - by, area.top - by, area.width + 2 * by, area.height + 2 * by)
