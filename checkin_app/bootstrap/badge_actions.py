"""What screens may ask of badges: each verb is a service's own, on the lane where it belongs."""

from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.verbs import meant
from checkin_app.domain.changes import Recorded
from checkin_app.domain.ids import DelegateId, JobId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrintProblem, UnknownDelegate
from checkin_app.services.ports.badges import Job
from checkin_app.ui.shell import actions as ui

_PREVIEW_WIDTH = 720


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
