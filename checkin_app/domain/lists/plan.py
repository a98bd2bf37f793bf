"""What a delegate list would change: who is new, what is amended field by field, who is missing from it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from msgspec import Struct, structs

from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import FIELD_NAMES, WALK_IN, Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.freeing import free
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.again import NOBODY, Restored, Revocation, bus_of_merged, comes_after_all, met_again
from checkin_app.domain.lists.answers import Way
from checkin_app.domain.lists.groups import Group, GroupKey, Standing, grouped, notes_of
from checkin_app.domain.lists.holders import Kept, Missing, recognised, who_is_another
from checkin_app.domain.lists.left_off import LeftOff
from checkin_app.domain.lists.memory import NOTHING_REMEMBERED, ListMemory
from checkin_app.domain.lists.notes import TOLD, Note
from checkin_app.domain.lists.reading import Reading
from checkin_app.domain.lists.row import Refused, Taken
from checkin_app.domain.lists.sheet import Heed, heedless
from checkin_app.domain.lists.values import Value
from checkin_app.domain.lists.who_is_who import identified
from checkin_app.domain.texts import Phrase


@dataclass(frozen=True, slots=True)
class Change:
    """One field that the list says differently."""

    field: str
    old: Value
    new: Value
    held: bool = False
    """The old value was set by a person on one of the laptops: it stays unless a person says otherwise."""


class New(Struct, frozen=True):
    row: Taken
    delegate: Delegate


class Changed(Struct, frozen=True):
    row: Taken
    delegate: Delegate
    """As known now."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A row that says that somebody does not come."""

    row: Taken
    delegate: Delegate | None
    """None where nobody here is that; whom a list cancels is not registered by it."""


@dataclass(frozen=True, slots=True)
class Ride:
    """A row that puts somebody on the list of a bus."""

    row: Taken
    delegate: DelegateId


@dataclass(frozen=True)
class Plan:
    """Everything a list comes to, before anything is written; what is counted in it is counted once."""

    reading: Reading
    new: tuple[New, ...]
    changed: tuple[Changed, ...]
    unchanged: tuple[DelegateId, ...]
    not_on_list: tuple[DelegateId, ...]
    """Known here and not on this list; nobody is ever removed by a list."""
    notes: Mapping[int, tuple[Note, ...]]
    """What was noticed on each taken row that has anything, by its number."""
    cancelled: tuple[Cancelled, ...] = ()
    rides: tuple[Ride, ...] = ()
    restored: tuple[Restored, ...] = ()
    left_off: tuple[LeftOff, ...] = ()
    file: str = ""
    """The name of the list's file, by which it is told from others once it is taken in."""
    memory: ListMemory = NOTHING_REMEMBERED
    """What is remembered of it for the next list with the same headings."""
    teaches: bool = False
    """Whether that is more or less than was remembered of such a list before."""
    as_of: int = -1
    """The last fact that was known when the list was compared; -1 where more than the facts may have changed since."""

    @property
    def refused(self) -> tuple[Refused, ...]:
        return self.reading.refused

    @cached_property
    def questions(self) -> tuple[Taken, ...]:
        """Return the taken rows that a person should look at."""
        return tuple(row for row in self.reading.taken if any(note.asks for note in self.notes.get(row.number, ())))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return what is said of rows, once a kind and value: what presses most first."""
        noted = self.notes
        said = ((row, notes_of(row, noted)) for row in chain(self.reading.rows, self.left_off))
        return grouped(said, self.reading.answers)

    @property
    def struck(self) -> tuple[LeftOff, ...]:
        """Return whom the list cancels by leaving them off, once a person has said that it does."""
        return self.left_off if self.left_off and self.left_off[0].note.answer == Way.CANCEL else ()

    @cached_property
    def looks(self) -> int:
        """Return how many a person should look at."""
        return len(self.questions) + sum(each.note.asks for each in self.left_off)

    @cached_property
    def to_look_at(self) -> tuple[Group, ...]:
        """Return the groups of rows that were taken: to answer, to look at, answered, told."""
        return tuple(each for each in self.groups if each.standing is not Standing.REFUSED)

    @cached_property
    def refusals(self) -> tuple[Group, ...]:
        """Return the groups of rows that were not taken, also of those that a person said are not to be."""
        return tuple(each for each in self.groups if isinstance(each.rows[0], Refused))

    @cached_property
    def places(self) -> Mapping[GroupKey, int]:
        """Return where each group stands among those to look at."""
        return {each.key: place for place, each in enumerate(self.to_look_at)}

    @cached_property
    def held(self) -> int:
        """Return how many people have changes that wait for a person's word."""
        return sum(any(change.held for change in each.changes) for each in self.changed)

    @cached_property
    def going_in(self) -> frozenset[int]:
        """Return the numbers of the rows that add or amend somebody."""
        amended = {each.row.number for each in self.changed if not all(change.held for change in each.changes)}
        said = {each.row.number for each in self.rides} | {each.row.number for each in self.restored}
        said |= {each.row.number for each in self.cancelled if each.delegate} | {each.number for each in self.struck}
        return frozenset(amended.union(said, (each.row.number for each in self.new)))

    @cached_property
    def further(self) -> tuple[int, ...]:
        """Return the numbers of rows, each once for every further person whom it adds."""
        return tuple(each.row.number for each in self.new if each.row.part)

    @cached_property
    def only_held(self) -> frozenset[int]:
        """Return the numbers of the rows that amend somebody only once what people set gives way."""
        return frozenset(each.row.number for each in self.changed) - self.going_in

    def count(self) -> None:
        """Count everything now, in whichever thread has the time: a screen asks for it at every stroke."""
        for counted in (self.reading, self):
            for name, each in vars(type(counted)).items():
                if isinstance(each, cached_property):
                    getattr(counted, name)

    def same_as(self, other: "Plan") -> bool:
        """Return whether both would write the same."""
        return all(
            getattr(self, each) == getattr(other, each)
            for each in ("new", "changed", "cancelled", "rides", "restored", "left_off", "not_on_list")
        )

    def sentence(self) -> str:
        parts = {
            "new": len(self.new),
            "changed": len(self.changed),
            "unchanged": len(self.unchanged),
            "not on this list (kept)": len(self.not_on_list) - len(self.struck),
            "cancelled": len(self.cancelled) + len(self.struck),
            "cancelled before and let in again": len(self.restored),
            "put on a bus": len(self.rides),
            "not taken": len(self.refused),
            "to look at": self.looks,
            "kept as set on a laptop": self.held,
        }
        always = {"new", "changed", "unchanged", "not on this list (kept)", "not taken", "to look at"}
        parts = {what: count for what, count in parts.items() if count or what in always}
        return f"{self.reading.count} rows: " + ", ".join(f"{count} {what}" for what, count in parts.items()) + "."

    def remarks(self) -> Iterator[str]:
        """Yield what a person should read, a line each: about the list, about rows once a kind, about each change."""
        yield from (str(note) for note in self.reading.notes)
        yield from (each.in_words() for each in self.groups if each.standing is not Standing.TOLD)
        for each in self.changed:
            yield from (f"Row {each.row.number}, {each.row.name}: {_in_words(change)}" for change in each.changes)

    def summary(self) -> dict[str, Json]:
        """Return the plan as JSON: counts, and each row that is not simply new or unchanged."""
        told = Counter(str(note.key) for notes in self.notes.values() for note in notes if note.key in TOLD)
        return {
            "rows": self.reading.count,
            "taken": len(self.reading.taken),
            "new": len(self.new),
            "changed": len(self.changed),
            "unchanged": len(self.unchanged),
            "held": self.held,
            "cancelled": [each.row.number for each in self.cancelled],
            "left_off": [each.delegate.id for each in self.left_off],
            "restored": [each.row.number for each in self.restored],
            "rides": {str(each.row.number): each.row.bus for each in self.rides},
            "not_on_list": [*self.not_on_list],
            "columns": {str(place + 1): str(kind) for place, kind in self.reading.columns.fields.items()},
            "header_row": self.reading.columns.header + 1,
            "list_notes": [_note_json(note) for note in self.reading.notes],
            "told": dict(told),
            "refused": [{"row": row.number, **_note_json(row.note)} for row in self.refused],
            "questions": [
                {"row": row.number, "name": row.name, **_note_json(note)}
                for row in self.questions
                for note in self.notes[row.number]
                if note.asks
            ],
            "changes": [_changed_json(each) for each in self.changed],
        }


def _in_words(change: Change) -> str:
    held = " (kept: it was set on a laptop)" if change.held else ""
    return f"{change.field}: {_shown(change.old)} → {_shown(change.new)}{held}"


def _shown(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value) or "–"


def _note_json(note: Note) -> dict[str, Json]:
    told: dict[str, Json] = {
        name: str(each) if isinstance(each, Phrase) else each for name, each in note.details.items()
    }
    return {"reason": str(note.key), "sentence": str(note), "details": told}


def _changed_json(each: Changed) -> dict[str, Json]:
    changes: list[Json] = [
        {"field": change.field, "old": as_json(change.old), "new": as_json(change.new), "held": change.held}
        for change in each.changes
    ]
    return {"row": each.row.number, "delegate_id": each.delegate.id, "name": each.row.name, "changes": changes}


def as_json(value: Value) -> Json:
    return list(value) if isinstance(value, tuple) else value


# ---- comparing


def compare(  # noqa: PLR0913, PLR0917 - the list, what it is compared with, and who hears of it
    existing: Mapping[DelegateId, Delegate],
    reading: Reading,
    forum: Forum,
    heed: Heed = heedless,
    voided: Mapping[DelegateId, Delegate] | None = None,
    revoked: Mapping[DelegateId, Revocation] = NOBODY,
) -> Plan:
    """Return what the rows of a list would change; the same list against its own outcome changes nothing.

    A field whose column the list lacks is left alone, an emptied cell empties its field, a `voided` record keeps its row.
    Of those whose badges are `revoked` it is said, and asked where lists alone did, whether they come after all.
    """
    everybody = {**existing, **voided} if voided else existing
    owned, told = recognised(identified(reading.taken, everybody, forum), everybody, existing, reading.answers)
    missing = [each for each in existing.values() if each.id not in owned]
    kept, known = Kept.of(everybody, owned), Missing.of(missing)
    new, changed, unchanged = list[New](), list[Changed](), list[DelegateId]()
    cancelled, rides, restored, notes = list[Cancelled](), list[Ride](), list[Restored](), dict[int, tuple[Note, ...]]()
    for delegate, row in owned.items():
        heed(len(owned), len(owned))
        former = everybody.get(delegate)
        values, doubts = kept.free(row)
        met = bus_of_merged(row) if row.bus and delegate in (voided or ()) else ()
        met = (*met, *met_again(row, revoked[delegate], reading.answers)) if delegate in revoked else met
        perhaps = told.get(delegate) or (who_is_another(former, row) if former else known.perhaps(row, reading.answers))
        doubts = (*met, *row.notes, *doubts, *perhaps)
        if any(map(comes_after_all, met)):
            restored.append(Restored(row, delegate))
        if doubts:
            notes[row.number] = (*notes.get(row.number, ()), *doubts) if row.part else doubts
        if row.cancelled:
            cancelled.append(Cancelled(row, former))
            continue
        if row.bus and delegate not in (voided or ()):  # of one person one row says where they ride
            rides.append(Ride(row, delegate))
        if former is None:
            new.append(New(row, _registered(delegate, row, values, forum)))
        elif changes := tuple(_changes(former, row, values)):
            changed.append(Changed(row, former, changes))
        else:
            unchanged.append(delegate)
    gone = tuple(each.id for each in missing if not each.origin.startswith(WALK_IN))
    said = (tuple(cancelled), tuple(rides), tuple(restored))
    return Plan(reading, tuple(new), tuple(changed), tuple(unchanged), gone, notes, *said)


def _registered(delegate: DelegateId, row: Taken, values: Mapping[str, Value], forum: Forum) -> Delegate:
    known: dict[str, Any] = {"category": forum.default_category, **values}
    known["aliases"] = _aliases(row, values)
    return Delegate(id=delegate, origin=row.registration, **known)


def _aliases(row: Taken, values: Mapping[str, Value]) -> tuple[str, ...]:
    codes = values.get("aliases", ())
    listed = codes if isinstance(codes, tuple) else ()
    return tuple(dict.fromkeys((*listed, *([row.registration] if row.registration else []))))


def _changes(former: Delegate, row: Taken, values: Mapping[str, Value]) -> Iterator[Change]:
    for name in FIELD_NAMES:
        if name not in values:
            continue
        old, new = getattr(former, name), values[name]
        if name == "aliases":
            new = _aliases(row, values)
            if set(new) == set(old):
                continue
        if old != new:
            yield Change(name, old, new)


def hold(plan: Plan, by_hand: Mapping[DelegateId, frozenset[str]]) -> Plan:
    """Return the plan with those changes held back whose old value a person set on a laptop."""
    if not any(by_hand.values()):
        return plan
    changed = tuple(
        structs.replace(
            each,
            changes=tuple(
                replace(change, held=change.field in by_hand.get(each.delegate.id, frozenset()))
                for change in each.changes
            ),
        )
        for each in plan.changed
    )
    return replace(plan, changed=changed)


def let_go(plans: list[Plan]) -> None:
    """Free plans piece by piece, where `plans` alone holds them: freed in one go they would hold up every thread."""
    while plans:
        plan = plans.pop()
        rows: list[object] = [*plan.reading.rows]
        said = vars(plan).get("groups", ())
        parts: list[list[object]] = [rows, [*plan.new], [*plan.changed], [*plan.notes.values()], [*said]]
        del plan, said
        free(parts)
