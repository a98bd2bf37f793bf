"""What something costs the scans beside it is told from what the machine did for others meanwhile."""

import random

import pytest

from tests.bench.measures_printing import compared

_ROUNDS, _SCANS = 39, 100


@pytest.fixture
def chance() -> random.Random:
    return random.Random(3)


def _scans(chance: random.Random, meets: float = 0.0) -> list[float]:
    """Return seconds of scans, of which a part waits for a commit of something else."""
    return [chance.lognormvariate(-5, 0.3) + 0.02 * (chance.random() < meets) for _ in range(_ROUNDS * _SCANS)]


def test_a_minute_in_which_the_machine_was_busy_is_no_cost_of_printing(chance: random.Random) -> None:
    beside, alone = _scans(chance), _scans(chance)
    beside[500:900] = [0.1] * 400
    assert sorted(beside)[-len(beside) // 100] / sorted(alone)[-len(alone) // 100] > 1.2, (
        "by one figure of each it would be"
    )
    assert compared(beside, alone) < 1.2


@pytest.mark.parametrize("meets", [0.02, 0.05])
def test_what_two_of_a_hundred_scans_wait_for_is_seen_in_every_round(chance: random.Random, meets: float) -> None:
    assert compared(_scans(chance, meets), _scans(chance)) > 1.2
