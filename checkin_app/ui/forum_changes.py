"""What was changed of the forum on a screen, of which the last is taken back next."""

from dataclasses import dataclass

from checkin_app.services.programme import ForumChanged

_MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class Made:
    """One change that was made there, and what is said of it."""

    changed: ForumChanged
    said: str


def with_made(before: tuple[Made, ...], made: Made) -> tuple[Made, ...]:
    """Return what can be taken back after one more change, which may have changed nothing."""
    return (*before, made)[-_MOST_CHANGES:] if made.changed.changes else before
