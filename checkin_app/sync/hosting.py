"""One laptop as the hub: its certificate, its invitations and its server, kept going."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.details import HubFault
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.invitations import MOST_ADDRESSES, Address, Invitation, Shown
from checkin_app.domain.phones import PhoneCode
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import PortTaken
from checkin_app.domain.sync.status import OnlyHere, Seen
from checkin_app.runtime.paths import StationFolder
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.newest import NewestSource
from checkin_app.services.ports.transactions import Clock
from checkin_app.sync import served, statements
from checkin_app.sync.application import HubApplication
from checkin_app.sync.certificate import certificate_in
from checkin_app.sync.desk import HubDesk, Tells
from checkin_app.sync.doors import Doors
from checkin_app.sync.finding import Announced, own_addresses
from checkin_app.sync.phones.desk import PhoneDesk
from checkin_app.sync.phones.readings import Readings
from checkin_app.sync.phones.sign_ins import SignIns
from checkin_app.sync.phones.words import Say, in_english
from checkin_app.sync.reports import reporting_of
from checkin_app.sync.server import PORT, HubServer

#: By what the hub asks itself whether it is well.
_OWN_QUESTION = "/v1/health"
EVERYWHERE = Address("0.0.0.0", PORT)  # noqa: S104 - a hub is there for the laptops around it


@dataclass(frozen=True, slots=True)
class Host:
    """What a hub is made of."""

    folder: Path
    """The station's."""
    station: OpenedStation
    newest: NewestSource
    secret: bytes
    """Seals the certificate's key; not in the folder."""
    paired: Callable[[str], None] = lambda _words: None
    """Shows the words that people compare."""
    say: Say = in_english
    """Says the texts of the phones' page."""
    asked: Callable[[], None] = lambda: None
    """Shows that somebody asks to be let in."""


class HostedHub:
    """A hub that serves until it is closed."""

    def __init__(self, host: Host, listen: Address = EVERYWHERE, *, announce: bool = True) -> None:
        """Serve.

        Raises:
            PortTaken: another program has the port, or this laptop has no such address.
            StoreNotWritable: the folder takes no certificate, or not where the hub is.
        """
        self._host = host
        places = StationFolder(host.folder)
        self._certificate = certificate_in(places.hub_certificate, host.secret)
        self._doors = Doors(places.own_hub, host.station.clock)
        self._reporting = reporting_of(host.folder, host.station)
        self._desk = HubDesk(
            host.station, self._doors, self._reporting, self._certificate.pin, Tells(host.paired, host.asked)
        )
        self._sign_ins = sign_ins_of(host.folder, host.station.clock)
        self._phone_desk = PhoneDesk(
            Readings(host.station, host.newest.newest_arrival), host.station, self._sign_ins, host.say
        )
        self._server = self._started(listen)
        self.address = self._server.address
        try:
            served.remember(host.folder, self.address)
        except Problem:
            self._server.close()  # nobody would find it, and it would keep the port from the next try
            raise
        self._desk.reached_at = lambda: self.addresses
        statements.keep(places.own_hub, statements.written(self._desk.statement()))
        self._announced = Announced(host.station.forum.id, self.address, self._certificate.pin) if announce else None

    @property
    def pin(self) -> bytes:
        return self._certificate.pin

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return where others reach it, as the networks are now."""
        return own_addresses(self.address)

    @property
    def heard(self) -> Mapping[StationId, Instant]:
        """Return when each laptop asked last."""
        return dict(self._desk.heard)

    def seen(self) -> Mapping[StationId, Seen]:
        """Return how the others stand, by what they told; reads the store."""
        return self._reporting.seen(self.heard, self._host.station.clock())

    def only_here(self) -> OnlyHere:
        """Return how many entries of this laptop's own no other has confirmed; reads the store."""
        return self._reporting.only_here()

    @property
    def was_asked(self) -> bool:
        """Return whether anybody else came through."""
        return bool(self._desk.heard or self._desk.counts.answered.keys() - {_OWN_QUESTION})

    def invite(self) -> Shown:
        """Return an invitation for one laptop, good for ten minutes."""
        return _invitation(self._host, self._doors, self.pin, self.address)

    def phone_code(self, phones: int) -> PhoneCode:
        """Return a code that signs so many phones in, good for ten minutes."""
        return _phone_code(self._sign_ins, self.pin, self.address, phones)

    @property
    def phones(self) -> SignIns:
        """Return which phones are signed in."""
        return self._sign_ins

    def keep_going(self) -> bool:
        """Look whether the own port answers, and serve anew where it does not; return whether it did."""
        if self._server.answers():
            return True
        self._server.close()
        self._server = self._started(self.address)
        return False

    def close(self) -> None:
        if self._announced:
            self._announced.close()
        self._server.close()
        self._reporting.keep(at_once=True)
        statements.forget(StationFolder(self._host.folder).own_hub)
        served.forget(self._host.folder)

    def _started(self, listen: Address) -> HubServer:
        server = HubServer(HubApplication(self._desk, self._host.newest, self._phone_desk), self._certificate, listen)
        server.start()
        if not server.answers():
            server.close()
            raise PortTaken(address=str(listen), detail=HubFault.DEAF)
        return server


def invite_to(host: Host) -> Shown | None:
    """Return an invitation to the hub that another process serves in the same folder; None where none does."""
    places, address = StationFolder(host.folder), served.served_at(host.folder)
    if address is None:
        return None
    pin = certificate_in(places.hub_certificate, host.secret).pin
    return _invitation(host, Doors(places.own_hub, host.station.clock), pin, address)


def phone_code_of(host: Host, phones: int) -> PhoneCode | None:
    """Return a code for phones at the hub that another process serves in the same folder; None where none does."""
    address = served.served_at(host.folder)
    if address is None:
        return None
    pin = certificate_in(StationFolder(host.folder).hub_certificate, host.secret).pin
    return _phone_code(sign_ins_of(host.folder, host.station.clock), pin, address, phones)


def sign_ins_of(folder: Path, clock: Clock) -> SignIns:
    """Return which phones are signed in at the hub of the station in `folder`."""
    return SignIns(StationFolder(folder).own_hub, clock)


def _phone_code(sign_ins: SignIns, pin: bytes, address: Address, phones: int) -> PhoneCode:
    return PhoneCode(own_addresses(address), pin, sign_ins.invite(phones), phones)


def _invitation(host: Host, doors: Doors, pin: bytes, address: Address) -> Shown:
    opened = doors.open()
    addresses = own_addresses(address)[:MOST_ADDRESSES]
    return Shown(Invitation(addresses, pin, host.station.forum.id, opened.code), opened.short)
