"""What the desk shows, and how each event changes it.  Pure: no clock, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NewType

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Doors
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Decision, Reason, Verdict
from checkin_app.domain.problems import PrintProblem, Problem
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import ScanOutcome, Undone

Moment = NewType("Moment", int)
"""Milliseconds of a clock that only goes forward."""

#: A go stands this long; the drawing's ``timing.goRecedesMs``.
GO_RECEDES_MS = 6000
#: Deciding may take this long before the desk says that nothing was decided.
PATIENCE_MS = 1000
#: A key meant for the former guest must not answer for the next one.
DEAF_MS = 300
#: Codes not read within this time are counted together.
UNREAD_WITHIN_MS = 10 * 60 * 1000
#: Codes that were read well: neither the light nor the scanner is to blame.
NOT_OURS = frozenset({Reason.FOREIGN_CODE, Reason.OTHER_FORUM})


@dataclass(frozen=True, slots=True)
class Shown:
    """The verdict in sight."""

    decision: Decision
    since: Moment
    fact_id: FactId | None = None
    """None where nothing was recorded."""
    problem: Problem | None = None
    """Why nothing was decided."""
    number: int = 0
    """The running number of an accepted scan at this desk, else 0."""
    follows: bool = False
    """Another verdict stood there: the panel goes blank first."""

    @property
    def verdict(self) -> Verdict:
        return self.decision.verdict

    @property
    def asks(self) -> bool:
        """Whether the guest waits for a person's answer."""
        return self.verdict is Verdict.ASK


@dataclass(frozen=True, slots=True)
class Person:
    """Who stands at the desk; what is None has not been fetched yet."""

    delegate: Delegate
    badge: BadgeStanding | None = None
    bus: BusCode | None = None
    taken_along: Job | None = None
    """That of the badge that is valid, where somebody took it along."""


@dataclass(frozen=True, slots=True)
class DeskState:
    """Everything the desk draws."""

    checkpoint: CheckpointId | None = None
    direction: Direction = Direction.IN
    doors: Doors = Doors.OPEN
    """What the clock says of the checkpoint, before a guest has to hear it."""
    shown: Shown | None = None
    person: Person | None = None
    """Stays when a go recedes."""
    job: Job | None = None
    """The badge that the person in sight is owed."""
    objected: tuple[Job, PrintProblem | None] | None = None
    """What speaks against the badge of a job that failed by a fault of its own."""
    pending: tuple[Moment, ...] = ()
    """When each scan that is still being decided came, oldest first."""
    accepted_today: int = 0
    recent: tuple[RecentScan, ...] = ()
    parked: tuple[FactId, ...] = ()
    """Questions that a later scan pushed aside; they wait in the recent scans."""
    unread: tuple[Moment, ...] = ()
    old_since: str | None = None
    """When the other laptops were met last, where that is long ago; empty where never."""
    note: str = ""
    """What was just done, as a key of `words.NOTES`; it stands until the next scan."""
    note_name: str = ""

    @property
    def deciding(self) -> bool:
        return bool(self.pending)


def stationed(state: DeskState, checkpoint: CheckpointId | None) -> DeskState:
    """Scan for another door; the verdict of the former one goes."""
    return replace(state, checkpoint=checkpoint, shown=None, person=None, job=None, note="")


def doors_checked(state: DeskState, doors: Doors) -> DeskState:
    return state if doors is state.doors else replace(state, doors=doors)


def turned(state: DeskState, direction: Direction) -> DeskState:
    return replace(state, direction=direction)


def scan_begun(state: DeskState, now: Moment) -> DeskState:
    return replace(state, pending=(*state.pending, now))


def decided(state: DeskState, outcome: ScanOutcome, now: Moment) -> DeskState:
    """Show an outcome; a question that stood there and has no answer is parked."""
    accepted = state.accepted_today + (outcome.decision.verdict is Verdict.GO)
    shown = Shown(
        outcome.decision,
        now,
        fact_id=outcome.fact_id,
        number=accepted if outcome.decision.verdict is Verdict.GO else 0,
        follows=state.shown is not None,
    )
    return replace(
        _parking(state),
        shown=shown,
        person=Person(outcome.delegate) if outcome.delegate else None,
        job=outcome.job,
        pending=state.pending[1:],
        accepted_today=accepted,
        unread=_unread(state, shown, now),
        note="",
    )


def not_decided(state: DeskState, problem: Problem | None, now: Moment) -> DeskState:
    """Show that nothing was decided and nobody was let in."""
    shown = Shown(Decision(Reason.NOT_DECIDED), now, problem=problem, follows=state.shown is not None)
    return replace(_parking(state), shown=shown, person=None, job=None, pending=state.pending[1:], note="")


def timed_out(state: DeskState, now: Moment) -> DeskState:
    """Say NOT DECIDED when the oldest scan has waited too long; its outcome may still come and is then shown."""
    left = patience_left(state, now)
    if left is None or left > 0:
        return state
    return replace(not_decided(state, None, now), pending=state.pending)


def patience_left(state: DeskState, now: Moment) -> int | None:
    """Return for how many milliseconds the oldest scan may still be decided in silence; None where none waits."""
    if not state.pending or (state.shown and state.shown.decision.reason is Reason.NOT_DECIDED):
        return None
    return PATIENCE_MS - (now - state.pending[0])


def recedes_in(state: DeskState, now: Moment) -> int | None:
    """Return in how many milliseconds the verdict in sight gives way; None where it stands."""
    shown = state.shown
    if shown is None or shown.verdict not in (Verdict.GO, Verdict.AGAIN):
        return None
    return GO_RECEDES_MS - (now - shown.since)


def receded(state: DeskState, now: Moment) -> DeskState:
    """Let a go or a harmless repeat give way to the ready strip; the person stays."""
    left = recedes_in(state, now)
    return replace(state, shown=None) if left is not None and left <= 0 else state


def answerable(state: DeskState, number: int, now: Moment) -> Answer | None:
    """Return the answer a number key means now: only to the question in sight, and not too soon."""
    shown = state.shown
    if shown is None or now - shown.since < DEAF_MS or not 1 <= number <= len(shown.decision.answers):
        return None
    return shown.decision.answers[number - 1]


def answered(state: DeskState, question: FactId, answer: Answer, outcome: ScanOutcome, now: Moment) -> DeskState:
    """Show what an answer came to: let in, or the question settled."""
    parked = tuple(each for each in state.parked if each != question)
    in_sight = state.shown is not None and state.shown.fact_id == question
    if outcome.decision.verdict in (Verdict.GO, Verdict.AGAIN):
        shown = replace(decided(replace(state, pending=(now, *state.pending)), outcome, now), parked=parked)
        same = state.person if in_sight else None
        return replace(shown, person=same or shown.person)
    if not in_sight:
        return replace(state, parked=parked)
    return replace(state, parked=parked, shown=None, note=answer.value)


def reopened(state: DeskState, scan: RecentScan, now: Moment) -> DeskState:
    """Put a question that waits in the recent scans back in sight."""
    if scan.decision.verdict is not Verdict.ASK or scan.answer or scan.undone:
        return state
    shown = Shown(scan.decision, now, fact_id=scan.fact_id, follows=state.shown is not None)
    person = Person(Delegate(scan.delegate, scan.name)) if scan.delegate else None
    waiting = tuple(each for each in _parking(state).parked if each != scan.fact_id)
    return replace(state, shown=shown, person=person, job=None, parked=waiting, note="")


def undone(state: DeskState, taken_back: Undone) -> DeskState:
    """Show that a scan was taken back; unless another's verdict is in sight, with the card of whom it let pass."""
    who = taken_back.delegate
    state = replace(state, accepted_today=max(0, state.accepted_today - 1))
    state = noted(state, "undone", who.name if who else "")
    if state.shown is not None and state.shown.fact_id != taken_back.fact_id:
        return state
    person = Person(who) if who else None
    if person and state.person and person.delegate.id == state.person.delegate.id:
        person = state.person  # which knows more
    return replace(state, shown=None, job=None, person=person)


def others_known(state: DeskState, old_since: str | None) -> DeskState:
    return state if old_since == state.old_since else replace(state, old_since=old_since)


def noted(state: DeskState, note: str, name: str = "") -> DeskState:
    return replace(state, note=note, note_name=name)


def card_fetched(state: DeskState, card: DelegateCard) -> DeskState:
    """Complete the person in sight; a card that comes too late, for somebody else, is passed over."""
    if state.person is None or state.person.delegate.id != card.delegate.id:
        return state
    return replace(state, person=Person(card.delegate, card.badge, card.movements.bus, card.taken_along))


def jobs_listed(state: DeskState, jobs: Sequence[Job]) -> DeskState:
    """Follow the badge that is owed to the person in sight."""
    if state.job is None:
        return state
    same = next((job for job in jobs if state.job and job.id == state.job.id), state.job)
    return replace(state, job=same)


def objected(state: DeskState, job: Job, objection: PrintProblem | None) -> DeskState:
    """Say what speaks against the badge in sight; an answer about another, or an earlier state, is passed over."""
    return replace(state, objected=(job, objection)) if state.job == job else state


def recent_listed(state: DeskState, recent: Sequence[RecentScan]) -> DeskState:
    return replace(state, recent=tuple(recent))


def counted(state: DeskState, accepted_today: int) -> DeskState:
    return replace(state, accepted_today=accepted_today)


def person_in_sight(state: DeskState) -> DelegateId | None:
    return state.person.delegate.id if state.person else None


def unread_lately(state: DeskState, now: Moment) -> int:
    """Return how many codes in a row could not be read within ten minutes: a sign of a dirty scanner."""
    return sum(1 for moment in state.unread if now - moment <= UNREAD_WITHIN_MS)


def _parking(state: DeskState) -> DeskState:
    shown = state.shown
    if shown is None or not shown.asks or shown.fact_id is None:
        return state
    return replace(state, parked=(*state.parked, shown.fact_id))


def _unread(state: DeskState, shown: Shown, now: Moment) -> tuple[Moment, ...]:
    recent = tuple(moment for moment in state.unread if now - moment <= UNREAD_WITHIN_MS)
    unread = shown.verdict is Verdict.UNREADABLE and shown.decision.reason not in NOT_OURS
    return (*recent, now) if unread else recent
