"""PINs: which may be one, and how long whoever typed a wrong one has to wait.  Pure."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

#: Wrong ones before a wait, and the first wait in milliseconds; each further one doubles it, up to the longest.
TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 30_000, 15 * 60_000
_PIN = re.compile(r"[0-9]{4,8}")


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a PIN was wrong, one after the other."""

    wrong: int
    at: int
    """When last, as an instant."""


def pin_of(typed: str) -> str:
    """Return what was typed as digits: an input method for Chinese may write wide ones."""
    return unicodedata.normalize("NFKC", typed).strip()


def may_be_pin(pin: str) -> bool:
    """Return whether nobody guesses it in the five tries before the first wait."""
    if not _PIN.fullmatch(pin):
        return False
    return any((int(after) - int(before)) % 10 not in {0, 1, 9} for before, after in pairwise(pin))


def left(wrong: int) -> int:
    """Return how many tries there are before a wait."""
    return max(0, TRIES - wrong)


def wait(wrong: int, since: int, now: int) -> int:
    """Return for how many milliseconds nothing is tried, after so many wrong ones of which the last was at `since`.

    A clock that was set back lengthens no wait.
    """
    if wrong < TRIES:
        return 0
    whole = min(LONGEST_WAIT, FIRST_WAIT << min(wrong - TRIES, 10))
    return min(whole, max(0, since + whole - now))
