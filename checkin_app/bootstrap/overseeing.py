"""What the lead, the dispatchers and the coordinators ask of the forum, of all buses, or of who is missing from one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from checkin_app.bootstrap.backend import Backend
from checkin_app.domain.ids import BusCode
from checkin_app.services.missing import missing_of
from checkin_app.services.overseeing import Board, board
from checkin_app.services.ports.overview import Overview
from checkin_app.services.reporting import overview
from checkin_app.ui.shell.bus_actions import Overseeing


def overseeing(backend: Backend) -> Overseeing:
    """Return the verbs of the overview, of the board, and of who is missing."""
    station = backend.station

    def all_buses() -> Board:
        return board(station, backend.status())

    def save_cards(bus: BusCode, path: Path) -> Path:
        from checkin_app.bootstrap import papers

        papers.make_room(path)
        papers.write_missing(station, missing_of(station, bus), path)
        return path

    def stands() -> Overview:
        return overview(station, backend.status())

    def save_overview(found: Overview, folder: Path) -> Sequence[Path]:
        from checkin_app.bootstrap import papers

        return papers.write_reports(found, station.forum, folder)

    return Overseeing(
        board=backend.on_reader(all_buses),
        missing=backend.on_reader(partial(missing_of, station)),
        save_cards=backend.on_papers(save_cards),
        overview=backend.on_reader(stands),
        save_overview=backend.on_papers(save_overview),
    )
