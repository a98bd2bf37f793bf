"""What was written of a person, field by field: when, by which laptop, instead of what.  Pure."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from msgspec import UNSET

from checkin_app.domain.canonical import Json
from checkin_app.domain.facts import Fact
from checkin_app.domain.following import in_order, named
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, StationId, bus_of, station_of
from checkin_app.domain.jobs import HANDED_BACK, JobState
from checkin_app.domain.kinds.badges import BadgeIssued, BadgeReplaced, BadgeRestored, BadgeRevoked
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.merges import MergeChange
from checkin_app.domain.kinds.people import DelegateEdit
from checkin_app.domain.kinds.scans import BoardingOverridden
from checkin_app.domain.registers import Registers

#: Of a record that has none: what is not written of a field.
_EMPTY: tuple[Json, ...] = (None, "", False, [])


@dataclass(frozen=True, slots=True)
class Written:
    """What one fact made of one field."""

    field: str
    former: Json
    """What stood there before, in the order of the facts; None where nothing did."""
    value: Json


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of somebody's record."""

    fact_id: FactId
    at: Instant
    station: StationId
    kind: str
    """As facts call it, such as ``delegate.amended``."""
    written: tuple[Written, ...] = ()
    source: str = ""
    """What wrote it, where no person did: ``list``."""
    reason: str = ""
    issue: int | None = None
    """The issue of a badge that it gave out, let leave in a file, or put into somebody's hands."""
    about: DelegateId | None = None
    """The record that it speaks of, where it voids one or lets it stand by itself, or that of who took the badge along."""
    bus: BusCode | None = None
    """That they boarded by override."""
    text: str = ""
    """What else was said of the reason; who took a badge along for the guest."""
    undone: bool = False
    """Whether it was taken back."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One of several values of a field that laptops apart wrote."""

    fact_id: FactId
    at: Instant
    station: StationId
    value: Json


def history(facts: Iterable[tuple[Fact, Mapping[str, Json]]], undone: Container[FactId] = ()) -> tuple[Change, ...]:
    """Return what was written of somebody, the oldest first; each fact comes with the values of its document.

    What a writer knew of stands before what they wrote, also where a clock was wrong.
    """
    values: dict[str, Json] = {}
    changes: list[Change] = []
    documents = dict(facts)
    for fact in in_order(documents, _known_to):
        document = documents[fact]
        written: tuple[Written, ...] = ()
        if isinstance(fact.said, Edit):
            said = fact.said.with_document(document)
            written = tuple(_written(values, said))
            values.update(said)
        change = _change(fact, written)
        if isinstance(fact.said, BoardingOverridden):
            bus, text = bus_of(fact.said.checkpoint), str(document.get("text") or "")
            change = replace(change, bus=bus, text=text, undone=fact.fact_id in undone)
        elif isinstance(fact.said, JobChanged):
            called = str(document.get("collector") or "")
            change = replace(change, about=fact.said.collector or None, text=called, undone=is_hand_back(fact.said))
        changes.append(change)
    return tuple(changes)


def _known_to(fact: Fact) -> Iterable[FactId]:
    """Return what whoever wrote a fact named as known."""
    superseded = (fact.said.supersedes or {}) if isinstance(fact.said, Edit) else {}
    return *named(fact), *(each for some in superseded.values() for each in some)


def tells_of_hands(fact: Fact) -> bool:
    """Return whether a fact of a print job says who has the badge, or takes that back."""
    said = fact.said
    return isinstance(said, JobChanged) and (said.state == JobState.HANDED_OVER or is_hand_back(said))


def is_hand_back(said: JobChanged) -> bool:
    """Return whether it takes back that a badge was handed over."""
    return said.detail == HANDED_BACK


def _written(values: Mapping[str, Json], said: Mapping[str, Json]) -> Iterable[Written]:
    for name, value in said.items():
        former = values.get(name)
        if former != value and not (former is None and value in _EMPTY):
            yield Written(name, former, value)


def _change(fact: Fact, written: tuple[Written, ...]) -> Change:
    source, reason, issue = "", "", None
    about = DelegateId(fact.subject.partition(":")[2]) if isinstance(fact.said, MergeChange) else None
    match fact.said:
        case DelegateEdit(source=given):
            source = "" if given is UNSET else given
        case BadgeReplaced(reason=given, issue=number):
            reason, issue = given, number
        case BadgeIssued(issue=number) | JobChanged(issue=number):
            issue = number
        case BadgeRevoked(reason=given) | BadgeRestored(reason=given):
            reason = given
        case BoardingOverridden(ground=ground):
            reason = ground.value
    return Change(fact.fact_id, fact.at, station_of(fact.log_id), fact.kind, written, source, reason, issue, about)


def disputed(edits: Registers, changes: Iterable[Change]) -> Mapping[str, tuple[Claim, ...]]:
    """Return of each field that laptops apart wrote differently what each of them wrote; the last one holds."""
    made = {each.fact_id: each for each in changes}
    return {
        name: tuple(
            Claim(head.fact_id, made[head.fact_id].at, made[head.fact_id].station, head.value)
            for head in edits.heads[name]
            if head.fact_id in made
        )
        for name in edits.conflicts()
    }
