"""One opened station: every service on the same store."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.forum import Forum, instant
from checkin_app.services.badges import Badges
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.importing import Importing
from checkin_app.services.merging import Merging
from checkin_app.services.people import People
from checkin_app.services.ports import BadgeSigner, Clock, Queries, Station
from checkin_app.services.scanning import Scanning


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether the store holds all that was ever acknowledged from it."""

    missing: int = 0
    """Facts that were acknowledged and are not here."""
    witnessed: bool = True
    """False where nothing told, at the opening, what had been acknowledged."""
    unclean: bool = False
    """It was not closed in order, and the log that a crash leaves was not there at the opening."""

    @property
    def doubtful(self) -> bool:
        """Return whether this may be an older state of the store: what it would print may be printed."""
        return bool(self.missing) or self.unclean or not self.witnessed


class Upkeep(Protocol):
    """What is done to the store itself."""

    def check(self, *, repair: bool = False) -> object:
        """Verify every chain and rebuild every projection aside.

        Raises:
            ChainProblem, StoreCorrupt: what does not hold.
        """
        ...

    def holding(self) -> Holding:
        """Return what was found missing at the opening and has not come back since."""
        ...

    def accept_loss(self) -> int:
        """Say no more that anything is missing; return how many facts were given up."""
        ...

    def backup(self) -> object:
        """Write a backup beside the store; return its path."""
        ...


@dataclass(frozen=True, slots=True)
class OpenedStation:
    """What commands and screens act through."""

    forum: Forum
    station: Station
    clock: Clock
    signer: BadgeSigner
    queries: Queries
    scanning: Scanning
    badges: Badges
    people: People
    dispatch: Dispatch
    importing: Importing
    merging: Merging
    upkeep: Upkeep

    def rehearsing(self) -> bool:
        """Return whether scans made now are a rehearsal: the forum is on other days."""
        return not self.forum.is_on(self.clock())

    def figures_of_rehearsal(self) -> bool:
        """Return whether lists and figures asked for now tell of a rehearsal.

        After a forum that took place they tell of the forum: its manifests are handed over on the days that follow.
        """
        if not self.rehearsing():
            return False
        over = self.clock() > instant(max(session.ends for session in self.forum.sessions))
        return not (over and any(each.arrived for each in self.queries.checkpoint_counts(rehearsal=False)))
