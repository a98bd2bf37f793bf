"""Plays the demonstration: off-screen with pictures and papers, or in a window."""

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from checkin_app.bootstrap import station as stations
from checkin_app.cli.shown import HEADS, bus_row
from checkin_app.demo import story as told
from checkin_app.demo.story import Story, StoryClock
from checkin_app.domain.problems import FileNotWritable
from checkin_app.runtime.bundled import note_bundled
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.services.opened import OpenedStation


def play(folder: Path | None) -> Path:
    """Play both days off-screen; return the folder with the pictures, badges, manifest and summary.

    Raises:
        FileNotWritable: nothing can be written there.
    """
    out = folder or Path(tempfile.mkdtemp(prefix="demo-day-"))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileNotWritable(file=str(out), detail=error.strerror or "") from error
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with _own_keys() as workplace:
        summary = _play(workplace, out)
    text = json.dumps(summary, ensure_ascii=False, indent=2)
    (out / "summary.json").write_text(text + "\n", encoding="utf-8")
    (out / "summary.md").write_text(_in_words(summary), encoding="utf-8")
    return out


def open_window(language: str = "") -> int:
    """Open the application on the demonstration, on its first morning; return the exit code."""
    from checkin_app.bootstrap.window import run  # noqa: PLC0415 - loads Qt

    with _own_keys() as workplace:
        clock = StoryClock.put(told.FIRST_DAY)
        opened = told.begin(workplace / "station", clock, "Desk 3")
        story = Story(opened.station, clock)
        story.take_in_the_list()
        told.reasons(story.morning())
        papers = workplace / "to scan"
        papers.mkdir()
        told.write_papers(opened.station, papers, story.cards()[-6:])
        # Its past is made up: only what is done in the window from now on would be a loss.
        note_bundled(workplace / "station", opened.station.merging.vector())
        opened.store.close()
        sys.stdout.write(f"Badges to scan, and a manifest: {papers}\n")
        sys.stdout.flush()
        told.give_printer(workplace / "station", papers / "printed")
        clock.move_to(told.FIRST_DAY + timedelta(minutes=52))
        clock.run()
        return run(workplace / "station", language, clock)


def _play(workplace: Path, out: Path) -> dict[str, object]:
    from checkin_app.demo.pictures import of_the_first_day, of_the_second_day  # noqa: PLC0415 - loads Qt

    folder, screens = workplace / "station", out / "screens"
    clock = StoryClock.put(told.FIRST_DAY)
    first = told.spend_the_morning(folder, clock)
    told.give_printer(folder, workplace / "printed")
    pictures = of_the_first_day(folder, clock, screens)
    clock.move_to(told.SECOND_DAY)
    second = _second_day(workplace, clock, out)
    pictures += of_the_second_day(folder, clock, screens)
    return {"first day": dict(Counter(first)), **second, "pictures": sorted(path.name for path in pictures)}


def _second_day(workplace: Path, clock: StoryClock, out: Path) -> dict[str, object]:
    """Let the buses be boarded, and write papers; return what is to be said of it and of the whole."""
    opened = stations.opened(workplace / "station", clock)
    try:
        station, story = opened.station, Story(opened.station, clock)
        reasons = told.reasons(story.boarding())
        twice = told.board_apart(story, workplace / "other")
        written = told.write_papers(station, out, [story.named("佐伯 遥"), story.named("ليلى الحداد")])
        return {
            "second day": dict(Counter(reasons)),
            "delegates": len(station.queries.delegate_ids()),
            **_heads(station),
            "aboard two buses until a person settles it": twice,
            "conflicts": [f"{each.kind.value}: {each.name}" for each in station.queries.conflicts()],
            "facts verified": opened.store.check().facts,
            "papers": sorted(path.name for path in written),
        }
    finally:
        opened.store.close()


def _heads(station: OpenedStation) -> dict[str, object]:
    """Return the figures of each bus that anybody boarded, as the command that lists the buses gives them."""
    rows = (bus_row(count) for count in station.buses())
    return {f"bus {row['bus']}": {name: row[name] for name in HEADS} for row in rows if row["aboard"]}


def _in_words(summary: dict[str, object]) -> str:
    lines = ["# The demonstration day", ""]
    for name, value in summary.items():
        said = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
        said = ", ".join(map(str, said)) if isinstance(said, list) else said
        lines.append(f"- **{name}**: {said}")
    return "\n".join(lines) + "\n"


@contextmanager
def _own_keys() -> Iterator[Path]:
    """Yield a folder that goes when the demonstration ends, its keys with it."""
    former = os.environ.get(KEYS_DIR)
    folder = Path(tempfile.mkdtemp(prefix="checkin-demo-"))
    os.environ[KEYS_DIR] = str(folder / "keys")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if former is None:
            os.environ.pop(KEYS_DIR, None)
        else:
            os.environ[KEYS_DIR] = former
