"""Operators, guests and buses at two laptops of one visit: whatever people do there, refused or done, and what must hold.

Folders, services and rules are the product's own; only the clock and the operators' PINs are played.
"""

import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "sync"))

from chancekit import seeded

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.papers import write_manifest, write_passenger_events
from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.contradictions import ConflictKind, choices
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import How as EmergencyEnds
from checkin_app.domain.facts import Fact
from checkin_app.domain.forum import instant
from checkin_app.domain.head_counts import Outcome
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, FactId, Instant, LogId, RouteId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_undo import UndoRefused
from checkin_app.domain.ride_states import RideState
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.seating import licensed
from checkin_app.domain.swaps import Cause
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.services.exchange import exchange
from checkin_app.services.merging import Bundle
from checkin_app.services.opened import OpenedStation
from checkin_app.services.proofs import PinHeld
from checkin_app.services.rides import RideWish
from checkin_app.services.scanning import How

DESKS = ("one", "two")
WITNESS = "witness"
"""Writes nothing, and takes what the others wrote in an order of its own."""
BUSES = (BusCode("1-1"), BusCode("1-2"), BusCode("1-3"))
GUESTS = 5
LICENSED, USABLE = 2, 1
PEOPLE = {"Lena": "lead", "Oto": "duty_officer", "Dina": "route_dispatcher", "Cora": "coordinator", "Vito": "volunteer"}
_EQUIPPED = {
    "plate": "A-1", "bay": "1", "departs": "14:00", "languages": ("en",), "driver": "Oto Falk", "driver_phone": "+999 1",
    "guide": "Una Berg", "coordinator": "Cora Lund",
}  # fmt: skip
_OPENING = instant(datetime(2024, 9, 26, 13, 30, tzinfo=timezone(timedelta(hours=8))))
_STEP_MS = 20_000


class Broken(AssertionError):
    """A law does not hold."""


class Sight(NamedTuple):
    """All that is seen of a guest's ride and of the buses."""

    state: RideState
    said: str | None
    listed: BusCode | None
    aboard: frozenset[BusCode]
    buses: tuple[tuple[BusCode, BusState, int], ...]

    def state_of(self, bus: BusCode) -> BusState:
        return next(state for code, state, _ in self.buses if code == bus)


@dataclass
class Desk:
    name: str
    station: OpenedStation
    store: object

    @property
    def guests(self) -> Sequence[DelegateId]:
        return sorted(self.station.queries.delegate_ids())

    def licensed(self, bus: BusCode) -> int:
        """Return how many the law lets aboard with those in wheelchairs who are."""
        count = next(each for each in self.station.buses() if each.bus.code == bus)
        return licensed(count.bus, count.wheelchairs.aboard)


def prepare(folder: Path) -> None:
    """Write what each course begins with: stations that know one another, operators, guests and buses."""
    with seeded("what all courses begin with"), pytest.MonkeyPatch.context() as patch, ExitStack() as opened:
        patch.setenv(KEYS_DIR, str(folder / "keys"))
        whole = []
        for name in (*DESKS, WITNESS):
            stations.new_station(folder / name, "gstf-2024", name, "", lambda: Instant(_OPENING))
            whole.append(stations.opened(folder / name, lambda: Instant(_OPENING)))
            opened.callback(whole[-1].store.close)
        _fill(whole[0].station)
        for each in whole[1:] * 2:
            exchange(whole[0].station, each.station)


def _fill(station: OpenedStation) -> None:
    for number in range(GUESTS):
        route = RouteId("1") if number < GUESTS - 1 else RouteId("")
        more = {"accessible": number == 0, "category": CategoryId("delegate")}
        station.people.register(Delegate(DelegateId(""), f"Guest {number}", route=route, **more))
    for code in BUSES:
        layouts = ("2+0", "0+1") if code == BUSES[-1] else ()
        bus = Bus(code, RouteId("1"), LICENSED, USABLE, accessible_places=1, layouts=layouts, **_EQUIPPED)
        station.dispatch.add_bus(bus)
    for name, role in PEOPLE.items():
        station.operators.add(name, OperatorRole(role))
        known = next(each for each in station.queries.operators() if each.name == name)
        station.operators.set_pin(known.id, f"h{name}")
        if role == "lead":
            station.signing_in.sign_in(PinHeld(known.id, f"h{name}"))


@dataclass
class World:
    """Two laptops at the bays, and a third that hears of everything in the end."""

    folder: Path
    busy: bool = False
    """Doors are opened again for whoever comes, wherever the bus is."""
    seen: Counter[str] = field(default_factory=Counter)
    """Which states of rides and buses there were."""

    def __post_init__(self) -> None:
        self.now = Instant(_OPENING)

    @contextmanager
    def begun(self, prepared: Path) -> Iterator["World"]:
        """Play with copies of what was prepared, all closed in the end."""
        with seeded("a course"), pytest.MonkeyPatch.context() as patch, ExitStack() as opened:
            patch.setenv(KEYS_DIR, str(prepared / "keys"))
            self.desks = []
            for name in (*DESKS, WITNESS):
                shutil.copytree(prepared / name, self.folder / name)
                whole = stations.opened(self.folder / name, lambda: self.now)
                opened.callback(whole.store.close)
                self.desks.append(Desk(name, whole.station, whole.store))
            self.witness = self.desks.pop()
            for each in self.desks:
                self.sign_in(each, "Lena")
            yield self

    # ---- what people do; what is refused with a sentence changes nothing

    def does(self, desk: Desk, what: Callable[[], object]) -> bool:
        """Let somebody do something; return whether it was done."""
        self.now = Instant(self.now + _STEP_MS)
        before = desk.station.merging.log.vector()
        try:
            what()
        except Problem:
            if desk.station.merging.log.vector() != before:
                raise Broken("what was refused was written all the same") from None
            return False
        finally:
            self.look(desk)
        return True

    def sign_in(self, desk: Desk, name: str) -> bool:
        known = next(each for each in desk.station.queries.operators() if each.name == name)
        return self.does(desk, lambda: desk.station.signing_in.sign_in(PinHeld(known.id, known.pin)))

    def revoke(self, desk: Desk, name: str) -> bool:
        known = next(each for each in desk.station.queries.operators() if each.name == name)
        return self.does(desk, lambda: desk.station.operators.revoke(known.id, "left the team"))

    def take_on(self, desk: Desk, name: str) -> bool:
        return self.does(desk, lambda: desk.station.operators.add(name, OperatorRole(PEOPLE[name])))

    def scan(self, desk: Desk, guest: int, bus: int, way: Direction, answer: int) -> FactId | None:
        """Let somebody through, or not; return what takes it back, where they were let through."""
        scanning, where = desk.station.scanning, bus_checkpoint(BUSES[bus])
        aboard, on = self.aboard(desk, BUSES[bus]), self.sight(desk, guest).aboard
        let: list[FactId] = []

        def come() -> None:
            outcome = scanning.enter(desk.guests[guest], where, How.FOUND, way)
            if outcome.decision.verdict is Verdict.ASK:
                answers = outcome.decision.answers
                outcome = scanning.answer(outcome.fact_id, answers[answer % len(answers)])
            if outcome.decision.verdict is Verdict.GO:
                let.append(outcome.fact_id)

        self.does(desk, come)
        after = self.aboard(desk, BUSES[bus])
        if after > max(desk.licensed(BUSES[bus]), aboard):
            raise Broken("a door let more aboard than the law allows")
        if len(self.sight(desk, guest).aboard) > max(1, len(on)):
            raise Broken("a door put somebody on two buses")
        return let[0] if let else None

    def ride(self, desk: Desk, wish: RideWish) -> bool:
        return self.does(desk, lambda: desk.station.rides.say(wish))

    def assign(self, desk: Desk, guest: int, bus: BusCode | None) -> bool:
        return self.does(desk, lambda: desk.station.dispatch.assign(desk.guests[guest], bus))

    def bring(self, desk: Desk, bus: BusCode, to: BusState, *, off: int = 0, other: BusCode = BUSES[0]) -> bool:
        """Bring a bus into a state, whichever way leads there.

        Args:
            desk: where.
            bus: which.
            to: where to; from closed to emptied leads a way of its own, and an emergency is ended before anything else.
            off: by how many those are wrong who count it.
            other: which bus takes over.
        """
        station = desk.station
        ways: Mapping[BusState, Callable[[], object]] = {
            BusState.READY: lambda: station.bus_days.ready(bus),
            BusState.HELD: lambda: station.bus_days.hold(bus, "brakes"),
            BusState.CANCELLED: lambda: station.bus_days.cancel(bus, "brakes"),
            BusState.AT_STOP: lambda: station.bus_days.arrive(bus),
            BusState.CLOSED: lambda: station.head_counts.close(bus),
            BusState.EMERGENCY: lambda: station.emergencies.call(bus, "smoke"),
            BusState.SWAPPING: lambda: station.swaps.swap(bus, other, Cause.SWAPPED),
        }
        if self.state(desk, bus) is BusState.EMERGENCY:
            return self.does(desk, lambda: self.calm(desk, bus))
        if to is BusState.RELEASED:
            return self._release(desk, bus, off)
        if to is BusState.EMPTIED:
            closed = self.state(desk, bus) is BusState.CLOSED
            empty, counts = "a mistake" if closed else "Ann", station.head_counts
            return self.does(desk, lambda: (counts.reopen if closed else counts.empty)(bus, empty))
        return self.does(desk, ways.get(to, lambda: station.dispatch.move_to(bus, to)))

    def calm(self, desk: Desk, bus: BusCode) -> None:
        desk.station.emergencies.end(bus, EmergencyEnds.FALSE_ALARM, "a mistake")

    def _release(self, desk: Desk, bus: BusCode, off: int) -> bool:
        """Let two people count a bus, and release it; where fewer were counted than are aboard, by name."""
        counts, people = desk.station.head_counts, max(0, self.aboard(desk, bus) + 2 + off)
        for name in ("Ann", "Bo"):
            self.does(desk, lambda name=name: counts.count(bus, name, people))
        judged, manifest = counts.of(bus).judged, desk.station.manifest(bus)
        named = [line.delegate.id for line in manifest.aboard][: judged.short[1]]
        agreed = judged.outcome is Outcome.AGREED
        return self.does(
            desk, lambda: counts.release(bus, unaccounted=() if agreed else named, reason="" if agreed else "not found")
        )

    def settle(self, desk: Desk, which: int, choice: int) -> bool:
        listed = desk.station.queries.conflicts()
        if not listed:
            return False
        conflict = listed[which % len(listed)]
        offered = choices(conflict)
        key = offered[choice % len(offered)].key if offered else ""
        return self.does(desk, lambda: desk.station.settling.settle(conflict.id, key))

    def meet(self) -> None:
        self.now = Instant(self.now + _STEP_MS)
        exchange(self.desks[0].station, self.desks[1].station)
        for each in self.desks:
            self.look(each)

    def back(self, desk: Desk, guest: int, before: Sight, undo: Callable[[], object]) -> bool:
        """Take back what was just done; then all is as it was before, or a rule says why it stays."""
        self.now = Instant(self.now + _STEP_MS)
        try:
            undo()
        except UndoRefused:
            return False
        except Problem as problem:
            raise Broken(f"what was just done is not taken back: {problem}") from problem
        if (after := self.sight(desk, guest)) != before:
            raise Broken(f"what was taken back left something behind: {before} became {after}")
        self.look(desk)
        return True

    # ---- what is seen

    def aboard(self, desk: Desk, bus: BusCode) -> int:
        return next(each.aboard for each in desk.station.buses() if each.bus.code == bus)

    def state(self, desk: Desk, bus: BusCode) -> BusState:
        return next(each.bus.state for each in desk.station.buses() if each.bus.code == bus)

    def sight(self, desk: Desk, guest: int) -> Sight:
        who = desk.guests[guest]
        card = desk.station.queries.card(who)
        assert card
        buses = tuple((each.bus.code, each.bus.state, each.aboard) for each in desk.station.buses())
        said, moved = card.movements.said(rehearsal=False), card.movements
        state = desk.station.rides.look(who).state
        return Sight(state, said.what if said else None, moved.bus, frozenset(moved.on_buses(rehearsal=False)), buses)

    # ---- the laws

    def look(self, desk: Desk) -> None:
        """Look at what must hold at one laptop at every moment."""
        doubtful = {(each.kind, each.subject) for each in desk.station.queries.conflicts()}
        for who in desk.guests:
            card = desk.station.queries.card(who)
            assert card
            self.seen[f"ride {desk.station.rides.look(who).state}"] += 1
            if len(card.movements.on_buses(rehearsal=False)) > 1 and (ConflictKind.TWO_BUSES, who) not in doubtful:
                raise Broken("somebody is on two buses, and nobody is asked")
            if len(card.movements.ride.listed) > 1 and (ConflictKind.TWO_LISTS, who) not in doubtful:
                raise Broken("somebody is on two lists, and nobody is asked")
        for each in desk.station.buses():
            self.seen[f"bus {each.bus.state}"] += 1
            if (
                each.aboard > licensed(each.bus, each.wheelchairs.aboard)
                and (ConflictKind.OVERBOOKED, each.bus.code) not in doubtful
            ):
                raise Broken("more are aboard than the law allows, and nobody is asked")

    def heal(self) -> None:
        """Let all know everything, each in an order of its own; then all say the same, byte for byte."""
        dice = random.Random(self.now)
        pieces = [piece for each in self.desks for piece in _pieces(each.station)]
        for _ in range(2):  # a piece that came before what it follows is brought once more
            dice.shuffle(pieces)
            for piece in pieces:
                self.witness.station.merging.take(piece)
        self.meet()
        everybody = [*self.desks, self.witness]
        if len({str(sorted(each.station.merging.log.vector().items())) for each in everybody}) > 1:
            raise Broken("not everybody has what anybody wrote")
        if len({each.station.queries.folded().fold_hash for each in everybody}) > 1:
            raise Broken("the same facts come to different things")
        papers = [[*self._papers(each)] for each in everybody]
        if any(each != papers[0] for each in papers):
            raise Broken("one bus has two manifests")
        refused = [
            sorted((each.fact.fact_id, each.why) for each in desk.station.queries.not_applied()) for desk in everybody
        ]
        if any(each != refused[0] for each in refused):
            raise Broken("what somebody might not do is not listed alike")
        for each in everybody:
            self.look(each)

    def _papers(self, desk: Desk) -> Iterator[bytes]:
        path = self.folder / "paper.csv"
        for bus in BUSES:
            manifest = desk.station.manifest(bus)
            write_manifest(desk.station, manifest, path)
            yield path.read_bytes()
            write_passenger_events(desk.station, manifest.bus, path)
            yield path.read_bytes()
            yield repr((manifest.version, manifest.lines_code, manifest.tally)).encode()


def _pieces(station: OpenedStation) -> Iterator[Bundle]:
    """Yield what a station has, each log cut in two, with the documents that are named there."""
    log = station.merging.log
    of_each: dict[LogId, list[Fact]] = {}
    for fact in log.above({}, 1_000_000).facts:
        of_each.setdefault(fact.log_id, []).append(fact)
    for facts in of_each.values():
        for some in (facts[: len(facts) // 2], facts[len(facts) // 2 :]):
            yield Bundle(tuple(some), log.documents_of(some))
