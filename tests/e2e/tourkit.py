"""The technical visit of a conference: four laptops plan, board, count, lose and find their guests, and meet twice.

Whatever happens is written down twice: by the product, and in `Told`, which knows where the script put each guest.  One seed
is one day.
"""

import csv
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "domain" / "planning"), str(TESTS / "e2e")]

from e2e_laptop import Laptop  # noqa: E402 - the kits lie beside their tests
from planningkit import SEATS, conference, fleet  # noqa: E402

from checkin_app.bootstrap.papers import write_manifest, write_passenger_events  # noqa: E402
from checkin_app.bootstrap.station import open_station  # noqa: E402
from checkin_app.domain.buses import BusState  # noqa: E402
from checkin_app.domain.contradictions import Conflict, ConflictKind, Effect, choices  # noqa: E402
from checkin_app.domain.head_counts import Outcome  # noqa: E402
from checkin_app.domain.ids import BusCode, DelegateId, bus_checkpoint  # noqa: E402
from checkin_app.domain.kinds.rides import Ground  # noqa: E402
from checkin_app.domain.movements import Direction  # noqa: E402
from checkin_app.domain.outcomes import Answer, Reason, Verdict  # noqa: E402
from checkin_app.domain.ride_states import RideVerb  # noqa: E402
from checkin_app.domain.standings import Standing  # noqa: E402
from checkin_app.domain.swaps import Cause  # noqa: E402
from checkin_app.services.exchange import exchange  # noqa: E402
from checkin_app.services.opened import OpenedStation  # noqa: E402
from checkin_app.services.rides import RideWish  # noqa: E402

ROUTES = ("1", "2", "3", "4")
LICENSED = SEATS + 6
#: Who is aboard besides delegates, since each bus names a guide and a driver.
CREW = 2
#: Every thirtieth bus's manifest is drawn as well.
_DRAWN = 30
_OPENING = datetime(2024, 9, 26, 13, 0, tzinfo=timezone(timedelta(hours=8)))
_GIVEN = ("Amina", "Bruno", "Chidi", "Dilnoza", "Emile", "Farah", "Goran", "Hana", "Ivo", "Jun", "Kaja", "Lwazi")
_FAMILY = ("Okonkwo", "Valdes", "Tissot", "Karimova", "Lindqvist", "Moreau", "Ndiaye", "Oyelaran", "Petrov", "Quispe")


@dataclass
class Hand:
    """The clock of that day, which only the script moves."""

    at: float = _OPENING.timestamp()


@dataclass
class Told:
    """Where the script put each guest."""

    aboard: dict[DelegateId, BusCode] = field(default_factory=dict)
    excused: set[DelegateId] = field(default_factory=set)
    no_show: set[DelegateId] = field(default_factory=set)
    missing: set[DelegateId] = field(default_factory=set)
    """Declared by a person: they did not come back to their bus."""
    named: dict[BusCode, DelegateId] = field(default_factory=dict)
    """Scanned aboard and not found: named as the bus was released."""
    strayed: int = 0
    """How many boarded another bus than theirs."""

    def everybody(self) -> set[DelegateId]:
        return {*self.aboard, *self.excused, *self.no_show, *self.missing}


@dataclass(frozen=True)
class Bay:
    """One laptop and the route whose buses it boards."""

    laptop: Laptop
    route: str

    @property
    def folder(self) -> Path:
        return self.laptop.folder


@dataclass
class TourDay:
    """A whole day; `play` goes through it, and the laws are looked at by whoever called it."""

    place: Path
    seed: int = 1
    people: int = 5000
    stopping: int = 1
    """How many buses of each route are counted at a stop."""
    told: Told = field(default_factory=Told)
    plan: Mapping[str, object] = field(default_factory=dict)
    found: Counter[ConflictKind] = field(default_factory=Counter)
    """Which contradictions the laptops found as they met."""

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.hand = Hand()
        self.bays = [Bay(Laptop(self.place / f"bay-{route}"), route) for route in ROUTES]
        self.codes: dict[DelegateId, str] = {}
        self.lists: dict[BusCode, list[DelegateId]] = {}

    @property
    def lead(self) -> Laptop:
        return self.bays[0].laptop

    @contextmanager
    def on_its_day(self) -> Iterator[None]:
        """Let every clock of this process be the day's."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(time, "time", lambda: self.hand.at)
            patch.setattr(time, "time_ns", lambda: int(self.hand.at * 1e9))
            yield

    def play(self) -> None:
        self._found()
        for bay in self.bays:
            with open_station(bay.folder) as station:
                self._depart(station, bay)
        self._use_a_badge_twice()
        self._meet()
        for bay in self.bays:
            with open_station(bay.folder) as station:
                self._stop(station, bay)
        with open_station(self.bays[2].folder) as station:
            self._break_down(station, self.bays[2])
        for bay in self.bays:
            with open_station(bay.folder) as station:
                self._come_home(station, bay)
        self._meet()

    # ---- before the day

    def _found(self) -> None:
        """Take the lists in on the lead's laptop, plan, and give all of it to the others."""
        guests, buses = self._lists()
        self.lead.run("new", "--name", "Bay 1")
        self.lead.run("import", str(guests))
        self.lead.run("buses", "import", str(buses))
        self.plan = self.lead.json("plan")
        for bay in self.bays[1:]:
            bay.laptop.run("new", "--name", f"Bay {bay.route}")
            self.lead.run("merge", str(bay.folder))
        table = self.place / "codes.csv"
        self.lead.run("codes", "--out", str(table))
        with table.open(encoding="utf-8-sig", newline="") as stream:
            self.codes = {DelegateId(row["delegate_id"]): row["code"] for row in csv.DictReader(stream)}
        for row in self.lead.json("find", "--all"):
            self.lists.setdefault(BusCode(row["bus"]), []).append(DelegateId(row["delegate_id"]))

    def _lists(self) -> tuple[Path, Path]:
        guests = [["No.", "Name", "Delegation", "Route", "Languages", "Wheelchair"]]
        buses = [
            ["code", "route", "licensed seats", "usable seats", "accessible places", "languages", "driver", "guide"]
        ]
        for route, travellers in zip(ROUTES, conference(self.seed, len(ROUTES), self.people), strict=True):
            for number, each in enumerate(travellers):
                name = f"{_GIVEN[number % 12]} {_FAMILY[number // 12 % 10]}-{chr(65 + number // 120)}"
                kind = each.kind
                needs = "yes" if kind.accessible else ""
                guests.append([each.delegate, name, kind.delegation, route, ",".join(kind.languages), needs])
            spare = 1 if route == self.bays[2].route else 0
            for number, bus in enumerate(fleet(len(travellers), spare=spare), 1):
                seats, speaks = (str(LICENSED), str(bus.seats), "2"), ",".join(sorted(bus.languages))
                buses.append([f"{route}-{number:02}", route, *seats, speaks, "Oto Falk", "Una Berg"])
        return _table(self.place / "guests.csv", guests), _table(self.place / "buses.csv", buses)

    def buses_of(self, bay: Bay) -> list[BusCode]:
        """Return the buses of a laptop's route on which anybody was planned."""
        return sorted(each for each in self.lists if each.partition("-")[0] == bay.route)

    # ---- they leave

    def _depart(self, station: OpenedStation, bay: Bay) -> None:
        """Board every bus of a route while people stray, stay away and are excused; count, release and send it off."""
        buses = self.buses_of(bay)
        for bus in buses:
            station.dispatch.open_doors(bus)
        astray, away = self._who_is_no_trouble(buses)
        for bus in buses:
            for who in self.lists[bus]:
                if who in away:
                    self._account_for(station, who)
                elif who in astray:
                    self._come(station, who, self.dice.choice([each for each in buses if each != bus]))
                else:
                    self._come(station, who, bus)
                self.hand.at += 1
        for place, bus in enumerate(buses):
            station.dispatch.move_to(bus, BusState.FINAL_CALL)
            self._count(station, bus, miscounted=place == 1, gone=place == 2)
            station.dispatch.move_to(bus, BusState.DEPARTED)
            self.hand.at += 30

    def _who_is_no_trouble(self, buses: Sequence[BusCode]) -> tuple[set[DelegateId], set[DelegateId]]:
        """Return who of a route goes to a wrong bus, and who does not come at all."""
        people = [who for bus in buses for who in self.lists[bus]]
        chosen = self.dice.sample(people, max(4, len(people) // 33))
        return {*chosen[::3]}, {*chosen[1::3], *chosen[2::3]}

    def _come(self, station: OpenedStation, who: DelegateId, bus: BusCode) -> None:
        """Scan somebody's badge at a bus; who is sent away there goes to where they belong."""
        outcome = station.scanning.scan([self.codes[who]], bus_checkpoint(bus))
        if outcome.decision.verdict is Verdict.ASK:
            assert Answer.BOARD_HERE in outcome.decision.answers, outcome.decision
            self.told.strayed += outcome.decision.reason is Reason.WRONG_BUS
            outcome = station.scanning.answer(outcome.fact_id, Answer.BOARD_HERE)
        if outcome.decision.verdict is Verdict.STOP:
            own = next(each for each, listed in self.lists.items() if who in listed)
            assert own != bus, outcome.decision
            self._come(station, who, own)
            return
        assert outcome.decision.verdict is Verdict.GO, outcome.decision
        self.told.aboard[who] = bus

    def _account_for(self, station: OpenedStation, who: DelegateId) -> None:
        if self.dice.random() < 0.5:
            wish = RideWish(who, RideVerb.EXCUSE, ground=Ground.UNWELL, agreed="Lena Holm", by="Ann")
            station.rides.say(wish)
            self.told.excused.add(who)
            return
        station.rides.say(RideWish(who, RideVerb.NO_SHOW, by="Ann"))
        station.rides.say(RideWish(who, RideVerb.NO_SHOW, by="Bo", confirms=True))
        self.told.no_show.add(who)

    def _count(self, station: OpenedStation, bus: BusCode, *, miscounted: bool = False, gone: bool = False) -> None:
        """Count a bus by two people and release it; where somebody scanned is not there, by name."""
        aboard = [who for who, where in self.told.aboard.items() if where == bus]
        people, counts = len(aboard) + CREW - gone, station.head_counts
        if miscounted:
            counts.count(bus, "Cy", people - 1)
            counts.count(bus, "Dee", people)
            assert counts.of(bus).judged.outcome is Outcome.DIFFER
        counts.count(bus, "Ann", people)
        counts.count(bus, "Bo", people)
        if gone:
            assert counts.of(bus).judged.outcome is Outcome.SHORT
            self.told.named[bus] = aboard[0]
            counts.release(bus, unaccounted=[aboard[0]], reason="left without a word")
        else:
            counts.release(bus)

    def _use_a_badge_twice(self) -> None:
        """Somebody's badge, which was found, is used at a bus of the same route whose door another laptop has."""
        bay, other = self.bays[0], self.bays[1]
        first, *_, last = self.buses_of(bay)
        who = next(each for each, bus in self.told.aboard.items() if bus == first)
        with open_station(other.folder) as station:
            station.dispatch.open_doors(last)
            outcome = station.scanning.scan([self.codes[who]], bus_checkpoint(last))
            outcome = station.scanning.answer(outcome.fact_id, Answer.BOARD_HERE)
            assert outcome.decision.verdict is Verdict.GO

    # ---- they meet

    def _meet(self) -> None:
        """Let all meet the lead's laptop, settle what they find, and meet once more, so that everybody knows everything."""
        self._exchange()
        with open_station(self.lead.folder) as station:
            for each in station.queries.conflicts():
                self.found[each.kind] += 1
                station.settling.settle(each.id, self._true(each))
        self._exchange()

    def _true(self, conflict: Conflict) -> str:
        """Return the choice that says what the script did: where somebody is, and that a bus left."""
        right = {self.told.aboard.get(DelegateId(conflict.subject)), BusState.DEPARTED}
        return next(each.key for each in choices(conflict) if each.effect is Effect.THIS and each.value in right)

    def _exchange(self) -> None:
        with ExitStack() as opened:
            stations = [opened.enter_context(open_station(bay.folder)) for bay in self.bays]
            for station in (*stations[1:], *stations[1:-1]):
                for given in exchange(stations[0], station):
                    assert (given.refused, given.forked, given.later, given.trouble) == (0, 0, 0, None), given

    # ---- they come to a stop, and home

    def _stop(self, station: OpenedStation, bay: Bay) -> None:
        """Stop; on one bus everybody gets off, all but one come back, and that one is declared missing by name."""
        for place, bus in enumerate(self.buses_of(bay)[: self.stopping]):
            station.bus_days.arrive(bus, "2", doors=True)
            if place == 0:
                self._stretch_legs(station, bus)
            station.dispatch.move_to(bus, BusState.FINAL_CALL)
            if place == 0:
                self._miss(station, bus)
            self._recount(station, bus)
            station.dispatch.move_to(bus, BusState.DEPARTED)
            self.hand.at += 20

    def _stretch_legs(self, station: OpenedStation, bus: BusCode) -> None:
        everybody = [who for who, where in self.told.aboard.items() if where == bus]
        for who in everybody:
            outcome = station.scanning.scan([self.codes[who]], bus_checkpoint(bus), Direction.OUT)
            assert outcome.decision.reason is Reason.GOT_OFF, outcome.decision
        for who in everybody[1:]:
            self._come(station, who, bus)
            self.hand.at += 1

    def _miss(self, station: OpenedStation, bus: BusCode) -> None:
        lost = next(who for who, where in self.told.aboard.items() if where == bus)
        station.rides.say(RideWish(lost, RideVerb.MISSING, by="Ann"))
        del self.told.aboard[lost]
        self.told.missing.add(lost)

    def _recount(self, station: OpenedStation, bus: BusCode) -> None:
        """Count a bus at its stop: whoever was named as it left is still not there."""
        gone = bus in self.told.named
        people = sum(where == bus for where in self.told.aboard.values()) + CREW - gone
        for name in ("Eve", "Flo"):
            station.head_counts.count(bus, name, people)
        named = [self.told.named[bus]] if gone else []
        station.head_counts.release(bus, unaccounted=named, reason="still looked for" if gone else "")

    def _break_down(self, station: OpenedStation, bay: Bay) -> None:
        """A bus breaks down on the road; the one in reserve takes over, and everybody is scanned on it."""
        (new,) = {each.bus.code for each in station.buses() if each.bus.route == bay.route} - {*self.lists}
        old = next(each for each in self.buses_of(bay)[3:] if not station.swaps.preview(each, new).left)
        standing = station.swaps.swap(old, new, Cause.BROKEN_DOWN, "smoke")
        assert not standing.stranded
        station.dispatch.open_doors(new)
        for line in standing.moves:
            if line.aboard == old:
                self._come(station, line.delegate.id, new)
        self.lists[new] = []
        self._count(station, new)
        station.dispatch.move_to(new, BusState.DEPARTED)
        station.head_counts.empty(old, "Ann")
        station.head_counts.close(old)
        self.lists.pop(old)
        self.hand.at += 600

    def _come_home(self, station: OpenedStation, bay: Bay) -> None:
        for bus in self.buses_of(bay):
            station.dispatch.move_to(bus, BusState.RETURNED)
            station.head_counts.empty(bus, "Ann")
            station.head_counts.close(bus)
            self.hand.at += 10

    # ---- what is looked at

    def standings(self, station: OpenedStation) -> Mapping[DelegateId, list[tuple[BusCode, Standing]]]:
        """Return on which buses' manifests everybody stands, and how."""
        found: dict[DelegateId, list[tuple[BusCode, Standing]]] = {}
        for count in station.buses():
            manifest = station.manifest(count.bus.code)
            for line in manifest.lines:
                found.setdefault(line.delegate.id, []).append((count.bus.code, manifest.standing(line)))
        return found

    def papers(self, bay: Bay) -> Mapping[str, bytes]:
        """Return the papers of every bus as a laptop writes them: manifests as tables, of some also as PDF with their events."""
        with open_station(bay.folder) as station:
            return dict(self._papers(station))

    def _papers(self, station: OpenedStation) -> Iterator[tuple[str, bytes]]:
        path = self.place / "paper"
        for place, count in enumerate(station.buses()):
            manifest = station.manifest(count.bus.code)
            for ending in (".csv", ".pdf") if place % _DRAWN == 0 else (".csv",):
                write_manifest(station, manifest, path.with_suffix(ending))
                yield f"{count.bus.code}{ending}", path.with_suffix(ending).read_bytes()
            if place % _DRAWN == 0:
                write_passenger_events(station, manifest.bus, path.with_suffix(".csv"))
                yield f"{count.bus.code} events", path.with_suffix(".csv").read_bytes()


def _table(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path
