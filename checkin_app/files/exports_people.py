"""The list of everybody, which reads back as it was written: what the lead takes home, and brings to another laptop."""

from collections.abc import Callable, Iterator, Sequence

from checkin_app.domain.delegates import WALK_IN, Delegate
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.headings import field_of, may_be_honorific
from checkin_app.domain.lists.values import clean

#: What each column holds, and the heading by which it is known where a language has none of its own for it.
_COLUMNS: tuple[tuple[Field, str, Callable[[Delegate], str]], ...] = (
    (Field.RECORD, "Record id", lambda who: who.id),
    (Field.REGISTRATION, "Registration number", lambda who: "" if who.origin.startswith(WALK_IN) else who.origin),
    (Field.BADGE_NO, "Badge number", lambda who: who.badge_no),
    (Field.NAME, "Name", lambda who: who.name or who.latin_name),
    (Field.LATIN_NAME, "Latin name", lambda who: who.latin_name),
    (Field.FAMILY, "Family name", lambda who: who.family),
    (Field.GIVEN, "Given name", lambda who: who.given),
    (Field.HONORIFIC, "Honorific", lambda who: who.honorific),
    (Field.DELEGATION, "Delegation", lambda who: who.delegation),
    (Field.ORGANISATION, "Organisation", lambda who: who.organisation),
    (Field.TITLE, "Job title", lambda who: who.title),
    (Field.CATEGORY, "Category", lambda who: who.category),
    (Field.ROUTE, "Route", lambda who: who.route),
    (Field.SECOND_ROUTE, "Second choice", lambda who: who.second_route),
    (Field.PHONE, "Phone", lambda who: who.phone),
    (Field.EMAIL, "E-mail", lambda who: who.email),
    (Field.LANGUAGES, "Languages", lambda who: ", ".join(who.languages)),
    (Field.ACCESSIBLE, "Accessible place", lambda who: "yes" if who.accessible else "no"),
    (Field.NOTE, "Note", lambda who: who.note),
    (Field.HOST, "Host", lambda who: who.host),
)
_CODE = "Ticket code"


Called = Callable[[Field], str]
"""Returns what a field is called in the language in use."""


def people_table(
    people: Sequence[Delegate], called: Called | None = None
) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Return the heading and the rows of people; each code of another system has a column of its own.

    A heading stands in the language in use, unless it would not be read back as what it heads.
    """
    most = max((len(_codes(each)) for each in people), default=0)
    codes = _heading(Field.ALIASES, _CODE, called)
    header = (*(_heading(field, known, called) for field, known, _ in _COLUMNS), *(codes for _ in range(most)))
    return header, (_row(each, most) for each in people)


def _heading(field: Field, known: str, called: Called | None) -> str:
    said = called(field) if called else ""
    return said if field_of(said) is field and not may_be_honorific(said) else known


def _row(who: Delegate, codes: int) -> tuple[str, ...]:
    cells = (*(said(who) for _, _, said in _COLUMNS), *_codes(who))
    return tuple(_marked(cell) for cell in cells) + ("",) * (codes - len(_codes(who)))


def _codes(who: Delegate) -> tuple[str, ...]:
    """Return the codes that reading does not add by itself, as it does the registration number."""
    return tuple(each for each in who.aliases if each != who.origin)


def _marked(cell: str) -> str:
    """Return a text with the mark of a text before it where reading would take its own first sign for that mark."""
    return cell if clean(cell).text == cell else f"'{cell}"
