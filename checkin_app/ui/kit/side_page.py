"""A page with a list of low rows, and beside it the one that is chosen and what is done with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.pages import ListPage, put


class SidePage(ListPage):
    """The list in the leading column, what belongs to it over and under it, and the other column beside it."""

    def _put_side_by_side(  # noqa: PLR0913 - what stands on the page, each by its place
        self,
        title: QWidget,
        side: QWidget,
        *,
        over: Sequence[QWidget | QLayout] = (),
        under: Sequence[QWidget | QLayout] = (),
        beside: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        """Put the parts in their places: `over` and `under` the list, `beside` the head, `below` both columns."""
        self._leading, self._side = QVBoxLayout(), side
        for part in over:
            put(self._leading, part)
        self._leading.addWidget(self._rows, 1)
        for part in under:
            put(self._leading, part)
        self._row = QHBoxLayout()
        self._row.addLayout(self._leading, 1)
        self._row.addWidget(side)
        self._put_together(title, self._row, beside=beside, below=below)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._leading.setSpacing(self._gap)
        self._row.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._side.setFixedWidth(theme.side_column(layout))
