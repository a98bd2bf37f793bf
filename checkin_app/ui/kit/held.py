"""The button for what cannot be taken back: held down, and deaf where another control has just been."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, key_width
from checkin_app.ui.kit.holding import Holding
from checkin_app.ui.kit.key_down import KeyDown
from checkin_app.ui.kit.lines import Lines
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.settling import Settling

_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select})
_BETWEEN = " · "


class HeldButton(Button):
    """Emits `meant` with a `Meant` once it was held down to its end, by pointer or key; a click does nothing.

    Where what it does can be taken back after all (`set_lasting`), it is a plain button and emits `clicked`.
    """

    meant = Signal(object)
    begun = Signal()
    """It is being pressed: what it would do may be shown beside it."""

    # `Button` sets its words while it is made.
    _lasting = True
    _names: tuple[str, ...] = ()

    def __init__(  # noqa: PLR0913 - what a button shows, each with its name
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        height: int = 0,
        deed: Deed | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind, icon=icon, key=key, height=height, deed=deed, parent=parent)
        self._act = ""
        self._settling = Settling(self)
        self._holding = Holding(self)
        self._holding.beaten.connect(self.update)
        self._holding.filled.connect(self._filled)
        self._key_down = KeyDown(self)
        self._key_down.came_up.connect(self.let_go)

    # ---- what it does

    def set_lasting(self, *, lasting: bool) -> None:
        """Say whether what it does lasts; only then must it be held."""
        if lasting != self._lasting:
            self.let_go()
            self._lasting = lasting
            self.update()

    def set_act(self, act: str, words: str, names: Sequence[str] = ()) -> None:
        """Say what it does: a key for the act itself, the words on it, and the people whom it concerns.

        Another act has to settle anew; other words let a hold go, since they were not what was being agreed to.
        """
        if (words, tuple(names)) != (self.text(), self._names):
            self.let_go()
            self._names = tuple(names)
            self.setText(words)
            self.setAccessibleName(", ".join((words, *names)))
        self._act = act
        self._notice()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleDescription(self.tr("Hold it down until it is full.") if self._lasting else "")

    @property
    def settled(self) -> bool:
        """Whether it has stood here long enough for a press to be meant for it."""
        self._notice()
        return self._settling.over

    @property
    def holding(self) -> bool:
        return self._holding.running

    def press(self) -> None:
        """Begin to hold: without effect while it is deaf, and a click where nothing lasts."""
        if not self._lasting:
            super().click()
        elif self.isEnabled() and self.isVisible() and self.settled and not self.holding:
            self._holding.start()
            self.setDown(True)
            self.begun.emit()

    def press_by(self, event: QKeyEvent) -> None:
        """Begin to hold by a key that does the same; while it repeats, the hold goes on."""
        if self.refusal is not None:
            self.tell_why()
        elif self._key_down.down(event):
            self.let_go()
            self.press()
        elif self._holding.full:
            self._finish()

    def let_go_by(self, event: QKeyEvent) -> None:
        if self.holding:
            self._key_down.up(event)

    def let_go(self) -> None:
        self._key_down.forget()
        self._holding.stop()
        self.setDown(False)
        self.update()

    def _filled(self) -> None:
        # A key that may have come up already has to prove that it was repeating.
        if not self._key_down.in_doubt:
            self._finish()

    def _finish(self) -> None:
        self.let_go()
        self.meant.emit(Meant(self.text()))

    def _notice(self) -> None:
        if self._lasting and self._settling.notice(self._act):
            self.let_go()
            self.update()

    # ---- pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._lasting:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.press()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._lasting:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._lasting:
            super().mouseMoveEvent(event)
        elif not self.rect().contains(event.position().toPoint()):
            self.let_go()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._lasting:
            self.let_go()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._lasting or event.key() not in _KEYS:
            super().keyPressEvent(event)
        else:
            self.press_by(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._lasting or event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        else:
            self.let_go_by(event)

    def click(self) -> None:
        """Do nothing while what it does lasts: assistive technology clicks in one go as well."""
        if not self._lasting:
            super().click()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.let_go()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.EnabledChange, QEvent.Type.ActivationChange}:
            self.let_go()

    # ---- where it stands

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._notice()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.let_go()
        self._notice()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._notice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._notice()

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        self._notice()
        super().paintEvent(event)

    def _quiet(self) -> bool:
        """Whether it is drawn as not to be pressed: switched off, or not yet settled."""
        return not self.isEnabled() or (self._lasting and not self._settling.over)

    def _ground(self, painter: QPainter) -> None:
        if self._quiet():
            paint.sunk(painter, self.rect(), theme.radius("control"), shut=True)
            return
        super()._ground(painter)
        if self._lasting:
            _draw_progress(painter, self, theme.color(self._ink()), self._holding.share)

    def _ink(self) -> str:
        return "ink.hint" if self._quiet() else super()._ink()

    def _needed(self) -> int:
        if not self._placed or (not self._names and self._in_one_line()):
            return self._height
        below = _names_height() if self._names else 0
        return max(self._height, _words(self.text(), self.width()).height + below + theme.space(2))

    def _content(self, painter: QPainter) -> None:
        if not self._names and self._in_one_line():
            super()._content(painter)
        else:
            _draw_in_lines(painter, self, self.text(), self._names, theme.color(self._ink()))

    def _in_one_line(self) -> bool:
        return paint.width_of(self.text(), self.words_font()) + key_width(self._key) <= self.width() - 26


def _draw_progress(painter: QPainter, button: QWidget, ink: QColor, share: float) -> None:
    """Draw how long it was held as a bar that fills from the leading edge, its track at the foot at rest."""
    clip = QPainterPath()
    clip.addRoundedRect(button.rect(), theme.radius("control"), theme.radius("control"))
    painter.save()
    painter.setClipPath(clip)
    track = QRect(0, button.height() - 6, button.width(), 6)
    ink.setAlphaF(0.25)
    painter.fillRect(track, ink)
    ink.setAlphaF(1.0)
    filled = QRect(0, track.y(), round(button.width() * share), track.height())
    painter.fillRect(paint.visual(button, filled), ink)
    painter.restore()


class HoldingKey(QObject):
    """Lets a button go when the key that holds it, or Control with it, comes up anywhere in a screen."""

    def __init__(self, screen: QWidget, button: HeldButton, *keys: Qt.Key) -> None:
        super().__init__(screen)
        self._button, self._keys = button, frozenset({*keys, Qt.Key.Key_Control})
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease and event.key() in self._keys:
            self._button.let_go_by(event)
        return super().eventFilter(watched, event)


def _draw_in_lines(painter: QPainter, button: QWidget, words: str, names: Sequence[str], ink: QColor) -> None:
    """Draw words over the names that they concern, each in as many lines as it needs."""
    room, below = button.width() - 24, _names_height() if names else 0
    lines = _words(words, button.width())
    y = (button.height() - lines.height - below) // 2
    lines.draw(painter, button, (12, y), ink, centred=True)
    if names:
        small, place = theme.font("body"), QRect(12, y + lines.height, room, below)
        shown = _as_many_as_fit(names, small, room)
        paint.text(painter, place, shown, small, ink, Qt.AlignmentFlag.AlignHCenter)


def _words(words: str, width: int) -> Lines:
    return Lines(words, theme.grown(16), width - 24, least=theme.grown(16), bold=True)


def _names_height() -> int:
    return theme.line_height("body") + 2


_NARROWEST = 16


def _as_many_as_fit(names: Sequence[str], font: QFont, room: int) -> str:
    """Return whole names side by side, and how many more there are: no name is cut, but one alone may be."""
    # No name with what parts it from the next is narrower; of five hundred names not each number is tried.
    most = min(len(names), room // _NARROWEST + 1)
    for count in range(most, 0, -1):
        shown = [bidi.name(name) for name in names[:count]]
        more = [bidi.code(f"+{len(names) - count}")] if count < len(names) else []
        line = _BETWEEN.join(shown + more)
        if paint.width_of(line, font) <= room or count == 1:
            return line
    return ""
