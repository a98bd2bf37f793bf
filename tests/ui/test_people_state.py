"""The directory as values: what it asks for and whom it shows."""

from types import SimpleNamespace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui.people import state as people
from checkin_app.ui.people.state import PeopleState

ANNA, BEN = DelegateId("00000000000000a1"), DelegateId("00000000000000b2")


def card_of(delegate: DelegateId) -> DelegateCard:
    return cast(DelegateCard, SimpleNamespace(delegate=SimpleNamespace(id=delegate)))


def test_the_card_of_somebody_who_is_no_longer_chosen_is_passed_over() -> None:
    state = people.chosen(people.chosen(PeopleState(), ANNA, None), BEN, None)
    assert people.card_fetched(state, card_of(ANNA)).card is None
    assert people.card_fetched(state, card_of(BEN)).card == card_of(BEN)


def test_trouble_stands_until_the_next_answer_and_hides_nobody_who_was_chosen() -> None:
    state = people.refused(people.chosen(PeopleState(count=3), ANNA, card_of(ANNA)), "The store was busy.")
    assert (state.trouble, state.card) == ("The store was busy.", card_of(ANNA))
    assert people.card_fetched(state, card_of(ANNA)).trouble
    assert not people.listed(state, 3).trouble


def test_somebody_named_by_another_screen_is_hidden_by_no_question() -> None:
    asked = people.category_chosen(people.typed(PeopleState(), "li"), "press")
    state = people.opened(asked)
    assert (state.query, state.category) == ("", "")


@given(st.text(st.sampled_from(" \t\u3000"), max_size=4), st.booleans())
def test_blanks_alone_search_for_nobody(blanks: str, name: bool) -> None:
    state = people.typed(PeopleState(), blanks + ("li" if name else ""))
    assert state.searching is name


def test_each_question_is_one_more_than_the_one_before() -> None:
    assert people.asked(people.asked(PeopleState())).asked == 2
