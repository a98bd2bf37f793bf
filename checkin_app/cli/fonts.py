"""The commands about fonts that a forum needs besides those of the application: list, add and remove them."""

from collections.abc import Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.problems import StoreMissing


def fonts(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    if not folder.is_dir():
        raise StoreMissing(folder=str(folder))
    here = parts.printers.fonts(folder)
    match args.verb:
        case "add":
            with given.station(parts, args) as station:
                name = here.add(args.file)
                station.printing.try_lettered_again()
            shown.say(_row(here.listed(), name), as_json=args.json)
        case "remove":
            here.remove(args.name)
        case _:
            known = here.listed()
            shown.say([_row(known, each) for each in known], as_json=args.json)
    return 0


def _row(known: Mapping[str, int], name: str) -> dict[str, Json]:
    return {"name": name, "letters": known[name]}
