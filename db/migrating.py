"""The store's form: made new, and brought from an earlier version to today's on a copy that is checked and swapped."""

import os
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import StoreBusy, StoreCorrupt, StoreNewer, StoreNotWritable
from db.engine import Link, connect, writer_engine
from db.trouble import foreseen

#: The revision that this version reads and writes.
HEAD = "0016"
SCRIPTS = Path(__file__).parent / "migrations"
_COPY = "migrating"


def revision_of(link: Link) -> str:
    """Return the revision a store is in; empty for one that was never finished."""
    if not link.script("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"):
        return ""
    rows = link.script("SELECT version_num FROM alembic_version")
    return str(rows[0][0]) if rows else ""


def upgrade(connection: sa.Connection, scripts: Path = SCRIPTS, to: str = "head") -> None:
    """Run every migration that is missing, in the transaction that `connection` is in."""
    from alembic import command  # noqa: PLC0415 - 80 ms that an opening which needs no step does not pay
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def bring_up_to_date(
    file: Path,
    key: bytes,
    finish: Callable[[Link], None],
    *,
    head: str = HEAD,
    scripts: Path = SCRIPTS,
) -> None:
    """Migrate the store in `file` to `head`; nothing is changed unless all of it succeeds.

    Args:
        file: the database.
        key: its 32 bytes.
        finish: rebuilds what is derived, inside the migration's transaction.
        head: the revision to reach.
        scripts: the folder of migrations.

    Raises:
        StoreNewer: a newer version of the application wrote it.
        StoreBusy: another process has it open.
        StoreCorrupt: the migrated copy does not pass SQLite's own check; the original stays.
    """
    copy = file.with_name(f"{file.name}.{_COPY}")
    inode = file.stat().st_ino
    lone = connect(file, key)
    try:
        with foreseen(file.parent):
            _be_alone(lone, file, inode)
            _remove(copy)
            target = connect(copy, key)
            try:
                lone.backup(target)
            finally:
                target.close()
            _migrate(copy, key, finish, head, scripts)
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


def _migrate(copy: Path, key: bytes, finish: Callable[[Link], None], head: str, scripts: Path) -> None:
    engine = writer_engine(copy, key)
    try:
        with engine.connect() as connection:
            link = Link(connection, copy.parent)
            if revision_of(link) > head:
                raise StoreNewer(folder=str(copy.parent))
            with connection.begin():
                upgrade(connection, scripts, head)
                finish(link)
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
