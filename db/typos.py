"""Words of names that a mistyped word is compared with, kept in memory as the store knows them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection

from checkin_app.domain.names.search_keys import SHORTEST_TYPO

_MOST_MEANT = 12
"""Words that one mistyped word may stand for."""
_LONGER = 6
"""From this many letters on, two slips are forgiven instead of one."""


_Shelf = dict[tuple[int, str], list[str]]
"""Words by their length and some of their letters."""


@dataclass(slots=True)
class KnownWords:
    """Grows with ``finding_words``; read again from the start when that is not the table it was.

    A word is compared only with those that share its first letter or its last two: both ends are seldom mistyped
    in one word, and comparing with all of 160 000 words takes 12 ms.
    """

    _by_head: _Shelf = field(default_factory=dict)
    _by_tail: _Shelf = field(default_factory=dict)
    _last: tuple[int, str] = (0, "")
    _form: int = 0
    """SQLite's own count of changes to the form of its tables: an index made anew raises it."""
    _lock: Lock = field(default_factory=Lock)

    def like(self, connection: Connection, spellings: tuple[str, ...]) -> tuple[str, ...]:
        """Return the known words closest to any of `spellings`, counting a swap of neighbours as one slip."""
        with self._lock:
            self.refresh(connection)
            close = {each for word in spellings if len(word) >= SHORTEST_TYPO for each in self._close_to(word)}
        return tuple(dict.fromkeys(word for _, word in sorted(close)[:_MOST_MEANT]))

    def _close_to(self, word: str) -> Iterator[tuple[int, str]]:
        slips = 2 if len(word) >= _LONGER else 1
        for length in range(len(word) - slips, len(word) + slips + 1):
            shelves = [self._by_head.get((length, head), ()) for head in {word[0], word[1]}]
            for shelf in (*shelves, self._by_tail.get((length, word[-2:]), ())):
                near = process.extract(word, shelf, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_MEANT)
                yield from ((int(distance), like) for like, distance, _ in near)

    def refresh(self, connection: Connection) -> None:
        """Read the words that came since the last time: all of them, some 100 ms at 160 000, the first time."""
        last, word = self._last
        form = int(connection.exec_driver_sql("PRAGMA schema_version").scalar_one())
        there = connection.exec_driver_sql("SELECT word FROM finding_words WHERE id = ?", (last,)).scalar()
        if form != self._form or there != word:
            self._by_head.clear()
            self._by_tail.clear()
            self._form, last = form, 0
        news = "SELECT id, word FROM finding_words WHERE id > ? ORDER BY id"
        for row in connection.exec_driver_sql(news, (last,)):
            word = row[1]
            self._last = row[0], word
            self._by_head.setdefault((len(word), word[0]), []).append(word)
            self._by_tail.setdefault((len(word), word[-2:]), []).append(word)
