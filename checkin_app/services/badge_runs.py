"""Bulk runs: which badges, in which order, where a page between them says whose come next, and each of them owed once."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Protocol, TypeAlias

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.jobs import JobState, may_follow
from checkin_app.domain.problems_records import BadgeLeftInFile
from checkin_app.services.badges import Owed
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.progress import Progress, Stopped


class RunOrder(StrEnum):
    """How the badges of a run lie on one another."""

    DELEGATION = "delegation"
    """Delegation after delegation, each by name: the order of the directory."""
    NAME = "name"
    """By the Latin name, which is how guests are called up who come alone."""
    NUMBER = "number"
    BUS = "bus"
    """Bus after bus, each in the order of the directory; whoever has no seat comes last."""


@dataclass(frozen=True, slots=True)
class RunWish:
    """Whose badges are meant: those to whom all that is said applies."""

    delegation: str = ""
    category: str = ""
    route: str = ""

    @property
    def title(self) -> str:
        return " · ".join(filter(None, (self.delegation, self.category, self.route)))

    def means(self, card: DelegateCard) -> bool:
        who = card.delegate
        wanted = ((self.delegation, who.delegation), (self.category, who.category), (self.route, who.route))
        return not card.badge.revoked and all(not wish or wish.casefold() == is_.casefold() for wish, is_ in wanted)


@dataclass(frozen=True, slots=True)
class Batch:
    """Badges that belong together."""

    title: str
    cards: tuple[DelegateCard, ...]


_Key: TypeAlias = Callable[[DelegateCard], tuple[bool | str | int, ...]]
#: What each order goes by; equal ones stay in the order of the directory.
_KEYS: Mapping[RunOrder, _Key] = {
    RunOrder.DELEGATION: lambda _: (),
    RunOrder.NAME: lambda card: (_called(card),),
    RunOrder.NUMBER: lambda card: (not card.delegate.badge_no, len(card.delegate.badge_no), card.delegate.badge_no),
    RunOrder.BUS: lambda card: (not card.movements.bus, card.movements.bus or ""),
}


def batches(cards: Iterable[DelegateCard], wish: RunWish, order: RunOrder) -> Sequence[Batch]:
    """Return the badges of a run, in its order, those that belong together by delegation or bus as one batch.

    Args:
        cards: everybody, in the order of the directory.
        wish: whose are meant; badges that are revoked never are.
        order: how they are to lie.
    """
    meant = sorted(filter(wish.means, cards), key=_KEYS[order])
    return [Batch(title, tuple(group)) for title, group in groupby(meant, lambda card: _title(card, wish, order))]


@dataclass(frozen=True, slots=True)
class BadgeRun:
    """What somebody wants of many badges at once."""

    wish: RunWish = RunWish()
    """Nothing said means everybody."""
    order: RunOrder = RunOrder.DELEGATION
    apart: bool = False
    """A page before each batch says whose it is."""
    template: str = ""
    """By which those in a file are drawn; empty for the forum's."""


EVERY_BADGE = BadgeRun()


@dataclass(frozen=True, slots=True)
class RunCount:
    """What a run would be."""

    badges: int
    batches: int
    before: int
    """How many of them came out already, or left in a file: no printer gets those again."""
    delegations: tuple[str, ...]
    """Of everybody, in the order of the directory."""


@dataclass(frozen=True, slots=True)
class RunOwed:
    """What came of a run to a printer."""

    owed: int
    """Badges that wait for it, or are on their way to it."""
    before: int
    stopped: bool
    """Somebody ended it: what came after was not begun."""
    changes: ChangeSet


def count_run(cards: Iterable[DelegateCard], run: BadgeRun, out: Container[tuple[DelegateId, int]]) -> RunCount:
    """Return what a run would be.

    Args:
        cards: everybody, in the order of the directory.
        run: what is wanted.
        out: the issues of which a printer of this laptop has brought out the badge.
    """
    known = list(cards)
    chosen = batches(known, run.wish, run.order)
    meant = [card for batch in chosen for card in batch.cards]
    before = sum(card.may_be_in_file or (card.delegate.id, card.badge.current) in out for card in meant)
    delegations = dict.fromkeys(card.delegate.delegation for card in known if card.delegate.delegation)
    return RunCount(len(meant), len(chosen), before, tuple(delegations))


class OwesBadges(Protocol):
    """Where a badge is owed: `services.badges.Badges`."""

    def print(self, delegate: DelegateId, printer: str) -> Owed: ...


Announce: TypeAlias = Callable[[DelegateId, int, Batch], None]
"""Hears before a badge is owed that it is the first of its batch that may be printed."""


def owe_run(
    badges: OwesBadges, chosen: Sequence[Batch], printer: str, announce: Announce, errand: tuple[Progress, Stopped]
) -> RunOwed:
    """Owe the badges of a run, each by itself as if somebody asked for it: what came out before is not printed again.

    Args:
        badges: where they are owed.
        chosen: whose, in their order.
        printer: which one brings them out.
        announce: hears whose badges come next.
        errand: hears how many were looked at, of how many; and says whether the rest is not wanted any more.
    """
    progress, stopped = errand
    whole, owed, before = sum(len(each.cards) for each in chosen), 0, 0
    changes = set[ChangeSet]()
    for batch in chosen:
        begun = False
        for card in batch.cards:
            if stopped():
                return RunOwed(owed, before, stopped=True, changes=frozenset().union(*changes))
            if not begun:
                announce(card.delegate.id, card.badge.current, batch)
            try:
                said = badges.print(card.delegate.id, printer)
            except BadgeLeftInFile:
                before += 1
            else:
                waits = may_follow(said.job.state, JobState.CANCELLED)
                begun, owed, before = begun or waits, owed + waits, before + (not waits)
                changes.add(said.changes)
            progress(owed + before, whole)
    return RunOwed(owed, before, stopped=False, changes=frozenset().union(*changes))


def _title(card: DelegateCard, wish: RunWish, order: RunOrder) -> str:
    match order:
        case RunOrder.DELEGATION:
            return card.delegate.delegation or wish.title
        case RunOrder.BUS:
            return card.movements.bus or wish.title
        case RunOrder.NAME | RunOrder.NUMBER:
            return wish.title


def _called(card: DelegateCard) -> str:
    return (card.delegate.latin_name or card.delegate.name).casefold()
