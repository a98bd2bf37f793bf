"""A day of a forum on real stores: laptops whose clocks, disks and versions go wrong; one seed is one history.

The folders, the keys, the services and the rules are the product's own; only time and the way between laptops are played.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from chancekit import seeded
from versionkit import NEWEST, Version

from checkin_app.bootstrap import station as stations
from checkin_app.domain.buses import Bus
from checkin_app.domain.contradictions import Conflict, ConflictKind
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import instant
from checkin_app.domain.hlc import MAX_AHEAD_MS, wall
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, FactId, Instant, LogId, RouteId
from checkin_app.domain.problem import Problem
from checkin_app.domain.sync import messages, wire
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.services.conversing import Conversation, Met, carried
from checkin_app.services.exchange import exchange
from checkin_app.services.opened import OpenedStation
from checkin_app.services.responding import responded
from db.store import DATABASE, Store

T = TypeVar("T")
PEOPLE = 8
BUSES = ("1-1", "1-2")
HUB = "hub"
DESKS = ("one", "two", "three")
PRINTER = "badges"
MINUTE = 60_000
#: Two to know what there is, one for what follows from that at each of two copies of one folder, and one to see that it is all.
_ROUNDS = 6


class Broken(AssertionError):
    """A law does not hold."""


class CutError(Exception):
    """The network went, or a process died."""


@dataclass
class Clock:
    """The wall clock of one laptop: the day's, and as wrong as its history made it."""

    day: "Day"
    ahead: int = 0
    rate: float = 0.0
    """How much it gains in each millisecond."""

    def __call__(self) -> Instant:
        passed = self.day.now - self.day.began
        return Instant(self.day.now + self.ahead + int(passed * self.rate))


@dataclass
class Desk:
    """One laptop: a folder, and the station in it that is open."""

    name: str
    folder: Path
    clock: Clock
    version: Version = NEWEST
    opened: stations.Opened | None = None
    saved: Path | None = None
    """What this folder was before."""

    @property
    def store(self) -> Store:
        assert self.opened
        return self.opened.store

    @property
    def station(self) -> OpenedStation:
        assert self.opened
        return self.opened.station

    def open(self) -> None:
        with self.version.speaks():
            self.opened = stations.opened(self.folder, self.clock, lambda: PRINTER)
            self.station.printing.settle()

    def close(self) -> None:
        if self.opened:
            self.opened.store.close()
        self.opened = None

    def copied(self, to: Path) -> Path:
        """Copy the folder as it lies on the disk now, with what SQLite has not moved into the database yet."""
        shutil.copytree(self.folder, to, ignore=shutil.ignore_patterns("backups"))
        return to


def prepare(folder: Path) -> None:
    """Write what each history begins with: a hub and desks that know one another, guests and buses."""
    clock = Clock(Day(folder, 0))
    with seeded("what all days begin with"), pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEYS_DIR, str(folder / "keys"))
        for name in (HUB, *DESKS):
            stations.new_station(folder / name, "gstf-2024", name, "", clock)
        whole = [stations.opened(folder / name, clock) for name in (HUB, *DESKS)]
        _fill(whole)


def _fill(whole: Sequence[stations.Opened]) -> None:
    first = whole[0].station
    for number in range(PEOPLE):
        first.people.register(
            Delegate(DelegateId(""), f"Guest {number}", category=CategoryId("delegate"), route=RouteId("1"))
        )
    for code in BUSES:
        first.dispatch.add_bus(Bus(BusCode(code), RouteId("1"), 4, 2))
        first.dispatch.open_doors(BusCode(code))
    for each in whole[1:] * 2:
        exchange(first, each.station)
    for each in whole:
        each.store.close()


@dataclass
class Day:
    """Three desks and their hub."""

    folder: Path
    seed: int
    fired: Counter[str] = field(default_factory=Counter)
    began: Instant = field(default_factory=lambda: Instant(_opening()))

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.now = self.began
        self.desks: list[Desk] = []
        self.talks: dict[str, Conversation] = {}
        self.said_go: set[FactId] = set()
        self.papers: Counter[tuple[str, str, int]] = Counter()
        self.asked_for: set[tuple[str, str, int]] = set()
        self.given_up: set[FactId] = set()
        """Facts that only one laptop held when its disk lost them: no protocol brings these back."""
        self.steps = self._number = 0

    @contextmanager
    def begun(self, prepared: Path, desks: Sequence[str] = DESKS) -> Iterator["Day"]:
        """Play with copies of what was prepared, all closed in the end."""
        shutil.copytree(prepared, self.folder / "first")
        with seeded(self.seed), pytest.MonkeyPatch.context() as patch:
            patch.setenv(KEYS_DIR, str(self.folder / "first" / "keys"))
            yield from self._opened(prepared, desks)

    def _opened(self, prepared: Path, desks: Sequence[str]) -> Iterator["Day"]:
        try:
            for name in (HUB, *desks):
                shutil.copytree(prepared / name, self.folder / name)
                self.desks.append(Desk(name, self.folder / name, Clock(self)))
                self.desks[-1].open()
            yield self
        finally:
            for each in self.desks:
                each.close()

    @property
    def hub(self) -> Desk:
        return self.desks[0]

    @property
    def others(self) -> Sequence[Desk]:
        return self.desks[1:]

    def elsewhere(self) -> Path:
        """Return a place for a folder that nothing lies at."""
        self._number += 1
        return self.folder / f"aside-{self._number}"

    def run(self, steps: Sequence[Callable[["Day"], None]], length: int) -> None:
        for _ in range(length):
            self.step(self.dice.choice(steps))
        self.heal()

    def step(self, step: Callable[["Day"], None]) -> None:
        self.now = Instant(self.now + self.dice.randint(1, MINUTE))
        before, named = self.held(), self._names() if getattr(step, "loses", False) else set()
        step(self)
        self.fired[step.__name__] += 1
        self.steps += 1
        if getattr(step, "loses", False):
            self.given_up |= named - self._names()
        elif before - self.held():
            raise Broken(f"{step.__name__} lost what was recorded")

    def at(self, desk: Desk, what: Callable[[], T]) -> T | None:
        """Let somebody do something at a laptop; what it refuses with a sentence is refused."""
        with desk.version.speaks(), suppress(Problem):
            return what()
        return None

    def close(self, desk: Desk) -> None:
        desk.close()
        self.hang_up(desk)

    def reopen(self, desk: Desk) -> None:
        self.close(desk)
        desk.open()

    def _names(self) -> set[FactId]:
        return {fact.fact_id for each in self.desks for fact in each.store.log.above({}, 1_000_000).facts}

    def held(self) -> set[tuple[LogId, int]]:
        return {(log, seq) for each in self.desks for log, head in _heads(each).items() for seq in range(1, head + 1)}

    # ---- how they meet

    def meet(self, desk: Desk, carry: Callable[[messages.Request], messages.Reply] | None = None) -> Met:
        talk = self.talks.setdefault(desk.name, Conversation(desk.station.merging))
        with desk.version.speaks():
            return carried(talk.meet(), carry or self.carried_by(desk))

    def carried_by(self, desk: Desk) -> Callable[[messages.Request], messages.Reply]:
        """Return what takes requests to the hub, each side in its own version, and bytes in between."""

        def carry(request: messages.Request) -> messages.Reply:
            sent = wire.encoded(request)
            with self.hub.version.speaks():
                came = responded(self.hub.station.merging, sent)
            with desk.version.speaks():
                return wire.reply_of(came)

        return carry

    def hang_up(self, desk: Desk) -> None:
        """Forget what was spoken with a laptop; with the hub, what all did."""
        if desk is self.hub:
            self.talks.clear()
        self.talks.pop(desk.name, None)

    # ---- the laws

    def heal(self) -> None:
        """Let all meet in peace, bring them up to date, and look at every law."""
        self._meet_in_peace()
        for each in self.desks:
            if each.version is not NEWEST:
                self.close(each)
                each.version = NEWEST
                each.open()
        self._meet_in_peace()
        self._judge_stores()
        self._judge_clocks()
        self._judge_scans()
        self._judge_badges()

    def _meet_in_peace(self) -> None:
        """Let them meet until they come to rest: versions that know less have all the facts too."""
        known = self.held()
        # Who hears of what it lost has more to say, of a badge that may have come out; then they come to rest.
        rounds = ({self.meet(each).agreed for each in self.others} for _ in range(_ROUNDS))
        _must({True} in rounds, "they do not come to rest")
        heads = [_heads(each) for each in self.desks]
        _must(all(each == heads[0] for each in heads), "not everybody holds what anybody did")
        _must(known <= self.held(), "something was lost while they met in peace")

    def _judge_stores(self) -> None:
        told = [each.station.queries.folded() for each in self.desks]
        _must(len({each.fold_hash for each in told}) == 1, "the same facts come to different things")
        _must(not any(each.gaps for each in told), "something is said to be missing that is there")
        for each in self.desks:
            _must(not each.store.log.lacking_documents(), "a document is missing of a fact that is there")
            each.store.check()
        listed = [_listed(each.station.queries.conflicts()) for each in self.desks]
        _must(all(each == listed[0] for each in listed), "contradictions are not listed alike everywhere")

    def _judge_clocks(self) -> None:
        """The stamps of a log never go back, and no clock is led astray by another that is far ahead."""
        last: dict[LogId, int] = {}
        for fact in self.hub.store.log.above({}, 1_000_000).facts:
            _must(fact.hlc > last.get(fact.log_id, 0), "the stamps of a log go back")
            ahead = wall(fact.hlc) - fact.at
            _must(ahead <= MAX_AHEAD_MS + MINUTE, "a clock was led astray")
            last[fact.log_id] = fact.hlc

    def _judge_scans(self) -> None:
        here = {each.fact_id for each in self.hub.store.log.above({}, 1_000_000).facts}
        _must(self.said_go - here <= self.given_up, "a scan that said go is not there")

    def _judge_badges(self) -> None:
        twice = {badge for badge, count in self.papers.items() if count > 1}
        _must(twice <= self.asked_for, "a badge came out twice and nobody asked")


def _must(holds: object, law: str) -> None:
    if not holds:
        raise Broken(law)


def _opening() -> int:
    from datetime import datetime, timedelta, timezone

    return instant(datetime(2024, 9, 25, 9, 15, tzinfo=timezone(timedelta(hours=8))))


def _heads(desk: Desk) -> dict[LogId, int]:
    return dict(desk.store.log.vector())


def _listed(conflicts: Sequence[Conflict]) -> list[object]:
    """Return contradictions as every laptop must list them; what was set aside is of this laptop alone."""
    some = [each for each in conflicts if each.kind is not ConflictKind.SET_ASIDE]
    return sorted((each.kind, each.subject, each.field, each.standing, repr(each.claims)) for each in some)


__all__ = ["DATABASE", "DESKS", "HUB", "Broken", "CutError", "Day", "Desk", "prepare"]
