"""An emergency at one bus as values: whom a call would freeze, then everybody on the list and how they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import Condition, Emergency
from checkin_app.domain.ids import BusCode
from checkin_app.domain.names.folding import fold
from checkin_app.domain.roles import Deed
from checkin_app.services.emergencies import EmergencyLine, EmergencyStanding


class Part(StrEnum):
    """Who is looked at."""

    ALL = "all"
    UNKNOWN = "unknown"
    INJURED = "injured"
    SAFE = "safe"


class Mode(StrEnum):
    """What the column beside the list is for."""

    MARK = "mark"
    CALL = "call"
    END = "end"


class Doing(StrEnum):
    """What is done now."""

    CALL = "call"
    SAFE = "safe"
    INJURED = "injured"
    UNKNOWN = "unknown"
    END = "end"
    FALSE_ALARM = "false_alarm"


#: What a person is marked by, in the order of their number keys.
MARKS = {Doing.SAFE: Condition.SAFE, Doing.INJURED: Condition.INJURED, Doing.UNKNOWN: Condition.UNKNOWN}
#: What is done by each; an end while somebody is still looked for is another deed.
DEEDS: Mapping[Doing, Deed] = dict.fromkeys((Doing.CALL, *MARKS), Deed.EMERGENCY) | dict.fromkeys(
    (Doing.END, Doing.FALSE_ALARM), Deed.EMERGENCY_END
)
#: What cannot be taken back by another click.
HELD = frozenset({Doing.CALL, Doing.END, Doing.FALSE_ALARM})


@dataclass(frozen=True, slots=True)
class EmergencyState:
    bus: BusCode | None = None
    standing: EmergencyStanding | None = None
    order: tuple[str, ...] = ()
    """In which people stand: nobody jumps from under a finger; it is made anew when somebody chooses what to look at."""
    part: Part = Part.ALL
    query: str = ""
    chosen: str | None = None
    stranger: Delegate | None = None
    """Who was found and is not on the list; they are chosen then."""
    mode: Mode = Mode.MARK
    note: str = ""
    reason: str = ""
    busy: bool = False
    said: str = ""
    wrong: bool = False

    @property
    def emergency(self) -> Emergency | None:
        return self.standing.emergency if self.standing else None

    @property
    def is_on(self) -> bool:
        return self.emergency is not None and self.emergency.is_on

    @property
    def modes(self) -> tuple[Mode, ...]:
        """Return what the column can be for; before a call it is for that alone."""
        if self.emergency is None:
            return (Mode.CALL,)
        return (Mode.MARK, Mode.END if self.is_on else Mode.CALL)

    @property
    def shown_mode(self) -> Mode:
        return self.mode if self.mode in self.modes else self.modes[0]

    @property
    def lines(self) -> tuple[EmergencyLine, ...]:
        """Return who is looked at; whoever is chosen stays in sight."""
        if self.standing is None:
            return ()
        known = {each.who: each for each in self.standing.lines}
        asked = fold(self.query)
        return tuple(
            line
            for who in self.order
            if (line := known.get(who))
            and (who == self.chosen or (is_of(line, self.part) and (not asked or asked in _findable(line))))
        )

    @property
    def person(self) -> EmergencyLine | None:
        lines = self.standing.lines if self.standing else ()
        return next((each for each in lines if each.who == self.chosen), None)

    @property
    def needs_reason(self) -> bool:
        """Return whether it ends only with a reason, since somebody is still looked for."""
        return self.emergency is not None and self.emergency.looked_for > 0

    @property
    def offered(self) -> frozenset[Doing]:
        """Return what can be done now."""
        if self.standing is None or self.busy:
            return frozenset()
        match self.shown_mode:
            case Mode.CALL:
                return frozenset({Doing.CALL})
            case Mode.MARK:
                return frozenset(MARKS) if self.person or self.stranger else frozenset()
            case Mode.END:
                return frozenset(self._endings())

    def _endings(self) -> Iterable[Doing]:
        emergency, has_reason = self.emergency, bool(self.reason.strip())
        if emergency and (has_reason or not self.needs_reason):
            yield Doing.END
        if emergency and has_reason and not emergency.figures[Condition.INJURED]:
            yield Doing.FALSE_ALARM


def is_of(line: EmergencyLine, part: Part) -> bool:
    """Return whether somebody is counted there: whoever laptops contradict each other about, by the worst."""
    return part is Part.ALL or line.condition.value == part.value


def _findable(line: EmergencyLine) -> str:
    who = line.delegate
    parts = (who.name, who.latin_name, who.delegation, who.badge_no, who.phone) if who else (line.name, line.phone)
    return "\n".join(fold(each) for each in parts)


def bus_opened(state: EmergencyState, bus: BusCode) -> EmergencyState:
    """Another bus begins with nothing chosen."""
    return state if bus == state.bus else EmergencyState(bus=bus)


def standing_fetched(state: EmergencyState, standing: EmergencyStanding) -> EmergencyState:
    """How it stands came: people keep their places, who is new comes last; a call or an end begins anew."""
    if standing.bus.code != state.bus:
        return state
    fresh = replace(state, standing=standing)
    calls = state.emergency.call_facts if state.emergency else None
    if (standing.emergency.call_facts if standing.emergency else None) != calls or not state.order:
        return replace(_sorted(fresh), mode=Mode.MARK)
    known = {each.who for each in standing.lines}
    kept = [who for who in state.order if who in known]
    added = tuple(each.who for each in standing.by_need if each.who not in kept)
    stranger = None if state.stranger and state.stranger.id in known else state.stranger
    return replace(fresh, order=(*kept, *added), stranger=stranger)


def _sorted(state: EmergencyState) -> EmergencyState:
    order = tuple(each.who for each in state.standing.by_need) if state.standing else ()
    chosen = state.chosen if state.chosen in order or state.stranger else None
    return replace(state, order=order, chosen=chosen)


def part_chosen(state: EmergencyState, part: Part) -> EmergencyState:
    """Who is unknown stands first again."""
    return _sorted(replace(state, part=part, chosen=None, stranger=None))


def mode_chosen(state: EmergencyState, mode: Mode) -> EmergencyState:
    """Whoever wants to end it sees who is still looked for."""
    fresh = replace(state, mode=mode, said="", wrong=False)
    if mode is not Mode.END or not state.needs_reason or state.emergency is None:
        return fresh
    # Contradictions stand first among all.
    return part_chosen(fresh, Part.ALL if state.emergency.contradicted else Part.UNKNOWN)


def name_typed(state: EmergencyState, query: str) -> EmergencyState:
    return replace(state, query=query, chosen=None, stranger=None)


def person_chosen(state: EmergencyState, who: str) -> EmergencyState:
    """Somebody else is looked at: what was typed was of the one before."""
    if who == state.chosen and state.stranger is None:
        return state
    return replace(state, chosen=who, stranger=None, note="", said="", wrong=False, mode=Mode.MARK)


def person_after(state: EmergencyState, step: int) -> str | None:
    """Return who stands so many rows on; the first one where nobody is chosen."""
    people = [each.who for each in state.lines]
    if not people:
        return None
    if state.chosen not in people:
        return people[0]
    return people[max(0, min(len(people) - 1, people.index(state.chosen) + step))]


def somebody_found(state: EmergencyState, who: Delegate) -> EmergencyState:
    """A badge was read, or a number typed: whose it is is shown, and a person says how they are."""
    lines = state.standing.lines if state.standing else ()
    listed = next((each.who for each in lines if each.delegate and each.delegate.id == who.id), None)
    fresh = replace(state, query="", part=Part.ALL)
    if listed:
        return person_chosen(fresh, listed)
    return replace(fresh, chosen=who.id, stranger=who, note="", said="", wrong=False, mode=Mode.MARK)


def note_typed(state: EmergencyState, note: str) -> EmergencyState:
    return replace(state, note=note)


def reason_typed(state: EmergencyState, reason: str) -> EmergencyState:
    return replace(state, reason=reason)


def begun(state: EmergencyState) -> EmergencyState:
    return replace(state, busy=True, said="", wrong=False)


def told(state: EmergencyState, said: str) -> EmergencyState:
    """It was done: what was typed for it is gone."""
    return replace(state, busy=False, said=said, wrong=False, note="", reason="")


def file_saved(state: EmergencyState, said: str) -> EmergencyState:
    """The list stands in a file: nothing that is being typed is touched."""
    return replace(state, said=said, wrong=False)


def refused(state: EmergencyState, said: str) -> EmergencyState:
    """It was not: what was typed stays."""
    return replace(state, busy=False, said=said, wrong=True)
