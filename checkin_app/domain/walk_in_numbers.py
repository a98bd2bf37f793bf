"""The badge numbers of people whom no list named: given by laptops apart, and none given twice.

Letters stand for the laptop, digits count its walk-ins and end with one that proves them; the arithmetic is in
docs/decisions/0060-walk-in-numbers.md.
"""

from checkin_app.domain.ids import StationId

#: No vowel, so that no word comes out; no I, O or U, which read as 1, 0 and V.
LETTERS = "BCDFGHJKLMNPQRSTVWXYZ"
_COUNT_OF_LETTERS = 6
LONGEST = 5
"""Digits of a number that a laptop has given itself: a list that has longer ones does not lengthen the next."""
_FIRST = 10
"""Counted from here, a number has no leading zero that could be left out and always three digits to begin with."""

#: H. M. Damm, Total anti-symmetrische Quasigruppen (Marburg 2004), page 106: every wrong digit and every swap of
#: neighbours changes the last digit.
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def letters_of(station: StationId) -> str:
    """Return the letters that stand for a station: one of 85 766 121 words, by its identity."""
    rest, letters = int(station, 16), ""
    for _ in range(_COUNT_OF_LETTERS):
        rest, place = divmod(rest, len(LETTERS))
        letters += LETTERS[place]
    return letters


def next_number(letters: str, highest: int) -> str:
    """Return the number after the one whose digits are `highest`; 0 where the laptop has given none."""
    count = str(max(highest // 10 + 1, _FIRST))
    return f"{letters}{count}{_check_digit(count)}"


def highest_of(number: str) -> int:
    """Return the digits of a walk-in's number."""
    return int(number[_COUNT_OF_LETTERS:])


def _check_digit(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim
