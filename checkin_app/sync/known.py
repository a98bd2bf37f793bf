"""What this laptop knows of how it stands to the others: written by the network lane, read by whoever shows it."""

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.ids import Instant, LogId, StationId
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import NotAdmitted, NotJoined, ShutOut
from checkin_app.domain.sync.reports import Report, newest
from checkin_app.domain.sync.status import HEARD_MS, MOST_COUNTED, ClockOffset, Reach, Seen, SyncStatus
from checkin_app.domain.sync.vectors import Vector
from checkin_app.runtime.acknowledged import Acknowledged
from checkin_app.services.opened import OpenedStation
from checkin_app.sync.hub_client import HubClient


@dataclass(frozen=True, slots=True)
class Here:
    """What is held here once all was exchanged."""

    vector: Vector
    refused_there: Collection[LogId]
    """Logs of which the hub does not take more."""


class Known:
    """One moment's knowledge; used by several threads."""

    def __init__(self, folder: Path, station: OpenedStation) -> None:
        self._station = station
        self._gate = threading.Lock()
        self.reach = Reach.ALONE
        self._hub = ""
        self._last: Instant | None = None
        self._heard: dict[StationId, Instant] = {}
        self._at_hub = 0
        self._clock: ClockOffset | None = None
        self._trouble: Problem | None = None
        self._told: Mapping[StationId, Seen] = {}
        self.held_elsewhere = Acknowledged(folder, station.station.id)

    # ---- what the lane tells

    def met(self, here: "Here", client: HubClient, at_hub: int) -> None:
        """Note that all was exchanged, but for what the hub does not take."""
        refused = {*here.refused_there}
        self.held_elsewhere.note({log_id: seq for log_id, seq in here.vector.items() if log_id not in refused})
        with self._gate:
            self._last, self._hub, self._trouble = self._station.clock(), str(client.address), None
            self._clock, self._at_hub = client.clock.best, at_hub
            self.reach = Reach.LIVE if self.reach is Reach.LIVE else Reach.POLLED

    def acknowledged(self, heads: Mapping[LogId, int]) -> None:
        self.held_elsewhere.note(heads)
        with self._gate:
            self._last = self._station.clock()

    def told(self, others: Mapping[StationId, Seen]) -> None:
        """Note what the hub says of the others."""
        with self._gate:
            self._told = {**self._told, **others}  # a hub that took another's place has not heard of everybody yet

    def heard(self, stations: Iterable[StationId]) -> None:
        now = self._station.clock()
        with self._gate:
            self._last = now
            for each in stations:
                self._heard[each] = now

    def could_not(self, problem: Problem) -> None:
        """Note that the hub cannot be met at the moment."""
        with self._gate:
            self._trouble = problem
            match problem:
                case NotJoined():
                    self.reach, self._trouble = Reach.ALONE, None
                case NotAdmitted():
                    self.reach = Reach.WAITING
                case ShutOut():
                    self.reach = Reach.SHUT_OUT
                case _:
                    self.reach = Reach.AWAY

    def keep(self) -> None:
        """Write down what must not be counted as being only here at the next opening."""
        self.held_elsewhere.keep()

    def report(self) -> Report:
        """Return what this laptop says of itself; reads the store."""
        station = self._station
        vector, health = station.merging.vector(), station.queries.health()
        missing = min(sum(each.count for each in health.kept_out.gaps(vector)), MOST_COUNTED)
        with self._gate:
            clock = self._clock
        return Report(vector.facts, self.held_elsewhere.only_here(vector).entries, clock, missing, health.unknown_kinds)

    # ---- what is shown

    def status(self) -> SyncStatus:
        """Return how things stand; reads the store, so on a lane that may wait."""
        station = self._station
        vector, now = station.merging.vector(), station.clock()
        health = station.queries.health()
        gaps, only_here = health.kept_out.gaps(vector), self.held_elsewhere.only_here(vector)
        with self._gate:
            seen = {each: Seen(at) for each, at in self._heard.items()}
            seen |= {each: newest(told, seen.get(each, Seen())) for each, told in self._told.items()}
            return SyncStatus(
                reach=self.reach,
                hub=self._hub,
                last_exchange=self._last,
                heard=max(_lately(seen, now), self._at_hub),
                only_here=only_here.entries,
                on_stick=only_here.on_stick,
                gaps=gaps,
                clock=self._clock,
                newer_kinds=health.unknown_kinds,
                trouble=self._trouble,
                stations=seen,
            )


def _lately(seen: Mapping[StationId, Seen], now: Instant) -> int:
    """Return how many others were heard in the last minute, the hub's own laptop among them."""
    return sum(each.at is not None and 0 <= now - each.at <= HEARD_MS for each in seen.values())
