"""In which order a line with right-to-left script in it is drawn (Unicode Standard Annex 9)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import bidirectional, category

from bidi import algorithm, mirror

_Run = TypeVar("_Run")

_RTL = frozenset({"R", "AL", "AN"})


def is_right_to_left(text: str) -> bool:
    """Return whether the first strong character of `text` runs from right to left (rules P2 and P3)."""
    strong = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return strong != "L"


@lru_cache(maxsize=4096)
def levels(text: str, *, right_to_left: bool) -> tuple[int, ...]:
    """Return the embedding level of each character of one line: even runs rightwards, odd leftwards.

    `text` holds no directional controls: they are cleaned away before.  The rules W1 to I2 are python-bidi's,
    but for N0 on brackets, which it lacks; its stages are called one by one because only they tell the levels
    (docs/decisions/0020).
    """
    base = int(right_to_left)
    if not base and not any(bidirectional(character) in _RTL for character in text):
        return (0,) * len(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    characters = list(storage["chars"])
    for character in characters:
        character["type"] = character["type"] or "L"  # not assigned in this Python's Unicode, perhaps in a font's
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return _joined(characters, base)


def _resolve_brackets(characters: Sequence[dict[str, Any]], embedding: str) -> None:
    """Give both brackets of a pair one direction (rule N0)."""
    for opening, closing in _bracket_pairs(characters):
        inside = {_strong(each) for each in characters[opening + 1 : closing]} - {""}
        if not inside:
            continue
        before = next((found for each in reversed(characters[:opening]) if (found := _strong(each))), embedding)
        direction = embedding if embedding in inside else before
        characters[opening]["type"] = characters[closing]["type"] = direction


def _bracket_pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return where brackets open and close, in the order in which they open (definition BD16)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(characters):
        bracket = character["ch"]
        if character["type"] != "ON" or bracket not in mirror.MIRRORED:
            continue
        if category(bracket) == "Ps":
            waiting.append((mirror.MIRRORED[bracket], index))
        elif any(bracket == closing for closing, _ in waiting):
            while waiting[-1][0] != bracket:
                waiting.pop()
            pairs.append((waiting.pop()[1], index))
    return sorted(pairs)


def _strong(character: dict[str, Any]) -> str:
    """Return the direction a character lends its neighbours: numbers act as right-to-left."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(character["type"], "")


def _joined(characters: Sequence[dict[str, Any]], base: int) -> tuple[int, ...]:
    """Return the levels, joiners taking that of what stands before them (rule X9 leaves them without one)."""
    found: list[int] = []
    for character in characters:
        joiner = character["orig"] == "BN"
        found.append((found[-1] if found else base) if joiner else character["level"])
    return tuple(found)


def visual_order(runs: Sequence[_Run], run_levels: Sequence[int]) -> list[_Run]:
    """Return runs of one level each from left to right (rule L2)."""
    order = list(range(len(runs)))
    odd = [level for level in run_levels if level % 2]
    for level in range(max(run_levels, default=0), min(odd, default=1) - 1, -1):
        order = _reversed_at(order, run_levels, level)
    return [runs[index] for index in order]


def _reversed_at(order: list[int], run_levels: Sequence[int], level: int) -> list[int]:
    """Return `order` with every stretch at `level` or above turned round."""
    turned: list[int] = []
    stretch: list[int] = []
    for index in order:
        if run_levels[index] >= level:
            stretch.insert(0, index)
        else:
            turned += [*stretch, index]
            stretch = []
    return turned + stretch
