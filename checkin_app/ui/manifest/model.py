"""The people and the buses of the bus screen as Qt's views see them: put into words one by one, when they are looked at."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin_app.ui.manifest.rows import VIEW_ROLE, BusRow, View

_Index = QModelIndex | QPersistentModelIndex


class ViewModel(QAbstractListModel, Generic[View]):
    """A list of views."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[View] = ()

    def show(self, rows: Sequence[View]) -> None:
        """Show `rows`; the same number of rows keep their places and what is chosen."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def view_at(self, index: _Index) -> View | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        view = self.view_at(index)
        if view is None:
            return None
        if role == VIEW_ROLE:
            return view
        return view.spoken() if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        view = self.view_at(index)
        heading = isinstance(view, BusRow) and not view.code
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)
