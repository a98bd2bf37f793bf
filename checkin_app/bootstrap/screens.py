"""The screens of the window, in the order of its rail."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from checkin_app import ui
from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.station import pinyin_table
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.pinyin import PinyinTable, suggest_latin
from checkin_app.domain.scanner_trial import TRIAL_CODE
from checkin_app.runtime.drafts import Drafts
from checkin_app.ui import words
from checkin_app.ui.desk.screen import DeskScreen
from checkin_app.ui.shell.actions import Actions, StationContext
from checkin_app.ui.shell.navigation import Entry, Making
from checkin_app.ui.shell.screen import Screen


@dataclass(frozen=True, slots=True)
class KeptDrafts:
    """What was typed and not finished, form by form."""

    walk_in: Drafts
    record: Drafts


def entries(backend: Backend, actions: Actions, context: StationContext, drafts: KeptDrafts) -> Sequence[Entry]:
    """Return every screen there is; only the desk's is loaded with the application, whose start somebody waits for."""
    screens = _Screens(backend, actions, context, drafts)
    return (
        Entry("overview", screens.overview, "chart-bar"),
        Entry("desk", screens.desk, "scan"),
        Entry("board", screens.board, "bus"),
        Entry("badges", screens.badges, "identification-badge"),
        Entry("people", screens.people, "users"),
        Entry("inbox", screens.inbox, "tray"),
        Entry("settings", screens.settings, "gear"),
        Entry("manifest", screens.manifest, within="board"),
        Entry("badge_run", screens.badge_run, within="badges"),
        Entry("find", screens.find),
        Entry("walk_in", screens.walk_in),
        Entry("record", screens.record),
        Entry("checkpoint", screens.checkpoint),
        Entry("fleet", screens.fleet, within="board"),
        Entry("reseating", screens.reseating, within="board"),
        Entry("fleet_list", screens.fleet_list, within="board"),
        Entry("head_count", screens.head_count, within="board"),
        Entry("swap", screens.swap, within="board"),
        Entry("bus_day", screens.bus_day, within="board"),
        Entry("route_stops", screens.route_stops),
        Entry("emergency", screens.emergency, within="board"),
        Entry("programme", screens.programme, within="settings"),
        Entry("operators", screens.operators),
        Entry("laptops", screens.laptops, within="settings"),
        Entry("printers", screens.printers, within="settings"),
        Entry("templates", screens.templates, within="settings"),
        Entry("door", screens.door, full=True),
    )


@dataclass(frozen=True, slots=True)
class _Screens:
    """Makes each screen of what it needs."""

    backend: Backend
    actions: Actions
    context: StationContext
    drafts: KeptDrafts

    def desk(self) -> Screen:
        return DeskScreen(self.actions, self._telling(), wall=self.backend.station.clock)

    def _telling(self) -> words.Telling:
        stations = self.backend.station.queries.stations()
        return words.Telling(self.context.in_force, {each.id: each.name for each in stations})

    def overview(self) -> Screen:
        from checkin_app.ui.overview.screen import OverviewScreen

        return OverviewScreen(self.actions, self.context)

    def board(self) -> Screen:
        from checkin_app.ui.board.screen import BoardScreen

        return BoardScreen(self.actions, self.context, now=self.backend.station.clock)

    def manifest(self) -> Screen:
        from checkin_app.ui.manifest.screen import ManifestScreen

        return ManifestScreen(self.actions, self.context, now=self.backend.station.clock)

    def badges(self) -> Screen:
        from checkin_app.ui.badge_desk.screen import BadgeDeskScreen

        save_pdf = self.backend.on_leaving(self._save_badge)
        return BadgeDeskScreen(self.actions, self.context, save_pdf=save_pdf, now=self.backend.station.clock)

    def badge_run(self) -> Screen:
        from checkin_app.ui.badge_run.screen import BadgeRunScreen

        return BadgeRunScreen(self.actions, self.context, now=self.backend.station.clock)

    def _save_badge(self, delegate: DelegateId, issue: int, path: Path) -> HandedOut:
        from checkin_app.bootstrap import papers

        return papers.save_badge(self.backend.station, delegate, issue, path)

    def people(self) -> Making:
        from checkin_app.ui.kit.file_dialogs import documents
        from checkin_app.ui.people.importing.page import ImportPage
        from checkin_app.ui.people.screen import PeopleScreen

        importing = ImportPage(self.actions.lists, self.context.in_force, documents)
        yield
        return PeopleScreen(self.actions, self.context, importing=importing)

    def find(self) -> Screen:
        from checkin_app.ui.find.screen import FindScreen

        return FindScreen(self.actions, self.context, pinyin=_pinyin, now=self.backend.station.clock)

    def walk_in(self) -> Screen:
        from checkin_app.ui.walk_in.screen import FormAids, WalkInScreen

        aids = FormAids(
            latin_of=lambda name: suggest_latin(name, _pinyin()),
            lacking=_lacking,
            save_draft=self.backend.on_papers(self.drafts.walk_in.save),
            load_draft=self.backend.on_papers(self.drafts.walk_in.load),
        )
        return WalkInScreen(self.actions, self.context, aids, now=self.backend.station.clock)

    def record(self) -> Making:
        from checkin_app.ui.record.panel import RecordPanel
        from checkin_app.ui.record.screen import RecordAids, RecordScreen
        from checkin_app.ui.record.side import RecordSide
        from checkin_app.ui.record.words import RecordWords

        side, telling = RecordSide(), self._telling()
        yield
        panel = RecordPanel(RecordWords(telling), side)
        yield
        aids = RecordAids(
            lacking=_lacking,
            save_drafts=self.backend.on_papers(self.drafts.record.save),
            load_drafts=self.backend.on_papers(self.drafts.record.load),
        )
        return RecordScreen(self.actions, telling, aids, panel)

    def checkpoint(self) -> Screen:
        from checkin_app.ui.checkpoint.screen import CheckpointScreen

        return CheckpointScreen(self.actions, self.context, now=self.backend.station.clock)

    def programme(self) -> Screen:
        from checkin_app.ui.programme.screen import ProgrammeScreen

        return ProgrammeScreen(self.actions, self.context)

    def fleet_list(self) -> Screen:
        from checkin_app.ui.fleet_list.screen import FleetListScreen

        return FleetListScreen(self.actions, self.context)

    def route_stops(self) -> Screen:
        from checkin_app.ui.route_stops.screen import RouteStopsScreen

        return RouteStopsScreen(self.actions, self.context)

    def reseating(self) -> Screen:
        from checkin_app.ui.reseating.screen import ReseatingScreen

        return ReseatingScreen(self.actions, self.context)

    def fleet(self) -> Screen:
        from checkin_app.ui.fleet.screen import FleetScreen

        return FleetScreen(self.actions, self.context)

    def head_count(self) -> Screen:
        from checkin_app.ui.head_count.screen import HeadCountScreen

        return HeadCountScreen(self.actions, self._telling())

    def swap(self) -> Screen:
        from checkin_app.ui.swap.screen import SwapScreen

        return SwapScreen(self.actions, self._telling())

    def bus_day(self) -> Screen:
        from checkin_app.ui.bus_day.screen import BusDayScreen

        return BusDayScreen(self.actions, self._telling(), now=self.backend.station.clock)

    def emergency(self) -> Screen:
        from checkin_app.ui.emergency.screen import EmergencyScreen

        return EmergencyScreen(self.actions, self.context, now=self.backend.station.clock)

    def laptops(self) -> Screen:
        from checkin_app.ui.laptops.screen import LaptopsScreen

        return LaptopsScreen(self.actions, self._telling(), now=self.backend.station.clock)

    def printers(self) -> Making:
        from checkin_app.ui.printers.panel import PrintersPanel
        from checkin_app.ui.printers.screen import PrintersScreen
        from checkin_app.ui.printers.side import PrinterCard
        from checkin_app.ui.printers.words import PrintersWords

        card = PrinterCard()
        yield
        panel = PrintersPanel(PrintersWords(), card)
        yield
        return PrintersScreen(self.actions, self._telling(), now=self.backend.station.clock, panel=panel)

    def templates(self) -> Making:
        from checkin_app.ui.template_editor.panel import EditorPanel
        from checkin_app.ui.template_editor.screen import EditorScreen
        from checkin_app.ui.template_editor.side import LooksForm
        from checkin_app.ui.template_editor.words import EditorWords

        words = EditorWords()
        looks = LooksForm(words)
        yield
        panel = EditorPanel(words, looks)
        yield
        return EditorScreen(self.actions, self._telling(), panel=panel)

    def operators(self) -> Screen:
        from checkin_app.ui.operators.screen import OperatorsScreen

        return OperatorsScreen(self.actions, self._telling())

    def inbox(self) -> Screen:
        from checkin_app.ui.inbox.screen import InboxScreen

        return InboxScreen(self.actions, self._telling())

    def settings(self) -> Screen:
        from checkin_app.bootstrap import printer_check
        from checkin_app.ui.settings.screen import SettingsAids, SettingsScreen
        from printing.qr import matrix

        aids = SettingsAids(
            trial_code=matrix(TRIAL_CODE),
            queues=self.backend.on_papers(printer_check.queues),
            check_printer=self.actions.printers.check_printer,
        )
        return SettingsScreen(self.actions, self.context, aids)

    def door(self) -> Screen:
        from checkin_app.ui.door.screen import DoorScreen

        return DoorScreen(self.actions, self.context)


def make_ready() -> None:
    """Load what is needed only after a while, and must not be waited for then: papers, lists, readings of names."""
    from checkin_app.bootstrap import lists, papers, printer_check  # noqa: F401

    _pinyin()


def loading() -> Iterator[bool]:
    """Load what the screens are made of, a module at a time; yield after each.

    For the screen's thread alone: a class of Qt that another thread makes can end the process (0331).
    """
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        if module.name not in sys.modules:
            import_module(module.name)
            yield True


@cache
def _pinyin() -> PinyinTable:
    return pinyin_table()


def _lacking(text: str) -> str:
    from printing.text import missing_characters

    return missing_characters(text)
