"""The people screen at work: everybody who is expected, one person at the side, and lists on their way in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.people import DelegateCard, Hit
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme, words
from checkin_app.ui.kit.held import HoldingKey
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.people.directory import DirectoryHandlers, DirectoryPanel, DirectoryView
from checkin_app.ui.people.importing import Import
from checkin_app.ui.people.taken_lists import TakenLists
from checkin_app.ui.people.wording import PersonWording
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination, Screen

AskFile = Callable[[Callable[[Path], None]], None]
"""Asks which list; calls back with the answer, or not at all."""
_TOUCHES = frozenset({Changed.DELEGATES, Changed.BADGES, Changed.RIDES})


def ask_by_dialog(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Open a dialog that leaves the window usable and return at once; `then` gets the file if one is chosen."""
    dialog = QFileDialog(parent, QCoreApplication.translate("PeopleScreen", "Choose a delegate list"))
    lists = QCoreApplication.translate("PeopleScreen", "Lists")
    every = QCoreApplication.translate("PeopleScreen", "All files")
    dialog.setNameFilters([f"{lists} (*.xlsx *.xls *.csv *.tsv *.txt)", f"{every} (*)"])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.show()


def documents() -> Path:
    """Return the folder in which people look for papers."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class PeopleScreen(Screen):
    """The directory, and the preview of a list in its place."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        ask_file: AskFile | None = None,
        folder: Callable[[], Path] = documents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context = actions, context
        self._ask_file = ask_file or partial(ask_by_dialog, self)
        self._wording = PersonWording(context.forum)
        self._query, self._category = "", ""
        self._asked = 0
        self._chosen: DelegateId | None = None
        self._card: DelegateCard | None = None
        self._view = DirectoryView()
        self._known = False
        self.directory = DirectoryPanel(
            DirectoryHandlers(
                typed=self._typed,
                category=self._category_chosen,
                chose=self._choose,
                stepped=self._step,
                leave=self.left.emit,
                choose_list=self._choose_list,
                lists_taken=self._show_taken,
                badge=lambda: self._go("badges"),
                find=lambda: self._go("find"),
                fetch=lambda ids: actions.persons.cards(ids, self._page_came),
            )
        )
        self.importing = Import(actions.lists, context.forum, folder, self._choose_list, self._show_directory)
        self.taken = TakenLists(actions.lists, context.forum, self._show_directory)
        HoldingKey(self, self.importing.panel.take, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        self.strip = VerdictStrip()
        self.strip.hide()
        self._strip = ScanStrip(self.strip, context.telling())
        self.pages = QStackedWidget()
        for page in (self.directory, self.importing.panel, self.taken.panel):
            self.pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.pages, 1)

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate(self.tr("Nothing here was lost."))
        spoken = words.spoken()
        self.directory.retranslate([(each.id, each.name.in_(spoken)) for each in self._context.forum.categories])
        self.importing.retranslate()
        self.taken.retranslate()
        self._render()

    def help_text(self) -> str:
        return self.tr(
            "Find anybody who is expected; arrows choose. “Choose a list” shows what a delegate list would change: "
            "look at the rows named there, correct what its columns hold, and hold Ctrl Enter to take it in. Nothing "
            "is written before that, and nobody is ever removed by a list. “Past lists” takes a whole list back, until "
            "one of its people is checked in. Scans count all the while."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        margin = theme.margin(layout)
        self._column.setSpacing(theme.gap(layout))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.directory.set_layout(layout)
        self.importing.panel.set_layout(layout)
        self.taken.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self.strip.hide()
        self._ask()

    def stale(self, changes: ChangeSet) -> None:
        if self.directory.isVisible() and changes & _TOUCHES:
            self._ask()
            self._ask_card()
        if self.taken.panel.isVisible() and Changed.OPERATIONS in changes:
            self.taken.ask()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self.strip.show()
        self._strip.scanned(result)

    def opened_for(self, subject: str) -> None:
        """Open on one person by id."""
        self._show_directory()
        self._query, self._category = "", ""
        self.directory.field.set_text("")
        self._choose(DelegateId(subject))

    # ---- the directory

    def _typed(self, query: str) -> None:
        self._query = query
        self._ask()

    def _category_chosen(self, category: str) -> None:
        self._category = category
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        if self._query.strip():
            self._actions.persons.find(self._query, partial(self._found, self._asked))
        else:
            self._actions.persons.directory(self._category, "", partial(self._listed, self._asked))

    def _found(self, question: int, result: Result[Sequence[Hit]]) -> None:
        if isinstance(result, Done):
            ids = tuple(dict.fromkeys(hit.delegate for hit in result.value))
            self._listed(question, Done(ids))
        else:
            self._listed(question, result)

    def _listed(self, question: int, result: Result[Sequence[DelegateId]]) -> None:
        if question != self._asked:
            return
        if not isinstance(result, Done):
            self._show(DirectoryView(trouble=trouble(result), person=self._view.person))
            return
        self._known = True
        self.directory.model.show(result.value)
        self._render()

    def _page_came(self, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            self.directory.model.take(result.value)

    def _choose(self, delegate: DelegateId) -> None:
        self._chosen = delegate
        self._card = self.directory.model.card_at(place) if (place := self._place_of(delegate)) >= 0 else None
        self._render()
        self._ask_card()

    def _place_of(self, delegate: DelegateId | None) -> int:
        return self.directory.model.place_of(delegate)

    def _step(self, step: int) -> None:
        model = self.directory.model
        place = self._place_of(self._chosen) + step if self._place_of(self._chosen) >= 0 else 0
        who = model.id_at(model.index(place)) if 0 <= place < model.rowCount() else None
        if who:
            self._choose(who)

    def _ask_card(self) -> None:
        if self._chosen:
            self._actions.persons.card(self._chosen, self._card_came)

    def _card_came(self, result: Result[DelegateCard | None]) -> None:
        card = result.value if isinstance(result, Done) else None
        if card is not None and card.delegate.id == self._chosen:
            self._card = card
            self._render()

    def _go(self, screen: str) -> None:
        if self._chosen:
            self.asked_for.emit(Destination(screen, self._chosen))

    def _render(self) -> None:
        model = self.directory.model
        asked = bool(self._query.strip())
        count = self.tr("%n found", "", model.rowCount()) if asked else self.tr("%n people", "", model.rowCount())
        message, line = "", ""
        if self._known and not model.rowCount():
            message = self.tr("Nobody fits") if asked or self._category else self.tr("No delegates yet")
            if not asked and not self._category:
                line = self.tr("A delegate list in XLSX or CSV brings them in.")
        person = self._wording.person(self._card) if self._card and self._card.delegate.id == self._chosen else None
        self._show(DirectoryView(count if self._known else "", message, line, person))

    def _show(self, view: DirectoryView) -> None:
        self._view = view
        self.directory.show_view(view, self._chosen)

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

    def _show_directory(self) -> None:
        self.pages.setCurrentWidget(self.directory)
        self._ask()
        self._ask_card()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        importing = self.pages.currentWidget() is self.importing.panel
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if importing and enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.importing.panel.take.press_by(event)
        elif self.pages.currentWidget() is self.taken.panel:
            if not self.taken.press(event):
                super().keyPressEvent(event)
        elif not importing and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
