"""Which laptops take part, as what: by what they and the coordinators said, in whatever order it came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin_app.domain.ids import Instant, StationId


class Role(StrEnum):
    """What a laptop may do among the others; what it does by itself it may do in any."""

    COORDINATOR = "coordinator"
    """Lets others in, and shuts them out."""
    DESK = "desk"


class Standing(StrEnum):
    """How a laptop stands to the others."""

    ASKING = "asking"
    """It has shown an invitation, and waits for a coordinator."""
    MEMBER = "member"
    LEFT = "left"
    """It said itself that it takes part no more."""
    REVOKED = "revoked"
    """A coordinator has shut it out: stolen, or lost."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is known of one laptop's taking part."""

    station: StationId
    public_key: bytes
    name: str
    role: Role
    standing: Standing
    since: Instant
    """When it came to stand so."""
    words: str = ""
    """What it shows beside the hub's words, where it asks; empty where nobody needs to compare."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said of a laptop: a stage of its way in or out."""

    standing: Standing
    station: StationId
    public_key: bytes
    name: str
    at: Instant
    role: Role | None = None
    """None where a laptop enrols itself, or where its role is not what is said."""
    words: str = ""


def fold_enrolments(said: Iterable[Said]) -> Mapping[StationId, Enrolment]:
    """Return how every laptop stands, out of all that was said, in the order of facts.

    Whoever is shut out stays so: what is stolen comes back with a new key.  A laptop that enrolled itself, and that
    nobody had to admit, founded its record: it is a coordinator's.
    """
    standing: dict[StationId, Enrolment] = {}
    for each in said:
        before = standing.get(each.station)
        standing[each.station] = _after(before, each) if before else _first(each)
    return standing


def _first(said: Said) -> Enrolment:
    role = said.role or (Role.COORDINATOR if said.standing is Standing.MEMBER else Role.DESK)
    return Enrolment(said.station, said.public_key, said.name, role, said.standing, said.at, said.words)


def _after(before: Enrolment, said: Said) -> Enrolment:
    named = replace(before, name=said.name or before.name)
    if before.standing is Standing.REVOKED:
        return before
    match said.standing:
        case Standing.REVOKED | Standing.LEFT:
            return replace(before, standing=said.standing, since=said.at)
        case Standing.ASKING:
            if before.standing is Standing.MEMBER:
                return before
            return replace(named, standing=Standing.ASKING, words=said.words, since=said.at)
        case Standing.MEMBER if said.role is not None:
            return replace(named, role=said.role, standing=Standing.MEMBER, words="", since=said.at)
        case _:  # it says itself what it is called; a coordinator's name for it stands
            return before
