"""Those who fit what was typed at the badge desk, as Qt's views see them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from checkin_app.ui.badge_desk.state import Candidate
from checkin_app.ui.kit.rows import ROW_ROLE, RowView

_Index = QModelIndex | QPersistentModelIndex


class CandidateModel(QAbstractListModel):
    """Those who fit what was typed: few enough for one page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._candidates: tuple[Candidate, ...] = ()

    def show(self, candidates: tuple[Candidate, ...]) -> None:
        if candidates != self._candidates:
            self.beginResetModel()
            self._candidates = candidates
            self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._candidates)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        each = self._candidates[index.row()]
        line = " · ".join(part for part in (each.latin, each.organisation) if part)
        if role == ROW_ROLE:
            return RowView(each.name, line, each.badge_no)
        return f"{each.name}, {line}, {each.badge_no}" if role == Qt.ItemDataRole.DisplayRole else None
