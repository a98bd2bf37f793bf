"""In which encoding a list is written: proven where it can be, otherwise guessed and said to be a guess.

Bytes that are no letters in that encoding spoil their own row only: `UNREADABLE` stands for them.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain

import charset_normalizer

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.encodings import ENCODINGS
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.problems_lists import ListNotATable, ListUnreadable
from checkin_app.files.text_guess import plausibility

#: Stands in a text for bytes that are no letters; a surrogate by itself, so that no file can hold it.
UNREADABLE = "\udc80"
_MARKING = "checkin-unreadable"
#: Longer marks first: that of UTF-32 LE begins like that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODE_PAGES = tuple(each for each in ENCODINGS if not each.startswith("utf"))
#: Lines with letters beyond ASCII that are looked at, and bytes of them: a list says what it is in its first rows.
_TELLING_LINES, _TELLING_BYTES = 200, 16_000
_TOP, _MUCH = 2000, 50
#: Of damaged UTF-8 so much at least is UTF-8 still, and reads better so than in any code page.
_UTF_8_ALL_THE_SAME = 0.6
_MOST_ZEROS = 20
#: What begins Japanese letters in the encoding of Japanese mail, and in nothing else.
_ESCAPE, _ESCAPED = b"\x1b$", "iso2022_jp_2"
#: A guess below this says nothing of the encoding.
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says, and how sure that is."""

    text: str
    encoding: str
    guessed: bool


def decode(content: bytes, file: str, forced: str = "") -> Text:
    """Return the text of a file by its byte order mark, strict UTF-8, the shape of UTF-16, its headings, or a guess.

    Raises:
        ListUnreadable: it cannot be read in the encoding that a person chose, or in any.
        ListNotATable: it holds no text at all.
    """
    found = _decoded(content, file, forced)
    zeros = found.text.count("\0")
    if zeros > max(_MOST_ZEROS, len(found.text) // 100):
        raise ListNotATable(file=file, detail=ListFault.NO_TEXT)
    return replace(found, text=found.text.replace("\0", UNREADABLE)) if zeros else found


def _decoded(content: bytes, file: str, forced: str) -> Text:
    if forced:
        return Text(_chosen(content, forced, file), forced, guessed=False)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Text(_chosen(content, encoding, file), encoding, guessed=False)
    if b"\0" in content and (encoding := _shape_of_utf_16(content)):
        read = _Read.of(content, encoding)
        if not read.is_damaged_only():
            raise ListNotATable(file=file, detail=ListFault.NO_TEXT)
        return Text(read.text, encoding, guessed=False)
    return _without_mark(content, file)


@dataclass(frozen=True, slots=True)
class _Read:
    """A text in some encoding, with `UNREADABLE` where it does not fit."""

    text: str
    encoding: str

    @classmethod
    def of(cls, content: bytes, encoding: str) -> "_Read":
        return cls(content.decode(encoding, _MARKING).removeprefix("\ufeff"), encoding)

    def is_damaged_only(self) -> bool:
        """Return whether some rows do not fit an encoding that is known; where most do not, it is another one."""
        lines = self.text.splitlines()
        return sum(UNREADABLE in line for line in lines) * 2 <= len(lines)

    @property
    def strays(self) -> int:
        return self.text.count(UNREADABLE)

    @property
    def foreign(self) -> int:
        """Return how many characters beyond ASCII were read."""
        return len(self.text) - len(self.text.encode("ascii", "ignore")) - self.strays

    def fits(self) -> bool:
        """Return whether what does not fit a guess is rare beside what does."""
        strays = self.strays
        return not strays or strays * 4 <= self.foreign


def _marked(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNREADABLE, error.end


codecs.register_error(_MARKING, _marked)


def _chosen(content: bytes, encoding: str, file: str) -> str:
    try:
        read = _Read.of(content, encoding)
        if not read.is_damaged_only():
            content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ListUnreadable(file=file, encoding=encoding, detail=ListFault.OTHER_BYTES.of(line=line)) from error
    except (LookupError, UnicodeError) as error:
        raise ListUnreadable(file=file, encoding=encoding[:40], detail=ListFault.NO_ENCODING) from error
    return read.text


_ENDS = re.compile(rb"[\n\r\t,;|]")


def _shape_of_utf_16(content: bytes) -> str:
    """Tell the byte orders apart by where the zero bytes of line ends and delimiters stand; empty for neither."""
    ends = [found.start() for found in _ENDS.finditer(content[:_TELLING_BYTES])]
    little = sum(place % 2 == 0 and content[place + 1 : place + 2] == b"\0" for place in ends)
    big = sum(place % 2 == 1 and content[place - 1 : place] == b"\0" for place in ends)
    if max(little, big) * 2 < len(ends):
        return ""
    if not ends:
        little, big = content[1::2].count(0), content[::2].count(0)
    return "utf-16-le" if little > big else "utf-16-be"


def _without_mark(content: bytes, file: str) -> Text:
    if _ESCAPE in content:
        with suppress(UnicodeDecodeError):
            return Text(content.decode(_ESCAPED), _ESCAPED, guessed=False)
    try:
        return Text(content.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        telling = b"\n".join(_telling(content))
    share = _share(_Read.of(telling, "utf-8"))
    if (
        share < _UTF_8_ALL_THE_SAME
        and (headed := _headed(content[:_TOP]))
        and (read := _Read.of(content, headed)).fits()
    ):
        return Text(read.text, headed, guessed=False)
    guesses = sorted(((_score(telling, each), -place, each) for place, each in enumerate(CODE_PAGES)), reverse=True)
    if share >= _UTF_8_ALL_THE_SAME and share >= guesses[0][0]:
        return Text(_Read.of(content, "utf-8").text, "utf-8", guessed=False)
    likely = (each for score, _, each in guesses if score >= _LEAST)
    for encoding in chain(likely, _elsewhere(telling), ("cp1252", "gb18030")):
        if (read := _Read.of(content, encoding)).fits():
            return Text(read.text, encoding, guessed=True)
    raise ListUnreadable(file=file, encoding="UTF-8", detail=ListFault.UNENCODED)


def _elsewhere(telling: bytes) -> Iterator[str]:
    """Yield what a text may be written in that is none of the menu's code pages."""
    best = charset_normalizer.from_bytes(telling).best()
    if best:
        yield best.encoding


def _telling(content: bytes) -> Iterator[bytes]:
    """Yield the first lines with bytes beyond ASCII: the others are alike in every encoding."""
    lines = size = 0
    for line in content.splitlines():
        if line.isascii():
            continue
        lines, size = lines + 1, size + len(line)
        if lines > _TELLING_LINES or size > _TELLING_BYTES:
            return
        yield line


def _share(read: _Read) -> float:
    """Return how much of what is not ASCII was read."""
    good = len(read.text.encode("utf-8", "ignore")) - len(read.text) + read.foreign
    return good / (good + 2 * read.strays) if good else 0.0


def _score(telling: bytes, encoding: str) -> float:
    read = _Read.of(telling, encoding)
    strays = read.strays
    plausible = plausibility(read.text.replace(UNREADABLE, " ") if strays else read.text, encoding)
    return plausible - 2 * strays / (strays + read.foreign) if strays else plausible


def _headed(top: bytes) -> str:
    """Return in which encoding words stand at the top by which columns are known: chance does not spell 姓名."""
    reads = [read for each in CODE_PAGES if (read := _Read.of(top, each)).strays * _MUCH <= len(top)]
    known = {each.encoding: _headings(each.text) for each in reads}
    most = max(known.values(), default=0)
    found = sorted((each for each in reads if most and known[each.encoding] == most), key=lambda each: each.strays)
    # Of Big5 there are two, which write these words alike.
    return found[0].encoding if found and len({each.encoding for each in found} - {"cp950"}) <= 1 else ""


def _headings(text: str) -> int:
    cells = re.split(r"[,;\t|，\r\n]", text)
    return sum(_is_foreign(cell) and field_of(cell.strip(' "')) is not None for cell in cells)


def _is_foreign(cell: str) -> bool:
    return sum(each.isalpha() and not each.isascii() for each in cell) > 0
