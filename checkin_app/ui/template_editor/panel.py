"""The widgets of the editor: the page with what is tried on it, and beside it its elements, their looks, and problems."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.heads import page_head
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import list_view, mark, scrolled
from checkin_app.ui.kit.menus import AskingMenu, Menu, fill
from checkin_app.ui.kit.ordered_view import OrderedView
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.template_design import ADDABLE, Face, Kind
from checkin_app.ui.template_editor.canvas import EditorCanvas
from checkin_app.ui.template_editor.doings import Doing, Pane
from checkin_app.ui.template_editor.side import LooksForm
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_editor.words import PAPER, EditorView, EditorWords

_DOING = {
    Doing.BACK: (ButtonKind.QUIET, "arrow-left", ""),
    Doing.UNDO: (ButtonKind.SECONDARY, "arrow-u-up-left", "Ctrl Z"),
    Doing.REDO: (ButtonKind.SECONDARY, "", "Ctrl Y"),
    Doing.DISCARD: (ButtonKind.SECONDARY, "", ""),
    Doing.STAY: (ButtonKind.SECONDARY, "", ""),
    Doing.OPEN_FILE: (ButtonKind.SECONDARY, "upload-simple", ""),
    Doing.SAVE_FILE: (ButtonKind.SECONDARY, "floppy-disk", ""),
    Doing.KEEP: (ButtonKind.PRIMARY, "check", "Ctrl S"),
}
_AMPLE = 10_000
"""Pixels, in which any row has room."""
_ADDED = (*ADDABLE, Kind.PICTURE)
_IN_MENU = (Doing.LATER, Doing.EARLIER, Doing.DOUBLE, Doing.REMOVE)
_FOOT = (Doing.DISCARD, Doing.STAY, Doing.OPEN_FILE, Doing.SAVE_FILE, Doing.KEEP)


class EditorPanel(QWidget):
    """Draws an `EditorState`.

    Signals: `asked` with a `Doing`, `element_chosen` with a row, `element_moved` with a pair of rows, `kind_chosen` with a `Kind`,
    `result_chosen`, `template_chosen` and `aim_chosen` with a place, `pane_chosen`, `face_chosen` with a `Face`, `paper_chosen`;
    those of `canvas` and `looks`.
    """

    asked = Signal(object)
    element_chosen = Signal(object)
    element_moved = Signal(object)
    kind_chosen = Signal(object)
    result_chosen = Signal(object)
    aim_chosen = Signal(object)
    template_chosen = Signal(object)
    pane_chosen = Signal(object)
    face_chosen = Signal(object)
    paper_chosen = Signal()

    def __init__(self, words: EditorWords, looks: LooksForm | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._low, self._crowded = words, False, False
        self._inner = _AMPLE
        self.strip = VerdictStrip()
        self.strip.hide()
        self._line = Label("", "body", "ink.secondary", wrap=True)
        self.doing = {each: Button("", kind, icon=icon, key=key) for each, (kind, icon, key) in _DOING.items()}
        self.doing[Doing.KEEP].set_deed(Deed.FORUM)
        self.canvas, self.looks = EditorCanvas(), looks or LooksForm(words)
        self.templates, self.add, self.change = Menu(), AskingMenu(), AskingMenu()
        self._offered: tuple[Doing, ...] = ()
        self.panes, self.faces = Segmented(), Segmented()
        self.pane_menu, self.aims = Menu(), Menu()
        self._asking = self._has_said = False
        self.elements, self.results = RowModel(self), RowModel(self)
        self._delegate, self._result_delegate = RowDelegate(self), RowDelegate(self)
        self.list, self.result_list = OrderedView(), list_view(self.results, self._result_delegate)
        self.list.setModel(self.elements)
        self.list.setItemDelegate(self._delegate)
        self._found = Label("", "bodyStrong", wrap=True)
        self._foot = Foot(*(self.doing[each] for each in _FOOT))
        self._build()
        self._connect()

    def _build(self) -> None:
        back, undo, redo = (self.doing[each] for each in (Doing.BACK, Doing.UNDO, Doing.REDO))
        self.templates.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._top = page_head(back, self.templates, self._line, undo, redo)
        bar = QHBoxLayout()
        bar.setSpacing(theme.space(4))
        self.aims.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bar.addWidget(self.faces, 3)
        bar.addWidget(self.aims, 2)
        self._leading = QVBoxLayout()
        self._leading.addWidget(self.canvas, 1)
        self._leading.addLayout(bar)
        self._card = Card(padding=0)
        self._card.body.addWidget(self.panes)
        self._card.body.addWidget(self.pane_menu)
        self._pages = QStackedLayout()
        self._card.body.addLayout(self._pages, 1)
        for page in (self._elements_page(), scrolled(self.looks), self._results_page()):
            self._pages.addWidget(page)
        self._row = QHBoxLayout()
        self._row.addLayout(self._leading, 1)
        self._row.addWidget(self._card)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addWidget(self._top)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self._foot)

    def _elements_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        for menu in (self.add, self.change):
            menu.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(menu, 1)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        return page

    def _results_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._found)
        column.addWidget(self.result_list, 1)
        return page

    def _connect(self) -> None:
        for doing, button in self.doing.items():
            button.clicked.connect(partial(self._ask, doing))
        self.list.clicked.connect(lambda index: self.element_chosen.emit(index.row()))
        self.list.row_moved.connect(self.element_moved)
        self.result_list.clicked.connect(lambda index: self.result_chosen.emit(index.row()))
        self.add.activated.connect(self._add)
        self.looks.page.asked.connect(self._ask)
        self.change.activated.connect(self._change)
        self.aims.activated.connect(self.aim_chosen.emit)
        self.templates.activated.connect(self.template_chosen.emit)
        self.pane_menu.activated.connect(lambda place: self.pane_chosen.emit(tuple(Pane)[place]))
        self.panes.chosen.connect(lambda pane: self.pane_chosen.emit(Pane(pane)))
        self.faces.chosen.connect(self._turn)

    def _turn(self, to: str) -> None:
        if to == PAPER:
            self.paper_chosen.emit()
        else:
            self.face_chosen.emit(Face(to))

    def _ask(self, doing: Doing) -> None:
        self.looks.say_typed()
        self.asked.emit(doing)

    def _add(self, place: int) -> None:
        if place > 0:
            self.add.setCurrentIndex(0)
            self.kind_chosen.emit(_ADDED[place - 1])

    def _change(self, place: int) -> None:
        if place > 0:
            self.change.setCurrentIndex(0)
            self._ask(self._offered[place - 1])

    # ---- sizes

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        gap = theme.space(1) if layout.low else theme.space(2)
        self._column.setContentsMargins(margin, margin, margin, margin)
        for each in (self._column, self._leading, self._card.body):
            each.setSpacing(gap)
        self._row.setSpacing(theme.space(2) if layout.low else theme.space(3))
        inset = layout.of(16, 12, 10)
        self._card.body.setContentsMargins(inset, inset, inset, inset)
        self._card.setFixedWidth(theme.side_column(layout))
        self._inner = theme.side_column(layout) - 2 * inset
        for delegate in (self._delegate, self._result_delegate):
            delegate.height = theme.size("row.recentCompact")
            delegate.inset = 8
        for view in (self.list, self.result_list):
            view.doItemsLayout()
        self._foot.set_layout(layout)
        self._low, self._crowded = layout.low, theme.is_crowded(layout)
        self._give_way()

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the head beside a verdict, and where text is large what a key does as well, where there is no room."""
        self._top.setVisible(not self._low or self.strip.isHidden())
        for doing in _FOOT:
            wanted = doing is Doing.KEEP or self._asking is (doing in {Doing.DISCARD, Doing.STAY})
            self.doing[doing].setVisible(wanted and not (self._crowded and doing in {Doing.OPEN_FILE, Doing.SAVE_FILE}))
        self._foot.arrange()
        self._foot.setVisible(self._has_said or not self._crowded)
        self._found.setVisible(not self._crowded)
        # A second row of them would take the room of what is to be seen.
        in_rows = self.panes.heightForWidth(self._inner) > self.panes.heightForWidth(_AMPLE)
        in_menu = self._crowded or in_rows
        self.panes.setVisible(not in_menu)
        self.pane_menu.setVisible(in_menu)

    # ---- drawing

    def retranslate(self) -> None:
        said = self.words.doing()
        for doing, button in self.doing.items():
            button.setText(said[doing])
        self.list.setAccessibleName(self.tr("Elements, as they are drawn one over another"))
        self.result_list.setAccessibleName(self.tr("What was tried"))
        self.pane_menu.setAccessibleName(self.tr("What is seen beside the page"))
        self.templates.setAccessibleName(self.tr("Badge template"))
        self.add.setAccessibleName(self.tr("Add to the badge…"))
        self.change.setAccessibleName(self.tr("Change the element…"))
        self.faces.setAccessibleName(self.tr("Face"))
        self.aims.setAccessibleName(self.tr("The printer that it is meant for"))
        self._offered = ()
        self.change.clear()
        kinds = self.words.kinds()
        self.add.clear()
        self.add.addItems([self.tr("Add…"), *(kinds[each] for each in _ADDED)])
        self.looks.retranslate()

    def render_held(self, state: EditorState) -> None:
        """Draw what goes on while something is in somebody's hand: the page alone, since that has to follow at once."""
        self.canvas.render_state(state)

    def render_state(self, state: EditorState) -> None:
        """Draw everything the state says."""
        view = self.words.view(state)
        self._line.setText(view.line)
        self.canvas.render_state(state)
        self.canvas.say(view.page, view.chosen)
        self._show_lists(state, view)
        self.looks.render_state(state, view)
        self.panes.set_options(view.panes)
        self.panes.choose(state.pane.value)
        fill(self.pane_menu, tuple(each for _, each in view.panes), tuple(Pane).index(state.pane))
        self._pages.setCurrentIndex(tuple(Pane).index(state.pane))
        self.faces.set_options(view.faces)
        self.faces.choose(PAPER if state.paper else state.face.value)
        fill(self.templates, view.templates, state.template)
        fill(self.aims, view.aims, state.aims.index(state.aim))
        self.add.setEnabled(state.can_grow)
        self._offer_changes(tuple(each for each in _IN_MENU if each in state.ready))
        for doing, button in self.doing.items():
            button.setEnabled(doing in state.ready)
        self._foot.line.setText(view.said)
        self._foot.second_line.setText(view.note)
        self._foot.second_line.set_ink("trouble.ink" if state.wrong or state.unfit else "ink.secondary")
        self._asking, self._has_said = state.asking, state.asking or bool(view.note)
        self._give_way()

    def _show_lists(self, state: EditorState, view: EditorView) -> None:
        self.elements.show_rows(view.elements)
        mark(self.list, state.row)
        self.results.show_rows(view.results)
        mark(self.result_list, state.result)
        self._found.setText(view.results_line)

    def _offer_changes(self, offered: tuple[Doing, ...]) -> None:
        """Offer what can be done to the element chosen."""
        if offered != self._offered or not self.change.count():
            self._offered = offered
            said = self.words.doing()
            self.change.clear()
            self.change.addItems([self.words.changing(), *(said[each] for each in offered)])
        self.change.setEnabled(bool(offered))
