"""The commands by which laptops meet: hub, join, sync and stations."""

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import HubWish, JoinWish, Parts
from checkin_app.cli.shown_codes import qr
from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.ids import StationId
from checkin_app.domain.invitations import HOLDS_MINUTES, Shown, shown_short
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import NotAdmitted, ShutOut, UnknownStation
from checkin_app.domain.sync.coming import Coming
from checkin_app.domain.sync.status import ClockOffset, SyncStatus
from checkin_app.services.conversing import Met
from checkin_app.services.opened import OpenedStation

#: Seconds between two looks whether the hub is well, whether somebody was let in, and how the hub stands.
_WELL, _ASK, _STATUS = 15.0, 1.0, 1.0
#: Seconds between two words of how far it is.
_TOLD = 1.0


def hub(parts: Parts, args: Arguments) -> int:
    if args.invite:
        _say_invitation(parts.invite(given.folder(parts, args)), as_json=args.json)
        return 0
    with parts.serve_hub(given.folder(parts, args), HubWish(args.listen, args.database), _say_words) as serving:
        print(f"The hub listens at {serving.address}.", flush=True)
        _say_invitation(serving.invite(), as_json=args.json)
        with given.until_interrupted() as go_on:
            while go_on(_WELL):
                if not serving.keep_going():
                    print("The hub did not answer, and was started again.", file=sys.stderr)
    return 0


def join(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    wish = JoinWish(args.code, args.name, args.hub, given.first_line(args.passphrase_file), _words_read)
    joined = parts.join(folder, wish)
    if joined.standing is Standing.ASKING:
        print(f"{joined.name} ({joined.station}) has asked; a coordinator lets it in.", flush=True)
    until = time.monotonic() + args.wait
    with given.until_interrupted() as go_on:
        while joined.standing is Standing.ASKING:
            if time.monotonic() >= until or not go_on(_ASK):
                raise NotAdmitted
            joined = parts.join(folder, JoinWish())
    if joined.standing is Standing.REVOKED:
        raise ShutOut
    print(f"{joined.name} ({joined.station}) takes part.", flush=True)
    over = parts.take_over(folder, _Telling().tell)
    _say_met(over.met, as_json=args.json)
    if over.status.clock and over.status.clock.is_wrong:
        print(_clock_line(over.status.clock), file=sys.stderr)
    return 0


@dataclass(slots=True)
class _Telling:
    """Says now and then how far a taking over is, where a person may wait for it."""

    _next: float = 0.0

    def tell(self, coming: Coming) -> None:
        now = time.monotonic()
        if now < self._next or not coming.whole:
            return
        self._next = now + _TOLD
        line = f"{coming.facts} of {coming.whole} entries; {coming.people} people, {coming.documents} documents came"
        if coming.due:
            line = f"{coming.counted} of {coming.due} entries of lists count"
        print(line, file=sys.stderr, flush=True)


def sync(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    if not args.watch:
        _say_met(parts.meet(folder), as_json=args.json)
        return 0

    def changed(changes: ChangeSet) -> None:
        print(f"{_time()} came: {', '.join(sorted(changes))}", flush=True)

    with parts.stay(folder, changed) as network, given.until_interrupted() as go_on:
        before = ""
        while go_on(_STATUS):
            line = _status_line(network.status())
            if line != before:
                print(f"{_time()} {line}", flush=True)
                before = line
    return 0


def stations(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        return _VERBS[args.verb](station, args)


def _listed(station: OpenedStation, args: Arguments) -> int:
    shown.say([_row(each) for each in station.queries.enrolments()], as_json=args.json)
    return 0


def _admit(station: OpenedStation, args: Arguments) -> int:
    station.enrolling.admit(_named(station, args.station), args.name, Role(args.role))
    return 0


def _revoke(station: OpenedStation, args: Arguments) -> int:
    station.enrolling.revoke(_named(station, args.station), args.reason)
    return 0


def _leave(station: OpenedStation, _args: Arguments) -> int:
    station.enrolling.leave()
    return 0


_VERBS: Mapping[str | None, Callable[[OpenedStation, Arguments], int]] = {
    None: _listed,
    "admit": _admit,
    "revoke": _revoke,
    "leave": _leave,
}


def _named(station: OpenedStation, word: str) -> StationId:
    """Return the station that a word names: by its id, the beginning of it, or by what it is called."""
    known = station.queries.enrolments()
    found = [each.station for each in known if word and (each.station.startswith(word) or each.name == word)]
    if len(found) != 1:
        raise UnknownStation(name=word)
    return found[0]


def _row(enrolment: Enrolment) -> Mapping[str, Json]:
    return {
        "station": enrolment.station,
        "name": enrolment.name,
        "role": enrolment.role.value,
        "standing": enrolment.standing.value,
        "words": enrolment.words,
        "since": shown.iso(enrolment.since),
    }


def _say_met(met: Met, *, as_json: bool) -> None:
    """Say what came and went: in a sentence, or as values for whoever asked for those."""
    if as_json:
        shown.say(_met_row(met), as_json=True)
    else:
        print(_met_line(met))


def _met_row(met: Met) -> Mapping[str, Json]:
    return {
        "agreed": met.are_one,
        "came": met.taken.stored,
        "went": met.given.stored,
        "kept_out_here": met.taken.kept_out,
        "kept_out_there": met.given.kept_out,
    }


def _met_line(met: Met) -> str:
    if met.agreed:
        return "Both knew the same."
    kept_out = met.taken.kept_out + met.given.kept_out
    return f"{met.taken.stored} facts came, {met.given.stored} went" + (f", {kept_out} kept out." if kept_out else ".")


def _status_line(status: SyncStatus) -> str:
    parts = [status.reach.value, f"{status.only_here} facts only here", f"{status.heard} heard"]
    parts += [f"{each.name or each.station}: {each.first}–{each.last} not received" for each in status.gaps]
    if status.clock and status.clock.is_wrong:
        parts.append(_clock_line(status.clock))
    if isinstance(status.trouble, Problem):
        parts.append(str(status.trouble))
    return ", ".join(parts)


def _clock_line(clock: ClockOffset) -> str:
    return f"clocks differ by {clock.milliseconds / 1000:.0f} s"


def _say_words(words: str) -> None:
    print(f"Words to compare: {words}", flush=True)


def _words_read() -> str:
    sys.stderr.write("Type the words that the hub shows: ")
    sys.stderr.flush()
    return sys.stdin.readline()


def _say_invitation(invitation: Shown, *, as_json: bool) -> None:
    text = invitation.invitation.text()
    if as_json:
        addresses: list[Json] = [str(each) for each in invitation.invitation.addresses]
        shown.say({"invitation": text, "short": shown_short(invitation.short), "addresses": addresses}, as_json=True)
        return
    print(qr(text))
    print(f"For one laptop, {HOLDS_MINUTES} minutes: {text}")
    print(f"Or type {shown_short(invitation.short)} and compare the words.", flush=True)


def _time() -> str:
    return datetime.now(UTC).strftime("%H:%M:%SZ")
