"""Badges on sheets: as many as there is room for, all of them on the sheet, none over another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.badge_sheets import MOST_IN_A_ROW, Fold, Grid, Stock

sides = st.integers(100, 4000).map(lambda tenths: tenths / 10)
sizes = st.tuples(sides, sides)


@given(sizes, st.sampled_from([None, *Fold]), sizes)
def test_a_sheet_holds_as_many_badges_as_there_is_room_for_in_its_middle(
    page: tuple[float, float], fold: Fold | None, sheet: tuple[float, float]
) -> None:
    stock = Stock(page, fold, sheet)
    (width, height), cells = stock.paper, stock.cells
    if cells is None:
        assert width > sheet[0] or height > sheet[1]
        return
    assert cells.fits(stock.paper, sheet)
    for count, part, whole, white in (
        (cells.columns, width, sheet[0], cells.left),
        (cells.rows, height, sheet[1], cells.top),
    ):
        assert count == MOST_IN_A_ROW or (count + 1) * part > whole
        assert abs(whole - count * part - 2 * white) <= 0.03
    assert Stock(page, fold, sheet, cells).is_like(stock)


@given(sizes, st.builds(Grid, columns=st.integers(1, 5), rows=st.integers(1, 5), left=sides, top=sides, across=sides))
def test_badges_stand_beside_one_another_and_never_over(paper: tuple[float, float], grid: Grid) -> None:
    corners = grid.corners(paper)
    assert len(corners) == grid.count
    for one, other in pairwise(corners):
        assert other[0] >= one[0] + paper[0] - 1e-6 or other[1] >= one[1] + paper[1] - 1e-6
    reach = (corners[-1][0] + paper[0], corners[-1][1] + paper[1])
    assert grid.fits(paper, reach)
    assert not grid.fits(paper, (reach[0] - 0.1, reach[1]))
    assert not grid.fits(paper, (reach[0], reach[1] - 0.1))


def test_a_fold_doubles_the_paper_in_its_direction() -> None:
    assert Stock((105, 148)).paper == (105, 148)
    assert Stock((105, 148), Fold.TOP).paper == (105, 296)
    assert Stock((105, 148), Fold.LEFT).paper == (210, 148)


def test_what_is_printed_at_other_places_is_not_alike() -> None:
    four = Stock((105, 148), None, (210, 297))
    shifted = Stock((105, 148), None, (210, 297), Grid(columns=1, rows=1, left=5, top=5))
    assert not four.is_like(shifted)
    assert not four.is_like(Stock((105, 148)))
    assert not Stock((105, 148), Fold.TOP).is_like(Stock((105, 148)))
    assert Stock((105, 148), Fold.TOP).is_like(Stock((105, 296))), "a printer's paper knows no fold"
