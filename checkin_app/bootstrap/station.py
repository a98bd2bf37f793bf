"""One station opened: the store and every service on it."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from checkin_app.bootstrap.solver import improved
from checkin_app.bootstrap.upgrading import said
from checkin_app.domain.bounds import Bounds, trusted_by
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode
from checkin_app.domain.names.pinyin import PinyinTable, load_table
from checkin_app.domain.problems import DiskFull, FieldInvalid, StoreBusy, StoreNotWritable
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.forum_writer import edited
from checkin_app.runtime import added_fonts
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.keys import SHORTEST_PASSPHRASE
from checkin_app.runtime.paths import RESOURCES
from checkin_app.runtime.pins import Argon2Pins, PinTries
from checkin_app.services.approving import Approving
from checkin_app.services.badges import Badges
from checkin_app.services.bus_days import BusDays
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.emergencies import Emergencies
from checkin_app.services.enrolling import Enrolling
from checkin_app.services.exchange import Giver
from checkin_app.services.fleet_import import FleetImport
from checkin_app.services.handing_over import HandingOver
from checkin_app.services.head_counts import HeadCounts
from checkin_app.services.importing import Importing
from checkin_app.services.issuing import Issuing
from checkin_app.services.merges import Merges
from checkin_app.services.merging import Merging
from checkin_app.services.naming import station_name
from checkin_app.services.opened import OpenedStation
from checkin_app.services.operations import Operations
from checkin_app.services.operator_import import OperatorImport
from checkin_app.services.operators import Operators, SigningIn
from checkin_app.services.overriding import Overriding
from checkin_app.services.people import People
from checkin_app.services.planning import Planning
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.ports.progress import Upgrading
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.services.ports.transactions import Clock
from checkin_app.services.ports.upkeep import BackupFile, Restored
from checkin_app.services.printing import Printing
from checkin_app.services.programme import Programme
from checkin_app.services.proving import Proving, ProvingAhead
from checkin_app.services.rides import Rides
from checkin_app.services.scanning import Scanning, no_printer
from checkin_app.services.settling import Settling
from checkin_app.services.swaps import Swaps
from checkin_app.services.walk_ins import WalkIns
from db import backup, restoring
from db.log.stamps import now
from db.store import DATABASE, Store, StoreDependencies


def store_dependencies(clock: Clock = now, upgrading: Upgrading = said) -> StoreDependencies:
    """Return what a store needs that lies outside it."""
    return StoreDependencies(
        parse_forum=_adopted_forum,
        pinyin=pinyin_table,
        clock=clock,
        upgrading=upgrading,
    )


@cache
def pinyin_table() -> PinyinTable:
    """Return the readings of Han characters, read once: that takes as long as a whole piece of a long write."""
    return load_table((RESOURCES / "pinyin" / "pinyin.txt").read_bytes())


def _adopted_forum(document: bytes) -> Forum:
    return _read_forum(document, "forum.toml")


@lru_cache(maxsize=4)
def _read_forum(document: bytes, name: str) -> Forum:
    return parse_forum(document, name)


@dataclass(frozen=True, slots=True)
class Opened:
    """A station and the store behind it, for those who must close it."""

    station: OpenedStation
    store: Store


#: How often PINs were wrong on this laptop; beside the store.
PIN_TRIES = "pin_tries.json"


def exists(folder: Path) -> bool:
    """Return whether there is a station in `folder`."""
    return (folder / DATABASE).exists()


def new_station(folder: Path, forum: str, name: str, passphrase: str, clock: Clock = now) -> None:
    """Start a station in `folder` with a forum file or the name of one that comes with the application.

    Raises:
        FieldInvalid, ForumFileMissing, ForumFileInvalid, StoreExists, StorageProblem: nothing was started.
    """
    _must_fit(passphrase)
    document = forum_bytes(forum)
    _read_forum(document, Path(forum).name)
    Store.create(folder, document, name.strip(), store_dependencies(clock), passphrase=passphrase).close()


def joining_station(folder: Path, document: bytes, name: str, passphrase: str, clock: Clock = now) -> None:
    """Start a station in `folder` with the forum's file as another station has it.

    Raises:
        FieldInvalid, ForumFileInvalid, StoreExists, StorageProblem: nothing was started.
    """
    _must_fit(passphrase)
    Store.create(folder, document, station_name(name), store_dependencies(clock), passphrase=passphrase).close()


def _must_fit(passphrase: str) -> None:
    if 0 < len(passphrase) < SHORTEST_PASSPHRASE:
        expected = Expected.PASSPHRASE.of(least=SHORTEST_PASSPHRASE)
        raise FieldInvalid(field=Entry.PASSPHRASE, value=Found.SHORT, expected=expected)


def unlock(folder: Path, passphrase: str) -> None:
    """Bring the keys of a station back to this computer."""
    Store.unlock(folder, passphrase, store_dependencies()).close()


def backups(folder: Path) -> Sequence[BackupFile]:
    """Return the backups of the station in `folder`, the one written last first."""
    return backup.listed(folder)


def open_damaged(folder: Path) -> AbstractContextManager[Giver]:
    """Return what others can still be given of a store that does not open."""
    return restoring.damaged(folder, _adopted_forum)


def restore(folder: Path, chosen: Path | None = None) -> Restored:
    """Put a backup in the place of the station's store; nobody may have it open.

    Args:
        folder: the station's.
        chosen: a file, or the name of one in the folder of backups; without it, the one written last.
    """
    with sole_instance(folder):
        return restore_held(folder, chosen)


def restore_held(folder: Path, chosen: Path | None = None) -> Restored:
    """Restore as `restore` does, where this process holds the folder already."""
    named = chosen if chosen is None or chosen.exists() else folder / backup.FOLDER / chosen.name
    return Store.restore(folder, store_dependencies(), named)


def opened(
    folder: Path, clock: Clock = now, badge_printer: Callable[[], str] = no_printer, upgrading: Upgrading = said
) -> Opened:
    """Open the station in `folder`; the caller closes `store`."""
    store = Store.open(folder, store_dependencies(clock, upgrading))
    operations = _operations(store)
    proving = Proving(store.keys)
    scanning, overriding = _at_the_door(store, clock, proving, badge_printer)
    forum, badges = store.queries().forum(), Badges(partial(store.unit, aside=True), store.keys)
    station = OpenedStation(
        in_force=ForumInForce(forum),
        station=store.station,
        clock=clock,
        signer=store.keys,
        queries=store.queries(),
        scanning=scanning,
        proving_ahead=ProvingAhead(proving, forum.id, store.queries()),
        badges=badges,
        handing_over=HandingOver(store.unit, proving),
        printing=Printing(store.queries(), badges, lambda: store.holding().doubtful, store.turns.let_scans_pass),
        people=People(store.unit),
        merges=Merges(store.unit),
        walk_ins=WalkIns(store.unit, scanning),
        dispatch=Dispatch(store.unit),
        bus_days=BusDays(store.unit),
        rides=Rides(store.unit, clock),
        overriding=overriding,
        head_counts=_head_counts(store, proving, lambda: station.buses(), lambda bus: station.bus_count(bus)),  # noqa: PLW0108 - the station is made of it
        swaps=_swaps(store, lambda bus: station.manifest(bus)),  # noqa: PLW0108 - as above
        emergencies=_emergencies(store, lambda bus: station.manifest(bus)),  # noqa: PLW0108 - as above
        importing=Importing(store.reading, operations),
        merging=_merging(store),
        planning=Planning(store.reading, store.piece, operations, time.monotonic, improved),
        fleet_import=FleetImport(store.reading, operations),
        issuing=Issuing(store.reading, store.unit, operations),
        settling=Settling(store.unit),
        programme=Programme(store.unit, edited, _adopted_forum),
        operations=operations,
        enrolling=Enrolling(store.unit),
        operators=Operators(store.unit),
        operator_import=_operator_import(store, forum),
        signing_in=_signing_in(store, folder / PIN_TRIES, proving, clock),
        upkeep=store,
    )
    return Opened(station, store)


def _at_the_door(
    store: Store, clock: Clock, proving: Proving, badge_printer: Callable[[], str]
) -> tuple[Scanning, Overriding]:
    """Return what decides on a guest who stands there, and so comes before all other work."""
    first = partial(store.unit, first=True)
    scanning = Scanning(first, clock, proving, badge_printer, lambda: store.holding().missing > 0)
    return scanning, Overriding(first, clock, Approving(proving))


def _merging(store: Store) -> Merging:
    return Merging(
        store.log,
        store.keys,
        bounds=lambda: _bounds(store),
        set_aside=store.set_aside,
        let_scans_pass=store.turns.let_scans_pass,
    )


def _operations(store: Store) -> Operations:
    """Return the long works, those that were cut off settled where the store can be written."""
    operations = Operations(store.reading, store.piece, store.new_operation, store.operating)
    with suppress(DiskFull, StoreBusy, StoreNotWritable):  # the next opening does it: all can be read until then
        operations.settle()
    return operations


def _head_counts(
    store: Store, proving: Proving, figures: Callable[[], Sequence[BusCount]], figure: Callable[[BusCode], BusCount]
) -> HeadCounts:
    return HeadCounts(store.unit, figures, figure, store.queries().counted, Approving(proving))


def _emergencies(store: Store, manifest: Callable[[BusCode], Manifest]) -> Emergencies:
    queries = store.queries()
    return Emergencies(store.unit, queries, manifest, queries.counted)


def _swaps(store: Store, manifest: Callable[[BusCode], Manifest]) -> Swaps:
    queries = store.queries()
    return Swaps(store.unit, queries, manifest, queries.counted)


def _signing_in(store: Store, tries: Path, proving: Proving, clock: Clock) -> SigningIn:
    return SigningIn(store.unit, store.queries(), store.who, Argon2Pins(), PinTries(tries), proving, clock)


def _operator_import(store: Store, forum: Forum) -> OperatorImport:
    taking = OperatorImport(store.unit, store.queries())
    if forum.operators:
        with suppress(DiskFull, StoreBusy, StoreNotWritable):  # the next opening does it
            taking.start_with(forum.operators)
    return taking


def _bounds(store: Store) -> Bounds:
    queries = store.queries()
    known = queries.enrolments()
    desks = {each.station for each in known if each.role is Role.DESK}
    shut_out = any(each.standing is Standing.REVOKED for each in known)
    return Bounds(desks, queries.desks_since, trusted_by(queries.revocations()) if shut_out else {})


@contextmanager
def open_station(folder: Path, clock: Clock = now) -> Iterator[OpenedStation]:
    """Yield the opened station and close it in the end."""
    whole = opened(folder, clock)
    added_fonts.use(folder)
    try:
        yield whole.station
    finally:
        whole.store.close()
