"""Which stations a store knows, and which forum it is of, as far as that can be read where it is damaged."""

from collections.abc import Callable, Mapping
from contextlib import suppress

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Digest, LogId, StationId, Subject, forum_subject, station_id
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.stations import StationAdmitted, StationEnrolled
from checkin_app.domain.problems import ChainBroken, ForumFileInvalid, ProjectionsDiffer, StoreCorrupt
from db.engine import Link, Prepared
from db.log import facts, offers
from db.log.offers import rows_that_can_be_read
from db.log.portable import AsBytes, is_of_its_kind
from db.log.tables import facts as table
from db.projections import stations

_ENROLMENTS = Prepared(
    sa.select(AsBytes(table.c.log_id), table.c.seq).where(
        table.c.aspect == Aspect.STATION.value, is_of_its_kind(table.c.seq)
    )
)
#: Two columns tell of an adoption, and one may be spoilt.
_FORUM = Prepared(
    sa.select(AsBytes(table.c.subject), AsBytes(sa.func.coalesce(table.c.document, "")))
    .where(sa.or_(table.c.aspect == Aspect.FORUM.value, table.c.kind == ForumAdopted.KIND))
    .order_by(table.c.arrival)
    .limit(sa.literal_column("1"))
)
_STATION_KEYS = Prepared(sa.select(AsBytes(stations.stations.c.public_key)))


def station_keys(link: Link) -> Mapping[StationId, bytes]:
    """Return the keys of the stations that are known here, as far as they can be read; an id is its key's digest."""
    keys = [found for row in rows_that_can_be_read(link, _STATION_KEYS) if (found := _key(row[0]))]
    for place in rows_that_can_be_read(link, _ENROLMENTS):
        fact = _at(link, *place)
        if fact and isinstance(fact.said, StationEnrolled | StationAdmitted):
            keys.append(bytes.fromhex(fact.said.public_key))
    return {station_id(key): key for key in keys}


def station_key(link: Link, station: StationId) -> bytes | None:
    """Return the key of one station, where it is enrolled."""
    known = stations.one(link, station)
    return known.public_key if known else None


def forum_adopted(link: Link, parse: Callable[[bytes], Forum]) -> Subject | None:
    """Return the forum that a store was made for, as its adoption says it, or the file adopted; None where neither does."""
    for subject, document in rows_that_can_be_read(link, _FORUM):
        if subject.startswith(b"forum:"):
            return Subject(subject.decode(errors="replace"))
        for content in offers.documents(link, [Digest(document.decode(errors="replace"))]).values():
            with suppress(ForumFileInvalid):
                return forum_subject(parse(content).id)
    return None


def _at(link: Link, log_id: bytes, seq: int) -> Fact | None:
    try:
        return facts.at(link, LogId(log_id.decode(errors="replace")), seq)
    except (StoreCorrupt, ChainBroken):
        return None


def _key(text: bytes) -> bytes | None:
    try:
        return stations.public_key(text.decode())
    except (ProjectionsDiffer, UnicodeDecodeError):
        return None
