"""The seat of somebody who comes when everybody has one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from checkin_app.domain.buses import Bus
from checkin_app.domain.seating import takes_people


@dataclass(frozen=True, slots=True)
class Room:
    """A bus, and what nobody holds of it."""

    bus: Bus
    seats: int
    accessible_places: int
    """For how many in a wheelchair there is one, with the seats that it takes."""


def bus_for_one(
    rooms: Iterable[Room], *, languages: Collection[str] = (), accessible: bool = False, vip: bool = False
) -> Bus | None:
    """Return the bus for somebody who comes late, None where there is none.

    The one with the most seats left, of those where a language of theirs is spoken while any of them has a seat; who needs
    an accessible place sits where one is left or nowhere.  A VIP sits on a bus for VIPs while one has a seat, and others where
    none is meant for them.  Not the fullest, as for a delegation: laptops apart, of which
    each gives a seat away, do not meet on the last one.
    """
    known = [*rooms]
    open_rooms = [
        room for room in known if takes_people(room.bus) and (room.accessible_places if accessible else room.seats) > 0
    ]
    understood = [room for room in open_rooms if not languages or {*languages} & {*room.bus.languages}]
    among = understood or open_rooms
    return max(among, key=lambda room: (room.bus.for_vips is vip, room.seats)).bus if among else None
