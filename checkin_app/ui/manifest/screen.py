"""The bus screen at work: asks for buses and manifests, moves a bus on, writes its papers."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.ids import BusCode, CheckpointId, bus_of
from checkin_app.domain.ride_states import RideVerb
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.buses import BusCount, Filter, Manifest
from checkin_app.services.ports.missing import MissingList
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.rides import RideTold
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.file_dialogs import documents
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.kit.settling import SETTLE_MS
from checkin_app.ui.kit.timers import single_shot
from checkin_app.ui.manifest import ride_words, saying
from checkin_app.ui.manifest import state as buses
from checkin_app.ui.manifest.panel import ManifestPanel
from checkin_app.ui.manifest.state import ManifestState
from checkin_app.ui.manifest.words import ManifestWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import Sentence, said_anew, sentence
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock

#: How often “minutes ago” is said anew.
_AGO_MS = 30_000
_TOUCHES = frozenset({Changed.RIDES, Changed.BUSES, Changed.PRESENCES, Changed.DELEGATES})


class ManifestScreen(StripScreen):
    """Who is aboard each bus, and who is missing right now."""

    def __init__(
        self,
        actions: Actions,
        context: StationContext,
        *,
        now: Now = wall_clock,
        folder: Callable[[], Path] = documents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._context, self._now, self._folder = actions, context, now, folder
        telling = context.telling()
        self._words = ManifestWords(telling)
        self._state = ManifestState()
        self.panel = ManifestPanel(self._words)
        self._connect()
        self.hold(self.panel, telling, str)
        self._ago = QTimer(self)
        self._ago.timeout.connect(self._render)
        # A double click is one move, though the button offers the next one by then.
        self._moved_lately = single_shot(self, self._render, SETTLE_MS)

    def _connect(self) -> None:
        panel = self.panel
        panel.bus_chosen.connect(lambda bus: self._open(buses.opened(self._state, bus)))
        panel.filtered.connect(lambda wanted: self._become(buses.filtered(self._state, wanted)))
        panel.person_asked.connect(lambda who: self.asked_for.emit(Destination("people", who)))
        panel.moved.connect(self._move)
        panel.opened_again.connect(self._open_again)
        panel.count_asked.connect(lambda: self.asked_for.emit(Destination("head_count", self._state.bus or "")))
        panel.saved.connect(self._save)
        panel.message_asked.connect(self._copy)
        panel.cards_asked.connect(self._save_cards)
        panel.person_chosen.connect(lambda who: self._become(buses.person_chosen(self._state, who)))
        panel.reseated.connect(self._reseat)
        panel.stepped.connect(self._step)
        panel.swap_asked.connect(lambda: self.asked_for.emit(Destination("swap", self._state.bus or "")))
        panel.day_asked.connect(lambda: self.asked_for.emit(Destination("bus_day", self._state.bus or "")))
        panel.emergency_asked.connect(lambda: self.asked_for.emit(Destination("emergency", self._state.bus or "")))
        panel.fleet_asked.connect(lambda: self.asked_for.emit(Destination("fleet", self._state.bus or "")))

    # ---- what the window tells

    def draw(self) -> None:
        self._state = said_anew(self._state)
        self._render()

    def help_text(self) -> str:
        return self.tr(
            "Left and right choose a bus, up and down a person, Enter opens them. Who is aboard another bus is safe. "
            "Read the sentences aloud in the languages of the missing. “Count and leave” leads to the head count, by which the bus "
            "is released. The menus move the person chosen to another bus of the route and say what becomes of their ride, and take "
            "it back; “Plan the buses” adds, changes and fills buses. Papers are saved in the documents folder."
        )

    def shown(self) -> None:
        super().shown()
        self._ago.start(_AGO_MS)
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes & _TOUCHES:
            self._fetch()

    def at_checkpoint(self, checkpoint: CheckpointId | None) -> None:
        """Open the bus at whose door this laptop now stands."""
        if bus := bus_of(checkpoint) if checkpoint else None:
            self.opened_for(bus)

    def opened_for(self, subject: str) -> None:
        """Open on a bus by its code; where ``standby`` follows it, on who waits for its seats."""
        code, _, part = subject.partition(" ")
        standby = part == Filter.STANDBY.value
        self._open((buses.standby_opened if standby else buses.opened)(self._state, BusCode(code)))

    # ---- asking

    def _fetch(self) -> None:
        self._actions.buses.buses(self._counted)

    def _counted(self, result: Result[Sequence[BusCount]]) -> None:
        if isinstance(result, Done):
            self._open(buses.counted(self._state, result.value))
        else:
            self._become(buses.told(self._state, trouble(result), wrong=True))

    def _open(self, state: ManifestState) -> None:
        self._become(state)
        if state.bus and self.isVisible():
            self._actions.buses.manifest(state.bus, self._listed)

    def _listed(self, result: Result[Manifest]) -> None:
        if not isinstance(result, Done):
            self._become(buses.told(self._state, trouble(result), wrong=True))
            return
        self._become(buses.listed(self._state, result.value))
        if unsought := self._state.unsought():
            self._actions.persons.cards(unsought, self._sought)

    def _sought(self, result: Result[Sequence[DelegateCard]]) -> None:
        if isinstance(result, Done):
            self._become(buses.sought(self._state, result.value))

    # ---- doing

    def _move(self, to: BusState) -> None:
        if self._state.bus and not self._state.busy and not self._moved_lately.isActive():
            self._moved_lately.start()
            self._become(buses.begun(self._state))
            self._actions.buses.move_to(self._state.bus, to, self._moved)

    def _open_again(self, meant: Meant) -> None:
        if self._state.bus and not self._state.busy:
            self._become(buses.begun(self._state))
            self._actions.buses.open_again(meant, self._state.bus, self._moved)

    def _moved(self, result: Result[Recorded]) -> None:
        self._become(buses.told(self._state, trouble(result), wrong=not isinstance(result, Done)))
        self._fetch()

    def _reseat(self, code: str) -> None:
        line = self._state.person
        if line is not None and not self._state.busy:
            bus = BusCode(code) if code else None
            self._become(buses.begun(self._state))
            if bus and (moving := saying.transfer(line, bus)):
                self._actions.buses.ride(moving, self._ridden)
                return
            self._actions.buses.assign(line.delegate.id, bus, partial(self._reseated, line.delegate.called, bus))

    def _reseated(self, name: str, bus: BusCode | None, result: Result[Recorded]) -> None:
        said = sentence(self._words.reseated, name, bus) if isinstance(result, Done) else trouble(result)
        self._become(buses.told(self._state, said, wrong=not isinstance(result, Done)))
        self._fetch()

    def _step(self, place: int, text: str) -> None:
        """Ask what comes next, or say it."""
        line, offered = self._state.person, buses.steps(self._state)
        if line is None or self._state.busy or not 0 <= place < len(offered):
            return
        step = offered[place]
        if step.leads_on:
            self._become(buses.asked_on(self._state, step))
            return
        self._become(buses.begun(self._state))
        if step.verb is RideVerb.UNDO:
            self._actions.buses.unride(line.delegate.id, self._ridden)
        else:
            self._actions.buses.ride(saying.wish(line, step, text), self._ridden)

    def _ridden(self, result: Result[RideTold]) -> None:
        if isinstance(result, Done):
            told, now = result.value, result.value.now
            said = sentence(ride_words.told, now.delegate.called, now.state)
            if told.taken_back:
                said = sentence(ride_words.taken_back, told.taken_back, now)
            self._become(buses.told(self._state, said))
        else:
            self._become(buses.told(self._state, trouble(result), wrong=True))
        self._fetch()

    def _save(self, ending: str) -> None:
        bus = self._state.bus
        if bus:
            self._become(buses.told(self._state, Sentence(lambda: self.tr("Writing…"))))
            self._actions.buses.save_manifest(bus, self._path(bus, ending), partial(self._saved, bus))

    def _copy(self) -> None:
        if self._state.bus:
            self._actions.overseeing.missing(self._state.bus, self._copied)

    def _copied(self, result: Result[MissingList]) -> None:
        if isinstance(result, Done):
            QGuiApplication.clipboard().setText(self._words.message(result.value, self._now()))
            self._become(buses.told(self._state, sentence(self._words.copied, len(result.value.sought))))
        else:
            self._become(buses.told(self._state, trouble(result), wrong=True))

    def _save_cards(self) -> None:
        bus = self._state.bus
        if bus:
            self._become(buses.told(self._state, Sentence(lambda: self.tr("Writing…"))))
            name = self.tr("Bus {bus} missing {time}").format(bus=bus, time=self._stamp())
            path = self._folder() / f"{name}.pdf"
            self._actions.overseeing.save_cards(bus, path, partial(self._saved, bus))

    def _stamp(self) -> str:
        return self._context.forum.local(self._now()).strftime("%Y-%m-%d %H%M%S")

    def _path(self, bus: BusCode, ending: str) -> Path:
        name = self.tr("Bus {bus} {time}").format(bus=bus, time=self._stamp())
        return self._folder() / f"{name}.{ending}"

    def _saved(self, bus: BusCode, result: Result[Path]) -> None:
        if bus != self._state.bus:
            return
        if isinstance(result, Done):
            file = bidi.code(str(result.value))
            said = Sentence(lambda: self.tr("Saved: {file}").format(file=file))
            self._become(buses.told(self._state, said))
        else:
            self._become(buses.told(self._state, trouble(result), wrong=True))

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.panel.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = forward if event.key() == Qt.Key.Key_Right else -forward
                self._open(buses.stepped(self._state, step))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.panel.open_chosen()
            case _:
                super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ago.stop()

    def _render(self) -> None:
        self.panel.render_state(self._state, self._now())

    def _become(self, state: ManifestState) -> None:
        if state != self._state:
            self._state = state
            self._render()
