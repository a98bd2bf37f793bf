"""A font that is added while the application is open is drawn by at once, and no more once it is taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.bootstrap import font_asking
from checkin_app.bootstrap.fonts import FontsOfFolder
from checkin_app.domain.problems import GlyphMissing, StoreLocked
from checkin_app.domain.problems_printing import FontUnfit, FontUnknown
from checkin_app.runtime import added_fonts
from checkin_app.runtime.instance import sole_instance
from printing.added_fonts import forget
from printing.text import missing_characters, shape
from tests.printing.rare_font import RARE, font_of


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Path]:
    """The folder of a station that an application holds."""
    folder = tmp_path / "station"
    with sole_instance(folder):
        yield folder
    added_fonts.use(tmp_path / "elsewhere")
    forget()  # what was drawn with them must not pass for drawn without


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    file = tmp_path / "Rare letters.ttf"
    file.write_bytes(font_of(RARE))
    return file


def test_a_letter_is_drawn_at_once_and_lacks_again_once_its_font_is_gone(opened: Path, brought: Path) -> None:
    with pytest.raises(GlyphMissing):
        shape(f"王{RARE}")
    font = font_asking.kept(opened, brought)
    assert [(each.name, each.letters) for each in font_asking.listed(opened)] == [(font.name, 1)]
    assert font.file.is_file()
    assert shape(f"王{RARE}").text == f"王{RARE}"
    FontsOfFolder(opened, is_held=True).remove(font.name)
    assert font_asking.listed(opened) == []
    assert missing_characters(RARE) == RARE
    with pytest.raises(GlyphMissing):
        shape(f"王{RARE}")


def test_a_command_keeps_out_while_an_application_draws(opened: Path, brought: Path) -> None:
    with pytest.raises(StoreLocked):
        FontsOfFolder(opened).add(brought)
    assert font_asking.listed(opened) == []


@pytest.mark.parametrize("content", [b"", b"MZ\x90\0" * 99, b"\0\1\0\0" + b"\xff" * 400, b"OTTO" + b"\0" * 400])
def test_what_is_no_font_is_refused_and_nothing_is_kept(opened: Path, brought: Path, content: bytes) -> None:
    brought.write_bytes(content)
    with pytest.raises(FontUnfit):
        font_asking.kept(opened, brought)
    assert font_asking.listed(opened) == []
    assert not list(opened.glob("fonts/*"))


def test_what_is_not_there_is_neither_added_nor_taken_away(opened: Path, tmp_path: Path) -> None:
    with pytest.raises(FontUnfit):
        font_asking.kept(opened, tmp_path / "none.ttf")
    for name in ("none.ttf", "../settings.toml", ""):
        with pytest.raises(FontUnknown):
            FontsOfFolder(opened, is_held=True).remove(name)
