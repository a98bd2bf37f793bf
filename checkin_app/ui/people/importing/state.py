"""A list on its way in, as values: read, looked at, corrected, taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.plan import Changed, New, Plan
from checkin_app.services.importing import ImportResult, ListPreview


class Tab(StrEnum):
    LOOK = "look"
    REFUSED = "refused"
    NEW = "new"
    CHANGED = "changed"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class ImportState:
    """One file; `preview` is None until it was read, and whenever it cannot be."""

    file: Path | None = None
    choices: ListChoices = field(default_factory=ListChoices)
    preview: ListPreview | None = None
    asked: int = 0
    """Grows with every question; an answer to an older one is passed over."""
    waiting: bool = False
    writing: bool = False
    saving: bool = False
    """The rows not taken are being written to a file."""
    done: int = 0
    """Rows that were read, compared or written so far, while it is waited for them."""
    whole: int = 0
    """Of how many rows, 0 while that is not known."""
    trouble: str = ""
    """The sentence and the next step, in words."""
    note: str = ""
    """What was done, in words."""
    left_out: frozenset[int] = frozenset()
    """Numbers of the rows that a person leaves out."""
    overwrite: bool = False
    """Values that people set on laptops give way to the list's."""
    tab: Tab = Tab.LOOK
    result: ImportResult | None = None

    @property
    def plan(self) -> Plan | None:
        return self.preview.plan if self.preview else None

    @property
    def going_in(self) -> int:
        """How many people would be added or amended now."""
        if self.plan is None:
            return 0
        going = len(self.plan.going_in) - len(self.left_out & self.plan.going_in)
        if self.overwrite:
            going += len(self.plan.only_held) - len(self.left_out & self.plan.only_held)
        return going

    @property
    def may_import(self) -> bool:
        return self.going_in > 0 and not self.busy and self.result is None

    @property
    def busy(self) -> bool:
        return self.waiting or self.writing or self.saving

    @property
    def corrected(self) -> dict[int, Field | None]:
        return dict(self.choices.places)

    def items(self) -> Sequence[object]:
        """Return the rows of the open tab, as the plan has them."""
        plan = self.plan
        if plan is None:
            return ()
        rows: dict[Tab, Sequence[object]] = {
            Tab.LOOK: plan.questions,
            Tab.REFUSED: plan.refused,
            Tab.NEW: plan.new,
            Tab.CHANGED: plan.changed,
        }
        return rows.get(self.tab, ())


def chosen(state: ImportState, file: Path) -> ImportState:
    """Another file was chosen: everything about the former one is forgotten."""
    return ImportState(file=file, asked=state.asked + 1, waiting=True)


def corrected(state: ImportState, choices: ListChoices) -> ImportState:
    """A person corrected how the list is read: it is read again, the place on the screen stays."""
    asked = state.asked + 1
    read = replace(state, choices=choices, asked=asked, waiting=True, trouble="", note="", left_out=frozenset())
    return replace(read, done=0, whole=0)


def sheet_chosen(state: ImportState, sheet: str) -> ImportState:
    """Another sheet has other columns: corrections of the former one mean nothing there."""
    return corrected(state, ListChoices(sheet=sheet, encoding=state.choices.encoding))


def encoding_chosen(state: ImportState, encoding: str) -> ImportState:
    return corrected(state, replace(state.choices, encoding=encoding))


def column_chosen(state: ImportState, place: int, wanted: Field | None) -> ImportState:
    """A person said what a column holds; the last word on a column counts."""
    places = tuple(each for each in state.choices.places if each[0] != place)
    return corrected(state, replace(state.choices, places=(*places, (place, wanted))))


def moved_on(state: ImportState, question: int, done: int, whole: int) -> ImportState:
    """Some more rows are done."""
    return replace(state, done=done, whole=whole) if question == state.asked and state.busy else state


def previewed(state: ImportState, question: int, preview: ListPreview) -> ImportState:
    if question != state.asked:
        return state
    first = state.preview is None
    read = replace(state, preview=preview, waiting=False, trouble="")
    return replace(read, tab=_first_tab(read)) if first or preview.plan is None else read


def _first_tab(state: ImportState) -> Tab:
    """Open on what needs a person: columns without a name, then rows to look at, then refused, changed, new ones."""
    plan = state.plan
    if plan is None:
        return Tab.COLUMNS
    order = (Tab.LOOK, plan.questions), (Tab.REFUSED, plan.refused), (Tab.CHANGED, plan.changed), (Tab.NEW, plan.new)
    return next((tab for tab, rows in order if rows), Tab.COLUMNS)


def refused(state: ImportState, question: int, trouble: str) -> ImportState:
    """The file cannot be read so; what was read before is no longer shown as if it could."""
    if question != state.asked:
        return state
    return replace(state, preview=None, waiting=False, trouble=trouble)


def tab_opened(state: ImportState, tab: Tab) -> ImportState:
    return replace(state, tab=tab)


def toggled(state: ImportState, number: int) -> ImportState:
    """A row is left out, or taken again."""
    return replace(state, left_out=state.left_out ^ {number}) if not state.writing else state


def overwriting_chosen(state: ImportState, *, overwrite: bool) -> ImportState:
    return replace(state, overwrite=overwrite)


def begun(state: ImportState) -> ImportState:
    return replace(state, writing=True, trouble="", note="", done=0, whole=0)


def written(state: ImportState, result: ImportResult) -> ImportState:
    return replace(state, writing=False, result=result)


def failed(state: ImportState, trouble: str) -> ImportState:
    """Nothing was written; the preview stays."""
    return replace(state, writing=False, trouble=trouble)


def export_begun(state: ImportState) -> ImportState:
    return replace(state, saving=True, note="", done=0, whole=0)


def told(state: ImportState, note: str) -> ImportState:
    return replace(state, note=note, saving=False)


def number_of(item: object) -> int:
    """Return the row's number of a row of any tab."""
    if isinstance(item, New | Changed):
        return item.row.number
    number = getattr(item, "number", 0)
    return int(number)
