"""Hands the commands their callables."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from checkin_app.bootstrap import lists, papers, station
from checkin_app.cli import Parts
from checkin_app.files.exports import write_table
from checkin_app.runtime.paths import default_folder
from checkin_app.services.opened import OpenedStation


def parts() -> Parts:
    """Return everything the commands need; what needs a screen is loaded when it is asked for."""
    return Parts(
        default_folder=default_folder,
        open_station=station.open_station,
        new_station=partial(station.new_station),
        unlock=station.unlock,
        plan_import=lists.plan_import,
        write_refused=lists.write_refused,
        write_table=write_table,
        write_badge=papers.write_badge,
        write_badges=_write_badges,
        write_manifest=papers.write_manifest,
        run_demo=_run_demo,
        open_demo=_open_demo,
        open_window=_open_window,
        self_check=_self_check,
    )


def _write_badges(opened: OpenedStation, path: Path, progress: Callable[[int, int], None]) -> tuple[int, list[str]]:
    written = papers.write_badges(opened, path, progress)
    return written.drawn, [f"{each.number}: {each.problem}" for each in written.refused]


def _run_demo(folder: Path | None) -> Path:
    from checkin_app.demo.play import play  # noqa: PLC0415 - loads Qt

    return play(folder)


def _open_demo() -> int:
    from checkin_app.demo.play import open_window  # noqa: PLC0415 - loads Qt

    return open_window()


def _open_window(folder: Path, language: str) -> int:
    from checkin_app.bootstrap.window import run  # noqa: PLC0415 - loads Qt

    return run(folder, language)


def _self_check() -> int:
    from checkin_app.selfcheck import self_check  # noqa: PLC0415 - loads every part

    return self_check()
