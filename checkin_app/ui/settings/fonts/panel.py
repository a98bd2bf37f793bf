"""The card of the fonts that were added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import SubjectCard
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import RowColumn
from checkin_app.ui.settings.fonts.state import FontsState
from checkin_app.ui.settings.fonts.words import FontsWords, FontView


class _FontRow(QWidget):
    """A font and the button that takes it away; `removed` carries its name."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = ""
        self._title, self._line = Label("", "bodyStrong", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.remove = Button("", ButtonKind.QUIET, icon="trash", height=theme.size("target.min"), deed=Deed.FORUM)
        self.remove.clicked.connect(lambda: self.removed.emit(self._font))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(1), 0, theme.space(1))
        row.addLayout(said, 1)
        row.addWidget(self.remove)

    def show_font(self, view: FontView, remove: str, *, busy: bool) -> None:
        self._font = view.name
        self._title.setText(view.title)
        self._line.setText(view.line)
        self.remove.setText(remove)
        self.remove.setAccessibleName(f"{remove}: {view.title}")
        self.remove.setEnabled(not busy)


class FontsPanel(SubjectCard):
    """Draws a `FontsState`; `add_asked`, and `removal_asked` with a font's name."""

    add_asked = Signal()
    removal_asked = Signal(object)

    def __init__(self, words: FontsWords) -> None:
        super().__init__()
        self._words = words
        self._about, self._none = Label("", "body", "ink.secondary", wrap=True), Label("", "body", wrap=True)
        self.add, self.note = Button("", icon="plus", deed=Deed.FORUM), Label("", "body", wrap=True)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.rows = RowColumn(rows, self._new_row)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addWidget(self._about)
        self.body.addWidget(self._none)
        self.body.addLayout(rows)
        self.body.addWidget(self.note)
        self.body.addLayout(row)
        self.add.clicked.connect(self.add_asked)

    def _new_row(self) -> _FontRow:
        row = _FontRow()
        row.removed.connect(self.removal_asked)
        return row

    def retranslate(self) -> None:
        self.subject.setText(self.tr("Badge fonts"))
        self._about.setText(
            self.tr("For letters that no font of the application has: TrueType files, used on this laptop at once.")
        )

    def render_state(self, state: FontsState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._none.setText(view.none)
        self._none.setVisible(bool(view.none))
        for row, font in zip(self.rows.take(len(view.rows)), view.rows, strict=True):
            row.show_font(font, view.remove, busy=state.busy)
        self.note.setText(state.note)
        self.note.setVisible(bool(state.note))
        self.note.set_ink("trouble.ink" if state.wrong else "ink.secondary")
        self.add.setText(view.add)
        self.add.setEnabled(not state.busy)
