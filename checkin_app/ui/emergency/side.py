"""The column beside the list: one person and how they are; or how an emergency is called, and ended."""

from PySide6.QtCore import Signal

from checkin_app.domain.roles import Deed
from checkin_app.ui.emergency.state import DEEDS, HELD, MARKS, Doing, EmergencyState, Mode
from checkin_app.ui.emergency.words import EmergencyView
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.side_card import SideCard

_KEYS = {doing: str(number) for number, doing in enumerate(MARKS, start=1)}


class EmergencySide(SideCard):
    """Signals: `mode_chosen` with a `Mode`, `note_typed`, `reason_typed`; those of every such column, with a `Doing`."""

    mode_chosen = Signal(object)
    note_typed = Signal(object)
    reason_typed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.modes = Segmented()
        self._head, self._line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._statements = Label("", "body", wrap=True)
        self.note, self.reason = Field(), Field()
        self.doing: dict[Doing, Button] = {
            each: HeldButton("", deed=DEEDS[each]) if each in HELD else Button("", key=_KEYS[each], deed=DEEDS[each])
            for each in Doing
        }
        self._put_together(self.modes, self._head, self._line, self._statements, self.note, self.reason)
        self._offer(self.doing)
        self.modes.chosen.connect(lambda value: self.mode_chosen.emit(Mode(value)))
        self.note.edited.connect(lambda text: self.note_typed.emit(str(text)))
        self.reason.edited.connect(lambda text: self.reason_typed.emit(str(text)))

    def retranslate(self) -> None:
        self.note.set_label(self.tr("Note"))

    def show_view(self, state: EmergencyState, view: EmergencyView) -> None:
        mode = state.shown_mode
        self.modes.set_options(view.modes)
        self.modes.choose(mode.value)
        self.modes.setVisible(len(view.modes) > 1)
        self._head.setText(view.head)
        self._line.setText(view.line)
        self._statements.setText(view.statements)
        self._statements.setVisible(bool(view.statements))
        self._show_field(self.note, state.note, shown=mode is Mode.MARK and bool(state.person or state.stranger))
        self.reason.set_label(view.reason)
        self._show_field(self.reason, state.reason, shown=mode is not Mode.MARK)
        for doing, button in self.doing.items():
            self._show_doing(doing, button, state, view)

    @staticmethod
    def _show_field(field: Field, text: str, *, shown: bool) -> None:
        field.setVisible(shown)
        if field.text() != text:
            field.set_text(text)

    @staticmethod
    def _show_doing(doing: Doing, button: Button, state: EmergencyState, view: EmergencyView) -> None:
        words = view.doing[doing] if view.doing else ""
        button.set_kind(ButtonKind.PRIMARY if doing in {Doing.CALL, Doing.END, Doing.SAFE} else ButtonKind.SECONDARY)
        if isinstance(button, HeldButton):
            button.set_act(f"{doing.value} {state.bus}", words)
        else:
            button.setText(words)
        if doing is Doing.END:
            button.set_deed(Deed.EMERGENCY_END_SHORT if state.needs_reason else DEEDS[doing])
        button.setVisible(doing in _IN_MODE[state.shown_mode])
        button.setEnabled(doing in state.offered)


_IN_MODE = {
    Mode.MARK: frozenset(MARKS),
    Mode.CALL: frozenset({Doing.CALL}),
    Mode.END: frozenset({Doing.END, Doing.FALSE_ALARM}),
}
