"""PINs hashed by Argon2id, and how often they were wrong on this laptop."""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import filelock
from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from checkin_app.domain.ids import OperatorId
from checkin_app.domain.pins import Tries
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import taking_place

#: Cost of one guess: 128 MiB and about half a second (RFC 9106, with more memory than its second choice); see decision 151.
_MEMORY, _PASSES, _LANES = 128 * 1024, 3, 1
_SALT, _LENGTH = 16, 32
#: Parameters of a hash of somebody else's making that this laptop would rather not work through.
_MOST_MEMORY, _MOST_PASSES = 4 * _MEMORY, 4 * _PASSES
#: Bytes of the file of tries: of some hundred operators, many times over.
_LONGEST_FILE = 256_000
#: Seconds for which others may hold the file: it is read and written, and no PIN is looked at meanwhile.
_PATIENCE = 10
_THREADS = Lock()


class Argon2Pins:
    """Implements ``ports.acting.Pins``; each call takes half a second, and no other thread waits for it."""

    def hashed(self, pin: str) -> str:
        argon = Argon2id(salt=os.urandom(_SALT), length=_LENGTH, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY)
        return argon.derive_phc_encoded(pin.encode())

    def matches(self, pin: str, hashed: str) -> bool:
        """Return whether a PIN is the one; of a hash that nobody here would have made it is not."""
        if not _is_bearable(hashed):
            return False
        try:
            Argon2id.verify_phc_encoded(pin.encode(), hashed)
        except (InvalidKey, ValueError):
            return False
        return True


def _is_bearable(hashed: str) -> bool:
    """Return whether a hash asks for no more than a laptop has: it came from others."""
    try:
        _, name, _, costs, _, _ = hashed.split("$")
        cost = {key: int(value) for key, _, value in (each.partition("=") for each in costs.split(","))}
        return name == "argon2id" and 0 < cost["m"] <= _MOST_MEMORY and 0 < cost["t"] <= _MOST_PASSES and cost["p"] <= 4
    except (ValueError, KeyError):
        return False


@dataclass(frozen=True, slots=True)
class PinTries:
    """Implements ``ports.acting.Attempts`` by a file beside the store, that outlives the application."""

    file: Path
    _known: dict[str, tuple[int, int]] = field(default_factory=dict)
    """What this process knows, where the folder takes no file."""

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the file; where the folder takes none, what this process knows."""
        with _THREADS, ExitStack() as held:
            with suppress(OSError):
                held.enter_context(filelock.FileLock(self.file.with_suffix(".lock"), timeout=_PATIENCE))
            yield

    def of(self, operator: OperatorId) -> Tries:
        wrong, at = max(self._read().get(operator, (0, 0)), self._known.get(operator, (0, 0)))
        return Tries(wrong, at)

    def wrong(self, operator: OperatorId, tries: Tries) -> None:
        self._known[operator] = (tries.wrong, tries.at)
        self._write({**self._read(), operator: (tries.wrong, tries.at)})

    def right(self, operator: OperatorId) -> None:
        self._known.pop(operator, None)
        self._write({name: each for name, each in self._read().items() if name != operator})

    def _read(self) -> dict[str, tuple[int, int]]:
        try:
            found = json.loads(read_bounded(self.file, _LONGEST_FILE))
            return {str(name): (int(wrong), int(at)) for name, (wrong, at) in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self, tries: dict[str, tuple[int, int]]) -> None:
        with suppress(OSError), taking_place(self.file) as stream:
            stream.write(json.dumps(tries).encode())
