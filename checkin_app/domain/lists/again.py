"""Somebody who stands on a list and whose badge is void: cancelled by an earlier list, or revoked by a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answers import Answers, Way
from checkin_app.domain.lists.left_off import REASON
from checkin_app.domain.lists.notes import Cancelled, Note, Remark
from checkin_app.domain.lists.row import Taken


@dataclass(frozen=True, slots=True)
class Revocation:
    """Why somebody's badge is void."""

    reason: str
    by_list: bool
    """Lists alone said so, and no person did."""


NOBODY: Mapping[DelegateId, Revocation] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Restored:
    """A row of somebody whom an earlier list cancelled, and who comes after all."""

    row: Taken
    delegate: DelegateId


def met_again(row: Taken, revocation: Revocation, answers: Answers) -> tuple[Note, ...]:
    """Return what is to be said, or asked, of a row of somebody whose badge is void: nothing where it cancels them too."""
    left_off = revocation.reason == REASON
    said = {"value": Cancelled.LEFT_OFF if left_off else revocation.reason}
    if row.cancelled:
        return ()
    if not revocation.by_list:
        return (Note(Remark.REVOKED_HERE, said),)
    remark = Remark.CONFIRMED_AGAIN if row.confirmed or left_off else Remark.LISTED_AGAIN
    return (answers.note(remark, "", said, each=False),)


def bus_of_merged(row: Taken) -> tuple[Note, ...]:
    """Tell of the bus that the row of a merged record names: the row of the record that stands says where they ride."""
    return (Note(Remark.BUS_OF_MERGED, {"value": row.bus}),)


def comes_after_all(met: Note) -> bool:
    """Return what was answered; without an answer a status counts, and a mere place on a list does not."""
    if met.key in {Remark.REVOKED_HERE, Remark.BUS_OF_MERGED}:
        return False
    return met.answer == Way.YES if met.answer else met.key is Remark.CONFIRMED_AGAIN
