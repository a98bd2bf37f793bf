"""The find screen shows the newest answer only, and Enter never checks in somebody else."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId
from checkin_app.ui.find import state as find
from checkin_app.ui.find.state import FindState, Found, Press


def person(number: int, name: str = "", latin: str = "") -> Found:
    return Found(DelegateId(f"{number:016x}"), name or f"人{number}", latin or f"PERSON {number}")


OUYANG_1 = person(1, "欧阳静怡", "OUYANG Jingyi")
OUYANG_2 = person(2, "欧阳景逸", "Ouyang Jìngyì")
OUYANG_3 = person(3, "欧阳一帆", "OUYANG Yifan")


def ids(*people: Found) -> tuple[DelegateId, ...]:
    return tuple(each.delegate for each in people)


def found(query: str, *people: Found) -> FindState:
    state = find.typed(FindState(), query)
    return find.answered(state, state.asked, ids(*people), people)


@given(st.lists(st.text(min_size=1, max_size=4), min_size=1, max_size=8), st.randoms())
def test_only_the_newest_answer_is_shown_in_whatever_order_answers_come(queries: list[str], random: object) -> None:
    state = FindState()
    asked: dict[int, str] = {}
    for query in queries:
        state = find.typed(state, query)
        asked[state.asked] = query
    order = list(asked)
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    for question in order:
        state = find.answered(state, question, ids(person(question)), [person(question)])
    newest = max(asked)
    if state.query.strip():
        assert state.ids == ids(person(newest))
    else:
        assert state.ids == ()


def test_clearing_the_field_shows_nobody_and_asks_nothing() -> None:
    state = find.typed(found("oy", OUYANG_1), " ")
    assert state.ids == ()
    assert not state.waiting
    assert not state.nobody


def test_nobody_fits_is_said_only_once_the_newest_question_is_answered() -> None:
    state = find.typed(FindState(), "zz")
    assert not state.nobody
    assert find.answered(state, state.asked, ()).nobody


def test_enter_while_an_older_answer_is_on_the_screen_does_nothing() -> None:
    state = find.typed(found("oy", OUYANG_3), "oyx")
    assert find.pressed(state) == (state, Press.NOTHING)


def test_enter_checks_in_once_and_a_second_enter_waits() -> None:
    state, press = find.pressed(found("yifan", OUYANG_3))
    assert press is Press.CHECK_IN
    assert find.pressed(state)[1] is Press.NOTHING


def test_two_who_share_a_pinyin_are_asked_for_a_second_mark_first() -> None:
    state = found("oy", OUYANG_1, OUYANG_2, OUYANG_3)
    assert state.alikes() == {OUYANG_1.delegate, OUYANG_2.delegate}
    assert state.sharing() == 2
    asked, press = find.pressed(state)
    assert press is Press.ASK
    assert find.pressed(asked)[1] is Press.CHECK_IN


def test_moving_to_another_row_takes_the_confirmation_back() -> None:
    asked, _ = find.pressed(found("oy", OUYANG_1, OUYANG_2))
    assert find.pressed(find.moved(asked, 1))[1] is Press.ASK


def test_typing_takes_the_confirmation_back() -> None:
    asked, _ = find.pressed(found("oy", OUYANG_1, OUYANG_2))
    typed = find.typed(asked, "oyj")
    state = find.answered(typed, typed.asked, ids(OUYANG_1, OUYANG_2), [OUYANG_1, OUYANG_2])
    assert find.pressed(state)[1] is Press.ASK


@given(st.lists(st.sampled_from([-1, 1, 5, -5]), max_size=20))
def test_arrows_never_leave_the_list(steps: list[int]) -> None:
    people = [person(number) for number in range(4)]
    state = found("p", *people)
    for step in steps:
        state = find.moved(state, step)
        assert state.chosen in state.ids


def test_the_person_chosen_stays_chosen_while_still_found() -> None:
    state = find.typed(find.moved(found("oy", OUYANG_1, OUYANG_3), 1), "oyy")
    assert find.answered(state, state.asked, ids(OUYANG_1, OUYANG_3)).chosen == OUYANG_3.delegate
    assert find.answered(state, state.asked, ids(OUYANG_1)).chosen == OUYANG_1.delegate


def test_who_was_only_found_first_gives_way_to_the_likeliest_of_a_longer_text() -> None:
    state = find.typed(found("l", OUYANG_1, OUYANG_3), "lin")
    assert find.answered(state, state.asked, ids(OUYANG_3, OUYANG_1)).chosen == OUYANG_3.delegate


def test_whoever_a_click_picks_stays_though_chosen_already() -> None:
    state = find.typed(find.chose(found("l", OUYANG_1, OUYANG_3), OUYANG_1.delegate), "lin")
    assert find.answered(state, state.asked, ids(OUYANG_3, OUYANG_1)).chosen == OUYANG_1.delegate


def test_an_answer_asked_anew_moves_nobody() -> None:
    state = find.answered(found("l", OUYANG_1), 1, ids(OUYANG_3, OUYANG_1))
    assert state.chosen == OUYANG_1.delegate


def test_a_page_of_people_no_longer_found_is_left_out() -> None:
    state = find.page_came(found("oy", OUYANG_1), [OUYANG_1, OUYANG_2])
    assert set(state.people) == {OUYANG_1.delegate}


def test_trouble_with_the_newest_question_is_said_and_with_an_older_one_is_not() -> None:
    state = find.typed(find.typed(FindState(), "o"), "oy")
    assert find.refused(state, state.asked - 1, "busy").note == ""
    assert find.refused(state, state.asked, "busy").note == "busy"


def test_a_failed_check_in_can_be_tried_again() -> None:
    busy, _ = find.pressed(found("yifan", OUYANG_3))
    assert find.pressed(find.settled(busy, "store busy"))[1] is Press.CHECK_IN


def test_asking_anew_because_somebody_was_scanned_keeps_the_confirmation_and_the_rows() -> None:
    asked, _ = find.pressed(found("oy", OUYANG_1, OUYANG_2))
    again = find.answered(asked, asked.asked, ids(OUYANG_1, OUYANG_2), [OUYANG_1])
    assert again.confirming
    assert set(again.people) == set(ids(OUYANG_1, OUYANG_2))
