"""How far every log was when a bundle was written here last: the next one goes on from there."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from checkin_app.domain.ids import LogId
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.whole_file import write_whole

FILE = "bundled.json"
_LONGEST = 64 << 20
_READ = msgspec.json.Decoder(dict[LogId, int])


def bundled(folder: Path) -> Mapping[LogId, int]:
    """Return what the last bundle of the station in `folder` reached; nothing where that is not known."""
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return _READ.decode(read_bounded(folder / FILE, _LONGEST))
    return {}


def note_bundled(folder: Path, reached: Mapping[LogId, int]) -> None:
    """Remember what a bundle reached; where that cannot be written, the next one holds more than it must."""
    with suppress(FileNotWritable):
        write_whole(folder / FILE, msgspec.json.encode(dict(reached)))
