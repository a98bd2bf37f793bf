"""Frees much piece by piece: what is freed in one go holds up every thread, a screen's as well, until it is done."""

from typing import Any

#: Objects between two chances for another thread: some hundred microseconds.
_PIECE = 200


def free(parts: list[list[Any]]) -> None:
    """Empty `parts` and what is in them, from the end; nobody else may hold the objects, or they are not freed here."""
    while parts:
        part = parts.pop()
        while part:
            del part[-_PIECE:]
