"""The tables of a hub on PostgreSQL.  Every key begins with the forum, by which a distributed one spreads its rows.

What facts and documents say is sealed before it gets here: the database knows places, sizes and times, and no person.
"""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

__all__ = ["Bytes", "Uuids", "Wholes", "metadata"]

metadata = sa.MetaData()

Uuids, Wholes, Bytes = ARRAY(sa.Uuid()), ARRAY(sa.BigInteger()), ARRAY(sa.LargeBinary())


def _forum() -> sa.Column[int]:
    return sa.Column("forum", sa.BigInteger, primary_key=True, autoincrement=False)


def _log_id(*, key: bool = True) -> sa.Column[object]:
    return sa.Column("log_id", sa.Uuid, primary_key=key, nullable=False)


def _whole(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=key, nullable=False, autoincrement=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _bytes(name: str, *, key: bool = False, null: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, primary_key=key, nullable=null)


#: In which form this database was made; one row.
form = sa.Table("hub_form", metadata, _whole("form", key=True))

#: The forums that are kept here, and by what it is known that a process has the right key.
forums = sa.Table("hub_forums", metadata, _forum(), _text("name"), _bytes("proof"))

#: How far each log is.  A row is locked by whoever appends to its log.
logs = sa.Table(
    "hub_logs",
    metadata,
    _forum(),
    _log_id(),
    _whole("head_seq"),
    _bytes("head_hash"),
    _whole("clock"),
    _whole("flagged"),
    _bytes("name", null=True),  # sealed, where it is not the id's 32 digits
)

facts = sa.Table(
    "hub_facts",
    metadata,
    _forum(),
    _log_id(),
    _whole("seq", key=True),
    _whole("station"),
    sa.Column("fact_id", sa.Uuid, nullable=False),
    _bytes("sealed"),
    # What another station calls a fact of its own says nothing of this one's.
    sa.Index("hub_facts_id", "forum", "fact_id", "station", unique=True),
)

#: By an address that only a holder of the key can tell from a document.
documents = sa.Table("hub_documents", metadata, _forum(), _bytes("address", key=True), _bytes("sealed"))

#: Documents that facts name and that were not here when they came: their digests, sealed.
awaited = sa.Table("hub_awaited", metadata, _forum(), _bytes("address", key=True), _bytes("sealed"))

stations = sa.Table("hub_stations", metadata, _forum(), _whole("station", key=True), _bytes("public_key"))

quarantine = sa.Table(
    "hub_quarantine", metadata, _forum(), _bytes("hash", key=True), _log_id(key=False), _bytes("sealed")
)

kept_out = sa.Table(
    "hub_kept_out",
    metadata,
    _forum(),
    _text("log_id", key=True),
    _text("why", key=True),
    _whole("count"),
    _whole("first_seq"),
    _whole("last_seq"),
    _text("fact_id"),
    _whole("at"),
)

#: What grows with a forum has a part of its own for each, so that a forum can be taken out as a whole.
PARTED = (facts, documents)
