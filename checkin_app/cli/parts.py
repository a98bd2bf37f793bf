"""What the commands need of the rest of the application; bootstrap fills it in."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from checkin_app.cli.printer_parts import PrinterParts
from checkin_app.domain.attendance import Occasion
from checkin_app.domain.buses import Bus
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import StationId
from checkin_app.domain.invitations import Address, Shown
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.phones import PhoneCode, SignedIn
from checkin_app.domain.sync.coming import ToldComing
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.conversing import Met
from checkin_app.services.emergencies import EmergencyStanding
from checkin_app.services.exchange import Given, Giver
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import Manifest
from checkin_app.services.ports.missing import MissingList
from checkin_app.services.ports.overview import Overview
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.progress import Progress
from checkin_app.services.ports.upkeep import BackupFile, Restored

OpenStation = Callable[[Path], AbstractContextManager[OpenedStation]]
OpenDamaged = Callable[[Path], AbstractContextManager[Giver]]


def _nothing_read() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class JoinWish:
    """How a laptop is to join; without a code, it goes on where it was."""

    code: str = ""
    """An invitation's whole text, or its short code."""
    name: str = ""
    hub: str = ""
    """An address that was typed."""
    passphrase: str = ""
    compare: Callable[[], str] = _nothing_read
    """Returns the words that a person reads from the hub's screen."""


@dataclass(frozen=True, slots=True)
class HubWish:
    """How a hub is to serve."""

    listen: str = ""
    """An address; empty for every one of this laptop."""
    database: str = ""
    """The PostgreSQL that several processes of a hub share; empty for its own store alone."""


@dataclass(frozen=True, slots=True)
class Joined:
    """How far a laptop is on its way to the others."""

    station: StationId
    name: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a new laptop came to."""

    met: Met
    status: SyncStatus
    """How it stands to the others then."""


class Serving(Protocol):
    """A hub that serves."""

    @property
    def address(self) -> Address: ...
    def invite(self) -> Shown: ...
    def keep_going(self) -> bool:
        """Look whether it answers, and start it anew where it does not; return whether it did."""
        ...


class Staying(Protocol):
    """A laptop that stays with its hub."""

    def status(self) -> SyncStatus: ...


class SignedInPhones(Protocol):
    """The phones that look at a hub's page."""

    def phones(self) -> Sequence[SignedIn]: ...
    def sign_out(self, number: int) -> None:
        """Sign one out.

        Raises:
            UnknownPhone: none of that number is signed in.
        """
        ...

    def sign_all_out(self) -> None:
        """Sign every phone out, and let no code that was shown sign one in."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """Callables, each raising only Problems where trouble was foreseen."""

    default_folder: Callable[[], Path]
    open_station: OpenStation
    open_damaged: OpenDamaged
    """Yields what can still be taken of a store that does not open."""
    new_station: Callable[[Path, str, str, str], None]
    """Folder, forum file or name, the laptop's name, passphrase or empty."""
    unlock: Callable[[Path, str], None]
    backups: Callable[[Path], Sequence[BackupFile]]
    restore: Callable[[Path, Path | None], Restored]
    """Folder, and the backup or the one written last."""
    export_bundle: Callable[[Path, OpenedStation, Path, bool, Progress], BundleWritten]
    """Folder, the station in it, the file to be, whether all there is goes into it."""
    bring_in_bundle: Callable[[Path, OpenedStation, Path, Progress], Given]
    """Folder, the station in it, the file."""
    meet_folder: Callable[[Path, OpenedStation, Path, OpenedStation], tuple[Given, Given]]
    """Two folders and the stations in them: what each was given."""
    read_table: Callable[[Path, str], ListFile]
    """A file and the name of a sheet, or none: its rows as they stand."""
    plan_import: Callable[[OpenedStation, Path, ListChoices], Plan]
    write_refused: Callable[[Plan, Path], None]
    write_table: Callable[[Path, Sequence[str], Iterable[Sequence[str]]], None]
    write_badge: Callable[[OpenedStation, DelegateCard, Path, Path | None], None]
    """Records it as issued before the file is there."""
    try_badge: Callable[[OpenedStation, DelegateCard, Path, Path | None], None]
    """Makes sure that one like it can be written there, and leaves nothing."""
    write_badges: Callable[[OpenedStation, Path, Callable[[int, int], None]], tuple[int, list[str]]]
    """Records them as issued before the file is there, reports done and all; returns how many badges were written and a line for each that could not be."""
    write_codes: Callable[[OpenedStation, Path], None]
    write_manifest: Callable[[OpenedStation, Manifest, Path], None]
    write_passenger_events: Callable[[OpenedStation, Bus, Path], None]
    write_reports: Callable[[Overview, Forum, Path], Sequence[Path]]
    """How a forum stands, and the folder: answers the files."""
    write_emergency: Callable[[OpenedStation, EmergencyStanding, Path], None]
    write_missing: Callable[[OpenedStation, MissingList, Path], None]
    write_attendance: Callable[[OpenedStation, Occasion, Path], None]
    write_people: Callable[[OpenedStation, Path], None]
    write_forum: Callable[[OpenedStation, Path], None]
    read_forum: Callable[[Path], bytes]
    printers: PrinterParts
    run_demo: Callable[[Path | None], Path]
    open_demo: Callable[[str], int]
    open_window: Callable[[Path, str], int]
    self_check: Callable[[], int]
    serve_hub: Callable[[Path, HubWish, Callable[[str], None]], AbstractContextManager[Serving]]
    """Folder, how it is to serve, and what shows the words that people compare."""
    invite: Callable[[Path], Shown]
    join: Callable[[Path, JoinWish], Joined]
    take_over: Callable[[Path, ToldComing], TakenOver]
    """Folder of a laptop that has just joined, and what is told how far it is."""
    meet: Callable[[Path], Met]
    stay: Callable[[Path, Callable[[ChangeSet], None]], AbstractContextManager[Staying]]
    """Folder, and what is told what came."""
    phone_code: Callable[[Path, int], PhoneCode]
    """Folder of the hub that another process serves, and how many phones are to be signed in."""
    phones: Callable[[Path], SignedInPhones]
