"""The laptops at work: asks how they stand, again and again while somebody looks."""

from dataclasses import replace
from functools import partial
from typing import assert_never

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin_app.domain.changes import Changed, ChangeSet, Recorded
from checkin_app.domain.enrolment import Role
from checkin_app.domain.ids import StationId
from checkin_app.domain.phones import SignedIn
from checkin_app.domain.sync.hosting import OwnHub
from checkin_app.domain.sync.laptops import Laptops
from checkin_app.domain.whole_numbers import whole_number
from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.laptops import state as laptops
from checkin_app.ui.laptops.panel import LaptopsPanel
from checkin_app.ui.laptops.state import Doing, LaptopsState
from checkin_app.ui.laptops.words import LaptopsWords
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.shell.actions import Actions, Invited
from checkin_app.ui.shell.screen import Destination
from checkin_app.ui.strip_screen import StripScreen
from checkin_app.ui.wall_clock import Now, wall_clock
from checkin_app.ui.words import Telling

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
#: Ticks between two looks at how the laptops stand.
_LOOKS = 2
_LAST_PORT = 65535


class LaptopsScreen(StripScreen):
    """How this laptop and the others stand to one another."""

    def __init__(
        self, actions: Actions, telling: Telling, *, now: Now = wall_clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._now = actions, now
        self._words = LaptopsWords(telling)
        self._state = LaptopsState()
        self._wanted: StationId | None = None
        """The laptop that another screen opens this one for."""
        self._ticks, self._asked = 0, False
        self._clicked = QElapsedTimer()
        self.panel = LaptopsPanel(self._words)
        self._connect()
        self.hold(self.panel, telling)

    def _connect(self) -> None:
        self.panel.left.connect(lambda: self.asked_for.emit(Destination("settings")))
        self.panel.row_chosen.connect(self._choose)
        self.panel.meant.connect(lambda pair: self._do(*pair))
        card = self.panel.card
        card.name_typed.connect(lambda text: self._become(laptops.name_typed(self._state, str(text))))
        card.reason_typed.connect(lambda text: self._become(laptops.reason_typed(self._state, str(text))))
        card.role_chosen.connect(lambda role: self._become(laptops.role_chosen(self._state, role)))
        card.hub_switched.connect(lambda on: self._switch_hub(on=bool(on)))
        card.port_typed.connect(lambda text: self._move_hub(str(text)))
        self.panel.invite_asked.connect(self._invite)
        self.panel.phone_asked.connect(self._sign_in_phone)
        self.panel.invitation_closed.connect(lambda: self._become(laptops.invitation_closed(self._state)))

    # ---- what the window tells

    def draw(self) -> None:
        self._become(said_anew(self._state))

    def help_text(self) -> str:
        return self.tr(
            "Every laptop that takes part stands here: when it was heard last, what of it has come and what has not, and "
            "whether its clock is right. This one comes first. Up and Down look at another. A coordinator’s laptop lets others in, "
            "says what they are called and may do, and shuts out one that was stolen."
        )

    def opened_for(self, subject: str) -> None:
        self._wanted = StationId(subject)

    def shown(self) -> None:
        super().shown()
        self._become(laptops.screen_opened(self._state, self._wanted))
        self._wanted = None
        self._fetch()

    def stale(self, changes: ChangeSet) -> None:
        if self.isVisible() and Changed.STATIONS in changes:
            self._fetch()

    def ticked(self) -> None:
        self._ticks += 1
        if self._state.invited:
            self._become(laptops.time_passed(self._state, self._now()))
        if self._ticks % _LOOKS == 0 and not self._asked:
            self._fetch()

    # ---- asking

    def _fetch(self) -> None:
        self._asked = True
        self._actions.stations.known(self._listed)

    def _listed(self, result: Result[Laptops]) -> None:
        self._asked = False
        if isinstance(result, Done):
            port = self._actions.laptop.settings().hub_port
            self._become(laptops.listed(self._state, result.value, port))
        else:
            self._become(laptops.refused(self._state, trouble(result)))

    def _choose(self, place: object) -> None:
        self._become(laptops.laptop_chosen(self._state, int(str(place))))

    # ---- the hub

    def _switch_hub(self, *, on: bool) -> None:
        if not self._state.switching:
            self._become(laptops.hub_asked(self._state, self._actions.laptop.settings().hub_port))
            self._actions.stations.switch_hub(on, self._switched)

    def _move_hub(self, typed: str) -> None:
        """Try another port."""
        settings = self._actions.laptop.settings()
        port = whole_number(typed, _LAST_PORT)
        if not port or port == settings.hub_port:
            self._become(laptops.port_refused(self._state, "" if port else typed))
        else:
            self._actions.laptop.change_settings(replace(settings, hub_port=port))
            self._switch_hub(on=True)

    def _switched(self, result: Result[OwnHub]) -> None:
        if isinstance(result, Done):
            self._become(laptops.hub_switched(self._state, result.value))
        else:
            self._become(laptops.refused(self._state, trouble(result)))
        self._fetch()

    def _invite(self) -> None:
        if self._may_ask(phone=False):
            self._become(laptops.invitation_asked(self._state))
            self._actions.stations.invite(self._invited)

    def _may_ask(self, *, phone: bool) -> bool:
        """Return whether a click asks for a code: the second of a double click asks for none."""
        shown = self._state.invited if self._state.left_ms else None
        again = self._clicked.isValid() and self._clicked.elapsed() < QApplication.doubleClickInterval()
        self._clicked.start()
        if again and shown and (shown.phone is not None) == phone:
            return False
        return not self._state.busy and self._state.may_invite

    def _sign_in_phone(self) -> None:
        if self._may_ask(phone=True):
            self._become(laptops.invitation_asked(self._state))
            self._actions.stations.sign_in_phone(self._invited)

    def _invited(self, result: Result[Invited]) -> None:
        if isinstance(result, Done):
            self._become(laptops.invitation_received(self._state, result.value))
        else:
            self._become(laptops.refused(self._state, trouble(result)))

    # ---- doing

    def _do(self, doing: Doing, meant: Meant) -> None:
        if phone := self._state.phone:
            self._sign_out(phone, meant)
            return
        laptop, draft, stations = self._state.laptop, self._state.draft, self._actions.stations
        if laptop is None or self._state.busy or doing not in self._state.may:
            return
        station, name = laptop.enrolment.station, draft.name or ""
        heard = partial(self._done, doing, station, name or laptop.enrolment.name)
        self._become(laptops.begun(self._state))
        match doing:
            case Doing.ADMIT | Doing.AMEND:
                stations.admit(meant, station, name, draft.role or Role.DESK, heard)
            case Doing.REFUSE | Doing.REVOKE:
                stations.revoke(meant, station, draft.reason, heard)
            case Doing.LEAVE:
                stations.leave(meant, heard)
            case Doing.SIGN_OUT:
                pass  # of a phone, above
            case _:
                assert_never(doing)

    def _sign_out(self, phone: SignedIn, meant: Meant) -> None:
        if not self._state.busy:
            self._become(laptops.begun(self._state))
            self._actions.stations.sign_out_phone(meant, phone.number, partial(self._signed_out, phone))

    def _signed_out(self, phone: SignedIn, result: Result[None]) -> None:
        if isinstance(result, Done):
            self._become(laptops.signed_out(self._state, sentence(self._words.signed_out, phone)))
        else:
            self._become(laptops.refused(self._state, trouble(result)))
        self._fetch()

    def _done(self, doing: Doing, station: StationId, name: str, result: Result[Recorded]) -> None:
        if isinstance(result, Done):
            self._become(laptops.told(self._state, station, sentence(self._words.said, doing, name)))
        else:
            self._become(laptops.refused(self._state, trouble(result)))
        self._fetch()

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _STEPS.get(Qt.Key(event.key())):
            self._choose(self._state.place + step)
        else:
            super().keyPressEvent(event)

    def _become(self, state: LaptopsState) -> None:
        self._state = state
        self.panel.render_state(state)
