"""Whatever goes wrong in a hall, nothing that anybody still has is lost, and in the end all know the same.

One seed is one history.  Each planted bug is one that a protocol like this could have: the histories must find it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worldkit import STEPS, Broken, World

from checkin_app.domain import chain
from checkin_app.domain.sync import vectors
from checkin_app.domain.sync.messages import Batch
from checkin_app.services import conversing, merging, responding
from checkin_app.services.conversing import Conversation
from checkin_app.services.merging import Bundle, Merging

HISTORIES, LENGTH = 1000, 150
#: Histories of one test: a few seconds each, also on a busy machine.
AT_ONCE = 100


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_ONCE))
def test_every_history_ends_with_all_knowing_the_same(first: int) -> None:
    fired: Counter[str] = Counter()
    for seed in range(first, first + AT_ONCE):
        World(seed, fired).run(LENGTH)
    assert {step.__name__ for step in STEPS} == {*fired}, "each fault has happened"


@given(st.integers(0, 2**32), st.lists(st.sampled_from(STEPS), max_size=60))
def test_any_course_of_events_ends_with_all_knowing_the_same(seed: int, steps: list[Callable[[World], None]]) -> None:
    world = World(seed)
    for step in steps:
        world.step(step)
    world.heal()


def test_a_history_is_the_same_each_time() -> None:
    ends = []
    for _ in range(2):
        world = World(7)
        world.run(LENGTH)
        ends.append([each.log.fold() for each in world.everybody])
    assert ends[0] == ends[1]


def _says_the_same(_self: Any) -> bytes:
    return bytes(16)


def _sums_names_alone(self: Any) -> bytes:
    return vectors.hashlib.sha256("".join(sorted(self.heads)).encode()).digest()[:16]


def _skips_logs_unheard_of(here: Any, there: Any, _in_vain: Any) -> dict[Any, int]:
    return {log_id: here[log_id] for log_id, seq in there.items() if log_id in here and seq > here[log_id]}


def _asks_for_no_documents(_self: Conversation, _facts: Any) -> Iterator[Any]:
    yield from ()
    return {}


def _begins_one_too_far(log: Any, after: Any, most: int = 1000) -> Any:
    return tuple(log.following({log_id: seq + 1 for log_id, seq in after.items()}, most))


def _believes_everybody(run: Any, _key: Any, _holds: Any) -> list[None]:
    return [None] * len(run)


def _keeps_every_document(self: Merging, batch: Any, admitted: Any = None) -> Any:
    self.log.kept |= batch.documents  # type: ignore[attr-defined]  # it is one of those in memory
    return _TAKE(self, batch, admitted or {})


def _forgets_the_documents_of_a_batch(batch: Batch) -> Bundle:
    return Bundle(batch.facts, {})


def _never_forgets_what_was_in_vain(_fact: Any, _answer: Any) -> bool:
    return False


def _takes_what_has_a_place(fact: Any, head: Any, _held: Any) -> chain.Judgement | None:
    return chain.Known() if fact.seq <= head.seq else None


_TAKE = Merging.take
PLANTED: dict[str, list[tuple[Any, str, Any]]] = {
    "two that differ say that they agree": [
        (vectors.Vector, name, property(_says_the_same)) for name in ("root", "content")
    ],
    "sums are of the names of logs alone": [
        (vectors._Part, name, property(_sums_names_alone)) for name in ("sum", "content")
    ],
    "a log that one has not heard of is not asked for": [(conversing, "_behind", _skips_logs_unheard_of)],
    "the first fact that is lacked is not given": [
        (responding, "facts_following", _begins_one_too_far),
        (conversing, "facts_following", _begins_one_too_far),
    ],
    "documents are not fetched": [
        (Conversation, "_documents_of", _asks_for_no_documents),
        (Conversation, "_take_documents", lambda _self, _wanted: iter(())),
    ],
    "documents that come are passed over": [
        (responding, "bundle_of", _forgets_the_documents_of_a_batch),
        (Conversation, "_give_documents", lambda _self: iter(())),
    ],
    "signatures are not looked at": [(merging, "refusals", _believes_everybody)],
    "a document is kept that nobody names": [(Merging, "take", _keeps_every_document)],
    "who was refused is not asked about again": [(conversing, "_admits", _never_forgets_what_was_in_vain)],
    "a second fact at one place is taken for the first": [
        (chain, "RULES", (_takes_what_has_a_place, *chain.RULES[2:]))
    ],
    "a log is gone on with after a gap": [
        (chain, "RULES", tuple(each for each in chain.RULES if each not in {chain._later, chain._broken})),
    ],
}


@pytest.mark.parametrize("bug", PLANTED)
def test_the_histories_find_a_bug_that_is_planted(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name, what in PLANTED[bug]:
        monkeypatch.setattr(where, name, what)
    for seed in range(HISTORIES):
        try:
            World(seed).run(LENGTH)
        except (Broken, AssertionError, LookupError):
            return
    pytest.fail(f"no history has found that {bug}")
