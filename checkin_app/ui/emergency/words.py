"""An emergency in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain import bus_texts
from checkin_app.domain.emergencies import Condition, How, Mark
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.runtime.phone_numbers import grouped
from checkin_app.services.emergencies import EmergencyLine
from checkin_app.ui import words, words_buses, words_emergencies, words_operators, words_sightings
from checkin_app.ui.emergency.state import Doing, EmergencyState, Mode, Part, is_of
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.words_emergencies import CONDITIONS

_PARTS: Mapping[Part, str] = {
    Part.ALL: QT_TRANSLATE_NOOP("Emergency", "All {n}"),
    Part.UNKNOWN: QT_TRANSLATE_NOOP("Emergency", "Unknown {n}"),
    Part.INJURED: QT_TRANSLATE_NOOP("Emergency", "Injured {n}"),
    Part.SAFE: QT_TRANSLATE_NOOP("Emergency", "Safe {n}"),
}
_DOINGS: Mapping[Doing, str] = {
    Doing.CALL: QT_TRANSLATE_NOOP("Emergency", "Hold: emergency at bus {bus}"),
    Doing.SAFE: CONDITIONS[Condition.SAFE],
    Doing.INJURED: CONDITIONS[Condition.INJURED],
    Doing.UNKNOWN: CONDITIONS[Condition.UNKNOWN],
    Doing.END: QT_TRANSLATE_NOOP("Emergency", "Hold: end the emergency"),
    Doing.FALSE_ALARM: QT_TRANSLATE_NOOP("Emergency", "Hold: it was a false alarm"),
}
_MODES: Mapping[Mode, str] = {
    Mode.MARK: QT_TRANSLATE_NOOP("Emergency", "One person"),
    Mode.CALL: QT_TRANSLATE_NOOP("Emergency", "Call anew"),
    Mode.END: QT_TRANSLATE_NOOP("Emergency", "End"),
}
_REASONS: Mapping[Mode, str] = {
    Mode.CALL: QT_TRANSLATE_NOOP("Emergency", "What happened"),
    Mode.END: QT_TRANSLATE_NOOP("Emergency", "Why it is ended"),
}
_ENDED: Mapping[How, str] = {
    How.OVER: QT_TRANSLATE_NOOP("Emergency", "ended at {time}"),
    How.FALSE_ALARM: QT_TRANSLATE_NOOP("Emergency", "called off at {time}: false alarm"),
}
_VERDICTS: Mapping[Condition, Verdict | None] = {
    Condition.UNKNOWN: None,
    Condition.INJURED: Verdict.STOP,
    Condition.SAFE: Verdict.GO,
}


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """Everything the screen shows, already in words."""

    title: str
    where: str
    parts: tuple[tuple[str, str], ...] = ()
    rows: tuple[RowView, ...] = ()
    chosen: int = -1
    """The place of the row that is."""
    empty: str = ""
    modes: tuple[tuple[str, str], ...] = ()
    head: str = ""
    """Of the column beside the list: whom or what it is about."""
    line: str = ""
    statements: str = ""
    """What was said of whoever is chosen, each on a line."""
    reason: str = ""
    """What the reason is of that is asked for."""
    doing: Mapping[Doing, str] | None = None


@dataclass(frozen=True, slots=True)
class EmergencyWords:
    """Words in the language in use; looked up when shown."""

    telling: words.Telling

    @staticmethod
    def _say(text: str) -> str:
        return words.say("Emergency", text)

    def view(self, state: EmergencyState) -> EmergencyView:
        head, line = self._head(state)
        people = [each.who for each in state.lines]
        return EmergencyView(
            title=self._title(state),
            where=self._where(state),
            parts=self._parts(state),
            rows=tuple(self._row(each, state) for each in state.lines),
            chosen=people.index(state.chosen) if state.chosen in people else -1,
            empty=self._empty(state),
            modes=tuple((each.value, self._say(_MODES[each])) for each in state.modes) if state.emergency else (),
            head=head,
            line=line,
            statements=self._statements(state),
            reason=self._say(_REASONS.get(state.shown_mode, _REASONS[Mode.CALL])),
            doing={each: self._named(text, state) for each, text in _DOINGS.items()},
        )

    def done(self, doing: Doing, state: EmergencyState, who: str) -> str:
        """Return what was done, for the foot."""
        match doing:
            case Doing.CALL:
                return self._named(
                    QT_TRANSLATE_NOOP("Emergency", "Recorded: emergency at bus {bus}. Its list is frozen."), state
                )
            case Doing.END | Doing.FALSE_ALARM:
                return self._named(QT_TRANSLATE_NOOP("Emergency", "Recorded: the emergency is over."), state)
            case _:
                said = QT_TRANSLATE_NOOP("Emergency", "Recorded: {name}, {condition}.")
                return self._say(said).format(name=bidi.name(who), condition=self._say(_DOINGS[doing]))

    def nobody(self) -> str:
        return self._say(QT_TRANSLATE_NOOP("Emergency", "This code belongs to nobody here. Find the name."))

    def _named(self, text: str, state: EmergencyState) -> str:
        return self._say(text).format(bus=bidi.code(state.bus or ""))

    # ---- the whole

    def _title(self, state: EmergencyState) -> str:
        emergency, standing = state.emergency, state.standing
        if standing is None or emergency is None:
            return self._named(QT_TRANSLATE_NOOP("Emergency", "Emergency at bus {bus}?"), state)
        said = (
            QT_TRANSLATE_NOOP("Emergency", "Unknown: {unknown} of {all}")
            if emergency.looked_for
            else QT_TRANSLATE_NOOP("Emergency", "Of all {all} it is known how they are")
        )
        unknown = emergency.figures[Condition.UNKNOWN]
        figures = self._say(said).format(unknown=bidi.code(str(unknown)), all=bidi.code(str(len(standing.lines))))
        apart = QT_TRANSLATE_NOOP("Emergency", "contradictory: {n}")
        contradicted = self._say(apart).format(n=bidi.code(str(emergency.contradicted)))
        return PART.join((figures, contradicted)) if emergency.contradicted else figures

    def _where(self, state: EmergencyState) -> str:
        standing, emergency = state.standing, state.emergency
        bus = words.say("Bus", bus_texts.BUS).format(bus=bidi.code(state.bus or ""))
        if standing is None:
            return bus
        if emergency is None:
            return PART.join((bus, words.say("BusState", bus_texts.STATES[standing.bus.state])))
        ended = emergency.endings[-1] if emergency.endings and not emergency.is_on else None
        called = self._say(QT_TRANSLATE_NOOP("Emergency", "called at {time}")).format(time=self._time(emergency.at))
        version = self._say(QT_TRANSLATE_NOOP("Emergency", "list {version}")).format(
            version=bidi.code(str(standing.version))
        )
        drill = self._say(QT_TRANSLATE_NOOP("Emergency", "Drill")) if standing.rehearsal else ""
        over = self._say(_ENDED[ended.how]).format(time=self._time(ended.at)) if ended else ""
        reasons = (bidi.name(each.reason) for each in emergency.calls if each.reason)
        swapped = words_buses.swapped(standing.swap, ())
        said = (drill, bus, called, over, swapped, version, *dict.fromkeys(reasons))
        return PART.join(part for part in said if part)

    def _time(self, at: Instant) -> str:
        return bidi.code(self.telling.clock(at))

    def _parts(self, state: EmergencyState) -> tuple[tuple[str, str], ...]:
        standing = state.standing
        if standing is None or standing.emergency is None:
            return ()
        return tuple(
            (
                part.value,
                self._say(text).format(n=bidi.code(str(sum(is_of(each, part) for each in standing.lines)))),
            )
            for part, text in _PARTS.items()
        )

    def _empty(self, state: EmergencyState) -> str:
        if state.standing is None:
            return ""
        if state.query.strip():
            return self._say(QT_TRANSLATE_NOOP("Emergency", "Nobody on the list. Enter looks among all guests."))
        return self._say(QT_TRANSLATE_NOOP("Emergency", "Nobody"))

    # ---- people

    def called(self, line: EmergencyLine) -> str:
        """Return a person's name; of one of the crew whom nobody named, what they are."""
        return line.called or self._crew(line) or line.who

    def _crew(self, line: EmergencyLine) -> str:
        return words_emergencies.crew(line.who) if line.crew else ""

    def _row(self, line: EmergencyLine, state: EmergencyState) -> RowView:
        verdict = Verdict.ASK if line.is_contradicted else _VERDICTS[line.condition]
        last = line.marks[-1].at if line.marks else None
        was = self._was(line) if state.emergency or not line.was_aboard else ""
        below = (self._condition(line), was, *self._known(line), bidi.name(line.note))
        return RowView(
            bidi.name(self.called(line)),
            PART.join(part for part in below if part),
            self.telling.clock(last) if last is not None else "",
            verdict,
            icon="circle",
        )

    def _condition(self, line: EmergencyLine) -> str:
        if line.is_contradicted:
            said = " / ".join(dict.fromkeys(words_emergencies.condition(each.condition) for each in line.marks))
            return self._say(QT_TRANSLATE_NOOP("Emergency", "contradictory: {said}")).format(said=said)
        return words_emergencies.condition(line.condition) if line.marks else ""

    def _was(self, line: EmergencyLine) -> str:
        if not line.is_listed:
            return self._say(QT_TRANSLATE_NOOP("Emergency", "found besides"))
        if line.was_aboard:
            return self._say(QT_TRANSLATE_NOOP("Emergency", "aboard"))
        return self._say(QT_TRANSLATE_NOOP("Emergency", "expected, not aboard"))

    def _known(self, line: EmergencyLine) -> tuple[str, ...]:
        who = line.delegate
        if who is None:
            return (self._crew(line) if line.name else "",)
        return (bidi.name(who.second_name), bidi.name(who.delegation or who.organisation), bidi.code(who.badge_no))

    # ---- the column beside the list

    def _head(self, state: EmergencyState) -> tuple[str, str]:
        match state.shown_mode:
            case Mode.CALL:
                return self._call(state)
            case Mode.END:
                return self._end(state)
            case Mode.MARK:
                return self._person(state)

    def _call(self, state: EmergencyState) -> tuple[str, str]:
        lines = state.standing.lines if state.standing else ()
        said = QT_TRANSLATE_NOOP(
            "Emergency",
            "The list of all who are aboard or expected is frozen, nobody boards, and the bus does not leave. Only a coordinator "
            "ends it.",
        )
        if state.emergency is not None:
            return self._say(QT_TRANSLATE_NOOP("Emergency", "Call a further emergency")), self._say(said)
        head = self._say(QT_TRANSLATE_NOOP("Emergency", "Freeze the list of {n}")).format(n=bidi.code(str(len(lines))))
        return head, self._say(said)

    def _end(self, state: EmergencyState) -> tuple[str, str]:
        if state.needs_reason and state.emergency:
            head = self._say(QT_TRANSLATE_NOOP("Emergency", "Still looked for: {n}"))
            line = QT_TRANSLATE_NOOP(
                "Emergency", "Say why it is ended. While somebody is looked for only the duty officer ends it."
            )
            return head.format(n=bidi.code(str(state.emergency.looked_for))), self._say(line)
        head = self._say(QT_TRANSLATE_NOOP("Emergency", "Nobody is looked for any more"))
        return head, self._say(
            QT_TRANSLATE_NOOP("Emergency", "The bus is again what it was. A false alarm needs a reason.")
        )

    def _person(self, state: EmergencyState) -> tuple[str, str]:
        line = state.person
        if line is None and state.stranger is not None:
            who = state.stranger
            said = (
                self._say(QT_TRANSLATE_NOOP("Emergency", "not on the frozen list")),
                bidi.name(who.delegation or who.organisation),
                bidi.code(who.badge_no),
            )
            return bidi.name(who.called), PART.join(part for part in said if part)
        if line is None:
            return (
                self._say(QT_TRANSLATE_NOOP("Emergency", "Who is safe?")),
                self._say(
                    QT_TRANSLATE_NOOP(
                        "Emergency",
                        "Choose somebody, or scan their badge; then say how they are. Nobody is marked by a scan.",
                    )
                ),
            )
        known = (self._was(line), *self._known(line), bidi.code(grouped(line.phone)))
        return bidi.name(self.called(line)), PART.join(part for part in known if part)

    def _statements(self, state: EmergencyState) -> str:
        line, standing = state.person, state.standing
        if line is None or standing is None or state.shown_mode is not Mode.MARK:
            return ""
        said = [self._statement(each, state) for each in line.marks]
        if line.is_contradicted:
            said.insert(
                0, self._say(QT_TRANSLATE_NOOP("Emergency", "Laptops say different things. Look, and say it anew."))
            )
        if line.seen:
            seen = QT_TRANSLATE_NOOP("Emergency", "Badge seen since: {seen}")
            said.append(self._say(seen).format(seen=words_sightings.seen(line.seen, self.telling)))
        return "\n".join(said)

    def _statement(self, mark: Mark, state: EmergencyState) -> str:
        standing = state.standing
        makers = standing.makers if standing else None
        who = words_operators.maker(makers.of(mark.fact_id, mark.station)) if makers and makers.has_operators else ""
        laptop = bidi.name(standing.stations.get(mark.station, "")) if standing else ""
        parts = (words_emergencies.condition(mark.condition), self._time(mark.at), who, laptop, bidi.name(mark.note))
        return PART.join(part for part in parts if part)
