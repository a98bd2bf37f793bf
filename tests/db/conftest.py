import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy.pool import StaticPool

sys.path.insert(0, str(Path(__file__).parent))

import dbkit
from hallkit import Hall

from db.store import Store


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKIN_KEYS_DIR", str(tmp_path / "keys"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = dbkit.new_store(folder)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def connection() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://", module=driver, poolclass=StaticPool)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="module")
def hall(connection: sa.Connection) -> Hall:
    return Hall(connection)
