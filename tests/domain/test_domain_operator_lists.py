"""Lists of operators: roles as people call them, and every row that is wrong is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.operator_lists import OperatorFault, OperatorRow, has_headings, read_operators
from checkin_app.domain.roles import OperatorRole, role_word
from checkin_app.domain.row_lists import plain

ENGLISH, CHINESE = ("Name", "Role", "Badge no."), ("姓名", "角色", "证件号")


@pytest.mark.parametrize(
    "headings", [ENGLISH, CHINESE, tuple(f"{a}（{b}）" for a, b in zip(CHINESE, ENGLISH, strict=True))]
)
def test_a_list_is_read_by_its_headings_in_either_language_and_below_titles(headings: tuple[str, ...]) -> None:
    rows = [("Who acts",), headings, ("Dina Weber", "Route dispatcher", "0412"), ("", ""), ("陈静", "值班负责人", "无")]
    assert has_headings(rows)
    assert read_operators(rows).rows == (
        OperatorRow(3, "Dina Weber", OperatorRole.ROUTE_DISPATCHER, "0412"),
        OperatorRow(5, "陈静", OperatorRole.DUTY_OFFICER, ""),
    )


@pytest.mark.parametrize("role", OperatorRole)
@pytest.mark.parametrize("spelt", [str.upper, str.title, lambda word: word.replace("_", " "), lambda word: f" {word} "])
def test_every_role_is_known_by_its_name_and_by_its_words(role: OperatorRole, spelt: object) -> None:
    for word in (role.value, str(role_word(role))):
        [row] = read_operators([ENGLISH, ("Ana", spelt(word))]).rows  # type: ignore[operator]
        assert row.role is role


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("", "lead"), OperatorFault.NAME),
        (("x" * 61, "lead"), OperatorFault.NAME),
        (("Ana", "king"), OperatorFault.ROLE),
    ],
)
def test_what_is_wrong_with_a_row_is_named(row: tuple[str, ...], why: OperatorFault) -> None:
    list_ = read_operators([ENGLISH, ("Omar", "lead"), row])
    assert [(flaw.row, flaw.why.words) for flaw in list_.flaws] == [(3, why.value)]
    assert len(list_.rows) == 1


@given(st.lists(st.lists(st.text(max_size=70), max_size=4), max_size=8))
def test_every_row_that_says_anything_is_taken_or_named(rows: list[list[str]]) -> None:
    list_ = read_operators([ENGLISH, *rows])
    told = [each.row for each in (*list_.rows, *list_.flaws)]
    assert len(told) == len(set(told))
    assert set(told) == {number for number, row in enumerate(rows, 2) if any(map(plain, row[:3]))}
