"""What stands in a person's place on the desk, and what stands at the foot of their card."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.desk.words import HintsView, IssueView, PrintView
from checkin_app.ui.kit import icons, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.chips import PrintSteps, StateChip
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled


class Glyph(QWidget):
    """An icon among labels."""

    def __init__(self, name: str, pixels: int = 24, ink: str = "ink.primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        self.setFixedSize(pixels, pixels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            icons.draw(painter, self.rect(), self._name, theme.color(self._ink))


class _Number(QWidget):
    """The number of a hint, in a quiet disc."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = max(32, theme.line_height("bodyStrong") + 4)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("state.quiet.tint"))
            painter.drawEllipse(self.rect())
            ink = theme.color("ink.primary")
            paint.text(
                painter, self.rect(), str(self._number), theme.font("bodyStrong"), ink, Qt.AlignmentFlag.AlignHCenter
            )


class HintsCard(Card):
    """Numbered hints while nobody is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=32)
        self._title = Label("", "heading")
        self._hints = [Label("", "bodyLarge", wrap=True) for _ in range(3)]
        self._foot = Label("", "bodyLarge", "ink.secondary", wrap=True)
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._rows = [self._row(number, hint) for number, hint in enumerate(self._hints, 1)]
        self._column.addStretch(1)
        self.body.addWidget(scrolled(shown), 1)
        self._line = Line()
        self.body.addWidget(self._line)
        self._foot_row = QWidget()
        row = QHBoxLayout(self._foot_row)
        row.setContentsMargins(0, theme.space(2), 0, 0)
        row.setSpacing(theme.space(3))
        row.addWidget(Glyph("scan", ink="ink.secondary"))
        row.addWidget(self._foot, 1)
        self.body.addWidget(self._foot_row)

    def _row(self, number: int, hint: Label) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        row.setSpacing(theme.space(4))
        row.addWidget(_Number(number))
        row.addWidget(hint, 1)
        self._column.addWidget(holder)
        return holder

    def set_layout(self, layout: theme.Layout) -> None:
        pad = 16 if layout.low else 32
        self.body.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.space(1) if layout.low else theme.space(3))
        self._title.set_type("title" if layout.low else "heading")

    def show_hints(self, view: HintsView) -> None:
        self._title.setText(view.title)
        for index, (holder, label) in enumerate(zip(self._rows, self._hints, strict=True)):
            shown = index < len(view.hints)
            holder.setVisible(shown)
            label.setText(view.hints[index] if shown else "")
        self._foot.setText(view.foot)
        self._foot_row.setVisible(bool(view.foot))
        self._line.setVisible(bool(view.foot))


class _IssueRow(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        self._number = Label("", "bodyStrong")
        self._chip = StateChip()
        row.addWidget(Glyph("identification-badge", 22))
        row.addWidget(self._number)
        row.addWidget(self._chip)

    def show_issue(self, view: IssueView) -> None:
        self._number.setText(view.number)
        self._chip.set_state(view.chip, view.tone)


class CardFooter(QWidget):
    """The way of the badge, or which of a person's badges is valid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._steps = PrintSteps()
        self._badge = Label("", "bodyStrong")
        self._short = Label("", "buttonLarge", wrap=True)
        self._printer = Label("", "body", "ink.secondary", wrap=True)
        self.taken = Button("", key="B")
        self.record = Button("", ButtonKind.QUIET, key="F3")
        self._way = QWidget()
        self._build_way()
        self._issues = [_IssueRow() for _ in range(3)]
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._way)
        issues = FlowLayout(gap=theme.space(2))
        for each in self._issues:
            issues.addWidget(each)
        column.addLayout(issues)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addLayout(column, 1)
        row.addWidget(self.record, 0, Qt.AlignmentFlag.AlignBottom)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _build_way(self) -> None:
        row = QHBoxLayout(self._way)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._short)
        words.addWidget(self._printer)
        row.addWidget(Glyph("printer"))
        row.addWidget(self._badge)
        row.addSpacing(theme.space(2))
        row.addWidget(self._steps)
        # The words take what the steps leave, which is nothing where there are none.
        row.addLayout(words, 1)
        row.addWidget(self.taken)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow

    def show_footer(self, way: PrintView | None, issues: tuple[IssueView, ...]) -> bool:
        """Show what there is to show and return whether there is anything."""
        self._way.setVisible(way is not None and not issues)
        if way is not None:
            in_words = self._narrow or not way.steps
            self._badge.setText(way.number)
            self._steps.set_steps(way.steps)
            self._short.setText(way.short)
            self._printer.setText(way.line)
            for widget in (self._badge, self._steps):
                widget.setVisible(not in_words)
            for widget in (self._short, self._printer):
                widget.setVisible(in_words)
            self.taken.setVisible(way.may_hand_over)
        for index, row in enumerate(self._issues):
            row.setVisible(index < len(issues))
            if index < len(issues):
                row.show_issue(issues[index])
        return way is not None or bool(issues) or not self.record.isHidden()
