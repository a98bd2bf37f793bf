"""Two stations on one laptop meet: each gets what it lacks."""

from dataclasses import dataclass

from checkin_app.domain.ids import LogId
from checkin_app.domain.problems import FieldInvalid
from checkin_app.services.merging import BATCH, Bundle
from checkin_app.services.opened import OpenedStation


@dataclass(frozen=True, slots=True)
class Given:
    """What became of the facts that one station was given."""

    stored: int = 0
    forked: int = 0
    """Set aside: another fact stands at their place, or at that of one before them."""
    refused: int = 0
    """Not kept: their signature does not hold, or nobody vouches for their station."""
    later: int = 0
    """Not kept: what goes before them has not come."""
    returned: int = 0
    """Of those stored, how many were the station's own: it had lost them, or a copy of it is in use."""


def exchange(one: OpenedStation, other: OpenedStation) -> tuple[Given, Given]:
    """Hand facts over both ways; return what `one` and `other` were given.

    Each admits the stations that the other knows: whoever brings two folders together vouches for both.

    Raises:
        FieldInvalid: they belong to two forums; nothing was handed over.
    """
    if one.forum.id != other.forum.id:
        raise FieldInvalid(field="forum", value=other.forum.id, expected=one.forum.id)
    return _give(other, one), _give(one, other)


def _give(giver: OpenedStation, taker: OpenedStation) -> Given:
    admitted = {each.id: each.public_key for each in giver.queries.stations()}
    vector: dict[LogId, int] = dict(taker.merging.vector())
    given = Given()
    while (bundle := giver.merging.give(vector)).facts:
        taken = taker.merging.take(bundle, admitted)
        given = Given(
            given.stored + taken.stored,
            given.forked + len(taken.forked),
            given.refused + len(taken.refused),
            given.later + len(taken.later),
            given.returned + taken.returned,
        )
        for fact in bundle.facts:
            vector[fact.log_id] = max(vector.get(fact.log_id, 0), fact.seq)
    _give_documents(giver, taker)
    return given


def _give_documents(giver: OpenedStation, taker: OpenedStation) -> None:
    """Hand over what the facts there name and was not at hand when they came, from whomever that was."""
    lacking = taker.merging.lacking()
    for place in range(0, len(lacking), BATCH):
        if documents := giver.merging.documents(lacking[place : place + BATCH]):
            taker.merging.take(Bundle((), documents), {})
