"""A list of operators taken in: as a whole or not at all."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.forum import ListedOperator
from checkin_app.domain.ids import DelegateId, OperatorId, operator_id_from
from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.operator_lists import (
    MOST_OPERATORS,
    OperatorFault,
    OperatorRow,
    count_people,
    has_headings,
    read_operators,
)
from checkin_app.domain.operators import Operator
from checkin_app.domain.problems_operators import (
    LastLead,
    OperatorHeadingsUnknown,
    OperatorListTooLong,
    OperatorListUnfit,
)
from checkin_app.domain.roles import Deed, OperatorRole
from checkin_app.domain.row_lists import RowFlaw, rows_of
from checkin_app.domain.texts import Phrase
from checkin_app.services.naming import operator_name
from checkin_app.services.operators import OperatorUnit, naming_of
from checkin_app.services.ports.people import PeopleQueries
from checkin_app.services.ports.transactions import Opens


@dataclass(frozen=True, slots=True)
class OperatorsTaken:
    """What came of a list of operators."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    changes: ChangeSet = frozenset()


@dataclass(frozen=True, slots=True)
class OperatorImport:
    """Takes lists of operators in, and those whom the forum's file names."""

    open_unit: Opens[OperatorUnit]
    people: PeopleQueries

    def take_in(self, file: ListFile, *, dry: bool = False) -> OperatorsTaken:
        """Name whoever is new, and change the role and the staff badge of who is there; an empty cell changes nothing.

        Raises:
            OperatorHeadingsUnknown: no row holds the headings of a list of operators.
            OperatorListTooLong: it names more people than act at any forum.
            OperatorListUnfit: something is wrong with rows of it; its `flaws` name each.
            LastLead: nobody could say any more who acts; or whoever acts here may not.
        """
        rows = rows_of(file)
        if not has_headings(rows):
            raise OperatorHeadingsUnknown(file=file.name)
        if (count := count_people(rows)) > MOST_OPERATORS:
            raise OperatorListTooLong(file=file.name, count=count, most=MOST_OPERATORS)
        list_ = read_operators(rows)
        bearers = {badge: self._bearers(badge) for each in list_.rows if (badge := each.badge)}  # no scan waits for it
        with self.open_unit() as unit:
            acting = unit.acting()
            acting.must_may(Deed.OPERATORS)
            known = {each.id: each for each in unit.operators()}
            comparing = _Comparing(bearers, known)
            for row in list_.rows:
                comparing.read(operator_id_from(unit.forum.id, row.name), row)
            if flaws := sorted((*list_.flaws, *comparing.flaws), key=lambda flaw: flaw.row):
                raise OperatorListUnfit.of(file.name, flaws)
            after = {**known, **comparing.after}
            _must_leave_a_lead(known, after)
            fresh = [each for each in comparing.after.values() if each != known.get(each.id)]
            if not dry and fresh:
                own = acting.operator.id if acting.operator else None
                ordered = sorted(fresh, key=lambda each: each.id == own)  # who may not any more afterwards, last
                unit.record_all([naming_of(unit, each) for each in ordered])
                unit.commit()
            added = sum(each.id not in known for each in fresh)
            return OperatorsTaken(
                added, len(fresh) - added, len(comparing.after) - len(fresh), frozenset() if dry else unit.changes
            )

    def _bearers(self, badge: str) -> frozenset[DelegateId]:
        return frozenset(each.delegate for each in self.people.bearers(badge))

    def start_with(self, listed: Iterable[ListedOperator]) -> None:
        """Name whom the forum's file names, where nobody was ever named: whatever people say later goes before it."""
        with self.open_unit() as unit:
            if unit.operators():
                return
            unit.by_itself()
            unit.record_all([_listed(unit, each) for each in listed])
            unit.commit()


def _listed(unit: OperatorUnit, listed: ListedOperator) -> FactDraft:
    called = operator_name(listed.name)
    who = operator_id_from(unit.forum.id, called)
    return naming_of(unit, Operator(who, called, listed.role, None, None, ""), listed=True)


class _Comparing:
    """The rows of one list beside whoever is known."""

    def __init__(self, numbers: Mapping[str, Collection[DelegateId]], known: Mapping[OperatorId, Operator]) -> None:
        self._numbers, self._known = numbers, known
        self._rows: dict[OperatorId, int] = {}
        self._bearers = {each.badge: each for each in known.values() if each.badge and each.stands}
        self.after: dict[OperatorId, Operator] = {}
        self.flaws: list[RowFlaw] = []

    def read(self, who: OperatorId, row: OperatorRow) -> None:
        before = self._known.get(who)
        badge = self._badge(row)
        if why := self._fault(who, row, before, badge):
            self.flaws.append(RowFlaw(row.row, why))
            return
        self._rows[who] = row.row
        base = before or Operator(who, row.name, OperatorRole.VOLUNTEER, None, None, "")
        delegate = badge if isinstance(badge, str) else None
        self.after[who] = after = replace(base, role=row.role or base.role, badge=delegate or base.badge)
        if after.badge:
            self._bearers[after.badge] = after

    def _fault(
        self, who: OperatorId, row: OperatorRow, before: Operator | None, badge: DelegateId | Phrase | None
    ) -> Phrase | None:
        if who in self._rows:
            return OperatorFault.TWICE.of(name=row.name, row=self._rows[who])
        if before and not before.stands:
            return OperatorFault.REVOKED.of(name=before.name)
        if before is None and row.role is None:
            return OperatorFault.ROLE.of(value="", known=", ".join(OperatorRole))
        if isinstance(badge, Phrase):
            return badge
        bearer = self._bearers.get(badge) if badge else None
        return (
            OperatorFault.BADGE_TAKEN.of(value=row.badge[:40], name=bearer.name)
            if bearer and bearer.id != who
            else None
        )

    def _badge(self, row: OperatorRow) -> DelegateId | Phrase | None:
        if not row.badge:
            return None
        found = self._numbers[row.badge]
        if len(found) == 1:
            return next(iter(found))
        fault = OperatorFault.BADGE_SHARED if found else OperatorFault.BADGE
        return fault.of(value=row.badge[:40])


def _must_leave_a_lead(known: Mapping[OperatorId, Operator], after: Mapping[OperatorId, Operator]) -> None:
    before = next((each for each in known.values() if _leads(each)), None)
    if before and not any(_leads(each) for each in after.values()):
        raise LastLead(name=before.name)


def _leads(each: Operator) -> bool:
    return each.role is OperatorRole.LEAD and each.can_sign_in
