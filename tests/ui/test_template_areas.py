"""Where elements of a badge stand: laws that hold wherever they are taken, and the lines they are drawn to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ui.template_areas import (
    GRID,
    LEAST,
    Area,
    Around,
    Guides,
    Handle,
    Page,
    dragged,
    inside,
    moved,
    pulled,
    resized,
    squared,
)

SLACK = 1e-6
A6 = Page(105, 148)
lengths = st.floats(0, 2000).map(lambda length: round(length, 2))
far = st.floats(-5000, 5000)
pages = st.builds(
    Page, st.floats(5, 500).map(lambda side: round(side, 2)), st.floats(5, 500).map(lambda side: round(side, 2))
)
areas = st.builds(Area, lengths, lengths, lengths, lengths)
handles = st.sampled_from(Handle)
arounds = st.builds(Around, pages, st.lists(areas, max_size=5), st.floats(0, 5))


def is_on(area: Area, page: Page) -> bool:
    return (
        area.left >= 0
        and area.top >= 0
        and area.right <= page.width + SLACK
        and area.bottom <= page.height + SLACK
        and area.width >= 0
        and area.height >= 0
    )


@given(areas, far, far, pages)
def test_nothing_is_moved_beyond_the_page(area: Area, across: float, down: float, page: Page) -> None:
    assert is_on(moved(area, across, down, page), page)


@given(areas, handles, far, far, pages)
def test_nothing_is_resized_beyond_the_page_nor_to_nothing(
    area: Area, handle: Handle, across: float, down: float, page: Page
) -> None:
    found = resized(area, handle, across, down, page)
    assert is_on(found, page)
    assert not handle.across or found.width >= LEAST - SLACK
    assert not handle.down or found.height >= LEAST - SLACK


@given(areas, far, far, arounds)
def test_nothing_is_dragged_beyond_the_page_and_each_guide_is_at_it(
    area: Area, across: float, down: float, around: Around
) -> None:
    found, guides = dragged(area, across, down, around)
    assert is_on(found, around.page)
    assert all(min(abs(line - mark) for mark in found.across.marks) < 0.03 for line in guides.across)
    assert all(min(abs(line - mark) for mark in found.down.marks) < 0.03 for line in guides.down)


@given(areas, handles, far, far, arounds)
def test_nothing_is_pulled_beyond_the_page(
    area: Area, handle: Handle, across: float, down: float, around: Around
) -> None:
    assert is_on(pulled(area, handle, across, down, around)[0], around.page)


@given(areas, handles, far, far, pages)
def test_a_square_stays_one_and_on_its_page(area: Area, handle: Handle, across: float, down: float, page: Page) -> None:
    found = squared(resized(area, handle, across, down, page), handle, page)
    assert is_on(found, page)
    assert found.width == pytest.approx(found.height, abs=0.02)


@given(areas, far, far, pages)
def test_what_is_moved_keeps_its_size_where_the_page_has_room_for_it(
    area: Area, across: float, down: float, page: Page
) -> None:
    placed = inside(area, page)
    found = moved(placed, across, down, page)
    assert (found.width, found.height) == pytest.approx((placed.width, placed.height), abs=0.02)


@given(areas, handles, far, far)
def test_the_opposite_edges_stay_while_one_is_resized(area: Area, handle: Handle, across: float, down: float) -> None:
    placed = inside(area, A6)
    if placed.width < LEAST or placed.height < LEAST:
        return
    found = resized(placed, handle, across, down, A6)
    kept = {-1: "right", 1: "left"}.get(handle.across)
    assert kept is None or getattr(found, kept) == pytest.approx(getattr(placed, kept), abs=0.02)
    kept = {-1: "bottom", 1: "top"}.get(handle.down)
    assert kept is None or getattr(found, kept) == pytest.approx(getattr(placed, kept), abs=0.02)


@given(st.integers(0, 100), st.integers(0, 100), st.integers(-40, 40), st.integers(-40, 40))
def test_steps_within_the_page_are_taken_back_by_the_same_steps(left: int, top: int, across: int, down: int) -> None:
    area = Area(40 + left / 10, 40 + top / 10, 10, 10)
    there = moved(area, across * GRID, down * GRID, A6)
    assert moved(there, -across * GRID, -down * GRID, A6) == area


@given(st.floats(0, 80), st.floats(0, 80))
def test_what_is_drawn_to_nothing_stands_on_the_grid(across: float, down: float) -> None:
    found, guides = dragged(Area(3.3, 3.3, 7, 7), across, down, Around(A6))
    if guides == Guides():
        assert found.left % GRID == pytest.approx(0, abs=SLACK)
        assert found.top % GRID == pytest.approx(0, abs=SLACK)


def test_an_element_is_drawn_to_the_edges_and_middles_of_others_and_of_the_page() -> None:
    other = Area(10, 10, 20, 20)
    assert dragged(Area(50, 60, 8, 8), -39.3, 0, Around(A6, [other], 1)) == (Area(10, 60, 8, 8), Guides((10,), ()))
    found, guides = dragged(Area(50, 60, 10, 8), -2.8, 0, Around(A6, [other], 1))
    assert (found.left, guides.across) == (47.5, (52.5,)), "the middle of the page"
    assert pulled(Area(50, 60, 10, 8), Handle.LEFT, -19.4, 0, Around(A6, [other], 1)) == (
        Area(30, 60, 30, 8),
        Guides((30,), ()),
    )


def test_a_handle_that_goes_over_the_opposite_edge_stops_before_it() -> None:
    assert resized(Area(10, 10, 20, 20), Handle.TOP_LEFT, 300, 300, A6) == Area(29, 29, LEAST, LEAST)
    assert resized(Area(10, 10, 20, 20), Handle.RIGHT, -300, 99, A6) == Area(10, 10, LEAST, 20)


def test_an_element_without_an_area_can_be_given_one() -> None:
    assert resized(Area(105, 148, 0, 0), Handle.BOTTOM_RIGHT, 0, 0, A6) == Area(104, 147, 1, 1)
    assert resized(Area(20, 20, 0, 0), Handle.BOTTOM_RIGHT, 4, 6, A6) == Area(20, 20, 4, 6)
