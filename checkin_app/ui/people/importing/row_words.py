"""Puts the rows of a list on its way in into words, and what is said of many of them at once."""

from PySide6.QtCore import QObject

from checkin_app.domain.ids import CategoryId
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.groups import Group
from checkin_app.domain.lists.left_off import LeftOff
from checkin_app.domain.lists.notes import Note
from checkin_app.domain.lists.plan import Change, Changed, New
from checkin_app.domain.lists.row import Refused, Taken
from checkin_app.domain.lists.values import Value
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_languages, words_lists
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.people.importing.rows import PlanRow
from checkin_app.ui.people.importing.state import ImportState

_MOST_NUMBERS, _MOST_NAMES = 12, 5


class RowWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def row(self, state: ImportState, place: int) -> PlanRow:
        """Return one row of the open tab."""
        match state.items()[place]:
            case Group() as group:
                return self._group(group, state)
            case Refused(number=number, note=note, cells=cells):
                said = " · ".join(cell.strip() for cell in cells if cell.strip())
                return PlanRow(str(number), said[:80], "", (self._note(note),))
            case New() as new:
                return self._new(new, state)
            case Changed() as changed:
                return self._changed(changed, state)
            case item:
                return self._behind(item, state)

    def _group(self, group: Group, state: ImportState) -> PlanRow:
        answer, offered = state.answer_to(group), ""
        if group.asked and answer:
            offered = words_lists.choice(group.asked.question, answer, self._in_force.forum)
        elif group.asked and state.may_answer:
            offered = self.tr("Choose")
        elif group.note.asks and state.leaves_out(group):
            offered = self.tr("Left out")
        return PlanRow(
            words.figure(len(group.rows)),
            lines=(words_lists.group(group, self._in_force.forum, answered=bool(answer)), self._whose(group, state)),
            answer=offered,
            answered=bool(answer),
            wide=True,
        )

    def _whose(self, group: Group, state: ImportState) -> str:
        """Return which rows a group has, or who is in it, and whether its answer is from before."""
        named = [bidi.name(each.name) for each in group.rows[:_MOST_NAMES] if isinstance(each, LeftOff)]
        more = ["…"] if len(group.rows) > _MOST_NUMBERS else []
        numbers = words.listed([*(str(row.number) for row in group.rows[:_MOST_NUMBERS]), *more])
        said = self.tr("Row {numbers}") if len(group.rows) == 1 else self.tr("Rows {numbers}")
        parts = [said.format(numbers=bidi.code(numbers))]
        if named:
            parts = [words.listed([*named, *(["…"] if len(group.rows) > len(named) else [])])]
        if group.asked and state.choices.answers.is_remembered(group.asked):
            parts.append(self.tr("answered so for the last list with these headings"))
        return paint.PART.join(parts)

    def _behind(self, row: object, state: ImportState) -> PlanRow:
        if isinstance(row, Taken):
            return self._of_group(row, state)
        return self._left_off(row, state) if isinstance(row, LeftOff) else PlanRow("")

    def _of_group(self, row: Taken, state: ImportState) -> PlanRow:
        """Return a row of the group that is opened: who it is, and what is said of it that the group does not say."""
        group = state.groups[state.opened]
        who = (str(row.values.get(each, "")) for each in (Field.DELEGATION, Field.ORGANISATION, Field.TITLE))
        notes = state.plan.notes.get(row.number, ()) if state.plan else ()
        further = [note for note in notes if (not group.alike if note.key == group.note.key else note.asks)]
        line = paint.PART.join(bidi.name(each) for each in who if each)
        return self._offering(row, state, (*([line] if line else []), *(self._note(note) for note in further)))

    def _left_off(self, item: LeftOff, state: ImportState) -> PlanRow:
        """Return somebody who has no row: whom the list cancels can be kept, one by one."""
        who, kept = item.delegate, item.number in state.left_out
        cancels = bool(state.plan and state.plan.struck) and state.result is None
        answer = self.tr("Cancel after all") if kept else self.tr("Keep")
        parts = (who.badge_no, who.delegation, who.organisation, who.title)
        line = paint.PART.join(bidi.name(each) for each in parts if each)
        latin = who.latin_name if who.latin_name != who.name else ""
        return PlanRow("–", who.name, latin, (line,), answer if cancels else "")

    def _new(self, item: New, state: ImportState) -> PlanRow:
        who = item.delegate
        category = self._in_force.forum.category(who.category)
        parts = (who.delegation, who.organisation, category.name.in_(words.spoken()) if category else "")
        return self._offering(item.row, state, (" · ".join(bidi.name(part) for part in parts if part),))

    def _changed(self, item: Changed, state: ImportState) -> PlanRow:
        lines = tuple(self._change(each, overwrite=state.overwrite) for each in item.changes)
        return self._offering(item.row, state, lines)

    def _offering(self, row: Taken, state: ImportState, lines: tuple[str, ...]) -> PlanRow:
        left_out = row.number in state.left_out
        answer = self.tr("Take it after all") if left_out else self.tr("Leave out")
        latin = str(row.values.get("latin_name", ""))
        return PlanRow(
            str(row.number), row.name, latin if latin != row.name else "", lines,
            "" if state.result else answer, left_out,
        )  # fmt: skip

    def _note(self, note: Note) -> str:
        return words_lists.note(note, self._in_force.forum)

    def _change(self, change: Change, *, overwrite: bool) -> str:
        field = words_lists.field(Field(change.field)) if change.field in set(Field) else change.field
        old, new = self._value(change.field, change.old), self._value(change.field, change.new)
        if change.held and not overwrite:
            said = self.tr("{field}: stays {old}, as it was set here; the list says {new}")
        else:
            said = self.tr("{field}: {new} instead of {old}")
        return said.format(field=field, old=bidi.name(old), new=bidi.name(new))

    def _value(self, field: str, value: Value) -> str:
        if isinstance(value, tuple):
            return words_languages.languages(value) if field == Field.LANGUAGES else words.listed(value) or "–"
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        category = self._in_force.forum.category(CategoryId(value)) if field == Field.CATEGORY else None
        return category.name.in_(words.spoken()) if category else value or "–"
