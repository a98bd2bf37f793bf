"""A hub on the loopback, and laptops that join it: real sockets, real stores, one process."""

from dataclasses import dataclass
from pathlib import Path

from checkin_app.bootstrap import meeting
from checkin_app.bootstrap import station as stations
from checkin_app.cli.parts import Joined, JoinWish
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.enrolment import Role
from checkin_app.domain.ids import CategoryId, DelegateId, Instant
from checkin_app.services.opened import OpenedStation
from checkin_app.sync.hosting import HostedHub
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.network import Network
from checkin_app.sync.visit import Around
from db.log.stamps import now


@dataclass
class Ahead:
    """A clock that is wrong by as much as a test says."""

    by: int = 0

    def __call__(self) -> Instant:
        return Instant(now() + self.by)


@dataclass
class Laptop:
    """One opened station and short ways to act on it."""

    folder: Path
    whole: stations.Opened
    clock: Ahead

    @property
    def station(self) -> OpenedStation:
        return self.whole.station

    @property
    def id(self) -> str:
        return self.station.station.id

    def register(self, name: str) -> Delegate:
        return self.station.people.register(Delegate(DelegateId(""), name, category=CategoryId("delegate"))).delegate

    def names(self) -> set[str]:
        queries = self.station.queries
        return {card.delegate.name for card in queries.cards(queries.delegate_ids())}

    def around(self, **more: object) -> Around:
        return Around(self.folder, self.station, self.whole.store.newest, **more)

    def network(self, **more: object) -> Network:
        def report(error: BaseException) -> None:
            raise error

        return Network(self.around(**more), report)

    def heads(self) -> dict[str, int]:
        return dict(self.station.merging.vector())


@dataclass
class Venue:
    """Laptops and their hub."""

    folder: Path
    hub_laptop: Laptop
    hub: HostedHub
    laptops: list[Laptop]
    words: list[str]

    def open(self, folder: Path) -> Laptop:
        clock = Ahead()
        laptop = Laptop(folder, stations.opened(folder, clock), clock)
        self.laptops.append(laptop)
        return laptop

    def asked(self, name: str, code: str = "", **more: object) -> Joined:
        wish = JoinWish(code or self.hub.invite().invitation.text(), name, **more)
        return meeting.join(self.folder / name, wish)

    def joined(self, name: str, role: Role = Role.DESK) -> Laptop:
        """Return a laptop that was let in, and has met the hub once."""
        self.asked(name)
        self.admit(name, role)
        laptop = self.open(self.folder / name)
        laptop.network().meet_once()
        return laptop

    def admit(self, name: str, role: Role = Role.DESK) -> None:
        enrolling = self.hub_laptop.station.enrolling
        asking = next(each for each in self.hub_laptop.station.queries.enrolments() if each.name == name)
        enrolling.admit(asking.station, name, role)

    def client(self, laptop: Laptop | None, pin: bytes | None = None) -> HubClient:
        signer = laptop.station.signer if laptop else None
        clock = laptop.clock if laptop else now
        return HubClient(self.hub.address, self.hub.pin if pin is None else pin, signer, clock)
