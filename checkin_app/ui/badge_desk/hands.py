"""Whose badge was put into whose hands at this desk last: one after the other, or several for one person."""

from dataclasses import dataclass, replace

from checkin_app.domain.ids import DelegateId, Instant, JobId
from checkin_app.services.handing_over import Handing, HandOver


@dataclass(frozen=True, slots=True)
class Given:
    """A badge that is handed over."""

    job: JobId
    number: str
    """Number and issue, such as ``0412-1``."""
    name: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A badge that was scanned and not handed over."""

    handing: Handing
    number: str
    valid: str
    """The badge that holds, where that is another one."""
    since: Instant | None = None
    collector: str = ""


@dataclass(frozen=True, slots=True)
class Hands:
    """What was handed over last, and what is to be said of it yet."""

    given: tuple[Given, ...] = ()
    """What Ctrl Z takes back: of several for one person all."""
    refused: Refused | None = None
    """What came of the last scan, where nothing was handed over."""
    more: bool = False
    """Further badges are for the same person."""
    asking: bool = False
    """Whose hands they are in is to be said."""
    collector: str = ""
    """Who took them along."""
    returned: tuple[Given, ...] = ()
    """What was taken back just now."""
    who: DelegateId | None = None
    """Whose badge was the last one."""

    @property
    def is_quiet(self) -> bool:
        return not (self.given or self.refused or self.returned)


def handed(hands: Hands, told: HandOver) -> Hands:
    """Return what there is to tell after a badge was to be handed over."""
    if told.delegate is None:
        return hands
    number = f"{told.delegate.badge_no}-{told.issue}"
    if told.handing is not Handing.HANDED or told.job is None:
        valid = f"{told.delegate.badge_no}-{told.valid}" if told.valid != told.issue else ""
        collector = told.job.collector.called if told.job and told.job.collector else ""
        refused = Refused(told.handing, number, valid, told.since, collector)
        return replace(hands, refused=refused, returned=(), who=told.delegate.id)
    given = Given(told.job.id, number, told.delegate.called)
    if hands.more:
        return replace(hands, given=(*hands.given, given), refused=None, returned=(), who=told.delegate.id)
    return Hands((given,), who=told.delegate.id)


def more_wanted(hands: Hands) -> Hands:
    """Return the hands that hold further badges, too, or no further ones after all."""
    return replace(hands, more=not hands.more, refused=None) if hands.given and not hands.collector else hands


def who_asked(hands: Hands) -> Hands:
    """Return the hands of which is to be said whose they are, or need not be after all."""
    return replace(hands, asking=not hands.asking, refused=None) if hands.given and not hands.collector else hands


def collected(hands: Hands, called: str) -> Hands:
    return Hands(hands.given, collector=called, who=hands.who)


def taken_back(hands: Hands, given: tuple[Given, ...]) -> Hands:
    """Return what there is to tell after those badges were taken back; the others are still handed over."""
    left = tuple(each for each in hands.given if each not in given)
    return Hands(left, more=hands.more and bool(left), returned=given, who=hands.who)


def to_take_back(hands: Hands) -> tuple[Given, ...]:
    """Return what Ctrl Z means: all that one person took along, else the last one."""
    return hands.given if hands.collector else hands.given[-1:]


def turned_away(hands: Hands) -> Hands:
    """Return what stays to tell when somebody else is looked at: badges that are gathered for one person."""
    return replace(hands, refused=None, returned=()) if hands.more or hands.asking else Hands()
