"""A name in each script comes out whole, and as another engine sets it: Qt's, with its own bidi and its own HarfBuzz."""

import pytest
from PySide6.QtGui import QFont, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from printing import bidi, fonts
from printing.fonts import Weight
from printing.text import clean, missing_characters, shape

#: Names of people, by the family that draws them.
_NAMES = {
    "NotoSansOriya": ("ସୁନୀଲ ପଣ୍ଡା", "କୃଷ୍ଣଚନ୍ଦ୍ର", "ଶ୍ରୀନିବାସ"),
    "NotoSansSyriac": ("ܝܘܚܢܢ ܒܪ ܡܪܝܡ", "ܫܡܥܘܢ", "ܐܦܪܝܡ"),
    "NotoSansNKo": ("ߡߊ߬ߡߊߘߌ߫ ߞߊ߲߬ߕߍ", "ߛߟߋߡߊ߬ߣߊ"),
    "NotoSansTifinagh": ("ⵢⵉⴷⵉⵔ", "ⵎⴰⵙⵙⵉⵏⵉⵙⵙⴰ"),
    "NotoSansAdlam": ("𞤀𞤣𞤢𞤥", "𞤃𞤢𞤥𞤢𞤣𞤵 𞤄𞤢𞥄"),
    "NotoSansCherokee": ("ᏎᏉᏯ", "ᎠᏓᎨᏱ"),
    "NotoSansYi": ("ꃅꈌꀋ", "ꀉꆳꋪ"),
    "NotoSansOlChiki": ("ᱡᱚᱭᱯᱟᱞ", "ᱨᱟᱹᱜᱷᱩᱱᱟᱛᱷ"),
}
_ALL = [(family, name) for family, names in _NAMES.items() for name in names]


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize(("family", "name"), _ALL)
def test_a_name_is_drawn_whole_in_the_font_of_its_script(family: str, name: str, weight: Weight) -> None:
    assert not missing_characters(name)
    line = shape(clean(name), weight)
    drawn = [cluster for run in line.runs for cluster in run.clusters]
    assert all(glyph.id for cluster in drawn for glyph in cluster.glyphs)
    assert {run.face.name.partition("-")[0] for run in line.runs} <= {family, "NotoSans"}
    assert line.width > 0


@pytest.mark.parametrize(("family", "name"), _ALL)
def test_its_glyphs_are_those_that_another_engine_sets(family: str, name: str, qapp: QApplication) -> None:
    word = clean(name).split(" ")[0]
    raw = QRawFont(str(fonts.FOLDER / f"{family}-Regular.ttf"), 1000)
    font = QFont(raw.familyName())
    layout = QTextLayout(word, font)
    layout.setRawFont(raw)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    ours = [glyph.id for run in shape(word).runs for cluster in run.clusters for glyph in cluster.glyphs]
    theirs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    assert ours == (theirs[::-1] if bidi.is_right_to_left(word) else theirs)  # Qt lists them as they are read
