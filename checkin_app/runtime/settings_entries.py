"""How the entries of the settings file are read, each by what it was expected to be."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from checkin_app.domain.details import Expected
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded
from checkin_app.runtime.hosts import LAST_PORT

LONGEST_TEXT = 200
_Choice = TypeVar("_Choice", bound=StrEnum)


class Wanted(Worded):
    """What an entry was expected to be."""

    ENTRY = QT_TRANSLATE_NOOP("Detail", "an entry of a TOML file")
    FLAG = QT_TRANSLATE_NOOP("Detail", "true or false")
    NAME_AND_TARGET = QT_TRANSLATE_NOOP("Detail", "a name and a target for each printer")
    NOTHING_ELSE = QT_TRANSLATE_NOOP("Detail", "nothing but the entries of a printer")
    OTHER_NAME = QT_TRANSLATE_NOOP("Detail", "a different name for each printer")
    PORT = QT_TRANSLATE_NOOP("Detail", "a number from 1 to 65535")
    READABLE = QT_TRANSLATE_NOOP("Detail", "a file that can be read")
    SMALL = QT_TRANSLATE_NOOP("Detail", "a file of at most 64 kB")
    TABLES = QT_TRANSLATE_NOOP("Detail", "[[printers]] tables")
    TEXT = QT_TRANSLATE_NOOP("Detail", "a text of at most {most} characters on one line")
    WHOLE_TABLES = QT_TRANSLATE_NOOP("Detail", "[[printers]] tables with name, kind and target")


class Unfit(Exception):  # noqa: N818 - carries what was expected from a reader to its caller
    def __init__(self, expected: Detail) -> None:
        super().__init__(expected)
        self.expected = expected


def text(found: object) -> str:
    if isinstance(found, str) and len(found) <= LONGEST_TEXT and (not found or found.isprintable()):
        return found
    raise Unfit(Wanted.TEXT.of(most=LONGEST_TEXT))


def flag(found: object) -> bool:
    if isinstance(found, bool):
        return found
    raise Unfit(Wanted.FLAG)


def number_of(known: Sequence[int]) -> Callable[[object], int]:
    def read(found: object) -> int:
        if isinstance(found, int) and not isinstance(found, bool) and found in known:
            return found
        raise Unfit(Expected.ONE_OF.of(known=", ".join(map(str, known))))

    return read


def number_up_to(most: int) -> Callable[[object], int]:
    def read(found: object) -> int:
        if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= most:
            return found
        raise Unfit(Expected.FROM_TO.of(least=0, most=most))

    return read


def port(found: object) -> int:
    if isinstance(found, int) and not isinstance(found, bool) and 0 < found <= LAST_PORT:
        return found
    raise Unfit(Wanted.PORT)


def one_of(kinds: Iterable[_Choice]) -> Callable[[object], _Choice]:
    by_value = {str(kind): kind for kind in kinds}

    def read(found: object) -> _Choice:
        if isinstance(found, str) and found in by_value:
            return by_value[found]
        raise Unfit(Expected.ONE_OF.of(known=", ".join(by_value)))

    return read


def tables(found: object) -> list[object]:
    if isinstance(found, list):
        return found
    raise Unfit(Wanted.TABLES)
