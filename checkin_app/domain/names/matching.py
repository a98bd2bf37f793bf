"""Which letters of a shown text a question means, so that a screen can underline why a person was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checkin_app.domain.names.folding import fold_each, written_out
from checkin_app.domain.names.pinyin import PinyinTable, syllables_of, umlauts
from checkin_app.domain.names.search_keys import SHORTEST_TAIL, is_unspaced, other_wordings, question

Span = tuple[int, int]
"""Start and end in the shown text, as of a slice."""
_Letter = tuple[int, tuple[str, ...]]
"""A place in the shown text, and the spellings under which its letter is typed."""
_LONGEST_TEXT = 160
"""Characters looked at; no line shows more."""


@dataclass(frozen=True, slots=True)
class _Taking:
    """One way in which a unit takes the next letters of what was asked."""

    letters: int
    places: frozenset[int]
    whole: bool
    """No letter of the unit is left over."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A part of a text that an initial can stand for: a syllable, a word, one Han character."""

    ways: tuple[tuple[_Letter, ...], ...]
    """The letters it is typed with: those shown, else those of a reading."""

    def takings(self, asked: str) -> list[_Taking]:
        """Return every way to take at least one letter of `asked`, longest first."""
        found = [taking for way in self.ways for taking in _takings(way, asked)]
        return sorted(found, key=lambda taking: (-taking.letters, not taking.whole))


def _takings(way: Sequence[_Letter], asked: str) -> Iterator[_Taking]:
    taken = 0
    for count, (_, spellings) in enumerate(way, 1):
        rest = asked[taken:]
        fitting = [each for each in spellings if rest.startswith(each) or each.startswith(rest)]
        if not rest or not fitting:
            return
        taken = min(taken + len(max(fitting, key=len)), len(asked))
        yield _Taking(taken, frozenset(place for place, _ in way[:count]), count == len(way))


def matches(shown: str, query: str, table: PinyinTable | None = None) -> list[Span]:
    """Return which parts of `shown` answer `query`, in order, no two touching.

    Args:
        shown: the text as it stands on the screen.
        query: what was typed, as given to find.
        table: the readings by which pinyin finds Han characters; without it only shown letters match.
    """
    asked = question(query)
    folded = [each.strip() or each[:1] for each in fold_each(shown[:_LONGEST_TEXT])]
    units = list(_units(shown, folded, table))
    covered = _covered(units, asked.joined) or _tail(folded, asked.digits)
    for word in () if covered else asked.words:
        covered |= _covered(units, word)
    for wording in () if covered else other_wordings(query):
        for word in question(wording).words:
            covered |= _covered(units, word)
    return _spans(covered, folded)


def _units(shown: str, folded: Sequence[str], table: PinyinTable | None) -> Iterator[_Unit]:
    for blank, word in groupby(range(len(folded)), lambda place: folded[place] == " "):
        letters = [] if blank else [place for place in word if folded[place]]
        for unspaced, run in groupby(letters, lambda place: is_unspaced(folded[place])):
            if unspaced:
                yield from (_han_unit(place, folded[place], table) for place in run)
            else:
                yield from _latin_units([(place, _spellings(shown[place], folded[place])) for place in run])


def _han_unit(place: int, character: str, table: PinyinTable | None) -> _Unit:
    readings = table.all_readings(character) if table else ()
    typed = ((character,), *(way for reading in readings for way in umlauts(reading)))
    return _Unit(tuple(tuple((place, (letter,)) for letter in way) for way in typed))


def _latin_units(letters: Sequence[_Letter]) -> Iterator[_Unit]:
    """Part a word into syllables where it reads as pinyin: each can then be meant by its initial."""
    word = "".join(spellings[0] for _, spellings in letters)
    syllables = syllables_of(word) if len(word) == len(letters) else ()
    start = 0
    for syllable in syllables:
        yield _Unit((tuple(letters[start : start + len(syllable)]),))
        start += len(syllable)
    if not syllables:
        yield _Unit((tuple(letters),))


def _spellings(character: str, folded: str) -> tuple[str, ...]:
    written = written_out(character)
    return (folded, written) if written else (folded,)


def _covered(units: Sequence[_Unit], spellings: Sequence[str]) -> frozenset[int]:
    """Return the places that spell one of `spellings`: letter after letter if there are such, else by initials."""
    for initials in (False, True):
        for asked in spellings:
            dead: set[tuple[int, int]] = set()
            for start in range(len(units)):
                if covered := _from(units[start:], asked, initials=initials, dead=dead):
                    return covered
    return frozenset()


def _from(units: Sequence[_Unit], asked: str, *, initials: bool, dead: set[tuple[int, int]]) -> frozenset[int] | None:
    """Return the places that spell all of `asked`, beginning with the first unit; None where they do not.

    Args:
        units: what is left of the text.
        asked: what is left of the question.
        initials: whether a unit may be left before its last letter.
        dead: how much was left of both where this was tried in vain, so that it is tried once.
    """
    if not asked:
        return frozenset()
    left = (len(units), len(asked))
    if not units or left in dead:
        return None
    for taking in units[0].takings(asked):
        rest = asked[taking.letters :]
        if initials or taking.whole or not rest:
            covered = _from(units[1:], rest, initials=initials, dead=dead)
            if covered is not None:
                return taking.places | covered
    dead.add(left)
    return None


def _tail(folded: Sequence[str], digits: str) -> frozenset[int]:
    """Return the places of the last digits of a phone number, whatever stands between them."""
    places = [place for place, each in enumerate(folded) if each.isdecimal() and len(each) == 1]
    number = "".join(folded[place] for place in places)
    found = len(digits) >= SHORTEST_TAIL and number.endswith(digits)
    return frozenset(places[len(places) - len(digits) :]) if found else frozenset()


def _spans(covered: frozenset[int], folded: Sequence[str]) -> list[Span]:
    """Join places into spans; signs that say nothing, such as marks, go with the letter before them."""
    spans: list[Span] = []
    for place, each in enumerate(folded):
        follows = bool(spans) and spans[-1][1] == place
        if follows and (place in covered or not each):
            spans[-1] = (spans[-1][0], place + 1)
        elif place in covered:
            spans.append((place, place + 1))
    return spans
