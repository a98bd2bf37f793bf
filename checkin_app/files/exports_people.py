"""The list of everybody, which reads back as it was written: what the lead takes home, and brings to another laptop."""

from collections.abc import Callable, Iterator, Sequence

from checkin_app.domain.delegates import WALK_IN, Delegate
from checkin_app.domain.lists.values import clean

#: Headings that the reading of lists knows, in whatever language the screens are.
_COLUMNS: tuple[tuple[str, Callable[[Delegate], str]], ...] = (
    ("Record id", lambda who: who.id),
    ("Registration number", lambda who: "" if who.origin.startswith(WALK_IN) else who.origin),
    ("Badge number", lambda who: who.badge_no),
    ("Name", lambda who: who.name or who.latin_name),
    ("Latin name", lambda who: who.latin_name),
    ("Family name", lambda who: who.family),
    ("Given name", lambda who: who.given),
    ("Honorific", lambda who: who.honorific),
    ("Delegation", lambda who: who.delegation),
    ("Organisation", lambda who: who.organisation),
    ("Job title", lambda who: who.title),
    ("Category", lambda who: who.category),
    ("Route", lambda who: who.route),
    ("Second choice", lambda who: who.second_route),
    ("Phone", lambda who: who.phone),
    ("E-mail", lambda who: who.email),
    ("Languages", lambda who: ", ".join(who.languages)),
    ("Accessible place", lambda who: "yes" if who.accessible else "no"),
    ("Note", lambda who: who.note),
    ("Host", lambda who: who.host),
)
_CODE = "Ticket code"


def people_table(people: Sequence[Delegate]) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Return the heading and the rows of people; each code of another system has a column of its own."""
    most = max((len(_codes(each)) for each in people), default=0)
    header = (*(heading for heading, _ in _COLUMNS), *(_CODE for _ in range(most)))
    return header, (_row(each, most) for each in people)


def _row(who: Delegate, codes: int) -> tuple[str, ...]:
    cells = (*(said(who) for _, said in _COLUMNS), *_codes(who))
    return tuple(_marked(cell) for cell in cells) + ("",) * (codes - len(_codes(who)))


def _codes(who: Delegate) -> tuple[str, ...]:
    """Return the codes that reading does not add by itself, as it does the registration number."""
    return tuple(each for each in who.aliases if each != who.origin)


def _marked(cell: str) -> str:
    """Return a text with the mark of a text before it where reading would take its own first sign for that mark."""
    return cell if clean(cell).text == cell else f"'{cell}"
