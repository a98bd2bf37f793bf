"""The commands about this laptop's printers: list, add, remove, login, test, status."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.cli.printer_parts import LaptopPrinters
from checkin_app.domain.canonical import Json
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrintProblem, StoreMissing
from checkin_app.domain.problems_printing import PrinterInUse
from checkin_app.domain.roles import Deed
from checkin_app.runtime.printer_names import spoken_by
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import ASKING, LABEL_PRINTERS, PrinterKind, PrinterSettings
from checkin_app.services.opened import OpenedStation

#: States of a job that its printer still owes.
_OWED = frozenset({JobState.QUEUED, JobState.RENDERED, JobState.SENDING, JobState.FAILED_SAFE})


def printers(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    if not folder.is_dir():
        raise StoreMissing(folder=str(folder))
    here = parts.printers.of(folder)
    for line in here.mistakes():
        print(line, file=sys.stderr)
    return _VERBS[args.verb](parts, here, args)


def _list(parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    if args.found:
        known = {(each.kind, each.target) for each in here.listed()}
        offered = [each for each in parts.printers.found() if each[:2] not in known]
        shown.say([_found_row(*each) for each in offered], as_json=args.json)
        return 0
    default = here.default()
    shown.say([_row(each, default) for each in here.listed()], as_json=args.json)
    return 0


def _add(parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    if args.user and PrinterKind(args.kind) not in ASKING:
        raise given.WrongUse(f"--user is for printers of these kinds: {', '.join(ASKING)}")
    login = _login_given(args)
    forum = None
    if args.template or args.media:
        with given.station(parts, args) as station:
            forum = station.forum
    wanted = PrinterSettings(
        args.name,
        PrinterKind(args.kind),
        args.target,
        speaks=args.language,
        dpi=args.dpi,
        media=args.media,
        template=args.template,
    )
    made = here.add(wanted, forum, default=args.default)
    if login:
        here.login(made.name, login)
    shown.say(_row(made, here.default()), as_json=args.json)
    return 0


def _remove(parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    here.known(args.printer)
    with given.station(parts, args) as station:
        waiting = _waiting(station)[args.printer]
    if waiting:
        raise PrinterInUse(name=args.printer, count=waiting)
    here.remove(args.printer)
    return 0


def _login(_parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    """Keep a user and a password where keys are kept, which an application that is open finds there."""
    here.login(here.known(args.printer).name, _login_given(args))
    return 0


def _login_given(args: Arguments) -> Login | None:
    if not args.user:
        if args.password_file:
            raise given.WrongUse("--password-file FILE is for --user NAME")
        return None
    if not args.user.isprintable() or ":" in args.user:  # which ends a name (RFC 7617)
        raise given.WrongUse("--user NAME takes letters and signs without a colon")
    return Login(args.user, given.password(args))


def _allow(parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    """Let a queue be used, or no more, by whoever may say so: their name and the time stand with the printer."""
    here.known(args.printer)
    with given.station(parts, args) as station:
        who = station.signing_in.leave(Deed.QUEUE)
        at = shown.iso(station.clock())
    here.change(args.printer, allowed="" if args.forbid else " · ".join(filter(None, (who, at))))
    return 0


def _pause(_parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    if not args.reason.strip():
        raise given.WrongUse("--reason needs a text")
    here.change(args.printer, paused=args.reason.strip())
    return 0


def _resume(_parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    here.change(args.printer, paused="")
    return 0


def _test(parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    name = here.known(args.printer).name
    with given.station(parts, args) as station:
        forum = station.forum
    outcome = here.test(name, forum)
    if outcome.fault is not None:
        raise outcome.fault
    if outcome.problem is not None:
        raise outcome.problem
    said = {JobState.CONFIRMED: "printed", JobState.SENT: "sent"}.get(outcome.state, outcome.state.value)
    shown.say({"name": name, "test": said}, as_json=args.json)
    return 0


def _status(parts: Parts, here: LaptopPrinters, args: Arguments) -> int:
    """Say how printers are: the first that is not ready is the command's trouble."""
    asked = [here.known(name) for name in args.printer] or here.listed()
    with given.station(parts, args) as station:
        waiting, forum = _waiting(station), station.forum
    troubles = {each.name: here.trouble(each.name, forum) for each in asked}
    shown.say([_state_row(each, troubles[each.name], waiting[each.name]) for each in asked], as_json=args.json)
    if first := next(filter(None, troubles.values()), None):
        raise first
    return 0


def _waiting(station: OpenedStation) -> Counter[str]:
    return Counter(job.printer for job in station.queries.own_jobs(_OWED))


def _found_row(kind: PrinterKind, target: str, called: str) -> dict[str, Json]:
    speaks = spoken_by(called) if kind in LABEL_PRINTERS else None
    return {"name": called, "kind": kind.value, "target": target, "language": speaks.value if speaks else ""}


def _row(printer: PrinterSettings, default: str) -> dict[str, Json]:
    return {
        "name": printer.name,
        "kind": printer.kind.value,
        "target": printer.target,
        "language": printer.speaks.value if printer.speaks else "",
        "dpi": printer.dpi,
        "media": str(printer.media or ""),
        "template": printer.template,
        "default": printer.name == default,
        "paused": printer.paused,
        "allowed": printer.allowed,
    }


def _state_row(printer: PrinterSettings, trouble: PrintProblem | None, waiting: int) -> dict[str, Json]:
    return {
        "name": printer.name,
        "state": "paused" if printer.paused else "not ready" if trouble else "ready",
        "waiting": waiting,
        "trouble": printer.paused or (str(trouble) if trouble else ""),
    }


_Verb = Callable[[Parts, LaptopPrinters, Arguments], int]
_VERBS: Mapping[str, _Verb] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "test": _test,
    "status": _status,
    "login": _login,
    "allow": _allow,
    "pause": _pause,
    "resume": _resume,
}
