"""The find screen shows the newest answer only, and Enter never checks in somebody else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.likeness import Likeness
from checkin_app.ui.find import state as find
from checkin_app.ui.find.state import FindState, Found, Marks, Press


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
    assert set(state.alikes()) == {OUYANG_1.delegate, OUYANG_2.delegate}
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
    state = find.typed(find.chosen(found("l", OUYANG_1, OUYANG_3), OUYANG_1.delegate), "lin")
    assert find.answered(state, state.asked, ids(OUYANG_3, OUYANG_1)).chosen == OUYANG_1.delegate


def test_an_answer_asked_anew_moves_nobody() -> None:
    state = find.answered(found("l", OUYANG_1), 1, ids(OUYANG_3, OUYANG_1))
    assert state.chosen == OUYANG_1.delegate


def test_a_page_of_people_no_longer_found_is_left_out() -> None:
    state = find.page_fetched(found("oy", OUYANG_1), [OUYANG_1, OUYANG_2])
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


# ---- numbers


def answer_to(state: FindState, bearers: dict[Found, int | None], *others: Found) -> FindState:
    people = [*bearers, *others]
    by_id = {each.delegate: issue for each, issue in bearers.items()}
    return find.answered(state, state.asked, ids(*people), people, Marks(by_id))


def number_found(query: str, bearers: dict[Found, int | None], *others: Found) -> FindState:
    return answer_to(find.typed(FindState(), query), bearers, *others)


def test_the_bearer_of_a_typed_number_is_chosen_and_its_issue_known() -> None:
    state = number_found("0005-1", {OUYANG_1: 1}, OUYANG_3)
    assert find.pressed(state)[1] is Press.CHECK_IN
    assert (state.chosen, state.issue) == (OUYANG_1.delegate, 1)


def test_the_number_of_a_namesake_is_asked_about_before_anybody_is_checked_in_by_it() -> None:
    asked, press = find.pressed(number_found("0005", {OUYANG_1: None}, OUYANG_2))
    assert press is Press.ASK
    assert (asked.chosen, find.pressed(asked)[1]) == (OUYANG_1.delegate, Press.CHECK_IN)
    other = find.moved(asked, 1)
    assert (other.chosen, find.pressed(other)[1]) == (OUYANG_2.delegate, Press.ASK), "the other one is asked about too"
    assert find.pressed(number_found("0005", {OUYANG_1: None}, OUYANG_3))[1] is Press.CHECK_IN


def test_a_pick_does_not_outlive_a_digit_that_makes_the_number_somebody_else_s() -> None:
    picked = find.moved(number_found("00", {}, OUYANG_1, OUYANG_3), 1)
    assert picked.chosen == OUYANG_1.delegate
    state = answer_to(find.typed(picked, "0005"), {OUYANG_3: None}, OUYANG_1)
    assert state.chosen == OUYANG_3.delegate
    assert find.pressed(answer_to(find.typed(picked, "000"), {}, OUYANG_1))[1] is Press.NOTHING


def test_a_second_bearer_who_came_by_a_merge_takes_the_choice_away() -> None:
    state = number_found("HQ001", {OUYANG_1: None})
    assert find.pressed(answer_to(state, {OUYANG_1: None, OUYANG_3: None}))[1] is Press.NOTHING


def test_the_letters_of_a_number_or_a_part_of_an_e_mail_address_choose_nobody() -> None:
    state = find.typed(FindState(), "@port")
    state = find.answered(state, state.asked, ids(OUYANG_1), [OUYANG_1], Marks(in_part=True))
    assert find.pressed(state)[1] is Press.NOTHING
    assert find.pressed(find.moved(state, 1))[1] is Press.CHECK_IN


def test_a_number_without_a_digit_that_two_bear_is_picked_by_hand_too() -> None:
    assert find.pressed(number_found("vip", {OUYANG_1: None, OUYANG_3: None}))[1] is Press.NOTHING


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from("015-ab")),
        st.tuples(st.just("erase"), st.just("")),
        st.tuples(st.just("answer"), st.integers(0, 3)),
        st.tuples(st.just("arrow"), st.sampled_from([-1, 1])),
        st.tuples(st.just("enter"), st.just("")),
    ),
    max_size=40,
)


@given(EVENTS, st.data())
def test_enter_alone_checks_in_only_whose_number_exactly_was_typed(
    events: list[tuple[str, object]], data: st.DataObject
) -> None:
    """Whatever is typed, answered late or early, and pressed in between."""
    people = [person(number) for number in range(3)]
    questions: dict[int, str] = {}
    answers: dict[str, dict[Found, int | None]] = {}
    state, touched = FindState(), False
    for event, what in events:
        if event in {"type", "erase"}:
            state = find.typed(state, state.query + str(what) if event == "type" else state.query[:-1])
            questions[state.asked] = state.query
            touched = False
        elif event == "answer" and questions:
            question = data.draw(st.sampled_from(sorted(questions)))
            borne = st.dictionaries(st.sampled_from(people), st.sampled_from([None, 1, 2]), max_size=2)
            bearers = answers.setdefault(questions[question], data.draw(borne))
            by_id = {each.delegate: issue for each, issue in bearers.items()}
            state = find.answered(state, question, ids(*people), people, Marks(by_id))
        elif event == "arrow":
            touched = touched or state.answered == state.asked
            state = find.moved(state, int(str(what)))
        elif event == "enter":
            state, press = find.pressed(state)
            if press is Press.CHECK_IN:
                assert not state.waiting
                if any(each.isdigit() for each in state.query) and not touched:
                    ((bearer, issue),) = answers[state.query].items()
                    assert (state.chosen, state.issue) == (bearer.delegate, issue)
                state = find.settled(state)


# ---- what those who are called alike share

ARABIC_1, ARABIC_2 = Found(DelegateId("a" * 16), "أحمد الهاشمي"), Found(DelegateId("b" * 16), "أحمد الهاشمي")
READ = ("ouyangjingyi",)


def likeness(*people: Found) -> set[Likeness]:
    return set(found("x", *people).alikes().values())


def test_pinyin_is_said_of_han_names_only() -> None:
    assert likeness(replace(OUYANG_1, readings=READ), replace(OUYANG_2, readings=READ)) == {Likeness.PINYIN}
    assert likeness(ARABIC_1, ARABIC_2) == {Likeness.NAME}
    assert likeness(replace(ARABIC_1, latin="Ahmad"), replace(ARABIC_2, name="احمد هاشم", latin="AHMAD")) == {
        Likeness.SPELLING
    }


def test_one_latin_spelling_of_two_han_names_that_are_read_otherwise_is_no_pinyin() -> None:
    one = Found(DelegateId("a" * 16), "陳大文", "CHAN Tai Man", readings=("chendawen",))
    other = Found(DelegateId("b" * 16), "陳太文", "CHAN Tai Man", readings=("chentaiwen",))
    assert likeness(one, other) == {Likeness.SPELLING}


def test_han_names_without_latin_letters_are_alike_by_their_pinyin() -> None:
    one = Found(DelegateId("a" * 16), "王小明", readings=("wangxiaoming",))
    assert likeness(one, Found(DelegateId("b" * 16), "汪晓鸣", readings=("wangxiaoming",))) == {Likeness.PINYIN}
    assert likeness(one, Found(DelegateId("b" * 16), "Wang", "WANG Xiaoming")) == {Likeness.SPELLING}
