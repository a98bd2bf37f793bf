"""What a person can be looked for by, and what a typed text asks for: two sides of one spelling."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from checkin_app.domain.badge_numbers import number_key, part_keys, short_keys
from checkin_app.domain.delegates import WALK_IN, Delegate
from checkin_app.domain.names.folding import fold, spellings
from checkin_app.domain.names.pinyin import (
    PinyinTable,
    Syllables,
    is_han,
    one_umlaut,
    one_umlaut_begun,
    syllables_of,
    without_tones,
)
from checkin_app.domain.names.titles import without_titles


class KeyField(StrEnum):
    """What a key says of a person; the value is the first character of the key, so that a field is a prefix."""

    NUMBER = "0"
    """Badge and registration numbers, whole and by their last digits: a beginning of these is a part of the number."""
    PHONE = "1"
    """The digits from the last to the first: a tail of the number is then the head of the key."""
    BADGE = "2"
    """A whole badge number; to be asked for exactly, as the three after it."""
    SHORT_BADGE = "3"
    """One without its leading zeros."""
    REGISTRATION = "4"
    SHORT_REGISTRATION = "5"
    MAIL = "m"
    """An e-mail address in one word, from each of its parts on."""
    NAME = "n"
    """A whole name in one word, in each order of family and given name."""
    FAMILY = "f"
    GIVEN = "g"
    PARTS = "w"
    """Neighbouring parts of a name in one word."""
    INITIALS = "i"
    PINYIN = "p"
    DELEGATION = "d"


#: The same as plain texts: a person has some thirty keys, and a member of an enumeration is slow to look up and to join.
(
    _NUMBER, _PHONE, _BADGE, _SHORT_BADGE, _REGISTRATION, _SHORT_REGISTRATION, _MAIL, _NAME, _FAMILY, _GIVEN, _PARTS,
    _INITIALS, _PINYIN, _DELEGATION,
) = [field.value for field in KeyField]  # fmt: skip

WORD_FIELDS = frozenset({KeyField.FAMILY, KeyField.GIVEN, KeyField.DELEGATION})
"""Fields whose keys are words of their own."""
_WORD_SIGNS = frozenset(field.value for field in WORD_FIELDS)

MOST_LETTERS = 80
"""Folded letters of a name, an organisation or a question that are looked at; hostile lists hold thousands."""
MOST_WORDS = 6
"""Words of a question that are looked up; those after them would exclude no one."""
_LONGEST_READ = 12
"""Han characters of a name that is read aloud; longer ones are institutions, or no names."""
_MOST_MAIL_PARTS = 8
MOST_JOINED = 4
"""Neighbouring parts of a name that are typed as one word, as van den Berg."""
SHORTEST_TAIL = 4
"""Digits of a phone number that are worth looking up."""
SHORTEST_TYPO = 4
"""Letters a word must have before a similar one counts as a typo of it."""

#: Scripts without spaces, in which any part of a name may be asked for: Han, kana, hangul.
_FIRST_UNSPACED = "\u3005"
_UNSPACED = "\u3005-\u3007\u3041-\u309f\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_UNSPACED}]+|[^ {_UNSPACED}]+")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
#: Thai, Lao, Tibetan, Burmese, Khmer: without their marks, a syllable may begin at any letter but these vowels and signs.
_SYLLABIC = re.compile(r"[\u0e00-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]")
_NO_BEGINNING = frozenset("ะาๅๆฯະາຽໆຯ")
_SEVERAL_PHONES = re.compile(r"[;,/\n]")
_DIGITS = "0123456789"
_NOT_DIGIT = re.compile(r"\D+")
_ARTICLE = "ال"
"""Arabic definite article, written on to the name and left out as often."""


class SearchKeys(Struct, frozen=True):
    keys: frozenset[str]
    """Each led by the value of its field."""
    words: frozenset[str]
    """Every word of at least `SHORTEST_TYPO` letters in one of `WORD_FIELDS`: a mistyped word is compared with these,
    and the beginning of a word is looked up by them."""


@dataclass(frozen=True, slots=True)
class Question:
    """A typed text, folded; without words it asks for nothing."""

    words: tuple[tuple[str, ...], ...]
    """Each word in its spellings, the plain one first."""
    joined: tuple[str, ...]
    """The whole text as one word, in its spellings."""
    digits: str
    """The digits, where the text is a number; else empty."""
    mail: str = ""
    """The whole text as one word, where it may be of an e-mail address; else empty."""


def question(text: str) -> Question:
    """Return what `text` asks for; any text is safe."""
    spelt = [runs(spelling) for spelling in spellings(text[: 4 * MOST_LETTERS])]
    if not spelt[0]:
        return Question((), (), "")
    alike = [words for words in spelt if len(words) == len(spelt[0])]
    words = tuple(tuple(dict.fromkeys(each)) for each in zip(*alike, strict=True))[:MOST_WORDS]
    joined = tuple(dict.fromkeys("".join(each) for each in spelt))
    mail = joined[0].removeprefix("mailto") if "@" in text or "." in text else ""
    digits = joined[0] if joined[0].isdigit() else ""
    return Question(tuple(map(_with_umlaut, words)), _with_umlaut(joined), digits, mail)


def _with_umlaut(spelt: tuple[str, ...]) -> tuple[str, ...]:
    plain = one_umlaut_begun(spelt[0])
    return spelt if plain in spelt else (*spelt, plain)


def other_wordings(text: str) -> tuple[str, ...]:
    """Return what else a text may be typed for: the name without its titles, the pinyin without its tones."""
    typed = text[: 4 * MOST_LETTERS]
    words = runs(fold(typed))
    name = without_titles(words)
    return tuple(filter(None, (" ".join(name) if name != words else "", without_tones(typed))))


def joined(words: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return neighbouring words as one, in its spellings."""
    ways = range(max(map(len, words)))
    return tuple(dict.fromkeys("".join(word[min(way, len(word) - 1)] for word in words) for way in ways))


def is_unspaced(run: str) -> bool:
    """Return whether a folded text begins in a script that is written without spaces."""
    return run >= _FIRST_UNSPACED and _IS_UNSPACED.match(run) is not None


def runs(folded: str) -> list[str]:
    """Return the words of a folded text, parted also where a script without spaces begins or ends."""
    head = folded[:MOST_LETTERS]
    return head.split() if head.isascii() else _RUN.findall(head)


def keys_of(delegate: Delegate, table: PinyinTable) -> SearchKeys:
    """Return everything that `delegate` is found by; aliases are codes and are no keys."""
    keys = [*_badge_keys(delegate.badge_no), *_registration_keys(delegate.origin)]
    keys += _phone_keys(delegate.phone)
    keys += _mail_keys(delegate.email)
    keys += _delegation_keys(delegate.delegation, table, read=True)
    keys += _delegation_keys(delegate.organisation, table, read=False)
    readings = _readings(delegate, table)
    given_families = _words_in(delegate.family)
    for name in _names(delegate):
        for spelling in spellings(name):
            spaced = runs(spelling)
            if unspaced := [] if spelling.isascii() else [run for run in spaced if is_unspaced(run)]:
                keys += _unspaced_keys("".join(unspaced))
                spaced = [run for run in spaced if not is_unspaced(run)]
            families = given_families or _guessed_families(name, spaced, readings)
            keys += _spaced_keys(spaced, families, syllables=not readings)
            if not spelling.isascii():
                keys += _syllable_keys(spaced)
            elif ("v" in spelling or "yu" in spelling) and (plain := [one_umlaut(word) for word in spaced]) != spaced:
                keys += _spaced_keys(plain, {one_umlaut(word) for word in families}, syllables=not readings)
    for family, given in readings:
        keys += _pinyin_keys(family, given)
    found = frozenset(keys)
    words = [key[1:] for key in found if len(key) > SHORTEST_TYPO and key[0] in _WORD_SIGNS]
    return SearchKeys(found, frozenset([word for word in words if word.isascii() or not is_unspaced(word)]))


def _names(delegate: Delegate) -> tuple[str, ...]:
    both = f"{delegate.family} {delegate.given}".strip()
    return tuple(dict.fromkeys(filter(None, (delegate.name, delegate.latin_name, both))))


@lru_cache(maxsize=8192)  # many bear the same surname
def _words_in(text: str) -> frozenset[str]:
    return frozenset(word for spelling in spellings(text) for word in runs(spelling))


# ---- numbers


def _badge_keys(badge_no: str) -> Iterable[str]:
    return _number_keys(badge_no, _BADGE, _SHORT_BADGE)


def _registration_keys(origin: str) -> Iterable[str]:
    if origin.startswith(WALK_IN):
        return ()
    return _number_keys(origin, _REGISTRATION, _SHORT_REGISTRATION)


def _number_keys(number: str, whole: str, shorter: str) -> Iterable[str]:
    if not (key := number_key(number)):
        return ()
    written = [_NUMBER + each for each in part_keys(number)]
    return *written, whole + key, *[shorter + each for each in short_keys(number)]


def _mail_keys(email: str) -> Iterable[str]:
    if not email:
        return ()
    address = email[: 4 * MOST_LETTERS]
    words = fold(address)[:MOST_LETTERS].split()
    # What an address ends in, such as com, tells nobody from anybody.
    starts = range(min(max(len(words) - 1, 1), len(words), _MOST_MAIL_PARTS))
    return [_MAIL + "".join(words[start:]) for start in starts]


def _phone_keys(phone: str) -> Iterable[str]:
    if not phone:
        return ()
    numbers = [_NOT_DIGIT.sub("", fold(each)) for each in _SEVERAL_PHONES.split(phone[: 4 * MOST_LETTERS])]
    return {_PHONE + number[::-1][:20] for number in numbers if len(number) >= SHORTEST_TAIL}


# ---- names in scripts without spaces


def _unspaced_keys(name: str) -> Iterable[str]:
    """Every suffix: a prefix of one is any part of the name."""
    if not name:
        return
    yield _NAME + name
    yield _FAMILY + name
    for start in range(1, len(name)):
        yield _GIVEN + name[start:]


def _readings(delegate: Delegate, table: PinyinTable) -> tuple[tuple[Syllables, Syllables], ...]:
    """Return the readings of the Han name, each parted into family and given name."""
    name = "" if delegate.name.isascii() else "".join(runs(fold(delegate.name)))
    if not is_han(name) or len(name) > _LONGEST_READ:
        return ()
    length = table.family_length(name)
    return tuple((reading[:length], reading[length:]) for reading in table.readings(name))


def _pinyin_keys(family: Syllables, given: Syllables) -> Iterable[str]:
    syllables = family + given
    initials = "".join(each[0] for each in syllables)
    given_initials = initials[len(family) :]
    yield _NAME + "".join(syllables)
    yield _PINYIN + "".join(family)
    for start in range(len(syllables)):
        yield _PINYIN + "".join(syllables[start:])
    if given:
        yield _NAME + "".join(given + family)
        yield _INITIALS + given_initials
        yield _INITIALS + initials[0] + given_initials
        yield _INITIALS + "".join(family) + given_initials
    yield _INITIALS + initials


def _syllable_keys(words: Iterable[str]) -> Iterable[str]:
    """Words of a script without blanks are found from each of their syllables on."""
    for word in words:
        if _SYLLABIC.match(word):
            starts = (start for start in range(1, len(word)) if word[start] not in _NO_BEGINNING)
            yield from (_GIVEN + word[start:] for start in starts)


# ---- names in scripts with spaces


def _guessed_families(
    name: str, words: Sequence[str], readings: Sequence[tuple[Syllables, Syllables]]
) -> Iterable[str]:
    """Return which words rank as the surname: as read, else those in capitals, else the last.

    A guess for the order of hits only; the name itself is never split.
    """
    read = {"".join(family) for family, _ in readings}.intersection(words)
    if read:
        return read
    if not name.isupper():
        capitals = [word for word in name.split() if len(word) > 1 and word.isupper()]
        if capitals:
            return {each for word in capitals for each in _words_in(word)}
    return set(words[-1:])


def _spaced_keys(words: Sequence[str], families: Iterable[str], *, syllables: bool) -> Iterable[str]:
    if not words:
        return ()
    first = [word for word in words if word in families]
    others = [word for word in words if word not in families]
    keys = [_FAMILY + word for word in first]
    keys += [_GIVEN + word for word in others]
    keys += [key[0] + key[3:] for key in keys if key[1] == _ARTICLE[0] and key.startswith(_ARTICLE, 1) and len(key) > 5]
    for start, one in enumerate(words[:-1]):
        for word in words[start + 1 : start + MOST_JOINED]:
            one += word  # noqa: PLW2901 - the parts so far
            keys.append(_PARTS + one)
    read = syllables and all(map(syllables_of, words))
    for order in {tuple(words), (*first, *others), (*others, *first)}:
        keys.append(_NAME + "".join(order))
        if len(order) > 1:
            keys.append(_INITIALS + "".join([word[0] for word in order]))
        if read:
            keys.append(_INITIALS + "".join([part[0] for word in order for part in syllables_of(word)]))
    return keys


# ---- delegation and organisation


@lru_cache(maxsize=8192)
def _word_keys(text: str) -> frozenset[str]:
    words: set[str] = set()
    for spelling in spellings(text[: 4 * MOST_LETTERS]):
        for run in _RUN.findall(spelling[:MOST_LETTERS]):
            starts = range(len(run)) if is_unspaced(run) else range(1)
            words.update(run[start:] for start in starts)
    return frozenset(_DELEGATION + word for word in words)


def _delegation_keys(text: str, table: PinyinTable, *, read: bool) -> Iterable[str]:
    written = _word_keys(text)
    if not read or not is_han(text) or len(text) > _LONGEST_READ:
        return written
    readings = table.plain_readings(text)
    spoken = {_DELEGATION + "".join(syllables) for syllables in readings}
    initials = {_DELEGATION + "".join(each[0] for each in syllables) for syllables in readings}
    return written | spoken | initials
