"""What was done with one bus."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.bus_log import LogEntry
from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.services.ports.acting import Makers


@dataclass(frozen=True, slots=True)
class BusLog:
    """Every fact of a bus, of its door, and of the seats on it."""

    bus: BusCode
    entries: tuple[LogEntry, ...]
    """The oldest first."""
    names: Mapping[DelegateId, str] = field(default_factory=dict)
    makers: Makers = field(default_factory=Makers)

    def maker(self, entry: LogEntry) -> str:
        """Return who did it, by name; empty where nobody is named."""
        known = self.makers.of(entry.fact_id, entry.station)
        return known.name if known else ""

    def name(self, entry: LogEntry) -> str:
        """Return the name of the guest whom it is about; empty where it is about the bus."""
        return self.names.get(entry.delegate, "") if entry.delegate else ""


class BusLogQueries(Protocol):
    """Reading what was done."""

    def bus_log(self, bus: BusCode) -> BusLog: ...
