"""A station acted on as people and scripts do: through its commands, from the first word to the exit code."""

import csv
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from checkin_app.runtime.keys import KEYS_DIR
from tests.e2e.command_room import done_here

ROOT = Path(__file__).resolve().parents[2]
LIST = "\ufeff编号,姓名,英文名,代表团,类别,线路\n" + "\n".join(
    f"R{number},{name},{latin},{group},{category},{route}"
    for number, (name, latin, group, category, route) in enumerate(
        [
            ("林若溪", "LIN Ruoxi", "青澜研究院", "学者", "2"),
            ("ليلى الحداد", "Layla AL-HADDAD", "Nile Basin", "delegate", "3"),
            ("José Ñáñez", "José ÑÁÑEZ", "Andes Lab", "delegate", "2"),
            ("佐伯 遥", "SAEKI Haruka", "Harbour Weekly", "media", "1"),
            ("单于谦", "SHAN Yuqian", "澜川客运", "delegate", "2"),
            ("Noor Haddad", "Noor HADDAD", "Pool", "interpreter", ""),
        ],
        1,
    )
)


@dataclass(frozen=True)
class Laptop:
    """One station, acted on through the real command line.

    The tests' process does what a command says, which spares the second that a new one takes to start; `command_room`
    sees to it that nothing is left behind.  Where the process itself is what a test is about, it has `apart`.
    """

    folder: Path
    ahead: int = 0
    """Seconds by which its clock is wrong."""
    own_process: bool = False

    @property
    def apart(self) -> Self:
        """The same laptop, each of whose commands has a process of its own."""
        return replace(self, own_process=True)

    def told(self, *words: str) -> str:
        """Return what a command that succeeds says beside its output."""
        return self.done(*words).stderr.decode()

    def done(self, *words: str, code: int = 0) -> subprocess.CompletedProcess[bytes]:
        return self._done(words, b"", code)

    def run(self, *words: str, stdin: str | bytes = "", code: int = 0) -> str:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = self._done(words, given, code)
        return done.stdout.decode() if code == 0 else done.stderr.decode()

    def _done(self, words: tuple[str, ...], given: bytes, code: int) -> subprocess.CompletedProcess[bytes]:
        said = [*words, "--data", str(self.folder)]
        done = _done_apart(said, given) if self.own_process else done_here(said, given, self.ahead)
        assert done.returncode == code, (done.returncode, done.stderr.decode())
        return done

    def json(self, *words: str):
        return json.loads(self.run(*words, "--json"))

    def scan(self, checkpoint: str, *codes: str, direction: str = "in") -> list[dict]:
        lines = "".join(f"{code}\n" for code in codes)
        told = self.run("scan", "--checkpoint", checkpoint, "--direction", direction, stdin=lines)
        return [json.loads(line) for line in told.splitlines()]

    def codes(self) -> dict[str, str]:
        """Return each delegate's code by their name."""
        out = self.folder.parent / f"{self.folder.name}-codes.csv"
        self.run("codes", "--out", str(out))
        with out.open(encoding="utf-8-sig", newline="") as stream:
            return {row["name"]: row["code"] for row in csv.DictReader(stream)}


def _done_apart(words: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "checkin_app", *words]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False, timeout=120)


@dataclass(frozen=True)
class Founded:
    """A station as it was left, of which tests take copies; its keys and its witness come along."""

    folder: Path
    keys: Path

    def copied(self, to: Path) -> Laptop:
        shutil.copytree(self.folder, to)
        shutil.copytree(self.keys, os.environ[KEYS_DIR], dirs_exist_ok=True)
        return Laptop(to)
