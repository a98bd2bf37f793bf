"""A bus's day in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain import bus_texts
from checkin_app.domain.buses import BusState
from checkin_app.domain.driving import DAY_MS, STRETCH_MS
from checkin_app.domain.ids import Instant
from checkin_app.domain.stops import StopLine, StopState
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.buses import ManifestLine
from checkin_app.ui import words, words_buses
from checkin_app.ui.bus_day import log_words
from checkin_app.ui.bus_day.state import BusDayState, Day, Doing, Part, day_at
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView

_DOINGS: Mapping[Doing, str] = {
    Doing.ARRIVE: QT_TRANSLATE_NOOP("BusDay", "Arrived: {stop}"),
    Doing.OPEN: QT_TRANSLATE_NOOP("BusDay", "Unscheduled stop: open doors"),
    Doing.FILL_IN: QT_TRANSLATE_NOOP("BusDay", "Fill in what is missing"),
    Doing.SAFE: QT_TRANSLATE_NOOP("BusDay", "Who is safe"),
    Doing.SWAP: QT_TRANSLATE_NOOP("BusDay", "Who changes to the other bus"),
    Doing.RUN: QT_TRANSLATE_NOOP("BusDay", "Let it run after all"),
    Doing.SKIP: QT_TRANSLATE_NOOP("BusDay", "Pass by: {stop}"),
    Doing.RESTORE: QT_TRANSLATE_NOOP("BusDay", "Call there after all: {stop}"),
    Doing.HOLD: QT_TRANSLATE_NOOP("BusDay", "Hold the bus back"),
    Doing.UNDO: QT_TRANSLATE_NOOP("BusDay", "It was not there: undo"),
    Doing.CANCEL: QT_TRANSLATE_NOOP("BusDay", "Hold: cancel bus {bus}"),
}
_NOT_LEFT = QT_TRANSLATE_NOOP("BusDay", "It did not leave: undo")
_LISTED = QT_TRANSLATE_NOOP("BusDay", "Hold: cancel bus {bus}, {n} need another")
_STATES: Mapping[StopState, str] = {
    StopState.AHEAD: QT_TRANSLATE_NOOP("BusDay", "ahead"),
    StopState.HERE: QT_TRANSLATE_NOOP("BusDay", "here since {came}"),
    StopState.LEFT: QT_TRANSLATE_NOOP("BusDay", "{came} to {left}"),
    StopState.SKIPPED: QT_TRANSLATE_NOOP("BusDay", "passed by: {reason}"),
}
_ICONS: Mapping[StopState, str] = {
    StopState.AHEAD: "circle",
    StopState.HERE: "bus",
    StopState.LEFT: "check",
    StopState.SKIPPED: "x",
}
_PARTS: Mapping[Part, str] = {
    Part.STOPS: QT_TRANSLATE_NOOP("BusDay", "Stops {n}"),
    Part.OFF: QT_TRANSLATE_NOOP("BusDay", "Got off {n}"),
    Part.LOG: QT_TRANSLATE_NOOP("BusDay", "What was done"),
}
#: What is to be done with a bus in a state, where nothing more is known of it.
_LINES: Mapping[BusState, str] = {
    BusState.READY: QT_TRANSLATE_NOOP("BusDay", "It stands at its bay with all it needs."),
    BusState.BOARDING: QT_TRANSLATE_NOOP("BusDay", "Scan everybody at its door, then count."),
    BusState.FINAL_CALL: QT_TRANSLATE_NOOP("BusDay", "Count, then it is released."),
    BusState.COUNTING: QT_TRANSLATE_NOOP("BusDay", "Two people count."),
    BusState.RELEASED: QT_TRANSLATE_NOOP("BusDay", "It may leave."),
    BusState.AT_STOP: QT_TRANSLATE_NOOP(
        "BusDay", "Whoever gets off is scanned off. Open the doors before they come back."
    ),
    BusState.CANCELLED: QT_TRANSLATE_NOOP("BusDay", "Whoever is on its list needs another bus."),
    BusState.SWAPPING: QT_TRANSLATE_NOOP("BusDay", "Another bus takes over."),
}
_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class BusDayView:
    """Everything the screen shows, already in words."""

    where: str
    title: str = ""
    line: str = ""
    code: str = ""
    state: str = ""
    tone: ChipTone = ChipTone.QUIET
    lacks: str = ""
    """What it has to have before it is ready, and has not; why it is held or cancelled."""
    crew: str = ""
    driven: str = ""
    """How long its driver drove, and when they must rest."""
    rest_is_near: bool = False
    parts: tuple[tuple[str, str], ...] = ()
    rows: tuple[RowView, ...] = ()
    place: int = -1
    """Of the row that is chosen."""
    empty: str = ""
    offered: tuple[Doing, ...] = ()
    doing: Mapping[Doing, str] | None = None


@dataclass(frozen=True, slots=True)
class BusDayWords:
    """Words in the language in use; looked up when shown."""

    telling: words.Telling

    @staticmethod
    def _say(text: str) -> str:
        return words.say("BusDay", text)

    def view(self, state: BusDayState, now: Instant) -> BusDayView:
        day = day_at(state, self.telling.forum, now)
        if day is None:
            return BusDayView(words.say("Bus", bus_texts.NO_BUSES) if state.board else "")
        title, line = self._now(day)
        bus = day.sight.bus
        return BusDayView(
            where=self._where(day),
            title=title,
            line=line,
            code=bus.code,
            state=words_buses.state(bus.state),
            tone=words_buses.tone(bus.state),
            lacks=self._lacks(day),
            crew=self._crew(day),
            driven=self._driven(day),
            rest_is_near=day.sight.has_left and day.sight.driver.is_near_its_end(),
            parts=tuple(
                (part.value, self._say(text).format(n=bidi.code(str(len(some)))))
                for (part, text), some in zip(_PARTS.items(), (day.lines, day.off, ()), strict=True)
            ),
            rows=self._rows(state, day),
            place=day.place if state.part is Part.STOPS else -1,
            empty=self._empty(state),
            offered=day.offered,
            doing={each: self.doing(each, day) for each in Doing},
        )

    def doing(self, doing: Doing, day: Day) -> str:
        """Return what a button says."""
        text, bus = _DOINGS.get(doing), day.sight.bus
        if text is None:
            return _moves(doing)
        if doing is Doing.UNDO and bus.state is BusState.DEPARTED:
            text = _NOT_LEFT
        if doing is Doing.CANCEL and day.sight.seated:
            text = _LISTED
        line = day.next if doing is Doing.ARRIVE else day.chosen
        stop = self.stop(line) if line else ""
        return self._say(text).format(stop=stop, bus=bidi.code(bus.code), n=bidi.code(str(day.sight.seated)))

    def saved(self, file: str) -> str:
        return self._say(QT_TRANSLATE_NOOP("BusDay", "Saved: {file}")).format(file=bidi.code(file))

    def file_name(self, bus: str, at: str) -> str:
        """Return the name of a file with what was done; `at` tells it from others."""
        return self._say(QT_TRANSLATE_NOOP("BusDay", "Bus {bus} log {time}")).format(bus=bus, time=at) + ".csv"

    def done(self) -> str:
        return self._say(QT_TRANSLATE_NOOP("BusDay", "Recorded."))

    def stop(self, line: StopLine) -> str:
        """Return what a stop is called; one on the way that nobody named is called so."""
        if line.planned is not None:
            return bidi.name(line.planned.name.in_(words.spoken()))
        return bidi.name(line.name) if line.name else self._say(QT_TRANSLATE_NOOP("BusDay", "Unscheduled stop"))

    def _where(self, day: Day) -> str:
        bus = day.sight.bus
        parts = (
            words.say("Bus", bus_texts.BUS).format(bus=bidi.code(bus.code)),
            words_buses.route(self.telling.forum, bus.route),
            words.say("Bus", bus_texts.LEAVES).format(time=bidi.code(bus.departs)) if bus.departs else "",
            words_buses.bay(bus.bay) if bus.bay else "",
        )
        return PART.join(part for part in parts if part)

    # ---- what is so now

    def _now(self, day: Day) -> tuple[str, str]:
        """Return what is to be known of the bus before all, and what comes of it."""
        state, sight = day.sight.bus.state, day.sight
        if state is BusState.DEPARTED:
            left = sight.counts.visits[-1].left if sight.counts.visits else None
            since = self._say(QT_TRANSLATE_NOOP("BusDay", "On its way since {time}")) if left is not None else ""
            line = PART.join(part for part in (since.format(time=self._time(left)), self._aboard(day)) if part)
            if day.next is None:
                return self._say(QT_TRANSLATE_NOOP("BusDay", "No stop of its route is ahead")), line
            return self._say(QT_TRANSLATE_NOOP("BusDay", "Next stop: {stop}")).format(stop=self.stop(day.next)), line
        if state in {BusState.PLANNED, BusState.READY} and sight.lacks:
            title = QT_TRANSLATE_NOOP("BusDay", "Not ready yet")
            line = QT_TRANSLATE_NOOP("BusDay", "What is missing is filled in where the buses are planned.")
            return self._say(title), self._say(line)
        if state is BusState.PLANNED:
            title = QT_TRANSLATE_NOOP("BusDay", "Nothing is missing")
            return self._say(title), self._say(QT_TRANSLATE_NOOP("BusDay", "Say so once it stands at its bay."))
        return self._standing(day), self._say(_LINES[state]) if state in _LINES else self._aboard(day)

    def _standing(self, day: Day) -> str:
        visit, state = day.here, words_buses.state(day.sight.bus.state)
        line = next((each for each in day.lines if visit and each.visit == visit), None)
        return PART.join((self.stop(line), state)) if line else state

    @staticmethod
    def _aboard(day: Day) -> str:
        tally = day.sight.tally
        return words.say("Bus", bus_texts.EXPECTED_ABOARD).format(
            listed=bidi.code(str(tally.listed)), aboard=bidi.code(tally.aboard_said)
        )

    def _lacks(self, day: Day) -> str:
        state, lacks = day.sight.bus.state, day.sight.lacks
        if state in {BusState.HELD, BusState.CANCELLED}:
            return bidi.name(day.sight.counts.held)
        if not lacks or state not in {BusState.PLANNED, BusState.READY}:
            return ""
        return self._say(QT_TRANSLATE_NOOP("BusDay", "Missing: {lacks}")).format(lacks=words_buses.lacking(lacks))

    def _crew(self, day: Day) -> str:
        bus = day.sight.bus
        said = (
            (QT_TRANSLATE_NOOP("BusDay", "driver {name}"), (bidi.name(bus.driver), bidi.code(bus.driver_phone))),
            (QT_TRANSLATE_NOOP("BusDay", "charter sign {name}"), (bidi.code(bus.charter_sign),)),
            (QT_TRANSLATE_NOOP("BusDay", "layouts {name}"), (bidi.code(words.say("List", ", ").join(bus.layouts)),)),
            (QT_TRANSLATE_NOOP("BusDay", "guide {name}"), (bidi.name(bus.guide),)),
            (QT_TRANSLATE_NOOP("BusDay", "coordinator {name}"), (bidi.name(bus.coordinator),)),
        )
        known = (
            self._say(text).format(name=" ".join(part for part in parts if part)) for text, parts in said if any(parts)
        )
        return PART.join((*((bidi.code(bus.plate),) if bus.plate else ()), *known))

    def _driven(self, day: Day) -> str:
        sight = day.sight
        if not sight.has_left:
            return ""
        clock = sight.driver
        said = self._say(
            QT_TRANSLATE_NOOP(
                "BusDay", "At the wheel {stretch} of {most} since the last rest, {day} of {most_day} today"
            )
        )
        driven = said.format(
            stretch=_hours(clock.stretch),
            most=_hours(STRETCH_MS),
            day=_hours(clock.day),
            most_day=_hours(DAY_MS),
        )
        rests = clock.rest_by is not None or clock.rest_until is not None or clock.left < 0
        return PART.join((driven, *((words_buses.rest(clock, self.telling.clock),) if rests else ())))

    # ---- the lists

    def _rows(self, state: BusDayState, day: Day) -> tuple[RowView, ...]:
        if state.part is Part.LOG:
            return log_words.rows(state.log, self.telling) if state.log and state.log.bus == state.bus else ()
        if state.part is Part.OFF:
            return tuple(self._person(each) for each in day.off)
        return tuple(self._stop_row(place, each) for place, each in enumerate(day.lines, start=1))

    def _stop_row(self, place: int, line: StopLine) -> RowView:
        visit = line.visit
        said = self._say(_STATES[line.state]).format(
            came=self._time(visit.arrived if visit else None),
            left=self._time(visit.left if visit else None),
            reason=bidi.name(line.skip.reason) if line.skip else "",
        )
        people = self._say(QT_TRANSLATE_NOOP("BusDay", "{n} counted aboard"))
        counted = people.format(n=bidi.code(str(visit.people))) if visit and visit.people is not None else ""
        unplanned = self._say(QT_TRANSLATE_NOOP("BusDay", "not on its route")) if line.planned is None else ""
        below = PART.join(part for part in (said, counted, unplanned) if part)
        return RowView(self.stop(line), below, bidi.code(str(place)), icon=_ICONS[line.state])

    def _person(self, line: ManifestLine) -> RowView:
        who = line.delegate
        below = (bidi.name(who.second_name), bidi.name(who.delegation or who.organisation))
        return RowView(
            bidi.name(who.called),
            PART.join(part for part in below if part),
            self._time(line.since) if line.since is not None else "",
            icon="circle",
        )

    def _empty(self, state: BusDayState) -> str:
        if state.part is Part.LOG:
            return "" if state.log is None else self._say(QT_TRANSLATE_NOOP("BusDay", "Nothing was done yet"))
        if state.part is Part.OFF:
            return self._say(QT_TRANSLATE_NOOP("BusDay", "Nobody got off"))
        return self._say(QT_TRANSLATE_NOOP("BusDay", "Its route has no stops"))

    def _time(self, at: Instant | None) -> str:
        return bidi.code(self.telling.clock(at)) if at is not None else "–"


def _moves(doing: Doing) -> str:
    """Return what a button says that other screens have as well."""
    match doing:
        case Doing.COUNT:
            return words_buses.count()
        case Doing.GO_ON:
            return words_buses.open_again(BusState.HELD)
        case _:
            return words_buses.move(BusState.READY if doing is Doing.READY else BusState.BOARDING)


def _hours(milliseconds: int) -> str:
    minutes = max(0, milliseconds) // _MINUTE
    return bidi.code(f"{minutes // 60}:{minutes % 60:02}")
