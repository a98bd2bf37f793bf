"""What each laptop has written, as far as it is known here: by the heads of its logs, however long those are."""

from collections.abc import Mapping

import sqlalchemy as sa

from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.sync.laptops import Written
from db.engine import Link, Prepared
from db.log.tables import facts, logs

_of_log = sa.func.substr(logs.c.log_id, 1, 16)
_of_fact = sa.func.substr(facts.c.log_id, 1, 16)
_HEADS = Prepared(
    sa.select(_of_log, sa.func.sum(logs.c.head_seq), sa.func.max(facts.c.at))
    .select_from(logs.outerjoin(facts, sa.and_(facts.c.log_id == logs.c.log_id, facts.c.seq == logs.c.head_seq)))
    .group_by(_of_log)
)
_UNREAD = Prepared(sa.select(_of_fact, sa.func.count()).where(facts.c.unread.is_not(None)).group_by(_of_fact))


def each_station(link: Link) -> Mapping[StationId, Written]:
    unread = {row[0]: row[1] for row in link.all(_UNREAD)}
    return {
        StationId(name): Written(count, Instant(at) if at is not None else None, unread.get(name, 0))
        for name, count, at in link.all(_HEADS)
    }
