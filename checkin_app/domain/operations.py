"""Long writes that count as a whole: a list is taken in entirely or not at all, on every laptop.

An operation is a log of its own.  Its first fact opens it and its last one closes it; what lies between is withheld
until then.  A log is only ever known up to some fact and whole up to there, so who knows the closing fact knows all
of it, in whatever order the facts of other logs come.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from msgspec import UNSET

from checkin_app.domain.canonical import Json, canonical
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.ids import Digest, FactId, Instant, LogId, Subject
from checkin_app.domain.kinds.operations import (
    ISSUING_BADGES,
    LISTING_BUSES,
    SEATING_PEOPLE,
    OperationClosed,
    OperationOpened,
    OperationTakenBack,
)

LIST = "list"
"""What an operation is for: a list is taken in."""
SEATING = SEATING_PEOPLE
"""People are put on buses."""
FLEET = LISTING_BUSES
"""A list of buses is taken in."""
BADGES = ISSUING_BADGES
"""Badges leave in a file."""
_PREFIX = "operation:"
_FILE = "file"
#: No file system that is in use takes a longer one.
LONGEST_FILE_NAME = 255


class Stage(StrEnum):
    OPEN = "open"
    """Its facts are being written, or whoever wrote them died: none counts."""
    CLOSED = "closed"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Operation:
    """What is known of one operation."""

    log_id: LogId
    what: str
    promised: int
    """How many facts it was opened for."""
    at: Instant
    closed: int
    """The place of the closing fact in its log, 0 while there is none."""
    taken_back: FactId | None

    @property
    def stage(self) -> Stage:
        if self.taken_back:
            return Stage.TAKEN_BACK
        return Stage.CLOSED if self.closed else Stage.OPEN

    @property
    def due(self) -> int:
        """Return up to which place its facts are to count."""
        return 0 if self.taken_back else self.closed


class ListState(StrEnum):
    """How a delegate list stands on this laptop."""

    WHOLE = "whole"
    UNFINISHED = "unfinished"
    """It is being taken in, or whoever took it in died, or its end has not come here yet."""
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class TakenList:
    """A delegate list that was taken in, on this laptop or another."""

    operation: Operation
    file: str
    """The name of its file; empty where that was not recorded, or has not come here."""
    station: str
    """What the laptop is called that took it in."""
    registered: int
    """People whom it brings, as far as it has come."""
    amended: int
    """People whom it changes."""
    counting: int
    """How many of its facts count here."""
    taken_back_at: Instant | None
    taken_back_by: str
    """What the laptop is called that took it back; empty where none did."""

    @property
    def state(self) -> ListState:
        if self.operation.stage is Stage.TAKEN_BACK:
            return ListState.TAKEN_BACK
        whole = self.operation.stage is Stage.CLOSED and self.counting >= self.written
        return ListState.WHOLE if whole else ListState.UNFINISHED

    @property
    def written(self) -> int:
        """Return how many of its rows are known here, whether they count or not."""
        return self.registered + self.amended

    @property
    def taken(self) -> int:
        """Return how many of its rows are taken in; of one that is not closed, how many are written."""
        return self.written if self.operation.stage is Stage.OPEN else self.counting


def operation_subject(log_id: LogId) -> Subject:
    return Subject(f"{_PREFIX}{log_id}")


def operation_of(subject: Subject) -> LogId:
    return LogId(subject.removeprefix(_PREFIX))


def fold_operation(facts: Iterable[Fact]) -> Operation | None:
    """Return the operation that `facts` about one subject come to, in any order; None while nothing opened it.

    Only its own log opens and closes an operation; any station may take it back, and then it stays taken back.
    """
    known = sorted(facts, key=lambda each: each.order)
    own = [each for each in known if each.log_id == operation_of(each.subject)]
    opened = next((each for each in own if isinstance(each.said, OperationOpened) and each.seq == 1), None)
    if opened is None:
        return None
    said = opened.said_as(OperationOpened)
    closings = [each.seq for each in own if isinstance(each.said, OperationClosed)]
    takes = [each.fact_id for each in known if isinstance(each.said, OperationTakenBack)]
    return Operation(
        log_id=opened.log_id,
        what=said.what,
        promised=said.facts,
        at=opened.at,
        closed=min(closings, default=0),
        taken_back=takes[0] if takes else None,
    )


def opening(log_id: LogId, what: str, facts: int, document: Digest | None = None) -> FactDraft:
    """Return the first fact of an operation's log; a document tells more, as `naming` writes it."""
    return FactDraft(operation_subject(log_id), OperationOpened(what=what, facts=facts, document=document or UNSET))


def naming(file: str, said: Mapping[str, Json] = MappingProxyType({})) -> bytes:
    """Return the document that names the file of a list, and what was `said` of it: a file may be called after a person."""
    return canonical({**said, _FILE: file})


def named_by(document: Mapping[str, Json]) -> str:
    """Return the name in a document of `naming`, whoever wrote it: as one line that can be shown."""
    name = document.get(_FILE)
    said = name[:LONGEST_FILE_NAME] if isinstance(name, str) else ""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in said)


def closing(log_id: LogId) -> FactDraft:
    """Return its last one: from here on all of it counts."""
    return FactDraft(operation_subject(log_id), OperationClosed())


def taking_back(log_id: LogId) -> FactDraft:
    return FactDraft(operation_subject(log_id), OperationTakenBack())
