"""The laptops' widgets: the list of all, and what is known of the one looked at."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Section
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.heads import page_head
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, list_view, mark, scrolled
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate, RowView
from checkin_app.ui.kit.verdict import VerdictStrip
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


class LaptopsPanel(QWidget):
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
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._title, self._line = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._section, self._message = Section(), Message()
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
        self._section.body.addWidget(self.list, 1)
        self._section.body.addWidget(self._message, 1)
        self._section.body.setContentsMargins(2, 0, 2, theme.space(2))  # clear of its round corners
        right = QVBoxLayout()
        self._sides = QStackedLayout()
        right.addLayout(self._sides, 1)
        right.addWidget(self._foot)
        self._row = QHBoxLayout()
        self._row.addWidget(self._section)
        self._row.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._top = page_head(self.back, self._title, self._line)
        self._column.addWidget(self._top)
        self._column.addLayout(self._row, 1)
        # After its layout has its place: the first page is shown at once, and would be a window of its own.
        for side in (self.card, self.invitation):
            self._sides.addWidget(scrolled(side))

    def _mean(self, doing: Doing, meant: object) -> None:
        self.meant.emit((doing, meant))

    def set_layout(self, layout: theme.Layout) -> None:
        margin, regular = theme.margin(layout), layout is theme.Layout.REGULAR
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._row.setSpacing(theme.space(3))
        self._section.setFixedWidth(theme.widened(layout.of(420, 380, 320)))
        self._section.set_padding(layout.of(20, 16, 12))
        self._delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
        self._delegate.inset = layout.of(20, 16, 12)
        self.list.setMinimumHeight(2 * self._delegate.height)
        self.list.doItemsLayout()
        self._title.set_type("title" if layout.low else "heading")
        self.card.set_layout(layout)
        self.invitation.set_layout(layout)
        for button in (*self.doing.values(), self.invite, self.phone, self.close_invitation):
            button.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self._foot.set_layout(layout)
        self._timed = not layout.narrow and theme.text_size() == 100
        self._show_rows()
        self._low = layout.low
        self._give_way()

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the head where the laptops would have no room beside a verdict."""
        self._top.setVisible(not self._low or self.strip.isHidden())

    # ---- drawing

    _low = False
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
        self._foot.line.setText("")
        self._foot.second_line.setText(view.note)
        self._foot.second_line.set_ink("state.stop.ink" if state.wrong else "ink.secondary")
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
