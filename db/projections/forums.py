"""The forum in force."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from checkin_app.domain import programme
from checkin_app.domain.details import StoreFault
from checkin_app.domain.facts import Fact
from checkin_app.domain.forum import Forum
from checkin_app.domain.hlc import Hlc, wall
from checkin_app.domain.ids import Digest, Instant, forum_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.problems import ForumFileInvalid, StoreCorrupt
from db.engine import Link, Prepared
from db.log import documents
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts as _facts
from db.projections.columns import metadata, text, whole
from db.projections.projection import Facts, Projection, Writing
from db.statements import saving

forums = sa.Table("forums", metadata, whole("one", key=True), text("document"), text("fact_id"))


#: The forum that this store was made for stays its forum: the first that was adopted here.
_own_forum = (
    sa.select(_facts.c.subject).where(_facts.c.aspect == Aspect.FORUM.value).order_by(_facts.c.arrival).limit(1)
).scalar_subquery()
_FORUM = Prepared(sa.select(forums.c.document, _own_forum))
_ADOPTIONS = Prepared(
    sa.select(_facts.c.document, _facts.c.subject)
    .where(_facts.c.aspect == Aspect.FORUM.value)
    .order_by(_facts.c.hlc.desc(), _facts.c.log_id.desc(), _facts.c.seq.desc())
)

_OWN = Prepared(
    sa.select(*COLUMNS)
    .where(_facts.c.aspect == Aspect.FORUM.value, _facts.c.subject == _own_forum)
    .order_by(_facts.c.hlc, _facts.c.log_id, _facts.c.seq)
)

#: What a station wrote first, when it was started.
_FIRST = Prepared(sa.select(_facts.c.hlc).order_by(_facts.c.arrival).limit(1))
_SAVE = saving(forums)


def fold(writing: Writing, facts: Facts) -> None:
    # The forum that this store was made for stays its forum, whatever another station adopts.
    for own in list(facts.values())[:1]:
        last = programme.standing(own)[-1]
        document = last.said_as(ForumAdopted).document
        writing.link.run(_SAVE, [{"one": 1, "document": document, "fact_id": last.fact_id}])


PROJECTION = Projection(Aspect.FORUM, {forums: "one"}, fold, is_whole=True)


def standing(link: Link) -> Sequence[Fact]:
    """Return the adoptions that no other follows: more than one where laptops changed the forum apart."""
    return programme.standing([fact_of(row) for row in link.all(_OWN)])


@dataclass(slots=True)
class Forums:
    """The forum in force, parsed once for each document."""

    parse: Callable[[bytes], Forum]
    _parsed: dict[str, Forum | None] = field(default_factory=dict)

    def current(self, link: Link) -> Forum:
        """Return the forum last adopted; one whose file is not here or not readable waits, and the former holds.

        Raises:
            StoreCorrupt: there is none that can be read.
        """
        return self._in_force(link)[0]

    def file(self, link: Link) -> bytes:
        """Return the file of the forum in force, as it was adopted.

        Raises:
            StoreCorrupt: there is none that can be read.
        """
        return documents.content(link, self._in_force(link)[1]) or b""

    def version(self, link: Link, document: Digest) -> Forum | None:
        """Return a forum that was adopted once; None where its file is not here or not readable."""
        return self._read(link, document)

    def _in_force(self, link: Link) -> tuple[Forum, Digest]:
        for document, subject in self._adopted(link):
            forum = self._read(link, document)
            if forum and subject == forum_subject(forum.id):
                return forum, Digest(document)
        raise StoreCorrupt(folder=str(link.folder), detail=StoreFault.FORUM_GONE)

    def _adopted(self, link: Link) -> Iterator[tuple[Any, ...]]:
        if row := link.one(_FORUM):
            yield row
            yield from (each for each in link.all(_ADOPTIONS) if each[1] == row[1])

    def _read(self, link: Link, digest: str) -> Forum | None:
        if digest not in self._parsed:
            document = documents.content(link, Digest(digest))
            if document is None:
                return None
            try:
                self._parsed[digest] = self.parse(document).as_of(_began(link))
            except ForumFileInvalid:  # of a newer version, perhaps
                self._parsed[digest] = None
        return self._parsed[digest]


def _began(link: Link) -> Instant:
    """Return when this station was started, by its own clock."""
    row = link.one(_FIRST)
    return wall(Hlc(row[0])) if row else Instant(0)
