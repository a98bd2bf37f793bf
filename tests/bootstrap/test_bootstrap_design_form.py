"""What the editor says of a template in its own words is what printing says of it: neither may import the other."""

from enum import StrEnum
from typing import Any

import msgspec
import pytest

from checkin_app.ui import template_design as design
from checkin_app.ui.template_design import Design, Element, TextLook
from printing import elements
from printing.elements import Template

FORMS: dict[str, Any] = msgspec.json.schema(Template)["$defs"]
WHOLE = FORMS["Template"]["properties"]
KINDS = {
    kind: FORMS[where.rpartition("/")[2]]["properties"]
    for kind, where in WHOLE["elements"]["items"]["discriminator"]["mapping"].items()
}


@pytest.mark.parametrize("said", [design.Face, design.Align, design.Upright, design.Weight, design.Shown])
def test_the_same_words_can_be_chosen(said: type[StrEnum]) -> None:
    assert {str(each) for each in said} == set(FORMS[said.__name__]["enum"])


def test_there_are_the_same_kinds_with_the_same_fields() -> None:
    assert {each.value for each in design.Kind} == set(KINDS)
    assert set(Element.__struct_fields__) == {name for fields in KINDS.values() for name in fields}
    assert set(TextLook.__struct_fields__) == set(FORMS["TextRule"]["properties"])
    assert set(Design.__struct_fields__) == set(WHOLE)


def test_what_is_not_said_is_the_same() -> None:
    ours = {each.name: each.default for each in msgspec.structs.fields(Element)}
    theirs = {name: form["default"] for fields in KINDS.values() for name, form in fields.items() if "default" in form}
    assert {name: ours[name] for name in theirs} == theirs


def test_the_bounds_are_the_same() -> None:
    side, step = WHOLE["page"]["prefixItems"][0], FORMS["Step"]["prefixItems"]
    assert (side["minimum"], side["maximum"]) == (design.SMALLEST_SIDE, design.LARGEST_SIDE)
    assert (step[0]["minimum"], step[0]["maximum"]) == (design.SMALLEST_TYPE, design.LARGEST_TYPE)
    assert step[1]["maximum"] == design.MOST_LINES
    assert FORMS["TextRule"]["properties"]["steps"]["maxItems"] == design.MOST_STEPS
    assert KINDS["text"]["texts"]["maxItems"] == design.MOST_TEXTS
    assert WHOLE["elements"]["maxItems"] == design.MOST_ELEMENTS == elements.MOST_ELEMENTS
    assert design.CATEGORY == elements.CATEGORY
