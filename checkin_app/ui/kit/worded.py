"""Rows that are put into words when they are looked at."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

View = TypeVar("View")


class Worded(Sequence[View]):
    """Rows that are put into words one by one, when they are looked at: a list may be of any length."""

    def __init__(self, count: int, words: Callable[[int], View]) -> None:
        self._count = count
        self._words: Callable[[int], View] = words
        self._known: dict[int, View] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> View: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[View]: ...
    def __getitem__(self, place: int | slice) -> View | Sequence[View]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        if not -self._count <= place < self._count:
            raise IndexError(place)
        place %= self._count
        if place not in self._known:
            self._known[place] = self._words(place)
        return self._known[place]
