"""The operators' widgets: the list of all, and the one looked at."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Section
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import list_view, mark, scrolled
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.operators.kept import KeptCard
from checkin_app.ui.operators.side import OperatorCard
from checkin_app.ui.operators.state import DEEDS, Doing, OperatorsState
from checkin_app.ui.operators.words import OperatorsWords

_BUTTONS = {
    Doing.ENTER_BADGE: (ButtonKind.SECONDARY, "scan"),
    Doing.SET_PIN: (ButtonKind.SECONDARY, ""),
    Doing.CHANGE_ROLE: (ButtonKind.SECONDARY, ""),
    Doing.LOCK: (ButtonKind.PRIMARY, "sign-out"),
    Doing.SIGN_IN: (ButtonKind.PRIMARY, "check"),
    Doing.TAKE_LIST: (ButtonKind.SECONDARY, "upload-simple"),
    Doing.ADD: (ButtonKind.PRIMARY, "plus"),
}


class OperatorsPanel(QWidget):
    """Draws an `OperatorsState`.

    Signals: `row_chosen` with a row, `asked` with a `Doing`, `revocation_meant` with the `Meant` of its button; the card's own.
    """

    row_chosen = Signal(object)
    asked = Signal(object)
    revocation_meant = Signal(object)

    def __init__(self, words: OperatorsWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self._title, self._line = Label("", "heading"), Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._section = Section()
        self.card, self.kept = OperatorCard(), KeptCard()
        self.doing = {
            each: Button("", kind, icon=icon, deed=DEEDS.get(each)) for each, (kind, icon) in _BUTTONS.items()
        }
        self.revoke = HeldButton("", ButtonKind.SECONDARY, icon="x", deed=Deed.OPERATORS)
        self._foot = Foot(self.revoke, *self.doing.values())
        self._build()
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.revoke.meant.connect(self.revocation_meant)
        self.card.entered.connect(lambda: self.asked.emit(Doing.SIGN_IN))
        for doing, button in self.doing.items():
            button.clicked.connect(partial(self.asked.emit, doing))

    def _build(self) -> None:
        self._section.body.addWidget(self.list, 1)
        self._section.body.setContentsMargins(2, 0, 2, theme.space(2))  # clear of its round corners
        right = QVBoxLayout()
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.kept)
        right.addWidget(scrolled(both), 1)
        right.addWidget(self._foot)
        self._row = QHBoxLayout()
        self._row.addWidget(self._section)
        self._row.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        for widget in (self.strip, self._title, self._line):
            self._column.addWidget(widget)
        self._column.addLayout(self._row, 1)

    def set_layout(self, layout: theme.Layout) -> None:
        margin, regular = theme.margin(layout), layout is theme.Layout.REGULAR
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(1) if layout.low else theme.space(2))
        self._row.setSpacing(theme.space(3))
        self._section.setFixedWidth(theme.widened(layout.of(420, 380, 300)))
        self._section.set_padding(layout.of(20, 16, 12))
        self._delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
        self._delegate.inset = layout.of(20, 16, 12)
        self.list.doItemsLayout()
        self._title.set_type("title" if layout.low else "heading")
        self._line.set_type("body" if layout.low else "bodyLarge")
        self.card.set_layout(layout)
        self.kept.set_layout(layout)
        for button in (self.revoke, *self.doing.values()):
            button.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self._foot.set_layout(layout)
        self._low = layout.low
        self._give_way()

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the head where the operators would have no room beside a verdict."""
        for label in (self._title, self._line):
            label.setVisible(not self._low or self.strip.isHidden())

    _low = False

    def retranslate(self) -> None:
        self._title.setText(self.tr("Who acts"))
        self.list.setAccessibleName(self.tr("Operators"))
        self.card.retranslate()

    def render_state(self, state: OperatorsState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._line.setText(self._words.named(state))
        self._section.set_title(view.section, view.count)
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self._section.setVisible(bool(view.rows))
        self.card.setVisible(bool(view.name))
        self.card.show_view(state, view)
        self.kept.setVisible(bool(view.kept_title))
        self.kept.show_kept(view.kept_title, view.kept_line, view.kept)
        self._foot.line.setText("")
        self._foot.second_line.setText(view.note)
        self._foot.second_line.set_ink("state.stop.ink" if state.wrong else "ink.secondary")
        self.doing[Doing.SET_PIN].set_deed(None if state.is_own else Deed.OPERATORS)
        self.revoke.set_act(f"revoke {state.chosen}", view.doing[Doing.REVOKE])
        for doing, button in ((Doing.REVOKE, self.revoke), *self.doing.items()):
            button.setText(view.doing[doing]) if doing is not Doing.REVOKE else None
            button.setVisible(doing in state.may and (doing is not Doing.CHANGE_ROLE or doing in state.ready))
            button.setEnabled(doing in state.ready)
        self._foot.arrange()
