"""A list with its title and how many there are, in a column that leads to what is said of the one chosen."""

from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.cards import Section
from checkin_app.ui.kit.lists import list_view
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate


class SectionList(Section):
    """The list, and under it what else stands in its section."""

    def __init__(self, *below: QWidget, narrow: int = 300) -> None:
        """Make one that is `narrow` pixels wide where there is least room for it."""
        super().__init__()
        self._narrow = narrow
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        for each in (self.list, *below):
            self.body.addWidget(each, 1)
        self.body.setContentsMargins(2, 0, 2, theme.space(2))  # clear of its round corners

    @property
    def row_height(self) -> int:
        return self._delegate.height

    def set_layout(self, layout: theme.Layout) -> None:
        inset = layout.of(20, 16, 12)
        self.setFixedWidth(theme.widened(layout.of(420, 380, self._narrow)))
        self.set_padding(inset)
        self._delegate.height = theme.size("row.recent" if layout is theme.Layout.REGULAR else "row.recentCompact")
        self._delegate.inset = inset
        self.list.doItemsLayout()
