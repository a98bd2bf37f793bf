"""Measures what the product promises about speed and size; prints a table and writes bench.json."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.promises import PROMISES, rows
from tests.bench.yardstick import yardstick_ms

#: Each measure runs in a process of its own, so that one's memory is not the next one's.
MEASURES = (
    "fill", "start", "scan", "lookup", "find", "memory", "import", "long_import", "lists", "badges", "badge_file", "printing", "refold", "hub",
    "catch_up", "provision", "beside", "ingest", "planning", "tour",
)  # fmt: skip
_ELSEWHERE = {
    "lists": "tests.bench.measures_lists",
    "planning": "tests.bench.measures_planning",
    "tour": "tests.bench.measures_tour",
    **dict.fromkeys(("badge_file", "printing"), "tests.bench.measures_printing"),
    **dict.fromkeys(("refold", "hub", "catch_up", "provision", "beside", "ingest"), "tests.bench.measures_hub"),
}
#: What is measured on a store that another measure makes, and where that is.
_ON = {
    **dict.fromkeys(("start", "scan", "lookup", "find", "memory", "refold", "tour"), ("fill", "station")),
    "badges": ("import", "import"),
}


def with_stores(wanted: Sequence[str], folder: Path) -> list[str]:
    """Return the measures that are wanted, each after the one that makes the store it is taken on, unless that is there."""
    found: list[str] = []
    for name in wanted:
        maker, store = _ON.get(name, ("", ""))
        if maker and maker not in found and not (folder / store).exists():
            found.append(maker)
        if name not in found:
            found.append(name)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench --", description=__doc__)
    parser.add_argument("--delegates", type=int, default=100_000)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    parser.add_argument("--keep", type=Path, help="a folder for the store, used again if it is there")
    parser.add_argument("--only", nargs="*", choices=MEASURES, default=list(MEASURES))
    parser.add_argument("--busy", action="store_true", help="keep one core busy with something else meanwhile")
    args = parser.parse_args()
    with _busy(wanted=args.busy), tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = args.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures: dict[str, float] = {}
        yardsticks: dict[str, float] = {}
        for name in with_stores(args.only, folder):
            before = yardstick_ms()
            found = measured(name, folder, args)
            figures |= found
            yardsticks |= dict.fromkeys(found, (before + yardstick_ms()) / 2)
    report = {"delegates": args.delegates, "facts": args.facts, "figures": figures, "yardsticks_ms": yardsticks}
    args.out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    table = rows(figures, yardsticks)
    for row in table:
        print(f"{row[0]:<56} {row[1]:>12}   {row[2]:<8} {row[3]:>9}   {row[4]}")
    if yardsticks:
        print(f"1 yd, the yardstick of this machine's speed: {median(yardsticks.values()):.3g} ms")
    missed = [row[0] for row in table if row[4] == "MISSED"]
    print(
        f"{len(table) - len(missed)} figures reached, {len(missed)} missed, of {len(PROMISES)}; written to {args.out}"
    )
    return 0


@contextmanager
def _busy(*, wanted: bool) -> Iterator[None]:
    """Compute beside the measures until the block ends, where that is wanted."""
    if not wanted:
        yield
        return
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as beside:
        try:
            yield
        finally:
            beside.kill()


def measured(name: str, folder: Path, args: argparse.Namespace) -> dict[str, float]:
    """Return the figures of one measure, taken in a process of its own."""
    environment = {
        **os.environ,
        "CHECKIN_KEYS_DIR": str(folder / "keys"),
        "QT_QPA_PLATFORM": "offscreen",
        # What is installed is compiled: a start that compiles every module anew measures the number of its files.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    module = _ELSEWHERE.get(name, "tests.bench.measures")
    command = [sys.executable, "-m", module, name, str(folder), str(args.delegates), str(args.facts)]
    print(f"… {name}", file=sys.stderr, flush=True)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"measure {name} failed:\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    sys.exit(main())
