"""Which badges a bulk run prints, in which order, and where a page between them says whose come next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from checkin_app.services.ports.people import DelegateCard


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
