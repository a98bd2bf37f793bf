"""Which key opens the store of a folder, said in a plain file that does not give it away."""

import hashlib
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problems import IdentityMissing, StoreCorrupt, StoreMissing, StoreNotWritable
from checkin_app.domain.problems_store import StoreLinked
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.keys import StationKeys
from checkin_app.runtime.whole_file import taking_place
from db import backup

DATABASE = "station.db"
IDENTITY = "station.toml"
_LONGEST = 64_000


def must_be_here(folder: Path) -> None:
    """Make sure that the database in `folder` is no link: SQLite would keep its log beside the file that it leads to,
    where this folder's lock, witness and backups know nothing of it, and another folder may lead to the same.

    Raises:
        StoreLinked: it is one, whether or not it leads anywhere.
    """
    if (folder / DATABASE).is_symlink():
        raise StoreLinked(folder=str(folder), file=DATABASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """The plain file that says which key opens the store, without giving it away."""

    store_id: str
    key_check: str

    @classmethod
    def of(cls, store_id: str, keys: StationKeys) -> "Identity":
        return cls(store_id, hashlib.sha256(b"key check\n" + keys.database_key).hexdigest()[:16])

    def is_of(self, keys: StationKeys) -> bool:
        """Return whether `keys` are those of this store."""
        return self == Identity.of(self.store_id, keys)

    @classmethod
    def read(cls, folder: Path) -> "Identity":
        must_be_here(folder)
        if not (folder / DATABASE).exists():
            if backup.newest(folder):
                raise StoreCorrupt(folder=str(folder), detail=StoreFault.DATABASE_GONE.of(file=DATABASE))
            raise StoreMissing(folder=str(folder))
        return cls.found(folder)

    @classmethod
    def said(cls, folder: Path) -> "Identity":
        """Return what the file says, whether or not there is a store to open.

        Raises:
            IdentityMissing: there is a store, or a backup of one, and no such file that can be read.
            StoreMissing: there is nothing.
        """
        try:
            return cls._in(folder)
        except FileNotFoundError as error:
            if (folder / DATABASE).exists() or backup.newest(folder):
                raise IdentityMissing(folder=str(folder)) from error
            raise StoreMissing(folder=str(folder)) from error
        except (FileTooLarge, ValueError, KeyError) as error:
            raise IdentityMissing(folder=str(folder)) from error
        except OSError as error:
            raise StoreNotWritable(folder=str(folder)) from error

    @classmethod
    def found(cls, folder: Path, chosen: Path | None = None) -> "Identity":
        """Return what the file says, or else the copy beside the backups.

        Args:
            folder: the station's.
            chosen: a backup that may lie elsewhere, with a copy beside it.

        Raises:
            IdentityMissing, StoreMissing, StoreNotWritable: neither can be read.
            StoreLinked: the database is a link.
        """
        must_be_here(folder)
        try:
            return cls.said(folder)
        except IdentityMissing:
            for each in (*((chosen.parent,) if chosen else ()), folder / backup.FOLDER):
                with suppress(OSError, ValueError, KeyError):
                    return cls._in(each)
            raise

    @classmethod
    def _in(cls, folder: Path) -> "Identity":
        content = tomllib.loads(read_bounded(folder / IDENTITY, _LONGEST).decode())
        return cls(str(content["store"]), str(content["key_check"]))

    @classmethod
    def keep_copy(cls, folder: Path) -> None:
        """Leave a copy beside the backups of the station in `folder`: they open with the key that it names."""
        with suppress(IdentityMissing, StoreMissing):  # lost meanwhile: the copy that is there stays
            cls.said(folder).mend(folder / backup.FOLDER)

    def mend(self, folder: Path) -> None:
        """Write the file where it does not say this, which was proven to be so; not where nothing can be written."""
        with suppress(IdentityMissing, StoreMissing):
            if self.said(folder) == self:
                return
        with suppress(StoreNotWritable):
            self.write(folder)

    def write(self, folder: Path) -> None:
        text = f'# Which key opens this store. The key itself is kept elsewhere.\nstore = "{self.store_id}"\n'
        try:
            with taking_place(folder / IDENTITY) as stream:
                stream.write(f'{text}key_check = "{self.key_check}"\n'.encode())
        except OSError as error:
            raise StoreNotWritable(folder=str(folder)) from error
