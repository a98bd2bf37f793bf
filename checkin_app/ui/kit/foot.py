"""What stands at the foot of a page: a sentence, a quieter one, and the buttons that they are about."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import as_high_as_needed

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Foot(QWidget):
    """Words beside their buttons, or over them where they would take line after line."""

    def __init__(self, *buttons: Button) -> None:
        super().__init__()
        self.line, self.second_line = Label("", "buttonLarge", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._buttons, self._low = buttons, False
        self._words = QBoxLayout(_DOWN)
        self._words.addWidget(self.line)
        # A long one scrolls before it takes the page.
        self._second = as_high_as_needed(self.second_line, least=72)
        self._words.addWidget(self._second)
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(row)
        self.arrange()

    def set_layout(self, layout: theme.Layout) -> None:
        self._low = layout.low
        self.arrange()

    def set_large(self, layout: theme.Layout) -> None:
        """Take a layout with buttons as high as those that lead a screen, lower where the window is low."""
        for button in self._buttons:
            button.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self.set_layout(layout)

    def remark(self, text: str, *, wrong: bool = False) -> None:
        """Say the quieter sentence, in the ink of what went wrong where it did."""
        self.second_line.setText(text)
        self.second_line.set_ink("trouble.ink" if wrong else "ink.secondary")

    def arrange(self) -> None:
        """Take the room there is; whoever changes a word of it asks for this."""
        self._second.setVisible(bool(self.second_line.text()))
        shown = [each.sizeHint().width() + theme.space(3) for each in self._buttons if not each.isHidden()]
        widths = [paint.width_of(each.text(), each.font()) for each in (self.line, self.second_line)]
        beside = max(widths) <= (1 if self._low else 2) * (self.width() - sum(shown))
        # Over the buttons both sentences share a line, if they have room in it.
        share = not beside and sum(widths) + theme.space(8) <= self.width()
        self._row.setDirection(_ACROSS if beside else _DOWN)
        self._row.setSpacing(theme.space(3) if beside else 0)
        self.line.setWordWrap(not share)
        self._words.setDirection(_ACROSS if share else _DOWN)
        self._words.setSpacing(theme.space(3) if share else 0)
        self._words.setStretch(1, 1 if share else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
