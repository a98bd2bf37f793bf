"""What was counted at a bus, folded from what was said of it in whatever order it came.  Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from checkin_app.domain.bus_emergencies import fold_emergency
from checkin_app.domain.bus_visits import fold_skips, fold_visits, last_ride, returned_at
from checkin_app.domain.buses import BusState
from checkin_app.domain.canonical import Json
from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads, in_order
from checkin_app.domain.head_counts import NOT_COUNTED, BusCounts, Count, Release
from checkin_app.domain.ids import FactId, station_of
from checkin_app.domain.kinds.buses import BusCancelled, BusHeld, BusMove
from checkin_app.domain.kinds.head_counts import (
    BusCounted,
    BusCrewed,
    BusEmptied,
    BusReleased,
    BusReleaseReviewed,
    BusReopened,
)
from checkin_app.domain.kinds.swaps import BusSwapped, BusSwapUndone
from checkin_app.domain.swaps import Swap

#: What leaves a bus where it is, for a reason that is shown as long as it does.
_STOPPED = (BusHeld, BusCancelled)

Told = tuple[Fact, Mapping[str, Json]]
"""A fact with the values that its document holds."""


def fold_counts(told: Iterable[Told]) -> BusCounts:
    """Return what was counted at a bus on its ride under way; nothing where it is on none."""
    pairs = list(told)
    documents = {fact.fact_id: document for fact, document in pairs}
    all_moves = [fact for fact, _ in pairs if isinstance(fact.said, BusMove)]
    ride, last = last_ride(in_order(all_moves)), heads(all_moves)
    skips = fold_skips((fact for fact, _ in pairs), ride, lambda fact: _text(documents, fact, "reason"))
    held = _text(documents, last[-1], "reason") if last and isinstance(last[-1].said, _STOPPED) else ""
    state = last[-1].said_as(BusMove).becomes if last else BusState.PLANNED
    emergency = fold_emergency(pairs, state)
    moves = ride.moves
    if not moves:
        return replace(NOT_COUNTED, skips=skips, held=held, emergency=emergency)
    begun = [fact.fact_id for fact in moves if fact.said_as(BusMove).becomes is BusState.COUNTING]
    crews = heads(fact for fact, _ in pairs if isinstance(fact.said, BusCrewed))
    walked = [fact for fact in moves if isinstance(fact.said, BusEmptied)]
    reopened = [fact for fact in moves if isinstance(fact.said, BusReopened)]
    return BusCounts(
        counting=begun[-1] if begun else None,
        counts=_counts([fact for fact, _ in pairs], begun[-1] if begun else None, documents),
        crew=dict(sorted(crews[-1].said_as(BusCrewed).crew.items())) if crews else None,
        crew_facts=tuple(fact.fact_id for fact in crews),
        releases=tuple(_releases(moves, [fact for fact, _ in pairs], documents)),
        emptied_by=_text(documents, walked[-1], "name") if walked else "",
        reopened=tuple(_text(documents, fact, "reason") for fact in reopened),
        visits=fold_visits(moves),
        returned=returned_at(moves),
        skips=skips,
        held=held,
        swap=_swap(moves, documents),
        emergency=emergency,
    )


def _counts(
    facts: Iterable[Fact], counting: FactId | None, documents: Mapping[FactId, Mapping[str, Json]]
) -> tuple[Count, ...]:
    of_each: dict[tuple[int, str, str], list[Fact]] = {}
    for fact in facts:
        if isinstance(said := fact.said, BusCounted) and said.counting == counting:
            counter = _text(documents, fact, "name").casefold() or fact.fact_id
            of_each.setdefault((said.round, counter, said.method), []).append(fact)
    last = in_order(heads(some)[-1] for some in of_each.values())
    return tuple(_count(fact, _text(documents, fact, "name")) for fact in last)


def _count(fact: Fact, counter: str) -> Count:
    said = fact.said_as(BusCounted)
    return Count(fact.fact_id, said.round, counter, said.method, said.people, fact.at, station_of(fact.log_id))


def _releases(
    moves: Iterable[Fact], facts: Iterable[Fact], documents: Mapping[FactId, Mapping[str, Json]]
) -> Iterable[Release]:
    reviewed = {fact.said.release for fact in facts if isinstance(fact.said, BusReleaseReviewed)}
    for fact in moves:
        said = fact.said
        if isinstance(said, BusReleased):
            yield Release(
                fact.fact_id,
                fact.at,
                station_of(fact.log_id),
                said.agreed,
                said.by_self,
                said.people,
                said.souls,
                said.unaccounted,
                _text(documents, fact, "reason"),
                fact.fact_id in reviewed,
            )


def _swap(moves: Sequence[Fact], documents: Mapping[FactId, Mapping[str, Json]]) -> Swap | None:
    """Return the last one that nobody took back."""
    undone = {fact.said.swap for fact in moves if isinstance(fact.said, BusSwapUndone)}
    for fact in reversed(moves):
        if isinstance(said := fact.said, BusSwapped) and fact.fact_id not in undone:
            return Swap(
                fact.fact_id,
                said.to,
                said.cause,
                _text(documents, fact, "reason"),
                fact.at,
                station_of(fact.log_id),
                said.moves,
                said.left,
                said.before,
            )
    return None


def _text(documents: Mapping[FactId, Mapping[str, Json]], fact: Fact, name: str) -> str:
    value = documents[fact.fact_id].get(name)
    return value if isinstance(value, str) else ""
