"""What can be said of the ride of the person chosen, step by step: each step offers the next, the last one says it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checkin_app.domain.ids import BusCode
from checkin_app.domain.kinds.rides import Ground, Saying
from checkin_app.domain.kinds.rides import deed_of as said_by
from checkin_app.domain.ride_states import GROUNDED, SAYING, RideState, RideVerb, may
from checkin_app.domain.roles import Deed
from checkin_app.services.ports.buses import ManifestLine
from checkin_app.services.rides import RideWish

#: In the order of the menu.  Boarding is a scan's, and another bus has a menu of its own.
_OFFERED = (
    RideVerb.UNBOARD,
    RideVerb.EXCUSE,
    RideVerb.OFFLOAD,
    RideVerb.MISSING,
    RideVerb.NO_SHOW,
    RideVerb.RETURN,
    RideVerb.UNDO,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One item of the menu."""

    verb: RideVerb
    ground: Ground | None = None
    belongings: bool | None = None
    confirms: bool = False
    leads_on: bool = False
    """Whether more has to be asked before anything is said."""


def steps(line: ManifestLine, asked: Step | None) -> tuple[Step, ...]:
    """Return what is offered of a person: everything that may follow, or what is asked next."""
    if asked is None:
        return tuple(_first(line))
    if asked.verb is RideVerb.NO_SHOW:
        return (replace(asked, leads_on=False),)
    if asked.verb is RideVerb.OFFLOAD and asked.belongings is None:
        return tuple(replace(asked, belongings=each) for each in (False, True))
    return tuple(replace(asked, ground=each, leads_on=False) for each in Ground)


def _first(line: ManifestLine) -> Iterable[Step]:
    asked = line.said is Saying.NO_SHOW_ASKED
    for verb in _OFFERED:
        undoes = verb is RideVerb.UNDO
        if (line.said is not None) if undoes else may(line.ride, verb):
            leads_on = verb in GROUNDED or verb is RideVerb.NO_SHOW
            yield Step(verb, confirms=asked and verb is RideVerb.NO_SHOW, leads_on=leads_on)


def wish(line: ManifestLine, step: Step, text: str) -> RideWish:
    """Return what is said at the last step; the line beside it has who says so, or what else there is to say."""
    named = step.verb is RideVerb.NO_SHOW
    return RideWish(
        line.delegate.id,
        step.verb,
        ground=step.ground,
        belongings=step.belongings,
        confirms=step.confirms,
        by=text if named else "",
        text="" if named else text,
    )


def deed_of(line: ManifestLine, step: Step) -> Deed | None:
    """Return what a person does by choosing a step, also by one that only leads on to it."""
    if step.verb is RideVerb.UNDO:
        return said_by(line.said) if line.said else None
    return said_by(SAYING[step.verb]) if step.verb in SAYING else Deed.SCAN


def transfer(line: ManifestLine, bus: BusCode) -> RideWish | None:
    """Return the transfer that a move to another bus is of who is aboard; None of whoever has a seat alone."""
    return RideWish(line.delegate.id, RideVerb.TRANSFER, bus) if line.ride is RideState.BOARDED else None
