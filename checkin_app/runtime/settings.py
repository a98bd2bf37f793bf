"""What this laptop's staff have chosen, kept as TOML in the station's folder."""

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomlkit
import tomlkit.exceptions

LONGEST_TEXT = 200


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SUNLIGHT = "sunlight"


class PrinterKind(StrEnum):
    QUEUE = "queue"
    """A queue of the operating system; the target is its name."""
    FILE = "file"
    """PDF files; the target is a folder."""
    NETWORK = "network"
    """An ESC/POS label printer; the target is ``host`` or ``host:port``."""


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    name: str
    kind: PrinterKind
    target: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice has a value that works, so that a laptop without a settings file can check people in."""

    language: str = ""
    """A BCP 47 tag such as ``zh``; empty for that of the operating system."""
    theme: Theme = Theme.LIGHT
    station_name: str = ""
    """How other laptops call this one; empty for the computer's own name."""
    room: str = ""
    """The hall this laptop stands in: with the clock it picks the session."""
    checkpoint: str = ""
    """The checkpoint chosen by hand; empty where room and clock pick it."""
    sound: bool = True
    left_handed: bool = False
    """The door screen's buttons stand on the left."""
    printer: str = ""
    """The printer that badges go to; empty for the first of `printers`."""
    printers: tuple[PrinterSettings, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """An entry of the settings file that could not be taken; its default stands instead."""

    entry: str
    expected: str
    found: str


Read = tuple[Settings, tuple[Mistake, ...]]


class _Unfit(Exception):  # noqa: N818 - carries what was expected from a reader to its caller
    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def load(file: Path) -> Read:
    """Return the settings in `file` and what was wrong with them; a missing file is no mistake."""
    try:
        entries = tomlkit.parse(file.read_text(encoding="utf-8")).unwrap()
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomlkit.exceptions.ParseError) as error:
        return Settings(), (Mistake(file.name, "a TOML file", type(error).__name__),)
    return _settings_from(entries)


def save(file: Path, settings: Settings) -> None:
    """Write `settings` whole or not at all, keeping the comments of the file that stands there.

    Raises:
        OSError: the file stands as it was.
    """
    text = _written_over(file, _entries_of(settings))
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def _entries_of(settings: Settings) -> dict[str, Any]:
    entries: dict[str, Any] = {each.name: getattr(settings, each.name) for each in fields(Settings)}
    entries["theme"] = str(settings.theme)
    entries["printers"] = [
        {"name": each.name, "kind": str(each.kind), "target": each.target} for each in settings.printers
    ]
    return entries


def _written_over(file: Path, entries: Mapping[str, Any]) -> str:
    """Return the file's text with `entries` in it; what could not be taken stays until a person sets it anew."""
    document = _document(file)
    standing = _entries_of(_settings_from(document.unwrap())[0])
    for name, value in entries.items():
        if name not in document or standing[name] != value:
            document[name] = value
    return tomlkit.dumps(document)


def _document(file: Path) -> tomlkit.TOMLDocument:
    """Return what is in `file`; one that is no TOML is put aside, for somebody wrote it."""
    try:
        return tomlkit.parse(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()
    except (UnicodeDecodeError, tomlkit.exceptions.ParseError):
        file.replace(file.with_name(f"{file.name}.unread"))
        return tomlkit.document()


def _settings_from(entries: Mapping[str, Any]) -> Read:
    taken: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name, found in entries.items():
        read = _READERS.get(name)
        if read is None:
            mistakes.append(Mistake(name, f"one of {', '.join(_READERS)}", name))
            continue
        try:
            taken[name] = read(found)
        except _Unfit as unfit:
            mistakes.append(Mistake(name, unfit.expected, repr(found)[:LONGEST_TEXT]))
    return Settings(**taken), tuple(mistakes)


def _text(found: object) -> str:
    if isinstance(found, str) and len(found) <= LONGEST_TEXT and (not found or found.isprintable()):
        return found
    raise _Unfit(f"a text of at most {LONGEST_TEXT} characters on one line")


def _flag(found: object) -> bool:
    if isinstance(found, bool):
        return found
    raise _Unfit("true or false")


def _one_of(kinds: Iterable[StrEnum]) -> Callable[[object], StrEnum]:
    by_value = {str(kind): kind for kind in kinds}

    def read(found: object) -> StrEnum:
        if isinstance(found, str) and found in by_value:
            return by_value[found]
        raise _Unfit(f"one of {', '.join(by_value)}")

    return read


def _printers(found: object) -> tuple[PrinterSettings, ...]:
    if not isinstance(found, list):
        raise _Unfit("[[printers]] tables")
    printers = tuple(_printer(each) for each in found)
    if len({each.name for each in printers}) < len(printers):
        raise _Unfit("a different name for each printer")
    return printers


def _printer(found: object) -> PrinterSettings:
    if not isinstance(found, dict) or set(found) != {"name", "kind", "target"}:
        raise _Unfit("[[printers]] tables with name, kind and target")
    name, target = _text(found["name"]), _text(found["target"])
    if not name or not target:
        raise _Unfit("a name and a target for each printer")
    return PrinterSettings(name, PrinterKind(_one_of(PrinterKind)(found["kind"])), target)


_READERS: Mapping[str, Callable[[object], Any]] = {
    "language": _text,
    "theme": _one_of(Theme),
    "station_name": _text,
    "room": _text,
    "checkpoint": _text,
    "sound": _flag,
    "left_handed": _flag,
    "printer": _text,
    "printers": _printers,
}
