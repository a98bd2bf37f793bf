"""Documents, each kept once under its digest: facts name them, so that what they say can be erased."""

import json
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.ids import Digest
from db.engine import Link, Prepared
from db.log.portable import Among, BeginningsAmong
from db.log.tables import documents, facts

_bind = sa.bindparam
#: Documents of which is looked which are here already: those of a list are not, and to look would cost more than it spares.
_FEW = 8


def _beginning(digest: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """Return how a digest begins, as the indexes have it; the literals let SQLite see that."""
    return sa.func.substr(digest, sa.literal_column("1"), sa.literal_column("16"), type_=sa.Text)


def among(digest: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return whether a digest is among those that are bound as ``digests``."""
    return sa.and_(_beginning(digest).in_(BeginningsAmong("digests")), digest.in_(Among("digests")))


#: A file that was tampered with may hold a document that is nothing: then it is not here.
_is_there = documents.c.content.is_not(None)
_is_named = sa.and_(
    _beginning(documents.c.digest) == _beginning(_bind("digest")), documents.c.digest == _bind("digest")
)
_named = among(documents.c.digest)
_ONE = Prepared(sa.select(documents.c.content).where(_is_named, _is_there))
_SOME = Prepared(sa.select(documents.c.digest, documents.c.content).where(_named, _is_there))
_SIZES = Prepared(
    sa.select(documents.c.digest, sa.func.length(documents.c.content, type_=sa.Integer)).where(_named, _is_there)
)
_NAMES = Prepared(sa.select(documents.c.digest).where(_named))
_ALL = Prepared(sa.select(documents.c.digest, documents.c.content))
_KEEP = Prepared(
    sa.insert(documents).from_select(
        ["digest", "content"],
        sa.select(_bind("digest", type_=sa.Text), _bind("content", type_=sa.LargeBinary)).where(
            ~sa.exists(sa.select(documents.c.digest).where(_is_named))
        ),
    )
)
#: By how it begins: no two documents do so alike, and to look at each would read the whole store.
_is_lacking = ~sa.exists().where(_beginning(documents.c.digest) == _beginning(facts.c.document))
_LACKING_AMONG = Prepared(sa.select(facts.c.document).distinct().where(among(facts.c.document), _is_lacking))
_LACKING = Prepared(
    sa.select(facts.c.document).distinct().where(facts.c.document.is_not(None), _is_lacking).order_by(facts.c.document)
)


def keep(link: Link, kept: Mapping[Digest, bytes]) -> None:
    link.run(_KEEP, [{"digest": digest, "content": content} for digest, content in kept.items()])


def newly_kept(link: Link, kept: Mapping[Digest, bytes]) -> Sequence[Digest]:
    """Keep documents; return those for which facts may have waited: of few those that were not here, else all."""
    here = named_here(link, [*kept]) if len(kept) <= _FEW else ()
    keep(link, kept)
    return [each for each in kept if each not in here]


def content(link: Link, digest: Digest) -> bytes | None:
    row = link.one(_ONE, digest=digest)
    return row[0] if row else None


def contents(link: Link, digests: Sequence[Digest]) -> Mapping[Digest, bytes]:
    """Return those of the documents named that are here."""
    rows = link.all(_SOME, digests=json.dumps(digests)) if digests else ()
    return {Digest(row[0]): row[1] for row in rows}


def sizes(link: Link, digests: Sequence[Digest]) -> Mapping[Digest, int]:
    """Return how long those of the documents named are that are here; none of them is read for it."""
    rows = link.all(_SIZES, digests=json.dumps(digests)) if digests else ()
    return {Digest(row[0]): int(row[1]) for row in rows}


def named_here(link: Link, digests: Sequence[Digest]) -> Sequence[Digest]:
    """Return those of the names under which anything stands."""
    return [Digest(row[0]) for row in link.all(_NAMES, digests=json.dumps([*digests]))]


def lacking(link: Link) -> Sequence[Digest]:
    """Return the documents that facts here name and that are not here."""
    return [Digest(row[0]) for row in link.all(_LACKING)]


def lacking_among(link: Link, digests: Sequence[Digest]) -> Sequence[Digest]:
    """Return those of the documents named that facts here name and that are not here."""
    return [Digest(row[0]) for row in link.all(_LACKING_AMONG, digests=json.dumps([*digests]))]


def each(link: Link) -> Iterable[tuple[Digest, bytes | None]]:
    """Yield every document as it is read: of a file that was tampered with, it may be nothing."""
    for digest, found in link.each(_ALL):
        yield Digest(digest), found
