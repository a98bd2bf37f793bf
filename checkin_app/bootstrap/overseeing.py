"""What the lead and the dispatchers ask of the application."""

from checkin_app.bootstrap.backend import Backend
from checkin_app.services.overseeing import Board, board
from checkin_app.ui.shell import actions as ui


def overseeing(backend: Backend) -> ui.Overseeing:
    """Return what the dispatch board asks."""

    def all_buses() -> Board:
        return board(backend.station, backend.status())

    return ui.Overseeing(board=backend.on_reader(all_buses))
