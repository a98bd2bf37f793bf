"""Badge numbers as people type them: read from print, with the issue or without."""

import re
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
    if len(parts) <= _MOST_PARTS and "0" not in [part[0] for part in parts]:
        return frozenset()
    ways = [{part, part.lstrip("0") or "0"} if _is_number(part) else {part} for part in parts[:_MOST_PARTS]]
    return frozenset(map(_joined, product(*ways))) - {number_key(number)}


@lru_cache(maxsize=64)  # a number that is indexed is parted three times running
def _parts(text: str) -> tuple[str, ...]:
    return tuple(_PART.findall(fold(_SIGNS.sub(" ", text[:_LONGEST]))))


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _is_issue(part: str) -> bool:
    """Return whether a part can be an issue: printed without zeros, in one byte."""
    return _is_number(part) and part[0] != "0" and len(part) <= len(str(LAST_ISSUE)) and int(part) <= LAST_ISSUE


def _joined(parts: tuple[str, ...]) -> str:
    """Join parts into one word; two runs of digits stay apart, or 0005-1 would be 00051."""
    word = ""
    for part in parts:
        word += _BETWEEN + part if _is_number(part) and word[-1:].isdigit() else part
    return word


_BETWEEN = "ː"
"""A letter beyond ASCII, since the index parts words at ASCII signs, and on no keyboard."""
