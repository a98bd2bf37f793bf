"""What the find screen shows: a question as it is typed, the newest answer to it, and who is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.badge_numbers import has_digits
from checkin_app.domain.ids import DelegateId, Instant
from checkin_app.domain.names.likeness import Likeness, likeness, sound_of


class Standing(StrEnum):
    """How a person stands at this laptop's checkpoint."""

    NOT_IN = "not_in"
    INSIDE = "inside"
    LEFT = "left"
    REPLACED = "replaced"
    """The badge whose number was typed is void: a newer one was given out."""
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Found:
    """One person as a row and at the side of it; empty text where nothing is known."""

    delegate: DelegateId
    name: str
    latin: str = ""
    readings: tuple[str, ...] = ()
    """The pinyin of a Han name, the likeliest first."""
    delegation: str = ""
    organisation: str = ""
    category_letter: str = ""
    category: str = ""
    badge_no: str = ""
    issue: int = 1
    """The issue of the badge that is valid."""
    phone: str = ""
    languages: tuple[str, ...] = ()
    """BCP 47 tags."""
    route: str = ""
    bus: str = ""
    note: str = ""
    standing: Standing = Standing.NOT_IN
    since: Instant | None = None
    formerly: str = ""
    """The name of the merged record by which they were found."""

    @property
    def sound(self) -> str:
        """Return what two people must share to be taken for each other at a desk."""
        return sound_of(self.name, self.latin, self.readings)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text came to that was typed as a number, or as a part of one or of an e-mail address."""

    bearers: Mapping[DelegateId, int | None] = field(default_factory=dict)
    """Those found whose number was typed, with the issue typed after it."""
    in_part: bool = False
    """Even the likeliest is found by a part only: it may be anybody's."""


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class FindState:
    """Everything the find screen draws."""

    query: str = ""
    asked: int = 0
    """The number of the newest question; answers to older ones are not shown."""
    answered: int = 0
    ids: tuple[DelegateId, ...] = ()
    marks: Marks = NO_MARKS
    people: Mapping[DelegateId, Found] = field(default_factory=dict)
    """Those of `ids` whose page has come."""
    chosen: DelegateId | None = None
    picked: bool = False
    """A person chose the row; the first one found is only chosen until a better one comes."""
    confirming: bool = False
    """Others are called like the chosen person: a second mark was asked for and Enter now means yes."""
    busy: bool = False
    """The chosen person is being checked in; a second Enter does nothing."""
    note: str = ""
    """What went wrong last, in words, or empty."""
    done: str = ""
    """What was done last without leaving this screen, in words, or empty."""

    @property
    def waiting(self) -> bool:
        return self.answered != self.asked

    @property
    def nobody(self) -> bool:
        """Return that the newest question is answered and nobody fits."""
        return bool(self.query.strip()) and not self.waiting and not self.ids

    @property
    def is_number(self) -> bool:
        """Return whether a number was typed, even one without a digit that a list gave to somebody."""
        return has_digits(self.query) or bool(self.bearers) or self.marks.in_part

    @property
    def bearers(self) -> Mapping[DelegateId, int | None]:
        return self.marks.bearers

    @property
    def bearer(self) -> DelegateId | None:
        """Return the one person whose number was typed; None where nobody or several bear it."""
        return next(iter(self.bearers)) if len(self.bearers) == 1 else None

    @property
    def issue(self) -> int | None:
        """Return the issue that was typed after the chosen person's number."""
        return self.bearers.get(self.chosen) if self.chosen else None

    @property
    def person(self) -> Found | None:
        return self.people.get(self.chosen) if self.chosen else None

    def alikes(self) -> Mapping[DelegateId, Likeness]:
        """Return those found who are called like somebody else found, with what they share."""
        groups: dict[str, list[Found]] = {}
        for person in self.people.values():
            groups.setdefault(person.sound, []).append(person)
        alike = [group for sound, group in groups.items() if sound and len(group) > 1]
        shared = [likeness([(each.name, each.readings) for each in group]) for group in alike]
        return {each.delegate: what for group, what in zip(alike, shared, strict=True) for each in group}

    def sharing(self) -> int:
        """Return how many of those found are called like the chosen person, that person among them; else 0."""
        sound = self.person.sound if self.person else ""
        return sum(each.sound == sound for each in self.people.values()) if sound else 0


def typed(state: FindState, query: str) -> FindState:
    """Return the state after a keystroke: one more question, unless nothing was changed or all was cleared."""
    if query == state.query:
        return state
    if not query.strip():
        return FindState(query=query, asked=state.asked + 1, answered=state.asked + 1)
    return replace(state, query=query, asked=state.asked + 1, confirming=False, note="", done="")


def answered(
    state: FindState,
    question: int,
    ids: tuple[DelegateId, ...],
    people: Iterable[Found] = (),
    marks: Marks = NO_MARKS,
) -> FindState:
    """Return the state after an answer; one that is not the newest changes nothing."""
    if question != state.asked or not state.query.strip():
        return state
    fresh = replace(state, ids=ids, marks=marks)
    stays = state.chosen in ids and _stays(fresh, anew=question == state.answered)
    chosen = state.chosen if stays else _likeliest(fresh)
    wanted = set(ids)
    known = {who: person for who, person in state.people.items() if who in wanted}
    known.update({person.delegate: person for person in people})
    # The same question asked anew, since somebody was scanned, does not take a confirmation back.
    confirming = state.confirming and question == state.answered and chosen == state.chosen
    return replace(
        fresh,
        answered=question,
        people=known,
        chosen=chosen,
        picked=state.picked and stays,
        confirming=confirming,
    )


def _stays(state: FindState, *, anew: bool) -> bool:
    """Return whether the person chosen stays chosen, if still found.

    One picked by hand does, so that an arrow pressed between two keystrokes counts; but not past another digit,
    which may make the number somebody else's.
    """
    if state.is_number:
        return anew and (state.picked or state.chosen == state.bearer)
    return anew or state.picked


def _likeliest(state: FindState) -> DelegateId | None:
    """Return whom Enter means before anybody is picked.

    Of names the first: Enter after a whole name must not mean whom its first letter had found.  Of a number its
    one bearer, and nobody where it is nobody's or several people's: numbers that are alike say nothing.
    """
    return state.bearer if state.is_number else next(iter(state.ids), None)


def refused(state: FindState, question: int, words: str) -> FindState:
    """Return the state after a question that could not be answered."""
    if question != state.asked:
        return state
    return replace(
        state,
        answered=question,
        ids=(),
        marks=NO_MARKS,
        people={},
        chosen=None,
        confirming=False,
        note=words,
    )


def page_fetched(state: FindState, people: Iterable[Found]) -> FindState:
    """Return the state with more rows filled in; people no longer found are left out."""
    wanted = set(state.ids)
    known = {person.delegate: person for person in people if person.delegate in wanted}
    return replace(state, people={**state.people, **known})


def chosen(state: FindState, delegate: DelegateId) -> FindState:
    if delegate not in state.ids:
        return state
    if delegate == state.chosen:
        return replace(state, picked=True)
    return replace(state, chosen=delegate, picked=True, confirming=False, note="", done="")


def moved(state: FindState, step: int) -> FindState:
    """Return the state after an arrow key: `step` rows down, never past the ends."""
    if not state.ids:
        return state
    at = state.ids.index(state.chosen) if state.chosen in state.ids else -step
    return chosen(state, state.ids[min(max(at + step, 0), len(state.ids) - 1)])


class Press(StrEnum):
    """What Enter comes to."""

    NOTHING = "nothing"
    ASK = "ask"
    """Several people are called so: ask for a second mark first."""
    CHECK_IN = "check_in"


def pressed(state: FindState) -> tuple[FindState, Press]:
    """Return the state after Enter and what is to be done.

    Enter means nothing while the answer on the screen is not the answer to what is typed: it would check in
    whoever an older question had found.
    """
    if state.waiting or state.busy or state.person is None:
        return state, Press.NOTHING
    # A number too: that of a namesake is the likeliest to be typed for one that cannot be read.
    if state.sharing() > 1 and not state.confirming:
        return replace(state, confirming=True), Press.ASK
    return replace(state, busy=True, note=""), Press.CHECK_IN


def settled(state: FindState, note: str = "", done: str = "") -> FindState:
    """Return the state after the check-in or the print was answered: what went wrong, or what was done."""
    return replace(state, busy=False, confirming=False, note=note, done=done)
