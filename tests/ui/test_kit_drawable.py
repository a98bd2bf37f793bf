"""What no font of this computer has is shown by its number, on every surface, and never as an empty box."""

import re
import struct
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QWidget

from checkin_app.ui import theme
from checkin_app.ui.find.rows import _Look, draw_fitting
from checkin_app.ui.kit import drawable as module
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.drawable import drawable, drawable_spans
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lines import Lines

#: Qt says of each family that it has no rules for a script, before it asks the next.
pytestmark = [pytest.mark.qt_log_ignore("OpenType support missing"), pytest.mark.usefixtures("dressed")]

RARE = "\U00020bb7田"
"""No font that comes with the application has the first."""
PRIVATE = "李\ue0a1"
HALF = "a\ud842b"


@pytest.fixture(autouse=True)
def _a_system_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand for a computer whose fonts lack the rare letter, whatever this one has."""
    lacks = module._lacks.__wrapped__
    monkeypatch.setattr(module, "_lacks", lambda each: each == RARE[0] or lacks(each))
    drawable.cache_clear()


def test_what_is_missing_stands_by_its_number_and_the_rest_as_it_is() -> None:
    assert drawable(RARE) == "[U+20BB7]田"
    assert drawable(PRIVATE) == "李[U+E0A1]"
    assert drawable(HALF) == "a[U+D842]b"
    for known in ("Åsa Ñáñez", "ليلى الحداد", "林若溪", "ሰላም", "\u2068Дарья\u2069", "नमस्ते", "O\u0336", "x\ufe0f", "김"):
        assert drawable(known) == known


def test_a_sentence_that_tells_the_number_tells_it_once() -> None:
    assert drawable(f"lack {RARE[0]} (U+20BB7) in “{RARE}”") == "lack U+20BB7 in “[U+20BB7]田”"


def test_what_only_the_system_has_is_drawn_by_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A font that no family of ours names is asked too."""
    monkeypatch.undo()
    rare = "\U0003134a"  # the last Han letter of Unicode 15, which no font that is met on computers has
    before = drawable(rare)
    file = tmp_path / "rare.ttf"
    file.write_bytes(_font_of(ord(rare)))
    font = QFontDatabase.addApplicationFont(str(file))
    assert QFontDatabase.applicationFontFamilies(font) == ["Rare Letters"]
    try:
        for cache in (module._lacks, drawable):
            cache.cache_clear()
        assert (before, drawable(rare)) == ("[U+3134A]", rare)
        assert _has_glyph(rare)
    finally:
        QFontDatabase.removeApplicationFont(font)
        for cache in (module._lacks, drawable):
            cache.cache_clear()


def _font_of(code_point: int) -> bytes:
    """Return a font of that one letter, in the shape of an A (OpenType: cmap format 12, one name)."""
    source = (theme.RESOURCES / "fonts" / "NotoSans-Regular.ttf").read_bytes()
    count = struct.unpack_from(">H", source, 4)[0]
    tables = {}
    for place in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", source, 12 + 16 * place)
        tables[tag] = source[start : start + length]
    group = struct.pack(">LLL", code_point, code_point, 36)
    tables[b"cmap"] = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + struct.pack(">HHLLL", 12, 0, 28, 0, 1) + group
    name = "Rare Letters".encode("utf-16-be")
    records = b"".join(struct.pack(">HHHHHH", 3, 1, 0x409, number, len(name), 0) for number in (1, 4, 6))
    tables[b"name"] = struct.pack(">HHH", 0, 3, 6 + len(records)) + records + name
    for tag in (b"GSUB", b"GPOS", b"GDEF", b"DSIG"):
        tables.pop(tag, None)
    head = struct.pack(">LHHHH", 0x00010000, len(tables), 0, 0, 0)
    at, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, content in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag, 0, at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return head + directory + body


@given(st.text(st.characters(), max_size=12))
def test_no_text_whatever_is_drawn_with_an_empty_box(text: str) -> None:
    shown = drawable(text)
    assert drawable(shown) == shown
    shown.encode()  # no half of a pair reaches Qt
    seen = "".join(each for each in shown if unicodedata.category(each)[0] not in "CZ" and each != "\n")
    for each in set(seen):
        assert each.isascii() or module._SELECTORS.match(each) or _has_glyph(each), ascii(text)


def _has_glyph(character: str) -> bool:
    layout = QTextLayout(character, theme.font_of(16))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())


def _drawn(draw: Callable[[QPainter], None]) -> bytes:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return bytes(image.constBits())


def _grabbed(widget: QWidget) -> bytes:
    widget.resize(400, 60)
    return _drawn(lambda at: widget.render(at, QPoint()))  # where it paints nothing, what was there stays


def _name_text(words: str) -> bytes:
    name = NameText("nameList")
    name.set_text(words)
    return _grabbed(name)


def _label(words: str) -> str:
    label = Label("")
    label.setText(words)
    return label.text()


BOX, BLACK = QRect(0, 0, 400, 60), QColor("black")
SURFACES: dict[str, Callable[[str], bytes | str]] = {
    "a painted line": lambda words: _drawn(lambda at: paint.text(at, BOX, words, theme.font("body"), BLACK)),
    "a line that is cut": lambda words: _drawn(
        lambda at: paint.text(at, QRect(0, 0, 60, 60), f"{words} and so on", theme.font("body"), BLACK)
    ),
    "an answer to a question": lambda words: _drawn(
        lambda at: draw_fitting(at, BOX, _Look(words, (), "heading", BLACK))
    ),
    "lines that wrap": lambda words: _drawn(
        lambda at: Lines(words, 20, 80, least=12).draw(at, QWidget(), (0, 0), BLACK)
    ),
    "the name of a person": _name_text,
    "a label": _label,
    "a label made with its text": lambda words: Label(words).text(),
}


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize(("words", "shown"), [(RARE, "[U+20BB7]田"), (PRIVATE, "李[U+E0A1]"), (HALF, "a[U+D842]b")])
def test_every_surface_draws_the_number(surface: str, words: str, shown: str) -> None:
    assert SURFACES[surface](words) == SURFACES[surface](shown)
    assert paint.width_of(words, theme.font("body")) == paint.width_of(shown, theme.font("body"))


def test_what_is_marked_in_an_answer_stays_what_is_marked() -> None:
    shown, spans = drawable_spans(f"甲{RARE}乙", ((0, 1), (1, 2), (2, 4)))
    assert [shown[start:end] for start, end in spans] == ["甲", "[U+20BB7]", "田乙"]


def test_lines_are_broken_between_letters_that_are_two_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_lacks", lambda _each: False)
    drawable.cache_clear()
    words = RARE[0] * 12
    lines = paint.lines_of(words, theme.font("body"), 70, most=3)
    drawable.cache_clear()
    assert len(lines) > 1
    assert "".join(lines) == words


def test_text_is_drawn_by_what_knows_of_missing_letters_alone() -> None:
    """Whoever draws past `paint` and `Label` draws words of ours, never a name."""
    own_ways = {"kit/paint.py", "kit/labels.py", "kit/verdict.py", "find/rows.py", "kit/form.py"}
    folder = Path(theme.__file__).parent
    drawing = re.compile(r"\.drawText\(|QTextLayout\(|QStaticText\(|(?<![A-Za-z])QLabel\((?!QLabel)")
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*.py") if drawing.search(file.read_text())}
    assert found <= own_ways
