"""What screens may ask for, each on the lane where it belongs."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from checkin_app.domain.buses import BusState, is_click_enough
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.forum import instant
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant, LogId
from checkin_app.domain.lists.plan import Plan, let_go
from checkin_app.domain.operations import ListState, TakenList
from checkin_app.domain.problems import PrintProblem, UnknownDelegate
from checkin_app.runtime.errands import Errand, Errands
from checkin_app.runtime.interpreter import making_much
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.services.importing import ImportResult, ListChoices, ListPreview
from checkin_app.services.manifests import Manifest
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.ui.shell import actions as ui

T = TypeVar("T")
Reply = Callable[[Result[T]], None]
_PREVIEW_WIDTH = 720


@dataclass(frozen=True, slots=True)
class Backend:
    """The lanes and what stands behind them."""

    station: OpenedStation
    writer: Lane
    reader: Lane
    papers: Lane
    """Drawing and reading whole files: what takes long enough to hold up a search."""
    slow: Lane
    """Writes that take long and give way to scans at every piece: on the writer's lane a scan would wait for them."""
    lists: Lane
    """Reading, comparing and saving lists: a badge is drawn meanwhile."""
    errands: Errands
    settings: KeptSettings
    choose_checkpoint: Callable[[CheckpointId], None]
    follow_clock: Callable[[], CheckpointId | None]
    touched: Callable[[ChangeSet], None]
    """Tells the window what a write changed."""

    def write(self, work: Callable[[], T], reply: Callable[[Result[T]], None]) -> None:
        """Do `work` on the writer's lane; when it comes home, answer, then tell every screen."""
        self._write_on(self.writer, work, reply)

    def write_slowly(self, work: Callable[[], T], reply: Callable[[Result[T]], None]) -> None:
        """Do `work` beside the scans."""
        self._write_on(self.slow, work, reply)

    def _write_on(self, lane: Lane, work: Callable[[], T], reply: Callable[[Result[T]], None]) -> None:
        def home(result: Result[T]) -> None:
            reply(result)
            if isinstance(result, Done):
                self.touched(_changes(result.value))

        lane.submit(work, home)

    def read(self, work: Callable[[], T], reply: Callable[[Result[T]], None]) -> None:
        self.reader.submit(work, reply)

    def draw(self, work: Callable[[], T], reply: Callable[[Result[T]], None]) -> None:
        self.papers.submit(work, reply)


def actions(shop: Backend) -> ui.Actions:
    """Return every callable the screens get."""
    return ui.Actions(
        scans=_scans(shop),
        persons=_persons(shop),
        badges=_badges(shop),
        buses=_buses(shop),
        lists=_lists(shop),
        laptop=_laptop(shop),
    )


def _scans(shop: Backend) -> ui.Scans:
    station = shop.station
    scanning, queries = station.scanning, station.queries

    def choose(checkpoint: CheckpointId, reply: Reply[CheckpointId]) -> None:
        shop.choose_checkpoint(checkpoint)
        reply(Done(checkpoint))

    def counts() -> Sequence[CheckpointCount]:
        return queries.checkpoint_counts(rehearsal=station.figures_of_rehearsal())

    return ui.Scans(
        scan=lambda codes, at, way, reply: shop.write(lambda: scanning.scan(codes, at, way), reply),
        enter=lambda who, at, how, way, issue, reply: shop.write(
            lambda: scanning.enter(who, at, how, way, issue), reply
        ),
        answer=lambda fact, answer, reply: shop.write(lambda: scanning.answer(fact, answer), reply),
        undo=lambda fact, reply: shop.write(lambda: scanning.undo(fact), reply),
        recent=lambda limit, at, reply: shop.read(lambda: queries.recent_scans(limit, checkpoint=at), reply),
        today=lambda reply: shop.read(lambda: queries.scans_today(_midnight(station)), reply),
        checkpoints=lambda reply: shop.read(counts, reply),
        choose_checkpoint=choose,
        follow_clock=lambda reply: reply(Done(shop.follow_clock())),
    )


def _persons(shop: Backend) -> ui.Persons:
    station = shop.station
    queries, people = station.queries, station.people

    def directory(category: str, delegation: str) -> Sequence[DelegateId]:
        return queries.delegate_ids(category=category, delegation=delegation)

    return ui.Persons(
        find=lambda text, reply: shop.read(lambda: queries.find(text), reply),
        resolve=lambda text, reply: shop.read(lambda: queries.resolve(text), reply),
        card=lambda who, reply: shop.read(lambda: queries.card(who), reply),
        cards=lambda ids, reply: shop.read(lambda: queries.cards(ids), reply),
        directory=lambda category, group, reply: shop.read(lambda: directory(category, group), reply),
        look_alikes=lambda name, latin, reply: shop.read(lambda: queries.look_alikes(name, latin), reply),
        register=lambda delegate, reply: shop.write(lambda: people.register(delegate), reply),
        assign_bus=lambda who, bus, reply: shop.write(lambda: station.dispatch.assign(who, bus), reply),
    )


def _badges(shop: Backend) -> ui.Badges:
    station = shop.station
    badges = station.badges

    def draw(delegate: DelegateId, issue: int) -> bytes:
        from checkin_app.bootstrap import papers
        from printing.raster import preview

        card = station.queries.card(delegate)
        if card is None:
            raise UnknownDelegate(name=delegate)
        return preview(papers.content_of(station, card, issue), _PREVIEW_WIDTH, station.forum.badge_template)

    def objection(job: Job) -> PrintProblem | None:
        from checkin_app.bootstrap import papers

        printer = next((each for each in shop.settings.current.printers if each.name == job.printer), None)
        return papers.objection_to(station, job, printer)

    return ui.Badges(
        replace=lambda _meant, who, why, former, printer, reply: shop.write(
            lambda: badges.replace(who, why, former=former, printer=printer), reply
        ),
        print=lambda who, printer, reply: shop.write(lambda: badges.print(who, printer), reply),
        preview=lambda who, issue, reply: shop.draw(lambda: draw(who, issue), reply),
        objection=lambda job, reply: shop.draw(lambda: objection(job), reply),
        jobs=lambda limit, reply: shop.read(lambda: station.queries.jobs(limit), reply),
        settle=lambda job, state, reply: shop.write(lambda: badges.job_changed(job, state, "told"), reply),
        printers=lambda: shop.settings.current.printers,
    )


def _buses(shop: Backend) -> ui.Buses:
    station = shop.station

    def move_to(bus: BusCode, state: BusState, reply: Reply[ChangeSet]) -> None:
        following = moving(state)
        shop.write(lambda: station.dispatch.move_to(bus, following), reply)

    def counted(bus: BusCode) -> Manifest:
        manifest = station.manifest(bus)
        _ = manifest.tally, manifest.aboard  # counted here, not on the screen's thread
        return manifest

    def save(bus: BusCode, path: Path) -> Path:
        from checkin_app.bootstrap import papers

        papers.make_room(path)
        papers.write_manifest(station, station.manifest(bus), path)
        return path

    return ui.Buses(
        buses=lambda reply: shop.read(station.buses, reply),
        manifest=lambda bus, reply: shop.read(lambda: counted(bus), reply),
        move_to=move_to,
        send_off=lambda _meant, bus, reply: shop.write(lambda: station.dispatch.move_to(bus, BusState.DEPARTED), reply),
        save_manifest=lambda bus, path, reply: shop.draw(lambda: save(bus, path), reply),
    )


def moving(state: BusState) -> BusState:
    """Return a state that a click may bring a bus into.

    Raises:
        ValueError: boarding is over in it, which is a bug of ours: a bus leaves by `send_off`.
    """
    if not is_click_enough(state):
        raise ValueError("a bus leaves by `send_off`, which has to be meant")
    return state


def _lists(shop: Backend) -> ui.Lists:
    station = shop.station

    def preview(path: Path, choices: ListChoices, told: ui.HowFar, reply: Reply[ListPreview]) -> ui.Stop:
        errand = shop.errands.begin(told)
        shop.lists.submit(lambda: _preview(station, path, choices, errand), reply)
        return errand.stop

    def apply(
        plan: Plan, without: Collection[int], told: ui.HowFar, reply: Reply[ImportResult], *, overwrite: bool
    ) -> ui.Stop:
        errand = shop.errands.begin(told)

        def work() -> ImportResult:
            with making_much():
                return station.importing.apply(
                    plan, without=without, overwrite=overwrite, progress=errand.progress, stopped=errand.stopped
                )

        shop.write_slowly(work, reply)
        return errand.stop

    def save(plan: Plan, path: Path, told: ui.HowFar, reply: Reply[Path]) -> ui.Stop:
        errand = shop.errands.begin(told)
        shop.lists.submit(lambda: _save_refused(plan, path, errand), reply)
        return errand.stop

    def release(plans: list[Plan]) -> None:
        shop.lists.submit(lambda: let_go(plans), lambda _result: None)

    return ui.Lists(
        preview=preview,
        apply=lambda _meant, plan, left_out, overwrite, told, reply: apply(
            plan, left_out, told, reply, overwrite=overwrite
        ),
        save_refused=save,
        taken=lambda reply: _read_taken(shop, reply),
        take_back=lambda _meant, operation, told, reply: _take_back(shop, operation, told, reply),
        let_go=release,
    )


def _read_taken(shop: Backend, reply: Reply[Sequence[TakenList]]) -> None:
    """Read which lists were taken in; where one is unfinished and nobody is at it any more, finish it now."""

    def home(result: Result[Sequence[TakenList]]) -> None:
        reply(result)
        if isinstance(result, Done) and any(each.state is ListState.UNFINISHED for each in result.value):
            shop.write_slowly(shop.station.operations.settle, lambda _result: None)

    shop.read(shop.station.queries.lists_taken, home)


def _take_back(shop: Backend, operation: LogId, told: ui.HowFar, reply: Reply[ChangeSet]) -> None:
    errand = shop.errands.begin(told)
    shop.write_slowly(lambda: shop.station.importing.take_back(operation, errand.progress), reply)


def _preview(station: OpenedStation, path: Path, choices: ListChoices, errand: Errand) -> ListPreview:
    from checkin_app.bootstrap.lists import preview_list

    return preview_list(station, path, choices, errand.progress, errand.stopped)


def _save_refused(plan: Plan, path: Path, errand: Errand) -> Path:
    from checkin_app.bootstrap import papers
    from checkin_app.bootstrap.lists import write_refused

    papers.make_room(path)
    write_refused(plan, path, errand.progress, errand.stopped)
    return path


def _laptop(shop: Backend) -> ui.Laptop:
    return ui.Laptop(
        health=lambda reply: shop.read(shop.station.queries.health, reply),
        settings=lambda: shop.settings.current,
        change_settings=shop.settings.change,
        local_time=lambda: shop.station.forum.local(shop.station.clock()).strftime("%H:%M"),
    )


def _midnight(station: OpenedStation) -> Instant:
    """Return when this day began where the forum is."""
    local = station.forum.local(station.clock())
    return instant(local.replace(hour=0, minute=0, second=0, microsecond=0))


def _changes(value: object) -> ChangeSet:
    if isinstance(value, frozenset):
        return value
    if isinstance(value, Job):
        return frozenset({Changed.JOBS})
    found: object = getattr(value, "changes", frozenset())
    return found if isinstance(found, frozenset) else frozenset()
