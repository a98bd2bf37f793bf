"""What screens may ask of badges: each verb is a service's own, on the lane where it belongs."""

from functools import partial
from pathlib import Path

from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.verbs import meant
from checkin_app.domain.changes import Recorded
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import DelegateId, JobId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrintProblem, UnknownDelegate
from checkin_app.runtime.errands import Errand
from checkin_app.services.attendance import everybody
from checkin_app.services.badge_runs import BadgeRun, Batch, RunCount, RunOwed, batches, count_run, owe_run
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.ui.shell import actions as ui

_PREVIEW_WIDTH = 720
#: Jobs that a printer has brought out, or may be about to.
_OUT = frozenset({JobState.SENDING, JobState.SENT, JobState.UNKNOWN, JobState.CONFIRMED, JobState.HANDED_OVER})


def counted(station: OpenedStation, run: BadgeRun) -> RunCount:
    """Return what a run would be, as far as this laptop knows."""
    out = {(job.delegate, job.issue) for job in station.queries.own_jobs(_OUT)}
    return count_run(everybody(station), run, out)


def printed(backend: Backend, run: BadgeRun, printer: str, errand: Errand) -> RunOwed:
    """Owe the badges of a run, whose printer brings them out in the order of the run; each after a guest was answered."""
    station = backend.station

    def announce(delegate: DelegateId, issue: int, batch: Batch) -> None:
        if run.apart:
            backend.page_ahead(delegate, issue, batch.title, str(len(batch.cards)))

    def stopped() -> bool:
        station.printing.give_way()
        return errand.stopped()

    chosen = batches(everybody(station), run.wish, run.order)
    return owe_run(station.badges, chosen, printer, announce, (errand.progress, stopped))


def saved(station: OpenedStation, run: BadgeRun, path: Path, errand: Errand) -> HandedOut:
    """Write the badges of a run into one file, each recorded as issued before that is there."""
    from checkin_app.bootstrap import papers

    papers.make_room(path)
    return papers.write_run(station, run, path, papers.heeding(errand.progress, errand.stopped))


def badge_actions(backend: Backend) -> ui.Badges:
    """Return what screens may ask of badges."""
    station, settings = backend.station, backend.settings
    badges = station.badges

    def draw(delegate: DelegateId, issue: int) -> bytes:
        from checkin_app.bootstrap import looks, papers
        from printing.raster import preview

        card = station.queries.card(delegate)
        if card is None:
            raise UnknownDelegate(name=delegate)
        content, forum = papers.content_of(station, card, issue), station.forum
        return preview(content, _PREVIEW_WIDTH, forum.badge_template, looks.looks_of(forum))

    def objection(job: Job) -> PrintProblem | None:
        from checkin_app.bootstrap import papers

        printer = next((each for each in settings.current.printers if each.name == job.printer), None)
        return papers.objection_to(station, job, printer)

    def told(job: JobId, state: JobState) -> Recorded:
        return badges.job_changed(job, state, "told")

    return ui.Badges(
        count_run=backend.on_papers(partial(counted, station)),
        print_run=backend.as_errand(backend.on_slow(partial(printed, backend))),
        save_run=backend.as_errand(backend.on_leaving(partial(saved, station))),
        replace=meant(backend.on_writer(badges.replace)),
        revoke=backend.on_writer(badges.revoke),
        restore=backend.on_writer(badges.restore),
        print=backend.on_writer(badges.print),
        preview=backend.on_papers(draw),
        objection=backend.on_papers(objection),
        jobs=backend.on_reader(station.queries.jobs),
        settle=backend.on_writer(told),
        settle_all=meant(backend.on_writer(badges.settle)),
        hand_over=backend.on_writer(station.handing_over.scan),
        give=backend.on_writer(station.handing_over.give),
        collected=backend.on_writer(station.handing_over.collected),
        hand_back=backend.on_writer(station.handing_over.take_back),
        printers=lambda: settings.current.printers,
        printer_trouble=backend.printer_trouble,
    )
