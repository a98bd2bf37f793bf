"""What is in sight is said in the language in use, also what was said before somebody chose it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from layout_scenes import CATALOGUE
from layout_spy import painted
from layout_stage import Stage, answers, staged
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.ui import words

_HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def at_work(dressed: QApplication, qtbot: QtBot, remembering: Any, tmp_path: Path) -> Iterator[Callable[[str], Stage]]:
    made: list[Stage] = []

    def begin(key: str) -> Stage:
        made.append(staged(key, remembering, QSize(1366, 768), tmp_path))
        qtbot.addWidget(made[-1].window)
        return made[-1]

    yield begin
    for each in made:
        each.window.close()


def play(stage: Stage, scene: Any) -> None:
    stage.replies.clear()
    stage.replies |= answers()
    scene[1](stage)
    stage.settle()


def speak(stage: Stage, language: str) -> None:
    words.speak(language)
    stage.window.retranslate()
    stage.settle()


def in_sight(stage: Stage) -> set[str]:
    """Return every text that is drawn, and what a screen reader says of what is in sight."""
    said = {each.words for each in painted(stage.window)}
    for each in stage.window.findChildren(QWidget):
        if each.isVisible():
            said |= {each.accessibleName(), each.accessibleDescription(), each.toolTip()}
    return said - {""}


@pytest.mark.parametrize("key", list(CATALOGUE))
def test_whoever_changes_the_language_finds_nothing_said_in_the_former_one(
    at_work: Callable[[str], Stage], key: str
) -> None:
    stage, wrong = at_work(key), []
    for scene in CATALOGUE[key]():
        speak(stage, "zh")
        for _ in range(2):  # so that it is the same once more: a screen may go on from what it was played before
            play(stage, scene)
        former = {each for each in in_sight(stage) if _HAN.search(each)}
        speak(stage, "en")
        stayed = former & in_sight(stage)
        play(stage, scene)
        wrong += [f"{scene[0]}: {said}" for said in sorted(stayed - in_sight(stage))]
    assert not wrong, "\n".join(wrong)
