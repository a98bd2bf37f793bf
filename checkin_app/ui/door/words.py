"""Puts a door's state into words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import Forum
from checkin_app.domain.outcomes import Decision, Reason, Verdict
from checkin_app.domain.overriding import OverrideGround, override_word
from checkin_app.domain.scans import verdict_after
from checkin_app.domain.standings import Standing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.scanning import ScanOutcome
from checkin_app.ui import words, words_buses, words_languages, words_operators, words_remarks
from checkin_app.ui.door.side import SideView
from checkin_app.ui.door.state import POINTING_ELSEWHERE, DoorState
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.rows import RowView

_TONES: Mapping[BusState, ChipTone] = {
    BusState.BOARDING: ChipTone.GO,
    BusState.FINAL_CALL: ChipTone.ASK,
    BusState.COUNTING: ChipTone.INFO,
    BusState.HELD: ChipTone.ASK,
    BusState.EMERGENCY: ChipTone.STOP,
}

#: Of those called by name on the ready panel; the Buses screen has them all.
_MOST_NAMES = 8
#: A bay's number on a line of its own says nothing.
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class DoorView:
    """Everything the door's panel shows, already in words; `verdict` None is the ready panel."""

    verdict: Verdict | None
    word: str
    second_word: str = ""
    reason: str = ""
    action: str = ""
    hero: str = ""
    """The code of the bus the person belongs on; where it is given, it is the verdict."""
    hero_title: str = ""
    hero_line: str = ""
    name: str = ""
    second_name: str = ""
    organisation: str = ""
    languages: str = ""
    trailing: str = ""
    """A line at the lower trailing corner: when the other bus leaves."""
    note: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverrideView:
    """What is asked before somebody boards though the door says otherwise, in words."""

    title: str
    line: str
    """What the door said."""
    grounds: tuple[tuple[str, str], ...]
    seconds: tuple[str, ...]
    second: str
    """What asks for the second person; empty where none has to agree."""
    labels: Mapping[str, str]
    """Of the fields that are there."""
    act: str
    hold: str
    leave: str


@dataclass(frozen=True, slots=True)
class DoorWords:
    """Words in the language in use; looked up when shown."""

    telling: words.Telling

    @staticmethod
    def _say(text: str) -> str:
        return words.say("DoorWords", text)

    @property
    def _forum(self) -> Forum:
        return self.telling.forum

    def fault(self) -> str:
        return self._say(QT_TRANSLATE_NOOP("DoorWords", "The laptop could not decide. Scan again."))

    def panel(self, state: DoorState) -> DoorView:
        if state.trouble:
            told = words.verdict(Decision(Reason.NOT_DECIDED), self.telling, door=True)
            return DoorView(Verdict.FAULT, told.word, told.second_word, state.trouble)
        if state.outcome:
            return self._verdict(state.outcome, state)
        return self._ready(state)

    def side(self, state: DoorState, count: BusCount) -> SideView:
        bus, tally = count.bus, count.tally
        sought = words_buses.sought(bus.state, tally)
        following = state.next_state
        return SideView(
            state=words_buses.state(bus.state),
            state_tone=_TONES.get(bus.state, ChipTone.QUIET),
            code=bus.code,
            route=self._route(bus.route),
            leaves=self._leaves(bus.departs, bus.bay),
            aboard=tally.aboard_said,
            expected=tally.listed,
            aboard_word=self._say(QT_TRANSLATE_NOOP("DoorWords", "aboard")),
            beside=words_buses.counted(Standing.SAFE, tally.safe) if tally.safe else "",
            limit=_counted(QT_TRANSLATE_NOOP("DoorCount", "{n} licensed seats"), count.licensed),
            occupancy=words_buses.occupancy(count, tally),
            rows=tuple(self._row(scan) for scan in state.recent),
            sought=sought,
            standby=words_buses.standby(count.waiting, count.open_seats) if count.waiting else "",
            next_state=words_buses.move(following) if following else "",
            opens=following is BusState.BOARDING,
            count=words_buses.count() if state.leaves_next else "",
            undo=self._say(QT_TRANSLATE_NOOP("DoorWords", "Undo")),
        )

    def _ready(self, state: DoorState) -> DoorView:
        if state.count is None or state.is_open:
            title = self._say(QT_TRANSLATE_NOOP("DoorWords", "Ready to scan"))
            line = self._say(QT_TRANSLATE_NOOP("DoorWords", "Each badge at the step, one after the other."))
            return DoorView(None, title, reason=line, note=self._called(state))
        title = words_buses.state(state.count.bus.state)
        line = self._say(QT_TRANSLATE_NOOP("DoorWords", "The doors of bus {bus} are closed: nobody boards now."))
        line = line.format(bus=bidi.code(state.count.bus.code))
        if state.next_state is not BusState.BOARDING:
            return DoorView(None, title, reason=line)
        way = self._say(QT_TRANSLATE_NOOP("DoorWords", "“{button}” opens them."))
        return DoorView(None, title, reason=line, note=way.format(button=words_buses.move(BusState.BOARDING)))

    def _called(self, state: DoorState) -> str:
        """Return by name whom a bus would leave without, once it has been called finally."""
        if state.count is None or not state.leaves_next or not state.missing:
            return ""
        said = words_buses.sought(state.count.bus.state, state.count.tally)
        named = [bidi.name(name) for name in state.missing[:_MOST_NAMES]]
        more = len(state.missing) - len(named)
        names = words.say("List", ", ").join([*named, *([bidi.code(f"+{more}")] if more else [])])
        return self._say(QT_TRANSLATE_NOOP("DoorWords", "{called}: {names}")).format(called=said, names=names)

    def override(self, state: DoorState) -> OverrideView | None:
        """Return what is asked of an override; None while none is asked for."""
        outcome, draft = state.outcome, state.draft
        if outcome is None or outcome.delegate is None or draft is None:
            return None
        labels = {"text": self._say(QT_TRANSLATE_NOOP("DoorWords", "A note"))}
        if state.names_nobody:
            labels["by"] = self._say(QT_TRANSLATE_NOOP("DoorWords", "Who says so"))
        second = ""
        if state.awaits_second:
            shown = draft.badge is not None
            second = self._say(
                QT_TRANSLATE_NOOP("DoorWords", "Agreed by badge: now hold")
                if shown
                else QT_TRANSLATE_NOOP("DoorWords", "Who agrees?")
            )
            labels |= {} if shown else {"pin": self._say(QT_TRANSLATE_NOOP("DoorWords", "Their PIN, or their badge"))}
        hold = self._say(QT_TRANSLATE_NOOP("DoorWords", "Hold: board {name}"))
        return OverrideView(
            title=self._say(QT_TRANSLATE_NOOP("DoorWords", "Board after all: why?")),
            line=words.brief(outcome.decision.reason),
            grounds=tuple((each.value, words.say("Detail", override_word(each))) for each in OverrideGround),
            seconds=tuple(f"{bidi.name(each.name)} · {words_operators.role(each.role)}" for each in state.seconds),
            second=second,
            labels=labels,
            act=f"override {outcome.fact_id}",
            hold=hold.format(name=bidi.name(outcome.delegate.called)),
            leave=self._say(QT_TRANSLATE_NOOP("DoorWords", "Do not override")),
        )

    def _verdict(self, outcome: ScanOutcome, state: DoorState) -> DoorView:
        decision, delegate = outcome.decision, outcome.delegate
        told = words.verdict(decision, self.telling, door=True)
        view = DoorView(
            decision.verdict,
            told.word,
            told.second_word,
            reason="" if decision.reason is Reason.BOARDED else told.reason,
            action="" if decision.reason is Reason.BOARDED else told.action,
            answers=tuple(words.answer(each) for each in state.answers),
        )
        if delegate:
            view = replace(
                view,
                name=delegate.name,
                second_name=delegate.second_name,
                organisation=delegate.organisation or delegate.delegation,
                languages=words_languages.languages(delegate.languages),
                note=words.in_a_row(
                    (
                        *([delegate.note] if delegate.note and decision.verdict is Verdict.GO else []),
                        *words_remarks.remarks(decision, state.old_since),
                    )
                ),
            )
        return self._pointing(view, decision)

    def _pointing(self, view: DoorView, decision: Decision) -> DoorView:
        code = str(decision.details.get("bus") or "")
        if decision.reason not in POINTING_ELSEWHERE or not code:
            return view
        bay, departs = str(decision.details.get("bay") or ""), str(decision.details.get("departs") or "")
        route = self._route(str(decision.details.get("route") or ""))
        bay_words = self._say(QT_TRANSLATE_NOOP("DoorWords", "Bay {bay}")).format(bay=bidi.code(bay)) if bay else ""
        return replace(
            view,
            hero=code,
            hero_title=bay_words or route,
            hero_line=route if bay_words else "",
            reason="",
            action="",
            trailing=self._leaves(departs, ""),
        )

    def _route(self, route: str) -> str:
        known = next((each for each in self._forum.routes if each.id == route), None)
        return known.name.in_(words.spoken()) if known else ""

    def _leaves(self, departs: str, bay: str) -> str:
        parts = []
        if departs:
            leaves = self._say(QT_TRANSLATE_NOOP("DoorWords", "Leaves {time}"))
            parts.append(leaves.format(time=bidi.code(departs)))
        if bay:
            where = self._say(QT_TRANSLATE_NOOP("DoorWords", "bay {bay}")).replace(" ", _NO_BREAK)
            parts.append(where.format(bay=bidi.code(bay)))
        return " · ".join(parts)

    def _row(self, scan: RecentScan) -> RowView:
        name = scan.name or words.brief(scan.decision.reason)
        verdict = verdict_after(scan.decision, scan.answer)
        return RowView(name, "", self.telling.clock(scan.at), verdict, struck=scan.undone)


def _counted(sentence: str, number: int) -> str:
    """Return a sentence about a number that stands beside a figure: no plural forms are needed there."""
    return words.say("DoorCount", sentence).format(n=bidi.code(str(number)))
