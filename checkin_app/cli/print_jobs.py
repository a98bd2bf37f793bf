"""The commands about badges on their way to printers: list them, watch them, and say what became of them."""

import json
from collections.abc import Callable, Mapping, Sequence

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import JobId
from checkin_app.domain.jobs import Collector, JobState
from checkin_app.domain.problems import UnknownFact
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job

#: Seconds between two looks at what became of them.
_LOOK = 0.5
#: A badge in one of these states is on its way.
_UNDER_WAY = frozenset({JobState.QUEUED, JobState.RENDERED, JobState.SENDING})
#: Jobs that are listed, besides every question.
_LISTED = 1000
#: What somebody saw, by the word of the command.
SEEN: Mapping[str, JobState] = {"came-out": JobState.CONFIRMED, "did-not": JobState.FAILED_SAFE}


def jobs(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        if args.verb == "watch":
            return _watch(station, args)
        if args.verb == "move":
            parts.printers.of(given.folder(parts, args)).known(args.printer)
        chosen = _named(station, args.job) if args.verb else ()
        if args.verb:
            VERBS[args.verb](station, args, chosen)
        found = station.queries.jobs(_LISTED)
        named = {each.id for each in chosen}
        shown.say([row(station, each) for each in found if not args.verb or each.id in named], as_json=args.json)
    return 0


def _watch(station: OpenedStation, args: Arguments) -> int:
    """Say of each badge how it is, and each time that it becomes anything else."""
    said: dict[JobId, tuple[JobState, str, str]] = {}
    with given.until_interrupted() as go_on:
        while True:
            for job in reversed(station.queries.jobs(_LISTED)):
                stands = (job.state, job.printer, job.detail)
                if said.get(job.id) != stands:
                    said[job.id] = stands
                    _say_change(row(station, job), as_json=args.json)
            if args.until_done and not station.queries.own_jobs(_UNDER_WAY):
                return 0
            if not go_on(_LOOK):
                return 0


def _say_change(row: Mapping[str, Json], *, as_json: bool) -> None:
    """Say one change on a line of its own, which a program reads as soon as it is there."""
    if as_json:
        print(json.dumps(row, ensure_ascii=False), flush=True)
    else:
        shown.say(row, as_json=False)


def _named(station: OpenedStation, names: Sequence[str]) -> Sequence[Job]:
    known = {each.id: each for each in station.queries.jobs(_LISTED)}
    try:
        return [known[JobId(name)] for name in names]
    except KeyError:
        raise UnknownFact from None


def _resolve(station: OpenedStation, args: Arguments, chosen: Sequence[Job]) -> None:
    station.badges.settle([each.id for each in chosen], SEEN[args.seen])


def _hand_over(station: OpenedStation, args: Arguments, chosen: Sequence[Job]) -> None:
    named = [each.id for each in chosen]
    if args.to:
        station.handing_over.collected(named, _collector(station, args.to))
    else:
        station.handing_over.handed(named)


def _collector(station: OpenedStation, text: str) -> Collector:
    """Return who is meant: somebody on record by their number or id, else whoever is called so."""
    who = station.queries.resolve(text)
    card = station.queries.card(who) if who else None
    return Collector(card.delegate.called, card.delegate.id) if card else Collector(text)


def _hand_back(station: OpenedStation, _args: Arguments, chosen: Sequence[Job]) -> None:
    station.handing_over.take_back([each.id for each in chosen])


def _retry(station: OpenedStation, _args: Arguments, chosen: Sequence[Job]) -> None:
    for each in chosen:
        station.badges.move(each.id, each.printer)


def _move(station: OpenedStation, args: Arguments, chosen: Sequence[Job]) -> None:
    for each in chosen:
        station.badges.move(each.id, args.printer)


def _cancel(station: OpenedStation, _args: Arguments, chosen: Sequence[Job]) -> None:
    for each in chosen:
        station.badges.job_changed(each.id, JobState.CANCELLED, "told")


def row(station: OpenedStation, job: Job) -> dict[str, Json]:
    card = station.queries.card(job.delegate)
    return {
        "id": job.id,
        "badge": f"{card.delegate.badge_no}-{job.issue}" if card else "",
        "name": card.delegate.name or card.delegate.latin_name if card else "",
        "printer": job.printer,
        "state": job.state.value,
        "detail": job.detail,
        "at": shown.iso(job.at),
        "collector": job.collector.called if job.collector else "",
        "here": job.station == station.station.id,
    }


VERBS: Mapping[str, Callable[[OpenedStation, Arguments, Sequence[Job]], None]] = {
    "resolve": _resolve,
    "hand-over": _hand_over,
    "hand-back": _hand_back,
    "retry": _retry,
    "move": _move,
    "cancel": _cancel,
}
