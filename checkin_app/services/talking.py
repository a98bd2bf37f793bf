"""What is asked and given in a talk with another station, one thing at a time; a conversation is made of these."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync.messages import (
    FULL,
    MOST,
    Answer,
    Answers,
    Batch,
    Fetch,
    Offer,
    Reply,
    Request,
    size_of,
)
from checkin_app.services.merging import Bundle, Merging
from checkin_app.services.ports.fact_log import FactLog
from checkin_app.services.responding import facts_following

T = TypeVar("T")
R = TypeVar("R")
Talk: TypeAlias = Generator[Request, Reply, T]
"""Yields what is to be asked, is sent the reply to it, and returns what it came to."""


def answered(request: Request, reply: type[R]) -> Generator[Request, Any, R]:
    answer = yield request
    if not isinstance(answer, reply):
        raise MessageUnfit
    return answer


def offered(batch: Batch) -> Talk[Sequence[Answer]]:
    """Give the other a batch; return what becomes of each of its facts."""
    answers = (yield from answered(Offer(batch), Answers)).answers
    if len(answers) != len(batch.facts):
        raise MessageUnfit
    return answers


def handed(log: FactLog, facts: Sequence[Fact], digests: Iterable[Digest]) -> Talk[Sequence[Answer]]:
    """Give the other facts, and documents, with the facts as many as one message holds; return what becomes of the facts."""
    left = [*digests]
    answers: Sequence[Answer] = ()
    if facts:
        room = FULL - size_of(facts)
        first = log.documents(left, room) if room > 0 else {}
        answers = yield from offered(Batch(tuple(facts), tuple(first.values())))
        left = [each for each in left if each not in first]
    yield from offered_documents(log, left)
    return answers


def compared(merging: Merging, logs: Mapping[LogId, int]) -> Talk[int]:
    """Compare the last facts of some logs that both know as far; return how many are two by the same name.

    A log that was written twice, such as by a laptop that went on from a picture of its memory, may be as long in both
    places, and how far it is known tells nothing.  Both are then shown what the other has, and set it aside.
    """
    before = {log_id: seq - 1 for log_id, seq in [*logs.items()][:MOST]}
    theirs = (yield from answered(Fetch(before, len(before)), Batch)).facts if before else ()
    ours = {(each.log_id, each.seq): each for each in facts_following(merging.log, before, len(before) or 1)}
    apart = [each for each in theirs if ours.get((each.log_id, each.seq), each).hash() != each.hash()]
    if apart:
        merging.take(Bundle(tuple(apart), {}))
        yield from offered(Batch(tuple(ours[each.log_id, each.seq] for each in apart)))
    return len(apart)


def offered_documents(log: FactLog, digests: Sequence[Digest]) -> Talk[None]:
    """Give documents, as many as one message holds after the other: no more are read at a time."""
    left = digests
    while some := log.documents(left, FULL):
        yield from offered(Batch((), tuple(some.values())))
        left = [each for each in left if each not in some]


def named_by(facts: Iterable[Fact]) -> Mapping[Digest, None]:
    return dict.fromkeys(digest for fact in facts for digest in fact.documents_named)
