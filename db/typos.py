"""Words of names that a mistyped word is compared with, kept in memory as the store knows them."""

from dataclasses import dataclass, field
from threading import Lock

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection

from checkin_app.domain.search_keys import SHORTEST_TYPO

_MOST_MEANT = 12
"""Words that one mistyped word may stand for."""
_LONGER = 6
"""From this many letters on, two slips are forgiven instead of one."""


@dataclass(slots=True)
class KnownWords:
    """Grows with ``finding_words``; read again from the start when that is not the table it was."""

    _by_length: dict[int, list[str]] = field(default_factory=dict)
    _last: tuple[int, str] = (0, "")
    _lock: Lock = field(default_factory=Lock)

    def like(self, connection: Connection, spellings: tuple[str, ...]) -> tuple[str, ...]:
        """Return the known words closest to any of `spellings`, counting a swap of neighbours as one slip."""
        with self._lock:
            self._refresh(connection)
            close = [each for word in spellings if len(word) >= SHORTEST_TYPO for each in self._close_to(word)]
        close.sort()
        return tuple(dict.fromkeys(word for _, word in close[:_MOST_MEANT]))

    def _close_to(self, word: str) -> list[tuple[int, str]]:
        slips = 2 if len(word) >= _LONGER else 1
        lengths = range(len(word) - slips, len(word) + slips + 1)
        return [
            (int(distance), like)
            for length in lengths
            for like, distance, _ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=_MOST_MEANT
            )
        ]

    def _refresh(self, connection: Connection) -> None:
        last, word = self._last
        if connection.exec_driver_sql("SELECT word FROM finding_words WHERE id = ?", (last,)).scalar() != word:
            self._by_length.clear()
            last = 0
        news = "SELECT id, word FROM finding_words WHERE id > ? ORDER BY id"
        for row in connection.exec_driver_sql(news, (last,)):
            self._last = row[0], row[1]
            self._by_length.setdefault(len(row[1]), []).append(row[1])
