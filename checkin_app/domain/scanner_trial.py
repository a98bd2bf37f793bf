"""What a scanner makes of a code whose text is known: how its letters arrive, what it adds, whether it is set wrongly."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase, digits

#: Every letter and digit that a badge's code is made of, after a word that no badge begins with.
TRIAL_CODE = f"CAL{ascii_uppercase}{digits}"
#: Of a code that came in pieces, or from a scanner set to another keyboard, at least so much must be there.
_HALF = len(TRIAL_CODE) // 2
_MOST_ADDED = 12


class Finding(StrEnum):
    """What the trial showed."""

    WELL = "well"
    LETTER_CASE = "letter_case"
    """Capitals came as small letters or the reverse: codes are read all the same."""
    LAYOUT = "layout"
    """This laptop's keyboard is not the scanner's: codes are read by their keys."""
    ADDS = "adds"
    """The scanner puts something before or after each code."""
    OTHER_KEYBOARD = "other_keyboard"
    """The scanner is set to the keyboard of another country, and no reading of its keys is right."""
    CUT = "cut"
    """Only a part arrived."""
    ANOTHER_CODE = "another_code"
    """Something else was scanned."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One scan of the trial code."""

    finding: Finding
    added: str = ""
    """What stood before and after it, with an ellipsis in the code's place."""

    @property
    def read(self) -> bool:
        """Whether badges are read as the scanner is set now."""
        return self.finding in {Finding.WELL, Finding.LETTER_CASE, Finding.LAYOUT}


def tried(candidates: Sequence[str]) -> Trial:
    """Return what a scan says of the scanner; its candidates are the readings of its keys, that by their place first."""
    if not candidates:
        return Trial(Finding.ANOTHER_CODE)
    if TRIAL_CODE in candidates:
        same = all(each == TRIAL_CODE for each in candidates[:2])
        return Trial(Finding.WELL if same else Finding.LAYOUT)
    if any(each.casefold() == TRIAL_CODE.casefold() for each in candidates):
        return Trial(Finding.LETTER_CASE)
    return next(filter(None, map(_around, candidates)), None) or _broken(candidates[0])


def _around(read: str) -> Trial | None:
    """Return what the scanner adds where the whole code is somewhere in what was read."""
    before, found, after = read.upper().partition(TRIAL_CODE)
    if not found or len(before) + len(after) > _MOST_ADDED:
        return None
    return Trial(Finding.ADDS, f"{before}…{after}")


def _broken(read: str) -> Trial:
    folded = read.upper()
    if len(folded) >= _HALF and (folded in TRIAL_CODE):
        return Trial(Finding.CUT)
    if len(folded) == len(TRIAL_CODE) and _alike(folded) >= _HALF:
        return Trial(Finding.OTHER_KEYBOARD)
    return Trial(Finding.ANOTHER_CODE)


def _alike(read: str) -> int:
    return sum(one == other for one, other in zip(read, TRIAL_CODE, strict=True))
