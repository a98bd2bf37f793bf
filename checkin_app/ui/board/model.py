"""The board's routes and buses as Qt's views see them: a change tells of the rows that it changed, and of no other."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin_app.domain.ids import BusCode
from checkin_app.ui.board.rows import CARD_ROLE, BusCard, Row

_Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractListModel):
    """Routes, each with its buses after it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the same routes and buses keep their places, and only what differs is drawn anew."""
        former, now = self._rows, tuple(rows)
        if [each.key for each in former] != [each.key for each in now]:
            self.beginResetModel()
            self._rows = now
            self.endResetModel()
            return
        self._rows = now
        for place in _differing(former, now):
            index = self.index(place)
            self.dataChanged.emit(index, index, [CARD_ROLE])

    def row_at(self, index: _Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, bus: BusCode | None) -> int:
        """Return where a bus stands, -1 where nowhere."""
        found = (at for at, row in enumerate(self._rows) if isinstance(row, BusCard) and row.code == bus)
        return next(found, -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == CARD_ROLE:
            return row
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return row.spoken() if role in spoken else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        enabled = isinstance(self.row_at(index), BusCard)
        return super().flags(index) if enabled else Qt.ItemFlag.NoItemFlags


def _differing(former: Sequence[Row], rows: Sequence[Row]) -> Iterator[int]:
    return (place for place, (before, now) in enumerate(zip(former, rows, strict=True)) if before != now)
