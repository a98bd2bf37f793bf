"""Finding whose badge it is: by the readings of a scan, or by what is typed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin_app.domain import codes, framing
from checkin_app.domain.ids import DelegateId
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.ports.people import DelegateCard, Hit, SearchHitKind
from checkin_app.ui.badge_desk.state import Candidate
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Persons

#: As many as the column has room for.
MOST_CANDIDATES = 8


class Lookup(QObject):
    """Every way ends in `known` with a `DelegateId`, `unknown` or `refused` with words for a scan, in `found` for a question.

    `found` carries the number of the question, the people, and what went wrong, in words or empty.
    """

    known = Signal(object)
    unknown = Signal()
    found = Signal(object, object, object)
    refused = Signal(object)

    def __init__(self, persons: Persons, parent: QObject) -> None:
        super().__init__(parent)
        self._persons = persons

    def resolve(self, readings: Sequence[str]) -> None:
        """Find the holder of a code by its readings, likeliest first."""
        self._persons.resolve(readings[0], partial(self._resolved, readings[1:]))

    def look_up(self, candidates: Sequence[str]) -> None:
        """Find whom a scan names, whether its signature holds or not."""
        if readings := readings_in(candidates):
            self.resolve(readings)

    def ask(self, question: int, query: str) -> None:
        self._persons.find(query, partial(self._hit, question))

    def _resolved(self, others: Sequence[str], result: Result[DelegateId | None]) -> None:
        if not isinstance(result, Done):
            self.refused.emit(trouble(result))
        elif result.value is not None:
            self.known.emit(result.value)
        elif others:
            self.resolve(others)
        else:
            self.unknown.emit()

    def _hit(self, question: int, result: Result[Sequence[Hit]]) -> None:
        if isinstance(result, Done):
            hits = {hit.delegate: hit for hit in result.value[:MOST_CANDIDATES]}
            self._persons.cards(tuple(hits), partial(self._cards_came, question, hits))
        else:
            self.found.emit(question, (), trouble(result))

    def _cards_came(
        self, question: int, hits: Mapping[DelegateId, Hit], result: Result[Sequence[DelegateCard]]
    ) -> None:
        cards = result.value if isinstance(result, Done) else ()
        people = tuple(candidate_from(each, hits[each.delegate.id]) for each in cards if each.delegate.id in hits)
        self.found.emit(question, people, trouble(result))


def candidate_from(card: DelegateCard, hit: Hit) -> Candidate:
    """Return somebody who fits what was typed, as `hit` tells."""
    delegate = card.delegate
    return Candidate(
        delegate.id,
        delegate.name or delegate.latin_name,
        delegate.second_name,
        delegate.organisation or delegate.delegation,
        delegate.badge_no,
        hit.kind is SearchHitKind.NUMBER,
        hit.kind is SearchHitKind.PART,
        hit.issue,
    )


def readings_in(candidates: Sequence[str]) -> tuple[str, ...]:
    """Return whom a scan may name, the likeliest first: the delegates of our codes, else the texts as they came.

    Signatures are not looked at: the code makes a person known here and lets nobody in.  Two codes side by side make
    nobody known.
    """
    return tuple(dict.fromkeys(each for text in candidates if text.strip() for each in _readings_in(text)))


def _readings_in(text: str) -> Iterable[str]:
    parsed = codes.parse(text)
    if isinstance(parsed, codes.BadgeCode):
        return (parsed.delegate,)
    framed = list(framing.framed_in(text))
    return (text,) if framing.apart(framed) else (*(each.code.delegate for each in framed), text)
