"""What each command does, in the order of the parser."""

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from checkin_app.cli import shown
from checkin_app.cli.parts import Parts
from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.ids import BusCode, CheckpointId, RouteId, bus_checkpoint
from checkin_app.domain.movements import Direction
from checkin_app.domain.problems import (
    FactsMissing,
    FactsRefused,
    NumberShared,
    StorageProblem,
    StoreMissing,
    UnknownBus,
    UnknownCheckpoint,
    UnknownDelegate,
)
from checkin_app.runtime.interpreter import making_much
from checkin_app.services.badges import code_of
from checkin_app.services.exchange import exchange
from checkin_app.services.importing import ListChoices
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports import DelegateCard

Arguments = argparse.Namespace
Command = Callable[[Parts, Arguments], int]

#: A line longer than this is no code of anybody's; the rest of it is thrown away unread.
LONGEST_LINE = 8192
#: What PowerShell and Notepad put before the first line.
BYTE_ORDER_MARK = "\ufeff"
PROGRESS_STEP = 500


class WrongUse(Exception):  # noqa: N818 - said to the person as argparse says it
    """The words of the command do not fit together."""


def _demo(parts: Parts, args: Arguments) -> int:
    if args.window:
        return parts.open_demo()
    folder = parts.run_demo(args.out)
    print(folder)
    return 0


def _new(parts: Parts, args: Arguments) -> int:
    folder = _folder(parts, args)
    parts.new_station(folder, args.forum, args.name, _first_line(args.passphrase_file))
    print(folder)
    return 0


def _unlock(parts: Parts, args: Arguments) -> int:
    parts.unlock(_folder(parts, args), _first_line(args.passphrase_file))
    return 0


def _import(parts: Parts, args: Arguments) -> int:
    columns = tuple((field, heading) for field, _, heading in (each.partition("=") for each in args.column))
    with _station(parts, args) as station:
        plan = parts.plan_import(station, args.file, ListChoices(args.sheet, args.encoding, columns))
        if args.refused:
            parts.write_refused(plan, args.refused)
        if not args.dry_run:
            with making_much():
                station.importing.apply(plan, overwrite=args.overwrite)
        summary = {"written": not args.dry_run, **plan.summary()}
    if args.json:
        print(json.dumps(summary, ensure_ascii=False))
    else:
        print(plan.sentence() if args.dry_run else f"Imported. {plan.sentence()}")
        for line in plan.remarks():
            print(f"  {line}")
    return 0


def _find(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        queries = station.queries
        typed = {} if args.all else {hit.delegate: hit.issue for hit in queries.find(args.text)}
        cards = queries.cards(queries.delegate_ids() if args.all else list(typed))
    for card in cards:
        _say_void(card, typed.get(card.delegate.id))
    rows = [shown.card_row(card, typed.get(card.delegate.id)) for card in cards]
    shown.say(rows, as_json=args.json)
    return 0


def _codes(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        cards = station.queries.cards(station.queries.delegate_ids())
        rows = [_code_row(station, card) for card in cards if not card.badge.revoked]
    header = ("badge_no", "delegate_id", "name", "latin_name", "delegation", "email", "code")
    parts.write_table(args.out, header, rows)
    return 0


def _code_row(station: OpenedStation, card: DelegateCard) -> tuple[str, ...]:
    who = card.delegate
    code = code_of(station.signer, station.forum.id, who.id, card.badge.current)
    return (who.badge_no, who.id, who.name, who.latin_name, who.delegation, who.email, code)


def _scan(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        checkpoint, direction = _checkpoint(station, args.checkpoint), Direction(args.direction)
        trouble: StorageProblem | None = None
        for code in _lines(sys.stdin.buffer):
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


def _checkpoints(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        counts = station.queries.checkpoint_counts(rehearsal=station.figures_of_rehearsal())
        rows = shown.checkpoint_rows(station.forum, counts, station.buses())
    shown.say(rows, as_json=args.json)
    return 0


def _buses(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        return BUS_VERBS[args.verb](station, args)


def _bus_add(station: OpenedStation, args: Arguments) -> int:
    route = args.route or args.bus.partition("-")[0]
    station.dispatch.add_bus(
        Bus(
            code=BusCode(args.bus),
            route=RouteId(route),
            licensed_seats=args.seats,
            usable_seats=args.usable or args.seats,
            accessible_places=args.accessible,
            plate=args.plate,
            bay=args.bay,
            departs=args.departs,
            driver=args.driver,
            driver_phone=args.driver_phone,
            guide=args.guide,
            coordinator=args.coordinator,
        )
    )
    return 0


def _bus_list(station: OpenedStation, args: Arguments) -> int:
    rows = [shown.bus_row(count) for count in station.buses()]
    shown.say(rows, as_json=args.json)
    return 0


def _bus_open(station: OpenedStation, args: Arguments) -> int:
    station.dispatch.open_doors(BusCode(args.bus))
    return 0


def _bus_state(station: OpenedStation, args: Arguments) -> int:
    station.dispatch.move_to(BusCode(args.bus), BusState(args.state))
    return 0


def _bus_assign(station: OpenedStation, args: Arguments) -> int:
    bus = None if args.bus == "none" else BusCode(args.bus)
    card, _ = _delegate(station, args.delegate)
    station.dispatch.assign(card.delegate.id, bus)
    return 0


def _bus_fill(station: OpenedStation, _args: Arguments) -> int:
    result = station.seating.fill()
    print(f"{result.placed} placed, {len(result.unplaced)} without a seat on their route")
    return 0


def _badge(parts: Parts, args: Arguments) -> int:
    if args.replace is not None and not args.replace.strip():
        raise WrongUse("--replace needs a reason")
    with _station(parts, args) as station:
        card, issue = _delegate(station, args.delegate)
        if args.replace is not None:
            # Drawn once before anything is voided: a badge that cannot be printed voids nothing.
            parts.write_badge(station, card, args.out)
            station.badges.replace(card.delegate.id, args.replace, former=issue or card.badge.current)
            card, _ = _delegate(station, card.delegate.id)
        parts.write_badge(station, card, args.out)
    return 0


def _badges(parts: Parts, args: Arguments) -> int:
    def progress(done: int, whole: int) -> None:
        if done % PROGRESS_STEP == 0 or done == whole:
            sys.stderr.write(f"{done} of {whole}\n")
            sys.stderr.flush()

    with _station(parts, args) as station:
        written, refused = parts.write_badges(station, args.out, progress)
    print(f"{written} badges")
    for line in refused:
        print(f"  {line}")
    return 0


def _manifest(parts: Parts, args: Arguments) -> int:
    if args.out.suffix.lower() not in {".pdf", ".csv", ".xlsx"}:
        raise WrongUse("--out must end in .pdf, .csv or .xlsx")
    with _station(parts, args) as station:
        code = BusCode(args.bus.removeprefix("bus:"))
        if all(count.bus.code != code for count in station.queries.buses(rehearsal=False)):
            raise UnknownBus(name=args.bus)
        manifest = station.manifest(code)
        parts.write_manifest(station, manifest, args.out)
    return 0


def _conflicts(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        rows = [shown.conflict_row(conflict) for conflict in station.queries.conflicts()]
        _say_kept_out(station)
    shown.say(rows, as_json=args.json)
    return 0


def _check(parts: Parts, args: Arguments) -> int:
    with _open(parts, _folder(parts, args)) as station:
        if args.accept_loss:
            print(f"Facts that were acknowledged and are given up: {station.upkeep.accept_loss()}.")
        print(station.upkeep.check(repair=args.repair))
        holding = station.upkeep.holding()
        _say_kept_out(station)
    if holding.missing:
        raise FactsMissing(missing=holding.missing)
    print(shown.doubt(holding) or "Nothing that was acknowledged is missing.")
    return 0


def _merge(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station, _open(parts, args.other) as other:
        met = exchange(station, other)
        for each, given in zip((station, other), met, strict=True):
            aside = f", {given.forked} set aside as a fork" if given.forked else ""
            later = f", {given.later} wait for what goes before them" if given.later else ""
            refused = f", {given.refused} refused" if given.refused else ""
            returned = f", {given.returned} of them its own come back" if given.returned else ""
            print(f"{each.station.name or each.station.id}: {given.stored} new facts{returned}{aside}{later}{refused}")
            _say_kept_out(each)
    if refusals := sum(each.refused for each in met):
        raise FactsRefused(count=refusals)
    return 0


def _backup(parts: Parts, args: Arguments) -> int:
    with _station(parts, args) as station:
        written = str(station.upkeep.backup())
    shown.say({"backup": written}, as_json=args.json)
    return 0


def _restore(parts: Parts, args: Arguments) -> int:
    folder = _folder(parts, args)
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


BUS_VERBS: Mapping[str, Callable[[OpenedStation, Arguments], int]] = {
    "add": _bus_add,
    "list": _bus_list,
    "open": _bus_open,
    "state": _bus_state,
    "assign": _bus_assign,
    "fill": _bus_fill,
}
COMMANDS: Mapping[str, Command] = {
    "demo": _demo,
    "new": _new,
    "unlock": _unlock,
    "import": _import,
    "find": _find,
    "codes": _codes,
    "scan": _scan,
    "checkpoints": _checkpoints,
    "buses": _buses,
    "badge": _badge,
    "badges": _badges,
    "manifest": _manifest,
    "conflicts": _conflicts,
    "check": _check,
    "merge": _merge,
    "backup": _backup,
    "restore": _restore,
}


def _folder(parts: Parts, args: Arguments) -> Path:
    folder: Path = args.data or parts.default_folder()
    return folder


@contextlib.contextmanager
def _station(parts: Parts, args: Arguments) -> Iterator[OpenedStation]:
    """Open the station; what it lacks is said before anything is done with it, and keeps nobody from it."""
    with _open(parts, _folder(parts, args)) as station:
        holding = station.upkeep.holding()
        if holding.missing:
            print(FactsMissing(missing=holding.missing), file=sys.stderr)
        elif holding.unclean:
            print(shown.doubt(holding), file=sys.stderr)
        yield station


def _open(parts: Parts, folder: Path) -> contextlib.AbstractContextManager[OpenedStation]:
    if not folder.is_dir():
        raise StoreMissing(folder=str(folder))
    return parts.open_station(folder)


def _first_line(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.read_text("utf-8").splitlines()[0].strip()
    except (OSError, ValueError, IndexError) as error:
        raise WrongUse(f"no passphrase can be read from {file}") from error


def _say_kept_out(station: OpenedStation) -> None:
    """Say beside the output what came from other laptops and is not part of the record, or not whole."""
    if line := shown.kept_out(station.queries.health().set_aside, len(station.merging.lacking())):
        print(f"{station.station.name or station.station.id}: {line}", file=sys.stderr)


def _delegate(station: OpenedStation, name: str) -> tuple[DelegateCard, int | None]:
    """Return whom a word of the command names, and the issue typed after a badge number."""
    queries = station.queries
    bearers = {hit.delegate: hit.issue for hit in queries.bearers(name)}
    found = queries.resolve(name)
    if found is None and len(bearers) > 1:
        who = ", ".join(f"{card.delegate.name} ({card.delegate.id})" for card in queries.cards(list(bearers)))
        raise NumberShared(name=name, who=who)
    card = queries.card(found) if found else None
    if card is None:
        raise UnknownDelegate(name=name)
    issue = bearers.get(card.delegate.id)
    _say_void(card, issue)
    return card, issue


def _say_void(card: DelegateCard, issue: int | None) -> None:
    if issue is not None and issue < card.badge.current:
        number = card.delegate.badge_no
        sys.stderr.write(f"Badge {number}-{issue} is void: {number}-{card.badge.current} took its place.\n")


def _checkpoint(station: OpenedStation, name: str) -> CheckpointId:
    """Return the checkpoint meant: a session's id, a bus's, or the bare code of a bus."""
    known = {session.checkpoint for session in station.forum.sessions}
    known |= {bus_checkpoint(count.bus.code) for count in station.queries.buses(rehearsal=False)}
    for candidate in (CheckpointId(name), bus_checkpoint(BusCode(name))):
        if candidate in known:
            return candidate
    raise UnknownCheckpoint(name=name)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Yield one text for every line, however long or broken: each gets its verdict."""
    while line := stream.readline(LONGEST_LINE):
        text = line
        while not line.endswith(b"\n") and len(line) == LONGEST_LINE:
            line = stream.readline(LONGEST_LINE)
        yield text.decode("utf-8", errors="replace").rstrip("\r\n").lstrip(BYTE_ORDER_MARK)
