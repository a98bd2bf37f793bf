"""A page at which somebody works while scans go on: the strip of what they came to, a head, and what it is about."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QLayout, QListView, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.heads import page_head
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate, RowView
from checkin_app.ui.kit.verdict import VerdictStrip

#: Steps of space between the parts: in a low window, and in any other.
CLOSE, APART = (1, 2), (2, 3)


def put(column: QBoxLayout, part: QWidget | QLayout, stretch: int = 0) -> None:
    """Put a part below those that a column has, whether it is one widget or several laid out."""
    if isinstance(part, QLayout):
        column.addLayout(part, stretch)
    else:
        column.addWidget(part, stretch)


class StripPage(QWidget):
    """Its parts one under another, and over them what the last scan came to."""

    def __init__(self, parent: QWidget | None = None, *, gaps: tuple[int, int] = CLOSE) -> None:
        super().__init__(parent)
        self._gaps, self._low = gaps, False
        self.strip = VerdictStrip()
        self.strip.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._yielding: tuple[QWidget, ...] = ()
        """What is left out where the rest would have no room beside a verdict."""

    def _stack(self, above: Sequence[QWidget], middle: QWidget | QLayout, below: Sequence[QWidget] = ()) -> None:
        """Put the parts in their places; what is in the middle takes all the room there is."""
        for part in above:
            self._column.addWidget(part)
        put(self._column, middle, 1)
        for part in below:
            self._column.addWidget(part)

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._low = layout.low
        self._column.setSpacing(self._gap)
        self._give_way()

    @property
    def _gap(self) -> int:
        """How many pixels stand between two parts."""
        low, high = self._gaps
        return theme.space(low if self._low else high)

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    @property
    def _roomy(self) -> bool:
        return not self._low or self.strip.isHidden()

    def _give_way(self) -> None:
        for part in self._yielding:
            part.setVisible(self._roomy)


class HeadedPage(StripPage):
    """A page that is reached from another: the way back, and what it is, stand over it and give way to a verdict."""

    def __init__(self, parent: QWidget | None = None, *, gaps: tuple[int, int] = CLOSE) -> None:
        super().__init__(parent, gaps=gaps)
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._line = Label("", "body", "ink.secondary", wrap=True)

    def _put_together(
        self,
        title: QWidget,
        middle: QWidget | QLayout,
        *,
        beside: Sequence[QWidget] = (),
        above: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        """Put the parts in their places: what stands `beside` the head, `above` and `below` what it is about."""
        self._top = page_head(self.back, title, self._line, *beside)
        self._stack((self._top, *above), middle, below)
        self._yielding = (self._top,)


class ListPage(HeadedPage):
    """A page that is about a list of low rows; a sentence stands in their place while there are none."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gaps: tuple[int, int] = CLOSE,
        message: Message | None = None,
        view: QListView | None = None,
    ) -> None:
        super().__init__(parent, gaps=gaps)
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self._delegate.inset = 12
        self.list = list_view(self.model, self._delegate) if view is None else view
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self._message = message or Message()
        self._rows = RowsCard(self.list, self._message)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._delegate.height = theme.size("row.recentCompact")
        self.list.doItemsLayout()

    def _show_rows(self, rows: Sequence[RowView], place: int | None = None) -> None:
        """Show rows, or the message; `place` chooses one, and none where it is no row."""
        self.model.show_rows(rows)
        if place is not None:
            mark(self.list, place)
        self._rows.pages.setCurrentIndex(0 if rows else 1)
