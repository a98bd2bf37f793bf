"""What is said of an emergency at a bus: that it is one, who is safe, and that it is over."""

from typing import Annotated, ClassVar

from msgspec import UNSET, Meta, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.emergencies import PERSON, Condition, How
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Aspect, Body, Count, DelegateName, DigestName, Whole
from checkin_app.domain.roles import Deed

#: A guest, or one of the crew.
PersonName = Annotated[str, Meta(pattern=rf"\A(?:{PERSON.pattern})\Z")]


class OfEmergency(Body, frozen=True, kw_only=True):
    """Something that is no move of the bus: what it was before, it is again once the emergency is over."""

    SUBJECT = "bus:"
    ASPECT = Aspect.BUS
    DEED = Deed.EMERGENCY
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.BUSES})

    after: tuple[FactId, ...]
    document: DigestName | UnsetType = UNSET


class BusEmergencyCalled(OfEmergency, frozen=True, kw_only=True):
    """An emergency is on; who was aboard or expected is frozen.  Its document says why: ``{"reason": …}``."""

    KIND = "bus.emergency_called"

    version: Whole
    aboard: tuple[DelegateName, ...]
    expected: tuple[DelegateName, ...]
    crew: tuple[PersonName, ...] = ()
    rehearsal: bool = False


class BusEmergencyMarked(OfEmergency, frozen=True, kw_only=True):
    """Somebody is safe, injured, or nobody knows; ``after`` names what was said of them before.

    Its document is what else there is to say: ``{"note": …}``.
    """

    KIND = "bus.emergency_marked"

    calls: tuple[FactId, ...]
    who: PersonName
    condition: Condition


class BusEmergencyEnded(OfEmergency, frozen=True, kw_only=True):
    """It is over, or was none; its document says why: ``{"reason": …}``."""

    KIND = "bus.emergency_ended"

    calls: tuple[FactId, ...]
    how: How
    unknown: Count = 0
    """Of how many nobody knew anything."""

    @property
    def deed(self) -> Deed:
        is_short = self.how is How.OVER and self.unknown > 0
        return Deed.EMERGENCY_END_SHORT if is_short else Deed.EMERGENCY_END
