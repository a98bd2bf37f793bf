"""The demonstration day, played without a display: what the README says it leaves behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

from e2e_laptop import ROOT

SCREENS = {"desk", "door", "find", "walk_in", "checkpoint", "badges", "people", "manifest"}


def test_the_demonstration_leaves_pictures_of_every_screen_badges_a_manifest_and_a_summary(tmp_path: Path) -> None:
    out = tmp_path / "day"
    command = [sys.executable, "-m", "checkin_app", "demo", "--out", str(out)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    pictures = {file.stem for file in (out / "screens").iterdir()}
    assert pictures == {Path(name).stem for name in summary["pictures"]}
    for look in ("en-1366", "en-1024", "zh-1366", "zh-1024"):
        assert {name.partition("-")[0] for name in pictures if name.endswith(look)} == SCREENS
    assert {"manifest-2-1.pdf", "badges.pdf"} <= {file.name for file in out.iterdir()}
    assert summary["first day"]["admitted"] == 150
    assert summary["second day"]["boarded"] == 18
    assert summary["bus 2-1"]["to_come"] == 6
    assert "**second day**: boarded 18" in (out / "summary.md").read_text("utf-8")
