"""The rows of a list's preview as Qt's views see them: put into words one by one, when they are looked at."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin_app.ui.kit.drawable import drawable
from checkin_app.ui.people.importing.rows import VIEW_ROLE, PlanRow

_Index = QModelIndex | QPersistentModelIndex
_ROLES = frozenset({VIEW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})


class PlanModel(QAbstractListModel):
    """So many rows, each made by `view` when it is shown: a list may amend 15 000 people."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._view: Callable[[int], PlanRow] = lambda place: PlanRow(str(place))

    def show(self, count: int, view: Callable[[int], PlanRow]) -> None:
        self.beginResetModel()
        self._count, self._view = count, view
        self.endResetModel()

    def redraw(self, view: Callable[[int], PlanRow]) -> None:
        """Show the same rows in other words."""
        self._view = view
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._view(index.row())
        if role == VIEW_ROLE:
            return row
        return drawable(row.whole()) if role == Qt.ItemDataRole.ToolTipRole else row.spoken()
