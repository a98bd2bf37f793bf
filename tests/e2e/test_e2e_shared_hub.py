"""A hub of two processes on one PostgreSQL, each a folder of its own: laptops at one see what laptops at the other did."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.e2e_laptop import LIST
from tests.e2e.test_e2e_meeting import Apart, line_that
from tests.postgres import Postgres, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="interrupted by a signal")


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    with running() as server:
        yield server


def _joins(desk: Apart, invitation: str, admitting: Apart) -> None:
    with desk.running("join", invitation, "--name", desk.folder.name) as joining:
        line_that(joining, lambda line: "has asked" in line)
        admitting.run("stations", "admit", desk.folder.name)
        line_that(joining, lambda line: "takes part" in line)
        joining.wait(60)


def test_what_is_stored_by_one_process_is_seen_at_the_other_and_outlives_it(postgres: Postgres, tmp_path: Path) -> None:
    first, keys = Apart(tmp_path / "hub", keys=tmp_path / "hub-keys"), tmp_path / "hub-keys"
    first.run("new", "--name", "Hub")
    people = tmp_path / "people.csv"
    people.write_text(LIST, encoding="utf-8")
    first.run("import", str(people))
    second = Apart(tmp_path / "copy", keys=keys)
    shutil.copytree(first.folder, second.folder)
    one, two = (Apart(tmp_path / name, keys=tmp_path / f"{name}-keys") for name in ("one", "two"))
    serve = ("hub", "--listen", "127.0.0.1:0", "--database", postgres.new_database(), "--json")
    with second.running(*serve) as other:
        invitation = json.loads(line_that(other, lambda line: "invitation" in line))["invitation"]
        with first.running(*serve) as hub:
            at_first = json.loads(line_that(hub, lambda line: "invitation" in line))["invitation"]
            _joins(one, at_first, first)
            codes = first.codes()
            assert one.scan("opening", codes["林若溪"])[0]["reason"] == "admitted"
            assert one.json("sync")["went"] >= 1
            _joins(two, invitation, second)
            assert two.scan("opening", codes["林若溪"])[0]["verdict"] == "ask", (
                "scanned at a laptop of the other process"
            )
            with two.running("sync", "--watch") as watching:
                line_that(watching, lambda line: "live" in line)
                one.scan("opening", codes["佐伯 遥"])
                one.run("sync")
                line_that(watching, lambda line: "came" in line)
            postgres.crash()
            one.scan("opening", codes["林若溪"])
            assert "cannot store anything" in one.run("sync", code=1)
            postgres.start()
            assert one.json("sync")["went"] >= 1, "what was not acknowledged is sent again"
        shutil.rmtree(first.folder)
        assert two.json("sync")["came"] >= 1, "the process and its folder can be done without"
    for laptop in (second, one, two):
        laptop.run("check")


def test_the_hub_of_a_venue_takes_part_in_a_parent_hub_as_any_laptop_does(postgres: Postgres, tmp_path: Path) -> None:
    """What is asked at a venue is answered where the coordinator is, and what is scanned there is known at the parent."""
    parent, venue, desk = (
        Apart(tmp_path / name, keys=tmp_path / f"{name}-keys") for name in ("parent", "venue", "desk")
    )
    parent.run("new", "--name", "Parent")
    people = tmp_path / "people.csv"
    people.write_text(LIST, encoding="utf-8")
    parent.run("import", str(people))
    serve = ("hub", "--listen", "127.0.0.1:0", "--json")
    with parent.running(*serve, "--database", postgres.new_database()) as above:
        invitation = json.loads(line_that(above, lambda line: "invitation" in line))["invitation"]
        _joins(venue, invitation, parent)
        with venue.running(*serve) as hub, venue.running("sync", "--watch") as staying:
            line_that(staying, lambda line: "live" in line)
            invitation = json.loads(line_that(hub, lambda line: "invitation" in line))["invitation"]
            with desk.running("join", invitation, "--name", "desk") as joining:
                line_that(joining, lambda line: "has asked" in line)
                _until(lambda: any(each["name"] == "desk" for each in parent.json("stations")))
                parent.run("stations", "admit", "desk")
                line_that(joining, lambda line: "takes part" in line)
                joining.wait(60)
            codes = parent.codes()
            assert desk.scan("opening", codes["林若溪"])[0]["reason"] == "admitted"
            assert desk.json("sync")["went"] >= 1
            _until(lambda: parent.json("verify")["fold_hash"] == desk.json("verify")["fold_hash"])
            assert parent.scan("opening", codes["林若溪"])[0]["verdict"] == "ask", "inside already"
    for laptop in (parent, venue, desk):
        laptop.run("check")


def _until(holds: Callable[[], bool]) -> None:
    """Ask again, by commands that take a moment each, until something holds."""
    assert any(holds() for _ in range(30))
