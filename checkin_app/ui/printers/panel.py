"""The printers' widgets: the list of all, and the one looked at."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.lists import mark
from checkin_app.ui.kit.section_page import SectionPage
from checkin_app.ui.printers.side import PrinterCard
from checkin_app.ui.printers.state import Doing, PrintersState
from checkin_app.ui.printers.words import PrintersWords

_BUTTONS = {
    Doing.TEMPLATES: (ButtonKind.SECONDARY, "identification-badge"),
    Doing.LOOK: (ButtonKind.SECONDARY, "magnifying-glass"),
    Doing.TEST: (ButtonKind.PRIMARY, "printer"),
    Doing.ADD: (ButtonKind.PRIMARY, "plus"),
}


class PrintersPanel(SectionPage):
    """Draws a `PrintersState`.

    Signals: `left` for the settings, `row_chosen` with a row, `asked` with a `Doing`, `removal_meant` and `leave_meant` with the `Meant` of their
    buttons; the card's own.
    """

    left = Signal()
    row_chosen = Signal(object)
    asked = Signal(object)
    removal_meant = Signal(object)
    leave_meant = Signal(object)

    def __init__(self, words: PrintersWords, card: PrinterCard | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.card = card or PrinterCard()
        self.doing = {each: Button("", kind, icon=icon) for each, (kind, icon) in _BUTTONS.items()}
        self.remove = HeldButton("", ButtonKind.SECONDARY, icon="trash")
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._put_together(self.card, Foot(self.remove, *self.doing.values()), self.back)
        self.back.clicked.connect(self.left)
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.remove.meant.connect(self.removal_meant)
        self.card.allow.meant.connect(self.leave_meant)
        self.card.asked.connect(self.asked)
        for doing, button in self.doing.items():
            button.clicked.connect(partial(self.asked.emit, doing))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.card.set_layout(layout)

    def retranslate(self) -> None:
        self.back.setText(self.tr("Settings"))
        self._title.setText(self.tr("Printers"))
        self.list.setAccessibleName(self.tr("Printers"))
        self.card.retranslate()

    def render_state(self, state: PrintersState) -> None:
        """Draw everything the state says."""
        view = self.words.view(state)
        self._line.setText(view.line)
        self._section.set_title(view.section, view.count)
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self.card.show_view(state, view)
        self._foot.remark(view.note, wrong=state.wrong)
        self.remove.set_act(f"{Doing.REMOVE} {state.chosen}", view.doing[Doing.REMOVE])
        self.remove.setVisible(Doing.REMOVE in state.may)
        self.remove.setEnabled(Doing.REMOVE in state.ready)
        for doing, button in self.doing.items():
            button.setText(view.doing[doing])
            button.setVisible(doing in state.may)
            button.setEnabled(doing in state.ready)
        self._foot.arrange()
