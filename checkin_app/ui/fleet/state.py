"""The buses of all routes, one of them in a form, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checkin_app.domain.buses import LISTS, Bus, values_of
from checkin_app.domain.ids import BusCode, LogId, RouteId
from checkin_app.domain.layouts import layouts_in
from checkin_app.domain.seating import is_overfull
from checkin_app.domain.whole_numbers import whole_number
from checkin_app.services.planning import Planned
from checkin_app.services.ports.buses import BusCount

#: What a bus has where nobody says otherwise.
_SEATS = 45
NUMBERS = ("licensed_seats", "usable_seats", "accessible_places")
#: What buttons say of a bus, beside its form.
_SAID_APART = ("locked", "for_vips")
TEXTS = (
    "layouts", "plate", "bay", "departs", "languages", "coordinator", "guide", "driver", "driver_phone", "charter_sign",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FleetState:
    """`buses` is None until they have come."""

    buses: tuple[BusCount, ...] | None = None
    chosen: BusCode | None = None
    """The bus in the form; where it is none of `buses`, it is about to be added."""
    route: RouteId | None = None
    """Of the bus that is about to be added."""
    drafts: Mapping[BusCode, Mapping[str, str]] = field(default_factory=dict)
    """The form's lines that were changed, by bus and by the name of its field: going to another loses nothing."""
    busy: bool = False
    note: str = ""
    """What was done or could not be, in words."""
    wrong: bool = False
    """The note is about something that could not be done."""
    wrong_field: str = ""
    """The field that it is about, where it is one."""
    planning: bool = False
    planned: Planned | None = None
    """What the last plan came to; gone once it was taken back."""

    @property
    def typed(self) -> Mapping[str, str]:
        """Return the lines that were changed of the bus in the form."""
        return self.drafts.get(self.chosen, {}) if self.chosen else {}

    @property
    def count(self) -> BusCount | None:
        """Return the bus in the form as it is known."""
        return next((each for each in self.buses or () if each.bus.code == self.chosen), None)

    @property
    def locked(self) -> frozenset[BusCode]:
        """Return the buses that plans leave as they are."""
        return frozenset(each.bus.code for each in self.buses or () if each.bus.locked)

    @property
    def plan(self) -> LogId | None:
        """Return the plan that can be taken back."""
        return self.planned.operation if self.planned else None

    @property
    def place(self) -> int:
        codes = [each.bus.code for each in self.buses or ()]
        return codes.index(self.chosen) if self.chosen in codes else -1

    @property
    def adding(self) -> bool:
        return self.chosen is not None and self.count is None

    @property
    def lines(self) -> Mapping[str, str]:
        """Return every line of the form, as known where it was not changed."""
        count = self.count
        known = _lines_of(count.bus) if count else _lines_of(Bus(BusCode(""), RouteId(""), _SEATS, _SEATS))
        return {**known, **self.typed}

    @property
    def changed(self) -> bool:
        return self.adding or (self.count is not None and self.lines != _lines_of(self.count.bus))

    @property
    def not_numbers(self) -> tuple[str, ...]:
        """Return the fields that need a number and have none."""
        return tuple(name for name in NUMBERS if self._numbers[name] is None)

    @property
    def _numbers(self) -> Mapping[str, int | None]:
        return {name: whole_number(self.lines[name]) for name in NUMBERS}

    @property
    def bus(self) -> Bus | None:
        """Return the bus as the form says; None where a number is none, or no bus is in the form."""
        known = self.count.bus if self.count else None
        route = known.route if known else self.route
        if self.chosen is None or route is None or self.not_numbers:
            return None
        lines = self.lines
        values: dict[str, Any] = {**self._numbers}
        values |= {name: lines[name].strip() for name in TEXTS}
        values["languages"] = tuple(tag for each in lines["languages"].split(",") if (tag := each.strip()))
        values["layouts"] = layouts_in(lines["layouts"])
        if known:
            values |= {name: getattr(known, name) for name in _SAID_APART}
        return Bus(code=self.chosen, route=route, **values)

    @property
    def overfull(self) -> bool:
        """Whether more are aboard than the bus in the form has seats for: to be shown, since they are aboard."""
        return self.count is not None and is_overfull(self.count.bus, self.count.aboard, self.count.wheelchairs.aboard)


def _lines_of(bus: Bus) -> dict[str, str]:
    values = values_of(bus)
    return {
        **{name: str(values[name]) for name in NUMBERS},
        **{name: ", ".join(getattr(bus, name)) if name in LISTS else str(values[name]) for name in TEXTS},
    }


def counted(state: FleetState, buses: Sequence[BusCount]) -> FleetState:
    """The buses came; what is in the form stays, and the first is where nothing was."""
    fresh = replace(state, buses=tuple(buses))
    return fresh if state.chosen or not buses else bus_chosen(fresh, buses[0].bus.code)


def bus_chosen(state: FleetState, bus: BusCode) -> FleetState:
    """Another bus is in the form; what was typed for the former is there when it is chosen again."""
    return state if bus == state.chosen else replace(_unsaid(state), chosen=bus, route=None)


def adding_begun(state: FleetState, route: RouteId) -> FleetState:
    """A bus is about to be added to a route, with the next number there."""
    taken = {each.bus.code for each in state.buses or ()}
    code = next(code for number in range(1, len(taken) + 2) if (code := BusCode(f"{route}-{number}")) not in taken)
    return replace(_unsaid(state), chosen=code, route=route)


def _unsaid(state: FleetState) -> FleetState:
    return replace(state, note="", wrong=False, wrong_field="")


def screen_opened(state: FleetState) -> FleetState:
    """The screen is opened anew: what was done is old news, what could not be done still stands."""
    return state if state.wrong else _unsaid(state)


def line_typed(state: FleetState, name: str, text: str) -> FleetState:
    if state.chosen is None:
        return state
    return replace(_unsaid(state), drafts={**state.drafts, state.chosen: {**state.typed, name: text}})


def begun(state: FleetState) -> FleetState:
    return replace(_unsaid(state), busy=True)


def saved(state: FleetState, bus: BusCode, sent: Mapping[str, str], note: str) -> FleetState:
    """What was sent of a bus holds now; what was typed since stays, and so do the drafts of the others."""
    later = {name: text for name, text in state.drafts.get(bus, {}).items() if sent.get(name) != text}
    others = {each: draft for each, draft in state.drafts.items() if each != bus}
    return replace(_unsaid(state), drafts={**others, bus: later} if later else others, busy=False, note=note)


def told(state: FleetState, note: str) -> FleetState:
    return replace(state, busy=False, note=note, wrong=False, wrong_field="")


def refused(state: FleetState, note: str, wrong_field: str = "") -> FleetState:
    """It was not done; what was typed stays."""
    return replace(state, busy=False, note=note, wrong=True, wrong_field=wrong_field)


def plan_begun(state: FleetState) -> FleetState:
    return replace(begun(state), planning=True, planned=None)


def plan_finished(state: FleetState, planned: Planned) -> FleetState:
    return replace(_unsaid(state), busy=False, planning=False, planned=planned)


def plan_failed(state: FleetState, note: str) -> FleetState:
    return replace(refused(state, note), planning=False)


def plan_taken_back(state: FleetState, note: str) -> FleetState:
    return replace(told(state, note), planned=None)
