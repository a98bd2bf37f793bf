"""What stations that were apart said differently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ConflictKind(StrEnum):
    TWO_BUSES = "two_buses"
    TWO_LISTS = "two_lists"
    TWO_PLACES = "two_places"
    TWO_BADGES = "two_badges"
    TWO_EDITS = "two_edits"
    TWO_STATES = "two_states"
    """A bus that was moved, a print job that was settled, or a badge that was revoked and restored, in two ways apart."""
    TWO_RECORDS = "two_records"
    """A record that was merged into two others, or merged and taken apart, by laptops apart."""
    OVERBOOKED = "overbooked"
    ONE_NUMBER = "one_number"
    """Two people bear one badge number: who types it finds nobody."""
    ONE_CODE = "one_code"
    """One code of another system stands for two people: who scans it is nobody."""


@dataclass(frozen=True, slots=True)
class Conflict:
    kind: ConflictKind
    subject: str
    """Delegate id, bus code, print job, badge number, or a code of another system."""
    name: str
    field: str
    """The field edited twice, or empty."""
    claims: tuple[Mapping[str, str | int], ...]
    """Each: ``fact_id``, ``at``, ``station`` and ``value``."""
    rehearsal: bool = False
    """It happened in a rehearsal: nobody need settle it."""


class ConflictQueries(Protocol):
    """What a person has to settle."""

    def conflicts(self) -> Sequence[Conflict]: ...
