"""How Chinese names are read aloud, so that they are found by pinyin and written in Latin for walk-ins."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from checkin_app.domain.names.folding import fold

Syllables = tuple[str, ...]

_MOST_READINGS = 24
"""Whole readings of one name that are worth a key: two readings of each of three characters, ü three ways."""

#: A syllable by initial and final; the y and w of zero initials count as initials.
_SYLLABLE = re.compile(
    r"[ln]yue?|(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|an|en|in|un|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|ia|ua|uo|[aeiouv])"
)
#: Whether a word has syllables at all, in one step: most Latin names have none.
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE.pattern})(?:(?![aeiouv])(?:{_SYLLABLE.pattern}))*")
_LONGEST_SYLLABLE = 6
_LONGEST_WORD = 40
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_TONE = re.compile(r"(?<=[^\W\d])[1-5]")
_UMLAUT = re.compile(r"(?<=[ln])(?:v|yu)")
_VOWELS = frozenset("aeiouv")
_BETWEEN_SYLLABLES = re.compile(r"[\s'’-]+")
_DOTS = re.compile(r"[·•・‧∙\s]+")


@dataclass(frozen=True, slots=True)
class PinyinTable:
    """Readings without tones, ü as v, the likeliest first."""

    surnames: Mapping[str, tuple[Syllables, ...]]
    """Of surnames that are read otherwise than the character, and of those with two characters."""
    characters: Mapping[str, tuple[str, ...]]

    def family_length(self, name: str) -> int:
        """Return how many characters of a Han name are the surname: 1, 2 where a compound surname leads."""
        return 2 if len(name) > 2 and name[:2] in self.surnames else 1

    def family_readings(self, family: str) -> tuple[Syllables, ...]:
        """Return the readings of a surname, those of surnames before those of the bare characters."""
        bare = product(*(self.characters.get(character, ()) for character in family))
        return tuple(dict.fromkeys((*self.surnames.get(family, ()), *bare)))

    def all_readings(self, character: str) -> tuple[str, ...]:
        """Return every reading of one character, as a surname or otherwise."""
        return tuple(syllable for (syllable,) in self.family_readings(character))

    def readings(self, name: str) -> tuple[Syllables, ...]:
        """Return the readings of a whole Han name, surname first; none where a character has none."""
        length = self.family_length(name)
        given = product(*(self.characters.get(character, ()) for character in name[length:]))
        return self._spelt((*family, *rest) for rest in given for family in self.family_readings(name[:length]))

    def plain_readings(self, text: str) -> tuple[Syllables, ...]:
        """Return the readings of Han text that is no name, such as a delegation's: one for each spelling of ü."""
        if not all(character in self.characters for character in text):
            return ()
        return self._spelt([tuple(self.characters[character][0] for character in text)])

    @staticmethod
    def _spelt(readings: Iterable[Syllables]) -> tuple[Syllables, ...]:
        spelt = (each for reading in readings for each in product(*map(umlauts, reading)))
        return tuple(dict.fromkeys(islice(spelt, _MOST_READINGS)))


def umlauts(syllable: str) -> Syllables:
    """Return the ways in which people type a syllable: ü as v, u and yu."""
    return (syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")) if "v" in syllable else (syllable,)


def load_table(content: bytes) -> PinyinTable:
    """Return the table that ``resources/pinyin/make_table.py`` wrote; see there for its form.

    Raises:
        ValueError: the content is no such table.
    """
    surnames: dict[str, tuple[Syllables, ...]] = {}
    characters: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in content.decode("utf-8").splitlines():
        if line.startswith("["):
            section = line
        elif section == "[surnames]":
            surname, *readings = line.split()
            surnames[surname] = tuple(tuple(reading.split("_")) for reading in readings)
        else:
            syllable, members = line.split()
            for character in members:
                characters[character] = (*characters.get(character, ()), syllable)
    if not surnames or not characters:
        raise ValueError("not a table of readings")
    return PinyinTable(surnames, characters)


def is_han(text: str) -> bool:
    return _HAN.fullmatch(text) is not None


@lru_cache(maxsize=16384)
def syllables_of(word: str) -> Syllables:
    """Return the syllables of a folded Latin word that reads as pinyin, else nothing.

    A syllable within a word begins with a consonant, as the apostrophe rule of GB/T 16159 has it: ``fangan``
    is fan-gan, and ``fang'an`` is two words.
    """
    if len(word) > _LONGEST_WORD or not _SYLLABLES.fullmatch(word):
        return ()
    return _split(word) or ()


def _split(word: str, *, inside: bool = False) -> Syllables | None:
    if not word:
        return ()
    for end in range(min(len(word), _LONGEST_SYLLABLE), 0, -1):
        head = word[:end]
        if _SYLLABLE.fullmatch(head) and not (inside and head[0] in "aeiouv"):
            rest = _split(word[end:], inside=True)
            if rest is not None:
                return (head, *rest)
    return None


def one_umlaut(word: str) -> str:
    """Return a folded word with the one spelling that stands for lü, lv, lyu and lu; other words as they are."""
    if "v" not in word and "yu" not in word:
        return word
    return "".join(_plain_umlaut(syllable) for syllable in syllables_of(word)) or word


def one_umlaut_begun(word: str) -> str:
    """Return the same of a word whose last syllable, or the initials after it, are still being typed."""
    if "v" not in word and "yu" not in word:
        return word
    for end in range(len(word), max(len(word) - _LONGEST_SYLLABLE, 1), -1):
        if _VOWELS.isdisjoint(word[end:]) and (whole := one_umlaut(word[:end])) != word[:end]:
            return whole + word[end:]
    return word


def _plain_umlaut(syllable: str) -> str:
    return _UMLAUT.sub("u", syllable) if syllable[0] in "ln" else syllable


def without_tones(text: str) -> str:
    """Return pinyin without the digits of its tones, as in ``wang2 wei3``; empty where `text` is anything else."""
    plain = text.casefold().replace("u:", "v")
    words = [_TONE.split(word) for word in _BETWEEN_SYLLABLES.split(plain) if word]
    toned = any(len(syllables) > 1 for syllables in words)
    read = all(syllables_of(fold(each)) for syllables in words for each in syllables if each)
    return " ".join("".join(syllables) for syllables in words) if toned and read else ""


def suggest_latin(name: str, table: PinyinTable) -> str:
    """Return a Han name as its passport most likely has it, ``OUYANG Jingyi``; empty where it cannot be read.

    ü is written YU, as in Chinese passports.  A name with a dot has no surname in front: each part is
    capitalised.
    """
    parts = [part for part in _DOTS.split(name) if part]
    read = "".join(parts)
    if not is_han(read) or not all(character in table.characters for character in read):
        return ""
    if len(parts) > 1 and not name.split()[1:]:
        return " ".join(_latin(_bare(part, table)).capitalize() for part in parts)
    length = table.family_length(read)
    family = _latin(table.family_readings(read[:length])[0]).upper()
    return f"{family} {_latin(_bare(read[length:], table)).capitalize()}".strip()


def _bare(text: str, table: PinyinTable) -> Syllables:
    return tuple(table.characters[character][0] for character in text)


def _latin(syllables: Syllables) -> str:
    return "".join(umlauts(syllable)[-1] for syllable in syllables)
