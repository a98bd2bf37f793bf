"""Lists as they really come: columns found, rows taken or refused, nothing lost, nothing guessed in silence."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists.answer_choices import answered
from checkin_app.domain.lists.columns import Columns, find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.lists.notes import ListRemark, Remark, Why
from checkin_app.domain.lists.reading import Reading, read_rows
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw, Sheet
from checkin_app.domain.lists.values import TextChecks
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")


def sheet(*rows: str, flaws: Mapping[tuple[int, int], Flaw] | None = None) -> Sheet:
    return Sheet("", tuple(tuple(row.split("|")) for row in rows), flaws or {})


def reading(
    *rows: str, flaws: Mapping[tuple[int, int], Flaw] | None = None, checks: TextChecks | None = None
) -> Reading:
    whole = sheet(*rows, flaws=flaws)
    return read_rows(whole, find_columns(whole), FORUM, checks)


def only(*rows: str) -> Taken:
    taken = reading(*rows).taken
    assert len(taken) == 1
    return taken[0]


def why(found: Reading) -> list[tuple[int, str]]:
    return [(row.number, str(row.note.key)) for row in found.refused]


def keys(row: Taken) -> set[object]:
    return {note.key for note in row.notes}


# ---- columns


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓名", Field.NAME), ("姓名*", Field.NAME), ("参会人员姓名", Field.NAME), ("Full name", Field.NAME),
        ("NAME", Field.NAME), ("姓名 Name", Field.NAME), ("Name / 姓名", Field.NAME),
        ("Full Name (as in passport)", Field.NAME), ("姓名（拼音）", Field.LATIN_NAME), ("英文名", Field.LATIN_NAME),
        ("Name in English", Field.LATIN_NAME), ("Surname", Field.FAMILY), ("Given name(s)", Field.GIVEN),
        ("称谓", Field.HONORIFIC), ("代表团", Field.DELEGATION), ("国家/国际组织", Field.DELEGATION),
        ("工作单位", Field.ORGANISATION), ("Organization", Field.ORGANISATION), ("职务", Field.TITLE),
        ("嘉宾类别", Field.CATEGORY), ("参观线路", Field.ROUTE), ("参观线路（第二志愿）", Field.SECOND_ROUTE),
        ("Route – second choice", Field.SECOND_ROUTE), ("Route (1st)", Field.ROUTE), ("手机号码", Field.PHONE),
        ("Tel.", Field.PHONE), ("E-mail", Field.EMAIL), ("电子邮箱", Field.EMAIL), ("工作语言", Field.LANGUAGES),
        ("无障碍", Field.ACCESSIBLE), ("备注", Field.NOTE), ("票码", Field.ALIASES), ("Ticket secret", Field.ALIASES),
        ("胸卡号", Field.BADGE_NO), ("Registration ID", Field.REGISTRATION), ("报名编号", Field.REGISTRATION),
        ("No.", Field.NUMBER), ("序号", Field.NUMBER), ("证件号码", Field.DOCUMENT), ("Passport No.", Field.DOCUMENT),
        ("ＮＡＭＥ", Field.NAME), ("ФИО", Field.NAME), ("الاسم الكامل", Field.NAME), ("Prénom", Field.GIVEN),
        ("T-shirt size", None), ("", None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_columns_are_known_by_the_headings_people_write(heading: str, field: Field | None) -> None:
    assert field_of(heading) == field


def test_the_header_is_found_under_title_rows() -> None:
    found = find_columns(
        sheet("List of guests||", "||", "as of 1 May|confidential|", "No.|Name|Delegation", "1|Ada|North")
    )
    assert found.header == 3
    assert found.fields == {0: Field.NUMBER, 1: Field.NAME, 2: Field.DELEGATION}


def test_a_list_without_a_name_column_has_none() -> None:
    assert not find_columns(sheet("Delegation|Phone", "North|1")).has_name()
    assert not find_columns(sheet("Ada|North", "Bo|South")).has_name()


def test_own_script_and_latin_names_are_told_apart_whichever_comes_first() -> None:
    for row in ("姓名|Name|代表团", "Name|姓名|代表团"):
        found = find_columns(sheet(row))
        assert found.fields[row.split("|").index("姓名")] is Field.NAME
        assert found.fields[row.split("|").index("Name")] is Field.LATIN_NAME


def test_a_second_column_of_one_kind_is_read_where_the_first_is_empty_and_told() -> None:
    found = find_columns(sheet("Name|Phone|Mobile"))
    assert found.fields == {0: Field.NAME, 1: Field.PHONE, 2: Field.PHONE}
    assert [note.key for note in found.notes] == [ListRemark.COLUMN_BESIDE]
    assert found.notes[0].details["other"] == 2


def test_a_second_number_of_people_is_another_systems_and_left() -> None:
    found = find_columns(sheet("Registration ID|Name|Order no."))
    assert found.fields == {0: Field.REGISTRATION, 1: Field.NAME}
    assert [note.key for note in found.notes] == [ListRemark.COLUMN_TWICE]


def test_a_column_nobody_knows_is_told() -> None:
    assert [note.key for note in find_columns(sheet("Name|Shoe size")).notes] == [ListRemark.COLUMN_NOT_TAKEN]


def test_a_column_that_counts_is_no_registration_number() -> None:
    found = find_columns(sheet("编号|姓名", "1|李雪", "2|王海", "3|赵晴"))
    assert found.fields[0] is Field.NUMBER
    assert ListRemark.NUMBER_NOT_USED in {note.key for note in found.notes}
    assert find_columns(sheet("编号|姓名", "1|李雪", "7|王海")).fields[0] is Field.REGISTRATION


def test_a_person_can_correct_a_column() -> None:
    found = find_columns(sheet("Name|Shoe size|Title")).with_(1, Field.TITLE)
    assert found.fields == {0: Field.NAME, 1: Field.TITLE}
    assert found.with_(1, None).fields == {0: Field.NAME}
    assert found.of(Field.TITLE) == (1,)


# ---- rows


@given(
    st.lists(
        st.lists(
            st.one_of(st.sampled_from(["", "Name", "Ada", "Bo", "7", "=A1", " ", "北", "\ue000"]), st.text(max_size=6)),
            min_size=0,
            max_size=7,
        ),
        max_size=25,
    )
)
def test_no_row_is_ever_lost(rows: list[list[str]]) -> None:
    header = ("Registration ID", "Name", "Delegation", "Badge no.", "Route", "Category")
    whole = Sheet("", (header, *(tuple(row) for row in rows)))
    found = read_rows(whole, find_columns(whole), FORUM)
    given_rows = [place for place, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert [row.number for row in found.rows] == given_rows
    assert len(found.taken) + len(found.refused) == len(given_rows)
    assert all(row.cells for row in found.refused)
    assert all(row.name for row in found.taken)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["x", "y"]), st.sampled_from(["", "7", "8"]))))
def test_a_refused_double_names_the_first_row_and_every_person_is_there_once(rows: list[tuple[str, str, str]]) -> None:
    found = reading("Name|Title|Registration ID", *("|".join(row) for row in rows))
    numbers = {row.number: row for row in found.taken}
    assert all(row.note.details["first"] in numbers for row in found.refused)
    registrations = [row.registration for row in found.taken if row.registration]
    assert len(set(registrations)) == len(registrations)


def test_a_row_without_a_name_is_refused() -> None:
    assert why(reading("Name|Delegation", "|North", "Ada|North")) == [(2, Why.NO_NAME)]


def test_headings_that_slipped_into_the_rows_are_refused() -> None:
    found = reading(
        "Name|Delegation|Title", "Ada|North|Chair", "Name|Delegation|Title", "姓名|代表团|职务", "Bo|South|Clerk"
    )
    assert why(found) == [(3, Why.HEADING_AGAIN), (4, Why.HEADING_AGAIN)]


def test_a_heading_over_several_rows_is_refused() -> None:
    assert why(reading("Name|Delegation|Title", "North|North|North", "Ada|North|Chair")) == [(2, Why.SECTION_HEADING)]


def test_a_row_whose_name_belongs_to_the_merged_row_above_is_refused() -> None:
    found = reading("Name|Phone", "Ada|1", "Ada|2", flaws={(2, 0): Flaw.SPANNED})
    assert why(found) == [(3, Why.CONTINUES)]


def test_a_merged_delegation_is_taken_for_each_of_its_rows() -> None:
    found = reading("Name|Delegation", "Ada|North", "Bo|North", flaws={(2, 1): Flaw.SPANNED})
    assert [row.values["delegation"] for row in found.taken] == ["North", "North"]


def test_a_row_with_open_quotation_marks_is_refused() -> None:
    assert why(reading("Name|Title", "Ada|x", flaws={(1, 0): Flaw.QUOTES})) == [(2, Why.BROKEN_QUOTES)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x" * 5000, Why.NAME_TOO_LONG),
        ("李\ue000雪", Why.NAME_PRIVATE_USE),
        ("李\U000f0000雪", Why.NAME_PRIVATE_USE),
        ("L\ufffd Xue", Why.NAME_DAMAGED),
        ("L\ud800 Xue", Why.NAME_DAMAGED),
        ("L\ufdd0 Xue", Why.NAME_DAMAGED),
        ('=HYPERLINK("x","Ada")', Why.NAME_IS_FORMULA),
        ("\u200b\u2060", Why.NO_NAME),
        ("\u3000 \xa0", Why.NO_NAME),
    ],
)
def test_a_name_that_cannot_be_one_is_refused(name: str, reason: Why) -> None:
    found = reading("Name|Delegation", f"{name}|North")
    assert why(found) == [(2, reason)]
    assert str(found.refused[0].note)


@pytest.mark.parametrize(("flaw", "reason"), [(Flaw.FORMULA, Why.NAME_IS_FORMULA), (Flaw.ERROR, Why.NAME_IS_ERROR)])
def test_a_name_that_the_spreadsheet_never_worked_out_is_refused(flaw: Flaw, reason: Why) -> None:
    assert why(reading("Name|Delegation", "|North", flaws={(1, 0): flaw})) == [(2, reason)]


def test_a_name_is_cleaned_and_what_was_done_is_told() -> None:
    row = only("Name|Delegation", " Jose\u0301\u200b\xa0 N\u0303a\u0301n\u0303ez\u202e |North")
    assert row.name == "José Ñáñez"
    assert Remark.INVISIBLE_REMOVED in keys(row)
    row = only("Name|Delegation", "李雪\nLi Xue|North")
    assert row.name == "李雪 Li Xue"
    assert Remark.LINE_BREAK_REMOVED in keys(row)


def test_a_joiner_that_shapes_a_name_stays() -> None:
    assert only("Name", "علی‌رضا").name == "علی\u200cرضا"


def test_honorifics_are_kept_as_given() -> None:
    row = only("Honorific|Name", "H.E. Mr.|Dr. Ada Lund, Jr.")
    assert (row.values["honorific"], row.name) == ("H.E. Mr.", "Dr. Ada Lund, Jr.")


def test_a_name_is_joined_from_its_parts_only_with_a_word_about_it() -> None:
    assert only("Family name|Given name", "LUND|Ada").name == "LUND Ada"
    assert only("Given name|Family name", "Ada|Lund").name == "Ada Lund"
    assert only("姓|名", "欧阳|景逸").name == "欧阳景逸"
    assert Remark.NAME_JOINED in keys(only("姓|名", "欧阳|景逸"))


def test_the_parts_in_latin_letters_become_the_latin_name_of_a_chinese_one() -> None:
    row = only("姓名|Surname|Given name", "欧阳景逸|OUYANG|Jingyi")
    assert (row.name, row.values["latin_name"]) == ("欧阳景逸", "OUYANG Jingyi")


def test_a_guest_without_a_chinese_name_goes_by_the_latin_one() -> None:
    row = only("中文名|英文名", "|Ada Lund")
    assert row.name == "Ada Lund"
    assert Remark.LATIN_NAME_USED in keys(row)


@pytest.mark.parametrize(
    "name", ["Director, Projects", "Consultant - Climate", "ada@example.org", "1234", "Lund Foundation"]
)
def test_a_name_that_reads_like_no_person_is_asked_about(name: str) -> None:
    assert Remark.NAME_ODD in keys(only("Name|Title", f"{name}|x"))


def test_namesakes_are_asked_about_and_both_taken() -> None:
    found = reading("Name|Delegation|Title", "Ada|North|Chair", "Bo|North|x", "ÁDA|north|Clerk")
    assert len(found.taken) == 3
    assert [note.details["first"] for note in found.taken[2].notes if note.key is Remark.SAME_NAME] == [2]


def test_a_running_number_does_not_keep_the_same_row_twice() -> None:
    found = reading("No.|Name|Delegation", "1|Ada|North", "2|Ada|North")
    assert why(found) == [(3, Why.SAME_ROW)]
    assert found.refused[0].note.details["first"] == 2


def test_a_registration_number_twice_is_refused_with_the_first_row() -> None:
    found = reading("Registration ID|Name", "R7|Ada", "R8|Bo", "R7|Cy")
    assert why(found) == [(4, Why.DUPLICATE_NUMBER)]
    assert found.refused[0].note.details["first"] == 2


@pytest.mark.parametrize("number", ["1.10105E+17", "110105194912310021"])
def test_a_rounded_registration_number_is_refused(number: str) -> None:
    flaws = {} if "E" in number else {(1, 0): Flaw.ROUNDED}
    assert why(reading("Registration ID|Name", f"{number}|Ada", flaws=flaws)) == [(2, Why.NUMBER_ROUNDED)]


def test_the_number_of_a_passport_is_never_taken() -> None:
    found = reading("Name|Passport No.", "Ada|X1234567")
    assert "X1234567" not in repr(found)
    assert ListRemark.DOCUMENT_NOT_TAKEN in {note.key for note in found.notes}


def test_codes_and_badge_numbers_that_stand_twice_stay_with_the_first() -> None:
    first, second = reading("Name|Ticket code|Badge no.", "Ada|abc|0001", "Bo|abc|0001").taken
    assert (first.values["aliases"], first.values["badge_no"]) == (("abc",), "0001")
    assert (second.values["aliases"], second.values.get("badge_no")) == ((), None)
    assert {Remark.ALIAS_TAKEN, Remark.BADGE_NO_TAKEN} <= keys(second)


def test_cells_under_no_heading_are_told() -> None:
    assert Remark.BEYOND_HEADINGS in keys(only("Name|Title", "Ada|x|lost"))


def test_a_value_that_is_left_out_is_told_and_the_row_is_taken() -> None:
    row = only("Name|Title|Organisation", f"Ada|{'x' * 5000}|=1+1")
    assert "title" not in row.values
    assert "organisation" not in row.values
    assert {Remark.VALUE_TOO_LONG, Remark.VALUE_FORMULA} <= keys(row)


def test_characters_that_the_badge_fonts_lack_are_asked_about_once_looked_up() -> None:
    looked_up: list[str] = []

    def missing(text: str) -> str:
        looked_up.append(text)
        return "𫠠" if "𫠠" in text else ""

    found = reading("Name|Delegation", "李𫠠|北岭", "王海|北岭", checks=TextChecks(missing_characters=missing))
    assert Remark.CHARACTERS_MISSING in keys(found.taken[0])
    assert Remark.CHARACTERS_MISSING not in keys(found.taken[1])
    assert looked_up.count("北岭") == 1


def test_a_column_that_is_not_there_says_nothing_of_anybody() -> None:
    assert set(only("Name|Title", "Ada|").values) == {"name", "title"}


def test_columns_said_by_a_person_need_no_header() -> None:
    whole = sheet("Ada|North", "Bo|South")
    found = read_rows(whole, Columns(-1, {0: Field.NAME, 1: Field.DELEGATION}), FORUM)
    assert [row.name for row in found.taken] == ["Ada", "Bo"]


def test_every_reason_and_remark_has_its_sentence() -> None:
    from checkin_app.domain.lists.notes import SENTENCES

    assert set(SENTENCES) == {*Why, *Remark, *ListRemark}


# ---- what a spreadsheet made of numbers and codes


@pytest.mark.parametrize("mark", ["'", "\u2019", "\u2018", "''", "' ", "\uff07", "`"])
def test_an_apostrophe_before_numbers_and_codes_is_left_out_of_their_columns_alone(mark: str) -> None:
    person = only(
        "Registration ID|Name|Delegation|Badge No|Ticket code|Phone|Note",
        f"{mark}00042|’t Hooft|'s-Gravenhage|{mark}0007|{mark}090210|{mark}+43 1 234|'24 reunion",
    )
    assert (person.registration, person.origin) == ("00042", "number:00042")
    assert person.values["badge_no"] == "0007"
    assert person.values["aliases"] == ("090210",)
    assert person.values["phone"] == "+43 1 234"
    assert (person.name, person.values["delegation"]) == ("’t Hooft", "'s-Gravenhage")
    assert person.values["note"] == "'24 reunion"


@pytest.mark.parametrize("heading", ["报名编号", "注册号", "Reg. No.", "Delegate ID", "编号"])
def test_an_apostrophe_doubles_nobody(heading: str) -> None:
    found = reading(f"{heading}|Name", "'00042|Odile Marchetti", "00042|Odile Marchetti")
    assert why(found) == [(3, "same_row")]


@pytest.mark.parametrize(
    "dated",
    [
        "2024-03-01", "1-Mar", "01.03.2024", "3/1/2024", "2024/3/1", "01-mars", "3月1日", "2024年3月1日", "01.мар",
        "Mar-24", "1. März", "2024-03-01 00:00:00", "3월 1일", "03:01:00", "1-Mar-24", "13/02/2024", "01.03.24",
    ],
)  # fmt: skip
def test_a_number_that_became_a_date_is_asked_and_not_taken(dated: str) -> None:
    person = only("Registration ID|Name|Badge No|Ticket code", f"{dated}|Odile Marchetti|{dated}|{dated}")
    assert [note.details["field"] for note in person.notes if note.key is Remark.VALUE_DATED] == [
        Field.BADGE_NO, Field.ALIASES, Field.REGISTRATION,
    ]  # fmt: skip
    assert not {"badge_no", "aliases"} & person.values.keys()
    assert person.registration == ""


@pytest.mark.parametrize(
    "code", ["3-1", "2024-13-01", "2024-0301", "B-2024-03-01", "12-34-56", "1.2.3", "2024", "03/24", "45-MARK", "10:15"]
)
def test_a_number_that_only_resembles_a_date_is_taken(code: str) -> None:
    person = only("Registration ID|Name|Badge No", f"{code}|Odile Marchetti|{code}")
    assert (person.registration, person.values["badge_no"]) == (code, code)
    assert Remark.VALUE_DATED not in keys(person)


@pytest.mark.parametrize("heading", ["Title", "Organisation", "Delegation", "Category", "Route", "Phone", "Host"])
def test_no_field_takes_what_the_spreadsheet_made_a_date(heading: str) -> None:
    found = reading(f"Name|{heading}", "Odile Marchetti|2024-03-01", flaws={(1, 1): Flaw.DATED})
    assert [note.key for note in found.taken[0].notes if note.asks] == [Remark.VALUE_DATED]


def test_a_note_may_be_a_date_and_a_name_may_not() -> None:
    found = reading("Name|Note", "Odile Marchetti|2024-03-01", "2024-03-05|x", "1-Mar|y", flaws={(1, 1): Flaw.DATED})
    assert found.taken[0].values["note"] == "2024-03-01"
    assert why(found) == [(3, "name_is_date"), (4, "name_is_date")]


def test_a_number_that_the_sheet_shows_as_an_amount_is_asked_about_in_every_field_that_is_used() -> None:
    found = reading(
        "Registration ID|Name|Badge No|Note|Shoe size", "1234|Odile Marchetti|7|9|41",
        flaws={(1, place): Flaw.SHOWN_OTHERWISE for place in (0, 2, 3, 4)},
    )  # fmt: skip
    fields = [note.details["field"] for note in found.taken[0].notes if note.key is Remark.VALUE_SHOWN_OTHERWISE]
    assert fields == [Field.BADGE_NO, Field.NOTE, Field.REGISTRATION]
    assert found.taken[0].registration == "1234"


def test_people_whom_the_sheet_hides_or_strikes_out_are_asked_about() -> None:
    flaws = {(1, WHOLE_ROW): Flaw.HIDDEN, (2, 0): Flaw.STRUCK, (3, 1): Flaw.STRUCK, (4, 0): Flaw.STRUCK}
    found = reading("Name|Phone", "Ada|", "Bo|", "Cy|+43 1 234", "|", "Di|", flaws=flaws)
    assert [keys(row) & {Remark.ROW_HIDDEN, Remark.ROW_STRUCK, Remark.VALUE_STRUCK} for row in found.taken] == [
        {Remark.ROW_HIDDEN}, {Remark.ROW_STRUCK}, {Remark.VALUE_STRUCK}, set(),
    ]  # fmt: skip


def test_a_hidden_column_that_is_taken_is_said() -> None:
    whole = Sheet(
        "", (("Name", "Phone", "Colour", "No."), ("Ada", "1", "red", "1")), hidden_columns=frozenset({1, 2, 3})
    )
    notes = read_rows(whole, find_columns(whole), FORUM).notes
    assert [note.details["column"] for note in notes if note.key is ListRemark.COLUMN_HIDDEN] == [2]


# ---- what a sheet hides, and what was encoded twice


def answered_reading(whole: Sheet, *said: str) -> Reading:
    return read_rows(whole, find_columns(whole), FORUM, answers=answered(said, FORUM))


TWICE = Sheet(
    "",
    (("Name", "Organisation"), ("JosÃ© PÃ©rez", "North"), ("锟斤拷", "North"), ("Ada", "MÃ¼nchen")),
    mended={"JosÃ© PÃ©rez": "José Pérez", "锟斤拷": "", "MÃ¼nchen": "München"},
)


def test_a_text_that_was_encoded_twice_is_asked_about_with_what_it_was() -> None:
    taken = answered_reading(TWICE).taken
    assert [row.name for row in taken] == ["José Pérez", "锟斤拷", "Ada"]
    assert taken[2].values["organisation"] == "München"
    asked = [(str(note.key), note.details.get("mended")) for row in taken for note in row.notes if note.asks]
    assert asked == [
        ("value_twice_encoded", "José Pérez"), ("value_garbled", None), ("value_twice_encoded", "München"),
    ]  # fmt: skip


@pytest.mark.parametrize(("answer", "name"), [("yes", "José Pérez"), ("no", "JosÃ© PÃ©rez")])
def test_one_answer_settles_all_that_was_encoded_twice(answer: str, name: str) -> None:
    taken = answered_reading(TWICE, f"twice-encoded={answer}").taken
    assert taken[0].name == name
    assert [note.key for row in taken for note in row.notes if note.asks] == [Remark.VALUE_GARBLED]


@pytest.mark.parametrize(
    ("flaw", "question", "why"),
    [
        ((1, WHOLE_ROW, Flaw.HIDDEN), "hidden", Why.LEFT_OUT_HIDDEN),
        ((1, 0, Flaw.STRUCK), "struck", Why.LEFT_OUT_STRUCK),
    ],
)
def test_people_whom_the_sheet_hides_or_strikes_out_are_left_out_by_one_word(
    flaw: tuple[int, int, Flaw], question: str, why: Why
) -> None:
    row, column, kind = flaw
    whole = Sheet("", (("Name", "Phone"), ("Ada", ""), ("Bo", "")), {(row, column): kind})
    left = answered_reading(whole, f"{question}=no")
    assert [(each.number, each.note.key) for each in left.refused] == [(2, why)]
    assert [each.name for each in left.taken] == ["Bo"]
    assert left.refused[0].note.answer == "no"
    kept = answered_reading(whole, f"{question}=yes")
    assert [each.name for each in kept.taken] == ["Ada", "Bo"]
    assert not any(note.asks for each in kept.taken for note in each.notes if note.key is not Remark.DEFAULT_CATEGORY)


def test_rows_with_bytes_that_are_no_letters_are_refused_with_their_number() -> None:
    found = reading("Name|Title", "Ada|x", "Zo\ufffd|y", "Bo|z", flaws={(2, WHOLE_ROW): Flaw.UNREADABLE})
    assert why(found) == [(3, "unreadable")]
    assert [row.name for row in found.taken] == ["Ada", "Bo"]


def test_a_row_whose_name_is_struck_through_is_asked_about_once() -> None:
    found = reading("Name|Title|Phone", "Ada|x|1", flaws={(1, place): Flaw.STRUCK for place in range(3)})
    assert [note.key for note in found.taken[0].notes if note.key in {Remark.ROW_STRUCK, Remark.VALUE_STRUCK}] == [
        Remark.ROW_STRUCK
    ]
