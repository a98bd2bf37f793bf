"""What facts about people, badges and buses come to, in whatever order they came."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from checkin_app.domain import registers
from checkin_app.domain.bus_emergencies import is_on
from checkin_app.domain.buses import AT_REST, FIELD_NAMES, LISTS, NEEDED, Bus, BusRecord, BusState
from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import BadgeStanding, Issue
from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads, in_order
from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.kinds.badges import BadgeReplaced, BadgeRestored, BadgeRevoked
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.buses import BusMove
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.kinds.withdrawals import DelegateWithdrawn
from checkin_app.domain.movements import Movements, fold_presences
from checkin_app.domain.rides import fold_ride


def fold_badge(facts: Iterable[Fact]) -> BadgeStanding:
    """Return the standing of a delegate's badge after `facts`, in any order.

    Where laptops apart revoked and restored it, it is void: whoever was to be stopped is stopped.
    """
    issues: list[Issue] = []
    states: list[Fact] = []
    for fact in sorted(facts, key=lambda each: each.order):
        match fact.said:
            case BadgeReplaced(issue=issue, reason=reason):
                issues.append(Issue(issue, reason, fact.at, fact.fact_id))
            case BadgeRevoked() | BadgeRestored():
                states.append(fact)
    issues.sort(key=lambda issue: issue.number)
    last = heads(states)
    reasons = [fact.said.reason or fact.kind for fact in last if isinstance(fact.said, BadgeRevoked)]
    return BadgeStanding(
        max((issue.number for issue in issues), default=1),
        tuple(issues),
        reasons[-1] if reasons else "",
        tuple(fact.fact_id for fact in last),
        apart=0 < len(reasons) < len(last),
    )


def fold_bus(code: BusCode, facts: Iterable[tuple[Fact, Mapping[str, Json]]]) -> BusRecord:
    """Return the bus after `facts`, each with the values its document holds."""
    pairs = list(facts)
    moves = [fact for fact, _ in pairs if isinstance(fact.said, BusMove)]
    last = heads(moves)
    state_facts = tuple(fact.fact_id for fact in last)
    folded = registers.fold(edit_of(*pair) for pair in pairs if isinstance(pair[0].said, Edit))
    values = folded.values()
    if not values.keys() >= NEEDED:  # only amendments came yet; the addition is in a log not heard of
        return BusRecord(None, folded, state_facts)
    known: dict[str, Any] = {name: values[name] for name in FIELD_NAMES if name in values}
    known |= {name: tuple(known.get(name) or ()) for name in LISTS}
    state = last[-1].said_as(BusMove).becomes if last else BusState.PLANNED
    opened = () if state in AT_REST else _openings(moves)
    if is_on(fact for fact, _ in pairs):
        state = BusState.EMERGENCY
    return BusRecord(Bus(code=code, state=state, opened=opened, **known), folded, state_facts)


def _openings(moves: Iterable[Fact]) -> tuple[Instant, ...]:
    opened: list[Instant] = []
    for fact in in_order(moves):
        state = fact.said_as(BusMove).becomes
        if state in AT_REST:
            opened = []
        elif state is BusState.BOARDING:
            opened.append(fact.at)
    return tuple(opened)


def standing_edits(facts: Sequence[Fact], told: Callable[[Aspect], Sequence[Fact]]) -> Sequence[Fact]:
    """Return what was written of somebody and stands: nothing where nobody registered them, or all of it was withdrawn.

    Who came with a list that was taken back is gone, even where a laptop mended their record meanwhile: what is left of a
    person by that alone has no badge number and no category.

    Whoever amended, listed or let in a person, or gave them another badge, without knowing that they were withdrawn
    keeps them, whole: nobody is aboard without a name.

    Args:
        facts: all that was written of them.
        told: returns what else was said of them, by aspect; asked only of who was withdrawn.
    """
    kinds = [fact.kind for fact in facts]
    if DelegateRegistered.KIND not in kinds:
        return ()
    if DelegateWithdrawn.KIND not in kinds:  # nearly everybody
        return facts
    withdrawals = [fact.said for fact in facts if isinstance(fact.said, DelegateWithdrawn)]
    withdrawn = {each.fact for each in withdrawals}
    edits = [fact for fact in facts if isinstance(fact.said, Edit)]
    if any(fact.fact_id not in withdrawn for fact in edits):
        return edits
    return edits if _is_known_besides(withdrawals, told) else ()


def _is_known_besides(withdrawals: Iterable[DelegateWithdrawn], told: Callable[[Aspect], Sequence[Fact]]) -> bool:
    acts = {each.act for each in withdrawals}  # each of them voids a badge as well
    if any(fact.said and fact.said.act not in acts for fact in told(Aspect.BADGE)):
        return True
    return Movements.of(fold_presences(told(Aspect.MOVEMENT)), fold_ride(told(Aspect.RIDE))).any_stands


def edit_of(fact: Fact, document: Mapping[str, Json]) -> registers.Edit:
    """Return the edit that a registering or amending fact is, with its document's values put back."""
    said = fact.said_as(Edit)
    return registers.Edit(fact.fact_id, fact.order, said.with_document(document), said.supersedes or {})
