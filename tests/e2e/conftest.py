from pathlib import Path

import pytest
from e2e_laptop import LIST, Laptop


@pytest.fixture
def delegates(tmp_path: Path) -> Path:
    file = tmp_path / "delegates.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def laptop(tmp_path: Path, delegates: Path) -> Laptop:
    """A station with the forum that comes with the application and six delegates."""
    station = Laptop(tmp_path / "station")
    station.run("new", "--name", "Desk 3")
    station.run("import", str(delegates))
    return station
