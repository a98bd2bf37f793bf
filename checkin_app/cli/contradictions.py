"""The commands about what laptops know differently: list it, settle it, take that back."""

from collections.abc import Callable, Mapping

from checkin_app.cli import given, shown, shown_upkeep
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.contradiction_texts import texts_of
from checkin_app.domain.contradictions import Choice, Conflict, Said, choices
from checkin_app.domain.ids import ContradictionId, StationId
from checkin_app.services.opened import OpenedStation

MOST_SETTLED = 100


def conflicts(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        return VERBS[args.verb](station, args) if args.verb else _list(station, args)


def _list(station: OpenedStation, args: Arguments) -> int:
    queries = station.queries
    found = queries.settled(MOST_SETTLED) if args.settled else queries.conflicts()
    rows = [conflict_row(station, conflict) for conflict in found]
    if not args.json:
        for row in rows:
            row["choices"] = [f"{each['number']} {each['says']}" for each in _objects(row["choices"])]
    elif not args.settled:
        rows += shown_upkeep.kept_out_rows(queries.kept_out())
    if not args.settled:
        shown_upkeep.say_kept_out(station)
    shown.say(rows, as_json=args.json)
    return 0


def _objects(value: Json) -> list[dict[str, Json]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _resolve(station: OpenedStation, args: Arguments) -> int:
    station.settling.settle(ContradictionId(args.conflict), args.choice)
    return _say(station, args)


def _undo(station: OpenedStation, args: Arguments) -> int:
    station.settling.undo(ContradictionId(args.conflict))
    return _say(station, args)


def _say(station: OpenedStation, args: Arguments) -> int:
    """Say how the contradiction stands now."""
    known = [*station.queries.conflicts(), *station.queries.settled(MOST_SETTLED)]
    rows = [conflict_row(station, each) for each in known if each.id == args.conflict][:1]
    if args.json:
        shown.say(rows, as_json=True)
    else:
        print("".join(f"{row['id']}: {row['state']}\n" for row in rows), end="")
    return 0


def conflict_row(station: OpenedStation, conflict: Conflict) -> dict[str, Json]:
    """Return a contradiction with its claims, what each laptop had heard, the choices, and what was said of it."""
    heard = station.queries.heard(conflict)
    row: dict[str, Json] = {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "subject": conflict.subject,
        "name": conflict.name,
        "field": conflict.field,
        "state": conflict.standing.value,
        "claims": [
            {**claim, "heard": {of: shown.iso(at) for of, at in known.items()}}
            for claim, known in zip(conflict.claims, heard, strict=True)
        ],
        "choices": [_choice_row(conflict, number, each) for number, each in enumerate(choices(conflict), 1)],
        "answers": [_answer_row(each) for each in conflict.answers],
    }
    if conflict.rehearsal:
        row["rehearsal"] = True
    if conflict.count:
        row["count"] = conflict.count
    return row


def _choice_row(conflict: Conflict, number: int, choice: Choice) -> Json:
    others = [str(claim["value"]) for claim in conflict.claims if claim["value"] != choice.value]
    filled = {"name": conflict.name, "value": choice.value, "others": ", ".join(dict.fromkeys(others))}
    says, then = (text.format(**filled) for text in texts_of(conflict.kind, choice.effect))
    return {"number": number, "choice": choice.key, "says": says, "then": then}


def _answer_row(said: Said) -> Json:
    station: StationId = said.station
    return {"choice": said.choice, "at": shown.iso(said.at), "station": station, "fact_id": said.fact_id}


VERBS: Mapping[str, Callable[[OpenedStation, Arguments], int]] = {"resolve": _resolve, "undo": _undo}
