"""The network between a desk and its hub fails in every way the kernel knows: what is away is said, and nothing is missed."""

import sys
from pathlib import Path

import pytest

from tests.e2e.cutkit import CUTS, WAITS_FOR_EVER, cut_by_turns, why_not

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="networks of their own are Linux's")


@pytest.fixture(autouse=True)
def _in_networks_of_their_own() -> None:
    if reason := why_not():
        pytest.skip(f"no network of its own to cut: {reason}")


def test_a_network_that_is_cut_loses_nothing_and_is_said_to_be(tmp_path: Path) -> None:
    done = cut_by_turns(tmp_path, seed=1, times=len(CUTS))
    assert {each.name for each in CUTS if each.is_noticed} <= {*done}


def test_a_laptop_that_would_wait_for_ever_is_found_out(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="waited in vain: to notice"):
        cut_by_turns(tmp_path, 1, 1, WAITS_FOR_EVER)
