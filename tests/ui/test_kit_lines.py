"""Lines are measured once for what decides how they are set, and anew when that is no longer so."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from checkin_app.ui import theme
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.lines import Lines

pytestmark = pytest.mark.usefixtures("dressed")
WORDS = "Registration desk 13, hall A"


def test_a_text_is_set_by_everything_that_it_is_asked_for_with(dressed: QApplication) -> None:
    wide = paint.width_of(WORDS, theme.font_of(20))
    alone, bold = Lines(WORDS, 20, wide, least=16), Lines(WORDS, 20, wide, least=16, bold=True)
    assert (alone.pixels, alone.count) == (20, 1)
    assert bold.pixels < 20
    assert bold.count == 1
    assert Lines(WORDS, 20, 2 * wide // 3, least=20).count == 2
    assert Lines(WORDS, 20, wide // 4, least=20, most=1).count > 2
    assert (
        Lines(WORDS, 20, wide // 2, least=12, most=1).pixels
        < Lines(WORDS, 20, wide // 2, least=12, most=3).pixels
        == 20
    )
    assert (Lines("", 20, wide, least=16).pixels, Lines("", 20, wide, least=16).count) == (20, 0)


def test_a_font_that_was_added_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "QFontDatabase", SimpleNamespace(addApplicationFont=lambda _file: 0))
    monkeypatch.setattr(theme._Chosen, "fonts_added", 1000)
    assert Lines(WORDS, 20, 900, least=16).pixels == 20
    monkeypatch.setattr(paint, "width_of", lambda _words, font: 50 * font.pixelSize())
    assert Lines(WORDS, 20, 900, least=16).pixels == 20, "nothing says that it has another width"
    theme.load_added([Path("Rare.ttf")])
    assert Lines(WORDS, 20, 900, least=16).pixels == 18
