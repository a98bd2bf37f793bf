"""A delegate list: see what it would change, then let it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checkin_app.domain.delegate_list import read_rows
from checkin_app.domain.delegate_list_columns import Columns, find_columns
from checkin_app.domain.delegate_list_fields import Field
from checkin_app.domain.delegate_list_plan import Changed, New, Plan, as_json, compare, hold
from checkin_app.domain.delegate_list_sheet import Heed, Sheet
from checkin_app.domain.delegate_list_values import Aids
from checkin_app.domain.delegates import Delegate, values_of
from checkin_app.domain.facts import FactDraft, Json, Kind
from checkin_app.domain.ids import DelegateId, FactId
from checkin_app.domain.problems_lists import ListHeadingsUnknown, ListOutdated, ListStopped
from checkin_app.services.people import draft_of
from checkin_app.services.ports import (
    ChangeSet,
    Clock,
    OpenUnit,
    Progress,
    Stopped,
    UnitOfWork,
    unstopped,
    untold,
)

__all__ = ["ImportResult", "Importing", "ListChoices", "ListPreview", "Plan"]

#: How a fact says that a list wrote it, so that what a person set on a laptop is told apart.
LIST = "list"
_DIGITS_OF_A_BADGE_NO = 4
#: People looked up in one transaction while a list is looked at: scans come in between.
_PIECE = 50


@dataclass(frozen=True, slots=True)
class ListChoices:
    """What a person corrected about how a list is read."""

    sheet: str = ""
    encoding: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """Pairs of field and heading."""
    places: tuple[tuple[int, Field | None], ...] = ()
    """What columns hold by their place, from 0; None for nothing that is taken."""


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A list as it was read, and what it would change."""

    sheets: tuple[str, ...]
    sheet: str
    encoding: str
    """Of a text file, else empty."""
    headings: tuple[str, ...]
    """Of each column, empty where it has none."""
    samples: tuple[str, ...]
    """What the first filled cell of each column says."""
    columns: Columns
    plan: Plan | None
    """None while no column is known to hold names."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was written."""

    plan: Plan
    registered: int
    amended: int
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class Importing:
    """A list against what is known; nothing is written before `apply`, and then all of it or nothing."""

    open_unit: OpenUnit
    clock: Clock

    def preview(
        self,
        sheet: Sheet,
        columns: Columns | None = None,
        aids: Aids | None = None,
        progress: Progress = untold,
        stopped: Stopped = unstopped,
    ) -> Plan:
        """Return what a list would change; `columns` where a person corrected what was found.

        Raises:
            ListHeadingsUnknown: no column is known to hold names.
            ListStopped: as asked.
        """
        heed = heeding(progress, stopped)
        with self.open_unit() as unit:
            forum, existing = unit.forum, unit.delegates()
        # Reading a long list takes a second: scans must not wait for it, so it is done between two transactions.
        columns = columns or find_columns(sheet)
        if not columns.has_name():
            raise ListHeadingsUnknown(file=sheet.name)
        plan = compare(existing, read_rows(sheet, columns, forum, aids, heed), forum, heed)
        by_hand: dict[DelegateId, frozenset[str]] = {}
        for begin in range(0, len(plan.changed), _PIECE):
            heed(len(sheet.rows), len(sheet.rows))
            with self.open_unit() as unit:
                by_hand |= {each.delegate.id: _set_by_hand(unit, each) for each in plan.changed[begin : begin + _PIECE]}
        return hold(plan, by_hand)

    def apply(
        self,
        plan: Plan,
        *,
        without: Collection[int] = (),
        overwrite: bool = False,
        progress: Progress = untold,
        stopped: Stopped = unstopped,
    ) -> ImportResult:
        """Record what `plan` says: all of it, or nothing.

        Args:
            plan: what `preview` returned and a person saw.
            without: the numbers of rows to leave out.
            overwrite: also replace what people set on laptops.
            progress: is told the rows taken in and all that will be, in the thread that calls.
            stopped: once it returns True, what was written is taken back.

        Raises:
            ListOutdated: delegates were changed since the plan was made, so it is not what a person saw.
            ListStopped: as asked; nothing of the list counts.
        """
        with self.open_unit() as unit:
            existing = unit.delegates()
            current = _with_held(unit, compare(existing, plan.reading, unit.forum))
            if not current.same_as(plan):
                raise ListOutdated
            new = [each for each in current.new if each.row.number not in without]
            changed = [each for each in current.changed if each.row.number not in without]
            registrations = list(_registrations(unit, new, _numbers_in_use(existing.values(), current)))
            amendments = list(_amendments(unit, changed, overwrite=overwrite))
            drafts = [*registrations, *amendments]
            for done, draft in enumerate(drafts):
                if stopped():
                    raise ListStopped
                unit.record(draft)
                progress(done + 1, len(drafts))
            if drafts:
                unit.commit()
            return ImportResult(current, len(registrations), len(amendments), unit.changes)


def heeding(progress: Progress, stopped: Stopped) -> Heed:
    """Return what tells of every row, and raises ListStopped once a person has stopped the work."""

    def heed(done: int, whole: int) -> None:
        if stopped():
            raise ListStopped
        progress(done, whole)

    return heed


def refused_rows(plan: Plan) -> Iterator[Sequence[str]]:
    """Yield the rows that were not taken as a table: number, reason, then the cells as they came."""
    yield ("row", "reason")
    for row in plan.refused:
        yield (str(row.number), str(row.note), *row.cells)


def _with_held(unit: UnitOfWork, plan: Plan) -> Plan:
    return hold(plan, {each.delegate.id: _set_by_hand(unit, each) for each in plan.changed})


def _set_by_hand(unit: UnitOfWork, changed: Changed) -> frozenset[str]:
    """Return which of the changed fields hold what a person set on a laptop, not what a list said."""
    edits = unit.delegate_edits(changed.delegate.id)
    heads = {change.field: edits.heads.get(change.field, ()) for change in changed.changes}
    return frozenset(name for name, known in heads.items() if known and not _is_a_lists(unit, known[-1].fact_id))


def _is_a_lists(unit: UnitOfWork, fact_id: FactId) -> bool:
    fact = unit.fact(fact_id)
    return fact is not None and fact.content.get("source") == LIST


def _numbers_in_use(existing: Iterable[Delegate], plan: Plan) -> frozenset[str]:
    known = {each.badge_no for each in existing} | {each.delegate.badge_no for each in plan.new}
    return frozenset(known | {str(each.row.values.get("badge_no", "")) for each in plan.changed})


def _free_numbers(unit: UnitOfWork, in_use: frozenset[str]) -> Iterator[str]:
    number = unit.last_badge_no("")
    while True:
        number += 1
        if (written := f"{number:0{_DIGITS_OF_A_BADGE_NO}d}") not in in_use:
            yield written


def _registrations(unit: UnitOfWork, new: Sequence[New], in_use: frozenset[str]) -> Iterator[FactDraft]:
    free = _free_numbers(unit, in_use)
    for each in new:
        whole = each.delegate if each.delegate.badge_no else replace(each.delegate, badge_no=next(free))
        values = {name: value for name, value in values_of(whole).items() if value not in ("", [], False)}
        yield _from_list(draft_of(unit, Kind.DELEGATE_REGISTERED, whole.id, values, {}))


def _amendments(unit: UnitOfWork, changed: Sequence[Changed], *, overwrite: bool) -> Iterator[FactDraft]:
    for each in changed:
        values = {change.field: as_json(change.new) for change in each.changes if overwrite or not change.held}
        if values:
            supersedes = _superseded(unit, each.delegate.id, values)
            yield _from_list(draft_of(unit, Kind.DELEGATE_AMENDED, each.delegate.id, values, supersedes))


def _superseded(unit: UnitOfWork, delegate: DelegateId, values: Mapping[str, Json]) -> Mapping[str, tuple[FactId, ...]]:
    return unit.delegate_edits(delegate).superseding(values)


def _from_list(draft: FactDraft) -> FactDraft:
    return replace(draft, body={**draft.body, "source": LIST})
