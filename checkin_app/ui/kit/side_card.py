"""The column beside a list: what is known of the one chosen scrolls, and what is done with it stays in sight below."""

from collections.abc import Container, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.lists import scrolled

#: What can be done, as each screen names it.
Doing = TypeVar("Doing", bound=StrEnum)


def inset_beside(card: Card, layout: theme.Layout) -> None:
    """Give a card that stands beside a list the insets of its layout."""
    inset = layout.of(20, 16, 12)
    pad = 10 if layout.low else inset
    card.body.setContentsMargins(inset, pad, inset, pad)
    card.body.setSpacing(theme.space(1) if layout.low else theme.space(2))


class SideCard(Card):
    """Signals: `asked` with what a button does, `meant` with a pair of what a held one does and its `Meant`."""

    asked = Signal(object)
    meant = Signal(object)

    #: How high its buttons are: in a low window, and in any other.
    heights = ("target.button", "target.scan")

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._buttons: Sequence[Button] = ()

    def _put_together(self, *parts: QWidget, apart: bool = True) -> None:
        """Put `parts` where they scroll; `apart` leaves under them the room that they do not need."""
        shown = QWidget()
        self._shown = QVBoxLayout(shown)
        self._shown.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._shown.addWidget(part)
        if apart:
            self._shown.addStretch(1)
        self.body.addWidget(scrolled(shown), 1)

    def _offer(self, doing: Mapping[Doing, Button], *, above: Container[Doing] = ()) -> None:
        """Put a button for each thing that is done below, or with what scrolls where it is one of those `above`."""
        self._buttons = tuple(doing.values())
        for each, button in doing.items():
            (self._shown if each in above else self.body).addWidget(button)
            if isinstance(button, HeldButton):
                button.meant.connect(partial(self._tell_meant, each))
            else:
                button.clicked.connect(partial(self.asked.emit, each))

    def _tell_meant(self, doing: StrEnum, meant: object) -> None:
        self.meant.emit((doing, meant))

    def set_layout(self, layout: theme.Layout) -> None:
        inset_beside(self, layout)
        self._shown.setSpacing(self.body.spacing())
        low, high = self.heights
        for button in self._buttons:
            button.set_height(theme.size(low if layout.low else high))
