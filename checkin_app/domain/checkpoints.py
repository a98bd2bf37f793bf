"""Which session a laptop checks: the room and the clock pick it, a person's choice stands while it makes sense."""

from checkin_app.domain.forum import Forum, Session
from checkin_app.domain.ids import CheckpointId, Instant, bus_of


def is_open(session: Session, at: Instant) -> bool:
    return session.opens_at <= at < session.closes_at


def stands_in(session: Session, room: str) -> bool:
    """Return whether a session is held in `room`, given in any of the forum's languages; empty is anywhere."""
    return not room or room in session.place.by_language.values()


def pick(forum: Forum, room: str, at: Instant, chosen: CheckpointId | None) -> CheckpointId | None:
    """Return what this laptop checks at `at`.

    What was `chosen` stands while its doors have not closed, and a bus always does.  After that the one session
    that is open in the room is picked; where none or several fit, what was chosen stands, since a person has
    to say.  Without any choice the first session that is not over is picked.
    """
    if chosen and bus_of(chosen):
        return chosen
    session = forum.session(chosen) if chosen else None
    if session and (at < session.closes_at or not forum.is_on(at)):
        return session.checkpoint
    fitting = [each for each in forum.sessions if is_open(each, at) and stands_in(each, room)]
    if len(fitting) == 1:
        return fitting[0].checkpoint
    if session:
        return session.checkpoint
    coming = (each for each in fitting or forum.sessions if at < each.closes_at)
    first = next(coming, forum.sessions[0] if forum.sessions else None)
    return first.checkpoint if first else None
