"""A swap in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain import bus_texts
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.seating import wheelchair_places
from checkin_app.domain.swaps import Left, Step
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.swaps import SwapLine
from checkin_app.ui import words, words_buses
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import Occupancy
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.swap.state import Doing, Part, SwapState

_DOINGS: Mapping[Doing, str] = {
    Doing.OPEN: QT_TRANSLATE_NOOP("Swap", "Open doors of {new}"),
    Doing.EMPTY: QT_TRANSLATE_NOOP("Swap", "Look through {old} and close it"),
    Doing.CALM: QT_TRANSLATE_NOOP("Swap", "The emergency at {old}"),
    Doing.UNDO: QT_TRANSLATE_NOOP("Swap", "Take the swap back"),
}
_SWAP = QT_TRANSLATE_NOOP("Swap", "Hold: {new} takes over from {old}")
_SWAP_SHORT = QT_TRANSLATE_NOOP("Swap", "Hold: {new} takes over from {old}, {short} without a place")
_STEPS: Mapping[Step, tuple[str, str]] = {
    Step.OPEN: (
        QT_TRANSLATE_NOOP("Swap", "Open the doors of {new}"),
        QT_TRANSLATE_NOOP("Swap", "Everybody is scanned aboard it anew, first who needs a place for a wheelchair."),
    ),
    Step.SCAN: (
        QT_TRANSLATE_NOOP("Swap", "Scan everybody aboard {new}"),
        QT_TRANSLATE_NOOP(
            "Swap", "In this order, at the door of the other bus. Whoever is scanned there has left {old}."
        ),
    ),
    Step.SEAT: (
        QT_TRANSLATE_NOOP("Swap", "Find a place for those who are left"),
        QT_TRANSLATE_NOOP("Swap", "On the list of {old}, move each to another bus, or say what becomes of them."),
    ),
    Step.CALM: (
        QT_TRANSLATE_NOOP("Swap", "End the emergency at {old}"),
        QT_TRANSLATE_NOOP("Swap", "Everybody was seen to. Then somebody walks to the last row; the frozen list stays."),
    ),
    Step.EMPTY: (
        QT_TRANSLATE_NOOP("Swap", "Walk to the last row of {old}"),
        QT_TRANSLATE_NOOP("Swap", "By the scans nobody is aboard it any more. Somebody looks, and says so by name."),
    ),
    Step.CLOSE: (
        QT_TRANSLATE_NOOP("Swap", "Close {old}"),
        QT_TRANSLATE_NOOP("Swap", "It is empty. Closing ends its ride."),
    ),
    Step.DONE: (
        QT_TRANSLATE_NOOP("Swap", "{new} goes on in the place of {old}"),
        QT_TRANSLATE_NOOP("Swap", "{old} is closed."),
    ),
}
_PARTS: Mapping[Part, str] = {
    Part.MOVES: QT_TRANSLATE_NOOP("Swap", "Not scanned yet {n}"),
    Part.LEFT: QT_TRANSLATE_NOOP("Swap", "No place {n}"),
    Part.SETTLED: QT_TRANSLATE_NOOP("Swap", "Done {n}"),
}
_WHY: Mapping[Left, str] = {
    Left.NO_SEAT: QT_TRANSLATE_NOOP("Swap", "no seat left"),
    Left.NO_PLACE: QT_TRANSLATE_NOOP("Swap", "no place for a wheelchair"),
    Left.INJURED: QT_TRANSLATE_NOOP("Swap", "marked injured"),
}


@dataclass(frozen=True, slots=True)
class BusView:
    """One of the two buses."""

    code: str
    role: str
    figures: str
    """In which state it is, and how many are aboard."""
    seats: str
    occupancy: Occupancy


@dataclass(frozen=True, slots=True)
class SwapView:
    """Everything the screen shows, already in words."""

    where: str
    title: str
    line: str
    old: BusView | None = None
    new: BusView | None = None
    parts: tuple[tuple[str, str], ...] = ()
    rows: tuple[RowView, ...] = ()
    empty: str = ""
    menu: tuple[str, ...] = ()
    """The buses that could take over, after what the menu asks."""
    causes: tuple[tuple[str, str], ...] = ()
    doing: Mapping[Doing, str] | None = None
    names: tuple[str, ...] = ()
    """For whom there would be no place."""


@dataclass(frozen=True, slots=True)
class SwapWords:
    """Words in the language in use; looked up when shown."""

    telling: words.Telling

    @staticmethod
    def _say(text: str) -> str:
        return words.say("Swap", text)

    def view(self, state: SwapState) -> SwapView:
        title, line = self._next(state)
        return SwapView(
            where=self._where(state),
            title=title,
            line=line,
            old=self._bus(state.old_count, QT_TRANSLATE_NOOP("Swap", "Given up")),
            new=self._bus(state.new_count, QT_TRANSLATE_NOOP("Swap", "Takes over")),
            parts=self._parts(state),
            rows=self._rows(state),
            empty=self._empty(state),
            menu=self._menu(state),
            causes=(
                ("broken", self._say(QT_TRANSLATE_NOOP("Swap", "Broken down"))),
                ("swapped", self._say(QT_TRANSLATE_NOOP("Swap", "Exchanged"))),
            ),
            doing={**{each: self._named(text, state) for each, text in _DOINGS.items()}, Doing.SWAP: self._swap(state)},
            names=() if state.is_on else tuple(each.delegate.called for each in state.lines[Part.LEFT]),
        )

    def done(self, doing: Doing, state: SwapState) -> str:
        """Return what was done, for the foot."""
        match doing:
            case Doing.SWAP:
                return self._named(QT_TRANSLATE_NOOP("Swap", "Recorded: {new} takes over from {old}."), state)
            case Doing.UNDO:
                return self._named(QT_TRANSLATE_NOOP("Swap", "Taken back: {old} goes on itself."), state)
            case _:
                return self._named(QT_TRANSLATE_NOOP("Swap", "Recorded."), state)

    def _swap(self, state: SwapState) -> str:
        left = len(state.lines[Part.LEFT])
        return self._named(_SWAP_SHORT, state, short=bidi.code(str(left))) if left else self._named(_SWAP, state)

    def _named(self, text: str, state: SwapState, **more: str) -> str:
        old, new = state.old or "", state.new_count.bus.code if state.new_count else ""
        return self._say(text).format(old=bidi.code(old), new=bidi.code(new), **more)

    def _where(self, state: SwapState) -> str:
        count = state.old_count
        if count is None:
            return words.say("Bus", bus_texts.NO_BUSES)
        bus = words.say("Bus", bus_texts.BUS).format(bus=bidi.code(count.bus.code))
        swap = state.standing.swap if state.standing else None
        reason = bidi.name(swap.reason) if swap else ""
        said, alarm = words_buses.swapped(swap, ()), self._alarm(state)
        route = words_buses.route(self.telling.forum, count.bus.route)
        # It goes before what stands on the bus's own page too: there is one line where there is least room.
        told = (bus, alarm) if alarm else (bus, route, said, reason)
        return PART.join(part for part in told if part)

    def _alarm(self, state: SwapState) -> str:
        """Return what holds of the emergency at the old bus, while it is on."""
        emergency = state.standing.emergency if state.standing else None
        if emergency is None:
            return ""
        said = self._say(QT_TRANSLATE_NOOP("Swap", "emergency: list frozen, marks kept, unknown {n}"))
        return said.format(n=bidi.code(str(emergency.looked_for)))

    def _next(self, state: SwapState) -> tuple[str, str]:
        if state.step:
            title, line = _STEPS[state.step]
            return self._named(title, state), self._named(line, state)
        if state.standing and state.standing.emergency:
            line = QT_TRANSLATE_NOOP(
                "Swap",
                "Nothing is changed yet. Who is marked injured does not move. A scan there is seen on the emergency’s list and marks nobody.",
            )
            return self._named(QT_TRANSLATE_NOOP("Swap", "{new} would take over from {old}"), state), self._say(line)
        if state.standing:
            return (
                self._named(QT_TRANSLATE_NOOP("Swap", "{new} would take over from {old}"), state),
                self._say(
                    QT_TRANSLATE_NOOP(
                        "Swap",
                        "Nothing is changed yet. Whoever has no place there is named and stays until a person moves them.",
                    )
                ),
            )
        if state.old_count and not state.substitutes:
            return (
                self._say(QT_TRANSLATE_NOOP("Swap", "No bus of this route can take over")),
                self._say(
                    QT_TRANSLATE_NOOP("Swap", "Add one where the buses are planned, or put another one on this route.")
                ),
            )
        return (
            self._say(QT_TRANSLATE_NOOP("Swap", "Which bus takes over?")),
            self._say(
                QT_TRANSLATE_NOOP(
                    "Swap", "Who would move and who would have no place is shown before anything is changed."
                )
            ),
        )

    def _bus(self, count: BusCount | None, role: str) -> BusView | None:
        if count is None:
            return None
        bus, tally = count.bus, count.tally
        figures = words.say("Bus", bus_texts.EXPECTED_ABOARD).format(
            listed=bidi.code(str(tally.listed)), aboard=bidi.code(tally.aboard_said)
        )
        seats = self._say(QT_TRANSLATE_NOOP("Swap", "{free} of {usable} seats free · wheelchair places: {places}"))
        return BusView(
            bus.code,
            self._say(role),
            PART.join((words_buses.state(bus.state), figures)),
            seats.format(
                free=bidi.code(str(count.free)),
                usable=bidi.code(str(count.seats)),
                places=bidi.code(str(wheelchair_places(bus))),
            ),
            words_buses.occupancy(count, tally),
        )

    def _parts(self, state: SwapState) -> tuple[tuple[str, str], ...]:
        if state.standing is None:
            return ()
        said = dict(_PARTS)
        if not state.is_on:
            said[Part.MOVES] = QT_TRANSLATE_NOOP("Swap", "Would move {n}")
            del said[Part.SETTLED]
        lines = state.lines
        return tuple(
            (part.value, self._say(text).format(n=bidi.code(str(len(lines[part]))))) for part, text in said.items()
        )

    def _rows(self, state: SwapState) -> tuple[RowView, ...]:
        return tuple(self._row(place, each, state) for place, each in enumerate(state.lines[state.part], start=1))

    def _row(self, place: int, line: SwapLine, state: SwapState) -> RowView:
        who = line.delegate
        needs = self._say(QT_TRANSLATE_NOOP("Swap", "wheelchair")) if who.accessible else ""
        why = self._say(_WHY[line.why]) if line.why else ""
        came = self._came(line, state)
        below = (bidi.name(who.second_name), bidi.name(who.delegation or who.organisation), needs, why or came)
        verdict = Verdict.STOP if line.why else Verdict.GO if line.is_settled else None
        number = bidi.code(str(place)) if state.part is Part.MOVES else ""
        return RowView(bidi.name(who.called), PART.join(part for part in below if part), number, verdict, icon="circle")

    def _came(self, line: SwapLine, state: SwapState) -> str:
        if line.aboard == state.old:
            return ""
        if line.aboard:
            return self._say(QT_TRANSLATE_NOOP("Swap", "aboard {bus}")).format(bus=bidi.code(line.aboard))
        return self._say(QT_TRANSLATE_NOOP("Swap", "not aboard"))

    def _empty(self, state: SwapState) -> str:
        if state.standing is None and not state.substitutes:
            return ""
        if state.standing is None:
            return self._say(QT_TRANSLATE_NOOP("Swap", "Choose the bus that takes over"))
        if state.part is Part.LEFT:
            return self._say(QT_TRANSLATE_NOOP("Swap", "There is a place for everybody"))
        return self._say(QT_TRANSLATE_NOOP("Swap", "Nobody"))

    def _menu(self, state: SwapState) -> tuple[str, ...]:
        said = self._say(QT_TRANSLATE_NOOP("Swap", "Bus {bus}: {free} free"))
        buses = (
            said.format(bus=bidi.code(each.bus.code), free=bidi.code(str(each.free))) for each in state.substitutes
        )
        return (self._say(QT_TRANSLATE_NOOP("Swap", "Which bus?")), *buses)
