from pathlib import Path

import pytest
from e2e_laptop import LIST, Founded, Laptop

from checkin_app.runtime.keys import KEYS_DIR


def _delegates(folder: Path) -> Path:
    file = folder / "delegates.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def delegates(tmp_path: Path) -> Path:
    return _delegates(tmp_path)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """The station that `laptop` is a copy of, founded once."""
    place = tmp_path_factory.mktemp("founded")
    made = Founded(place / "station", place / "keys")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEYS_DIR, str(made.keys))
        station = Laptop(made.folder)
        station.run("new", "--name", "Desk 3")
        station.run("import", str(_delegates(place)))
    return made


@pytest.fixture
def laptop(founded: Founded, tmp_path: Path, delegates: Path) -> Laptop:
    """A station with the forum that comes with the application and six delegates."""
    return founded.copied(tmp_path / "station")
