"""The walk-in form never loses what was typed, and never makes a second person in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId
from checkin_app.ui.walk_in import state as walk_in
from checkin_app.ui.walk_in.state import CategoryChoice, Draft, LookAlike, Phase, RouteChoice, WalkInState

CATEGORIES = (CategoryChoice("delegate", "D", "Delegate"), CategoryChoice("media", "P", "Media"))
ROUTES = (RouteChoice("1", "City", 17), RouteChoice("2", "Country", 0))
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


def form(**typed: str) -> WalkInState:
    state = walk_in.opened(walk_in.offered(WalkInState(), CATEGORIES, ROUTES), Draft(), "delegate")
    for name, value in typed.items():
        state = walk_in.edited(state, name, value)
    return state


def known(state: WalkInState) -> WalkInState:
    """Return the state once nobody was found who is like what was typed."""
    return walk_in.compared(state, state.asked, ())


_STEPS = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(["name", "latin_name", "organisation", "phone"]), TEXT),
    st.tuples(st.just("answer"), st.integers(0, 3)),
    st.tuples(st.just("discard")),
    st.tuples(st.just("bring back")),
    st.tuples(st.just("wait")),
)


@given(st.lists(_STEPS, max_size=20))
def test_nobody_is_registered_before_exactly_what_is_typed_was_compared(steps: list[tuple[object, ...]]) -> None:
    state, compared_with = form(), ("", "", "")
    for step in steps:
        match step:
            case ("type", str(name), str(text)):
                state = walk_in.edited(state, name, text)
            case ("answer", int(late)):
                state = walk_in.compared(state, state.asked - late, ())
                compared_with = _compared(state) if not late else compared_with
            case ("discard",):
                state = walk_in.discarded(state, "delegate")
            case ("bring back",):
                state = walk_in.brought_back(state)
            case _:
                state = walk_in.waited(state)
        if walk_in.begun(state)[1]:
            assert compared_with == _compared(state)


def _compared(state: WalkInState) -> tuple[str, str, str]:
    return (state.draft.name, state.draft.latin_name, state.draft.organisation)


@given(st.builds(Draft, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT))
def test_a_draft_comes_back_as_it_was_kept(draft: Draft) -> None:
    assert walk_in.draft_from(walk_in.draft_text(draft)) == draft


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"name": 4, "other": "x"}', '{"name": null}'])
def test_a_draft_that_cannot_be_read_is_an_empty_form(text: str) -> None:
    assert walk_in.draft_from(text) == Draft()


def test_the_latin_name_follows_the_own_script_name_until_somebody_types_it() -> None:
    state = form(name="欧阳")
    state = walk_in.suggested(state, state.asked, "OUYANG")
    assert state.draft.latin_name == "OUYANG"
    state = walk_in.edited(state, "latin_name", "Ou-Yang")
    state = walk_in.edited(state, "name", "欧阳怡")
    assert walk_in.suggested(state, state.asked, "OUYANG Yi").draft.latin_name == "Ou-Yang"


def test_clearing_the_latin_name_lets_it_be_suggested_again() -> None:
    state = walk_in.edited(form(name="欧阳", latin_name="Ou"), "latin_name", "")
    assert walk_in.suggested(state, state.asked, "OUYANG").draft.latin_name == "OUYANG"


def test_answers_about_an_older_name_are_not_shown() -> None:
    state = form(name="欧阳")
    late = walk_in.compared(state, state.asked - 1, (LookAlike(DelegateId("1" * 16), "甲"),))
    assert late == state
    assert walk_in.suggested(state, state.asked - 1, "OU") == state


def test_a_lacking_character_is_named_and_the_latin_name_is_the_way_out() -> None:
    state = form(name="𠮷田", latin_name="YOSHIDA")
    state = walk_in.looked_through(state, state.asked, {"name": "𠮷", "organisation": ""})
    assert state.lacking == {"name": "𠮷"}
    assert walk_in.latin_name_used(state).draft.name == "YOSHIDA"


def test_nobody_is_registered_without_a_name_and_the_form_says_so() -> None:
    state, go = walk_in.begun(form(organisation="Office"))
    assert not go
    assert state.missing_name
    assert not walk_in.edited(state, "name", "甲").missing_name


def test_registering_twice_makes_one_person() -> None:
    state, go = walk_in.begun(known(form(name="甲")))
    assert go
    assert walk_in.begun(state) == (state, False)


def test_a_refused_registration_keeps_the_draft() -> None:
    state, _ = walk_in.begun(known(form(name="甲", phone="137")))
    refused = walk_in.refused(state, "disk full")
    assert refused.draft == state.draft
    assert refused.note == "disk full"
    assert refused.phase is Phase.DRAFT


def test_after_registering_the_form_is_empty_and_says_who_it_was() -> None:
    state, _ = walk_in.begun(known(form(name="甲")))
    after = walk_in.registered(state, "甲", "AB001", "delegate")
    assert after.draft == Draft(category="delegate")
    assert (after.registered_name, after.registered_no) == ("甲", "AB001")
    assert after.categories == CATEGORIES


def test_what_was_typed_after_saving_began_is_not_called_saved() -> None:
    state = form(name="甲")
    assert walk_in.kept(state, state.draft).saved
    assert not walk_in.kept(walk_in.edited(state, "name", "甲乙"), state.draft).saved


def test_a_discarded_form_can_be_had_back_until_something_is_typed() -> None:
    state = form(name="甲", latin_name="JIA")
    thrown = walk_in.discarded(state, "delegate")
    assert thrown.draft.empty
    assert walk_in.brought_back(thrown).draft == state.draft
    assert walk_in.edited(thrown, "name", "乙").thrown_away is None


def test_a_route_that_is_no_longer_offered_is_let_go() -> None:
    state = form(name="甲", route="2")
    assert walk_in.offered(state, CATEGORIES, ROUTES[:1]).draft.route == ""


def test_a_field_that_does_not_exist_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        walk_in.edited(WalkInState(), "badge_no", "1")


@given(st.text(min_size=301, max_size=400))
def test_no_field_takes_more_than_a_badge_could_hold(text: str) -> None:
    assert len(walk_in.edited(form(), "name", text).draft.name) == walk_in.LONGEST
