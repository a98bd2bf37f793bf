"""In which letters a text is written, as far as telling columns of names apart needs it."""

import re
import unicodedata

_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏɐ-ʯᴀ-ᷓḀ-ỿⱠ-ⱿＡ-Ｚａ-ｚꜢ-ꟿ]")


def is_latin(text: str) -> bool:
    """Return whether every letter of a text is a Latin one, and there is at least one."""
    if text.isascii():
        return any(map(str.isalpha, text))
    letters = [each for each in text if each.isalpha() and unicodedata.category(each) != "Lm"]
    return bool(letters) and all(_LATIN.match(each) for each in letters)


def is_other_script(text: str) -> bool:
    """Return whether a text holds letters and none of them is Latin."""
    return not text.isascii() and any(map(str.isalpha, text)) and not _LATIN.search(text)
