"""The list of people found: ids at once, their rows page by page."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from checkin_app.domain.ids import DelegateId
from checkin_app.ui.find.rows import RESULT_ROLE, ResultRow

_Index = QModelIndex | QPersistentModelIndex

#: More rows than any screen shows at once.
PAGE = 20


class FindModel(QAbstractListModel):
    """Holds the ids of those found and the rows that have come; `page_wanted` asks for the next page of ids."""

    page_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[DelegateId, ...] = ()
        self._rows: list[ResultRow] = []
        self._asked = 0

    def show(self, ids: tuple[DelegateId, ...], rows: Sequence[ResultRow]) -> None:
        """Show `rows`, which stand for the first of `ids`.

        The same people in a new state keep their places, so that a list does not jump under a finger.
        """
        if ids != self._ids or len(rows) < len(self._rows):
            self.beginResetModel()
            self._ids, self._rows, self._asked = ids, list(rows), len(rows)
            self.endResetModel()
            return
        if len(rows) > len(self._rows):
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
            self._rows = list(rows)
            self._asked = max(self._asked, len(rows))
            self.endInsertRows()
        elif rows and list(rows) != self._rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def id_at(self, index: _Index) -> DelegateId | None:
        return self._ids[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == RESULT_ROLE:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()].spoken()
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and max(self._asked, len(self._rows)) < len(self._ids)

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            begin = max(self._asked, len(self._rows))
            self._asked = min(begin + PAGE, len(self._ids))
            self.page_wanted.emit(self._ids[begin : self._asked])
