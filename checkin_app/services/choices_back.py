"""What follows from taking a settlement back: its claims stand side by side again, and none of them is lost."""

from collections.abc import Container, Iterator, Sequence

from checkin_app.domain.contradictions import ConflictKind, Effect, Settlement, effect_of
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import BusCode, DelegateId, FactId, bus_checkpoint, delegate_subject
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.kinds.merges import DelegateParted
from checkin_app.domain.kinds.scans import PresenceSettled, ScanUndone
from checkin_app.domain.problems_records import SettledSince
from checkin_app.services.choices import SettlingUnit, said_after, standing_facts, value_in

_OF_SEVERAL = frozenset({ConflictKind.ONE_NUMBER, ConflictKind.ONE_CODE})


def said_again(unit: SettlingUnit, known: Settlement) -> Iterator[FactDraft]:
    """Yield what brings the contradiction back.

    Raises:
        SettledSince: what the settlement changed was changed again.
    """
    settling = [fact for each in known.answers if (fact := unit.fact(each.fact_id))]
    acts = {each.said.act for each in settling if each.said and each.said.act}
    effect = effect_of(known.answers[-1].choice)
    if effect is Effect.MERGE:
        yield from _parted(unit, known, acts)
    elif effect is Effect.OFF:
        yield from _aboard_again(unit, known, acts)
    elif effect is Effect.OUT or known.what == ConflictKind.TWO_BUSES:
        yield from _presences_undone(unit, settling)
    elif known.what in _OF_SEVERAL:
        yield from _named_again(unit, known, acts)
    else:
        yield from _claims_again(unit, known, acts)


def _claims(unit: SettlingUnit, known: Settlement) -> list[Fact]:
    return [fact for each in known.claims if (fact := unit.fact(each))]


def _must_stand(unit: SettlingUnit, facts: Sequence[FactId], acts: Container[object]) -> None:
    """Look whether what stands now is what the settlement left."""
    for each in facts:
        fact = unit.fact(each)
        if fact is None or fact.said is None or fact.said.act not in acts:
            raise SettledSince


def _claims_again(unit: SettlingUnit, known: Settlement, acts: Container[object]) -> Iterator[FactDraft]:
    claims = _claims(unit, known)
    now = [standing_facts(unit, each, known.about, known.field) for each in claims]
    for claim, standing in zip(claims, now, strict=True):
        _must_stand(unit, standing, acts)
        yield said_after(unit, claim, known.about, known.field, standing)


def _named_again(unit: SettlingUnit, known: Settlement, acts: Container[object]) -> Iterator[FactDraft]:
    kept = known.answers[-1].choice.partition(":")[2]
    for claim in _claims(unit, known):
        who = claim.subject.partition(":")[2]
        standing = standing_facts(unit, claim, who, known.field)
        if isinstance(claim.said, Edit) and value_in(unit, claim, known.field) and claim.fact_id != kept:
            _must_stand(unit, standing, acts)
            yield said_after(unit, claim, who, known.field, standing)


def _parted(unit: SettlingUnit, known: Settlement, acts: Container[object]) -> Iterator[FactDraft]:
    for claim in _claims(unit, known):
        who = DelegateId(claim.subject.partition(":")[2])
        merge = unit.merge(who)
        if merge.into:
            _must_stand(unit, merge.facts, acts)
            yield FactDraft(delegate_subject(who), DelegateParted(after=merge.facts))


def _presences_undone(unit: SettlingUnit, settling: Sequence[Fact]) -> Iterator[FactDraft]:
    said = [each for fact in settling for each in unit.act_of(fact) if isinstance(each.said, PresenceSettled)]
    if not said:
        raise SettledSince
    for each in said:
        yield FactDraft(each.subject, ScanUndone(fact=each.fact_id))


def _aboard_again(unit: SettlingUnit, known: Settlement, acts: Container[object]) -> Iterator[FactDraft]:
    bus = bus_checkpoint(BusCode(known.about))
    for claim in _claims(unit, known):
        who = DelegateId(claim.subject.partition(":")[2])
        here = unit.movements(who).at(bus, rehearsal=known.rehearsal)
        if here:
            _must_stand(unit, [here.fact_id], acts)
            yield FactDraft(delegate_subject(who), ScanUndone(fact=here.fact_id))
