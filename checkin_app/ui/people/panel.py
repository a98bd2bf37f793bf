"""The directory's widgets: the question, everybody, and the person chosen at the side."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme, words_notices
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.fields import SearchField
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.kit.person import PersonCard, PersonView
from checkin_app.ui.people.model import PeopleModel
from checkin_app.ui.people.rows import DirectoryDelegate
from checkin_app.ui.people.state import PeopleState
from checkin_app.ui.people.words import PeopleWords


class PeoplePanel(QWidget):
    """Everybody who is expected, in the order of the directory or of what was asked.

    Signals: `typed` with the text, `category_chosen` with an id or nothing, `chosen` with a `DelegateId`, `stepped` with
    +1 or -1, `left`, `list_asked`, `taken_lists_asked`, `outgoing_asked`, `record_asked`, `badge_asked` and `check_in_asked` for the person
    chosen.
    """

    typed = Signal(object)
    category_chosen = Signal(object)
    chosen = Signal(object)
    stepped = Signal(object)
    left = Signal()
    list_asked = Signal()
    taken_lists_asked = Signal()
    outgoing_asked = Signal()
    record_asked = Signal()
    badge_asked = Signal()
    check_in_asked = Signal()

    def __init__(self, words: PeopleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.field = SearchField(key="", large=False)
        self.categories = Menu()
        self.choose_list = Button("", icon="upload-simple", height=theme.size("target.scan"), deed=Deed.IMPORT)
        self.lists_taken = Button("", icon="clock", height=theme.size("target.scan"))
        self.save_list = Button("", icon="download-simple", height=theme.size("target.scan"))
        self.model = PeopleModel(self)
        self.list = list_view(self.model, DirectoryDelegate(self))
        self._first_list = Button(
            "", ButtonKind.PRIMARY, icon="upload-simple", height=theme.size("target.scan"), deed=Deed.IMPORT
        )
        self._message = Message(self._first_list)
        self.card = PersonCard()
        self._badge = Button("", icon="identification-badge", height=theme.size("target.scan"))
        self._record = Button("", key="F3", height=theme.size("target.scan"))
        self._find = Button("", icon="check", height=theme.size("target.scan"))
        self._values: list[str] = []
        self._terse, self._save_list_said = False, ""
        self._build()
        self._connect()

    def _build(self) -> None:
        people = RowsCard(self.list, self._message)
        self._pages = people.pages
        self._head, self._above_list = QHBoxLayout(), QHBoxLayout()
        self._head.setSpacing(theme.space(3))
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.categories)
        self._head.addWidget(self.save_list)
        self._head.addWidget(self.lists_taken)
        self._head.addWidget(self.choose_list)
        self._above_list.addStretch(1)
        self._listed = QVBoxLayout()
        self._listed.addLayout(self._above_list)
        self._listed.addWidget(people, 1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._listed, 1)
        self._row.addWidget(self.card)
        self.card.set_footer(self._buttons())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addLayout(self._row, 1)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        column.addWidget(self._record)
        column.addWidget(self._badge)
        column.addWidget(self._find)
        return holder

    def _connect(self) -> None:
        self.field.edited.connect(self.typed)
        self.field.stepped.connect(self.stepped)
        self.field.escaped.connect(self.left)
        self.categories.activated.connect(lambda place: self.category_chosen.emit(self._values[place]))
        self.list.clicked.connect(self._clicked)
        self._record.clicked.connect(self.record_asked)
        self._badge.clicked.connect(self.badge_asked)
        self._find.clicked.connect(self.check_in_asked)
        self.lists_taken.clicked.connect(self.taken_lists_asked)
        self.save_list.clicked.connect(self.outgoing_asked)
        for button in (self.choose_list, self._first_list):
            button.clicked.connect(self.list_asked)

    def _clicked(self, index: QModelIndex) -> None:
        who = self.model.id_at(index)
        if who:
            self.chosen.emit(who)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self._row.setSpacing(theme.margin(layout))
        self._listed.setSpacing(theme.space(2) if layout.narrow else 0)
        self._column.setSpacing(theme.space(6) if regular else theme.space(2) if layout.low else theme.space(3))
        self.card.setFixedWidth(theme.side_column(layout))
        self.card.set_layout(layout)
        for button in (self._record, self._badge, self._find):
            button.set_height(theme.size("target.scan" if regular else "target.button"))
        self._record.setHidden(theme.is_crowded(layout))
        self.categories.setFixedWidth(theme.widened(190))
        # Beside three buttons a narrow window has no room for it.
        (self._above_list if layout.narrow else self._head).insertWidget(0 if layout.narrow else 1, self.categories)
        self._terse = layout.narrow and theme.text_size() > 100
        self._name_save_list()

    # ---- drawing

    def _name_save_list(self) -> None:
        """Say what its button does; beside large text in a narrow window only its icon has room, and a tip says it."""
        self.save_list.setText("" if self._terse else self._save_list_said)
        self.save_list.setAccessibleName(self._save_list_said)
        self.save_list.setToolTip(self._save_list_said if self._terse else "")

    def retranslate(self) -> None:
        self.field.set_words(
            self.tr("Name, organisation, badge number or phone"),
            self.tr("Name, organisation, no."),
            self.tr("Find a person"),
        )
        self.list.setAccessibleName(self.tr("People"))
        self.choose_list.setText(self.tr("Choose a list…"))
        self.lists_taken.setText(self.tr("Past lists"))
        self._save_list_said = self.tr("Save a file")
        self._name_save_list()
        self._first_list.setText(self.tr("Choose a list…"))
        self.card.set_hint(words_notices.nobody_chosen())
        self._record.setText(self.tr("Record"))
        self._badge.setText(self.tr("Badge desk"))
        self._find.setText(self.tr("Check in by name"))
        categories = self._words.categories()
        place = max(0, self.categories.currentIndex())
        self._values = ["", *(value for value, _ in categories)]
        self.categories.clear()
        self.categories.addItems([self.tr("All categories"), *(name for _, name in categories)])
        self.categories.setCurrentIndex(place)
        self.categories.setAccessibleName(self.tr("Category"))

    def render_state(self, state: PeopleState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self.field.set_count(view.count)
        ink = "trouble.ink" if view.trouble else "ink.primary"
        self._message.say(view.trouble or view.message, view.message_line, ink=ink)
        self._first_list.setVisible(bool(view.message_line) and not view.trouble)
        self._pages.setCurrentIndex(1 if view.message or view.trouble else 0)
        self.card.setVisible(not (view.message and view.message_line))
        self.card.show_person(view.person or PersonView(""))
        self.card.set_footer_shown(shown=view.person is not None)
        mark(self.list, self.model.place_of(state.chosen))
