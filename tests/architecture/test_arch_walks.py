"""The walks that `docs/architecture.md` describes are walked: each room calls those after it, none is entered twice."""

import inspect
import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CodeType, FrameType

import pytest

from checkin_app import cli
from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.parts import parts
from checkin_app.services.opened import OpenedStation
from tests.architecture.conftest import ROOT

#: What is asked or told on the way through a callable, or a small protocol, that the caller gave: how far a work is, what
#: its store holds, whether a signature or a text holds.
_ASKED = frozenset(
    {"heed", "progress", "<lambda>", "head_of", "hash_at", "is_writing", "is_called_so", "holds", "missing_characters"}
)
Walk = tuple[str, ...]


def _room_of(code: CodeType) -> str:
    """Return the room that a piece of code stands in; empty outside the house, and for the values that ports speak in."""
    file = Path(code.co_filename)
    if not file.is_relative_to(ROOT) or file.is_relative_to(ROOT / "checkin_app/services/ports"):
        return ""
    first, *rest = file.relative_to(ROOT).parts
    if first == "checkin_app":
        return rest[0] if len(rest) > 1 else ""
    return first if first in {"db", "printing"} else ""


def _is_handed_on(code: CodeType) -> bool:
    """Return whether code runs for whoever was given it: a generator's rows, an answer to what is asked on the way."""
    return bool(code.co_flags & inspect.CO_GENERATOR) or code.co_name in _ASKED


@dataclass
class Trace:
    """Every way from room to room that calls took."""

    walks: set[Walk] = field(default_factory=set)
    _rooms: dict[CodeType, str] = field(default_factory=dict)

    def look(self, frame: FrameType, event: str, _argument: object) -> None:
        if event != "call" or not self._room(frame.f_code):
            return
        walk: list[str] = []
        above: FrameType | None = frame
        while above:
            room = self._room(above.f_code)
            if room and above.f_code.co_name == "<module>":
                return  # a module that is imported as late as this
            if room and walk[-1:] != [room]:
                walk.append(room)
            above = None if room and _is_handed_on(above.f_code) else above.f_back
        self.walks.add(tuple(reversed(walk)))

    def _room(self, code: CodeType) -> str:
        if code not in self._rooms:
            self._rooms[code] = _room_of(code)
        return self._rooms[code]


@contextmanager
def _traced() -> Iterator[Trace]:
    trace, before = Trace(), sys.getprofile()
    sys.setprofile(trace.look)
    try:
        yield trace
    finally:
        sys.setprofile(before)


def _documented() -> dict[str, Walk]:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    section = text.split("## The walks", 1)[1].split("\n## ", 1)[0]
    return {
        name: tuple(re.findall(r"`(\w+)`", way))
        for name, way in re.findall(r"^\| (\w+) +\| (.+?) +\|", section, re.MULTILINE)
    }


@dataclass
class Laptops:
    """Stations that are open already: how they are opened is no part of a walk."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    opened: dict[Path, OpenedStation] = field(default_factory=dict)

    def do(self, *command: str, typed: str = "") -> None:
        """Give a command to the first of them."""
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        given = replace(parts(), open_station=lambda folder: nullcontext(self.opened[folder]))
        assert cli.run(given, [*command, "--data", str(self.folder)]) == 0

    def take_in(self, list_: Path) -> None:
        list_.write_text("Badge number,Full name,Delegation\n0001,Ana Sol,Spain\n0002,王伟,China\n", encoding="utf-8")
        self.do("import", str(list_))

    def codes(self, into: Path) -> Sequence[str]:
        self.do("codes", "--out", str(into))
        return [line.rpartition(",")[2] for line in into.read_text(encoding="utf-8-sig").splitlines()[1:]]


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Laptops]:
    made = Laptops(tmp_path / "one", monkeypatch)
    with ExitStack() as held:
        for folder in (made.folder, tmp_path / "other"):
            stations.new_station(folder, "gstf-2024", folder.name, "")
            made.opened[folder] = held.enter_context(stations.open_station(folder))
            _ = made.opened[folder].forum, stations.pinyin_table()  # read and kept, as by every laptop that has begun
        yield made


def _scan(laptops: Laptops, tmp_path: Path) -> Callable[[], None]:
    laptops.take_in(tmp_path / "list.csv")
    typed = "\n".join(laptops.codes(tmp_path / "codes.csv")) + "\n"
    return lambda: laptops.do("scan", "--checkpoint", "opening", typed=typed)


def _import(laptops: Laptops, tmp_path: Path) -> Callable[[], None]:
    return lambda: laptops.take_in(tmp_path / "list.csv")


def _badge(laptops: Laptops, tmp_path: Path) -> Callable[[], None]:
    laptops.take_in(tmp_path / "list.csv")
    return lambda: laptops.do("badges", "--out", str(tmp_path / "badges.pdf"))


def _merge(laptops: Laptops, tmp_path: Path) -> Callable[[], None]:
    laptops.take_in(tmp_path / "list.csv")
    return lambda: laptops.do("merge", str(tmp_path / "other"))


@pytest.mark.parametrize("name", ["scan", "import", "badge", "merge"])
def test_a_walk_passes_the_rooms_that_are_documented_and_none_twice(
    name: str, laptops: Laptops, tmp_path: Path
) -> None:
    act = globals()[f"_{name}"](laptops, tmp_path)
    with _traced() as trace:
        act()
    order = _documented()[name]
    back = sorted(walk for walk in trace.walks if list(walk) != [room for room in order if room in walk])
    assert back == []
    assert {room for walk in trace.walks for room in walk} == set(order[order.index("cli") :])
