"""Guests who are put on another bus, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.ids import RouteId
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problems_planning import MoveLocked, MoveNoPlace, MoveNoSeat
from checkin_app.domain.standings import Standing
from checkin_app.services.ports.buses import BusCount, ManifestLine
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.services.reseating import MOST_UNSEATED, Foreseen, Reseated
from checkin_app.ui import words_buses, words_languages
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.replies import told
from checkin_app.ui.reseating.state import ReseatingState


@dataclass(frozen=True, slots=True)
class ReseatingView:
    """Everything the panel draws, in words."""

    title: str
    line: str
    buses: tuple[RowView, ...]
    rows: tuple[RowView, ...]
    empty: str
    cost: str
    """What the move would come to, or what is to be done next."""
    cost_detail: str
    is_wrong: bool
    """The detail says why it may not be."""
    move: str


class ReseatingWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: ReseatingState) -> ReseatingView:
        cost, detail, is_wrong = self._cost(state)
        route = state.route or ""
        said = state.last.said if state.last else self.tr("Drag guests onto another bus, or take them in hand by M.")
        return ReseatingView(
            title=self._title(state),
            line=PART.join(
                part for part in (words_buses.route(self._in_force.forum, route) if route else "", said) if part
            ),
            buses=self._places(state),
            rows=tuple(self._guest(state, each) for each in state.lines),
            empty=self._empty(state),
            cost=cost,
            cost_detail=detail,
            is_wrong=is_wrong,
            move=self.tr("Move to bus {bus}").format(bus=bidi.code(state.over))
            if state.over
            else self.tr("Choose a bus"),
        )

    def moved(self, made: Reseated) -> str:
        """Return what is said once guests have another seat."""
        said = self.tr("From bus {origin} to bus {bus}: {people}") if made.origin else self.tr("To bus {bus}: {people}")
        origin, people = bidi.code(made.origin or ""), bidi.code(str(made.people))
        moved = said.format(origin=origin, bus=bidi.code(made.bus), people=people)
        strayed = self.tr("on a route they did not choose: {n}").format(n=bidi.code(str(made.strayed)))
        return PART.join((moved, strayed)) if made.strayed else moved

    def not_known_yet(self) -> str:
        return self.tr("Nobody was moved: what it costs was not known yet. Let go over the bus once it is said.")

    def _title(self, state: ReseatingState) -> str:
        if state.nowhere:
            return self.tr("Guests without a bus")
        return self.tr("Guests of bus {bus}").format(bus=bidi.code(state.bus or ""))

    def _empty(self, state: ReseatingState) -> str:
        if state.lines:
            return ""
        if state.nowhere:
            return self.tr("Everybody who chose this route has a bus.")
        return self.tr("Nobody is on the list of this bus.") if state.manifest else ""

    def _places(self, state: ReseatingState) -> tuple[RowView, ...]:
        counts = {each.bus.code: each for each in state.buses}
        return tuple(
            self._bus(state, counts[each.bus])
            if each.bus
            else self._route(each.route)
            if each.route
            else self._none(state)
            for each in state.places
        )

    def _none(self, state: ReseatingState) -> RowView:
        """Return the row of those who have no bus."""
        many = len(state.unseated)
        figure = f"{many}+" if many >= MOST_UNSEATED else str(many)
        line = self.tr("wait for a seat")
        return RowView(self.tr("No bus"), line, figure, icon="users", in_parts=True)

    def _route(self, route: RouteId) -> RowView:
        line = self.tr("Hold guests here to see its buses")
        return RowView(words_buses.route(self._in_force.forum, route), line, "", icon="arrow-right", in_parts=True)

    def _bus(self, state: ReseatingState, count: BusCount) -> RowView:
        bus = count.bus
        seated = count.listed - count.accounted
        found = state.foreseen.on(bus.code) if state.foreseen else None
        line = self._standing(count)
        if found:
            line = self._briefly(found, len(state.taken))
        verdict = Verdict.STOP if found and found.objection else None
        figures = f"{seated} / {count.seats}"
        return RowView(bidi.code(bus.code), line, figures, verdict, icon="bus", in_parts=True)

    def _briefly(self, found: Foreseen, people: int) -> str:
        """Return what a row has room for; the rest is said once they are held over it."""
        match found.objection:
            case None:
                return self._seats(found, people)
            case MoveNoSeat():
                return self.tr("full")
            case MoveNoPlace():
                return self.tr("no accessible place")
            case MoveLocked():
                return self.tr("locked")
            case _:
                return self.tr("takes nobody")

    def _seats(self, found: Foreseen, people: int) -> str:
        return self.tr("{seated} of {seats} seats").format(
            seated=bidi.code(str(found.seated + people)), seats=bidi.code(str(found.seats))
        )

    def _standing(self, count: BusCount) -> str:
        vips = self.tr("VIPs") if count.bus.for_vips else ""
        parts = (self.tr("locked") if count.bus.locked else "", vips, words_buses.state(count.bus.state))
        return PART.join(part for part in parts if part)

    def _guest(self, state: ReseatingState, line: ManifestLine) -> RowView:
        who = line.delegate
        group = bidi.name(who.delegation or who.organisation)
        spoken = words_languages.languages(who.languages)
        needs = self.tr("needs an accessible place") if who.accessible else ""
        standing = state.manifest.standing(line) if state.manifest else Standing.TO_COME
        waits = not line.aboard and not line.seen_on and standing is not Standing.ACCOUNTED
        return RowView(
            bidi.name(who.called),
            PART.join(part for part in (group, spoken, needs) if part),
            "" if waits else words_buses.standing(standing),
            icon="check" if who.id in state.marked else "circle",
            in_parts=True,
        )

    def _cost(self, state: ReseatingState) -> tuple[str, str, bool]:
        if state.note:
            return "", state.note, True
        people = bidi.code(str(len(state.taken or state.chosen)))
        if not state.carrying:
            return (self.tr("Chosen: {people}").format(people=people) if state.marked else "", "", False)
        if state.over is None:
            return (
                self.tr("In hand: {people}. Hold them over a bus to see what it costs.").format(people=people),
                "",
                False,
            )
        if state.cost is None:
            return self.tr("Looking what it costs…"), "", False
        head = self.tr("{people} to bus {bus}").format(people=people, bus=bidi.code(state.over))
        if state.cost.objection:
            return head, told(state.cost.objection), True
        return head, PART.join(self._parts(state, state.cost)), False

    def _parts(self, state: ReseatingState, found: Foreseen) -> tuple[str, ...]:
        """Return what a move comes to, the weightiest first."""
        cost, people = found.cost, len(state.taken)
        pieces = state.foreseen.pieces if state.foreseen else 0
        parts = (
            _signed(self.tr("without their language {n}"), cost.unmet),
            _signed(self.tr("on a route they did not choose {n}"), cost.strayed),
            _signed(self.tr("buses in use {n}"), cost.buses),
            self._pieces(pieces, pieces + cost.pieces),
            _signed(self.tr("VIPs and others together {n}"), cost.mixed),
            self.tr("lists in use that change: {n}").format(n=bidi.code(str(cost.lists))) if cost.lists else "",
            self._seats(found, people),
            self._balance(cost.crowding),
        )
        return tuple(part for part in parts if part)

    def _pieces(self, before: int, after: int) -> str:
        if before == after:
            return self.tr("parts of delegations: {n}").format(n=bidi.code(str(before)))
        said = self.tr("parts of delegations: {after}, {before} before")
        return said.format(after=bidi.code(str(after)), before=bidi.code(str(before)))

    def _balance(self, crowding: int) -> str:
        if crowding == 0:
            return ""
        return self.tr("filled more evenly") if crowding < 0 else self.tr("filled less evenly")


def _signed(said: str, number: int) -> str:
    return said.format(n=bidi.code(f"{number:+}")) if number else ""
