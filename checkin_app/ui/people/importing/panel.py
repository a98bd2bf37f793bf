"""The preview's widgets: what a list would change, row by row, before anything is written."""

from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import icons, marks, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.laid_out import laid_out_once
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.seen import Seen
from checkin_app.ui.people.importing.answering import AnswerBar
from checkin_app.ui.people.importing.columns import ColumnGrid
from checkin_app.ui.people.importing.head import ENCODINGS, ImportHead
from checkin_app.ui.people.importing.model import PlanModel
from checkin_app.ui.people.importing.rows import PlanDelegate
from checkin_app.ui.people.importing.state import ImportState, Tab, number_of
from checkin_app.ui.people.importing.words import Figure, ImportView, ImportWords


class _FigureCard(Card):
    """One count with its sign."""

    def __init__(self, sign: Verdict | str) -> None:
        super().__init__(padding=0)
        self._sign = sign
        self._number, self._words = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.body.setContentsMargins(0, 8, 8, 8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._number)
        words.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(0)
        # Room for the sign, which mirrors as a margin would not.
        row.addSpacing(66)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.setMinimumHeight(80)

    def show_figure(self, figure: Figure) -> None:
        self._number.setText(figure.number)
        self._words.setText(figure.words)

    def set_layout(self, layout: theme.Layout) -> None:
        self._number.set_type("display" if layout is theme.Layout.REGULAR else "heading")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with paint.painting(self) as painter:
            square = paint.visual(self, QRect(20, (self.height() - 30) // 2, 30, 30))
            if isinstance(self._sign, Verdict):
                marks.draw_small(painter, square, self._sign)
            else:
                icons.draw(painter, square, self._sign, theme.color("ink.primary"))


class ImportPanel(QWidget):
    """Draws an `ImportState`.

    Signals: `left`, `list_asked`, `sheet_chosen` and `encoding_chosen` with a name, `column_chosen` with its place and its
    `Field` or None, `tab_chosen` with a `Tab`, `row_toggled` with the number of a row, `overwriting_chosen` with a truth,
    `export_asked`, `take_meant` with a `Meant`, `stopped`; of groups `group_chosen` with its number, `answered` with the key of
    a choice, `unfold_asked`, `omit_asked`.
    """

    left = Signal()
    list_asked = Signal()
    sheet_chosen = Signal(object)
    encoding_chosen = Signal(object)
    column_chosen = Signal(object, object)
    tab_chosen = Signal(object)
    row_toggled = Signal(object)
    overwriting_chosen = Signal(object)
    export_asked = Signal()
    take_meant = Signal(object)
    stopped = Signal()
    group_chosen = Signal(object)
    answered = Signal(object)
    unfold_asked = Signal()
    omit_asked = Signal()

    def __init__(self, words: ImportWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.head = ImportHead()
        signs: tuple[Verdict | str, ...] = (Verdict.GO, "arrows-clockwise", "users", "x", Verdict.ASK)
        self.figures = [_FigureCard(sign) for sign in signs]
        self.tabs = Segmented()
        self.remarks = Label("", "body", "ink.secondary", wrap=True)
        self.model, self._delegate = PlanModel(self), PlanDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self.columns, self.answers = ColumnGrid(), AnswerBar()
        self._message = Message()
        self.overwrite = QCheckBox()
        big = theme.size("target.scan")
        self.export = Button("", icon="download-simple", height=big)
        self.take = HeldButton("", ButtonKind.PRIMARY, icon="check", key="Ctrl Enter", height=big, deed=Deed.IMPORT)
        self._foot = Foot(self.export, self.take)
        self.foot, self.foot_line = self._foot.line, self._foot.second_line
        self._shown: tuple[Tab, Plan | None, int] = (Tab.LOOK, None, -1)
        self._state, self._view = ImportState(), ImportView("", "")
        self._low = self._scarce = False
        self.seen = Seen(self.take)
        self._build()
        self._connect()

    # ---- making

    def _build(self) -> None:
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._counts())
        self._column.addWidget(self._rows(), 1)
        self._column.addWidget(self._foot)

    def _counts(self) -> QWidget:
        self._figure_cards = QWidget()
        self._figure_row = QHBoxLayout(self._figure_cards)
        self._figure_row.setContentsMargins(0, 0, 0, 0)
        for card in self.figures:
            self._figure_row.addWidget(card, 1)
        return self._figure_cards

    def _rows(self) -> Card:
        card = RowsCard(self.list, self.columns, self._message, head=True)
        self._pages = card.pages
        head = self._tabs_column = QVBoxLayout()
        head.setSpacing(theme.space(2))
        tabs = FlowLayout(gap=theme.space(2))
        tabs.addWidget(self.tabs)
        tabs.addWidget(self.overwrite)
        head.addLayout(tabs)
        head.addWidget(self.remarks)
        self._tab_row = QWidget()
        self._tab_row.setLayout(head)
        card.body.insertWidget(0, self._tab_row)
        card.body.insertWidget(1, Line())
        self._answer_line = Line()
        card.body.addWidget(self._answer_line)
        card.body.addWidget(self.answers)
        return card

    def _connect(self) -> None:
        self.columns.column_chosen.connect(self.column_chosen)
        self.head.back.clicked.connect(self.left)
        self.head.choose.clicked.connect(self.list_asked)
        self.head.stop.clicked.connect(self.stopped)
        self.export.clicked.connect(self.export_asked)
        self.take.meant.connect(self.take_meant)
        self.head.sheets.textActivated.connect(self.sheet_chosen.emit)
        self.head.encodings.activated.connect(lambda place: self.encoding_chosen.emit(ENCODINGS[place]))
        self.tabs.chosen.connect(lambda tab: self.tab_chosen.emit(Tab(tab)))
        self.overwrite.clicked.connect(lambda: self.overwriting_chosen.emit(self.overwrite.isChecked()))
        self.list.clicked.connect(self._clicked)
        self.answers.answered.connect(self.answered)
        self.answers.unfold_asked.connect(self.unfold_asked)
        self.answers.omit_asked.connect(self.omit_asked)

    def _clicked(self, index: QModelIndex) -> None:
        state = self._state
        group = state.unfolded.group_at(index.row()) if state.groups else -1
        if group >= 0:
            self._group_clicked(group, self.list.visualRect(index))
            return
        number = self._number_at(index.row())
        if number:
            self.row_toggled.emit(number)

    def _group_clicked(self, group: int, row: QRect) -> None:
        """Choose a group, show what is behind the one that was chosen, or open the choices that a row offers."""
        former = self._state.chosen
        if group != former:
            self.group_chosen.emit(group)
        offers = self._delegate.answer_place(row, self.layoutDirection())
        if not (offers.contains(self.list.pressed_at) and self.answers.open_choices()) and group == former:
            self.unfold_asked.emit()

    def _number_at(self, place: int) -> int:
        items = self._state.items()
        offered = self._words.row(self._state, place).answer if place < len(items) else ""
        return number_of(items[place]) if offered else 0

    def set_layout(self, layout: theme.Layout) -> None:
        narrow = layout.narrow
        self._low, self._scarce = layout.low, layout.low and theme.text_size() > 115
        gap = theme.space(2) if layout.low else theme.space(4) if layout is theme.Layout.REGULAR else theme.space(3)
        self._column.setSpacing(gap)
        self.head.set_layout(layout)
        self._foot.set_layout(layout)
        side, end = (12, 6) if layout.low else (18, 10)
        self._tabs_column.setContentsMargins(side, end, side, end)
        self._show_figures()
        self._figure_row.setSpacing(theme.space(2) if narrow else theme.space(4))
        for card in self.figures:
            card.set_layout(layout)
        self._delegate.set_layout(layout)
        self.columns.set_layout(layout)
        self.answers.set_layout(layout)
        self.list.scheduleDelayedItemsLayout()

    # ---- drawing

    def retranslate(self) -> None:
        self.head.retranslate()
        self.list.setAccessibleName(self.tr("Rows of the list"))

    def render_state(self, state: ImportState) -> None:
        """Draw everything the state says."""
        with laid_out_once(self):
            self._draw(state)

    def _draw(self, state: ImportState) -> None:
        self._state, view = state, self._words.view(state)
        self.columns.setEnabled(not state.busy and state.result is None)
        for card, figure in zip(self.figures, view.figures, strict=False):
            card.show_figure(figure)
        self._view = view
        self._show_figures()
        self._show_tabs(state, view)
        self._show_rows(state, view)
        self._show_foot(state, view)

    def show_how_far(self, state: ImportState) -> None:
        """Draw how far a work is, and nothing else: that is told ten times a second."""
        self._state = state
        self._view = view = self._words.view(state)
        self.head.render_state(state, view, view.figures[2:3] if self._low else ())
        self.foot.setText(view.foot)
        if state.preview is None:
            self._message.say(view.line, ink="ink.secondary")

    def _show_figures(self) -> None:
        """Show the counts; on a low screen the tabs have all of them but one, which goes to the head."""
        # In one piece: the whole window is laid out anew for each widget that comes into sight.
        view = self._view
        self._figure_cards.setVisible(bool(view.figures) and not self._low)
        # What was done needs the room more than what there was to do.
        done = view.besides if self._scarce and self._state.result else ""
        self.head.render_state(self._state, view, view.figures[2:3] if self._low else (), done)

    def _show_tabs(self, state: ImportState, view: ImportView) -> None:
        self.tabs.set_options(view.tabs)
        self.tabs.choose(state.tab.value)
        self._tab_row.setVisible(bool(view.tabs))
        self.overwrite.setText(view.overwrite)
        self.overwrite.setChecked(state.overwrite)
        self.overwrite.setVisible(bool(view.overwrite) and state.tab is Tab.CHANGED and state.result is None)
        self.remarks.setText("\n".join(view.remarks))
        self.remarks.setVisible(bool(view.remarks) and state.tab is Tab.COLUMNS)

    def _show_rows(self, state: ImportState, view: ImportView) -> None:
        row = partial(self._words.row, state)
        # By identity: to compare two plans of 100 000 rows takes as long as to make one.
        tab, plan, opened = self._shown
        if state.tab is not tab or state.plan is not plan or state.opened != opened:
            self._shown = state.tab, state.plan, state.opened
            self.model.show(len(state.items()), row)
        else:
            self.model.redraw(row)
        mark(self.list, state.unfolded.place_of(state.chosen) if state.group else -1)
        if state.opened != opened and state.opened >= 0:
            # What was asked for stands beneath: at the foot of the list it would be out of sight.
            self.list.scrollTo(self.model.index(state.opened + min(2, len(state.groups[state.opened].rows))))
        self.answers.show_answer(view.answer)
        self._answer_line.setVisible(view.answer is not None)
        self.columns.show_columns(view.columns)
        message = view.trouble or view.empty or (view.line if state.preview is None else "")
        self._message.say(message, ink="trouble.ink" if view.trouble else "ink.secondary")
        if view.trouble or (state.preview is None):
            self._pages.setCurrentIndex(2)
        elif state.tab is Tab.COLUMNS:
            self._pages.setCurrentIndex(1)
        else:
            self._pages.setCurrentIndex(2 if view.empty else 0)

    def _show_foot(self, state: ImportState, view: ImportView) -> None:
        # What can be answered needs the room more than that nothing was written yet.
        silent = self._scarce and view.answer is not None and state.may_answer and not state.note
        alone = view.besides if self._scarce and not state.note and not state.busy else ""
        self.foot.setText("" if silent else (alone or view.foot) if state.result is None else view.foot)
        self.foot_line.setText("" if silent or alone else view.foot_line)
        self.export.setText(view.export)
        self.export.setVisible(bool(view.export))
        self.export.setEnabled(not state.busy)
        self.take.set_act(str(state.asked), view.take)
        self.take.setEnabled(state.may_import)
        self.take.setVisible(state.plan is not None and state.result is None)
        self._foot.arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(600, 400)
