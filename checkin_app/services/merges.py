"""Two records that are one person: one stands for both, and they are taken apart again."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.changes import Recorded
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, delegate_subject
from checkin_app.domain.kinds.merges import DelegateMerged, DelegateParted
from checkin_app.domain.problems import UnknownDelegate
from checkin_app.domain.problems_records import MergedAlready, NotMerged
from checkin_app.services.ports.people import MergeReads, PersonReads
from checkin_app.services.ports.transactions import Opens, Transaction


class MergeUnit(PersonReads, MergeReads, Transaction, Protocol):
    """Says which record stands for which."""


@dataclass(frozen=True, slots=True)
class Merges:
    """Nothing is lost by either: badges and scans of both records are the one person's, and part with them again."""

    open_unit: Opens[MergeUnit]

    def merge(self, voided: DelegateId, into: DelegateId) -> Recorded:
        """Let the record `into` stand for `voided` as well; where another stands for one of them, that one is meant.

        Raises:
            UnknownDelegate: nobody here has that id.
            MergedAlready: they are one; nothing was changed.
        """
        with self.open_unit() as unit:
            gone, stays = (_standing(unit, each) for each in (voided, into))
            if gone == stays:
                raise MergedAlready
            unit.record(FactDraft(delegate_subject(gone), DelegateMerged(into=stays, after=unit.merge(gone).facts)))
            unit.commit()
            return Recorded(unit.changes)

    def part(self, voided: DelegateId) -> Recorded:
        """Let a voided record stand by itself again, with those that were merged into it.

        Raises:
            NotMerged: it does already; nothing was changed.
        """
        with self.open_unit() as unit:
            merge = unit.merge(voided)
            if merge.into is None and not merge.apart:
                raise NotMerged
            unit.record(FactDraft(delegate_subject(voided), DelegateParted(after=merge.facts)))
            unit.commit()
            return Recorded(unit.changes)


def _standing(unit: MergeUnit, delegate: DelegateId) -> DelegateId:
    known = unit.delegate(delegate)
    if known is None:
        raise UnknownDelegate(name=delegate)
    return known.id
