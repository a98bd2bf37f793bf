"""By which template badges are drawn for a printer, and what paper is in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import Menu

Offered = Sequence[tuple[str, str]]
"""Words and name of each template that can be chosen."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PrinterLook(QWidget):
    """Draws a template and a paper, as they are chosen and typed.

    Signals: `template_chosen` with a name, `paper_typed` with a text.
    """

    template_chosen = Signal(object)
    paper_typed = Signal(object)

    def __init__(self, *buttons: Button) -> None:
        """Have buttons beside both, on a level with what they are about."""
        super().__init__()
        self.templates, self.paper, self._has_buttons = Menu(), Field(ime=False), bool(buttons)
        self.templates.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label = Label("", "body", "ink.secondary")
        self._label.setBuddy(self.templates)
        named = QVBoxLayout()
        named.setSpacing(theme.space(1))
        named.addWidget(self._label)
        named.addWidget(self.templates)
        named.addStretch(1)
        self._row = QBoxLayout(_ACROSS)
        self._row.setSpacing(theme.space(2))
        self._row.addLayout(named, 3)
        self._row.addWidget(self.paper, 2)
        # The first is as high as the labels beside it.
        self._blank, self._wrong = Label("", "body", parent=self), Label("", "body", "trouble.ink", wrap=True)
        self._row.addLayout(self._pressed(buttons))
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(self._row)
        column.addWidget(self._wrong)
        self.templates.activated.connect(lambda place: self.template_chosen.emit(self.templates.itemData(place)))
        self.paper.edited.connect(self.paper_typed)

    def _pressed(self, buttons: Sequence[Button]) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(theme.space(1))
        row.setSpacing(theme.space(2))
        for button in buttons:
            row.addWidget(button)
        column.addWidget(self._blank)
        column.addLayout(row)
        self._blank.setVisible(self._has_buttons)
        return column

    def set_beside(self, *, beside: bool) -> None:
        """Have both side by side, or one under the other where there is no room for that."""
        self._row.setDirection(_ACROSS if beside else _DOWN)
        self._blank.setVisible(beside and self._has_buttons)

    def retranslate(self) -> None:
        self._label.setText(self.tr("Badge template"))
        self.templates.setAccessibleName(self.tr("Badge template"))
        self.paper.set_label(self.tr("Paper in mm"))
        self.paper.line.setPlaceholderText(self.tr("62, or 80 × 60"))

    def show_look(self, offered: Offered, template: str, paper: str, *, wrong: bool) -> None:
        """Show what can be chosen, what is, and what is typed, which is `wrong` where it is no size of paper."""
        if [
            (self.templates.itemText(place), self.templates.itemData(place)) for place in range(self.templates.count())
        ] != [*offered]:
            self.templates.clear()
            for said, name in offered:
                self.templates.addItem(said, name)
        self.templates.setCurrentIndex(max(0, self.templates.findData(template)))
        if self.paper.text() != paper:
            self.paper.set_text(paper)
        wanted = self.tr("Paper is a width such as 62, or width and height such as 80 × 60.") if wrong else ""
        self._wrong.setText(wanted)
        self._wrong.setVisible(wrong)
        self.paper.line.setAccessibleDescription(wanted)
