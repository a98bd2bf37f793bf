"""What the words of a command name: a station, a person, a place."""

import argparse
import contextlib
import getpass
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from checkin_app.cli import shown
from checkin_app.cli.parts import Parts
from checkin_app.domain.codes import LENGTH
from checkin_app.domain.ids import BusCode, CheckpointId, bus_checkpoint, operator_id_from
from checkin_app.domain.operators import Operator
from checkin_app.domain.problems import FactsMissing, NumberShared, StoreMissing, UnknownCheckpoint, UnknownDelegate
from checkin_app.domain.problems_lists import RowsUnfit
from checkin_app.domain.problems_operators import UnknownOperator
from checkin_app.runtime import bounded
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.proofs import BadgeShown, Proof

Arguments = argparse.Namespace

_ENDING = (signal.SIGINT, signal.SIGTERM)
#: Seconds for which a pipe is waited for: whoever fills it may be asked for a passphrase first.
_PATIENCE = 60.0
#: A line longer than this is no code of anybody's; the rest of it is thrown away unread.
LONGEST_LINE = 8192
#: What PowerShell and Notepad put before the first line.
BYTE_ORDER_MARK = "\ufeff"


class WrongUse(Exception):  # noqa: N818 - said to the person as argparse says it
    """The words of the command do not fit together."""


def folder(parts: Parts, args: Arguments) -> Path:
    folder: Path = args.data or parts.default_folder()
    return folder


@contextlib.contextmanager
def station(parts: Parts, args: Arguments) -> Iterator[OpenedStation]:
    """Open the station; what it lacks is said before anything is done with it, and keeps nobody from it."""
    with opened(parts, folder(parts, args)) as station:
        holding = station.upkeep.holding()
        if holding.missing:
            print(FactsMissing(missing=holding.missing), file=sys.stderr)
        elif holding.unclean:
            print(shown.doubt(holding), file=sys.stderr)
        if getattr(args, "acting", None):
            sign_in(station, args)
        yield station


def sign_in(station: OpenedStation, args: Arguments) -> None:
    """Let whoever --as names act: by the code of a staff badge, or by name and PIN."""
    if len(args.acting) >= LENGTH:
        station.signing_in.by_badge(args.acting)
        return
    typed = first_line(args.pin_file, "PIN") if args.pin_file else _typed_pin()
    station.signing_in.sign_in(station.signing_in.proven(operator(station, args.acting).id, typed))


def approval(station: OpenedStation, args: Arguments) -> Proof | None:
    """Return what --approved-by hands over: the code of a staff badge, or a name with its PIN; None where nobody does."""
    if not args.approved_by:
        return None
    if len(args.approved_by) >= LENGTH:
        return BadgeShown(args.approved_by)
    if args.approval_pin_file is None:
        raise WrongUse("--approved-by NAME needs the PIN: hand it over with --approval-pin-file FILE")
    typed = first_line(args.approval_pin_file, "PIN")
    return station.signing_in.proven(operator(station, args.approved_by).id, typed)


def _typed_pin() -> str:
    return _typed("PIN: ", "--as NAME asks for the PIN: hand it over with --pin-file FILE")


def password(args: Arguments) -> str:
    """Return the password of a printer's user, from a file or typed where nobody sees it."""
    if args.password_file:
        return first_line(args.password_file, "password")
    return _typed("Password: ", "--user NAME asks for the password: hand it over with --password-file FILE")


def _typed(prompt: str, otherwise: str) -> str:
    if not sys.stdin.isatty():
        raise WrongUse(otherwise)
    return getpass.getpass(prompt)


def operator(station: OpenedStation, name: str) -> Operator:
    """Return the operator that a word names: by id, or by name in small letters or capitals."""
    identifier = operator_id_from(station.forum.id, " ".join(name.split()))
    found = [each for each in station.queries.operators() if each.id in {name, identifier}]
    if len(found) != 1:
        raise UnknownOperator(name=name)
    return found[0]


def opened(parts: Parts, folder: Path) -> contextlib.AbstractContextManager[OpenedStation]:
    if not folder.is_dir():
        raise StoreMissing(folder=str(folder))
    return parts.open_station(folder)


def first_line(file: Path | None, what: str = "passphrase") -> str:
    """Return what a file is to hand over, and no less: who names one wants what it says; empty where none is named."""
    if file is None:
        return ""
    try:
        said = bounded.first_line(file, LONGEST_LINE, _PATIENCE).decode().removeprefix(BYTE_ORDER_MARK)
    except (OSError, ValueError) as error:
        raise WrongUse(f"no {what} can be read from {file}") from error
    if not (line := "".join(said.splitlines()[:1]).strip()):
        raise WrongUse(f"no {what} stands in the first line of {file}")
    return line


def delegate(station: OpenedStation, name: str) -> tuple[DelegateCard, int | None]:
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
    say_void(card, issue)
    return card, issue


def say_void(card: DelegateCard, issue: int | None) -> None:
    if issue is not None and issue < card.badge.current:
        number = card.delegate.badge_no
        sys.stderr.write(f"Badge {number}-{issue} is void: {number}-{card.badge.current} took its place.\n")


def checkpoint(station: OpenedStation, name: str) -> CheckpointId:
    """Return the checkpoint meant: a session's id, a bus's, or the bare code of a bus."""
    known = {session.checkpoint for session in station.forum.sessions}
    known |= {bus_checkpoint(count.bus.code) for count in station.queries.buses(rehearsal=False)}
    for candidate in (CheckpointId(name), bus_checkpoint(BusCode(name))):
        if candidate in known:
            return candidate
    raise UnknownCheckpoint(name=name)


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield one text for every line, however long or broken: each gets its verdict."""
    while line := stream.readline(LONGEST_LINE):
        text = line
        while not line.endswith(b"\n") and len(line) == LONGEST_LINE:
            line = stream.readline(LONGEST_LINE)
        yield text.decode("utf-8", errors="replace").rstrip("\r\n").lstrip(BYTE_ORDER_MARK)


@contextlib.contextmanager
def flaws_named(file: str) -> Iterator[None]:
    """Name each thing that is wrong with a list in a line of standard error, before the trouble itself is said."""
    try:
        yield
    except RowsUnfit as problem:
        print("\n".join(f"{file}, {flaw}" for flaw in problem.flaws), file=sys.stderr)
        raise


@contextlib.contextmanager
def until_interrupted() -> Iterator[Callable[[float], bool]]:
    """Give what waits so many seconds, and returns whether to go on: not once somebody has interrupted."""
    ended = threading.Event()
    former = {each: signal.signal(each, lambda _number, _frame: ended.set()) for each in _ENDING}
    try:
        yield lambda seconds: not ended.wait(seconds)
    finally:
        for each, handler in former.items():
            signal.signal(each, handler)
