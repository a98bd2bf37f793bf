"""One station's store in its folder: made, opened, written, read, checked, backed up."""

import os
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.chain import Head
from checkin_app.domain.details import StoreFault
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import LogId, Subject, forum_subject
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.stations import StationEnrolled
from checkin_app.domain.names.pinyin import PinyinTable
from checkin_app.domain.problems import (
    BackupMissing,
    DiskFull,
    StoreCorrupt,
    StoreExists,
    StoreNotWritable,
    WrongKey,
)
from checkin_app.runtime import keys as station_keys
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.merging import Merging
from checkin_app.services.ports.acting import WhoActs
from checkin_app.services.ports.progress import Progress, Stopped, Upgrading, unstopped, untold, upgrading_unsaid
from checkin_app.services.ports.stations import Station
from checkin_app.services.ports.transactions import Clock
from checkin_app.services.ports.upkeep import CheckReport, Holding, KeptBackup, Restored
from db import backup, checking, contents, migrating, restoring, upgrading
from db.anchor import Anchor
from db.aside import part_from, put_aside
from db.engine import Link
from db.fact_log import StoreLog, StoreNewest
from db.finding import Finder
from db.identity import DATABASE, IDENTITY, Identity, must_be_here
from db.log import kept_out
from db.log.own_log import OwnLog
from db.log.stamps import now
from db.losses import Losses
from db.operations import OperationLog, operating
from db.projections import stations
from db.projections.forums import Forums
from db.queries import Shared, StoreQueries
from db.readers import Growth, Reader, reading, reading_aside
from db.reading import Reads
from db.reading_ahead import ReadingAhead
from db.renewal import Renewal
from db.transaction import Transaction
from db.unit import Unit, UnitOpening, Workplace
from db.writer import Writer

__all__ = ["DATABASE", "IDENTITY", "Store", "StoreDependencies"]


@dataclass(frozen=True, slots=True)
class StoreDependencies:
    """What a store needs that lies outside it."""

    parse_forum: Callable[[bytes], Forum]
    pinyin: Callable[[], PinyinTable]
    clock: Clock = now
    upgrading: Upgrading = upgrading_unsaid
    """Has a store that an earlier version wrote brought up to date, and says so."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """What was found and taken when the store was opened."""

    anchor: Anchor
    writer: Writer
    station: Station
    losses: Losses


class Store:
    """An open store.  One unit of work at a time; queries by any thread meanwhile."""

    def __init__(self, keys: StationKeys, around: StoreDependencies, opening: _Opening) -> None:
        anchor, station, losses = opening.anchor, opening.station, opening.losses
        self.folder = anchor.file.parent
        self.keys, self.station = keys, station
        self._around = around
        self._anchor, self._losses = anchor, losses
        self._writer = opening.writer
        self.turns = self._writer.turns
        self._forums = Forums(around.parse_forum)
        self._finder = Finder(around.pinyin)
        self._log = OwnLog(keys.station, keys.sign)
        self.who = WhoActs()
        around_all = self._forums, self._log, around.clock, self._finder.index, self.turns
        self._workplace = Workplace(station, *around_all, self.who, losses.witness)
        shared = Shared(self._forums, self._finder, losses, around.clock, self._writer.others)
        self._queries = StoreQueries(Reader(anchor, keys.database_key), station, shared)
        self.log = StoreLog(self._queries.reading, self.piece, self.turns.let_scans_pass)
        self.newest = StoreNewest(self._queries.reading)
        self._ahead = ReadingAhead(self._writer)

    @classmethod
    def create(
        cls, folder: Path, forum_document: bytes, station_name: str, around: StoreDependencies, *, passphrase: str = ""
    ) -> "Store":
        """Start a station in `folder` and open it.

        Args:
            folder: made where it does not exist.
            forum_document: the bytes of the forum file; kept, and parsed again at every opening.
            station_name: what people call this laptop.
            around: what the store needs of the outside.
            passphrase: where given, the way back in when this computer's key store is lost.

        Raises:
            StoreExists, StoreLinked: there is one already.
            ForumFileInvalid: the document cannot be used; nothing was made.
            StorageProblem: the folder does not take it.
        """
        forum = around.parse_forum(forum_document)
        # Backups open with the key that the identity names: with both there, a store is to be brought back, not made.
        named = (folder / IDENTITY).exists() or (folder / backup.FOLDER / IDENTITY).exists()
        if (folder / DATABASE).exists() or (named and backup.newest(folder)):
            raise StoreExists(folder=str(folder))
        keys, store_id = StationKeys.generate(), secrets.token_hex(16)
        part = _make(folder, keys, around, (forum, forum_document), station_name)
        station_keys.save(store_id, keys)
        put_aside(folder, (folder / IDENTITY, folder / station_keys.RECOVERY_FILE))  # of a store that is not here
        if passphrase:
            station_keys.write_recovery(folder, keys, passphrase)
        Identity.of(store_id, keys).write(folder)
        _name(part)
        Losses.none_yet(folder, store_id, keys.database_key)
        return cls.open(folder, around)

    @classmethod
    def open(cls, folder: Path, around: StoreDependencies) -> "Store":
        """Open the station in `folder`: its form brought up to date, the last links of its newest log verified.

        Raises:
            StoreMissing, StoreLinked, KeyMissing, WrongKey, StoreCorrupt, StoreNewer, StoreNotWritable, ChainBroken.
        """
        identity = Identity.read(folder)
        keys = station_keys.load(identity.store_id, folder, identity.is_of)
        return cls._opened(folder, keys, identity, around)

    @classmethod
    def unlock(cls, folder: Path, passphrase: str, around: StoreDependencies) -> "Store":
        """Bring the keys back by the passphrase, then open.

        They are kept only once they are proven to be this store's, so that a good key is never written over; a store
        that is damaged besides can then be restored.

        Raises:
            KeyMissing, WrongPassphrase, RecoveryForeign: no key was changed.
            StorageProblem: what `open` raises.
        """
        keys = station_keys.recovered(folder, passphrase)
        identity = restoring.identity_of(folder, keys)
        station_keys.save(identity.store_id, keys)
        identity.mend(folder)
        return cls.open(folder, around)

    @classmethod
    def restore(cls, folder: Path, around: StoreDependencies, chosen: Path | None = None) -> Restored:
        """Put a backup in the place of the store in `folder`, and add what is newer in the store that was there.

        Args:
            folder: the station's; nobody may have it open.
            around: what the store needs of the outside.
            chosen: the backup; without it, the one written last.

        Raises:
            BackupMissing, BackupUnfit, StoreLocked, KeyMissing, WrongKey, StorageProblem: nothing was changed.
        """
        identity = Identity.found(folder, chosen)
        keys = station_keys.load(identity.store_id, folder, identity.is_of)
        if not identity.is_of(keys):
            raise WrongKey(folder=str(folder))
        source = chosen or backup.newest(folder)
        if source is None:
            raise BackupMissing(folder=str(folder))
        restoring.put_in_place(folder / DATABASE, source, keys.database_key, keys)
        identity.mend(folder)
        store = cls.open(folder, around)
        try:
            merging = Merging(store.log, keys)
            added, aside = restoring.take_what_is_newer(folder / DATABASE, keys.database_key, merging)
            others = tuple(each.name or each.id for each in store.queries().stations() if each.id != keys.station)
            return Restored(str(source), str(aside or ""), added, store.holding(), others)
        finally:
            store.close()

    @classmethod
    def _opened(cls, folder: Path, keys: StationKeys, identity: Identity, around: StoreDependencies) -> "Store":
        file = folder / DATABASE
        if not identity.is_of(keys):
            raise WrongKey(folder=str(folder))
        losses = Losses.found(file, identity.store_id, keys.database_key)
        try:
            upgrading.bring_up_to_date(file, keys.database_key, around.pinyin, around.upgrading)
            growth = Growth(file, keys.database_key)
            anchor = Anchor(file, growth.must_hold if os.name != "nt" else None)
            anchor.hold_database()
            station, heads = _inspect(file, keys)
            writer = Writer(file, keys.database_key, anchor)
            # A folder that cannot be written to is said now, not at the first scan; on a full disk all can be read.
            with suppress(DiskFull), writer.plain():
                pass
        except WrongKey as error:  # the key is the right one, so it is the file that is not
            raise StoreCorrupt(folder=str(folder), detail=StoreFault.NOT_A_DATABASE) from error
        losses.compare(heads)
        losses.catch_up(writer, heads)
        identity.mend(folder)
        return cls(keys, around, _Opening(anchor, writer, station, losses))

    def unit(self, *, first: bool = False, aside: bool = False) -> AbstractContextManager[Unit]:
        """Return one transaction: `first` where a guest waits for it, `aside` where others have the turn while it waits for the disk.

        Raises:
            StorageProblem: and nothing was recorded; one `aside` may have been.
        """
        return self._in(self._writer.transaction(keeping=True, first=first, aside=aside), aside=aside)

    def piece(self) -> AbstractContextManager[Unit]:
        """Return one of the many transactions of a long work, as `unit` does: scans go first, and it had better be short."""
        return self._in(self._writer.piece())

    def _in(self, opening: AbstractContextManager[tuple[Link, Transaction]], *, aside: bool = False) -> UnitOpening:
        return UnitOpening(opening, self._workplace, self._writer.put_through if aside else None)

    def queries(self) -> StoreQueries:
        return self._queries

    @contextmanager
    def reading(self) -> Iterator[Reads]:
        """Yield one state of the store to read at leisure: nobody waits for it."""
        with self._queries.reading() as link:
            yield Reads(link, self.station, self._forums)

    def new_operation(self) -> OperationLog:
        """Return the log of an operation that begins, going on from the latest stamp known."""
        with self.piece() as unit:
            begun = unit.latest, unit.acting()
        return OperationLog(OwnLog(self.keys.station, self.keys.sign), self._around.clock, begun, self._finder.ready())

    def operating(self) -> AbstractContextManager[None]:
        """Return what holds the one place for an operation on this folder, which dies with its process."""
        return operating(self.folder)

    def check(self, *, repair: bool = False, progress: Progress = untold, stopped: Stopped = unstopped) -> CheckReport:
        """Verify all chains and signatures, rebuild all projections aside and compare.

        Args:
            repair: fold anew what differs, and index all names anew.
            progress: is told how many facts were proven, and 0 of 0 while what follows from them is compared.
            stopped: asked all along, in the midst of a statement as well.

        Raises:
            ChainBroken, StoreCorrupt, ProjectionsDiffer: what does not hold; nothing was changed.
            WorkStopped: as asked; what a repair has mended by then is right, and the next goes on from there.
        """
        self._anchor.must_hold()
        renewal = Renewal(lambda: self._aside(stopped), self._writer.bare_piece, self._finder)
        with self._queries.forgetting():
            report = renewal.examined(self.keys, progress, repair=repair)
        self._anchor.must_hold()
        return report

    def _aside(self, stopped: Stopped) -> AbstractContextManager[Link]:
        return reading_aside(self.folder / DATABASE, self.keys.database_key, stopped)

    def set_aside(self, facts: Sequence[Fact]) -> None:
        """Keep facts of a laptop that was shut out, whole and never folded."""
        with self.piece() as unit:
            unit.set_aside(facts)
            unit.commit()

    def holding(self) -> Holding:
        """Return what was found missing at the opening and has not come back since."""
        return self._queries.holding()

    def accept_loss(self) -> int:
        """Say no more that anything is missing or was refused; return how many facts were given up."""
        with self._writer.transaction() as (link, transaction):
            given_up = self._losses.accept(link)
            kept_out.forget(link)
            link.commit(transaction)
        return given_up

    def backup(self) -> Path:
        """Write a backup beside the store, keep the newest twelve, and return the new one.

        Raises:
            StorageProblem: there is no new backup; the older ones stay.
        """
        self._anchor.must_hold()
        written = backup.back_up(self.folder / DATABASE, self.keys.database_key, self._around.clock())
        Identity.keep_copy(self.folder)
        return written

    def backups(self) -> Sequence[KeptBackup]:
        """Return the backups beside the store and what is in each, the one written last first."""
        return [contents.of(each, self.keys.database_key) for each in backup.listed(self.folder)]

    def read_ahead(self) -> bool:
        return self._ahead.step()

    def close(self) -> None:
        with suppress(StoreNotWritable):
            if self._anchor.was_written_over():
                part_from(self._anchor.file)  # SQLite would move its log into it, and ruin it
        self._queries.close()  # the writer last: only it checkpoints
        self._writer.close()
        self._losses.close()
        # What stands in this store's place would be read together with this store's log, and ruined.
        with suppress(StoreNotWritable):
            put_aside(self.folder, self._anchor.left_beside())


def _make(
    folder: Path, keys: StationKeys, around: StoreDependencies, forum: tuple[Forum, bytes], station_name: str
) -> Path:
    """Write a whole new store aside; it gets its name last, so that half a store is never opened."""
    part = folder / f"{DATABASE}.part"
    must_be_here(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreNotWritable(folder=str(folder)) from error
    writer = Writer(part, keys.database_key)
    workplace = Workplace(
        Station(keys.station, station_name, keys.public_key),
        Forums(around.parse_forum),
        OwnLog(keys.station, keys.sign),
        around.clock,
        Finder(around.pinyin).index,
        writer.turns,
        WhoActs(),
    )
    try:
        with writer.transaction() as (link, transaction):
            migrating.upgrade(link.connection)
            checking.create_index(link)
            unit = Unit(link, transaction, workplace)
            enrolment = StationEnrolled(name=station_name, public_key=keys.public_key.hex(), station=keys.station)
            unit.record(FactDraft(Subject(f"station:{keys.station}"), enrolment))
            adoption = ForumAdopted(document=unit.keep(forum[1]), after=())
            unit.record(FactDraft(forum_subject(forum[0].id), adoption))
            unit.commit()
        with writer.plain() as link:
            link.script("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        writer.close()
    return part


def _name(part: Path) -> None:
    try:
        part.replace(part.with_name(DATABASE))
    except OSError as error:
        raise StoreNotWritable(folder=str(part.parent)) from error


def _inspect(file: Path, keys: StationKeys) -> tuple[Station, Mapping[LogId, Head]]:
    with reading(file, keys.database_key) as link:
        heads = checking.check_newest_links(link, keys)
        station = stations.one(link, keys.station)
    if station is None:
        raise StoreCorrupt(folder=str(file.parent), detail=StoreFault.STATION_UNNAMED)
    return station, heads
