"""Who may board a bus, and where those who may not belong.  Pure: no clock, no disk, no Qt."""

from collections.abc import Callable, Container, Iterable

from msgspec import Struct, structs

from checkin_app.domain.admission import badge_objection
from checkin_app.domain.buses import BOARDABLE, LEFT, Bus, BusState
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.ids import BusCode, RouteId, bus_checkpoint, bus_of
from checkin_app.domain.movements import Direction, Presence
from checkin_app.domain.outcomes import Decision, Reason, Verdict
from checkin_app.domain.rides import Said
from checkin_app.domain.seating import licensed, usable, wheelchair_places


class Attempt(Struct, frozen=True):
    """Everything a bus door's decision may look at."""

    delegate: Delegate | None
    issue: int | None
    badge: BadgeStanding
    bus: Bus
    aboard: int
    """Delegates aboard this bus, as known here."""
    accessible_aboard: int
    """Of those, how many sit on an accessible place; asked where it counts: for who needs one, and for a bus that names layouts."""
    own_bus: Bus | None
    """The bus the delegate is listed on."""
    accessible_bus: BusCode | None
    """A bus of this route with an accessible place left, for those who need one."""
    presences: tuple[Presence, ...]
    """Every bus the delegate is aboard."""
    direction: Direction
    transfer: Said | None = None
    """The transfer to this bus that waits for the delegate."""
    rank: int = 0
    """The delegate's place among those on standby for this route, from 1 on; 0 for who is not."""
    standby_seats: int = 0
    """Seats that nobody holds who is still expected: those of who waits longest."""
    accessible_kept: int = 0
    """How many others hold an accessible place and are still expected, on a bus that names layouts."""

    @property
    def route(self) -> RouteId:
        """The route the delegate belongs to: that of the bus, else the one chosen."""
        if self.own_bus:
            return self.own_bus.route
        return self.delegate.route if self.delegate else RouteId("")

    @property
    def wheelchairs(self) -> int:
        """How many would sit on an accessible place once the delegate is aboard."""
        return self.accessible_aboard + bool(self.delegate and self.delegate.accessible)

    @property
    def seats(self) -> int:
        """The seats for delegates beside the accessible places that are kept for who holds them and is still expected."""
        return max(0, usable(self.bus, self.wheelchairs + self.accessible_kept) - self.accessible_kept)

    def here(self) -> Presence | None:
        wanted = bus_checkpoint(self.bus.code)
        return next((each for each in self.presences if each.checkpoint == wanted), None)


Rule = Callable[[Attempt], Decision | None]


def _badge_void(attempt: Attempt) -> Decision | None:
    return badge_objection(attempt.badge, attempt.issue)


def _getting_off(attempt: Attempt) -> Decision | None:
    if attempt.direction is not Direction.OUT:
        return None
    return Decision(Reason.GOT_OFF if attempt.here() else Reason.NOT_ABOARD)


def _emergency(attempt: Attempt) -> Decision | None:
    return Decision(Reason.BUS_EMERGENCY) if attempt.bus.state is BusState.EMERGENCY else None


def _already_aboard(attempt: Attempt) -> Decision | None:
    here = attempt.here()
    return Decision(Reason.ALREADY_ABOARD, {"since": here.since, "station": here.station}) if here else None


def _left(attempt: Attempt) -> Decision | None:
    return Decision(Reason.BUS_LEFT) if attempt.bus.state in LEFT else None


def _not_open(attempt: Attempt) -> Decision | None:
    return None if attempt.bus.state in BOARDABLE else Decision(Reason.BUS_NOT_OPEN)


def _details_missing(attempt: Attempt) -> Decision | None:
    return Decision(Reason.DETAILS_NOT_HERE) if attempt.delegate is None else None


def _wrong_route(attempt: Attempt) -> Decision | None:
    if not attempt.route or attempt.route == attempt.bus.route:
        return None
    own = attempt.own_bus
    return Decision(Reason.WRONG_ROUTE, _way_to(own) if own else {"route": attempt.route})


def _listed_elsewhere(attempt: Attempt) -> Decision | None:
    """Send a guest to their own bus rather than let them wait at one where nobody may board anyway."""
    own = attempt.own_bus
    if own is None or own.code == attempt.bus.code or attempt.bus.state in BOARDABLE or own.state in LEFT:
        return None
    return Decision(Reason.LISTED_ELSEWHERE, _way_to(own))


def _way_to(bus: Bus) -> dict[str, str | int]:
    return {"route": bus.route, "bus": bus.code, "bay": bus.bay, "departs": bus.departs}


def _licensed_seats_taken(attempt: Attempt) -> Decision | None:
    seats = licensed(attempt.bus, attempt.wheelchairs)
    if attempt.aboard < seats:
        return None
    if attempt.wheelchairs > attempt.accessible_aboard and attempt.aboard < licensed(
        attempt.bus, attempt.accessible_aboard
    ):
        known = {"aboard": attempt.aboard, "seats": seats, "bus": attempt.accessible_bus or ""}
        return Decision(Reason.NO_LAYOUT_LEFT, known)
    return Decision(Reason.LICENSED_SEATS_TAKEN, {"seats": seats})


def _on_another_bus(attempt: Attempt) -> Decision | None:
    left = attempt.transfer.leaves if attempt.transfer else None
    others = [each for each in attempt.presences if left is None or bus_of(each.checkpoint) != left]
    if not others:
        return None
    other = others[-1]
    return Decision(
        Reason.ON_ANOTHER_BUS,
        {"bus": bus_of(other.checkpoint) or "", "since": other.since, "station": other.station},
    )


def _wrong_bus(attempt: Attempt) -> Decision | None:
    own = attempt.own_bus
    if own is None or own.code == attempt.bus.code:
        return None
    left = max(0, attempt.seats - attempt.aboard)
    return Decision(Reason.WRONG_BUS, {"bus": own.code, "plate": own.plate, "bay": own.bay, "seats": left})


def _needs_accessible_place(attempt: Attempt) -> Decision | None:
    if attempt.delegate is None or not attempt.delegate.accessible:
        return None
    if attempt.accessible_aboard < wheelchair_places(attempt.bus):
        return None
    return Decision(Reason.NEEDS_ACCESSIBLE_PLACE, {"bus": attempt.accessible_bus or ""})


def _standby_waits(attempt: Attempt) -> Decision | None:
    if attempt.own_bus or attempt.rank <= attempt.standby_seats:
        return None
    return Decision(Reason.STANDBY_WAITS, {"rank": attempt.rank, "seats": attempt.standby_seats})


def _no_route(attempt: Attempt) -> Decision | None:
    return None if attempt.route or attempt.rank else Decision(Reason.NO_ROUTE)


def _full(attempt: Attempt) -> Decision | None:
    full = attempt.aboard >= attempt.seats
    return Decision(Reason.FULL, {"aboard": attempt.aboard, "seats": attempt.seats}) if full else None


def _no_bus(attempt: Attempt) -> Decision | None:
    return None if attempt.own_bus or attempt.rank else Decision(Reason.NO_BUS)


#: The first rule to object wins, so the order is what the door reads.
RULES: tuple[Rule, ...] = (
    _badge_void,
    _getting_off,
    # Nobody waves on who should be asked whether they are well.
    _emergency,
    _already_aboard,
    # Who belongs elsewhere is sent there whatever these doors do; who belongs here is told of them.
    _wrong_route,
    _listed_elsewhere,
    _left,
    _not_open,
    _licensed_seats_taken,
    _needs_accessible_place,
    _on_another_bus,
    _wrong_bus,
    _details_missing,
    _no_route,
    _full,
    _standby_waits,
    _no_bus,
)


def decide(attempt: Attempt, answered: Container[Reason] = ()) -> Decision:
    """Return the one decision that every station must reach from the same facts.

    Args:
        attempt: who, where, and all that counts.
        answered: questions that a person has answered; they are not asked again.
    """
    for rule in RULES:
        if (objection := rule(attempt)) and objection.reason not in answered:
            return _with_languages(attempt, objection)
    figures: dict[str, str | int] = {"aboard": attempt.aboard + 1, "seats": attempt.seats}
    if attempt.transfer:
        boarded = Decision(Reason.BOARDED_BY_TRANSFER, {**figures, "bus": attempt.transfer.leaves or ""})
    elif attempt.rank and not attempt.own_bus:
        boarded = Decision(Reason.BOARDED_FROM_STANDBY, figures)
    else:
        boarded = Decision(Reason.BOARDED, figures)
    return _with_languages(attempt, boarded)


def share_a_language(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether two know a language in common, by the first part of their tags; unknown ones are no difference."""
    ours, theirs = ({tag.partition("-")[0].casefold() for tag in tags} for tags in (one, other))
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _with_languages(attempt: Attempt, decision: Decision) -> Decision:
    """Say which languages a bus speaks where a guest who boards, or may, knows none of them: a remark, no objection."""
    known = attempt.delegate.languages if attempt.delegate else ()
    boards = attempt.direction is Direction.IN and decision.verdict in {Verdict.GO, Verdict.ASK}
    if not boards or share_a_language(known, attempt.bus.languages):
        return decision
    return structs.replace(decision, details={**decision.details, "speaks": " ".join(attempt.bus.languages)})
