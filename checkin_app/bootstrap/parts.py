"""Hands the commands their callables; what draws, reads lists or needs a screen is loaded when it is asked for.

A volunteer's laptop is old and a scan's first verdict waits for every import.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from checkin_app.bootstrap import station
from checkin_app.bootstrap.bringing import met
from checkin_app.bootstrap.looks import looks_of
from checkin_app.cli import Parts
from checkin_app.cli.parts import HubWish, Joined, JoinWish, Serving, SignedInPhones, Staying, TakenOver
from checkin_app.cli.printer_parts import AddedFonts, LaptopPrinters, PrinterParts
from checkin_app.domain.attendance import Occasion
from checkin_app.domain.buses import Bus
from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.forum import Forum
from checkin_app.domain.invitations import Shown
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.phones import PhoneCode
from checkin_app.domain.sync.coming import ToldComing
from checkin_app.runtime.interpreter import making_much
from checkin_app.runtime.paths import default_folder
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.conversing import Met
from checkin_app.services.emergencies import EmergencyStanding
from checkin_app.services.exchange import Given
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.ports.missing import MissingList
from checkin_app.services.ports.overview import Overview
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.progress import Progress


def parts() -> Parts:
    """Return everything the commands need."""
    return Parts(
        default_folder=default_folder,
        open_station=station.open_station,
        open_damaged=station.open_damaged,
        new_station=station.new_station,
        unlock=station.unlock,
        backups=station.backups,
        restore=station.restore,
        export_bundle=_export_bundle,
        bring_in_bundle=_bring_in_bundle,
        meet_folder=met,
        read_table=_read_table,
        plan_import=_plan_import,
        write_refused=_write_refused,
        write_table=_write_table,
        write_badge=_write_badge,
        try_badge=_try_badge,
        write_badges=_write_badges,
        write_codes=_write_codes,
        write_manifest=_write_manifest,
        write_passenger_events=_write_passenger_events,
        write_reports=_write_reports,
        write_missing=_write_missing,
        write_emergency=_write_emergency,
        write_attendance=_write_attendance,
        write_people=_write_people,
        write_forum=_write_forum,
        read_forum=_read_forum,
        printers=_printer_parts(),
        run_demo=_run_demo,
        open_demo=_open_demo,
        open_window=_open_window,
        self_check=_self_check,
        serve_hub=_serve_hub,
        invite=_invite,
        join=_join,
        take_over=_take_over,
        meet=_meet,
        stay=_stay,
        phone_code=_phone_code,
        phones=_phones,
    )


def _export_bundle(
    folder: Path,
    opened: OpenedStation,
    path: Path,
    everything: bool,  # noqa: FBT001 - as a command has it
    progress: Progress,
) -> BundleWritten:
    from checkin_app.bootstrap.bundles import export

    return export(folder, opened, path, everything=everything, progress=progress)


def _bring_in_bundle(folder: Path, opened: OpenedStation, path: Path, progress: Progress) -> Given:
    from checkin_app.bootstrap.bundles import bring_in

    return bring_in(folder, opened, path, progress)


def _read_table(file: Path, sheet: str) -> ListFile:
    from checkin_app.files.apart import read_apart

    return read_apart(file, sheet=sheet)


def _plan_import(opened: OpenedStation, file: Path, choices: ListChoices) -> Plan:
    from checkin_app.bootstrap.lists import plan_import

    return plan_import(opened, file, choices)


def _write_refused(plan: Plan, path: Path) -> None:
    from checkin_app.bootstrap.lists import write_refused

    write_refused(plan, path)


def _write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from checkin_app.files.exports import write_table

    write_table(path, header, rows)


def _write_badge(opened: OpenedStation, card: DelegateCard, path: Path, photo: Path | None) -> None:
    from checkin_app.bootstrap.papers import write_badge

    write_badge(opened, card, path, photo=photo)


def _try_badge(opened: OpenedStation, card: DelegateCard, path: Path, photo: Path | None) -> None:
    from checkin_app.bootstrap.papers import try_badge

    try_badge(opened, card, path, photo)


def _write_badges(opened: OpenedStation, path: Path, progress: Callable[[int, int], None]) -> tuple[int, list[str]]:
    from checkin_app.bootstrap.papers import write_badges

    written = write_badges(opened, path, progress)
    return written.drawn, [f"{each.number}: {each.problem}" for each in written.refused]


def _write_codes(opened: OpenedStation, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_codes

    write_codes(opened, path, lambda _done, _whole: None)


def _write_passenger_events(opened: OpenedStation, bus: Bus, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_passenger_events

    write_passenger_events(opened, bus, path)


def _write_reports(found: Overview, forum: Forum, folder: Path) -> Sequence[Path]:
    from checkin_app.bootstrap.papers import write_reports

    return write_reports(found, forum, folder)


def _write_emergency(opened: OpenedStation, standing: EmergencyStanding, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_emergency

    write_emergency(opened, standing, path)


def _write_missing(opened: OpenedStation, missing: MissingList, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_missing

    write_missing(opened, missing, path)


def _write_manifest(opened: OpenedStation, manifest: Manifest, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_manifest

    write_manifest(opened, manifest, path)


def _write_attendance(opened: OpenedStation, occasion: Occasion, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_attendance

    write_attendance(opened, occasion, path)


def _write_people(opened: OpenedStation, path: Path) -> None:
    from checkin_app.bootstrap.papers import write_people

    write_people(opened, path)


def _write_forum(opened: OpenedStation, path: Path) -> None:
    from checkin_app.runtime.whole_file import write_whole

    write_whole(path, opened.queries.forum_file())


def _read_forum(path: Path) -> bytes:
    from checkin_app.files.forum_file import forum_bytes, parse_forum

    content = forum_bytes(str(path))
    parse_forum(content, path.name)
    return content


def _fonts_of(folder: Path) -> AddedFonts:
    from checkin_app.bootstrap.fonts import FontsOfFolder

    return FontsOfFolder(folder)


def _printer_parts() -> PrinterParts:
    return PrinterParts(
        of=_printers_of,
        fonts=_fonts_of,
        flaws=_flaws,
        lacking=_lacking,
        read_template=_read_template,
        templates=_templates,
        template_text=_template_text,
        found=_found,
    )


def _found() -> Sequence[tuple[PrinterKind, str, str]]:
    from checkin_app.bootstrap.printer_check import found

    return found()


def _printers_of(folder: Path) -> LaptopPrinters:
    from checkin_app.bootstrap.printers import PrintersOfFile

    return PrintersOfFile(folder)


def _flaws(file: Path, cards: Sequence[DelegateCard], opened: OpenedStation | None) -> Sequence[str]:
    from checkin_app.bootstrap.templates import flaws_of

    return flaws_of(file, cards, opened)


def _read_template(file: Path) -> str:
    from checkin_app.bootstrap.templates import read_template

    return read_template(file)


def _templates(forum: Forum) -> Sequence[Mapping[str, Json]]:
    from checkin_app.bootstrap.templates import rows

    return rows(forum)


def _template_text(forum: Forum, name: str) -> str:
    return looks_of(forum).text(name)


def _lacking(opened: OpenedStation, card: DelegateCard) -> Sequence[tuple[str, str, str]]:
    from checkin_app.bootstrap.templates import lacking

    return lacking(opened, card)


def _run_demo(folder: Path | None) -> Path:
    _hush()
    from checkin_app.demo.play import play

    return play(folder)


def _hush() -> None:
    """Keep Qt from naming on the console, while it loads, each library of sound and film that this laptop lacks."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")


def _open_demo(language: str) -> int:
    _hush()
    from checkin_app.demo.play import open_window

    return open_window(language)


def _open_window(folder: Path, language: str) -> int:
    _hush()
    with making_much():  # as where a command is loaded
        from checkin_app.bootstrap.window import run
    return run(folder, language)


def _serve_hub(folder: Path, wish: HubWish, paired: Callable[[str], None]) -> AbstractContextManager[Serving]:
    from checkin_app.bootstrap.meeting import serving

    return serving(folder, wish, paired)


def _invite(folder: Path) -> Shown:
    from checkin_app.bootstrap.meeting import invite

    return invite(folder)


def _join(folder: Path, wish: JoinWish) -> Joined:
    from checkin_app.bootstrap.meeting import join

    return join(folder, wish)


def _take_over(folder: Path, told: ToldComing) -> TakenOver:
    from checkin_app.bootstrap.meeting import take_over

    return take_over(folder, told)


def _meet(folder: Path) -> Met:
    from checkin_app.bootstrap.meeting import meet

    return meet(folder)


def _stay(folder: Path, changed: Callable[[ChangeSet], None]) -> AbstractContextManager[Staying]:
    from checkin_app.bootstrap.meeting import staying

    return staying(folder, changed)


def _phone_code(folder: Path, phones: int) -> PhoneCode:
    from checkin_app.bootstrap.meeting import phone_code

    return phone_code(folder, phones)


def _phones(folder: Path) -> SignedInPhones:
    from checkin_app.bootstrap.meeting import phones

    return phones(folder)


def _self_check() -> int:
    from checkin_app.selfcheck import self_check

    return self_check()
