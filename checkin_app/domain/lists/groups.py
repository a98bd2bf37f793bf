"""What is said about the rows of a list, once a kind and value: how many rows, which, and what was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from checkin_app.domain.canonical import Json
from checkin_app.domain.lists.answers import Answers, Asked, asked_by
from checkin_app.domain.lists.left_off import LeftOff
from checkin_app.domain.lists.notes import SENTENCES, Key, Note, Remark, Why
from checkin_app.domain.lists.row import Refused, Row, Taken
from checkin_app.domain.texts import QT_TRANSLATE_NOOP

#: Of rows that are alike in kind and not in what their remark tells; what is not here tells the same of all.
OF_A_KIND: Mapping[Key, str] = {
    Why.SECTION_HEADING: QT_TRANSLATE_NOOP("ListNote", "Headings over the rows that follow."),
    Why.PLACE_KEPT: QT_TRANSLATE_NOOP("ListNote", "A place kept for somebody who is not named."),
    Why.SUM: QT_TRANSLATE_NOOP("ListNote", "It counts the other rows."),
    Why.ABOUT_LIST: QT_TRANSLATE_NOOP("ListNote", "A line about the list."),
    Why.NAME_TOO_LONG: QT_TRANSLATE_NOOP("ListNote", "The name has more characters than a name can have."),
    Why.NAME_PRIVATE_USE: QT_TRANSLATE_NOOP(
        "ListNote", "The name holds private-use characters that no font can be trusted to show."
    ),
    Why.NAME_DAMAGED: QT_TRANSLATE_NOOP("ListNote", "The name holds damaged characters."),
    Why.NAME_IS_DATE: QT_TRANSLATE_NOOP("ListNote", "The name is a date: the spreadsheet has made it of a word."),
    Why.NUMBER_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has rounded the registration number."),
    Why.DUPLICATE_NUMBER: QT_TRANSLATE_NOOP("ListNote", "A row above has the same registration number."),
    Why.SAME_ROW: QT_TRANSLATE_NOOP("ListNote", "A row above says the same."),
    Why.SAME_PERSON: QT_TRANSLATE_NOOP("ListNote", "The same person as a row above, as you said: one badge."),
    Remark.NAME_JOINED: QT_TRANSLATE_NOOP("ListNote", "The name was joined from its parts."),
    Remark.PLACEHOLDER_LEFT_OUT: QT_TRANSLATE_NOOP("ListNote", "What only holds the place of a name was left out."),
    Remark.ALSO_GIVEN: QT_TRANSLATE_NOOP("ListNote", "A second {field} was left out."),
    Remark.VALUE_SAYS_NOTHING: QT_TRANSLATE_NOOP("ListNote", "{field} says that there is nothing: left out."),
    Remark.SOMEBODY_BESIDE: QT_TRANSLATE_NOOP(
        "ListNote", "The row names somebody else as well: another person? Left out."
    ),
    Remark.VALUE_AS_ABOVE: QT_TRANSLATE_NOOP("ListNote", "{field} means what a row above has: left out; which is it?"),
    Remark.NAME_PARTS_DIFFER: QT_TRANSLATE_NOOP(
        "ListNote", "The name and its parts in other columns differ: which is right?"
    ),
    Remark.SEVERAL_PEOPLE: QT_TRANSLATE_NOOP(
        "ListNote", "The cell may name several people: taken as one, with one badge."
    ),
    Remark.CANCELLED: QT_TRANSLATE_NOOP("ListNote", "Cancelled: does not come, and is not let in."),
    Remark.REVOKED_HERE: QT_TRANSLATE_NOOP("ListNote", "Revoked by a person: stays so, whatever a list says."),
    Remark.BUS_OF_MERGED: QT_TRANSLATE_NOOP(
        "ListNote", "The bus is left out: the record was merged, and the other one’s row says where they ride."
    ),
    Remark.CONFIRMED_AGAIN: QT_TRANSLATE_NOOP(
        "ListNote", "Cancelled by an earlier list, confirmed again by this one: let in unless changed."
    ),
    Remark.LISTED_AGAIN: QT_TRANSLATE_NOOP(
        "ListNote", "Cancelled by an earlier list, on this one without a status: come after all? No unless changed."
    ),
    Remark.BUS_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "There is no such bus: nobody is put on its list."),
    Remark.ROUTE_SEVERAL: QT_TRANSLATE_NOOP("ListNote", "Several routes in one cell: one route each."),
    Remark.PHONE_ODD: QT_TRANSLATE_NOOP("ListNote", "The phone number is not complete; kept as it is."),
    Remark.PHONE_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has cut the phone number; left out."),
    Remark.EMAIL_ODD: QT_TRANSLATE_NOOP("ListNote", "The e-mail address is none; kept as it is."),
    Remark.NAME_ODD: QT_TRANSLATE_NOOP("ListNote", "The name does not look like a person’s."),
    Remark.SAME_NAME: QT_TRANSLATE_NOOP("ListNote", "Same name and delegation as a row above: one person or two?"),
    Remark.MAYBE_KNOWN: QT_TRANSLATE_NOOP("ListNote", "May be somebody who is here already and not on this list."),
    Remark.NUMBER_OF_ANOTHER: QT_TRANSLATE_NOOP(
        "ListNote",
        "The number is somebody’s here who is called otherwise: another person? Their record is changed unless the row is left out.",
    ),
    Remark.ALIAS_TAKEN: QT_TRANSLATE_NOOP("ListNote", "The code is somebody else’s already; left out."),
    Remark.BADGE_NO_TAKEN: QT_TRANSLATE_NOOP(
        "ListNote", "The badge number is somebody else’s already; another will be given."
    ),
    Remark.VALUE_TOO_LONG: QT_TRANSLATE_NOOP(
        "ListNote", "{field} has more characters than are kept, so it was left out."
    ),
    Remark.VALUE_PRIVATE_USE: QT_TRANSLATE_NOOP("ListNote", "{field} holds private-use characters and was left out."),
    Remark.VALUE_DAMAGED: QT_TRANSLATE_NOOP("ListNote", "{field} holds damaged characters."),
    Remark.VALUE_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has rounded {field}; it was left out."),
    Remark.VALUE_DATED: QT_TRANSLATE_NOOP(
        "ListNote", "{field} is a date that the spreadsheet may have made of something like 3-1; left out."
    ),
    Remark.VALUE_TWICE_ENCODED: QT_TRANSLATE_NOOP(
        "ListNote", "{field} was encoded twice: shall what it was before be taken?"
    ),
    Remark.VALUE_GARBLED: QT_TRANSLATE_NOOP("ListNote", "{field} was encoded twice, and a part of it is lost."),
    Remark.VALUE_SHOWN_OTHERWISE: QT_TRANSLATE_NOOP(
        "ListNote", "The sheet shows {field} in another form than the plain number that was taken: is it right?"
    ),
    Remark.VALUE_STRUCK: QT_TRANSLATE_NOOP("ListNote", "{field} is struck through in the sheet; taken."),
    Remark.BEYOND_HEADINGS: QT_TRANSLATE_NOOP("ListNote", "Cells beyond the last heading were left out."),
    Remark.CHARACTERS_MISSING: QT_TRANSLATE_NOOP("ListNote", "The badge fonts lack characters of {field}."),
}


#: Once a group is answered: what would have been done without an answer is no longer said.
ANSWERED: Mapping[Key, str] = {
    Remark.CATEGORY_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "Category “{value}” is not one of this forum’s."),
    Remark.ROUTE_SEVERAL: QT_TRANSLATE_NOOP("ListNote", "Route “{value}”: one route each."),
    Remark.MAYBE_CANCELLED: QT_TRANSLATE_NOOP(
        "ListNote", "“{value}” stands beside the name or in the note: do they come?"
    ),
    Remark.CONFIRMED_AGAIN: QT_TRANSLATE_NOOP(
        "ListNote", "Cancelled by an earlier list, confirmed again by this one: to be let in?"
    ),
    Remark.LISTED_AGAIN: QT_TRANSLATE_NOOP(
        "ListNote", "Cancelled by an earlier list, on this one without a status: come after all?"
    ),
    Remark.LEFT_OFF: QT_TRANSLATE_NOOP("ListNote", "On an earlier version of this list, and not on this one."),
    Remark.SAME_NAME: QT_TRANSLATE_NOOP("ListNote", "Same name and delegation as a row above."),
    Remark.SEVERAL_NAMED: QT_TRANSLATE_NOOP("ListNote", "“{value}” names {count} people."),
    Remark.PHONE_ODD: QT_TRANSLATE_NOOP("ListNote", "The phone number is not complete."),
    Remark.EMAIL_ODD: QT_TRANSLATE_NOOP("ListNote", "The e-mail address is none."),
    Remark.ACCESSIBLE_UNCLEAR: QT_TRANSLATE_NOOP("ListNote", "“{value}” under accessible is neither yes nor no."),
}

GroupKey = tuple[Key, str]
Behind = Row | LeftOff
"""What stands behind a group: rows, or people who have none."""

#: So many rows are named behind what is said of them; all of them stand in the JSON.
_NAMED = 12


class Standing(IntEnum):
    """What a group wants of a person, the most pressing first."""

    TO_ANSWER = 0
    TO_LOOK_AT = 1
    ANSWERED = 2
    REFUSED = 3
    TOLD = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of which the same is said."""

    note: Note
    """The first one."""
    alike: bool
    """Whether the note tells the same of all of them."""
    rows: tuple[Behind, ...]
    asked: Asked | None
    """What one answer settles for all of them; None where there is no such answer."""
    remembered: bool
    """The answer is one from before."""

    @property
    def key(self) -> GroupKey:
        """Return what a group is known by when the list is read again."""
        return _key(self.note)

    @property
    def standing(self) -> Standing:
        if self.note.answer:
            return Standing.ANSWERED
        if self.note.asks:
            return Standing.TO_ANSWER if self.asked else Standing.TO_LOOK_AT
        return Standing.REFUSED if isinstance(self.note.key, Why) else Standing.TOLD

    @property
    def sentence(self) -> str:
        return self.sentence_where(answered=bool(self.note.answer))

    def sentence_where(self, *, answered: bool) -> str:
        """Return the English text that the details of the note fill."""
        if answered and self.note.key in ANSWERED:
            return ANSWERED[self.note.key]
        whole = self.alike or self.note.of
        return SENTENCES[self.note.key] if whole else OF_A_KIND.get(self.note.key, SENTENCES[self.note.key])

    def __str__(self) -> str:
        """Return what a command says of it, in English."""
        return self.note.said_as(self.sentence)

    def in_words(self) -> str:
        """Return a line for a command: how many, what, the answer that holds, and which rows."""
        count = len(self.rows)
        refused = isinstance(self.rows[0], Refused)
        who = f"{count} not taken" if refused else "1 person" if count == 1 else f"{count} people"
        answer = f" Answered{' before' if self.remembered else ''}: {self.note.answer}." if self.note.answer else ""
        said = (each.name if isinstance(each, LeftOff) else str(each.number) for each in self.rows[:_NAMED])
        named = ", ".join(dict.fromkeys(said))
        rows = "" if isinstance(self.rows[0], LeftOff) else "row " if count == 1 else "rows "
        return f"{who}: {self}{answer} ({rows}{named}{', …' if count > _NAMED else ''})"

    def as_json(self) -> dict[str, Json]:
        asked = self.asked
        return {
            "reason": str(self.note.key),
            "sentence": str(self),
            "standing": self.standing.name.lower(),
            "question": str(asked.question) if asked else None,
            "value": asked.value if asked else None,
            "answer": self.note.answer or None,
            "remembered": self.remembered,
            "count": len(self.rows),
            "rows": [row.number for row in self.rows if not isinstance(row, LeftOff)],
            "people": [each.delegate.id for each in self.rows if isinstance(each, LeftOff)],
        }


def grouped(said: Iterable[tuple[Behind, tuple[Note, ...]]], answers: Answers) -> tuple[Group, ...]:
    """Return every note once a kind and value, what presses most first, and then what concerns most people."""
    gathered: dict[GroupKey, _Gathered] = {}
    for row, notes in said:
        for note in notes:
            key = _key(note)
            found = gathered.get(key)
            if found is None:
                gathered[key] = _Gathered(note, [row])
            else:
                found.add(row, note)
    groups = [each.group(answers) for each in gathered.values()]
    groups.sort(key=lambda each: (each.standing, -len(each.rows)))
    return tuple(groups)


def _key(note: Note) -> GroupKey:
    return note.key, note.of or str(note.details.get("field", ""))


@dataclass(slots=True)
class _Gathered:
    note: Note
    rows: list[Behind]
    alike: bool = True

    def add(self, row: Behind, note: Note) -> None:
        if self.rows[-1] is not row:
            self.rows.append(row)
        self.alike = self.alike and (note is self.note or note.details == self.note.details)

    def group(self, answers: Answers) -> Group:
        asked = asked_by(self.note)
        remembered = asked is not None and answers.is_remembered(asked)
        return Group(self.note, self.alike, tuple(self.rows), asked, remembered)


def notes_of(row: Behind, noted: Mapping[int, tuple[Note, ...]]) -> tuple[Note, ...]:
    return noted.get(row.number, ()) if isinstance(row, Taken) else (row.note,)
