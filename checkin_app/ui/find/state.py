"""What the find screen shows: a question as it is typed, the newest answer to it, and who is chosen."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.folding import fold
from checkin_app.domain.ids import DelegateId, Instant


class Standing(StrEnum):
    """How a person stands at this laptop's checkpoint."""

    NOT_IN = "not_in"
    INSIDE = "inside"
    LEFT = "left"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Found:
    """One person as a row and at the side of it; empty text where nothing is known."""

    delegate: DelegateId
    name: str
    latin: str = ""
    delegation: str = ""
    organisation: str = ""
    category_letter: str = ""
    category: str = ""
    badge_no: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    """BCP 47 tags."""
    route: str = ""
    bus: str = ""
    note: str = ""
    standing: Standing = Standing.NOT_IN
    since: Instant | None = None

    @property
    def sound(self) -> str:
        """Return what two people must share to be taken for each other at a desk: the folded Latin name."""
        return fold(self.latin or self.name).replace(" ", "")


@dataclass(frozen=True, slots=True)
class FindState:
    """Everything the find screen draws."""

    query: str = ""
    asked: int = 0
    """The number of the newest question; answers to older ones are not shown."""
    answered: int = 0
    ids: tuple[DelegateId, ...] = ()
    people: Mapping[DelegateId, Found] = field(default_factory=dict)
    """Those of `ids` whose page has come."""
    chosen: DelegateId | None = None
    picked: bool = False
    """A person chose the row; the first one found is only chosen until a better one comes."""
    confirming: bool = False
    """The chosen person shares a pinyin: a second mark was asked for and Enter now means yes."""
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
    def person(self) -> Found | None:
        return self.people.get(self.chosen) if self.chosen else None

    def alikes(self) -> frozenset[DelegateId]:
        """Return those found who are called the same in Latin letters as somebody else found."""
        sounds = Counter(person.sound for person in self.people.values() if person.sound)
        return frozenset(each.delegate for each in self.people.values() if sounds[each.sound] > 1)

    def sharing(self) -> int:
        """Return how many of those found share the chosen person's pinyin, that person among them; else 0."""
        sound = self.person.sound if self.person else ""
        return sum(each.sound == sound for each in self.people.values()) if sound else 0


def typed(state: FindState, query: str) -> FindState:
    """Return the state after a keystroke: one more question, unless nothing was changed or all was cleared."""
    if query == state.query:
        return state
    if not query.strip():
        return FindState(query=query, asked=state.asked + 1, answered=state.asked + 1)
    return replace(state, query=query, asked=state.asked + 1, confirming=False, note="", done="")


def answered(state: FindState, question: int, ids: tuple[DelegateId, ...], people: Iterable[Found] = ()) -> FindState:
    """Return the state after an answer; one that is not the newest changes nothing.

    A person picked by hand stays chosen while still found, so that an arrow pressed between two keystrokes counts;
    otherwise the likeliest is chosen: Enter after a whole name must not mean whom its first letter had found.
    """
    if question != state.asked or not state.query.strip():
        return state
    stays = state.chosen in ids and (state.picked or question == state.answered)
    chosen = state.chosen if stays else next(iter(ids), None)
    wanted = set(ids)
    known = {who: person for who, person in state.people.items() if who in wanted}
    known.update({person.delegate: person for person in people})
    # The same question asked anew, since somebody was scanned, does not take a confirmation back.
    confirming = state.confirming and question == state.answered and chosen == state.chosen
    return replace(
        state,
        answered=question,
        ids=ids,
        people=known,
        chosen=chosen,
        picked=state.picked and stays,
        confirming=confirming,
    )


def refused(state: FindState, question: int, words: str) -> FindState:
    """Return the state after a question that could not be answered."""
    if question != state.asked:
        return state
    return replace(state, answered=question, ids=(), people={}, chosen=None, confirming=False, note=words)


def page_came(state: FindState, people: Iterable[Found]) -> FindState:
    """Return the state with more rows filled in; people no longer found are left out."""
    wanted = set(state.ids)
    known = {person.delegate: person for person in people if person.delegate in wanted}
    return replace(state, people={**state.people, **known})


def chose(state: FindState, delegate: DelegateId) -> FindState:
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
    return chose(state, state.ids[min(max(at + step, 0), len(state.ids) - 1)])


class Press(StrEnum):
    """What Enter comes to."""

    NOTHING = "nothing"
    ASK = "ask"
    """Two people share this pinyin: ask for a second mark first."""
    CHECK_IN = "check_in"


def pressed(state: FindState) -> tuple[FindState, Press]:
    """Return the state after Enter and what is to be done.

    Enter means nothing while the answer on the screen is not the answer to what is typed: it would check in
    whoever an older question had found.
    """
    if state.waiting or state.busy or state.person is None:
        return state, Press.NOTHING
    if state.sharing() > 1 and not state.confirming:
        return replace(state, confirming=True), Press.ASK
    return replace(state, busy=True, note=""), Press.CHECK_IN


def settled(state: FindState, note: str = "", done: str = "") -> FindState:
    """Return the state after the check-in or the print was answered: what went wrong, or what was done."""
    return replace(state, busy=False, confirming=False, note=note, done=done)
