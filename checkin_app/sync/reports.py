"""What laptops tell the hub of themselves, and what it answers: how it and the others stand, and what it asks of its own logs.

It lies in the hub's folder, so that the window beside a hub knows it too, and a hub that is begun anew what it was told before.
"""

import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from checkin_app.domain.ids import Instant, LogId, StationId
from checkin_app.domain.sync.reports import MOST_ASKED, Report, Reported
from checkin_app.domain.sync.status import MOST_APART, MOST_COUNTED, ClockOffset, OnlyHere, Seen, Told
from checkin_app.runtime.acknowledged import Acknowledged
from checkin_app.runtime.bounded import read_bounded
from checkin_app.runtime.paths import StationFolder
from checkin_app.runtime.whole_file import taking_place
from checkin_app.services.merging import Merging
from checkin_app.services.opened import OpenedStation
from checkin_app.services.responding import facts_following
from checkin_app.sync.statements import StatementBody

FILE = "reports.json"
_LONGEST, _MOST_OTHERS = 1_000_000, 1_000
#: Seconds between two writings: what was told within them is told again.
_KEPT_EVERY = 5.0
#: Digits of a fact's hash that stand for it.
_MARK = 32

Count = Annotated[int, Meta(ge=0, le=2**53)]
Entries = Annotated[int, Meta(ge=0, le=MOST_COUNTED)]
Apart = Annotated[int, Meta(ge=-MOST_APART, le=MOST_APART)]
Within = Annotated[int, Meta(ge=0, le=MOST_APART)]
LogName = Annotated[LogId, Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class HeldTo(msgspec.Struct, frozen=True, array_like=True):
    """How far a log is held, and which fact stands there."""

    seq: Annotated[int, Meta(ge=1, le=2**53)]
    mark: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class ReportBody(msgspec.Struct, frozen=True):
    """What a laptop tells of itself; what a later version adds is passed over."""

    held: Entries
    ahead: Entries = 0
    clock: Apart | None = None
    within: Within = 0
    missing: Entries = 0
    unread: Entries = 0
    hub: StatementBody | None = None
    """What it says of itself where it is a hub, too."""
    logs: Annotated[dict[LogName, HeldTo], Meta(max_length=MOST_ASKED)] = {}
    """How far it holds those that it was asked for last."""

    def report(self) -> Report:
        clock = None if self.clock is None else ClockOffset(self.clock, self.within)
        return Report(self.held, self.ahead, clock, self.missing, self.unread)


class Other(msgspec.Struct, frozen=True):
    """How one laptop stands, in milliseconds since, and numbers of entries."""

    heard: Count | None = None
    told: Count | None = None
    ahead: Entries = 0
    behind: Entries = 0
    clock: Apart | None = None
    within: Within = 0
    missing: Entries = 0
    unread: Entries = 0
    hub: StatementBody | None = None


class ReportAnswer(msgspec.Struct, frozen=True):
    """What the hub answers."""

    asks: Annotated[list[LogName], Meta(max_length=MOST_ASKED)]
    stations: Annotated[dict[StationId, Other], Meta(max_length=_MOST_OTHERS)]

    @property
    def hubs(self) -> list[StatementBody]:
        """Return what others say of themselves that are hubs, too."""
        return [each.hub for each in self.stations.values() if each.hub]

    def seen(self, now: Instant) -> dict[StationId, Seen]:
        """Return how the others stand, by the clock of whoever asked."""
        return {station: _seen(other, now) for station, other in self.stations.items()}


class _Kept(msgspec.Struct, frozen=True):
    body: ReportBody
    at: int
    there: Count
    heard: int


class Reports:
    """What laptops told a hub; used by several threads."""

    def __init__(self, folder: Path) -> None:
        self._file, self._gate = folder / FILE, threading.Lock()
        self._kept = self._read()
        self._due = time.monotonic()

    def note(self, station: StationId, body: ReportBody, there: int, now: Instant) -> None:
        with self._gate:
            self._kept[station] = _Kept(body, now, there, now)

    def seen(self, heard: Mapping[StationId, Instant], there: int, now: Instant) -> dict[StationId, Seen]:
        """Return how every laptop stands that told or asked anything.

        Args:
            heard: when each asked last, as far as this hub knows.
            there: how many entries the hub holds.
            now: by the hub's clock.
        """
        with self._gate:
            kept = dict(self._kept)
        seen = {station: Seen(at) for station, at in heard.items()}
        for station, each in kept.items():
            at = max(Instant(each.heard), heard.get(station, Instant(0)))
            told = Reported(each.body.report(), Instant(each.at), each.there).told(there, at, now)
            seen[station] = Seen(at, told)
        return seen

    def hubs(self) -> dict[StationId, StatementBody]:
        """Return what laptops say of themselves that are hubs, too."""
        with self._gate:
            said = {station: each.body.hub for station, each in self._kept.items()}
        return {station: hub for station, hub in said.items() if hub and hub.statement().station == station}

    def keep(self, *, at_once: bool = False) -> bool:
        """Write it down, now and then, and return whether it was due; where that fails, it is told again."""
        with self._gate:
            if not at_once and time.monotonic() < self._due:
                return False
            self._due = time.monotonic() + _KEPT_EVERY
            content = msgspec.json.encode(self._kept)
        with suppress(OSError), taking_place(self._file) as stream:
            stream.write(content)
        return True

    def _read(self) -> dict[StationId, _Kept]:
        with suppress(OSError, msgspec.DecodeError):
            return msgspec.json.decode(read_bounded(self._file, _LONGEST), type=dict[StationId, _Kept])
        return {}


class Reporting:
    """The hub's side: takes reports, and answers with how all stand."""

    def __init__(self, folder: Path, hub: Path, own: StationId, merging: Merging) -> None:
        """Begin with what was known before.

        Args:
            folder: the station's.
            hub: the hub's within it.
            own: the hub's own station.
            merging: what it holds.
        """
        self._own, self._merging = own, merging
        self._reports, self.held_elsewhere = Reports(hub), Acknowledged(folder, own)
        self._asked = LogId("")

    def report(
        self, station: StationId, body: ReportBody, heard: Mapping[StationId, Instant], now: Instant
    ) -> ReportAnswer:
        """Take what a laptop tells; return what it is asked, and how the others stand."""
        self._confirm(body.logs)
        vector = self._merging.vector()
        self._reports.note(station, body, vector.facts, now)
        asks = self.held_elsewhere.unconfirmed(vector, self._asked, MOST_ASKED)
        self._asked = asks[-1] if asks else self._asked
        only_here = self.held_elsewhere.only_here(vector).entries
        known, hubs = self._reports.seen(heard, vector.facts, now), self._reports.hubs()
        others = {each: _other(seen, hubs.get(each), now) for each, seen in known.items()}
        others.pop(station, None)
        others[self._own] = Other(heard=0, told=0, ahead=only_here, clock=0)
        self.keep()
        return ReportAnswer(asks, dict([*others.items()][-_MOST_OTHERS:]))

    def only_here(self) -> OnlyHere:
        """Return how many entries of its own no laptop has confirmed."""
        return self.held_elsewhere.only_here(self._merging.vector())

    def seen(self, heard: Mapping[StationId, Instant], now: Instant) -> dict[StationId, Seen]:
        return self._reports.seen(heard, self._merging.vector().facts, now)

    def keep(self, *, at_once: bool = False) -> None:
        if self._reports.keep(at_once=at_once):  # a busy hub is told something new many times a second
            self.held_elsewhere.keep()

    def _confirm(self, logs: Mapping[LogId, HeldTo]) -> None:
        """Believe that logs are held elsewhere as far as the very facts stand there that stand here."""
        self.held_elsewhere.note(
            {
                log_id: there.seq
                for log_id, there in logs.items()
                if marked(self._merging, log_id, there.seq) == there.mark
            }
        )


def reporting_of(folder: Path, station: OpenedStation) -> Reporting:
    """Return what laptops told the hub of the station in `folder`, whichever process serves it."""
    return Reporting(folder, StationFolder(folder).own_hub, station.station.id, station.merging)


def marked(merging: Merging, log_id: LogId, seq: int) -> str:
    """Return what stands for the fact at a place of a log; empty where there is none."""
    found = facts_following(merging.log, {log_id: seq - 1}, 1)
    return found[0].hash().hex()[:_MARK] if found and found[0].seq == seq else ""


def told_here(report: Report, hub: StatementBody | None, asks: Iterable[LogId], merging: Merging) -> ReportBody:
    """Return what this laptop tells the hub: of itself, as a hub too, and how far it holds what it was asked for."""
    vector = merging.vector()
    held = {log_id: seq for log_id in asks if (seq := vector.get(log_id, 0))}
    marks = {log_id: HeldTo(seq, mark) for log_id, seq in held.items() if (mark := marked(merging, log_id, seq))}
    clock = report.clock
    return ReportBody(
        report.held, report.ahead, clock.milliseconds if clock else None, clock.within if clock else 0,
        report.missing, report.unread, hub, marks,
    )  # fmt: skip


def _other(seen: Seen, hub: StatementBody | None, now: Instant) -> Other:
    heard = None if seen.at is None else max(0, now - seen.at)
    told = seen.told
    if told is None:
        return Other(heard, hub=hub)
    clock = told.clock
    return Other(
        heard, max(0, now - told.at), told.ahead, told.behind, clock.milliseconds if clock else None,
        clock.within if clock else 0, told.missing, told.unread, hub,
    )  # fmt: skip


def _seen(other: Other, now: Instant) -> Seen:
    at = None if other.heard is None else Instant(now - other.heard)
    if other.told is None:
        return Seen(at)
    clock = None if other.clock is None else ClockOffset(other.clock, other.within)
    told = Told(Instant(now - other.told), other.ahead, other.behind, clock, other.missing, other.unread)
    return Seen(at, told)
