"""What is read of the facts to fold them: of each subject those of one aspect that count."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.registry import KINDS
from db.counting import Counted
from db.engine import Link, Prepared
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts

_SUBJECTS = Prepared(
    sa.select(facts.c.subject)
    .where(facts.c.aspect == sa.bindparam("aspect"))
    .group_by(facts.c.subject)
    .order_by(sa.func.min(facts.c.arrival))
)
_one = facts.c.subject == sa.bindparam("subject")
_many = facts.c.subject.in_(Among("subjects"))


def _heeding(aspect: Aspect) -> sa.Select[Any]:
    """Select what a fold of an aspect reads: its facts, and those of others that it heeds, which are few."""
    heeded = [each for each in KINDS.values() if aspect in each.HEEDED_BY]
    if not heeded:
        return sa.select(*COLUMNS).where(facts.c.aspect == _word(aspect))
    own = [each for each in KINDS.values() if each.ASPECT is aspect]
    return sa.select(*COLUMNS).where(
        facts.c.aspect.in_([_word(each) for each in sorted({aspect, *(each.ASPECT for each in heeded)})]),
        facts.c.kind.in_([_word(each.KIND) for each in (*own, *heeded)]),
    )


def _word(word: str) -> sa.ColumnElement[str]:
    return sa.literal_column(f"'{word}'")


@cache
def _of_one(aspect: Aspect) -> Prepared:
    return Prepared(_heeding(aspect).where(_one))


@cache
def _of_many(aspect: Aspect) -> Prepared:
    return Prepared(_heeding(aspect).where(_many))


@cache
def _of_all(aspect: Aspect) -> Prepared:
    return Prepared(_heeding(aspect).order_by(facts.c.arrival))


_COUNTS = Prepared(
    sa.select(facts.c.aspect, sa.func.count()).where(facts.c.aspect.is_not(None)).group_by(facts.c.aspect)
)


def subjects_of(link: Link, aspect: Aspect) -> list[Subject]:
    """Return whom an aspect's facts speak of, as they were heard of: what stands together in the file is read together."""
    return [Subject(row[0]) for row in link.all(_SUBJECTS, aspect=aspect.value)]


def facts_by_aspect(link: Link) -> dict[Aspect, int]:
    """Return how many facts speak of each aspect: what to fold it costs."""
    known = {each.value: each for each in Aspect}
    return {known[name]: count for name, count in link.all(_COUNTS) if name in known}


def facts_of(link: Link, counted: Counted, aspect: Aspect, subjects: Sequence[Subject]) -> dict[Subject, list[Fact]]:
    """Return of each of `subjects` the facts that count; none of one of which nothing does."""
    if len(subjects) == 1:
        rows = link.all(_of_one(aspect), subject=subjects[0])
    else:
        rows = link.all(_of_many(aspect), subjects=json.dumps(subjects))
    found: dict[Subject, list[Fact]] = {subject: [] for subject in subjects}
    for fact in _told(rows, aspect):
        found[fact.subject].append(fact)
    return {subject: counted.of(some) for subject, some in found.items()}


def all_facts_of(link: Link, aspect: Aspect) -> dict[Subject, list[Fact]]:
    """Return all facts of an aspect by their subjects, in the order in which they came here."""
    found: dict[Subject, list[Fact]] = {}
    for fact in in_order_of_arrival(link, aspect):
        found.setdefault(fact.subject, []).append(fact)
    return found


def in_order_of_arrival(link: Link, aspect: Aspect) -> Sequence[Fact]:
    """Return all facts of an aspect, in the order in which they came here."""
    return [*_told(link.all(_of_all(aspect)), aspect)]


def _told(rows: Iterable[Sequence[Any]], aspect: Aspect) -> Iterator[Fact]:
    """Return the facts of rows that an aspect heeds; one that it does not, in a damaged file, says nothing."""
    return (
        fact for fact in map(fact_of, rows) if fact.aspect is aspect or (fact.said and aspect in fact.said.HEEDED_BY)
    )
