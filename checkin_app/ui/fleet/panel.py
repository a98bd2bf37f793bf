"""The fleet's widgets: the buses, the form of one, and what is done with all of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from checkin_app.domain.ids import RouteId
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.fleet.state import NUMBERS, TEXTS, FleetState
from checkin_app.ui.fleet.words import FleetView, FleetWords
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark, scrolled
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.pages import APART, HeadedPage
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate

#: Lines that hold no Chinese, so that no input method stands before a scan.
_PLAIN = {*NUMBERS, "departs", "driver_phone", "languages", "layouts"}


class FleetPanel(HeadedPage):
    """Draws a `FleetState`.

    Signals: `left`, `bus_chosen` with a `BusCode`, `add_begun` with a `RouteId`, `typed` with a pair of a field and its
    text, `list_asked` to take a list of buses in, `save_asked`, `add_meant` and `fill_meant` with a `Meant`, `plan_asked`, `stop_asked`, `undo_asked`,
    `lock_turned`, `vips_turned` and `guests_asked` for who sits where.
    """

    left = Signal()
    bus_chosen = Signal(object)
    add_begun = Signal(object)
    typed = Signal(object)
    list_asked = Signal()
    save_asked = Signal()
    add_meant = Signal(object)
    fill_meant = Signal(object)
    plan_asked = Signal()
    stop_asked = Signal()
    undo_asked = Signal()
    lock_turned = Signal()
    guests_asked = Signal()
    vips_turned = Signal()

    def __init__(self, words: FleetWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, gaps=APART)
        self._words = words
        self._title = Label("", "heading")
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self._message = Message()
        self.routes, self.lists = AskingMenu(deed=Deed.FLEET), Button("", icon="upload-simple", deed=Deed.FLEET)
        self._form, self._form_line = Label("", "heading"), Label("", "body", "ink.secondary", wrap=True)
        self.fields = {name: Field(ime=name not in _PLAIN) for name in (*NUMBERS, *TEXTS)}
        # Seats, and beside them places for wheelchairs: read the same in every language.
        self.fields["layouts"].line.setPlaceholderText("49+0, 45+1")
        big = theme.size("target.scan")
        self.save = Button("", ButtonKind.PRIMARY, icon="floppy-disk", height=big, deed=Deed.FLEET)
        self.add = HeldButton("", ButtonKind.PRIMARY, icon="plus", height=big, deed=Deed.FLEET)
        self.fill = HeldButton("", icon="users", height=big, deed=Deed.PLAN)
        self._foot = Foot(self.fill, self.save, self.add)
        self.plan = Button("", ButtonKind.PRIMARY, icon="users", deed=Deed.PLAN)
        self.stop, self.lock = Button("", icon="x"), Button("", deed=Deed.FLEET)
        self.vips = Button("", deed=Deed.FLEET)
        self.undo, self.guests = Button("", icon="arrow-u-up-left", deed=Deed.PLAN), Button("")
        self._said, self._progress = (
            Foot(self.undo, self.stop, self.guests, self.vips, self.lock, self.plan),
            ProgressLine(),
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        rows = RowsCard(self.list, self._message)
        self._pages = rows.pages
        self._leading = rows
        self._card = Card(padding=20)
        self._card.body.addWidget(self._form)
        self._card.body.addWidget(self._form_line)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(4))
        self._grid.setVerticalSpacing(theme.space(3))
        self._place(3)
        self._card.body.addLayout(self._grid)
        self._card.body.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self._leading)
        self._row.addWidget(scrolled(self._card), 1)
        self._plan_card = Card(padding=12)
        self._plan_card.body.addWidget(self._said)
        self._plan_card.body.addWidget(self._progress)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(False)  # it is seen for a second or two, once a day
        self._progress.setSizePolicy(policy)
        head = (self.lists, self.routes)
        self._put_together(self._title, self._row, beside=head, above=(self._plan_card,), below=(self._foot,))

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.list.clicked.connect(lambda index: self.choose_row(index.row()))
        self.routes.activated.connect(self._begin_to_add)
        self.lists.clicked.connect(self.list_asked)
        for name, field in self.fields.items():
            field.edited.connect(partial(self._tell_typed, name))
        self.save.clicked.connect(self.save_asked)
        self.add.meant.connect(self.add_meant)
        self.fill.meant.connect(self.fill_meant)
        self.plan.clicked.connect(self.plan_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.lock.clicked.connect(self.lock_turned)
        self.guests.clicked.connect(self.guests_asked)
        self.vips.clicked.connect(self.vips_turned)

    def _begin_to_add(self, place: int) -> None:
        """Begin a new bus of a route; the first item only asks."""
        routes = self._words.routes()
        self.routes.setCurrentIndex(0)
        if 0 < place <= len(routes):
            self.add_begun.emit(RouteId(routes[place - 1][0]))
            self.fields["licensed_seats"].line.setFocus()

    def _tell_typed(self, name: str, text: object) -> None:
        self.typed.emit((name, str(text)))

    def choose_row(self, place: int) -> None:
        """Choose a bus by its row."""
        codes = self._codes
        if 0 <= place < len(codes):
            self.bus_chosen.emit(codes[place])

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._row.setSpacing(theme.space(3))
        self._leading.setFixedWidth(theme.widened(layout.of(380, 340, 300)))
        self._delegate.height = theme.size("row.recent" if layout is theme.Layout.REGULAR else "row.recentCompact")
        self.list.setMinimumHeight(2 * self._delegate.height)
        self._title.set_type("title" if layout.low else "heading")
        self._line.setVisible(not layout.low)
        columns = 3 if not layout.narrow and theme.text_size() == 100 else 2
        self._place(columns)
        self._foot.set_large(layout)
        self._said.set_layout(layout)
        self.list.doItemsLayout()

    def _place(self, columns: int) -> None:
        """Put the lines side by side; what is said under one of them moves none beside it."""
        for place, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    # ---- drawing

    _codes: tuple[str, ...] = ()

    def retranslate(self) -> None:
        self.back.setText(self.tr("Buses"))
        self.list.setAccessibleName(self.tr("Buses"))
        self.plan.setText(self.tr("Plan the seats"))
        self.stop.setText(self.tr("Stop"))
        self.guests.setText(self.tr("Move guests…"))
        self.lists.setText(self.tr("Take a list in"))
        self.undo.setText(self.tr("Take the plan back"))
        asking = self.tr("Add a bus to…")
        self.routes.clear()
        self.routes.addItems([asking, *(said for _, said in self._words.routes())])
        self.routes.setAccessibleName(asking)

    def render_state(self, state: FleetState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._codes = tuple(each.bus.code for each in state.buses or ())
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self._message.say(view.empty)
        self._pages.setCurrentIndex(1 if view.empty else 0)
        self._card.setVisible(bool(view.form))
        self._form.setText(view.form)
        self._form_line.setText(view.form_line)
        for name, field in self.fields.items():
            field.set_label(view.labels[name])
            if field.text() != state.lines[name]:
                field.set_text(state.lines[name])
            field.set_hint(view.wrong.get(name, ""), wrong=True)
        self._show_plan(state, view)
        self._show_foot(state, view)

    def show_how_far(self, done: int, whole: int) -> None:
        """Show how much of a plan is made."""
        self._progress.show_part(done, whole)

    def _show_plan(self, state: FleetState, view: FleetView) -> None:
        self._plan_card.setVisible(bool(state.buses) and not state.adding)
        self._said.line.setText(view.plan)
        self._said.second_line.setText(view.plan_detail)
        self.lock.setText(view.lock)
        self.vips.setText(view.vips)
        for button in (self.lock, self.vips, self.guests):
            button.setVisible(state.count is not None and not state.planning)
        self.plan.setVisible(not state.planning)
        self.plan.setEnabled(not state.busy)
        self.undo.setVisible(state.plan is not None and not state.planning)
        self.undo.setEnabled(not state.busy)
        self.stop.setVisible(state.planning)
        self._progress.setVisible(state.planning)
        self._said.arrange()

    def _show_foot(self, state: FleetState, view: FleetView) -> None:
        self._foot.remark("" if state.wrong_field else view.note, wrong=view.note_is_wrong)
        ready = state.bus is not None and not state.busy
        self.save.setText(view.save)
        self.save.setVisible(not state.adding and state.changed)
        self.save.setEnabled(ready)
        self.add.set_act(state.chosen or "", view.add)
        self.add.setVisible(state.adding)
        self.add.setEnabled(ready)
        self.fill.set_act("fill", view.fill)
        self.fill.setVisible(not state.adding and not state.changed and bool(state.buses))
        self.fill.setEnabled(not state.busy)
        self._foot.arrange()
