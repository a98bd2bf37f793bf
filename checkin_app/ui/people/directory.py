"""The directory's widgets: the question, everybody, and the person chosen at the side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.ids import DelegateId
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.fields import SearchField
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.kit.person import PersonCard, PersonView
from checkin_app.ui.people.model import PeopleModel
from checkin_app.ui.people.rows import DirectoryDelegate


@dataclass(frozen=True, slots=True)
class DirectoryHandlers:
    """What the widgets report."""

    typed: Callable[[str], None]
    category: Callable[[str], None]
    chose: Callable[[DelegateId], None]
    stepped: Callable[[int], None]
    leave: Callable[[], None]
    choose_list: Callable[[], None]
    lists_taken: Callable[[], None]
    badge: Callable[[], None]
    find: Callable[[], None]
    fetch: Callable[[Sequence[DelegateId]], None]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """Everything the directory shows beside its rows, in words."""

    count: str = ""
    message: str = ""
    message_line: str = ""
    person: PersonView | None = None
    trouble: str = ""


class DirectoryPanel(QWidget):
    """Everybody who is expected, in the order of the directory or of what was asked."""

    def __init__(self, handlers: DirectoryHandlers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handlers = handlers
        self.field = SearchField(key="", large=False)
        self.categories = Menu()
        self.choose_list = Button("", icon="upload-simple", height=theme.size("target.scan"))
        self.lists_taken = Button("", icon="clock", height=theme.size("target.scan"))
        self.model = PeopleModel(handlers.fetch, self)
        self.list = list_view(self.model, DirectoryDelegate(self))
        self._first_list = Button("", ButtonKind.PRIMARY, icon="upload-simple", height=theme.size("target.scan"))
        self._message = Message(self._first_list)
        self.card = PersonCard()
        self._badge = Button("", icon="identification-badge", height=theme.size("target.scan"))
        self._find = Button("", icon="check", height=theme.size("target.scan"))
        self._values: list[str] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        people = RowsCard(self.list, self._message)
        self._pages = people.pages
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self.field, 1)
        head.addWidget(self.categories)
        head.addWidget(self.lists_taken)
        head.addWidget(self.choose_list)
        self._row = QHBoxLayout()
        self._row.addWidget(people, 1)
        self._row.addWidget(self.card)
        self.card.set_footer(self._buttons())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._row, 1)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._badge)
        column.addWidget(self._find)
        return holder

    def _connect(self) -> None:
        self.field.edited.connect(self._handlers.typed)
        self.field.stepped.connect(self._handlers.stepped)
        self.field.escaped.connect(self._handlers.leave)
        self.categories.activated.connect(lambda place: self._handlers.category(self._values[place]))
        self.list.clicked.connect(self._clicked)
        self._badge.clicked.connect(self._handlers.badge)
        self._find.clicked.connect(self._handlers.find)
        self.lists_taken.clicked.connect(self._handlers.lists_taken)
        for button in (self.choose_list, self._first_list):
            button.clicked.connect(self._handlers.choose_list)

    def _clicked(self, index: QModelIndex) -> None:
        who = self.model.id_at(index)
        if who:
            self._handlers.chose(who)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self._row.setSpacing(theme.margin(layout))
        self._column.setSpacing(theme.space(6) if regular else theme.space(2) if layout.low else theme.space(3))
        self.card.setFixedWidth(theme.side_column(layout))
        self.card.set_layout(layout)
        for button in (self._badge, self._find):
            button.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self.categories.setFixedWidth(theme.widened(190))
        self.categories.setVisible(not layout.narrow)

    # ---- drawing

    def retranslate(self, categories: Sequence[tuple[str, str]]) -> None:
        self.field.set_words(
            self.tr("Name, organisation, badge number or phone"),
            self.tr("Name, organisation, no."),
            self.tr("Find a person"),
        )
        self.list.setAccessibleName(self.tr("People"))
        self.choose_list.setText(self.tr("Choose a list…"))
        self.lists_taken.setText(self.tr("Past lists"))
        self._first_list.setText(self.tr("Choose a list…"))
        self.card.set_hint(self.tr("The person chosen is shown here."))
        self._badge.setText(self.tr("Badge desk"))
        self._find.setText(self.tr("Check in by name"))
        place = max(0, self.categories.currentIndex())
        self._values = ["", *(value for value, _ in categories)]
        self.categories.clear()
        self.categories.addItems([self.tr("All categories"), *(words for _, words in categories)])
        self.categories.setCurrentIndex(place)
        self.categories.setAccessibleName(self.tr("Category"))

    def show_view(self, view: DirectoryView, chosen: DelegateId | None) -> None:
        self.field.set_count(view.count)
        ink = "state.stop.ink" if view.trouble else "ink.primary"
        self._message.say(view.trouble or view.message, view.message_line, ink=ink)
        self._first_list.setVisible(bool(view.message_line) and not view.trouble)
        self._pages.setCurrentIndex(1 if view.message or view.trouble else 0)
        self.card.setVisible(not (view.message and view.message_line))
        self.card.show_person(view.person or PersonView(""))
        self.card.set_footer_shown(shown=view.person is not None)
        mark(self.list, self.model.place_of(chosen))
