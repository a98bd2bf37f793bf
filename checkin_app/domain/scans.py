"""What becomes of a scan by its answers and by undoing: who passed, what was said, whether it holds.  Pure."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId, station_of
from checkin_app.domain.kinds.rides import RideLeft, RideSaid, RideUndone
from checkin_app.domain.kinds.scans import PresenceSettled, ScanAnswered, ScanDecided, ScanUndone
from checkin_app.domain.outcomes import ACCEPTING, Decision, Verdict

Place: TypeAlias = tuple[LogId, int]
"""Where a fact stands, which is unlike that of any other: ids are each station's own matter."""


class Settled(Struct, frozen=True):
    """What a scan came to."""

    answer: str
    """What was said to its question; empty while nothing was."""
    undone: bool
    """Nothing of it holds any more: the scan was taken back, or every answer to it."""
    accepted: bool
    """It let somebody pass, by itself or by an answer that holds."""


def place_of(fact: Fact) -> Place:
    return (fact.log_id, fact.seq)


def lets_pass(fact: Fact) -> bool:
    """Return whether a fact let somebody in or out: a scan with nothing against it, or an answer that accepts.

    It is what moves people, what counts as accepted, and all that can be taken back by `Scanning.undo` – but for what
    settled where somebody is, which `Settling.undo` takes back, and for what was said of a ride, which `Rides.undo` does.
    """
    match fact.said:
        case ScanDecided(verdict=verdict):
            return verdict is Verdict.GO
        case ScanAnswered(answer=answer):
            return answer in ACCEPTING
        case PresenceSettled() | RideLeft():
            return True
        case _:
            return False


def verdict_after(decision: Decision, answer: str) -> Verdict:
    """Return how a scan is marked once it was answered: whoever was let in by a person is in."""
    return Verdict.GO if answer in ACCEPTING else decision.verdict


def aimed_at(targets: Iterable[Fact], pointers: Iterable[Fact]) -> dict[Place, list[Fact]]:
    """Return which answers or undoings point at each of `targets`.

    Of facts that several stations call alike, a station means its own: nobody takes what is said of another's.
    """
    called: dict[FactId | None, list[Fact]] = {}
    for each in targets:
        called.setdefault(each.fact_id, []).append(each)
    found: dict[Place, list[Fact]] = {}
    for pointer in pointers:
        alike = called.get(pointer.target, [])
        own = [each for each in alike if station_of(each.log_id) == station_of(pointer.log_id)]
        for each in own or alike:
            found.setdefault(place_of(each), []).append(pointer)
    return found


def taken_back(facts: Sequence[Fact], without: Iterable[FactId] = ()) -> frozenset[Place]:
    """Return the places of those of `facts` that others of them take back, or that are named in `without`."""
    undoings = [each for each in facts if isinstance(each.said, ScanUndone | RideUndone)]
    aimed = frozenset(_taken_by(facts, undoings)) if undoings else frozenset[Place]()
    named = frozenset(without)
    return aimed | {place_of(each) for each in facts if each.fact_id in named} if named else aimed


def _taken_by(facts: Sequence[Fact], undoings: Sequence[Fact]) -> Iterator[Place]:
    """Yield the places that are taken back: what was said of a ride by whoever might say so, all else as a scan is."""
    places = {place_of(each): each for each in facts}
    for place, pointers in aimed_at(facts, undoings).items():
        said = places[place].said
        what = said.what if isinstance(said, RideSaid | RideLeft) else None
        if any((each.said.what if isinstance(each.said, RideUndone) else None) is what for each in pointers):
            yield place


def settled(scan: Fact, answers: Sequence[Fact] = (), undone: Container[Place] = frozenset()) -> Settled:
    """Return what a scan came to.

    Args:
        scan: the deciding fact.
        answers: the facts that answer it, in their order.
        undone: the places of the facts that were taken back, of the scan and its answers.
    """
    gone = place_of(scan) in undone
    if not answers:
        return Settled("", gone, not gone and lets_pass(scan))
    standing = [each for each in answers if place_of(each) not in undone]
    accepting = [each for each in standing if lets_pass(each)]
    shown = accepting or standing or answers  # who was let in is in, whatever was answered besides
    return Settled(
        answer=shown[-1].said_as(ScanAnswered).answer.value,
        undone=gone or not standing,
        accepted=not gone and (lets_pass(scan) or bool(accepting)),
    )
