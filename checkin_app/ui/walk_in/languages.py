"""Languages as a person types them, turned into tags."""

import re

from checkin_app.ui.words_languages import language, tags

_PARTED = re.compile(r"[,;/、，；]|\s+(?:and|和)\s+")


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags of languages typed by name, in the language of the screen, or by tag.

    What is no known language is kept as typed: a rare language is not lost for want of a name here.
    """
    known = {language(tag).casefold(): tag for tag in tags()}
    parts = (part.strip() for part in _PARTED.split(text))
    return tuple(dict.fromkeys(known.get(part.casefold(), part) for part in parts if part))
