"""The record's widgets: the strip of the last scan, the form, and the history at the side."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.form import ChoiceGrid, FormField
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.record.side import RecordSide
from checkin_app.ui.record.state import CHOSEN, TYPED, RecordState, shown
from checkin_app.ui.record.words import RecordWords

_LATIN = frozenset({"latin_name", "phone", "email"})


class RecordPanel(QWidget):
    """Draws a `RecordState`.

    Signals: `edited` with a field's name and its new text, `save_asked`, `renewed` with the `Meant` of a badge that
    follows, `discarded`; those of the side come from `side`.
    """

    edited = Signal(object, object)
    save_asked = Signal()
    renewed = Signal(object)
    discarded = Signal()

    def __init__(self, words: RecordWords, side: RecordSide | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._state = words, RecordState()
        self._layout = theme.Layout.REGULAR
        self.strip, self.side = VerdictStrip(), side or RecordSide()
        self._title, self._number = NameText("heading", least=18), Label("", "title")
        self._said = Label("", "body", "ink.secondary", wrap=True)
        self._begin = Label("", "bodyLarge", "ink.hint", wrap=True)
        self.fields = {name: FormField(ime=name not in _LATIN) for name in TYPED}
        self.choices = {name: ChoiceGrid() for name in CHOSEN}
        self._choice_labels = {name: Label("", "bodyStrong") for name in CHOSEN}
        self._lacking = Label("", "body", "state.ask.ink", wrap=True)
        self._note = Label("", "body", "trouble.ink", wrap=True)
        big = theme.size("target.scan")
        self.save = Button("", ButtonKind.PRIMARY, icon="check", key="Ctrl Enter", height=big, deed=Deed.MEND)
        self.renew = HeldButton("", ButtonKind.SECONDARY, icon="printer", key="Ctrl P", height=big, deed=Deed.REPLACE)
        self.discard = Button("", ButtonKind.QUIET, height=theme.size("target.min"))
        self._build()
        self._connect()

    # ---- making

    def _build(self) -> None:
        form = Card(padding=0)
        form.body.setSpacing(0)
        self._head = QVBoxLayout()
        for parts in ((self._title, self._number), (self._said, self.discard)):
            row = QHBoxLayout()
            row.addWidget(parts[0], 1)
            row.addWidget(parts[1])
            self._head.addLayout(row)
        form.body.addLayout(self._head)
        form.body.addWidget(self._begin)
        self._scroll = scrolled(self._inner())
        form.body.addWidget(self._scroll, 1)
        self._foot_lines = QVBoxLayout()
        self._foot_lines.addWidget(self._note)
        buttons = FlowLayout(gap=theme.space(3))
        for button in (self.save, self.renew):
            buttons.addWidget(button)
        self._foot_lines.addLayout(buttons)
        form.body.addLayout(self._foot_lines)
        self._row = QHBoxLayout()
        self._row.addWidget(form, 1)
        self._row.addWidget(self.side)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self.strip)
        self._outer.addLayout(self._row, 1)

    def _inner(self) -> QWidget:
        inner = QWidget()
        # Tab goes by the order in which widgets came.
        order = ["name", "latin_name", "prints_latin", *TYPED[2:], *CHOSEN[1:]]
        for name in order:
            (self.fields.get(name) or self.choices[name]).setParent(inner)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(theme.space(3))
        self._names, self._others = QGridLayout(), QGridLayout()
        for grid in (self._names, self._others):
            grid.setHorizontalSpacing(20)
        self._column.addLayout(self._names)
        self._column.addWidget(self._lacking)
        self._add_choice("prints_latin")
        self._column.addLayout(self._others)
        for name in CHOSEN[1:]:
            self._add_choice(name)
        self._column.addStretch(1)
        return inner

    def _add_choice(self, name: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(theme.space(1))
        column.addWidget(self._choice_labels[name])
        column.addWidget(self.choices[name])
        self._column.addLayout(column)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(partial(self.edited.emit, name))
        for name, grid in self.choices.items():
            grid.chosen.connect(partial(self.edited.emit, name))
        self.save.clicked.connect(self.save_asked)
        self.renew.clicked.connect(lambda: self.renewed.emit(None))
        self.renew.meant.connect(self.renewed)
        self.discard.clicked.connect(self.discarded)

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout
        margin, regular = theme.margin(layout), layout is theme.Layout.REGULAR
        self._outer.setSpacing(theme.gap(layout))
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self._row.setSpacing(margin)
        self.side.setFixedWidth(theme.side_column(layout))
        self.side.set_layout(layout)
        inset, upright = (28, 16) if regular else (20, 8)
        self._head.setContentsMargins(inset, upright, inset, 4)
        self._column.setContentsMargins(inset, 4, inset, 8)
        self._foot_lines.setContentsMargins(inset, upright // 2, inset, upright)
        self._begin.setContentsMargins(inset, 0, inset, 0)
        for button in (self.save, self.renew):
            button.set_height(theme.size("target.scan" if regular else "target.button"))
        policy = self.discard.sizePolicy()
        policy.setRetainSizeWhenHidden(not layout.low)  # the form does not move while the first letter is typed
        self.discard.setSizePolicy(policy)
        self._place()
        for name, columns in (("category", 3 if layout.narrow else 4), ("route", 3), ("second_route", 3)):
            self.choices[name].set_columns(columns)

    def _place(self) -> None:
        for grid, names in ((self._names, TYPED[:2]), (self._others, TYPED[2:])):
            for index, name in enumerate(names):
                field = self.fields[name]
                grid.removeWidget(field)
                grid.addWidget(field, index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
            for column in range(2):
                grid.setColumnStretch(column, 1)

    # ---- drawing

    def retranslate(self) -> None:
        words = self.words
        for name, label in words.labels().items():
            self.fields[name].set_words(label)
        for name, grid in self.choices.items():
            self._choice_labels[name].setText(words.label(name))
            grid.setAccessibleName(words.label(name))
            grid.set_options(words.choices(name))
        self.discard.setText(self.tr("Discard"))
        self.side.set_words(self.tr("What was written"), self.tr("Let this hold"), self.tr("Why"))
        merge, part = self.tr("Void that record"), self.tr("Take them apart")
        self.side.set_merge_words(self.tr("Same person as no."), merge, part)
        self._begin.setText(words.begin())
        self.render_state(self._state)

    def render_state(self, state: RecordState) -> None:
        """Draw everything the state says; a line is written only where it says something else."""
        self._state = state
        view, known = self.words.head(state), state.record is not None
        self._title.set_text(view.title)
        self._number.setText(view.number)
        self._said.setText(view.said)
        self._said.setVisible(bool(view.said))
        self._begin.setVisible(not known)
        self._scroll.setVisible(known)
        for name, field in self.fields.items():
            text = shown(state, name)
            field.set_text(self.words.languages(text) if name == "languages" and name not in state.draft else text)
        self.fields["name"].set_wrong(self.words.name_missing(state))
        for name, grid in self.choices.items():
            grid.choose(shown(state, name))
        lacking = self.words.lacking(state)
        self._lacking.setText(lacking)
        self._lacking.setVisible(bool(lacking))
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self._show_buttons(state)
        self.side.show_side(self.words.side(state))

    def _show_buttons(self, state: RecordState) -> None:
        view = self.words.head(state)
        self.save.setText(view.save)
        self.save.setEnabled(view.can_save)
        self.renew.set_deed(Deed.REPLACE if state.printed else Deed.MEND if state.draft else None)
        self.renew.set_lasting(lasting=state.printed)
        self.renew.set_act(state.act, view.renew)
        self.renew.setEnabled(view.can_renew)
        self.discard.setVisible(bool(state.draft))
        for button in (self.save, self.renew):
            button.setVisible(state.record is not None)
