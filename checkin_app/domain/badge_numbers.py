"""Badge numbers as people type them: read from print, with the issue or without."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from checkin_app.domain.codes import LAST_ISSUE
from checkin_app.domain.names.folding import fold

_LONGEST = 60
"""Characters of a typed text that are looked at; no number is longer."""
_MOST_PARTS = 6
_PART = re.compile(r"[0-9]+|[^0-9 ]+")
#: What people write before or after a number, and the long vowel mark that a Japanese keyboard puts for a dash.
_SIGNS = re.compile(r"№|[#＃号號ー]|^\s*n[ro°º][.°º:．：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """One way to read a typed text: a number in its parts, and the issue printed after it."""

    parts: tuple[str, ...]
    """Runs of digits and of other signs, folded: ``HQ-007`` is ``hq`` and ``007``."""
    issue: int | None = None

    @property
    def key(self) -> str:
        """Return the parts as one word; what is typed between letters and digits makes no difference."""
        return _joined(self.parts)

    @property
    def key_without_end(self) -> str:
        """Return the number that may be meant where the end is no issue, or no dash was typed before it."""
        *parts, last = self.parts
        return _joined(tuple(parts)) if parts else last[:-1]


def has_digits(text: str) -> bool:
    """Return whether a typed text is taken for a number: in names there are no digits."""
    return any(map(_is_number, fold(text)))


def read_number(text: str) -> tuple[TypedNumber, ...]:
    """Return every way to read `text` as a badge number, with an issue and without; none where it is no number.

    ``0005-1`` is the first badge of 0005, or the badge of somebody whose number is 0005-1 by their list: who
    bears it decides.  Case, the width of digits, the kind of dash and blanks make no difference.
    """
    parts = _parts(text)
    if not 0 < len(parts) <= _MOST_PARTS or not any(map(_is_number, parts)):
        return ()
    *number, last = parts
    whole = TypedNumber(parts)
    if not number or not _is_number(number[-1]) or not _is_issue(last):
        return (whole,)
    return whole, TypedNumber(tuple(number), int(last))


def number_key(number: str) -> str:
    """Return the word by which a typed number is exactly this one; empty where there is nothing to type."""
    return _joined(_parts(number))


def short_keys(number: str) -> frozenset[str]:
    """Return the words for this number without leading zeros, as people say it.

    None with some of them: 005 is more likely the beginning of 0051 than another way to say 0005.
    """
    parts = _parts(number)
    padded = [part for part in parts if part[0] == "0"]
    if not padded and len(parts) <= _MOST_PARTS:
        return frozenset()
    if len(padded) == 1 and len(parts) <= _MOST_PARTS:  # as nearly every number has it
        plain = _plain(parts)
        return frozenset([_joined(plain)]) if plain != parts else frozenset()
    ways = [{part, part.lstrip("0") or "0"} if _is_number(part) else {part} for part in parts[:_MOST_PARTS]]
    return frozenset(map(_joined, product(*ways))) - {_joined(parts)}


def part_keys(number: str) -> Collection[str]:
    """Return the words whose beginnings are parts of this number: from each of its parts on, zeros and dashes or not."""
    parts = _parts(number)[:_MOST_PARTS]
    plain = _plain(parts)
    if len(parts) == 1:
        return {parts[0], plain[0]}
    if len(parts) == 2 and not parts[0][-1].isdigit():  # GSTF-00042, as nearly every list has it
        return {parts[0] + parts[1], plain[0] + plain[1], parts[1], plain[1]}
    keys = {_joined(parts), _joined(plain)}
    for start in range(1, len(parts)):
        keys.update((_joined(parts[start:]), _joined(plain[start:])))
    if any(_BETWEEN in key for key in keys):
        keys.update([key.replace(_BETWEEN, "") for key in keys])
    return keys


def looser_keys(text: str) -> frozenset[str]:
    """Return the words for a typed number with fewer zeros, or without the letters before it: a part, never exact."""
    parts = _parts(text)
    ways = {parts, parts[1:]} if parts and not _is_number(parts[0]) else {parts}
    readings = [way for way in ways if 0 < len(way) <= _MOST_PARTS and any(map(_is_number, way))]
    return frozenset(map(_joined, (*readings, *map(_plain, readings))))


@lru_cache(maxsize=64)  # a number that is indexed is parted three times running
def _parts(text: str) -> tuple[str, ...]:
    if text.isascii() and text.isalnum() and len(text) <= _LONGEST:  # as most are: there is no sign in it
        return tuple(_PART.findall(text.lower()))
    return tuple(_PART.findall(fold(_SIGNS.sub(" ", text[:_LONGEST]))))


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _is_issue(part: str) -> bool:
    """Return whether a part can be an issue: printed without zeros, in one byte."""
    return _is_number(part) and part[0] != "0" and len(part) <= len(str(LAST_ISSUE)) and int(part) <= LAST_ISSUE


def _plain(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of a number without leading zeros."""
    return tuple([part.lstrip("0") or "0" if part[0] == "0" else part for part in parts])


def _joined(parts: tuple[str, ...]) -> str:
    """Join parts into one word; two runs of digits stay apart, or 0005-1 would be 00051."""
    if len(parts) == 1:
        return parts[0]
    word, last = "", " "
    for part in parts:
        word += _BETWEEN + part if part[0] in _DIGITS and last.isdigit() else part
        last = part[-1]
    return word


_DIGITS = frozenset("0123456789")
_BETWEEN = "ː"
"""A letter beyond ASCII, since the index parts words at ASCII signs, and on no keyboard."""
