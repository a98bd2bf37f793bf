"""What the walk-in form shows, and the draft of it that outlives a restart."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum

from checkin_app.domain.ids import CheckpointId, DelegateId, Instant
from checkin_app.services.ports.people import DelegateCard


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far."""

    name: str = ""
    latin_name: str = ""
    organisation: str = ""
    phone: str = ""
    languages: str = ""
    host: str = ""
    category: str = ""
    route: str = ""

    @property
    def empty(self) -> bool:
        """Return that nobody has typed anything; a category or route alone is nothing worth keeping."""
        return not any((self.name, self.latin_name, self.organisation, self.phone, self.languages, self.host))


#: The fields that are typed, in the order of the form.
TYPED = ("name", "latin_name", "organisation", "phone", "languages", "host")
_FIELDS = tuple(each.name for each in fields(Draft))
#: A person types less into any field; what is longer was pasted by mistake and no badge could hold it.
LONGEST = 300


def draft_text(draft: Draft) -> str:
    """Return a draft as it is kept: JSON."""
    return json.dumps(asdict(draft), ensure_ascii=False, sort_keys=True)


def draft_from(text: str) -> Draft:
    """Return the draft that was kept; what cannot be read is an empty one, since a draft is no record."""
    try:
        kept = json.loads(text)
    except ValueError:
        return Draft()
    if not isinstance(kept, dict):
        return Draft()
    return Draft(**{name: kept[name][:LONGEST] for name in _FIELDS if isinstance(kept.get(name), str)})


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    id: str
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class RouteChoice:
    id: str
    name: str
    left: int | None
    """Seats that nobody holds; None while unknown or where the route has no bus yet."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Somebody on the list who may be the guest."""

    delegate: DelegateId
    name: str
    latin: str = ""
    organisation: str = ""
    badge_no: str = ""
    inside: bool = False
    since: Instant | None = None


class Phase(StrEnum):
    DRAFT = "draft"
    BUSY = "busy"
    """Being registered: a second Ctrl+Enter does nothing."""
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class WalkInState:
    """Everything the walk-in form draws."""

    draft: Draft = Draft()
    saved: bool = False
    """The draft as it stands is on disk."""
    latin_suggested: bool = True
    """The Latin name follows the own-script name until somebody types into it."""
    asked: int = 0
    """Number of the newest question about the name; older answers are not shown."""
    answered: int = 0
    """Number of the question that was answered last: who may be the guest is known for what was typed by then."""
    slow: bool = False
    """The answer is waited for so long that it is said."""
    look_alikes: tuple[LookAlike, ...] = ()
    lacking: Mapping[str, str] = field(default_factory=dict)
    """By field: the characters that no badge font has."""
    categories: tuple[CategoryChoice, ...] = ()
    routes: tuple[RouteChoice, ...] = ()
    phase: Phase = Phase.DRAFT
    missing_name: bool = False
    """Registering was tried without a name."""
    note: str = ""
    """What went wrong last, in words, or empty."""
    registered_name: str = ""
    registered_no: str = ""
    thrown_away: Draft | None = None
    """What was discarded last, to be had back until something else is typed."""

    @property
    def named(self) -> bool:
        return bool(self.draft.name.strip() or self.draft.latin_name.strip())

    @property
    def comparing(self) -> bool:
        """Return that who may be the guest is not yet known for exactly what stands in the form."""
        return self.named and self.answered < self.asked


def opened(state: WalkInState, draft: Draft, default_category: str) -> WalkInState:
    """Return the state with a draft that was kept, or with an empty one."""
    category = draft.category or default_category
    suggested = not draft.latin_name
    shown = replace(draft, category=category)
    return replace(state, draft=shown, saved=not draft.empty, latin_suggested=suggested, note="", asked=state.asked + 1)


def offered(state: WalkInState, categories: tuple[CategoryChoice, ...], routes: tuple[RouteChoice, ...]) -> WalkInState:
    """Return the state with the forum's choices; a chosen one that is no longer offered is let go."""
    draft = state.draft
    category = draft.category if draft.category in {each.id for each in categories} else ""
    route = draft.route if draft.route in {each.id for each in routes} else ""
    return replace(state, categories=categories, routes=routes, draft=replace(draft, category=category, route=route))


def edited(state: WalkInState, name: str, value: str) -> WalkInState:
    """Return the state after `value` was typed or chosen in the field `name`; an unknown field raises KeyError."""
    if name not in _FIELDS:
        raise KeyError(name)
    value = value[:LONGEST]
    if getattr(state.draft, name) == value:
        return state
    fresh = state if state.phase is Phase.DRAFT else replace(state, phase=Phase.DRAFT)
    draft = Draft(**{**asdict(state.draft), name: value})
    suggested = state.latin_suggested
    if name == "latin_name":
        suggested = not value
    asks = name in {"name", "latin_name", "organisation"}
    return replace(
        fresh,
        draft=draft,
        saved=False,
        latin_suggested=suggested,
        asked=state.asked + 1 if asks else state.asked,
        missing_name=state.missing_name and not draft.name.strip(),
        note="",
        thrown_away=None,
    )


def suggested(state: WalkInState, question: int, latin: str) -> WalkInState:
    """Return the state with a Latin name made from pinyin, unless a person has typed one."""
    if question != state.asked or not state.latin_suggested:
        return state
    return replace(state, draft=replace(state.draft, latin_name=latin))


def looked_through(state: WalkInState, question: int, lacking: Mapping[str, str]) -> WalkInState:
    """Return the state with what the badge cannot show; where nobody is named, nobody is like them."""
    if question != state.asked:
        return state
    alikes = state.look_alikes if state.named else ()
    missing = {name: text for name, text in lacking.items() if text}
    return replace(state, look_alikes=alikes, lacking=missing, slow=state.slow and state.named)


def compared(state: WalkInState, question: int, look_alikes: tuple[LookAlike, ...]) -> WalkInState:
    """Return the state with who may be the guest."""
    if question != state.asked:
        return state
    return replace(state, look_alikes=look_alikes, answered=question, slow=False)


def waited(state: WalkInState) -> WalkInState:
    """Return the state after the comparison took longer than anybody notices."""
    return replace(state, slow=state.comparing)


def latin_name_used(state: WalkInState) -> WalkInState:
    """Return the way out of a character that no font has: the Latin name stands as the name."""
    latin = state.draft.latin_name.strip()
    return edited(state, "name", latin) if latin else state


def kept(state: WalkInState, draft: Draft) -> WalkInState:
    """Return the state after `draft` was written to disk; what was typed since is not saved yet."""
    return replace(state, saved=True) if draft == state.draft else state


def begun(state: WalkInState) -> tuple[WalkInState, bool]:
    """Return the state after Ctrl+Enter and whether there is somebody to register."""
    if state.phase is Phase.BUSY or state.comparing:
        return state, False
    if not state.draft.name.strip():
        return replace(state, missing_name=True), False
    return replace(state, phase=Phase.BUSY, note=""), True


def registered(state: WalkInState, name: str, number: str, default_category: str, *, note: str = "") -> WalkInState:
    """Return an empty form that still says who was registered last, and what could not be done for them."""
    return WalkInState(
        draft=Draft(category=default_category),
        asked=state.asked + 1,
        answered=state.answered,
        categories=state.categories,
        routes=state.routes,
        phase=Phase.REGISTERED,
        registered_name=name,
        registered_no=number,
        note=note,
    )


def refused(state: WalkInState, words: str) -> WalkInState:
    """Return the state after registering failed: the draft stays as it was."""
    return replace(state, phase=Phase.DRAFT, note=words)


def discarded(state: WalkInState, default_category: str) -> WalkInState:
    return WalkInState(
        draft=Draft(category=default_category),
        asked=state.asked + 1,
        answered=state.answered,
        categories=state.categories,
        routes=state.routes,
        thrown_away=None if state.draft.empty else state.draft,
    )


def brought_back(state: WalkInState) -> WalkInState:
    """Return the form as it was before it was discarded."""
    if state.thrown_away is None:
        return state
    back = replace(state, draft=state.thrown_away, thrown_away=None, saved=False, phase=Phase.DRAFT)
    return replace(back, asked=state.asked + 1, latin_suggested=not back.draft.latin_name)


def look_alike_from(card: DelegateCard, checkpoint: CheckpointId | None, *, rehearsal: bool) -> LookAlike:
    """Return somebody on the list as the form shows them, with whether they are inside at `checkpoint`."""
    delegate = card.delegate
    presence = card.movements.at(checkpoint, rehearsal=rehearsal) if checkpoint else None
    return LookAlike(
        delegate=delegate.id,
        name=delegate.name or delegate.latin_name,
        latin=delegate.second_name,
        organisation=delegate.organisation or delegate.delegation,
        badge_no=delegate.badge_no,
        inside=presence is not None and presence.inside,
        since=presence.since if presence else None,
    )
