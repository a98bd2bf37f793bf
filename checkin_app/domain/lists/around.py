"""What the rows around one of a list say: how empty it is beside them, and whether it heads them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkin_app.domain.lists.columns import NAMES, Columns
from checkin_app.domain.lists.fields import NAME_PARTS, Field
from checkin_app.domain.names.folding import fold

#: So many rows before and behind one are its neighbours.
_NEAR = 5
_OF_A_NAME = NAMES | NAME_PARTS
_NO_MORE = _OF_A_NAME | {Field.NUMBER}
_BELONGS_TO = frozenset({Field.DELEGATION, Field.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Around:
    rows: Sequence[tuple[str, ...]]
    columns: Columns

    def is_alone(self, place: int) -> bool:
        """Return whether a row holds no more than a name, and most of its neighbours do."""
        if not self._is_bare(place):
            return False
        near = [*self._near(place, -1), *self._near(place, 1)]
        more = sum(not self._is_bare(each) for each in near)
        return len(near) > 1 and 2 * more > len(near)

    def heads(self, place: int) -> bool:
        """Return whether the next row belongs to what this one names."""
        following = next(self._near(place, 1), None)
        if following is None:
            return False
        names = {fold(cell) for kind, cell in self._said(place) if kind in _OF_A_NAME}
        return any(kind in _BELONGS_TO and fold(cell) in names for kind, cell in self._said(following))

    def _near(self, place: int, step: int) -> Iterator[int]:
        found = 0
        each = place + step
        while self.columns.header < each < len(self.rows) and found < _NEAR:
            if any(map(str.strip, self.rows[each])):
                found += 1
                yield each
            each += step

    def _is_bare(self, place: int) -> bool:
        return all(kind in _NO_MORE for kind, _ in self._said(place))

    def _said(self, place: int) -> Iterator[tuple[Field | None, str]]:
        return (
            (self.columns.fields.get(column), cell)
            for column, cell in enumerate(self.rows[place])
            if cell and not cell.isspace()
        )
