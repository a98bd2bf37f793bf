"""All that follows from the facts made anew while scans go on: compared aside, then mended piece by piece."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId, FactId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.names.folding import fold
from checkin_app.services.operations import work_off
from db import checking, codec, counting, finding, schema
from db.counting import Counted
from db.engine import Link, Prepared
from db.finding import Finder
from db.folding import Folding, batches, unseen
from db.log.portable import Among
from db.writer import Piece

_K = TypeVar("_K", bound=str)
#: Facts that are read before any is written.
_AT_ONCE = 5000

#: What the rows of a projection are folded from: an aspect of the subjects that begin so, and end with this column.
_SOURCES: Mapping[str, tuple[Aspect, str, str]] = {
    "delegates": (Aspect.DETAILS, "delegate:", "id"),
    "aliases": (Aspect.DETAILS, "delegate:", "delegate"),
    "badges": (Aspect.BADGE, "delegate:", "delegate"),
    "presences": (Aspect.MOVEMENT, "delegate:", "delegate"),
    "rides": (Aspect.RIDE, "delegate:", "delegate"),
    "buses": (Aspect.BUS, "bus:", "code"),
    "jobs": (Aspect.JOB, "job:", "id"),
    "operations": (Aspect.OPERATION, "operation:", "log_id"),
}
_ROWS_OF = {
    name: Prepared(sa.delete(schema.metadata.tables[name]).where(sa.column(column).in_(Among("keys"))))
    for name, column in {**{name: source[2] for name, source in _SOURCES.items()}, "scans": "fact_id"}.items()
}
_NAMES = Prepared(sa.select(schema.delegates.c.id, schema.delegates.c.latin_name, schema.delegates.c.name))
_DELEGATES = Prepared(
    sa.select(*(schema.delegates.c[name] for name in codec.DELEGATE_COLUMNS)).where(
        schema.delegates.c.id.in_(Among("ids"))
    )
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """Makes derived tables what the facts come to; every subject is folded by itself, whatever is written meanwhile."""

    reading: Callable[[], AbstractContextManager[Link]]
    """Opens a link that sees one state, in which temporary tables can be made."""
    open_piece: Callable[[], AbstractContextManager[Piece]]
    finder: Finder

    def note(self) -> None:
        """Write beside every fact what this version makes of it."""
        with self.reading() as state:
            for some in batches(checking.noted_otherwise(state), _AT_ONCE):
                work_off(self.open_piece, some, lambda piece, grain: checking.note(piece.link, grain))

    def mend(self) -> tuple[str, ...]:
        """Fold anew whatever is not what the facts come to; return which projections that were."""
        with self.open_piece() as piece:
            counting.withhold_all(piece.link)
            piece.commit()
        with self.reading() as state:
            differing = checking.differing(state)
        for aspect, keys in _by_aspect(differing).items():
            self._fold(aspect, keys)
        self._in_pieces(sorted(differing.get("scans", ())), _mend_scans)
        for name, mend in (("stations", Folding.renew_stations), ("forums", Folding.renew_forum)):
            if name in differing:
                with self.open_piece() as piece:
                    mend(_folding(piece.link))
                    piece.commit()
        return tuple(differing)

    def index(self) -> None:
        """Make the search index anew beside the one in use, and put it in its place."""
        with self.reading() as state:
            names = sorted(state.all(_NAMES), key=lambda row: fold((row[1] or row[2])[:80]))
        with self.open_piece() as piece:
            finding.drop(piece.link.connection, finding.RENEWED)
            finding.create(piece.link.connection, finding.RENEWED)
            piece.commit()
        self._in_pieces([DelegateId(row[0]) for row in names], self._index)
        with self.open_piece() as piece:
            finding.swap(piece.link.connection)
            checking.note_form(piece.link)
            piece.commit()

    def _fold(self, aspect: Aspect, keys: Mapping[str, str]) -> None:
        """Fold subjects of one aspect anew, each under its key."""
        tables = [name for name, source in _SOURCES.items() if source[0] is aspect]

        def mend(link: Link, some: Sequence[str]) -> None:
            for name in tables:
                link.run(_ROWS_OF[name], [{"keys": json.dumps(some)}])
            _folding(link).renew(aspect, [Subject(keys[each]) for each in some])

        self._in_pieces(sorted(keys), mend)

    def _index(self, link: Link, some: Sequence[DelegateId]) -> None:
        rows = link.all(_DELEGATES, ids=json.dumps(finding.lacking(link.connection, some)))
        self.finder.index_into(link.connection, finding.RENEWED, [codec.delegate(row) for row in rows])

    def _in_pieces(self, works: Sequence[_K], work: Callable[[Link, Sequence[_K]], None]) -> None:
        work_off(self.open_piece, works, lambda piece, grain: work(piece.link, grain))


def _folding(link: Link) -> Folding:
    return Folding(link, unseen, Counted(link))


def _mend_scans(link: Link, some: Sequence[str]) -> None:
    link.run(_ROWS_OF["scans"], [{"keys": json.dumps(some)}])
    _folding(link).renew_scans([FactId(each) for each in some])


def _by_aspect(differing: Mapping[str, frozenset[str]]) -> Mapping[Aspect, dict[str, str]]:
    """Return the subjects to fold by their keys, aspect by aspect: operations first, which say what else counts."""
    found: dict[Aspect, dict[str, str]] = {Aspect.OPERATION: {}}
    for name, keys in differing.items():
        if name in _SOURCES:
            aspect, prefix, _ = _SOURCES[name]
            found.setdefault(aspect, {}).update({key: prefix + key for key in keys})
    return found
