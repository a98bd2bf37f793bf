"""A head count in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain import bus_texts
from checkin_app.domain.buses import BusState
from checkin_app.domain.head_counts import Crew, Entered, Outcome, Souls
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.head_counts import Tallied
from checkin_app.ui import words, words_buses, words_operators
from checkin_app.ui.head_count.state import Doing, HeadCountState, Step
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.rows import RowView

#: What stands for a number that nobody may know yet.
HIDDEN = "••"

_CREW: Mapping[Crew, str] = {
    Crew.GUIDE: QT_TRANSLATE_NOOP("Crew", "Guide"),
    Crew.INTERPRETER: QT_TRANSLATE_NOOP("Crew", "Interpreters"),
    Crew.SECURITY: QT_TRANSLATE_NOOP("Crew", "Security"),
    Crew.MEDIC: QT_TRANSLATE_NOOP("Crew", "Medic"),
    Crew.STAFF: QT_TRANSLATE_NOOP("Crew", "Staff"),
    Crew.DRIVER: QT_TRANSLATE_NOOP("Crew", "Driver"),
}
_DOINGS: Mapping[Doing, str] = {
    Doing.OPEN_DOORS: QT_TRANSLATE_NOOP("HeadCount", "Open doors"),
    Doing.COUNT: QT_TRANSLATE_NOOP("HeadCount", "Lock this number"),
    Doing.COUNT_AGAIN: QT_TRANSLATE_NOOP("HeadCount", "Others count again"),
    Doing.RELEASE: QT_TRANSLATE_NOOP("HeadCount", "Hold: release bus {bus}"),
    Doing.RELEASE_SELF: QT_TRANSLATE_NOOP("HeadCount", "Hold: we two release bus {bus}"),
    Doing.LEAVE: QT_TRANSLATE_NOOP("HeadCount", "Hold: bus {bus} leaves"),
    Doing.REVIEW: QT_TRANSLATE_NOOP("HeadCount", "It was well released"),
    Doing.COME_BACK: QT_TRANSLATE_NOOP("HeadCount", "It is back for good"),
    Doing.EMPTY: QT_TRANSLATE_NOOP("HeadCount", "The bus is empty"),
    Doing.CLOSE: QT_TRANSLATE_NOOP("HeadCount", "Hold: close bus {bus}"),
    Doing.REOPEN: QT_TRANSLATE_NOOP("HeadCount", "Hold: open bus {bus} again"),
}
_STEPS: Mapping[Step, tuple[str, str]] = {
    Step.OPEN: (
        QT_TRANSLATE_NOOP("HeadCount", "The doors are closed"),
        QT_TRANSLATE_NOOP("HeadCount", "A bus is counted once people have boarded it."),
    ),
    Step.RELEASE: (
        QT_TRANSLATE_NOOP("HeadCount", "The counts agree"),
        QT_TRANSLATE_NOOP("HeadCount", "A dispatcher who stays here releases the bus."),
    ),
    Step.CALL: (
        QT_TRANSLATE_NOOP("HeadCount", "Call the names"),
        QT_TRANSLATE_NOOP("HeadCount", "Choose who does not answer. Seen longest ago stands first."),
    ),
    Step.LEAVE: (
        QT_TRANSLATE_NOOP("HeadCount", "The bus may leave"),
        QT_TRANSLATE_NOOP("HeadCount", "Doors that are opened again ask for a new count."),
    ),
    Step.UNDER_WAY: (
        QT_TRANSLATE_NOOP("HeadCount", "Under way"),
        QT_TRANSLATE_NOOP(
            "HeadCount", "At each stop the doors are opened, and everybody is counted before it goes on."
        ),
    ),
    Step.EMPTY: (
        QT_TRANSLATE_NOOP("HeadCount", "Back: walk to the last row"),
        QT_TRANSLATE_NOOP("HeadCount", "Somebody looks between all seats, and says so by name."),
    ),
    Step.CLOSE: (
        QT_TRANSLATE_NOOP("HeadCount", "The bus is empty"),
        QT_TRANSLATE_NOOP("HeadCount", "Closing ends its ride."),
    ),
    Step.CLOSED: (
        QT_TRANSLATE_NOOP("HeadCount", "The bus is closed"),
        QT_TRANSLATE_NOOP(
            "HeadCount", "A dispatcher opens it again, with a reason, where something has to be put right."
        ),
    ),
    Step.HELD: (
        QT_TRANSLATE_NOOP("HeadCount", "Somebody holds the bus"),
        QT_TRANSLATE_NOOP("HeadCount", "It goes on once its doors are opened, and is counted anew."),
    ),
    Step.CANCELLED: (
        QT_TRANSLATE_NOOP("HeadCount", "The bus does not run"),
        QT_TRANSLATE_NOOP("HeadCount", "Who is on its list needs a seat on another bus."),
    ),
    Step.EMERGENCY: (
        QT_TRANSLATE_NOOP("HeadCount", "There is an emergency at this bus"),
        QT_TRANSLATE_NOOP("HeadCount", "It goes on as it was once the emergency is ended."),
    ),
}
#: How counts came out: the verdict's mark, its sentence, and what follows.
_OUTCOMES: Mapping[Outcome, tuple[Verdict, str]] = {
    Outcome.AGREED: (Verdict.GO, QT_TRANSLATE_NOOP("HeadCount", "Both counted {people}, as many as there should be")),
    Outcome.DIFFER: (
        Verdict.ASK,
        QT_TRANSLATE_NOOP("HeadCount", "The two differ: others count, neither telling the other"),
    ),
    Outcome.SHORT: (
        Verdict.STOP,
        QT_TRANSLATE_NOOP("HeadCount", "Both counted {people}: {short} scanned aboard and not here"),
    ),
    Outcome.OVER: (
        Verdict.STOP,
        QT_TRANSLATE_NOOP("HeadCount", "Both counted {people}: {over} aboard and not scanned"),
    ),
    Outcome.UNRESOLVED: (Verdict.STOP, QT_TRANSLATE_NOOP("HeadCount", "Three rounds, and no two counts alike")),
}
#: The three ways in which it can come out, said beforehand.
_LEGEND: tuple[tuple[Verdict, str], ...] = (
    (Verdict.GO, QT_TRANSLATE_NOOP("HeadCount", "Alike, and as many as there should be: may be released")),
    (Verdict.ASK, QT_TRANSLATE_NOOP("HeadCount", "They differ: others count, three rounds at most")),
    (Verdict.STOP, QT_TRANSLATE_NOOP("HeadCount", "Not as the list: names are called, the bus stays")),
)


@dataclass(frozen=True, slots=True)
class CounterView:
    """Who counts."""

    name: str
    line: str
    chip: str
    tone: ChipTone

    @property
    def is_at_it(self) -> bool:
        return self.tone is ChipTone.INFO


@dataclass(frozen=True, slots=True)
class HeadCountView:
    """Everything the screen shows, already in words."""

    where: str
    round: str
    guide: str
    counters: tuple[CounterView, ...]
    souls: tuple[tuple[str, str], ...]
    souls_line: str
    outcomes_title: str
    outcomes: tuple[tuple[Verdict, str], ...]
    title: str
    line: str
    doing: Mapping[Doing, str]
    rows: tuple[RowView, ...] = ()
    names: tuple[str, ...] = ()
    """Whom a bus would leave without."""
    seconds: tuple[str, ...] = ()
    second: str = ""
    """What the menu of those who can approve it says first."""
    roll: str = ""
    name_label: str = ""


@dataclass(frozen=True, slots=True)
class HeadCountWords:
    """Words in the language in use; looked up when shown."""

    telling: words.Telling

    @staticmethod
    def _say(text: str) -> str:
        return words.say("HeadCount", text)

    def crew(self, role: Crew) -> str:
        return words.say("Crew", _CREW[role])

    def delegates(self) -> str:
        return self._say(QT_TRANSLATE_NOOP("HeadCount", "Delegates"))

    def view(self, state: HeadCountState) -> HeadCountView | None:
        told = state.told
        if told is None or state.step is None:
            return None
        title, line = self._side(state, told)
        return HeadCountView(
            where=self._where(told),
            round=self._round(state, told),
            guide=self._guide(state),
            counters=self._counters(state, told),
            souls=self._souls(told),
            souls_line=self._souls_line(state, told),
            outcomes_title=self._outcomes_title(state, told),
            outcomes=self._outcomes(state, told),
            title=title,
            line=line,
            doing={each: self._doing(each, told, state) for each in Doing},
            rows=self._rows(state),
            names=self._names(state),
            seconds=tuple(f"{bidi.name(each.name)} · {words_operators.role(each.role)}" for each in state.seconds),
            second=self._second(state),
            roll=self._roll(state),
            name_label=self._name_label(state),
        )

    @staticmethod
    def _names(state: HeadCountState) -> tuple[str, ...]:
        if state.step is Step.CALL:
            return tuple(each.delegate.called for each in state.aboard if each.delegate.id in state.draft.absent)
        return state.left if state.step in {Step.RELEASE, Step.LEAVE} else ()

    def no_buses(self) -> str:
        return words.say("Bus", bus_texts.NO_BUSES)

    def _second(self, state: HeadCountState) -> str:
        if state.draft.badge:
            return self._say(QT_TRANSLATE_NOOP("HeadCount", "Badge shown: now hold"))
        return self._say(QT_TRANSLATE_NOOP("HeadCount", "Who approves it?"))

    def _roll(self, state: HeadCountState) -> str:
        roll = self._say(QT_TRANSLATE_NOOP("HeadCount", "By roll call"))
        return f"✓ {roll}" if state.draft.roll else roll

    def _name_label(self, state: HeadCountState) -> str:
        if state.step is Step.COUNT:
            return self._say(QT_TRANSLATE_NOOP("HeadCount", "Who counts"))
        return self._say(QT_TRANSLATE_NOOP("HeadCount", "Who walked to the last row"))

    def said(self, doing: Doing, bus: str, *, second: bool = False) -> str:
        """Return what was done, for the foot; after the second count of a round nothing is hidden any more."""
        if doing is Doing.COUNT and not second:
            return self._say(QT_TRANSLATE_NOOP("HeadCount", "Entered. How many stays hidden until both are in."))
        return self._say(QT_TRANSLATE_NOOP("HeadCount", "Recorded: bus {bus}")).format(bus=bidi.code(bus))

    def _where(self, told: Tallied) -> str:
        bus = told.bus
        parts = [
            self._say(QT_TRANSLATE_NOOP("HeadCount", "Bus {bus}")).format(bus=bidi.code(bus.code)),
            words_buses.state(bus.state),
            words_buses.route(self.telling.forum, bus.route),
        ]
        if bus.departs:
            leaves = self._say(QT_TRANSLATE_NOOP("HeadCount", "leaves {time}"))
            parts.append(leaves.format(time=bidi.code(bus.departs)))
        return " · ".join(parts)

    def _round(self, state: HeadCountState, told: Tallied) -> str:
        if state.step not in {Step.COUNT, Step.RELEASE, Step.CALL}:
            return words_buses.state(told.bus.state)
        round_ = self._say(QT_TRANSLATE_NOOP("HeadCount", "Round {n}"))
        number = told.judged.round if state.step is Step.COUNT else len(told.judged.finished)
        return round_.format(n=bidi.code(str(number)))

    def _guide(self, state: HeadCountState) -> str:
        if state.step is not Step.COUNT:
            return ""
        return self._say(
            QT_TRANSLATE_NOOP(
                "HeadCount",
                "Two people count, neither telling the other. How many there should be is shown once both are in.",
            )
        )

    def _counters(self, state: HeadCountState, told: Tallied) -> tuple[CounterView, ...]:
        judged = told.judged
        if state.step is Step.COUNT:
            return self._at_it(state, judged.entered)
        if not judged.finished:
            return ()
        counted = self._say(QT_TRANSLATE_NOOP("HeadCount", "counted {people}"))
        return tuple(
            CounterView(each.counter, "", counted.format(people=bidi.code(str(each.people))), ChipTone.QUIET)
            for each in judged.finished[-1]
        )

    def _at_it(self, state: HeadCountState, entered: Entered | None) -> tuple[CounterView, ...]:
        front = self._say(QT_TRANSLATE_NOOP("HeadCount", "from the front to the back"))
        back = self._say(QT_TRANSLATE_NOOP("HeadCount", "from the back to the front"))
        hidden = self._say(QT_TRANSLATE_NOOP("HeadCount", "entered"))
        now = self._say(QT_TRANSLATE_NOOP("HeadCount", "counts now"))
        then = self._say(QT_TRANSLATE_NOOP("HeadCount", "counts then"))
        name = state.name.strip() or self._say(QT_TRANSLATE_NOOP("HeadCount", "Who counts?"))
        if entered:
            first = CounterView(entered.counter, front, hidden, ChipTone.QUIET)
            return first, CounterView(name, back, now, ChipTone.INFO)
        other = self._say(QT_TRANSLATE_NOOP("HeadCount", "Somebody else"))
        first = CounterView(name, front, now, ChipTone.INFO)
        return first, CounterView(other, back, then, ChipTone.QUIET)

    def _souls(self, told: Tallied) -> tuple[tuple[str, str], ...]:
        souls = told.judged.souls
        delegates = HIDDEN if souls is None else _range(souls)
        crew = [(self.crew(each), bidi.code(str(told.crew.get(each, 0)))) for each in Crew]
        return ((self.delegates(), bidi.code(delegates)), *crew)

    def _souls_line(self, state: HeadCountState, told: Tallied) -> str:
        souls = told.judged.souls
        if souls is not None:
            all_ = str(souls.most) if souls.least == souls.most else f"{souls.least}–{souls.most}"
            return self._say(QT_TRANSLATE_NOOP("HeadCount", "All souls: {all}")).format(all=bidi.code(all_))
        if state.step is Step.COUNT:
            return self._say(
                QT_TRANSLATE_NOOP(
                    "HeadCount", "How many delegates is hidden until both are in, so that nobody counts to it."
                )
            )
        return ""

    def _outcomes_title(self, state: HeadCountState, told: Tallied) -> str:
        if told.judged.outcome:
            return self._say(QT_TRANSLATE_NOOP("HeadCount", "What the counts come to"))
        if state.step is not Step.COUNT:
            return self._say(QT_TRANSLATE_NOOP("HeadCount", "Still to be looked at"))
        return self._say(QT_TRANSLATE_NOOP("HeadCount", "It comes out in one of three ways"))

    def _outcomes(self, state: HeadCountState, told: Tallied) -> tuple[tuple[Verdict, str], ...]:
        judged, lines = told.judged, []
        if judged.outcome:
            verdict, said = _OUTCOMES[judged.outcome]
            short, over = bidi.code(str(judged.short[1])), bidi.code(str(judged.over))
            lines.append(
                (verdict, self._say(said).format(people=bidi.code(str(judged.people)), short=short, over=over))
            )
        elif state.step is Step.COUNT:
            lines += [(verdict, self._say(said)) for verdict, said in _LEGEND]
        lines += [(Verdict.ASK, self._reunion(each.short, each.over, each.people)) for each in state.reunions]
        lines += [(Verdict.ASK, self._amber())] if state.amber else []
        return tuple(lines)

    def _reunion(self, short: str, over: str, people: int) -> str:
        said = self._say(
            QT_TRANSLATE_NOOP(
                "HeadCount", "Bus {short} is short and bus {over} over: {people} aboard the wrong bus, safe"
            )
        )
        return said.format(short=bidi.code(short), over=bidi.code(over), people=bidi.code(str(people)))

    def _amber(self) -> str:
        return self._say(QT_TRANSLATE_NOOP("HeadCount", "Released by its own crew: a dispatcher has to look at it"))

    def _side(self, state: HeadCountState, told: Tallied) -> tuple[str, str]:
        if state.step is Step.COUNT:
            letter = "B" if state.is_second_count else "A"
            title = self._say(QT_TRANSLATE_NOOP("HeadCount", "{letter} counted")).format(letter=letter)
            return title, self._say(QT_TRANSLATE_NOOP("HeadCount", "Everybody aboard, the guide and the driver too."))
        title, line = _STEPS[state.step or Step.OPEN]
        if state.step is Step.CALL and not state.may_release_short:
            line = QT_TRANSLATE_NOOP(
                "HeadCount", "The bus stays. The duty officer may release it, naming who is not here."
            )
        elif state.awaits_second:
            line = QT_TRANSLATE_NOOP(
                "HeadCount",
                "A dispatcher releases it. Where none can be reached, you and a second person may; it is marked for review then.",
            )
        elif told.bus.state is BusState.SWAPPING:
            title = QT_TRANSLATE_NOOP("HeadCount", "Everybody changes to another bus")
            line = QT_TRANSLATE_NOOP(
                "HeadCount", "Once nobody is aboard by the scans, somebody walks to the last row, and says so by name."
            )
        elif state.step is Step.CLOSE and not told.tallies and not state.may_release_short:
            line = QT_TRANSLATE_NOOP("HeadCount", "It left without tallying: the duty officer closes it.")
        elif state.step is Step.CLOSE and told.emptied_by:
            walked = self._say(QT_TRANSLATE_NOOP("HeadCount", "{name} walked to the last row. Closing ends its ride."))
            return self._say(title), walked.format(name=bidi.name(told.emptied_by))
        return self._say(title), self._say(line)

    def _doing(self, doing: Doing, told: Tallied, state: HeadCountState) -> str:
        if doing is Doing.OPEN_AGAIN:
            return words_buses.open_again(told.bus.state)
        if doing is Doing.RELEASE and state.step is Step.CALL:
            without = self._say(QT_TRANSLATE_NOOP("HeadCount", "Hold: release without {n}"))
            return without.format(n=bidi.code(str(len(state.draft.absent))))
        return self._say(_DOINGS[doing]).format(bus=bidi.code(told.bus.code))

    def _rows(self, state: HeadCountState) -> tuple[RowView, ...]:
        if state.step is not Step.CALL:
            return ()
        return tuple(
            RowView(
                each.delegate.called,
                each.delegate.second_name or each.delegate.delegation,
                self.telling.clock(each.since) if each.since else "",
                Verdict.STOP if each.delegate.id in state.draft.absent else None,
                icon="circle",
            )
            for each in state.aboard
        )


def _range(souls: Souls) -> str:
    return f"{souls.delegates - souls.doubted}–{souls.delegates}" if souls.doubted else str(souls.delegates)
