"""The texts of the phones' page in the languages that screens speak: from Qt's files, without a screen."""

from checkin_app.domain.forum import Language
from checkin_app.runtime import languages
from printing.words import texts


def say(context: str, text: str, language: Language, number: int | None = None) -> str:
    """Return a text in a language, about a number where it has ``%Ln``; what is missing there stands in English."""
    if number is None:
        return (language != languages.SOURCE and texts(language).translate(context, text)) or text
    said = texts(language).translate(context, text, None, number) or text
    return said.replace("%Ln", f"{number:,}")
