"""Which languages there are words in: those whose files came with the application."""

from functools import cache
from pathlib import Path

from checkin_app.domain.forum import Language
from checkin_app.runtime.paths import RESOURCES

#: The language in which texts stand in the code.
SOURCE: Language = "en"
FOLDER = RESOURCES / "i18n"
_WHOLE, _PAPERS = "checkin_", "papers_"


@cache
def of_screens() -> tuple[Language, ...]:
    """Return the languages with every text, in the order in which a switch goes through them: English is the last."""
    return (*sorted(_of(_WHOLE) - {SOURCE}), SOURCE)


@cache
def of_papers() -> tuple[Language, ...]:
    """Return the languages in which there are the words on paper."""
    return (*of_screens(), *sorted(_of(_PAPERS) - {*of_screens()}))


def _of(kind: str) -> set[Language]:
    return {file.stem.removeprefix(kind) for file in FOLDER.glob(f"{kind}*.qm")}


def texts_of(language: Language) -> Path:
    """Return the file with the texts of a language: all of them, or those on paper."""
    whole = FOLDER / f"{_WHOLE}{language}.qm"
    return whole if whole.is_file() else FOLDER / f"{_PAPERS}{language}.qm"
