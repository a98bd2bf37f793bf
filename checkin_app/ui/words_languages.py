"""Names of languages, as a person at the desk says them."""

import re
from collections.abc import Iterable, Mapping

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui.words_speech import say

#: By BCP 47 tag: those spoken by the delegates of a world forum; a tag that is not here is shown as it is.
_NAMES: Mapping[str, str] = {
    "am": QT_TRANSLATE_NOOP("Language", "Amharic"),
    "ar": QT_TRANSLATE_NOOP("Language", "Arabic"),
    "bn": QT_TRANSLATE_NOOP("Language", "Bengali"),
    "cs": QT_TRANSLATE_NOOP("Language", "Czech"),
    "da": QT_TRANSLATE_NOOP("Language", "Danish"),
    "de": QT_TRANSLATE_NOOP("Language", "German"),
    "el": QT_TRANSLATE_NOOP("Language", "Greek"),
    "en": QT_TRANSLATE_NOOP("Language", "English"),
    "es": QT_TRANSLATE_NOOP("Language", "Spanish"),
    "et": QT_TRANSLATE_NOOP("Language", "Estonian"),
    "fa": QT_TRANSLATE_NOOP("Language", "Persian"),
    "fi": QT_TRANSLATE_NOOP("Language", "Finnish"),
    "fr": QT_TRANSLATE_NOOP("Language", "French"),
    "ga": QT_TRANSLATE_NOOP("Language", "Irish"),
    "he": QT_TRANSLATE_NOOP("Language", "Hebrew"),
    "hi": QT_TRANSLATE_NOOP("Language", "Hindi"),
    "hu": QT_TRANSLATE_NOOP("Language", "Hungarian"),
    "id": QT_TRANSLATE_NOOP("Language", "Indonesian"),
    "is": QT_TRANSLATE_NOOP("Language", "Icelandic"),
    "it": QT_TRANSLATE_NOOP("Language", "Italian"),
    "ja": QT_TRANSLATE_NOOP("Language", "Japanese"),
    "ka": QT_TRANSLATE_NOOP("Language", "Georgian"),
    "kk": QT_TRANSLATE_NOOP("Language", "Kazakh"),
    "km": QT_TRANSLATE_NOOP("Language", "Khmer"),
    "ko": QT_TRANSLATE_NOOP("Language", "Korean"),
    "lo": QT_TRANSLATE_NOOP("Language", "Lao"),
    "mn": QT_TRANSLATE_NOOP("Language", "Mongolian"),
    "ms": QT_TRANSLATE_NOOP("Language", "Malay"),
    "my": QT_TRANSLATE_NOOP("Language", "Burmese"),
    "nl": QT_TRANSLATE_NOOP("Language", "Dutch"),
    "no": QT_TRANSLATE_NOOP("Language", "Norwegian"),
    "pl": QT_TRANSLATE_NOOP("Language", "Polish"),
    "pt": QT_TRANSLATE_NOOP("Language", "Portuguese"),
    "ro": QT_TRANSLATE_NOOP("Language", "Romanian"),
    "ru": QT_TRANSLATE_NOOP("Language", "Russian"),
    "sv": QT_TRANSLATE_NOOP("Language", "Swedish"),
    "sw": QT_TRANSLATE_NOOP("Language", "Swahili"),
    "th": QT_TRANSLATE_NOOP("Language", "Thai"),
    "tr": QT_TRANSLATE_NOOP("Language", "Turkish"),
    "uk": QT_TRANSLATE_NOOP("Language", "Ukrainian"),
    "ur": QT_TRANSLATE_NOOP("Language", "Urdu"),
    "vi": QT_TRANSLATE_NOOP("Language", "Vietnamese"),
    "yo": QT_TRANSLATE_NOOP("Language", "Yoruba"),
    "zh": QT_TRANSLATE_NOOP("Language", "Mandarin"),
}


def language(tag: str) -> str:
    name = _NAMES.get(tag)
    return say("Language", name) if name else tag


def languages(tags: Iterable[str]) -> str:
    """Return several languages in the order given, such as “Arabic, French”."""
    return say("List", QT_TRANSLATE_NOOP("List", ", ")).join(language(tag) for tag in tags)


def tags() -> tuple[str, ...]:
    """Return the tags of all languages that have a name here."""
    return tuple(_NAMES)


_PARTED = re.compile(r"[,;/、，；]|\s+(?:and|和)\s+")


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags of languages typed by name, in the language of the screen, or by tag.

    What is no known language is kept as typed: a rare language is not lost for want of a name here.
    """
    known = {language(tag).casefold(): tag for tag in tags()}
    parts = (part.strip() for part in _PARTED.split(text))
    return tuple(dict.fromkeys(known.get(part.casefold(), part) for part in parts if part))
