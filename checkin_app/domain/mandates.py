"""What was said of one operator's role, so laid out that what held at any moment is found without reading it all.  Pure."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import overload

from msgspec import Struct

from checkin_app.domain.facts import Fact
from checkin_app.domain.following import heads
from checkin_app.domain.ids import FactId, LogId
from checkin_app.domain.kinds.operators import OperatorNamed, OperatorPinSet, OperatorStated
from checkin_app.domain.roles import OperatorRole


class Mandate(Struct, frozen=True):
    """What held of somebody at one moment."""

    role: OperatorRole | None = None
    """As they were named last; None where nobody had named them, or everything that held stopped them."""
    is_revoked: bool = False
    """Who was to be stopped is stopped, also where laptops apart said both."""

    def __bool__(self) -> bool:
        return self.role is not None or self.is_revoked


class Mandates(Sequence[Fact]):
    """What was said of one operator and counts; what is said of their PIN stands among it and is passed over.

    Nearly every fact was made knowing just what was said of its maker before it, by stamp: of each such stretch is noted
    what it comes to.  Where a clock was wrong, everything is gone through.
    """

    def __init__(self, stated: Iterable[Fact] = ()) -> None:
        self._facts: list[Fact] = []
        self._of_pin: list[Fact] = []
        self._laid = _Laid()
        for each in stated:
            self.add(each)

    @classmethod
    def of(cls, stated: Iterable[Fact]) -> "Mandates":
        return stated if isinstance(stated, Mandates) else cls(stated)

    def copied(self) -> "Mandates":
        """Return the same, to be added to, without laying it out anew."""
        copy = Mandates()
        copy._facts, copy._of_pin, copy._laid = self._facts.copy(), self._of_pin.copy(), self._laid.copied()
        return copy

    def last(self) -> tuple[Fact, ...]:
        """Return what was said of their role that nothing follows, as `said_last` does."""
        found = self._laid.last()
        return said_last(self._laid.stated) if found is None else found

    def add(self, fact: Fact) -> None:
        """Take in one more thing that was said, in any order; what is said last by its stamp costs least."""
        self._facts.append(fact)
        if isinstance(fact.said, OperatorPinSet):
            self._of_pin.append(fact)
        elif isinstance(fact.said, OperatorStated) and not self._laid.add(fact, fact.said):
            self._laid = _Laid()
            stated = {each.order: (each, said) for each in self._facts if isinstance(said := each.said, OperatorStated)}
            for order in sorted(stated):
                self._laid.add(*stated[order])

    @overload
    def __getitem__(self, place: int) -> Fact: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Fact]: ...
    def __getitem__(self, place: int | slice) -> Fact | Sequence[Fact]:
        return self._facts[place]

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    @property
    def of_role(self) -> Sequence[Fact]:
        """Return what was said of their role, by stamp."""
        return self._laid.stated

    @property
    def of_pin(self) -> Sequence[Fact]:
        """Return what was said of their PIN."""
        return self._of_pin

    def held(self, fact: Fact, known: Iterable[FactId]) -> Mandate:
        """Return what held of whoever made a fact when they made it.

        Args:
            fact: any.
            known: what their laptop knew of them.
        """
        told = frozenset(known)
        if (found := self._laid.held(fact, told)) is not None:
            return found
        return _mandate([each for each in self._laid.stated if each.fact_id in told or went_before(each, fact)])


class _Laid:
    """What was said of a role by stamp, and what the first of it comes to, the first two, and so on."""

    def __init__(self) -> None:
        self.stated: list[Fact] = []
        self._orders: list[tuple[int, str, int]] = []
        self._places: dict[FactId, int] = {}
        self._in_logs: dict[LogId, tuple[list[int], list[int]]] = {}
        """Of each log the numbers of the facts there, and their places here."""
        self._heard: dict[LogId, tuple[list[int], list[int]]] = {}
        """The places at which more of a log was known than to all before, and how much."""
        self._listed, self._by_people = _Open(), _Open()
        self._any_by_people = False
        self._after = [Mandate()]
        self._is_even = True
        """Whether nothing was said of anything later by its stamp, and each log has one order."""

    def copied(self) -> "_Laid":
        copy = _Laid()
        copy.stated, copy._orders, copy._places = self.stated.copy(), self._orders.copy(), self._places.copy()
        copy._in_logs = {log_id: (seqs.copy(), places.copy()) for log_id, (seqs, places) in self._in_logs.items()}
        copy._heard = {log_id: (rises.copy(), known.copy()) for log_id, (rises, known) in self._heard.items()}
        copy._listed, copy._by_people = self._listed.copied(), self._by_people.copied()
        copy._any_by_people, copy._after, copy._is_even = self._any_by_people, self._after.copy(), self._is_even
        return copy

    def last(self) -> tuple[Fact, ...] | None:
        """Return what nothing follows, by stamp; None where a clock was wrong and all must be gone through."""
        if not self._is_even:
            return None
        open_ended = (self._by_people if self._any_by_people else self._listed).names
        return tuple(self.stated[place] for place in sorted(self._places[each] for each in open_ended))

    def add(self, fact: Fact, said: OperatorStated) -> bool:
        """Take in what was said last by its stamp; return False for anything else."""
        place = len(self.stated)
        if self._orders and fact.order <= self._orders[-1]:
            return False
        self.stated.append(fact)
        self._orders.append(fact.order)
        self._places[fact.fact_id] = place
        seqs, places = self._in_logs.setdefault(fact.log_id, ([], []))
        self._is_even &= not seqs or seqs[-1] < fact.seq
        seqs.append(fact.seq)
        places.append(place)
        for log_id, seq in said.heard.items():
            rises, known = self._heard.setdefault(log_id, ([], []))
            if not known or seq > known[-1]:
                rises.append(place)
                known.append(seq)
        is_listed = _is_listed(said)
        self._any_by_people |= not is_listed
        self._is_even &= (self._listed if is_listed else self._by_people).add(fact.fact_id, said)
        self._after.append((self._by_people if self._any_by_people else self._listed).mandate)
        return True

    def held(self, fact: Fact, told: Iterable[FactId]) -> Mandate | None:
        """Return what held when a fact was made; None where what was known then is not just what has smaller stamps."""
        place = bisect_left(self._orders, fact.order)
        if not self._is_even or any(self._places.get(each, -1) >= place for each in told):
            return None
        seqs, places = self._in_logs.get(fact.log_id, ((), ()))
        if (
            bisect_left(seqs, fact.seq) != bisect_left(places, place)
            or self._most_heard(fact.log_id, place) >= fact.seq
        ):
            return None
        return self._after[place]

    def _most_heard(self, log_id: LogId, place: int) -> int:
        """Return how far a log was known to any of those before a place."""
        rises, known = self._heard.get(log_id, ((), ()))
        upto = bisect_left(rises, place)
        return known[upto - 1] if upto else 0


def went_before(stated: Fact, fact: Fact) -> bool:
    """Return whether something was said before a fact was made, by a writer who had not heard of that."""
    if fact.seq <= stated.said_as(OperatorStated).heard.get(fact.log_id, 0):
        return False
    if stated.log_id == fact.log_id:
        return stated.seq < fact.seq
    return stated.order < fact.order


def said_last(stated: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return what was said of a role that nothing follows: what people say goes before what the forum's file says."""
    by_people = [each for each in stated if not _is_listed(each.said)]
    return heads(by_people or stated)


def _is_listed(said: object) -> bool:
    return isinstance(said, OperatorNamed) and said.listed


def _mandate(before: Sequence[Fact]) -> Mandate:
    last = tuple(before) if len(before) == 1 else said_last(before)  # of nearly everybody one thing is said
    roles = [each.said.role if isinstance(each.said, OperatorNamed) else None for each in last]
    named = [each for each in roles if each is not None]
    return Mandate(named[-1] if named else None, len(named) < len(roles))


class _Open:
    """What is said that nothing follows, as one thing is said after the other."""

    def __init__(self) -> None:
        self._named: dict[FactId, OperatorRole] = {}
        self._revoked: set[FactId] = set()
        self._met: set[FactId] = set()

    def add(self, name: FactId, said: OperatorStated) -> bool:
        """Take in one more; return False where something is called so already, or named before it was said."""
        self._met.update(said.after)
        is_new = name not in self._met
        self._met.add(name)
        for each in said.after:
            self._named.pop(each, None)
            self._revoked.discard(each)
        if isinstance(said, OperatorNamed):
            self._named[name] = said.role
        else:
            self._revoked.add(name)
        return is_new

    def copied(self) -> "_Open":
        copy = _Open()
        copy._named, copy._revoked, copy._met = self._named.copy(), self._revoked.copy(), self._met.copy()
        return copy

    @property
    def names(self) -> Collection[FactId]:
        """Return what it is called."""
        return self._named.keys() | self._revoked

    @property
    def mandate(self) -> Mandate:
        return Mandate(next(reversed(self._named.values()), None), bool(self._revoked))


def differing(one: Mandates, other: Mandates) -> Sequence[Fact]:
    """Return what was said of a role by one of two accounts alone, by stamp."""
    if other.of_role[: len(one.of_role)] == one.of_role:  # the very same facts, which are not looked into
        return other.of_role[len(one.of_role) :]
    ours, theirs = ({each.order: each for each in some.of_role} for some in (one, other))
    found = [
        *(ours[each] for each in ours.keys() - theirs.keys()),
        *(theirs[each] for each in theirs.keys() - ours.keys()),
    ]
    return sorted(found, key=lambda each: each.order)
