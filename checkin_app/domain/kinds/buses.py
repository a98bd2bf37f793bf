"""What is said of buses: what each is, and in which state."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.buses import FIELD_NAMES, Bus, BusState
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.kinds.body import Aspect, DigestName, Known
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


class BusMove(Approvable, frozen=True, kw_only=True):
    """Something by which a bus comes into another state."""

    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    DEED = Deed.MOVE_BUS
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BUSES})

    after: Known = UNSET

    @property
    def becomes(self) -> BusState:
        raise NotImplementedError  # each kind of these says its own; this class is none and is never made


class BusMovedTo(BusMove, frozen=True, kw_only=True):
    KIND = "bus.moved_to"

    state: BusState

    @property
    def becomes(self) -> BusState:
        return self.state


class BusHeld(BusMove, frozen=True, kw_only=True):
    """Somebody keeps it where it is."""

    KIND = "bus.held"

    document: DigestName
    """``{"reason": …}``."""

    @property
    def becomes(self) -> BusState:
        return BusState.HELD


class BusCancelled(BusMove, frozen=True, kw_only=True):
    """It does not run, and nobody is aboard."""

    KIND = "bus.cancelled"
    DEED = Deed.RELEASE

    document: DigestName
    """``{"reason": …}``."""

    @property
    def becomes(self) -> BusState:
        return BusState.CANCELLED
