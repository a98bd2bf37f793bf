"""Printers and the queue: what waits, what a person must say, what can be tried again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.ids import JobId
from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi, icons, marks, paint
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Section
from checkin_app.ui.kit.chips import ChipTone, StateChip, chip_width, draw_chip
from checkin_app.ui.kit.drawable import drawable
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lines import Lines
from checkin_app.ui.kit.lists import RowColumn, as_high_as_needed, scrolled
from checkin_app.ui.kit.timers import single_shot

#: Rows made at a time: each is a dozen widgets.
_AT_A_TIME = 5


@dataclass(frozen=True, slots=True)
class PrinterView:
    """One printer, already in words."""

    name: str
    title: str
    line: str
    chip: str
    tone: ChipTone
    chosen: bool


class _PrinterRow(QAbstractButton):
    """A printer that can be chosen; the chosen one has the bar of a chosen row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PrinterView("", "", "", "", ChipTone.QUIET, chosen=False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_printer(self, view: PrinterView) -> None:
        self.view = view
        self.setAccessibleName(f"{view.title}, {view.line}, {view.chip}")
        self.setToolTip(drawable(view.line))
        self.updateGeometry()
        self.update()

    def _title(self, width: int) -> Lines:
        pixels = theme.grown(16)
        return Lines(self.view.title, pixels, self._room(width), least=pixels, bold=True)

    def _line(self, width: int) -> Lines:
        """Say it whole: shortened, a sentence that names a printer ends at the dot in its name."""
        pixels = theme.grown(16)
        return Lines(bidi.name(self.view.line), pixels, self._room(width), least=pixels)

    def _line_height(self, width: int) -> int:
        line = self._line(width)
        return line.height if line.count > 1 else theme.line_height("body")

    def _room(self, width: int) -> int:
        return width - 60 - chip_width(self.view.chip, self.view.tone) - 30

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(62, self._title(width).height + self._line_height(width) + 12)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        view, height = self.view, self.height()
        with paint.painting(self) as painter:
            painter.fillRect(0, height - 1, self.width(), 1, theme.color("line.subtle"))
            if view.chosen:
                painter.fillRect(self.rect(), theme.color("accent.tint"))
                painter.fillRect(paint.visual(self, QRect(0, 0, 6, height)), theme.color("accent.fill"))
            square = paint.visual(self, QRect(20, (height - 24) // 2, 24, 24))
            icons.draw(painter, square, "printer", theme.color("ink.primary"))
            chip, high = chip_width(view.chip, view.tone), theme.size("chip")
            place = paint.visual(self, QRect(self.width() - 20 - chip, (height - high) // 2, chip, high))
            draw_chip(painter, place, view.chip, view.tone)
            title, line = self._title(self.width()), self._line(self.width())
            room = self._line_height(self.width())
            top = (height - title.height - room) // 2
            title.draw(painter, self, (60, top), theme.color("ink.primary"))
            below, ink = top + title.height, theme.color("ink.secondary")
            if line.count > 1:
                line.draw(painter, self, (60, below), ink)
            else:
                place = paint.visual(self, QRect(60, below, line.width, room))
                paint.text(painter, place, line.words, theme.font("body"), ink)


class Printers(Section):
    """The printers of this laptop; `chosen` carries the name of one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: list[_PrinterRow] = []
        self._none = Label("", "body", "ink.secondary", wrap=True)
        self._none.setContentsMargins(20, 12, 20, 12)
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)
        # Rows end above the card's round corners, inside its border.
        self.body.setContentsMargins(2, 0, 2, theme.space(2))
        self.body.addWidget(as_high_as_needed(shown))

    def show_printers(self, views: tuple[PrinterView, ...], none: str) -> None:
        """Show printers; `none` says what to do where there is none."""
        self._none.setText(none)
        self._none.setVisible(not views)
        while len(self._rows) < len(views):
            row = _PrinterRow()
            row.clicked.connect(self._reporting(row))
            self._rows.append(row)
            self._column.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(views))
            if index < len(views):
                row.show_printer(views[index])

    def _reporting(self, row: _PrinterRow) -> Callable[[], None]:
        return lambda: self.chosen.emit(row.view.name)


@dataclass(frozen=True, slots=True)
class JobView:
    """One job, already in words; `yes`, `no`, `retry` and `look` are the words of its buttons, empty where it has none."""

    job: JobId
    title: str
    line: str
    icon: str = ""
    verdict: Verdict | None = None
    """Drawn instead of the icon."""
    chip: str = ""
    tone: ChipTone = ChipTone.QUIET
    yes: str = ""
    no: str = ""
    retry: str = ""
    look: str = ""


class _Sign(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = JobView(JobId(""), "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def show_job(self, view: JobView) -> None:
        self._view = view
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            if self._view.verdict is not None:
                marks.draw_small(painter, self.rect(), self._view.verdict)
            elif self._view.icon:
                icons.draw(painter, self.rect().adjusted(2, 2, -2, -2), self._view.icon, theme.color("ink.primary"))


class _JobRow(QWidget):
    came_out = Signal(object)
    did_not = Signal(object)
    again = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job, self._tight = JobView(JobId(""), "", ""), False
        self._sign, self._chip = _Sign(), StateChip()
        self._title = NameText("bodyStrong", least=16)
        self._line = Label("", "body", "ink.secondary", wrap=True)
        small = theme.size("target.min")
        self._yes, self._no, self._retry, self._look = (Button("", height=small) for _ in range(4))
        self._yes.clicked.connect(lambda: self.came_out.emit(self._job.job))
        self._no.clicked.connect(lambda: self.did_not.emit(self._job.job))
        self._retry.clicked.connect(lambda: self.again.emit(self._job.job))
        self._look.clicked.connect(lambda: self.looked_at.emit(self._job.job))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        told = QHBoxLayout()
        told.setSpacing(theme.space(3))
        told.addWidget(self._sign)
        told.addLayout(words, 1)
        told.addWidget(self._chip)
        answers = QHBoxLayout()
        answers.setSpacing(theme.space(2))
        answers.addStretch(1)
        for button in (self._yes, self._no, self._retry, self._look):
            answers.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(18, 8, 18, 8)
        self._row.setSpacing(theme.space(2))
        self._row.addLayout(told, 1)
        self._row.addLayout(answers)
        self.setMinimumHeight(62)

    def set_tight(self, *, tight: bool) -> None:
        """Put the buttons and the state under the name where they have no room beside each other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if tight else across)
        self._tight = tight
        self.show_job(self._job)

    def show_job(self, view: JobView) -> None:
        self._job = view
        direction = self.layoutDirection()
        self._sign.show_job(view)
        self._title.set_text(view.title)
        line = " · ".join(part for part in (view.line, view.chip) if part) if self._tight else view.line
        self._line.setText(bidi.leading(line, direction))
        self._chip.set_state(view.chip, view.tone)
        self._chip.setVisible(bool(view.chip) and not self._tight)
        answers = (self._yes, view.yes), (self._no, view.no), (self._retry, view.retry), (self._look, view.look)
        for button, words in answers:
            button.setText(words)
            button.setVisible(bool(words))
            button.setAccessibleName(f"{words}: {view.title}")


class PrintQueue(Section):
    """The jobs; `came_out`, `did_not`, `again` and `looked_at`, for whose badge it is, carry the id of one."""

    came_out = Signal(object)
    did_not = Signal(object)
    again = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tight = False
        self._views: tuple[JobView, ...] = ()
        self._others = single_shot(self, self._show_some)
        self.all_out = HeldButton("", height=theme.size("target.min"))
        self._none = Label("", "body", "ink.secondary", wrap=True)
        self._none.setContentsMargins(20, 12, 20, 12)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addStretch(1)
        self._rows = RowColumn(column, self._new_row, first=1)
        self.body.setContentsMargins(2, 0, 2, 2)
        self._first = QWidget()
        first = QHBoxLayout(self._first)
        first.setContentsMargins(16, theme.space(2), 16, 0)
        first.addWidget(self.all_out)
        self._first.hide()
        self.body.addWidget(self._first)
        self.body.addWidget(scrolled(inner), 1)

    def set_all(self, act: str, words: str) -> None:
        """Offer to answer all questions at once by `words`, which is the act `act`; empty words offer nothing."""
        self.all_out.set_act(act, words)
        self._first.setVisible(bool(words))

    def show_jobs(self, views: tuple[JobView, ...], none: str) -> None:
        """Show the first jobs now; rows for more are made between what else the screen has to do."""
        self._none.setText(none)
        self._none.setVisible(not views)
        self._views = views
        self._show_some()

    def _show_some(self) -> None:
        count = min(len(self._views), len(self._rows.made) + _AT_A_TIME)
        for row, view in zip(self._rows.take(count), self._views, strict=False):
            row.show_job(view)
        if count < len(self._views):
            self._others.start()

    def set_layout(self, layout: theme.Layout) -> None:
        self._tight = layout.narrow
        for row in self._rows.made:
            row.set_tight(tight=self._tight)

    def _new_row(self) -> _JobRow:
        row = _JobRow()
        row.set_tight(tight=self._tight)
        row.came_out.connect(self.came_out)
        row.did_not.connect(self.did_not)
        row.again.connect(self.again)
        row.looked_at.connect(self.looked_at)
        return row
