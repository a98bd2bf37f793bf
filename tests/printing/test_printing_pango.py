"""Ninety hard names as pictures, each beside the one that Pango draws of it: another engine, with its own bidi and its own choice of fonts."""

import os
import re
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hard_names import HARD_NAMES
from PIL import Image, ImageChops, ImageFilter

from printing import fonts
from printing.paper import Paper
from printing.text import clean, shape
from tests.parts_there import needs

pytestmark = needs("pango-view")
_HEIGHT = 80
"""Pixels of an em."""
_APART = 7
"""Within so many pixels around one picture's ink the other's lies: neither puts letters on whole pixels."""
_PLAIN = ("--no-display", "--backend=cairo", "--pixels", "--hinting=none", "--hint-metrics=off", "--subpixel-positions")
_FAMILIES = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return those in which Pango finds the application's fonts and no others."""
    folder = tmp_path_factory.mktemp("pango")
    file = folder / "fonts.conf"
    file.write_text(_FAMILIES.format(fonts=fonts.FOLDER, cache=folder / "cache"), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(file)}


def _inked(picture: Image.Image) -> Image.Image:
    """Return where a picture is dark, and no margin."""
    dark = picture.convert("L").point(lambda grey: 255 if grey < 192 else 0)
    return dark.crop(dark.getbbox())


def _ours(name: str) -> Image.Image:
    line, paper = shape(name), Paper("", "")
    paper.open_page((line.width + 2) * _HEIGHT * 25.4 / 72, _HEIGHT)
    paper.line(20, _HEIGHT / 2, line, _HEIGHT, "#000000")
    paper.close_page()
    document = pypdfium2.PdfDocument(BytesIO(paper.finished()))
    try:
        return _inked(document[0].render(scale=1, grayscale=True).to_pil())
    finally:
        document.close()


def _theirs(name: str, surroundings: dict[str, str], file: Path) -> Image.Image:
    # Named first, since of a mark or a point alone Pango takes the first font that has one, which is not that of the name.
    family = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape(name).runs[0].face.name.partition("-")[0])
    drawn = ("--margin=60", f"--font={family}, Noto Sans {_HEIGHT}", "--text", name, "-o", str(file))
    subprocess.run(["pango-view", *_PLAIN, *drawn], env=surroundings, check=True, capture_output=True, timeout=60)
    return _inked(Image.open(file))


def _strays(one: Image.Image, other: Image.Image) -> float:
    """Return the part of one picture's ink that is nowhere near the other's."""
    near = other.filter(ImageFilter.MaxFilter(_APART))
    return ImageChops.subtract(one, near).histogram()[255] / one.histogram()[255]


def _are_alike(ours: Image.Image, theirs: Image.Image) -> bool:
    (width, height), (their_width, their_height) = ours.size, theirs.size
    if abs(width / their_width - 1) > 0.02 or abs(height / their_height - 1) > 0.03:
        return False
    theirs = theirs.resize(ours.size)
    return max(_strays(ours, theirs), _strays(theirs, ours)) < 0.002


@pytest.mark.parametrize("name", HARD_NAMES)
def test_a_hard_name_is_drawn_as_pango_draws_it(name: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    assert _are_alike(_ours(clean(name)), _theirs(clean(name), surroundings, tmp_path / "theirs.png"))


@pytest.mark.parametrize(
    ("name", "another"),
    [
        ("ليلى الحداد", "ليلى الحذاد"),
        ("राजेंद्र क्षत्रिय", "राजेद्र क्षत्रिय"),
        ("Trần Văn Hữu", "Trần Vân Hữu"),
        ("佐伯 遥", "佐伯 遙"),
    ],
)
def test_one_mark_less_is_seen(name: str, another: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    assert not _are_alike(_ours(name), _theirs(another, surroundings, tmp_path / "theirs.png"))
