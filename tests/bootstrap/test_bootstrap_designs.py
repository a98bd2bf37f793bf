"""What the editor makes is a template that printing takes, tried with the hardest names, and written as it is."""

from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from checkin_app.bootstrap import designs, station
from checkin_app.bootstrap.lists import plan_import
from checkin_app.domain.badge_sheets import Fold, Grid
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.problems import FileNotWritable, TemplateInvalid, TextDoesNotFit
from checkin_app.domain.problems_printing import (
    PictureUnusable,
    TemplateMissing,
    TemplateTooLong,
    TemplateUnfit,
    VariantMisfit,
)
from checkin_app.domain.programme import TemplateSaved
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import Hardship
from checkin_app.ui.shell.template_actions import Aim, Keeping, Looked, Trial
from checkin_app.ui.template_areas import Area
from checkin_app.ui.template_design import ADDABLE, Design, Element, Face, Kind, with_element
from checkin_app.ui.template_editor import edits
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.state import EditorState
from printing.looks import FOLDER, OURS
from printing.template_check import Wrong

LIST = """Name,Latin name,Delegation,Organisation,Email
Ana Sol,,Chad,Ministry of Transport,ana@example.org
欧阳景逸,OUYANG Jingyi,中国,,
Wolfeschlegelsteinhausenbergerdorff Maximiliana Konstantina,,,,
"""
SHIPPED = sorted(each.stem for each in FOLDER.glob("*.toml"))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedStation]:
    folder = tmp_path_factory.mktemp("designs")
    station.new_station(folder / "station", "gstf-2024", "Desk 3", "")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    with station.open_station(folder / "station") as made:
        made.importing.apply(plan_import(made, folder / "list.csv", ListChoices()))
        yield made


def design_named(name: str) -> Design:
    return designs.design_of(OURS.template(name))


def tried(opened: OpenedStation, design: Design, who: DelegateId | None = None, dpi: int = 300) -> Looked:
    others = tuple(each.delegate for each in designs.hard_names(opened))
    return designs.tried_design(opened, Trial(design, who, others, dpi, 200, name="own"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_template_becomes_a_design_and_the_same_template_again(name: str) -> None:
    template = OURS.template(name)
    assert designs.template_of(designs.design_of(template)) == template


_grids = st.none() | st.builds(
    Grid, columns=st.integers(1, 3), rows=st.integers(1, 3), left=st.floats(0, 40), top=st.just(0.0),
    across=st.sampled_from([0.0, 2.5]),
)  # fmt: skip
_deeds = st.one_of(
    st.builds(lambda kind: lambda state: edits.element_added(state, kind), st.sampled_from(ADDABLE)),
    st.builds(
        lambda x, y: lambda state: edits.element_nudged(state, x, y), st.integers(-500, 500), st.integers(-500, 500)
    ),
    st.builds(
        lambda x, y: lambda state: edits.element_stretched(state, x, y), st.integers(-500, 500), st.integers(-9, 9)
    ),
    st.builds(lambda w, h: lambda state: edits.page_typed(state, w, h), st.floats(-5, 3000), st.floats(-5, 3000)),
    st.just(lambda state: editor.face_chosen(state, Face.BACK)),
    st.builds(lambda fold: lambda state: edits.fold_chosen(state, fold), st.sampled_from([None, *Fold])),
    st.builds(
        lambda sheet: lambda state: edits.sheet_typed(state, sheet),
        st.sampled_from([None, (210.0, 297.0), (420.0, 297.0), (1.0, 9000.0)]),
    ),
    st.builds(lambda grid: lambda state: edits.grid_typed(state, grid), _grids),
    st.just(edits.text_added),
    st.just(edits.text_removed),
    st.just(edits.element_doubled),
    st.just(edits.element_removed),
    st.just(lambda state: edits.element_reordered(state, -2)),
)


@given(deeds=st.lists(_deeds, max_size=15))
@settings(max_examples=60)
def test_whatever_is_done_in_the_editor_is_a_template_that_reads_as_it_was_written(
    opened: OpenedStation, tmp_path_factory: pytest.TempPathFactory, deeds: list[object]
) -> None:
    state = editor.design_opened(EditorState(), "a6", design_named("a6"), kept=True)
    for deed in deeds:
        state = deed(state)  # type: ignore[operator]  # each is one
    file = tmp_path_factory.mktemp("saved") / "mine.toml"
    designs.save(opened, "a6", state.design, file)
    assert designs.read(file) == state.design


def test_what_was_not_changed_keeps_its_comments(opened: OpenedStation, tmp_path: Path) -> None:
    assert designs.opened(opened, "a6") == design_named("a6")
    designs.save(opened, "a6", design_named("a6"), tmp_path / "new" / "mine.toml")
    assert (tmp_path / "new" / "mine.toml").read_text("utf-8") == (FOLDER / "a6.toml").read_text("utf-8")


def test_a_file_that_cannot_be_written_or_read_is_said(opened: OpenedStation, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritable):
        designs.save(opened, "a6", design_named("a6"), tmp_path)
    (tmp_path / "wrong.toml").write_bytes(b"\xff\xfe")
    for file in (tmp_path / "wrong.toml", tmp_path / "none.toml"):
        with pytest.raises(TemplateInvalid):
            designs.read(file)


def test_the_forum_s_own_template_is_offered_first_and_the_dots_of_the_printers_there_are(
    opened: OpenedStation,
) -> None:
    printers = [
        PrinterSettings("Label", PrinterKind.NETWORK, "192.0.2.7"),
        PrinterSettings("Wrong", PrinterKind.NETWORK, "192.0.2.7:port"),
        PrinterSettings("Office", PrinterKind.QUEUE, "office"),
    ]
    offer = designs.offered(opened, printers)
    assert offer.templates[0] == opened.forum.badge_template
    assert sorted(offer.templates) == SHIPPED
    assert offer.printers == (Aim("Label", 203), Aim("Office", 300))
    assert dict(offer.stocks)["a6-a4"].cells == Grid(columns=2, rows=2, left=0, top=0.5)
    assert offer.categories == opened.forum.categories


def test_who_is_hardest_to_set_is_named_once_with_all_that_is_hard(opened: OpenedStation) -> None:
    found = {each.called: set(each.why) for each in designs.hard_names(opened)}
    assert found["欧阳景逸"] >= {Hardship.HAN, Hardship.LATIN}
    assert Hardship.NO_DELEGATION in next(why for called, why in found.items() if called.startswith("Wolf"))


@pytest.mark.parametrize("name", SHIPPED)
def test_our_templates_have_room_for_the_hardest_names(opened: OpenedStation, name: str) -> None:
    looked = tried(opened, design_named(name), dpi=203)
    assert [each for each in looked.flaws if not isinstance(each.said, TextDoesNotFit)] == []
    with Image.open(BytesIO(looked.pictures[0])) as picture:
        assert picture.width == pytest.approx(200, abs=1)


def test_a_text_without_room_is_named_with_its_element_and_whose_it_is_and_the_rest_is_drawn(
    opened: OpenedStation,
) -> None:
    design = design_named("a6")
    names = next(each for each in design.elements if each.texts and each.texts[0].shows == "name")
    small = replace(names, box=Area(7, 30, 12, 5))
    long = next(each.delegate for each in designs.hard_names(opened) if each.called.startswith("Wolf"))
    looked = tried(opened, with_element(design, small), long)
    hit = [each for each in looked.flaws if each.who == long]
    assert hit
    assert {each.element for each in hit} == {names.id}
    assert isinstance(hit[0].said, TextDoesNotFit)
    assert len(Image.open(BytesIO(looked.pictures[0])).getcolors(1 << 24) or []) > 2


def test_a_code_under_four_dots_is_told_for_the_printer_that_it_is_meant_for(opened: OpenedStation) -> None:
    design = design_named("a6")
    code = next(each for each in design.elements if each.kind is Kind.CODE)
    small = with_element(design, replace(code, box=Area(3.5, 85, 16, 16)))
    at_300, at_203 = (
        [each for each in tried(opened, small, dpi=dpi).flaws if each.element == code.id] for dpi in (600, 203)
    )
    assert at_300 == []
    assert len(at_203) == 1
    assert getattr(at_203[0].said, "words", None) is Wrong.TOO_SMALL


def test_whoever_has_a_variant_is_judged_by_that_and_no_one_else(
    opened: OpenedStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    design, guests = design_named("a6"), opened.forum.default_category
    names = next(each for each in design.elements if each.texts and each.texts[0].shows == "name")
    tight = with_element(design, replace(names, box=Area(7, 30, 12, 5)))
    assert {each.variant for each in tried(opened, tight).flaws if each.who} == {""}
    others = replace(tight, variants={guests: "a6", "nobody": "card"})
    looked = tried(opened, others)
    assert [each.variant for each in looked.flaws if each.who] == []
    (misfit,) = [each.said for each in looked.flaws if each.variant == "card"]
    assert isinstance(misfit, VariantMisfit)
    assert misfit.details == {"variant": "card", "template": "own"}
    gone = tried(opened, replace(design, variants={guests: "gone"}))
    assert [(type(each.said), each.variant) for each in gone.flaws] == [(TemplateMissing, "gone")]
    narrow = tried(opened, replace(design, variants={guests: "label80"}), dpi=100)
    assert {each.variant for each in narrow.flaws if each.of_printer} == {"", "label80"}


@pytest.mark.parametrize(
    ("name", "fold", "size"), [("a6", Fold.TOP, (105, 296)), ("a6", Fold.LEFT, (210, 148)), ("a6-a4", None, (210, 297))]
)
def test_what_comes_out_of_the_printer_is_one_picture_of_its_size(
    opened: OpenedStation, name: str, fold: Fold | None, size: tuple[float, float]
) -> None:
    design = replace(design_named(name), fold=fold)
    looked = designs.tried_design(opened, Trial(design, None, (), 300, 420, paper=True))
    assert looked.paper
    (png,) = looked.pictures
    with Image.open(BytesIO(png)) as picture:
        assert picture.width == pytest.approx(420, abs=1)
        assert picture.height / picture.width == pytest.approx(size[1] / size[0], abs=0.01)
        ink = picture.convert("L").point(lambda dot: 255 * (dot < 100))
        filled = ink.getbbox()
    assert filled is not None
    front = {Fold.TOP: (0, 0.4), Fold.LEFT: (0.4, 0)}.get(fold, (0, 0)) if fold else (0, 0)
    assert filled[0] / picture.width >= front[0]
    assert filled[1] / picture.height >= front[1]


@pytest.mark.parametrize(
    "box",
    [Area(0, 0, 0, 0), Area(105, 148, 0, 0), Area(0, 0, 105, 148), Area(3, 3, 0.01, 0.01), Area(300, 300, 50, 50)],
)
@pytest.mark.parametrize("kind", [*ADDABLE, Kind.CODE, Kind.PICTURE])
def test_no_element_wherever_it_is_and_however_small_keeps_a_badge_from_being_seen(
    opened: OpenedStation, box: Area, kind: Kind, tmp_path: Path
) -> None:
    state = editor.design_opened(EditorState(), "a6", design_named("a6"), kept=True)
    if kind is Kind.PICTURE:
        Image.new("RGB", (3, 2), "red").save(tmp_path / "logo.png")
        state = edits.picture_read(state, "", designs.picture(tmp_path / "logo.png"))
    elif kind is Kind.CODE:
        state = editor.element_chosen(state, next(each.id for each in state.design.elements if each.kind is kind))
    else:
        state = edits.element_added(state, kind)
    assert state.element is not None
    looked = tried(opened, with_element(state.design, replace(state.element, box=box)))
    assert looked.pictures
    assert (
        state.element.id in {each.element for each in looked.flaws}
        or 0 < box.width < 1
        or box.width > 100
        or kind is Kind.LINE
    )


def test_five_hundred_elements_are_tried(opened: OpenedStation) -> None:
    design = design_named("a6")
    text = next(each for each in design.elements if each.texts)
    more = [
        Element(kind=Kind.TEXT, id=f"t{place}", box=Area(0, 30, 50, 20), texts=text.texts)
        for place in range(500 - len(design.elements))
    ]
    assert tried(opened, replace(design, elements=(*design.elements, *more))).pictures


def test_a_large_photograph_becomes_a_picture_that_a_template_can_hold(tmp_path: Path) -> None:
    noise = Image.effect_noise((2400, 1800), 90).convert("RGB")
    noise.save(tmp_path / "hall.png")
    assert (tmp_path / "hall.png").stat().st_size > 1_000_000
    held = designs.picture(tmp_path / "hall.png")
    assert len(held) < 140_000
    with Image.open(BytesIO(b64decode(held))) as picture:
        assert picture.width / picture.height == pytest.approx(4 / 3, abs=0.01)
    noise.crop((0, 0, 20, 20)).save(tmp_path / "small.png")
    assert b64decode(designs.picture(tmp_path / "small.png")) == (tmp_path / "small.png").read_bytes()


def test_what_the_editor_keeps_is_what_the_command_would_add_with_the_comments_of_where_it_came_from(
    opened: OpenedStation,
) -> None:
    saved = designs.fit_to_keep(opened, Keeping("vip-card", design_named("a6"), "a6"))
    assert saved == TemplateSaved("vip-card", (FOLDER / "a6.toml").read_text("utf-8"))


def test_what_could_not_be_printed_or_carried_is_not_kept(opened: OpenedStation) -> None:
    design = design_named("a6")
    code = next(each for each in design.elements if each.kind is Kind.CODE)
    with pytest.raises(TemplateUnfit):
        designs.fit_to_keep(opened, Keeping("a6", with_element(design, replace(code, box=Area(3, 85, 9, 9))), "a6"))
    with pytest.raises(TemplateUnfit):
        designs.fit_to_keep(opened, Keeping("a6", replace(design, variants={"vip": "nowhere"}), "a6"))
    with pytest.raises(TemplateUnfit):  # on pages of their own, and not on sheets
        designs.fit_to_keep(opened, Keeping("a6", replace(design, variants={"media": "a6-a4"}), "a6"))
    on_sheets = Keeping("a6", replace(design, sheet=(210.0, 297.0), variants={"media": "a6-a4"}), "a6")
    assert designs.fit_to_keep(opened, on_sheets).name == "a6"
    picture = Element(kind=Kind.PICTURE, id="p", box=Area(1, 1, 9, 9), image="A" * 400_000)
    with pytest.raises(TemplateTooLong):
        designs.fit_to_keep(opened, Keeping("a6", replace(design, elements=(*design.elements, picture)), "a6"))


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"x" * 800_000])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(PictureUnusable):
        designs.picture(tmp_path / "logo.png")


def test_while_nobody_is_on_the_list_an_invented_guest_is_shown(tmp_path: Path) -> None:
    station.new_station(tmp_path / "empty", "gstf-2024", "Desk 3", "")
    with station.open_station(tmp_path / "empty") as made:
        looked = designs.tried_design(made, Trial(design_named("a6"), None, (), 300, 200))
    assert looked.pictures
    assert looked.flaws == ()
