"""The tables of the log, which are never changed but by appending; they name no projection."""

import sqlalchemy as sa

from db.log.portable import index_of_some

metadata = sa.MetaData()

#: 64 bits with a sign in every store.
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=null)


def _whole(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, Whole, nullable=null)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


facts = sa.Table(
    "facts",
    metadata,
    sa.Column("arrival", Whole, primary_key=True),  # the order in which this laptop heard of them
    _text("log_id"),
    _whole("seq"),
    _text("fact_id"),
    _whole("hlc"),
    _whole("at"),
    _whole("clock_offset"),
    _text("kind"),
    _whole("version"),
    _text("actor"),
    _text("subject"),
    _bytes("body"),
    _bytes("prev_hash"),
    _bytes("signature"),
    # Read off the fact, so that a fold reads only what matters; `check` reads them off again.
    _text("aspect", null=True),  # what it can change; null where it changes nothing
    _text("target", null=True),  # the fact it answers or undoes
    _text("document", null=True),  # the digest of its document
    _whole("unread", null=True),  # 1 where this version cannot read it
    sa.Index("facts_place", "log_id", "seq", unique=True),
    # Within a station: what another one calls a fact of its own says nothing of ours.
    sa.Index("facts_id", "fact_id", sa.text("substr(log_id, 1, 16)"), unique=True),
    index_of_some("facts_aspect", "aspect", "subject"),
    index_of_some("facts_target", "target"),
    sa.Index("facts_document", sa.text("substr(document, 1, 16)"), sqlite_where=sa.text("document IS NOT NULL")),
    index_of_some("facts_unread", "unread"),
    sa.Index("facts_actor", "actor", "hlc", sqlite_where=sa.text("actor <> ''")),
)

#: In the order in which they came: by their digests, those of a list would each be on a page of its own.  Those are hashes, so
#: an index of how they begin finds one as well as an index of the whole, on a third of its pages.
documents = sa.Table(
    "documents",
    metadata,
    _text("digest"),
    _bytes("content"),
    sa.Index("documents_digest", sa.text("substr(digest, 1, 16)")),
)

logs = sa.Table(
    "logs",
    metadata,
    _text("log_id", key=True),
    _whole("head_seq"),
    _bytes("head_hash"),
    _whole("clock"),  # the newest adopted stamp of the log; the greatest of all is this laptop's clock
    _whole("flagged"),  # facts whose clock was too far ahead when they came
    sa.Index("logs_clock", "clock"),
    sqlite_with_rowid=False,
)

quarantine = sa.Table(
    "quarantine",
    metadata,
    _bytes("hash"),
    _text("log_id"),
    _whole("seq"),
    _text("fact_id"),
    _bytes("fact"),
    sa.Index("quarantine_hash", "hash", unique=True),
)

#: One row for a log and a reason, and one a reason for all that cannot be told apart any more.
kept_out = sa.Table(
    "kept_out",
    metadata,
    _text("log_id", key=True),
    _text("why", key=True),
    _whole("count"),
    _whole("first_seq"),
    _whole("last_seq"),  # 0 where they have no place, so that nothing can come there
    _text("fact_id"),  # of the first, where that is an id at all
    _whole("at"),  # when one of them was offered last
    sqlite_with_rowid=False,
)
