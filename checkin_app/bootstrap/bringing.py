"""Another laptop's folder brought in from the inbox: what the command `merge` does."""

from pathlib import Path

from checkin_app.bootstrap import station as stations
from checkin_app.domain.problems import ChainProblem, StoreCorrupt
from checkin_app.services.exchange import BroughtIn, exchange, take_from
from checkin_app.services.opened import OpenedStation


def bring_in(station: OpenedStation, folder: Path) -> BroughtIn:
    """Exchange entries with a station's folder, both ways; take what can be proven of one that does not open.

    Raises:
        StorageProblem, FieldInvalid: there is no station of this forum in it; nothing was handed over.
    """
    try:
        with stations.open_station(folder, station.clock) as other:
            taken, given = exchange(station, other)
            return BroughtIn(other.station.name or other.station.id, taken, given)
    except (ChainProblem, StoreCorrupt) as damage:
        with stations.open_damaged(folder) as giver:
            return BroughtIn(folder.name, take_from(giver, station), None, damage)
