"""A colour of an element: the category's, one that the design has already, or one that is typed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.template_design import BLACK, CATEGORY, Design, colour_read

_ALWAYS = (CATEGORY, BLACK, "#FFFFFF")


class ColourChoice(QWidget):
    """A menu of colours, and a line for any other.

    Signals: `chosen` with a colour.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self.menu, self.own = Label("", "body", "ink.secondary"), Menu(), Field(ime=False)
        self._offered: tuple[str, ...] = ()
        self._say: Callable[[str], str] = str
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        for part in (self._label, self.menu, self.own):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())
            column.addWidget(part)
        self.menu.activated.connect(self._choose)
        self.own.line.editingFinished.connect(self._take)

    def set_words(self, label: str, say: Callable[[str], str]) -> None:
        self._label.setText(label)
        self.menu.setAccessibleName(label)
        self.own.set_label(self.tr("Another, as #RRGGBB"))
        self._say = say
        self._offered = ()

    def show_colour(self, colour: str, design: Design) -> None:
        offered = tuple(dict.fromkeys((*_ALWAYS, *design.colours, *([colour] if colour else []))))
        if offered != self._offered:
            self._offered = offered
            self.menu.clear()
            self.menu.addItems([self._say(each) for each in offered])
        self.menu.setCurrentIndex(offered.index(colour) if colour in offered else -1)
        if not (self.own.line.hasFocus() and self.own.line.isModified()):
            self.own.set_text("")
            self.own.set_hint("")

    def say_typed(self) -> None:
        if self.own.line.hasFocus():
            self._take()

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._offered[place])

    def _take(self) -> None:
        typed = self.own.text()
        colour = colour_read(typed)
        wrong = bool(typed.strip()) and colour is None
        self.own.set_hint(self.tr("Six digits, such as #12A4C8") if wrong else "", wrong=wrong)
        if colour is not None:
            self.own.set_text("")
            self.chosen.emit(colour)
