"""The page as it is printed, and on it what is moved and resized, by hand or by keys."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.template_areas import Area
from checkin_app.ui.template_editor.drawing import Sight, draw_face
from checkin_app.ui.template_editor.picking import Point, handle_at
from checkin_app.ui.template_editor.state import EditorState, element_after

_PULL = 6
"""Pixels from which an element is drawn to a line."""
_STEP = 10
"""Steps of the grid that a key makes with Shift."""
_ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


class EditorCanvas(QWidget):
    """Draws the face in sight of an `EditorState`.

    Signals: `taken` with a `Point` and how far a hand reaches in mm, `moved` with a `Point` and how far lines draw, `opened` and
    `dropped` as the hand lets go or is withdrawn; `nudged` and `stretched` with steps across, down and whether the key repeats;
    `chosen` with an id; `removed` and `doubled` for the element chosen; `resized` when the page is shown larger or smaller.
    """

    taken = Signal(object, object)
    moved = Signal(object, object)
    opened = Signal()
    dropped = Signal()
    nudged = Signal(object, object, object)
    stretched = Signal(object, object, object)
    chosen = Signal(object)
    removed = Signal()
    doubled = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = EditorState()
        self._pictures: tuple[bytes, ...] = ()
        self._pixmaps: list[QPixmap] = []
        self._pressed_at: QPointF | None = None
        self._far = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # A page is a page in any language: its left is not its beginning.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def sizeHint(self) -> QSize:
        return QSize(480, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    # ---- what is shown

    def render_state(self, state: EditorState) -> None:
        self._state = state
        pictures = state.pictures
        if pictures != self._pictures:
            self._pictures = pictures
            self._pixmaps = [_pixmap(each) for each in pictures]
        self.update()

    def say(self, name: str, description: str) -> None:
        """Tell screen readers what is seen, and what is chosen."""
        self.setAccessibleName(name)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @property
    def _sight(self) -> Sight:
        return Sight(self.width(), self.height(), self._state.page)

    @property
    def sharp_width(self) -> int:
        """The pixels of the screen that the page is wide."""
        return round(self._sight.scale * self._state.page.width * self.devicePixelRatioF())

    def place(self, area: Area) -> QRectF:
        """Return where an area of the page is in this widget."""
        return self._sight.place(area)

    def point(self, at: QPointF) -> Point:
        """Return where on the page a place in this widget is."""
        return self._sight.point(at)

    @property
    def _reach(self) -> float:
        return theme.size("target.min") / 2 / self._sight.scale

    # ---- by hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._state.is_open:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed_at, self._far = event.position(), False
            self.taken.emit(self.point(event.position()), self._reach)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is none of its own: it would choose what lies beneath."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            self._show_cursor(event.position())
        elif not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go()
        else:
            way = event.position() - self._pressed_at
            self._far = self._far or way.manhattanLength() >= QApplication.startDragDistance()
            if self._far:
                self.moved.emit(self.point(event.position()), _PULL / self._sight.scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pressed_at is not None:
            self._let_go()

    def _let_go(self) -> None:
        self._pressed_at = None
        self.opened.emit()

    def _show_cursor(self, at: QPointF) -> None:
        element = self._state.element
        in_sight = element is not None and element.face is self._state.face
        handle = handle_at(element.box, self.point(at), self._reach) if element and in_sight else None
        if handle is None:
            self.unsetCursor()
        else:
            across, down = handle.value if handle.across >= 0 else (-handle.across, -handle.down)
            self.setCursor(_CURSORS[across, abs(down) if not across else down])

    def hideEvent(self, event: QHideEvent) -> None:
        self._withdraw()
        super().hideEvent(event)

    def _withdraw(self) -> None:
        if self._pressed_at is not None:
            self._pressed_at = None
            self.dropped.emit()

    # ---- by keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pressed_at is not None:
            self._withdraw()
        elif not self.takes_key(event):
            super().keyPressEvent(event)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Do to the element chosen what a key means, and return whether it means anything."""
        if self._state.element is None:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ARROWS:
            return self._arrow(event, modifiers)
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not event.isAutoRepeat():
            self.removed.emit()
            return True
        if event.key() == Qt.Key.Key_D and modifiers == Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.doubled.emit()
            return True
        return False

    def _arrow(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        large = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        across, down = (each * (_STEP if large else 1) for each in _ARROWS[event.key()])
        rest = modifiers & ~Qt.KeyboardModifier.ShiftModifier
        if rest == Qt.KeyboardModifier.AltModifier:
            self.stretched.emit(across, down, event.isAutoRepeat())
        elif rest == Qt.KeyboardModifier.NoModifier:
            self.nudged.emit(across, down, event.isAutoRepeat())
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt calls it so
        """Tab goes through the elements, and on from the last."""
        following = element_after(self._state, 1 if forward else -1)
        if following is None:
            return super().focusNextPrevChild(forward)
        self.chosen.emit(following)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        steps = {Qt.FocusReason.TabFocusReason: 1, Qt.FocusReason.BacktabFocusReason: -1}
        step = steps.get(event.reason())
        if step and self._state.element is None and (first := element_after(self._state, step)):
            self.chosen.emit(first)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._withdraw()

    # ---- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            line, width = ("focus.ring", theme.stroke("focus")) if self.hasFocus() else ("line.subtle", 1)
            paint.box(
                painter, self.rect(), fill=theme.color("bg.sunk"), line=theme.color(line), width=width,
                radius=theme.radius("card"),
            )  # fmt: skip
            if self._state.is_open:
                draw_face(painter, self._sight, self._state, self._pixmaps)


def _pixmap(png: bytes) -> QPixmap:
    made = QPixmap()
    made.loadFromData(png)
    return made
