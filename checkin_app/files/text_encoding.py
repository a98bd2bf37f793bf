"""In which encoding a list is written: proven where it can be, otherwise guessed and said to be a guess."""

import codecs
from dataclasses import dataclass

import charset_normalizer

from checkin_app.domain.details import ListFault
from checkin_app.domain.lists.headings import field_of, is_han
from checkin_app.domain.problems_lists import ListNotATable, ListUnreadable

#: In the order of the menu that a person corrects the encoding with.
ENCODINGS = (
    "utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5", "cp1252", "cp1251", "cp1256", "shift_jis", "euc_kr",
)  # fmt: skip

#: Longer marks first: that of UTF-32 LE begins like that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes that charset-normalizer looks at: a list says what it is in its first rows.
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says, and how sure that is."""

    text: str
    encoding: str
    guessed: bool


def decode(content: bytes, file: str, forced: str = "") -> Text:
    """Return the text of a file by its byte order mark, strict UTF-8, the shape of UTF-16, GB18030, then a guess.

    Raises:
        ListUnreadable: it cannot be read in the encoding that a person chose, or in any.
        ListNotATable: it holds no text at all.
    """
    if forced:
        return Text(_strictly(content, forced, file), forced, guessed=False)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Text(_strictly(content, encoding, file), encoding, guessed=False)
    if b"\0" not in content:
        if (text := _tried(content, "utf-8")) is not None:
            return Text(text, "utf-8", guessed=False)
        return _legacy(content, file)
    encoding = _shape_of_utf_16(content)
    if (text := _tried(content, encoding)) is None:
        raise ListNotATable(file=file, detail=ListFault.NO_TEXT)
    return Text(text, encoding, guessed=False)


def _strictly(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ListUnreadable(file=file, encoding=encoding, detail=ListFault.OTHER_BYTES.of(line=line)) from error
    except LookupError as error:
        raise ListUnreadable(file=file, encoding=encoding[:40], detail=ListFault.NO_ENCODING) from error


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _shape_of_utf_16(content: bytes) -> str:
    """Tell the byte orders apart by where the zero bytes of line ends, digits and delimiters stand."""
    return "utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be"


def _legacy(content: bytes, file: str) -> Text:
    chinese = _tried(content, "gb18030")
    if chinese is not None and _has_chinese_headings(chinese):
        return Text(chinese, "gb18030", guessed=False)
    isolated = list(ENCODINGS[1:])
    best = charset_normalizer.from_bytes(content[:_SAMPLE], cp_isolation=isolated).best()
    for encoding in (best.encoding if best else "", "gb18030" if chinese is not None else "", "cp1252"):
        if encoding and (text := _tried(content, encoding)) is not None:
            return Text(text, encoding, guessed=True)
    raise ListUnreadable(file=file, encoding="UTF-8", detail=ListFault.UNENCODED)


def _has_chinese_headings(text: str) -> bool:
    """Return whether words stand at the top by which columns are known: chance does not spell 姓名."""
    words = text[:5000].replace(";", ",").replace("\t", ",").replace("\n", ",").replace("\r", ",").split(",")
    return any(is_han(word) and field_of(word.strip(' "')) is not None for word in words)
