"""A code was scanned, or a name chosen: decide, remember, owe the badge."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from msgspec import UNSET, Struct, structs

from checkin_app.domain import undoing
from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.framing import Added
from checkin_app.domain.ids import (
    CheckpointId,
    DelegateId,
    FactId,
    Instant,
    Subject,
    delegate_subject,
    job_of,
)
from checkin_app.domain.kinds.body import Known
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.kinds.scans import Attendance, ScanAnswered, ScanDecided
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import ACCEPTING, ANSWERS, Answer, Decision, Reason, Verdict
from checkin_app.domain.problems import (
    AnswerNotOffered,
    NotAllowed,
    NothingToUndo,
    UnknownDelegate,
    UnknownFact,
)
from checkin_app.domain.problems_undo import UndoFinal
from checkin_app.domain.reversals import finality
from checkin_app.services.at_the_door import SEATED_HERE, left_for_here, seat_here, stand_by_here
from checkin_app.services.badges import JobUnit, cancel_job, owe_unless_out
from checkin_app.services.identifying import identify
from checkin_app.services.people import withdraw
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import EditReads, PersonReads
from checkin_app.services.ports.stations import KeyReads
from checkin_app.services.ports.transactions import Clock, Opens
from checkin_app.services.proving import Proving
from checkin_app.services.scene import Identified, Person, Scene, TakingBackUnit, named_after
from checkin_app.services.taking_back import must_be_let_back


class ScanUnit(TakingBackUnit, PersonReads, EditReads, JobUnit, KeyReads, Protocol):
    """Decides on a code, answers and takes back."""


class How(StrEnum):
    """How the person was made known to the laptop; recorded, since typing is weaker evidence than a scan."""

    SCANNED = "scanned"
    TYPED = "typed"
    FOUND = "found"


class ScanOutcome(Struct, frozen=True):
    """What the screen shows, after it was committed."""

    decision: Decision
    fact_id: FactId
    at: Instant
    checkpoint: CheckpointId
    delegate: Delegate | None
    issue: int | None
    rehearsal: bool
    job: Job | None
    """The badge that this scan owes, if any."""
    changes: ChangeSet
    added: Added | None = None
    """What the scanner added to the code, where it was not read plain."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back."""

    fact_id: FactId
    delegate: Delegate | None
    checkpoint: CheckpointId
    changes: ChangeSet
    withdrawn: bool = False
    """Whether the guest was registered by the same act, and is registered no more."""


def no_printer() -> str:
    """Return that no badge is owed at check-in."""
    return ""


@dataclass(frozen=True, slots=True)
class Scanning:
    """Commit the decision before anyone sees it."""

    open_unit: Opens[ScanUnit]
    clock: Clock
    proving: Proving
    badge_printer: Callable[[], str] = no_printer
    """The printer that prints a badge at the first admission, or empty."""
    lacks_facts: Callable[[], bool] = bool
    """Whether this store lost what it knew: who is new to it may have been here, and may have a badge."""

    def scan(
        self, candidates: Sequence[str], checkpoint: CheckpointId, direction: Direction = Direction.IN
    ) -> ScanOutcome:
        """Decide on a scanned code and record the decision.

        Args:
            candidates: the readings of one scan, likeliest first; the first that proves to be a code wins.
            checkpoint: a session's id or ``bus:`` and a bus code.
            direction: whether the person comes or goes.

        Raises:
            UnknownCheckpoint: there is no such session or bus.
            StorageProblem: nothing was recorded, and nobody may be let in on it.
        """
        with self.open_unit() as unit:
            scene = Scene.at(unit, checkpoint, self.clock())
            found = identify(unit, self.proving, candidates)
            if isinstance(found, Reason):
                outcome = _record_unread(scene, found, candidates)
            else:
                outcome = self.decided(unit, scene, found, direction, How.SCANNED)
            unit.commit()
        added = found.added if isinstance(found, Identified) else None
        return structs.replace(outcome, added=added) if added else outcome

    def enter(
        self,
        delegate: DelegateId,
        checkpoint: CheckpointId,
        how: How,
        direction: Direction = Direction.IN,
        issue: int | None = None,
    ) -> ScanOutcome:
        """Decide on a person chosen by name or typed number, as `scan` does.

        Args:
            delegate: who was chosen.
            checkpoint: a session's id or ``bus:`` and a bus code.
            how: by what the person was made known.
            direction: whether the person comes or goes.
            issue: what was typed after the number: a badge that is void by scanning is void by typing.

        Raises:
            UnknownDelegate: nobody here has that id.
        """
        with self.open_unit() as unit:
            if unit.delegate(delegate) is None:
                raise UnknownDelegate(name=delegate)
            scene = Scene.at(unit, checkpoint, self.clock())
            outcome = self.decided(unit, scene, Identified(delegate, issue), direction, how)
            unit.commit()
        return outcome

    def answer(self, scan: FactId, answer: Answer) -> ScanOutcome:
        """Record a person's answer to an ask or a stop; an accepting answer lets the delegate in.

        Raises:
            UnknownFact: there is no such scan here.
            AnswerNotOffered: the scan asked something else, or the same person would be stopped by now: by the
                licensed seats, a bus that left, a session that is over, a badge that was revoked.
        """
        with self.open_unit() as unit:
            fact = unit.fact(scan)
            if fact is None or not isinstance(fact.said, ScanDecided):
                raise UnknownFact
            if answer not in ANSWERS.get(fact.said.reason, ()):
                raise AnswerNotOffered
            outcome = _answer(*Question.of(unit, fact.fact_id, fact.said, self.clock()), answer)
            unit.commit()
        return outcome

    def undo(self, fact_id: FactId | None = None) -> Undone:
        """Take back one accepted scan with its whole act: the named one, or the newest of this laptop.

        Whom it put on a list is on none, whom it registered is not registered, unless others know of them, and a badge
        that it owed is owed no more, unless it may have come out.  Where taking back would put the person inside or
        aboard again, the same rules are asked as at the door.

        Raises:
            NothingToUndo: there is none, or it was undone before.
            UndoFinal: what is named is final by rule.
            UndoRefused: the person would not be let through there now; nothing was changed.
        """
        with self.open_unit() as unit:
            last = unit.last_actions(50 if fact_id else 1)
            fact = next((each for each in last if fact_id in (None, each.fact_id)), None)
            if fact is None:
                raise _not_undone(unit.fact(fact_id) if fact_id else None)
            seen = fact.said_as(Attendance)
            delegate = unit.delegate(seen.who) if seen.who else None
            if seen.who:
                must_be_let_back(unit, seen.who, fact, self.clock())
            withdrawn = _take_back(unit, unit.act_of(fact), delegate)
            unit.commit()
            return Undone(fact.fact_id, delegate, seen.checkpoint, unit.changes, withdrawn=withdrawn)

    def decided(self, unit: JobUnit, scene: Scene, found: Identified, direction: Direction, how: How) -> ScanOutcome:
        """Record a decision in a transaction, and owe the badge that comes of it."""
        person = Person.of(scene.unit, found)
        decision = scene.decide(person, direction)
        decided = ScanDecided(
            verdict=decision.verdict,
            reason=decision.reason,
            checkpoint=scene.checkpoint,
            rehearsal=scene.rehearsal,
            details=dict(decision.details),
            delegate=person.id,
            direction=direction,
            how=how,
            issue=person.issue,
            after=named_after(scene.known_of(person)) if decision.verdict is Verdict.GO else UNSET,
            moved_from=left_for_here(scene, person) if decision.reason is Reason.BOARDED_BY_TRANSFER else UNSET,
        )
        if decision.reason is Reason.BOARDED_FROM_STANDBY:
            seat_here(scene, person)
        printer = self._owes(scene, decision, person)
        if printer:
            unit.as_one_act()
        fact = scene.unit.record(FactDraft(delegate_subject(person.id), decided)).fact_id
        issue, doubtful = person.badge.current, bool(printer) and self.lacks_facts()
        job = owe_unless_out(unit, person.id, issue, printer, doubtful=doubtful) if printer else None
        return outcome_of(scene, decision, fact, person, job)

    def _owes(self, scene: Scene, decision: Decision, person: Person) -> str:
        """Return the printer of the badge that a first admission owes, empty where it owes none.

        A rehearsal owes none, or it would not be printed again on the day.
        """
        if scene.rehearsal or person.delegate is None or decision.reason is not Reason.ADMITTED:
            return ""
        return self.badge_printer()


def _not_undone(named: Fact | None) -> NotAllowed:
    """Return why what is named is not taken back: it is final, or no scan that let anybody pass."""
    why = finality(named) if named else None
    return UndoFinal(why=why) if why else NothingToUndo()


def _take_back(unit: ScanUnit, act: Sequence[Fact], who: Delegate | None) -> bool:
    """Take an act back; return whether that withdrew the guest whom it registered."""
    if len(act) > 1:
        unit.as_one_act()
    unit.record_all(undoing.take_back(act))
    for fact in act:
        if isinstance(fact.said, JobChanged):
            cancel_job(unit, job_of(fact.subject))
    registration = next((fact for fact in act if isinstance(fact.said, DelegateRegistered)), None)
    if registration is None or who is None:
        return False
    _, badge, after = unit.person(who.id)
    if not undoing.may_withdraw(registration.fact_id, unit.delegate_edits(who.id), badge, after):
        return False
    withdraw(unit, who, badge, registration.fact_id)
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """What a scan asked or objected, and of whom."""

    scan: FactId
    asked: Reason
    who: DelegateId | None
    direction: Direction

    @classmethod
    def of(cls, unit: ScanUnit, scan: FactId, said: ScanDecided, now: Instant) -> "tuple[Scene, Question]":
        """Return the question a scan asked and where it is answered: in the scope that was scanned in."""
        scene = structs.replace(Scene.at(unit, said.checkpoint, now), rehearsal=said.rehearsal)
        direction = Direction.OUT if said.direction == Direction.OUT else Direction.IN
        return scene, cls(scan, said.reason, said.who, direction)


def outcome_of(
    scene: Scene, decision: Decision, fact: FactId, person: Person | None, job: Job | None = None
) -> ScanOutcome:
    """Return what the screen shows of a decision that is recorded."""
    return ScanOutcome(
        decision=decision,
        fact_id=fact,
        at=scene.now,
        checkpoint=scene.checkpoint,
        delegate=person.delegate if person else None,
        issue=person.issue if person else None,
        rehearsal=scene.rehearsal,
        job=job,
        changes=scene.unit.changes,
    )


def _record_unread(scene: Scene, reason: Reason, candidates: Sequence[str]) -> ScanOutcome:
    # The text itself may be anything, a stranger's boarding pass included: only its digest is kept.
    digest = hashlib.sha256(candidates[0].encode(errors="replace") if candidates else b"").hexdigest()
    decision = Decision(reason)
    decided = ScanDecided(
        verdict=decision.verdict,
        reason=decision.reason,
        checkpoint=scene.checkpoint,
        rehearsal=scene.rehearsal,
        code=digest,
    )
    fact = scene.unit.record(FactDraft(Subject(f"code:{digest}"), decided))
    return outcome_of(scene, decision, fact.fact_id, None)


def _answer(scene: Scene, question: Question, answer: Answer) -> ScanOutcome:
    person = Person.of(scene.unit, Identified(question.who, None)) if question.who else None
    decision = Decision(question.asked)
    moved_from: tuple[CheckpointId, ...] = ()
    after: Known = UNSET
    stands_by = person if answer is Answer.STANDBY else None
    if stands_by:
        scene.unit.as_one_act()
    if answer in ACCEPTING and person:
        decision = _accept(scene, person, question.direction)
        if decision.verdict is Verdict.AGAIN:
            return outcome_of(scene, decision, question.scan, person)
        if decision.reason is Reason.BOARDED:
            moved_from = left_for_here(scene, person)
            if question.asked in SEATED_HERE:
                seat_here(scene, person)
        after = named_after(scene.known_of(person))
    answered = ScanAnswered(
        fact=question.scan,
        answer=answer,
        checkpoint=scene.checkpoint,
        delegate=question.who,
        rehearsal=scene.rehearsal,
        reason=decision.reason,
        moved_from=moved_from,
        after=after,
    )
    subject = delegate_subject(question.who) if question.who else Subject(f"scan:{question.scan}")
    fact = scene.unit.record(FactDraft(subject, answered))
    if stands_by:
        stand_by_here(scene, stands_by)
    return outcome_of(scene, decision, fact.fact_id, person)


def _accept(scene: Scene, person: Person, direction: Direction) -> Decision:
    """Return what letting a person pass after all comes to: an answer overrides a question, never a stop."""
    decision = scene.decide(person, direction)
    if decision.verdict is Verdict.STOP:
        raise AnswerNotOffered
    if decision.verdict is Verdict.AGAIN or direction is Direction.OUT:
        return decision
    if not isinstance(scene.door, Bus):
        return Decision(Reason.LET_IN)
    aboard = scene.unit.aboard(scene.door.code, rehearsal=scene.rehearsal)
    return Decision(Reason.BOARDED, {"aboard": aboard + 1, "seats": scene.seats(scene.door)})
