"""The form that tests set down again is the one that the migrations make."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver

from db import migrating
from tests.form_again import remembering


def _all(file: Path, upgrade: Any) -> tuple[list[Any], dict[str, list[Any]]]:
    engine = sa.create_engine(f"sqlite:///{file}", module=driver)
    with engine.begin() as connection:
        upgrade(connection)
        made = connection.exec_driver_sql(
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        ).all()
        tables = [name for kind, name, *_ in made if kind == "table"]
        rows = {each: connection.exec_driver_sql(f'SELECT * FROM "{each}"').all() for each in tables}
    engine.dispose()
    return [tuple(each) for each in made], rows


def test_a_form_that_is_set_down_again_is_what_the_migrations_make(tmp_path: Path) -> None:
    asked: list[sa.Connection] = []

    def upgrade(connection: sa.Connection, *_more: object) -> None:
        asked.append(connection)
        migrating.upgrade(connection, to="head")

    again = remembering(upgrade)
    first, second = (_all(tmp_path / name, again) for name in ("first", "second"))
    assert len(asked) == 1
    assert first == second
    assert first[1]["alembic_version"] == [(migrating.HEAD,)]
    assert len(first[0]) > 50
