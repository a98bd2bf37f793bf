"""The verdict at a bus door, painted as large as the window lets it be."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.door.drawing import Plan, planned
from checkin_app.ui.door.words import DoorView
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.lines import Lines
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.kit.verdict import AnswerButton, draw_ground

READY = DoorView(None, "")


class DoorCanvas(QWidget):
    """The whole panel is the verdict; `answered` carries the index of the answer chosen (from 0)."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = READY
        self._blank = False
        self._known: tuple[object, Plan] | None = None
        self._narrow = self._low = False
        self._gap = single_shot(self, self._gap_over)
        self._answers = [self._answer(index) for index in range(3)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def view(self) -> DoorView:
        return self._view

    @property
    def blank(self) -> bool:
        return self._blank

    def set_layout(self, layout: theme.Layout) -> None:
        self._narrow, self._low = layout is not theme.Layout.REGULAR, layout.low
        self._place()
        self.update()

    def show_view(self, view: DoorView, *, gap: bool) -> None:
        """Show a verdict; with `gap` it follows another and the panel goes blank first."""
        self._gap.stop()
        self._blank = gap
        self.say_anew(view)

    def say_anew(self, view: DoorView) -> None:
        """Say what is in sight in other words or figures; a blank before it goes on."""
        self._view = view
        for index, button in enumerate(self._answers):
            if index < len(view.answers):
                button.show_answer(view.verdict or Verdict.ASK, str(index + 1), view.answers[index])
        self.setAccessibleName(f"{view.word}. {view.hero} {view.reason}. {view.name}")
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _answer(self, index: int) -> AnswerButton:
        button = AnswerButton(self)
        button.clicked.connect(lambda: self.answered.emit(index))
        button.hide()
        return button

    def _gap_over(self) -> None:
        self._blank = False
        self._place()
        self.update()

    @property
    def _margin(self) -> int:
        return 30 if self._low else 42 if self._narrow else 58

    def _place(self) -> None:
        count = 0 if self._blank else len(self._view.answers)
        gap, height = theme.space(4), theme.size("target.door")
        room = self.width() - 2 * self._margin - gap * max(0, count - 1)
        for index, button in enumerate(self._answers):
            button.setVisible(index < count)
            if index < count:
                width = room // count
                x = self._margin + index * (width + gap)
                place = QRect(x, self.height() - self._margin - height, width, height)
                button.setGeometry(paint.visual(self, place))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            if self._blank:
                painter.fillRect(self.rect(), theme.color("bg.window"))
                if not self._gap.isActive():  # counted from when the blank was painted
                    self._gap.start(theme.verdict_gap())
            elif self._view.verdict is None:
                self._ready(painter)
            else:
                draw_ground(painter, self.rect(), self._view.verdict, theme.radius("verdictDoor"))
                self._plan().draw(self, painter)

    def _plan(self) -> Plan:
        """Return how the verdict is drawn here; worked out once for each verdict and size."""
        room = QRect(self._margin, self._margin, self.width() - 2 * self._margin, self._above_answers())
        wanted = (self._view, room.getRect(), self._narrow, theme.text_size())
        if self._known is None or self._known[0] != wanted:
            self._known = wanted, planned(self._view, room, narrow=self._narrow)
        return self._known[1]

    def _ready(self, painter: QPainter) -> None:
        fill, line = theme.color("verdict.ready.fill"), theme.color("line.control")
        paint.box(
            painter, self.rect(), fill=fill, line=line, width=theme.stroke("door"), radius=theme.radius("verdictDoor")
        )
        room = self.width() - 2 * self._margin
        ink, quiet = theme.color("verdict.ready.ink"), theme.color("ink.secondary")
        view, grown = self._view, theme.grown
        parts = [
            (Lines(view.word, grown(32), room, least=grown(24), bold=True), ink),
            (Lines(view.reason, grown(24), room, least=grown(18)), quiet),
            (Lines(view.note, grown(24), room, least=grown(18), most=4), ink),
        ]
        said = sum(lines.height + theme.space(2) for lines, _ in parts)
        side = max(48, min(theme.size("mark.compact"), self.height() - said - 2 * self._margin))
        y = max(self._margin // 2, (self.height() - said - side - theme.space(4)) // 2)
        icons.draw(painter, QRect((self.width() - side) // 2, y, side, side), "scan", ink)
        y += side + theme.space(4)
        for lines, each in parts:
            lines.draw(painter, self, (self._margin, y), each, centred=True)
            y += lines.height + theme.space(2)

    def _above_answers(self) -> int:
        """Return the height that the verdict has above its answers, within the margins."""
        taken = theme.size("target.door") + theme.space(6) if self._view.answers else 0
        return self.height() - 2 * self._margin - taken
