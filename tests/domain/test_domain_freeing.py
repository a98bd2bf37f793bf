"""What is large is freed piece by piece, so that no thread waits for it."""

import weakref

from checkin_app.domain import freeing
from checkin_app.domain.freeing import free


class _Row:
    """Something that can be seen to go."""


class _Pieces(list[_Row]):
    """Remembers how many went at once."""

    sizes: list[int]

    def __delitem__(self, place: object) -> None:
        before = len(self)
        super().__delitem__(place)  # type: ignore[arg-type]
        self.sizes.append(before - len(self))


def test_what_is_let_go_is_freed_a_piece_at_a_time() -> None:
    rows = _Pieces(_Row() for _ in range(3 * freeing._PIECE + 1))
    rows.sizes = []
    last = weakref.ref(rows[0])
    parts: list[list[object]] = [rows, []]  # type: ignore[list-item]
    free(parts)
    assert parts == []
    assert rows.sizes == [freeing._PIECE] * 3 + [1]
    assert last() is None
