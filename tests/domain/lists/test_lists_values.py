"""From the text of a cell to a value."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists import dates, placeholders
from checkin_app.domain.lists.answers import Answers, Asked, Question, Way
from checkin_app.domain.lists.notes import Remark
from checkin_app.domain.lists.values import (
    Read,
    TextChecks,
    Vocabulary,
    accessible,
    category,
    clean,
    email,
    languages,
    phone,
    route,
    status,
)
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.phones import phone_reader

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
KNOWN = Vocabulary.of(FORUM)
AIDS = TextChecks(phone_reader("CN"))


def keys(read: Read) -> list[object]:
    return [note.key for note in read.notes]


@given(st.text())
def test_cleaning_leaves_nothing_invisible_and_cleans_once(text: str) -> None:
    cleaned = clean(text).text
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    assert not any(unicodedata.category(each) == "Cc" for each in cleaned)
    assert "  " not in cleaned


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=20))
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = clean(text).text
    if not once.startswith(("'", "=")):
        assert clean(once).text == once


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  a \t b\n", "a b"),
        ("李\u3000雪", "李 雪"),
        ('="0412"', "0412"),
        ("'+86 1", "+86 1"),
        ("'=1+1", "=1+1"),
        ("'\uff1d1+1", "\uff1d1+1"),
        ("'Okina", "'Okina"),
        ("a_x000D_\nb", "a b"),
        ("\ufeffa", "a"),
    ],
)
def test_cells_are_cleaned_of_what_programs_put_there(raw: str, text: str) -> None:
    assert clean(raw).text == text


@pytest.mark.parametrize(
    "text", ["minister", "M", "m", "交通部长", "Transport Minister", "transport  minister", "MINISTER"]
)
def test_a_category_is_known_by_id_letter_and_word(text: str) -> None:
    assert category(text, KNOWN) == Read("minister")


@pytest.mark.parametrize(
    ("text", "category_id"),
    [
        ("部长 Minister", "minister"), ("专家 Scholar", "scholar"), ("企业 Entrepreneur", "entrepreneur"),
        ("minister (transport)", "minister"), ("Minister（部长）", "minister"), ("学者/Scholar", "scholar"), ("媒体|Press", "media"),
        ("MEDIA - 媒体", "media"), ("Interpreter\u3000翻译", "interpreter"), ("Ministre / Minister", "minister"),
        ("Staff: 工作人员", "staff"), ("وزير Minister", "minister"), ("министр – Minister", "minister"), ("Security [安保]", "security"),
    ],
)  # fmt: skip
def test_a_category_in_two_languages_is_known_by_either_half(text: str, category_id: str) -> None:
    assert category(text, KNOWN) == Read(category_id)


@pytest.mark.parametrize(
    "text", ["IO Head", "媒体 Delegate", "Minister / Scholar", "A / B", "Deputy Minister", "VIP (H)", "部长"]
)
def test_a_category_whose_halves_say_nothing_or_two_things_is_asked_about(text: str) -> None:
    assert keys(category(text, KNOWN)) == [Remark.CATEGORY_UNKNOWN]


@pytest.mark.parametrize("text", ["线路三 Route 3", "Route 3（线路三）", "3 / 线路3"])
def test_a_route_in_two_languages_is_one_route(text: str) -> None:
    assert route(text, KNOWN) == Read("3")


@pytest.mark.parametrize(
    ("text", "needed"), [("是 Yes", True), ("否 No", False), ("无/None", False), ("Oui (yes)", True)]
)
def test_yes_and_no_are_known_in_two_languages(text: str, needed: bool) -> None:
    assert accessible(text) == Read(value=needed)


def test_a_category_that_is_not_the_forums_is_asked_about_and_left_alone() -> None:
    read = category("VIP-2", KNOWN)
    assert read.value is None
    assert keys(read) == [Remark.CATEGORY_UNKNOWN]
    assert read.notes[0].asks


def test_no_category_is_the_default_and_told() -> None:
    assert category("", KNOWN).value == FORUM.default_category
    assert keys(category("", KNOWN)) == [Remark.DEFAULT_CATEGORY]


@pytest.mark.parametrize(
    "text",
    ["3", "线路3", "Route 3", "route3", "线路三", "参观线路③", "3号线", "Route No. 3", "ROUTE #3", "第三线路", "３"],
)
def test_a_route_is_known_however_it_is_written(text: str) -> None:
    assert route(text, KNOWN) == Read("3")


@pytest.mark.parametrize("text", ["", "无", "-", "未定", "N/A"])
def test_no_route_is_no_route(text: str) -> None:
    assert route(text, KNOWN).value == ""


def test_several_routes_in_one_cell_are_a_question() -> None:
    read = route("3 / 4", KNOWN)
    assert read.value is None
    assert read.notes[0].key is Remark.ROUTE_SEVERAL
    assert read.notes[0].details["choices"] == "3, 4"


@pytest.mark.parametrize("text", ["5", "Great Wall", "Route 33", "1-2-3", "3x"])
def test_a_route_that_is_not_the_forums_is_a_question(text: str) -> None:
    assert route(text, KNOWN).value is None


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("中文", ("zh",)), ("English", ("en",)), ("中文、英文", ("zh", "en")), ("French; Arabic", ("fr", "ar")),
        ("en/fr", ("en", "fr")), ("español y árabe", ("es", "ar")), ("zh-CN", ("zh",)), ("俄语 English", ("ru", "en")),
        ("", ()), ("sv am", ("sv", "am")), ("ქართული", None), ("polski, ελληνικά", ("pl", "el")),
    ],
)  # fmt: skip
def test_languages_become_tags(text: str, tags: tuple[str, ...] | None) -> None:
    assert languages(text).value == tags


def test_an_unknown_language_is_asked_about_and_the_others_are_kept() -> None:
    read = languages("English, Klingon")
    assert read.value == ("en",)
    assert keys(read) == [Remark.LANGUAGE_UNKNOWN]
    assert languages("Klingon").value is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13800138000", "+8613800138000"), ("138 0013 8000", "+8613800138000"), ("+86 138-0013-8000", "+8613800138000"),
        ("+33 6 12 34 56 78", "+33612345678"), ("0033 6 12 34 56 78", "+33612345678"), ("010-65292327", "+861065292327"),
        ("（010）65292327", "+861065292327"), ("＋86 13800138000", "+8613800138000"),
    ],
)  # fmt: skip
def test_phones_are_written_in_one_way(text: str, number: str) -> None:
    assert phone(text, FORUM, AIDS).value == number


def test_a_phone_without_a_country_code_is_told() -> None:
    assert keys(phone("13800138000", FORUM, AIDS)) == [Remark.PHONE_COUNTRY]
    assert keys(phone("+8613800138000", FORUM, AIDS)) == []


@pytest.mark.parametrize("text", ["12345", "see secretary", "9" * 300, "138001380001380013800"])
def test_what_is_no_phone_number_is_kept_and_asked_about(text: str) -> None:
    read = phone(text, FORUM, AIDS)
    assert read.value == text
    assert keys(read) == [Remark.PHONE_ODD]


def test_a_phone_that_the_spreadsheet_cut_is_left_out() -> None:
    read = phone("1.38E+10", FORUM, AIDS)
    assert (read.value, keys(read)) == (None, [Remark.PHONE_ROUNDED])


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("是", True),
        ("Yes", True),
        ("✓", True),
        ("1", True),
        ("否", False),
        ("no", False),
        ("", False),
        ("-", False),
        ("0", False),
    ],
)
def test_an_accessible_place_is_needed_or_not(text: str, needed: bool) -> None:
    assert accessible(text) == Read(value=needed)


def test_other_words_under_accessible_are_taken_as_a_need_and_asked_about() -> None:
    read = accessible("uses crutches")
    assert (read.value, keys(read)) == (True, [Remark.ACCESSIBLE_UNCLEAR])


@pytest.mark.parametrize("text", ["ada@", "ada at example.org", "a@b", "a b@example.org"])
def test_what_is_no_address_is_kept_and_asked_about(text: str) -> None:
    assert (email(text).value, keys(email(text))) == (text, [Remark.EMAIL_ODD])


def test_an_address_is_an_address() -> None:
    assert email("ada.lund@mail.example.org") == Read("ada.lund@mail.example.org")


def test_letters_and_digits_hold_nothing_that_cleaning_takes_out() -> None:
    whole = [each for each in map(chr, range(sys.maxunicode + 1)) if each.isalnum()]
    assert not {unicodedata.category(each) for each in whole} & {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"}
    assert not [each for each in whole if each.isspace() or unicodedata.normalize("NFC", each).isspace()]


@given(st.from_regex(dates._DATED, fullmatch=True))
def test_whatever_reads_like_a_date_begins_like_one(text: str) -> None:
    if any(each in "0123456789" for each in text):
        assert dates._may_be_dated(text)


@given(
    st.from_regex(re.compile(rf"(?:\w+ )?(?:{placeholders._IN_WHOLE.pattern})(?: \w+)?", re.IGNORECASE), fullmatch=True)
)
def test_a_word_that_holds_a_place_is_never_part_of_a_name(text: str) -> None:
    left = placeholders.without_placeholders(text).split(" ")
    held = [word for word in left if placeholders._IN_WHOLE.fullmatch(word)]
    assert not held or len(left) == len(text.split(" "))


def test_why_a_list_says_that_somebody_does_not_come_is_short_enough_to_be_shown() -> None:
    text = "Will not come, since " + "x" * 5000
    answers = Answers(given={Asked.about(Question.STATUS, text): Way.NO})
    reason = status(text, answers).value
    assert str(reason).startswith("Will not come")
    assert len(str(reason)) < 50
