"""What the top bar says this laptop is checking.  Pure."""

from checkin_app.domain.forum import Forum, Session
from checkin_app.domain.ids import CheckpointId, bus_of
from checkin_app.domain.movements import Direction
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.top_bar import ContextView


def _say(source: str) -> str:
    return words.say("Context", source)


def context_view(forum: Forum, checkpoint: CheckpointId | None, station: str, direction: Direction) -> ContextView:
    """Return the checkpoint in words: its name, and when, where and by whom."""
    out = [_say(QT_TRANSLATE_NOOP("Context", "scanning people out"))] if direction is Direction.OUT else []
    if checkpoint is None:
        line = " · ".join([_say(QT_TRANSLATE_NOOP("Context", "F6 chooses what to check")), bidi.name(station)])
        return ContextView(_say(QT_TRANSLATE_NOOP("Context", "No checkpoint")), line)
    if bus := bus_of(checkpoint):
        title = _say(QT_TRANSLATE_NOOP("Context", "Bus {code}")).format(code=bidi.code(bus))
        return ContextView(title, " · ".join([bidi.name(station), *out]))
    session = forum.session(checkpoint)
    if session is None:
        return ContextView(checkpoint, " · ".join([bidi.name(station), *out]))
    place = session.place.in_(words.spoken())
    short = [bidi.name(part) for part in (place, station) if part]
    line = " · ".join([_day(forum, session), _hours(forum, session), *short, *out])
    return ContextView(session.name.in_(words.spoken()), line, " · ".join([*short, *out]))


def _day(forum: Forum, session: Session) -> str:
    number = forum.days().index(forum.in_hall(session.starts).date()) + 1
    return _say(QT_TRANSLATE_NOOP("Context", "Day {number}")).format(number=bidi.code(str(number)))


def _hours(forum: Forum, session: Session) -> str:
    starts, ends = (forum.in_hall(moment).strftime("%H:%M") for moment in (session.starts, session.ends))
    return bidi.code(f"{starts}–{ends}")
