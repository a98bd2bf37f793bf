"""From what is known of people and buses to the papers about them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from checkin_app.bootstrap.looks import looks_of
from checkin_app.domain.attendance import Occasion, occasion_named
from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import Changed, Recorded
from checkin_app.domain.details import PictureFault
from checkin_app.domain.forum import Forum
from checkin_app.domain.hand_outs import HandedOut, HandOut, Wanted
from checkin_app.domain.ids import DelegateId, Instant, LogId, bus_checkpoint
from checkin_app.domain.problems import FileNotWritable, PrintProblem, UnknownDelegate, WorkStopped
from checkin_app.domain.problems_emergencies import NoEmergency
from checkin_app.domain.problems_printing import PictureUnusable
from checkin_app.files.exports import manifest_header, manifest_rows, write_table
from checkin_app.files.exports_attendance import attendance_header, attendance_rows
from checkin_app.files.exports_overview import overview_tables
from checkin_app.files.exports_people import Called, people_table
from checkin_app.files.exports_tides import HEADER, passenger_events
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.runtime.whole_file import not_writable, whole_file, write_whole
from checkin_app.services.attendance import attendance_of, everybody
from checkin_app.services.badge_runs import EVERY_BADGE, BadgeRun, batches
from checkin_app.services.badges import code_of
from checkin_app.services.emergencies import EmergencyStanding
from checkin_app.services.issuing import Leaving
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.ports.missing import MissingList
from checkin_app.services.ports.overview import Overview
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.progress import Progress, Stopped, untold
from printing.badge_pdf import Apart, Refused, draw_badges, plan_pdf
from printing.content import BadgeContent, badge_content
from printing.emergency_pdf import emergency_pdf
from printing.layout import Plan, lay_out
from printing.manifest_pdf import manifest_pdf
from printing.missing_pdf import missing_pdf
from printing.overview_pdf import overview_pdf
from printing.printers import printer_from
from printing.raster import proven_pdf
from printing.words import word

#: Dots per inch at which a badge's code is read back before the badge counts.
_PROOF_DPI = 300
_LONGEST_PHOTO = 50_000_000
"""Bytes; a camera's largest have 20 million."""
_CODES_HEADER = ("badge_no", "delegate_id", "name", "latin_name", "delegation", "email", "code")


@dataclass(frozen=True, slots=True)
class BadgesWritten:
    """What a bulk run came to."""

    drawn: int
    refused: tuple[Refused, ...]
    issued: LogId | None
    """What takes back that they were issued; None where all were before."""


def content_of(station: OpenedStation, card: DelegateCard, issue: int = 0) -> BadgeContent:
    """Return what a delegate's badge says: its valid issue, or the one named."""
    number = issue or card.badge.current
    code = code_of(station.signer, station.forum.id, card.delegate.id, number)
    return badge_content(station.forum, card.delegate, card.movements.bus, number, code)


def save_badge(station: OpenedStation, delegate: DelegateId, issue: int, path: Path) -> HandedOut:
    """Write one issue of a delegate's badge, as `write_badge` does.

    Raises:
        UnknownDelegate: nobody here has that id.
    """
    card = station.queries.card(delegate)
    if card is None:
        raise UnknownDelegate(name=delegate)
    changes = write_badge(station, card, path, issue).changes
    return HandedOut(str(path), 1, changes=changes)


def write_badge(
    station: OpenedStation, card: DelegateCard, path: Path, issue: int = 0, photo: Path | None = None
) -> Recorded:
    """Write one badge, read back and recorded as issued before it is there: its valid issue, or the one named.

    `photo` is a picture's file, which is kept nowhere.

    Raises:
        PrintProblem: and no file was made.
    """
    plan = _proven(station, card, issue, photo)
    with whole_file(path) as file:
        file.write(plan_pdf(plan))
        return station.issuing.one(Leaving(card.delegate.id, issue or card.badge.current))


def try_badge(station: OpenedStation, card: DelegateCard, path: Path, photo: Path | None = None) -> None:
    """Make sure that a badge like a delegate's valid one can be written there, and leave nothing; raises PrintProblem."""
    plan = _proven(station, card, 0, photo)
    with suppress(_Tried), whole_file(path) as file:
        file.write(plan_pdf(plan))
        raise _Tried


class _Tried(Exception):  # noqa: N818 - no error: it went well, and is not wanted
    """A file could be written."""


def _proven(station: OpenedStation, card: DelegateCard, issue: int, photo: Path | None) -> Plan:
    content = content_of(station, card, issue)
    if photo:
        content = replace(content, photo=_photo(photo))
    plan = lay_out(content, looks_of(station.forum).of(station.forum.badge_template, content.category_id))
    proven_pdf(plan, _PROOF_DPI)
    return plan


def _photo(file: Path) -> bytes:
    try:
        content = read_bounded(file, _LONGEST_PHOTO)
    except FileTooLarge as error:
        raise PictureUnusable(detail=PictureFault.TOO_LONG.of(most=_LONGEST_PHOTO // 1_000_000)) from error
    except OSError as error:
        raise PictureUnusable(detail=PictureFault.NONE) from error
    if not content:  # an empty file is no photo, and not none
        raise PictureUnusable(detail=PictureFault.NONE)
    return content


def objection_to(station: OpenedStation, job: Job, printer: PrinterSettings | None) -> PrintProblem | None:
    """Return what speaks against the badge of a job on its printer, or on any where that one is gone."""
    card = station.queries.card(job.delegate)
    if card is None:
        return None
    try:
        content, looks = content_of(station, card, job.issue), looks_of(station.forum)
        template = station.forum.badge_template
        template = printer_from(printer, template, looks).template if printer else template
        lay_out(content, looks.of(template, content.category_id))
    except PrintProblem as problem:
        return problem
    return None


def write_badges(station: OpenedStation, path: Path, progress: Progress, run: BadgeRun = EVERY_BADGE) -> BadgesWritten:
    """Write valid badges into one PDF, each recorded as issued before that is there; none where none can be drawn.

    Args:
        station: whose people.
        path: of the file to be.
        run: whose badges, in which order.
        progress: hears how many are drawn, of how many, and that again while they are recorded; what it raises ends the
            work with no file made and nothing recorded.

    Raises:
        ListBeingTaken: others write a whole list; no file was made, and nothing recorded.
        TemplateMissing, TemplateInvalid: the template of the run is none.
    """
    asked = list[Leaving]()

    def contents() -> Iterator[BadgeContent | Apart]:
        chosen = batches(everybody(station), run.wish, run.order)
        whole = sum(len(each.cards) for each in chosen)
        for batch in chosen:
            if run.apart:
                yield Apart(batch.title, str(len(batch.cards)))
            for card in batch.cards:
                asked.append(Leaving(card.delegate.id, card.badge.current))
                yield content_of(station, card)
                progress(len(asked), whole)

    drawn = draw_badges(contents(), run.template or station.forum.badge_template, looks_of(station.forum))
    issued = None
    if drawn.places:
        try:
            with whole_file(path) as file:
                file.write(drawn.pdf())
                issued = station.issuing.many([asked[place] for place in drawn.places], path.name, progress)
        except FileNotWritable:  # the disk filled up with the last of it
            if issued:
                station.issuing.take_back(issued)
            raise
    return BadgesWritten(len(drawn.places), drawn.refused, issued)


def write_codes(station: OpenedStation, path: Path, progress: Progress) -> int:
    """Write a table of everybody's valid code as CSV or XLSX, by the ending of `path`; return how many are in it."""
    rows: list[tuple[str, ...]] = []
    for card in everybody(station, progress):
        if not card.badge.revoked:
            who = card.delegate
            code = code_of(station.signer, station.forum.id, who.id, card.badge.current)
            rows.append((who.badge_no, who.id, who.name, who.latin_name, who.delegation, who.email, code))
    write_table(path, _CODES_HEADER, rows)
    return len(rows)


def heeding(progress: Progress, stopped: Stopped) -> Progress:
    """Return what tells how far a work is, and ends it with `WorkStopped` as asked."""

    def told(done: int, whole: int) -> None:
        if stopped():
            raise WorkStopped
        progress(done, whole)

    return told


def write_hand_out(
    station: OpenedStation,
    wanted: Wanted,
    path: Path,
    progress: Progress,
    called: Called | None = None,
) -> HandedOut:
    """Write one file of the whole forum, whole or not at all.

    Args:
        station: whose people.
        wanted: which file.
        path: where to.
        progress: hears how many people are done, of how many; what it raises leaves no file.
        called: what the headings of a list of everybody say of each field.

    Raises:
        FileNotWritable: `path` cannot be written.
        ListBeingTaken: badges cannot be recorded as issued now.
    """
    occasion = occasion_named(station.forum, wanted.occasion)
    if wanted.kind is HandOut.CODES:
        return HandedOut(str(path), write_codes(station, path, progress))
    if wanted.kind is HandOut.BADGES:
        return write_run(station, EVERY_BADGE, path, progress)
    if wanted.kind is HandOut.ATTENDANCE and occasion is not None:
        return HandedOut(str(path), write_attendance(station, occasion, path, progress))
    return HandedOut(str(path), write_people(station, path, called, progress))


def write_run(station: OpenedStation, run: BadgeRun, path: Path, progress: Progress) -> HandedOut:
    """Write the badges of a run, as `write_badges` does; there is no file where none can be drawn."""
    written = write_badges(station, path, progress, run)
    left_out = tuple(each.number for each in written.refused)
    changes = frozenset({Changed.BADGES, Changed.OPERATIONS})
    return HandedOut(str(path), written.drawn, left_out, written.issued, changes)


def write_log(rows: Sequence[Sequence[str]], path: Path) -> None:
    """Write what was done with a bus as CSV or XLSX, by the ending of `path`."""
    header, *rest = rows
    write_table(path, tuple(header), rest)


def write_manifest(station: OpenedStation, manifest: Manifest, path: Path) -> None:
    """Write a manifest as PDF, CSV or XLSX, by the ending of `path`."""
    if path.suffix.lower() == ".pdf":
        write_whole(path, manifest_pdf(manifest, station.forum, station.clock()))
        return
    language = station.forum.languages[0]
    header = manifest_header(manifest, station.forum, language, word)
    write_table(path, header, manifest_rows(manifest, station.forum, language, word))


def write_passenger_events(station: OpenedStation, bus: Bus, path: Path) -> None:
    """Write who was let pass a bus's doors on the ride under way, without a name, as TIDES has it: CSV or XLSX by the ending."""
    since = min(bus.opened, default=Instant(0))
    passages = station.queries.passages(bus_checkpoint(bus.code), since)
    write_table(path, HEADER, passenger_events(bus, passages, station.forum))


def write_reports(found: Overview, forum: Forum, folder: Path) -> Sequence[Path]:
    """Write how a forum stands into a folder, made where there is none: a PDF with its plots, and a table for each subject.

    Raises:
        FileNotWritable: what was written before stays.
    """
    pages = folder / "overview.pdf"
    make_room(pages)
    write_whole(pages, overview_pdf(found, forum))
    tables = {folder / f"{name}.csv": table for name, table in overview_tables(found, forum).items()}
    for path, table in tables.items():
        write_table(path, *table)
    return [pages, *tables]


def write_missing(station: OpenedStation, missing: MissingList, path: Path) -> None:
    """Write a card for each person who is looked for, as PDF."""
    write_whole(path, missing_pdf(missing, station.forum, station.clock()))


def write_emergency(station: OpenedStation, standing: EmergencyStanding, path: Path) -> None:
    """Write the frozen list of an emergency, as PDF.

    Raises:
        NoEmergency: none was called at that bus.
        FileNotWritable: `path` cannot be written.
    """
    if standing.emergency is None:
        raise NoEmergency(bus=standing.bus.code)
    write_whole(path, emergency_pdf(standing, standing.emergency, station.forum, station.clock()))


def write_attendance(station: OpenedStation, occasion: Occasion, path: Path, progress: Progress = untold) -> int:
    """Write who came to a session or rode on a route, as CSV or XLSX by the ending of `path`; return how many it is of."""
    language = station.forum.languages[0]
    people = list(attendance_of(station, occasion, progress))
    rows = attendance_rows(occasion, people, station.forum, language, word)
    write_table(path, attendance_header(occasion, language, word), rows)
    return len(people)


def write_people(station: OpenedStation, path: Path, called: Called | None = None, progress: Progress = untold) -> int:
    """Write everybody as a list that reads back without a change, as CSV or XLSX by the ending of `path`.

    Args:
        station: whose people.
        path: of the file to be.
        called: what its headings say of each field; without it they are English.
        progress: hears how many are done, of how many.

    Returns:
        How many they are.
    """
    people = [card.delegate for card in everybody(station, progress)]
    write_table(path, *people_table(people, called))
    return len(people)


def make_room(path: Path) -> None:
    """Make the folder that a paper is saved in: a new user account may have no documents folder yet.

    Raises:
        FileNotWritable: it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_writable(path, error) from error
