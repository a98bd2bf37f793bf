"""Reads a delegate list as it really comes: takes its rows, and refuses what cannot be taken.

No row is lost: each that is not blank comes back, taken or refused, with its number and what to say about it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec import structs

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode
from checkin_app.domain.lists.answers import UNANSWERED, Answers, Asked, Question, Way
from checkin_app.domain.lists.columns import Columns
from checkin_app.domain.lists.fields import IGNORED, Field
from checkin_app.domain.lists.naming import parts_of
from checkin_app.domain.lists.notes import Holder, ListRemark, Note, Remark, Why
from checkin_app.domain.lists.row import Refused, Row, RowReader, Taken
from checkin_app.domain.lists.rules import lines_of
from checkin_app.domain.lists.sheet import Heed, Sheet, heedless
from checkin_app.domain.lists.values import TextChecks, Vocabulary

#: As many rows show how names are written, and so few show nothing.
_SHOWN, _FEW = 300, 4


@dataclass(frozen=True)
class Reading:
    """Every row of a list that is not blank, in its order."""

    columns: Columns
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    """About the list as a whole."""
    answers: Answers = UNANSWERED
    """With which it was read."""

    @cached_property
    def count(self) -> int:
        """Return how many rows there are: one that was split is one."""
        return len({row.number for row in self.rows})

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        return tuple(row for row in self.rows if isinstance(row, Taken))

    @cached_property
    def refused(self) -> tuple[Refused, ...]:
        return tuple(row for row in self.rows if isinstance(row, Refused))


def read_rows(  # noqa: PLR0913, PLR0917 - the list, how it is read, and who hears of it
    sheet: Sheet,
    columns: Columns,
    forum: Forum,
    checks: TextChecks | None = None,
    heed: Heed = heedless,
    answers: Answers = UNANSWERED,
    buses: Iterable[BusCode] = (),
) -> Reading:
    """Return every row beneath the header that is not blank, taken or refused."""
    mend = answers.to(Asked(Question.TWICE_ENCODED)) != Way.NO
    reader = RowReader(
        Vocabulary.of(forum, answers, buses),
        checks or TextChecks(),
        parts_of(columns.fields.values()),
        ours=Field.RECORD in columns.fields.values(),
        commas=_commas(sheet, columns),
    )
    lines = lines_of(sheet, columns, heed, mend=mend)
    if Way.SPLIT in answers.holding().values():
        rows = ((row, line.cells) for line in lines for row in reader.rows(line))
    else:
        rows = ((reader.row(line), line.cells) for line in lines)
    categories = Field.CATEGORY in columns.fields.values()
    told = () if categories else (Note(ListRemark.NO_CATEGORIES, {"category": forum.default_category}),)
    notes = (*sheet.notes, *columns.notes, *_hidden_columns(sheet, columns), *told)
    return Reading(columns, tuple(_each_once(rows, answers)), notes, answers)


def _hidden_columns(sheet: Sheet, columns: Columns) -> Iterator[Note]:
    headings = columns.headings(sheet)
    for place, wanted in columns.fields.items():
        if place in sheet.hidden_columns and wanted not in IGNORED:
            heading = headings[place][:40] if place < len(headings) else ""
            yield Note(ListRemark.COLUMN_HIDDEN, {"column": place + 1, "heading": heading, "field": wanted})


def _commas(sheet: Sheet, columns: Columns) -> bool:
    """Return whether a list writes its names "Family, Given", as its first rows show."""
    rows = sheet.rows[columns.header + 1 :][:_SHOWN]
    names = [row[place] for place in columns.of(Field.NAME)[:1] for row in rows if place < len(row) and row[place]]
    return 2 * sum("," in name for name in names) > len(names) > _FEW


def _each_once(rows: Iterable[tuple[Row, tuple[str, ...]]], answers: Answers) -> Iterator[Row]:
    """Refuse a row whose number or whole content stood before; ask about names, codes and badges that did."""
    met, refused = _Met(answers, {}, {}, {}, {}), 0
    for row, cells in rows:
        if isinstance(row, Refused):
            yield row
        elif row.part and row.number == refused:
            continue  # the row is refused as a whole, with all whom it names
        elif (doubled := met.doubled(row)) is not None and not row.part:
            refused = row.number
            yield Refused(row.number, doubled, cells)
        elif (same := met.same_person(row)) is not None:
            yield Refused(row.number, same, cells)
        else:
            yield met.noted(row)


@dataclass(frozen=True, slots=True)
class _Met:
    """At which row each thing that must be one person's was met first."""

    answers: Answers
    origins: dict[str, Taken]
    contents: dict[str, dict[object, int]]
    """Of those origins that several rows have: made of two rows in a list of thousands, not of each."""
    codes: dict[str, int]
    badges: dict[str, int]

    def doubled(self, row: Taken) -> Note | None:
        first = self.origins.setdefault(row.record or row.origin, row)
        if first is row:
            return None
        contents = self.contents.setdefault(row.record or row.origin, {_content(first): first.number})
        if (same := contents.get(_content(row))) is not None:
            return Note(Why.SAME_ROW, {"first": same})
        if row.record or row.registration:
            return Note(Why.DUPLICATE_NUMBER, {"first": first.number})
        contents[_content(row)] = row.number
        return None

    def same_person(self, row: Taken) -> Note | None:
        """Return why a row is not taken whose namesake stood before, where a person said that both are one."""
        note = self._namesake(row)
        if note is None or row.part or note.answer != Way.SAME:
            return None
        return Note(Why.SAME_PERSON, note.details, of=note.of, answer=note.answer)

    def _namesake(self, row: Taken) -> Note | None:
        first = self.origins[row.record or row.origin]
        if first is row:
            return None
        who = ", ".join(str(said) for name in ("name", "delegation") if (said := row.values.get(name)))
        return self.answers.note_of_one(Remark.SAME_NAME, who, {"first": first.number})

    def noted(self, row: Taken) -> Taken:
        said, notes = row.values, list[Note]()
        if (namesake := self._namesake(row)) is not None:
            notes.append(namesake)
        badge = str(said.get(Field.BADGE_NO, ""))
        if badge and (first := self.badges.setdefault(badge, row.number)) != row.number:
            said = {name: value for name, value in said.items() if name != Field.BADGE_NO}
            notes.append(Note(Remark.BADGE_NO_TAKEN, {"value": badge, "holder": Holder.ROW.of(row=first)}))
        if isinstance(codes := said.get(Field.ALIASES), tuple):
            own = tuple(code for code in codes if self.codes.setdefault(code, row.number) == row.number)
            said = {**said, Field.ALIASES: own}
            notes += [
                Note(Remark.ALIAS_TAKEN, {"value": code, "holder": Holder.ROW.of(row=self.codes[code])})
                for code in codes
                if code not in own
            ]
        return structs.replace(row, values=said, notes=(*row.notes, *notes)) if notes else row


def _content(row: Taken) -> object:
    return frozenset(row.values.items())
