"""What is read of operators: who they are, how far what they did is known, and what of it does not count."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager

from checkin_app.domain.ids import LogId, OperatorId, Subject, operator_of, operator_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.operators import Operator
from checkin_app.services.ports.acting import NotApplied
from db import judging
from db.engine import Link
from db.projections import operators


class OperatorReading:
    """A part of `Reads`."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring what is read up to what was recorded; nothing was, here."""

    def operators(self) -> Sequence[Operator]:
        self._settle(Aspect.OPERATOR)
        return operators.every(self._link)

    def heard_of(self, operator: OperatorId) -> Mapping[LogId, int]:
        self._settle()
        return judging.heard_of(self._link, operator_subject(operator))


class OperatorQueries:
    """A part of `StoreQueries`."""

    def reading(self) -> AbstractContextManager[Link]:
        """Return a link that sees one state of the store and can only read."""
        raise NotImplementedError  # `StoreQueries` has the connections

    def operators(self) -> Sequence[Operator]:
        with self.reading() as link:
            return operators.every(link)

    def not_applied(self) -> Sequence[NotApplied]:
        with self.reading() as link:
            return [
                NotApplied(fact, operator_of(sign_in.subject) if sign_in else None, why)
                for fact, sign_in, why in judging.not_applied(link)
            ]
