"""Puts a list on its way in into words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.lists.answer_choices import choices_of
from checkin_app.domain.lists.answers import Question
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.groups import Group, Standing
from checkin_app.domain.lists.left_off import LeftOff
from checkin_app.domain.lists.notes import ListRemark
from checkin_app.domain.lists.plan import Plan
from checkin_app.services.importing import ListPreview
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_lists
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.people.importing.row_words import RowWords
from checkin_app.ui.people.importing.rows import PlanRow
from checkin_app.ui.people.importing.state import ImportState, Tab

_MOST_REMARKS = 12
_REMEMBERED = frozenset({ListRemark.COLUMN_REMEMBERED, ListRemark.COLUMN_LEFT_OUT})


@dataclass(frozen=True, slots=True)
class Figure:
    """One count of the plan."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of the list, and what it is taken for."""

    place: int
    heading: str
    sample: str
    field: Field | None
    remembered: bool = False
    """It is taken so because the last list with these headings was."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What is said of the chosen group's rows, and what can be said to it."""

    sentence: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Keys and words; empty where nothing can be answered for all."""
    chosen: str = ""
    """The key of the answer that holds."""
    prompt: str = ""
    """Stands in the menu while there is none."""
    forget: str = ""
    omit: str = ""
    unfold: str = ""


@dataclass(frozen=True, slots=True)
class ImportView:
    """Everything the preview shows, in words."""

    title: str
    line: str
    figures: tuple[Figure, ...] = ()
    """New, changed, kept, not taken, to look at."""
    tabs: tuple[tuple[str, str], ...] = ()
    columns: tuple[ColumnView, ...] = ()
    remarks: tuple[str, ...] = ()
    """About the list as a whole."""
    empty: str = ""
    trouble: str = ""
    foot: str = ""
    foot_line: str = ""
    besides: str = ""
    """Who is or was cancelled, let in again, seated; it stands in `foot_line` too, where there is room for it."""
    take: str = ""
    export: str = ""
    overwrite: str = ""
    """The offer to replace what people set on laptops, or empty where there is nothing of the kind."""
    answer: AnswerView | None = None
    """Of the group that is chosen."""


class ImportWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force, self._rows = in_force, RowWords(in_force)

    def view(self, state: ImportState) -> ImportView:
        plan, preview = state.plan, state.preview
        foot, foot_line = self._foot(state)
        return ImportView(
            title=bidi.name(state.file.name) if state.file else "",
            line=self._line(state),
            figures=self._figures(plan) if plan else (),
            tabs=self._tabs(state),
            columns=_columns(preview) if preview else (),
            remarks=self._remarks(plan) if plan else (),
            empty=self._empty(state),
            trouble=state.trouble,
            foot=foot,
            foot_line=foot_line,
            besides=self._besides(state),
            take=self._take(state),
            export=self.tr("Export %Ln rows not taken", "", len(plan.refused)) if plan and plan.refused else "",
            overwrite=self.tr("Replace %Ln people’s changes made here", "", plan.held) if plan and plan.held else "",
            answer=self._answering(state),
        )

    def _take(self, state: ImportState) -> str:
        if state.only_teaches:
            return self.tr("Hold: keep the answers")
        return self.tr("Hold: import %Ln", "", state.going_in)

    def _answering(self, state: ImportState) -> AnswerView | None:
        group = state.group
        if group is None:
            return None
        count, answer = len(group.rows), state.answer_to(group)
        asked = group.asked if state.may_answer else None
        open_ = state.opened == state.chosen
        omitted = state.leaves_out(group)
        may_omit = state.may_answer and group.standing in {Standing.TO_ANSWER, Standing.TO_LOOK_AT}
        may_omit = may_omit and not isinstance(group.rows[0], LeftOff)  # they have no row that could be left out
        omit = self.tr("Take %Ln after all", "", count) if omitted else self.tr("Leave out all %Ln", "", count)
        return AnswerView(
            sentence=words_lists.group(group, self._in_force.forum, answered=bool(answer)),
            choices=self._choices(asked.question) if asked else (),
            chosen=answer,
            prompt=self.tr("Choose"),
            forget=self.tr("Forget the answer") if asked and answer else "",
            omit=omit if may_omit else "",
            unfold=self._unfold(group, open_=open_),
        )

    def _unfold(self, group: Group, *, open_: bool) -> str:
        if isinstance(group.rows[0], LeftOff):
            return self.tr("Hide people") if open_ else self.tr("Show %Ln people", "", len(group.rows))
        return self.tr("Hide rows") if open_ else self.tr("Show %Ln rows", "", len(group.rows))

    def _choices(self, question: Question) -> tuple[tuple[str, str], ...]:
        return tuple(
            (key, words_lists.choice(question, key, self._in_force.forum))
            for key in choices_of(question, self._in_force.forum)
        )

    def _remarks(self, plan: Plan) -> tuple[str, ...]:
        """Return what was noticed on the list as a whole; a sheet may have 16 000 columns that are not taken."""
        notes = plan.reading.notes
        said = [words_lists.note(note, self._in_force.forum) for note in notes[:_MOST_REMARKS]]
        rest = len(notes) - len(said)
        return (*said, self.tr("… and %Ln more remarks", "", rest)) if rest else tuple(said)

    def _line(self, state: ImportState) -> str:
        if state.waiting:
            return self._how_far(state, self.tr("Reading…"))
        preview, plan = state.preview, state.plan
        if preview is None:
            return ""
        parts = [self.tr("sheet {sheet}").format(sheet=bidi.name(preview.sheet))] if len(preview.sheets) > 1 else []
        if plan:
            parts.append(self.tr("%Ln rows", "", plan.reading.count))
            parts.append(self.tr("%Ln unchanged", "", len(plan.unchanged)))
        return " · ".join(parts)

    def _besides(self, state: ImportState) -> str:
        """Return what a list says of people besides their details, where it does."""
        if state.result:
            cancelled, restored, seated = state.result.revoked, state.result.restored, state.result.seated
        elif plan := state.plan:
            cancelled = len(plan.cancelled) + len(plan.struck)
            restored, seated = len(plan.restored), len(plan.rides)
        else:
            return ""
        said = [self.tr("%Ln cancelled", "", cancelled)] if cancelled else []
        said += [self.tr("%Ln let in again", "", restored)] if restored else []
        said += [self.tr("%Ln put on a bus", "", seated)] if seated else []
        return paint.PART.join(said)

    def _how_far(self, state: ImportState, doing: str) -> str:
        if not state.done:
            return doing
        if not state.whole:
            return self.tr("{doing} {done} rows").format(doing=doing, done=words.figure(state.done))
        said = self.tr("{doing} {done} of {whole} rows")
        return said.format(doing=doing, done=words.figure(state.done), whole=words.figure(state.whole))

    def _figures(self, plan: Plan) -> tuple[Figure, ...]:
        return (
            Figure(words.figure(len(plan.new)), self.tr("new people")),
            Figure(words.figure(len(plan.changed)), self.tr("changed")),
            Figure(words.figure(len(plan.not_on_list) - len(plan.struck)), self.tr("not on it, kept")),
            Figure(words.figure(len(plan.refused)), self.tr("not taken")),
            Figure(words.figure(plan.looks), self.tr("need a look")),
        )

    def _tabs(self, state: ImportState) -> tuple[tuple[str, str], ...]:
        plan = state.plan
        if state.preview is None:
            return ()
        columns = ((Tab.COLUMNS.value, self.tr("Columns")),)
        if plan is None:
            return columns
        said = (
            (Tab.LOOK, self.tr("To look at {n}"), plan.looks),
            (Tab.REFUSED, self.tr("Not taken {n}"), len(plan.refused)),
            (Tab.CHANGED, self.tr("Changed {n}"), len(plan.changed)),
            (Tab.NEW, self.tr("New {n}"), len(plan.new)),
        )
        return (*((tab.value, text.format(n=words.figure(n))) for tab, text, n in said), *columns)

    def _empty(self, state: ImportState) -> str:
        if state.plan is None or state.items():
            return ""
        match state.tab:
            case Tab.LOOK:
                return self.tr("No row needs a look.")
            case Tab.REFUSED:
                return self.tr("Every row can be taken.")
            case Tab.CHANGED:
                return self.tr("Nobody here would be changed.")
            case _:
                return self.tr("Nobody new is on this list.")

    def _foot(self, state: ImportState) -> tuple[str, str]:
        if state.result:
            added = self.tr("%Ln people were added", "", state.result.registered)
            amended = self.tr("%Ln were changed", "", state.result.amended)
            back = self.tr("“Past lists” takes it back as a whole, until somebody whom it brought is checked in.")
            after = (self._besides(state), back if state.result.operation else "")
            return f"{added} · {amended}", state.note or paint.PART.join(each for each in after if each)
        if state.writing:
            return self._how_far(state, self.tr("Writing…")), ""
        if state.saving:
            return self._how_far(state, self.tr("Saving…")), ""
        return self._unwritten(state) if state.preview else ("", state.note)

    def _unwritten(self, state: ImportState) -> tuple[str, str]:
        if state.plan is None:
            said = self.tr("No column is known to hold names")
            return said, self.tr("Say under Columns which one does. Nothing has been written yet.")
        if state.only_teaches:
            said = self.tr("This list changes nobody")
            return said, state.note or self.tr("What you said of it can be kept for the next list with these headings.")
        if not state.going_in:
            return self.tr("This list changes nothing"), state.note or self.tr("Everybody on it is here as it says.")
        said = self._besides(state) or self.tr("Nobody is ever removed by a list.")
        return self.tr("Nothing has been written yet"), state.note or said

    def row(self, state: ImportState, place: int) -> PlanRow:
        """Return one row of the open tab."""
        return self._rows.row(state, place)


def _columns(preview: ListPreview) -> tuple[ColumnView, ...]:
    fields, samples = preview.columns.fields, preview.samples
    before = {note.details.get("column") for note in preview.columns.notes if note.key in _REMEMBERED}
    return tuple(
        ColumnView(place, heading, sample, fields.get(place), place + 1 in before)
        for place, (heading, sample) in enumerate(zip(samples.headings, samples.cells, strict=True))
    )
