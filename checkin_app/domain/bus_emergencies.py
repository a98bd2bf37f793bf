"""An emergency at a bus, folded from what was said of it in whatever order it came.  Pure."""

from collections.abc import Iterable, Mapping, Sequence

from checkin_app.domain.buses import BusState
from checkin_app.domain.canonical import Json
from checkin_app.domain.emergencies import Call, Emergency, Ending, Mark
from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads, in_order
from checkin_app.domain.ids import FactId, station_of
from checkin_app.domain.kinds.emergencies import BusEmergencyCalled, BusEmergencyEnded, BusEmergencyMarked

Told = tuple[Fact, Mapping[str, Json]]
"""A fact with the values that its document holds."""


def is_on(facts: Iterable[Fact]) -> bool:
    """Return whether an emergency is on at a bus: any call that nobody ended."""
    return any(isinstance(each.said, BusEmergencyCalled) for each in _last(facts))


def fold_emergency(told: Sequence[Told], state: BusState) -> Emergency | None:
    """Return the emergency that is on, else the last one; None where there was none.

    Args:
        told: what was said of the bus.
        state: in which state its moves left it.
    """
    last = _last(fact for fact, _ in told)
    wanted = {name for each in last for name in _calls_of(each)}
    documents = {fact.fact_id: document for fact, document in told}
    called = in_order(fact for fact, _ in told if fact.fact_id in wanted and isinstance(fact.said, BusEmergencyCalled))
    if not called:
        return None
    marked = [fact for fact, _ in told if isinstance(said := fact.said, BusEmergencyMarked) and wanted & {*said.calls}]
    return Emergency(
        calls=tuple(_call(fact, documents[fact.fact_id]) for fact in called),
        marks=_marks(marked, documents),
        endings=tuple(
            _ending(fact, documents[fact.fact_id]) for fact in last if isinstance(fact.said, BusEmergencyEnded)
        ),
        facts=tuple(fact.fact_id for fact in last),
        is_on=any(isinstance(fact.said, BusEmergencyCalled) for fact in last),
        state=state,
    )


def _last(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return heads(fact for fact in facts if isinstance(fact.said, BusEmergencyCalled | BusEmergencyEnded))


def _calls_of(fact: Fact) -> tuple[FactId, ...]:
    return fact.said.calls if isinstance(fact.said, BusEmergencyEnded) else (fact.fact_id,)


def _marks(marked: Sequence[Fact], documents: Mapping[FactId, Mapping[str, Json]]) -> dict[str, tuple[Mark, ...]]:
    of_each: dict[str, list[Fact]] = {}
    for fact in marked:
        of_each.setdefault(fact.said_as(BusEmergencyMarked).who, []).append(fact)
    return {
        who: tuple(_mark(fact, documents[fact.fact_id]) for fact in heads(some))
        for who, some in sorted(of_each.items())
    }


def _call(fact: Fact, document: Mapping[str, Json]) -> Call:
    said = fact.said_as(BusEmergencyCalled)
    return Call(
        fact.fact_id,
        fact.at,
        station_of(fact.log_id),
        said.version,
        said.aboard,
        said.expected,
        said.crew,
        _text(document, "reason"),
        said.rehearsal,
    )


def _mark(fact: Fact, document: Mapping[str, Json]) -> Mark:
    said = fact.said_as(BusEmergencyMarked)
    return Mark(fact.fact_id, said.condition, fact.at, station_of(fact.log_id), _text(document, "note"))


def _ending(fact: Fact, document: Mapping[str, Json]) -> Ending:
    said = fact.said_as(BusEmergencyEnded)
    station = station_of(fact.log_id)
    return Ending(fact.fact_id, said.how, fact.at, station, _text(document, "reason"), said.unknown)


def _text(document: Mapping[str, Json], name: str) -> str:
    value = document.get(name)
    return value if isinstance(value, str) else ""
