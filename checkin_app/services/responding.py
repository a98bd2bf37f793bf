"""What a station answers another that asks: nothing is remembered of who asked."""

from collections.abc import Mapping, Sequence

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import (
    FULL,
    MOST,
    MOST_LOGS,
    Answers,
    Batch,
    Compare,
    Compared,
    Documents,
    Fetch,
    Offer,
    Open,
    Opened,
    Reply,
    Request,
    Seek,
    Sought,
    Want,
    fitting,
)
from checkin_app.domain.sync.vectors import Vector
from checkin_app.services.merging import Merging, bundle_of
from checkin_app.services.ports.fact_log import FactLog


def respond(merging: Merging, request: Request) -> Reply:
    """Answer whatever another station asks.

    Raises:
        StorageProblem: the store cannot be read, or written to.
    """
    log = merging.log
    match request:
        case Compare(root, content):
            return _compared(log.vector(), root, content)
        case Open(parts, marked):
            return _opened(log.vector(), parts, marked=marked)
        case Fetch(after, most):
            return Batch(facts_following(log, after, most))
        case Want(digests):
            return Documents([*log.documents(digests, FULL).values()])
        case Seek(digests, after):
            return Sought([*(log.unheld(digests) if digests else _lacking(log, after))])
        case Offer(batch):
            return Answers(merging.take(bundle_of(batch)).answers)


def responded(merging: Merging, sent: bytes) -> bytes:
    """Answer a message as it came.

    Raises:
        MessageUnfit: these bytes ask nothing that this version knows, or too much at once.
        StorageProblem: the store cannot be read, or written to.
    """
    return wire.encoded(respond(merging, wire.request_of(sent)))


def _compared(vector: Vector, root: bytes, content: bytes) -> Compared:
    if not content:  # whoever asks is of a version that knows logs by how far they are alone
        return Compared([] if vector.root == root else [*vector.sums])
    return Compared([], [] if vector.content == content else [*vector.contents])


def _opened(vector: Vector, parts: Sequence[int], *, marked: bool) -> Opened:
    """Return as many of the parts as one message holds, at least the first."""
    told: list[int] = []
    room = MOST_LOGS
    for part in parts:
        room -= len(vector.of_part(part))
        if room < 0 and told:
            break
        told.append(part)
    return Opened(told, vector.of_parts(told), vector.marks_of(told) if marked else {})


def facts_following(log: FactLog, after: Mapping[LogId, int], most: int = MOST) -> tuple[Fact, ...]:
    """Return facts that follow, as many as one message holds; of a log in which one fits into none, those before."""
    left = dict(after)
    while left:
        found = log.following(left, most)
        facts = fitting(found)
        if facts or not found:
            return facts
        for each in found:
            left.pop(each.log_id, None)
    return ()


def _lacking(log: FactLog, after: Digest) -> Sequence[Digest]:
    return [each for each in log.lacking_documents() if each > after][:MOST]
