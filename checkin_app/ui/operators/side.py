"""The operator looked at: signing in, and what a lead says of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from checkin_app.domain.roles import OperatorRole
from checkin_app.ui import theme
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.form import ChoiceGrid
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.operators.state import Doing, OperatorsState
from checkin_app.ui.operators.words import OperatorsView

_LONGEST_PIN = 8


class OperatorCard(Card):
    """Draws the operator looked at.

    Signals: `typed` with a pair of a field's name and its text, `role_chosen` with an `OperatorRole`, `entered` when Enter
    was pressed in the field of the PIN.
    """

    typed = Signal(object)
    role_chosen = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._name, self._chip = Label("", "title", wrap=True), StateChip()
        self._line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.fields = {name: Field(ime=name in {"name", "reason"}) for name in ("name", "pin", "new_pin", "reason")}
        self._role_label, self.role = Label("", "body", "ink.secondary"), ChoiceGrid()
        self._rule, self._title = Line(), Label("", "buttonLarge", wrap=True)
        self._may = [Label("", "body", wrap=True) for _ in range(20)]
        self._build()
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.typed.emit((name, str(text))))
        self.fields["pin"].line.returnPressed.connect(self.entered)
        self.role.chosen.connect(lambda value: self.role_chosen.emit(OperatorRole(str(value))))

    def _build(self) -> None:
        for name in ("pin", "new_pin"):
            self.fields[name].line.setEchoMode(QLineEdit.EchoMode.Password)
            self.fields[name].line.setMaxLength(_LONGEST_PIN)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._line)
        for name in ("name", "pin"):
            self.body.addWidget(self.fields[name])
        self.body.addWidget(self._role_label)
        self.body.addWidget(self.role)
        for name in ("new_pin", "reason"):
            self.body.addWidget(self.fields[name])
        self.body.addWidget(self._rule)
        self.body.addWidget(self._title)
        for label in self._may:
            self.body.addWidget(label)
        self.body.addStretch(1)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 20 if layout is theme.Layout.REGULAR else 14
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(theme.space(1) if layout.low else theme.space(2))
        self.role.set_columns(3)

    def retranslate(self) -> None:
        self.fields["name"].set_label(self.tr("Name"))
        self.fields["pin"].set_label(self.tr("PIN, or scan the staff badge"))
        self.fields["new_pin"].set_label(self.tr("New PIN, 4 to 8 digits"))
        self.fields["reason"].set_label(self.tr("Why they are no operator any more"))
        self._role_label.setText(self.tr("Role"))
        self.role.setAccessibleName(self.tr("Role"))

    def show_view(self, state: OperatorsState, view: OperatorsView) -> None:
        self._name.setText(view.name)
        self._chip.set_state(view.chip, view.tone)
        self._chip.setVisible(bool(view.chip))
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        self._show_form(state, view)
        self._title.setText(view.may_title)
        self._show_may(view.may)

    def _show_form(self, state: OperatorsState, view: OperatorsView) -> None:
        shown = {
            "name": Doing.ADD in state.may and state.operator is None,
            "pin": Doing.SIGN_IN in state.may,
            "new_pin": Doing.SET_PIN in state.may,
            "reason": Doing.REVOKE in state.may,
        }
        for name, field in self.fields.items():
            field.setVisible(shown[name])
            field.setEnabled(not state.busy)
            text = getattr(state.draft, name)
            if field.text() != text:
                field.set_text(text)
        named = bool(state.may & {Doing.ADD, Doing.CHANGE_ROLE})
        self._role_label.setVisible(named)
        self.role.setVisible(named)
        self.role.set_options(view.roles)
        self.role.choose(state.role.value)

    def _show_may(self, may: Sequence[tuple[str, bool]]) -> None:
        for place, label in enumerate(self._may):
            words, allowed = may[place] if place < len(may) else ("", False)
            label.setText(f"{'✓' if allowed else '–'}  {words}" if words else "")
            label.set_ink("ink.primary" if allowed else "ink.hint")
            label.setVisible(bool(words))
