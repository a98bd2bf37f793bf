"""The names of things: every identifier is its own type, never a bare string."""

import hashlib
import re
import unicodedata
from typing import NewType

StationId = NewType("StationId", str)
"""16 hex digits: the head of the SHA-256 of the station's public key."""
LogId = NewType("LogId", str)
"""32 hex digits: the station id, then 8 random bytes drawn at the opening of the store."""
FactId = NewType("FactId", str)
"""UUID version 7 in its canonical text form (RFC 9562)."""
Digest = NewType("Digest", str)
"""SHA-256 of a document, 64 hex digits."""
DelegateId = NewType("DelegateId", str)
"""16 hex digits: the eight bytes that a badge code carries."""
OperatorId = NewType("OperatorId", str)
"""16 hex digits, which follow from the forum and the name: the same on every laptop that names somebody so."""
CategoryId = NewType("CategoryId", str)
SessionId = NewType("SessionId", str)
RouteId = NewType("RouteId", str)
BusCode = NewType("BusCode", str)
"""What is written on the bus, such as ``2-3``."""
ForumId = NewType("ForumId", str)
JobId = NewType("JobId", str)
"""One print job; the text of a UUID version 7."""
ActId = NewType("ActId", str)
"""What a person did at once; the text of a UUID version 7, like that of a fact."""
Instant = NewType("Instant", int)
"""UTC, in milliseconds since 1970-01-01."""
Subject = NewType("Subject", str)
"""What a fact is about: ``delegate:…``, ``bus:…``, ``job:…``, ``station:…``, ``forum:…``, ``contradiction:…``, ``operator:…`` or ``code:…``."""
ContradictionId = NewType("ContradictionId", str)
"""16 hex digits, which follow from what contradicts itself: the same on every laptop."""
CheckpointId = NewType("CheckpointId", str)
"""A session's id, or ``bus:`` and the code of a bus."""

#: A bus code: a route, a dash, a running number.
BUS_CODE = re.compile(r"[0-9A-Z]{1,4}-[0-9]{1,3}")

_BUS = "bus:"
_JOB = "job:"
_CONTRADICTION = "contradiction:"
_OPERATOR = "operator:"


def delegate_subject(delegate: DelegateId) -> Subject:
    return Subject(f"delegate:{delegate}")


def bus_subject(bus: BusCode) -> Subject:
    return Subject(f"{_BUS}{bus}")


def job_subject(job: JobId) -> Subject:
    return Subject(f"{_JOB}{job}")


def job_of(subject: Subject) -> JobId:
    return JobId(subject.removeprefix(_JOB))


def contradiction_subject(contradiction: ContradictionId) -> Subject:
    return Subject(f"{_CONTRADICTION}{contradiction}")


def contradiction_of(subject: Subject) -> ContradictionId:
    return ContradictionId(subject.removeprefix(_CONTRADICTION))


def operator_subject(operator: OperatorId) -> Subject:
    return Subject(f"{_OPERATOR}{operator}")


def operator_of(subject: Subject) -> OperatorId:
    return OperatorId(subject.removeprefix(_OPERATOR))


def forum_subject(forum: ForumId) -> Subject:
    return Subject(f"forum:{forum}")


def bus_checkpoint(bus: BusCode) -> CheckpointId:
    return CheckpointId(f"{_BUS}{bus}")


def bus_of(checkpoint: CheckpointId) -> BusCode | None:
    """Return the bus a checkpoint stands at, or None where it is a session's."""
    return BusCode(checkpoint.removeprefix(_BUS)) if checkpoint.startswith(_BUS) else None


def station_id(public_key: bytes) -> StationId:
    return StationId(hashlib.sha256(public_key).hexdigest()[:16])


def station_of(log: LogId) -> StationId:
    """Return the station that wrote a log: a log's id begins with it."""
    return StationId(log[:16])


def delegate_id_from(forum: ForumId, origin: str) -> DelegateId:
    """Return the id that every station gives to the person known as `origin` on a list.

    Two stations that import one list apart must name its people alike, or merging would double them.
    """
    return DelegateId(hashlib.sha256(f"{forum}\n{origin}".encode()).hexdigest()[:16])


def operator_id_from(forum: ForumId, name: str) -> OperatorId:
    """Return the id that every station gives to the operator of a name, which may be written in capitals."""
    called = unicodedata.normalize("NFKC", name).casefold()
    return OperatorId(hashlib.sha256(f"{forum}\noperator\n{called}".encode()).hexdigest()[:16])
