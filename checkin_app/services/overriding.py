"""A person lets somebody board though the door says otherwise: with a reason, and with a second person where one must agree."""

from dataclasses import dataclass
from typing import Protocol

from msgspec import UNSET

from checkin_app.domain.buses import Bus
from checkin_app.domain.canonical import canonical
from checkin_app.domain.delegates import LONGEST_TEXT
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import Digest, FactId, delegate_subject
from checkin_app.domain.kinds.scans import BoardingOverridden, ScanDecided
from checkin_app.domain.outcomes import Decision, Reason, Verdict
from checkin_app.domain.overriding import BY_TWO, OVERRIDABLE, OverrideGround
from checkin_app.domain.problems import FieldInvalid, UnknownFact
from checkin_app.domain.problems_rides import OverrideNeedsNote, OverrideNotOffered, OverrideStopped
from checkin_app.domain.roles import Deed
from checkin_app.domain.stops import here
from checkin_app.services.approving import Approving
from checkin_app.services.at_the_door import SEATED_HERE, left_for_here, seat_here
from checkin_app.services.ports.acting import OperatorReads
from checkin_app.services.ports.badges import BadgeReads
from checkin_app.services.ports.transactions import Clock, Opens
from checkin_app.services.proofs import Proof
from checkin_app.services.scanning import Question, ScanOutcome, ScanUnit, outcome_of
from checkin_app.services.scene import Identified, Person, Scene, named_after


class OverrideUnit(ScanUnit, OperatorReads, BadgeReads, Protocol):
    """Knows what a scan came to, and records that a person lets the guest board."""


@dataclass(frozen=True, slots=True)
class OverrideWish:
    """Whom somebody lets board, and why."""

    scan: FactId
    """The scan that objected."""
    ground: OverrideGround
    text: str = ""
    """What else is to be said of it; needed where the reason is another than those of the list."""
    by: str = ""
    """Who says so, by name, where nobody signs in."""


@dataclass(frozen=True, slots=True)
class Overriding:
    """What a person may override at a bus's door: a fact for each, which is taken back as any boarding is."""

    open_unit: Opens[OverrideUnit]
    clock: Clock
    approving: Approving

    def override(self, wish: OverrideWish, proof: Proof | None = None) -> ScanOutcome:
        """Let somebody board whom a scan stopped or asked about.

        Args:
            wish: which scan, and why.
            proof: the second person's, where what the door said is a matter of safety.

        Raises:
            UnknownFact: there is no such scan here.
            OverrideNotOffered, OverrideStopped: nobody may override that, or what stops them besides.
            OverrideNeedsNote, FieldInvalid: it is not said why.
            RoleMayNot, SignInFirst, SecondPersonNeeded, SecondIsFirst: by somebody who may not, or alone.
        """
        with self.open_unit() as unit:
            fact = unit.fact(wish.scan)
            if fact is None or not isinstance(fact.said, ScanDecided):
                raise UnknownFact
            if fact.said.reason not in OVERRIDABLE:
                raise OverrideNotOffered
            unit.acting().must_may(Deed.OVERRIDE)
            outcome = self._board(unit, *Question.of(unit, fact.fact_id, fact.said, self.clock()), wish, proof)
            unit.commit()
        return outcome

    def _board(
        self, unit: OverrideUnit, scene: Scene, question: Question, wish: OverrideWish, proof: Proof | None
    ) -> ScanOutcome:
        bus = scene.door
        if question.who is None or not isinstance(bus, Bus):
            raise OverrideNotOffered
        person = Person.of(unit, Identified(question.who, None))
        objection = scene.decide(person, question.direction, {question.asked})
        if objection.verdict is Verdict.STOP:
            raise OverrideStopped(bus=bus.code)
        if objection.verdict is Verdict.AGAIN:
            return outcome_of(scene, objection, question.scan, person)
        text = _document(unit, wish)
        decision = _boarded(scene, bus)
        approval = self.approving.approved(unit, proof, Deed.OVERRIDE) if question.asked in BY_TWO else UNSET
        left, after = left_for_here(scene, person), named_after(scene.known_of(person))
        if question.asked in SEATED_HERE | {Reason.WRONG_ROUTE}:
            seat_here(scene, person)
        stood = here(unit.bus_counts(bus.code).visits)
        said = BoardingOverridden(
            fact=question.scan,
            checkpoint=scene.checkpoint,
            delegate=person.id,
            rehearsal=scene.rehearsal,
            reason=decision.reason,
            moved_from=left,
            after=after,
            asked=question.asked,
            ground=wish.ground,
            stop=(stood.stop if stood else "") or UNSET,
            text=text or UNSET,
            approved_by=approval,
        )
        recorded = unit.record(FactDraft(delegate_subject(person.id), said))
        return outcome_of(scene, decision, recorded.fact_id, person)


def _boarded(scene: Scene, bus: Bus) -> Decision:
    aboard = scene.unit.aboard(bus.code, rehearsal=scene.rehearsal)
    return Decision(Reason.BOARDED_BY_OVERRIDE, {"aboard": aboard + 1, "seats": scene.seats(bus)})


def _document(unit: OverrideUnit, wish: OverrideWish) -> Digest | None:
    """Keep what may name people apart from the fact, so that it can be erased."""
    said = {"text": wish.text.strip(), "by": " ".join(wish.by.split())}
    if wish.ground is OverrideGround.OTHER and not said["text"]:
        raise OverrideNeedsNote
    for value in said.values():
        if len(value) > LONGEST_TEXT:
            found, expected = Found.CHARACTERS.of(length=len(value)), Expected.AT_MOST.of(most=LONGEST_TEXT)
            raise FieldInvalid(field=Entry.REASON, value=found, expected=expected)
    given = {name: value for name, value in said.items() if value}
    return unit.keep(canonical(given)) if given else None
