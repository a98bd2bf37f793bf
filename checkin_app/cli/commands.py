"""What each command does, in the order of the parser."""

import contextlib
import json
import sys
from collections.abc import Callable, Mapping

from checkin_app.cli import (
    buses,
    carrying,
    contradictions,
    emergencies,
    fonts,
    forum,
    given,
    head_counts,
    lists,
    meeting,
    operators,
    overseeing,
    persons,
    phones,
    planning,
    print_jobs,
    printed,
    printers,
    rides,
    shown,
    shown_upkeep,
    stops,
    swaps,
    templates,
)
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.attendance import occasion_named, occasions
from checkin_app.domain.ids import FactId
from checkin_app.domain.movements import Direction
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import (
    ChainProblem,
    FactsMissing,
    FactsRefused,
    StorageProblem,
    StoreCorrupt,
    StoreMissing,
)
from checkin_app.domain.problems_records import BadgesRefused
from checkin_app.services.exchange import take_from
from checkin_app.services.scanning import Undone

Command = Callable[[Parts, Arguments], int]

PROGRESS_STEP = 500


def _demo(parts: Parts, args: Arguments) -> int:
    if args.window:
        return parts.open_demo(args.language or "")
    folder = parts.run_demo(args.out)
    print(folder)
    return 0


def _new(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    parts.new_station(folder, args.forum, args.name, given.first_line(args.passphrase_file))
    print(folder)
    return 0


def _unlock(parts: Parts, args: Arguments) -> int:
    parts.unlock(given.folder(parts, args), given.first_line(args.passphrase_file))
    return 0


def _find(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        queries = station.queries
        hits = {} if args.all else {hit.delegate: hit for hit in queries.find(args.text)}
        typed = {who: hit.issue for who, hit in hits.items()}
        cards = queries.cards(queries.delegate_ids() if args.all else list(typed))
    for card in cards:
        given.say_void(card, typed.get(card.delegate.id))
        if card.delegate.id in hits and (formerly := hits[card.delegate.id].formerly):
            sys.stderr.write(f"{formerly} was merged into {card.delegate.called}.\n")
    rows = [shown.card_row(card, typed.get(card.delegate.id)) for card in cards]
    for row, card in zip(rows, cards, strict=True):
        if card.delegate.id in hits and hits[card.delegate.id].formerly:
            row["merged"] = hits[card.delegate.id].formerly
    shown.say(rows, as_json=args.json)
    return 0


def _codes(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        parts.write_codes(station, args.out)
    return 0


def _scan(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        checkpoint, direction = given.checkpoint(station, args.checkpoint), Direction(args.direction)
        trouble: StorageProblem | None = None
        for code in given.lines(sys.stdin.buffer):
            row: Mapping[str, object]
            try:
                row = shown.verdict_row(station.scanning.scan((code,), checkpoint, direction))
            except StorageProblem as problem:
                trouble = problem
                row = shown.fault_row(problem, station.clock())
            print(json.dumps(row, ensure_ascii=False), flush=True)
    if trouble:
        raise trouble
    return 0


def _undo(parts: Parts, args: Arguments) -> int:
    if args.last < 1:
        raise given.WrongUse("--last needs a number from 1 on")
    undone: list[Undone] = []
    with given.station(parts, args) as station:
        try:
            undone.extend(station.scanning.undo(args.fact and FactId(args.fact)) for _ in range(args.last))
        finally:  # one that is refused leaves undone what came before it, and that is said
            if args.json:
                shown.say([shown.undone_row(each) for each in undone], as_json=True)
            else:
                print("".join(f"{shown.undone_line(each)}\n" for each in undone), end="")
    return 0


def _checkpoints(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        counts = station.checkpoint_counts()
        rows = shown.checkpoint_rows(station.forum, counts, station.buses())
    shown.say(rows, as_json=args.json)
    return 0


def _badge(parts: Parts, args: Arguments) -> int:
    if args.replace is not None and not args.replace.strip():
        raise given.WrongUse("--replace needs a reason")
    with given.station(parts, args) as station:
        card, issue = given.delegate(station, args.delegate)
        if args.replace is not None:
            # Drawn once before anything is voided: a badge that cannot be printed voids nothing.
            parts.try_badge(station, card, args.out, args.photo)
            station.badges.replace(card.delegate.id, args.replace, former=issue or card.badge.current)
            card, _ = given.delegate(station, card.delegate.id)
        parts.write_badge(station, card, args.out, args.photo)
    return 0


def _badges(parts: Parts, args: Arguments) -> int:
    def progress(done: int, whole: int) -> None:
        if done % PROGRESS_STEP == 0 or done == whole:
            sys.stderr.write(f"{done} of {whole}\n")
            sys.stderr.flush()

    with given.station(parts, args) as station:
        if args.take_back:
            station.issuing.take_back()
            print("The last file of badges was taken back.")
            return 0
        written, refused = parts.write_badges(station, args.out, progress)
    print(f"{written} badges")
    for line in refused:
        print(f"  {line}", file=sys.stderr)
    if refused:
        raise BadgesRefused(count=len(refused))
    return 0


def _attendance(parts: Parts, args: Arguments) -> int:
    if args.out.suffix.lower() not in {".csv", ".xlsx"}:
        raise given.WrongUse("--out must end in .csv or .xlsx")
    with given.station(parts, args) as station:
        occasion = occasion_named(station.forum, args.occasion)
        if occasion is None:
            known = ", ".join(str(each.id) for each in occasions(station.forum))
            raise given.WrongUse(f"no session and no route is called {args.occasion}; there are {known}")
        parts.write_attendance(station, occasion, args.out)
    return 0


def _check(parts: Parts, args: Arguments) -> int:
    with given.opened(parts, given.folder(parts, args)) as station:
        given_up = station.upkeep.accept_loss() if args.accept_loss else None
        report = station.upkeep.check(repair=args.repair)
        holding, out = station.upkeep.holding(), station.queries.kept_out()
        shown_upkeep.say_kept_out(station)
    if args.json:
        shown.say(shown_upkeep.check_row(report, holding, out), as_json=True)
    else:
        if given_up is not None:
            print(f"Facts that were acknowledged and are given up: {given_up}.")
        print(report)
    if holding.missing:
        raise FactsMissing(missing=holding.missing)
    if not args.json:
        print(shown.doubt(holding) or "Nothing that was acknowledged is missing.")
    return 0


def _merge(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station, contextlib.ExitStack() as held:
        try:
            other = held.enter_context(given.opened(parts, args.other))
        except (ChainProblem, StoreCorrupt) as problem:
            damage: Problem | None = problem
            giver = held.enter_context(parts.open_damaged(args.other))
            met = [(station, take_from(giver, station))]
        else:
            damage = None
            both = parts.meet_folder(given.folder(parts, args), station, args.other, other)
            met = list(zip((station, other), both, strict=True))
        shown_upkeep.say_met(met, as_json=args.json)
    for trouble in (damage, *(taken.trouble for _, taken in met)):
        if trouble:
            raise trouble
    if refusals := sum(taken.refused for _, taken in met):
        raise FactsRefused(count=refusals)
    return 0


def _bundle(parts: Parts, args: Arguments) -> int:
    return (carrying.export if args.verb == "export" else carrying.bring_in)(parts, args)


def _backup(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        written = str(station.upkeep.backup())
    shown.say({"backup": written}, as_json=args.json)
    return 0


def _restore(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    if args.list:
        shown.say([shown.backup_row(each) for each in parts.backups(folder)], as_json=args.json)
        return 0
    if not folder.is_dir():
        raise StoreMissing(folder=str(folder))
    restored = parts.restore(folder, args.backup)
    if args.json:
        shown.say(shown.restored_row(restored), as_json=True)
    else:
        print("\n".join(shown.restored_lines(restored)))
    return 0


COMMANDS: Mapping[str, Command] = {
    "demo": _demo,
    "new": _new,
    "unlock": _unlock,
    "import": lists.take_in,
    "imports": lists.imports,
    "export": lists.export,
    "find": _find,
    "person": persons.person,
    "forum": forum.forum,
    "codes": _codes,
    "scan": _scan,
    "undo": _undo,
    "checkpoints": _checkpoints,
    "buses": buses.buses,
    "stops": stops.stops,
    "count": head_counts.count,
    "release": head_counts.release,
    "swap": swaps.swap,
    "emergency": emergencies.emergency,
    "plan": planning.plan,
    "badge": _badge,
    "badges": _badges,
    "printers": printers.printers,
    "print": printed.print_badges,
    "jobs": print_jobs.jobs,
    "fonts": fonts.fonts,
    "template": templates.template,
    "names": printed.names,
    "manifest": overseeing.manifest,
    "missing": overseeing.missing,
    "reports": overseeing.reports,
    "attendance": _attendance,
    "conflicts": contradictions.conflicts,
    "check": _check,
    "verify": carrying.verify,
    "merge": _merge,
    "bundle": _bundle,
    "backup": _backup,
    "restore": _restore,
    "hub": meeting.hub,
    "join": meeting.join,
    "sync": meeting.sync,
    "stations": meeting.stations,
    "phones": phones.phones,
    "operators": operators.operators,
    "ride": rides.ride,
}
