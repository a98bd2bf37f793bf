"""The inbox at work: asks for what laptops know differently, and settles it by choices that are entries."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.contradictions import Conflict
from checkin_app.domain.ids import ContradictionId, DelegateId, FactId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.exchange import BroughtIn
from checkin_app.services.ports.conflicts import Contradictions
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import theme
from checkin_app.ui.inbox import state as inbox
from checkin_app.ui.inbox.panel import InboxPanel
from checkin_app.ui.inbox.state import Carrying, Heard, InboxState
from checkin_app.ui.inbox.words import InboxWords
from checkin_app.ui.kit.file_dialogs import Then, ask_file, ask_folder
from checkin_app.ui.kit.held import HoldingKey
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.scan_strip import ScanStrip
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.wall_clock import Now, wall_clock
from checkin_app.ui.words import Telling

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
AskPlace = Callable[[Carrying, Then], None]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class InboxScreen(Screen):
    """What two laptops know differently."""

    def __init__(
        self,
        actions: Actions,
        telling: Telling,
        *,
        place: AskPlace | None = None,
        now: Now = wall_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._ask_place, self._now = place or self._ask, now
        self._words = InboxWords(telling)
        self._state = InboxState()
        self.panel = InboxPanel(self._words)
        self._strip = ScanStrip(self.panel.strip, telling)
        self._connect()
        HoldingKey(self, self.panel.settle, *_ENTER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def _connect(self) -> None:
        panel = self.panel
        panel.row_chosen.connect(self._choose_place)
        panel.picked.connect(lambda key: self._become(inbox.choice_picked(self._state, str(key))))
        panel.settle_asked.connect(self._settle)
        panel.settle_meant.connect(self._settle_for_good)
        panel.undo_asked.connect(lambda: self._undo(self._state.chosen))
        panel.carried.connect(lambda way: self._ask_place(way, partial(self._carry, way)))

    # ---- what the window tells

    def retranslate(self) -> None:
        self._strip.retranslate("")
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Here stands what laptops apart recorded that cannot all be true. Look at both claims, choose with a number "
            "key what is right, and settle it with Enter: that is a new entry, and nothing is deleted. Ctrl Z takes the "
            "last one back. Below the list entries go to other laptops and come from them on a stick, or with a laptop’s folder."
        )

    def set_layout(self, layout: theme.Layout) -> None:
        self.panel.set_layout(layout)
        self._strip.set_layout(layout)

    def shown(self) -> None:
        self.panel.strip.hide()
        self._become(inbox.screen_opened(self._state))
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes:
            self._fetch()

    def scanned(self, result: Result[ScanOutcome]) -> None:
        self._become(inbox.scan_answered(self._state))
        self._strip.scanned(result)
        self.panel.strip.show()

    def takes_undo(self) -> bool:
        """Take back what was settled here last, or what is looked at; nothing where that was done just now."""
        if self._state.taken_back:
            return True
        which = self._state.last or (self._state.chosen if self._state.may_undo else None)
        if which is None:
            return False
        self._undo(which)
        return True

    def opened_for(self, subject: str) -> None:
        """Open on a contradiction by its id."""
        self._look_at(inbox.conflict_chosen(self._state, ContradictionId(subject)))

    # ---- asking

    def _fetch(self) -> None:
        self._actions.inbox.contradictions(self._listed)

    def _listed(self, result: Result[Contradictions]) -> None:
        if isinstance(result, Done):
            self._look_at(inbox.listed(self._state, result.value))
        else:
            self._become(inbox.refused(self._state, trouble(result)))

    def _look_at(self, state: InboxState) -> None:
        """Show a state, and ask what each laptop had heard and who is meant."""
        self._become(state)
        conflict = state.conflict
        if conflict is None or not self.isVisible():
            return
        if conflict.id not in state.heard:
            self._actions.inbox.heard(conflict, partial(self._heard, conflict.id))
        if wanted := inbox.whom_to_name(state):
            self._actions.persons.cards(wanted, partial(self._found, wanted))

    def _heard(self, which: ContradictionId, result: Result[Heard]) -> None:
        if isinstance(result, Done):
            self._become(inbox.heard_told(self._state, which, result.value))

    def _found(self, wanted: Sequence[DelegateId], result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            self._become(inbox.people_found(self._state, result.value, wanted))

    # ---- doing

    def _settle(self) -> None:
        self._send(self._actions.inbox.decide)

    def _settle_for_good(self, meant: Meant) -> None:
        self._send(partial(self._actions.inbox.decide_for_good, meant))

    def _send(
        self, verb: Callable[[ContradictionId, str, Collection[FactId], Callable[[Result[Recorded]], None]], None]
    ) -> None:
        conflict, choice = self._state.conflict, self._state.choice
        if conflict is not None and choice is not None and not self._state.busy:
            self._become(inbox.begun(self._state))
            verb(conflict.id, choice.key, conflict.facts, partial(self._settled, conflict))

    def _settled(self, conflict: Conflict, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(inbox.settled(self._state, conflict.id, sentence(self._words.settled, conflict)))
        else:
            self._become(inbox.refused(self._state, trouble(result)))
        self._fetch()

    def _undo(self, which: ContradictionId | None) -> None:
        conflict = next((each for each in self._state.shown if each.id == which), None)
        if conflict is not None and not self._state.busy:
            self._become(inbox.begun(self._state))
            self._actions.inbox.reopen(conflict.id, partial(self._reopened, conflict))

    def _reopened(self, conflict: Conflict, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(inbox.reopened(self._state, conflict.id, sentence(self._words.reopened, conflict)))
        else:
            self._become(inbox.refused(self._state, trouble(result)))
        self._fetch()

    def _ask(self, way: Carrying, then: Then) -> None:
        title = self._words.carrying.choosing(way)
        if way is Carrying.TAKE:
            ask_file(self, title, ["*"], then)
        else:
            ask_folder(self, title, then)

    def _carry(self, way: Carrying, place: Path) -> None:
        """Do what was asked for with a folder or a file."""
        if self._state.busy:
            return
        self._become(inbox.begun(self._state, sentence(self._words.carrying.begun)))
        match way:
            case Carrying.FOLDER:
                self._actions.inbox.bring_in(place, self._brought)
            case Carrying.SAVE:
                # A name of its own each time: what another laptop still has to take is not written over.
                name = self._words.carrying.file_name(f"{self._now():x}")
                self._actions.inbox.save_bundle(place / name, self._saved)
            case Carrying.TAKE:
                self._actions.inbox.take_bundle(place, self._brought)

    def _saved(self, result: Result[BundleWritten]) -> None:
        if isinstance(result, Done):
            self._become(inbox.told(self._state, sentence(self._words.carrying.saved, result.value)))
        else:
            self._become(inbox.refused(self._state, trouble(result)))

    def _brought(self, result: Result[BroughtIn]) -> None:
        if isinstance(result, Done):
            brought = result.value
            wrong = bool(brought.damage or brought.taken.trouble or (brought.given and brought.given.trouble))
            self._become(inbox.told(self._state, sentence(self._words.carrying.brought, brought), wrong=wrong))
        else:
            self._become(inbox.refused(self._state, trouble(result)))
        self._fetch()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if step := _STEPS.get(key):
            self._choose_place(self._state.place + step)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.isAutoRepeat():
            self.panel.choices.pick(key - Qt.Key.Key_0)
        elif key in _ENTER and self._state.choice is not None:
            self._press(event)
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> None:
        """Settle by Enter: at once where it can be taken back, else by holding the key."""
        if self._state.choice and self._state.choice.lasts:
            self.panel.settle.press_by(event)
        elif not event.isAutoRepeat():
            self._settle()

    def _choose_place(self, place: int) -> None:
        rows = self._state.shown
        if 0 <= place < len(rows):
            self._look_at(inbox.conflict_chosen(self._state, rows[place].id))

    def _become(self, state: InboxState) -> None:
        self._state = state
        self.panel.render_state(state)
