"""How commands show a person's record: what is known, what was written by which laptop and when, what is disputed."""

from collections.abc import Iterator, Mapping

from checkin_app.cli.shown import Row, card_row, iso
from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import EDITABLE, values_of
from checkin_app.domain.emergencies import Mark
from checkin_app.domain.ids import StationId
from checkin_app.domain.records import Change, Claim
from checkin_app.services.ports.records import Record


def record_row(record: Record) -> Row:
    """Return a person as `find` does, with every field that can be set, the history and the conflicts."""
    values = values_of(record.card.delegate)
    return {
        **card_row(record.card),
        "fields": {name: values[name] for name in EDITABLE},
        "voided": [{"delegate_id": each.id, "name": each.name, "badge_no": each.badge_no} for each in record.voided],
        "history": [_change_row(record, each) for each in record.changes],
        "conflicts": [
            {"field": name, "claims": [_claim_row(record, each) for each in claims]}
            for name, claims in record.disputed.items()
        ],
        "emergencies": [
            {
                "bus": each.bus,
                "contradicted": each.is_contradicted,
                "said": [_mark_row(record, mark) for mark in each.marks],
            }
            for each in record.emergencies
        ],
    }


def _change_row(record: Record, change: Change) -> dict[str, Json]:
    written: dict[str, Json] = {each.field: {"from": each.former, "to": each.value} for each in change.written}
    return {
        "fact_id": change.fact_id,
        "at": iso(change.at),
        "station": _called(record.stations, change.station),
        "kind": change.kind,
        "source": change.source,
        "reason": change.reason,
        "issue": change.issue,
        "about": change.about,
        "text": change.text,
        "written": written,
    }


def _claim_row(record: Record, claim: Claim) -> dict[str, Json]:
    station = _called(record.stations, claim.station)
    return {"fact_id": claim.fact_id, "at": iso(claim.at), "station": station, "value": claim.value}


def _mark_row(record: Record, mark: Mark) -> dict[str, Json]:
    station, condition = _called(record.stations, mark.station), mark.condition.value
    return {
        "fact_id": mark.fact_id,
        "at": iso(mark.at),
        "station": station,
        "condition": condition,
        "note": mark.note,
    }


def record_lines(record: Record) -> Iterator[str]:
    """Yield a record for people: its fields, what was written when, what is disputed."""
    row = card_row(record.card)
    values = values_of(record.card.delegate)
    yield f"{row['delegate_id']}\tbadge {row['badge_no']}-{row['issue']}"
    for name in EDITABLE:
        if values[name] not in ("", [], False):
            yield f"{name}\t{_plain(values[name])}"
    for voided in record.voided:
        yield f"stands for\t{voided.badge_no}\t{voided.name}\t{voided.id}"
    for change in record.changes:
        yield "\t".join([iso(change.at), _called(record.stations, change.station), change.kind, *_said(change)])
    for name, claims in record.disputed.items():
        for claim in claims:
            yield f"conflict\t{name}\t{_called(record.stations, claim.station)}\t{_plain(claim.value)}"
    for emergency in record.emergencies:
        word = "conflict" if emergency.is_contradicted else "emergency"
        for mark in emergency.marks:
            said = (mark.condition.value, mark.note or "-")
            yield "\t".join((word, f"bus {emergency.bus}", _called(record.stations, mark.station), *said))


def _said(change: Change) -> Iterator[str]:
    for each in change.written:
        yield f"{each.field}: {_plain(each.former)} -> {_plain(each.value)}"
    if change.issue is not None:
        yield f"issue {change.issue}"
    if change.reason:
        yield change.reason
    if change.text:
        yield change.text
    if change.about:
        yield change.about


def _called(stations: Mapping[StationId, str], station: StationId) -> str:
    return stations.get(station, station)


def _plain(value: Json) -> str:
    match value:
        case None | "":
            return "-"
        case bool():
            return "yes" if value else "no"
        case list():
            return ",".join(map(_plain, value))
    return str(value)
