"""The languages that screens speak: one in use, and a second one for the verdict's smaller word."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from checkin_app.domain.papers import PaperWord
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.runtime import languages
from checkin_app.ui.kit import bidi


class _Spoken:
    """Which language is spoken now; Qt's installed translators are as global as this."""

    language = languages.SOURCE
    installed: tuple[QTranslator, ...] = ()


@cache
def translator(language: str) -> QTranslator:
    """Return the texts of a language; English has only its plurals there, its texts stand in the code."""
    loaded, file = QTranslator(), languages.texts_of(language)
    # By its name: Qt keeps a pointer into bytes that it is handed, which the binding has let go by then.
    if not loaded.load(str(file)):
        raise FileNotFoundError(file)
    return loaded


def offered() -> dict[str, str]:
    """Return the languages that screens speak, in the order of a switch, each with its own name for itself."""
    return {each: own_name(each) for each in languages.of_screens()}


def own_name(language: str) -> str:
    """Return what a language with words on paper calls itself, such as “Français”."""
    return say("Paper", PaperWord.LANGUAGE, language)


def spoken() -> str:
    return _Spoken.language


def second() -> str:
    """Return the language of the verdict's smaller word: English, or the first other one where English is spoken."""
    first, *_ = languages.of_screens()
    return first if _Spoken.language == languages.SOURCE else languages.SOURCE


def fitting(wanted: str) -> str:
    """Return the language to speak for a wish such as ``zh_CN``, or for the laptop's own where it is empty."""
    tag = (wanted or QLocale.system().name()).replace("_", "-").split("-")[0].lower()
    return tag if tag in languages.of_screens() else languages.SOURCE


def speak(language: str) -> None:
    """Speak a language from now on; windows then have to retranslate."""
    application = QCoreApplication.instance()
    _Spoken.language = language
    if not isinstance(application, QApplication):
        return
    for former in _Spoken.installed:
        application.removeTranslator(former)
    _Spoken.installed = (*_of_qt(language), translator(language))
    for each in _Spoken.installed:
        application.installTranslator(each)
    QLocale.setDefault(QLocale(language))
    application.setLayoutDirection(QLocale(language).textDirection())


def _of_qt(language: str) -> tuple[QTranslator, ...]:
    """Return Qt's own texts, such as those of a text field's menu, where this installation has them."""
    own = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return (own,) if language != languages.SOURCE and own.load(QLocale(language), "qtbase", "_", folder) else ()


def say(context: str, source: str, language: str = "") -> str:
    """Return a text in a language, that in use where none is named; the source itself is English."""
    wanted = language or _Spoken.language
    return source if wanted == languages.SOURCE else translator(wanted).translate(context, source) or source


def counted(context: str, source: str, number: int) -> str:
    """Return a text about a number in the language in use, in the form that it has for it."""
    said = translator(_Spoken.language).translate(context, source, None, number) or source
    return said.replace("%Ln", _grouped(number))


def figure(number: int) -> str:
    """Return how many there are as every text with ``%Ln`` says it, such as 15,228, left to right in any sentence."""
    return bidi.code(_grouped(number))


def _grouped(number: int) -> str:
    return QLocale(_Spoken.language).toString(number)


def listed(parts: Iterable[str]) -> str:
    """Return several things one after another, as the language in use lists them."""
    return say("List", QT_TRANSLATE_NOOP("List", ", ")).join(parts)


def in_a_row(sentences: Iterable[str]) -> str:
    """Return sentences as one text; a Chinese full stop brings its own room, and no space comes after it."""
    return " ".join(sentences).replace("。 ", "。")
