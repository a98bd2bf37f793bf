"""Who comes: a delegate's details and badge."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from msgspec import Struct

from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import CategoryId, DelegateId, FactId, Instant, RouteId

NO_CATEGORY = CategoryId("")
NO_ROUTE = RouteId("")

#: No name on any list tried was longer than 120 characters; a badge holds two lines.
LONGEST_TEXT = 300
WALK_IN = "walk-in:"
"""How the origin of somebody begins whom no list named."""

#: Fields that say nothing about a person: they stand in the fact itself and outlive an erasure.
PUBLIC_FIELDS = frozenset({
    "badge_no", "category", "route", "second_route", "accessible", "languages", "origin", "prints_latin",
})  # fmt: skip
#: Fields that name a person to other systems and on badges that are out: nobody edits them.
LASTING_FIELDS = frozenset({"badge_no", "origin", "aliases"})


class Delegate(Struct, frozen=True, gc=False):
    """What is known of one person; empty text where nothing is; of a long list some hundred thousand are made.

    Names are kept as given, never split and never joined: `name` is the full name in the person's own script,
    `latin_name` the full name in Latin letters, `family` and `given` only where the list has them.
    """

    id: DelegateId
    name: str
    latin_name: str = ""
    family: str = ""
    given: str = ""
    honorific: str = ""
    delegation: str = ""
    organisation: str = ""
    title: str = ""
    category: CategoryId = NO_CATEGORY
    route: RouteId = NO_ROUTE
    second_route: RouteId = NO_ROUTE
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    accessible: bool = False
    """Needs an accessible place on the bus."""
    note: str = ""
    """An attention note: what to give or to say, shown with every verdict."""
    host: str = ""
    """Who invited a walk-in."""
    aliases: tuple[str, ...] = ()
    """Codes of other systems that stand for this person."""
    badge_no: str = ""
    """The number under the code on the badge, such as ``0412``; what a person can type."""
    origin: str = ""
    """How the list names this person: its registration number, or name and delegation."""
    prints_latin: bool = False
    """The badge bears the Latin name alone."""

    @property
    def second_name(self) -> str:
        """Return the Latin name where it says something that `name` does not."""
        return "" if self.latin_name == self.name else self.latin_name

    @property
    def printed_names(self) -> tuple[str, str]:
        """Return the names on the badge, the second empty where one says it all."""
        if (self.prints_latin and self.latin_name) or not self.name:
            return self.latin_name, ""
        return self.name, self.second_name

    @property
    def called(self) -> str:
        """Return what they are called out by: the name, or what stands for one that is not known here."""
        return self.name or self.latin_name or self.badge_no


FIELD_NAMES: tuple[str, ...] = tuple(each for each in Delegate.__struct_fields__ if each != "id")
#: Fields that a person may set.
EDITABLE: tuple[str, ...] = tuple(name for name in FIELD_NAMES if name not in LASTING_FIELDS)
_FIELDS_OF = attrgetter(*FIELD_NAMES)
_NAMES = frozenset(FIELD_NAMES)
_BADGE_NO = FIELD_NAMES.index("badge_no")
_LISTS = frozenset({"languages", "aliases"})


def values_of(delegate: Delegate) -> dict[str, Json]:
    """Return the fields as they are written into facts and documents."""
    values: dict[str, Json] = dict(zip(FIELD_NAMES, _FIELDS_OF(delegate), strict=True))
    for name in _LISTS:
        values[name] = [*getattr(delegate, name)]
    return values


def told_of(delegate: Delegate) -> dict[str, Json]:
    """Return the same of those fields that say anything: of most people not half do, and a list has a hundred thousand."""
    told = zip(FIELD_NAMES, _FIELDS_OF(delegate), strict=True)
    return {name: [*value] if name in _LISTS else value for name, value in told if value}


def with_badge_no(delegate: Delegate, badge_no: str) -> Delegate:
    """Return somebody with another number: ``dataclasses.replace`` takes twice as long, and a list is long."""
    if delegate.badge_no == badge_no:
        return delegate
    values = _FIELDS_OF(delegate)
    return Delegate(delegate.id, *(*values[:_BADGE_NO], badge_no, *values[_BADGE_NO + 1 :]))


def delegate_from(delegate: DelegateId, values: Mapping[str, Json]) -> Delegate:
    """Return the delegate that folded values describe; fields of a later version are passed over."""
    known: dict[str, Any] = {"name": ""}
    for name, value in values.items():
        if value is not None and name in _NAMES:
            known[name] = tuple([str(item) for item in value]) if isinstance(value, list) else value
    return Delegate(id=delegate, **known)


@dataclass(frozen=True, slots=True)
class Issue:
    """One printing right of a delegate's badge: 1 is the first, each replacement adds one."""

    number: int
    reason: str
    at: Instant
    fact_id: FactId


@dataclass(frozen=True, slots=True)
class BadgeStanding:
    """Which of a delegate's badges is valid."""

    current: int = 1
    issues: tuple[Issue, ...] = ()
    """Replacements only, in order."""
    revoked: str = ""
    """Why no badge of this delegate is valid at all, or empty."""
    state_facts: tuple[FactId, ...] = ()
    """The revocations and restorations that nothing follows: what a new one must name."""
    apart: bool = False
    """Laptops apart revoked and restored them: revoked they are, until a person settles it."""

    def is_valid(self, issue: int) -> bool:
        return issue == self.current and not self.revoked

    @property
    def replaced_at(self) -> Instant | None:
        return self.issues[-1].at if self.issues else None

    @property
    def doubled(self) -> tuple[int, ...]:
        """Return the issue numbers that two live badges bear: the valid one, where stations apart both gave it out."""
        live = [issue.number for issue in self.issues if issue.number == self.current and not self.revoked]
        return tuple(live[:1]) if len(live) > 1 else ()
