"""The programme's widgets: what there is of a part, the form of one, and what holds for the whole forum."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.programme import EVERYBODY, FLAGS, IN_EACH, NO, YES, Part
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme, words_programme
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import FormCard
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.form import FormField
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark, scrolled
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.pages import APART, HeadedPage
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.programme.state import ProgrammeState
from checkin_app.ui.programme.words import Options, ProgrammeView, ProgrammeWords

#: Lines that hold so little that four of them share a row.
_SHORT = {"day", "starts", "ends", "doors_open", "letter", "colour", "precedence", "id"}
#: Lines that hold a text for people, before which an input method may stand.
_TEXTS = {name for names in IN_EACH.values() for name in names}


class ProgrammePanel(HeadedPage):
    """Draws a `ProgrammeState`.

    Signals: `back_asked`, `part_chosen` with a `Part`, `row_chosen` with its place, `add_begun` and `add_left`, `typed` with
    a pair of a line and its text, `line_left` (what was typed is to hold), `add_asked`, `remove_asked`, `undo_asked`,
    `for_all_chosen` with an id, `stops_asked` for those of the route in the form.
    """

    back_asked = Signal()
    part_chosen = Signal(object)
    row_chosen = Signal(object)
    add_begun = Signal()
    add_left = Signal()
    typed = Signal(object)
    line_left = Signal()
    add_asked = Signal()
    remove_asked = Signal()
    undo_asked = Signal()
    for_all_chosen = Signal(object)
    stops_asked = Signal()

    def __init__(self, words: ProgrammeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, gaps=APART)
        self._words, self._part = words, Part.SESSION
        self._title = Label("", "heading")
        self.undo = Button("", icon="arrow-u-up-left", deed=Deed.FORUM)
        self.parts = Segmented()
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._message = Message()
        self.begin = Button("", icon="plus", deed=Deed.FORUM)
        self._form, self._form_line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary")
        self.fields: dict[str, FormField] = {}
        self._admits_label, self.admits = Label("", "body", "ink.secondary"), Segmented(several=True)
        self.flags = Segmented(several=True)
        self._whole_label, self.for_all = Label("", "body", "ink.secondary"), AskingMenu(deed=Deed.FORUM)
        big = theme.size("target.scan")
        self.add = Button("", ButtonKind.PRIMARY, icon="plus", height=big, deed=Deed.FORUM)
        self.leave = Button("", height=big)
        self.remove = Button("", icon="trash", height=big, deed=Deed.FORUM)
        self.stops = Button("")
        self.for_all.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._foot = Foot(self.remove, self.leave, self.add)
        self._build()
        self._connect()

    def _build(self) -> None:
        rows = RowsCard(self.list, self._message)
        self._pages = rows.pages
        side = self._side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rows, 1)
        column.addWidget(self.begin)
        self._card = FormCard(padding=20, deed=Deed.FORUM)
        for label in (self._form, self._form_line):
            self._card.body.addWidget(label)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(3))
        self._card.body.addLayout(self._grid)
        for each in (self.flags, self.stops, self._admits_label, self.admits, self._whole_label, self.for_all):
            self._card.body.addWidget(each)
        self._card.body.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(side)
        self._scroll = scrolled(self._card)
        self._row.addWidget(self._scroll, 1)
        self._put_together(self._title, self._row, beside=(self.undo,), above=(self.parts,), below=(self._foot,))
        self._yielding = (self._top, self.parts, self.begin)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.parts.chosen.connect(lambda part: self.part_chosen.emit(Part(str(part))))
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.begin.clicked.connect(self.add_begun)
        self.stops.clicked.connect(self.stops_asked)
        self.leave.clicked.connect(self.add_left)
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.admits.chosen.connect(self._tell_admitted)
        self.flags.chosen.connect(self._tell_flags)
        self.for_all.activated.connect(lambda place: self.for_all_chosen.emit(self.for_all.itemData(place)))

    def _tell_admitted(self, chosen: object) -> None:
        named = tuple(map(str, chosen)) if isinstance(chosen, tuple) else ()
        self.typed.emit(("admits", EVERYBODY if len(named) == self.admits.count() else ", ".join(named)))
        self.line_left.emit()

    def _tell_flags(self, chosen: object) -> None:
        for name in FLAGS[self._part]:
            self.typed.emit((name, YES if isinstance(chosen, tuple) and name in chosen else NO))
        self.line_left.emit()

    def _tell_typed(self, name: str, text: object) -> None:
        self.typed.emit((name, str(text)))

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._row.setSpacing(theme.space(3))
        self._side.setFixedWidth(layout.of(420, 380, 300))
        self._delegate.height = theme.size("row.recent" if layout is theme.Layout.REGULAR else "row.recentCompact")
        self.list.setMinimumHeight(2 * self._delegate.height)
        self._title.set_type("title" if layout.low else "heading")
        self._line.setVisible(not layout.low)
        small = theme.text_size() == 100
        self._columns = (2 if small else 1) if layout.narrow else (4 if small else 2)
        self._foot.set_large(layout)
        self._place()
        self.list.doItemsLayout()

    # ---- drawing

    _columns = 4

    def retranslate(self) -> None:
        self.back.setText(self.tr("Settings"))
        self._title.setText(self.tr("Programme"))
        self.parts.set_options(self._words.parts())
        self.parts.setAccessibleName(self.tr("Programme"))
        self.leave.setText(self.tr("Add nothing"))
        self.stops.setText(self.tr("Put the stops in order"))
        self._admits_label.setText(words_programme.line("admits"))
        self.admits.setAccessibleName(words_programme.line("admits"))

    def render_state(self, state: ProgrammeState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._line.setText(view.line)
        self.undo.setText(view.undo)
        self.undo.setVisible(state.last is not None)
        self.undo.setEnabled(not state.busy)
        self.parts.choose(state.part.value)
        self.list.setAccessibleName(dict(self._words.parts())[state.part.value])
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self._message.say(view.empty)
        self._pages.setCurrentIndex(1 if view.empty else 0)
        self.begin.setText(self._words.begin_to_add(state.part))
        self._card.setVisible(bool(state.fields) and state.chosen is not None)
        self._form.setText(view.form)
        self._form_line.setText(view.form_line)
        self._show_fields(state, view)
        self._show_choices(state, view)
        self.stops.setVisible(state.part is Part.ROUTE and state.entry is not None)
        self._foot.remark(view.note, wrong=True)
        self.add.setText(view.add)
        self.remove.setText(view.remove)
        for button, shown in ((self.add, state.adding), (self.leave, state.adding), (self.remove, bool(view.remove))):
            button.setVisible(shown)
            button.setEnabled(not state.busy)
        self._foot.arrange()

    def _show_fields(self, state: ProgrammeState, view: ProgrammeView) -> None:
        self._part = state.part
        wanted = [name for name in state.fields if name not in {"admits", *FLAGS[state.part]}]
        if list(self.fields) != wanted:
            self._make(wanted)
        for name, field in self.fields.items():
            field.set_words(view.labels[name])
            field.set_text(state.lines.get(name, ""))
            field.set_wrong(view.wrong.get(name, ""))
            if name in view.wrong:
                self._scroll.ensureWidgetVisible(field)

    def _make(self, wanted: list[str]) -> None:
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {name: FormField(ime=name.partition(".")[0] in _TEXTS) for name in wanted}
        for name, field in self.fields.items():
            field.edited.connect(partial(self._tell_typed, name))
            field.line.editingFinished.connect(self.line_left)
        self._place()

    def _place(self) -> None:
        """Give each line its place in the grid: one that holds little a column, any other half of a row."""
        before: QWidget = self.list
        row = column = 0
        for name, field in self.fields.items():
            wide = 1 if name in _SHORT else max(1, self._columns // 2)
            if column + wide > self._columns or (wide > 1 and column % wide):
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, wide)
            column += wide
            QWidget.setTabOrder(before, field.line)
            before = field.line
        for each in range(4):
            self._grid.setColumnStretch(each, 1 if each < self._columns else 0)

    def _show_choices(self, state: ProgrammeState, view: ProgrammeView) -> None:
        session = state.part is Part.SESSION and state.chosen is not None
        self._admits_label.setVisible(session)
        self.admits.setVisible(session)
        if session:
            admits = state.lines.get("admits", "")
            named = [key for key, _ in view.categories] if admits == EVERYBODY else admits.split(", ")
            self.admits.set_options(view.categories)
            self.admits.choose_all(named)
            wrong = view.wrong.get("admits", "")
            self._admits_label.setText(" – ".join(filter(None, (words_programme.line("admits"), wrong))))
            self._admits_label.set_ink("trouble.ink" if wrong else "ink.secondary")
        self.flags.set_options(view.flags)
        self.flags.choose_all([name for name, _ in view.flags if state.lines.get(name) == YES])
        self.flags.setVisible(bool(view.flags) and state.chosen is not None)
        self._whole_label.setText(view.whole)
        for each in (self._whole_label, self.for_all):
            each.setVisible(bool(view.whole))
        self.for_all.setAccessibleName(view.whole)
        _offer(self.for_all, view.for_all, view.for_all_chosen)


def _offer(menu: AskingMenu, options: Options, chosen: str) -> None:
    menu.clear()
    for key, said in options:
        menu.addItem(said, key)
    menu.setCurrentIndex(menu.findData(chosen))
