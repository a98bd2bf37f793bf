"""A page of a list of all there are, and beside it the one looked at, over what is done with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.heads import page_head
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.pages import StripPage
from checkin_app.ui.kit.section_list import SectionList


class SectionPage(StripPage):
    """Its title, and what is said of all, stand over both and give way to a verdict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line = Label("", "heading"), Label("", "bodyLarge", "ink.secondary", wrap=True)
        self._section = SectionList()
        self.model, self.list = self._section.model, self._section.list

    def _put_together(self, shown: QWidget, foot: Foot, back: QWidget | None = None) -> None:
        """Put what is `shown` of the one looked at beside the list, where it scrolls over its `foot`; `back` leads back."""
        self._foot = foot
        right = QVBoxLayout()
        right.addWidget(scrolled(shown), 1)
        right.addWidget(foot)
        self._row = QHBoxLayout()
        self._row.addWidget(self._section)
        self._row.addLayout(right, 1)
        self._yielding = (page_head(back, self._title, self._line),) if back else (self._title, self._line)
        self._stack(self._yielding, self._row)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._row.setSpacing(theme.space(3))
        self._section.set_layout(layout)
        self._title.set_type("title" if layout.low else "heading")
        self._line.set_type("body" if layout.low else "bodyLarge")
        self._foot.set_large(layout)
