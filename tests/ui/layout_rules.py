"""What is wrong with a window as it is laid out: controls outside, texts cut, two things on one place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from layout_laptops import OTHERS, own
from layout_people import given_texts
from layout_printers import ALL as PRINTERS
from layout_printers import OFFERED
from layout_spy import PaintedText, painted
from layout_stage import FORUM
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QScrollArea, QWidget

from checkin_app.ui.badge_desk.holder import HolderColumn
from checkin_app.ui.find.side import PersonSide
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.person import PersonCard

_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
#: What a finger needs, whatever the size of the text.
LEAST_TARGET = 44
#: A list of which less is seen is no list.
LEAST_ROWS = 2
#: Of what scrolls, a person sees at least this many pixels, unless there is no more of it.
LEAST_SEEN = 72
#: A shortened text still says whom or what it is about.
LEAST_LETTERS = 8
_ELLIPSIS = "…"
#: There is more than a row shows: its tip has the rest.
_MORE = " …"
_SLACK = 1.5
_UNTOLD = dict.fromkeys(map(ord, " \u200d\u00a0"))


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: "Box") -> bool:
        return (
            self.left >= other.left - _SLACK
            and self.top >= other.top - _SLACK
            and self.right <= other.right + _SLACK
            and self.bottom <= other.bottom + _SLACK
        )

    def both(self, other: "Box") -> "Box":
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def collides(self, other: "Box", depth: float = _SLACK) -> bool:
        left, top, right, bottom = self
        left_there, top_there, right_there, bottom_there = other
        # What parts most pairs comes first: a run of tests asks this of some ten million.
        return (
            bottom - top_there > depth
            and bottom_there - top > depth
            and right - left_there > _SLACK
            and right_there - left > _SLACK
            and min(bottom - top, bottom_there - top_there) > depth
            and min(right - left, right_there - left_there) > _SLACK
        )

    def __str__(self) -> str:
        return f"at {self.left:.0f},{self.top:.0f} {self.right - self.left:.0f}×{self.bottom - self.top:.0f}"


def _named(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} “{said[:40]}”"


def _is_viewport(widget: QWidget | None, kind: type[QWidget]) -> bool:
    area = widget.parentWidget() if widget else None
    return isinstance(area, kind) and area.viewport() is widget


@dataclass(slots=True)
class Sight:
    """One window as it is laid out now, looked at once."""

    window: QWidget
    over: QWidget | None = None
    """What lies over everything else and is looked at alone."""
    shown: list[QWidget] = field(init=False)
    texts: list[PaintedText] = field(init=False)
    _rooms: dict[QWidget, tuple[Box, QWidget | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        top = self.over or self.window
        self.shown = [each for each in top.findChildren(QWidget) if each.isVisibleTo(self.window)]
        texts = painted(self.window)
        self.texts = [each for each in texts if top is each.widget or top.isAncestorOf(each.widget)]

    def faults(self) -> Iterator[str]:
        assert self.texts
        yield from self._controls_outside()
        yield from self._controls_overlapping()
        yield from self._lists_squeezed()
        yield from self._names_scrolled_away()
        yield from self._texts_cut()
        yield from self._texts_overlapping()

    # ---- places

    def placed(self, widget: QWidget) -> Box:
        corner = widget.mapTo(self.window, QPoint(0, 0))
        return Box(corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height())

    def room(self, widget: QWidget) -> Box:
        """Return where `widget` can be seen; what can be scrolled into sight counts as seen."""
        return self._room(widget)[0]

    def _room(self, widget: QWidget) -> tuple[Box, QWidget | None]:
        """Return the room of a widget and the scroll area's viewport that it moves in, if any."""
        if widget not in self._rooms:
            place = self.placed(widget)
            if widget is self.window:
                self._rooms[widget] = place, None
            else:
                within = widget.parentWidget()
                room, area = self._room(within)
                if _is_viewport(within, QScrollArea):
                    area = within
                high = Box(room.left, place.top, room.right, place.bottom) if area else room
                self._rooms[widget] = place.both(high), area
        return self._rooms[widget]

    def _apart(self, one: QWidget, other: QWidget) -> bool:
        """Return whether the two are not seen as they stand: one of them is scrolled without the other."""
        return self._room(one)[1] is not self._room(other)[1]

    def _of(self, *kinds: type[QWidget]) -> list[QWidget]:
        return [each for each in self.shown if isinstance(each, kinds)]

    # ---- controls

    def _controls_outside(self) -> Iterator[str]:
        for each in self._of(*_CONTROLS):
            place = self.placed(each)
            if not place.within(self.room(each)):
                yield f"outside: {_named(each)} {place}"
            if isinstance(each, QAbstractButton) and min(each.width(), each.height()) < LEAST_TARGET:
                yield f"too small for a finger: {_named(each)} {place}"

    def _controls_overlapping(self) -> Iterator[str]:
        rooms = [(each, self.room(each), _SLACK) for each in self._of(*_CONTROLS)]
        for (one, room, _), (other, further, _) in colliding(rooms):
            if one.isAncestorOf(other) or other.isAncestorOf(one) or self._apart(one, other):
                continue
            yield f"overlap: {_named(one)} {room} and {_named(other)} {further}"

    def _lists_squeezed(self) -> Iterator[str]:
        for each in self._of(QAbstractItemView):
            rows = min(each.model().rowCount(), LEAST_ROWS)
            if each.viewport().height() + _SLACK < sum(each.sizeHintForRow(row) for row in range(rows)):
                yield f"fewer than {rows} rows in sight: {_named(each)} {self.placed(each)}"
        for area in self._of(QScrollArea):
            inner = area.widget()
            layout = inner.layout() or inner
            fitted = layout.heightForWidth(inner.width()) if layout.hasHeightForWidth() else 0
            whole = fitted if fitted > 0 else inner.sizeHint().height()
            if area.viewport().height() + _SLACK < min(whole, LEAST_SEEN):
                yield f"little is seen of what scrolls: {_named(inner)} {self.placed(area)}"

    def _names_scrolled_away(self) -> Iterator[str]:
        """Whose card it is comes before everything that scrolls in it, but for what went wrong just now."""
        for card in self._of(PersonCard, PersonSide, HolderColumn):
            name, trouble = (
                card._name,
                getattr(card, "_trouble", None) or (isinstance(card, HolderColumn) and card._note),
            )
            if name.isVisibleTo(self.window) and not (trouble and trouble.isVisibleTo(self.window)):
                area = next(each for each in card.findChildren(QScrollArea) if each.isAncestorOf(name))
                if not self.placed(name).within(self.placed(area.viewport())):
                    yield f"name scrolled away: {_named(name)} {self.placed(name)}"

    # ---- texts

    def _texts_cut(self) -> Iterator[str]:
        ahead, line = "", (None, 0)
        for each in self.texts:
            same = (each.widget, round(each.top))
            ahead = ahead + each.words if same == line else each.words
            line = same
            if _ELLIPSIS in each.words and not _own_ellipsis(each.widget) and not _may_shorten(each.widget, ahead):
                yield f"shortened: “{ahead}” in {_named(each.widget)} {_box(each)}"
            elif self._is_cut(each):
                yield f"cut: “{each.words}” in {_named(each.widget)} {_box(each)}"

    def _is_cut(self, text: PaintedText) -> bool:
        widget, place = text.widget, _box(text)
        if not text.words.strip() or (isinstance(widget, QLineEdit) and widget.text()):
            return False
        room = self.room(widget)
        if _is_viewport(widget, QAbstractItemView):
            # A row that is half in sight is reached by scrolling; a text too wide for its row is not.
            room = Box(room.left, min(room.top, place.top), room.right, max(room.bottom, place.bottom))
        return not place.within(room)

    def _in_sight(self) -> list[tuple[PaintedText, Box]]:
        boxes = [(each, self._seen(each)) for each in self.texts if each.words.strip()]
        return [
            (each, box)
            for each, box in boxes
            if not _is_viewport(each.widget, QAbstractItemView) or box.within(self.room(each.widget))
        ]

    def _seen(self, text: PaintedText) -> Box:
        """Return what is seen of a text; what is typed into a field moves under its ends."""
        box = _box(text)
        return box.both(self.room(text.widget)) if isinstance(text.widget, QLineEdit) else box

    def _texts_overlapping(self) -> Iterator[str]:
        texts = self._in_sight()
        deep = [(each, box, 0.25 * each.pixels) for each, box in texts]
        for (one, place, _), (other, further, _) in colliding(deep):
            if one.widget is other.widget and isinstance(one.widget, QLineEdit):
                continue  # what is marked in a field is drawn twice
            if not self._apart(one.widget, other.widget):
                yield f"overlap: “{one.words}” and “{other.words}” {place.both(further)}"
        controls = [(each, self.room(each)) for each in self._of(QAbstractButton, QLineEdit, QComboBox)]
        for each, box in texts:
            top, bottom = box.top, box.bottom
            for control, room in controls:
                if room.top >= bottom or room.bottom <= top or not room.collides(box, 0.25 * each.pixels):
                    continue
                own = control is each.widget or control.isAncestorOf(each.widget)
                if not own and not self._apart(control, each.widget):
                    yield f"overlap: “{each.words}” and {_named(control)} {box}"


Placed: TypeAlias = tuple[Any, Box, float]
"""What stands somewhere, its place, and how deep another may reach into it."""


def colliding(placed: list[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield each two of which one reaches deeper into the other than either bears; from the top downwards."""
    falling = sorted(placed, key=lambda each: each[1].top)
    for number, one in enumerate(falling, 1):
        for other in islice(falling, number, None):
            if other[1].top >= one[1].bottom:
                break  # nor does any that begins further down
            if one[1].collides(other[1], min(one[2], other[2])):
                yield one, other


def _box(text: PaintedText) -> Box:
    return Box(text.left, text.top, text.right, text.bottom)


def _own_ellipsis(widget: QWidget) -> bool:
    said = [widget.accessibleName(), getattr(widget, "text", str)(), getattr(widget, "placeholderText", str)()]
    return any(_ELLIPSIS in each for each in said)


def _of_the_forum() -> Iterator[str]:
    """Yield the names that an organiser gave: whole in the form of what is chosen in a list."""
    for language in FORUM.languages:
        for each in (*FORUM.sessions, *FORUM.categories, *FORUM.routes):
            yield each.name.in_(language)
        yield from (each.place.in_(language) for each in FORUM.sessions)
        yield from (" → ".join(stop.name.in_(language) for stop in each.stops) for each in FORUM.routes)


_GIVEN = tuple(
    each.translate(_UNTOLD)
    for each in (
        *given_texts(),
        *_of_the_forum(),
        *(other.enrolment.name for other in (own, *OTHERS)),
        *(printer.name for printer in PRINTERS),
        *OFFERED,
    )
)


def _may_shorten(widget: QWidget, words: str) -> bool:
    """Return whether it is what a list gave, in a row: the whole of it is shown where the person is chosen."""
    if words.endswith(_MORE):
        return _in_row(widget)
    start = words.partition(_ELLIPSIS)[0].translate(_UNTOLD)
    if not _in_row(widget) or len(start) < LEAST_LETTERS:
        return False
    # A number may stand on the same line before it.
    return any(start[ahead:] in given for ahead in range(len(start) - LEAST_LETTERS + 1) for given in _GIVEN)


def _in_row(widget: QWidget) -> bool:
    """Return whether `widget` is a row, or a button that names some of those who stand in rows beside it."""
    return _is_viewport(widget, QAbstractItemView) or "Row" in type(widget).__name__ or isinstance(widget, HeldButton)


def faults(window: QWidget, over: QWidget | None = None) -> list[str]:
    """Return everything that is wrong with a window as it is laid out now, or with what lies over it."""
    return list(Sight(window, over).faults())
