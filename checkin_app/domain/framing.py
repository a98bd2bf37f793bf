r"""What scanners add to a code, and the code within: the signature alone says which letters were the code's.

Seen are symbology and character-set marks (``]Q1`` of ISO/IEC 15424, ``\000026`` of AIM ITS/04-023), words and signs of
a handbook's prefix and suffix, control characters, blanks, the full-width letters of an input method, and two readings of
one badge without an Enter between.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checkin_app.domain.codes import LENGTH, BadgeCode, parse

_LONGEST = 4_096
"""Characters looked at: as many keys as one scan holds."""
_MOST_SHOWN = 12
"""Signs of a prefix that are told; what a stranger's code holds is no prefix."""
_CONTROLS = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
)  # fmt: skip
"""Control characters as the handbooks of scanners call them (ISO/IEC 646)."""
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
#: Version 1 in the first byte makes every code begin alike; the search looks ahead, since beginnings may overlap.
_WHOLE = re.compile(rf"(?=(A[EFGH][A-Z2-7]{{{LENGTH - 2}}}))")


@dataclass(frozen=True, slots=True)
class Added:
    """What stood in a scan besides its code."""

    before: str = ""
    after: str = ""
    inside: bool = False
    """Signs between the letters of the code."""
    wide: bool = False
    """Letters of the code that are not those of ASCII."""
    twice: bool = False
    """The code came more than once in one scan."""


@dataclass(frozen=True, slots=True)
class Framed:
    """Letters that may be a code, and the places of the first and the last in the scan; proven by nothing."""

    code: BadgeCode
    first: int
    last: int


def framed_in(scan: str) -> Iterator[Framed]:
    """Yield every run of letters in a scan that has the form of a code, whatever stands before, after and between."""
    letters, places = _letters(scan[:_LONGEST])
    for found in _WHOLE.finditer(letters):
        code = parse(found[1])
        if isinstance(code, BadgeCode):
            yield Framed(code, places[found.start()], places[found.start() + LENGTH - 1])


def apart(runs: Sequence[Framed]) -> bool:
    """Return whether a scan holds letters of different codes side by side, and not one code within its frame."""
    return any(one.code != other.code and one.last < other.first for one in runs for other in runs)


def added_to(scan: str, proven: Iterable[Framed]) -> Added:
    """Return what a scan holds besides the one code that was proven in it, once or more often."""
    runs = list(proven)
    first, last = runs[0], runs[-1]
    body = scan[first.first : first.last + 1]
    plain = "".join(each for each in body if not each.isspace())
    return Added(
        before=scan[: first.first],
        after=scan[last.last + 1 :].rstrip("\r\n"),
        inside=len(body) > LENGTH,
        wide=not plain.isascii(),
        twice=len(runs) > 1,
    )


def shown_signs(added: str) -> str:
    """Return what was added as it can be shown: control characters by their names, in brackets."""
    shown = [f"<{_CONTROLS[ord(each)]}>" if ord(each) < len(_CONTROLS) else each for each in added]
    signs = "".join(each for each in shown[:_MOST_SHOWN] if each.isprintable())
    return signs + "…" * (len(shown) > _MOST_SHOWN)


def _letters(scan: str) -> tuple[str, list[int]]:
    """Return the letters of a code that a scan holds, in capitals, and the place of each.

    Decomposed, since a mark that follows a letter would be composed with it.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(scan):
        for letter in unicodedata.normalize("NFKD", character).upper():
            if letter in _LETTERS:
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
