"""The walk-in form's widgets: the strip of the last scan, the form, and those who may be the guest."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.form import ChoiceGrid, FormField
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.marks import VerdictMark
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.walk_in.side import LookAlikes
from checkin_app.ui.walk_in.state import TYPED, Phase, WalkInState
from checkin_app.ui.walk_in.words import WalkInWords

_NO_ROUTE = ""
#: Pixels that a scroll bar takes, as the style sheet has it.
_BAR = 12


class _Lacking(QWidget):
    """Says which characters no badge font has, and the way out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "body", wrap=True)
        self.way_out = Button("", height=theme.size("target.min"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        row.addWidget(VerdictMark(Verdict.ASK), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.way_out)


class WalkInPanel(QWidget):
    """Draws a `WalkInState`.

    Signals: `edited` with the name of a draft's field and its new value, `register_asked`, `discarded`, `brought_back`,
    `latin_name_used`, and `recognised` with the `DelegateId` of who is the guest.
    """

    edited = Signal(object, object)
    register_asked = Signal()
    discarded = Signal()
    brought_back = Signal()
    latin_name_used = Signal()
    recognised = Signal(object)

    def __init__(self, words: WalkInWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = WalkInState()
        self._layout, self._bar_shown = theme.Layout.REGULAR, False
        self.strip = VerdictStrip()
        self.side = LookAlikes()
        self._title, self._saved = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.fields = {name: FormField(ime=name not in {"phone", "latin_name"}) for name in TYPED}
        self._lacking = _Lacking()
        self._category_label, self.category = Label("", "bodyStrong"), ChoiceGrid()
        self._route_label, self._route_aside = Label("", "bodyStrong"), Label("", "body", "ink.secondary")
        self.route = ChoiceGrid()
        self._note = Label("", "body", "trouble.ink", wrap=True)
        big = theme.size("target.scan")
        self.register = Button("", ButtonKind.PRIMARY, icon="check", key="Ctrl Enter", height=big, deed=Deed.REGISTER)
        self.discard = Button("", ButtonKind.QUIET, height=big)
        self._fields_grid = QGridLayout()
        self._build()
        self._connect()
        self.set_layout(theme.Layout.REGULAR)

    # ---- making

    def _build(self) -> None:
        form = Card(padding=0)
        form.body.setSpacing(0)
        form.body.addLayout(self._head())
        form.body.addWidget(self._scrolled(), 1)
        form.body.addLayout(self._foot())
        self._main = QVBoxLayout()
        self._main.addWidget(self.strip)
        self._main.addWidget(form, 1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._main, 1)
        self._row.addWidget(self.side)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self._row, 1)

    def _head(self) -> QBoxLayout:
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(theme.space(4))
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._saved, 1)
        return self._head_row

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        # Tab goes by the order in which widgets came; the grid takes the fields later, by the layout.
        for field in self.fields.values():
            field.setParent(inner)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(theme.space(3))
        self._fields_grid.setHorizontalSpacing(20)
        self._column.addLayout(self._fields_grid)
        self._column.addWidget(self._lacking)
        self._column.addLayout(self._choice(self._category_label, None, self.category))
        self._column.addLayout(self._choice(self._route_label, self._route_aside, self.route))
        self._column.addStretch(1)
        scroll = self._scroll = scrolled(inner)
        scroll.verticalScrollBar().rangeChanged.connect(self._scrolls)
        return scroll

    def _scrolls(self, _least: int, most: int) -> None:
        """Keep the columns as wide with a scroll bar as without, or words would wrap because of it and need it."""
        self._bar_shown = most > 0
        self._set_insets()

    def _set_insets(self) -> None:
        inset = 28 if self._layout is theme.Layout.REGULAR else 20
        self._column.setContentsMargins(inset, 0, inset - (_BAR if self._bar_shown else 0), 8)

    def _choice(self, label: Label, aside: Label | None, grid: ChoiceGrid) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label, 1)
        if aside is not None:
            head.addWidget(aside)
        column = QVBoxLayout()
        column.setSpacing(theme.space(1))
        column.addLayout(head)
        column.addWidget(grid)
        return column

    def _foot(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(4))
        buttons.addWidget(self.register)
        buttons.addStretch(1)
        buttons.addWidget(self.discard)
        self._foot_column = QVBoxLayout()
        self._foot_column.setSpacing(theme.space(2))
        self._foot_column.addWidget(self._note)
        self._foot_column.addLayout(buttons)
        return self._foot_column

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.edited.connect(partial(self.edited.emit, name))
        self.category.chosen.connect(partial(self.edited.emit, "category"))
        self.route.chosen.connect(partial(self.edited.emit, "route"))
        self.register.clicked.connect(self.register_asked)
        self.discard.clicked.connect(self._discard_clicked)
        self._lacking.way_out.clicked.connect(self.latin_name_used)
        self.side.picked.connect(self.recognised)

    def _discard_clicked(self) -> None:
        if self._state.thrown_away is not None:
            self.brought_back.emit()
        else:
            self.discarded.emit()

    def set_layout(self, layout: theme.Layout) -> None:
        self._layout = layout
        regular, narrow = layout is theme.Layout.REGULAR, layout.narrow
        margin = theme.margin(layout)
        self._main.setSpacing(theme.gap(layout))
        self._outer.setSpacing(theme.gap(layout))
        self._outer.setContentsMargins(margin, margin, margin, margin)
        # Over the whole width where it is low: what the last scan came to then takes fewer lines.
        (self._outer if layout.low else self._main).insertWidget(0, self.strip)
        self._row.setSpacing(margin)
        self.side.setFixedWidth(theme.side_column(layout))
        inset = 28 if regular else 20
        self._head_row.setContentsMargins(inset, 20 if regular else 8 if layout.low else 12, inset, 8)
        self._set_insets()
        self._foot_column.setContentsMargins(inset, 8, inset, 8 if layout.low else 20 if regular else 12)
        self._place_fields(3 if layout is theme.Layout.COMPACT else 2)
        self.category.set_columns(3 if narrow else 4)
        self.route.set_columns(5)
        self.side.set_layout(layout)
        # What was refused comes before what was typed where little of that would be seen above it.
        (self._column if layout.low else self._foot_column).insertWidget(0, self._note)
        self._arrange_head()
        self._label_fields(self._state)

    def _place_fields(self, columns: int) -> None:
        for index, field in enumerate(self.fields.values()):
            self._fields_grid.removeWidget(field)
            self._fields_grid.addWidget(field, index // columns, index % columns, Qt.AlignmentFlag.AlignTop)
        for index in range(3):
            self._fields_grid.setColumnStretch(index, 1 if index < columns else 0)

    # ---- drawing

    def retranslate(self) -> None:
        self._title.setText(self.tr("Walk-in registration"))
        self._category_label.setText(self.tr("Category"))
        self.category.setAccessibleName(self.tr("Category"))
        self._route_label.setText(self.tr("Technical visit"))
        self.route.setAccessibleName(self.tr("Technical visit"))
        self._route_aside.setText(self.tr("seats left that nobody holds"))
        self._lacking.way_out.setText(self.tr("Use the Latin name"))
        self.register.setText(self.tr("Register, check in, print"))
        self.render_state(self._state)

    def render_state(self, state: WalkInState) -> None:
        """Draw everything the state says; a line is written only where it says something else."""
        self._state = state
        for name, field in self.fields.items():
            field.set_text(getattr(state.draft, name))
        self._label_fields(state)
        self._show_lacking(state)
        self.category.set_options([(each.id, f"{each.letter} {each.name}") for each in state.categories])
        self.category.choose(state.draft.category)
        routes = [(each.id, self._words.route(each)) for each in state.routes]
        self.route.set_options([(_NO_ROUTE, self._words.no_route()), *routes])
        self.route.choose(state.draft.route)
        self._saved.setText(self._words.saved(state))
        self._arrange_head()
        if state.note and state.note != self._note.text():
            self._scroll.verticalScrollBar().setValue(0)
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self.register.setEnabled(state.phase is not Phase.BUSY and not state.slow)
        thrown = state.thrown_away is not None
        self.discard.setText(self._words.discard(state))
        self.discard.setVisible(thrown or not state.draft.empty)
        self.side.show_alikes(self._words.alikes(state))

    def _arrange_head(self) -> None:
        """Let what became of the draft stand beside the title, or under it where it takes more than a line."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = paint.width_of(self._saved.text(), self._saved.font()) + self._title.sizeHint().width()
        fits = wanted + theme.space(16) <= self.width() - self.side.width()
        self._head_row.setDirection(across if fits else down)
        self._head_row.setSpacing(theme.space(4) if fits else 0)
        side = Qt.AlignmentFlag.AlignTrailing if fits else Qt.AlignmentFlag.AlignLeading
        self._saved.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()

    def _label_fields(self, state: WalkInState) -> None:
        labels = self._words.labels(state, tight=self._layout is not theme.Layout.REGULAR)
        for name, field in self.fields.items():
            field.set_words(*labels[name])
        self.fields["name"].set_wrong(self._words.name_missing(state))

    def _show_lacking(self, state: WalkInState) -> None:
        words = self._words.lacking(state)
        self._lacking.setVisible(bool(words))
        self._lacking.words.setText(words)
        usable = bool(state.draft.latin_name.strip()) and "latin_name" not in state.lacking
        self._lacking.way_out.setVisible("name" in state.lacking and usable)
