"""What screens may ask of the application: callables that bootstrap fills, each answering later.

One that cannot be taken back asks for a `Meant`, which only a button held to its end gives.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import Recorded
from checkin_app.domain.contradictions import Conflict
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.enrolment import Role
from checkin_app.domain.forum import Forum
from checkin_app.domain.hand_outs import HandedOut, Wanted
from checkin_app.domain.ids import (
    CheckpointId,
    ContradictionId,
    DelegateId,
    FactId,
    Instant,
    JobId,
    LogId,
    OperatorId,
    StationId,
)
from checkin_app.domain.jobs import Collector, JobState
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.movements import Direction
from checkin_app.domain.operations import TakenList
from checkin_app.domain.outcomes import Answer
from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.programme import ForumEdit
from checkin_app.domain.registers import Registers
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.sync.hosting import OwnHub
from checkin_app.domain.sync.laptops import Laptops
from checkin_app.runtime.settings import PrinterSettings, Settings
from checkin_app.services.badge_runs import BadgeRun, RunCount, RunOwed
from checkin_app.services.badges import Owed, Replaced
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.exchange import BroughtIn
from checkin_app.services.handing_over import HandOver
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.services.operator_import import OperatorsTaken
from checkin_app.services.overriding import OverrideWish
from checkin_app.services.people import Registered
from checkin_app.services.ports.acting import NotApplied, Present
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.conflicts import Contradictions
from checkin_app.services.ports.movements import CheckpointCount, RecentScan
from checkin_app.services.ports.people import DelegateCard, Hit
from checkin_app.services.ports.records import Record
from checkin_app.services.ports.stations import ForumInForce, Station
from checkin_app.services.ports.upkeep import Checked, Health, KeptBackup
from checkin_app.services.programme import ForumChanged
from checkin_app.services.proofs import PinHeld, Proof
from checkin_app.services.scanning import How, ScanOutcome, Undone
from checkin_app.services.walk_ins import WalkedIn
from checkin_app.ui.kit.code import Modules
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.answering import HowFar, Reply, Stop
from checkin_app.ui.shell.bus_actions import (
    BusDayActions,
    Buses,
    EmergencyActions,
    FleetLists,
    HeadCountActions,
    Overseeing,
    SwapActions,
)
from checkin_app.ui.shell.printer_actions import Printers
from checkin_app.ui.shell.template_actions import Templates
from checkin_app.ui.words import Telling


@dataclass(frozen=True, slots=True)
class StationContext:
    """Of what forum this is, and which laptop."""

    in_force: ForumInForce
    station: Station
    others: Mapping[str, str] = field(default_factory=dict)
    """What the other laptops are called, by their ids."""

    @property
    def forum(self) -> Forum:
        return self.in_force.forum

    def telling(self) -> Telling:
        """Return what turns decisions into words here: the forum's clock, this laptop's name."""
        return Telling(self.in_force, {**self.others, self.station.id: self.station.name})


@dataclass(frozen=True, slots=True)
class Scans:
    """Scanning and what follows from it; each answers after its commit."""

    scan: Callable[[Sequence[str], CheckpointId, Direction, Reply[ScanOutcome]], None]
    enter: Callable[[DelegateId, CheckpointId, How, Direction, int | None, Reply[ScanOutcome]], None]
    """Arguments: who, where, known by what, which way, and the issue that was typed after the badge number."""
    answer: Callable[[FactId, Answer, Reply[ScanOutcome]], None]
    override: Callable[[Meant, OverrideWish, Proof | None, Reply[ScanOutcome]], None]
    """Lets a guest board though the door says otherwise; a second person's proof where one must agree."""
    undo: Callable[[FactId | None, Reply[Undone]], None]
    recent: Callable[[int, CheckpointId | None, Reply[Sequence[RecentScan]]], None]
    """Arguments: how many; of which checkpoint, whoever scanned there, or None for this laptop's of this day."""
    today: Callable[[Reply[int]], None]
    """How many of this laptop's scans were accepted on this day, whose night is a part of it."""
    checkpoints: Callable[[Reply[Sequence[CheckpointCount]]], None]
    choose_checkpoint: Callable[[CheckpointId, Reply[CheckpointId]], None]
    """A choice by hand, which holds until its session ends; the shell tells every screen by `Screen.at_checkpoint`."""
    follow_clock: Callable[[Reply[CheckpointId | None]], None]
    """From now on the room and the clock pick; answers what they pick now."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Finding, showing and registering people."""

    find: Callable[[str, Reply[Sequence[Hit]]], None]
    resolve: Callable[[str, Reply[DelegateId | None]], None]
    """The one person whose badge number, id or alias a text is."""
    card: Callable[[DelegateId, Reply[DelegateCard | None]], None]
    cards: Callable[[Sequence[DelegateId], Reply[Sequence[DelegateCard]]], None]
    directory: Callable[[str, str, Reply[Sequence[DelegateId]]], None]
    """Arguments: category and delegation, each empty for all."""
    look_alikes: Callable[[str, str, Reply[Sequence[DelegateId]]], None]
    """Arguments: name in the own script, Latin name."""
    record: Callable[[DelegateId, Reply[Record | None]], None]
    """All that is known and was written of one person."""
    merge: Callable[[DelegateId, DelegateId, Reply[Recorded]], None]
    """Arguments: the record that is voided, and the one that stands for both."""
    part: Callable[[DelegateId, Reply[Recorded]], None]
    """Lets a voided record stand by itself again."""
    amend: Callable[[DelegateId, Mapping[str, Json], Registers, Reply[Registered]], None]
    """Arguments: whose record, the fields with their new values, and what whoever typed them knew of."""
    walk_in: Callable[[Delegate, CheckpointId | None, Reply[WalkedIn]], None]
    """A guest whom no list named, and where they are checked in: None where nothing is open."""


@dataclass(frozen=True, slots=True)
class Badges:
    """The badge desk."""

    replace: Callable[[Meant, DelegateId, str, int, str, Reply[Replaced]], None]
    """Arguments: that it was meant, whose, why, the issue that becomes void, the printer's name (empty: only recorded)."""
    revoke: Callable[[DelegateId, str, Reply[Recorded]], None]
    """Arguments: whose badges, and why: all of them are void."""
    restore: Callable[[DelegateId, str, Reply[Recorded]], None]
    print: Callable[[DelegateId, str, Reply[Owed]], None]
    preview: Callable[[DelegateId, int, Reply[bytes]], None]
    """A PNG of the badge with this issue, drawn by the printing layout itself and read back."""
    objection: Callable[[Job, Reply[PrintProblem | None]], None]
    """What speaks against the badge of a job as it would be drawn now; None where nothing does."""
    jobs: Callable[[int, Reply[Sequence[Job]]], None]
    settle: Callable[[JobId, JobState, Reply[Recorded]], None]
    """Record what a person saw of a job: a ledger state."""
    settle_all: Callable[[Meant, Sequence[JobId], JobState, Reply[Recorded]], None]
    """Record what a person saw of several jobs at once, as was meant; those settled by now stay as they are."""
    hand_over: Callable[[Sequence[str], Reply[HandOver]], None]
    """The badge whose own code was scanned, by the readings of the scan."""
    give: Callable[[DelegateId, Reply[HandOver]], None]
    """The valid badge of somebody, as a person says."""
    collected: Callable[[Sequence[JobId], Collector, Reply[Recorded]], None]
    """Records who took badges along for their guests."""
    hand_back: Callable[[Sequence[JobId], Reply[Recorded]], None]
    """Takes back that badges were handed over."""
    count_run: Callable[[BadgeRun, Reply[RunCount]], None]
    """What many badges at once would be."""
    print_run: Callable[[BadgeRun, str, HowFar, Reply[RunOwed]], Stop]
    """Owes them at the printer of a name, each as `print` does; told how many were looked at."""
    save_run: Callable[[BadgeRun, Path, HowFar, Reply[HandedOut]], Stop]
    """Writes them into one PDF, whole or not at all; each counts as issued."""
    printers: Callable[[], tuple[PrinterSettings, ...]]
    printer_trouble: Callable[[str], PrintProblem | None]
    """Why a printer does not print, as far as is known; None where it does, or was not tried."""


@dataclass(frozen=True, slots=True)
class ProgrammeActions:
    """The forum's sessions, categories and routes."""

    change: Callable[[ForumEdit, Reply[ForumChanged]], None]
    take_back: Callable[[ForumChanged, Reply[ForumChanged]], None]
    """Lets the version before a change hold again, while that is the last one."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Importing a list: nothing is written before `apply`.  What takes long returns what stops it."""

    preview: Callable[[Path, ListChoices, HowFar, Reply[ListPreview]], Stop]
    """Arguments: the file, and what a person corrected about how it is read."""
    apply: Callable[[Meant, Plan, Collection[int], bool, HowFar, Reply[ImportResult]], Stop]
    """Arguments: that it was meant, the plan, the numbers of rows to leave out, whether to replace what people set."""
    save_refused: Callable[[Plan, Path, HowFar, Reply[Path]], Stop]
    """Writes the rows that were not taken, with their reasons, as CSV or XLSX by the ending of the path."""
    taken: Callable[[Reply[Sequence[TakenList]]], None]
    """The lists that were taken in, here or on another laptop, the newest first."""
    take_back: Callable[[Meant, LogId, HowFar, Reply[Recorded]], Stop]
    """A whole list: whom it brought is gone, and what it changed is as it was."""
    let_go: Callable[[list[Plan]], None]
    """Frees plans that nobody looks at any more; the list given must hold them alone, and is emptied."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Files of the whole forum."""

    save: Callable[[Wanted, Path, HowFar, Reply[HandedOut]], Stop]
    """Writes one in the form that the ending of the path names, whole or not at all; badges in it count as issued."""
    take_back: Callable[[Meant, LogId, Reply[Recorded]], None]
    """Lets the badges of a file count as issued no more: it was not printed, and will not be."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The record itself: whether it holds together, and its backups."""

    check: Callable[[HowFar, Reply[Checked]], Stop]
    """Verifies everything, while scans go on; told 0 of 0 while what follows from the facts is compared."""
    repair: Callable[[HowFar, Reply[Checked]], Stop]
    """Verifies, and makes anew from the facts what differs; no fact is changed."""
    accept_loss: Callable[[Meant, Reply[int]], None]
    """What is missing here and nowhere else either is not spoken of any more; answers how many facts that is."""
    back_up: Callable[[Reply[object]], None]
    backups: Callable[[Reply[Sequence[KeptBackup]]], None]
    """What is in each, the one written last first."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """What laptops know differently."""

    contradictions: Callable[[Reply[Contradictions]], None]
    heard: Callable[[Conflict, Reply[Sequence[Mapping[StationId, Instant]]]], None]
    """Of each claim up to when its laptop had heard of the others by then."""
    decide: Callable[[ContradictionId, str, Collection[FactId], Reply[Recorded]], None]
    """Arguments: which, the key of a choice that can be taken back, and the facts that whoever chose had before them."""
    decide_for_good: Callable[[Meant, ContradictionId, str, Collection[FactId], Reply[Recorded]], None]
    """The same for a choice by which a badge is void."""
    reopen: Callable[[ContradictionId, Reply[Recorded]], None]
    """Takes a settlement back."""
    bring_in: Callable[[Path, Reply[BroughtIn]], None]
    """Exchanges entries with another laptop's folder, both ways."""
    save_bundle: Callable[[Path, Reply[BundleWritten]], None]
    """Writes what came since the last one into a file that every laptop which takes part can open."""
    take_bundle: Callable[[Path, Reply[BroughtIn]], None]
    """Takes in what such a file holds."""


@dataclass(frozen=True, slots=True)
class ForPhone:
    """What a phone is shown besides a code: it knows nothing of hubs."""

    page: str
    """Where the hub's page is, as it is typed."""
    fingerprint: tuple[str, ...]
    """Of the hub's certificate, which a person compares, part by part."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation of this hub, as it is shown."""

    modules: Modules
    """Its code, to be scanned by the laptop that joins."""
    short: str
    """What is typed where nothing can be scanned."""
    until: Instant
    """For one laptop or phone, and no longer."""
    phone: ForPhone | None = None
    """Where it signs a phone in to look at the hub's page; no laptop joins by it."""


@dataclass(frozen=True, slots=True)
class Stations:
    """The laptops that take part."""

    known: Callable[[Reply[Laptops]], None]
    """Every one of them, and how this one stands to the others."""
    admit: Callable[[Meant, StationId, str, Role, Reply[Recorded]], None]
    """Lets one in that asked, or lets one that takes part be called or do something else: it is told all there is."""
    revoke: Callable[[Meant, StationId, str, Reply[Recorded]], None]
    """Shuts one out for good: arguments which, and why."""
    leave: Callable[[Meant, Reply[Recorded]], None]
    """Says that this one takes part no more; only a new invitation and a coordinator bring it back."""
    switch_hub: Callable[[bool, Reply[OwnHub]], None]
    """Lets the others meet on this laptop, or no more; also after the next start."""
    invite: Callable[[Reply[Invited]], None]
    """Makes an invitation for one laptop, which may then ask to be let in."""
    sign_in_phone: Callable[[Reply[Invited]], None]
    """Makes a code for one phone, which then sees the buses and who is missing."""
    sign_out_phone: Callable[[Meant, int, Reply[None]], None]
    """Ends what a phone sees, such as one that was lost, by its number; only a new code brings it back."""


@dataclass(frozen=True, slots=True)
class Operators:
    """Who acts on this laptop, and who the operators are."""

    present: Callable[[Reply[Present]], None]
    prove: Callable[[OperatorId, str, Reply[PinHeld]], None]
    """Whether a PIN is an operator's: half a second, on nobody's way."""
    sign_in: Callable[[PinHeld, Reply[Recorded]], None]
    by_badge: Callable[[str, Reply[Recorded]], None]
    """Signs in whoever bears a badge, by its code."""
    lock: Callable[[Reply[Recorded]], None]
    """Nobody is named from then on; scans go on."""
    add: Callable[[str, OperatorRole, Reply[Recorded]], None]
    take_list: Callable[[Path, Reply[OperatorsTaken]], None]
    """Names everybody on a list, or nobody."""
    change: Callable[[OperatorId, OperatorRole | None, DelegateId | None, Reply[Recorded]], None]
    """Arguments: whose, the role and the staff badge from now on, each None where it stays."""
    set_pin: Callable[[OperatorId, str, Reply[Recorded]], None]
    revoke: Callable[[Meant, OperatorId, str, Reply[Recorded]], None]
    """What they do from then on is listed, and counts nowhere."""
    not_applied: Callable[[Reply[Sequence[NotApplied]]], None]
    """That list: what is kept and does not count, by whoever made it."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """This laptop itself."""

    local_time: Callable[[], str]
    """The time of day where the forum is, ``HH:MM``."""
    health: Callable[[Reply[Health]], None]
    settings: Callable[[], Settings]
    change_settings: Callable[[Settings], None]


@dataclass(frozen=True, slots=True)
class Actions:
    """Everything a screen may ask for."""

    scans: Scans
    persons: Persons
    badges: Badges
    buses: Buses
    overseeing: Overseeing
    counts: HeadCountActions
    swaps: SwapActions
    days: BusDayActions
    emergencies: EmergencyActions
    fleet_lists: FleetLists
    programme: ProgrammeActions
    lists: Lists
    papers: Papers
    upkeep: Upkeep
    inbox: Inbox
    stations: Stations
    operators: Operators
    printers: Printers
    templates: Templates
    laptop: Laptop
