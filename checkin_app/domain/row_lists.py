"""Short lists – of buses, of operators – whose columns are known by their headings and whose wrong rows are named.  Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.texts import Phrase

_TITLE_ROWS = 20
_PARTING = re.compile(r"[/|\\\n()（）\[\]【】:：,，;；]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
#: What stands beside the word that says what a column is, and says nothing of that.
_BESIDES = frozenset(
    {"the", "a", "of", "no", "nr", "num", "number", "numbers", "qty", "total", "max", "required", "optional", "bus", "buses",
     "vehicle", "vehicles", "coach", "coaches", "s"}
)  # fmt: skip
_BEFORE_HAN, _AFTER_HAN = (
    ("车辆", "車輛", "大巴", "巴士", "本车", "每车", "总", "總"),
    ("数量", "數量", "数", "數", "名称", "名稱", "信息", "必填", "选填"),
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class RowFlaw:
    """Why a row cannot be taken in."""

    row: int
    """As the file counts them, from 1."""
    why: Phrase

    def __str__(self) -> str:
        return f"row {self.row}: {self.why}"


class Headings:
    """What the columns of a kind of list are headed; case, blanks and signs count for nothing."""

    def __init__(self, needed: str, words: Mapping[str, str]) -> None:
        """Take the words that each column may be headed by, apart by blanks, and the column that each list has."""
        self._needed = needed
        self._fields = {key_of(word): name for name, spelt in words.items() for word in spelt.split()}
        self._plain = {_without_besides(word): name for word, name in self._fields.items()} | self._fields

    def find(self, rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[str, int]]:
        """Return in which of the first rows they stand, from 0, and the place of each column; none where none does."""
        found: list[tuple[int, int, Mapping[str, int]]] = []
        for place, row in enumerate(rows[:_TITLE_ROWS]):
            columns: dict[str, int] = {}
            for column, heading in enumerate(row):
                if (name := self._field_of(heading)) is not None:
                    columns.setdefault(name, column)
            found.append((len(columns), -place, columns))
        most, place, known = max(found, key=lambda each: each[:2], default=(0, 0, {}))
        return (-place, known) if most > 1 and self._needed in known else (0, {})

    def _field_of(self, heading: str) -> str | None:
        spellings = (heading, *_PARTING.split(heading), *_HAN.findall(heading), _HAN.sub(" ", heading))
        named = (self._fields.get(key_of(each)) for each in spellings)
        bare = (self._plain.get(key) for each in spellings if (key := _without_besides(each)))
        return next((name for name in (*named, *bare) if name is not None), None)


def _without_besides(heading: str) -> str:
    """Return a heading by which it is compared without what stands beside the word that counts: “No. of seats” as “seats”."""
    words = _WORD.findall(unicodedata.normalize("NFKC", heading).casefold())
    key = "".join(word for word in words if word not in _BESIDES)
    for before in _BEFORE_HAN:
        key = key.removeprefix(before)
    for after in _AFTER_HAN:
        key = key.removesuffix(after)
    return key


def rows_of(file: ListFile) -> list[tuple[str, ...]]:
    """Return the rows of a file with what was encoded twice put right."""
    return [tuple(file.sheet.mended.get(cell) or cell for cell in row) for row in file.sheet.rows]


def cells_of(columns: Mapping[str, int], row: Sequence[str]) -> dict[str, str]:
    """Return what a row holds in each known column, in plain letters."""
    return {name: plain(row[place]) for name, place in columns.items() if place < len(row)}


def key_of(text: str) -> str:
    """Return a word by which headings and values are compared."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if each.isalnum())


def plain(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", cell).split())
