"""Menus of choices that are too many to stand side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.leave import ByLeave, Gate


class Menu(ByLeave, QComboBox):
    """A menu with a caret; the mouse wheel scrolls past it, so that turning it chooses nothing."""

    def __init__(self, parent: QWidget | None = None, *, deed: Deed | None = None) -> None:
        super().__init__(parent)
        self.deed = deed
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        # Qt leaves the caret's room out where a style sheet gives it.
        return super().sizeHint() + QSize(16, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        # Qt would let a long text run under the caret and out of the menu.
        complex_, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(complex_, option, field, self).width()
        option.currentText = paint.shortened(option.currentText, self.font(), room)
        styled = QStylePainter(self)
        styled.drawComplexControl(complex_, option)
        styled.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        styled.end()
        ink = theme.color("ink.primary" if self.isEnabled() else "ink.hint")
        with paint.painting(self) as painter:
            caret = paint.visual(self, QRect(self.width() - 32, (self.height() - 18) // 2, 18, 18))
            icons.draw(painter, caret, "caret-down", ink)


def fill(menu: QComboBox, words: Sequence[str], place: int) -> None:
    """Show what can be chosen, and what is; a menu that says so already is left alone, so that it may stay open."""
    if [menu.itemText(each) for each in range(menu.count())] != [*words]:
        menu.clear()
        menu.addItems([*words])
    menu.setCurrentIndex(place)
    menu.setToolTip(menu.currentText())  # a long one is shortened where it is chosen


#: Keys by which Qt would choose an item of a menu that is not open.
_MOVING = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip


class AskingMenu(Menu):
    """A menu whose items do something at once: a key opens it, and none chooses what nobody has seen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVING | {Qt.Key.Key_Space, Qt.Key.Key_F4}:
            self.showPopup()
        else:
            event.ignore()


class DeedsMenu(AskingMenu):
    """A menu whose items do different deeds: those that whoever acts may not do are off, and say who may."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[tuple[str, Deed | None], ...] = ()
        self._gate: Gate | None = None

    def offer(self, items: Sequence[tuple[str, Deed | None]]) -> bool:
        """Show these texts, each with what choosing it does, and return whether they are others than before."""
        if tuple(items) == self._offered:
            return False
        self._offered = tuple(items)
        self.clear()
        self.addItems([words for words, _ in items])
        self._switch()
        return True

    def heed(self, gate: Gate) -> None:
        super().heed(gate)
        self._gate = gate
        self._switch()

    def _switch(self) -> None:
        model = self.model()
        if self._gate is None or not isinstance(model, QStandardItemModel):
            return
        for place, (words, deed) in enumerate(self._offered):
            refusal, item = self._gate.refusal(deed), model.item(place)
            item.setEnabled(refusal is None)
            item.setText(f"{words} – {refusal.who}" if refusal else words)
            item.setToolTip(refusal.why if refusal else "")
