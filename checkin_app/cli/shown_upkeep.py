"""How `merge`, `check` and `conflicts` show how the record is, and what other laptops brought that is not in it."""

import sys
from collections.abc import Mapping, Sequence

from checkin_app.cli import shown
from checkin_app.cli.shown import iso
from checkin_app.domain.canonical import Json
from checkin_app.domain.chain import Why
from checkin_app.services.exchange import Given
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.kept_out import Group, KeptOut
from checkin_app.services.ports.stations import Station
from checkin_app.services.ports.upkeep import CheckReport, Folded, Holding

_WHY: Mapping[Why, str] = {
    Why.SIGNATURE: "refused, their signature does not hold",
    Why.UNVOUCHED: "refused, nobody vouches for their station",
    Why.MALFORMED: "refused, they are no facts",
    Why.REVOKED: "kept aside, their laptop was shut out",
    Why.ROLE: "refused, only coordinators’ laptops may say so",
    Why.GAP: "waiting for what goes before them",
}


def kept_out_lines(out: KeptOut) -> list[str]:
    """Return what other laptops brought and is refused, set aside or waits; nothing where nothing is."""
    figures = (
        ("Facts refused: {}.", out.refused),
        ("Facts that wait for what goes before them: {}.", out.waiting),
        ("Facts set aside, since another stands in their place: {}.", out.set_aside),
        ("Documents that facts name and no laptop has brought yet: {}.", out.documents),
    )
    said = " ".join(sentence.format(count) for sentence, count in figures if count)
    return [said, *map(_group_line, out.groups)] if said else []


def _group_line(group: Group) -> str:
    of = group.name or group.station or "unknown laptops"
    places = "".join(f"; log {each.log_id}, fact {each.seq}" for each in group.examples[:1])
    return f"  {group.count} of {of} {_WHY[group.why]}, the last at {iso(group.last)}{places}"


def kept_out_row(out: KeptOut) -> dict[str, Json]:
    return {
        "refused": out.refused,
        "waiting": out.waiting,
        "set_aside": out.set_aside,
        "documents": out.documents,
        "groups": [_group_row(each) for each in out.groups],
    }


def _group_row(group: Group) -> dict[str, Json]:
    return {
        "station": group.station,
        "name": group.name,
        "why": group.why.value,
        "count": group.count,
        "last": iso(group.last),
        "examples": _examples(group),
    }


def check_row(report: CheckReport, holding: Holding, out: KeptOut) -> dict[str, Json]:
    return {
        "facts": report.facts,
        "logs": report.logs,
        "documents": report.documents,
        "unproven": report.unproven,
        "rebuilt": list(report.rebuilt),
        "missing": holding.missing,
        "witnessed": holding.witnessed,
        "unclean": holding.unclean,
        "kept_out": kept_out_row(out),
    }


def verified_row(folded: Folded, *, ok: bool) -> dict[str, Json]:
    gaps: list[Json] = [
        {"station": each.station, "name": each.name, "log": each.log_id, "from": each.first, "to": each.last}
        for each in folded.gaps
    ]
    return {"ok": ok, "facts": folded.facts, "logs": folded.logs, "gaps": gaps, "fold_hash": folded.fold_hash}


def verified_lines(folded: Folded) -> list[str]:
    gaps = [
        f"{each.name or each.station}: {each.first}–{each.last} of log {each.log_id} not received"
        for each in folded.gaps
    ]
    return [f"{folded.facts} facts in {folded.logs} logs come to {folded.fold_hash}.", *gaps]


def say_met(met: Sequence[tuple[OpenedStation, Given]], *, as_json: bool) -> None:
    """Say what became of what stations were given, and what they keep out."""
    for each, taken in met:
        if not as_json:
            print(taken_line(each.station, taken))
        say_kept_out(each)
    if as_json:
        shown.say([taken_row(each.station, taken, each.queries.kept_out()) for each, taken in met], as_json=True)


def taken_row(station: Station, taken: Given, out: KeptOut) -> dict[str, Json]:
    return {
        "station": station.id,
        "name": station.name,
        "stored": taken.stored,
        "returned": taken.returned,
        "set_aside": taken.forked,
        "waiting": taken.later,
        "refused": taken.refused,
        "kept_out": kept_out_row(out),
    }


def taken_line(station: Station, taken: Given) -> str:
    aside = f", {taken.forked} set aside as a fork" if taken.forked else ""
    later = f", {taken.later} wait for what goes before them" if taken.later else ""
    refused = f", {taken.refused} refused" if taken.refused else ""
    returned = f", {taken.returned} of them its own come back" if taken.returned else ""
    return f"{station.name or station.id}: {taken.stored} new facts{returned}{aside}{later}{refused}"


def kept_out_rows(out: KeptOut) -> list[dict[str, Json]]:
    """Return what is kept out as `conflicts` lists it, each with how many facts or documents it is."""
    found = [_kept_out_of(each) for each in out.groups]
    nobody: dict[str, Json] = {"subject": "", "name": "", "field": "", "claims": []}
    return found + ([{"kind": "documents", **nobody, "count": out.documents}] if out.documents else [])


def _kept_out_of(group: Group) -> dict[str, Json]:
    return {
        "kind": "waiting" if group.why is Why.GAP else "refused",
        "subject": group.station,
        "name": group.name,
        "field": group.why.value,
        "claims": _examples(group),
        "count": group.count,
    }


def _examples(group: Group) -> list[Json]:
    return [{"log_id": each.log_id, "seq": each.seq, "fact_id": each.fact_id} for each in group.examples]


def say_kept_out(station: OpenedStation) -> None:
    """Say beside the output what came from other laptops and is not part of the record, or not whole."""
    first, *rest = kept_out_lines(station.queries.kept_out()) or [""]
    if first:
        print("\n".join((f"{station.station.name or station.station.id}: {first}", *rest)), file=sys.stderr)
