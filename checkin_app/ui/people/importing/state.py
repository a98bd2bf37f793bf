"""A list on its way in, as values: read, looked at, corrected, taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import overload

from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.groups import Group, Standing
from checkin_app.domain.lists.plan import Changed, New, Plan
from checkin_app.services.importing import ImportResult, ListPreview


class Tab(StrEnum):
    LOOK = "look"
    REFUSED = "refused"
    NEW = "new"
    CHANGED = "changed"
    COLUMNS = "columns"


class Unfolded(Sequence[object]):
    """Groups, and behind one of them its rows: put together when they are looked at, for they may be 100 000."""

    def __init__(self, groups: Sequence[Group], opened: int) -> None:
        self._groups, self._opened = groups, opened
        self._rows = groups[opened].rows if 0 <= opened < len(groups) else ()

    def __len__(self) -> int:
        return len(self._groups) + len(self._rows)

    @overload
    def __getitem__(self, place: int) -> object: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[object]: ...
    def __getitem__(self, place: int | slice) -> object:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        behind = place - self._opened - 1
        if not self._rows or behind < 0:
            return self._groups[place]
        return self._rows[behind] if behind < len(self._rows) else self._groups[place - len(self._rows)]

    def place_of(self, group: int) -> int:
        """Return where the group with this number stands."""
        return group + len(self._rows) if self._rows and group > self._opened else group

    def group_at(self, place: int) -> int:
        """Return the number of the group that stands at a place, or -1 where a row does."""
        behind = place - self._opened - 1
        if not self._rows or behind < 0:
            return place
        return -1 if behind < len(self._rows) else place - len(self._rows)


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
    chosen: int = -1
    """The number of the group that is chosen among those of the open tab; -1 where none is."""
    opened: int = -1
    """That of the group whose rows are shown."""
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
        going += sum(number not in self.left_out for number in self.plan.further)
        if self.overwrite:
            going += len(self.plan.only_held) - len(self.left_out & self.plan.only_held)
        return going

    @property
    def may_import(self) -> bool:
        return (self.going_in > 0 or self.only_teaches) and not self.busy and self.result is None

    @property
    def only_teaches(self) -> bool:
        """Whether nobody is added or amended, but what was said of the list is to be remembered, or forgotten."""
        return self.plan is not None and self.plan.teaches and not self.going_in

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
        rows: dict[Tab, Sequence[object]] = {Tab.NEW: plan.new, Tab.CHANGED: plan.changed}
        return rows.get(self.tab, ()) if self.tab in rows else self.unfolded

    @property
    def groups(self) -> Sequence[Group]:
        """Return what is said once a kind and value in the open tab."""
        if self.plan is None:
            return ()
        return {Tab.LOOK: self.plan.to_look_at, Tab.REFUSED: self.plan.refusals}.get(self.tab, ())

    @property
    def unfolded(self) -> Unfolded:
        return Unfolded(self.groups, self.opened)

    @property
    def group(self) -> Group | None:
        """Return the one that is chosen."""
        return self.groups[self.chosen] if 0 <= self.chosen < len(self.groups) else None

    @property
    def may_answer(self) -> bool:
        return self.result is None and not self.writing and not self.saving

    def answer_to(self, group: Group) -> str:
        """Return what was answered, also while the list is read again with it."""
        return self.choices.answers.to(group.asked) if group.asked else ""

    def leaves_out(self, group: Group) -> bool:
        """Return whether all rows of a group are left out, which the first and the last one tell."""
        return {group.rows[0].number, group.rows[-1].number} <= self.left_out


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
    choices = state.choices if preview.plan is None else replace(state.choices, answers=preview.plan.reading.answers)
    read = replace(state, preview=preview, waiting=False, trouble="", choices=choices, chosen=-1, opened=-1)
    if first or preview.plan is None:
        return _with_first(replace(read, tab=_first_tab(read)))
    chosen = _again(state, state.chosen, read)
    # One that is gone was answered: what follows it is next.
    chosen = min(state.chosen, len(read.groups) - 1) if chosen < 0 else chosen
    return replace(read, chosen=chosen, opened=_again(state, state.opened, read))


def _with_first(state: ImportState) -> ImportState:
    return replace(state, chosen=0 if state.groups else -1, opened=-1)


def _again(former: ImportState, place: int, state: ImportState) -> int:
    """Return where a group stands now; -1 where it does no longer."""
    if state.plan is None or not 0 <= place < len(former.groups):
        return -1
    key = former.groups[place].key
    if state.tab is Tab.LOOK:
        return state.plan.places.get(key, -1)
    return next((now for now, each in enumerate(state.groups) if each.key == key), -1)


def _first_tab(state: ImportState) -> Tab:
    """Open on what needs a person: columns without a name, then rows to look at, then refused, changed, new ones."""
    plan = state.plan
    if plan is None:
        return Tab.COLUMNS
    settled = [each for each in plan.to_look_at[:1] if each.standing is Standing.ANSWERED]
    order = (
        (Tab.LOOK, plan.looks or settled),
        (Tab.REFUSED, plan.refused),
        (Tab.CHANGED, plan.changed),
        (Tab.NEW, plan.new),
    )
    return next((tab for tab, rows in order if rows), Tab.COLUMNS)


def refused(state: ImportState, question: int, trouble: str) -> ImportState:
    """The file cannot be read so; what was read before is no longer shown as if it could."""
    if question != state.asked:
        return state
    return replace(state, preview=None, waiting=False, trouble=trouble)


def tab_opened(state: ImportState, tab: Tab) -> ImportState:
    return _with_first(replace(state, tab=tab))


def group_chosen(state: ImportState, group: int) -> ImportState:
    return replace(state, chosen=group) if 0 <= group < len(state.groups) else state


def group_unfolded(state: ImportState) -> ImportState:
    """The rows behind the chosen group are shown, or no longer."""
    return replace(state, opened=-1 if state.opened == state.chosen else state.chosen)


def answered(state: ImportState, choice: str) -> ImportState:
    """A person answered for all rows of the chosen group, or took that back: the list is read again with it."""
    group = state.group
    if group is None or group.asked is None or not state.may_answer:
        return state
    choices = replace(state.choices, answers=state.choices.answers.with_(group.asked, choice))
    read = replace(corrected(state, choices), left_out=state.left_out)
    following = state.chosen + 1
    more = choice and following < len(state.groups) and state.groups[following].standing is Standing.TO_ANSWER
    return replace(read, chosen=following) if more else read


def group_omitted(state: ImportState) -> ImportState:
    """All rows of the chosen group are left out, or taken again."""
    group = state.group
    if group is None or not state.may_answer:
        return state
    numbers = frozenset(row.number for row in group.rows)
    left_out = state.left_out - numbers if state.leaves_out(group) else state.left_out | numbers
    return replace(state, left_out=left_out)


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
