"""The soak says what it has played, and ends with the seed of what it found."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import dev
from tests.soak import __main__ as soak
from tests.soak.harnesses import HARNESSES, Harness, Histories, PowerCuts, Sum


@contextmanager
def _a_short_history(_place: Path) -> Iterator[Harness]:
    yield Histories(times=2, length=10)


def test_a_round_of_everything_is_played_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(soak, "HARNESSES", (_a_short_history, *HARNESSES[1:]))
    monkeypatch.setattr(PowerCuts, "times", 2)
    assert soak.main(["--minutes", "0", "--seed", "7"]) == 0
    said = capsys.readouterr().out
    assert "Rounds 7 to 7" in said
    assert "Nothing was found." in said
    assert all(f" {number} played" in said for number in (1, 2))


def test_what_is_found_ends_it_with_the_seed_that_plays_it_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Unlucky:
        name = "days"

        def play(self, seed: int, total: Sum) -> None:
            total.played += 1
            assert seed < 3, "a law"

    assert soak.play([Unlucky()], 1, None) == 1
    said = capsys.readouterr().out
    assert "FOUND by days in round 3" in said
    assert "python3 dev.py soak --seed 3 --minutes 0" in said


def test_the_entrance_hands_over_seed_and_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(dev, "set_up", lambda _wanted: None)
    monkeypatch.setattr(dev, "loud", lambda command, **_environment: ran.append([*map(str, command)]) or 0)
    assert dev.main(["soak", "--seed", "4", "--minutes", "0.5"]) == 0
    assert dev.main(["soak"]) == 0
    assert ran[0][1:] == ["-m", "tests.soak", "--seed", "4", "--minutes", "0.5"]
    assert ran[1][1:] == ["-m", "tests.soak", "--seed", "0"]
