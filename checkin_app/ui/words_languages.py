"""Names of languages, as a person at the desk says them."""

import re
from collections.abc import Iterable

from checkin_app.domain.language_texts import NAMES
from checkin_app.ui.words_speech import listed, say


def language(tag: str) -> str:
    name = NAMES.get(tag)
    return say("Language", name) if name else tag


def languages(tags: Iterable[str]) -> str:
    """Return several languages in the order given, such as “Arabic, French”."""
    return listed(language(tag) for tag in tags)


def tags() -> tuple[str, ...]:
    """Return the tags of all languages that have a name here."""
    return tuple(NAMES)


_PARTED = re.compile(r"[,;/、，；]|\s+(?:and|和)\s+")


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags of languages typed by name, in the language of the screen, or by tag.

    What is no known language is kept as typed: a rare language is not lost for want of a name here.
    """
    known = {language(tag).casefold(): tag for tag in tags()}
    parts = (part.strip() for part in _PARTED.split(text))
    return tuple(dict.fromkeys(known.get(part.casefold(), part) for part in parts if part))
