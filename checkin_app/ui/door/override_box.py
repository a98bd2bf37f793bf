"""Beside the verdict, while it is being overridden: why, what else there is to say, who agrees, and the button that is held."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.door.state import DoorState
from checkin_app.ui.door.words import OverrideView
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.form import ChoiceGrid, FormField
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.menus import AskingMenu

_LONGEST_PIN = 32


class OverrideBox(QWidget):
    """Signals: `typed` with a pair of a field and its text, `second_chosen` with a place in the menu, `meant` with a `Meant`,
    `left`.
    """

    typed = Signal(object)
    second_chosen = Signal(object)
    meant = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.grounds, self.seconds = ChoiceGrid(), AskingMenu()
        self.grounds.set_columns(1)
        self.seconds.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.fields = {name: FormField(ime=name != "pin") for name in ("text", "by", "pin")}
        self.fields["pin"].line.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields["pin"].line.setMaxLength(_LONGEST_PIN)
        self._note = Label("", "bodyStrong", "trouble.ink", wrap=True)
        self.hold = HeldButton("", ButtonKind.PRIMARY, height=theme.size("target.door"), deed=Deed.OVERRIDE)
        self.leave = Button("", ButtonKind.SECONDARY, height=theme.size("target.scan"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self._card = Card(padding=20)
        shown = QWidget()
        column = self._shown = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self.grounds)
        column.addWidget(self.fields["text"])
        column.addWidget(self.fields["by"])
        column.addWidget(self.seconds)
        column.addWidget(self.fields["pin"])
        column.addStretch(1)
        for part in (self._title, self._line):
            self._card.body.addWidget(part)
        # What is done stays in sight while what is said of it scrolls.
        self._scroll = scrolled(shown)
        self._card.body.addWidget(self._scroll, 1)
        outer = self._column = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card, 1)
        outer.addWidget(self.hold)
        outer.addWidget(self.leave)

    def _connect(self) -> None:
        self.grounds.chosen.connect(lambda value: self.typed.emit(("ground", value)))
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.typed.emit((name, str(text))))
        self.seconds.activated.connect(self.second_chosen.emit)
        self.hold.meant.connect(self.meant)
        self.leave.clicked.connect(self.left)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        width = "doorSide" if regular else "doorSideNarrow" if layout.narrow else "sideColumnCompact"
        self.setFixedWidth(theme.size(width) + theme.widened(80) - 80)
        pad = 12 if layout.low else 16
        self._card.body.setContentsMargins(pad, pad, pad, pad)
        for column in (self._card.body, self._shown):
            column.setSpacing(theme.space(1) if layout.low else theme.space(2))
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))

    def show_view(self, state: DoorState, view: OverrideView) -> None:
        draft = state.draft
        if draft is None:
            return
        self._title.setText(view.title)
        self._line.setText(view.line)
        self.grounds.set_options(view.grounds)
        self.grounds.choose(draft.ground or "")
        for name, text in (("text", draft.text), ("by", draft.by), ("pin", draft.pin)):
            self.fields[name].set_words(view.labels.get(name, ""))
            self.fields[name].setVisible(name in view.labels)
            self.fields[name].setEnabled(not draft.busy)
            self.fields[name].set_text(text)
        self._show_second(state, view)
        if draft.note and draft.note != self._note.text():
            self._scroll.verticalScrollBar().setValue(0)
        self._note.setText(draft.note)
        self._note.setVisible(bool(draft.note))
        self.hold.set_act(view.act, view.hold)
        self.hold.setEnabled(state.may_board)
        self.leave.setText(view.leave)

    def _show_second(self, state: DoorState, view: OverrideView) -> None:
        self.seconds.setVisible(bool(view.second))
        items = [view.second, *view.seconds]
        if items != [self.seconds.itemText(place) for place in range(self.seconds.count())]:
            self.seconds.clear()
            self.seconds.addItems(items)
        self.seconds.setAccessibleName(view.second)
        ids, chosen = [each.id for each in state.seconds], state.draft.second if state.draft else None
        self.seconds.setCurrentIndex(ids.index(chosen) + 1 if chosen in ids else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
