"""What a projection is: tables whose rows are what the facts of one aspect come to, in whatever order they came."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from checkin_app.domain.canonical import Json, object_of
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, Digest, Subject
from checkin_app.domain.kinds.body import Aspect
from db.engine import Link
from db.log import documents

Index = Callable[[Link, Iterable[Delegate], Sequence[DelegateId], Sequence[Delegate]], None]
"""Makes delegates findable and others unfindable, and voided records by their names: ``Finder.index``."""
Facts = Mapping[Subject, Sequence[Fact]]
"""Of each subject the facts that count; none of one that nothing names any more."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Where a fold writes."""

    link: Link
    index: Index

    def documents_of(self, facts: Facts) -> Mapping[str, Mapping[str, Json]]:
        """Return the decoded documents that `facts` name, by digest; one that is no JSON object counts as empty."""
        return self.documents_named(digest for some in facts.values() for each in some if (digest := each.document))

    def documents_named(self, digests: Iterable[Digest]) -> Mapping[str, Mapping[str, Json]]:
        """Return the same of those called so."""
        return {
            digest: object_of(content)
            for digest, content in documents.contents(self.link, [*dict.fromkeys(digests)]).items()
        }


@dataclass(frozen=True, slots=True)
class Projection:
    """The tables of one aspect, and what writes them."""

    aspect: Aspect
    tables: Mapping[sa.Table, str]
    """Each with the column that names whom or what its rows are about."""
    fold: Callable[[Writing, Facts], None]
    subject: str = ""
    """What its subjects begin with; its tables' column has the rest."""
    is_whole: bool = False
    """Whether it is folded from all facts of its aspect, by their arrival: a row does not follow from one subject."""


def name_of(subject: Subject) -> str:
    return subject.partition(":")[2]
