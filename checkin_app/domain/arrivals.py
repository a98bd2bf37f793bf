"""How many had come to a session by when, and how many were to have come by then.  Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.domain.forum import Session, instant
from checkin_app.domain.ids import Instant

#: From one point of a curve to the next.
STEP_MS = 5 * 60_000
#: Points of one curve: a session whose doors are open for days has no more.
_MOST_POINTS = 288


@dataclass(frozen=True, slots=True)
class Point:
    at: Instant
    planned: int
    arrived: int | None
    """None of what is still to come."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who came to a session, from its doors' opening on."""

    session: Session
    expected: int
    arrived: int
    points: tuple[Point, ...]


def planned(session: Session, expected: int, at: Instant) -> int:
    """Return how many are to have come by a moment: few at first and at last, most half-way to the session's start."""
    starts = instant(session.starts)
    if at >= starts or starts <= session.opens_at:
        return expected if at >= session.opens_at else 0
    part = max(0.0, (at - session.opens_at) / (starts - session.opens_at))
    return round(expected * part * part * (3 - 2 * part))


#: Over how long the pace is taken.
PACE_MS = 10 * 60_000


def pace(curve: Arrivals, now: Instant) -> float:
    """Return how many came a minute of late, from the newest point that is old enough on."""
    known = [each for each in curve.points if each.arrived is not None]
    former = next((each for each in reversed(known) if each.at <= now - PACE_MS), None)
    if former is None or former.arrived is None:
        return curve.arrived * 60_000 / PACE_MS if known else 0.0
    return max(0, curve.arrived - former.arrived) * 60_000 / max(1, now - former.at)


def newest(curves: Sequence[Arrivals], now: Instant) -> Arrivals | None:
    """Return the session that people come to now, else the one that they come to next, else the one that was last."""
    opened = [each for each in curves if each.session.opens_at <= now < each.session.closes_at]
    to_come = [each for each in curves if now < each.session.opens_at]
    if opened or to_come:
        return max(opened, key=_opens, default=None) or min(to_come, key=_opens)
    return max(curves, key=_opens, default=None)


def _opens(curve: Arrivals) -> Instant:
    return curve.session.opens_at


def arrivals(session: Session, expected: int, came: Sequence[Instant], now: Instant) -> Arrivals:
    """Return a session's curve from its doors' opening to its start, or to now where people still come.

    Args:
        session: which.
        expected: how many may come.
        came: when each came first.
        now: what is after it is not known yet.
    """
    in_order = sorted(came)
    last = max(instant(session.starts), min(now, session.closes_at), session.opens_at)
    step = max(STEP_MS, -(-(last - session.opens_at) // _MOST_POINTS))
    moments = [*range(session.opens_at, last, step), last]
    points = tuple(
        Point(
            Instant(at),
            planned(session, expected, Instant(at)),
            bisect_right(in_order, at) if at <= now else None,
        )
        for at in moments
    )
    return Arrivals(session, expected, len(in_order), points)
