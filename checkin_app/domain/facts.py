"""What is remembered: signed, chained, never edited."""

import hashlib
import re
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct, structs

from checkin_app.domain.canonical import canonical, read
from checkin_app.domain.hlc import Hlc, is_time
from checkin_app.domain.ids import ActId, Digest, FactId, Instant, LogId, Subject
from checkin_app.domain.kinds.body import Aspect, Body, is_well_named
from checkin_app.domain.kinds.registry import KINDS, decoder_of

B = TypeVar("B", bound=Body)
T = TypeVar("T")

#: The hash that the first fact of a log names as its forerunner.
GENESIS = bytes(32)
#: What stands before a part that is so long, as nearly every part is: each fact has twelve.
_SIZES = [size.to_bytes(4) for size in range(512)]
_DIGEST = re.compile(rb"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class FactDraft(Struct, frozen=True):
    """What a service wants remembered; the journal adds when, where and the proof."""

    subject: Subject
    said: Body
    actor: str = ""
    """The sign-in under which it is said; empty where nobody is named."""

    @property
    def kind(self) -> str:
        return self.said.KIND

    @property
    def version(self) -> int:
        return self.said.VERSION

    @property
    def body(self) -> bytes:
        return canonical(self.said)

    def within(self, act: ActId) -> "FactDraft":
        """Return this as a part of an act."""
        return FactDraft(self.subject, structs.replace(self.said, act=act), self.actor)

    def by(self, actor: str) -> "FactDraft":
        """Return this as said by whoever has signed in so."""
        return FactDraft(self.subject, self.said, actor)


class _Once(Generic[T]):
    """What is worked out of a fact when it is first asked for; functools' own takes a lock that all facts share."""

    def __init__(self, find: Callable[["Fact"], T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, fact: "Fact", owner: type) -> T:
        found: T = fact.__dict__.setdefault(self._name, self._find(fact))
        return found


class Fact(Struct, frozen=True, dict=True):
    """One entry of the journal, exactly as stored and signed; not a dataclass, which takes ten times as long to make."""

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

    @property
    def order(self) -> tuple[int, str, int]:
        """The total order in which facts are folded, the same on every station."""
        return (self.hlc, self.log_id, self.seq)

    @_Once
    def said(self) -> Body | None:
        """Return what it says; None where this version cannot read it: then it is kept and passed on."""
        return _said(self)

    def said_as(self, kind: type[B]) -> B:
        """Return what it says, where that is of a kind.

        Raises:
            TypeError: it says something else, or nothing that this version can read.
        """
        said = self.said
        if not isinstance(said, kind):
            raise TypeError(f"a {self.kind} is no {kind.__name__}")
        return said

    @property
    def aspect(self) -> Aspect:
        """Return what it can change here: only of delegates is it known where they are."""
        said = self.said
        aspect = said.aspect if said else Aspect.NONE
        return Aspect.NONE if aspect is Aspect.MOVEMENT and not self.subject.startswith("delegate:") else aspect

    @property
    def target(self) -> FactId | None:
        """Return the fact it aims at."""
        return self.said.target if self.said else None

    @property
    def document(self) -> Digest | None:
        """Return the document that says the rest."""
        return (self.said.document if self.said else None) or None

    @property
    def documents_named(self) -> list[Digest]:
        """Return the document it names; of one that cannot be read here, whatever may be the name of one."""
        if self.said is None:
            return [Digest(found.decode()) for found in _DIGEST.findall(self.body)]
        return [self.said.document] if self.said.document else []

    def signed_bytes(self) -> bytes:
        """Return what the station signs: every field but the signature, each with its length before it."""
        return signed_form(
            self.log_id, self.seq, self.fact_id, self.hlc, self.at, self.clock_offset, self.kind, self.version,
            self.actor, self.subject, self.body, self.prev_hash,
        )  # fmt: skip

    def hash(self) -> bytes:
        """Return what the next fact of this log names as its forerunner: SHA-256 over all, signature too."""
        return self._hash

    @_Once
    def _hash(self) -> bytes:
        return hashlib.sha256(self.signed_bytes() + self.signature).digest()

    def follows(self, before: "Fact") -> bool:
        """Return whether this is the next of the log of `before` and names it as its forerunner."""
        return self.log_id == before.log_id and self.seq == before.seq + 1 and self.prev_hash == before.hash()


def signed_form(*fields: str | int | bytes) -> bytes:
    """Return the bytes of a fact's fields, in its order, without the signature; of a fact that is not made yet, too."""
    parts: list[bytes] = []
    for field in fields:
        part = field if isinstance(field, bytes) else str(field).encode()
        size = len(part)
        parts += (_SIZES[size] if size < len(_SIZES) else size.to_bytes(4), part)
    return b"".join(parts)


def _said(fact: Fact) -> Body | None:
    """Return a fact's body, if its kind and version are known here and screens, lists and codes can hold it all."""
    kind = KINDS.get(fact.kind)
    if kind is None or fact.version != kind.VERSION or not _is_well_named(fact, kind):
        return None
    said = read(fact.body, decoder_of(kind))
    return said if said and said.may_stand_in(fact.log_id) else None


def _is_well_named(fact: Fact, kind: type[Body]) -> bool:
    return (
        fact.subject.startswith(kind.SUBJECT)
        and is_well_named(fact.subject)
        and _UUID.fullmatch(fact.fact_id) is not None
        and is_time(fact.at)
    )
