"""What follows at a bus's door besides the scan: the seat that goes with it, or a place among those who wait."""

from checkin_app.domain.buses import Bus
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import CheckpointId, delegate_subject
from checkin_app.domain.kinds.rides import RideAssigned
from checkin_app.domain.outcomes import Reason
from checkin_app.services.rides import standby
from checkin_app.services.scene import Person, Scene

#: Questions after which whoever boards is moved to this bus's list.
SEATED_HERE = frozenset({Reason.WRONG_BUS, Reason.STANDBY_WAITS})


def left_for_here(scene: Scene, person: Person) -> tuple[CheckpointId, ...]:
    """Return the buses that somebody is no longer aboard who boards this one."""
    return tuple(each.checkpoint for each in scene.elsewhere(person))


def seat_here(scene: Scene, person: Person) -> None:
    """Put whoever boards on this bus's list too, as one act, while it has a seat that nobody holds."""
    if isinstance(scene.door, Bus) and person.movements.bus != scene.door.code and scene.free_seats(scene.door, person):
        scene.unit.as_one_act()
        supersedes = person.movements.ride.edits
        said = RideAssigned(bus=scene.door.code, supersedes=supersedes)
        scene.unit.record(FactDraft(delegate_subject(person.id), said))


def stand_by_here(scene: Scene, person: Person) -> None:
    """Let somebody wait for a seat on this bus's route."""
    if isinstance(scene.door, Bus):
        scene.unit.record(standby(person.id, person.movements, scene.door, rehearsal=scene.rehearsal))
