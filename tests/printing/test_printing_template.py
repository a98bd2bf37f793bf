"""A mistake in a badge template is pointed at; nothing in one can put ink outside what it says."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems import PrintProblem, TemplateInvalid
from printing.template import FOLDER, load_template, parse_template

_A6 = (FOLDER / "a6.toml").read_text(encoding="utf-8")


def _line_of(text: str) -> int:
    return next(number for number, line in enumerate(_A6.splitlines(), 1) if text in line)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("page = [105, 148]", "page = [105]", "page = 2 lengths in mm"),
        ("page = [105, 148]", "page = [nan, 148]", "page = 2 lengths in mm"),
        ("page = [105, 148]", "page = [true, 148]", "page = 2 lengths in mm"),
        ("box = [3.5, 85, 42, 42]", "box = [3.5, -85, 42, 42]", "box = 4 lengths in mm"),
        ("box = [0, 130.6, 105, 1]", 'box = "wide"', "box = 4 lengths in mm"),
        ('accent = "#2BB38F"', 'accent = "green"', 'accent = "#RRGGBB" or "category"'),
        ('align = "right"', 'align = "end"', "align = one of left, centre, right"),
        ('{ shows = "bus", weight = "Bold"', '{ shows = "bus", weight = "Fat"', "weight = one of Regular, Bold"),
        ('shows = "letter"', 'shows = "leter"', "shows = one of "),
        ("steps = [[36, 1], [28, 1], [20, 1]]", "steps = [[36, 1], [28, 5]]", "[size from 4 to 200, 1 to 4 lines]"),
        ("steps = [[36, 1], [28, 1], [20, 1]]", "steps = []", "steps of [size, lines]"),
        ("above = 3", "above = -1", "mm"),
        ("[emblem]", "[[emblem]]", "a table [emblem]"),
        ("texts = [{ shows", "texts = 3\nother = [{ shows", "a list of texts"),
    ],
)
def test_each_mistake_is_named_with_what_was_expected(before: str, after: str, expected: str) -> None:
    assert before in _A6
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(_A6.replace(before, after, 1), "own.toml")
    details = invalid.value.details
    assert details["file"] == "own.toml"
    assert str(details["expected"]).startswith(expected)
    assert details["found"] in str(invalid.value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("page = [105, 148]", "page = [105]"),
        ("box = [3.5, 85, 42, 42]", "box = [3.5, -85, 42, 42]"),
        ("box = [0, 130.6, 105, 1]", 'box = "wide"'),
        ('accent = "#2BB38F"', 'accent = "green"'),
        ('align = "right"', 'align = "end"'),
        ("steps = [[36, 1], [28, 1], [20, 1]]", "steps = [[36, 1], [28, 5]]"),
    ],
)
def test_each_mistake_is_pointed_at_by_its_line(before: str, after: str) -> None:
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(_A6.replace(before, after, 1), "own.toml")
    assert invalid.value.details["line"] == _line_of(before)


def test_broken_toml_is_pointed_at() -> None:
    broken = _A6.replace("[emblem]", "[emblem", 1)
    with pytest.raises(TemplateInvalid) as invalid:
        parse_template(broken, "own.toml")
    assert invalid.value.details["line"] == _line_of("[emblem]")


def test_a_missing_template_is_a_problem_and_not_a_path_out_of_the_folder() -> None:
    for name in ("none", "../fonts/README", "/etc/passwd"):
        with pytest.raises(TemplateInvalid):
            load_template(name)


@given(
    line=st.integers(0, 60),
    junk=st.sampled_from(["", "x", "= 3", "[[stacks]]", "[code]", "box = []", "texts = 3", "page = {}"]),
)
def test_any_damage_is_a_problem_or_a_template_and_never_a_bug(line: int, junk: str) -> None:
    lines = _A6.splitlines()
    lines[line % len(lines)] = junk
    try:
        parse_template("\n".join(lines), "own.toml")
    except PrintProblem as problem:
        assert re.search(r"line \d+", str(problem))


@pytest.mark.parametrize("name", ["a6", "label80"])
def test_everything_in_our_templates_stands_on_the_page(name: str) -> None:
    template = load_template(name)
    boxes = [template.code, *(block.box for block in template.blocks), *(stack.box for stack in template.stacks)]
    for box in boxes:
        assert box.left + box.width <= template.width + 1e-9
        assert box.top + box.height <= template.height + 1e-9
