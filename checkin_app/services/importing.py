"""A delegate list: see what it would change, then let it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from heapq import merge
from typing import ClassVar, Protocol, TypeAlias

from msgspec import Struct

from checkin_app.domain.canonical import Json
from checkin_app.domain.changes import ChangeSet, Recorded
from checkin_app.domain.delegates import Delegate, told_of, with_badge_no
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.freeing import free
from checkin_app.domain.ids import DelegateId, FactId, LogId, delegate_subject
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.kinds.operations import OperationClosed, OperationTakenBack
from checkin_app.domain.kinds.people import DelegateAmended, DelegateEdit, DelegateRegistered
from checkin_app.domain.lists.answer_choices import still_offered
from checkin_app.domain.lists.answers import UNANSWERED, Answers
from checkin_app.domain.lists.choices import ListChoices, columns_of
from checkin_app.domain.lists.columns import Columns, find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.memory import ListMemory, known_by, remembered
from checkin_app.domain.lists.notes import Note
from checkin_app.domain.lists.plan import Changed, New, Plan, as_json, compare, hold
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.samples import Samples, samples_of
from checkin_app.domain.lists.sheet import Heed, ListFile, Sheet
from checkin_app.domain.lists.values import TextChecks
from checkin_app.domain.names.folding import fold
from checkin_app.domain.operations import LIST as OPERATION
from checkin_app.domain.problems_lists import ListHeadingsUnknown, ListOutdated, ListStopped
from checkin_app.services.consequences import SAID, STANDING, Saying, StandingReads, buses_there, sayings, still_due
from checkin_app.services.left_off import REMEMBERED, EarlierReads, with_left_off
from checkin_app.services.lists_in_use import UseReads, must_be_free
from checkin_app.services.operations import Operations, Written
from checkin_app.services.people import draft_of
from checkin_app.services.ports.facts import ArrivalReads, FactReads
from checkin_app.services.ports.operations import PendingReads
from checkin_app.services.ports.people import BadgeNumberReads, EditReads
from checkin_app.services.ports.progress import Progress, Stopped, unstopped, untold
from checkin_app.services.ports.stations import ForumReads
from checkin_app.services.ports.transactions import Keeping, Opens

#: How a fact says that a list wrote it, so that what a person set on a laptop is told apart.
LIST = "list"
_DIGITS_OF_A_BADGE_NO = 4
#: So many are sorted at once.
_RUN = 5000
#: What changes people, or what a list is compared by.
_CHANGING = (
    DelegateRegistered.KIND,
    DelegateAmended.KIND,
    *STANDING,
    ForumAdopted.KIND,
    OperationClosed.KIND,
    OperationTakenBack.KIND,
)


#: What a list writes of people.
_WRITTEN = (DelegateRegistered, DelegateAmended, *SAID)


class WrittenBy(EditReads, FactReads, Protocol):
    """Knows who set which detail of a person."""


class ListReads(
    StandingReads,
    WrittenBy,
    UseReads,
    PendingReads,
    BadgeNumberReads,
    ArrivalReads,
    ForumReads,
    EarlierReads,
    Protocol,
):
    """Knows what a list is compared with, and what was said of lists before."""


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A list as it was read, and what it would change."""

    sheets: tuple[str, ...]
    sheet: str
    encoding: str
    """Of a text file, else empty."""
    samples: Samples
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
    operation: LogId | None = None
    """Under which name the list can be taken back; None where it changed nothing."""
    revoked: int = 0
    seated: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True)
class Importing:
    """A list against what is known; nothing is written before `apply`, and then all of it counts or nothing."""

    reading: Opens[ListReads]
    operations: Operations

    def look(
        self,
        file: ListFile,
        choices: ListChoices,
        checks: TextChecks | None = None,
        progress: Progress = untold,
        stopped: Stopped = unstopped,
    ) -> ListPreview:
        """Return how a list is read and what it would change; one without a column of names has no plan yet.

        Raises:
            FieldInvalid: a correction names a field or heading that does not exist.
            ListStopped: as asked.
        """
        found, plan = find_columns(file.sheet), None
        former = self._former(file.sheet, found)
        if not choices.afresh:
            choices = replace(choices, memory=former, answers=choices.answers.after(former.answers))
        columns = columns_of(file.sheet, choices, found)
        if columns.has_name():
            made = self.preview(file.sheet, columns, checks, progress, stopped, choices.answers)
            memory = ListMemory.of(file.sheet, found, columns, choices.answers.holding())
            plan = replace(made, file=file.name, memory=memory, teaches=memory.says_otherwise(former))
            with self.reading() as state:
                plan = with_left_off(state, plan)
            plan.count()
        samples = samples_of(file.sheet, columns)
        return ListPreview(file.sheets, file.sheet.name, file.encoding, samples, columns, plan)

    def _former(self, sheet: Sheet, found: Columns) -> ListMemory:
        """Return what was said of the last list that is headed the same, as far as the forum still offers it."""
        with self.reading() as state:
            memory = remembered(state.list_documents(REMEMBERED).values(), known_by(sheet, found))
            return replace(memory, answers=still_offered(memory.answers, state.forum))

    def preview(  # noqa: PLR0913, PLR0917 - the list, how it is read, and who hears of it
        self,
        sheet: Sheet,
        columns: Columns | None = None,
        checks: TextChecks | None = None,
        progress: Progress = untold,
        stopped: Stopped = unstopped,
        answers: Answers = UNANSWERED,
    ) -> Plan:
        """Return what a list would change; `columns` and `answers` where a person said how it is read.

        Raises:
            ListHeadingsUnknown: no column is known to hold names.
            ListStopped: as asked.
        """
        heed, columns = heeding(progress, stopped), columns or find_columns(sheet)
        if not columns.has_name():
            raise ListHeadingsUnknown(file=sheet.name)
        with self.reading() as state:
            forum, existing, voided = state.forum, state.delegates(), state.voided_delegates()
            buses, revoked = buses_there(state) if columns.of(Field.BUS) else (), state.revocations()
            as_of = state.arrival() if not state.left_to_count() else -1
        read = read_rows(sheet, columns, forum, checks, heed, answers, buses)
        plan = compare(existing, read, forum, heed, voided, revoked)
        known = [*existing.values()]
        del existing
        free([known])
        with self.reading() as state:
            held = _with_held(state, still_due(state, plan), lambda: heed(len(sheet.rows), len(sheet.rows)))
        return replace(held, as_of=as_of)

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
        settled = self.operations.settle().changes  # what a process left that died may be this very list
        with self.reading() as state:
            arrival = state.arrival()
            work, current = _work(state, plan, without, overwrite=overwrite)
        if not work and not plan.teaches:
            return ImportResult(current, 0, 0, settled)
        counts = Counter(each.kind for each in work)
        written = _written(work, plan, arrival)
        try:
            operation, changes = self.operations.carry_out(written, progress, stopped)
        finally:
            free([work])
        registered, amended, revoked, seated, restored = [counts[each] for each in _WRITTEN]
        return ImportResult(current, registered, amended, settled | changes, operation, revoked, seated, restored)

    def take_back(self, operation: LogId, progress: Progress = untold) -> Recorded:
        """Undo a whole list: whom it brought is gone, and what it changed is as it was before.

        Raises:
            NoListTaken: there is no such list, or it was taken back already.
            ListInUse: people whom only this list names have been let in somewhere.
            ListBeingTaken: another list is being taken in.
        """
        with self.reading() as state:
            as_of = state.arrival()
            must_be_free(state, operation, 0)
        return self.operations.take_back(operation, lambda unit: must_be_free(unit, operation, as_of), progress)


class _Registration(Struct, frozen=True):
    """Somebody new as they are to be written: by what the plan holds anyway, since a list has a hundred thousand."""

    kind: ClassVar = DelegateRegistered
    who: Delegate
    badge_no: str

    @property
    def delegate(self) -> DelegateId:
        return self.who.id

    @property
    def person(self) -> Delegate:
        """Return them as they are once they count."""
        return with_badge_no(self.who, self.badge_no)

    def draft(self, keeping: Keeping) -> FactDraft:
        values = told_of(self.who)
        values["badge_no"] = self.badge_no
        return draft_of(keeping, partial(self.kind, source=LIST), self.delegate, values, {})


class _Amendment(Struct, frozen=True):
    """What a list changes of one person."""

    kind: ClassVar = DelegateAmended
    delegate: DelegateId
    values: Mapping[str, Json]
    supersedes: dict[str, tuple[FactId, ...]]

    def draft(self, keeping: Keeping) -> FactDraft:
        return draft_of(keeping, partial(self.kind, source=LIST), self.delegate, self.values, self.supersedes)


_Writing: TypeAlias = _Registration | _Amendment


def heeding(progress: Progress, stopped: Stopped) -> Heed:
    """Return what tells of every row, and raises ListStopped once a person has stopped the work."""

    def heed(done: int, whole: int) -> None:
        if stopped():
            raise ListStopped
        progress(done, whole)

    return heed


def refused_rows(plan: Plan, say: Callable[[Note], str] = str) -> Iterator[Sequence[str]]:
    """Yield the rows that were not taken: number, reason as `say` has it, then the cells as they came."""
    return ((str(row.number), say(row.note), *row.cells) for row in plan.refused)


def _work(
    state: ListReads, plan: Plan, without: Collection[int], *, overwrite: bool
) -> tuple[list[_Writing | Saying], Plan]:
    """Return what `plan` comes to in this state, and the plan as it is now.

    Raises:
        ListOutdated: it is another than a person saw.
    """
    existing, voided = state.delegates(), state.voided_delegates()
    current = plan
    if not _is_fresh(state, plan):
        revoked = state.revocations()
        current = compare(existing, plan.reading, state.forum, voided=voided, revoked=revoked)
        current = with_left_off(state, replace(current, memory=plan.memory))
        current = _with_held(state, still_due(state, current))
    if not current.same_as(plan):
        raise ListOutdated
    new = [each for each in current.new if each.row.number not in without]
    changed = [each for each in current.changed if each.row.number not in without]
    registrations = _registrations(state, new, _numbers_in_use([*existing.values(), *voided.values()], current))
    known = [*existing.values()]
    del existing
    free([known])
    besides = sayings(state, current, without)
    return [*registrations, *_amendments(state, changed, overwrite=overwrite), *besides], current


def _written(work: Sequence[_Writing | Saying], plan: Plan, arrival: int) -> Written:
    return Written(
        what=OPERATION,
        count=len(work),
        drafts=lambda log: (each.draft(log) for each in work),
        arrival=arrival,
        kinds=tuple(each.KIND for each in _WRITTEN),
        spoils=lambda others: any(delegate_subject(each.delegate) in others for each in work),
        file=plan.file,
        said=plan.memory.as_json() if plan.memory.headings else {},
        person=lambda place: each.person if isinstance(each := work[place], _Registration) else None,
    )


def _is_fresh(state: ArrivalReads, plan: Plan) -> bool:
    """Return whether a list would be compared with the very same people as it was."""
    return plan.as_of >= 0 and state.written_since(plan.as_of, _CHANGING) == {}


def _with_held(state: WrittenBy, plan: Plan, heed: Callable[[], None] = lambda: None) -> Plan:
    by_hand: dict[DelegateId, frozenset[str]] = {}
    for each in plan.changed:
        heed()
        by_hand[each.delegate.id] = _set_by_hand(state, each)
    return hold(plan, by_hand)


def _set_by_hand(state: WrittenBy, changed: Changed) -> frozenset[str]:
    """Return which of the changed fields hold what a person set on a laptop, not what a list said."""
    edits = state.delegate_edits(changed.delegate.id)
    heads = {change.field: edits.heads.get(change.field, ()) for change in changed.changes}
    return frozenset(name for name, known in heads.items() if known and not _is_a_lists(state, known[-1].fact_id))


def _is_a_lists(state: FactReads, fact_id: FactId) -> bool:
    fact = state.fact(fact_id)
    return fact is not None and isinstance(fact.said, DelegateEdit) and fact.said.source == LIST


def _numbers_in_use(existing: Iterable[Delegate], plan: Plan) -> AbstractSet[str]:
    known = {each.badge_no for each in existing}  # filled one by one: nobody else works while two sets are joined
    known.update(each.delegate.badge_no for each in plan.new)
    known.update(str(each.row.values.get("badge_no", "")) for each in plan.changed)
    return known


def _free_numbers(state: BadgeNumberReads, in_use: AbstractSet[str]) -> Iterator[str]:
    number = state.last_badge_no("")
    while True:
        number += 1
        if (written := f"{number:0{_DIGITS_OF_A_BADGE_NO}d}") not in in_use:
            yield written


def _registrations(state: BadgeNumberReads, new: Sequence[New], in_use: AbstractSet[str]) -> list[_Registration]:
    numbers = _free_numbers(state, in_use)
    found = [_Registration(each.delegate, each.delegate.badge_no or next(numbers)) for each in new]
    # By name, so that those who are found together are found in the order of their names.
    return [*_by_name(found)]


def _by_name(found: list[_Registration]) -> Iterable[_Registration]:
    """Sort a run after the other: nobody else works while a sort of 100 000 goes on."""
    runs = [found[begin : begin + _RUN] for begin in range(0, len(found), _RUN)]
    for run in runs:
        run.sort(key=_name)
    return merge(*runs, key=_name)


def _name(writing: _Registration) -> str:
    return fold(writing.who.latin_name or writing.who.name)


def _amendments(state: EditReads, changed: Sequence[Changed], *, overwrite: bool) -> Iterator[_Amendment]:
    for each in changed:
        values = {change.field: as_json(change.new) for change in each.changes if overwrite or not change.held}
        if values:
            supersedes = state.delegate_edits(each.delegate.id).superseding(values)
            yield _Amendment(each.delegate.id, values, supersedes)
