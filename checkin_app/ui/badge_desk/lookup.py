"""Finding whose badge it is: by the readings of a scan, or by what is typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.people import DelegateCard, Hit
from checkin_app.ui.badge_desk.state import Candidate, candidate_from
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Persons

#: As many as the column has room for.
MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Lookup:
    """Every way ends in `known`, `unknown` or `refused` for a scan, in `found` for a question."""

    persons: Persons
    known: Callable[[DelegateId], None]
    unknown: Callable[[], None]
    found: Callable[[int, tuple[Candidate, ...], str], None]
    """Gets the number of the question, the people, and what went wrong, in words or empty."""
    refused: Callable[[str], None]

    def resolve(self, readings: Sequence[str]) -> None:
        """Find the holder of a code by its readings, likeliest first."""
        self.persons.resolve(readings[0], partial(self._resolved, readings[1:]))

    def ask(self, question: int, query: str) -> None:
        self.persons.find(query, partial(self._hit, question))

    def _resolved(self, others: Sequence[str], result: Result[DelegateId | None]) -> None:
        if not isinstance(result, Done):
            self.refused(trouble(result))
        elif result.value is not None:
            self.known(result.value)
        elif others:
            self.resolve(others)
        else:
            self.unknown()

    def _hit(self, question: int, result: Result[Sequence[Hit]]) -> None:
        if isinstance(result, Done):
            hits = {hit.delegate: hit for hit in result.value[:MOST_CANDIDATES]}
            self.persons.cards(tuple(hits), partial(self._cards_came, question, hits))
        else:
            self.found(question, (), trouble(result))

    def _cards_came(
        self, question: int, hits: Mapping[DelegateId, Hit], result: Result[Sequence[DelegateCard]]
    ) -> None:
        cards = result.value if isinstance(result, Done) else ()
        people = tuple(candidate_from(each, hits[each.delegate.id]) for each in cards if each.delegate.id in hits)
        self.found(question, people, trouble(result))
