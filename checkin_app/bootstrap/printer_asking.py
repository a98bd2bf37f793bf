"""What screens may ask of printers: each is asked on its own lane, where only its own badges wait."""

from collections.abc import Mapping, Sequence
from functools import partial

from checkin_app.bootstrap import font_asking
from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.looks import looks_of
from checkin_app.bootstrap.presses import test_label, trouble_of
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Instant
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problems import PrinterMissing, PrintProblem
from checkin_app.domain.roles import Deed
from checkin_app.runtime.lanes import Done, Result
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.printers import Outcome
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.printer_actions import BadgeLook, BadgeLooks, Found, PrinterCount, Printers
from printing.looks import Looks

_OWED = frozenset({JobState.QUEUED, JobState.RENDERED, JobState.SENDING, JobState.FAILED_SAFE})
#: Of these a label is gone, or may be.
_USED = frozenset({JobState.SENT, JobState.CONFIRMED, JobState.HANDED_OVER, JobState.UNKNOWN})


def printer_actions(backend: Backend) -> Printers:
    """Return what screens may ask of printers."""

    def health(printer: str, reply: Reply[PrintProblem | None]) -> None:
        def told(result: Result[PrintProblem | None]) -> None:
            if isinstance(result, Done):
                backend.printer_told(printer, result.value)
            reply(result)

        backend.printer_lane(printer).submit(lambda: trouble_of(_named(backend, printer), backend.station.forum), told)

    def test(printer: str, reply: Reply[Outcome]) -> None:
        backend.printer_lane(printer).submit(lambda: _tested(backend, _named(backend, printer)), reply)

    def allowed() -> str:
        station = backend.station
        who = station.signing_in.leave(Deed.QUEUE)
        at = station.forum.local(station.clock()).strftime("%Y-%m-%d %H:%M")
        return " · ".join(filter(None, (who, at)))

    def check(printer: PrinterSettings) -> None:
        from checkin_app.bootstrap import printer_check, printer_places

        printer_check.check_printers([printer], backend.station.forum)
        if all(each.name != printer.name for each in backend.settings.current.printers):
            printer_places.met_anew([printer])

    def let_in(printer: str, login: Login) -> None:
        from checkin_app.bootstrap import printer_places

        printer_places.let_in(_named(backend, printer), login)

    return Printers(
        printer_health=health,
        test_printer=test,
        printer_counts=backend.on_reader(lambda: _counts(backend.station, backend.settings.current.printers)),
        printers_found=backend.on_lists(_found),
        check_printer=backend.on_papers(check),
        added_fonts=backend.on_papers(partial(font_asking.listed, backend.folder)),
        add_font=font_asking.adding(backend),
        remove_font=font_asking.removing(backend),
        badge_looks=backend.on_papers(lambda: badge_looks(backend.station.forum)),
        let_in=backend.on_papers(let_in),
        allow_queue=backend.on_reader(allowed),
    )


def part_from(backend: Backend, former: Sequence[PrinterSettings]) -> None:
    """Keep nothing more of the printers that were taken away; the computer's key store is asked where no screen waits."""

    def parted() -> None:
        from checkin_app.bootstrap import printer_places

        printer_places.parted(former, backend.settings.current.printers)

    backend.papers.submit(parted, lambda _parted: None)


def _named(backend: Backend, name: str) -> PrinterSettings:
    found = next((each for each in backend.settings.current.printers if each.name == name), None)
    if found is None:
        raise PrinterMissing(printer=name)
    return found


def badge_looks(forum: Forum) -> BadgeLooks:
    """Return by what badges of a forum can be drawn, each with how large they are then."""
    from printing.printers import Language, usual_template

    looks, mine = looks_of(forum), forum.badge_template
    usual = {each: usual_template(Language(each.value), mine) for each in PrinterLanguage}
    return BadgeLooks(tuple(BadgeLook(name, _size(looks, name)) for name in looks.names()), usual)


def _size(looks: Looks, name: str) -> str:
    try:
        template = looks.template(name)
    except PrintProblem:  # what is wrong with it is said once it is chosen
        return ""
    return f"{template.width:g} × {template.height:g}"


def _tested(backend: Backend, settings: PrinterSettings) -> Outcome:
    return test_label(settings, backend.station.forum)


def labels_left(station: OpenedStation, printers: Sequence[PrinterSettings], printer: str) -> int | None:
    """Return how many labels are left at a printer; None where nobody counts them."""
    counted = next((each for each in printers if each.name == printer and each.labels), None)
    return counted.left_after(_counts(station, [counted])[printer].used) if counted else None


def _counts(station: OpenedStation, printers: Sequence[PrinterSettings]) -> Mapping[str, PrinterCount]:
    count = station.queries.own_jobs_at
    return {
        each.name: PrinterCount(count(each.name, _OWED, Instant(0)), count(each.name, _USED, Instant(each.loaded)))
        for each in printers
    }


def _found() -> Found:
    from checkin_app.bootstrap.printer_check import found

    there = found()

    def of(wanted: PrinterKind) -> tuple[tuple[str, str], ...]:
        return tuple((called, target) for kind, target, called in there if kind is wanted)

    queues = tuple(called for called, _ in of(PrinterKind.QUEUE))
    return Found(queues, of(PrinterKind.NETWORK), of(PrinterKind.USB), of(PrinterKind.IPP))
