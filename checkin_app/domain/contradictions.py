"""What laptops did apart that cannot all be right: what each is, what a person can choose, and what was chosen.  Pure."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads
from checkin_app.domain.ids import (
    ContradictionId,
    FactId,
    Instant,
    StationId,
    contradiction_of,
    station_of,
)
from checkin_app.domain.kinds.contradictions import ContradictionSettled
from checkin_app.domain.whole_numbers import whole_number


class ConflictKind(StrEnum):
    TWO_BUSES = "two_buses"
    TWO_LISTS = "two_lists"
    TWO_PLACES = "two_places"
    TWO_BADGES = "two_badges"
    OLD_BADGE = "old_badge"
    """A badge that was void let somebody pass at a laptop that had not heard of that."""
    TWO_EDITS = "two_edits"
    TWO_STATES = "two_states"
    """A bus that was moved, a print job that was settled, or a badge that was revoked and restored, in two ways apart."""
    TWO_CONDITIONS = "two_conditions"
    """Somebody on the list of an emergency who is safe by one laptop and not by another."""
    TWO_RECORDS = "two_records"
    """A record that was merged into two others, or merged and taken apart, by laptops apart."""
    OVERBOOKED = "overbooked"
    ONE_NUMBER = "one_number"
    """Two people bear one badge number: who types it finds nobody."""
    ONE_CODE = "one_code"
    """One code of another system stands for two people: who scans it is nobody."""
    SET_ASIDE = "set_aside"
    """Facts of one laptop of which others stand in the same places: a copy of its folder was in use."""


class Standing(StrEnum):
    """How far a contradiction is."""

    OPEN = "open"
    WAITING = "waiting"
    """Somebody said that nobody knows yet, and asks."""
    UNDONE = "undone"
    """It was settled, and that was taken back: it is open again."""
    SETTLED = "settled"


class Effect(StrEnum):
    """What a choice comes to."""

    THIS = "this"
    """One of the claims is true, and the others are not."""
    NEITHER = "neither"
    BOTH = "both"
    """All of it is true, and stays as it is."""
    RENEW = "renew"
    """The badge is void, and a further one is given out."""
    OFF = "off"
    """Who is over the seats is not aboard."""
    OUT = "out"
    """Whoever came was not the guest: they were not there."""
    MERGE = "merge"
    """Both are one person."""
    WAIT = "wait"
    """Nobody knows yet: it stays open, and everybody sees that it is being asked."""


#: What cannot be taken back: the number of a badge is never given out again.
LASTING = frozenset({Effect.RENEW})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers, in the order of their number keys."""

    effect: Effect
    claim: FactId | None = None
    value: str | int = ""
    """What the chosen claim says."""

    @property
    def key(self) -> str:
        """Return the name by which it is recorded, the same on every laptop."""
        return f"{self.effect}:{self.claim}" if self.claim else self.effect.value

    @property
    def lasts(self) -> bool:
        return self.effect in LASTING


@dataclass(frozen=True, slots=True)
class Said:
    """What one laptop said of a contradiction."""

    fact_id: FactId
    at: Instant
    station: StationId
    choice: str
    """The key of a choice; empty where a settlement was taken back."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What was said of one contradiction, by laptops that may not have known of each other."""

    id: ContradictionId
    what: str
    about: str
    field: str
    rehearsal: bool
    claims: tuple[FactId, ...]
    shown_by: tuple[FactId, ...]
    """Facts that said the same as `claims` once more."""
    answers: tuple[Said, ...]
    """Those that nothing follows: what a new one must name."""

    @property
    def is_apart(self) -> bool:
        """Return whether laptops apart settled it in different ways."""
        return len({each.choice for each in self.answers}) > 1

    @property
    def standing(self) -> Standing:
        said = {each.choice for each in self.answers}
        if len(said) != 1:
            return Standing.OPEN
        match said.pop():
            case "":
                return Standing.UNDONE
            case Effect.WAIT.value:
                return Standing.WAITING
        return Standing.SETTLED


@dataclass(frozen=True, slots=True)
class Conflict:
    """A contradiction as it stands."""

    kind: ConflictKind
    subject: str
    """Delegate id, one of a bus's crew, bus code, print job, badge number, a code of another system, or a log."""
    name: str
    field: str
    """The field edited twice, the bus at which there is an emergency, or empty."""
    claims: tuple[Mapping[str, str | int], ...]
    """Each: ``fact_id``, ``at``, ``station`` and ``value``; of a scan ``how`` its person was made known, of what somebody
    said of a person a ``note``."""
    rehearsal: bool = False
    """It happened in a rehearsal: nobody need settle it."""
    may_stay: bool = True
    """Whether things may be left as they are: no bus leaves with more than its licensed seats."""
    count: int = 0
    """How many facts are set aside."""
    answers: tuple[Said, ...] = ()
    """What was said of it already; more than one where laptops apart settled it in different ways."""
    standing: Standing = Standing.OPEN
    shown_by: tuple[FactId, ...] = ()
    """The facts that say the same as `claims` once more, since a settlement was taken back."""
    known_as: ContradictionId | None = None
    """Its id, where that does not follow from the rest: what a settlement does not repeat of a guest."""

    @property
    def id(self) -> ContradictionId:
        return self.known_as or contradiction_id(self.kind, self.subject, self.field, rehearsal=self.rehearsal)

    @property
    def stations(self) -> tuple[StationId, ...]:
        """Return the laptops that contradict each other."""
        return tuple(dict.fromkeys(StationId(str(claim["station"])) for claim in self.claims))

    @property
    def facts(self) -> tuple[FactId, ...]:
        """Return the facts that contradict each other."""
        return tuple(FactId(str(claim["fact_id"])) for claim in self.claims)


def contradiction_id(kind: ConflictKind, subject: str, name: str, *, rehearsal: bool) -> ContradictionId:
    """Return the id that every laptop gives to one contradiction."""
    told = "\n".join((kind, subject, name, "rehearsal" if rehearsal else ""))
    return ContradictionId(hashlib.sha256(told.encode(errors="replace")).hexdigest()[:16])


_PER_CLAIM = frozenset(
    {
        ConflictKind.TWO_BUSES,
        ConflictKind.TWO_LISTS,
        ConflictKind.TWO_EDITS,
        ConflictKind.TWO_STATES,
        ConflictKind.TWO_CONDITIONS,
        ConflictKind.TWO_RECORDS,
        ConflictKind.ONE_NUMBER,
        ConflictKind.ONE_CODE,
    }
)
_BESIDES: Mapping[ConflictKind, tuple[Effect, ...]] = {
    ConflictKind.TWO_BUSES: (Effect.NEITHER,),
    ConflictKind.TWO_LISTS: (Effect.NEITHER,),
    ConflictKind.TWO_PLACES: (Effect.BOTH, Effect.RENEW),
    ConflictKind.TWO_BADGES: (Effect.BOTH, Effect.RENEW),
    ConflictKind.OLD_BADGE: (Effect.BOTH, Effect.OUT),
    ConflictKind.OVERBOOKED: (Effect.BOTH, Effect.OFF),
    ConflictKind.SET_ASIDE: (Effect.BOTH,),
}


def choices(conflict: Conflict) -> tuple[Choice, ...]:
    """Return what a person can choose; the last is always that nobody knows yet."""
    return (*_choices(conflict), Choice(Effect.WAIT))


def _choices(conflict: Conflict) -> Iterator[Choice]:
    if conflict.kind in _PER_CLAIM:
        values: dict[str | int, FactId] = {}
        for claim in conflict.claims:
            values.setdefault(claim["value"], FactId(str(claim["fact_id"])))
        yield from (Choice(Effect.THIS, fact_id, value) for value, fact_id in values.items())
    if conflict.kind in {ConflictKind.ONE_NUMBER, ConflictKind.ONE_CODE} and len(conflict.claims) == 2:
        yield Choice(Effect.MERGE)
    for effect in _BESIDES.get(conflict.kind, ()):
        if effect is not Effect.BOTH or conflict.may_stay:
            yield Choice(effect)


def chosen(conflict: Conflict, key: str) -> Choice | None:
    """Return the choice that is called so, by its key or by its number from 1 on."""
    offered = choices(conflict)
    if number := whole_number(key, len(offered)):
        return offered[number - 1]
    return next((each for each in offered if each.key == key), None)


def effect_of(key: str) -> Effect | None:
    """Return what a recorded choice came to; None for one of a newer version, or of none."""
    word = key.partition(":")[0]
    return Effect(word) if word in set(Effect) else None


def fold_settlement(facts: Iterable[Fact]) -> Settlement | None:
    """Return what was said of one contradiction after `facts`, in any order; None where it was only reopened."""
    known = list(facts)
    settled = sorted(
        (each for each in known if isinstance(each.said, ContradictionSettled)), key=lambda fact: fact.order
    )
    if not settled:
        return None
    last = heads(known)
    told = settled[-1].said_as(ContradictionSettled)
    standing = [each for each in last if isinstance(each.said, ContradictionSettled)] or settled[-1:]
    bodies = [each.said_as(ContradictionSettled) for each in standing]
    claims = dict.fromkeys(claim for each in bodies for claim in each.claims)
    shown_by = dict.fromkeys(fact for each in bodies for fact in each.shown_by)
    return Settlement(
        contradiction_of(settled[-1].subject),
        told.what,
        told.about,
        told.field,
        told.rehearsal,
        tuple(claims),
        tuple(shown_by),
        tuple(_said(each) for each in last),
    )


def _said(fact: Fact) -> Said:
    choice = fact.said.choice if isinstance(fact.said, ContradictionSettled) else ""
    return Said(fact.fact_id, fact.at, station_of(fact.log_id), choice)


def standing_of(conflict: Conflict, settlement: Settlement | None) -> Standing:
    """Return how far a contradiction is that the facts show, where this was said of it; what is new opens it again."""
    if settlement is None or settlement.is_apart:
        return Standing.OPEN
    if settlement.standing is Standing.UNDONE:
        return Standing.UNDONE
    return settlement.standing if set(conflict.facts) <= {*settlement.claims, *settlement.shown_by} else Standing.OPEN


def open_ones(conflicts: Iterable[Conflict]) -> Sequence[Conflict]:
    """Return what needs a person: neither what is settled nor what happened in a rehearsal."""
    return [each for each in conflicts if each.standing is not Standing.SETTLED and not each.rehearsal]
