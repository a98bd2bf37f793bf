"""A station on a real store, with short ways to act on it and a clock that tests move."""

from collections.abc import Callable
from dataclasses import dataclass

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, Instant, RouteId, bus_subject
from checkin_app.domain.kinds.buses import BusMovedTo
from checkin_app.services.badges import code_of
from checkin_app.services.opened import OpenedStation


@dataclass
class Hand:
    """Moves the clock."""

    at: Instant

    def __call__(self) -> Instant:
        return self.at


@dataclass
class Post:
    """One station and short ways to act on it."""

    station: OpenedStation
    clock: Hand
    close: Callable[[], None] = lambda: None

    def register(self, name: str = "林若溪", **more: object) -> Delegate:
        given = {"category": CategoryId("delegate"), "route": RouteId("2"), **more}
        return self.station.people.register(Delegate(DelegateId(""), name, **given)).delegate

    def code(self, delegate: Delegate, issue: int = 1) -> str:
        return code_of(self.station.signer, self.station.forum.id, delegate.id, issue)

    def bus(self, code: str, *, usable: int = 10, licensed: int = 12, opened: bool = True, **more: int) -> Bus:
        bus = Bus(BusCode(code), RouteId(code[0]), licensed, usable, **more)
        self.station.dispatch.add_bus(bus)
        if opened:
            self.station.dispatch.open_doors(bus.code)
        return bus

    def move(self, code: str, state: BusState) -> None:
        """Bring a bus into any state, as a laptop says it whose version knows no head counts."""
        with self.station.dispatch.open_unit() as unit:
            after = unit.bus_record(BusCode(code)).state_facts
            unit.record(FactDraft(bus_subject(BusCode(code)), BusMovedTo(state=state, after=after)))
            unit.commit()

    def card(self, delegate: Delegate):
        found = self.station.queries.card(delegate.id)
        assert found
        return found
