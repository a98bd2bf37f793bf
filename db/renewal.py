"""All that follows from the facts made anew while scans go on: compared aside, then mended piece by piece."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId, FactId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.services.operations import work_off
from checkin_app.services.ports.progress import Progress, ToldUpgrade, untold
from checkin_app.services.ports.upkeep import CheckReport
from db import checking, counting, finding, finding_rows, records
from db.checking import Prover
from db.counting import Counted
from db.engine import Link, Prepared
from db.finding import Finder
from db.folding import Folding, batches, unseen
from db.judging import Judging
from db.log.portable import Among
from db.projections import merges, people, scans
from db.projections.registry import KEYS, PROJECTIONS
from db.writer import Piece

_K = TypeVar("_K", bound=str)
#: Facts that are read before any is written.
_AT_ONCE = 5000

#: Projections whose rows each follow from one subject.
_BY_SUBJECT = [each for each in PROJECTIONS.values() if not each.is_whole]
_ROWS_OF = {
    table.name: Prepared(sa.delete(table).where(table.c[key].in_(Among("keys")))) for table, key in KEYS.items()
}
_NAMES = Prepared(sa.select(people.delegates.c.id, people.delegates.c.latin_name, people.delegates.c.name))


@dataclass(frozen=True, slots=True)
class Renewal:
    """Makes derived tables what the facts come to; every subject is folded by itself, whatever is written meanwhile."""

    reading: Callable[[], AbstractContextManager[Link]]
    """Opens a link that sees one state, in which temporary tables can be made."""
    open_piece: Callable[[], AbstractContextManager[Piece]]
    finder: Finder

    def examined(self, prover: Prover, progress: Progress, *, repair: bool) -> CheckReport:
        """Verify all there is, and compare with what follows from it, or mend that.

        Raises:
            ChainBroken, StoreCorrupt, ProjectionsDiffer: what does not hold.
        """
        if repair:
            self.note()
        with self.reading() as link:  # scans go on meanwhile
            report = checking.check_log(link, prover, progress)
            progress(0, 0)
            if not repair:
                checking.check_projections(link)
        if repair:
            report = replace(report, rebuilt=self.mend())
            self.index()
        return report

    def anew(self, told: ToldUpgrade) -> None:
        """Make all that follows from the facts anew, for a version that reads it in another form."""
        self.note(partial(told, UpgradeStep.READ))
        told(UpgradeStep.FOLD, 0, 0)
        self.mend()
        told(UpgradeStep.INDEX, 0, 0)
        self.index()

    def note(self, progress: Progress = untold) -> None:
        """Write beside every fact what this version makes of it."""
        with self.reading() as state:
            for some in batches(checking.noted_otherwise(state, progress), _AT_ONCE):
                work_off(self.open_piece, some, lambda piece, grain: checking.note(piece.link, grain))

    def mend(self) -> tuple[str, ...]:
        """Fold anew whatever is not what the facts come to; return which projections that were."""
        with self.open_piece() as piece:
            counting.withhold_all(piece.link)
            piece.commit()
        with self.reading() as state:
            differing = checking.differing(state)
        # First: which records are one person's is a whole, by which the others are folded.
        for each in PROJECTIONS.values():
            if each.is_whole and any(table.name in differing for table in each.tables):
                with self.open_piece() as piece:
                    _folding(piece.link).renew_all(each.aspect)
                    piece.commit()
        for aspect, keys in _by_aspect(differing).items():
            self._fold(aspect, keys)
        self._in_pieces(sorted(differing.get("scans", ())), _mend_scans)
        return tuple(differing)

    def index(self) -> None:
        """Make the search index anew beside the one in use, and put it in its place."""
        with self.reading() as state:
            names = sorted(state.all(_NAMES), key=lambda row: (self.finder.place(row[2], row[1]), row[0]))
        with self.open_piece() as piece:
            finding.drop(piece.link.connection, finding_rows.RENEWED)
            finding.create(piece.link.connection, finding_rows.RENEWED)
            piece.commit()
        self._in_pieces([DelegateId(row[0]) for row in names], self._index)
        with self.open_piece() as piece:
            finding.swap(piece.link.connection)
            checking.note_form(piece.link)
            piece.commit()

    def _fold(self, aspect: Aspect, keys: Mapping[str, str]) -> None:
        """Fold subjects of one aspect anew, each under its key."""

        def mend(link: Link, some: Sequence[str]) -> None:
            for table in PROJECTIONS[aspect].tables:
                link.run(_ROWS_OF[table.name], [{"keys": json.dumps(some)}])
            _folding(link).renew(aspect, [Subject(keys[each]) for each in some])

        self._in_pieces(sorted(keys), mend)

    def _index(self, link: Link, some: Sequence[DelegateId]) -> None:
        lacking = people.some(link, finding.lacking(link.connection, some))
        self.finder.index_into(link, finding_rows.RENEWED, lacking.values())
        void = [who for root in lacking for who in merges.voided(link, root)]
        if void:
            theirs = [value for value, _ in records.of_voided(link, void).values()]
            self.finder.index_voided(link, finding_rows.RENEWED, theirs)

    def _in_pieces(self, works: Sequence[_K], work: Callable[[Link, Sequence[_K]], None]) -> None:
        work_off(self.open_piece, works, lambda piece, grain: work(piece.link, grain))


def _folding(link: Link) -> Folding:
    return Folding(link, unseen, Counted(link))


def _mend_scans(link: Link, some: Sequence[str]) -> None:
    link.run(_ROWS_OF["scans"], [{"keys": json.dumps(some)}])
    scans.fold(link, [FactId(each) for each in some], Judging(link).counts)


def _by_aspect(differing: Mapping[str, frozenset[str]]) -> Mapping[Aspect, dict[str, str]]:
    """Return the subjects to fold by their keys, aspect by aspect: operations first, which say what else counts."""
    found: dict[Aspect, dict[str, str]] = {Aspect.OPERATION: {}}
    for each in _BY_SUBJECT:
        for table in each.tables:
            keys = differing.get(table.name, frozenset())
            found.setdefault(each.aspect, {}).update({key: each.subject + key for key in keys})
    return found
