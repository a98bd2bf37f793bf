"""The inbox's widgets: what needs a person, what was settled, and the claims and choices of the one looked at."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.inbox.choices import ChoiceList
from checkin_app.ui.inbox.side import ClaimCard
from checkin_app.ui.inbox.state import Carrying, InboxState
from checkin_app.ui.inbox.words import InboxView, InboxWords
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Section
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, list_view, mark, scrolled
from checkin_app.ui.kit.marks import VerdictMark
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate, RowView
from checkin_app.ui.kit.verdict import VerdictStrip


class InboxPanel(QWidget):
    """Draws an `InboxState`.

    Signals: `row_chosen` with a place among all rows, `picked` with the key of a choice, `settle_asked`, `settle_meant`
    with a `Meant` where the choice lasts, `undo_asked`, `carried` with a `Carrying` that
    somebody asks for.
    """

    row_chosen = Signal(object)
    picked = Signal(object)
    settle_asked = Signal()
    settle_meant = Signal(object)
    undo_asked = Signal()
    carried = Signal(object)

    def __init__(self, words: InboxWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self._delegate = RowDelegate(self)
        self.model = RowModel(self)
        self.list = list_view(self.model, self._delegate)
        self._needs = Section()
        self._message = Message()
        self._mark = VerdictMark(Verdict.ASK, 36)
        self._title, self._line = Label("", "title", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._claims: list[ClaimCard] = []
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._question, self._phone = Label("", "buttonLarge", wrap=True), Label("", "body", "ink.secondary")
        self.choices = ChoiceList()
        big = theme.size("target.scan")
        self.settle = HeldButton("", ButtonKind.PRIMARY, icon="check", key="Enter", height=big, deed=Deed.SETTLE)
        self.bring = AskingMenu()
        self.undo = Button("", icon="arrow-u-up-left", key="Ctrl Z", height=big, deed=Deed.SETTLE)
        self._foot = Foot(self.undo, self.settle)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._pages = QStackedLayout()
        self._needs.body.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._message)
        self._needs.body.setContentsMargins(2, 0, 2, theme.space(2))  # clear of its round corners
        self._row = QHBoxLayout()
        self._leading = QWidget()
        left = QVBoxLayout(self._leading)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._needs, 1)
        left.addWidget(self.bring)
        self._row.addWidget(self._leading)
        right = QVBoxLayout()
        self._card = self._looked_at()
        right.addWidget(scrolled(self._card), 1)
        right.addWidget(self._foot)
        self._row.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._row, 1)

    def _looked_at(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        asked = QHBoxLayout()
        asked.addWidget(self._question, 1)
        asked.addWidget(self._phone)
        holder = QWidget()
        self._inner = QVBoxLayout(holder)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addLayout(head)
        self._inner.addWidget(self._grid_holder)
        self._inner.addLayout(asked)
        self._inner.addWidget(self.choices)
        self._inner.addStretch(1)
        return holder

    def _connect(self) -> None:
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.choices.picked.connect(self.picked)
        self.settle.clicked.connect(self.settle_asked)
        self.settle.meant.connect(self.settle_meant)
        self.undo.clicked.connect(self.undo_asked)
        self.bring.activated.connect(self._carry)

    def _carry(self, place: int) -> None:
        """Report a way of carrying; the first item only asks."""
        self.bring.setCurrentIndex(0)
        if 0 < place <= len(Carrying):
            self.carried.emit(list(Carrying)[place - 1])

    def set_layout(self, layout: theme.Layout) -> None:
        margin, regular = theme.margin(layout), layout is theme.Layout.REGULAR
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._row.setSpacing(theme.space(3))
        self._leading.setFixedWidth(theme.widened(layout.of(400, 340, 300)))
        self._delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
        self._delegate.inset = layout.of(20, 16, 12)
        self._needs.set_padding(layout.of(20, 16, 12))
        self.list.setMinimumHeight(2 * self._delegate.height)
        self.list.doItemsLayout()
        self._timed = not layout.narrow and theme.text_size() == 100
        self._show_rows()
        self._title.set_type("title" if layout.low else "heading")
        self._inner.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self._grid.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self.choices.set_tight(tight=layout.low)
        self._tight = layout.low
        for card in self._claims:
            card.set_tight(tight=layout.low)
        self._foot.set_large(layout)

    # ---- drawing

    _tight = False
    _timed = True
    _rows: tuple[RowView, ...] = ()
    _place = -1

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Needs a person"))
        asking = self.tr("Without a network…")
        self.bring.clear()
        self.bring.addItems([asking, *self._words.carrying.ways()])
        self.bring.setAccessibleName(asking)

    def render_state(self, state: InboxState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._needs.set_title(view.needs, view.needs_count)
        self._rows, self._place = view.rows, state.place
        self._show_rows()
        self._message.say("" if view.rows else view.title)
        self._pages.setCurrentIndex(0 if view.rows else 1)
        self._show_looked_at(state, view)
        self._show_foot(state, view)

    def _show_rows(self) -> None:
        """Show the rows: where there is no room for the time beside their words, the claims tell it."""
        self.model.show_rows(self._rows if self._timed else [replace(each, time="") for each in self._rows])
        mark(self.list, self._place)

    def _show_looked_at(self, state: InboxState, view: InboxView) -> None:
        self._card.setVisible(bool(view.rows))
        self._grid_holder.setVisible(bool(view.claims))
        self._mark.set_verdict(view.verdict)
        self._title.setText(view.title)
        self._line.setText(view.line)
        while len(self._claims) < len(view.claims):
            self._add_claim()
        for place, card in enumerate(self._claims):
            card.setVisible(place < len(view.claims))
            if place < len(view.claims):
                card.show_claim(view.claims[place])
        self._question.setText(view.question)
        self._question.setVisible(bool(view.choices))
        self._phone.setText(view.phone)
        self._phone.setVisible(bool(view.phone and view.choices))
        self.choices.show_choices(view.choices, state.picked, enabled=not state.busy)

    def _add_claim(self) -> None:
        card, place = ClaimCard(), len(self._claims)
        card.set_tight(tight=self._tight)
        self._claims.append(card)
        self._grid.addWidget(card, place // 2, place % 2)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)

    def _show_foot(self, state: InboxState, view: InboxView) -> None:
        choice = state.choice
        self.bring.setEnabled(not state.busy)
        self._foot.remark(view.note, wrong=view.note_is_wrong)
        self.settle.set_lasting(lasting=bool(choice and choice.lasts))
        self.settle.set_act(f"{state.chosen} {state.picked}", view.settle)
        self.settle.setVisible(bool(view.choices))
        self.settle.setEnabled(choice is not None and not state.busy)
        self.undo.setText(view.undo)
        self.undo.setVisible(state.may_undo)
        self.undo.setEnabled(not state.busy)
        self._foot.arrange()
