"""The commands about badges on their way to printers: list them, and say what became of them."""

from collections.abc import Callable, Mapping, Sequence

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import JobId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import UnknownFact
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job

#: Jobs that are listed, besides every question.
_LISTED = 1000
#: What somebody saw, by the word of the command.
SEEN: Mapping[str, JobState] = {"came-out": JobState.CONFIRMED, "did-not": JobState.FAILED_SAFE}


def jobs(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        chosen = _named(station, args.job) if args.verb else ()
        if args.verb:
            VERBS[args.verb](station, args, chosen)
        found = station.queries.jobs(_LISTED)
        named = {each.id for each in chosen}
        shown.say([_row(station, each) for each in found if not args.verb or each.id in named], as_json=args.json)
    return 0


def _named(station: OpenedStation, names: Sequence[str]) -> Sequence[Job]:
    known = {each.id: each for each in station.queries.jobs(_LISTED)}
    try:
        return [known[JobId(name)] for name in names]
    except KeyError:
        raise UnknownFact from None


def _resolve(station: OpenedStation, args: Arguments, chosen: Sequence[Job]) -> None:
    station.badges.settle([each.id for each in chosen], SEEN[args.seen])


def _retry(station: OpenedStation, _args: Arguments, chosen: Sequence[Job]) -> None:
    for each in chosen:
        station.badges.move(each.id, each.printer)


def _move(station: OpenedStation, args: Arguments, chosen: Sequence[Job]) -> None:
    for each in chosen:
        station.badges.move(each.id, args.printer)


def _cancel(station: OpenedStation, _args: Arguments, chosen: Sequence[Job]) -> None:
    for each in chosen:
        station.badges.job_changed(each.id, JobState.CANCELLED, "told")


def _row(station: OpenedStation, job: Job) -> dict[str, Json]:
    card = station.queries.card(job.delegate)
    return {
        "id": job.id,
        "badge": f"{card.delegate.badge_no}-{job.issue}" if card else "",
        "name": card.delegate.name or card.delegate.latin_name if card else "",
        "printer": job.printer,
        "state": job.state.value,
        "detail": job.detail,
        "at": shown.iso(job.at),
        "here": job.station == station.station.id,
    }


VERBS: Mapping[str, Callable[[OpenedStation, Arguments, Sequence[Job]], None]] = {
    "resolve": _resolve,
    "retry": _retry,
    "move": _move,
    "cancel": _cancel,
}
