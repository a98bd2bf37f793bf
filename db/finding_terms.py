"""What is looked for, in the language of the index: which keys one of a word's spellings begins or is."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from checkin_app.domain.names.search_keys import WORD_FIELDS, KeyField, is_unspaced

#: Fields in which a word of a name or an organisation may stand, the likeliest first.
FIELDS = (KeyField.FAMILY, KeyField.GIVEN, KeyField.INITIALS, KeyField.PINYIN, KeyField.DELEGATION)
_LONGEST_INITIALS = 5
_LONGEST_INDEXED = 4
"""Letters of a beginning that the index keeps a list for (see ``prefix`` there, which counts the field as one more);
that of a longer one is put together anew at every question, 10 ms where 100 000 people share a word."""
_SHORTEST_PART = 3
"""Letters of which neighbouring parts are made at least, where other words stand beside them."""
_MOST_LONGER = 32
"""Words that a beginning is replaced by; the lists of more are as long to read as they are to put together."""
_LONGER = "SELECT word FROM finding_words WHERE word >= ? AND word < ? LIMIT ?"
_BEYOND = "\U0010ffff"


def exact(field: KeyField, words: Iterable[str]) -> str:
    return " OR ".join(f'"{field}{word}"' for word in words)


class Terms:
    """Writes one question: a long beginning becomes the words that begin so, whose lists the index has at hand."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._known: dict[str, tuple[str, ...] | None] = {}

    def beginning(self, field: KeyField, words: Iterable[str]) -> str:
        """Return what finds keys of `field` that begin with one of `words`; empty where there is none."""
        return " OR ".join(filter(None, (self._beginning(field, word) for word in words)))

    def anywhere(self, words: Sequence[str]) -> str:
        """Return what finds a word in any field by its beginning, in one of its spellings."""
        long = len(words[0]) > _LONGEST_INITIALS
        fields = [field for field in FIELDS if not (long and field is KeyField.INITIALS)]
        return " OR ".join(filter(None, (*(self.beginning(field, words) for field in fields), self.together(words))))

    def together(self, words: Iterable[str]) -> str:
        """Return what finds neighbouring parts of a name that are one of `words`; their beginning, if it is no word.

        Of a word that somebody has, the beginning of parts would be found with everybody whose next part follows it.
        """
        long = [word for word in words if len(word) > _SHORTEST_PART]
        return " OR ".join(f'"{KeyField.PARTS}{word}"' + "*" * (self._longer(word) == ()) for word in long)

    def everywhere(self, words: Iterable[Sequence[str]]) -> str:
        return " AND ".join(f"({self.anywhere(word)})" for word in words)

    def meant(self, word: Sequence[str], likely: Sequence[str], fields: Iterable[KeyField]) -> str:
        """Say that someone has a word like `word`, or in one of `fields` one of those that it `likely` is."""
        return f"({' OR '.join((self.anywhere(word), *(exact(field, likely) for field in fields if likely)))})"

    def _beginning(self, field: KeyField, word: str) -> str:
        longer = self._longer(word) if field in WORD_FIELDS and len(word) > _LONGEST_INDEXED else None
        return f'"{field}{word}"*' if longer is None else exact(field, longer)

    def _longer(self, word: str) -> tuple[str, ...] | None:
        """Return the words of people that begin with `word`; None where it is no such word, or they are many."""
        if is_unspaced(word):
            return None
        if word not in self._known:
            rows = self.connection.exec_driver_sql(_LONGER, (word, word + _BEYOND, _MOST_LONGER + 1)).fetchall()
            self._known[word] = tuple(row[0] for row in rows) if len(rows) <= _MOST_LONGER else None
        return self._known[word]
