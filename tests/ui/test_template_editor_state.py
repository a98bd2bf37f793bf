"""The editor's state: whatever is done, the page holds everything, one code stays, and each step is taken back exactly."""

from collections.abc import Callable
from dataclasses import replace
from dataclasses import replace as changed_offer

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_templates import AIMS, HARD_NAMES, OF_VARIANTS, OFFER
from msgspec.structs import replace as changed
from template_designs import BACK, BADGE, BAND, BUS, CODE, NAMES, many

from checkin_app.domain.badge_sheets import Fold, Grid
from checkin_app.ui.shell.template_actions import Looked
from checkin_app.ui.template_areas import Area, Handle
from checkin_app.ui.template_design import ADDABLE, MOST_ELEMENTS, Design, Face, Kind
from checkin_app.ui.template_editor import edits, hand
from checkin_app.ui.template_editor import state as editor
from checkin_app.ui.template_editor.doings import Doing, Pane
from checkin_app.ui.template_editor.picking import Point
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_paper import Unfit, unfit

Deed = Callable[[EditorState], EditorState]
REACH, PULL = 4.0, 1.0
EMPTY = Grid(columns=50, rows=50, left=999, top=999)
steps = st.integers(-400, 400)
points = st.builds(Point, st.floats(-50, 160), st.floats(-50, 200))


def opened(design: Design = BADGE, chosen: str = "") -> EditorState:
    offered = editor.offer_listed(EditorState(), OFFER)
    return editor.element_chosen(editor.design_opened(offered, "a6", design, kept=True), chosen)


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
    st.builds(lambda fold: lambda state: edits.fold_chosen(state, fold), st.sampled_from([None, *Fold])),
    st.builds(
        lambda sheet: lambda state: edits.sheet_typed(state, sheet),
        st.sampled_from([None, (210.0, 297.0), (420.0, 297.0), (50.0, 50.0), (0.0, 9e9)]),
    ),
    st.builds(
        lambda columns, left: (
            lambda state: edits.grid_typed(state, Grid(columns=columns, rows=1, left=left, top=0, down=3))
        ),
        st.integers(1, 5),
        st.sampled_from([0.0, 3.5, 80.0]),
    ),
    st.just(lambda state: edits.grid_typed(state, None)),
    st.just(editor.paper_chosen),
    st.just(lambda state: editor.face_chosen(state, Face.BACK)),
    st.builds(
        lambda place, name: lambda state: edits.variant_chosen(editor.category_chosen(state, place), name),
        st.integers(-1, 30),
        st.sampled_from(["", "a6-vip", "card"]),
    ),
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
    assert unfit(design) is None, "its file could not be read"
    assert design.sheet is None or (design.stock.cells or EMPTY).fits(design.stock.paper, design.sheet)
    assert state.paper in {None, design.sheet, design.stock.paper}
    assert not (state.paper and state.chosen)


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


def on_sheets(design: Design = BADGE) -> EditorState:
    """Return the editor with a design of one face, four of it on a sheet of A4."""
    front = changed(design, elements=design.on(Face.FRONT))
    return edits.sheet_typed(opened(front), (210, 297))


def test_a_sheet_takes_as_many_as_have_room_until_somebody_says_where() -> None:
    state = on_sheets()
    assert state.design.stock.cells == Grid(columns=2, rows=2, left=0, top=0.5)
    typed = edits.grid_typed(state, Grid(columns=1, rows=2, left=40, top=0.5))
    assert typed.design.stock.cells == Grid(columns=1, rows=2, left=40, top=0.5)
    wider = edits.page_typed(typed, 190, 148)
    assert wider.design.stock.cells == Grid(columns=1, rows=2, left=10, top=0.5), "there is no room for what was said"
    assert edits.step_taken_back(wider).design == typed.design
    assert edits.sheet_typed(typed, (297, 210)).design.grid is None, "another sheet has another grid"
    assert edits.grid_typed(typed, None).design == state.design


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (lambda state: edits.page_typed(state, 211, 148), Unfit.SHEET),
        (lambda state: edits.sheet_typed(state, (100, 100)), Unfit.SHEET),
        (lambda state: edits.grid_typed(state, Grid(columns=3, rows=1, left=0, top=0)), Unfit.GRID),
        (lambda state: edits.element_added(editor.face_chosen(state, Face.BACK), Kind.TEXT), Unfit.BACK),
        (lambda state: edits.picture_read(editor.face_chosen(state, Face.BACK), "", "aGVsbG8="), Unfit.BACK),
    ],
)
def test_what_no_template_can_be_is_not_done_and_said_until_something_else_is(deed: Deed, why: Unfit) -> None:
    before = on_sheets()
    state = deed(before)
    assert (state.unfit, state.design, state.element) == (why, before.design, None)
    assert edits.element_added(editor.face_chosen(state, Face.FRONT), Kind.BAND).unfit is None
    assert editor.told(state, "").unfit is None
    assert edits.step_taken_back(state).unfit is None


def test_what_is_folded_has_its_back_on_the_same_sheet_and_keeps_it() -> None:
    folded = edits.fold_chosen(on_sheets(), Fold.TOP)
    assert folded.design.stock.cells == Grid(columns=2, rows=1, left=0, top=0.5)
    with_back = edits.element_added(editor.face_chosen(folded, Face.BACK), Kind.TEXT)
    assert with_back.unfit is None
    assert edits.fold_chosen(with_back, None).unfit is Unfit.BACK
    assert edits.fold_chosen(edits.sheet_typed(with_back, None), None).unfit is None


def test_what_comes_out_of_the_printer_is_seen_until_an_element_is_chosen() -> None:
    assert editor.paper_chosen(opened()).paper is None, "a face is all that comes out"
    state = editor.paper_chosen(on_sheets())
    assert (state.paper, state.page.width) == ((210, 297), 210)
    assert hand.gripped(state, Point(50, 60), REACH) == state, "nothing is taken hold of there"
    assert editor.element_chosen(state, CODE.id).paper is None
    assert editor.face_chosen(state, Face.FRONT).paper is None
    folded = editor.paper_chosen(edits.fold_chosen(opened(), Fold.LEFT))
    assert folded.paper == (210, 148)
    assert edits.step_taken_back(folded).paper is None


def test_a_category_has_a_template_of_its_own_until_that_is_taken_away() -> None:
    state = editor.category_chosen(opened(), 2)
    guests = state.categories[2].id
    assert (state.variant, state.alike) == ("", ("zweiseitig-vip",)), "what has another paper is not offered"
    given = edits.variant_chosen(state, "zweiseitig-vip")
    assert (given.variant, dict(given.design.variants)) == ("zweiseitig-vip", {guests: "zweiseitig-vip"})
    assert editor.category_chosen(given, 0).variant == ""
    assert Doing.OPEN_VARIANT in given.ready
    assert Doing.NEW_VARIANT not in given.ready
    assert edits.variant_chosen(given, "").design == BADGE
    assert edits.step_taken_back(given).design == BADGE


def test_one_more_like_it_has_a_name_that_no_other_has_and_stands_in_where_it_was_made_for() -> None:
    state = editor.category_chosen(opened(), 1)
    guests = state.categories[1].id
    name = f"a6-{guests}"
    assert state.new_variant == name
    assert replace(state, offered=(*state.offered, name)).new_variant == f"{name}-2"
    made = edits.variant_made(editor.category_chosen(state, 0), "a6", guests, name)
    assert dict(made.design.variants) == {guests: name}
    assert name in made.offered
    elsewhere = edits.variant_made(editor.design_opened(state, "card", BADGE, kept=True), "a6", guests, name)
    assert elsewhere.design == BADGE
    assert name in elsewhere.own


def test_what_is_wrong_with_a_variant_marks_nothing_of_the_one_in_sight() -> None:
    state = editor.design_tried(opened(), BADGE, Looked((), OF_VARIANTS))
    assert state.flawed == {CODE.id}
    assert editor.result_chosen(editor.names_listed(state, HARD_NAMES), 1).chosen == ""


def test_the_printer_of_badges_is_meant_to_begin_with_and_a_choice_stays_while_there_is_such_a_printer() -> None:
    state = editor.offer_listed(EditorState(), OFFER)
    assert state.aim == AIMS[0]
    assert [each.dpi for each in state.aims] == [300, 203, 203, 300]
    chosen = editor.aim_chosen(state, 1)
    assert chosen.aim == AIMS[1]
    assert editor.offer_listed(chosen, OFFER).aim == AIMS[1]
    assert editor.offer_listed(chosen, changed_offer(OFFER, printers=AIMS[:1])).aim == AIMS[0]
    assert editor.offer_listed(chosen, changed_offer(OFFER, printers=())).aim.printer == ""
    assert editor.aim_chosen(state, 99) == state


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
