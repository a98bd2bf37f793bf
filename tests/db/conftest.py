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
from takerkit import Taker, on_postgres, on_sqlite

from db.hub.database import Database
from db.store import Store
from tests.postgres import Postgres, running


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


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def hub_database(postgres: Postgres) -> Iterator[Database]:
    database = Database(postgres.new_database())
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def taker(request: pytest.FixtureRequest, folder: Path) -> Iterator[Taker]:
    """Return an empty store of either kind: what it is asked for is the same."""
    if request.param == "postgresql":
        yield on_postgres(request.getfixturevalue("hub_database"))
    else:
        with on_sqlite(folder) as opened:
            yield opened
