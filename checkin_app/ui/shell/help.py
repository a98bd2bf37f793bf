"""What F1 shows beside the screen: the keys, and the switches for language, theme, size of text and sound."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme, words, words_laptop, words_notices
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, KeyCap, Segmented
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled


class HelpPanel(Card):
    """A card over the window's trailing edge; scans go on underneath.

    Signals: `language_chosen`, `theme_chosen` and `text_size_chosen` with the value, `sound_switched`,
    `restore_asked`, `closed`.
    """

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    text_size_chosen = Signal(object)
    sound_switched = Signal(object)
    restore_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, padding=24)
        self._within = parent
        self._title = Label("", "title")
        self._text = Label("", "body", "ink.secondary", wrap=True)
        self._keys = QGridLayout()
        self._words: list[Label] = []
        self._switches = [(Label("", "body", "ink.secondary"), Segmented()) for _ in range(4)]
        self._restore = Button("", ButtonKind.QUIET)
        self._close = Button("", ButtonKind.SECONDARY, key="Esc")
        self._build()
        self.hide()

    def _build(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, theme.space(2), 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._text)
        column.addWidget(Line())
        self._keys.setContentsMargins(0, 0, 0, 0)
        self._keys.setHorizontalSpacing(theme.space(3))
        self._keys.setVerticalSpacing(theme.space(1))
        self._keys.setColumnStretch(1, 1)
        column.addLayout(self._keys)
        column.addWidget(Line())
        for label, switch in self._switches:
            row = QHBoxLayout()
            row.addWidget(label)
            row.addWidget(switch, 1)
            column.addLayout(row)
        column.addWidget(self._restore)
        column.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(scrolled(shown), 1)
        self.body.addWidget(self._close)
        language, look, size, sound = (switch for _, switch in self._switches)
        language.chosen.connect(self.language_chosen)
        look.chosen.connect(self.theme_chosen)
        size.chosen.connect(self.text_size_chosen)
        sound.chosen.connect(lambda value: self.sound_switched.emit(value == "on"))
        self._restore.clicked.connect(self.restore_asked)
        self._close.clicked.connect(self.closed)

    def show_help(self, text: str, keys: Sequence[tuple[str, str]], *, sound: bool) -> None:
        """Show what a screen is for, its keys as (key, words), and the switches as they stand."""
        self._title.setText(self.tr("Help"))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._show_keys(keys)
        titles = [words_laptop.entry(each) for each in ("language", "theme", "text_size", "sound")]
        widest = max(paint.width_of(title, theme.font("body")) for title in titles)
        for (label, _), title in zip(self._switches, titles, strict=True):
            label.setText(title)
            label.setFixedWidth(max(72, widest + 8))
        language, look, size, sounds = (switch for _, switch in self._switches)
        language.set_options(words_laptop.languages())
        language.choose(words.spoken())
        look.set_options(words_laptop.themes())
        look.choose(theme.current().name.value)
        size.set_options(words_laptop.text_sizes())
        size.choose(str(theme.text_size()))
        sounds.set_options(words_laptop.sounds())
        sounds.choose("on" if sound else "off")
        self._restore.setText(words_notices.restoring())
        self._close.setText(self.tr("Close"))

    def _show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        while (item := self._keys.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, (key, said) in enumerate(keys):
            self._keys.addWidget(KeyCap(key), row, 0, Qt.AlignmentFlag.AlignLeading)
            self._keys.addWidget(Label(said, wrap=True), row, 1)

    def place(self) -> None:
        """Stand at the trailing edge of the window, over its whole height."""
        within = self._within.rect()
        width = min(theme.widened(440), within.width() - 120)
        trailing_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 8 if trailing_left else within.width() - width - 8
        self.setGeometry(x, 8, width, within.height() - 16)
        self.raise_()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.isVisible():
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
