"""One transaction of the writer, and how one is opened."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias, TypeVar

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import Digest, FactId, Instant

T = TypeVar("T")
Clock: TypeAlias = Callable[[], Instant]
Opens: TypeAlias = Callable[[], AbstractContextManager[T]]
"""Opens one state of the store, or one transaction."""


class Keeping(Protocol):
    """Whatever keeps documents."""

    def keep(self, document: bytes) -> Digest: ...


class Committing(Protocol):
    """Whatever counts as a whole or not at all."""

    def commit(self) -> None: ...


class Piece(Committing, Protocol):
    """One transaction of a long work."""

    def may_go_on(self) -> bool:
        """Return whether this piece has time for more: longer where nobody waits."""
        ...


class Transaction(Keeping, Committing, Protocol):
    """Appends facts, commits once; leaving the block without `commit` rolls everything back."""

    @property
    def changes(self) -> ChangeSet: ...
    def new_id(self) -> FactId:
        """Return a fresh UUID version 7."""
        ...

    def as_one_act(self) -> None:
        """Let all that is recorded from here on be one act, which is undone as one; asked again, it is the same."""
        ...

    def by_itself(self) -> None:
        """Let what is recorded from here on name nobody and ask nobody's leave: it follows from what was done before."""
        ...

    def record(self, draft: FactDraft) -> Fact:
        """Append one fact, signed and chained, and fold its subject's projections.

        Raises:
            SignInFirst, NoOperatorAnyMore, RoleMayNot: whoever acts on this laptop may not.
        """
        ...

    def record_all(self, drafts: Iterable[FactDraft]) -> Sequence[Fact]:
        """Append many facts as `record` does, in a few statements: for lists."""
        ...

    def settle(self) -> None:
        """Write what was recorded so far, so that `may_go_on` heeds how long that takes."""
        ...
