"""What a bus must have before it may be called ready.  Pure."""

from enum import StrEnum

from checkin_app.domain.buses import Bus
from checkin_app.domain.seating import usable, wheelchair_places


class Lack(StrEnum):
    """What a bus has not and needs, in the order in which somebody is asked for it."""

    PLATE = "plate"
    CHARTER_SIGN = "charter_sign"
    """On a route that leaves the province."""
    DRIVER = "driver"
    DRIVER_PHONE = "driver_phone"
    GUIDE = "guide"
    COORDINATOR = "coordinator"
    LANGUAGES = "languages"
    BAY = "bay"
    DEPARTS = "departs"
    ACCESSIBLE_PLACES = "accessible_places"
    """Fewer than those on its list who need one."""
    SEATS = "seats"
    """Fewer than there are people on its list."""


def lacking(bus: Bus, *, seated: int = 0, wheelchairs: int = 0, charter: bool = False) -> tuple[Lack, ...]:
    """Return what a bus has to have before it is ready, and has not.

    Args:
        bus: which.
        seated: how many on its list need a seat.
        wheelchairs: how many of them need an accessible place.
        charter: whether its route leaves the province.
    """
    there = {
        Lack.PLATE: bus.plate.strip(),
        Lack.CHARTER_SIGN: bus.charter_sign.strip() or not charter,
        Lack.DRIVER: bus.driver.strip(),
        Lack.DRIVER_PHONE: bus.driver_phone.strip(),
        Lack.GUIDE: bus.guide.strip(),
        Lack.COORDINATOR: bus.coordinator.strip(),
        Lack.LANGUAGES: "".join(bus.languages).strip(),
        Lack.BAY: bus.bay.strip(),
        Lack.DEPARTS: bus.departs.strip(),
        Lack.ACCESSIBLE_PLACES: wheelchairs <= wheelchair_places(bus),
        Lack.SEATS: seated <= usable(bus, wheelchairs),
    }
    return tuple(each for each, value in there.items() if not value)
