"""What the inbox shows, as values; nothing here knows how it is drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.contradictions import Choice, Conflict, ConflictKind, Effect, Standing, choices, open_ones
from checkin_app.domain.ids import ContradictionId, DelegateId, Instant, StationId
from checkin_app.services.ports.acting import Makers
from checkin_app.services.ports.conflicts import Contradictions
from checkin_app.services.ports.people import DelegateCard

#: Contradictions whose claims are about people, and those that are about one person.
OF_PEOPLE = frozenset(
    {ConflictKind.OVERBOOKED, ConflictKind.ONE_NUMBER, ConflictKind.ONE_CODE, ConflictKind.TWO_RECORDS}
)
Heard = Sequence[Mapping[StationId, Instant]]


class Carrying(StrEnum):
    """How entries go from laptop to laptop where no network is, in the order of their menu."""

    FOLDER = "folder"
    SAVE = "save"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class InboxState:
    """What needs a person, what was settled, and the one that is looked at."""

    open: tuple[Conflict, ...] | None = None
    """None until it has come: before, nothing may be said of it."""
    settled: tuple[Conflict, ...] = ()
    stations: Mapping[StationId, str] = field(default_factory=dict)
    makers: Makers = field(default_factory=Makers)
    chosen: ContradictionId | None = None
    picked: str = ""
    """The key of the choice that is marked."""
    heard: Mapping[ContradictionId, Heard] = field(default_factory=dict)
    people: Mapping[DelegateId, DelegateCard] = field(default_factory=dict)
    last: ContradictionId | None = None
    """What was settled here last: what the key that undoes takes back."""
    taken_back: ContradictionId | None = None
    """What was taken back here, while it is looked at: the key pressed once more means no scan."""
    note: str = ""
    wrong: bool = False
    busy: bool = False

    @property
    def shown(self) -> tuple[Conflict, ...]:
        """Return all rows in their order: what needs a person, then what was settled."""
        return (*(self.open or ()), *self.settled)

    @property
    def conflict(self) -> Conflict | None:
        return next((each for each in self.shown if each.id == self.chosen), None)

    @property
    def place(self) -> int:
        """Return the row of the one that is looked at, -1 where there is none."""
        return next((place for place, each in enumerate(self.shown) if each.id == self.chosen), -1)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return what can be chosen: nothing of what is settled."""
        conflict = self.conflict
        return choices(conflict) if conflict and conflict.standing is not Standing.SETTLED else ()

    @property
    def choice(self) -> Choice | None:
        return next((each for each in self.choices if each.key == self.picked), None)

    @property
    def may_undo(self) -> bool:
        """Return whether what is looked at was settled, or said to be asked, and can be taken back."""
        conflict = self.conflict
        if conflict is None or conflict.standing not in {Standing.SETTLED, Standing.WAITING}:
            return False
        return not any(each.choice.startswith(Effect.RENEW) for each in conflict.answers)


def whom_to_name(state: InboxState) -> tuple[DelegateId, ...]:
    """Return the people whom the one that is looked at is about, and who are not known yet."""
    conflict = state.conflict
    if conflict is None:
        return ()
    people = [str(claim["value"]) for claim in conflict.claims] if conflict.kind in OF_PEOPLE else []
    wanted = (DelegateId(each) for each in (conflict.subject, *people) if _is_person(each))
    return tuple(each for each in dict.fromkeys(wanted) if each not in state.people)


def _is_person(text: str) -> bool:
    return len(text) == 16 and not set(text) - set("0123456789abcdef")


def listed(state: InboxState, found: Contradictions) -> InboxState:
    """Take what there is; the one that is looked at stays, or the next takes its place."""
    after = replace(
        state,
        open=tuple(open_ones(found.open)),
        settled=tuple(found.settled),
        stations=dict(found.stations),
        makers=found.makers,
    )
    if after.conflict is None:
        place = min(max(state.place, 0), len(after.open or ()) - 1)
        after = replace(after, chosen=after.shown[place].id if place >= 0 else None, picked="")
    heard = {each: told for each, told in after.heard.items() if _same(state, after, each)}
    return replace(after, heard=heard, picked=after.picked if after.choice else "")


def _same(before: InboxState, after: InboxState, which: ContradictionId) -> bool:
    """Return whether the claims of a contradiction are those that were known before."""
    claims = [next((each.facts for each in state.shown if each.id == which), None) for state in (before, after)]
    return claims[0] is not None and claims[0] == claims[1]


def screen_opened(state: InboxState) -> InboxState:
    """Begin with what needs a person, whatever was looked at before."""
    conflict = state.conflict
    kept = state.chosen if conflict and conflict.standing is not Standing.SETTLED else None
    return replace(state, chosen=kept, taken_back=None, note="", wrong=False)


def conflict_chosen(state: InboxState, which: ContradictionId) -> InboxState:
    return replace(state, chosen=which, picked="", taken_back=None, note="", wrong=False)


def choice_picked(state: InboxState, key: str) -> InboxState:
    return replace(state, picked=key, note="", wrong=False) if not state.busy else state


def heard_told(state: InboxState, which: ContradictionId, heard: Heard) -> InboxState:
    return replace(state, heard={**state.heard, which: tuple(heard)})


def people_found(state: InboxState, cards: Iterable[DelegateCard], meant: Sequence[DelegateId]) -> InboxState:
    """Take who somebody is; a voided record is told by the one that stands for it."""
    found = {card.delegate.id: card for card in cards}
    if len(meant) == 1 and len(found) == 1:
        found[meant[0]] = next(iter(found.values()))
    return replace(state, people={**state.people, **found})


def begun(state: InboxState, note: str = "") -> InboxState:
    return replace(state, busy=True, note=note, wrong=False)


def settled(state: InboxState, which: ContradictionId, note: str) -> InboxState:
    """Look at the next one that needs a person, or at this one where there is none."""
    after = state.place + 1
    others = [each.id for each in (state.open or ())[after:] + (state.open or ())[:after] if each.id != which]
    chosen = others[0] if others else which
    return replace(state, busy=False, note=note, wrong=False, last=which, taken_back=None, picked="", chosen=chosen)


def reopened(state: InboxState, which: ContradictionId, note: str) -> InboxState:
    return replace(state, busy=False, note=note, wrong=False, last=None, taken_back=which, chosen=which, picked="")


def told(state: InboxState, note: str, *, wrong: bool = False) -> InboxState:
    """Say what came of something that was asked for."""
    return replace(state, busy=False, note=note, wrong=wrong)


def refused(state: InboxState, note: str) -> InboxState:
    return replace(state, busy=False, note=note, wrong=True)


def scan_answered(state: InboxState) -> InboxState:
    """The key that undoes may mean the scan from now on."""
    return replace(state, taken_back=None)
