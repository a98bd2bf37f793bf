"""What follows from a choice among claims, as facts."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import UNSET, structs

from checkin_app.domain import codes
from checkin_app.domain.canonical import Json, object_of
from checkin_app.domain.contradictions import Choice, Conflict, ConflictKind, Effect
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import (
    BusCode,
    CheckpointId,
    DelegateId,
    FactId,
    JobId,
    Subject,
    bus_checkpoint,
    bus_of,
    delegate_subject,
)
from checkin_app.domain.kinds.badges import BadgeReplaced, BadgeStated
from checkin_app.domain.kinds.buses import BusAmended, BusEdit, BusMove, BusMovedTo
from checkin_app.domain.kinds.edits import Edit
from checkin_app.domain.kinds.emergencies import BusEmergencyMarked
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.domain.kinds.merges import DelegateMerged, DelegateParted
from checkin_app.domain.kinds.people import DelegateAmended
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.kinds.scans import PresenceSettled, ScanDecided
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.walk_in_numbers import LETTERS
from checkin_app.services.dispatch import bus_draft
from checkin_app.services.people import draft_of, free_number
from checkin_app.services.ports.badges import BadgeReads, JobReads
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.conflicts import ConflictReads
from checkin_app.services.ports.facts import ActReads, FactReads
from checkin_app.services.ports.movements import MovementReads
from checkin_app.services.ports.people import BadgeNumberReads, EditReads, MergeReads
from checkin_app.services.ports.stations import ForumVersionReads, StationReads
from checkin_app.services.ports.transactions import Transaction

#: Why a badge was replaced, as the record says it.
REASON = "contradiction"


class SettlingUnit(
    ConflictReads,
    FactReads,
    ActReads,
    MovementReads,
    BusReads,
    BadgeReads,
    JobReads,
    EditReads,
    MergeReads,
    BadgeNumberReads,
    StationReads,
    ForumVersionReads,
    Transaction,
    Protocol,
):
    """Knows what each laptop said, and records what a person says of it."""


def following(unit: SettlingUnit, conflict: Conflict, choice: Choice) -> Iterator[FactDraft]:
    """Yield what is to be recorded; each is recorded before the next is asked for."""
    match choice.effect:
        case Effect.THIS:
            yield from _this(unit, conflict, choice)
        case Effect.NEITHER:
            yield _neither(unit, conflict)
        case Effect.MERGE:
            stays, gone = (DelegateId(str(claim["value"])) for claim in conflict.claims)
            yield FactDraft(delegate_subject(gone), DelegateMerged(into=stays, after=unit.merge(gone).facts))
        case Effect.RENEW:
            yield from _renewed(unit, DelegateId(conflict.subject))
        case Effect.OFF:
            yield from _off(unit, conflict)
        case Effect.OUT:
            yield from _out(unit, conflict)
        case Effect.BOTH | Effect.WAIT:
            pass


def _this(unit: SettlingUnit, conflict: Conflict, choice: Choice) -> Iterator[FactDraft]:
    if conflict.kind is ConflictKind.TWO_BUSES:
        yield aboard_only(unit, conflict, bus_checkpoint(BusCode(str(choice.value))), Reason.BOARDED)
    elif conflict.kind in {ConflictKind.ONE_NUMBER, ConflictKind.ONE_CODE}:
        yield from _named_otherwise(unit, conflict, choice)
    elif choice.claim and (fact := unit.fact(choice.claim)):
        yield said_of(unit, fact, conflict.subject, conflict.field)


def _neither(unit: SettlingUnit, conflict: Conflict) -> FactDraft:
    """Return that somebody is on none of the buses, or on none of their lists."""
    if conflict.kind is ConflictKind.TWO_BUSES:
        return aboard_only(unit, conflict, bus_checkpoint(BusCode(str(conflict.claims[0]["value"]))), Reason.GOT_OFF)
    who = DelegateId(conflict.subject)
    return FactDraft(delegate_subject(who), RideAssigned(bus=None, supersedes=unit.movements(who).ride.edits))


def aboard_only(unit: MovementReads, conflict: Conflict, at: CheckpointId, reason: Reason) -> FactDraft:
    """Return that somebody is on one of the buses, or was, and on none of the others."""
    claimed = dict.fromkeys(bus_checkpoint(BusCode(str(claim["value"]))) for claim in conflict.claims)
    return _presence(
        unit,
        DelegateId(conflict.subject),
        PresenceSettled(
            checkpoint=at,
            reason=reason,
            rehearsal=conflict.rehearsal,
            moved_from=tuple(each for each in claimed if each != at),
        ),
    )


def _presence(unit: MovementReads, who: DelegateId, said: PresenceSettled) -> FactDraft:
    """Return where somebody is, instead of all that was known of that."""
    known = tuple(each.fact_id for each in unit.movements(who).presences if each.rehearsal == said.rehearsal)
    return FactDraft(delegate_subject(who), structs.replace(said, delegate=who, after=known or UNSET))


def _renewed(unit: SettlingUnit, who: DelegateId) -> Iterator[FactDraft]:
    for each in (who, *unit.voided(who)):  # whichever badge is out is not the one that is valid from now on
        issue = min(unit.badge(each).current + 1, codes.LAST_ISSUE)
        yield FactDraft(delegate_subject(each), BadgeReplaced(issue=issue, reason=REASON))


def _off(unit: MovementReads, conflict: Conflict) -> Iterator[FactDraft]:
    bus = bus_checkpoint(BusCode(conflict.subject))
    for claim in conflict.claims:
        said = PresenceSettled(checkpoint=bus, reason=Reason.GOT_OFF, rehearsal=conflict.rehearsal)
        yield _presence(unit, DelegateId(str(claim["value"])), said)


def _out(unit: SettlingUnit, conflict: Conflict) -> Iterator[FactDraft]:
    scans = (unit.fact(each) for each in conflict.facts)
    places = dict.fromkeys(each.said.checkpoint for each in scans if each and isinstance(each.said, ScanDecided))
    for place in places:
        reason = Reason.GOT_OFF if bus_of(place) else Reason.LEFT
        said = PresenceSettled(checkpoint=place, reason=reason, rehearsal=conflict.rehearsal, absent=True)
        yield _presence(unit, DelegateId(conflict.subject), said)


def _named_otherwise(unit: SettlingUnit, conflict: Conflict, choice: Choice) -> Iterator[FactDraft]:
    """Yield a number of their own for those who do not keep the one, or their codes without the one."""
    for claim in conflict.claims:
        who = DelegateId(str(claim["value"]))
        if who != choice.value:
            edits = unit.delegate_edits(who)
            value: Json = _number_beside(unit, who, conflict)
            if conflict.kind is ConflictKind.ONE_CODE:
                held = edits.value("aliases")
                value = [each for each in held if each != conflict.subject] if isinstance(held, list) else []
            values = {conflict.field: value}
            yield draft_of(unit, DelegateAmended, who, values, edits.superseding(values))


def _number_beside(unit: SettlingUnit, who: DelegateId, conflict: Conflict) -> str:
    """Return a free number that every laptop would give to this person, and to nobody else who has the one in question.

    Two laptops that settle apart then give one person one number, and two people two.
    """
    gone, letters = unit.withdrawn_numbers(), _letters_for(who, conflict)
    beside = (f"{conflict.subject}{letter}" for letter in letters)
    return next((each for each in beside if each not in gone and not unit.badge_no_is_borne(each)), free_number(unit))


def _letters_for(who: DelegateId, conflict: Conflict) -> str:
    """Return all letters, from that on which stands for a person among those who have one number."""
    taken = set[int]()
    for each in sorted({str(claim["value"]) for claim in conflict.claims}):
        first = int(each, 16) % len(LETTERS)
        while first in taken and len(taken) < len(LETTERS):
            first = (first + 1) % len(LETTERS)
        taken.add(first)
        if each == who:
            break
    return LETTERS[first:] + LETTERS[:first]


# ---- a claim, said once more


def said_of(unit: SettlingUnit, claim: Fact, about: str, field: str) -> FactDraft:
    """Return what a claim says, instead of all that stands now."""
    now = standing_facts(unit, claim, about, field)
    return said_after(unit, claim, about, field, now)


def said_after(unit: SettlingUnit, claim: Fact, about: str, field: str, now: Sequence[FactId]) -> FactDraft:
    """Return what a claim says, instead of the facts `now`."""
    follows, said = tuple(now), claim.said
    subject = Subject(f"{claim.subject.partition(':')[0]}:{about}")
    match said:
        case RideAssigned(bus=bus):
            return FactDraft(subject, RideAssigned(bus=bus, supersedes=follows))
        case Edit():
            value = value_in(unit, claim, field)
            if isinstance(said, BusEdit):
                return bus_draft(unit, BusAmended, BusCode(about), {field: value}, {field: follows})
            return draft_of(unit, DelegateAmended, DelegateId(about), {field: value}, {field: follows})
        case BusEmergencyMarked():  # at the bus, whoever it is about
            return FactDraft(claim.subject, structs.replace(said, after=follows, act=UNSET))
        case BusMove():
            return FactDraft(subject, BusMovedTo(state=said.becomes, after=follows))
        case JobChanged() | BadgeStated() | DelegateMerged() | DelegateParted() | ForumAdopted():
            return FactDraft(subject, structs.replace(said, after=follows, act=UNSET))
    raise TypeError(f"a {claim.kind} is no claim that can be said again")


def value_in(unit: ConflictReads, claim: Fact, field: str) -> Json:
    content = unit.document(claim.document) if claim.document else None
    return claim.said_as(Edit).with_document(object_of(content) if content else {}).get(field)


def standing_facts(unit: SettlingUnit, claim: Fact, about: str, field: str) -> Sequence[FactId]:
    """Return what stands now of the matter that a claim is about: what anything new must name."""
    match claim.said:
        case RideAssigned():
            return unit.movements(DelegateId(about)).ride.edits
        case Edit() as edit:
            bus = isinstance(edit, BusEdit)
            edits = unit.bus_record(BusCode(about)).edits if bus else unit.delegate_edits(DelegateId(about))
            return tuple(head.fact_id for head in edits.heads.get(field, ()))
        case ForumAdopted():
            return tuple(each.fact_id for each in unit.forum_versions())
        case BusEmergencyMarked(who=who):
            emergency = unit.bus_counts(BusCode(field)).emergency
            return tuple(each.fact_id for each in emergency.marks.get(who, ())) if emergency else ()
    return _state_facts(unit, claim, about)


def _state_facts(unit: SettlingUnit, claim: Fact, about: str) -> Sequence[FactId]:
    match claim.said:
        case JobChanged():
            job = unit.job(JobId(about))
            return job.facts if job else ()
        case BadgeStated():
            return unit.badge(DelegateId(about)).state_facts
        case BusMove():
            return unit.bus_record(BusCode(about)).state_facts
    return unit.merge(DelegateId(about)).facts
