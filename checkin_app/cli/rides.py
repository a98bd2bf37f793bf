"""The command about one guest's ride: how it stands, and what is said of it."""

from collections.abc import Iterator

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import BusCode, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.kinds.rides import Ground
from checkin_app.domain.outcomes import Answer, Verdict
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.ride_states import RideVerb
from checkin_app.services.opened import OpenedStation
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.rides import RideStanding, RideWish
from checkin_app.services.scanning import How

SHOW = "show"


def ride(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        who = given.delegate(station, args.delegate)[0].delegate.id
        if args.verb == RideVerb.BOARD:
            return _board(station, args, who)
        if args.verb == SHOW:
            row = _row(station.rides.look(who))
        else:
            undoes = args.verb == RideVerb.UNDO
            told = station.rides.undo(who) if undoes else station.rides.say(_wish(args, who))
            row = {**_row(told.now), "fact_id": told.fact_id, "taken_back": told.taken_back}
    shown.say(row if args.json else [row], as_json=args.json)
    return 0


def _wish(args: Arguments, who: DelegateId) -> RideWish:
    """Return what the words of the command wish; a verb has only some of them."""
    words = vars(args)
    bus, belongings = words.get("bus"), words.get("belongings")
    return RideWish(
        who,
        RideVerb(args.verb),
        BusCode(bus.removeprefix("bus:")) if bus else None,
        Ground(args.reason) if words.get("reason") else None,
        words.get("text") or "",
        words.get("agreed") or "",
        None if belongings is None else belongings == "yes",
        words.get("by") or "",
        bool(words.get("confirm")),
    )


def _board(station: OpenedStation, args: Arguments, who: DelegateId) -> int:
    """Decide as the door does on who is known by name; what it asks, --answer answers."""
    code = given.checkpoint(station, bus_checkpoint(BusCode(args.bus.removeprefix("bus:"))))
    outcome = station.scanning.enter(who, code, How.FOUND)
    if outcome.decision.verdict in {Verdict.ASK, Verdict.STOP} and args.override:
        wish = OverrideWish(outcome.fact_id, OverrideGround(args.override), args.note, args.by)
        outcome = station.overriding.override(wish, given.approval(station, args))
    elif outcome.decision.verdict is Verdict.ASK and args.answer:
        outcome = station.scanning.answer(outcome.fact_id, Answer(args.answer))
    row = shown.verdict_row(outcome)
    shown.say(row if args.json else [row], as_json=args.json)
    return 0


def standby(station: OpenedStation, args: Arguments) -> int:
    """List who waits for a seat of each route, or of one; whoever boards by the next scan at a bus is said so."""
    buses: dict[RouteId, BusCode] = {}
    for count in station.buses():
        if count.waiting and args.route in {"", count.bus.route}:
            buses.setdefault(count.bus.route, count.bus.code)
    rows = [row for route, bus in buses.items() for row in _waiting(route, station.manifest(bus))]
    shown.say(rows, as_json=args.json)
    return 0


def _waiting(route: RouteId, manifest: Manifest) -> Iterator[dict[str, Json]]:
    seats: dict[str, Json] = {bus: count for bus, count in manifest.open_seats if count}
    for rank, line in enumerate(manifest.waiting, start=1):
        who, at = line.delegate, " ".join(bus for bus, count in manifest.open_seats if rank <= count)
        yield {
            "route": route, "rank": rank, "delegate_id": who.id, "badge_no": who.badge_no, "name": who.called,
            "since": line.since, "boards_at": at, "seats": seats,
        }  # fmt: skip


def _row(standing: RideStanding) -> dict[str, Json]:
    leaves, to = standing.transfer or (None, None)
    return {
        "delegate_id": standing.delegate.id,
        "state": standing.state.value,
        "bus": standing.bus,
        "seat": standing.seat,
        "rank": standing.rank or None,
        "no_show_asked": standing.is_asked,
        "transfer_from": leaves,
        "transfer_to": to,
    }
