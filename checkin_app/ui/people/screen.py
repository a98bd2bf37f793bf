"""The people screen at work: everybody who is expected, one person at the side, and lists on their way in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.people import DelegateCard, Hit
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words_notices
from checkin_app.ui.kit import file_dialogs
from checkin_app.ui.kit.file_dialogs import Then, documents
from checkin_app.ui.kit.held import HoldingKey
from checkin_app.ui.kit.page_stack import PageStack
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.people import state as directory
from checkin_app.ui.people.importing.page import ImportPage
from checkin_app.ui.people.outgoing.page import OutgoingPage
from checkin_app.ui.people.panel import PeoplePanel
from checkin_app.ui.people.state import PeopleState
from checkin_app.ui.people.taken.page import TakenPage
from checkin_app.ui.people.words import PeopleWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import said_anew
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination, Screen

AskFile = Callable[[Then], None]
"""Asks which list."""
_COUNTED = frozenset({Changed.PRESENCES, Changed.BUSES, Changed.RIDES, Changed.DELEGATES})
_TOUCHES = frozenset({Changed.DELEGATES, Changed.BADGES, Changed.RIDES})


class PeopleScreen(Screen):
    """The directory, and the preview of a list in its place."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        ask_list: AskFile | None = None,
        folder: Callable[[], Path] = documents,
        importing: ImportPage | None = None,
    ) -> None:
        """`importing` is one that was made before, by whoever makes a large screen a part at a time."""
        super().__init__()
        self._actions = actions
        self._ask_file = ask_list or partial(file_dialogs.ask_list, self, self.tr("Choose a delegate list"))
        self._state = PeopleState()
        self.panel = PeoplePanel(PeopleWords(context.in_force))
        self.importing = importing or ImportPage(actions.lists, context.in_force, folder)
        self.taken = TakenPage(actions.lists, context.in_force)
        self.outgoing = OutgoingPage(actions, context.in_force, folder)
        HoldingKey(self, self.importing.panel.take, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        self.strip = VerdictStrip()
        self.strip.hide()
        self._strip = ScanStrip(self.strip, context.telling())
        self.pages = PageStack()
        for page in (self.panel, self.importing.panel, self.taken.panel, self.outgoing.panel):
            self.pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.pages, 1)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.typed.connect(lambda query: self._ask_for(directory.typed(self._state, query)))
        panel.category_chosen.connect(lambda wanted: self._ask_for(directory.category_chosen(self._state, wanted)))
        panel.chosen.connect(self._choose)
        panel.stepped.connect(self._step)
        panel.left.connect(self.left)
        panel.taken_lists_asked.connect(self._show_taken)
        panel.outgoing_asked.connect(self._show_outgoing)
        panel.record_asked.connect(partial(self._go, "record"))
        panel.badge_asked.connect(partial(self._go, "badges"))
        panel.check_in_asked.connect(partial(self._go, "find"))
        panel.model.page_wanted.connect(lambda ids: self._actions.persons.cards(ids, self._page_came))
        for wanted in (panel.list_asked, self.importing.list_asked):
            wanted.connect(self._choose_list)
        for left in (self.importing.left, self.taken.left, self.outgoing.left):
            left.connect(self._show_directory)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(words_notices.nothing_lost())
        self.panel.retranslate()
        self.importing.retranslate()
        self.taken.retranslate()
        self.outgoing.retranslate()
        self._state = said_anew(self._state)
        self._render()

    def help_text(self) -> str:
        return self.tr(
            "Find anybody who is expected; arrows choose. “Choose a list” shows what a delegate list would change: "
            "what is said of its rows is said once for all of them, arrows choose and Enter or a number answers. Correct "
            "what its columns hold, and hold Ctrl Enter to take it in. Nothing is written before that, and nobody is "
            "ever removed by a list. “Past lists” takes a whole list back, until one of its people is checked in. “Save "
            "a file” writes everybody, their codes for mailing out, their badges for a print shop, and who came to a "
            "session or rode on a route. Scans count all the while."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setSpacing(theme.gap(layout))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.panel.set_layout(layout)
        self.importing.panel.set_layout(layout)
        self.taken.panel.set_layout(layout)
        self.outgoing.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self.strip.hide()
        self._ask()
        page = self.pages.currentWidget()
        if page is self.importing.panel and self.importing.state.result:  # nothing is left to decide there
            self.pages.setCurrentWidget(self.panel)
        if page is self.taken.panel:
            self.taken.ask()
        elif page is self.outgoing.panel:
            self.outgoing.count()

    def stale(self, changes: ChangeSet) -> None:
        if self.panel.isVisible() and changes & _TOUCHES:
            self._ask()
            self._ask_card()
        if self.taken.panel.isVisible() and Changed.OPERATIONS in changes:
            self.taken.ask()
        if self.outgoing.panel.isVisible() and changes & _COUNTED:
            self.outgoing.count()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self.strip.show()
        self._strip.scanned(result)

    def opened_for(self, subject: str) -> None:
        """Open on one person by id."""
        self._show_directory()
        self._state = directory.opened(self._state)
        self.panel.field.set_text("")
        self._choose(DelegateId(subject))

    # ---- the directory

    def _ask_for(self, state: PeopleState) -> None:
        self._state = state
        self._ask()

    def _ask(self) -> None:
        self._state = state = directory.asked(self._state)
        if state.searching:
            self._actions.persons.find(state.query, partial(self._found, state.asked))
        else:
            self._actions.persons.directory(state.category, "", partial(self._listed, state.asked))

    def _found(self, question: int, result: Result[Sequence[Hit]]) -> None:
        if isinstance(result, Done):
            ids = tuple(dict.fromkeys(hit.delegate for hit in result.value))
            self._listed(question, Done(ids))
        else:
            self._listed(question, result)

    def _listed(self, question: int, result: Result[Sequence[DelegateId]]) -> None:
        if question != self._state.asked:
            return
        if isinstance(result, Done):
            self.panel.model.show(result.value)
            self._become(directory.listed(self._state, len(result.value)))
        else:
            self._become(directory.refused(self._state, trouble(result)))

    def _page_came(self, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            self.panel.model.take(result.value)

    def _choose(self, delegate: DelegateId) -> None:
        model = self.panel.model
        card = model.card_at(place) if (place := model.place_of(delegate)) >= 0 else None
        self._become(directory.chosen(self._state, delegate, card))
        self._ask_card()

    def _step(self, step: int) -> None:
        model = self.panel.model
        former = model.place_of(self._state.chosen)
        place = former + step if former >= 0 else 0
        who = model.id_at(model.index(place)) if 0 <= place < model.rowCount() else None
        if who:
            self._choose(who)

    def _ask_card(self) -> None:
        if self._state.chosen:
            self._actions.persons.card(self._state.chosen, partial(self._card_came, self._state.chosen))

    def _card_came(self, who: DelegateId, result: Result[DelegateCard | None]) -> None:
        if isinstance(result, Done):
            card = result.value
            self._become(directory.card_fetched(self._state, card) if card else directory.removed(self._state, who))

    def _go(self, screen: str) -> None:
        if self._state.chosen:
            self.asked_for.emit(Destination(screen, self._state.chosen))

    def _become(self, state: PeopleState) -> None:
        self._state = state
        self._render()

    def _render(self) -> None:
        self.panel.render_state(self._state)

    # ---- lists

    def _choose_list(self) -> None:
        self._ask_file(self.open_list)

    def open_list(self, file: Path) -> None:
        """Show what a list would change; nothing is written."""
        self.pages.setCurrentWidget(self.importing.panel)
        self.importing.open(file)

    def _show_taken(self) -> None:
        self.pages.setCurrentWidget(self.taken.panel)
        self.taken.ask()

    def _show_outgoing(self) -> None:
        self.pages.setCurrentWidget(self.outgoing.panel)
        self.outgoing.open()

    def _show_directory(self) -> None:
        self.pages.setCurrentWidget(self.panel)
        self._ask()
        self._ask_card()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        importing = self.pages.currentWidget() is self.importing.panel
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if importing and enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.importing.panel.take.press_by(event)
        elif importing:
            if not self.importing.press(event):
                super().keyPressEvent(event)
        elif page := self._page_with_keys():
            if not page.press(event):
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F3:
            self._go("record")
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _page_with_keys(self) -> TakenPage | OutgoingPage | None:
        pages = (self.taken, self.outgoing)
        return next((each for each in pages if each.panel is self.pages.currentWidget()), None)
