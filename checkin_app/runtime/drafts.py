"""A form that was not finished, kept through restarts; sealed, since it names a person."""

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

_NONCE = 12
#: A form has eight fields of three hundred characters.
_LONGEST = 64_000


@dataclass(frozen=True, slots=True)
class Drafts:
    """One sealed text in a file; `key` is the store's own, from which another is derived."""

    file: Path
    key: bytes

    def save(self, text: str) -> None:
        """Keep `text`; an empty one takes the draft away.

        Raises:
            StoreNotWritable: the former draft stands.
        """
        try:
            if not text:
                self.file.unlink(missing_ok=True)
                return
            nonce = os.urandom(_NONCE)
            with taking_place(self.file) as stream:
                stream.write(nonce + self._seal().encrypt(nonce, text.encode(), None))
        except OSError as error:
            raise StoreNotWritable(folder=str(self.file.parent)) from error

    def load(self) -> str:
        """Return the draft; a missing or damaged one is an empty form, since nothing was promised of it."""
        try:
            sealed = read_bounded(self.file, _LONGEST)
            return self._seal().decrypt(sealed[:_NONCE], sealed[_NONCE:], None).decode()
        except (OSError, InvalidTag, ValueError):
            return ""

    def _seal(self) -> AESGCM:
        return AESGCM(HKDF(SHA256(), length=32, salt=None, info=b"draft").derive(self.key))
