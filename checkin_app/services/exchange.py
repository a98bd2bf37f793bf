"""Two stations on one laptop meet: each gets what it lacks."""

from dataclasses import dataclass, replace

from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.details import Entry
from checkin_app.domain.ids import LogId, StationId, Subject, forum_subject
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import FieldInvalid
from checkin_app.services.merging import BATCH, MergeResult, Merging, bundle_above
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.fact_log import FactLog, FactSource


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
    """Hand facts over both ways; return what `one` and `other` were given.

    Each admits the stations that the other knows: whoever brings two folders together vouches for both.

    Raises:
        FieldInvalid: they belong to two forums; nothing was handed over.
    """
    if one.forum.id != other.forum.id:
        raise FieldInvalid(field=Entry.FORUM, value=other.forum.id, expected=one.forum.id)
    return _give(_giver(other), one), _give(_giver(one), other)


def take_from(giver: Giver, taker: OpenedStation) -> Given:
    """Take what can be proven of a store that is damaged; nothing is given to it.

    Raises:
        FieldInvalid: it belongs to another forum, or it cannot be told to which.
    """
    expected = forum_subject(taker.forum.id)
    if giver.forum != expected:
        raise FieldInvalid(field=Entry.FORUM, value=giver.forum or "", expected=expected)
    return _give(giver, taker)


def _giver(station: OpenedStation) -> Giver:
    return Giver(station.station.id, forum_subject(station.forum.id), station.merging.log)


def _give(giver: Giver, taker: OpenedStation) -> Given:
    """Hand over all that can be; trouble in one store ends what it takes part in, and costs no more."""
    given = hand_over(giver.log, taker.merging)
    if given.trouble:
        return given
    try:
        misplaced = giver.log.misplaced()
        taker.merging.log.keep_out_misplaced(giver.station, misplaced)
        return replace(given, refused=given.refused + misplaced + _give_documents(giver.log, taker.merging.log))
    except Problem as problem:
        return replace(given, trouble=problem)


def hand_over(giving: FactSource, taking: Merging) -> Given:
    """Hand over the facts that one lacks, and the documents they name."""
    given = Given()
    try:
        admitted = giving.station_keys()
        vector: dict[LogId, int] = dict(taking.vector())
        while (bundle := bundle_above(giving, vector)).facts or bundle.malformed:
            given = given.plus(taking.take(bundle, admitted))
            vector |= bundle.reached
    except Problem as problem:
        return replace(given, trouble=problem)
    return given


def _give_documents(giving: FactSource, taking: FactLog) -> int:
    """Hand over what the facts there name and was not at hand when they came; return how many are no such documents."""
    lacking, spoilt = taking.lacking_documents(), 0
    for place in range(0, len(lacking), BATCH):
        some = lacking[place : place + BATCH]
        if documents := giving.documents(some):
            taking.accept((), [*documents.values()])
        spoilt += len(giving.spoilt_documents(some))
    return spoilt
