"""The stops of a route as a screen shows them: which is chosen, what was typed, what can be taken back, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checkin_app.domain.forum import Forum, Language, Route, Stop, Words
from checkin_app.domain.ids import BusCode, RouteId
from checkin_app.domain.programme import parted_by
from checkin_app.domain.stops import stop_added, stop_moved, stop_removed, stop_renamed
from checkin_app.ui.forum_changes import Made, with_made

#: The place of a stop that is about to be added.
NEW = -1


@dataclass(frozen=True, slots=True)
class RouteStopsState:
    forum: Forum
    route_id: RouteId | None = None
    bus: BusCode | None = None
    """The bus from whose page somebody came, and goes back to."""
    place: int | None = None
    """Of the stop whose names are in the form; `NEW` is one that is about to be added."""
    drafts: Mapping[int, Mapping[Language, str]] = field(default_factory=dict)
    """What was typed and does not hold yet, by place: going to another loses nothing."""
    busy: bool = False
    note: str = ""
    """What could not be done, in words."""
    made: tuple[Made, ...] = ()

    @property
    def route(self) -> Route | None:
        return self.forum.route(self.route_id) if self.route_id else None

    @property
    def stops(self) -> Sequence[Stop]:
        return self.route.stops if self.route else ()

    @property
    def adding(self) -> bool:
        return self.place == NEW

    @property
    def stop(self) -> Stop | None:
        known = self.place is not None and 0 <= self.place < len(self.stops)
        return self.stops[self.place] if known and self.place is not None else None

    @property
    def names(self) -> Mapping[Language, str]:
        """Return the names in the form: as they hold where they were not typed."""
        known = self.stop.name.by_language if self.stop else {}
        typed = self.drafts.get(self.place, {}) if self.place is not None else {}
        return {each: typed.get(each, known.get(each, "")) for each in self.forum.languages}

    @property
    def changed(self) -> bool:
        known = self.stop.name.by_language if self.stop else {}
        return self.adding or any(name != known.get(each, "") for each, name in self.names.items())

    @property
    def nameless(self) -> tuple[Language, ...]:
        """Return the languages in which the stop has no name yet, or one that would be two where stops are one line."""
        return tuple(each for each, name in self.names.items() if not name.strip() or parted_by(name))

    @property
    def typed_stop(self) -> Stop:
        return Stop(Words({each: " ".join(name.split()) for each, name in self.names.items()}))

    @property
    def last(self) -> Made | None:
        """Return what is taken back next."""
        return self.made[-1] if self.made else None


def with_names(state: RouteStopsState) -> tuple[Stop, ...]:
    """Return the stops with what is in the form: a further one after the one chosen before, or one called otherwise."""
    route = state.route
    if route is None or state.place is None:
        return tuple(state.stops)
    return (
        stop_added(route, state.typed_stop) if state.adding else stop_renamed(route, state.place + 1, state.typed_stop)
    )


def with_order(state: RouteStopsState, place: int, to: int) -> tuple[Stop, ...] | None:
    """Return the stops with one of them at another place; None where there is no such place."""
    route, places = state.route, range(len(state.stops))
    return stop_moved(route, place + 1, to + 1) if route and place in places and to in places and place != to else None


def other_stops(state: RouteStopsState) -> tuple[Stop, ...]:
    """Return the stops without the one chosen."""
    route = state.route
    return (
        stop_removed(route, state.place + 1) if route and state.stop and state.place is not None else tuple(state.stops)
    )


def route_opened(state: RouteStopsState, route: RouteId, bus: BusCode | None) -> RouteStopsState:
    """Another route begins with its first stop."""
    if route == state.route_id:
        return replace(state, bus=bus, note="")
    return _first(replace(state, route_id=route, bus=bus, drafts={}, note=""))


def forum_read(state: RouteStopsState, forum: Forum) -> RouteStopsState:
    """Another version of the forum holds; where its stops are others, what was typed of those before is gone."""
    fresh = replace(state, forum=forum)
    if fresh.stops == state.stops:
        return fresh
    new = {NEW: state.drafts[NEW]} if NEW in state.drafts else {}
    fresh = replace(fresh, drafts=new)
    return fresh if fresh.adding or fresh.stop else _first(fresh)


def _first(state: RouteStopsState) -> RouteStopsState:
    return replace(state, place=0 if state.stops else None)


def stop_chosen(state: RouteStopsState, place: int) -> RouteStopsState:
    return replace(state, place=place, note="") if 0 <= place < len(state.stops) else state


def adding_begun(state: RouteStopsState) -> RouteStopsState:
    return replace(state, place=NEW, note="")


def adding_dropped(state: RouteStopsState) -> RouteStopsState:
    """Nothing is added after all."""
    return _first(replace(state, drafts={place: each for place, each in state.drafts.items() if place != NEW}, note=""))


def name_typed(state: RouteStopsState, language: Language, text: str) -> RouteStopsState:
    if state.place is None:
        return state
    typed = {**state.drafts.get(state.place, {}), language: text}
    return replace(state, drafts={**state.drafts, state.place: typed}, note="")


def begun(state: RouteStopsState) -> RouteStopsState:
    return replace(state, busy=True, note="")


def changed(state: RouteStopsState, place: int, made: Made) -> RouteStopsState:
    """The stops are others now; the one at `place` is chosen."""
    fresh = replace(state, busy=False, note="", forum=made.changed.forum, drafts={})
    chosen = min(place, len(fresh.stops) - 1) if fresh.stops else None
    return replace(fresh, place=chosen, made=with_made(state.made, made))


def taken_back(state: RouteStopsState, forum: Forum) -> RouteStopsState:
    """The last change was taken back, and the version before it holds."""
    return forum_read(replace(state, busy=False, note="", made=state.made[:-1]), forum)


def refused(state: RouteStopsState, note: str) -> RouteStopsState:
    """It was not done: what was typed stays."""
    return replace(state, busy=False, note=note)
