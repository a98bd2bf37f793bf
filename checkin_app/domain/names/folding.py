"""One spelling for all spellings of a name: case, accents and letters that keyboards lack make no difference."""

import unicodedata

#: Letters that no decomposition of Unicode takes apart; the plain spellings are those of ICU's Latin-ASCII
#: (CLDR transforms), except ə, which passports write a, and the Hausa hooks.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "ħ": "h", "ŧ": "t",
    "ŋ": "n", "ĸ": "k", "ə": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ƒ": "f", "ɖ": "d", "ɛ": "e", "ɔ": "o",
    "ƶ": "z", "ɨ": "i", "ʉ": "u",
    # Arabic: one alef, one yeh, one heh and one kaf, however the list was typed.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ە": "ه", "ک": "ك", "ـ": "",
    # Cyrillic: ё and й lose their marks by decomposition; these do not.
    "є": "е", "ґ": "г", "ђ": "д", "ћ": "ч",
}  # fmt: skip

#: Combining marks and invisible signs (joiners, direction marks, soft hyphens) say nothing in a search.
_SILENT = frozenset({"Mn", "Mc", "Me", "Cf"})

#: Signs inside a word that people leave out: apostrophes, okina, hamza and ayin signs.
APOSTROPHES = frozenset("'`´ʹʻʼʽʾʿˈ‘’‛′＇ꞌ")

#: Second spellings in use where a letter's accent is written out (DIN 5007-2, ICAO Doc 9303 part 3 §6).
_WRITTEN_OUT = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ə": "e",
        "Ä": "ae", "Ö": "oe", "Ü": "ue", "Ø": "oe", "Å": "aa", "Ə": "e",
    }
)  # fmt: skip
_PARTED = str.maketrans(dict.fromkeys(APOSTROPHES, " "))

_KATAKANA = range(ord("ァ"), ord("ヶ") + 1)
_TO_HIRAGANA = ord("ぁ") - ord("ァ")


def _fold_character(character: str) -> str:
    """Return the folded letters and digits of one character, a space where it parts words."""
    parts = unicodedata.normalize("NFKD", character.casefold()).casefold()
    kept = "".join(_LETTERS.get(part, part) for part in parts if not _is_silent(part))
    plain = unicodedata.normalize("NFC", kept)
    return "".join(_plain(part) for part in plain)


def _is_silent(part: str) -> bool:
    return part in APOSTROPHES or unicodedata.category(part) in _SILENT


def _plain(part: str) -> str:
    if ord(part) in _KATAKANA:
        return chr(ord(part) + _TO_HIRAGANA)
    digit = unicodedata.decimal(part, None)
    if digit is not None:
        return str(digit)
    return part if part.isalnum() else " "


class _Folds(dict[int, str]):
    """The folded form of every character met so far."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDS = _Folds()
_ASCII = [_FOLDS[code] for code in range(128)]
#: The same of ASCII as bytes are translated, which takes a tenth of the time; what is silent is deleted.
_PLAIN = "".join(folded or " " for folded in _ASCII).encode().ljust(256)
_DELETED = bytes(code for code, folded in enumerate(_ASCII) if not folded)


def fold(text: str) -> str:
    """Return `text` as lower-case words without accents, parted by single spaces; idempotent."""
    if text.isascii():
        return " ".join(text.encode().translate(_PLAIN, _DELETED).decode().split())
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDS).split())


def fold_each(text: str) -> list[str]:
    """Return the folded form of every character by itself, so that places in `text` are not lost."""
    return [_FOLDS[ord(character)] for character in text]


def written_out(character: str) -> str:
    """Return the letters that stand for an accented one, as ue for ü; empty where none do."""
    return unicodedata.normalize("NFC", character).translate(_WRITTEN_OUT) if ord(character) in _WRITTEN_OUT else ""


def spellings(text: str) -> tuple[str, ...]:
    """Return every folded spelling under which people look for `text`, the plain one first.

    ``Müller`` is looked for as muller and mueller, ``O'Brien`` as obrien and o brien.
    """
    whole = unicodedata.normalize("NFC", text)
    if whole.isascii() and "'" not in whole and "`" not in whole:
        return (fold(whole),)
    return tuple(dict.fromkeys((fold(whole), fold(whole.translate(_WRITTEN_OUT)), fold(whole.translate(_PARTED)))))
