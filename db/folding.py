"""Projections written by folding: each row is what its subject's facts come to, whatever order they came in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa
from msgspec import Struct

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, Digest, FactId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.movements import Movements
from checkin_app.services.ports.progress import Progress, untold
from db.counting import Counted
from db.engine import Link, Prepared
from db.judging import made_under
from db.log import documents
from db.log.tables import facts
from db.projections import merges, operations, operators, people, presences, scans, told
from db.projections.projection import Facts, Index, Projection, Writing
from db.projections.registry import PROJECTIONS

_CHUNK = 500
_T = TypeVar("_T")
#: What keeps somebody whose registration was withdrawn: `standing_edits` asks for it.
_STANDING_BY = (Aspect.BADGE, Aspect.MOVEMENT, Aspect.RIDE)
_WITH_DOCUMENTS = Prepared(
    sa.select(facts.c.aspect, facts.c.subject, facts.c.kind, facts.c.log_id, facts.c.seq).where(
        documents.among(facts.c.document), facts.c.aspect.is_not(None)
    )
)


def unseen(
    _link: Link, _delegates: Iterable[Delegate], _gone: Sequence[DelegateId], _voided: Sequence[Delegate]
) -> None:
    """Index nobody: ``Index`` for what is only compared, or indexed later."""


def batches(items: Iterable[_T], size: int = _CHUNK) -> Iterable[list[_T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class Touched(Struct):
    """What must be folded again."""

    subjects: dict[Aspect, dict[Subject, None]] = {}
    moved: dict[Subject, list[Fact]] = {}
    """Accepted scans of this laptop that are later than all that is known of their delegates, in order."""
    new_scans: list[Fact] = []
    """Scans of this laptop: nothing recorded before can name them."""
    come: list[Fact] = []
    """Scans of others: what names them may have come before."""
    scans: set[FactId] = set()
    sign_ins: set[FactId] = set()
    """Sign-ins of other laptops, under which facts may have come before."""

    def subject(self, aspect: str, subject: Subject) -> None:
        self.subjects.setdefault(Aspect(aspect), {})[subject] = None

    def fact(self, fact: Fact) -> None:
        """Let all that a fact can change be folded again."""
        said = fact.said
        if said is None:
            return
        if fact.aspect in PROJECTIONS:
            for aspect in (fact.aspect, *said.HEEDED_BY):
                self.subject(aspect, fact.subject)
        if said.target:
            self.scans |= {said.target, fact.fact_id}
        if isinstance(said, ScanDecided):
            self.scans.add(fact.fact_id)

    def concerns(self, aspect: object) -> bool:
        return aspect in self.subjects or (aspect == Aspect.MOVEMENT and bool(self.moved))

    def with_documents(self, link: Link, digests: Sequence[Digest], counted: Counted) -> ChangeSet:
        """Add the subjects of facts that waited for these documents; return what screens show of them."""
        changes: set[Changed] = set()
        for aspect, subject, kind, *place in link.all(_WITH_DOCUMENTS, digests=json.dumps(digests)):
            if kind in KINDS and counted.counts(kind, *place):  # any other, in a damaged file, says nothing
                self.subject(aspect, subject)
                changes |= KINDS[kind].CHANGES
        return frozenset(changes)


class Folding(Struct, frozen=True):
    """Writes projections through one link."""

    link: Link
    index: Index
    counted: Counted

    def fold(self, touched: Touched, seen: Mapping[DelegateId, Movements]) -> None:
        """Write what `touched` asks for; `seen` holds movements that were just read."""
        if touched.subjects or touched.sign_ins:
            self._fold_whole(touched)
        if touched.moved:
            self._add_moves(touched, seen)
        scans.add(self.link, touched.new_scans)
        if touched.come or touched.scans:
            self._fold_scans(touched)

    def _fold_scans(self, touched: Touched) -> None:
        counts = self.counted.judging.counts
        for come in batches(touched.come):
            touched.scans |= scans.arrive(self.link, come, counts)
        for some in batches(sorted(touched.scans)):
            scans.fold(self.link, some, counts)

    def _fold_whole(self, touched: Touched) -> None:
        self._judge_anew(touched)
        self._withhold(list(touched.subjects.get(Aspect.OPERATION, ())))
        self._regroup(touched)
        self._add_withdrawn(touched)
        for aspect, subjects in touched.subjects.items():
            if aspect is Aspect.OPERATOR:
                continue  # they were folded as it was judged who acts
            for batch in batches(subjects, len(subjects) if aspect is Aspect.DETAILS else _CHUNK):
                self._fold(PROJECTIONS[aspect], batch)

    def _add_moves(self, touched: Touched, seen: Mapping[DelegateId, Movements]) -> None:
        whole = touched.subjects.get(Aspect.MOVEMENT, ())
        for batch in batches(subject for subject in touched.moved if subject not in whole):
            presences.add(self.link, {subject: touched.moved[subject] for subject in batch}, seen)

    def rebuild(self, progress: Progress = untold) -> None:
        """Fold everything there is into empty projections; tells `progress` how many facts that took, and of how many."""
        weights = told.facts_by_aspect(self.link)
        done, whole = 0, sum(weights.values()) + weights.get(Aspect.MOVEMENT, 0)
        for aspect, projection in PROJECTIONS.items():
            subjects, weight, folded = told.subjects_of(self.link, aspect), weights.get(aspect, 0), 0
            for batch in batches(subjects, 5000):
                self._fold(projection, batch)
                folded += len(batch)
                progress(done + weight * folded // len(subjects), whole)
            done += weight
        scans.fold_all(self.link, self.counted.judging.counts)
        progress(whole, whole)

    def renew(self, aspect: Aspect, subjects: Sequence[Subject]) -> None:
        """Fold subjects that have no rows; those of whom no fact speaks get none."""
        known = merges.facts_of(self.link, self.counted, aspect, subjects)
        self._write(PROJECTIONS[aspect], {subject: some for subject, some in known.items() if some})

    def renew_all(self, aspect: Aspect) -> None:
        """Fold one projection into its empty tables."""
        for table in PROJECTIONS[aspect].tables:
            self.link.script(f"DELETE FROM {table.name}")  # noqa: S608 - the name is our own table's
        self._fold(PROJECTIONS[aspect], told.subjects_of(self.link, aspect))

    def _fold(self, projection: Projection, subjects: Sequence[Subject]) -> None:
        if projection.aspect is Aspect.OPERATOR:
            self._write(projection, self.counted.judging.stated)
        elif projection.is_whole:
            known = told.all_facts_of(self.link, projection.aspect)
            self._write(projection, {subject: self.counted.judging.of(some) for subject, some in known.items()})
        else:
            self._write(projection, merges.facts_of(self.link, self.counted, projection.aspect, subjects))

    def _write(self, projection: Projection, facts: Facts) -> None:
        projection.fold(Writing(self.link, self.index), facts)

    def _judge_anew(self, touched: Touched) -> None:
        """Fold who acts before anything else, and whatever counts otherwise by what was heard of them now anew."""
        for fact in made_under(self.link, sorted(touched.sign_ins)) if touched.sign_ins else ():
            touched.fact(fact)  # it waited for word of who made it
        if Aspect.OPERATOR not in touched.subjects:
            return
        judging = self.counted.judging
        former = judging.renew(touched.sign_ins, lambda: operators.stated(self.link))
        concerned = {**touched.subjects[Aspect.OPERATOR], **former}
        self._write(PROJECTIONS[Aspect.OPERATOR], {each: judging.stated.get(each, ()) for each in concerned})
        for fact in judging.made_otherwise(former):
            if fact.aspect is not Aspect.OPERATOR:  # of those it is known
                touched.fact(fact)

    def _regroup(self, touched: Touched) -> None:
        """Fold which records are one person's before anything else, and whoever stands under another now anew."""
        if Aspect.IDENTITY not in touched.subjects:
            return
        before = merges.groups(self.link)
        self._fold(PROJECTIONS[Aspect.IDENTITY], ())
        after = merges.groups(self.link)
        for subject in sorted({*before, *after}):
            if before.get(subject) != after.get(subject):
                for each in {subject, before.get(subject, subject), after.get(subject, subject)}:
                    for aspect in sorted(merges.OF_A_PERSON):
                        touched.subject(aspect, each)

    def _add_withdrawn(self, touched: Touched) -> None:
        """Let those be folded too who were withdrawn and of whom something else changes: they stand by that."""
        besides = {each: None for aspect in _STANDING_BY for each in touched.subjects.get(aspect, ())}
        for some in batches(besides):
            for subject in people.withdrawn(self.link, some):
                touched.subject(Aspect.DETAILS, subject)

    def _withhold(self, subjects: Sequence[Subject]) -> None:
        """Note of operations that are new or taken back that not all of them counts, before anything else is folded."""
        if subjects:
            for each in operations.folded(told.facts_of(self.link, self.counted, Aspect.OPERATION, subjects)):
                self.counted.withhold(each)
