"""The printer looked at: how it is, what it is called, its group, its pause, its roll; or the form of one more."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.printer_form import PrinterForm
from checkin_app.ui.kit.printer_look import PrinterLook
from checkin_app.ui.printer_draft import is_paper
from checkin_app.ui.printers.state import Doing, PrintersState
from checkin_app.ui.printers.words import PrintersView

_LINES, _USUAL = 4, 100
"""Lines about a printer, and the size of text in percent at which fields stand side by side."""
_BUTTONS = (
    Doing.LET_IN, Doing.CHOOSE, Doing.FIT, Doing.AS_BEFORE, Doing.KEEP, Doing.PAUSE, Doing.GO_ON, Doing.ROLL, Doing.FORBID,
)  # fmt: skip
_FIELDS = ("name", "group", "reason", "labels", "user", "password")
_WRITTEN = ("name", "group", "reason", "user")
"""Those in which people write in their own script."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PrinterCard(Card):
    """Draws the printer looked at.

    Signals: `typed` with a pair of a field's name and its text, `asked` with a `Doing`; those of the form.
    """

    typed = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._name, self._chip = Label("", "title", wrap=True), StateChip()
        self._where, self.trouble = Label("", "body", "ink.secondary", wrap=True), Note()
        self._told = [Label("", "body", wrap=True) for _ in range(_LINES)]
        self.fields = {name: Field(ime=name in _WRITTEN) for name in _FIELDS}
        self.fields["password"].line.setEchoMode(QLineEdit.EchoMode.Password)
        small = theme.size("target.button")
        self.doing = {each: Button("", height=small) for each in _BUTTONS}
        self.allow = HeldButton("", ButtonKind.SECONDARY, icon="warning", height=small, deed=Deed.QUEUE)
        self.look = PrinterLook(self.doing[Doing.AS_BEFORE], self.doing[Doing.FIT])
        self.form = PrinterForm()
        self._rows: dict[Doing, QWidget] = {}
        self._across: list[QBoxLayout] = []
        self._build()
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.typed.emit((name, str(text))))
        self.look.template_chosen.connect(lambda name: self.typed.emit(("template", str(name))))
        self.look.paper_typed.connect(lambda text: self.typed.emit(("paper", str(text))))
        for doing, button in self.doing.items():
            button.clicked.connect(partial(self.asked.emit, doing))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._where)
        self.body.addWidget(self.trouble)
        for label in self._told:
            self.body.addWidget(label)
        self._row(Doing.LET_IN, self.fields["user"], self.fields["password"], self.doing[Doing.LET_IN])
        self._row(Doing.ALLOW, self.allow)
        self._row(Doing.FORBID, self.doing[Doing.FORBID])
        self._row(Doing.CHOOSE, self.doing[Doing.CHOOSE])
        self._row(Doing.GO_ON, self.doing[Doing.GO_ON])
        self._row(Doing.FIT, self.look)
        self._row(Doing.KEEP, self.fields["name"], self.fields["group"], self.doing[Doing.KEEP])
        self._row(Doing.PAUSE, self.fields["reason"], self.doing[Doing.PAUSE])
        self._row(Doing.ROLL, self.fields["labels"], self.doing[Doing.ROLL])
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def _row(self, doing: Doing, *parts: QWidget) -> None:
        """Put fields beside the button that is about them, which stands at their foot."""
        row = self._rows[doing] = QWidget()
        across = QBoxLayout(_ACROSS, row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.space(2))
        for part in parts:
            across.addWidget(part, isinstance(part, Field | PrinterLook), Qt.AlignmentFlag.AlignBottom)
        if not any(isinstance(part, Field | PrinterLook) for part in parts):
            across.addStretch(1)
        self._across.append(across)
        self.body.addWidget(row)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 20 if layout is theme.Layout.REGULAR else 14
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(theme.space(1) if layout.low else theme.space(2))
        self.trouble.set_compact(compact=layout is not theme.Layout.REGULAR, low=layout.low)
        self.form.set_compact(compact=True)
        beside = not layout.narrow and theme.text_size() == _USUAL
        for look in (self.look, self.form.look):
            look.set_beside(beside=beside)
        for row in self._across:
            row.setDirection(_ACROSS if beside else _DOWN)

    def retranslate(self) -> None:
        self.fields["name"].set_label(self.tr("Name"))
        self.fields["group"].set_label(self.tr("Group, such as Desk"))
        self.fields["reason"].set_label(self.tr("Why it is paused"))
        self.fields["labels"].set_label(self.tr("Labels on the new roll"))
        self.fields["user"].set_label(self.tr("User"))
        self.fields["password"].set_label(self.tr("Password"))
        self.look.retranslate()
        self.form.retranslate()

    def show_view(self, state: PrintersState, view: PrintersView) -> None:
        self._name.setText(view.name)
        self._chip.set_state(view.chip, view.tone)
        self._chip.setVisible(bool(view.chip))
        self._where.setText(view.where)
        self.trouble.set_note(view.trouble, view.step, icon="warning")
        for place, label in enumerate(self._told):
            label.setText(view.told[place] if place < len(view.told) else "")
            label.setVisible(place < len(view.told))
        for name, field in self.fields.items():
            text = getattr(state.typed, name)
            if field.text() != text:
                field.set_text(text)
        for doing, button in self.doing.items():
            button.setText(view.doing[doing])
            button.setEnabled(doing in state.ready)
        self.allow.set_act(f"{Doing.ALLOW} {state.chosen}", view.doing[Doing.ALLOW])
        self.allow.setEnabled(Doing.ALLOW in state.ready)
        for doing, row in self._rows.items():
            row.setVisible(doing in state.may)
        self.form.setVisible(Doing.ADD in state.may)
        self.form.show_draft(state.draft, "")
        self.form.show_looks(view.looks, state.draft)
        self.look.show_look(view.looks, state.typed.template, state.typed.paper, wrong=not is_paper(state.typed.paper))
        self.doing[Doing.AS_BEFORE].setVisible(Doing.AS_BEFORE in state.may)
