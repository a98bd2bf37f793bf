"""Two laptops and a hub that is a process of its own, with folders and keys of their own: a scan there is seen here."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx2
import pytest

from checkin_app.bootstrap import meeting
from checkin_app.cli.parts import JoinWish
from checkin_app.services.conversing import Met
from checkin_app.sync.pinned import pinned_context
from tests.e2e.e2e_laptop import LIST, ROOT, Laptop


@dataclass(frozen=True)
class Apart(Laptop):
    """A laptop whose keys no other can use."""

    keys: Path = Path()

    def _done(self, words, given, code):
        before = os.environ["CHECKIN_KEYS_DIR"]
        os.environ["CHECKIN_KEYS_DIR"] = str(self.keys)
        try:
            return super()._done(words, given, code)
        finally:
            os.environ["CHECKIN_KEYS_DIR"] = before

    @contextmanager
    def its_keys(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CHECKIN_KEYS_DIR", str(self.keys))
            yield

    @contextmanager
    def running(self, *words: str, code: int = 0) -> Iterator[subprocess.Popen]:
        """Run a command until the block ends, or kills it."""
        process = subprocess.Popen(
            [sys.executable, "-m", "checkin_app", *words, "--data", str(self.folder)],
            cwd=ROOT, env={**os.environ, "CHECKIN_KEYS_DIR": str(self.keys)},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                assert process.wait(20) == code, "it ends in order"
            finally:
                process.kill()
                process.stdout.close()


def line_that(process: subprocess.Popen, holds) -> str:
    """Return the first line that a process says of which something holds."""
    said = []
    timer = threading.Timer(60, process.kill)
    timer.start()
    try:
        for line in process.stdout:
            said.append(line)
            if holds(line):
                return line
    finally:
        timer.cancel()
        timer.join()
    raise AssertionError("".join(said))


@pytest.fixture
def hub_laptop(tmp_path: Path) -> Apart:
    laptop = Apart(tmp_path / "hub", keys=tmp_path / "hub-keys")
    laptop.run("new", "--name", "Hub")
    people = tmp_path / "people.csv"
    people.write_text(LIST, encoding="utf-8")
    laptop.run("import", str(people))
    return laptop


@pytest.mark.skipif(sys.platform == "win32", reason="interrupted by a signal")
def test_a_scan_on_one_laptop_is_seen_on_another_through_the_hub(hub_laptop: Apart, tmp_path: Path) -> None:
    desks = [Apart(tmp_path / name, keys=tmp_path / f"{name}-keys") for name in ("one", "two")]
    with hub_laptop.running("hub", "--listen", "127.0.0.1:0", "--json") as hub:
        invitation = json.loads(line_that(hub, lambda line: "invitation" in line))["invitation"]
        for desk in desks:
            with desk.running("join", invitation, "--name", desk.folder.name) as joining:
                line_that(joining, lambda line: "has asked" in line)
                hub_laptop.run("stations", "admit", desk.folder.name)
                line_that(joining, lambda line: "takes part" in line)
                line_that(joining, lambda line: "facts came" in line)
                joining.wait(60)
            invitation = json.loads(hub_laptop.run("hub", "--invite", "--json"))["invitation"]
        codes = hub_laptop.codes()
        assert desks[0].scan("opening", codes["林若溪"])[0]["reason"] == "admitted"
        assert desks[0].json("sync")["went"] == 1
        assert desks[1].json("sync")["came"] >= 1
        assert desks[1].scan("opening", codes["林若溪"])[0]["verdict"] == "ask", "who is inside already is known here"
        with desks[1].running("sync", "--watch") as watching:
            line_that(watching, lambda line: "live" in line)
            desks[0].scan("opening", codes["佐伯 遥"])
            desks[0].run("sync")
            line_that(watching, lambda line: "came" in line)
        stolen = replace(desks[0])
        hub_laptop.run("stations", "revoke", "one", "--reason", "stolen")
        assert "shut out" in stolen.run("sync", code=1)
    assert "no hub runs" in desks[1].apart.run("sync", code=1), "and none was heard of in the network"
    for laptop in (hub_laptop, *desks):
        laptop.run("check")


@pytest.mark.skipif(sys.platform == "win32", reason="interrupted by a signal")
def test_a_phone_is_signed_in_and_out_beside_the_hub(hub_laptop: Apart) -> None:
    assert "does not answer" in hub_laptop.run("phones", "code", code=1)
    with hub_laptop.running("hub", "--listen", "127.0.0.1:0", "--json") as hub:
        line_that(hub, lambda line: "invitation" in line)
        shown = json.loads(hub_laptop.run("phones", "code", "--phones", "2", "--json"))
        pin = bytes.fromhex(shown["fingerprint"].replace(":", ""))
        with httpx2.Client(base_url=shown["pages"][0], verify=pinned_context(pin), trust_env=False) as phone:
            phone.headers["accept-language"] = "zh-CN"
            assert shown["code"] in phone.get(shown["link"]).text
            assert phone.post("/phone/sign-in", data={"code": shown["code"]}).status_code == 303
            assert "还没有车辆" in phone.get("/phone").text
            assert [each["phone"] for each in json.loads(hub_laptop.run("phones", "--json"))] == [1]
            hub_laptop.run("phones", "sign-out", "1")
            assert phone.get("/phone").status_code == 303
        assert "No phone with the number 1" in hub_laptop.run("phones", "sign-out", "1", code=1)
        spoken = hub_laptop.run("phones", "code")
        assert shown["fingerprint"] in spoken
        assert "█" in spoken, "a camera reads it"
        hub_laptop.run("phones", "sign-out", "--all")
    assert json.loads(hub_laptop.run("phones", "--json")) == []


def _joins(desk: Apart, invitation: str, hub: Apart, role: str) -> None:
    with desk.its_keys():
        meeting.join(desk.folder, JoinWish(invitation, desk.folder.name))
    hub.run("stations", "admit", desk.folder.name, "--role", role)
    _meets(desk)


def _meets(desk: Apart) -> Met:
    """Let a laptop meet its hub, as `sync` does."""
    with desk.its_keys():
        return meeting.meet(desk.folder)


@pytest.mark.skipif(sys.platform == "win32", reason="interrupted by a signal")
def test_where_the_hub_is_killed_the_others_go_by_themselves_to_the_coordinator_s_laptop_that_becomes_it(
    hub_laptop: Apart, tmp_path: Path
) -> None:
    one, two = (Apart(tmp_path / name, keys=tmp_path / f"{name}-keys") for name in ("one", "two"))
    listen = ("hub", "--listen", "127.0.0.1:0", "--json")
    with hub_laptop.running(*listen, code=-signal.SIGKILL) as hub:
        _joins(
            one, json.loads(line_that(hub, lambda line: "invitation" in line))["invitation"], hub_laptop, "coordinator"
        )
        _joins(two, json.loads(hub_laptop.run("hub", "--invite", "--json"))["invitation"], hub_laptop, "desk")
        with one.running(*listen) as other:
            line_that(other, lambda line: "invitation" in line)
            for each in (one, two):  # where no network tells of hubs, the first one tells of the other
                _meets(each)
            hub.kill()
            hub.wait(20)
            codes = hub_laptop.codes()
            assert two.scan("opening", codes["林若溪"])[0]["reason"] == "admitted"
            assert two.apart.json("sync")["went"] == 1
            assert one.scan("opening", codes["林若溪"])[0]["verdict"] == "ask", "who is inside already is known there"
