"""The commands that count a bus, release it, empty it and close it."""

from collections.abc import Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments, WrongUse
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.head_counts import Crew, Method, Release, Souls, reunions
from checkin_app.domain.ids import BusCode
from checkin_app.services.head_counts import Tallied
from checkin_app.services.opened import OpenedStation


def count(parts: Parts, args: Arguments) -> int:
    bus = BusCode(args.bus)
    with given.station(parts, args) as station:
        if (args.people is None) != (not args.by):
            raise WrongUse("count BUS PEOPLE needs --by NAME: who counted")
        if args.crew:
            station.head_counts.crew(bus, dict(_crew(word) for word in args.crew))
        if args.people is not None:
            station.head_counts.count(bus, args.by, args.people, Method.ROLL if args.roll else Method.HEADS)
        shown.say(_row(station, bus), as_json=args.json)
    return 0


def release(parts: Parts, args: Arguments) -> int:
    bus = BusCode(args.bus)
    with given.station(parts, args) as station:
        if args.review:
            station.head_counts.review(bus)
        else:
            people = [given.delegate(station, each)[0].delegate.id for each in args.without]
            proof = given.approval(station, args)
            station.head_counts.release(bus, unaccounted=people, reason=args.reason, by_self=args.by_self, proof=proof)
    return 0


def empty(station: OpenedStation, args: Arguments) -> int:
    station.head_counts.empty(BusCode(args.bus), args.walked_by)
    return 0


def close(station: OpenedStation, args: Arguments) -> int:
    station.head_counts.close(BusCode(args.bus))
    return 0


def reopen(station: OpenedStation, args: Arguments) -> int:
    station.head_counts.reopen(BusCode(args.bus), args.reason)
    return 0


def _crew(word: str) -> tuple[Crew, int]:
    name, sign, number = word.partition("=")
    if not sign or name not in set(Crew) or not (number.isascii() and number.isdecimal() and len(number) < 4):
        raise WrongUse(f"{word!r} is not ROLE=NUMBER; the roles are {', '.join(Crew)}")
    return Crew(name), int(number)


def _row(station: OpenedStation, bus: BusCode) -> Mapping[str, Json]:
    told, every = station.head_counts.of(bus), station.head_counts.tallied()
    judged = told.judged
    pairs = reunions({each.bus.code: each.judged for each in every})
    return {
        "bus": bus,
        "state": told.bus.state.value,
        "round": judged.round,
        "entered": judged.entered.counter if judged.entered else None,
        "outcome": judged.outcome.value if judged.outcome else None,
        "rounds": [_round(told, place) for place in range(len(judged.finished))],
        "souls": _souls(judged.souls) if judged.souls else None,
        "unaccounted": judged.short[1],
        "reunions": [
            {"short": each.short, "over": each.over, "people": each.people}
            for each in pairs
            if bus in {each.short, each.over}
        ],
        "releases": [_release(each) for each in told.releases],
    }


def _round(told: Tallied, place: int) -> Json:
    pair = told.judged.finished[place]
    return {"people": [each.people for each in pair], "by": [each.counter for each in pair]}


def _souls(souls: Souls) -> Json:
    crew: dict[str, Json] = {each.value: number for each, number in souls.crew.items()}
    return {"delegates": souls.delegates, "doubted": souls.doubted, **crew, "all": souls.most}


def _release(each: Release) -> Json:
    return {
        "at": shown.iso(each.at),
        "agreed": each.agreed,
        "by_self": each.by_self,
        "reviewed": each.reviewed,
        "people": each.people,
        "souls": each.souls,
        "unaccounted": list(each.unaccounted),
        "reason": each.reason,
    }
