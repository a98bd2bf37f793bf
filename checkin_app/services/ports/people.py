"""People: what is known of them, and how they are found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from checkin_app.domain.buses import Bus
from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CheckpointId, DelegateId, Instant
from checkin_app.domain.merges import Merge
from checkin_app.domain.movements import Movements
from checkin_app.domain.registers import Registers
from checkin_app.domain.rehearsal import door_at, is_rehearsal
from checkin_app.services.ports.badges import Job


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
    formerly: str = ""
    """The name of the voided record by which the person was found that stands for it."""


class Hardship(StrEnum):
    """What makes a badge hard to set: a text that nobody has a longer one of, its script, or one that is not there."""

    NAME = "name"
    LATIN = "latin"
    HAN = "han"
    ARABIC = "arabic"
    STACKED = "stacked"
    """Thai marks over one another."""
    RARE = "rare"
    """Han characters that few fonts have."""
    DELEGATION = "delegation"
    ORGANISATION = "organisation"
    NO_DELEGATION = "no_delegation"


@dataclass(frozen=True, slots=True)
class DelegateCard:
    """One person as a screen shows them."""

    delegate: Delegate
    badge: BadgeStanding
    movements: Movements
    buses: tuple[Bus, ...] = ()
    """Those this person was ever scanned at."""
    in_files: frozenset[int] = frozenset()
    """The issues of the badge that left in a file."""
    taken_along: Job | None = None
    """That of the badge that is valid, where somebody took it along for this person."""

    @property
    def may_be_in_file(self) -> bool:
        """Return whether the badge that is valid left in a file, which may have been printed."""
        return self.badge.current in self.in_files

    def is_rehearsal(self, forum: Forum, at: Instant, checkpoint: CheckpointId | None) -> bool:
        """Return in which scope this person is looked at where scans are made at `checkpoint`."""
        return is_rehearsal(forum, at, door_at(forum, checkpoint, self.buses))


class PersonReads(Protocol):
    """One person."""

    def delegate(self, delegate: DelegateId) -> Delegate | None:
        """Return the person; of a voided record who stands for it."""
        ...


class IdentityReads(Protocol):
    """Whom a code stands for, and all that a decision may know of them."""

    def delegate_by_alias(self, code: str) -> DelegateId | None: ...
    def delegate_by_ticket(self, scan: str) -> DelegateId | None:
        """Return the one for whom a code stands that differs from `scan` in case, scheme, slash or query alone."""
        ...

    def person(self, delegate: DelegateId) -> tuple[Delegate | None, BadgeStanding, Movements]:
        """Return the person, the badge and the movements, in one go."""
        ...


class MergeReads(Protocol):
    """Which record stands for which."""

    def root_of(self, delegate: DelegateId) -> DelegateId | None:
        """Return who stands for a voided record; None where a record stands by itself."""
        ...

    def voided(self, root: DelegateId) -> Sequence[DelegateId]:
        """Return the records for which one stands."""
        ...

    def merge(self, delegate: DelegateId) -> Merge: ...


class EditReads(Protocol):
    """Everybody's details, and who wrote them."""

    def delegates(self) -> Mapping[DelegateId, Delegate]:
        """Return every delegate: for imports, which compare a whole list."""
        ...

    def voided_delegates(self) -> Mapping[DelegateId, Delegate]:
        """Return every voided record, as it was written itself: a list names it still."""
        ...

    def delegate_edits(self, delegate: DelegateId) -> Registers:
        """Return what was written of a record, also of a voided one."""
        ...


class BadgeNumberReads(Protocol):
    """Which badge numbers are taken."""

    def last_badge_no(self, prefix: str, longest: int = 12) -> int:
        """Return the highest among badge numbers of `prefix` and up to `longest` digits; 0 where there is none."""
        ...

    def badge_no_is_borne(self, number: str) -> bool: ...
    def withdrawn_numbers(self) -> Collection[str]:
        """Return the numbers of those whose registration was taken back: they may stand on badges."""
        ...


class CardQueries(Protocol):
    """Showing one person."""

    def card(self, delegate: DelegateId) -> DelegateCard | None: ...


class PeopleQueries(CardQueries, Protocol):
    """Finding and showing people."""

    def cards(self, delegates: Sequence[DelegateId]) -> Sequence[DelegateCard]: ...
    def find(self, text: str, limit: int = 50) -> Sequence[Hit]: ...
    def bearers(self, text: str) -> Sequence[Hit]:
        """Return everybody whose number `text` is, with the issue typed: one person, or those who share it."""
        ...

    def resolve(self, text: str) -> DelegateId | None:
        """Return the one delegate whose id, number (see `bearers`) or alias `text` is."""
        ...

    def delegate_ids(self, category: str = "", delegation: str = "") -> Sequence[DelegateId]:
        """Return delegates in the order of the directory: delegation, then name."""
        ...

    def look_alikes(self, name: str, latin_name: str, limit: int = 5) -> Sequence[DelegateId]:
        """Return people whose folded Latin name is the same or whose own-script name is nearly so."""
        ...

    def hardest(self) -> Mapping[Hardship, DelegateId]:
        """Return whose badge is hardest to set in each way, of the ways in which anybody's is."""
        ...
