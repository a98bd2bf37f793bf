"""Beside the verdict: the search, the recent scans, undo and walk-in."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Line, Section
from checkin_app.ui.kit.fields import SearchButton
from checkin_app.ui.kit.lists import list_view
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate

#: The list leaves the card's frame in sight, which is heaviest in sunlight.
_RIM = 3


class DeskSide(QWidget):
    """Search, the recent scans, undo and walk-in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchButton()
        self.section = Section()
        self.model = RowModel(self)
        self._delegate = RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self.undo = Button(icon="arrow-u-up-left", key="Ctrl Z", deed=Deed.SCAN)
        self.walk_in = Button(icon="plus", key="F4")
        self.out = Button(key="O")
        self._column = QVBoxLayout(self)
        self._row = theme.size("row.recent")
        self._build()

    def _build(self) -> None:
        self.out.setCheckable(True)
        # Rows are as high as fill the list: it is turned row by row, and shows no bar.
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        within = QHBoxLayout()
        within.setContentsMargins(_RIM, 0, _RIM, 0)
        within.addWidget(self.list)
        self.section.body.addLayout(within, 1)
        self.list.installEventFilter(self)
        self.section.body.addWidget(Line())
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.undo)
        self.section.body.addLayout(self._foot)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.search)
        self._column.addWidget(self.section, 1)
        doors = QHBoxLayout()
        doors.setSpacing(theme.space(2))
        doors.addWidget(self.walk_in, 1)
        doors.addWidget(self.out)
        self._column.addLayout(doors)

    def set_layout(self, layout: theme.Layout) -> None:
        self.setFixedWidth(theme.side_column(layout))
        regular = layout is theme.Layout.REGULAR
        self._column.setSpacing(theme.gap(layout))
        self._row = theme.size("row.recent" if regular else "row.recentCompact")
        inset = 20 if regular else 14 if layout.narrow else 16
        self._delegate.inset = inset - _RIM
        self.section.set_padding(inset)
        foot = 8 if layout.low else 12
        self._foot.setContentsMargins(16, foot, 16, foot)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Show whole rows only: each takes a little more or less than the token says."""
        room = self.list.height()
        self._delegate.height = room // max(1, round(room / self._row))
        self.list.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.Resize:
            self._fit_rows()
        return False
