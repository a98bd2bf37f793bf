"""The table of who came to a session or rode on a route."""

from collections.abc import Iterable, Iterator

from checkin_app.domain.attendance import Attendance, Occasion
from checkin_app.domain.forum import Forum, Language, Route
from checkin_app.domain.ids import Instant
from checkin_app.domain.papers import PaperWord, SayOnPaper

_HEADER = (
    PaperWord.NUMBER, PaperWord.STATE, PaperWord.BADGE_NUMBER, PaperWord.NAME, PaperWord.LATIN_NAME, PaperWord.DELEGATION,
    PaperWord.ORGANISATION, PaperWord.TITLE, PaperWord.CATEGORY, PaperWord.FIRST_SCAN, PaperWord.LAST_SCAN,
)  # fmt: skip
_ON_A_ROUTE = (PaperWord.BUS, PaperWord.LISTED_ON)


def attendance_header(occasion: Occasion, language: Language, say: SayOnPaper) -> tuple[str, ...]:
    words = (*_HEADER, *_ON_A_ROUTE) if isinstance(occasion, Route) else _HEADER
    return tuple(say(each, language) for each in words)


def attendance_rows(
    occasion: Occasion, people: Iterable[Attendance], forum: Forum, language: Language, say: SayOnPaper
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each person, in the words of `language` and the hall's time."""

    def moment(at: Instant | None) -> str:
        return "" if at is None else f"{forum.local(at):%Y-%m-%d %H:%M}"

    for place, each in enumerate(people, start=1):
        who, category = each.delegate, forum.category(each.delegate.category)
        ridden = (each.bus or "", each.listed or "") if isinstance(occasion, Route) else ()
        yield (
            str(place),
            say(_state(each), language),
            who.badge_no,
            who.name,
            who.second_name,
            who.delegation,
            who.organisation,
            who.title,
            category.name.in_(language) if category else "",
            moment(each.first),
            moment(each.last),
            *ridden,
        )


def _state(each: Attendance) -> PaperWord:
    if not each.came:
        return PaperWord.CELL_NOT_COME
    return PaperWord.CELL_ATTENDED if each.expected else PaperWord.CELL_UNEXPECTED
