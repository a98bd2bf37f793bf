"""What screens may ask for: each verb is a service's own, on the lane where it belongs."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from checkin_app.bootstrap.acting import operator_actions
from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.badge_actions import badge_actions
from checkin_app.bootstrap.count_actions import (
    count_actions,
    day_actions,
    emergency_actions,
    fleet_lists,
    save_log,
    save_manifest,
    swap_actions,
)
from checkin_app.bootstrap.designs import template_actions
from checkin_app.bootstrap.overseeing import overseeing
from checkin_app.bootstrap.printer_asking import part_from, printer_actions
from checkin_app.bootstrap.verbs import at_once, meant, on
from checkin_app.domain.buses import BusState, is_click_enough
from checkin_app.domain.changes import Recorded
from checkin_app.domain.contradictions import LASTING, effect_of
from checkin_app.domain.hand_outs import HandedOut, Wanted
from checkin_app.domain.ids import BusCode, CheckpointId, ContradictionId, FactId, Instant, LogId
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.plan import Plan, let_go
from checkin_app.domain.operations import ListState, TakenList
from checkin_app.domain.sync.laptops import Laptops, known_laptops
from checkin_app.runtime.errands import Errand
from checkin_app.runtime.interpreter import making_much
from checkin_app.runtime.lanes import Done, Result
from checkin_app.runtime.settings import Settings
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.exchange import BroughtIn
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.services.planning import Planned, PlanWish
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.ports.conflicts import Contradictions
from checkin_app.services.ports.movements import RecentScan
from checkin_app.services.ports.upkeep import Checked
from checkin_app.ui import words_lists
from checkin_app.ui.shell import actions as ui
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.bus_actions import Buses

#: More of what was settled than anybody looks through.
_SETTLED = 100


def actions(backend: Backend) -> ui.Actions:
    """Return every callable the screens get."""
    programme = backend.station.programme
    return ui.Actions(
        scans=_scans(backend),
        persons=_persons(backend),
        badges=badge_actions(backend),
        buses=_buses(backend),
        overseeing=overseeing(backend),
        counts=count_actions(backend),
        swaps=swap_actions(backend),
        days=day_actions(backend),
        emergencies=emergency_actions(backend),
        fleet_lists=fleet_lists(backend),
        programme=ui.ProgrammeActions(backend.on_writer(programme.change), backend.on_writer(programme.take_back)),
        lists=_lists(backend),
        papers=_papers(backend),
        inbox=_inbox(backend),
        stations=_stations(backend),
        upkeep=_upkeep(backend),
        operators=operator_actions(backend),
        printers=printer_actions(backend),
        templates=template_actions(backend),
        laptop=laptop_actions(backend),
    )


def _scans(backend: Backend) -> ui.Scans:
    station = backend.station
    scanning, queries = station.scanning, station.queries

    def choose(checkpoint: CheckpointId) -> CheckpointId:
        backend.choose_checkpoint(checkpoint)
        return checkpoint

    def day_began() -> Instant:
        return station.forum.day_began(station.clock())

    def recent(most: int, checkpoint: CheckpointId | None) -> Sequence[RecentScan]:
        return queries.recent_scans(most, checkpoint) if checkpoint else queries.own_scans(most, day_began())

    return ui.Scans(
        scan=backend.on_writer(scanning.scan),
        enter=backend.on_writer(scanning.enter),
        answer=backend.on_writer(scanning.answer),
        override=meant(backend.on_writer(station.overriding.override)),
        undo=backend.on_writer(scanning.undo),
        recent=backend.on_reader(recent),
        today=backend.on_reader(lambda: queries.scans_today(day_began())),
        checkpoints=backend.on_reader(station.checkpoint_counts),
        choose_checkpoint=at_once(choose),
        follow_clock=at_once(backend.follow_clock),
    )


def _persons(backend: Backend) -> ui.Persons:
    queries = backend.station.queries
    return ui.Persons(
        find=backend.on_reader(queries.find),
        resolve=backend.on_reader(queries.resolve),
        card=backend.on_reader(queries.card),
        cards=backend.on_reader(queries.cards),
        directory=backend.on_reader(queries.delegate_ids),
        look_alikes=backend.on_reader(queries.look_alikes),
        record=backend.on_reader(queries.record),
        merge=backend.on_writer(backend.station.merges.merge),
        part=backend.on_writer(backend.station.merges.part),
        amend=backend.on_writer(backend.station.people.amend),
        walk_in=backend.on_writer(backend.station.walk_ins.register),
    )


def _buses(backend: Backend) -> Buses:
    station = backend.station

    def move_to(bus: BusCode, state: BusState, reply: Reply[Recorded]) -> None:
        backend.on_writer(station.dispatch.click_to)(bus, moving(state), reply)

    def moved(to: BusState) -> Callable[[BusCode], Recorded]:
        return lambda bus: station.dispatch.move_to(bus, to)

    def counted(bus: BusCode) -> Manifest:
        manifest = station.manifest(bus)
        _ = manifest.tally, manifest.aboard  # counted here, not on the screen's thread
        return manifest

    def plan(keep: frozenset[BusCode], errand: Errand) -> Planned:
        return station.planning.plan(PlanWish(keep=keep), errand.progress, errand.stopped)

    return Buses(
        buses=backend.on_reader(station.buses),
        manifest=backend.on_reader(counted),
        move_to=move_to,
        open_again=meant(backend.on_writer(moved(BusState.BOARDING))),
        send_off=meant(backend.on_writer(moved(BusState.DEPARTED))),
        save_manifest=backend.on_papers(partial(save_manifest, station)),
        log=backend.on_reader(station.queries.bus_log),
        save_log=backend.on_papers(save_log),
        add=meant(backend.on_writer(station.dispatch.add_bus)),
        amend=backend.on_writer(station.dispatch.amend_bus),
        lock=backend.on_writer(station.dispatch.lock),
        keep_for_vips=backend.on_writer(station.dispatch.keep_for_vips),
        assign=backend.on_writer(station.dispatch.assign),
        unseated=backend.on_reader(station.reseating.unseated),
        weigh=backend.on_reader(station.reseating.foresee),
        reseat=backend.on_writer(station.reseating.move),
        put_back=backend.on_writer(station.reseating.take_back),
        ride=backend.on_writer(station.rides.say),
        unride=backend.on_writer(station.rides.undo),
        fill=meant(backend.on_slow(station.planning.fill)),
        plan=backend.as_errand(backend.on_slow(plan)),
        unplan=backend.on_slow(station.planning.take_back),
    )


def moving(state: BusState) -> BusState:
    """Return a state that a click may bring a bus into.

    Raises:
        ValueError: boarding is over in it, which is a bug of ours: a bus leaves by `send_off`.
    """
    if not is_click_enough(state):
        raise ValueError("a bus leaves by `send_off`, which has to be meant")
    return state


def _lists(backend: Backend) -> ui.Lists:
    station = backend.station

    def preview(path: Path, choices: ListChoices, errand: Errand) -> ListPreview:
        from checkin_app.bootstrap.lists import preview_list

        return preview_list(station, path, choices, errand.progress, errand.stopped)

    def apply(plan: Plan, without: Collection[int], overwrite: bool, errand: Errand) -> ImportResult:  # noqa: FBT001 - the verb's form
        with making_much():
            return station.importing.apply(
                plan, without=without, overwrite=overwrite, progress=errand.progress, stopped=errand.stopped
            )

    def save_refused(plan: Plan, path: Path, errand: Errand) -> Path:
        from checkin_app.bootstrap import papers
        from checkin_app.bootstrap.lists import RefusedWords, write_refused

        papers.make_room(path)
        said = RefusedWords(*words_lists.refused_header(), lambda note: words_lists.plain_note(note, station.forum))
        write_refused(plan, path, errand.progress, errand.stopped, said)
        return path

    def take_back(operation: LogId, errand: Errand) -> Recorded:
        return station.importing.take_back(operation, errand.progress)

    def release(plans: list[Plan]) -> None:
        backend.lists.submit(lambda: let_go(plans), lambda _result: None)

    def newest() -> Sequence[TakenList]:
        return station.queries.lists_taken()

    def taken(reply: Reply[Sequence[TakenList]]) -> None:
        backend.on_reader(newest)(lambda result: _finishing(backend, reply, result))

    return ui.Lists(
        preview=backend.as_errand(backend.on_lists(preview)),
        apply=meant(backend.as_errand(backend.on_slow(apply))),
        save_refused=backend.as_errand(backend.on_lists(save_refused)),
        taken=taken,
        take_back=meant(backend.as_errand(backend.on_slow(take_back))),
        let_go=release,
    )


def _finishing(backend: Backend, reply: Reply[Sequence[TakenList]], result: Result[Sequence[TakenList]]) -> None:
    """Answer which lists were taken in; where one is unfinished and nobody is at it any more, finish it now."""
    reply(result)
    if isinstance(result, Done) and any(each.state is ListState.UNFINISHED for each in result.value):
        backend.on_slow(backend.station.operations.settle)(lambda _result: None)


def _papers(backend: Backend) -> ui.Papers:
    def save(wanted: Wanted, path: Path, errand: Errand) -> HandedOut:
        from checkin_app.bootstrap import papers

        papers.make_room(path)
        told = papers.heeding(errand.progress, errand.stopped)
        return papers.write_hand_out(backend.station, wanted, path, told, words_lists.field)

    return ui.Papers(
        backend.as_errand(backend.on_leaving(save)), meant(backend.on_slow(backend.station.issuing.take_back))
    )


def _upkeep(backend: Backend) -> ui.Upkeep:
    upkeep = backend.station.upkeep

    def check(errand: Errand) -> Checked:
        return Checked(upkeep.check(progress=errand.progress, stopped=errand.stopped), upkeep.holding())

    def repair(errand: Errand) -> Checked:
        report = upkeep.check(repair=True, progress=errand.progress, stopped=errand.stopped)
        return Checked(report, upkeep.holding())

    return ui.Upkeep(
        check=backend.as_errand(backend.on_slow(check)),
        repair=backend.as_errand(backend.on_slow(repair)),
        accept_loss=meant(on(backend.writer, upkeep.accept_loss)),
        back_up=backend.on_papers(upkeep.backup),
        backups=backend.on_papers(upkeep.backups),
    )


def _inbox(backend: Backend) -> ui.Inbox:
    queries, settling = backend.station.queries, backend.station.settling

    def contradictions() -> Contradictions:
        names = {each.id: each.name for each in queries.stations()}
        known, settled = queries.conflicts(), queries.settled(_SETTLED)
        made = [fact for each in (*known, *settled) for fact in (*each.facts, *(said.fact_id for said in each.answers))]
        return Contradictions(known, settled, names, queries.makers(made))

    def decide(which: ContradictionId, key: str, seen: Collection[FactId], reply: Reply[Recorded]) -> None:
        backend.on_writer(settling.settle)(which, deciding(key), seen, reply)

    def for_good(which: ContradictionId, key: str, seen: Collection[FactId]) -> Recorded:
        return settling.settle(which, key, seen)

    def bring_in(folder: Path) -> BroughtIn:
        from checkin_app.bootstrap import bringing

        return bringing.bring_in(backend.folder, backend.station, folder)

    def save_bundle(path: Path) -> BundleWritten:
        from checkin_app.bootstrap import bundles

        return bundles.export(backend.folder, backend.station, path, everything=False)

    def take_bundle(path: Path) -> BroughtIn:
        from checkin_app.bootstrap import bundles

        return BroughtIn(path.name, bundles.bring_in(backend.folder, backend.station, path), None)

    return ui.Inbox(
        contradictions=backend.on_reader(contradictions),
        heard=backend.on_reader(queries.heard),
        decide=decide,
        decide_for_good=meant(backend.on_writer(for_good)),
        reopen=backend.on_writer(settling.undo),
        bring_in=backend.on_slow(bring_in),
        save_bundle=backend.on_saving(save_bundle),
        take_bundle=backend.on_slow(take_bundle),
    )


def deciding(key: str) -> str:
    """Return the key of a choice that a click may settle a contradiction by.

    Raises:
        ValueError: it cannot be taken back, which is a bug of ours: that is settled by `decide_for_good`.
    """
    if effect_of(key) in LASTING:
        raise ValueError("a choice that lasts has to be meant")
    return key


def _stations(backend: Backend) -> ui.Stations:
    station = backend.station

    def known() -> Laptops:
        queries, status = station.queries, backend.status()
        own = known_laptops(station.station.id, queries.enrolments(), queries.written(), status)
        hub = backend.own_hub
        return Laptops(own, status, station.clock(), hub.seen(), tuple(hub.phones()))

    enrolling = station.enrolling
    return ui.Stations(
        known=backend.on_reader(known),
        admit=meant(backend.on_writer(enrolling.admit)),
        revoke=meant(backend.on_writer(enrolling.revoke)),
        leave=meant(backend.on_writer(enrolling.leave)),
        switch_hub=backend.own_hub.switch,
        invite=backend.own_hub.invite,
        sign_in_phone=backend.own_hub.sign_in_phone,
        sign_out_phone=meant(backend.own_hub.sign_out_phone),
    )


def laptop_actions(backend: Backend) -> ui.Laptop:
    station, settings = backend.station, backend.settings

    def change(chosen: Settings) -> None:
        before = settings.current
        settings.change(chosen)
        if (before.printers, before.printer) != (chosen.printers, chosen.printer):
            backend.printers_changed()
            part_from(backend, before.printers)
        if before.room != chosen.room:
            backend.follow_clock()

    return ui.Laptop(
        health=backend.on_reader(station.queries.health),
        settings=lambda: settings.current,
        change_settings=change,
        local_time=lambda: station.forum.local(station.clock()).strftime("%H:%M"),
    )
