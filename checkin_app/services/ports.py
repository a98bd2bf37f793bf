"""What the services need of the world, as the adapters must offer it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from checkin_app.domain.buses import Bus, BusRecord
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import (
    BusCode,
    CheckpointId,
    DelegateId,
    Digest,
    FactId,
    Instant,
    JobId,
    LogId,
    RouteId,
    StationId,
    Subject,
    bus_of,
)
from checkin_app.domain.movements import Movements
from checkin_app.domain.operations import Operation
from checkin_app.domain.outcomes import Decision
from checkin_app.domain.registers import Registers
from checkin_app.domain.rehearsal import is_rehearsal
from checkin_app.domain.standings import Tally
from checkin_app.services.kept_out import KeptOutFact
from checkin_app.services.offering import Offering

Clock = Callable[[], Instant]
Progress = Callable[[int, int], None]
"""Told of a long work as it goes: how much is done, and of how much; called in the thread that does it."""
Stopped = Callable[[], bool]
"""Whether a person has stopped a long work; asked at every piece of it."""


def untold(_done: int, _whole: int) -> None:
    """Tell nobody how far a work is."""


def unstopped() -> bool:
    """Let a work go on to its end."""
    return False


@dataclass(frozen=True, slots=True)
class Station:
    """This laptop among the others, or one of the others."""

    id: StationId
    name: str
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """One badge on its way to one printer."""

    id: JobId
    delegate: DelegateId
    issue: int
    printer: str
    state: str
    """One of ``domain.jobs.JobState``; a newer version may have more."""
    detail: str
    at: Instant
    facts: tuple[FactId, ...] = ()
    """The changes that a new one must name; more than one says that laptops changed it apart."""


class Reading(Offering, Protocol):
    """One state of the store, to be read; every method may raise StorageProblem."""

    @property
    def forum(self) -> Forum: ...
    @property
    def station(self) -> Station: ...
    def delegate(self, delegate: DelegateId) -> Delegate | None: ...
    def delegate_edits(self, delegate: DelegateId) -> Registers: ...
    def delegate_by_alias(self, code: str) -> DelegateId | None: ...
    def delegates(self) -> Mapping[DelegateId, Delegate]:
        """Return every delegate: for imports, which compare a whole list."""
        ...

    def last_badge_no(self, prefix: str, longest: int = 12) -> int:
        """Return the highest among badge numbers of `prefix` and up to `longest` digits; 0 where there is none."""
        ...

    def badge_no_is_borne(self, number: str) -> bool: ...
    def person(self, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
        """Return what `delegate`, `badge` and `movements` would, in one go."""
        ...

    def badge(self, delegate: DelegateId) -> BadgeStanding: ...
    def movements(self, delegate: DelegateId) -> Movements: ...
    def movements_without(self, delegate: DelegateId, fact: FactId) -> Movements:
        """Return what the movements would be if `fact` were taken back."""
        ...

    def bus(self, code: BusCode) -> Bus | None: ...
    def bus_record(self, code: BusCode) -> BusRecord: ...
    def buses_of(self, route: RouteId) -> Sequence[Bus]: ...
    def aboard(self, code: BusCode, *, rehearsal: bool) -> int: ...
    def accessible_aboard(self, code: BusCode, *, rehearsal: bool) -> int: ...
    def keys(self, key_id: bytes) -> Sequence[bytes]:
        """Return the public keys of enrolled stations whose key id this is."""
        ...

    def fact(self, fact: FactId) -> Fact | None: ...
    def last_actions(self, limit: int) -> Sequence[Fact]:
        """Return this station's newest facts that can be undone and are not, newest first."""
        ...

    def job(self, job: JobId) -> Job | None: ...
    def job_for(self, delegate: DelegateId, issue: int, printer: str) -> Job | None: ...
    def document(self, digest: Digest) -> bytes | None: ...
    def heads(self) -> Mapping[LogId, int]:
        """Return the version vector: the highest contiguous seq of every log known here."""
        ...

    def lacking_documents(self) -> Sequence[Digest]:
        """Return the documents that facts here name and that are not here."""
        ...

    def station_key(self, station: StationId) -> bytes | None: ...
    def arrival(self) -> int:
        """Return the place of the last fact in the order in which this laptop heard of them."""
        ...

    def written_since(self, arrival: int, kinds: Collection[str]) -> Mapping[LogId, AbstractSet[Subject]] | None:
        """Return what facts of `kinds` that came after `arrival` are about, by log; None where they are very many."""
        ...

    def operation(self, log_id: LogId) -> Operation | None: ...
    def unfinished(self) -> Sequence[LogId]:
        """Return the operations of this station that are neither closed nor taken back."""
        ...

    def left_to_count(self) -> int:
        """Return how many facts of closed operations do not count yet, or of those taken back still do."""
        ...

    def in_use(self, operation: LogId, since: int = 0) -> Sequence[DelegateId]:
        """Return those whom only `operation` registered and who were let in by a fact that came after `since`."""
        ...

    def gone_riders(self) -> Sequence[DelegateId]:
        """Return those on a bus's list whom nothing names any more: their list was taken back."""
        ...


class Keeping(Protocol):
    """Whatever keeps documents."""

    def keep(self, document: bytes) -> Digest: ...


class OperationLog(Keeping, Protocol):
    """The log of an operation, written outside every transaction and then appended."""

    @property
    def id(self) -> LogId: ...
    def write(self, draft: FactDraft) -> None:
        """Sign a fact; `UnitOfWork.append` puts it into the store."""
        ...


class UnitOfWork(Reading, Keeping, Protocol):
    """One transaction of the writer: reads what is decided on, appends facts, commits once.

    Leaving the block without `commit` rolls everything back.  Every method may raise StorageProblem.
    """

    @property
    def changes(self) -> ChangeSet: ...
    def may_go_on(self) -> bool: ...  # whether a piece has time for more: longer where nobody waits

    def new_id(self) -> FactId:
        """Return a fresh UUID version 7."""
        ...

    def record(self, draft: FactDraft) -> Fact:
        """Append one fact, signed and chained, and fold its subject's projections."""
        ...

    def record_all(self, drafts: Iterable[FactDraft]) -> Sequence[Fact]:
        """Append many facts as `record` does, in a few statements: for lists."""
        ...

    def settle(self) -> None:
        """Write what was recorded so far, so that `may_go_on` heeds how long that takes."""
        ...

    def append(self, log: OperationLog, most: int) -> int:
        """Append up to `most` facts of those written into `log`; return how many are left."""
        ...

    def count_on(self, most: int) -> int:
        """Let up to `most` facts of closed operations count, or of those taken back no longer; return what is left."""
        ...

    def commit(self) -> None: ...
    def accept(self, fact: Fact) -> "Acceptance":
        """Store a fact of another log whose signature was checked, and fold its subject."""
        ...

    def keep_out(self, facts: Sequence[KeptOutFact]) -> None:
        """Remember what was offered and not taken."""
        ...

    def keep_out_misplaced(self, giver: StationId, count: int) -> None:
        """Remember how many rows in another station's store stand in no place of any log."""
        ...


class Acceptance(StrEnum):
    STORED = "stored"
    KNOWN = "known"
    LATER = "later"
    """Its forerunner has not arrived: offered again, it will be stored."""
    FORKED = "forked"
    """Another fact stands at its place: both are kept, this one in quarantine."""


OpenUnit = Callable[[], AbstractContextManager[UnitOfWork]]
OpenReading = Callable[[], AbstractContextManager[Reading]]


class BadgeSigner(Protocol):
    """Makes and proves codes; the private key stays behind it."""

    @property
    def public_key(self) -> bytes: ...
    def sign(self, message: bytes) -> bytes: ...
    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool: ...


# ---- what screens and commands read, always on the reader's own connection


class SearchHitKind(StrEnum):
    """Why a person was found, best first."""

    NUMBER = "number"
    """The number is this person's, exactly: a badge's, with or without its issue, or that of the registration."""
    PART = "part"
    """A part of a number, of a phone number or of an e-mail address: it may be anybody's."""
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    INITIALS = "initials"
    PINYIN = "pinyin"
    DELEGATION = "delegation"
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class Hit:
    delegate: DelegateId
    kind: SearchHitKind
    issue: int | None = None
    """The issue that was typed after a badge number; None where none was."""


@dataclass(frozen=True, slots=True)
class DelegateCard:
    """One person as a screen shows them."""

    delegate: Delegate
    badge: BadgeStanding
    movements: Movements
    buses: tuple[Bus, ...] = ()
    """Those this person was ever scanned at."""

    def is_rehearsal(self, forum: Forum, at: Instant, checkpoint: CheckpointId | None) -> bool:
        """Return in which scope this person is looked at where scans are made at `checkpoint`."""
        code = bus_of(checkpoint) if checkpoint else None
        bus = next((each for each in self.buses if each.code == code), None)
        return is_rehearsal(forum, at, bus or (forum.session(checkpoint) if checkpoint else None))


@dataclass(frozen=True, slots=True)
class RecentScan:
    fact_id: FactId
    at: Instant
    checkpoint: CheckpointId
    decision: Decision
    delegate: DelegateId | None
    name: str
    second_line: str
    """Latin name, else delegation."""
    answer: str
    """The recorded answer to an ask, or empty while it waits."""
    undone: bool


@dataclass(frozen=True, slots=True)
class CheckpointCount:
    checkpoint: CheckpointId
    expected: int
    arrived: int


@dataclass(frozen=True, slots=True)
class BusCount:
    bus: Bus
    listed: int
    aboard: int
    unlisted: int = 0
    """Of those aboard, how many are not on this bus's list."""
    safe: int = 0
    """Of those listed and not aboard, how many are aboard another bus."""

    @property
    def tally(self) -> Tally:
        return Tally(self.listed, self.aboard, self.unlisted, self.safe)


class ConflictKind(StrEnum):
    TWO_BUSES = "two_buses"
    TWO_LISTS = "two_lists"
    TWO_PLACES = "two_places"
    TWO_BADGES = "two_badges"
    TWO_EDITS = "two_edits"
    TWO_STATES = "two_states"
    """A bus that was moved, or a print job that was settled, in two ways apart."""
    OVERBOOKED = "overbooked"
    ONE_NUMBER = "one_number"
    """Two people bear one badge number: who types it finds nobody."""
    ONE_CODE = "one_code"
    """One code of another system stands for two people: who scans it is nobody."""


@dataclass(frozen=True, slots=True)
class Conflict:
    kind: ConflictKind
    subject: str
    """Delegate id, bus code, print job, badge number, or a code of another system."""
    name: str
    field: str
    """The field edited twice, or empty."""
    claims: tuple[Mapping[str, str | int], ...]
    """Each: ``fact_id``, ``at``, ``station`` and ``value``."""
    rehearsal: bool = False
    """It happened in a rehearsal: nobody need settle it."""
