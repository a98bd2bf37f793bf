"""What is read of operators: who they are, how far what they did is known, and what of it does not count."""

from collections.abc import Collection, Mapping, Sequence

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, FactId, LogId, OperatorId, Subject, operator_of, operator_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.operators import Operator
from checkin_app.services.ports.acting import Makers, NotApplied
from db import judging
from db.counts import names_of
from db.engine import Link
from db.makers import makers_of
from db.projections import operators
from db.readers import Snapshots


class OperatorReading:
    """A part of `Reads`."""

    _link: Link

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring what is read up to what was recorded; nothing was, here."""

    def operators(self) -> Sequence[Operator]:
        self._settle(Aspect.OPERATOR)
        return operators.every(self._link)

    def heard_of(self, operator: OperatorId) -> Mapping[LogId, int]:
        self._settle()
        return judging.heard_of(self._link, operator_subject(operator))


class OperatorQueries(Snapshots):
    """A part of `StoreQueries`."""

    def operators(self) -> Sequence[Operator]:
        with self.reading() as link:
            return operators.every(link)

    def not_applied(self) -> Sequence[NotApplied]:
        with self.reading() as link:
            found = list(judging.not_applied(link))
            names = names_of(link, list(dict.fromkeys(filter(None, (_guest(fact) for fact, *_ in found)))))
            return [
                NotApplied(fact, operator_of(sign_in.subject) if sign_in else None, why, names.get(_guest(fact), ""))
                for fact, sign_in, why in found
            ]

    def makers(self, facts: Collection[FactId]) -> Makers:
        with self.reading() as link:
            return makers_of(link, facts)


def _guest(fact: Fact) -> DelegateId:
    """Return whom a fact is about; empty where that is no guest."""
    whose, _, who = fact.subject.partition(":")
    return DelegateId(who if whose in {"delegate", "badge", "ride"} else "")
