"""An emergency at a bus is called, everybody on its list is marked safe or injured, and it is ended."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from msgspec import UNSET, UnsetType, structs

from checkin_app.domain.buses import Bus
from checkin_app.domain.canonical import canonical
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.emergencies import (
    PERSON,
    Condition,
    Emergency,
    How,
    Mark,
    crew_keys,
    in_order_of_need,
    is_guest,
)
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.head_counts import BusCounts, Crew, crew_of
from checkin_app.domain.ids import BusCode, DelegateId, Digest, FactId, StationId, bus_subject
from checkin_app.domain.kinds.emergencies import BusEmergencyCalled, BusEmergencyEnded, BusEmergencyMarked, OfEmergency
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_emergencies import (
    EmergencyIsOn,
    EmergencyIsOver,
    EmergencyIsReal,
    NobodyCalledSo,
    NoEmergency,
)
from checkin_app.domain.sightings import LastSeen, last_seen
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.domain.swaps import Swap
from checkin_app.services.bus_moves import LONGEST_REASON, known_bus, reason_kept
from checkin_app.services.ports.acting import Makers
from checkin_app.services.ports.buses import BusReads, Manifest
from checkin_app.services.ports.people import DelegateCard, PersonReads
from checkin_app.services.ports.stations import Station
from checkin_app.services.ports.transactions import Keeping, Opens, Transaction


class EmergencyUnit(PersonReads, BusReads, Transaction, Protocol):
    """Writes down what is said of an emergency."""


class EmergencyReads(Protocol):
    """What is known of those on a list, and of who marked them."""

    def card(self, delegate: DelegateId) -> DelegateCard | None: ...
    def cards(self, delegates: Sequence[DelegateId]) -> Sequence[DelegateCard]: ...
    def stations(self) -> Sequence[Station]: ...
    def makers(self, facts: Collection[FactId]) -> Makers: ...


@dataclass(frozen=True, slots=True)
class EmergencyLine:
    """One person on the list of an emergency."""

    who: str
    """Their id, or what they are among the crew."""
    delegate: Delegate | None
    """None of the crew, and of a guest whose details are not here yet."""
    crew: Crew | None
    name: str
    """Of one of the crew, where it is known."""
    phone: str
    was_aboard: bool
    """As it was called, by the scans; false of who was expected."""
    is_listed: bool
    """False of who was found on the spot and was not on the list."""
    condition: Condition
    marks: tuple[Mark, ...] = ()
    """What was said of them; several contradict each other."""
    is_contradicted: bool = False
    seen: LastSeen | None = None
    """Where a badge of theirs was scanned since the call: a hint, no proof."""

    @property
    def called(self) -> str:
        return self.delegate.called if self.delegate else self.name

    @property
    def note(self) -> str:
        return self.marks[-1].note if self.marks else ""


@dataclass(frozen=True, slots=True)
class EmergencyStanding:
    """An emergency as it stands: before it is called, what would be frozen."""

    bus: Bus
    lines: tuple[EmergencyLine, ...]
    """As they stand on paper: the crew, who was aboard, who was expected, who was found besides."""
    emergency: Emergency | None = None
    """None as long as none was called."""
    version: int = 0
    """How many facts the list rests, or would rest, on."""
    rehearsal: bool = False
    makers: Makers = field(default_factory=Makers)
    stations: Mapping[StationId, str] = field(default_factory=dict)
    changes: ChangeSet = frozenset()
    swap: Swap | None = None
    """That another bus takes over from this one; who is on its list stays on it."""

    @property
    def by_need(self) -> tuple[EmergencyLine, ...]:
        """Return the lines in the order in which people are to be looked for."""
        if self.emergency is None:
            return self.lines
        known = {each.who: each for each in self.lines}
        return tuple(known[who] for who in in_order_of_need(self.emergency, known))


@dataclass(frozen=True, slots=True)
class Emergencies:
    """What whoever is at a bus says as something terrible happens."""

    open_unit: Opens[EmergencyUnit]
    reads: EmergencyReads
    manifest: Callable[[BusCode], Manifest]
    counted: Callable[[], Mapping[BusCode, BusCounts]]

    def look(self, bus: BusCode) -> EmergencyStanding:
        """Return the emergency that is on at a bus, else the last one; where there was none, whom a call would freeze.

        Raises:
            UnknownBus: there is no such bus.
        """
        manifest = self.manifest(bus)
        counts = self.counted().get(bus, BusCounts())
        if counts.emergency is None:
            said = _frozen(manifest, counts)
            return self._standing(manifest, (*said.crew, *said.aboard, *said.expected), None)
        people = (*counts.emergency.people, *counts.emergency.added)
        return self._standing(manifest, people, counts.emergency)

    def foresee(self, bus: BusCode) -> EmergencyStanding:
        """Return whom a call would freeze now, whatever was before.

        Raises:
            UnknownBus: there is no such bus.
        """
        manifest = self.manifest(bus)
        said = _frozen(manifest, self.counted().get(bus, BusCounts()))
        return self._standing(manifest, (*said.crew, *said.aboard, *said.expected), None)

    def call(self, bus: BusCode, reason: str = "") -> EmergencyStanding:
        """Call an emergency: who is aboard or looked for is frozen, nobody boards, and the bus does not leave.

        Raises:
            UnknownBus, EmergencyIsOn, FieldInvalid: and nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            known_bus(unit, bus)
            counts = unit.bus_counts(bus)
            if counts.emergency and counts.emergency.is_on:
                raise EmergencyIsOn(bus=bus)
            # Asked once nobody else writes: who boards meanwhile is on the list, or refused.
            said = _frozen(self.manifest(bus), counts)
            changes = _said(unit, bus, structs.replace(said, document=_reason(unit, reason, is_needed=False)))
        return replace(self.look(bus), changes=changes)

    def mark(self, bus: BusCode, who: str, condition: Condition, note: str = "") -> EmergencyStanding:
        """Say how somebody is, also of who was not on the list, and once it is over.

        Raises:
            UnknownBus, NoEmergency, NobodyCalledSo, FieldInvalid: and nothing was changed, as if whoever acts may not.
        """
        with self.open_unit() as unit:
            known_bus(unit, bus)
            emergency = unit.bus_counts(bus).emergency
            if emergency is None:
                raise NoEmergency(bus=bus)
            name = _on_the_list(unit, emergency, who)
            if name is None:
                raise NobodyCalledSo(bus=bus, name=who)
            former, told = emergency.marks.get(name, ()), " ".join(note.split())
            if [(each.condition, each.note) for each in former] == [(condition, told)]:
                return self.look(bus)  # pressed twice
            said = BusEmergencyMarked(
                calls=emergency.call_facts,
                who=name,
                condition=condition,
                after=tuple(each.fact_id for each in former),
                document=_note_kept(unit, told),
            )
            changes = _said(unit, bus, said)
        return replace(self.look(bus), changes=changes)

    def end(self, bus: BusCode, how: How = How.OVER, reason: str = "") -> EmergencyStanding:
        """End an emergency: the bus is again what it was.

        A reason is needed where it was a false alarm, and where somebody is still looked for.

        Raises:
            UnknownBus, NoEmergency, EmergencyIsOver, EmergencyIsReal, FieldInvalid: and nothing was changed, as if whoever acts may
                not.
        """
        with self.open_unit() as unit:
            known_bus(unit, bus)
            emergency = unit.bus_counts(bus).emergency
            if emergency is None:
                raise NoEmergency(bus=bus)
            if not emergency.is_on:
                raise EmergencyIsOver(bus=bus)
            injured = emergency.figures[Condition.INJURED]
            if how is How.FALSE_ALARM and injured:
                raise EmergencyIsReal(bus=bus, people=injured)
            said = BusEmergencyEnded(
                calls=emergency.call_facts,
                how=how,
                unknown=emergency.looked_for,
                after=emergency.facts,
                document=_reason(unit, reason, is_needed=how is How.FALSE_ALARM or emergency.looked_for > 0),
            )
            changes = _said(unit, bus, said)
        return replace(self.look(bus), changes=changes)

    def _standing(self, manifest: Manifest, people: Sequence[str], emergency: Emergency | None) -> EmergencyStanding:
        cards = self._cards(people)
        rehearsal = emergency.rehearsal if emergency else manifest.rehearsal
        absent = frozenset(line.delegate.id for line in manifest.lines if not line.aboard)
        lines = _Lines(manifest, emergency, cards, rehearsal, absent)
        facts = [each.fact_id for each in _statements(emergency)] if emergency else []
        return EmergencyStanding(
            manifest.bus,
            tuple(lines.line(who) for who in people),
            emergency,
            emergency.calls[0].version if emergency else manifest.version,
            rehearsal,
            self.reads.makers(facts) if facts else Makers(),
            {each.id: each.name for each in self.reads.stations()},
            swap=manifest.swap,
        )

    def _cards(self, people: Sequence[str]) -> Mapping[str, DelegateCard]:
        guests = [DelegateId(who) for who in people if is_guest(who)]
        cards: dict[str, DelegateCard] = {each.delegate.id: each for each in self.reads.cards(guests)}
        for who in guests:
            if who not in cards and (card := self.reads.card(who)):  # merged into another record since
                cards[who] = card
        return cards


@dataclass(frozen=True, slots=True)
class _Lines:
    """Says of everybody on the list what is known."""

    manifest: Manifest
    emergency: Emergency | None
    cards: Mapping[str, DelegateCard]
    rehearsal: bool
    absent: frozenset[str]
    """Whoever is listed and not aboard now."""

    def line(self, who: str) -> EmergencyLine:
        card, emergency = self.cards.get(who), self.emergency
        crew, name, phone = _crew(self.manifest.bus, who) if card is None else (None, "", card.delegate.phone)
        marks = emergency.marks.get(who, ()) if emergency else ()
        return EmergencyLine(
            who,
            card.delegate if card else None,
            crew,
            name,
            phone,
            emergency.was_aboard(who) if emergency else who not in self.absent,
            emergency is None or emergency.is_listed(who),
            emergency.condition(who) if emergency else Condition.UNKNOWN,
            marks,
            bool(emergency and emergency.is_contradicted(who)),
            self._seen(card) if card else None,
        )

    def _seen(self, card: DelegateCard) -> LastSeen | None:
        if self.emergency is None:
            return None
        seen = last_seen(card.movements.presences, rehearsal=self.rehearsal)
        return seen if seen and seen.at > self.emergency.at else None


def _statements(emergency: Emergency) -> list[Mark]:
    return [mark for some in emergency.marks.values() for mark in some]


def _crew(bus: Bus, who: str) -> tuple[Crew | None, str, str]:
    """Return what one of the crew is, and the name and phone of the first of the kind where the bus names one."""
    if is_guest(who):
        return None, "", ""
    word, _, number = who.partition("-")
    named = {"driver": (bus.driver, bus.driver_phone), "guide": (bus.guide, ""), "staff": (bus.coordinator, "")}
    name, phone = named.get(word, ("", "")) if number == "1" else ("", "")
    return Crew(word), name, phone


def _frozen(manifest: Manifest, counts: BusCounts) -> BusEmergencyCalled:
    """Return the call that freezes who is aboard, who is looked for, and who is there besides guests.

    The bus's coordinator counts as aboard where nobody said who is: too many names are looked for rather than too few.
    """
    crew = crew_of(manifest.bus, counts)
    if counts.crew is None and manifest.bus.coordinator:
        crew[Crew.STAFF] = 1
    sought = sought_as(manifest.bus.state)
    emergency = counts.emergency
    return BusEmergencyCalled(
        version=manifest.version,
        aboard=tuple(
            line.delegate.id
            for line in manifest.lines
            if manifest.standing(line) in {Standing.ABOARD, Standing.UNLISTED}
        ),
        expected=tuple(line.delegate.id for line in manifest.lines if manifest.standing(line) is sought),
        crew=crew_keys({each: crew[each] for each in Crew if each in crew}),
        rehearsal=manifest.rehearsal,
        after=emergency.facts if emergency else (),
    )


def _on_the_list(unit: PersonReads, emergency: Emergency, who: str) -> str | None:
    """Return by which name somebody stands on the list; a guest who does not is found by their id, and None is nobody."""
    if emergency.is_listed(who) or who in emergency.added:
        return who
    if not PERSON.fullmatch(who):
        return None
    if not is_guest(who):
        return who  # one more of the crew
    found = unit.delegate(DelegateId(who))
    if found is None:
        return None
    # Who was merged into another record since stands under the id of then.
    former = [each for each in emergency.people if is_guest(each) and _is_now(unit, each, found.id)]
    return former[0] if former else found.id


def _is_now(unit: PersonReads, name: str, who: DelegateId) -> bool:
    known = unit.delegate(DelegateId(name))
    return known is not None and known.id == who


def _reason(unit: Keeping, reason: str, *, is_needed: bool) -> Digest | UnsetType:
    return reason_kept(unit, reason) if is_needed or reason.strip() else UNSET


def _note_kept(unit: Keeping, note: str) -> Digest | UnsetType:
    if len(note) > LONGEST_REASON:
        expected = Expected.AT_MOST.of(most=LONGEST_REASON)
        raise FieldInvalid(field=Entry.NOTE, value=Found.CHARACTERS.of(length=len(note)), expected=expected)
    return unit.keep(canonical({"note": note})) if note else UNSET


def _said(unit: EmergencyUnit, bus: BusCode, said: OfEmergency) -> ChangeSet:
    unit.record(FactDraft(bus_subject(bus), said))
    unit.commit()
    return unit.changes
