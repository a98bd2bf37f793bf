"""Which languages there are words in: those whose files came with the application."""

from pathlib import Path

from checkin_app.domain.forum import Language
from checkin_app.runtime.paths import RESOURCES

#: The language in which texts stand in the code.
SOURCE: Language = "en"
FOLDER = RESOURCES / "i18n"
_WHOLE, _PAPERS = "checkin_", "papers_"


def of_screens(folder: Path = FOLDER) -> tuple[Language, ...]:
    """Return the languages with every text, in the order in which a switch goes through them: English is the last."""
    found = {file.stem.removeprefix(_WHOLE) for file in folder.glob(f"{_WHOLE}*.qm")}
    return (*sorted(found - {SOURCE}), SOURCE)


def of_papers(folder: Path = FOLDER) -> tuple[Language, ...]:
    """Return the languages in which there are the words on paper."""
    alone = {file.stem.removeprefix(_PAPERS) for file in folder.glob(f"{_PAPERS}*.qm")}
    return (*of_screens(folder), *sorted(alone - {*of_screens(folder)}))


def texts_of(language: Language, folder: Path = FOLDER) -> Path:
    """Return the file with the texts of a language: all of them, or those on paper."""
    whole = folder / f"{_WHOLE}{language}.qm"
    return whole if whole.is_file() else folder / f"{_PAPERS}{language}.qm"
