"""The hub within the window: begun and ended on a lane of its own, so that no screen waits for it, and kept going."""

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from checkin_app.bootstrap.hosted import Hosted
from checkin_app.domain.ids import Instant
from checkin_app.domain.invitations import HOLDS_MINUTES, Address, shown_short
from checkin_app.domain.phones import CODE_MINUTES, SignedIn
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import HubNotReached
from checkin_app.domain.sync.hosting import Hosting, OwnHub, from_elsewhere
from checkin_app.domain.sync.reports import as_hub
from checkin_app.domain.sync.status import HEARD_MS, SyncStatus
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.lanes import Lane, Result
from checkin_app.runtime.paths import StationFolder
from checkin_app.sync.phones.sign_ins import SignIns
from checkin_app.sync.served import served_at
from checkin_app.ui.shell.actions import ForPhone, Invited
from checkin_app.ui.shell.answering import Reply

if TYPE_CHECKING:
    from checkin_app.sync.hosting import HostedHub


class OwnHubKeeper:
    """Is the hub while the settings want it; asked from the screen's thread, and read from any."""

    def __init__(self, hosted: Hosted, settings: KeptSettings, lane: Lane) -> None:
        self._hosted, self._settings, self._lane = hosted, settings, lane
        self._hub: HostedHub | None = None
        self._gate = Lock()
        self._seen = OwnHub(Hosting.STARTING if settings.current.hub else Hosting.OFF)

    # ---- from the screen's thread

    def seen(self) -> OwnHub:
        """Return how it stands, as far as that is known; at once."""
        with self._gate:
            return self._seen

    def keep_going(self) -> None:
        """Begin where it is wanted and is not, look whether it is well where it is."""
        self._lane.submit(self._kept_going, _heard)

    def switch(self, on: bool, reply: Reply[OwnHub]) -> None:  # noqa: FBT001 - the verb's form
        """Be the hub from now on, or no more, also after the next start."""
        self._settings.change(replace(self._settings.current, hub=on))
        if on and not self._hub:
            self._see(hosting=Hosting.STARTING, problem=None)
        self._lane.submit(self._kept_going, reply)

    def invite(self, reply: Reply[Invited]) -> None:
        self._lane.submit(self._invited, reply)

    def sign_in_phone(self, reply: Reply[Invited]) -> None:
        self._lane.submit(self._phone_code, reply)

    def sign_out_phone(self, number: int, reply: Reply[None]) -> None:
        """Sign a phone out at the hub that meets here, whichever process it is."""
        self._lane.submit(lambda: self._sign_ins().sign_out(number), reply)

    def close(self, seconds: float) -> None:
        """End it, whatever the settings want; they want it again at the next start."""
        self._lane.submit(self._ended, _heard)
        self._lane.close(seconds)

    # ---- from any thread

    def stands(self, status: SyncStatus) -> SyncStatus:
        """Return how this laptop stands to the others, who meet here."""
        hub = self._hub
        if hub is None:
            return status
        heard, now = hub.heard, self._hosted.whole.station.clock()
        lately = sum(0 <= now - at <= HEARD_MS for at in heard.values())
        stands = as_hub(status, hub.seen(), hub.only_here())
        return replace(
            stands,
            heard=max(status.heard, lately),
            last_exchange=max((*heard.values(), *filter(None, [status.last_exchange])), default=None),
        )

    def phones(self) -> Sequence[SignedIn]:
        """Return the phones that are signed in at the hub that meets here; reads a file."""
        return self._sign_ins().phones() if self.seen().invites else ()

    def _sign_ins(self) -> SignIns:
        hub = self._hub
        return (
            hub.phones if hub else SignIns(StationFolder(self._hosted.folder).own_hub, self._hosted.whole.station.clock)
        )

    # ---- on the lane

    def _kept_going(self) -> OwnHub:
        wanted = self._settings.current.hub
        try:
            if wanted and self._hub:
                self._hub.keep_going()
                self._see(addresses=from_elsewhere(self._hub.addresses), was_asked=self._hub.was_asked)
            elif wanted:
                self._begin()
            else:
                self._ended()
        except Problem as problem:
            self._give_up()
            self._see(hosting=Hosting.TROUBLED, problem=problem)
        return self.seen()

    def _begin(self) -> None:
        served = served_at(self._hosted.folder)
        if served is not None:
            self._see(hosting=Hosting.ELSEWHERE, addresses=_shown(served), problem=None)
            return
        from checkin_app.bootstrap.meeting import hub_of  # with it comes all that a server needs

        self._hub = hub_of(self._hosted, self._settings.current.hub_port, self._paired)
        self._see(hosting=Hosting.ON, addresses=from_elsewhere(self._hub.addresses), problem=None, was_asked=False)

    def _ended(self) -> None:
        self._give_up()
        self._see(hosting=Hosting.OFF, addresses=(), problem=None, words="")

    def _give_up(self) -> None:
        hub, self._hub = self._hub, None
        if hub:
            hub.close()

    def _invited(self) -> Invited:
        from checkin_app.bootstrap.meeting import invitation_of
        from printing.qr import matrix

        self._see(words="")
        shown = self._hub.invite() if self._hub else invitation_of(self._hosted)
        if shown is None:
            raise HubNotReached(addresses=", ".join(map(str, self.seen().addresses)))
        until = Instant(self._hosted.whole.station.clock() + HOLDS_MINUTES * 60_000)
        return Invited(matrix(shown.invitation.text()), shown_short(shown.short), until)

    def _phone_code(self) -> Invited:
        from checkin_app.bootstrap.meeting import phone_code_for
        from printing.qr import matrix

        shown = self._hub.phone_code(1) if self._hub else phone_code_for(self._hosted)
        if shown is None:
            raise HubNotReached(addresses=", ".join(map(str, self.seen().addresses)))
        until = Instant(self._hosted.whole.station.clock() + CODE_MINUTES * 60_000)
        phone = ForPhone(shown.pages[0], shown.fingerprint_parts)
        return Invited(matrix(shown.link), shown_short(shown.code), until, phone)

    def _paired(self, words: str) -> None:
        self._see(words=words)

    def _see(self, **changes: object) -> None:
        with self._gate:
            self._seen = replace(self._seen, **changes)  # type: ignore[arg-type]  # fields of it, each of its kind


def _shown(address: Address) -> tuple[Address, ...]:
    from checkin_app.sync.finding import own_addresses

    return from_elsewhere(own_addresses(address))


def _heard(_result: Result[object]) -> None:
    """What came of it is seen by whoever looks."""
