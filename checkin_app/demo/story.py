"""What happens on the two days of the demonstration; told through the services alone."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from checkin_app.bootstrap import lists, papers
from checkin_app.bootstrap import station as stations
from checkin_app.domain.buses import Bus
from checkin_app.domain.forum import instant
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant, RouteId, bus_checkpoint
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.outcomes import Answer
from checkin_app.runtime import settings
from checkin_app.runtime.paths import RESOURCES, StationFolder
from checkin_app.runtime.settings import PrinterKind, PrinterSettings, Settings
from checkin_app.services.badges import code_of
from checkin_app.services.exchange import exchange
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.transactions import Clock
from checkin_app.services.scanning import ScanOutcome

FORUM = "gstf-2024"
LIST = RESOURCES / "forums" / "demo-delegates.csv"
_BEIJING = timezone(timedelta(hours=8))
FIRST_DAY = datetime(2024, 9, 25, 8, 20, tzinfo=_BEIJING)
SECOND_DAY = datetime(2024, 9, 26, 13, 20, tzinfo=_BEIJING)
OPENING = CheckpointId("opening")
#: Code, licensed seats, usable seats, bay, plate, coordinator.
_BUSES = (
    ("1-1", 49, 33, "1", "京A·10101", "何雨桐"),
    ("1-2", 49, 33, "2", "京A·10102", "Rafael Ibarra"),
    ("2-1", 49, 35, "7", "京A·20201", "周砚秋"),
    ("2-2", 49, 35, "8", "京A·20202", "Elif Aydın"),
    ("3-1", 49, 37, "4", "京A·30301", "Tomasz Wilk"),
    ("3-2", 49, 37, "6", "京A·30302", "谢安澜"),
    ("4-1", 49, 35, "11", "京A·40401", "Pilar Aznar"),
    ("4-2", 49, 35, "12", "京A·40402", "邵一鸣"),
)
_DEPARTURES = {"1": "14:10", "2": "14:20", "3": "14:00", "4": "13:50"}
_ARRIVED_BY_NOON = 150
_ABOARD = 18


@dataclass(slots=True)
class StoryClock:
    """A clock that the story moves; a window lets it run from where it was put."""

    at: Instant
    started: float | None = None

    @classmethod
    def put(cls, moment: datetime) -> "StoryClock":
        return cls(instant(moment))

    def __call__(self) -> Instant:
        run = round((time.monotonic() - self.started) * 1000) if self.started is not None else 0
        return Instant(self.at + run)

    def pass_by(self, seconds: float) -> None:
        self.at = Instant(self.at + round(seconds * 1000))

    def move_to(self, moment: datetime) -> None:
        self.at = instant(moment)

    def run(self) -> None:
        """Let time pass by itself from now on."""
        self.started = time.monotonic()


@dataclass(frozen=True, slots=True)
class Story:
    """One station on which the demonstration happens."""

    station: OpenedStation
    clock: StoryClock

    def take_in_the_list(self) -> None:
        """Import the delegates and plan the buses."""
        self.station.importing.apply(lists.plan_import(self.station, LIST, ListChoices()))
        for code, licensed, usable, bay, plate, coordinator in _BUSES:
            route = code.partition("-")[0]
            bus = Bus(BusCode(code), RouteId(route), licensed, usable, accessible_places=1, plate=plate, bay=bay)
            sign = f"京包·{plate[-5:]}" if self.station.forum.routes[int(route) - 1].charter else ""
            known = replace(bus, departs=_DEPARTURES[route], coordinator=coordinator, charter_sign=sign)
            self.station.dispatch.add_bus(known)
        self.station.planning.fill()

    def morning(self) -> Iterator[ScanOutcome]:
        """Yield the verdicts of the first morning: arrivals, repeats, a replaced badge, codes that are not ours."""
        people = self.cards()
        for number, card in enumerate(people[:_ARRIVED_BY_NOON]):
            self.clock.pass_by(11)
            yield self.scan(card)
            if number % 40 == 20:
                self.clock.pass_by(20)
                yield self.scan(card)
        lost = self.named("佐伯 遥")
        self.station.badges.replace(lost.delegate.id, "lost", former=1)
        self.clock.pass_by(30)
        yield self.scan(lost)
        for text in ("https://example.org/menu", self.code(people[0])[:70]):
            self.clock.pass_by(20)
            yield self.station.scanning.scan((text,), OPENING)

    def boarding(self) -> Iterator[ScanOutcome]:
        """Yield the verdicts of the second day's boarding of bus 2-1, with guests who are at the wrong door."""
        for code in ("2-1", "2-2", "3-1", "3-2"):
            self.station.dispatch.open_doors(BusCode(code))
        door = bus_checkpoint(BusCode("2-1"))
        for card in self.listed("2-1")[:_ABOARD]:
            self.clock.pass_by(14)
            yield self.scan(card, door)
        for wrong in (*self.listed("3-2")[:2], self.listed("2-2")[0]):
            self.clock.pass_by(25)
            outcome = self.scan(wrong, door)
            yield outcome
            if Answer.GO_THERE in outcome.decision.answers:
                yield self.station.scanning.answer(outcome.fact_id, Answer.GO_THERE)

    def scan(self, card: DelegateCard, checkpoint: CheckpointId = OPENING) -> ScanOutcome:
        return self.station.scanning.scan((self.code(card),), checkpoint)

    def code(self, card: DelegateCard, issue: int = 1) -> str:
        return code_of(self.station.signer, self.station.forum.id, card.delegate.id, issue)

    def cards(self) -> Sequence[DelegateCard]:
        ids: Sequence[DelegateId] = sorted(self.station.queries.delegate_ids())
        return self.station.queries.cards(ids)

    def named(self, name: str) -> DelegateCard:
        return next(card for card in self.cards() if card.delegate.name == name)

    def listed(self, bus: str) -> list[DelegateCard]:
        return [card for card in self.cards() if card.movements.bus == bus]


def begin(folder: Path, clock: Clock, name: str) -> stations.Opened:
    """Start a station of the demonstration in an empty folder."""
    stations.new_station(folder, FORUM, name, "", clock)
    return stations.opened(folder, clock)


def spend_the_morning(folder: Path, clock: StoryClock) -> list[str]:
    """Start a station and spend the first morning at it; return the reasons of its verdicts."""
    opened = begin(folder, clock, "Desk 3")
    try:
        story = Story(opened.station, clock)
        story.take_in_the_list()
        return reasons(story.morning())
    finally:
        opened.store.close()


def give_printer(station: Path, into: Path) -> None:
    """Give a station a printer that writes PDF files, so that badges can be seen coming out."""
    into.mkdir(exist_ok=True)
    printer = PrinterSettings("PDF", PrinterKind.FILE, str(into))
    settings.save(StationFolder(station).settings, Settings(printers=(printer,)))


def reasons(outcomes: Iterator[ScanOutcome]) -> list[str]:
    """Let the story go on to its end and return why each scan was decided as it was."""
    return [outcome.decision.reason.value for outcome in outcomes]


def board_apart(story: Story, folder: Path) -> str:
    """Let two laptops that do not hear of each other board one guest, then let them meet.

    Returns the name of the guest who is now aboard two buses.
    """
    other = begin(folder, story.clock, "Bay 8")
    try:
        exchange(story.station, other.station)
        guest = story.listed("2-2")[-1]
        Story(other.station, story.clock).scan(guest, bus_checkpoint(BusCode("2-2")))
        story.clock.pass_by(240)
        asked = story.scan(guest, bus_checkpoint(BusCode("2-1")))
        story.station.scanning.answer(asked.fact_id, Answer.BOARD_HERE)
        exchange(story.station, other.station)
        return guest.delegate.name
    finally:
        other.store.close()


def write_papers(station: OpenedStation, folder: Path, badges: Sequence[DelegateCard]) -> list[Path]:
    """Write some badges one by one, all in one file, and the manifest of a bus; return the files."""
    written = []
    for card in badges:
        path = folder / f"badge-{card.delegate.badge_no}.pdf"
        papers.write_badge(station, card, path)
        written.append(path)
    papers.write_badges(station, folder / "badges.pdf", lambda _done, _whole: None)
    manifest = station.manifest(BusCode("2-1"))
    for ending in ("pdf", "xlsx", "csv"):
        papers.write_manifest(station, manifest, folder / f"manifest-2-1.{ending}")
        written.append(folder / f"manifest-2-1.{ending}")
    return [*written, folder / "badges.pdf"]
