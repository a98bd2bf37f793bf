"""The sounds are those of the drawing and cannot be taken for one another."""

import importlib.util
import struct
import wave
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme
from checkin_app.ui.shell import sounds

FOLDER = theme.RESOURCES / "sounds"
NAMES = {*sounds.VERDICT_SOUNDS.values(), sounds.KEPT_FOR_LATER}


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", FOLDER / "make_sounds.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def samples(name: str) -> tuple[int, ...]:
    with wave.open(str(FOLDER / f"{name}.wav"), "rb") as file:
        assert file.getparams()[:3] == (1, 2, 44100)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_file_is_what_its_tokens_say(name: str, maker: ModuleType) -> None:
    token: dict[str, Any] = theme.tokens()["sound"][name]
    wanted = [round(32767 * each) for each in maker.melody(token)]
    written = samples(name)
    assert len(written) == len(wanted)
    # Another machine's sine may differ in its last bit.
    assert max(abs(one - other) for one, other in zip(written, wanted, strict=True)) <= 1


def test_every_verdict_sounds_and_unlike_means_unlike() -> None:
    assert set(sounds.VERDICT_SOUNDS) == set(Verdict)
    contours = {
        (tuple(token["notesHz"]), "tremoloHz" in token)
        for name, token in theme.tokens()["sound"].items()
        if name in NAMES
    }
    assert len(contours) == len(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_no_sound_clips_or_clicks(name: str) -> None:
    written = samples(name)
    assert max(abs(each) for each in written) < 32767
    assert abs(written[0]) < 400
    assert abs(written[-1]) < 400


class Effect:
    def __init__(self) -> None:
        self.calls: list[str] = []

    def stop(self) -> None:
        self.calls.append("stop")

    def play(self) -> None:
        self.calls.append("play")


def test_a_new_sound_cuts_off_the_former_and_silence_is_kept(dressed: QApplication, qtbot: QtBot) -> None:
    player = sounds.Sounds()
    effects = {name: Effect() for name in NAMES}
    player._effects = dict(effects)  # type: ignore[assignment]  # a stand-in for a loudspeaker
    player.play("go")
    assert effects["go"].calls == ["stop", "play"]
    assert effects["stop"].calls == ["stop"]
    player.on = False
    player.play("go")
    assert effects["go"].calls == ["stop", "play"]
    player.deleteLater()
