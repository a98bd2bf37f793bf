"""A station acted on as people and scripts do: through its commands, each in a process of its own."""

import csv
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRONG_CLOCK = """
import runpy, sys, time
right = time.time_ns
time.time_ns = lambda: right() + {ahead} * 10**9
sys.argv[0] = "checkin_app"
runpy.run_module("checkin_app", run_name="__main__")
"""
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
    """One station, acted on through the real command line in processes of its own."""

    folder: Path
    ahead: int = 0
    """Seconds by which its clock is wrong."""

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
        done = subprocess.run(
            [sys.executable, *self._started(), *words, "--data", str(self.folder)],
            cwd=ROOT,
            input=given,
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == code, (done.returncode, done.stderr.decode())
        return done

    def _started(self) -> list[str]:
        return ["-c", WRONG_CLOCK.format(ahead=self.ahead)] if self.ahead else ["-m", "checkin_app"]

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
