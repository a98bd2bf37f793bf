"""What is remembered: signed, chained, never edited."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

#: The hash that the first fact of a log names as its forerunner.
GENESIS = bytes(32)


class Kind(StrEnum):
    """The kinds this version knows; others are kept and passed on unread."""

    STATION_ENROLLED = "station.enrolled"
    FORUM_ADOPTED = "forum.adopted"
    DELEGATE_REGISTERED = "delegate.registered"
    DELEGATE_AMENDED = "delegate.amended"
    BADGE_REPLACED = "badge.replaced"
    BADGE_REVOKED = "badge.revoked"
    SCAN_DECIDED = "scan.decided"
    SCAN_ANSWERED = "scan.answered"
    SCAN_UNDONE = "scan.undone"
    RIDE_ASSIGNED = "ride.assigned"
    BUS_ADDED = "bus.added"
    BUS_AMENDED = "bus.amended"
    BUS_MOVED_TO = "bus.moved_to"
    JOB_CHANGED = "job.changed"
    OPERATION_OPENED = "operation.opened"
    OPERATION_CLOSED = "operation.closed"
    OPERATION_TAKEN_BACK = "operation.taken_back"


class Aspect(StrEnum):
    """Which state of its subject a fact can change: facts are folded by (subject, aspect)."""

    NONE = ""
    DETAILS = "details"
    BADGE = "badge"
    MOVEMENT = "movement"
    BUS = "bus"
    JOB = "job"
    STATION = "station"
    FORUM = "forum"
    OPERATION = "operation"


ASPECTS: Mapping[str, Aspect] = {
    Kind.STATION_ENROLLED: Aspect.STATION,
    Kind.FORUM_ADOPTED: Aspect.FORUM,
    Kind.DELEGATE_REGISTERED: Aspect.DETAILS,
    Kind.DELEGATE_AMENDED: Aspect.DETAILS,
    Kind.BADGE_REPLACED: Aspect.BADGE,
    Kind.BADGE_REVOKED: Aspect.BADGE,
    Kind.SCAN_ANSWERED: Aspect.MOVEMENT,
    Kind.SCAN_UNDONE: Aspect.MOVEMENT,
    Kind.RIDE_ASSIGNED: Aspect.MOVEMENT,
    Kind.BUS_ADDED: Aspect.BUS,
    Kind.BUS_AMENDED: Aspect.BUS,
    Kind.BUS_MOVED_TO: Aspect.BUS,
    Kind.JOB_CHANGED: Aspect.JOB,
    Kind.OPERATION_OPENED: Aspect.OPERATION,
    Kind.OPERATION_CLOSED: Aspect.OPERATION,
    Kind.OPERATION_TAKEN_BACK: Aspect.OPERATION,
}


def aspect_of(kind: str, version: int, body: Mapping[str, Json]) -> Aspect:
    """Return what a fact can change.

    Only a scan that was accepted moves anybody, so a badge scanned a thousand times folds one fact.
    Unknown kinds and newer versions change nothing here until an application that knows them folds them.
    """
    if version > 1:
        return Aspect.NONE
    if kind == Kind.SCAN_DECIDED:
        return Aspect.MOVEMENT if body.get("verdict") == "go" else Aspect.NONE
    return ASPECTS.get(kind, Aspect.NONE)


@dataclass(frozen=True, slots=True)
class FactDraft:
    """What a service wants remembered; the journal adds when, where and the proof."""

    kind: Kind
    subject: Subject
    body: Mapping[str, Json]
    actor: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the journal, exactly as stored and signed."""

    log_id: LogId
    seq: int
    fact_id: FactId
    hlc: Hlc
    at: Instant
    clock_offset: int
    kind: str
    version: int
    actor: str
    subject: Subject
    body: bytes
    prev_hash: bytes
    signature: bytes = b""
    _content: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def order(self) -> tuple[int, str, int]:
        """The total order in which facts are folded, the same on every station."""
        return (self.hlc, self.log_id, self.seq)

    @property
    def content(self) -> Mapping[str, Any]:
        """The decoded body; raises ValueError where it is no JSON object."""
        if not self._content:
            decoded = json.loads(self.body.decode())  # told to be UTF-8, it need not guess
            if not isinstance(decoded, dict):
                raise ValueError("a fact's body must be a JSON object")
            self._content.update(decoded)
        return self._content

    def signed_bytes(self) -> bytes:
        """Return what the station signs: every field but the signature, each with its length before it."""
        fields = (
            self.log_id, str(self.seq), self.fact_id, str(self.hlc), str(self.at), str(self.clock_offset),
            str(self.kind), str(self.version), self.actor, self.subject,
        )  # fmt: skip
        parts = [*[value.encode() for value in fields], self.body, self.prev_hash]
        return b"".join([each for part in parts for each in (len(part).to_bytes(4), part)])

    def signed_with(self, signature: bytes) -> "Fact":
        """Return this fact with its signature."""
        return Fact(
            self.log_id, self.seq, self.fact_id, self.hlc, self.at, self.clock_offset, self.kind, self.version,
            self.actor, self.subject, self.body, self.prev_hash, signature,
        )  # fmt: skip

    def hash(self) -> bytes:
        """Return what the next fact of this log names as its forerunner: SHA-256 over all, signature too."""
        return hashlib.sha256(self.signed_bytes() + self.signature).digest()


def canonical(value: Mapping[str, Json]) -> bytes:
    """Return the one byte form of a JSON object: sorted keys, no spaces, UTF-8.

    Lone surrogates, which no UTF-8 can hold, raise UnicodeEncodeError (a ValueError).
    """
    return _ENCODER.encode(value).encode()


#: Made once: each scan is written through it.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
