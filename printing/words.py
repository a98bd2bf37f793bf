"""The words on paper in the languages that papers are in; Qt's translation files without a screen."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from checkin_app.domain.forum import Language
from checkin_app.domain.papers import PaperWord
from checkin_app.runtime import languages

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator


@cache
def texts(language: Language) -> "QTranslator":
    from PySide6.QtCore import QTranslator  # noqa: PLC0415 - what is drawn in English alone does without Qt

    texts = QTranslator()
    texts.load(str(languages.texts_of(language)))  # where there is none it says nothing, and English stands
    return texts


def word(of: PaperWord, language: Language) -> str:
    """Return one word in a language, in English where there are none in it."""
    return (language != languages.SOURCE and texts(language).translate("Paper", of)) or of.value


def words(of: PaperWord, wanted: Sequence[Language]) -> tuple[str, ...]:
    """Return one word in each of some languages, each once."""
    return tuple(dict.fromkeys(word(of, language) for language in wanted))
