"""How a text finds its size: by measured width and by steps, on one line or two, or it is refused."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import Annotated

from msgspec import Meta, Struct

from checkin_app.domain.problems import TextDoesNotFit
from printing import bidi
from printing.fonts import Weight
from printing.text import ShapedLine, clean, clusters, shape

MM = 72 / 25.4
"""Points in a millimetre."""
_EXCERPT = 60
#: No text of a badge is longer; shaping five thousand characters to find that out would keep the desk waiting.
_LONGEST = 400
#: After these a line may break: the points part the words of a name that is written in Han or kana.
_PARTING = " -/·•‧・"
#: With these no line begins.
_KEPT = " ·•‧・"
#: East Asian letters and full-width forms, between any two of which a line may break.
_EAST_ASIAN = re.compile("[⺀-꯿＀-￯𠀀-𿿿]")


_Length = Annotated[float, Meta(ge=0, le=2000)]


class Box(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """In mm from the top left of the page."""

    left: _Length
    top: _Length
    width: _Length
    height: _Length


class Step(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One way of setting a text: at this size in points, on so many lines."""

    size: Annotated[float, Meta(ge=4, le=200)]
    lines: Annotated[int, Meta(ge=1, le=4)]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text that fits its width."""

    lines: tuple[ShapedLine, ...]
    size: float
    tallest: float = 100.0
    """The most that a line may claim above or below its base line, in type sizes."""

    @property
    def height(self) -> float:
        """In mm, from the top of the first line to the bottom of the last."""
        return sum(self.ascent(line) + self.descent(line) for line in self.lines)

    def width(self, line: ShapedLine) -> float:
        return line.width * self.size / MM

    def ascent(self, line: ShapedLine) -> float:
        """Return the mm kept above a base line: 0.95 of the size, more where a script's marks reach higher."""
        return min(max(0.95, line.top + 0.08), self.tallest) * self.size / MM

    def descent(self, line: ShapedLine) -> float:
        return min(max(0.3, line.bottom + 0.05), self.tallest) * self.size / MM


def fits(text: str, weight: Weight, width: float, steps: Sequence[Step], *, is_name: bool = False) -> Iterator[Fitted]:
    """Yield the settings of `text` that keep to `width` mm, in the order of `steps`; a name is broken between words only.

    Raises:
        GlyphMissing, FontMissing: as `printing.text.shape`.
    """
    cleaned = clean(text)
    if len(cleaned) > _LONGEST:
        return
    rtl = bidi.is_right_to_left(cleaned)
    whole = shape(cleaned, weight, right_to_left=rtl)
    places = tuple(between_words(cleaned) if is_name else breaks(cleaned))
    for step in steps:
        room = width * MM / step.size
        lines = _broken(cleaned, weight, places, (step.lines, room), rtl=rtl) if places and step.lines > 1 else (whole,)
        if len(lines) <= step.lines and max(line.width for line in lines) <= room:
            yield Fitted(lines, step.size)


def fit(text: str, weight: Weight, width: float, steps: Sequence[Step]) -> Fitted:
    """Return the first setting of `text` that keeps to `width` mm.

    Raises:
        TextDoesNotFit: even the last step is too wide.
        GlyphMissing, FontMissing: as `printing.text.shape`.
    """
    if found := next(fits(text, weight, width, steps), None):
        return found
    raise too_long(text)


def too_long(text: str) -> TextDoesNotFit:
    cleaned = clean(text[: 4 * _EXCERPT])
    return TextDoesNotFit(text=cleaned if len(cleaned) <= _EXCERPT else cleaned[:_EXCERPT] + "…")


def _broken(
    text: str, weight: Weight, places: tuple[int, ...], lines_and_room: tuple[int, float], *, rtl: bool
) -> tuple[ShapedLine, ...]:
    """Return `text` on lines, broken at some of `places`: two as even as they can be, more as full as they can be."""
    count, room = lines_and_room
    if count == 2:
        return halved(text, weight, places, rtl=rtl)

    def line(start: int, end: int) -> ShapedLine:
        return shape(text[start:end].strip(), weight, right_to_left=rtl)

    lines: list[ShapedLine] = []
    start = 0
    while start < len(text):
        ends = [place for place in (*places, len(text)) if place > start]
        fitting = list(takewhile(lambda end: line(start, end).width <= room, ends))  # noqa: B023 - used up at once
        end = fitting[-1] if fitting else ends[0]
        lines.append(line(start, end))
        start = end
    return tuple(lines)


@lru_cache(maxsize=1024)
def halved(text: str, weight: Weight, places: tuple[int, ...], *, rtl: bool) -> tuple[ShapedLine, ...]:
    """Return `text` on the two lines whose longer one is shortest, or on one where it cannot be broken."""
    best: tuple[ShapedLine, ...] = (shape(text, weight, right_to_left=rtl),)
    for at in places:
        pair = tuple(shape(part.strip(), weight, right_to_left=rtl) for part in (text[:at], text[at:]))
        if max(line.width for line in pair) < max(line.width for line in best):
            best = pair
    return best


def between_words(text: str) -> list[int]:
    """Return the places in a name at which a new line may begin: after a space, a hyphen or a point, inside no word."""
    return [place for place in breaks(text) if text[place - 1] in _PARTING]


def breaks(text: str) -> list[int]:
    """Return the places in `text` at which a new line may begin."""
    places: list[int] = []
    at = 0
    for cluster in clusters(text):
        if at and (text[at - 1] in _PARTING or _breaks(text[at - 1], cluster[0])) and cluster not in _KEPT:
            places.append(at)
        at += len(cluster)
    return places


def _breaks(before: str, after: str) -> bool:
    """Return whether a line may break between two letters that no space parts."""
    closing = "、。，）」』》〉】"
    return bool(_EAST_ASIAN.match(before) and _EAST_ASIAN.match(after)) and after not in closing


def wrapped(text: str, weight: Weight, width: float, size: float) -> Fitted:
    """Return `text` on as many lines as it takes; a word wider than a line is broken between letters.

    For lists, where nothing may be cut and nothing may fail.

    Raises:
        GlyphMissing, FontMissing: as `printing.text.shape`.
    """
    cleaned = clean(text)
    rtl = bidi.is_right_to_left(cleaned)
    room = width * MM / size
    lines: list[ShapedLine] = []
    while cleaned:
        head = _longest_head(cleaned, weight, room, rtl=rtl)
        lines.append(shape(cleaned[:head].strip(), weight, right_to_left=rtl))
        cleaned = cleaned[head:].strip()
    return Fitted(tuple(lines), size)


def _longest_head(text: str, weight: Weight, room: float, *, rtl: bool) -> int:
    """Return how many characters of `text` go on one line: at a break, else at a letter, at least one letter."""

    def width(at: int) -> float:
        return shape(text[:at].strip(), weight, right_to_left=rtl).width

    # no line of ours holds more letters than this, so that a hostile text costs no more than its own length
    near = text[:_LONGEST]
    if len(near) == len(text) and width(len(text)) <= room:
        return len(text)
    for places in (breaks(near), list(accumulate(map(len, clusters(near))))):
        # joined letters may make a longer text the narrower one; where bisection stops has been measured all the same
        count = bisect_right(places, room, key=width)
        if count:
            return places[count - 1]
    return len(next(clusters(near)))
