"""What stations ask one another and answer; a batch is besides what a stream carries and what a bundle is made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from checkin_app.domain.chain import Judgement, Refused
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId
from checkin_app.domain.sync.vectors import MARK, PARTS, SUM

#: At most so many facts, or documents named, in one message.
MOST = 1000
#: No more logs are told of in one message, but for those of one part.
MOST_LOGS = 20_000
#: A batch grows no further beyond so many bytes; what is larger than that goes alone.
FULL = 1 << 20
#: No message is longer than so many bytes, packed or unpacked.
LONGEST = 16 << 20
#: No document is longer: it must fit into a message.
LONGEST_DOCUMENT = LONGEST - (1 << 20)

#: Signature, numbers, and what they are packed in.
_BESIDE_BODY = 200

Sum = Annotated[bytes, Meta(min_length=SUM, max_length=SUM)]
Place = Annotated[int, Meta(ge=0, le=2**63 - 1)]
PartNumber = Annotated[int, Meta(ge=0, lt=PARTS)]
DigestName = Annotated[Digest, Meta(pattern="^[0-9a-f]{64}$")]
Digests = Annotated[list[DigestName], Meta(max_length=MOST)]
Heads = Annotated[dict[LogId, Place], Meta(max_length=MOST)]


class Message(Struct, frozen=True, array_like=True):
    """Anything that is said; fields that a later version adds at the end are passed over by this one."""


class Compare(Message, frozen=True, tag="compare"):
    """Do you know what I know?"""

    root: Sum
    content: Annotated[bytes, Meta(max_length=SUM)] = b""
    """With the facts that stand last in the logs; empty from a version that does not tell of those."""


class Compared(Message, frozen=True, tag="compared"):
    """What I know; nothing where it is the same."""

    sums: Annotated[list[Sum], Meta(max_length=PARTS)]
    contents: Annotated[list[Sum], Meta(max_length=PARTS)] = []
    """In their place, with the facts that stand last, where whoever asked told of theirs."""


class Open(Message, frozen=True, tag="open"):
    """How far do you know the logs of these parts?"""

    parts: Annotated[list[PartNumber], Meta(min_length=1, max_length=PARTS)]
    marked: bool = False
    """And which facts stand last in them?"""


class Opened(Message, frozen=True, tag="opened"):
    """So far, of as many parts, from the first, as one message holds."""

    parts: Annotated[list[PartNumber], Meta(min_length=1, max_length=PARTS)]
    heads: dict[LogId, Place]
    marks: dict[LogId, Annotated[bytes, Meta(max_length=MARK)]] = {}


class Fetch(Message, frozen=True, tag="fetch"):
    """Give me what follows in these logs."""

    after: Heads
    most: Annotated[int, Meta(ge=1, le=MOST)] = MOST


class Want(Message, frozen=True, tag="want"):
    """Give me these documents."""

    digests: Digests


class Documents(Message, frozen=True, tag="documents"):
    """Those of them that are here, as many as one message holds."""

    documents: list[bytes]


class Seek(Message, frozen=True, tag="seek"):
    """Which of these documents do you lack?  Where none is named: of all that facts name with you, from `after` on."""

    digests: Digests = []
    after: Annotated[Digest, Meta(max_length=64)] = Digest("")


class Sought(Message, frozen=True, tag="sought"):
    """These."""

    digests: Digests


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts, each log's in sequence, and documents that they or earlier ones name."""

    facts: tuple[Fact, ...] = ()
    documents: tuple[bytes, ...] = ()

    @property
    def size(self) -> int:
        """Return about how many bytes it has."""
        return size_of(self.facts) + sum(map(len, self.documents))


@dataclass(frozen=True, slots=True)
class Offer:
    """Take this."""

    batch: Batch


Answer: TypeAlias = Judgement | Refused
"""What became of a fact: a bad one never blocks the next."""


@dataclass(frozen=True, slots=True)
class Answers:
    """An answer for each fact that was offered, in their order."""

    answers: tuple[Answer, ...] = ()


Request: TypeAlias = Compare | Open | Fetch | Want | Seek | Offer
Reply: TypeAlias = Compared | Opened | Batch | Documents | Sought | Answers


def size_of(facts: Iterable[Fact]) -> int:
    """Return about how many bytes facts have in a message."""
    return sum(len(each.body) + _BESIDE_BODY for each in facts)


def fitting(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return as many facts as one message holds, at least the first; of a log in which one fits into none, those before."""
    some: list[Fact] = []
    room, blocked = FULL, set[LogId]()
    for fact in facts:
        size = len(fact.body) + _BESIDE_BODY + sum(map(len, (fact.kind, fact.actor, fact.subject, fact.fact_id)))
        if size > LONGEST_DOCUMENT:
            blocked.add(fact.log_id)
        if fact.log_id in blocked:
            continue
        room -= size
        if room < 0 and some:
            break
        some.append(fact)
    return tuple(some)


def fitting_documents(sizes: Mapping[Digest, int], room: int) -> list[Digest]:
    """Return as many documents of these sizes as there is room for, at least the first; none that fits into no message."""
    some: list[Digest] = []
    for digest, size in sizes.items():
        if size > LONGEST_DOCUMENT:
            continue
        room -= size
        if room < 0 and some:
            break
        some.append(digest)
    return some


def first_whole(
    sizes: Mapping[Digest, int], room: int, read: Callable[[Sequence[Digest]], Mapping[Digest, bytes]]
) -> Mapping[Digest, bytes]:
    """Return what is read of documents, as many as there is room for: one that is spoilt keeps no other back."""
    left = dict(sizes)
    while some := fitting_documents(left, room):
        if found := read(some):
            return found
        for each in some:
            del left[each]
    return {}


def together(batches: Iterable[Batch]) -> Batch:
    """Return as one what several batches hold; a document that more than one holds is there once."""
    some = [*batches]
    facts = tuple(fact for each in some for fact in each.facts)
    return Batch(facts, tuple(dict.fromkeys(document for each in some for document in each.documents)))


def gathered(batches: Iterable[Batch]) -> Iterator[Batch]:
    """Yield what several batches hold in as few as hold it, in their order."""
    some: list[Batch] = []
    facts, room = MOST, FULL
    for each in batches:
        facts, room = facts - len(each.facts), room - each.size
        if some and (facts < 0 or room < 0):
            yield together(some)
            some, facts, room = [], MOST - len(each.facts), FULL - each.size
        some.append(each)
    if some:
        yield together(some)
