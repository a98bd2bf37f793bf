"""What is asked about cells and rows that a sheet shows otherwise than they are taken."""

from collections.abc import Iterable, Iterator, Mapping

from checkin_app.domain.lists.answers import Answers, Way
from checkin_app.domain.lists.dates import is_dated
from checkin_app.domain.lists.doubts import LONGEST_WORD, not_coming, repeats_above, says_nothing
from checkin_app.domain.lists.fields import IGNORED, NUMBERS, Field
from checkin_app.domain.lists.notes import Details, Note, Remark, Why
from checkin_app.domain.lists.rules import ALL_NAMES, Line
from checkin_app.domain.lists.sheet import Flaw
from checkin_app.domain.lists.values import Cleaned, Value

#: Fields in which a date is what the list's author meant.
_MAY_BE_DATES = frozenset({Field.NOTE})


def is_wrongly_dated(wanted: Field, cell: Cleaned, flaw: Flaw | None) -> bool:
    """Return whether a cell is a date that the spreadsheet may have made of something else."""
    return wanted not in _MAY_BE_DATES and bool(cell.text) and (flaw is Flaw.DATED or is_dated(cell.text))


#: Fields whose text says something else than itself where it is "N/A" or "ditto".  Others have words of their own for it.
_TEXTS = frozenset(
    {
        Field.HONORIFIC, Field.TITLE, Field.ORGANISATION, Field.DELEGATION, Field.HOST, Field.NOTE, Field.EMAIL, Field.PHONE,
        Field.LANGUAGES, Field.CATEGORY, Field.ALIASES, Field.BADGE_NO, Field.REGISTRATION,
    }
)  # fmt: skip


def empty_note(wanted: Field, cell: Cleaned) -> Note | None:
    """Return what to say of a cell that says nothing by itself; None where it says something, or is blank."""
    text = cell.text
    if not text or len(text) > LONGEST_WORD or text[-1].isdigit() or "@" in text or wanted not in _TEXTS:
        return None
    said: Details = {"field": wanted, "value": cell.text[:60]}
    if says_nothing(cell.text):
        return Note(Remark.VALUE_SAYS_NOTHING, said)
    return Note(Remark.VALUE_AS_ABOVE, said) if repeats_above(cell.text) else None


def doubted(line: Line, said: Mapping[str, Value], answers: Answers) -> Note | None:
    """Ask about somebody who may not come, as their name or the note about them says."""
    note = str(said.get(Field.NOTE, ""))
    if (line.plain and not note) or (isinstance(told := said.get(Field.STATUS), str) and told):
        return None
    texts = ("" if line.plain else str(said[Field.NAME]), note)
    found = next((excuse for text in texts if text and (excuse := not_coming(text))), "")
    return answers.note(Remark.MAYBE_CANCELLED, found, {"value": found}) if found else None


def cell_looks(wanted: Field, cell: Cleaned, flaw: Flaw | None) -> Iterator[Note]:
    """Ask about a cell that is taken but looks otherwise in the sheet."""
    # Of numbers and codes one that was rounded is not taken at all.
    if flaw is Flaw.SHOWN_OTHERWISE or (flaw is Flaw.ROUNDED and wanted not in NUMBERS):
        yield Note(Remark.VALUE_SHOWN_OTHERWISE, {"field": wanted, "value": cell.text})
    if flaw is Flaw.STRUCK and wanted not in ALL_NAMES:
        yield Note(Remark.VALUE_STRUCK, {"field": wanted, "value": cell.text[:60]})


def row_looks(line: Line, answers: Answers) -> Iterator[Note]:
    """Ask about a person whom the sheet hides, through whose name a line goes, or whose text was encoded twice."""
    if line.hidden:
        yield answers.note(Remark.ROW_HIDDEN, "", {}, each=False)
    if _is_struck(line):
        yield answers.note(Remark.ROW_STRUCK, "", {}, each=False)
    for wanted, (text, was) in line.mended.items() if line.mended else ():
        said: Details = {"field": wanted, "value": text[:60]}
        if wanted not in IGNORED:
            known = answers.note(Remark.VALUE_TWICE_ENCODED, text, said | {"mended": was[:60]}, each=False)
            yield known if was else Note(Remark.VALUE_GARBLED, said)


def left_out(line: Line, answers: Answers) -> Note | None:
    """Return why a row is left out that a person has said does not belong to the list."""
    for looks, remark, why in (
        (line.hidden, Remark.ROW_HIDDEN, Why.LEFT_OUT_HIDDEN),
        (_is_struck(line), Remark.ROW_STRUCK, Why.LEFT_OUT_STRUCK),
    ):
        if looks and answers.note(remark, "", {}, each=False).answer == Way.NO:
            return answers.note(why, "", {}, each=False)
    return None


def without_repeats(notes: list[Note]) -> list[Note]:
    """Return the notes of a row; where its name is struck through, its other cells are not asked about."""
    if not any(note.key is Remark.ROW_STRUCK for note in notes):
        return notes
    return [note for note in notes if note.key is not Remark.VALUE_STRUCK]


def _is_struck(line: Line) -> bool:
    return bool(line.flaws) and any(line.flaws.get(each) is Flaw.STRUCK for each in ALL_NAMES)


def registration_of(line: Line) -> tuple[str, Iterable[Note]]:
    """Return the number by which the list knows the person, empty where it can be none, and what to ask about it."""
    flaw = line.flaws.get(Field.REGISTRATION)
    cell = Cleaned(line.text(Field.REGISTRATION))
    if is_wrongly_dated(Field.REGISTRATION, cell, flaw):
        return "", (Note(Remark.VALUE_DATED, {"field": Field.REGISTRATION, "value": cell.text}),)
    if Field.RECORD not in line.texts and (noted := empty_note(Field.REGISTRATION, cell)) is not None:
        return "", (noted,)
    return cell.text, cell_looks(Field.REGISTRATION, cell, flaw) if flaw else ()
