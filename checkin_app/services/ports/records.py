"""The record of one person: what is known, what was written of them, and what is disputed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from checkin_app.domain.emergencies import Mark
from checkin_app.domain.ids import BusCode, DelegateId, StationId
from checkin_app.domain.records import Change, Claim
from checkin_app.domain.registers import Registers
from checkin_app.services.ports.acting import Makers
from checkin_app.services.ports.people import DelegateCard


@dataclass(frozen=True, slots=True)
class VoidedRecord:
    """A record for which this one stands."""

    id: DelegateId
    name: str
    badge_no: str


@dataclass(frozen=True, slots=True)
class AtEmergency:
    """How somebody is by the last emergency at a bus."""

    bus: BusCode
    marks: tuple[Mark, ...]
    """What stands of what was said; different ones contradict each other."""
    is_contradicted: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One person, with all that was ever written of them."""

    card: DelegateCard
    edits: Registers
    """What whoever read this knows of: an edit names it."""
    changes: tuple[Change, ...]
    """The oldest first."""
    disputed: Mapping[str, tuple[Claim, ...]]
    """Of each field that laptops apart wrote differently what each wrote; the last one holds meanwhile."""
    stations: Mapping[StationId, str]
    """What people call the laptops."""
    voided: tuple[VoidedRecord, ...] = ()
    """Records of the same person, for which this one stands."""
    makers: Makers = field(default_factory=Makers)
    """Who wrote each of the changes."""
    emergencies: tuple[AtEmergency, ...] = ()
    """Those at which somebody said how this person is, by the codes of their buses."""


class RecordQueries(Protocol):
    """Showing one person's record."""

    def record(self, delegate: DelegateId) -> Record | None: ...
