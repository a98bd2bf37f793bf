"""What one laptop says, as a card beside that of the other."""

from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.inbox.words import ClaimView
from checkin_app.ui.kit.cards import Card, Line, row
from checkin_app.ui.kit.chips import BusPlate, PlateSize
from checkin_app.ui.kit.labels import Label


class ClaimCard(Card):
    """The value in large letters, who said it when, and what that laptop had heard by then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.body.setSpacing(theme.space(1))
        self._value, self._plate = Label("", "title", wrap=True), BusPlate(size=PlateSize.CARD)
        self._said, self._how = Label("", "body", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._line, self._heard = Line(), Label("", "body", "ink.secondary", wrap=True)
        self.body.addLayout(row(self._plate))
        for each in (self._value, self._said, self._how, self._line, self._heard):
            self.body.addWidget(each)
        self.body.addStretch(1)

    def show_claim(self, claim: ClaimView) -> None:
        self._value.setText(claim.value)
        self._value.setVisible(not claim.bus)
        self._plate.set_code(claim.bus)
        self._said.setText(f"{claim.who} · {claim.laptop} · {claim.when}")
        self._how.setText(claim.how)
        self._how.setVisible(bool(claim.how))
        self._heard.setText(claim.heard)
        for each in (self._line, self._heard):
            each.setVisible(bool(claim.heard))

    def set_tight(self, *, tight: bool) -> None:
        inset = theme.space(2) if tight else theme.space(4)
        self.body.setContentsMargins(theme.space(3), inset, theme.space(3), inset)
