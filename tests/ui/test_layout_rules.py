"""What the tests of layouts look for: two things on one place are found, wherever they stand."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from layout_rules import Box, colliding
from layout_spy import painted
from PySide6.QtWidgets import QApplication, QCheckBox, QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

_corners, _sizes = st.integers(0, 24), st.integers(-2, 16)
_places = st.builds(
    lambda left, top, wide, high: Box(left, top, left + wide, top + high), _corners, _corners, _sizes, _sizes
)
_placed = st.lists(st.tuples(_places, st.sampled_from((0.0, 1.5, 6.0))), min_size=2, max_size=8)


@given(_places, _places, st.sampled_from((0.0, 1.5, 6.0)))
def test_two_stand_upon_each_other_where_what_they_share_is_wider_and_deeper_than_is_borne(
    one: Box, other: Box, depth: float
) -> None:
    shared = one.both(other)
    assert one.collides(other, depth) == (shared.right - shared.left > 1.5 and shared.bottom - shared.top > depth)


@given(_placed)
def test_no_two_that_stand_upon_each_other_are_passed_over(placed: list[tuple[Box, float]]) -> None:
    numbered = [(number, *each) for number, each in enumerate(placed)]
    expected = {
        frozenset((one[0], other[0]))
        for one, other in combinations(numbered, 2)
        if one[1].collides(other[1], min(one[2], other[2]))
    }
    found = [frozenset((one[0], other[0])) for one, other in colliding(numbered)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_a_window_that_was_looked_at_leaves_no_lines_and_rectangles_behind(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for each in (QCheckBox("é"), QProgressBar()):
        column.addWidget(each)
    window.show()
    painted(window)
    before = len(getAllValidWrappers())
    for _ in range(5):
        painted(window)
    assert len(getAllValidWrappers()) <= before
