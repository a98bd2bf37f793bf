"""Contradictions settled by a person, and a settlement taken back: each is a further entry, and nothing is deleted."""

from collections.abc import Collection
from dataclasses import dataclass

from checkin_app.domain.changes import Recorded
from checkin_app.domain.contradictions import (
    LASTING,
    Choice,
    Conflict,
    ConflictKind,
    Effect,
    Settlement,
    Standing,
    chosen,
    effect_of,
)
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import ContradictionId, FactId, contradiction_subject
from checkin_app.domain.kinds.contradictions import ContradictionReopened, ContradictionSettled
from checkin_app.domain.problems_records import (
    ChoiceNotOffered,
    ContradictionMoved,
    NothingToSettle,
    SettledForGood,
)
from checkin_app.services.choices import SettlingUnit, following
from checkin_app.services.choices_back import said_again
from checkin_app.services.ports.transactions import Opens

#: Contradictions whose subject is a guest's own and not repeated in what outlives an erasure.
_UNNAMED = frozenset({ConflictKind.ONE_CODE})


@dataclass(frozen=True, slots=True)
class Settling:
    """What the event lead does with what laptops know differently."""

    open_unit: Opens[SettlingUnit]

    def settle(self, contradiction: ContradictionId, key: str, seen: Collection[FactId] | None = None) -> Recorded:
        """Record a choice, and all that follows from it, as one act.

        Args:
            contradiction: which.
            key: the choice, by its key or its number from 1 on.
            seen: the facts whose contradiction whoever chose had before them; None where nothing came in between.

        Raises:
            NothingToSettle, ContradictionMoved, ChoiceNotOffered: and nothing was changed.
        """
        with self.open_unit() as unit:
            conflict = unit.conflict(contradiction)
            if conflict is None:
                raise NothingToSettle
            if seen is not None and set(seen) != set(conflict.facts):
                raise ContradictionMoved
            choice = chosen(conflict, key)
            if choice is None:
                raise ChoiceNotOffered(choice=key)
            unit.as_one_act()
            unit.record(_settled(conflict, choice))
            for draft in following(unit, conflict, choice):
                unit.record(draft)
            unit.commit()
            return Recorded(unit.changes)

    def undo(self, contradiction: ContradictionId) -> Recorded:
        """Take a settlement back: it is as open as it was, and its claims stand side by side again.

        Raises:
            NothingToSettle: it is not settled.
            SettledForGood: a badge was made void by it.
            SettledSince: what it changed was changed again since.
        """
        with self.open_unit() as unit:
            known = unit.settlement(contradiction)
            if known is None or known.standing not in {Standing.SETTLED, Standing.WAITING}:
                raise NothingToSettle
            effect = effect_of(known.answers[-1].choice)
            if effect in LASTING:
                raise SettledForGood
            unit.as_one_act()
            unit.record(_reopened(known))
            if effect not in {Effect.WAIT, Effect.BOTH, None}:
                for draft in said_again(unit, known):
                    unit.record(draft)
            unit.commit()
            return Recorded(unit.changes)


def _settled(conflict: Conflict, choice: Choice) -> FactDraft:
    return FactDraft(
        contradiction_subject(conflict.id),
        ContradictionSettled(
            what=conflict.kind.value,
            about="" if conflict.kind in _UNNAMED else conflict.subject,
            field=conflict.field,
            rehearsal=conflict.rehearsal,
            choice=choice.key,
            claims=conflict.facts,
            shown_by=conflict.shown_by,
            after=tuple(each.fact_id for each in conflict.answers),
        ),
    )


def _reopened(known: Settlement) -> FactDraft:
    after = tuple(each.fact_id for each in known.answers)
    return FactDraft(contradiction_subject(known.id), ContradictionReopened(after=after))
