"""The stops of a route in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.forum import Language, Stop
from checkin_app.ui import words, words_buses, words_programme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.route_stops.state import RouteStopsState


@dataclass(frozen=True, slots=True)
class RouteStopsView:
    """Everything the panel draws, in words."""

    title: str
    line: str
    rows: tuple[RowView, ...]
    empty: str
    form: str
    labels: Mapping[Language, str]
    wrong: Mapping[Language, str]
    save: str
    note: str


class RouteStopsWords(QObject):
    """Words in the language in use; looked up when shown."""

    def view(self, state: RouteStopsState) -> RouteStopsView:
        route = state.route
        return RouteStopsView(
            title=words_buses.route(state.forum, route.id) if route else "",
            line=state.last.said
            if state.last
            else self.tr("The order holds for all buses of the route, on every laptop."),
            rows=tuple(self._row(place, each, state) for place, each in enumerate(state.stops, start=1)),
            empty="" if state.stops else self.tr("No stops yet."),
            form=self._form(state),
            labels={each: words_programme.written(each) for each in state.forum.languages},
            wrong=self._wrong(state),
            save=self.tr("Add the stop") if state.adding else self.tr("Rename the stop"),
            note=state.note,
        )

    def _row(self, place: int, stop: Stop, state: RouteStopsState) -> RowView:
        others = (stop.name.by_language.get(each, "") for each in state.forum.languages if each != words.spoken())
        return RowView(self.name(stop), PART.join(bidi.name(each) for each in others if each), bidi.code(str(place)))

    def name(self, stop: Stop) -> str:
        return bidi.name(stop.name.in_(words.spoken()))

    def _form(self, state: RouteStopsState) -> str:
        if state.adding:
            return self.tr("New stop")
        return self.name(state.stop) if state.stop else ""

    def _wrong(self, state: RouteStopsState) -> Mapping[Language, str]:
        """Return what keeps names from holding, once anything was typed."""
        if state.place is None or not state.drafts.get(state.place):
            return {}
        said = {True: self.tr("A name in this language is missing."), False: self.tr("A name holds no semicolon.")}
        return {each: said[not state.names[each].strip()] for each in state.nameless}

    # ---- what was done

    def added(self, stop: Stop) -> str:
        return self.tr("Added: {stop}").format(stop=self.name(stop))

    def renamed(self, stop: Stop) -> str:
        return self.tr("Renamed: {stop}").format(stop=self.name(stop))

    def moved(self, stop: Stop, to: int) -> str:
        """Return what is said of a stop that has another place, from 0 on."""
        return self.tr("{stop} is stop {n} now").format(stop=self.name(stop), n=bidi.code(str(to + 1)))

    def removed(self, stop: Stop) -> str:
        return self.tr("Taken away: {stop}").format(stop=self.name(stop))
