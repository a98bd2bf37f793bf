"""The vehicles of the technical visit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from checkin_app.domain import registers
from checkin_app.domain.facts import Fact, Json, Kind
from checkin_app.domain.ids import BusCode, FactId, RouteId


class BusState(StrEnum):
    PLANNED = "planned"
    BOARDING = "boarding"
    FINAL_CALL = "final_call"
    COUNTING = "counting"
    RELEASED = "released"
    DEPARTED = "departed"
    CLOSED = "closed"


#: States in which people may board.
BOARDABLE = frozenset({BusState.BOARDING, BusState.FINAL_CALL})
#: States in which boarding is over, as against not yet begun.
LEFT = frozenset({BusState.RELEASED, BusState.DEPARTED, BusState.CLOSED})

#: Fields of a bus that name a person: kept in a document, not in the fact.
PERSONAL_FIELDS = frozenset({"driver", "driver_phone", "guide", "coordinator"})


@dataclass(frozen=True, slots=True)
class Bus:
    """One vehicle on a route."""

    code: BusCode
    route: RouteId
    licensed_seats: int
    """Passenger seats the law allows; never exceeded."""
    usable_seats: int
    """Seats for delegates: licensed, less those of guide, interpreters and staff."""
    accessible_places: int = 0
    plate: str = ""
    bay: str = ""
    departs: str = ""
    """Local time of departure, ``HH:MM``."""
    languages: tuple[str, ...] = ()
    driver: str = ""
    driver_phone: str = ""
    guide: str = ""
    coordinator: str = ""
    state: BusState = BusState.PLANNED


@dataclass(frozen=True, slots=True)
class BusRecord:
    """A bus and the edits that made it."""

    bus: Bus | None
    edits: registers.Registers
    state_fact: FactId | None


FIELD_NAMES: tuple[str, ...] = tuple(each.name for each in fields(Bus) if each.name not in {"code", "state"})
_NEEDED = frozenset({"route", "licensed_seats", "usable_seats"})


def values_of(bus: Bus) -> dict[str, Json]:
    """Return the fields of a bus as they are written into facts and documents."""
    values: dict[str, Json] = {name: getattr(bus, name) for name in FIELD_NAMES}
    values["languages"] = list(bus.languages)
    return values


def fold_bus(code: BusCode, facts: Iterable[tuple[Fact, Mapping[str, Json]]]) -> BusRecord:
    """Return the bus after `facts`, each with the values its document holds."""
    edits: list[registers.Edit] = []
    state, state_fact = BusState.PLANNED, None
    for fact, personal in sorted(facts, key=lambda pair: pair[0].order):
        body = fact.content
        if fact.kind == Kind.BUS_MOVED_TO:
            state, state_fact = BusState(body["state"]), fact.fact_id
        else:
            edits.append(edit_of(fact, personal))
    folded = registers.fold(edits)
    values = folded.values()
    if not values.keys() >= _NEEDED:  # only amendments came yet; the addition is in a log not heard of
        return BusRecord(None, folded, state_fact)
    known: dict[str, Any] = {name: values[name] for name in FIELD_NAMES if name in values}
    known["languages"] = tuple(known.get("languages") or ())
    return BusRecord(Bus(code=code, state=state, **known), folded, state_fact)


def edit_of(fact: Fact, personal: Mapping[str, Json]) -> registers.Edit:
    """Return the edit that a registering or amending fact is, with its document's values put back."""
    body = fact.content
    supersedes = {name: tuple(FactId(each) for each in facts) for name, facts in body.get("supersedes", {}).items()}
    return registers.Edit(fact.fact_id, fact.order, {**body.get("values", {}), **personal}, supersedes)
