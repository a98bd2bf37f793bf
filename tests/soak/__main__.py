"""Plays histories, days and power cuts for hours: one seed is one round, and the same one each time."""

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pytest import MonkeyPatch

from tests.soak.harnesses import HARNESSES, Harness, Sum

#: Rounds that make a night: a hundred thousand histories, twenty thousand power cuts, three hundred kills.
NIGHT = 2_000
_TOLD_EVERY = 60.0


@contextmanager
def own_surroundings() -> Iterator[Path]:
    """Yield a folder to play in, and keep this user's own folders and keys out of reach."""
    with (
        tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as place,
        MonkeyPatch.context() as patch,
    ):
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(Path(place, name.lower())))
        patch.setenv("CHECKIN_KEYS_DIR", str(Path(place, "keys")))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        yield Path(place)


def told(sums: Sequence[Sum]) -> str:
    return "\n".join(f"  {each.name:<28} {each.played:>8} played {each.steps:>10} steps" for each in sums)


def play(harnesses: Sequence[Harness], seed: int, until: float | None) -> int:
    """Play round after round; return the exit code."""
    sums = [Sum(each.name) for each in harnesses]
    said = time.monotonic()
    for number in range(seed, seed + NIGHT):
        for harness, total in zip(harnesses, sums, strict=True):
            try:
                harness.play(number, total)
            except Exception:  # noqa: BLE001 - whatever it is, it was found
                traceback.print_exc()
                print(f"{told(sums)}\nFOUND by {harness.name} in round {number}; this plays it again:")
                print(f"  python3 dev.py soak --seed {number} --minutes 0", flush=True)
                return 1
        now = time.monotonic()
        over = number + 1 == seed + NIGHT or (until is not None and now >= until)
        if over or now - said > _TOLD_EVERY:
            said = now
            print(f"Rounds {seed} to {number}:\n{told(sums)}", flush=True)
        if over:
            break
    print("Nothing was found.", flush=True)
    return 0


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__)
    parser.add_argument("--minutes", type=float, help="how long; 0 plays one round (default: a night's figures)")
    parser.add_argument("--seed", type=int, default=0, help="the round to begin with (default: 0)")
    arguments = parser.parse_args(words)
    until = None if arguments.minutes is None else time.monotonic() + 60 * arguments.minutes
    print(f"From seed {arguments.seed} on.", flush=True)
    with own_surroundings() as place, ExitStack() as open_until_the_end:
        return play([open_until_the_end.enter_context(each(place)) for each in HARNESSES], arguments.seed, until)


if __name__ == "__main__":
    sys.exit(main())
