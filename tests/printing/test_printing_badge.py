"""A badge says what it should, in letters that can be read and copied, with a code that reads back."""

import random
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import qr_by_the_book
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from PIL import Image, ImageChops
from printing_guests import CODE_LETTERS, HARD, NAMES

from checkin_app.domain.badge_sheets import Fold, Grid
from checkin_app.domain.problems import CodeNotReadable, GlyphMissing, PrintProblem, TextDoesNotFit
from checkin_app.domain.problems_printing import BackNotPrinted
from checkin_app.runtime.settings import PrinterKind
from printing import languages, paper, qr
from printing.badge_pdf import badge_pdf, draw_badges
from printing.content import BadgeContent, Shown
from printing.elements import Band, Element, Face, Template, TextRule, Texts
from printing.fit import MM, Box, Step, fits
from printing.fonts import Weight
from printing.layout import PlacedLine, lay_out
from printing.looks import FOLDER, OURS, Looks
from printing.printers import Language, Printer
from printing.raster import preview, proven_pdf, raster
from printing.template import parse_template
from printing.template_check import flaws
from printing.template_writer import written

Make = Callable[..., BadgeContent]


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _solid(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e]", "", text)


@pytest.mark.parametrize("script", sorted(NAMES))
def test_names_can_be_copied_out_of_the_pdf(script: str, make: Make) -> None:
    name, latin, delegation = NAMES[script]
    text = _solid(_text(badge_pdf(make(name=name, latin_name=latin, delegation=delegation))))
    for expected in (name, latin, delegation, "全球可持续交通高峰论坛", "SustainableTransportForum", "0412-2", "3-2"):
        assert _solid(expected) in text


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed; the test above asks PDFium")
@pytest.mark.parametrize("script", sorted(NAMES))
def test_poppler_reads_the_names_too(script: str, make: Make, tmp_path: Path) -> None:
    name, latin, _ = NAMES[script]
    file = tmp_path / "badge.pdf"
    file.write_bytes(badge_pdf(make(name=name, latin_name=latin)))
    text = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True).stdout.decode()
    assert _solid(name) in _solid(text)
    assert latin in text


def test_template_names_are_those_a_badge_has(make: Make) -> None:
    assert set(make().texts()) == set(Shown)


@given(
    name=st.text(st.sampled_from("Aéя王محمदकहั김გ -'W\u0301"), min_size=1, max_size=120),
    delegation=st.text(st.sampled_from("Aéя王محمद -"), max_size=160),
    template=st.sampled_from(["a6", "label80"]),
)
def test_a_badge_stands_within_its_boxes_or_is_refused(name: str, delegation: str, template: str) -> None:
    content = BadgeContent(
        ("论坛", "Forum"), name, name[::-1], delegation, delegation[::-1], "D", ("代表", "Delegate"), "#12201C",
        ("线路 3", "Route 3"), "3-2", "0412-2", "AE" * 61,
    )  # fmt: skip
    try:
        plan = lay_out(content, OURS.template(template))
    except (TextDoesNotFit, GlyphMissing):
        return
    lines = [mark for page in plan.pages for face in page for mark in face.marks if isinstance(mark, PlacedLine)]
    for placed in lines:
        assert placed.x >= 0
        assert placed.x + placed.line.width * placed.size / MM <= plan.width
        assert placed.y - placed.line.top * placed.size / MM >= 0
        assert placed.y + placed.line.bottom * placed.size / MM <= plan.height
    code = plan.code
    for placed in lines:  # no letter stands on the code
        right, bottom = (
            placed.x + placed.line.width * placed.size / MM,
            placed.y + placed.line.bottom * placed.size / MM,
        )
        apart = right <= code.left or placed.x >= code.left + code.width
        assert apart or bottom <= code.top or placed.y - placed.line.top * placed.size / MM >= code.top + code.height


@settings(max_examples=25)
@given(seed=st.integers(), dpi=st.sampled_from([203, 300]), template=st.sampled_from(["a6", "label80"]))
def test_any_code_reads_back_from_dots_by_a_reader_of_nobody_s_library(seed: int, dpi: int, template: str) -> None:
    code = "".join(random.Random(seed).choices(CODE_LETTERS, k=122))
    content = BadgeContent(("", ""), "محمد", "", "", "", "", ("", ""), "#000000", ("", ""), "", "1-1", code)
    plan = lay_out(content, OURS.template(template))
    image = raster(plan, dpi)
    assert image.mode == "1"
    box = plan.code
    scale = dpi / 25.4
    edges = (box.left, box.top, box.left + box.width, box.top + box.height)
    assert qr_by_the_book.read(image, tuple(int(edge * scale) for edge in edges)) == code
    assert qr.read_back(image) == code


@pytest.fixture
def damaged(make: Make, monkeypatch: pytest.MonkeyPatch) -> BadgeContent:
    """Return a badge whose code is drawn with another's lower half."""
    real = qr.matrix
    modules = real(make().code)[:20] + real(make().code.replace("A", "B"))[20:]
    monkeypatch.setattr(qr, "matrix", lambda text: modules)
    return make()


def test_a_code_that_would_not_read_back_is_never_sent(damaged: BadgeContent, tmp_path: Path) -> None:
    plan = lay_out(damaged, OURS.template("a6"))
    with pytest.raises(CodeNotReadable):
        raster(plan, 203)
    with pytest.raises(CodeNotReadable):
        proven_pdf(plan, 300)
    written = draw_badges([damaged])
    assert [each.problem.key for each in written.refused] == ["code_not_readable"]


def test_a_code_that_says_something_else_is_not_readable() -> None:
    with pytest.raises(CodeNotReadable):
        qr.prove(qr.dots_image("A", 4), "B")
    with pytest.raises(CodeNotReadable):
        qr.prove(Image.new("1", (200, 200), 1), "A")


def test_texts_that_are_narrow_enough_but_too_high_together_are_refused(make: Make) -> None:
    source = (FOLDER / "a6.toml").read_text(encoding="utf-8")
    low = parse_template(source.replace("box = [7.2, 30, 90.6, 54.5]", "box = [7.2, 30, 90.6, 15]"), "low.toml")
    lay_out(make(latin_name="", delegation=""), low)
    with pytest.raises(TextDoesNotFit):
        lay_out(make(organisation="Rail Institute"), low)


def test_a_ministry_of_180_letters_fits_beneath_its_country(make: Make) -> None:
    """Real lists hold such names; a guest must not go without a badge for it."""
    ministry = "Directorate General for the Coordination of Inland Waterways, " * 3
    for template in ("a6", "label80"):
        lay_out(make(name="Oyelaran Adéṣínà-Olúwatóyìn", organisation=ministry[:180]), OURS.template(template))


_FORUMS_TEMPLATES = sorted(each.stem for each in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("name", _FORUMS_TEMPLATES)
def test_the_hardest_names_fit_on_every_paper_and_its_code_reads_at_203_dpi(name: str, make: Make) -> None:
    look = OURS.template(name)
    assert flaws(look) == []
    operator = "International Association of Public Transport Operators, Regional Office for Africa"
    for guest, latin, delegation in HARD:
        for organisation in ("", operator):
            plan = lay_out(make(name=guest, latin_name=latin, delegation=delegation, organisation=organisation), look)
    raster(plan, 203)


@pytest.mark.parametrize("name", ["a6", "card"])
def test_sheets_hold_the_very_badges_that_are_printed_one_by_one(name: str) -> None:
    one, many = OURS.template(name), OURS.template(f"{name}-a4")
    assert structs.replace(many, sheet=None) == one
    assert many.sheet == (210, 297)


@pytest.mark.parametrize("name", _FORUMS_TEMPLATES)
@given(
    words=st.lists(
        st.sampled_from(["Wilhelmina", "van", "der", "Aardenburgh", "Maria", "Oyelaran"]), min_size=1, max_size=9
    )
)
def test_a_latin_name_takes_three_lines_before_it_goes_under_14_points(name: str, words: list[str]) -> None:
    content = BadgeContent(
        ("", ""), " ".join(words), "", "", "", "", ("", ""), "#000000", ("", ""), "", "1-1", "A" * 122
    )
    look = OURS.template(name)
    try:
        plan = lay_out(content, look)
    except TextDoesNotFit:
        return
    lines = [mark for page in plan.pages for face in page for mark in face.marks if isinstance(mark, PlacedLine)]
    name_lines = [each for each in lines if each.line.text.split()[0] in words]
    if name_lines[0].size < 14:
        rule, box = _name_rule(look)
        assert Step(14, 3) in rule.steps
        at_14 = next(fits(content.name, rule.weight, box.width, [Step(14, 3)], is_name=True), None)
        assert at_14 is None or at_14.height > box.height


def _name_rule(look: Template) -> tuple[TextRule, Box]:
    return next(
        (rule, each.box)
        for each in look.elements
        if isinstance(each, Texts)
        for rule in each.texts
        if rule.shows is Shown.NAME
    )


def test_forgetting_drawn_lines_changes_nothing(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _text(badge_pdf(make()))
    monkeypatch.setattr(paper, "_KEPT_LINES", 1)
    assert _text(badge_pdf(make())) == before


def test_too_few_dots_for_a_print_head_are_refused(make: Make) -> None:
    with pytest.raises(CodeNotReadable):
        raster(lay_out(make(), OURS.template("label80")), 120)


@given(text=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=300))
def test_codes_of_other_systems_read_back_too(text: str) -> None:
    assert qr.read_back(qr.dots_image(text, 4)) == text


@pytest.mark.parametrize("text", ["", "A" * 5000])
def test_a_text_that_makes_no_code_is_a_problem(text: str, make: Make) -> None:
    with pytest.raises(CodeNotReadable):
        badge_pdf(make(code=text))


def test_the_preview_is_the_printed_layout_and_refuses_what_printing_would(make: Make) -> None:
    assert preview(make(), 660).startswith(b"\x89PNG")
    assert preview(make(), 90).startswith(b"\x89PNG")
    with pytest.raises(GlyphMissing):
        preview(make(name="𠮷田"), 660)
    with pytest.raises(TextDoesNotFit):
        preview(make(name="A" * 100), 660)


def _inflated(pdf: bytes) -> bytes:
    streams = re.findall(rb"stream\n(.*?)endstream", pdf, re.DOTALL)
    return b"".join(zlib.decompress(stream) for stream in streams if stream[:1] == b"x")


def test_many_badges_embed_each_font_once_and_stay_small(make: Make, tmp_path: Path) -> None:
    rng = random.Random(3)
    scripts = sorted(NAMES)
    contents = []
    for index in range(300):
        name, latin, delegation = NAMES[scripts[index % len(scripts)]]
        code = "".join(rng.choices(CODE_LETTERS, k=122))
        contents.append(
            make(name=f"{name} {index}", latin_name=latin, delegation=delegation, number=f"{index:04}-1", code=code)
        )
    drawn = draw_badges(contents)
    pdf = drawn.pdf()
    assert (drawn.places, drawn.refused) == (tuple(range(300)), ())
    names = re.findall(rb"/BaseFont /(\w+\+[\w-]+)", pdf)
    assert len(set(names)) * 2 == len(names)  # each font and its descendant
    assert len(pdf) < 300 * 1400 + 200_000  # 2 MB for 1 000, the fonts among them once
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 300
    assert b"Helvetica" not in _inflated(pdf) + pdf


def test_one_bad_badge_stops_none_of_the_others(make: Make, tmp_path: Path) -> None:
    contents = [
        make(number="1-1"),
        make(name="𠮷", number="2-1"),
        make(name="A" * 300, number="3-1"),
        make(number="4-1"),
    ]
    drawn = draw_badges(contents)
    assert drawn.places == (0, 3)
    assert [(each.number, each.problem.key) for each in drawn.refused] == [
        ("2-1", "glyph_missing"),
        ("3-1", "text_does_not_fit"),
    ]
    assert "2-1" not in _text(drawn.pdf())


@pytest.fixture
def own_look() -> Callable[..., Looks]:
    """Return a function that makes looks of one template named ``own``: ours, with entries of it changed."""
    return lambda **entries: Looks((("own", written(structs.replace(OURS.template("a6"), **entries))),))


def test_sheets_of_a4_hold_four_badges_each(make: Make, own_look: Callable[..., Looks]) -> None:
    looks = own_look(sheet=(210.0, 297.0))
    drawn = draw_badges([make(number=f"{n}-1") for n in range(5)], "own", looks)
    assert len(drawn.places) == 5
    document = pypdfium2.PdfDocument(drawn.pdf())
    assert [tuple(round(side / MM) for side in page.get_size()) for page in document] == [(210, 297)] * 2
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert [text.count("Delegate") for text in texts] == [4, 1]


def test_badges_of_a_sheet_stand_where_its_grid_says_with_marks_at_both_edges_of_each(
    make: Make, own_look: Callable[..., Looks], monkeypatch: pytest.MonkeyPatch
) -> None:
    origins, cuts = list[tuple[float, float]](), set[tuple[float, float]]()
    monkeypatch.setattr(paper.Paper, "move_origin", lambda _self, *at: origins.append(at))
    monkeypatch.setattr(
        paper.Paper, "path", lambda _self, ends, pen: cuts.update(ends) if pen.colour == "#808080" else None
    )
    grid = Grid(columns=3, rows=2, left=20, top=10, across=5, down=7)
    looks = own_look(sheet=(420.0, 320.0), grid=grid)
    draw_badges([make(number=f"{n}-1") for n in range(6)], "own", looks)
    assert [at for at in origins if at != (0, 0)] == [(x, y) for y in (10, 165) for x in (20, 130, 240)]
    assert {x for x, y in cuts if y == 0} == {20, 125, 130, 235, 240, 345}
    assert {y for x, y in cuts if x == 0} == {10, 158, 165, 313}


def _with_back(look: Template) -> tuple[Element, ...]:
    """Return the elements of a template, and a number and a bar on its back."""
    back = Texts(
        id="back", face=Face.BACK, box=Box(5, 100, 60, 20),
        texts=(TextRule(shows=Shown.NUMBER, weight=Weight.BOLD, ink="#000000", steps=(Step(20, 1),)),),
    )  # fmt: skip
    return (*look.elements, back, Band(id="back-bar", face=Face.BACK, box=Box(0, 0, 105, 5), fill="#000000"))


def test_a_back_is_a_page_of_its_own(make: Make, own_look: Callable[..., Looks]) -> None:
    pdf = badge_pdf(make(), "own", own_look(elements=_with_back(OURS.template("a6"))))
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert ["Layla" in text for text in texts] == [True, False]
    assert "0412-2" in texts[1]


def test_a_printer_of_one_face_refuses_a_badge_with_a_back_in_words(make: Make, own_look: Callable[..., Looks]) -> None:
    looks = own_look(elements=_with_back(OURS.template("a6")))
    printer = Printer("Labels", PrinterKind.NETWORK, "192.0.2.1", 9100, "own", 203, looks=looks)
    with pytest.raises(BackNotPrinted, match="Labels"):
        languages.document(make(), printer)
    assert languages.document(make(), replace(printer, language=Language.PDF)).startswith(b"%PDF")


@pytest.mark.parametrize("fold", Fold)
def test_a_folded_badge_has_both_faces_on_one_paper_and_reads_back(
    fold: Fold, make: Make, own_look: Callable[..., Looks]
) -> None:
    looks = own_look(elements=_with_back(OURS.template("a6")), fold=fold)
    plan = lay_out(make(), looks.template("own"))
    across = fold is Fold.LEFT
    assert (plan.width, plan.height) == (210 if across else 105, 148 if across else 296)
    picture = raster(plan, 203)  # which reads the code back where the plan says it is
    flat = raster(lay_out(make(), OURS.template("a6")), 203)
    left, top = (picture.width - flat.width, 0) if across else (0, picture.height - flat.height)
    front = picture.crop((left, top, left + flat.width, top + flat.height))
    assert (
        ImageChops.difference(front.convert("L"), flat.convert("L")).histogram()[255] < 0.01 * flat.width * flat.height
    )
    bar = (40, 5) if across else (40, picture.height // 2 - 5)  # upside down above the fold: its top is at the fold
    assert picture.getpixel(bar) == 0


def test_every_refusal_is_a_sentence(make: Make) -> None:
    for changes in ({"name": "𠮷"}, {"name": "A" * 300}, {"code": ""}):
        with pytest.raises(PrintProblem) as refused:
            badge_pdf(make(**changes))
        assert str(refused.value).endswith(".")
