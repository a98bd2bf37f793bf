"""Whether a whole name holds a part of it, or two of them have nothing in common."""

import re

from checkin_app.domain.lists.scripts import is_latin
from checkin_app.domain.names.folding import fold

#: So many letters of a part are found by chance in no other name.
_LETTERS = 4


def holds(whole: str, part: str) -> bool:
    """Return whether every word of a part is in the whole, or all of it runs on there: Mei-ling in "Li Meiling"."""
    words, sought = fold(whole).split(), fold(part).split()
    if set(sought) <= set(words):
        return True
    run, text = "".join(sought), "".join(words)
    return run in text and (len(run) >= _LETTERS or not is_latin(part))


_HAN = re.compile(r"[㐀-鿿豈-﫿]+")


def is_somebody_else(name: str, other: str) -> bool:
    """Return whether two whole names in the same letters have not a word, or not a character, in common."""
    if is_latin(name) and is_latin(other):
        return set(fold(name).split()).isdisjoint(fold(other).split())
    one, two = "".join(name.split()), "".join(other.split())
    return bool(_HAN.fullmatch(one) and _HAN.fullmatch(two)) and set(one).isdisjoint(two)
