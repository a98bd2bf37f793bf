"""Who came to a session or rode on a route: everybody who is expected is asked for, page by page."""

from collections.abc import Iterator

from checkin_app.domain.attendance import Attendance, Doors, Occasion, attendance
from checkin_app.domain.forum import Session
from checkin_app.domain.ids import CheckpointId, bus_checkpoint
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.progress import Progress, untold

#: People asked for at a time, so that memory does not grow with the forum.
_PAGE = 500


def everybody(station: OpenedStation, progress: Progress = untold) -> Iterator[DelegateCard]:
    """Yield everybody who is known, in the order of the directory; `progress` hears of each who was taken."""
    ids = station.queries.delegate_ids()
    for begin in range(0, len(ids), _PAGE):
        for done, card in enumerate(station.queries.cards(ids[begin : begin + _PAGE]), start=begin + 1):
            yield card
            progress(done, len(ids))


def attendance_of(station: OpenedStation, occasion: Occasion, progress: Progress = untold) -> Iterator[Attendance]:
    """Yield whoever was expected at a session or on a route, or came, in the order of the directory."""
    doors = doors_of(station, occasion)
    for card in everybody(station, progress):
        stands = attendance(occasion, doors, card.delegate, card.movements, void=bool(card.badge.revoked))
        if stands is not None:
            yield stands


def doors_of(station: OpenedStation, occasion: Occasion) -> Doors:
    """Return where the people of an occasion are scanned; those of the technical visit at every bus as well."""
    scopes: dict[CheckpointId, bool] = {}
    if isinstance(occasion, Session):
        scopes[occasion.checkpoint] = station.figures_of_rehearsal()
        routes = {each.id for each in station.forum.routes if occasion.id == station.forum.visit}
    else:
        routes = {occasion.id}
    buses = [count.bus for count in station.buses() if count.bus.route in routes]
    return Doors(scopes | {bus_checkpoint(each.code): station.figures_of_rehearsal(each) for each in buses})
