"""A mistake in a badge template is pointed at; nothing in one can put ink outside what it says."""

import importlib.util
import json
import re
import tomllib
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema_rs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from checkin_app.domain.badge_sheets import Fold, Grid
from checkin_app.domain.problems import PrintProblem, TemplateInvalid
from checkin_app.domain.problems_printing import TemplateMissing, VariantMisfit
from printing.content import Shown
from printing.elements import (
    Align,
    Band,
    Code,
    Element,
    Emblem,
    Face,
    Photo,
    Picture,
    Rule,
    Template,
    TextRule,
    Texts,
    Upright,
)
from printing.fit import Box, Step
from printing.fonts import Weight
from printing.looks import FOLDER, OURS, Looks
from printing.template import KINDS, parse_template
from printing.template_writer import written

NAMES = sorted(each.stem for each in FOLDER.glob("*.toml"))
_A6 = (FOLDER / "a6.toml").read_text(encoding="utf-8")
_FIRST_FORM = (Path(__file__).parent / "first_form.toml").read_text(encoding="utf-8")


def _make_schema() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_template_schema", FOLDER / "make_schema.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make_schema = _make_schema()


def _line_of(text: str, source: str = _A6) -> int:
    return next(number for number, line in enumerate(source.splitlines(), 1) if text in line)


_MISTAKES = [
    ("page = [105, 148]", "page = [105]", "page = 2 lengths in mm"),
    ("page = [105, 148]", "page = [nan, 148]", "page = 2 lengths in mm"),
    ("page = [105, 148]", "page = [true, 148]", "page = 2 lengths in mm"),
    ("page = [105, 148]", "page = [105, 1e9]", "page = 2 lengths in mm"),
    ("box = [3.5, 85, 42, 42]", "box = [3.5, -85, 42, 42]", "box = 4 lengths in mm"),
    ("box = [0, 130.6, 105, 1]", 'box = "wide"', "box = 4 lengths in mm"),
    ('accent = "#2BB38F"', 'accent = "green"', 'accent = "#RRGGBB" or "category"'),
    ('align = "right"', 'align = "end"', "align = one of left, centre, right"),
    ('{ shows = "bus", weight = "Bold"', '{ shows = "bus", weight = "Fat"', "weight = one of Regular, Bold"),
    ('shows = "letter"', 'shows = "leter"', "shows = one of "),
    ("steps = [[36, 1], [28, 1], [20, 1]]", "steps = [[36, 1], [28, 5]]", "[size from 4 to 200, 1 to 4 lines]"),
    ("steps = [[36, 1], [28, 1], [20, 1]]", "steps = []", "steps of [size, lines]"),
    ("above = 3", "above = -1", "above = a length in mm"),
    ("texts = [{ shows", "texts = 3\nother = [{ shows", "a list of texts"),
    ('kind = "code"', 'kind = "cod"', "kind = one of text, band, line, emblem, photo, picture, code"),
    ('kind = "emblem"', 'sort = "emblem"', "kind = one of "),
    ('id = "guest"', 'id = "Guest of ours"', "id = small letters, digits and dashes"),
    ('id = "guest"', 'id = "forum"', "an id that no other element has"),
    ('id = "code"\nkind = "code"', 'id = "code"\nface = "back"\nkind = "code"', "one code, on the front"),
    ('fill = "category" ', 'fil = "category" ', "no such entry"),
    ("form = 2", "form = 3", "form = one of 2"),
    ("form = 2", "form = 2\nsheet = [50, 50]", "a sheet that holds a badge"),
    ("form = 2", "form = 2\ngrid = { columns = 1, rows = 1, left = 0, top = 0 }", "a sheet that has room for so many"),
    (
        "form = 2",
        "form = 2\nsheet = [210, 297]\ngrid = { columns = 2, rows = 2, left = 1, top = 0 }",
        "a sheet that has room for so many",
    ),
    (
        "form = 2",
        "form = 2\nsheet = [210, 297]\ngrid = { columns = 0, rows = 2, left = 1, top = 0 }",
        "columns = a number from 1 to 50",
    ),
    (
        "form = 2",
        "form = 2\nsheet = [210, 297]\ngrid = { columns = 1, rows = 1, left = -1, top = 0 }",
        "left = a length in mm",
    ),
    ("form = 2", "form = 2\nsheet = [210, 297]\ngrid = { columns = 1 }", "rows = a number"),
    ("form = 2", "form = 2\ngrid = 3", "a sheet that has room for so many"),
    ("form = 2", 'form = 2\nfold = "right"', "fold = one of top, left"),
    ('kind = "photo"', 'kind = "picture"\nimage = "AAAA"', "a PNG or JPEG picture"),
]
_ON_THE_BACK = ('kind = "photo"', 'kind = "photo"\nface = "back"')
_WITH_PHOTO = _A6 + '\n[[elements]]\nid = "photo"\nkind = "photo"\nbox = [60, 30, 30, 40]\n'


@pytest.mark.parametrize(("before", "after", "expected"), _MISTAKES)
def test_each_mistake_is_named_with_what_was_expected(before: str, after: str, expected: str) -> None:
    assert before in _WITH_PHOTO
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(_WITH_PHOTO.replace(before, after, 1), "own.toml")
    details = invalid.value.details
    assert details["file"] == "own.toml"
    assert str(details["expected"]).startswith(expected)
    assert str(details["found"]) in str(invalid.value)


def test_a_back_is_not_lost_on_a_sheet_of_one_side() -> None:
    text = _WITH_PHOTO.replace("form = 2", "form = 2\nsheet = [210, 297]", 1)
    with pytest.raises(TemplateInvalid, match="a fold for the back"):
        parse_template(text.replace(*_ON_THE_BACK), "own.toml")
    assert parse_template(
        text.replace(*_ON_THE_BACK).replace("form = 2", 'form = 2\nfold = "left"', 1), "own.toml"
    ).has_back


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("page = [105, 148]", "page = [105]"),
        ("box = [3.5, 85, 42, 42]", "box = [3.5, -85, 42, 42]"),
        ("box = [0, 130.6, 105, 1]", 'box = "wide"'),
        ('accent = "#2BB38F"', 'accent = "green"'),
        ('align = "right"', 'align = "end"'),
        ("steps = [[36, 1], [28, 1], [20, 1]]", "steps = [[36, 1], [28, 5]]"),
        ("above = 3", "above = -1"),
        ('id = "guest"', 'id = "forum"'),
        ('kind = "emblem"', 'kind = "mark"'),
    ],
)
def test_each_mistake_is_pointed_at_by_its_line(before: str, after: str) -> None:
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(_A6.replace(before, after, 1), "own.toml")
    assert invalid.value.details["line"] == _line_of(before)


def test_broken_toml_is_pointed_at() -> None:
    broken = _A6.replace("[[elements]]", "[[elements]", 1)
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(broken, "own.toml")
    assert invalid.value.details["line"] == _line_of("[[elements]]")


def test_brackets_without_an_end_are_a_mistake() -> None:
    with pytest.raises(TemplateInvalid):
        parse_template("page = " + "[" * 5000, "own.toml")


def test_a_missing_template_is_a_problem_and_not_a_path_out_of_the_folder() -> None:
    for name in ("none", "../fonts/README", "/etc/passwd", "../badge_templates/a6"):
        with pytest.raises(TemplateMissing, match="has not come here yet"):
            OURS.template(name)


@pytest.mark.parametrize("source", [_A6, _FIRST_FORM], ids=["today", "first"])
@given(
    line=st.integers(0, 80),
    junk=st.sampled_from(
        ["", "x", "= 3", "[[elements]]", "[[stacks]]", "[code]", "box = []", "texts = 3", "page = {}"]
    ),
)
def test_any_damage_is_a_problem_or_a_template_and_never_a_bug(source: str, line: int, junk: str) -> None:
    lines = source.splitlines()
    lines[line % len(lines)] = junk
    try:
        parse_template("\n".join(lines), "own.toml")
    except PrintProblem as problem:
        assert re.search(r"line \d+", str(problem))


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_our_templates_stands_on_the_page(name: str) -> None:
    template = OURS.template(name)
    for each in template.elements:
        assert each.box.left + each.box.width <= template.page[0] + 1e-9
        assert each.box.top + each.box.height <= template.page[1] + 1e-9


def test_a_template_of_the_first_form_is_read_as_it_was_drawn() -> None:
    kinds = [each.__struct_config__.tag for each in parse_template(_FIRST_FORM, "own.toml").elements]
    assert kinds == ["band", "emblem", "text", "text", "code"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('accent = "#2BB38F"', 'accent = "green"'),
        ("box = [3.5, 85, 42, 42]", "box = [3.5, -85, 42, 42]"),
        ('align = "right"', 'align = "end"'),
        ("steps = [[14, 1]]", "steps = [[14, 9]]"),
    ],
)
def test_a_mistake_in_the_first_form_is_pointed_at_where_it_stands(before: str, after: str) -> None:
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(_FIRST_FORM.replace(before, after, 1), "own.toml")
    assert invalid.value.details["line"] == _line_of(before, _FIRST_FORM)


# ---- written back


def _png() -> str:
    file = BytesIO()
    Image.new("RGB", (3, 2), "red").save(file, "PNG")
    return b64encode(file.getvalue()).decode()


_LENGTHS = st.floats(0, 2000).map(lambda mm: round(mm, 2))
_BOXES = st.builds(Box, _LENGTHS, _LENGTHS, _LENGTHS, _LENGTHS)
_COLOURS = st.sampled_from(["#13211E", "#ffffff", "category"])
_FACES = {"face": st.sampled_from(Face), "box": _BOXES}
_RULES = st.builds(
    TextRule,
    shows=st.sampled_from(Shown), weight=st.sampled_from(Weight), ink=_COLOURS, above=_LENGTHS,
    steps=st.lists(st.builds(Step, st.floats(4, 200), st.integers(1, 4)), min_size=1, max_size=4).map(tuple),
)  # fmt: skip
_TEXTS = st.builds(
    Texts,
    id=st.just("x"), align=st.sampled_from(Align), upright=st.sampled_from(Upright),
    texts=st.lists(_RULES, max_size=3).map(tuple), **_FACES,
)  # fmt: skip
_OTHERS: st.SearchStrategy[Element] = st.one_of(
    _TEXTS,
    st.builds(Band, id=st.just("x"), fill=_COLOURS, **_FACES),
    st.builds(Rule, id=st.just("x"), ink=_COLOURS, thickness=st.floats(0.05, 20), **_FACES),
    st.builds(Emblem, id=st.just("x"), ink=_COLOURS, accent=_COLOURS, **_FACES),
    st.builds(Photo, id=st.just("x"), **_FACES),
    st.builds(Picture, id=st.just("x"), image=st.just(_png()), **_FACES),
)


@st.composite
def _templates(draw: st.DrawFn) -> Template:
    others = draw(st.lists(_OTHERS, max_size=6))
    elements = [*others, Code(id="x", box=draw(_BOXES))]
    ids = draw(st.permutations([f"e-{number}" for number in range(10)]))
    named = tuple(msgspec.structs.replace(each, id=ids[place]) for place, each in enumerate(elements))
    has_back = any(each.face is Face.BACK for each in named)
    fold = draw(st.sampled_from([None, *Fold]))
    sheet = draw(st.sampled_from([None] if has_back and fold is None else [None, (1500.0, 1500.0)]))
    white = st.floats(0, 250)
    grid = st.builds(
        Grid, columns=st.just(1), rows=st.just(1), left=white, top=white, across=white, down=st.sampled_from([0.0, 1.5])
    )
    return Template(
        page=(draw(st.floats(10, 500)), draw(st.floats(10, 500))),
        fold=fold,
        sheet=sheet,
        grid=draw(st.none() | grid) if sheet else None,
        variants=draw(st.dictionaries(st.sampled_from(["vip", "press-2"]), st.sampled_from(["a6-vip", "card"]))),
        elements=tuple(draw(st.permutations(named))),
    )


@given(template=_templates())
def test_a_template_is_written_as_it_reads(template: Template) -> None:
    assert parse_template(written(template), "own.toml") == template


@given(template=_templates(), former=_templates())
def test_whatever_stood_in_the_file_before_only_what_is_written_now_is_read(
    template: Template, former: Template
) -> None:
    text = "# Ours.\n" + written(former)
    again = written(template, text)
    assert again.startswith("# Ours.\n")
    assert parse_template(again, "own.toml") == template
    assert written(template, again) == again


@pytest.mark.parametrize("name", NAMES)
def test_what_did_not_change_stays_as_it_was_written(name: str) -> None:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    template = parse_template(text, name)
    assert written(template, text) == text
    moved = [
        msgspec.structs.replace(each, box=Box(1, 2, 42, 42)) if isinstance(each, Code) else each
        for each in template.elements
    ]
    changed = written(msgspec.structs.replace(template, elements=tuple(moved)), text)
    apart = [(one, other) for one, other in zip(text.splitlines(), changed.splitlines(), strict=True) if one != other]
    assert len(apart) == 1
    assert apart[0][1].startswith("box = [1, 2, 42, 42]")


# ---- its schema


def test_the_schema_is_that_of_what_is_read() -> None:
    assert make_schema.FILE.read_text(encoding="utf-8") == make_schema.schema()


@pytest.mark.parametrize("name", NAMES)
def test_our_templates_are_as_the_schema_says(name: str) -> None:
    jsonschema_rs.validate(
        json.loads(make_schema.schema()), tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    )


_JUNK: st.SearchStrategy[Any] = st.sampled_from([
    None, True, 0, -1, 3, 2.5, 5000, "", "#123456", "#123456\n", "category", "left", "bus", [], [1, 2], [1, 2, 3, 4, 5], {},
])  # fmt: skip


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in within for place in _places(each, (*path, key)))]


@given(template=_templates(), data=st.data(), junk=_JUNK)
def test_the_schema_refuses_just_what_the_reader_refuses(template: Template, data: st.DataObject, junk: Any) -> None:
    root = tomllib.loads(written(template))
    path = data.draw(st.sampled_from(_places(root)[1:]))
    inner: Any = root
    for each in path[:-1]:
        inner = inner[each]
    if junk is None and isinstance(inner, dict):
        del inner[path[-1]]
    else:
        inner[path[-1]] = junk
    try:
        msgspec.convert(root, Template)
        readable = True
    except msgspec.ValidationError:
        readable = False
    assert jsonschema_rs.is_valid(json.loads(make_schema.schema()), root) is readable


def test_every_kind_of_element_is_named() -> None:
    assert set(KINDS) == {"text", "band", "line", "emblem", "photo", "picture", "code"}


def test_a_variant_on_another_paper_is_no_variant() -> None:
    own = Looks(
        (("own", written(msgspec.structs.replace(OURS.template("a6"), variants={"vip": "card", "media": "a6"}))),)
    )
    assert own.of("own", "delegate") == own.template("own")
    assert own.of("own", "media") == OURS.template("a6")
    with pytest.raises(VariantMisfit, match="card needs another paper than own"):
        own.of("own", "vip")


def test_a_forum_s_template_goes_before_the_one_of_ours_that_is_called_alike() -> None:
    card = Looks((("a6", (FOLDER / "card.toml").read_text(encoding="utf-8")),))
    assert card.template("a6") == OURS.template("card") != OURS.template("a6")
    assert card.names() == OURS.names()
