"""The editor's state: whatever is done, the page holds everything, one code stays, and each step is taken back exactly."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed
from template_designs import BACK, BADGE, BAND, BUS, CODE, NAMES, many

from checkin_app.ui.template_areas import Area, Handle
from checkin_app.ui.template_design import ADDABLE, MOST_ELEMENTS, Design, Face, Kind
from checkin_app.ui.template_editor import edits, hand
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.picking import Point
from checkin_app.ui.template_editor.state import EditorState, Pane

Deed = Callable[[EditorState], EditorState]
REACH, PULL = 4.0, 1.0
steps = st.integers(-400, 400)
points = st.builds(Point, st.floats(-50, 160), st.floats(-50, 200))


def opened(design: Design = BADGE, chosen: str = "") -> EditorState:
    return editor.element_chosen(editor.design_opened(EditorState(), "a6", design, kept=True), chosen)


def _dragged(at: Point, to: Point) -> Deed:
    return lambda state: hand.hand_opened(hand.hand_moved(hand.gripped(state, at, REACH), to, PULL))


deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(lambda x, y: lambda state: edits.element_nudged(state, x, y), steps, steps),
    st.builds(lambda x, y: lambda state: edits.element_stretched(state, x, y), steps, steps),
    st.builds(_dragged, points, points),
    st.builds(lambda kind: lambda state: edits.element_added(state, kind), st.sampled_from(ADDABLE)),
    st.builds(
        lambda id_: lambda state: editor.element_chosen(state, id_), st.sampled_from(["code", "names", "line-1"])
    ),
    st.builds(lambda step: lambda state: edits.element_reordered(state, step), st.integers(-9, 9)),
    st.builds(lambda w, h: lambda state: edits.page_typed(state, w, h), st.floats(-9, 300), st.floats(-9, 300)),
    st.just(edits.element_removed),
    st.just(edits.element_doubled),
    st.just(edits.step_taken_back),
    st.just(edits.step_repeated),
)


def must_stand(state: EditorState) -> None:
    design = state.design
    ids = [each.id for each in design.elements]
    assert len(ids) == len(set(ids))
    assert [each.kind for each in design.elements].count(Kind.CODE) == 1
    for each in design.elements:
        box = each.box
        assert min(box.left, box.top, box.width, box.height) >= 0, each
        assert box.right <= design.page[0] + 0.02, each
        assert box.bottom <= design.page[1] + 0.02, each
    assert state.chosen == "" or state.chosen in ids
    assert state.grip is None


@given(st.lists(deeds, max_size=25))
def test_whatever_is_done_the_page_holds_all_and_every_step_is_taken_back(done: list[Deed]) -> None:
    state = opened()
    for deed in done:
        state = deed(state)
        must_stand(state)
    there = state.design
    taken = 0
    while state.steps.past:
        state, taken = edits.step_taken_back(state), taken + 1
        must_stand(state)
    assert state.design == BADGE
    assert not state.is_changed
    for _ in range(taken):
        state = edits.step_repeated(state)
    assert state.design == there


@given(points, points)
def test_what_is_dragged_and_brought_back_is_no_step(at: Point, away: Point) -> None:
    held = hand.gripped(opened(chosen="names"), at, REACH)
    if held.grip is None:
        return
    back = hand.hand_moved(hand.hand_moved(held, away, 0), at, PULL)
    assert not hand.grip_dropped(back).is_changed
    let_go = hand.hand_opened(back)
    assert let_go.is_changed is (let_go.design != BADGE)
    assert len(let_go.steps.past) == let_go.is_changed


def test_a_press_takes_what_was_drawn_last_and_a_second_what_lies_under_it() -> None:
    over = changed(BADGE, elements=(*BADGE.elements, changed(BAND, id="over")))
    at = Point(50, 10)
    first = hand.hand_opened(hand.gripped(opened(over), at, REACH))
    assert first.chosen == "over"
    second = hand.hand_opened(hand.gripped(first, at, REACH))
    assert second.chosen == BAND.id
    assert hand.hand_opened(hand.gripped(second, at, REACH)).chosen == "over"
    moved = hand.hand_opened(hand.hand_moved(hand.gripped(second, at, REACH), Point(50, 20), 0))
    assert moved.chosen == BAND.id, "what is moved stays chosen"


def test_a_press_beside_everything_chooses_nothing() -> None:
    assert hand.gripped(opened(chosen="names"), Point(70, 140), REACH).chosen == ""


def test_a_hand_on_a_handle_resizes_and_one_within_moves() -> None:
    state = opened(chosen=BUS.id)
    at_corner = hand.gripped(state, Point(BUS.box.right + 2, BUS.box.bottom + 2), REACH)
    assert at_corner.grip is not None
    assert at_corner.grip.handle is Handle.BOTTOM_RIGHT
    inside = hand.gripped(state, Point(70, 110), REACH)
    assert inside.grip is not None
    assert inside.grip.handle is None


@pytest.mark.parametrize("size", [0.0, 0.5, 3.0])
def test_what_is_tiny_or_has_no_area_can_be_moved_and_given_one(size: float) -> None:
    dot = changed(BAND, id="dot", box=Area(60, 60, size, size))
    state = opened(changed(BADGE, elements=(*BADGE.elements, dot)))
    found = hand.hand_opened(hand.gripped(state, Point(60 + size + 1, 60 + size + 1), REACH))
    if size < 3:
        found = editor.element_chosen(state, "dot")
    assert found.chosen in {"dot", NAMES.id}
    chosen = editor.element_chosen(state, "dot")
    grown = _dragged(Point(60 + size, 60 + size), Point(70 + size, 75 + size))(chosen)
    element = grown.design.element("dot")
    assert element is not None
    assert element.box.width > size
    assert element.box.height > size


def test_the_code_stays_square_and_is_neither_doubled_nor_taken_away() -> None:
    state = opened(chosen=CODE.id)
    assert edits.element_doubled(state) == state
    assert edits.element_removed(state) == state
    for grown in (edits.element_stretched(state, 7, 0), edits.element_stretched(state, 0, -9)):
        code = grown.design.element(CODE.id)
        assert code is not None
        assert code.box.width == code.box.height != CODE.box.width


def test_no_more_elements_are_added_than_a_template_may_have() -> None:
    full = opened(many(MOST_ELEMENTS - 1), "b0")
    assert edits.element_added(full, Kind.TEXT) == full
    assert edits.element_doubled(full) == full


def test_tab_goes_through_the_elements_of_one_face_in_their_order() -> None:
    state = opened()
    seen = []
    while (following := editor.element_after(state, 1)) is not None:
        state = editor.element_chosen(state, following)
        seen.append(following)
    assert seen == ["band-1", "names", "code", "bus"]
    assert editor.element_after(editor.face_chosen(state, Face.BACK), -1) == BACK.id


def test_who_is_chosen_on_the_back_turns_the_badge_over() -> None:
    assert editor.element_chosen(opened(), BACK.id).face is Face.BACK
    added = edits.element_added(editor.face_chosen(opened(), Face.BACK), Kind.TEXT)
    assert added.element is not None
    assert (added.element.face, added.pane) == (Face.BACK, Pane.LOOKS)


def test_a_key_that_repeats_is_one_step_and_another_press_is_another() -> None:
    state = edits.element_nudged(opened(chosen="names"), 1, 0)
    for _ in range(5):
        state = edits.element_nudged(state, 1, 0, repeating=True)
    assert state.element is not None
    assert state.element.box.left == pytest.approx(NAMES.box.left + 3)
    assert len(state.steps.past) == 1
    assert len(edits.element_nudged(state, 1, 0).steps.past) == 2


def test_nothing_else_is_done_while_something_is_in_somebodys_hand() -> None:
    held = hand.gripped(opened(chosen="bus"), Point(70, 110), REACH)
    for deed in (
        edits.element_removed, edits.element_doubled, edits.step_taken_back, edits.step_repeated,
        lambda state: edits.element_nudged(state, 1, 0), lambda state: edits.element_added(state, Kind.TEXT),
        lambda state: edits.page_typed(state, 50, 50), lambda state: edits.element_reordered(state, 1),
    ):  # fmt: skip
        assert deed(held) == held


def test_what_is_kept_while_it_goes_on_is_still_changed() -> None:
    state = edits.element_nudged(opened(chosen="names"), 1, 0)
    saving = state.design
    state = edits.element_nudged(state, 1, 0)
    state = editor.design_kept(state, saving, "kept")
    assert state.is_changed
    assert not edits.step_taken_back(state).is_changed


def test_another_page_moves_what_would_lie_beyond_it_and_is_one_step() -> None:
    state = edits.page_typed(opened(), 62, 100)
    must_stand(state)
    assert edits.step_taken_back(state).design == BADGE
    assert replace(state, grip=None) == state
