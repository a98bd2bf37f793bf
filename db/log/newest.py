"""What was stored last, in the order in which this store heard of it; one that is no fact is passed over."""

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.problems import ChainBroken, StoreCorrupt
from checkin_app.domain.sync.messages import FULL, size_of
from checkin_app.services.ports.newest import Newest
from db.engine import Link, Prepared
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts

_LAST = Prepared(sa.select(sa.func.max(facts.c.arrival)))
_AFTER = Prepared(
    sa.select(*COLUMNS, facts.c.arrival)
    .where(facts.c.arrival > sa.bindparam("arrival"))
    .order_by(facts.c.arrival)
    .limit(sa.bindparam("most"))
)


def last_arrival(link: Link) -> int:
    row = link.one(_LAST)
    return int(row[0] or 0) if row else 0


def after(link: Link, arrival: int, most: int) -> Newest:
    """Return at most `most` facts that came after a place, as many as a message holds; of a store damaged there, none."""
    found: list[Fact] = []
    room, place = FULL, arrival
    try:
        for row in link.each(_AFTER, arrival=arrival, most=most):
            found.append(fact_of(row))
            room, place = room - size_of(found[-1:]), int(row[-1])
            if room < 0:
                break
        return Newest(place, tuple(found))
    except (ChainBroken, StoreCorrupt):  # whoever asks for what it lacks gets what is whole
        return Newest(last_arrival(link), ())
