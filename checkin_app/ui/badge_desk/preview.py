"""The badge as it will come out, drawn by the printing layout itself, and what speaks against it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.chips import ChipTone, StateChip
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.marks import VerdictMark


class _Paper(QWidget):
    """The picture of the badge, as large as fits and never larger than drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setMinimumHeight(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_png(self, png: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(png)
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        fitted = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - fitted.width()) // 2, (self.height() - fitted.height()) // 2, 0, 0)
        place.setSize(fitted)
        ratio = self.devicePixelRatioF()
        drawn = self._picture.scaled(
            fitted * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        with paint.painting(self) as painter:
            painter.drawPixmap(place, drawn)
            paint.box(painter, place, fill=None, line=theme.color("line.control"), width=1)


class PreviewPane(QWidget):
    """The middle of the badge desk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper()
        self._hint = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.save = HeldButton("", icon="file-pdf")
        self.spelling = Button("", key="L", height=theme.size("target.button"), deed=Deed.MEND)
        self.offers_saving = True
        self._size, self._chip = Label("", "body", "ink.secondary"), StateChip()
        self._objection = QWidget()
        self._words = Label("", "body", wrap=True)
        self._mark = VerdictMark(Verdict.ASK)
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        said = QVBoxLayout(self._objection)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(theme.space(3))
        said.addStretch(1)
        said.addLayout(row)
        said.addWidget(self.spelling, 0, Qt.AlignmentFlag.AlignHCenter)
        said.addStretch(1)
        facts = QHBoxLayout()
        facts.setSpacing(theme.space(3))
        facts.addStretch(1)
        facts.addWidget(self._size)
        facts.addWidget(self._chip)
        facts.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.space(4))
        self._column.addWidget(self._hint, 1)
        self._column.addWidget(self._paper, 1)
        self._column.addWidget(self._objection)
        self._column.addLayout(facts)
        self._column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignHCenter)
        self.set_layout(theme.Layout.REGULAR)

    def set_layout(self, layout: theme.Layout) -> None:
        side = layout.of(32, 24, 12)
        self._column.setContentsMargins(side, side, side, side)
        self._size.setVisible(not layout.narrow)

    def show_hint(self, words: str) -> None:
        """Say why no badge is drawn."""
        self._hint.setText(words)
        self.setAccessibleName(words)
        self._hint.show()
        for widget in (self._paper, self._objection, self._chip, self.save):
            widget.hide()
        self._size.setText("")

    def show_badge(self, png: bytes, size: str, reading: str, *, reads: bool, objection: str) -> None:
        """Show a badge, whether its code reads back, and what speaks against printing it."""
        self._hint.hide()
        self._paper.setVisible(bool(png))
        self._column.setStretchFactor(self._objection, 0 if png else 1)
        self.save.setVisible(self.offers_saving)
        self._paper.show_png(png)
        self._size.setText(size)
        self._chip.set_state(reading, ChipTone.GO if reads else ChipTone.STOP)
        self._chip.setVisible(bool(reading))
        self._words.setText(objection)
        self.setAccessibleName(" ".join(part for part in (size, reading, objection) if part))

    def offer_spelling(self, words: str) -> None:
        """Offer that another name stands on the badge; empty words offer nothing."""
        objected = bool(self._words.text())
        for widget in (self._mark, self._words):
            widget.setVisible(objected)
        self.spelling.setText(words)
        self.spelling.setVisible(bool(words))
        self._objection.setVisible(objected or bool(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            fill, line = theme.color("bg.sunk"), theme.color("line.subtle")
            paint.box(painter, self.rect(), fill=fill, line=line, radius=theme.radius("card"))
