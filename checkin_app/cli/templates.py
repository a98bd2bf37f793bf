"""The commands about badge templates: what is wrong with one, which there are, and those that the forum has of its own."""

import sys
from collections.abc import Callable, Mapping, Sequence

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.problems_printing import TemplateUnfit
from checkin_app.domain.programme import TemplateRemoved, TemplateSaved
from checkin_app.services.attendance import everybody


def template(parts: Parts, args: Arguments) -> int:
    return _VERBS[args.verb](parts, args)


def _check(parts: Parts, args: Arguments) -> int:
    if args.people:
        with given.station(parts, args) as station:
            flaws = parts.printers.flaws(args.file, list(everybody(station)), station)
    else:
        flaws = parts.printers.flaws(args.file, (), None)
    _must_have_none(flaws, args.file.name)
    print(f"{args.file.name}: nothing is wrong with it.")
    return 0


def _must_have_none(flaws: Sequence[str], file: str) -> None:
    for each in flaws:
        print(each, file=sys.stderr)
    if flaws:
        raise TemplateUnfit(file=file, count=len(flaws))


def _list(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        shown.say(parts.printers.templates(station.forum), as_json=args.json)
    return 0


def _show(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        print(parts.printers.template_text(station.forum, args.name), end="")
    return 0


def _add(parts: Parts, args: Arguments) -> int:
    """Give the forum a template of its own, once it is looked at as `check` does."""
    with given.station(parts, args) as station:
        _must_have_none(parts.printers.flaws(args.file, (), station), args.file.name)
        name = args.name or args.file.stem
        changed = station.programme.change(TemplateSaved(name, parts.printers.read_template(args.file)))
    if not changed.changes:
        print("Nothing changed, it is so already.")
    return 0


def _remove(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        station.programme.change(TemplateRemoved(args.name))
    return 0


_VERBS: Mapping[str, Callable[[Parts, Arguments], int]] = {
    "check": _check,
    "list": _list,
    "show": _show,
    "add": _add,
    "remove": _remove,
}
