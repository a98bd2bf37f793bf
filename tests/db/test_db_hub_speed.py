"""What a hub takes in on PostgreSQL, beside what a bare COPY of the same rows takes in the same run."""

from collections.abc import Iterator

import ingestkit
import pytest

from tests.postgres import Postgres, running

pytestmark = pytest.mark.performance
#: What is promised of two cores that do nothing else, in facts a second.
PROMISED, CORES = 20_000, 2
RUNS = 3


@pytest.fixture
def postgres_alone() -> Iterator[Postgres]:
    with running() as server:
        yield server


def test_a_hub_takes_20_000_facts_a_second_in_batches_of_four_writers(postgres_alone: Postgres) -> None:
    """Told by the work that a fact costs, here and in the server, since others may be at work on this machine, too.

    Where they are, writers wait for each other by spinning, which counts as work: the run in which a fact cost least is told.
    """
    cost, floor = min(ingestkit.costs(postgres_alone) for _ in range(RUNS))
    print(f"\n{CORES / cost:,.0f} facts a second of {CORES} cores; a bare COPY {CORES / floor:,.0f}")  # noqa: T201
    assert CORES / cost >= PROMISED
    assert cost <= 10 * floor, "judged, chained, sealed and found again by name, in no more than ten times a bare COPY"
