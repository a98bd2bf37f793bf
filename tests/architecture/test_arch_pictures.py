"""The pictures of the README are of the screens as they are: they are made anew here and compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.architecture.conftest import ROOT
from tests.pictures.alike import alike, png

PICTURES = ROOT / "docs" / "pictures"
ANEW = "python3 dev.py pictures"
MOST_BYTES = 150_000
MOST_PICTURES = 7

drawn_as_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn by another library here")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every picture made anew, by a computer with another scale, language and time than most."""
    folder = tmp_path_factory.mktemp("pictures")
    elsewhere = {"QT_SCALE_FACTOR": "1.25", "LANGUAGE": "fr", "TZ": "America/Lima", "QT_STYLE_OVERRIDE": "windows"}
    command = [sys.executable, "-m", "tests.pictures", "--out", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **elsewhere}, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def _names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def _shown() -> list[str]:
    return re.findall(r"!\[[^\]]+\]\(docs/pictures/([\w-]+\.png)\)", (ROOT / "README.md").read_text("utf-8"))


@drawn_as_on_linux
def test_the_pictures_show_the_screens_as_they_are(made: Path) -> None:
    present = _names(made) & _names(PICTURES)
    older = [name for name in sorted(present) if not alike(*((each / name).read_bytes() for each in (made, PICTURES)))]
    assert not older, f"older than the screens: {', '.join(older)}. Make them anew with: {ANEW}"


@drawn_as_on_linux
def test_every_picture_has_a_maker(made: Path) -> None:
    assert _names(PICTURES) - _names(made) == set(), "nothing makes these: take them away, or let tests/pictures do it"
    assert _names(made) - _names(PICTURES) == set(), f"these are made, and not kept. Keep them with: {ANEW}"


def test_every_picture_is_shown_once_and_the_reverse() -> None:
    assert sorted(_shown()) == sorted(_names(PICTURES)), "the README and docs/pictures name different pictures"
    assert len(_shown()) <= MOST_PICTURES


@pytest.mark.parametrize("file", sorted(PICTURES.iterdir()), ids=lambda file: file.stem)
def test_a_picture_is_quickly_loaded_and_as_large_as_a_screen(file: Path) -> None:
    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as picture:
        assert picture.size == (1366, 768)


# ---- what counts as the same


def _screen(words: str = "09:12 · 未上车 16", *, down: int = 0, right: int = 0, green: str = "#2cb38f") -> Image.Image:
    """Return a picture as screens are: letters of the smallest size, a field of colour, a button."""
    picture = Image.new("RGB", (320, 120), "#f1f4f3")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 319, 40), green)
    pen.text(
        (20 + right, 10), words, "#04140f", ImageFont.truetype(ROOT / "resources/fonts/NotoSansSC-Regular.ttf", 16)
    )
    pen.rounded_rectangle((20, 60 + down, 200, 100 + down), 8, "white", "#6f7d79")
    return picture


CHANGES = {
    "another digit": lambda: _screen("09:11 · 未上车 16"),
    "a letter that is nearly the same": lambda: _screen("09:12 · 末上车 16"),
    "a dot that is gone": lambda: _screen("09:12   未上车 16"),
    "a word one pixel further on": lambda: _screen(right=1),
    "a button one pixel lower": lambda: _screen(down=1),
    "another green": lambda: _screen(green="#2c9f8f"),
    "a smaller window": lambda: _screen().crop((0, 0, 319, 120)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_can_be_seen_is_found(change: str) -> None:
    assert not alike(png(_screen()), png(CHANGES[change]()))


UNSEEN = {
    "nothing": lambda picture: picture,
    "edges softened a little": lambda picture: Image.blend(picture, picture.filter(ImageFilter.SMOOTH), 0.4),
    "every colour a little darker": lambda picture: picture.point(lambda level: max(0, level - 3)),
}


@pytest.mark.parametrize("change", UNSEEN)
def test_a_difference_that_cannot_be_seen_is_passed_over(change: str) -> None:
    assert alike(png(_screen()), png(UNSEEN[change](_screen())))
