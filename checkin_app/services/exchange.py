"""Two stations on one laptop meet: each gets what it lacks."""

from checkin_app.domain.ids import LogId
from checkin_app.domain.problems import FieldInvalid
from checkin_app.services.opened import OpenedStation


def exchange(one: OpenedStation, other: OpenedStation) -> tuple[int, int]:
    """Hand facts over both ways; return how many `one` and `other` stored.

    Each admits the stations that the other knows: whoever brings two folders together vouches for both.

    Raises:
        FieldInvalid: they belong to two forums; nothing was handed over.
    """
    if one.forum.id != other.forum.id:
        raise FieldInvalid(field="forum", value=other.forum.id, expected=one.forum.id)
    return _give(other, one), _give(one, other)


def _give(giver: OpenedStation, taker: OpenedStation) -> int:
    admitted = {each.id: each.public_key for each in giver.queries.stations()}
    vector: dict[LogId, int] = dict(taker.merging.vector())
    stored = 0
    while (bundle := giver.merging.give(vector)).facts:
        stored += taker.merging.take(bundle, admitted).stored
        for fact in bundle.facts:
            vector[fact.log_id] = max(vector.get(fact.log_id, 0), fact.seq)
    return stored
