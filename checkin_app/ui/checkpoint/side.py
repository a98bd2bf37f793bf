"""Beside the rows: what is known of the checkpoint chosen, which way people go, and the two ways on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.movements import Direction
from checkin_app.ui import theme
from checkin_app.ui.checkpoint.state import CheckpointState, Kind
from checkin_app.ui.checkpoint.words import CheckpointWords
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.person import FactGrid


class CheckpointSide(Card):
    """What is known of the checkpoint chosen, which way people go, and the two ways on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=28)
        self._name, self._topic = NameText("display", least=20), Label("", "body", "ink.secondary", wrap=True)
        self._facts, self._note, self._rehearsal = FactGrid(), Note(), Note()
        self._direction_label, self.direction = Label("", "bodyStrong"), Segmented()
        self._trouble = Label("", "body", "trouble.ink", wrap=True)
        big = theme.size("target.scan")
        self.take = Button("", ButtonKind.PRIMARY, icon="check", key="Enter", height=big)
        self.keep = Button("", key="Esc", height=big)
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        for widget in (self._name, self._topic, self._facts, self._note, self._rehearsal):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.body.setSpacing(theme.space(2))
        self.body.addWidget(scrolled(shown), 1)
        for foot in (self._direction_label, self.direction, self._trouble, self.take, self.keep):
            self.body.addWidget(foot)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self._name.set_type("display" if regular else "heading")
        self._facts.set_spacing(10 if regular else 6)
        for note in (self._note, self._rehearsal):
            note.set_compact(compact=True, low=layout.low)
        pad = 14 if layout.low else layout.of(28, 24, 18)
        self.body.setContentsMargins(pad, pad, pad, pad)
        # What went wrong comes first of what scrolls, where little of that would be seen above it.
        if layout.low:
            self._column.insertWidget(0, self._trouble)
        else:
            self.body.insertWidget(3, self._trouble)

    def retranslate(self) -> None:
        self._direction_label.setText(self.tr("People are"))
        self.direction.set_options(
            [(Direction.IN.value, self.tr("coming in")), (Direction.OUT.value, self.tr("going out"))]
        )

    def render_state(self, state: CheckpointState, words: CheckpointWords) -> None:
        choice = state.choice
        for widget in (self._name, self._facts, self.take):
            widget.setVisible(choice is not None)
        session = choice is not None and choice.kind is Kind.SESSION
        for part in (self._direction_label, self.direction):
            part.setVisible(session)
        self._trouble.setText(state.note)
        self._trouble.setVisible(bool(state.note))
        self._note.set_note(words.rivals(state), icon="clock")
        title, line = words.rehearsal(state)
        self._rehearsal.set_note(title, line, icon="flag")
        self._topic.setVisible(choice is not None and bool(choice.topic))
        self.keep.setVisible(state.current_choice is not None)
        self.keep.setText(self._fitting(*words.keep(state)))
        if choice is None:
            return
        self._name.set_text(choice.name if session else words.bus_title(choice))
        self._topic.setText(choice.topic)
        self._facts.set_facts(words.facts(choice))
        self.direction.choose(state.direction.value)
        self.take.setText(self._fitting(*words.take(choice)))

    def _fitting(self, whole: str, short: str) -> str:
        """Return a button's words with the name in them where that fits, else without it."""
        room = self.width() - 2 * self.body.contentsMargins().left() - 130
        return whole if paint.width_of(whole, theme.font("buttonLarge")) <= room else short
