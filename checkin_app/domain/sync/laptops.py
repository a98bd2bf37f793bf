"""Every laptop that takes part, did or asks to: what is known of each here, for the page that shows them all.  Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.phones import SignedIn
from checkin_app.domain.sync.hosting import OwnHub
from checkin_app.domain.sync.status import MOST_COUNTED, Reach, Seen, SyncStatus

#: Whoever waits for a person comes first, and whoever is out last.
_ORDER = (Standing.ASKING, Standing.MEMBER, Standing.LEFT, Standing.REVOKED)


@dataclass(frozen=True, slots=True)
class Written:
    """What of one laptop's own entries is held here."""

    facts: int = 0
    newest: Instant | None = None
    """When it wrote the newest of them, by its own clock."""
    unread: int = 0
    """Those of kinds that only a newer version reads."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """One laptop as it is known here."""

    enrolment: Enrolment
    written: Written = field(default_factory=Written)
    seen: Seen = field(default_factory=Seen)
    missing: int = 0
    """Entries of it that others know of and that have not come here."""
    is_own: bool = False
    """It is this one."""


@dataclass(frozen=True, slots=True)
class Laptops:
    """All of them, this one first, and how it stands to the others."""

    known: tuple[Laptop, ...]
    status: SyncStatus
    now: Instant
    """When it was so."""
    hub: OwnHub = field(default_factory=OwnHub)
    """This laptop as the hub, where it is."""
    phones: tuple[SignedIn, ...] = ()
    """Those that look at the hub's page, where others meet here."""

    @property
    def own(self) -> Laptop:
        return self.known[0]

    @property
    def may_decide(self) -> bool:
        """Return whether this laptop lets others in and shuts them out."""
        own = self.own.enrolment
        is_in = self.status.reach not in {Reach.WAITING, Reach.SHUT_OUT}
        return own.role is Role.COORDINATOR and own.standing is Standing.MEMBER and is_in


def known_laptops(
    own: StationId, enrolments: Sequence[Enrolment], written: Mapping[StationId, Written], status: SyncStatus
) -> tuple[Laptop, ...]:
    """Return every laptop: this one, then who waits to be let in, who takes part, who left and who was shut out.

    Args:
        own: this laptop's id.
        enrolments: all that are known, its own among them.
        written: what is held of each.
        status: what the network says of the others.
    """
    missing: dict[StationId, int] = {}
    for gap in status.gaps:
        missing[gap.station] = min(missing.get(gap.station, 0) + gap.count, MOST_COUNTED)
    every = sorted(enrolments, key=lambda each: (each.station != own, _ORDER.index(each.standing)))
    return tuple(
        Laptop(
            each,
            written.get(each.station, Written()),
            status.stations.get(each.station, Seen()),
            missing.get(each.station, 0),
            is_own=each.station == own,
        )
        for each in every
    )
