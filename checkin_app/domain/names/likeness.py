"""People who can be taken for each other at a desk, and what it is that they share."""

from collections.abc import Collection
from enum import StrEnum

from checkin_app.domain.names.folding import fold
from checkin_app.domain.names.pinyin import PinyinTable, is_han


class Likeness(StrEnum):
    """What people who are called alike share, the most telling first."""

    NAME = "name"
    """Letter for letter, but for case and accents."""
    PINYIN = "pinyin"
    """Different Han characters that are read alike."""
    SPELLING = "spelling"
    """Different names that Latin letters write alike."""


def sound_of(name: str, latin: str, readings: Collection[str]) -> str:
    """Return what two people must share to be taken for each other: Latin letters without blanks, else the name."""
    return fold(latin).replace(" ", "") or next(iter(readings), "") or fold(name).replace(" ", "")


def readings_of(name: str, table: PinyinTable | None) -> tuple[str, ...]:
    """Return the pinyin of a Han name, the likeliest first; nothing of other names."""
    plain = fold(name).replace(" ", "")
    return tuple("".join(each) for each in table.readings(plain)) if table and is_han(plain) else ()


def likeness(people: Collection[tuple[str, Collection[str]]]) -> Likeness:
    """Return what people who sound alike share.

    Args:
        people: the name of each and the pinyin of it.
    """
    names = {fold(name).replace(" ", "") for name, _ in people}
    if len(names) == 1:
        return Likeness.NAME
    common = frozenset.intersection(*(frozenset(readings) for _, readings in people))
    return Likeness.PINYIN if all(map(is_han, names)) and common else Likeness.SPELLING
