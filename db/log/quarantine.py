"""Facts that contradict what stands in their log: kept as evidence, whole, and never folded."""

import sqlalchemy as sa

from checkin_app.domain.chain import is_storable
from checkin_app.domain.facts import Fact
from db.engine import Link, Prepared
from db.log.portable import insert
from db.log.tables import quarantine

_SET_ASIDE = Prepared(
    insert(quarantine).values({name: sa.bindparam(name) for name in quarantine.c.keys()}).on_conflict_do_nothing()  # noqa: SIM118 - a ColumnCollection yields columns
)
_COUNT = Prepared(sa.select(sa.func.count()).select_from(quarantine))


def set_aside(link: Link, fact: Fact) -> None:
    """Keep a fact in its signed bytes, whatever its fields are."""
    row = {
        "hash": fact.hash(),
        "log_id": fact.log_id,
        "seq": fact.seq if is_storable(fact) else 0,
        "fact_id": fact.fact_id,
        "fact": fact.signed_bytes() + fact.signature,
    }
    link.run(_SET_ASIDE, [row])


def count(link: Link) -> int:
    row = link.one(_COUNT)
    return int(row[0]) if row else 0
