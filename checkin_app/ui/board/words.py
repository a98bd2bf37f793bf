"""Puts the dispatch board's state into words."""

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain import bus_texts
from checkin_app.domain.buses import LEFT, Bus, BusState
from checkin_app.domain.dispatching import Concern
from checkin_app.domain.emergencies import Condition
from checkin_app.domain.ids import BusCode, Instant, RouteId
from checkin_app.domain.seating import takes_people
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words, words_buses, words_languages
from checkin_app.ui.board.rows import BusCard, RouteHead, Row
from checkin_app.ui.board.state import BoardState, Seen, by_route, counted_now, needing, seen_at
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.paint import PART

#: Up to so many minutes are counted down; a time of day says more of what is further away.
_COUNTED_DOWN = 180
#: Characters of a reason that stand on a card.
_REASON = 28
_TONES: Mapping[BusState, ChipTone] = {
    BusState.BOARDING: ChipTone.QUIET,
    BusState.FINAL_CALL: ChipTone.ASK,
    BusState.COUNTING: ChipTone.INFO,
    BusState.HELD: ChipTone.ASK,
    BusState.EMERGENCY: ChipTone.STOP,
    BusState.RELEASED: ChipTone.GO,
}

#: What is said of a bus by one number.
_NUMBERED: Mapping[Concern, tuple[str, Callable[[Seen], int]]] = {
    Concern.OVER_LICENSED: (
        QT_TRANSLATE_NOOP("BoardWords", "{n} above the licensed seats"),
        lambda each: each.sight.tally.aboard - each.sight.licensed,
    ),
    Concern.LATE: (QT_TRANSLATE_NOOP("BoardWords", "{n} min late"), lambda each: -(each.sight.minutes or 0)),
    Concern.DOUBTED: (QT_TRANSLATE_NOOP("BoardWords", "{n} aboard two buses"), lambda each: each.count.tally.doubted),
    Concern.OVERBOOKED: (
        QT_TRANSLATE_NOOP("BoardWords", "{n} more listed than seats"),
        lambda each: each.sight.seated - each.sight.seats,
    ),
    Concern.UNSEATED: (QT_TRANSLATE_NOOP("BoardWords", "{n} need another bus"), lambda each: each.sight.seated),
}
_UNHEARD: Mapping[int, str] = {
    24 * 60: QT_TRANSLATE_NOOP("BoardWords", "unheard for {n} days"),
    60: QT_TRANSLATE_NOOP("BoardWords", "unheard for {n} h"),
    1: QT_TRANSLATE_NOOP("BoardWords", "unheard for {n} min"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """A bus that needs a person, in a few words."""

    bus: BusCode
    words: str
    tone: ChipTone


@dataclass(frozen=True, slots=True)
class BoardView:
    """Everything the panel draws, in words."""

    aboard: str
    of: str
    needs_title: str
    needs: tuple[Need, ...]
    rows: tuple[Row, ...]
    empty: str = ""
    empty_line: str = ""
    wrong: str = ""
    counted_now: BusCode | None = None
    release: str = ""
    """What the button says that leads to that bus."""
    release_short: str = ""
    """The same where there is little room."""


class BoardWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: words.Telling) -> None:
        super().__init__()
        self.telling = telling

    def view(self, state: BoardState, now: Instant) -> BoardView:
        seen = seen_at(state, self.telling.forum, now)
        needs = tuple(self.need(each) for each in needing(seen))
        aboard, listed = _heads(seen)
        empty, counting = state.board is not None and not seen, counted_now(state)
        return BoardView(
            aboard=words.figure(aboard) if seen else "",
            of=self.tr("of {listed} aboard").format(listed=words.figure(listed)) if seen else "",
            needs_title=(self.tr("Needs a person") if needs else self.tr("No bus needs a person")) if seen else "",
            needs=needs,
            rows=tuple(self._rows(state, seen)),
            empty=words.say("Bus", bus_texts.NO_BUSES) if empty else "",
            empty_line=self.tr("Buses are added, or taken in from a list, where the buses are planned.")
            if empty
            else "",
            wrong=state.wrong,
            counted_now=counting,
            release_short=bidi.code(counting) if counting else "",
            release=self.tr("Release {bus}").format(bus=bidi.code(counting)) if counting else "",
        )

    def _rows(self, state: BoardState, seen: Sequence[Seen]) -> Iterable[Row]:
        for route, buses in by_route(seen).items():
            yield self._head(route, buses)
            for each in buses:
                yield self._card(state, each)

    def _head(self, route: RouteId, buses: Sequence[Seen]) -> RouteHead:
        aboard, listed = _heads(buses)
        times = sorted({each.count.bus.departs for each in buses if each.count.bus.departs})
        span = "–".join(dict.fromkeys((times[0], times[-1]))) if times else ""
        leaves = words.say("Bus", bus_texts.LEAVES).format(time=bidi.code(span)) if span else ""
        waiting = buses[0].count.waiting
        seats = sum(each.count.open_seats for each in buses if takes_people(each.count.bus))
        return RouteHead(
            route,
            words_buses.route(self.telling.forum, route),
            self.tr("{aboard} of {listed} aboard").format(aboard=words.figure(aboard), listed=words.figure(listed)),
            PART.join(filter(None, (leaves, words_buses.standby(waiting, seats) if waiting else ""))),
            buses[0].count.bus.code if waiting else None,
        )

    def _card(self, state: BoardState, each: Seen) -> BusCard:
        count, bus = each.count, each.count.bus
        tally = count.tally
        return BusCard(
            code=bus.code,
            state=words_buses.state(bus.state),
            tone=_TONES.get(bus.state, ChipTone.QUIET),
            aboard=tally.aboard_said,
            listed=str(tally.listed),
            leader=bus.coordinator,
            line=self._line(each),
            contact=PART.join(part for part in (self._contact(state, bus), *self._languages(bus)) if part),
            occupancy=words_buses.occupancy(count, tally),
            outline=_outline(each),
            unheard=Concern.UNHEARD in each.concerns,
            chosen=bus.code == state.chosen,
        )

    def _contact(self, state: BoardState, bus: Bus) -> str:
        contact = state.board.contacts.get(bus.code) if state.board else None
        if contact is None:
            return ""
        return self.tr("heard {time}").format(time=bidi.code(self.telling.clock(contact.at)))

    def _languages(self, bus: Bus) -> Iterable[str]:
        return (words_languages.language(tag) for tag in bus.languages)

    # ---- what is to be known of a bus now

    def _line(self, each: Seen) -> str:
        if each.concern:
            rest = self._leaving(each) if each.concern is not Concern.LATE else ""
            rest = PART.join(part for part in (rest, self._swapped(each)) if part)
            return PART.join(part for part in (self._concern(each, each.concern), rest) if part)
        bus, tally = each.count.bus, each.count.tally
        if bus.state is BusState.PLANNED and each.sight.lacks:
            # Before when it leaves, which its route says too: a narrow card has no room for both.
            return PART.join(part for part in (words_buses.lacks(each.sight.lacks), self._leaving(each)) if part)
        if bus.state is BusState.CANCELLED:
            return bidi.name(textwrap.shorten(each.held, _REASON, placeholder="…"))
        if bus.state in LEFT or (tally.listed and not tally.sought):
            known = (
                words.say("Bus", bus_texts.NOBODY_MISSING) if not tally.sought else words_buses.sought(bus.state, tally)
            )
        elif not tally.listed:
            known = self.tr("Nobody listed yet")
        else:
            known = words_buses.sought(bus.state, tally)
        return PART.join(part for part in (self._leaving(each), self._swapped(each), known) if part)

    @staticmethod
    def _swapped(each: Seen) -> str:
        swap = each.swap if each.count.bus.state is not BusState.SWAPPING else None
        return words_buses.swapped(swap, each.took_over)

    def _leaving(self, each: Seen) -> str:
        minutes, bus = each.sight.minutes, each.count.bus
        if each.sight.has_left and each.sight.driver.rest_by is not None:
            return words_buses.rest(each.sight.driver, self.telling.clock)
        if each.sight.has_left or bus.state in LEFT or not bus.departs:
            return ""
        if minutes is None or not 0 <= minutes <= _COUNTED_DOWN:
            return words.say("Bus", bus_texts.LEAVES).format(time=bidi.code(bus.departs))
        return self.tr("in {n} min").format(n=bidi.code(str(minutes)))

    def _concern(self, each: Seen, concern: Concern) -> str:
        match concern:
            case Concern.EMERGENCY:
                said = self._emergency(each)
            case Concern.SWAPPING:
                said = self._changing(each)
            case Concern.MISSING:
                said = words_buses.sought(each.count.bus.state, each.count.tally)
            case Concern.HELD:
                said = self._held(each)
            case Concern.DRIVER:
                said = words_buses.rest(each.sight.driver, self.telling.clock)
            case Concern.NOT_READY:
                said = words_buses.lacks(each.sight.lacks)
            case Concern.UNHEARD:
                said = _unheard(each.sight.unheard_minutes)
            case _:
                text, number = _NUMBERED[concern]
                said = words.say("BoardWords", text).format(n=bidi.code(str(number(each))))
        return said

    def _emergency(self, each: Seen) -> str:
        emergency = each.sight.counts.emergency
        if emergency is None:
            return words_buses.state(BusState.EMERGENCY)
        unknown, injured, apart = (
            bidi.code(str(each))
            for each in (
                emergency.figures[Condition.UNKNOWN],
                emergency.figures[Condition.INJURED],
                emergency.contradicted,
            )
        )
        if emergency.contradicted:
            said = self.tr("{unknown} unknown, {injured} injured, {apart} contradictory")
            return said.format(unknown=unknown, injured=injured, apart=apart)
        return self.tr("{unknown} unknown, {injured} injured").format(unknown=unknown, injured=injured)

    def _changing(self, each: Seen) -> str:
        tally, to = each.count.tally, each.swap.to if each.swap else ""
        said = self.tr("{n} still to change to {bus}") if tally.aboard else self.tr("to be looked through")
        return said.format(n=bidi.code(tally.aboard_said), bus=bidi.code(to))

    def _held(self, each: Seen) -> str:
        """Return why a bus is held; a long reason is cut, since the bus's own page has it whole."""
        return self.tr("held: {reason}").format(reason=bidi.name(textwrap.shorten(each.held, _REASON, placeholder="…")))

    def need(self, each: Seen) -> Need:
        """Return why a bus needs a person."""
        said = PART.join((bidi.code(each.count.bus.code), self._concern(each, each.concerns[0])))
        return Need(each.count.bus.code, said, _outline(each))


def _outline(each: Seen) -> ChipTone:
    if each.concern is None:
        return ChipTone.QUIET
    return ChipTone.STOP if each.is_pressing else ChipTone.ASK


def _heads(seen: Iterable[Seen]) -> tuple[int, int]:
    tallies = [each.count.tally for each in seen]
    return sum(each.aboard for each in tallies), sum(each.listed for each in tallies)


def _unheard(minutes: int) -> str:
    """Return for how long a bus was not heard of, in the largest unit of which there are two."""
    unit = next((each for each in _UNHEARD if minutes >= 2 * each), 1)
    return words.say("BoardWords", _UNHEARD[unit]).format(n=bidi.code(str(minutes // unit)))
