"""Surfaces that hold other things: cards, sections, notes and the undo bar."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.leave import ByLeave
from checkin_app.ui.kit.timers import single_shot


class Card(QWidget):
    """A surface with a hairline; `body` is its layout."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = 24) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(theme.space(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        sunlight = theme.current().name is theme.ThemeName.SUNLIGHT
        width = theme.stroke("sunlightBorder") if sunlight else theme.stroke("hairline")
        with paint.painting(self) as painter:
            fill, line = theme.color("bg.surface"), theme.color("line.subtle")
            paint.box(painter, self.rect(), fill=fill, line=line, width=width, radius=theme.radius("card"))


class FormCard(ByLeave, Card):
    """A card with a form that whoever acts may fill in by their leave for a deed: what is typed there holds at once."""

    def __init__(self, *, padding: int, deed: Deed) -> None:
        super().__init__(padding=padding)
        self.deed = deed


class SubjectCard(Card):
    """A card with its subject as title."""

    def __init__(self) -> None:
        super().__init__(padding=20)
        self.subject = Label("", "heading")
        self.body.addWidget(self.subject)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 20 if layout is theme.Layout.REGULAR else 14
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(theme.space(2) if layout.low else theme.space(3))


class Line(QWidget):
    """A hairline between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("line.subtle"))


class Section(Card):
    """A card with a title, a figure at its trailing end and rows under a hairline."""

    def __init__(self, title: str = "", trailing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.body.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(20, 10, 20, 10)
        self.title = Label(title, "buttonLarge")
        self.trailing = Label(trailing, "body", "ink.secondary")
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.trailing)
        self.body.addLayout(self.head)
        self.body.addWidget(Line())

    def set_padding(self, inset: int) -> None:
        """Take the inset of the rows below."""
        self.head.setContentsMargins(inset, 10 if inset >= 20 else 8, inset, 10 if inset >= 20 else 8)

    def set_title(self, title: str, trailing: str = "") -> None:
        self.title.setText(title)
        self.trailing.setText(trailing)


class Note(QWidget):
    """What to give or to say, where it cannot be missed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._inset = "headphones", 20
        row = self._row = QHBoxLayout(self)
        row.setSpacing(0)
        # Room for the icon, which mirrors as a margin would not.
        self._room = QSpacerItem(0, 0)
        row.addItem(self._room)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        self._title = Label("", "title", wrap=True)
        self._line = Label("", "body", "ink.secondary", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_compact(compact=False)

    def set_note(self, title: str, line: str = "", *, icon: str = "info") -> None:
        """Show a note, or hide it where `title` is empty."""
        self._icon = icon
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setVisible(bool(title))
        self.update()

    def set_compact(self, *, compact: bool, low: bool = False) -> None:
        """Take the sizes of a small window, or of one that is low as well."""
        self._title.set_type("bodyStrong" if low else "buttonLarge" if compact else "title")
        self._inset = 12 if compact else 20
        upright = 8 if compact else 14
        self._row.setContentsMargins(self._inset, upright, self._inset, upright)
        self._room.changeSize(self._inset + 30, 0)
        self._row.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = theme.color("accent.text")
        with paint.painting(self) as painter:
            paint.box(
                painter, self.rect(), fill=theme.color("accent.tint"), line=ink, width=2, radius=theme.radius("note")
            )
            square = paint.visual(self, QRect(self._inset, (self.height() - 32) // 2, 32, 32))
            icons.draw(painter, square, self._icon, ink)


class UndoBar(QWidget):
    """Names what was just done and offers to take it back, for a while."""

    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 4, 2)
        self._words = Label("", "body", "plate.ink", wrap=True)
        self._button = Button("", ButtonKind.ON_PLATE, key="Ctrl Z", height=theme.size("target.min"), deed=Deed.SCAN)
        self._button.clicked.connect(self._taken_back)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = single_shot(self, self.hide)
        self.hide()

    def offer(self, words: str, undo: str) -> None:
        """Show `words` and the button `undo` for `timing.undoBarMs`."""
        self._words.setText(words)
        self._button.setText(undo)
        self.show()
        self._timer.start(theme.timing("undoBarMs"))

    def _taken_back(self) -> None:
        self._timer.stop()
        self.hide()
        self.undone.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = self.rect().adjusted(0, 3, 0, -3)
            paint.box(painter, rect, fill=theme.color("plate.fill"), radius=theme.radius("control"))


def row(*widgets: QWidget, spacing: int = 12) -> QHBoxLayout:
    """Return a row of widgets at the leading edge."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        made.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    made.addStretch(1)
    return made
