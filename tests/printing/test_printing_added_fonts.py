"""A font that somebody brings is used last, where it is fit, and hostile ones do no harm."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import count
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.problems import GlyphMissing
from checkin_app.domain.problems_printing import FontFlaw, FontUnfit
from checkin_app.runtime import added_fonts
from printing.added_fonts import examined, forget
from printing.fonts import Weight
from printing.paper import Paper
from printing.text import missing_characters, shape
from tests.printing.rare_font import RARE, font_of


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / added_fonts.FOLDER).mkdir()
    yield tmp_path
    added_fonts.use(tmp_path / "elsewhere")
    forget()  # what was drawn with them must not pass for drawn without


def add(station: Path, content: bytes, name: str = "rare.ttf") -> None:
    (station / added_fonts.FOLDER / name).write_bytes(content)
    added_fonts.use(station)


def ink(letter: str) -> int:
    """Return how many dark dots a letter has on paper; 0 where the text of the page is another one."""
    paper = Paper("t", "")
    paper.open_page(40, 20)
    paper.line(5, 15, shape(letter, Weight.BOLD), 24, "#000000")
    paper.close_page()
    document = pypdfium2.PdfDocument(BytesIO(paper.finished()))
    try:
        page = document[0]
        dots = page.render(scale=4, grayscale=True).to_pil().histogram()
        return sum(dots[:128]) if page.get_textpage().get_text_bounded().strip() == letter else 0
    finally:
        document.close()


def test_a_letter_that_no_font_has_is_drawn_by_one_that_was_added_and_lacks_again_without(station: Path) -> None:
    assert missing_characters(f"王{RARE}") == RARE
    with pytest.raises(GlyphMissing):
        shape(RARE)
    content = font_of(RARE)
    assert examined(content, "Rare letters.ttf").letters == 1
    add(station, content)
    assert missing_characters(f"王{RARE}") == ""
    assert ink(RARE) > 100
    assert {run.face.name for run in shape(f"王{RARE}").runs} == {"NotoSansSC-Regular", "Added-rare"}
    added_fonts.use(station / "elsewhere")
    assert missing_characters(RARE) == RARE


def test_a_letter_of_ours_is_never_drawn_by_another_font(station: Path) -> None:
    add(station, font_of("王", lent="一"))
    assert {run.face.name for run in shape("王").runs} == {"NotoSansSC-Regular"}


def test_a_font_that_draws_nothing_has_no_letter(station: Path) -> None:
    blank = font_of(RARE, outlines=False)
    with pytest.raises(FontUnfit) as refused:
        examined(blank, "blank.ttf")
    assert refused.value.details["detail"] == FontFlaw.NO_LETTERS
    add(station, blank)
    assert missing_characters(RARE) == RARE


@pytest.mark.parametrize(
    ("fs_type", "fit"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x208, False)]
)
def test_what_its_maker_does_not_allow_in_documents_is_refused(fs_type: int, *, fit: bool) -> None:
    content = font_of(RARE, fs_type=fs_type)
    if fit:
        assert examined(content, "f.ttf").letters == 1
        return
    with pytest.raises(FontUnfit) as refused:
        examined(content, "f.ttf")
    assert refused.value.details["detail"] == FontFlaw.NO_EMBEDDING


@pytest.mark.parametrize(
    "content", [b"", b"OTTO" + bytes(60), b"\0\1\0\0", b"\0\1\0\0" + bytes(400), b"<html>", b"ttcf" + bytes(99)]
)
def test_what_is_no_truetype_font_is_refused(content: bytes) -> None:
    with pytest.raises(FontUnfit) as refused:
        examined(content, "f.ttf")
    assert refused.value.details["detail"] in {FontFlaw.NO_TRUETYPE, FontFlaw.BROKEN}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    damage=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=40), kept=st.floats(0, 1) | st.just(1.0)
)
def test_a_damaged_font_is_refused_or_draws_and_never_stops_anything(
    station: Path, damage: list[tuple[float, int]], kept: float
) -> None:
    content = bytearray(_RARE_FONT)
    for where, byte in damage:
        content[int(where * (len(content) - 1))] = byte
    broken = bytes(content[: int(kept * len(content))])
    number = next(_NUMBERS)  # a name of its own: what is kept of a font is kept by its name
    add(station, broken, f"broken{number}.ttf")
    assert missing_characters("王") == ""
    missing_characters(RARE)  # as of a file that was damaged where it lies
    shape.cache_clear()
    with suppress(FontUnfit):
        examined(broken, "broken.ttf")
        assert ink(RARE) >= 0
    (station / added_fonts.FOLDER / f"broken{number}.ttf").unlink()


_RARE_FONT, _NUMBERS = font_of(RARE), count()


def test_names_of_files_are_plain_and_tell_contents_apart() -> None:
    one, other = examined(font_of(RARE), "../../花 園.ttf"), examined(font_of("\U0003134b"), "../../花 園.ttf")
    assert one.name != other.name
    assert "/" not in one.name
    assert one.name.isascii()
    assert one.name.endswith(".ttf")
