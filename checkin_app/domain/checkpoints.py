"""Which session a laptop checks: the room and the clock pick it, a person's choice holds until its session ends."""

from collections.abc import Sequence

from checkin_app.domain.forum import Doors, Forum, Session
from checkin_app.domain.ids import CheckpointId, Instant, bus_of
from checkin_app.domain.rehearsal import GOING_HOME_MS, is_rehearsal


def doors(forum: Forum, checkpoint: CheckpointId | None, at: Instant) -> Doors:
    """Return what the clock says of a checkpoint, before any guest has to hear it; of buses and rehearsals nothing."""
    session = forum.session(checkpoint) if checkpoint else None
    if session is None or is_rehearsal(forum, at, session):
        return Doors.OPEN
    return session.doors(at)


def stands_in(session: Session, room: str) -> bool:
    """Return whether a session is held in `room`, given in any of the forum's languages; empty is anywhere."""
    return not room or room in session.place.by_language.values()


def pick(
    forum: Forum, room: str, at: Instant, chosen: CheckpointId | None, *, leaving: bool = False
) -> CheckpointId | None:
    """Return what this laptop checks at `at`; None where a person has to say.

    A session `chosen` by hand holds until it ends, and a bus for as long as it is chosen; with people `leaving` a
    session holds for as long as they may still come out of it.  After that, and without a choice, the room and the
    clock pick.  On days that are none of the forum's the clock has no say, and a choice holds.
    """
    if chosen and bus_of(chosen):
        return chosen
    session = forum.session(chosen) if chosen else None
    if session and (not forum.is_on(at) or at < session.closes_at + (GOING_HOME_MS if leaving else 0)):
        return session.checkpoint
    return by_room_and_clock(forum, room, at)


def by_room_and_clock(forum: Forum, room: str, at: Instant) -> CheckpointId | None:
    """Return the one session that is open in the room, else the one that opens next there today.

    Doors may open before the session before them has ended; whoever comes then comes for the next.  None where
    two rooms come into question, or none: only a person knows which door this is.  After the last session of the last day
    it is the one that was the last in the room: whoever still comes is told that it is over.
    """
    here = [each for each in forum.sessions if stands_in(each, room)]
    if not forum.is_on(at):
        coming = [each for each in here if each.doors(at) is not Doors.OVER] or here or list(forum.sessions)
        return coming[0].checkpoint if coming else None
    open_now = [each for each in here if each.is_open(at)]
    if open_now:
        return _in_one_room(open_now, last=True)
    return _in_one_room(_last(here) if forum.is_over(at) else _next_today(forum, here, at), last=False)


def _next_today(forum: Forum, here: Sequence[Session], at: Instant) -> list[Session]:
    today = forum.local(at).date()
    coming = [each for each in here if each.doors(at) is Doors.NOT_YET and forum.local(each.opens_at).date() == today]
    first = min((each.opens_at for each in coming), default=None)
    return [each for each in coming if each.opens_at == first]


def _last(sessions: Sequence[Session]) -> list[Session]:
    end = max((each.closes_at for each in sessions), default=None)
    return [each for each in sessions if each.closes_at == end]


def _in_one_room(sessions: Sequence[Session], *, last: bool) -> CheckpointId | None:
    places = {tuple(sorted(each.place.by_language.items())) for each in sessions}
    if len(places) != 1:
        return None
    return sorted(sessions, key=lambda each: each.starts)[-1 if last else 0].checkpoint
