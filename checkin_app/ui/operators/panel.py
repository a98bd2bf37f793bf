"""The operators' widgets: the list of all, and the one looked at."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.lists import mark
from checkin_app.ui.kit.section_page import SectionPage
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


class OperatorsPanel(SectionPage):
    """Draws an `OperatorsState`.

    Signals: `row_chosen` with a row, `asked` with a `Doing`, `revocation_meant` with the `Meant` of its button; the card's own.
    """

    row_chosen = Signal(object)
    asked = Signal(object)
    revocation_meant = Signal(object)

    def __init__(self, words: OperatorsWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.card, self.kept = OperatorCard(), KeptCard()
        self.doing = {
            each: Button("", kind, icon=icon, deed=DEEDS.get(each)) for each, (kind, icon) in _BUTTONS.items()
        }
        self.revoke = HeldButton("", ButtonKind.SECONDARY, icon="x", deed=Deed.OPERATORS)
        self._build()
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.revoke.meant.connect(self.revocation_meant)
        self.card.entered.connect(lambda: self.asked.emit(Doing.SIGN_IN))
        for doing, button in self.doing.items():
            button.clicked.connect(partial(self.asked.emit, doing))

    def _build(self) -> None:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.kept)
        self._put_together(both, Foot(self.revoke, *self.doing.values()))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.card.set_layout(layout)
        self.kept.set_layout(layout)

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
        self._foot.remark(view.note, wrong=state.wrong)
        self.doing[Doing.SET_PIN].set_deed(None if state.is_own else Deed.OPERATORS)
        self.revoke.set_act(f"revoke {state.chosen}", view.doing[Doing.REVOKE])
        for doing, button in ((Doing.REVOKE, self.revoke), *self.doing.items()):
            button.setText(view.doing[doing]) if doing is not Doing.REVOKE else None
            button.setVisible(doing in state.may and (doing is not Doing.CHANGE_ROLE or doing in state.ready))
            button.setEnabled(doing in state.ready)
        self._foot.arrange()
