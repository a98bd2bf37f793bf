"""Puts the overview's state into words and shares."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain import bus_texts
from checkin_app.domain.arrivals import Arrivals, pace, planned
from checkin_app.domain.buses import BusState
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.standings import in_doubt
from checkin_app.domain.sync.laptops import Laptop
from checkin_app.services.ports.overview import NeedyBus, Overview
from checkin_app.ui import words, words_buses, words_notices
from checkin_app.ui.board.state import Seen
from checkin_app.ui.board.words import BoardWords
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone, Occupancy
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.laptops.told_words import ToldWords
from checkin_app.ui.overview.plot import Curves
from checkin_app.ui.overview.rows import CardView, Figure, Row
from checkin_app.ui.overview.state import OverviewState, curve_in_sight, is_shared, needing, only_on, taking_part
from checkin_app.ui.shell.screen import Destination

#: Strokes of a planned curve.
_STROKES = 60
_STEPS = 4
_DAY_MS = 24 * 60 * 60_000
#: From one time of day beside a plot to the next.
_SPANS = tuple(minutes * 60_000 for minutes in (5, 10, 15, 30, 60, 120, 180, 360, 720, 1440))
#: What a step of a scale may be, besides these ten times, a hundred times…
_ROUND = (10, 15, 20, 25, 30, 40, 50, 75)
_SESSIONS, _BOARD, _LAPTOPS, _INBOX = (Destination(each) for each in ("checkpoint", "board", "laptops", "inbox"))


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Everything the panel draws, in words."""

    figures: tuple[Figure, ...]
    arrivals: CardView
    curves: Curves
    needs: CardView
    desks: CardView
    routes: CardView
    laptops: CardView
    wrong: str
    note: str


class OverviewWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, telling: words.Telling) -> None:
        super().__init__()
        self._telling, self._board, self._told = telling, BoardWords(telling), ToldWords(telling)

    def view(self, state: OverviewState) -> OverviewView | None:
        """Return what there is to draw; None until anything has come."""
        found = state.found
        if found is None:
            return None
        curve = curve_in_sight(found)
        return OverviewView(
            figures=tuple(self._figures(found, curve)),
            arrivals=self._arrivals(curve, found.at),
            curves=self._curves(curve, found.at),
            needs=self._needs(found),
            desks=self._desks(found),
            routes=self._routes(found),
            laptops=self._laptops(found),
            wrong=state.wrong,
            note=state.note,
        )

    def more(self, count: int) -> str:
        """Return how many rows a card has no room for."""
        return self.tr("%Ln more", "", count)

    def saved(self, folder: str) -> str:
        return self.tr("Saved: {file}").format(file=bidi.code(folder))

    # ---- figures

    def _figures(self, found: Overview, curve: Arrivals | None) -> Iterator[Figure]:
        of = self.tr("of {count}")
        yield Figure(
            self.tr("Arrived"),
            words.figure(curve.arrived if curve else 0),
            of.format(count=words.figure(curve.expected)) if curve else "",
            _SESSIONS,
        )
        aboard, listed = (sum(getattr(each, name) for each in found.routes) for name in ("aboard", "listed"))
        yield Figure(self.tr("Aboard a bus"), words.figure(aboard), of.format(count=words.figure(listed)), _BOARD)
        yield self._alone(found)
        buses, inbox = len(found.needy), found.contradictions
        parts = [self.tr("%Ln buses", "", buses)] if buses else []
        parts += [self.tr("%Ln in the inbox", "", inbox)] if inbox else []
        to = _INBOX if inbox and not buses else _BOARD
        yield Figure(self.tr("Need a person"), words.figure(buses + inbox), PART.join(parts), to)

    def _alone(self, found: Overview) -> Figure:
        holding = [each for each in taking_part(found) if only_on(found, each)]
        count = sum(only_on(found, each) for each in holding)
        if not is_shared(found):
            of = self.tr("no other laptop")
        elif len(holding) == 1:
            of = self.tr("on {laptop}").format(laptop=self._name(holding[0]))
        elif holding:
            of = self.tr("on %Ln laptops", "", len(holding))
        else:
            of = ""
        return Figure(self.tr("On one laptop only"), words.figure(count), of, _LAPTOPS)

    # ---- arrivals against plan

    def _arrivals(self, curve: Arrivals | None, now: Instant) -> CardView:
        title = self.tr("Arrivals")
        if curve is None:
            return CardView(title, "", _SESSIONS)
        name = bidi.name(curve.session.name.in_(words.spoken()))
        return CardView(PART.join((title, name)), PART.join(self._against_plan(curve, now)), _SESSIONS)

    def _against_plan(self, curve: Arrivals, now: Instant) -> Iterator[str]:
        if now < curve.session.opens_at:
            yield self.tr("doors open {time}").format(time=bidi.code(self._telling.clock(curve.session.opens_at)))
            return
        short = planned(curve.session, curve.expected, now) - curve.arrived
        said = self.tr("{count} below plan") if short > 0 else self.tr("{count} above plan")
        yield said.format(count=words.figure(abs(short))) if short else self.tr("as planned")
        if curve.session.is_open(now):
            yield self.tr("{count} a minute").format(count=bidi.code(f"{pace(curve, now):.1f}"))

    def _curves(self, curve: Arrivals | None, now: Instant) -> Curves:
        if curve is None:
            return Curves(_SESSIONS, empty=self.tr("No sessions yet"), spoken=self.tr("No sessions yet"))
        first, last = curve.points[0].at, curve.points[-1].at
        wide, step = max(1, last - first), _step(max(curve.expected, curve.arrived, 1))
        high = step * _STEPS

        def at(moment: int, number: int) -> tuple[float, float]:
            return (min(moment, last) - first) / wide, number / high

        moments = [first + wide * each // _STROKES for each in range(_STROKES + 1)]
        came = [at(each.at, each.arrived) for each in curve.points if each.arrived is not None]
        if came and now < last:
            came.append(at(now, curve.arrived))
        said = self.tr("{count} arrived").format(count=words.figure(curve.arrived))
        return Curves(
            _SESSIONS,
            planned=tuple(at(each, planned(curve.session, curve.expected, Instant(each))) for each in moments),
            came=tuple(came),
            steps=tuple((each / _STEPS, words.figure(step * each)) for each in range(_STEPS + 1)),
            times=tuple(((each - first) / wide, self._time(each, wide)) for each in self._round_times(first, last)),
            came_words=said,
            spoken=PART.join((said, *self._against_plan(curve, now))),
        )

    def _round_times(self, first: Instant, last: Instant) -> Iterator[Instant]:
        """Yield a few times of day that are easily read, the same span apart from one another."""
        step = next((each for each in _SPANS if (last - first) <= each * _STEPS), _SPANS[-1])
        local = self._telling.forum.local(first)
        midnight = first - ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 - local.microsecond // 1000
        begin = midnight - (midnight - first) // step * step
        return (Instant(each) for each in range(begin, last + 1, step))

    def _time(self, at: Instant, wide: int) -> str:
        return self._telling.forum.local(at).strftime("%H:%M" if wide <= _DAY_MS else "%m-%d %H:%M")

    # ---- cards

    def _needs(self, found: Overview) -> CardView:
        rows = [self._needy(each) for each in found.needy]
        if found.contradictions:
            line = self.tr("Laptops know something differently")
            rows.append(Row(self.tr("%Ln in the inbox", "", found.contradictions), _INBOX, line, verdict=Verdict.ASK))
        to = _BOARD if found.needy or not found.contradictions else _INBOX
        count = words.figure(needing(found))
        return CardView(self.tr("Needs a person"), count, to, tuple(rows), words_notices.nothing_needed())

    def _needy(self, each: NeedyBus) -> Row:
        need, bus = self._board.need(Seen(each.count, each.sight, each.concerns, each.swap)), each.count.bus
        line = PART.join(part for part in (words_buses.state(bus.state), bidi.name(bus.coordinator)) if part)
        verdict = Verdict.STOP if need.tone is ChipTone.STOP else Verdict.ASK
        screen = "emergency" if bus.state is BusState.EMERGENCY else "manifest"
        return Row(need.words, Destination(screen, bus.code), line, verdict=verdict)

    def _desks(self, found: Overview) -> CardView:
        most = max((each.lately for each in found.desks), default=1)
        rows = tuple(
            Row(
                bidi.name(each.name),
                Destination("laptops", each.station),
                bar=Occupancy(each.lately, 0, 0, max(1, most)),
                number=f"{each.a_minute:.1f}",
            )
            for each in found.desks
        )
        return CardView(
            self.tr("Desks"), self.tr("scans a minute"), _LAPTOPS, rows, self.tr("Nobody was scanned today")
        )

    def _routes(self, found: Overview) -> CardView:
        rows = tuple(
            Row(
                "",
                _BOARD,
                disc=each.route,
                bar=Occupancy(each.aboard, each.sought, each.reserved, each.seats),
                number=in_doubt(each.aboard, each.doubted),
                of=f"/ {each.listed}",
            )
            for each in found.routes
        )
        title, trailing = self.tr("Buses by route"), self.tr("aboard / listed")
        return CardView(title, trailing, _BOARD, rows, words.say("Bus", bus_texts.NO_BUSES))

    def _laptops(self, found: Overview) -> CardView:
        known = taking_part(found)
        rows = tuple(self._laptop(found, each) for each in known)
        return CardView(self.tr("Laptops"), words.figure(len(known)), _LAPTOPS, rows)

    def _laptop(self, found: Overview, each: Laptop) -> Row:
        heard = self._told.ago(each.seen.at, found.at) if each.seen.at is not None else self.tr("not heard yet")
        line = self.tr("this laptop") if each.is_own else heard
        chip, tone = self._chip(found, each)
        return Row(self._name(each), Destination("laptops", each.enrolment.station), line, chip=chip, tone=tone)

    def _chip(self, found: Overview, each: Laptop) -> tuple[str, ChipTone]:
        if each.enrolment.standing is Standing.ASKING:
            return self.tr("Asks to join"), ChipTone.ASK
        if wrong := self._told.briefly(each, found.at) if not each.is_own else "":
            return wrong, ChipTone.ASK
        if only := only_on(found, each):
            return self.tr("%Ln only here", "", only), ChipTone.ASK if is_shared(found) else ChipTone.QUIET
        is_known = each.is_own or each.seen.told is not None
        return (self.tr("Shared"), ChipTone.QUIET) if is_known and is_shared(found) else ("", ChipTone.QUIET)

    @staticmethod
    def _name(laptop: Laptop) -> str:
        return bidi.name(laptop.enrolment.name or laptop.enrolment.station[:4])


def _step(top: int) -> int:
    """Return a round number of which four reach `top`."""
    if top <= _STEPS * 2:
        return -(-top // _STEPS)
    scale = 1
    while True:
        for each in (*_ROUND, 100, 125):
            step = each * scale // 10
            if step * 10 == each * scale and step * _STEPS >= top:
                return step
        scale *= 10
