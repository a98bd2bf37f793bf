"""What all kinds of fact have in common: a kind says of itself all that is known of it."""

import re
from enum import StrEnum
from typing import Annotated, ClassVar, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.codes import LAST_ISSUE
from checkin_app.domain.hlc import BEYOND_TIME
from checkin_app.domain.ids import BUS_CODE, ActId, DelegateId, Digest, FactId, LogId, OperatorId, StationId, Subject
from checkin_app.domain.roles import Deed

#: A number that can be a time, an amount, an issue of a badge.
Whole = Annotated[int, Meta(ge=0, lt=BEYOND_TIME)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
IssueNumber = Annotated[int, Meta(ge=1, le=LAST_ISSUE)]
#: Names as a code, a column or a file can hold them.
DelegateName = Annotated[DelegateId, Meta(pattern=r"\A[0-9a-f]{16}\Z")]
StationName = Annotated[StationId, Meta(pattern=r"\A[0-9a-f]{16}\Z")]
DigestName = Annotated[Digest, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
LogName = Annotated[LogId, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
PublicKey = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
#: The facts that a writer knew of; absent from what was written before there was such a list.
Known: TypeAlias = tuple[FactId, ...] | UnsetType


class Aspect(StrEnum):
    """Which state of its subject a fact can change: facts are folded by (subject, aspect)."""

    NONE = ""
    DETAILS = "details"
    IDENTITY = "identity"
    BADGE = "badge"
    ISSUE = "issue"
    MOVEMENT = "movement"
    RIDE = "ride"
    BUS = "bus"
    JOB = "job"
    STATION = "station"
    FORUM = "forum"
    OPERATION = "operation"
    CONTRADICTION = "contradiction"
    OPERATOR = "operator"
    SIGN_IN = "sign_in"
    """No projection is folded of it: it is read where a fact is judged by who made it."""


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What a fact says.

    A kind is one frozen subclass.  Its fields are what its JSON must hold, and may; further ones, of a newer version,
    are passed over.  A field that is absent from what is written is `UNSET`, one that is null is None.
    """

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1
    SUBJECT: ClassVar[str] = ""
    """What its subject begins with; empty where it may speak of anything."""
    ASPECT: ClassVar[Aspect] = Aspect.NONE
    HEEDED_BY: ClassVar[frozenset[Aspect]] = frozenset()
    """Other aspects of its subject whose folds read it as well."""
    CHANGES: ClassVar[ChangeSet]
    """What screens show of it."""
    IS_WITHHELD: ClassVar[bool] = False
    """Whether it counts in an operation only once that is closed; any other counts at once, wherever it stands."""
    BY_COORDINATORS: ClassVar[bool] = False
    """Whether only a coordinator's laptop may say so."""
    DEED: ClassVar[Deed | None] = None
    """What a person does by it, which their role must allow; None where no person's leave is asked."""

    act: ActId | UnsetType = UNSET
    """What a person did at once, of which this is a part; absent where it is all of it."""

    @property
    def aspect(self) -> Aspect:
        return self.ASPECT

    @property
    def deed(self) -> Deed | None:
        return self.DEED

    @property
    def target(self) -> FactId | None:
        """Return the fact it aims at: that it answers, or takes back."""
        return None

    @property
    def speaks_for(self) -> OperatorId | None:
        """Return who says it, where it says so itself: whoever signed in must be that person."""
        return None

    @property
    def document(self) -> Digest | UnsetType | None:
        """Return the document that says the rest."""
        return None

    @property
    def after(self) -> Known:
        """Return the facts that its writer knew of."""
        return UNSET

    def may_stand_in(self, log_id: LogId) -> bool:  # noqa: ARG002 - asked by those kinds that speak of their writer
        """Return whether the writer of a log may say this there."""
        return True


#: What a subject's name must be: a code must be able to hold a delegate's, and a bus's is sorted by its number.
_NAMES = {
    "delegate": re.compile(r"[0-9a-f]{16}"),
    "bus": BUS_CODE,
    "operation": re.compile(r"[0-9a-f]{32}"),
    "contradiction": re.compile(r"[0-9a-f]{16}"),
    "operator": re.compile(r"[0-9a-f]{16}"),
}


def is_well_named(subject: Subject) -> bool:
    """Return whether a subject is one that screens, lists and codes can hold."""
    what, _, name = subject.partition(":")
    return what not in _NAMES or _NAMES[what].fullmatch(name) is not None
