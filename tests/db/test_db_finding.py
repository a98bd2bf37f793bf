"""People are found as a name is typed."""

import re
import unicodedata
from pathlib import Path

import pytest
from hallkit import TABLE, Hall, person
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.folding import fold
from checkin_app.domain.names.search_keys import MOST_WORDS
from checkin_app.services.ports.people import SearchHitKind as Kind
from db import finding
from db.engine import Link
from db.finding_rows import forget

ANY_TEXT = st.text(st.characters(exclude_categories=()))
LATIN = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=9)
LATIN_NAME = st.lists(LATIN, min_size=1, max_size=4).map(" ".join)
HAN_NAME = st.text(st.sampled_from("欧阳静怡单仇区解查朴曾翟盖尉迟万俟吕女王李伟敏乐行长会𫟹"), min_size=1, max_size=5)
#: What keyboards and print put between a number and its issue.
DASHES = ("-", "‐", "‑", "–", "—", "−", "－", "ー", "﹣", "_", "/", ".", " ", " - ")
OTHER_NAME = st.sampled_from(
    ["أحمد الهاشمي", "Ёлкин Пётр", "김철수", "山田 太郎", "ヤマダ", "Δημήτρης", "अनिल कुमार", "สมชาย", "דוד לוי"]
)
NAME = LATIN_NAME | HAN_NAME | OTHER_NAME | st.builds("{} {}".format, HAN_NAME, LATIN_NAME)


# ---- laws


@given(names=st.lists(NAME, min_size=1, max_size=5), data=st.data())
def test_a_person_is_found_by_every_beginning_of_the_name(hall: Hall, names: list[str], data: st.DataObject) -> None:
    hall.fill(*names)
    name = data.draw(st.sampled_from(names))
    end = data.draw(st.integers(1, len(name)))
    assert name in hall.names(name[:end]) or not fold(name[:end])


@given(names=st.lists(LATIN_NAME | OTHER_NAME, min_size=1, max_size=5), data=st.data())
def test_a_person_is_found_by_any_words_of_the_name_in_any_order(
    hall: Hall, names: list[str], data: st.DataObject
) -> None:
    hall.fill(*names)
    name = data.draw(st.sampled_from(names))
    words = data.draw(st.permutations(name.split()))
    assert name in hall.names(" ".join(words))
    assert name in hall.names(words[0])


@given(names=st.lists(HAN_NAME, min_size=1, max_size=5), data=st.data())
def test_a_person_is_found_by_any_part_of_a_han_name(hall: Hall, names: list[str], data: st.DataObject) -> None:
    hall.fill(*names)
    name = data.draw(st.sampled_from(names))
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert name in hall.names(name[start:end])


@given(names=st.lists(NAME, min_size=1, max_size=5), data=st.data())
def test_accents_and_case_make_no_difference(hall: Hall, names: list[str], data: st.DataObject) -> None:
    hall.fill(*names)
    name = data.draw(st.sampled_from(names))
    forms = (str.upper, str.lower, fold, lambda text: unicodedata.normalize("NFD", text))
    for form in forms:
        assert name in hall.names(form(name))


@given(names=st.lists(HAN_NAME, min_size=1, max_size=5), data=st.data())
def test_a_person_is_found_by_every_reading_and_its_initials(hall: Hall, names: list[str], data: st.DataObject) -> None:
    hall.fill(*names)
    name = data.draw(st.sampled_from(names))
    reading = data.draw(st.sampled_from(TABLE.readings(name)))
    assert name in hall.names("".join(reading))
    assert name in hall.names(" ".join(reading[:MOST_WORDS]))
    assert name in hall.names("".join(syllable[0] for syllable in reading))


@given(text=ANY_TEXT)
def test_no_text_is_too_strange_to_look_for(hall: Hall, text: str) -> None:
    hall.fill("Anna Kovacs", text)
    hall.hits(text)
    hall.look_alikes(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '"',
        "a OR b",
        "NEAR(a b)",
        "anna*",
        "^anna",
        "keys:anna",
        "-anna",
        "(anna",
        "a\x00b",
        "👍",
        "\ud800",
        "'; DROP TABLE finding_rows; --",
        "a" * 10_000,
        "a b " * 5_000,
        "王" * 10_000,
        "'" * 10_000,
    ],
)
def test_no_operator_of_the_index_is_obeyed(hall: Hall, text: str) -> None:
    hall.fill("Anna Kovacs", "王伟")
    assert isinstance(hall.hits(text), list)
    assert hall.names("anna") == ["Anna Kovacs"]


# ---- scripts


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Jürgen Müller", "mueller"),
        ("Jürgen Müller", "muller"),
        ("Jörg Moeller", "MOELLER"),
        ("Jörg Möller", "möller"),
        ("Anna Weiß", "weiss"),
        ("İbrahim Yıldız", "ibrahim yildiz"),
        ("Nguyễn Thị Đặng", "dang thi"),
        ("Lech Wałęsa", "walesa"),
        ("Kaʻiulani O’Brien", "o'brien"),
        ("Kaʻiulani O’Brien", "brien"),
        ("Jean-Luc Dubois", "jeanluc"),
        ("Jean-Luc Dubois", "luc"),
        ("أحمد إبراهيم", "ابراهيم"),
        ("فاطمة الهاشمي", "فاطمه هاشمي"),
        ("Пётр Ёлкин", "петр елкин"),
        ("김철수", "철수"),
        ("山田太郎", "太郎"),
        ("𫟹𬭎𰻝", "𬭎"),
        ("阿里木·买买提", "买买提"),
        ("阿里木·买买提", "阿里木买买提"),
    ],
)
def test_a_name_is_found_as_a_volunteer_would_type_it(hall: Hall, name: str, typed: str) -> None:
    hall.fill("Somebody Else", name)
    assert hall.names(typed) == [name]


def test_the_index_parts_no_word_that_the_domain_did_not(hall: Hall) -> None:
    hall.fill("ᦑᦱ", "ᦑᦲ")
    assert hall.names("ᦑᦱ") == ["ᦑᦱ"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单雄信", "shan"),
        ("单雄信", "dan"),
        ("仇英", "qiu"),
        ("仇英", "chou"),
        ("区明", "oum"),
        ("解珍", "xiezhen"),
        ("查良镛", "zhalia"),
        ("朴智", "piao"),
        ("曾国藩", "zgf"),
        ("曾国藩", "ceng"),
        ("翟让", "zhai"),
        ("翟让", "di"),
        ("盖叫天", "gejt"),
        ("尉迟恭", "yuchi"),
        ("尉迟恭", "ycg"),
        ("万俟卨", "moqi"),
        ("欧阳静怡", "oyjy"),
        ("欧阳静怡", "ouyangjy"),
        ("欧阳静怡", "jingyi"),
        ("欧阳静怡", "jy"),
        ("吕布", "lvbu"),
        ("吕布", "lubu"),
        ("吕布", "lyu bu"),
    ],
)
def test_pinyin_finds_every_reading_of_a_surname(hall: Hall, name: str, typed: str) -> None:
    hall.fill("Somebody Else", name)
    assert hall.names(typed) == [name]


def test_people_who_share_a_pinyin_are_found_together(hall: Hall) -> None:
    hall.fill("王晓明", "王小明", "汪晓鸣", "王大明")
    assert sorted(hall.hits("wangxiaoming")) == [(name, Kind.NAME) for name in ("汪晓鸣", "王小明", "王晓明")]


# ---- numbers, delegations


def test_a_number_finds_the_badge_and_the_tail_of_the_phone(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "One", badge_no="0412", phone="+86 138 0013 8000"), person(2, "Two", badge_no="8000", phone="1"))
    assert hall.hits("0412") == hall.hits("412") == [("One", Kind.NUMBER)]
    assert hall.hits("8000") == [("Two", Kind.NUMBER), ("One", Kind.PART)]
    for tail in ("38000", "138 0013 8000", "+86 138-0013-8000", "13800138000"):
        assert hall.hits(tail) == [("One", Kind.PART)]


def test_three_digits_are_no_tail_of_a_phone(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "One", phone="+86 138 0013 8000"))
    assert hall.hits("000") == []


def test_a_phone_is_found_with_a_country_code_that_the_list_left_out(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "One", phone="030 1234 5678"))
    assert hall.hits("+49 30 1234 5678") == [("One", Kind.PART)]


@pytest.mark.parametrize(("printed", "other"), [("0005", "0051"), ("0009", "0091"), ("1134", "11341"), ("0051", "511")])
def test_a_number_typed_as_printed_is_its_bearer_s_and_nobody_else_s(hall: Hall, printed: str, other: str) -> None:
    hall.fill()
    hall.add(person(1, "Bearer", badge_no=printed), person(2, "Other", badge_no=other))
    assert hall.bearers(f"{printed}-1") == [("Bearer", 1)]
    assert hall.hits(f"{printed}-1") == [("Bearer", Kind.NUMBER)]


@given(number=st.from_regex(r"[A-HJ-NP-Z]{0,6}[0-9]{1,6}", fullmatch=True), issue=st.integers(1, 255), data=st.data())
def test_a_printed_number_finds_its_bearer_however_it_is_typed(
    hall: Hall, number: str, issue: int, data: st.DataObject
) -> None:
    hall.fill("Somebody else")
    hall.add(person(9, "Bearer", badge_no=number))
    dash = data.draw(st.sampled_from(DASHES))
    typed = f"{number}{dash}{issue}"
    if data.draw(st.booleans()):
        typed = typed.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    typed = data.draw(st.sampled_from([typed, typed.lower(), f" {typed} ", f"№ {typed}", f"No. {typed}"]))
    assert hall.bearers(typed) == [("Bearer", issue)]
    assert hall.hits(typed)[0] == ("Bearer", Kind.NUMBER)
    assert hall.bearers(number) == [("Bearer", None)]


NUMBERS = st.from_regex(r"[A-C]{0,2}-?[0-2]{1,4}(-[0-3])?", fullmatch=True)


@given(st.lists(NUMBERS, min_size=1, max_size=6, unique=True), NUMBERS)
def test_whoever_a_number_finds_bears_it_and_whoever_bears_it_is_found(
    hall: Hall, numbers: list[str], typed: str
) -> None:
    """By a plain reading of the rule: letter for letter, else typed to its end without leading zeros."""
    hall.fill()
    hall.add(*(person(place, number, badge_no=number) for place, number in enumerate(numbers)))

    def parts(text: str) -> list[str]:
        return re.findall("[0-9]+|[A-Z]+", text)

    def shorter(said: list[str], borne: list[str]) -> bool:
        return len(said) == len(borne) and all(
            short == whole or (whole.isdigit() and short == (whole.lstrip("0") or "0"))
            for short, whole in zip(said, borne, strict=True)
        )

    def goes_on(said: list[str]) -> bool:
        """Somebody's number begins as this one was typed, and is longer."""
        return any(
            parts(each)[: len(said) - 1] == said[:-1] and "".join(parts(each)[len(said) - 1 :]).startswith(said[-1])
            for each in numbers
        )

    said: list[tuple[list[str], int | None]] = [(parts(typed), None)]
    if re.search("[0-9]-[1-9]$", typed):
        said.append((parts(typed)[:-1], int(typed[-1])))
    exactly = {(each, issue) for each in numbers for ways, issue in said if ways == parts(each)}
    ended = [(ways, issue) for ways, issue in said if issue or not goes_on(ways)]
    nearly = {(each, issue) for each in numbers for ways, issue in ended if shorter(ways, parts(each))}
    assert set(hall.bearers(typed)) == (exactly or nearly)


def test_two_who_bear_one_number_are_both_found(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "One", badge_no="HQ001"), person(2, "Two", badge_no="HQ001"), person(3, "Three", badge_no="HQ1"))
    assert sorted(hall.bearers("hq001-1")) == [("One", 1), ("Two", 1)]
    assert sorted(hall.hits("HQ001")) == [("One", Kind.NUMBER), ("Two", Kind.NUMBER)]
    assert hall.bearers("hq1") == [("Three", None)]
    assert hall.bearers("hq01") == []


def test_a_registration_number_is_found_whole_and_in_part_with_and_without_zeros_and_dashes(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Odile", origin="V-0101", badge_no="0007"), person(2, "Walk-in", origin="walk-in:7-0101"))
    for typed in ("V-0101", "v0101", "V101", "v-101", "V–0101"):
        assert hall.bearers(typed) == [("Odile", None)], typed
    for typed in ("0101", "101", "V-01", "v01", "v"):
        assert hall.hits(typed) == [("Odile", Kind.PART)], typed


def test_a_badge_and_a_registration_of_one_number_are_both_meant_until_the_issue_is_typed(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Badge", badge_no="1134"), person(2, "Registration", badge_no="1135", origin="1134"))
    assert sorted(hall.bearers("1134")) == [("Badge", None), ("Registration", None)]
    assert hall.bearers("1134-1") == [("Badge", 1)]


def test_a_number_without_its_zeros_is_meant_only_where_no_other_begins_so(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Five", badge_no="0005"), person(2, "Fifty-one", badge_no="0051"))
    assert hall.bearers("5") == [("Five", None)]
    assert hall.bearers("005") == []
    hall.add(person(3, "Five thousand", badge_no="5000"))
    assert hall.bearers("5") == []
    assert hall.bearers("5-1") == [("Five", 1)]
    assert hall.hits("5")[0][1] is Kind.PART


@pytest.mark.parametrize("typed", ["00051", "0005-0", "0005-300", "0005-7x"])
def test_a_number_that_is_nobody_s_offers_whom_it_may_mean_as_a_part_only(hall: Hall, typed: str) -> None:
    hall.fill()
    hall.add(person(1, "Bearer", badge_no="0005"), person(2, "Other", badge_no="0051"))
    assert hall.bearers(typed) == []
    assert hall.hits(typed) in ([("Bearer", Kind.PART)], [])


@pytest.mark.parametrize("typed", ["odile@port.example", "ODILE@PORT", "odile@", "@port.example", "odile@port.exam"])
def test_an_e_mail_address_is_found_whole_and_in_part(hall: Hall, typed: str) -> None:
    hall.fill()
    hall.add(person(1, "One", email="odile@port.example"), person(2, "Odette", email="odette@ship.example"))
    assert hall.hits(typed) == [("One", Kind.PART)]


def test_a_delegation_finds_its_people_by_any_part_and_by_pinyin(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Anna", delegation="Côte d'Ivoire"), person(2, "Bo", delegation="湖南", organisation="交通大学"))
    assert hall.hits("ivoire") == hall.hits("cote d'iv") == [("Anna", Kind.DELEGATION)]
    for typed in ("湖", "南", "hunan", "hn", "大学"):
        assert hall.hits(typed) == [("Bo", Kind.DELEGATION)]


def test_a_name_and_a_delegation_together_leave_the_one_meant(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Anna Berg", delegation="Kenya"), person(2, "Anna Tal", delegation="Brazil"))
    assert hall.names("anna ken") == hall.names("kenya anna") == ["Anna Berg"]


# ---- order


def test_the_better_reason_comes_first(hall: Hall) -> None:
    hall.fill()
    hall.add(
        person(8, "Boris Tal", delegation="Limassol"),
        person(7, "Zoe Xu", organisation="li"),
        person(6, "黎明远", delegation="x"),
        person(5, "Lev Ivanov"),
        person(4, "Li Berg"),
        person(3, "Anna Liang"),
        person(2, "Wei LI"),
        person(1, "Li"),
        person(0, "Nobody", badge_no="LI"),
    )
    assert [name for name, _ in hall.hits("li")] == [
        "Nobody", "Li", "Wei LI", "Anna Liang", "Li Berg", "Lev Ivanov", "黎明远", "Zoe Xu", "Boris Tal",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("0412", Kind.NUMBER),
        ("anna kovacs", Kind.NAME),
        ("kovacs", Kind.FAMILY),
        ("ann", Kind.GIVEN),
        ("ak", Kind.INITIALS),
        ("hung", Kind.DELEGATION),
        ("kowacs", Kind.TYPO),
    ],
)
def test_the_reason_is_told(hall: Hall, typed: str, kind: Kind) -> None:
    hall.fill()
    hall.add(person(1, "Anna Kovacs", badge_no="0412", delegation="Hungary"))
    assert hall.hits(typed) == [("Anna Kovacs", kind)]


def test_people_listed_together_come_in_the_order_of_their_names(hall: Hall) -> None:
    hall.fill("Berg C", "Berg A", "Berg B")
    assert hall.names("berg") == ["Berg A", "Berg B", "Berg C"]


def test_those_still_waited_for_come_first_among_equals_only(hall: Hall) -> None:
    hall.fill("Ali", "Alia Xu", "Alib Xu")
    waited = {DelegateId(f"{2:016x}")}
    hits = hall.finder.find(hall.connection, "ali", 50, lambda delegates: waited & set(delegates))
    assert [hall.people[hit.delegate].name for hit in hits] == ["Ali", "Alib Xu", "Alia Xu"]


def test_no_more_than_asked_for_are_returned_and_nobody_twice(hall: Hall) -> None:
    hall.fill(*(f"Li Lin {number}" for number in range(30)))
    hits = hall.finder.find(hall.connection, "li", 7)
    assert len({hit.delegate for hit in hits}) == len(hits) == 7
    assert hall.finder.find(hall.connection, "li", 0) == []


# ---- typos


@pytest.mark.parametrize("typed", ["kowacs", "kvoacs", "anna kovcs", "kovakcs", "anna kovasc"])
def test_a_slip_of_the_finger_still_finds_the_person(hall: Hall, typed: str) -> None:
    hall.fill("Anna Kovacs", "Peter Weber")
    assert hall.hits(typed) == [("Anna Kovacs", Kind.TYPO)]


def test_a_slip_in_the_delegation_is_forgiven_after_those_in_names(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Anna Tal", delegation="Hungary"), person(2, "Peter Hungery"))
    assert hall.hits("hungray") == [("Peter Hungery", Kind.TYPO), ("Anna Tal", Kind.TYPO)]
    assert hall.hits("anna hungray") == [("Anna Tal", Kind.TYPO)]


def test_another_character_of_the_same_sound_finds_the_person(hall: Hall) -> None:
    hall.fill("欧阳静怡", "王伟")
    assert hall.hits("欧阳静仪") == [("欧阳静怡", Kind.TYPO)]


def test_similar_names_stay_away_where_enough_were_found(hall: Hall) -> None:
    hall.fill("Anna Weber", "Bert Weber", "Carl Weber", "Dora Heber")
    assert "Dora Heber" not in hall.names("weber")


def test_a_whole_name_that_is_known_is_no_typo_of_its_neighbour(hall: Hall) -> None:
    hall.fill("Anna Kovacs", "Anne Kovacs")
    assert hall.hits("anna kovacs") == [("Anna Kovacs", Kind.NAME)]
    assert hall.names("anna kowacs") == ["Anna Kovacs", "Anne Kovacs"]


def test_three_letters_have_no_typos(hall: Hall) -> None:
    hall.fill("Ann Lee")
    assert hall.hits("lea") == []


def test_a_name_that_came_later_is_known_to_typos(hall: Hall) -> None:
    hall.fill("Anna Kovacs")
    assert hall.names("kowacs") == ["Anna Kovacs"]
    hall.add(person(9, "Peter Schneider"))
    assert hall.names("schnieder") == ["Peter Schneider"]


def test_typos_forget_an_index_that_was_made_again(hall: Hall) -> None:
    hall.fill("Anna Kovacs")
    assert hall.names("kowacs") == ["Anna Kovacs"]
    hall.fill("Peter Schneider")
    assert hall.names("kowacs") == []
    assert hall.names("schnieder") == ["Peter Schneider"]


def test_typos_know_an_index_that_was_made_again_and_ends_on_the_same_word(hall: Hall) -> None:
    hall.fill("Anna Berta Kovacs")
    assert hall.names("kowacs") == ["Anna Berta Kovacs"]
    hall.fill("Anna Kovacs", "Anne Kovacs")
    assert hall.names("anna kowacs") == ["Anna Kovacs", "Anne Kovacs"]


def test_typos_forget_words_that_were_rolled_back(hall: Hall) -> None:
    hall.fill("Anna Kovacs")
    with hall.connection.begin_nested() as step:
        hall.add(person(8, "Peter Schneider"))
        assert hall.names("schnieder") == ["Peter Schneider"]
        step.rollback()
    hall.add(person(9, "Maria Fernandez"))
    assert hall.names("fernadnez") == ["Maria Fernandez"]
    assert hall.names("schnieder") == []


# ---- change


def test_an_amended_name_is_found_and_the_former_one_is_not(hall: Hall) -> None:
    hall.fill("Anna Kovacs", "Peter Weber")
    hall.add(person(0, "Anna Horvath"))
    assert hall.names("anna") == hall.names("horvath") == ["Anna Horvath"]
    assert hall.names("kovacs") == []


@given(before=st.lists(NAME, max_size=6), after=st.lists(NAME, max_size=6))
def test_amending_all_is_the_same_as_beginning_with_it(hall: Hall, before: list[str], after: list[str]) -> None:
    people = [person(number, name) for number, name in enumerate(after)]
    hall.fill(*before)
    hall.add(*people)
    amended = {text: set(hall.names(text)) for text in (*before, *after)}
    hall.fill(*after)
    hall.add(*(person(number, name) for number, name in enumerate(before) if number >= len(after)))
    assert amended == {text: set(hall.names(text)) for text in amended}


def test_a_person_given_twice_at_once_counts_as_last_given(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Zoe First"), person(1, "Anna Last"))
    assert hall.names("last") == ["Anna Last"]
    assert hall.names("first") == []


def test_a_forgotten_person_is_found_no_more(hall: Hall) -> None:
    hall.fill("Anna Kovacs", "Anna Weber")
    forget(Link(hall.connection, Path()), [DelegateId(f"{0:016x}"), DelegateId("ffffffffffffffff")])
    assert hall.names("anna") == ["Anna Weber"]


def test_thousands_are_replaced_at_once(hall: Hall) -> None:
    hall.fill(*(f"Person{number} Old" for number in range(1500)))
    hall.add(*(person(number, f"Person{number} New") for number in range(1500)))
    assert hall.names("old person7") == []
    assert hall.names("person1499 new")[0] == "Person1499 New"


# ---- before a second person is made


@pytest.mark.parametrize(
    ("name", "latin_name"),
    [
        ("欧阳静怡", ""),
        ("欧阳静仪", ""),
        ("歐陽靜怡", ""),
        ("", "Ouyang Jingyi"),
        ("", "JINGYI OUYANG"),
        ("", "Ouyang Jingyy"),
    ],
)
def test_a_walk_in_who_is_listed_already_is_shown(hall: Hall, name: str, latin_name: str) -> None:
    hall.fill("王伟")
    hall.add(person(7, "欧阳静怡", latin_name="OUYANG Jingyi"))
    assert hall.look_alikes(name, latin_name) == ["欧阳静怡"]


def test_a_number_typed_for_a_name_shows_who_bears_it(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "One", badge_no="0005"), person(2, "Two", badge_no="0051"))
    assert hall.look_alikes("0005-1") == ["One"]
    assert hall.look_alikes("", "5") == ["One"]


def test_a_new_walk_in_has_no_look_alike(hall: Hall) -> None:
    hall.fill("王伟", "Anna Kovacs")
    assert hall.look_alikes("李娜", "LI Na") == []
    assert hall.look_alikes("", "") == []


# ---- made ready


@given(names=st.lists(NAME, min_size=1, max_size=4), others=st.lists(NAME, min_size=1, max_size=4))
def test_who_was_made_ready_is_found_as_they_are_when_they_are_indexed(
    hall: Hall, names: list[str], others: list[str]
) -> None:
    """Between the two somebody may have amended them, or taken the list back."""
    people = [person(number, name) for number, name in enumerate(names)]
    for number, name in enumerate((*others, *names)):
        hall.finder.make_ready(person(number, name))
    hall.fill()
    hall.add(*people)
    ready = {text: hall.hits(text) for text in (*names, *others)}
    hall.finder.ready()
    hall.fill()
    hall.add(*people)
    assert ready == {text: hall.hits(text) for text in (*names, *others)}


def test_nobody_s_keys_are_made_twice_who_was_made_ready(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    hall.fill()
    people = [person(1, "Ana Prova"), person(2, "Bo Prova")]
    hall.finder.make_ready(people[0])
    made: list[str] = []
    keys_of = finding.keys_of
    monkeypatch.setattr(finding, "keys_of", lambda who, table: made.append(who.name) or keys_of(who, table))
    hall.add(*people)
    assert made == ["Bo Prova"]
    assert sorted(hall.names("prova")) == ["Ana Prova", "Bo Prova"]
