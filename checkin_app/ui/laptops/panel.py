"""The laptops' widgets: the list of all, and what is known of the one looked at."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, mark, scrolled
from checkin_app.ui.kit.pages import APART, HeadedPage
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.kit.section_list import SectionList
from checkin_app.ui.laptops.side import InvitationCard, LaptopCard
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.laptops.words import LaptopsView, LaptopsWords

_BUTTONS = {
    Doing.LEAVE: (ButtonKind.SECONDARY, "sign-out"),
    Doing.REVOKE: (ButtonKind.SECONDARY, "x"),
    Doing.REFUSE: (ButtonKind.SECONDARY, "x"),
    Doing.SIGN_OUT: (ButtonKind.SECONDARY, "sign-out"),
    Doing.AMEND: (ButtonKind.PRIMARY, "floppy-disk"),
    Doing.ADMIT: (ButtonKind.PRIMARY, "check"),
}


class LaptopsPanel(HeadedPage):
    """Draws a `LaptopsState`.

    Signals: `left` for the settings, `row_chosen` with a place among all rows, `meant` with a pair of a `Doing` and the
    `Meant` of its button, `invite_asked`, `phone_asked`, `invitation_closed`; those of the
    card.
    """

    left = Signal()
    row_chosen = Signal(object)
    meant = Signal(object)
    invite_asked = Signal()
    phone_asked = Signal()
    invitation_closed = Signal()

    def __init__(self, words: LaptopsWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, gaps=APART)
        self._words = words
        self._title, self._message = Label("", "heading"), Message()
        self._section = SectionList(self._message, narrow=320)
        self.model, self.list = self._section.model, self._section.list
        self.card, self.invitation = LaptopCard(), InvitationCard()
        self.invite = Button("", ButtonKind.PRIMARY, icon="plus")
        self.phone = Button("", icon="phone")
        self.close_invitation = Button("", icon="check")
        self.doing = {each: HeldButton("", kind, icon=icon) for each, (kind, icon) in _BUTTONS.items()}
        self._foot = Foot(*self.doing.values(), self.close_invitation, self.phone, self.invite)
        self._build()
        self.back.clicked.connect(self.left)
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        for doing, button in self.doing.items():
            button.meant.connect(partial(self._mean, doing))
        self.invite.clicked.connect(self.invite_asked)
        self.phone.clicked.connect(self.phone_asked)
        self.close_invitation.clicked.connect(self.invitation_closed)

    def _build(self) -> None:
        right = QVBoxLayout()
        self._sides = QStackedLayout()
        right.addLayout(self._sides, 1)
        right.addWidget(self._foot)
        self._row = QHBoxLayout()
        self._row.addWidget(self._section)
        self._row.addLayout(right, 1)
        self._put_together(self._title, self._row)
        # After its layout has its place: the first page is shown at once, and would be a window of its own.
        for side in (self.card, self.invitation):
            self._sides.addWidget(scrolled(side))

    def _mean(self, doing: Doing, meant: object) -> None:
        self.meant.emit((doing, meant))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._row.setSpacing(theme.space(3))
        self._section.set_layout(layout)
        self.list.setMinimumHeight(2 * self._section.row_height)
        self._title.set_type("title" if layout.low else "heading")
        self.card.set_layout(layout)
        self.invitation.set_layout(layout)
        self._foot.set_large(layout)
        self._timed = not layout.narrow and theme.text_size() == 100
        self._show_rows()

    # ---- drawing

    _timed = True
    _rows: tuple[RowView, ...] = ()
    _place = -1

    def retranslate(self) -> None:
        self.back.setText(self.tr("Settings"))
        self._line.setText(self.tr("Each is complete in itself; where they meet, they become one."))
        self.list.setAccessibleName(self.tr("Laptops"))

    def render_state(self, state: LaptopsState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._title.setText(view.title)
        self._section.set_title(view.section, view.count)
        self._rows, self._place = view.rows, state.place
        self._show_rows()
        self._message.say(view.empty)
        self._message.setVisible(not view.rows)
        self.list.setVisible(bool(view.rows))
        self.card.setVisible(bool(view.name))
        self.card.show_view(state, view)
        self.invitation.show_view(state, view)
        self._sides.setCurrentIndex(1 if state.invited else 0)
        self._show_foot(state, view)

    def _show_rows(self) -> None:
        """Show the rows: where there is no room for the time beside the name, the card tells it."""
        self.model.show_rows(self._rows if self._timed else [replace(each, time="") for each in self._rows])
        mark(self.list, self._place)

    def _show_foot(self, state: LaptopsState, view: LaptopsView) -> None:
        self._foot.remark(view.note, wrong=state.wrong)
        station = f"phone {state.phone.number}" if state.phone else state.chosen or ""
        for doing, button in self.doing.items():
            button.set_act(f"{doing} {station}", view.doing[doing])
            button.setVisible(doing in state.may and not state.invited and (doing is not Doing.AMEND or state.changed))
            button.setEnabled(not state.busy)
        self.invite.setText(view.invite)
        self.invite.setVisible(state.may_invite)
        self.invite.setEnabled(not state.busy)
        self.phone.setText(view.phone)
        self.phone.setVisible(state.may_invite)
        self.phone.setEnabled(not state.busy)
        self.close_invitation.setText(view.invitation.done)
        self.close_invitation.setVisible(state.invited is not None)
        self._foot.setVisible(bool(view.note or state.may or state.may_invite or state.invited))
        self._foot.arrange()
