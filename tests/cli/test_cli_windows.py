"""The windows that the command line opens speak the language that was asked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from checkin_app.bootstrap.parts import parts
from checkin_app.cli import run


@pytest.mark.parametrize(("words", "language"), [(("--language", "en"), "en"), ((), "")])
def test_a_window_is_opened_in_the_language_asked_for(words: tuple[str, ...], language: str, tmp_path: Path) -> None:
    opened: list[tuple[str, str]] = []

    def demonstration(spoken: str) -> int:
        opened.append(("demonstration", spoken))
        return 0

    def station(_folder: Path, spoken: str) -> int:
        opened.append(("station", spoken))
        return 0

    stand_ins = replace(parts(), open_demo=demonstration, open_window=station)
    assert run(stand_ins, [*words, "demo", "--window"]) == 0
    assert run(stand_ins, [*words, "--data", str(tmp_path)]) == 0
    assert opened == [("demonstration", language), ("station", language)]
