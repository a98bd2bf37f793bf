"""Rows of the store and values of the domain, turned into each other."""

import json
from collections.abc import Container, Mapping, Sequence
from typing import Any

from checkin_app.domain import following
from checkin_app.domain.buses import Bus, BusRecord, BusState, values_of
from checkin_app.domain.canonical import Json
from checkin_app.domain.codes import key_id
from checkin_app.domain.delegates import FIELD_NAMES, BadgeStanding, Delegate, Issue
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import (
    BusCode,
    CheckpointId,
    DelegateId,
    FactId,
    Instant,
    JobId,
    LogId,
    StationId,
    station_of,
)
from checkin_app.domain.jobs import job_state
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.kinds.stations import StationEnrolled
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.operations import Operation
from checkin_app.domain.problems import ProjectionsDiffer
from checkin_app.domain.registers import Head, Registers
from checkin_app.domain.rides import NO_RIDE, Ride
from checkin_app.domain.scans import Place, settled
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.stations import Station

Row = dict[str, Any]


def to_json(value: Any) -> str:
    return _ENCODER.encode(value) if value != () else "[]"


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# ---- delegates

_LISTS = frozenset({"languages", "aliases"})
_NAMES = frozenset(FIELD_NAMES)
DELEGATE_COLUMNS = ("id", *FIELD_NAMES)
_LANGUAGES, _ALIASES = DELEGATE_COLUMNS.index("languages"), DELEGATE_COLUMNS.index("aliases")
_ACCESSIBLE = DELEGATE_COLUMNS.index("accessible")


def delegate(row: Sequence[Any]) -> Delegate:
    """Return the delegate of a row that begins with `DELEGATE_COLUMNS`."""
    values = list(row[: len(DELEGATE_COLUMNS)])
    values[_ACCESSIBLE] = bool(values[_ACCESSIBLE])
    for index in (_LANGUAGES, _ALIASES):
        values[index] = _texts(values[index])
    return Delegate(*values)


def delegate_row(value: Delegate, edits: Registers) -> Row:
    row: Row = {"id": value.id}
    for name in FIELD_NAMES:
        field = getattr(value, name)
        row[name] = to_json(field) if name in _LISTS else field
    row["accessible"] = int(value.accessible)
    row["heads"] = _heads(value, edits)
    row["disputed"] = ",".join(edits.conflicts()) or None
    return row


def _heads(value: Delegate, edits: Registers) -> str:
    """Return which fact wrote what; values that stand in the row's own columns are not written twice."""
    by_fact: dict[str, list[str]] = {}
    others: dict[str, list[list[Json]]] = {}
    for name, heads in edits.heads.items():
        if len(heads) == 1 and name in _NAMES and heads[0].value == _column_value(value, name):
            by_fact.setdefault(heads[0].fact_id, []).append(name)
        else:
            others[name] = [[each.fact_id, each.value] for each in heads]
    whole = {fact_id: [] if len(names) == len(FIELD_NAMES) else names for fact_id, names in by_fact.items()}
    return to_json([whole, others])


def _column_value(value: Delegate, name: str) -> Json:
    field = getattr(value, name)
    return list(field) if name in _LISTS else field


def delegate_edits(value: Delegate, heads: str) -> Registers:
    """Return the edits that `delegate_row` wrote into its column `heads`."""
    whole, others = json.loads(heads)
    folded: dict[str, tuple[Head, ...]] = {}
    for fact_id, names in whole.items():
        for name in names or FIELD_NAMES:
            folded[name] = (Head(FactId(fact_id), _column_value(value, name)),)
    folded.update(_registers(others).heads)
    return Registers(folded)


def _registers(values: Mapping[str, Sequence[Sequence[Any]]]) -> Registers:
    return Registers({name: tuple(Head(FactId(each[0]), each[1]) for each in heads) for name, heads in values.items()})


# ---- badges, movements


BADGE_COLUMNS = ("current", "revoked", "issues")


def badge(row: Sequence[Any]) -> BadgeStanding:
    """Return the standing of a row of `BADGE_COLUMNS`."""
    current, revoked, issues = row
    return BadgeStanding(current, tuple(Issue(*each) for each in json.loads(issues)), revoked)


def badge_row(delegate_id: DelegateId, standing: BadgeStanding) -> Row:
    issues = [[each.number, each.reason, each.at, each.fact_id] for each in standing.issues]
    return {
        "delegate": delegate_id,
        "current": standing.current,
        "revoked": standing.revoked,
        "issues": to_json(issues),
        "doubled": ",".join(str(number) for number in standing.doubled) or None,
    }


PRESENCE_COLUMNS = ("checkpoint", "rehearsal", "inside", "first_at", "since", "station", "fact_id", "admissions")


def presence(row: Sequence[Any]) -> Presence:
    """Return the presence of a row that begins with `PRESENCE_COLUMNS`."""
    checkpoint, rehearsal, inside, first_at, since, station, fact_id, admissions = row[:8]
    return Presence(
        CheckpointId(checkpoint),
        bool(rehearsal),
        bool(inside),
        Instant(first_at),
        Instant(since),
        StationId(station),
        FactId(fact_id),
        tuple(admissions.split(",")) if admissions else (),
    )


def presence_row(delegate_id: DelegateId, position: int, value: Presence) -> Row:
    return {
        "delegate": delegate_id,
        "checkpoint": value.checkpoint,
        "rehearsal": int(value.rehearsal),
        "position": position,
        "inside": int(value.inside),
        "first_at": value.first_at,
        "since": value.since,
        "station": value.station,
        "fact_id": value.fact_id,
        "admissions": ",".join(value.admissions),
        "admitted": len(value.admissions),
    }


def movements(presences: Sequence[Sequence[Any]], ride: Sequence[Any] | None) -> Movements:
    """Return a delegate's movements from its presence rows in order and its ride row ``bus, edits, listed``."""
    seen = tuple(presence(row) for row in presences)
    if ride is None:
        return Movements.of(seen, NO_RIDE)
    bus, edits, listed = ride
    return Movements.of(seen, Ride(BusCode(bus) if bus else None, _texts(edits), _texts(listed)))


def _texts(column: str) -> tuple[Any, ...]:
    return tuple(json.loads(column)) if column != "[]" else ()


def ride_row(delegate_id: DelegateId, value: Ride) -> Row:
    return {
        "delegate": delegate_id,
        "bus": value.bus,
        "edits": to_json(value.edits),
        "listed": to_json(value.listed),
        "lists": len(value.listed),
    }


# ---- buses, jobs, stations, scans


BUS_COLUMNS = ("code", "route", "fields", "state", "opened", "state_facts", "edits")


def bus(row: Sequence[Any]) -> Bus | None:
    """Return the bus of a row that begins with `BUS_COLUMNS`; None where no route was ever given."""
    code, route, fields, state, opened = row[:5]
    if route is None:
        return None
    values = json.loads(fields)
    values["languages"] = tuple(values["languages"])
    return Bus(code=BusCode(code), state=BusState(state), opened=tuple(json.loads(opened)), **values)


def bus_record(row: Sequence[Any]) -> BusRecord:
    """Return the record of a row that begins with `BUS_COLUMNS`."""
    state_facts, edits = row[5:7]
    return BusRecord(bus(row), _registers(json.loads(edits)), tuple(json.loads(state_facts)))


def bus_row(code: BusCode, record: BusRecord) -> Row:
    edits = {name: [[each.fact_id, each.value] for each in heads] for name, heads in record.edits.heads.items()}
    return {
        "code": code,
        "route": record.bus.route if record.bus else None,
        "fields": to_json(values_of(record.bus)) if record.bus else "{}",
        "state": (record.bus.state if record.bus else BusState.PLANNED).value,
        "opened": to_json(record.bus.opened if record.bus else ()),
        "state_facts": to_json(record.state_facts),
        "edits": to_json(edits),
        "disputed": ",".join(record.edits.conflicts()) or None,
    }


def job(row: Sequence[Any]) -> Job:
    """Return the job of a row in the order of its table."""
    job_id, delegate_id, issue, printer, state, detail, at, facts = row[:8]
    return Job(
        JobId(job_id),
        DelegateId(delegate_id),
        issue,
        printer,
        job_state(state),
        detail,
        Instant(at),
        tuple(json.loads(facts)),
    )


def job_row(job_id: JobId, changes: Sequence[Fact]) -> Row:
    last = following.heads(changes)
    said = last[-1].said_as(JobChanged)
    owed = following.in_order(changes)[0]
    return {
        "id": job_id,
        **{name: getattr(said, name) for name in ("delegate", "issue", "printer", "state", "detail")},
        "at": last[-1].at,
        "state_facts": to_json([each.fact_id for each in last]),
        "station": station_of(owed.log_id),
    }


def station(row: Sequence[Any]) -> Station:
    """Return the station of a row ``id, name, public_key``."""
    return Station(StationId(row[0]), row[1], public_key(row[2]))


def public_key(text: str) -> bytes:
    """Return a key as a row of stations has it.

    Raises:
        ProjectionsDiffer: it is none, so no fact has said it.
    """
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise ProjectionsDiffer(detail="stations") from error


def station_row(last: Fact) -> Row:
    said = last.said_as(StationEnrolled)
    short = key_id(bytes.fromhex(said.public_key)).hex()
    return {"id": said.station, "name": said.name, "public_key": said.public_key, "key_id": short}


OPERATION_COLUMNS = ("log_id", "what", "promised", "at", "closed", "taken_back")


def operation(row: Sequence[Any]) -> Operation:
    """Return the operation of a row that begins with `OPERATION_COLUMNS`."""
    log_id, what, promised, at, closed, taken_back = row[:6]
    return Operation(LogId(log_id), what, promised, Instant(at), closed, FactId(taken_back) if taken_back else None)


def operation_row(value: Operation) -> Row:
    return {name: getattr(value, name) for name in OPERATION_COLUMNS}


def scan_row(scan: Fact, answers: Sequence[Fact] = (), undone: Container[Place] = frozenset()) -> Row:
    """Return a scan as the recent list shows it, with what `scans.settled` makes of its answers and undoings."""
    said = scan.said_as(ScanDecided)
    came_to = settled(scan, answers, undone)
    return {
        "fact_id": scan.fact_id,
        "hlc": scan.hlc,
        "at": scan.at,
        "station": scan.log_id[:16],
        "checkpoint": said.checkpoint,
        "reason": said.reason.value,
        "delegate": said.who,
        "details": to_json(said.details),
        "answer": came_to.answer,
        "undone": int(came_to.undone),
        "accepted": int(came_to.accepted),
    }
