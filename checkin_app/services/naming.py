"""What a laptop is called, and somebody who acts: on one line, and as every screen can show it."""

from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.operators import LONGEST_NAME as LONGEST_OPERATOR
from checkin_app.domain.problems import FieldInvalid

LONGEST_STATION = 60


def station_name(name: str) -> str:
    """Return what a laptop is to be called; raises FieldInvalid where it says nothing, or too much."""
    return _fit(name, Entry.STATION_NAME, LONGEST_STATION)


def operator_name(name: str) -> str:
    """Return what an operator, or whoever helps them, is to be called; raises FieldInvalid in the same way."""
    return _fit(name, Entry.OPERATOR_NAME, LONGEST_OPERATOR)


def _fit(name: str, entry: Entry, most: int) -> str:
    called = " ".join("".join(each if each.isprintable() else " " for each in name).split())
    if not called or len(called) > most:
        expected = Expected.FROM_TO.of(least=1, most=most)
        raise FieldInvalid(field=entry, value=Found.CHARACTERS.of(length=len(called)), expected=expected)
    return called
