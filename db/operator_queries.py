"""What is read of operators: who they are, and what of theirs does not count."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from checkin_app.domain.ids import operator_of
from checkin_app.domain.operators import Operator
from checkin_app.services.ports.acting import NotApplied
from db import judging
from db.engine import Link
from db.projections import operators


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
