"""The laptops that take part, one of them looked at, as values."""

from dataclasses import dataclass, replace

from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import StationId
from checkin_app.domain.sync.laptops import Laptop, Laptops


@dataclass(frozen=True, slots=True)
class LaptopsState:
    laptops: Laptops | None = None
    """None until they have come."""
    chosen: StationId | None = None
    """The one looked at."""
    note: str = ""
    """What was done or could not be, in words."""
    wrong: bool = False
    """The note is about something that could not be done."""

    @property
    def rows(self) -> tuple[Laptop, ...]:
        return self.laptops.known if self.laptops else ()

    @property
    def laptop(self) -> Laptop | None:
        return next((each for each in self.rows if each.enrolment.station == self.chosen), None)

    @property
    def place(self) -> int:
        laptop = self.laptop
        return self.rows.index(laptop) if laptop else -1


def listed(state: LaptopsState, laptops: Laptops) -> LaptopsState:
    """They came; the one looked at stays, else it is the first who waits for a person here, or this one."""
    fresh = replace(state, laptops=laptops)
    if fresh.laptop is not None:
        return fresh
    waiting = (each for each in laptops.known if laptops.may_decide and each.enrolment.standing is Standing.ASKING)
    return replace(fresh, chosen=next(waiting, laptops.own).enrolment.station)


def laptop_chosen(state: LaptopsState, place: int) -> LaptopsState:
    """Another one is looked at, by its place."""
    if not 0 <= place < len(state.rows) or place == state.place:
        return state
    return replace(state, chosen=state.rows[place].enrolment.station, note="", wrong=False)


def screen_opened(state: LaptopsState) -> LaptopsState:
    """Begin anew: whom to look at is seen when they come."""
    return replace(state, chosen=None, note="", wrong=False)


def refused(state: LaptopsState, note: str) -> LaptopsState:
    return replace(state, note=note, wrong=True)
