"""What a write can have changed, so that views know when what they show is stale."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Changed(StrEnum):
    """Kinds of thing a change can touch; a view goes stale when one it shows is among them."""

    DELEGATES = "delegates"
    PRESENCES = "presences"
    BADGES = "badges"
    RIDES = "rides"
    BUSES = "buses"
    SCANS = "scans"
    JOBS = "jobs"
    FORUM = "forum"
    STATIONS = "stations"
    OPERATIONS = "operations"
    CONTRADICTIONS = "contradictions"
    OPERATORS = "operators"


ChangeSet = frozenset[Changed]

#: Of what nobody can tell what it was.
EVERYTHING: ChangeSet = frozenset(Changed)


class Changing(Protocol):
    """What a write came to, which says what it changed."""

    @property
    def changes(self) -> ChangeSet: ...


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a write came to of which nothing else is to be told."""

    changes: ChangeSet
