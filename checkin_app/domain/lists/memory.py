"""What was said of a list when it was taken in, for the next one that is headed the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import LogId
from checkin_app.domain.lists.answers import Asked, Question
from checkin_app.domain.lists.columns import Columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.notes import ListRemark, Note
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.names.folding import fold

Heading = tuple[str, int]
"""Folded, and how many stand before it that are headed the same."""

#: A list with more headings is not known again, and of more answers the first are kept: nobody gives so many.
_MOST_HEADINGS, _MOST_ANSWERS, _LONGEST = 500, 5000, 120


@dataclass(frozen=True, slots=True)
class ListMemory:
    """What a person corrected and answered; a list is known again by its headings, in whatever order they stand."""

    headings: tuple[str, ...] = ()
    """Folded and sorted; empty where a list cannot be known again."""
    columns: Mapping[Heading, Field | None] = field(default_factory=dict)
    """What columns hold, where their headings say otherwise."""
    answers: Mapping[Asked, str] = field(default_factory=dict)
    follows: tuple[LogId, ...] = ()
    """Of which lists that were taken in before it is a later version."""

    @classmethod
    def of(cls, sheet: Sheet, found: Columns, columns: Columns, answers: Mapping[Asked, str]) -> "ListMemory":
        """Return what is to be remembered: how `columns` differ from what was `found`, and the answers that hold."""
        headings = dict(_headings(sheet, found))
        said = {
            heading: columns.fields.get(place)
            for place, heading in headings.items()
            if columns.fields.get(place) is not found.fields.get(place)
        }
        return cls(known_by(sheet, found), said, dict([*answers.items()][:_MOST_ANSWERS]))

    def applied(self, sheet: Sheet, found: Columns) -> Columns:
        """Return what the columns hold as they were corrected before, and say of each that it was."""
        columns, notes = found, []
        said = [(place, heading) for place, heading in _headings(sheet, found) if heading in self.columns]
        # What is left out first: a field has one column.
        for place, heading in sorted(said, key=lambda each: self.columns[each[1]] is not None):
            wanted = self.columns[heading]
            columns = columns.with_(place, wanted)
            of: dict[str, str | int] = {"column": place + 1, "heading": columns.headings(sheet)[place][:40]}
            remark = ListRemark.COLUMN_REMEMBERED if wanted else ListRemark.COLUMN_LEFT_OUT
            notes.append(Note(remark, of | ({"field": str(wanted)} if wanted else {})))
        return replace(columns, notes=(*notes, *columns.notes))

    def says_otherwise(self, former: "ListMemory") -> bool:
        """Return whether there is anything here to remember that was not remembered so, or to forget."""
        return bool(self.headings) and (self.columns, self.answers) != (former.columns, former.answers)

    def as_json(self) -> dict[str, Json]:
        return {
            "headings": [*self.headings],
            "columns": [[text, place, str(wanted or "")] for (text, place), wanted in self.columns.items()],
            "answers": [[str(asked.question), asked.value, said] for asked, said in self.answers.items()],
            "follows": [*self.follows],
        }


NOTHING_REMEMBERED = ListMemory()


def known_by(sheet: Sheet, found: Columns) -> tuple[str, ...]:
    """Return by what a list is known again: empty where it has no headings, or more than any list has."""
    headings = sorted(text for _, (text, _) in _headings(sheet, found))
    return tuple(headings) if len(headings) <= _MOST_HEADINGS else ()


def memory_in(document: Mapping[str, Json]) -> ListMemory:
    """Return the memory in a document that anybody may have written; what is none of it is passed over."""
    headings = tuple(each for each in _list(document, "headings") if isinstance(each, str))
    columns: dict[Heading, Field | None] = {}
    for each in _list(document, "columns"):
        match each:
            case [str(text), int(place), str(wanted)] if wanted in {"", *Field}:
                columns[text, place] = Field(wanted) if wanted else None
    answers: dict[Asked, str] = {}
    for each in _list(document, "answers"):
        match each:
            case [str(question), str(value), str(said)] if question in set(Question):
                answers[Asked(Question(question), value)] = said
    follows = tuple(LogId(each) for each in _list(document, "follows") if isinstance(each, str))
    return ListMemory(headings, columns, answers, follows)


def remembered(documents: Iterable[Mapping[str, Json]], headings: tuple[str, ...]) -> ListMemory:
    """Return the first memory of a list with these headings, or an empty one."""
    memories = (memory_in(each) for each in documents if headings)
    return next((each for each in memories if each.headings == headings), NOTHING_REMEMBERED)


def _headings(sheet: Sheet, found: Columns) -> Iterator[tuple[int, Heading]]:
    met: Counter[str] = Counter()
    for place, text in enumerate(found.headings(sheet)):
        if folded := fold(text)[:_LONGEST]:
            yield place, (folded, met[folded])
            met[folded] += 1


def _list(document: Mapping[str, Json], name: str) -> list[Json]:
    found = document.get(name)
    return found[:_MOST_ANSWERS] if isinstance(found, list) else []
