"""People who are not on a list yet, and details that change."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from msgspec import UNSET, structs

from checkin_app.domain.canonical import Json, canonical
from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.delegates import (
    FIELD_NAMES,
    LONGEST_TEXT,
    PUBLIC_FIELDS,
    WALK_IN,
    BadgeStanding,
    Delegate,
    values_of,
)
from checkin_app.domain.details import Expected, Found
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import DelegateId, FactId, delegate_id_from, delegate_subject
from checkin_app.domain.kinds.badges import WITHDRAWN, BadgeReplaced
from checkin_app.domain.kinds.people import DelegateAmended, DelegateEdit, DelegateRegistered
from checkin_app.domain.kinds.withdrawals import DelegateWithdrawn
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.problems import FieldInvalid, UnknownCategory, UnknownDelegate, UnknownRoute
from checkin_app.domain.registers import Registers
from checkin_app.domain.walk_in_numbers import LONGEST, highest_of, letters_of, next_number
from checkin_app.services.badges import MendedUnit, owe_mended
from checkin_app.services.ports.people import BadgeNumberReads, EditReads, PersonReads
from checkin_app.services.ports.stations import ForumReads, StationReads
from checkin_app.services.ports.transactions import Keeping, Opens, Transaction


class NumberReads(StationReads, BadgeNumberReads, Protocol):
    """Which numbers this laptop may give."""


class PeopleUnit(ForumReads, NumberReads, PersonReads, EditReads, MendedUnit, Protocol):
    """Writes down who somebody is."""


@dataclass(frozen=True, slots=True)
class Registered:
    delegate: Delegate
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class People:
    """Register a walk-in; amend what is known of somebody."""

    open_unit: Opens[PeopleUnit]

    def register(self, delegate: Delegate) -> Registered:
        """Record a new person; `delegate.id` and `badge_no` are given here and need not be filled in.

        Badge numbers of walk-ins begin with letters of the station, so that two laptops apart never give one number
        twice: see `domain.walk_in_numbers`.

        Raises:
            FieldInvalid: the name is empty, or a field is longer than can be printed.
            UnknownCategory, UnknownRoute: not of this forum.
        """
        with self.open_unit() as unit:
            whole = recorded_person(unit, delegate)
            unit.commit()
            return Registered(whole, unit.changes)

    def amend(self, delegate: DelegateId, changes: Mapping[str, Json], seen: Registers | None = None) -> Registered:
        """Record new values of some fields; an edit that changes nothing records nothing.

        A value that is written where laptops said different things settles that, also where it is the one that holds.
        A badge that could not be drawn as the record was waits to be printed again.

        Args:
            delegate: whose.
            changes: the fields and their new values.
            seen: what whoever decided on them knew of; what came meanwhile then stands beside the edit, as a conflict.
                None where nothing came in between.

        Raises:
            UnknownDelegate: nobody here has that id.
            FieldInvalid: a field is unknown, empty where it must not be, or too long.
        """
        for name in changes:
            if name not in FIELD_NAMES:
                raise FieldInvalid(field=name, value=Found.SET, expected=Expected.FIELD)
        changes = {name: value.strip() if isinstance(value, str) else value for name, value in changes.items()}
        with self.open_unit() as unit:
            former = unit.delegate(delegate)
            if former is None:
                raise UnknownDelegate(name=delegate)
            delegate = former.id  # whoever has not heard of a merge means the person
            before, edits = values_of(former), unit.delegate_edits(delegate)
            open_ = edits.conflicts()
            real = {name: value for name, value in changes.items() if before[name] != value or name in open_}
            _checked(unit, _with(former, real))
            if real:
                supersedes = (edits if seen is None else seen).superseding(real)
                unit.record(draft_of(unit, DelegateAmended, delegate, real, supersedes))
                owe_mended(unit, delegate)
                unit.commit()
            return Registered(unit.delegate(delegate) or former, unit.changes)


def recorded_person(unit: PeopleUnit, delegate: Delegate) -> Delegate:
    """Record a new person in a transaction, as `People.register` does; return them with their id and number."""
    checked = _checked(unit, delegate)
    number = free_number(unit)
    origin = f"{WALK_IN}{unit.new_id()}"
    whole = structs.replace(checked, id=delegate_id_from(unit.forum.id, origin), badge_no=number, origin=origin)
    values = {name: value for name, value in values_of(whole).items() if value not in ("", [], False)}
    unit.record(draft_of(unit, DelegateRegistered, whole.id, values, {}))
    return whole


def withdraw(unit: Transaction, who: Delegate, badge: BadgeStanding, registration: FactId) -> None:
    """Take back that somebody was registered.

    A badge that may be out is void, by a further issue: whoever turns out to be known elsewhere can have that one.
    """
    subject = delegate_subject(who.id)
    unit.record(FactDraft(subject, BadgeReplaced(issue=badge.current + 1, reason=WITHDRAWN)))
    unit.record(FactDraft(subject, DelegateWithdrawn(fact=registration, badge_no=who.badge_no)))


def draft_of(
    keeping: Keeping,
    kind: Callable[..., DelegateEdit],
    delegate: DelegateId,
    values: Mapping[str, Json],
    supersedes: dict[str, tuple[FactId, ...]],
) -> FactDraft:
    """Return the fact that writes `values`: what is personal goes into a document, the fact holds its digest."""
    public, personal = dict[str, Json](), dict[str, Json]()
    for name, value in values.items():
        (public if name in PUBLIC_FIELDS else personal)[name] = value
    written = kind(
        values=public,
        document=keeping.keep(canonical(personal)) if personal else UNSET,
        supersedes=supersedes or UNSET,
    )
    return FactDraft(delegate_subject(delegate), written)


def _with(delegate: Delegate, changes: Mapping[str, Json]) -> Delegate:
    known = {name: tuple(value) if isinstance(value, list) else value for name, value in changes.items()}
    return structs.replace(delegate, **known)


def _checked(unit: ForumReads, delegate: Delegate) -> Delegate:
    forum = unit.forum
    if not delegate.name.strip():
        raise FieldInvalid(field=Field.NAME, value=Found.EMPTY, expected=Expected.NAME)
    for name, value in values_of(delegate).items():
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            found, expected = Found.CHARACTERS.of(length=len(value)), Expected.AT_MOST.of(most=LONGEST_TEXT)
            raise FieldInvalid(field=Field(name), value=found, expected=expected)
        if isinstance(value, str) and any(map(_is_no_writing, value)):
            raise FieldInvalid(field=Field(name), value=Found.UNREADABLE, expected=Expected.WRITING)
    category = delegate.category or forum.default_category
    if forum.category(category) is None:
        raise UnknownCategory(name=category, known=", ".join(each.id for each in forum.categories))
    for route in (delegate.route, delegate.second_route):
        if route and forum.route(route) is None:
            raise UnknownRoute(name=route, known=", ".join(each.id for each in forum.routes))
    return structs.replace(delegate, name=delegate.name.strip(), category=category)


def _is_no_writing(character: str) -> bool:
    """Return whether this is a control character or half of one; a note may have several lines."""
    return character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cs"}


def free_number(unit: NumberReads) -> str:
    """Return the next number of this station; one that somebody bears, or bore until withdrawn, is passed over."""
    letters, gone = letters_of(unit.station.id), unit.withdrawn_numbers()
    number = next_number(letters, unit.last_badge_no(letters, LONGEST))
    while number in gone or unit.badge_no_is_borne(number):
        number = next_number(letters, highest_of(number))
    return number
