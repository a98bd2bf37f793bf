"""Two stations on one laptop meet: they speak with each other as over a network, and what that leaves is looked through."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from checkin_app.domain.chain import Forked
from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.details import Entry
from checkin_app.domain.ids import Digest, LogId, StationId, Subject, forum_subject
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import FieldInvalid
from checkin_app.services.conversing import Conversation, carried
from checkin_app.services.merging import BATCH, Bundle, MergeResult, Merging, bundle_above
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.fact_log import FactLog, FactSource
from checkin_app.services.responding import respond


def _untold(_facts: int) -> None:
    """Tell nobody how many facts were looked at."""


@dataclass(frozen=True, slots=True)
class Given:
    """What became of the facts that one station was given."""

    stored: int = 0
    forked: int = 0
    """Set aside: another fact stands at their place, or at that of one before them."""
    refused: int = 0
    """Not kept: nothing proves them genuine, or they are no facts or documents at all."""
    later: int = 0
    """Not kept: what goes before them has not come."""
    returned: int = 0
    """Of those stored, how many were the station's own: it had lost them, or a copy of it is in use."""
    trouble: Problem | None = None
    """What ended it before all was given."""

    def plus(self, taken: MergeResult) -> "Given":
        return replace(
            self,
            stored=self.stored + taken.stored,
            forked=self.forked + taken.forked,
            refused=self.refused + taken.refused,
            later=self.later + taken.later,
            returned=self.returned + taken.returned,
        )


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of another laptop's folder."""

    name: str
    taken: Given
    given: Given | None
    """What it was given; nothing where its store is damaged."""
    damage: Problem | None = None

    @property
    def changes(self) -> ChangeSet:
        return EVERYTHING


@dataclass(frozen=True, slots=True)
class Giver:
    """A station that others take from; its store may be damaged."""

    station: StationId
    forum: Subject | None
    """The forum it belongs to; None where that cannot be told."""
    log: FactSource


def exchange(one: OpenedStation, other: OpenedStation) -> tuple[Given, Given]:
    """Let two speak with each other until both know the same; return what `one` and `other` were given.

    Each admits the stations that the other knows: whoever brings two folders together vouches for both.

    Raises:
        FieldInvalid: they belong to two forums; nothing was handed over.
    """
    if one.forum.id != other.forum.id:
        raise FieldInvalid(field=Entry.FORUM, value=other.forum.id, expected=one.forum.id)
    here, there = _Side(), _Side()
    mine, theirs = here.of(one.merging, other.merging.log), there.of(other.merging, one.merging.log)
    with suppress(Problem):  # whatever ends it meets one of the two below again, which says so
        carried(Conversation(mine).meet(), partial(respond, theirs))
    return here.with_rest(_giver(other), one.merging), there.with_rest(_giver(one), other.merging)


def agreed_on(one: OpenedStation, other: OpenedStation) -> Mapping[LogId, int]:
    """Return how far each log is that ends with the very same fact at both: what either wrote of it, the other holds."""
    here, there = one.merging.vector(), other.merging.vector()
    return {
        log_id: seq
        for log_id, seq in here.items()
        if there.get(log_id) == seq and (mark := here.mark(log_id)) and mark == there.mark(log_id)
    }


def take_from(giver: Giver, taker: OpenedStation) -> Given:
    """Take what can be proven of a store that is damaged; nothing is given to it.

    Raises:
        FieldInvalid: it belongs to another forum, or it cannot be told to which.
    """
    expected = forum_subject(taker.forum.id)
    if giver.forum != expected:
        raise FieldInvalid(field=Entry.FORUM, value=giver.forum or "", expected=expected)
    return _Side().with_rest(giver, taker.merging)


def hand_over(giving: FactSource, taking: Merging) -> Given:
    """Hand over, piece by piece as from a stick, whatever one lacks that can be read of a store, whole or damaged."""
    return taken_in(_vouched_by(giving, taking), _bundles(giving, taking.log))


def taken_in(merging: Merging, bundles: Iterable[Bundle], looked_at: Callable[[int], None] = _untold) -> Given:
    """Take in what is brought; trouble ends it, and what was taken until then stays.

    Args:
        merging: of the station that it is brought to.
        bundles: as they are read.
        looked_at: is told how many facts were looked at.
    """
    given, done = Given(), 0
    try:
        for bundle in bundles:
            given = given.plus(merging.take(bundle))
            done += len(bundle.facts)
            looked_at(done)
    except Problem as problem:
        return replace(given, trouble=problem)
    return given


@dataclass(slots=True)
class _Side:
    """What one of two who meet was given as they spoke; what it did not take then is told when it is offered once more."""

    _stored: int = 0
    _returned: int = 0
    _forked: Counter[LogId] = field(default_factory=Counter)

    def of(self, taking: Merging, giving: FactSource) -> Merging:
        return replace(_vouched_by(giving, taking), answered=self._note)

    def with_rest(self, giver: Giver, taking: Merging) -> Given:
        """Hand over what a talk leaves: what is no fact, and what waits for it; a folder can be looked through."""
        offered = set[LogId]()

        def note(bundle: Bundle, _result: MergeResult) -> None:
            offered.update(bundle.reached)

        given = _told_unfit(giver, taking, hand_over(giver.log, replace(taking, answered=note)))
        forked = sum(count for log_id, count in self._forked.items() if log_id not in offered)
        return replace(
            given,
            stored=given.stored + self._stored,
            returned=given.returned + self._returned,
            forked=given.forked + forked,
        )

    def _note(self, bundle: Bundle, result: MergeResult) -> None:
        self._stored += result.stored
        self._returned += result.returned
        answered = zip(bundle.facts, result.answers, strict=False)
        self._forked.update(fact.log_id for fact, answer in answered if isinstance(answer, Forked))


def _giver(station: OpenedStation) -> Giver:
    return Giver(station.station.id, forum_subject(station.forum.id), station.merging.log)


def _vouched_by(giving: FactSource, taking: Merging) -> Merging:
    return replace(taking, vouched=lambda: {**taking.vouched(), **giving.station_keys()})


def _told_unfit(giver: Giver, taking: Merging, given: Given) -> Given:
    """Keep in mind how much of a store is in no place, or is no document; trouble there costs no more."""
    if given.trouble:
        return given
    try:
        misplaced = giver.log.misplaced()
        taking.log.keep_out_misplaced(giver.station, misplaced)
        spoilt = sum(len(giver.log.spoilt_documents(some)) for some in _lacking(taking.log))
    except Problem as problem:
        return replace(given, trouble=problem)
    return replace(given, refused=given.refused + misplaced + spoilt)


def _bundles(giving: FactSource, taking: FactLog) -> Iterator[Bundle]:
    """Yield what one lacks, and then what facts there name and was not at hand when they came."""
    vector: dict[LogId, int] = dict(taking.vector())
    while (bundle := bundle_above(giving, vector)).facts or bundle.malformed:
        yield bundle
        vector |= bundle.reached
    for some in _lacking(taking):
        if documents := giving.documents(some):
            yield Bundle((), documents)


def _lacking(log: FactLog) -> Iterator[list[Digest]]:
    lacking = log.lacking_documents()
    return ([*lacking[place : place + BATCH]] for place in range(0, len(lacking), BATCH))
