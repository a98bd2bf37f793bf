"""Who stood on earlier versions of a list and is not on this one."""

from dataclasses import replace
from typing import Protocol

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answers import Way
from checkin_app.domain.lists.holders import called
from checkin_app.domain.lists.left_off import EarlierList, LeftOff, struck_from
from checkin_app.domain.lists.memory import memory_in
from checkin_app.domain.lists.notes import Remark
from checkin_app.domain.lists.plan import Plan
from checkin_app.services.ports.badges import RevocationReads
from checkin_app.services.ports.operations import ListMemoryReads
from checkin_app.services.ports.people import MergeReads, PersonReads

#: Among so many of the last lists those with the same headings are looked for.
REMEMBERED = 100


class EarlierReads(ListMemoryReads, RevocationReads, PersonReads, MergeReads, Protocol):
    """Knows whom earlier lists named, and whose badges are valid."""


def with_left_off(state: EarlierReads, plan: Plan) -> Plan:
    """Return the plan with those who stood on earlier versions of the list, are not on it and could still come."""
    documents = state.list_documents(REMEMBERED) if plan.memory.headings else {}
    former = {log: memory_in(document) for log, document in documents.items()}
    headed = {log: memory.follows for log, memory in former.items() if memory.headings == plan.memory.headings}
    if not headed:
        return plan
    missing = frozenset(plan.not_on_list)
    named = state.named_by_lists([*headed]) if missing else {}
    earlier = {log: EarlierList(named.get(log, ()), follows) for log, follows in headed.items()}
    versions, struck = struck_from(earlier, missing) if missing else (tuple(headed), frozenset())
    memory = replace(plan.memory, follows=versions)
    return replace(plan, memory=memory, left_off=_left_off(state, plan, struck) if struck else ())


def _left_off(state: EarlierReads, plan: Plan, struck: frozenset[DelegateId]) -> tuple[LeftOff, ...]:
    said = [note for notes in plan.notes.values() for note in notes if note.key is Remark.MAYBE_KNOWN]
    perhaps_on_it = {note.details["holder"] for note in said if note.answer != Way.OTHER}
    revoked, on_it = state.revocations(), {*plan.unchanged, *(each.delegate.id for each in plan.changed)}
    note = plan.reading.answers.note(Remark.LEFT_OFF, "", {}, each=False)
    found: list[LeftOff] = []
    for who in plan.not_on_list:
        if who not in struck or who in revoked or not on_it.isdisjoint(state.voided(who)):
            continue
        person = state.delegate(who)
        if person and called(person) not in perhaps_on_it:
            found.append(LeftOff(-1 - len(found), person, note))
    return tuple(found)
