"""Which key opens the store of a folder, said in a plain file that does not give it away."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.problems import StoreCorrupt, StoreMissing, StoreNotWritable
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.keys import StationKeys
from checkin_app.runtime.whole_file import taking_place
from db import backup

DATABASE = "station.db"
IDENTITY = "station.toml"
_LONGEST = 64_000


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
        if not (folder / DATABASE).exists():
            if backup.newest(folder):
                raise StoreCorrupt(folder=str(folder), detail=f"{DATABASE} is missing")
            raise StoreMissing(folder=str(folder))
        return cls.said(folder)

    @classmethod
    def said(cls, folder: Path) -> "Identity":
        """Return what the file says, whether or not there is a store to open."""
        try:
            content = tomllib.loads(read_bounded(folder / IDENTITY, _LONGEST).decode())
            return cls(str(content["store"]), str(content["key_check"]))
        except FileNotFoundError as error:
            raise StoreMissing(folder=str(folder)) from error
        except FileTooLarge as error:
            raise StoreCorrupt(folder=str(folder), detail=f"{IDENTITY} cannot be read") from error
        except OSError as error:
            raise StoreNotWritable(folder=str(folder)) from error
        except (ValueError, KeyError) as error:
            raise StoreCorrupt(folder=str(folder), detail=f"{IDENTITY} cannot be read") from error

    def write(self, folder: Path) -> None:
        text = f'# Which key opens this store. The key itself is kept elsewhere.\nstore = "{self.store_id}"\n'
        try:
            with taking_place(folder / IDENTITY) as stream:
                stream.write(f'{text}key_check = "{self.key_check}"\n'.encode())
        except OSError as error:
            raise StoreNotWritable(folder=str(folder)) from error
