"""The store's form: made new, and brought from an earlier version to today's on a copy that is checked and swapped."""

import itertools
import os
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import StoreBusy, StoreCorrupt, StoreNewer, StoreNotWritable
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.services.ports.progress import ToldUpgrade, untold_upgrade
from db.engine import Link, connect, writer_engine
from db.trouble import foreseen

#: The revision that this version reads and writes.
HEAD = "0021"
SCRIPTS = Path(__file__).parent / "migrations"
_COPY = "migrating"
#: So many pages are copied between two words of how far it is.
_PAGES = 1000


def revision_of(link: Link) -> str:
    """Return the revision a store is in; empty for one that was never finished."""
    if not link.script("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"):
        return ""
    rows = link.script("SELECT version_num FROM alembic_version")
    return str(rows[0][0]) if rows else ""


def _unnoted() -> None:
    """Tell nobody of a step."""


def upgrade(
    connection: sa.Connection, scripts: Path = SCRIPTS, to: str = "head", applied: Callable[[], None] = _unnoted
) -> None:
    """Run every migration that is missing, in the transaction that `connection` is in; each that was is told `applied`."""
    from alembic import command  # noqa: PLC0415 - 80 ms that an opening which needs no step does not pay
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["applied"] = applied
    command.upgrade(config, to)


def bring_up_to_date(  # noqa: PLR0913 - tests reach another head by other steps
    file: Path,
    key: bytes,
    finish: Callable[[Link], None],
    told: ToldUpgrade = untold_upgrade,
    *,
    head: str = HEAD,
    scripts: Path = SCRIPTS,
) -> None:
    """Migrate the store in `file` to `head`; nothing is changed unless all of it succeeds.

    Whoever is killed in the midst of it leaves a copy that the next opening throws away, and begins anew.

    Args:
        file: the database.
        key: its 32 bytes.
        finish: rebuilds what is derived, inside the migration's transaction.
        told: is told how far it is.
        head: the revision to reach.
        scripts: the folder of migrations.

    Raises:
        StoreNewer: a newer version of the application wrote it.
        StoreBusy: another process has it open.
        DiskFull: there is no room for the copy.
        StoreCorrupt: the migrated copy does not pass SQLite's own check; the original stays.
    """
    copy = file.with_name(f"{file.name}.{_COPY}")
    inode = file.stat().st_ino
    lone = connect(file, key)
    try:
        with foreseen(file.parent):
            _be_alone(lone, file, inode)
            _remove(copy)
            with closing(connect(copy, key)) as target:
                lone.backup(target, pages=_PAGES, progress=partial(_copied, told))
            _migrate(copy, key, finish, told, (head, scripts))
        if os.name == "nt":
            lone.close()  # Windows replaces no open file: not ours, and not anybody else's either
        _swap(copy, file)
    finally:
        lone.close()
        _remove(copy)


def _be_alone(connection: object, file: Path, inode: int) -> None:
    """Hold the store so that nobody else can write to the file that is about to be replaced."""
    execute = connection.execute  # type: ignore[attr-defined]  # the driver carries no type hints
    if execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise StoreBusy
    execute("PRAGMA locking_mode = EXCLUSIVE")
    execute("BEGIN EXCLUSIVE")
    execute("COMMIT")  # the lock stays with the connection
    if file.stat().st_ino != inode:
        raise StoreBusy


def _steps(told: ToldUpgrade, whole: int) -> Callable[[], None]:
    """Return what is called after each step of the tables."""
    done = itertools.count(1)
    return lambda: told(UpgradeStep.TABLES, next(done), whole)


def _copied(told: ToldUpgrade, _status: int, left: int, whole: int) -> None:
    told(UpgradeStep.COPY, whole - left, whole)


def _migrate(
    copy: Path, key: bytes, finish: Callable[[Link], None], told: ToldUpgrade, target: tuple[str, Path]
) -> None:
    head, scripts = target
    engine = writer_engine(copy, key)
    try:
        with engine.connect() as connection:
            link = Link(connection, copy.parent)
            if revision_of(link) > head:
                raise StoreNewer(folder=str(copy.parent))
            with connection.begin():
                upgrade(connection, scripts, head, _steps(told, int(head) - int(revision_of(link) or 0)))
                finish(link)
            told(UpgradeStep.PROVE, 0, 0)
            faults = link.script("PRAGMA integrity_check")
            if faults != [("ok",)]:
                raise StoreCorrupt(folder=str(copy.parent), detail=StoreFault.PAGES_DAMAGED.of(said=str(faults[0][0])))
            link.script("PRAGMA wal_checkpoint(TRUNCATE)")
            link.script("PRAGMA journal_mode = DELETE")
    finally:
        engine.dispose()


def _swap(copy: Path, file: Path) -> None:
    try:
        with copy.open("r+b") as stream:
            os.fsync(stream.fileno())
        copy.replace(file)
    except OSError as error:
        raise StoreNotWritable(folder=str(file.parent)) from error


def _remove(copy: Path) -> None:
    for name in (copy, copy.with_name(f"{copy.name}-wal"), copy.with_name(f"{copy.name}-shm")):
        name.unlink(missing_ok=True)
