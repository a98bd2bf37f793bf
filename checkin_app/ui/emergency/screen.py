"""The emergency joined to the application: it is called, people are marked one by one, scans make known whom, and it is ended."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.codes import BadgeCode, parse
from checkin_app.domain.emergencies import How
from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.emergencies import EmergencyStanding
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui.emergency import state as emergencies
from checkin_app.ui.emergency.panel import EmergencyPanel
from checkin_app.ui.emergency.state import MARKS, Doing, EmergencyState
from checkin_app.ui.emergency.words import EmergencyWords
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.file_dialogs import documents
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import Sentence, said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock

_SHOWN = frozenset({Changed.BUSES, Changed.PRESENCES, Changed.DELEGATES})
_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), MARKS, strict=True))
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EmergencyScreen(StripScreen):
    """Everybody who was aboard or expected is looked for, one after the other."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        folder: Callable[[], Path] = documents,
        now: Now = wall_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._persons = actions.emergencies, actions.persons
        self._context, self._folder, self._now = context, folder, now
        telling = context.telling()
        self._words = EmergencyWords(telling)
        self._state = EmergencyState()
        self.panel = EmergencyPanel(self._words)
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        panel, side = self.panel, self.panel.side
        panel.left.connect(lambda: self.asked_for.emit(Destination("manifest", self._state.bus or "")))
        panel.saved.connect(self._save)
        panel.part_chosen.connect(lambda part: self._become(emergencies.part_chosen(self._state, part)))
        panel.typed.connect(lambda text: self._become(emergencies.name_typed(self._state, text)))
        panel.entered.connect(self._entered)
        panel.stepped.connect(self._step)
        panel.cleared.connect(self._clear)
        panel.row_chosen.connect(self._choose_row)
        side.mode_chosen.connect(lambda mode: self._become(emergencies.mode_chosen(self._state, mode)))
        side.note_typed.connect(lambda text: self._become(emergencies.note_typed(self._state, text)))
        side.reason_typed.connect(lambda text: self._become(emergencies.reason_typed(self._state, text)))
        side.asked.connect(self._mark)
        side.meant.connect(lambda pair: self._do(*pair))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "The button is held until it is full: the list of all who are aboard or expected is frozen, and nobody boards. Then "
            "everybody is marked: the arrow keys or a scan of their badge choose somebody, 1 says safe, 2 injured, 3 unknown. Who is "
            "unknown stands first. What two laptops say differently is shown with both, and the worst holds until somebody says it anew."
        )

    def shown(self) -> None:
        super().shown()
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _SHOWN:
            self._fetch()

    def opened_for(self, subject: str) -> None:
        self._become(emergencies.bus_opened(self._state, BusCode(subject)))
        if self.isVisible():
            self._fetch()

    def takes_scan(self, candidates: Sequence[str]) -> bool:
        """While an emergency is on a badge makes its holder known here, and lets nobody in or aboard."""
        if not self._state.is_on:
            return False
        code = next((found for each in candidates if isinstance(found := parse(each), BadgeCode)), None)
        self._ask_for(code.delegate if code else next((each for each in candidates if each.strip()), ""))
        return True

    # ---- asking

    def _fetch(self) -> None:
        if self._state.bus:
            self._actions.emergency(self._state.bus, self._looked_at)

    def _looked_at(self, result: Result[EmergencyStanding]) -> None:
        if isinstance(result, Done):
            self._become(emergencies.standing_fetched(self._state, result.value))
        else:
            self._become(emergencies.refused(self._state, trouble(result)))

    def _ask_for(self, name: str) -> None:
        self._persons.resolve(name, self._resolved)

    def _resolved(self, result: Result[DelegateId | None]) -> None:
        if not isinstance(result, Done):
            self._become(emergencies.refused(self._state, trouble(result)))
        elif result.value is None:
            self._become(emergencies.refused(self._state, sentence(self._words.nobody)))
        else:
            self._persons.card(result.value, self._found)

    def _found(self, result: Result[DelegateCard | None]) -> None:
        if isinstance(result, Done) and result.value:
            self._become(emergencies.somebody_found(self._state, result.value.delegate))
            self.setFocus()
        else:
            self._become(emergencies.refused(self._state, trouble(result) or sentence(self._words.nobody)))

    def _entered(self, text: str) -> None:
        """Choose whom the search found first; a number that is nobody's on the list may be another guest's."""
        who = emergencies.person_after(self._state, 0)
        if who:
            self._choose(who)
            self.setFocus()
        elif text.strip():
            self._ask_for(text)

    def _clear(self) -> None:
        self._become(emergencies.name_typed(self._state, ""))
        self.setFocus()

    # ---- choosing

    def _step(self, step: int) -> None:
        if who := emergencies.person_after(self._state, step):
            self._choose(who)

    def _choose_row(self, place: int) -> None:
        lines = self._state.lines
        if 0 <= place < len(lines):
            self._choose(lines[place].who)

    def _choose(self, who: str) -> None:
        self._become(emergencies.person_chosen(self._state, who))

    # ---- doing

    def _mark(self, doing: Doing) -> None:
        state = self._state
        if doing in state.offered and doing in MARKS and state.bus and state.chosen:
            name = self._words.called(state.person) if state.person else state.stranger.called if state.stranger else ""
            heard = partial(self._done, doing, name)
            self._become(emergencies.begun(state))
            self._actions.mark_person(state.bus, state.chosen, MARKS[doing], state.note, heard)

    def _do(self, doing: Doing, meant: Meant) -> None:
        state = self._state
        if doing not in state.offered or state.bus is None:
            return
        heard = partial(self._done, doing, "")
        self._become(emergencies.begun(state))
        if doing is Doing.CALL:
            self._actions.call_emergency(meant, state.bus, state.reason, heard)
        else:
            how = How.FALSE_ALARM if doing is Doing.FALSE_ALARM else How.OVER
            self._actions.end_emergency(meant, state.bus, how, state.reason, heard)

    def _done(self, doing: Doing, name: str, result: Result[EmergencyStanding]) -> None:
        if isinstance(result, Done):
            told = emergencies.told(self._state, sentence(self._words.done, doing, self._state, name))
            self._become(emergencies.standing_fetched(told, result.value))
        else:
            self._become(emergencies.refused(self._state, trouble(result)))
            self._fetch()

    def _save(self) -> None:
        bus = self._state.bus
        if bus and self._state.emergency:
            stamp = self._context.forum.local(self._now()).strftime("%Y-%m-%d %H%M%S")
            name = self.tr("Bus {bus} emergency {time}").format(bus=bus, time=stamp)
            self._actions.save_list(bus, self._folder() / f"{name}.pdf", self._saved)

    def _saved(self, result: Result[Path]) -> None:
        if isinstance(result, Done):
            file = bidi.code(str(result.value))
            said = Sentence(lambda: self.tr("Saved: {file}").format(file=file))
            self._become(emergencies.file_saved(self._state, said))
        else:
            self._become(emergencies.refused(self._state, trouble(result)))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _KEYS:
            # Who goes on holding a key marks nobody else.
            if not event.isAutoRepeat():
                self._mark(_KEYS[key])
        elif event.text().isalnum():
            self.panel.type_on(event)
        else:
            super().keyPressEvent(event)

    def _become(self, state: EmergencyState) -> None:
        self._state = state
        self.panel.render_state(state)
