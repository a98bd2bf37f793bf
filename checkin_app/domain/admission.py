"""Who may pass a session's door, and why not.  Pure: no clock, no disk, no Qt."""

from collections.abc import Callable, Container

from msgspec import Struct

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Doors, Session
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.movements import Direction, Presence
from checkin_app.domain.outcomes import Decision, Reason


class Attempt(Struct, frozen=True):
    """Everything a session's decision may look at."""

    delegate: Delegate | None
    """None where the badge is genuine and its details are not on this laptop."""
    issue: int | None
    """The issue of the badge that was read; None where no badge was: an alias, a typed number, a name."""
    badge: BadgeStanding
    session: Session
    presence: Presence | None
    direction: Direction
    at: Instant
    station: StationId
    rehearsal: bool
    """The forum is on other days: the clock has no say (docs/decisions)."""


Rule = Callable[[Attempt], Decision | None]


def badge_objection(badge: BadgeStanding, issue: int | None) -> Decision | None:
    """Return why a badge itself does not hold; the same at every checkpoint."""
    if badge.revoked:
        return Decision(Reason.BADGE_REVOKED)
    if issue is not None and issue < badge.current:
        return Decision(Reason.BADGE_REPLACED, {"since": badge.replaced_at or 0, "issue": badge.current})
    if issue is not None and issue > badge.current:
        return Decision(Reason.BADGE_NOT_KNOWN_YET, {"issue": issue})
    return None


def _badge_void(attempt: Attempt) -> Decision | None:
    return badge_objection(attempt.badge, attempt.issue)


def _not_open_yet(attempt: Attempt) -> Decision | None:
    early = not attempt.rehearsal and attempt.session.doors(attempt.at) is Doors.NOT_YET
    return Decision(Reason.NOT_OPEN_YET, {"opens": attempt.session.opens_at}) if early else None


def _over(attempt: Attempt) -> Decision | None:
    late = not attempt.rehearsal and attempt.session.doors(attempt.at) is Doors.OVER
    return Decision(Reason.SESSION_OVER, {"closed": attempt.session.closes_at}) if late else None


def _leaving(attempt: Attempt) -> Decision | None:
    if attempt.direction is not Direction.OUT:
        return None
    inside = attempt.presence is not None and attempt.presence.inside
    return Decision(Reason.LEFT if inside else Reason.NOT_INSIDE)


def _details_missing(attempt: Attempt) -> Decision | None:
    return Decision(Reason.DETAILS_NOT_HERE) if attempt.delegate is None else None


def _category_not_admitted(attempt: Attempt) -> Decision | None:
    admitted = attempt.delegate is None or attempt.delegate.category in attempt.session.admits
    return None if admitted else Decision(Reason.CATEGORY_NOT_ADMITTED)


def _already_inside(attempt: Attempt) -> Decision | None:
    presence = attempt.presence
    if presence is None or not presence.inside:
        return None
    reason = Reason.ALREADY_IN if presence.station == attempt.station else Reason.ALREADY_IN_ELSEWHERE
    return Decision(reason, {"since": presence.since, "station": presence.station})


#: The first rule to object wins, so the order is what the desk reads.
RULES: tuple[Rule, ...] = (
    _badge_void,
    _leaving,
    # Before the hours: nobody is told to wait for doors that will not open for them.
    _category_not_admitted,
    _not_open_yet,
    _over,
    _already_inside,
    _details_missing,
)


def decide(attempt: Attempt, answered: Container[Reason] = ()) -> Decision:
    """Return the one decision that every station must reach from the same facts.

    Args:
        attempt: who, where, and all that counts.
        answered: questions that a person has answered; they are not asked again.
    """
    for rule in RULES:
        if (objection := rule(attempt)) and objection.reason not in answered:
            return objection
    return Decision(Reason.REENTERED if attempt.presence else Reason.ADMITTED)
