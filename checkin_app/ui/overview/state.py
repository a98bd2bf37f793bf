"""What the overview shows, as values; nothing here knows how it is drawn."""

from dataclasses import dataclass, replace

from checkin_app.domain.arrivals import Arrivals, newest
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.sync.laptops import Laptop
from checkin_app.services.ports.overview import Overview


@dataclass(frozen=True, slots=True)
class OverviewState:
    """How the forum stands; `found` is None until it has come."""

    found: Overview | None = None
    wrong: str = ""
    """What kept the newest figures away, in words; those in sight are older then."""
    note: str = ""
    """What became of the files that were asked for."""


def overview_fetched(state: OverviewState, found: Overview) -> OverviewState:
    return replace(state, found=found, wrong="")


def refused(state: OverviewState, wrong: str) -> OverviewState:
    return replace(state, wrong=wrong)


def told(state: OverviewState, note: str) -> OverviewState:
    """Files were written, are being written, or could not be."""
    return replace(state, note=note)


def curve_in_sight(found: Overview) -> Arrivals | None:
    """Return the session whose arrivals are drawn."""
    return newest(found.sessions, found.at)


def needing(found: Overview) -> int:
    """Return how many things need a person."""
    return len(found.needy) + found.contradictions


def only_on(found: Overview, laptop: Laptop) -> int:
    """Return how many entries exist on one laptop alone, as far as that was heard of."""
    if laptop.is_own:
        return found.only_here
    return laptop.seen.told.ahead if laptop.seen.told else 0


def is_shared(found: Overview) -> bool:
    """Return whether there is any other laptop to share with."""
    return len(taking_part(found)) > 1


def taking_part(found: Overview) -> tuple[Laptop, ...]:
    """Return the laptops that take part or wait to: what exists there alone first, then whoever was not heard for longest."""
    waiting = {Standing.ASKING, Standing.MEMBER}
    known = [each for each in found.laptops if each.enrolment.standing in waiting]

    def urgency(each: Laptop) -> tuple[bool, int, int]:
        told = each.seen.told
        ahead = found.only_here if each.is_own else told.ahead if told else 0
        heard = found.at if each.is_own else each.seen.at or 0
        return each.enrolment.standing is not Standing.ASKING, -ahead, heard

    return tuple(sorted(known, key=urgency))
