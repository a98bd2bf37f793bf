"""The checkpoints of one day as Qt's views see them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin_app.domain.ids import CheckpointId
from checkin_app.ui.checkpoint.rows import CHECKPOINT_ROLE, CheckpointRow

_Index = QModelIndex | QPersistentModelIndex


class CheckpointModel(QAbstractListModel):
    """Holds the checkpoints of one day; each is put into words when it is looked at, for there may be many buses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: dict[CheckpointId, int] = {}
        self._ids: tuple[CheckpointId, ...] = ()
        self._row: Callable[[int], CheckpointRow] = _nowhere

    def show(self, checkpoints: Sequence[CheckpointId], row: Callable[[int], CheckpointRow]) -> None:
        """Show `checkpoints`, each by what `row` says of the one at a place."""
        fresh = tuple(checkpoints)
        if fresh != self._ids:
            self.beginResetModel()
            self._ids, self._row = fresh, row
            self._places = {checkpoint: place for place, checkpoint in enumerate(fresh)}
            self.endResetModel()
        elif fresh:
            self._row = row
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def checkpoint_at(self, index: _Index) -> CheckpointId | None:
        return self._ids[index.row()] if index.isValid() else None

    def place_of(self, checkpoint: CheckpointId | None) -> int:
        """Return the row of a checkpoint, or -1."""
        return self._places.get(checkpoint, -1) if checkpoint else -1

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (CHECKPOINT_ROLE, Qt.ItemDataRole.DisplayRole):
            return None
        row = self._row(index.row())
        return row if role == CHECKPOINT_ROLE else row.spoken()


def _nowhere(place: int) -> CheckpointRow:
    raise IndexError(place)
