"""Messages as bytes: packed, bounded in everything that is read, facts exactly as their stations signed them."""

import zlib
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from checkin_app.domain.chain import Fork, Forked, Known, Later, Refused, Stored, Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync.messages import (
    LONGEST,
    MOST,
    Answer,
    Answers,
    Batch,
    Compare,
    Compared,
    Documents,
    Fetch,
    Message,
    Offer,
    Open,
    Opened,
    Place,
    Reply,
    Request,
    Seek,
    Sought,
    Want,
)

#: What every message begins with: how the rest is to be read.
FORM = b"\x01"
#: A fifth of the bytes, at 4.5 ms for a thousand facts; the next levels cost more than they save.
_LEVEL = 1
_HASH = 32
_SIGNATURE = 64
E = TypeVar("E", bound=StrEnum)


class _Fact(msgspec.Struct, frozen=True, array_like=True):
    """A fact without what its run says of it."""

    fact_id: str
    hlc: int
    at: int
    clock_offset: int
    kind: str
    version: int
    actor: str
    subject: str
    body: bytes
    signature: Annotated[bytes, Meta(max_length=_SIGNATURE)]


class _Run(msgspec.Struct, frozen=True, array_like=True):
    """Facts of one log that follow from one another: of all but the first it can be worked out which hash they name."""

    log_id: LogId
    seq: Place
    prev_hash: Annotated[bytes, Meta(max_length=_HASH)]
    facts: Annotated[list[_Fact], Meta(min_length=1, max_length=MOST)]


class _Batch(Message, frozen=True, tag="batch"):
    runs: Annotated[list[_Run], Meta(max_length=MOST)]
    documents: list[bytes]


class _Offer(Message, frozen=True, tag="offer"):
    runs: Annotated[list[_Run], Meta(max_length=MOST)]
    documents: list[bytes]


class _Said(StrEnum):
    STORED = "s"
    KNOWN = "k"
    LATER = "l"
    FORKED = "f"
    REFUSED = "r"


class _Answer(msgspec.Struct, frozen=True, array_like=True):
    said: _Said
    why: str = ""
    after: int = 0


class _Answers(Message, frozen=True, tag="answers"):
    answers: Annotated[list[_Answer], Meta(max_length=MOST)]


_Requests: TypeAlias = Compare | Open | Fetch | Want | Seek | _Offer
_Replies: TypeAlias = Compared | Opened | _Batch | Documents | Sought | _Answers
_ENCODER = msgspec.msgpack.Encoder()
_REQUESTS = msgspec.msgpack.Decoder(_Requests)
_REPLIES = msgspec.msgpack.Decoder(_Replies)


def encoded(message: Request | Reply) -> bytes:
    """Return a message as it is sent."""
    return FORM + zlib.compress(_ENCODER.encode(_packed(message)), _LEVEL)


def request_of(sent: bytes) -> Request:
    """Return what is asked.

    Raises:
        MessageUnfit: these bytes ask nothing that this version knows, or too much at once.
    """
    found: _Requests = _decoded(_REQUESTS, sent)
    return Offer(_batch(found.runs, found.documents)) if isinstance(found, _Offer) else found


def reply_of(sent: bytes) -> Reply:
    """Return what is answered.

    Raises:
        MessageUnfit: these bytes answer nothing that this version knows, or too much at once.
    """
    found: _Replies = _decoded(_REPLIES, sent)
    if isinstance(found, _Batch):
        return _batch(found.runs, found.documents)
    if isinstance(found, _Answers):
        return Answers(tuple(map(_answer, found.answers)))
    return found


def batch_of(sent: bytes) -> Batch:
    """Return a batch, as it comes down a stream or out of a bundle.

    Raises:
        MessageUnfit: these bytes are no batch.
    """
    found = reply_of(sent)
    if not isinstance(found, Batch):
        raise MessageUnfit
    return found


def _packed(message: Request | Reply) -> Message:
    match message:
        case Batch(facts, documents):
            return _Batch(_runs(facts), [*documents])
        case Offer(Batch(facts, documents)):
            return _Offer(_runs(facts), [*documents])
        case Answers(answers):
            return _Answers([*map(_packed_answer, answers)])
        case _:
            return message


def _decoded(decoder: msgspec.msgpack.Decoder[Any], sent: bytes) -> Any:
    try:
        found = decoder.decode(_unpacked(sent))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, zlib.error) as error:
        raise MessageUnfit from error
    runs = getattr(found, "runs", ())
    if sum(len(run.facts) for run in runs) > MOST:
        raise MessageUnfit
    return found


def _unpacked(sent: bytes) -> bytes:
    """Return what was packed; of what would be too long, no more is unpacked than shows that."""
    if len(sent) > LONGEST or sent[:1] != FORM:
        raise MessageUnfit
    unpacking = zlib.decompressobj()
    message = unpacking.decompress(sent[1:], LONGEST)
    if not unpacking.eof or unpacking.unconsumed_tail or unpacking.unused_data:
        raise MessageUnfit
    return message


def _runs(facts: Iterable[Fact]) -> list[_Run]:
    runs: list[_Run] = []
    before: Fact | None = None
    for fact in facts:
        packed = _Fact(
            fact.fact_id, fact.hlc, fact.at, fact.clock_offset, fact.kind, fact.version, fact.actor, fact.subject,
            fact.body, fact.signature,
        )  # fmt: skip
        if before and fact.follows(before):
            runs[-1].facts.append(packed)
        else:
            runs.append(_Run(fact.log_id, fact.seq, fact.prev_hash, [packed]))
        before = fact
    return runs


def _batch(runs: Iterable[_Run], documents: Sequence[bytes]) -> Batch:
    facts: list[Fact] = []
    for run in runs:
        before = run.prev_hash
        for seq, each in enumerate(run.facts, run.seq):
            fact = Fact(
                run.log_id, seq, FactId(each.fact_id), Hlc(each.hlc), Instant(each.at), each.clock_offset, each.kind,
                each.version, each.actor, Subject(each.subject), each.body, before, each.signature,
            )  # fmt: skip
            before = fact.hash()
            facts.append(fact)
    return Batch(tuple(facts), tuple(documents))


def _packed_answer(answer: Answer) -> _Answer:
    match answer:
        case Stored():
            return _Answer(_Said.STORED)
        case Known():
            return _Answer(_Said.KNOWN)
        case Later(after):
            return _Answer(_Said.LATER, after=after)
        case Forked(why):
            return _Answer(_Said.FORKED, why)
        case Refused(why):
            return _Answer(_Said.REFUSED, why)


def _answer(packed: _Answer) -> Answer:
    match packed.said:
        case _Said.STORED:
            return Stored()
        case _Said.KNOWN:
            return Known()
        case _Said.LATER:
            return Later(packed.after)
        case _Said.FORKED:
            return Forked(_told_apart(Fork, packed.why, Fork.BROKEN))
        case _Said.REFUSED:
            return Refused(_told_apart(Why, packed.why, Why.MALFORMED))


def _told_apart(reasons: type[E], why: str, otherwise: E) -> E:
    """Return a reason; a newer version tells more of them apart."""
    return reasons(why) if why in {*reasons} else otherwise
