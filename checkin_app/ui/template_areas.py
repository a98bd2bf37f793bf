"""Where elements stand on a page: moved, resized, drawn to one another, and never beyond the page.  Lengths are mm."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from msgspec import Struct

GRID = 0.5
LEAST = 1.0
"""What is resized keeps so much: less can neither be seen nor taken hold of."""
#: Lengths are kept to a hundredth, which no printer sees; sums of tenths would write themselves with sixteen digits.
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float


class Area(Struct, frozen=True, array_like=True):
    """A box, from the top left of its page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def across(self) -> "Span":
        return Span(self.left, self.right)

    @property
    def down(self) -> "Span":
        return Span(self.top, self.bottom)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Span:
    """An area in one direction: where it begins and where it ends."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def marks(self) -> tuple[float, float, float]:
        """Its edges and its middle, to which others are drawn."""
        return self.start, (self.start + self.end) / 2, self.end


class Handle(Enum):
    """Where an element is taken hold of to resize it: which edge goes across, and which down; 0 for none."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)

    @property
    def across(self) -> int:
        return self.value[0]

    @property
    def down(self) -> int:
        return self.value[1]

    def of(self, area: Area) -> tuple[float, float]:
        """Return where it is at an area."""
        return area.across.marks[self.across + 1], area.down.marks[self.down + 1]


@dataclass(frozen=True, slots=True)
class Guides:
    """Lines that an element was drawn to, across and down; empty where it keeps to the grid alone."""

    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()


def moved(area: Area, across: float, down: float, page: Page) -> Area:
    """Return the area so much further right and down, as far as the page goes."""
    return area_of(_within(_shifted(area.across, across), page.width), _within(_shifted(area.down, down), page.height))


def resized(area: Area, handle: Handle, across: float, down: float, page: Page) -> Area:
    """Return the area with the edges of a handle moved, as far as the page goes and never over the opposite edge."""
    return area_of(
        _stretched(area.across, handle.across, across, page.width),
        _stretched(area.down, handle.down, down, page.height),
    )


def squared(area: Area, handle: Handle, page: Page) -> Area:
    """Return the area that was resized by a handle as a square, the edges opposite to the handle where they are."""
    side = (
        max(area.width, area.height) if handle.across and handle.down else area.width if handle.across else area.height
    )
    room_x = area.right if handle.across < 0 else page.width - area.left
    room_y = area.bottom if handle.down < 0 else page.height - area.top
    side = min(side, room_x, room_y)
    left = area.right - side if handle.across < 0 else area.left
    top = area.bottom - side if handle.down < 0 else area.top
    return area_of(Span(left, left + side), Span(top, top + side))


@dataclass(frozen=True, slots=True)
class Around:
    """What an element in somebody's hand is drawn to."""

    page: Page
    others: Sequence[Area] = ()
    """The elements on its face, to whose edges and middles it is drawn."""
    pull: float = 0.0
    """From how far."""

    def across(self) -> tuple[float, ...]:
        return _lines(self.page.width, (each.across for each in self.others))

    def down(self) -> tuple[float, ...]:
        return _lines(self.page.height, (each.down for each in self.others))


def dragged(area: Area, across: float, down: float, around: Around) -> tuple[Area, Guides]:
    """Return the area moved by hand: to a line that is near enough, else to the grid."""
    x, at_x = _drawn(_shifted(area.across, across), around.across(), around.pull)
    y, at_y = _drawn(_shifted(area.down, down), around.down(), around.pull)
    found = area_of(_within(x, around.page.width), _within(y, around.page.height))
    return found, Guides(_kept(at_x, found.across.marks), _kept(at_y, found.down.marks))


def pulled(area: Area, handle: Handle, across: float, down: float, around: Around) -> tuple[Area, Guides]:
    """Return the area resized by hand: its edge to a line that is near enough, else to the grid."""
    by_x, at_x = _pull(area.across, handle.across, across, around.across(), around.pull)
    by_y, at_y = _pull(area.down, handle.down, down, around.down(), around.pull)
    found = resized(area, handle, by_x, by_y, around.page)
    return found, Guides(_kept(at_x, found.across.marks), _kept(at_y, found.down.marks))


def area_of(across: Span, down: Span) -> Area:
    """Return the area of two spans, in lengths that are written in few digits."""
    left, top = round(across.start, _DIGITS), round(down.start, _DIGITS)
    return Area(left, top, round(across.end - left, _DIGITS), round(down.end - top, _DIGITS))


def inside(area: Area, page: Page) -> Area:
    """Return the area where the page has it, smaller where it is larger than the page."""
    return moved(area, 0, 0, page)


def _shifted(span: Span, by: float) -> Span:
    return Span(span.start + by, span.end + by)


def _within(span: Span, most: float) -> Span:
    length = min(max(0.0, span.length), most)
    start = min(max(0.0, span.start), most - length)
    return Span(start, start + length)


def _stretched(span: Span, edge: int, by: float, most: float) -> Span:
    """Move the start or the end of a span, or neither."""
    span = _within(span, most)
    least = min(LEAST, most)
    if edge < 0:
        end = max(span.end, least)
        return Span(min(max(0.0, span.start + by), end - least), end)
    if edge > 0:
        start = min(span.start, most - least)
        return Span(start, max(min(most, span.end + by), start + least))
    return span


def _lines(most: float, others: Iterable[Span]) -> tuple[float, ...]:
    return (0.0, most / 2, most, *(mark for each in others for mark in each.marks))


def _drawn(span: Span, lines: Sequence[float], pull: float) -> tuple[Span, tuple[float, ...]]:
    """Return a span at the nearest line that one of its marks is drawn to, else with its start on the grid."""
    nearest = min((line - mark for line in lines for mark in span.marks), key=abs)
    if abs(nearest) > pull:
        return _shifted(span, _on_grid(span.start) - span.start), ()
    found = _shifted(span, nearest)
    return found, tuple(_met(lines, found.marks))


def _pull(span: Span, edge: int, by: float, lines: Sequence[float], pull: float) -> tuple[float, tuple[float, ...]]:
    if not edge:
        return 0.0, ()
    mark = span.start if edge < 0 else span.end
    nearest = min((line - (mark + by) for line in lines), key=abs)
    if abs(nearest) > pull:
        return _on_grid(mark + by) - mark, ()
    return by + nearest, (mark + by + nearest,)


def _met(lines: Iterable[float], marks: Sequence[float]) -> Iterator[float]:
    return (line for line in dict.fromkeys(lines) if any(abs(line - mark) < GRID / 100 for mark in marks))


def _kept(lines: Iterable[float], marks: Sequence[float]) -> tuple[float, ...]:
    """Return the lines that an element is still at, now that the page has held it back."""
    slack = 2 * 10**-_DIGITS
    return tuple(line for line in lines if any(abs(line - mark) <= slack for mark in marks))


def _on_grid(length: float) -> float:
    return round(length / GRID) * GRID
