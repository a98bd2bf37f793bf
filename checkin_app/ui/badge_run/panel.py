"""The widgets of many badges at once: whose, in which order, where to; under them how many, and the button that begins."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.services.badge_runs import RunOrder
from checkin_app.ui import theme
from checkin_app.ui.badge_run.state import BadgeRunState, Choice
from checkin_app.ui.badge_run.words import BadgeRunView, BadgeRunWords
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.kit.pages import APART, HeadedPage
from checkin_app.ui.kit.progress import ProgressLine

_YES = "yes"


class BadgeRunPanel(HeadedPage):
    """Draws a `BadgeRunState`.

    Signals: `option_chosen` with a `Choice` and a place, `order_chosen` with a `RunOrder`, `apart_chosen` with whether,
    `go_asked` with a `Meant` (None where it is not so much), `stopped`, `take_back_meant` with a `Meant`.
    """

    option_chosen = Signal(object, object)
    order_chosen = Signal(object)
    apart_chosen = Signal(object)
    go_asked = Signal(object)
    stopped = Signal()
    take_back_meant = Signal(object)

    def __init__(self, words: BadgeRunWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, gaps=APART)
        self._words = words
        self._title = Label("", "heading")
        self.menus = {each: Menu() for each in Choice}
        self.orders, self.aparts = Segmented(), Segmented()
        self._labels = {each: Label("", "bodyStrong") for each in Choice}
        self._order, self._apart = Label("", "bodyStrong"), Label("", "bodyStrong")
        self._progress = ProgressLine()
        self.stop = Button("", ButtonKind.QUIET, icon="x")
        self.take_back = HeldButton("", icon="arrow-u-up-left", deed=Deed.REPLACE)
        self.go = HeldButton("", ButtonKind.PRIMARY, icon="printer")
        self.foot = Foot(self.stop, self.take_back, self.go)
        self._put_together(self._title, scrolled(self._form()), below=(self._progress, self.foot))
        self._connect()

    def _form(self) -> QWidget:
        card = Card(padding=16)
        self._grid = QGridLayout()
        whose, how = (Choice.DELEGATION, Choice.CATEGORY, Choice.ROUTE), (Choice.TO, Choice.TEMPLATE)
        rows: list[tuple[Label, QWidget]] = [(self._labels[each], self.menus[each]) for each in whose]
        rows += [(self._order, self.orders), (self._apart, self.aparts)]
        rows += [(self._labels[each], self.menus[each]) for each in how]
        for place, (label, part) in enumerate(rows):
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(part, place, 1)
        self._grid.setColumnStretch(1, 1)
        for menu in self.menus.values():
            menu.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        card.body.addLayout(self._grid)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        return holder

    def _connect(self) -> None:
        for choice, menu in self.menus.items():
            menu.activated.connect(partial(self.option_chosen.emit, choice))
        self.orders.chosen.connect(lambda value: self.order_chosen.emit(RunOrder(value)))
        self.aparts.chosen.connect(lambda value: self.apart_chosen.emit(value == _YES))
        self.go.clicked.connect(lambda: self.go_asked.emit(None))
        self.go.meant.connect(self.go_asked)
        self.stop.clicked.connect(self.stopped)
        self.take_back.meant.connect(self.take_back_meant)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._grid.setVerticalSpacing(theme.space(2) if layout.low else theme.space(3))
        self._grid.setHorizontalSpacing(theme.space(4))
        self.foot.set_large(layout)

    # ---- drawing

    def retranslate(self) -> None:
        self.back.setText(self.tr("Badges"))
        self._title.setText(self.tr("Many badges at once"))
        self.stop.setText(self.tr("Stop"))
        for choice, said in self._words.labels().items():
            self._labels[choice].setText(said)
            self.menus[choice].setAccessibleName(said)
        for label, part, said in (
            (self._order, self.orders, self.tr("In which order")),
            (self._apart, self.aparts, self.tr("A page before each")),
        ):
            label.setText(said)
            part.setAccessibleName(said)

    def render_state(self, state: BadgeRunState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._line.setText(view.note)
        for choice, menu in self.menus.items():
            _show(menu, view.options[choice], state.options(choice).index(state.chosen(choice)))
            menu.setEnabled(not state.working and (choice is not Choice.TEMPLATE or not state.to))
        self.orders.set_options(view.orders)
        self.orders.choose(state.run.order.value)
        self.aparts.set_options(view.aparts)
        self.aparts.choose(_YES if state.run.apart else "no")
        for each in (self.orders, self.aparts):
            each.setEnabled(not state.working)
        self._show_foot(state, view)

    def _show_foot(self, state: BadgeRunState, view: BadgeRunView) -> None:
        self.foot.line.setText(view.said)
        self.foot.line.set_ink("trouble.ink" if state.wrong else "ink.primary")
        self._progress.setVisible(state.working)
        self._progress.show_part(state.done, state.whole)
        self.stop.setVisible(state.working)
        self.take_back.setVisible(state.issued is not None)
        if state.issued:
            self.take_back.set_act(state.issued, view.take_back)
        self.go.setVisible(not state.working)
        self.go.setEnabled(state.ready)
        self.go.set_deed(None if state.to else Deed.REPLACE)
        self.go.set_icon_name("printer" if state.to else "file-pdf")
        self.go.set_lasting(lasting=state.lasting)
        self.go.set_act(f"{state.run} {state.to}", view.go)
        self.foot.arrange()


def _show(menu: Menu, words: tuple[str, ...], place: int) -> None:
    if tuple(menu.itemText(each) for each in range(menu.count())) != words:
        menu.clear()
        menu.addItems(words)
    menu.setCurrentIndex(place)
    menu.setToolTip(words[place])
