"""What is said of buses: what each is, and in which state."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.buses import FIELD_NAMES, Bus, BusState
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, Known
from checkin_app.domain.kinds.edits import Edit, form_of
from checkin_app.domain.roles import Deed


class BusEdit(Edit, frozen=True, kw_only=True):
    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    DEED = Deed.FLEET
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BUSES})
    FORM = form_of(Bus, FIELD_NAMES)


class BusAdded(BusEdit, frozen=True, kw_only=True):
    KIND = "bus.added"
    IS_WITHHELD = True


class BusAmended(BusEdit, frozen=True, kw_only=True):
    KIND = "bus.amended"
    IS_WITHHELD = True


class BusMovedTo(Body, frozen=True, kw_only=True):
    KIND = "bus.moved_to"
    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    DEED = Deed.MOVE_BUS
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BUSES})

    state: BusState
    after: Known = UNSET
