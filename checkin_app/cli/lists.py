"""The commands that take a delegate list in, tell of those that were taken in, and take one back."""

import json
from collections.abc import Callable, Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.ids import LogId
from checkin_app.domain.lists.answer_choices import answered, told
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.runtime.interpreter import making_much
from checkin_app.services.opened import OpenedStation

#: More lists than anybody takes in.
_EVERY = 1_000_000


def take_in(parts: Parts, args: Arguments) -> int:
    columns = tuple((field, heading) for field, _, heading in (each.partition("=") for each in args.column))
    with given.station(parts, args) as station:
        answers = answered(args.map, station.forum)
        choices = ListChoices(args.sheet, args.encoding, columns, answers=answers, afresh=args.afresh)
        plan = parts.plan_import(station, args.file, choices)
        if args.refused:
            parts.write_refused(plan, args.refused)
        operation = None
        if not args.dry_run:
            with making_much():
                operation = station.importing.apply(plan, overwrite=args.overwrite).operation
        summary = {"written": not args.dry_run, "import": operation, **plan.summary()}
        summary["groups"] = told(plan.groups, station.forum)
    if args.json:
        print(json.dumps(summary, ensure_ascii=False))
    else:
        print(plan.sentence() if args.dry_run else f"Imported. {plan.sentence()}")
        for line in plan.remarks():
            print(f"  {line}")
    return 0


def export(parts: Parts, args: Arguments) -> int:
    """Write everybody as a list, or the forum's file, by the ending of the file's name."""
    writers = {".csv": parts.write_people, ".xlsx": parts.write_people, ".toml": parts.write_forum}
    write = writers.get(args.out.suffix.lower())
    if write is None:
        raise given.WrongUse("--out must end in .csv or .xlsx for the list of people, in .toml for the forum")
    with given.station(parts, args) as station:
        write(station, args.out)
    return 0


def imports(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        return VERBS[args.verb](station, args)


def _import_list(station: OpenedStation, args: Arguments) -> int:
    shown.say([shown.list_row(each) for each in station.queries.lists_taken()], as_json=args.json)
    return 0


def _import_take_back(station: OpenedStation, args: Arguments) -> int:
    station.importing.take_back(LogId(args.import_))
    known = station.queries.lists_taken(_EVERY)
    taken = next(each for each in known if each.operation.log_id == args.import_)
    if args.json:
        shown.say(shown.list_row(taken), as_json=True)
    else:
        print(shown.taken_back_line(taken))
    return 0


VERBS: Mapping[str, Callable[[OpenedStation, Arguments], int]] = {
    "list": _import_list,
    "take-back": _import_take_back,
}
