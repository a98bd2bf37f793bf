"""What is kept and does not count, by whoever made it: what it was, why it does not, who, where and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import RowColumn


@dataclass(frozen=True, slots=True)
class KeptView:
    """One entry, in words."""

    what: str
    why: str
    by: str


class _Entry(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._why = Label("", "bodyStrong", wrap=True), Label("", "body", wrap=True)
        self._by = Label("", "body", "ink.secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(2))
        column.setSpacing(0)
        for label in (self._what, self._why, self._by):
            column.addWidget(label)

    def show_entry(self, view: KeptView) -> None:
        for label, words in ((self._what, view.what), (self._why, view.why), (self._by, view.by)):
            label.setText(words)


class KeptCard(Card):
    """All entries, the newest first."""

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._title, self._line = Label("", "title", wrap=True), Label("", "bodyLarge", "ink.secondary", wrap=True)
        entries = QVBoxLayout()
        self.body.addWidget(self._title)
        self.body.addWidget(self._line)
        self.body.addLayout(entries)
        self.body.addStretch(1)
        self._entries = RowColumn(entries, _Entry)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 20 if layout is theme.Layout.REGULAR else 14
        self.body.setContentsMargins(inset, inset, inset, inset)

    def show_kept(self, title: str, line: str, kept: Sequence[KeptView]) -> None:
        self._title.setText(title)
        self._line.setText(line)
        for entry, view in zip(self._entries.take(len(kept)), kept, strict=True):
            entry.show_entry(view)
