"""The find screen's widgets: scanning goes on above, the question, those found, and the person at the side."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.find.model import FindModel
from checkin_app.ui.find.rows import Fitting, ResultDelegate
from checkin_app.ui.find.side import PersonSide
from checkin_app.ui.find.state import FindState
from checkin_app.ui.find.words import FindWords
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Line
from checkin_app.ui.kit.fields import SearchField
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import ListKeys, Message, RowsCard, list_view, mark
from checkin_app.ui.kit.verdict import VerdictStrip


class FindPanel(QWidget):
    """Draws a `FindState`.

    Signals: `typed` with the text, `entered` (check in whom is chosen), `stepped` with +1 or -1, `chosen` with a
    `DelegateId`, `badge_asked`, `record_asked`, `walk_in_asked`, `left`.
    """

    typed = Signal(object)
    entered = Signal()
    stepped = Signal(object)
    chosen = Signal(object)
    badge_asked = Signal()
    record_asked = Signal()
    walk_in_asked = Signal()
    left = Signal()

    def __init__(self, words: FindWords, fitting: Fitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = FindState()
        self.strip = VerdictStrip()
        self.field = SearchField(key="F2", large=True)
        self.model = FindModel(self)
        self._delegate = ResultDelegate(fitting, self)
        self.list = list_view(self.model, self._delegate)
        self._side = PersonSide()
        self._message, self._keys = Message(), ListKeys()
        self._nobody = Label("", ink="ink.secondary")
        self._walk_in = Button("", ButtonKind.QUIET, icon="plus", key="F4")
        self._build()
        self._connect()
        self.set_layout(theme.Layout.REGULAR)

    # ---- making

    def _build(self) -> None:
        results = RowsCard(self.list, self._message, foot=True)
        self._pages = results.pages
        results.body.addWidget(Line())
        results.body.addLayout(self._footer())
        self._main = QVBoxLayout()
        self._main.addWidget(self.strip)
        self._main.addWidget(self.field)
        self._main.addWidget(results, 1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._main, 1)
        self._row.addWidget(self._side)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self._row, 1)

    def _footer(self) -> QHBoxLayout:
        footer = self._foot_row = QHBoxLayout()
        footer.addWidget(self._keys)
        footer.addStretch(1)
        footer.addWidget(self._nobody)
        footer.addWidget(self._walk_in)
        return footer

    def _connect(self) -> None:
        self.field.edited.connect(self.typed)
        self.field.entered.connect(self._entered)
        self.field.stepped.connect(self.stepped)
        self.field.escaped.connect(self.left)
        self.list.clicked.connect(self._clicked)
        self._side.check_in.clicked.connect(self.entered)
        self._side.print_only.clicked.connect(self.badge_asked)
        self._side.record.clicked.connect(self.record_asked)
        self._walk_in.clicked.connect(self.walk_in_asked)

    def _entered(self, text: str) -> None:
        # However the text came into the field: Enter means what stands there now, once it is answered.
        self.typed.emit(text)
        self.entered.emit()

    def _clicked(self, index: QModelIndex) -> None:
        delegate = self.model.id_at(index)
        if delegate:
            self.chosen.emit(delegate)

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._main.setSpacing(theme.gap(layout))
        self._outer.setSpacing(theme.gap(layout))
        self._outer.setContentsMargins(margin, margin, margin, margin)
        # Over the whole width where it is low: what the last scan came to then takes fewer lines.
        (self._outer if layout.low else self._main).insertWidget(0, self.strip)
        self._row.setSpacing(margin)
        self._side.setFixedWidth(theme.side_column(layout))
        self._side.set_layout(layout)
        self._keys.setVisible(not layout.narrow)
        self.field.set_low(low=layout.low)
        around = 2 if layout.low else 6
        self._foot_row.setContentsMargins(24, around, 12, around)
        self._delegate.set_layout(layout)
        self.list.doItemsLayout()

    # ---- drawing

    def retranslate(self) -> None:
        whole = self.tr("Name, pinyin, initials, organisation, badge no. or phone")
        self.field.set_words(whole, self.tr("Name, pinyin, badge no. or phone"), self.tr("Name, pinyin, no."))
        self.list.setAccessibleName(self.tr("People found"))
        self._keys.set_words(self.tr("choose"), self.tr("check in"))
        self._nobody.setText(self.tr("Nobody fits?"))
        self._walk_in.setText(self.tr("Walk-in registration"))
        self._side.print_only.setText(self.tr("Print badge only"))
        self._side.record.setText(self.tr("Record"))
        self.render_state(self._state)

    def render_state(self, state: FindState) -> None:
        """Draw everything the state says; the field is written only where it says something else."""
        self._state = state
        if self.field.text() != state.query:
            self.field.set_text(state.query)
        self.field.set_count(self._words.count(state))
        if not state.waiting:
            # Until the answer comes the rows stand as they were: they answer the former question.
            rows = self._words.rows(state)
            self.model.show(state.ids, rows)
            chosen = state.ids.index(state.chosen) if state.chosen in state.ids else -1
            mark(self.list, chosen if chosen < len(rows) else -1)
        self._show_message(state)
        self._side.show_view(self._words.side(state))

    def _show_message(self, state: FindState) -> None:
        self._pages.setCurrentIndex(0 if state.ids else 1)
        self._message.say(*self._words.message(state))
