"""The head of a page that is reached from another: the way back, what it is, and what is done from there."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme


def page_head(back: QWidget, title: QWidget, line: QWidget, *beside: QWidget) -> QWidget:
    """Return the way back, beside it a title over a line that explains it, and at the end what stands `beside`."""
    said = QVBoxLayout()
    said.setSpacing(0)
    said.addWidget(title)
    said.addWidget(line)
    holder = QWidget()
    head = QHBoxLayout(holder)
    head.setContentsMargins(0, 0, 0, 0)
    head.setSpacing(theme.space(3))
    head.addWidget(back)
    head.addLayout(said, 1)
    for each in beside:
        head.addWidget(each)
    return holder
