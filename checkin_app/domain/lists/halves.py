"""The parts of a value that says one thing twice: in two languages, or with a qualifier."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

_BRACKETED = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]*)[)）\]】〕]")
_PARTING = re.compile(r"\s+[-–—]\s+|[/|\\、,，;；:：·\n–—]+")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\s.'’\-]*")


def halves(text: str) -> Iterator[str]:
    """Yield what may be the whole of it: without and within brackets, at each sign, in Latin letters and in others."""
    without = _BRACKETED.sub(" ", text)
    pieces = [without, *_BRACKETED.findall(text)]
    for piece in pieces:
        for part in {piece: None, **dict.fromkeys(_PARTING.split(piece))}:
            yield part.strip()
            if not part.isascii():
                yield " ".join(_LATIN.findall(part)).strip()
                yield _LATIN.sub(" ", part).strip()


def meant(text: str, known: Callable[[str], T | None]) -> T | None:
    """Return the one thing that is meant by the whole text, else by its halves; None where none is, or several are.

    A half of one letter says too little.
    """
    if (whole := known(text)) is not None:
        return whole
    found = {each for half in halves(text) if len(half) > 1 and (each := known(half)) is not None}
    return found.pop() if len(found) == 1 else None
