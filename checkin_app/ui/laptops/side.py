"""The laptop looked at: what it is, how it stands, and what a coordinator says of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout

from checkin_app.domain.enrolment import Role
from checkin_app.domain.sync.hosting import Hosting
from checkin_app.ui import theme, words_laptop
from checkin_app.ui.kit.buttons import Segmented
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.chips import StateChip
from checkin_app.ui.kit.code import CodeView
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.laptops.words import LaptopsView

_ON, _OFF = "on", "off"
#: A scanner of any price reads an invitation of this size from a screen.
_CODE_SIDE = 380


class LaptopCard(Card):
    """Draws the laptop looked at.

    Signals: `name_typed`, `reason_typed` and `port_typed` with a text, `role_chosen` with a `Role`, `hub_switched` with
    whether it is to be the hub.
    """

    name_typed = Signal(object)
    reason_typed = Signal(object)
    role_chosen = Signal(object)
    hub_switched = Signal(object)
    port_typed = Signal(object)

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._name, self._chip = Label("", "title", wrap=True), StateChip()
        self._line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self._compare = Note()
        self._told: list[tuple[Label, Label]] = []
        self.name, self.reason = Field(), Field()
        self._role_label, self.role = Label("", "body", "ink.secondary"), Segmented()
        self._hub_label, self.hub = Label("", "bodyStrong"), Segmented()
        self._hub_line, self.port = Label("", "body", "ink.secondary", wrap=True), Field(ime=False)
        self._build()
        self.hub.chosen.connect(lambda value: self.hub_switched.emit(value == _ON))
        self.port.line.editingFinished.connect(lambda: self.port_typed.emit(self.port.text()))
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
        hub = QHBoxLayout()
        hub.setSpacing(theme.space(3))
        hub.addWidget(self._hub_label, 1)
        hub.addWidget(self.hub)
        self.body.addLayout(hub)
        self.body.addWidget(self._hub_line)
        self.body.addWidget(self.port)
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
        self._show_hub(state, view)
        self._show_form(state, view)

    def _show_hub(self, state: LaptopsState, view: LaptopsView) -> None:
        for widget in (self._hub_label, self.hub, self._hub_line):
            widget.setVisible(state.of_own)
        self._hub_label.setText(view.hub_label)
        self.hub.setAccessibleName(view.hub_label)
        self.hub.set_options(words_laptop.sounds())
        self.hub.choose(_OFF if state.hub.hosting is Hosting.OFF else _ON)
        self.hub.setEnabled(not state.switching)
        self._hub_line.setText(view.hub_line)
        self._hub_line.set_ink("trouble.ink" if view.hub_is_wrong else "ink.secondary")
        self.port.setVisible(state.of_own and view.hub_is_wrong)
        self.port.set_label(view.port_label)
        if not self.port.line.hasFocus():
            self.port.set_text(state.no_port or state.port)
        self.port.set_hint(view.port_hint, wrong=True)

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


class InvitationCard(Card):
    """Draws an invitation: its code, what is typed where nothing can be scanned, what a phone's holder compares."""

    def __init__(self) -> None:
        super().__init__(padding=20)
        self._title, self._line = Label("", "title", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.code = CodeView(_CODE_SIDE)
        self._short_line, self.short = Label("", "body", "ink.secondary", wrap=True), Label("", "heading")
        self._words, self.left = Note(), Label("", "body", wrap=True)
        self._fingerprint_line, self.fingerprint = Label("", "body", wrap=True), Label("", "bodyStrong", wrap=True)
        self._build()

    def _build(self) -> None:
        said = QVBoxLayout()
        for widget in (self._short_line, self.short, self._words, self.left, self._fingerprint_line, self.fingerprint):
            said.addWidget(widget)
        said.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.space(4))
        self._beside.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(said, 1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._line)
        self.body.addLayout(self._beside)
        self.body.addStretch(1)

    def set_layout(self, layout: theme.Layout) -> None:
        inset = 20 if layout is theme.Layout.REGULAR else 14
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(theme.space(2) if layout.low else theme.space(3))
        room = theme.text_size() == 100 and layout is not theme.Layout.LEAST
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom)
        self.code.set_side(layout.of(_CODE_SIDE, _CODE_SIDE, 290))
        self._words.set_compact(compact=True, low=True)

    def show_view(self, state: LaptopsState, view: LaptopsView) -> None:
        shown = view.invitation
        self._title.setText(shown.title)
        self._line.setText(shown.line)
        self.code.set_code(state.invited.modules if state.invited and state.left_ms else (), shown.title)
        self._short_line.setText(shown.short_line)
        self.short.setText(shown.short)
        self._words.set_note(shown.compare, shown.compare_line, icon="question")
        for label, text in ((self._fingerprint_line, shown.fingerprint_line), (self.fingerprint, shown.fingerprint)):
            label.setText(text)
            label.setVisible(bool(text))
        self.left.setText(shown.left)
        self.left.set_ink("ink.primary" if state.left_ms else "trouble.ink")
