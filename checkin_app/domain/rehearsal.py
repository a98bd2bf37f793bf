"""Whether a scan is a rehearsal: the one place that says so (docs/decisions on rehearsals)."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from checkin_app.domain.buses import Bus
from checkin_app.domain.forum import Forum, Session
from checkin_app.domain.ids import CheckpointId, Instant, bus_of

#: How long after its end people still come out of a session: nobody practises in the night that follows.
GOING_HOME_MS = timedelta(hours=6) // timedelta(milliseconds=1)


def is_rehearsal(forum: Forum, at: Instant, door: Bus | Session | None = None) -> bool:
    """Return whether a scan at `at` is a rehearsal.

    Args:
        forum: whose days count, in its own time zone.
        at: the moment of the scan.
        door: where it is made.  A bus under way keeps the scope in which its doors were opened, whatever the date
            becomes meanwhile, and a session's door keeps its own until the guests have gone home.
    """
    if isinstance(door, Bus) and (opened := [each for each in door.opened if each <= at]):
        if any(forum.is_on(each) for each in opened):
            return False
        if not _has_begun_since(forum, opened[0], at):
            return True
    if isinstance(door, Session) and door.opens_at <= at < door.closes_at + GOING_HOME_MS:
        return False
    return not forum.is_on(at)


def door_at(forum: Forum, checkpoint: CheckpointId | None, buses: Iterable[Bus]) -> Bus | Session | None:
    """Return what stands at a checkpoint, one of `buses` or a session; None where neither does."""
    if checkpoint is None:
        return None
    code = bus_of(checkpoint)
    return next((each for each in buses if each.code == code), None) if code else forum.session(checkpoint)


def figures_of_rehearsal(forum: Forum, at: Instant, door: Bus | Session | None, took_place: Callable[[], bool]) -> bool:
    """Return whether lists and figures asked for at `at`, of a door or of all, tell of a rehearsal.

    After a forum that took place they tell of the forum: its manifests are handed over on the days that follow.

    Args:
        forum: whose days count.
        at: when they are asked for.
        door: of which bus or session; None for all.
        took_place: whether anybody came to the forum; asked once it is over.
    """
    if not is_rehearsal(forum, at, door):
        return False
    return not forum.is_over(at) or not took_place()


def part_of_the_forum(forum: Forum, at: Instant) -> tuple[date, int]:
    """Return what figures depend on besides the facts: the day, and how many sessions' doors have opened by then.

    The night after a day of the forum is still that day.

    When this changes, what was counted before is to be counted anew although nothing happened.
    """
    return forum.day_of(at), sum(session.opens_at <= at for session in forum.sessions)


def _has_begun_since(forum: Forum, practised: Instant, at: Instant) -> bool:
    """Return whether a session's doors opened since: a practice that nobody ended is over then."""
    return any(practised < session.opens_at <= at for session in forum.sessions)
