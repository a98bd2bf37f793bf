"""Documents as a hub keeps them, sealed, and the names of those that are to come."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.ids import Digest
from db.hub.arrays import given, rows_of
from db.hub.sealing import Seal
from db.hub.tables import Bytes, awaited, documents

_bind = sa.bindparam
_among = sa.any_(_bind("addresses", type_=Bytes))
_arriving = rows_of(address=Bytes, sealed=Bytes)
_KEEP = (
    insert(documents)
    .from_select(
        ["forum", "address", "sealed"],
        sa.select(_bind("forum", type_=sa.BigInteger), _arriving.c.address, _arriving.c.sealed).order_by(
            _arriving.c.address
        ),
    )
    .on_conflict_do_nothing()
)
_FOUND = sa.select(documents.c.address, documents.c.sealed).where(
    documents.c.forum == _bind("forum"), documents.c.address == _among
)
_SIZES = sa.select(documents.c.address, sa.func.octet_length(documents.c.sealed)).where(
    documents.c.forum == _bind("forum"), documents.c.address == _among
)
_ARRIVED = sa.delete(awaited).where(awaited.c.forum == _bind("forum"), awaited.c.address == _among)
_NAMES = sa.select(documents.c.address).where(documents.c.forum == _bind("forum"), documents.c.address == _among)
_AWAITED = sa.select(awaited.c.address).where(awaited.c.forum == _bind("forum"), awaited.c.address == _among)
_LACKING = sa.select(awaited.c.address, awaited.c.sealed).where(
    awaited.c.forum == _bind("forum"),
    ~sa.exists().where(documents.c.forum == awaited.c.forum, documents.c.address == awaited.c.address),
)


def keep(connection: sa.Connection, forum: int, seal: Seal, contents: Iterable[bytes]) -> None:
    """Keep documents under their digests."""
    arriving = {seal.address(digest_of(each)): each for each in contents}
    if not arriving:
        return
    sealed = [seal.close(each, address) for address, each in arriving.items()]
    connection.execute(_KEEP, {"forum": forum, **given(address=[*arriving], sealed=sealed)})
    connection.execute(_ARRIVED, {"forum": forum, "addresses": [*arriving]})


def keep_awaited(connection: sa.Connection, forum: int, seal: Seal, contents: Mapping[Digest, bytes]) -> None:
    """Keep those of the documents that facts name which came earlier: a stranger could fill the disk with others."""
    wanted = {seal.address(digest): each for digest, each in contents.items()}
    rows = connection.scalars(_AWAITED, {"forum": forum, "addresses": [*wanted]})
    keep(connection, forum, seal, [wanted[address] for address in rows])


def found(
    connection: sa.Connection, forum: int, seal: Seal, digests: Iterable[Digest]
) -> Mapping[Digest, bytes | None]:
    """Return those of the documents named that stand here; nothing for one that is not what its name says."""
    named = {seal.address(each): each for each in digests}
    rows = connection.execute(_FOUND, {"forum": forum, "addresses": [*named]}) if named else ()
    opened = ((named[address], seal.open(sealed, address)) for address, sealed in rows)
    return {digest: each if each is not None and digest_of(each) == digest else None for digest, each in opened}


def sizes(connection: sa.Connection, forum: int, seal: Seal, digests: Iterable[Digest]) -> Mapping[Digest, int]:
    """Return about how long those of the documents named are that stand here; none of them is read for it."""
    named = {seal.address(each): each for each in digests}
    rows = connection.execute(_SIZES, {"forum": forum, "addresses": [*named]}) if named else ()
    return {named[address]: int(size) for address, size in rows}


def unheld(connection: sa.Connection, forum: int, seal: Seal, digests: Sequence[Digest]) -> Sequence[Digest]:
    """Return those of the documents named that are not here."""
    addresses = {each: seal.address(each) for each in digests}
    here = {*connection.scalars(_NAMES, {"forum": forum, "addresses": [*addresses.values()]})}
    return [each for each in digests if addresses[each] not in here]


def lacking(connection: sa.Connection, forum: int, seal: Seal) -> Sequence[Digest]:
    """Return the documents that facts here name and that are not here."""
    rows = connection.execute(_LACKING, {"forum": forum})
    return sorted(Digest(name.decode()) for address, sealed in rows if (name := seal.open(sealed, address)) is not None)
