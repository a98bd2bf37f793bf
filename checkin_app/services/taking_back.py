"""Taking back puts nobody where the door would not let them."""

from msgspec import structs

from checkin_app.domain import undoing
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, Instant, bus_of
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.kinds.scans import ScanAnswered, ScanDecided
from checkin_app.domain.movements import Direction, Movements, Presence
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.services.ports.facts import FactReads
from checkin_app.services.scene import Identified, Person, Scene, TakingBackUnit


def must_be_let_back(unit: TakingBackUnit, who: DelegateId, taken_back: Fact, now: Instant) -> None:
    """Ask the rules of every door that taking a fact back would put somebody behind again."""
    person = Person.of(unit, Identified(who, None))
    _must_be_let_back(unit, person, person.movements, unit.movements_without(who, taken_back.fact_id), now)


def must_be_let_in(unit: TakingBackUnit, who: DelegateId, before: Movements, now: Instant) -> None:
    """Ask the same once all of it is taken back, the seat with the rest; `before` is where they were until then."""
    person = Person.of(unit, Identified(who, None))
    _must_be_let_back(unit, person, before, person.movements, now)


def _must_be_let_back(unit: TakingBackUnit, person: Person, before: Movements, after: Movements, now: Instant) -> None:
    for back in undoing.brought_back(before, after):
        scene = structs.replace(Scene.at(unit, back.checkpoint, now), rehearsal=back.rehearsal)
        found = structs.replace(person, movements=undoing.scanned_anew(after, back))
        decision = scene.decide(found, Direction.IN, {*_answered(unit, back), *_transferring(after, back)})
        if decision.verdict is not Verdict.GO:
            raise undoing.refusal(back, decision)


def _transferring(after: Movements, back: Presence) -> set[Reason]:
    """Return that another list is no objection to who would be back on the bus that an open transfer leads away from."""
    said = after.said(rehearsal=back.rehearsal)
    leaves = said.leaves if said and said.what is Saying.TRANSFER else None
    return {Reason.WRONG_BUS, Reason.WRONG_ROUTE} if leaves and leaves == bus_of(back.checkpoint) else set()


def _answered(unit: FactReads, back: Presence) -> set[Reason]:
    """Return the question that was answered when the person was let in; nobody said yes to two buses at once."""
    fact = unit.fact(back.fact_id)
    scan = unit.fact(fact.said.fact) if fact and isinstance(fact.said, ScanAnswered) else None
    asked = scan.said if scan else None
    return {asked.reason} - {Reason.ON_ANOTHER_BUS} if isinstance(asked, ScanDecided) else set()
