"""Fills a store with as many delegates and facts as a great forum would have, every one of them valid."""

from collections.abc import Iterator, Sequence
from itertools import islice

from checkin_app.domain.canonical import Json, canonical
from checkin_app.domain.delegates import PUBLIC_FIELDS, Delegate, values_of
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CheckpointId, DelegateId, delegate_id_from, delegate_subject
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.outcomes import VERDICTS, Reason
from db.store import Store
from db.unit import Unit

_BATCH = 20_000
_GIVEN = ("Amina", "Bruno", "Chidi", "Dilnoza", "Émile", "Farah", "Goran", "Hana", "Ivo", "Jun", "Kaja", "Lwazi")
_FAMILY = ("Okonkwo", "Valdés", "Tissot", "Karimova", "Lindqvist", "Moreau", "Ndiaye", "Oyelaran", "Petrov", "Quispe")
_HAN = "陈林黄张李王吴刘蔡杨晓雨思远嘉怡子轩浩然梦琪文博雅静"
#: What one delegate's scans at one session come to, in turn.
_TURNS = (Reason.ADMITTED, Reason.ALREADY_IN, Reason.LEFT, Reason.NOT_INSIDE, Reason.REENTERED, Reason.ALREADY_IN)


def person(number: int, forum: Forum) -> Delegate:
    """Return the fictional delegate of a number."""
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number // len(_GIVEN) % len(_FAMILY)]
    latin = f"{given} {family}-{number // 120}"
    han = "".join(_HAN[number * step % len(_HAN)] for step in (1, 7, 11))
    routes = forum.routes
    return Delegate(
        id=delegate_id_from(forum.id, f"B{number}"),
        name=han if number % 3 == 0 else latin,
        latin_name=latin,
        family=family,
        given=given,
        delegation=f"Delegation {number % 180}",
        organisation=f"Institute {number % 900}",
        title="Delegate",
        category=forum.categories[number % len(forum.categories)].id,
        route=routes[number % len(routes)].id if routes else Delegate(DelegateId(""), "").route,
        phone=f"+999 {number:07d}",
        aliases=(f"T{number:08d}",),
        badge_no=f"{number:06d}",
        origin=f"B{number}",
    )


def fill(store: Store, delegates: int, facts: int) -> list[DelegateId]:
    """Record `delegates` registrations and then scans until there are `facts` facts; return the delegates' ids."""
    with store.unit() as unit:
        forum = unit.forum
    people = [person(number, forum) for number in range(delegates)]
    for batch in _batches(iter(people)):
        with store.unit() as unit:
            unit.record_all(_registration(unit, each) for each in batch)
            unit.commit()
    ids = [each.id for each in people]
    scans = islice(_scans(ids, [session.checkpoint for session in forum.sessions]), max(0, facts - delegates))
    while batch_of_scans := list(islice(scans, _BATCH)):
        with store.unit() as unit:
            unit.record_all(batch_of_scans)
            unit.commit()
    return ids


def pile_up(store: Store, count: int) -> None:
    """Record so many scans of whoever is there, as a laptop does that is alone for a day."""
    with store.unit() as unit:
        sessions = [session.checkpoint for session in unit.forum.sessions]
    scans = islice(_scans(list(store.queries().delegate_ids()), sessions), count)
    while some := list(islice(scans, _BATCH)):
        with store.unit() as unit:
            unit.record_all(some)
            unit.commit()


def _batches(people: Iterator[Delegate]) -> Iterator[list[Delegate]]:
    while batch := list(islice(people, _BATCH)):
        yield batch


def _registration(unit: Unit, each: Delegate) -> FactDraft:
    values = values_of(each)
    personal = {name: value for name, value in values.items() if name not in PUBLIC_FIELDS}
    public: dict[str, Json] = {name: value for name, value in values.items() if name in PUBLIC_FIELDS}
    registered = DelegateRegistered(values=public, document=unit.keep(canonical(personal)))
    return FactDraft(delegate_subject(each.id), registered)


def _scans(ids: Sequence[DelegateId], checkpoints: Sequence[CheckpointId]) -> Iterator[FactDraft]:
    turns = _TURNS
    while ids and checkpoints:
        for checkpoint in checkpoints:
            for reason in turns:
                for each in ids:
                    yield _scan(each, checkpoint, reason)
        turns = (Reason.REENTERED, *_TURNS[1:])  # nobody is admitted to one session twice


def _scan(each: DelegateId, checkpoint: CheckpointId, reason: Reason) -> FactDraft:
    decided = ScanDecided(
        delegate=each,
        direction="out" if reason in {Reason.LEFT, Reason.NOT_INSIDE} else "in",
        how="scanned",
        issue=1,
        verdict=VERDICTS[reason],
        reason=reason,
        checkpoint=checkpoint,
        rehearsal=False,
        details={},
    )
    return FactDraft(delegate_subject(each), decided)
