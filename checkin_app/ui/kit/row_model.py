"""Rows in words as an item model."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin_app.ui.kit.rows import ROW_ROLE, RowView
from checkin_app.ui.kit.worded import Worded

_Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Rows in the order that they are shown in: a few that are in words already, or as many as there are, worded when looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RowView] = ()

    def show_rows(self, rows: Sequence[RowView]) -> None:
        shown = rows if isinstance(rows, Worded) else tuple(rows)
        if shown == self._rows:
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        # The tip has what a narrow row shortens.
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role in spoken:
            return " · ".join(part for part in (row.title, row.line, row.time) if part)
        return None
