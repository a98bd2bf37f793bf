"""Somebody whom an earlier list with these headings named and whom this one does not: struck from it without a word."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import DelegateId, LogId
from checkin_app.domain.lists.notes import Note

#: How a revocation says that a list left somebody off.
REASON = "left_off_list"


@dataclass(frozen=True, slots=True)
class LeftOff:
    """Somebody who is not on a list any more."""

    number: int
    """Below zero: they have no row on this list."""
    delegate: Delegate
    note: Note

    @property
    def name(self) -> str:
        return self.delegate.name


@dataclass(frozen=True, slots=True)
class EarlierList:
    """A list with the same headings that was taken in before."""

    people: Collection[DelegateId]
    """Whom it registered or amended."""
    follows: tuple[LogId, ...] = ()
    """Of which lists before it it was a later version."""


def struck_from(
    earlier: Mapping[LogId, EarlierList], missing: AbstractSet[DelegateId]
) -> tuple[tuple[LogId, ...], frozenset[DelegateId]]:
    """Return of which earlier lists this one is a later version, and who stood on those and is `missing` from it.

    A list that lacks most of the people of another is no later version of it but a part, or another delegation's.
    """
    versions: list[LogId] = []
    struck: set[DelegateId] = set()
    for some in _together(earlier):
        everybody = {who for each in some for who in earlier[each].people}
        gone = everybody & missing
        if everybody and 2 * len(gone) <= len(everybody):
            versions += some
            struck |= gone
    return tuple(versions), frozenset(struck)


def _together(earlier: Mapping[LogId, EarlierList]) -> list[list[LogId]]:
    """Return the lists that are versions of one another."""
    together: dict[LogId, list[LogId]] = {each: [each] for each in earlier}
    for each, known in earlier.items():
        for former in known.follows:
            one, other = together[each], together.get(former)
            if other is not None and one is not other:
                one += other
                together |= dict.fromkeys(other, one)
    return list({id(some): some for some in together.values()}.values())
