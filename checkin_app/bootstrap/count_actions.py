"""What the head count, the swap, a bus's day, an emergency and lists of buses may ask for, bound to the lanes."""

from collections.abc import Sequence
from pathlib import Path

from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.verbs import meant
from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Recorded
from checkin_app.domain.ids import BusCode, DelegateId, LogId
from checkin_app.domain.problems_swaps import NoSwap
from checkin_app.runtime.errands import Errand
from checkin_app.services.fleet_import import FleetPreview, FleetTaken
from checkin_app.services.opened import OpenedStation
from checkin_app.services.proofs import Proof
from checkin_app.services.swaps import SwapStanding
from checkin_app.ui.shell.bus_actions import (
    BusDayActions,
    EmergencyActions,
    FleetLists,
    HeadCountActions,
    SwapActions,
)


def count_actions(backend: Backend) -> HeadCountActions:
    counts, dispatch = backend.station.head_counts, backend.station.dispatch

    def release(bus: BusCode, unaccounted: Sequence[DelegateId], reason: str) -> Recorded:
        return counts.release(bus, unaccounted=unaccounted, reason=reason)

    def release_self(bus: BusCode, proof: Proof) -> Recorded:
        return counts.release(bus, by_self=True, proof=proof)

    def come_back(bus: BusCode) -> Recorded:
        return dispatch.move_to(bus, BusState.RETURNED)

    return HeadCountActions(
        tallied=backend.on_reader(counts.tallied),
        count=backend.on_writer(counts.count),
        crew=backend.on_writer(counts.crew),
        release=meant(backend.on_writer(release)),
        release_self=meant(backend.on_writer(release_self)),
        review=backend.on_writer(counts.review),
        come_back=backend.on_writer(come_back),
        empty=backend.on_writer(counts.empty),
        close=meant(backend.on_writer(counts.close)),
        reopen=meant(backend.on_writer(counts.reopen)),
    )


def swap_actions(backend: Backend) -> SwapActions:
    swaps = backend.station.swaps

    def look(bus: BusCode) -> SwapStanding | None:
        try:
            return swaps.look(bus)
        except NoSwap:
            return None

    return SwapActions(
        look=backend.on_reader(look),
        foresee=backend.on_reader(swaps.preview),
        take_over=meant(backend.on_writer(swaps.swap)),
        undo_swap=backend.on_writer(swaps.undo),
    )


def day_actions(backend: Backend) -> BusDayActions:
    days = backend.station.bus_days

    def arrive(bus: BusCode, stop: str) -> Recorded:
        return days.arrive(bus, stop)

    def open_stop(bus: BusCode) -> Recorded:
        return days.arrive(bus, doors=True)

    return BusDayActions(
        ready=backend.on_writer(days.ready),
        hold_back=backend.on_writer(days.hold),
        cancel=meant(backend.on_writer(days.cancel)),
        arrive=backend.on_writer(arrive),
        open_stop=backend.on_writer(open_stop),
        undo_stop=backend.on_writer(days.undo),
        skip=backend.on_writer(days.skip),
        restore=backend.on_writer(days.restore),
    )


def emergency_actions(backend: Backend) -> EmergencyActions:
    station = backend.station
    emergencies = station.emergencies

    def save_list(bus: BusCode, path: Path) -> Path:
        from checkin_app.bootstrap import papers

        papers.make_room(path)
        papers.write_emergency(station, emergencies.look(bus), path)
        return path

    return EmergencyActions(
        emergency=backend.on_reader(emergencies.look),
        call_emergency=meant(backend.on_writer(emergencies.call)),
        mark_person=backend.on_writer(emergencies.mark),
        end_emergency=meant(backend.on_writer(emergencies.end)),
        save_list=backend.on_papers(save_list),
    )


def fleet_lists(backend: Backend) -> FleetLists:
    service = backend.station.fleet_import

    def look(path: Path, sheet: str, errand: Errand) -> FleetPreview:
        from checkin_app.files.apart import read_apart

        return service.look(read_apart(path, "", sheet, errand.progress, errand.stopped))

    def take(preview: FleetPreview, errand: Errand) -> FleetTaken:
        return service.take(preview, errand.progress, errand.stopped)

    def take_back(operation: LogId) -> Recorded:
        return service.take_back(operation)

    return FleetLists(
        look_at_fleet=backend.as_errand(backend.on_lists(look)),
        take_fleet=meant(backend.as_errand(backend.on_slow(take))),
        last_fleet=backend.on_reader(service.last),
        take_fleet_back=meant(backend.on_slow(take_back)),
    )


def save_manifest(station: OpenedStation, bus: BusCode, path: Path) -> Path:
    from checkin_app.bootstrap import papers

    papers.make_room(path)
    papers.write_manifest(station, station.manifest(bus), path)
    return path


def save_log(rows: Sequence[Sequence[str]], path: Path) -> Path:
    from checkin_app.bootstrap import papers

    papers.make_room(path)
    papers.write_log(rows, path)
    return path
