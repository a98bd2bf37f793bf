"""What becomes of a fact that arrives for a log: known, stored, later or forked, and why; the same in every store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from checkin_app.domain.canonical import object_of
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc, is_too_far_ahead
from checkin_app.domain.ids import FactId, Instant, LogId, StationId, station_id, station_of
from checkin_app.domain.kinds.stations import StationEnrolled

_NEVER = Hlc(0)
#: One more than the greatest number that a column of any store holds: 64 bits with a sign.
BEYOND_NUMBERS = 2**63


class Head(Struct, frozen=True):
    """How far one log is known in one store."""

    log_id: LogId
    seq: int = 0
    hash: bytes = GENESIS
    clock: Hlc = _NEVER
    """The newest stamp of the log that the store goes by."""
    flagged: int = 0
    """How many of its facts were stamped too far ahead when they came."""

    def moved_by(self, fact: Fact, now: Instant) -> "Head":
        """Return how far the log is known with its next fact, heard at `now`."""
        ahead = is_too_far_ahead(fact.hlc, now)
        clock = self.clock if ahead else max(self.clock, fact.hlc)
        return Head(self.log_id, fact.seq, fact.hash(), clock, self.flagged + ahead)


class Why(StrEnum):
    """What keeps a fact out that another station offers."""

    SIGNATURE = "signature"
    """Its station has not signed it so."""
    UNVOUCHED = "unvouched"
    """Nobody vouches for its station."""
    MALFORMED = "malformed"
    """It is no fact: a part of it is missing, or of another kind than it must be."""
    ROLE = "role"
    """Only a coordinator's laptop may say so, and its station is none."""
    REVOKED = "revoked"
    """Its station was shut out before it was known: kept as evidence, and counted nowhere."""
    GAP = "gap"
    """What goes before it in its log has not come: it waits, and is offered again."""


class Fork(StrEnum):
    """Why a fact is set aside: it can never stand in its log as that is known here."""

    BEYOND = "beyond"
    """It has a number that no store holds."""
    OCCUPIED = "occupied"
    """Another fact stands at its place."""
    OURS = "ours"
    """It is for the log that this store is writing, and has not written it."""
    BROKEN = "broken"
    """It does not name the fact before its place as its forerunner."""
    CALLED_ALIKE = "called_alike"
    """Its station calls another fact so."""


@dataclass(frozen=True, slots=True)
class Known:
    """It is here already."""


@dataclass(frozen=True, slots=True)
class Stored:
    """It is the next of its log."""


@dataclass(frozen=True, slots=True)
class Later:
    """Its forerunner has not arrived: offered again, it will be stored."""

    after: int
    """The last place of its log before the gap."""


@dataclass(frozen=True, slots=True)
class Forked:
    """Both it and what it contradicts are kept, it in quarantine."""

    why: Fork


Judgement = Known | Stored | Later | Forked


@dataclass(frozen=True, slots=True)
class Refused:
    """It is not even judged: offered again as it is, it is refused again."""

    why: Why


class Held(Protocol):
    """What a store holds, as far as a judgement asks: most facts are judged by the head of their log alone."""

    def head_of(self, log_id: LogId) -> Head: ...
    def hash_at(self, log_id: LogId, seq: int) -> bytes | None:
        """Return the hash of the fact that stands at a place of a log; None where none does."""
        ...

    def is_writing(self, log_id: LogId) -> bool:
        """Return whether this is the log that this opening of the store writes itself."""
        ...

    def is_called_so(self, station: StationId, fact_id: FactId) -> bool:
        """Return whether a station calls one of its facts here so."""
        ...


Rule = Callable[[Fact, Head, Held], Judgement | None]


def is_storable(fact: Fact) -> bool:
    """Return whether a fact has a place, and numbers that a column can hold."""
    numbers = (fact.seq, fact.hlc, fact.at, fact.clock_offset, fact.version)
    return fact.seq > 0 and all(-BEYOND_NUMBERS <= number < BEYOND_NUMBERS for number in numbers)


def _beyond(fact: Fact, _head: Head, _held: Held) -> Judgement | None:
    return None if is_storable(fact) else Forked(Fork.BEYOND)


def _has_its_place(fact: Fact, head: Head, held: Held) -> Judgement | None:
    if fact.seq > head.seq:
        return None
    return Known() if held.hash_at(fact.log_id, fact.seq) == fact.hash() else Forked(Fork.OCCUPIED)


def _ours(fact: Fact, _head: Head, held: Held) -> Judgement | None:
    return Forked(Fork.OURS) if held.is_writing(fact.log_id) else None


def _later(fact: Fact, head: Head, _held: Held) -> Judgement | None:
    return Later(head.seq) if fact.seq > head.seq + 1 else None


def _broken(fact: Fact, head: Head, _held: Held) -> Judgement | None:
    return Forked(Fork.BROKEN) if fact.prev_hash != head.hash else None


def _called_alike(fact: Fact, _head: Head, held: Held) -> Judgement | None:
    """Object to a second fact of one name; what other stations call theirs is their own matter."""
    return Forked(Fork.CALLED_ALIKE) if held.is_called_so(station_of(fact.log_id), fact.fact_id) else None


#: The first that has something to say decides; a fact of which none has is stored.
RULES: tuple[Rule, ...] = (_beyond, _has_its_place, _ours, _later, _broken, _called_alike)


def judge(fact: Fact, held: Held) -> Judgement:
    """Return what becomes of a fact whose signature was checked.

    Whoever stores it moves its log's head before judging another: a log's facts are judged one after the other.
    """
    head = held.head_of(fact.log_id)
    for rule in RULES:
        if judgement := rule(fact, head, held):
            return judgement
    return Stored()


Proof = Callable[[bytes, bytes, bytes], bool]
"""Whether a public key, a message and a signature belong together."""

_SIGNATURE = 64
"""Bytes of an Ed25519 signature."""


def runs(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Yield facts in as few pieces as there are in which each follows from the one before it."""
    run: list[Fact] = []
    for fact in facts:
        if run and not fact.follows(run[-1]):
            yield run
            run = []
        run.append(fact)
    if run:
        yield run


def refusals(run: Sequence[Fact], key: bytes | None, holds: Proof) -> list[Why | None]:
    """Return of each fact of a run why it is not even judged, or None where it is proven to be its station's.

    A station that signs a fact signs its forerunners too, which that names by their hash: so the last signature that
    holds proves all before it, and of a run that is as it should be one is looked at.

    Args:
        run: facts of one log that follow from one another.
        key: the public key of the station that their log names; None where nobody vouches for one.
        holds: proves signatures.
    """
    if key is None or station_id(key) != station_of(run[0].log_id):
        return [Why.UNVOUCHED] * len(run)
    said = [None if _can_be_its_own(fact, key) else Why.SIGNATURE for fact in run]
    unproven = True
    for place in range(len(run) - 1, -1, -1):
        if said[place]:
            unproven = True
        elif unproven and (unproven := not _is_signed(run[place], key, holds)):
            said[place] = Why.SIGNATURE
    return said


def _can_be_its_own(fact: Fact, key: bytes) -> bool:
    """Return whether a station may have signed a fact: one that tells of a key tells of its writer's own."""
    return len(fact.signature) == _SIGNATURE and (fact.kind != StationEnrolled.KIND or _enrols(fact, key))


def _is_signed(fact: Fact, key: bytes, holds: Proof) -> bool:
    try:
        return holds(key, fact.signed_bytes(), fact.signature)
    except ValueError:  # half a character, which nobody can have signed
        return False


def _enrols(fact: Fact, key: bytes) -> bool:
    """Return whether an enrolment, of whatever version, speaks of its own writer: nobody can enrol a third."""
    return object_of(fact.body).get("public_key") == key.hex()
