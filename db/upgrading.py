"""A store that an earlier version wrote, in the form that this one reads: done once, when it is opened."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from checkin_app.domain.details import StoreFault
from checkin_app.domain.names.pinyin import PinyinTable
from checkin_app.domain.problems import DiskFull, StoreCorrupt, StoreNewer
from checkin_app.domain.problems_store import NoRoomToUpgrade
from checkin_app.services.ports.progress import ToldUpgrade, Upgrading
from db import checking, migrating
from db.engine import Link
from db.finding import Finder
from db.readers import reading, reading_aside
from db.renewal import Renewal
from db.writer import Writer

#: The copy, the log in which it is changed, and what it grows by are each about as large as the store.
_TIMES = 3
_MEGABYTE = 1_000_000


def bring_up_to_date(file: Path, key: bytes, pinyin: Callable[[], PinyinTable], upgrading: Upgrading) -> None:
    """Bring the store in `file` into today's form where it is in another.

    Raises:
        NoRoomToUpgrade: it needs more room than the disk has; nothing was changed.
        StoreNewer, StoreCorrupt, StoreBusy: nothing was changed.
    """
    with reading(file, key) as link:
        revision, current = migrating.revision_of(link), checking.is_current(link)
    if revision > migrating.HEAD:
        raise StoreNewer(folder=str(file.parent))
    if not revision:
        raise StoreCorrupt(folder=str(file.parent), detail=StoreFault.TABLES_MISSING)
    if revision == migrating.HEAD and current:
        return
    work = _derive_anew if revision == migrating.HEAD else _migrate
    with _enough_room(file):
        upgrading(partial(work, file, key, Finder(pinyin)))


def _migrate(file: Path, key: bytes, finder: Finder, told: ToldUpgrade) -> None:
    def finish(link: Link) -> None:
        checking.derive_anew(link, finder.index, told)

    migrating.bring_up_to_date(file, key, finish, told)


def _derive_anew(file: Path, key: bytes, finder: Finder, told: ToldUpgrade) -> None:
    """Make all that follows from the facts anew: other processes may be scanning."""
    writer = Writer(file, key)
    try:
        Renewal(lambda: reading_aside(file, key), writer.bare_piece, finder).anew(told)
    finally:
        writer.close()


@contextmanager
def _enough_room(file: Path) -> Iterator[None]:
    """Say how much room there must be where there certainly is too little, and where it ran out after all."""
    size = sum(each.stat().st_size for each in (file, file.with_name(f"{file.name}-wal")) if each.exists())
    if shutil.disk_usage(file.parent).free < size:
        raise _no_room(file, size)
    try:
        yield
    except DiskFull as full:
        raise _no_room(file, size) from full


def _no_room(file: Path, size: int) -> NoRoomToUpgrade:
    free = shutil.disk_usage(file.parent).free
    return NoRoomToUpgrade(needed=_TIMES * size // _MEGABYTE + 1, free=free // _MEGABYTE)
