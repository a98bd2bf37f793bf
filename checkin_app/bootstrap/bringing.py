"""Another laptop's folder brought in, from the inbox or by the command `merge`."""

from pathlib import Path

from checkin_app.bootstrap import station as stations
from checkin_app.domain.problems import ChainProblem, StoreCorrupt
from checkin_app.runtime.acknowledged import Acknowledged
from checkin_app.services.exchange import BroughtIn, Given, agreed_on, exchange, take_from
from checkin_app.services.opened import OpenedStation


def met(folder: Path, station: OpenedStation, other_folder: Path, other: OpenedStation) -> tuple[Given, Given]:
    """Let two speak with each other as `exchange` does, and each keep in mind what the other holds from then on."""
    given = exchange(station, other)
    if station.station.id != other.station.id:  # a copy of its own folder is no other laptop
        alike = agreed_on(station, other)
        for place, each in ((folder, station), (other_folder, other)):
            held = Acknowledged(place, each.station.id)
            held.note(alike)
            held.keep()
    return given


def bring_in(own: Path, station: OpenedStation, folder: Path) -> BroughtIn:
    """Exchange entries with a station's folder, both ways; take what can be proven of one that does not open.

    Args:
        own: the station's folder.
        station: open.
        folder: the other's.

    Raises:
        StorageProblem, FieldInvalid: there is no station of this forum in it; nothing was handed over.
    """
    try:
        with stations.open_station(folder, station.clock) as other:
            taken, given = met(own, station, folder, other)
            return BroughtIn(other.station.name or other.station.id, taken, given)
    except (ChainProblem, StoreCorrupt) as damage:
        with stations.open_damaged(folder) as giver:
            return BroughtIn(folder.name, take_from(giver, station), None, damage)
