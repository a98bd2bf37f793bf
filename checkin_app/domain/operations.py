"""Long writes that count as a whole: a list is taken in entirely or not at all, on every laptop.

An operation is a log of its own.  Its first fact opens it and its last one closes it; what lies between is withheld
until then.  A log is only ever known up to some fact and whole up to there, so who knows the closing fact knows all
of it, in whatever order the facts of other logs come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.facts import Fact, FactDraft, Json, Kind
from checkin_app.domain.ids import FactId, Instant, LogId, Subject

#: What an operation may withhold; any other fact counts at once, wherever it stands.
WITHHELD = frozenset({Kind.DELEGATE_REGISTERED, Kind.DELEGATE_AMENDED, Kind.RIDE_ASSIGNED})
LIST = "list"
"""What an operation is for: a list is taken in."""
SEATING = "seating"
"""People are put on buses."""
_PREFIX = "operation:"


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
    opened = next((each for each in own if each.kind == Kind.OPERATION_OPENED and each.seq == 1), None)
    if opened is None:
        return None
    closings = [each.seq for each in own if each.kind == Kind.OPERATION_CLOSED]
    takes = [each.fact_id for each in known if each.kind == Kind.OPERATION_TAKEN_BACK]
    return Operation(
        log_id=opened.log_id,
        what=str(opened.content["what"]),
        promised=int(opened.content["facts"]),
        at=opened.at,
        closed=min(closings, default=0),
        taken_back=takes[0] if takes else None,
    )


def opening(log_id: LogId, what: str, facts: int) -> FactDraft:
    """Return the first fact of an operation's log."""
    body: dict[str, Json] = {"what": what, "facts": facts}
    return FactDraft(Kind.OPERATION_OPENED, operation_subject(log_id), body)


def closing(log_id: LogId) -> FactDraft:
    """Return its last one: from here on all of it counts."""
    return FactDraft(Kind.OPERATION_CLOSED, operation_subject(log_id), {})


def taking_back(log_id: LogId) -> FactDraft:
    return FactDraft(Kind.OPERATION_TAKEN_BACK, operation_subject(log_id), {})
