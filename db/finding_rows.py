"""Rows of the index that finds people, straight on the driver: a long list writes some hundred thousand of each."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.search_keys import SearchKeys
from db.engine import Link, Prepared

#: Sets of tables, each named by what they begin with: those in use, and those of an index that is being made anew
#: beside it, into which whatever is indexed meanwhile goes as well.
IN_USE, RENEWED = "finding", "renewed"
_IS_RENEWED = Prepared(sa.text("SELECT 1 FROM sqlite_master WHERE name = 'renewed_rows'"))


class Indexed(NamedTuple):
    delegate: DelegateId
    place: str
    """Where they stand in the directory."""
    keys: SearchKeys


class _Statements(NamedTuple):
    last: Prepared
    known: Prepared
    add: tuple[Prepared, Prepared]
    order: Prepared
    word: Prepared
    remove: tuple[Prepared, Prepared, Prepared]


@cache
def _of(tables: str) -> _Statements:
    def said(sql: str) -> Prepared:
        return Prepared(sa.text(sql.replace("{}", tables)))

    return _Statements(
        last=said("SELECT coalesce(max(row), 0) FROM {}_rows"),
        known=said(
            "SELECT row, place, delegate_id FROM {}_rows WHERE delegate_id IN (SELECT value FROM json_each(:delegates))"
        ),
        add=(
            said("INSERT INTO {}_rows(row, delegate_id, place) VALUES(:row, :delegate, :place)"),
            said("INSERT INTO {}_keys(rowid, keys) VALUES(:row, :keys)"),
        ),
        order=said("INSERT INTO {}_order(delegate_id, place) VALUES(:delegate, :place)"),
        word=said("INSERT OR IGNORE INTO {}_words(word) VALUES(:word)"),
        remove=(
            said("DELETE FROM {}_keys WHERE rowid = :row"),
            said("DELETE FROM {}_rows WHERE row = :row"),
            said("DELETE FROM {}_order WHERE place = :place AND delegate_id = :delegate"),
        ),
    )


def sets_of_tables(link: Link) -> Sequence[str]:
    """Return into which sets of tables is written."""
    return (IN_USE, RENEWED) if link.one(_IS_RENEWED) else (IN_USE,)


def forget(link: Link, delegates: Sequence[DelegateId], tables: str = IN_USE) -> None:
    """Make delegates unfindable; those who are not there are passed over."""
    if not delegates:
        return
    statements = _of(tables)
    known = link.all(statements.known, delegates=json.dumps(delegates))
    rows: list[Mapping[str, Any]] = [{"row": row, "place": place, "delegate": who} for row, place, who in known]
    for each in statements.remove:
        link.run(each, rows)


def insert(link: Link, tables: str, indexed: Sequence[Indexed], *, ordered: bool = True) -> None:
    """Make people findable who are not, in the order in which they are found."""
    statements = _of(tables)
    last = link.one(statements.last)
    rows: list[Mapping[str, Any]] = [
        {"row": row, "delegate": each.delegate, "place": each.place, "keys": " ".join(each.keys.keys)}
        for row, each in enumerate(indexed, int(last[0]) + 1 if last else 1)
    ]
    for statement in (*statements.add, *((statements.order,) if ordered else ())):
        link.run(statement, rows)
    words = sorted({word for each in indexed for word in each.keys.words})
    link.run(statements.word, [{"word": word} for word in words])
