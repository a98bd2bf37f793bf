"""Whether a list can be taken back: nobody whom only it names may have been let in anywhere."""

from typing import Protocol

from checkin_app.domain.ids import LogId
from checkin_app.domain.operations import LIST, Stage
from checkin_app.domain.problems_lists import ListInUse, NoListTaken
from checkin_app.services.ports.operations import OperationReads
from checkin_app.services.ports.people import PersonReads

#: Of people who stand against it, so many are named.
_NAMED = 3


class UseReads(OperationReads, PersonReads, Protocol):
    """Knows whether a list is in use."""


def must_be_free(state: UseReads, operation: LogId, since: int) -> None:
    """Make sure that a list was taken in and can be taken back; `since` is as of when that was found before."""
    known = state.operation(operation)
    if known is None or known.what != LIST or known.stage is not Stage.CLOSED:
        raise NoListTaken
    if in_use := state.in_use(operation, since):
        people = ((state.delegate(each), each) for each in in_use[:_NAMED])
        names = [person.name if person else each for person, each in people]
        raise ListInUse(count=len(in_use), names=", ".join(names) + ("…" if len(in_use) > _NAMED else ""))
