"""The widgets of a route's stops: the list that is put in order, and the names of one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.forum import Language
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import FormCard
from checkin_app.ui.kit.form import FormField
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.ordered_view import OrderedView
from checkin_app.ui.kit.pages import APART
from checkin_app.ui.kit.side_card import inset_beside
from checkin_app.ui.kit.side_page import SidePage
from checkin_app.ui.route_stops.state import RouteStopsState
from checkin_app.ui.route_stops.words import RouteStopsWords


class RouteStopsPanel(SidePage):
    """Draws a `RouteStopsState`.

    Signals: `back_asked`, `stop_chosen` with a place, `stop_moved` with a pair of places, `add_begun` and `add_left`, `typed` with a
    pair of a language and a text, `save_asked`, `remove_asked`, `undo_asked`.
    """

    back_asked = Signal()
    stop_chosen = Signal(object)
    stop_moved = Signal(object)
    add_begun = Signal()
    add_left = Signal()
    typed = Signal(object)
    save_asked = Signal()
    remove_asked = Signal()
    undo_asked = Signal()

    def __init__(self, words: RouteStopsWords, parent: QWidget | None = None) -> None:
        ordered = OrderedView()
        super().__init__(parent, gaps=APART, view=ordered)
        ordered.row_moved.connect(self.stop_moved)
        self._words, self._place = words, None
        self._title = Label("", "heading")
        self.undo = Button("", icon="arrow-u-up-left", deed=Deed.FORUM)
        self.begin = Button("", icon="plus", deed=Deed.FORUM)
        self.up, self.down = (Button("", key=key, deed=Deed.FORUM) for key in ("Alt ↑", "Alt ↓"))
        self._form, self._note = Label("", "heading", wrap=True), Label("", "body", "trouble.ink", wrap=True)
        self.fields: dict[Language, FormField] = {}
        self.save, self.leave = Button("", ButtonKind.PRIMARY, deed=Deed.FORUM), Button("")
        self.remove = Button("", icon="trash", deed=Deed.FORUM)
        self._build()
        self._connect()

    _place: int | None

    def _build(self) -> None:
        ordering = self._ordering = QHBoxLayout()
        for button in (self.up, self.down, self.begin):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            ordering.addWidget(button, 1)
        self._card, shown = FormCard(padding=20, deed=Deed.FORUM), QWidget()
        self._names = QVBoxLayout(shown)
        self._names.setContentsMargins(0, 0, 0, 0)
        self._names.addWidget(self._form)
        self._names.addWidget(self._note)
        self._names.addStretch(1)
        self._scroll = scrolled(shown)
        self._card.body.addWidget(self._scroll, 1)
        for button in (self.save, self.leave, self.remove):
            self._card.body.addWidget(button)
        self._put_side_by_side(self._title, self._card, beside=(self.undo,), under=(ordering,))

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.list.clicked.connect(lambda index: self.stop_chosen.emit(index.row()))
        self.begin.clicked.connect(self.add_begun)
        self.up.clicked.connect(partial(self._step, -1))
        self.down.clicked.connect(partial(self._step, 1))
        self.leave.clicked.connect(self.add_left)
        self.save.clicked.connect(self.save_asked)
        self.remove.clicked.connect(self.remove_asked)

    def _step(self, step: int) -> None:
        if self._place is not None:
            self.stop_moved.emit((self._place, self._place + step))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._ordering.setSpacing(self._row.spacing())
        inset_beside(self._card, layout)
        self._line.setVisible(not layout.low)

    # ---- drawing

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self.undo.setText(self.tr("Undo"))
        self.begin.setText(self.tr("Add a stop"))
        self.up.setText(self.tr("Earlier"))
        self.down.setText(self.tr("Later"))
        self.leave.setText(self.tr("Add nothing"))
        self.remove.setText(self.tr("Take the stop away"))
        self.list.setAccessibleName(self.tr("Stops, in their order"))

    def render_state(self, state: RouteStopsState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._place = state.place if state.stop else None
        self._title.setText(view.title)
        self._line.setText(view.line)
        self.undo.setVisible(state.last is not None)
        self.undo.setEnabled(not state.busy)
        self._show_rows(view.rows, state.place if state.place is not None else -1)
        self._message.say(view.empty)
        can = state.stop is not None and not state.busy
        self.up.setEnabled(can and state.place != 0)
        self.down.setEnabled(can and state.place != len(state.stops) - 1)
        self.begin.setEnabled(not state.busy and state.route is not None and not state.adding)
        self._card.setVisible(state.place is not None)
        self._form.setText(view.form)
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self._show_names(state)
        for language, field in self.fields.items():
            field.set_words(view.labels[language])
            field.set_text(state.names[language])
            field.set_wrong(view.wrong.get(language, ""))
        self.save.setText(view.save)
        self.save.setVisible(state.changed)
        self.save.setEnabled(state.changed and not state.nameless and not state.busy)
        self.leave.setVisible(state.adding)
        self.remove.setVisible(state.stop is not None)
        self.remove.setEnabled(not state.busy)

    def _show_names(self, state: RouteStopsState) -> None:
        """Make a line for each language of the forum."""
        if tuple(self.fields) == tuple(state.forum.languages):
            return
        for field in self.fields.values():
            self._names.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {each: FormField() for each in state.forum.languages}
        for place, (language, field) in enumerate(self.fields.items(), start=1):
            self._names.insertWidget(place, field)
            field.edited.connect(partial(self._tell_typed, language))
            field.line.returnPressed.connect(self.save_asked)

    def _tell_typed(self, language: Language, text: object) -> None:
        self.typed.emit((language, str(text)))
