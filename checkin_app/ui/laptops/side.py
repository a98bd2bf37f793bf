"""The laptop looked at: what it is, how it stands, and what a coordinator says of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from checkin_app.domain.enrolment import Role
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Segmented
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.laptops.words import LaptopsView


class LaptopCard(Card):
    """Draws the laptop looked at.

    Signals: `name_typed` and `reason_typed` with a text, `role_chosen` with a `Role`.
    """

    name_typed = Signal(object)
    reason_typed = Signal(object)
    role_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._name, self._chip = Label("", "title", wrap=True), StateChip()
        self._line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self._compare = Note()
        self._told: list[tuple[Label, Label]] = []
        self.name, self.reason = Field(), Field()
        self._role_label, self.role = Label("", "body", "ink.secondary"), Segmented()
        self._build()
        self.name.edited.connect(self.name_typed)
        self.reason.edited.connect(self.reason_typed)
        self.role.chosen.connect(lambda value: self.role_chosen.emit(Role(str(value))))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._line)
        self.body.addWidget(self._compare)
        self.body.addLayout(self._grid)
        for widget in (self.name, self._role_label, self.role, self.reason):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 20 if layout is theme.Layout.REGULAR else 14
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._grid.setVerticalSpacing(theme.space(1) if layout.low else theme.space(2))
        self._compare.set_compact(compact=layout is not theme.Layout.REGULAR, low=layout.low)

    def show_view(self, state: LaptopsState, view: LaptopsView) -> None:
        self._name.setText(view.name)
        self._chip.set_state(view.chip, view.tone)
        self._chip.setVisible(bool(view.chip))
        self._line.setText(view.line)
        self._line.setVisible(bool(view.line))
        self._compare.set_note(view.compare, view.compare_line, icon="question")
        self._show_told(view.told)
        self._show_form(state, view)

    def _show_told(self, told: Sequence[tuple[str, str]]) -> None:
        while len(self._told) < len(told):
            labels = Label("", "body", "ink.secondary"), Label("", "body", wrap=True)
            for column, label in enumerate(labels):
                self._grid.addWidget(label, len(self._told), column, Qt.AlignmentFlag.AlignTop)
            self._told.append(labels)
        for place, labels in enumerate(self._told):
            texts = told[place] if place < len(told) else ("", "")
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(bool(text))

    def _show_form(self, state: LaptopsState, view: LaptopsView) -> None:
        named = bool(state.may & {Doing.ADMIT, Doing.AMEND})
        shut_out = bool(state.may & {Doing.REVOKE})
        for widget in (self.name, self._role_label, self.role):
            widget.setVisible(named)
        self.reason.setVisible(shut_out)
        draft = state.draft
        for field, label, text in (
            (self.name, view.name_label, draft.name or ""),
            (self.reason, view.reason_label, draft.reason),
        ):
            field.set_label(label)
            field.setEnabled(not state.busy)
            if field.text() != text:
                field.set_text(text)
        self._role_label.setText(view.role_label)
        self.role.setAccessibleName(view.role_label)
        self.role.set_options(view.roles)
        self.role.setEnabled(not state.busy)
        if draft.role is not None:
            self.role.choose(draft.role.value)
