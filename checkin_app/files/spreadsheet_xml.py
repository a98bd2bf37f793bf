"""The XML of a workbook's parts: read without entities, and told whether it is spelled as spreadsheets spell it."""

import re
from collections.abc import Callable
from functools import cache
from xml.parsers import expat

LAST_ROW = 1_048_576
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
#: Declarations, and attributes that are written oddly.
_ODD = (
    b"<!", b"r='", b" =", b"= ", b"\nr=", b"\tr=", b"\rr=", b"\nt=", b"\tt=", b"\rt=", b"=\n", b"=\t", b"=\r",
    b"\n=", b"\t=", b"\r=", b"t='e",
)  # fmt: skip


def is_spelled_plainly(content: bytes) -> bool:
    """Return whether places and kinds of cells can be told by the bytes alone: a walk takes ten times as long."""
    return is_utf_8(content) and b"\0" not in content and not any(each in content for each in _ODD)


def is_utf_8(content: bytes) -> bool:
    """Return whether words of ASCII stand in a part as they are."""
    return content.startswith((b"<", b"\xef\xbb\xbf<")) and b"UTF-16" not in content[:200].upper()


def parse(content: bytes, started: Callable[[str, dict[str, str]], None]) -> None:
    parser = new_parser()
    parser.StartElementHandler = lambda tag, attributes: started(
        local(tag), {local(name): value for name, value in attributes.items()}
    )
    parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only


def new_parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse_entity
    return parser


def local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_entity(*_declaration: object) -> None:
    raise expat.ExpatError("a table declares no entities")


def place_of(reference: str) -> tuple[int, int]:
    """Return the row and column, from 0, of a cell: ``A1`` is 0, 0 and ``AB7`` is 6, 27."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError("no cell is called so")
    return int(found[2]) - 1, column_of(found[1])


@cache
def column_of(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
