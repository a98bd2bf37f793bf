"""What a cell holds that is no value of its field: nothing at all, the row above, an excuse, an extension, a heading."""

import pytest

from checkin_app.domain.lists.answers import Answers, Asked, Question, Way
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.doubts import is_odd_name, not_coming, repeats_above, says_nothing
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.groups import Standing, grouped, notes_of
from checkin_app.domain.lists.notes import ListRemark, Remark, Why
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import Reading, read_rows
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.sheet import Flaw, Sheet
from checkin_app.domain.lists.values import TextChecks
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.phones import phone_reader

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
UNASKED = Answers()


def reading(*rows: str, answers: Answers = UNASKED, flaws: dict[tuple[int, int], Flaw] | None = None) -> Reading:
    sheet = Sheet("", tuple(tuple(row.split("|")) for row in rows), flaws or {})
    return read_rows(sheet, find_columns(sheet), FORUM, TextChecks(phone_reader("CN")), answers=answers)


def only(*rows: str, answers: Answers = UNASKED) -> Taken:
    (row,) = reading(*rows, answers=answers).taken
    return row


def keys(row: Taken) -> set[object]:
    return {note.key for note in row.notes}


# ---- nothing at all

EMPTY = (
    "N/A", "n/a", "-", "--", "—", "/", ".", "…", "NULL", "none", "TBC", "待定", "无", "暂无", "なし", "없음", "néant", "ninguno", "нет", "لا يوجد",
)  # fmt: skip
HEADINGS: dict[str, Field] = {
    "Job title": Field.TITLE, "Honorific": Field.HONORIFIC, "Organisation": Field.ORGANISATION, "Delegation": Field.DELEGATION,
    "Host": Field.HOST, "Remarks": Field.NOTE, "E-mail": Field.EMAIL, "Phone": Field.PHONE, "Languages": Field.LANGUAGES,
    "Ticket code": Field.ALIASES, "Badge no": Field.BADGE_NO,
}  # fmt: skip


@pytest.mark.parametrize("said", EMPTY)
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_cell_that_says_that_there_is_nothing_is_left_empty_and_that_is_said(heading: str, said: str) -> None:
    row, field = only(f"Name|{heading}", f"Ana Roos|{said}"), HEADINGS[heading]
    assert not row.values.get(field)
    assert [note.details for note in row.notes if note.key is Remark.VALUE_SAYS_NOTHING] == [
        {"field": field, "value": said}
    ]
    assert not any(note.asks for note in row.notes)


@pytest.mark.parametrize("said", EMPTY)
def test_people_whose_number_says_nothing_are_not_one_person(said: str) -> None:
    found = reading("Registration ID|Name|Delegation", f"{said}|Ana Roos|V", f"{said}|Jens Holm|V")
    assert [row.registration for row in found.taken] == ["", ""]
    assert all(Remark.VALUE_SAYS_NOTHING in keys(row) for row in found.taken)


@pytest.mark.parametrize(
    "said",
    ["Nilsson Ltd", "NA", "Same Sky", "★", "N/A Airlines", "0", "No. 1 Bureau", "空港", "无锡", "Dash-8", "IDEMIA"],
)
def test_a_text_that_says_something_is_kept(said: str) -> None:
    row = only("Name|Organisation", f"Ana Roos|{said}")
    assert row.values[Field.ORGANISATION] == said
    assert not says_nothing(said)
    assert not repeats_above(said)


def test_what_this_application_wrote_is_taken_as_it_stands() -> None:
    row = only("Record id|Name|Job title|Delegation", "0123456789abcdef|Ana Roos|N/A|ditto")
    assert (row.values[Field.TITLE], row.values[Field.DELEGATION]) == ("N/A", "ditto")


# ---- the row above


@pytest.mark.parametrize(
    "said",
    ["同上", "ditto", "do.", "〃", '"', "''", '-"-', "idem", "same as above", "上同", "то же"],
)
@pytest.mark.parametrize("heading", ["Delegation", "Organisation", "Job title", "Category"])
def test_a_mark_that_repeats_the_row_above_is_asked_about_and_never_printed(heading: str, said: str) -> None:
    row = only(f"Name|{heading}", f"Ana Roos|{said}")
    assert said not in row.values.values()
    (note,) = [each for each in row.notes if each.key is Remark.VALUE_AS_ABOVE]
    assert note.asks
    assert note.details["value"] == said


# ---- who may not come


@pytest.mark.parametrize(
    ("text", "excuse"),
    [
        ("Ana Roos (cancelled)", "cancelled"), ("Ana Roos - NOT COMING", "NOT COMING"), ("王伟（取消）", "取消"), ("李明【已取消】", "已取消"),
        ("Ana Roos [withdrawn]", "withdrawn"), ("Zoé Dupont (annulée)", "annulée"), ("Иванова Мария (отменено)", "отменено"),
        ("cancelled", "cancelled"), ("不参加", "不参加"), ("will not attend, ill", "will not attend, ill"), ("abgesagt", "abgesagt"),
        ("取消参会", "取消参会"), ("Withdrawn on 3 May", "Withdrawn on 3 May"), ("no longer attending", "no longer attending"),
        ("Ana Roos (online)", ""), ("Ana Roos (Ms.)", ""), ("vegetarian", ""), ("no", ""), ("absent-minded", ""), ("否", ""),
        ("Anna Cancelli", ""), ("取景员", ""), ("arrives on 3 May", ""), ("", ""),
    ],
)  # fmt: skip
def test_words_that_say_that_somebody_does_not_come_are_told_from_others(text: str, excuse: str) -> None:
    assert not_coming(text) == excuse


LEAVING = (
    "Name|Delegation|Remarks",
    "Ana Roos (cancelled)|V|",
    "Jens Holm|V|取消",
    "Tove Berg|V|Cancelled",
    "李明|V|vegetarian",
)


def test_whoever_is_marked_as_cancelled_beside_the_status_is_asked_about_once_a_word() -> None:
    found = compare({}, reading(*LEAVING), FORUM)
    groups = [
        (str(each.note.details["value"]).casefold(), len(each.rows), each.standing)
        for each in grouped(((row, notes_of(row, found.notes)) for row in found.reading.rows), found.reading.answers)
        if each.note.key is Remark.MAYBE_CANCELLED
    ]
    assert groups == [("cancelled", 2, Standing.TO_ANSWER), ("取消", 1, Standing.TO_ANSWER)]
    assert not found.reading.taken[0].cancelled


def test_one_answer_cancels_all_of_whom_a_word_is_said_and_another_lets_them_come() -> None:
    asked = Asked.about(Question.STATUS, "cancelled")
    gone = reading(*LEAVING, answers=Answers(given={asked: Way.NO}))
    assert [row.cancelled for row in gone.taken] == ["cancelled", "", "Cancelled", ""]
    assert not any(note.asks for note in gone.taken[0].notes if note.key is Remark.MAYBE_CANCELLED)
    come = reading(*LEAVING, answers=Answers(given={asked: Way.YES}))
    assert [row.cancelled for row in come.taken] == [""] * 4


def test_a_note_against_a_status_is_asked_about_and_one_beside_it_is_not() -> None:
    heads = "Name|Status|Remarks"
    assert Remark.MAYBE_CANCELLED in keys(only(heads, "Ana Roos|confirmed|cancelled on 3 May"))
    assert Remark.MAYBE_CANCELLED not in keys(only(heads, "Ana Roos|cancelled|cancelled on 3 May"))


@pytest.mark.parametrize("heading", ["Decision", "Visa office", "Réponse finale", "最终情况", "X"])
def test_a_column_that_only_says_who_comes_is_the_status_whatever_it_is_called(heading: str) -> None:
    found = reading(f"Name|Visa|{heading}", "Ana Roos|yes|withdrawn", "Jens Holm|no|accepted", "Tove Berg|yes|")
    assert [row.cancelled for row in found.taken] == ["withdrawn", "", ""]
    assert ListRemark.TOLD_BY_CELLS in {note.key for note in found.notes}


@pytest.mark.parametrize(
    "cells", [("yes", "no"), ("是", "否"), ("withdrawn", "blue"), ("confirmed", "confirmed"), ("", "")]
)
def test_a_column_of_answers_to_something_else_is_no_status(cells: tuple[str, str]) -> None:
    found = reading("Name|Lunch", f"Ana Roos|{cells[0]}", f"Jens Holm|{cells[1]}")
    assert Field.STATUS not in found.columns.fields.values()


# ---- numbers and addresses with something beside them


@pytest.mark.parametrize(
    "text",
    ["13800138000 ext 12", "13800138000 ext. 12", "13800138000x12", "13800138000 #12", "+86 138 0013 8000 доб. 12"],
)
def test_an_extension_that_is_left_off_a_number_is_said(text: str) -> None:
    row = only("Name|Phone", f"Ana Roos|{text}")
    assert row.values[Field.PHONE] == "+8613800138000"
    assert [note.details["value"] for note in row.notes if note.key is Remark.ALSO_GIVEN] == [text]


@pytest.mark.parametrize("text", ["13800138000", "+49 151 12345678", "(010) 6505 2266"])
def test_of_a_plain_number_nothing_is_left_off(text: str) -> None:
    assert Remark.ALSO_GIVEN not in keys(only("Name|Phone", f"Ana Roos|{text}"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mailto:a@x.example", True), ("<a@x.example>", False), ("Ana Roos <a@x.example>", True), ("MAILTO:a@x.example", True),
        ('"Roos, Ana" <a@x.example>', True), ("Ana Roos <mailto:a@x.example>", True),
    ],
)  # fmt: skip
def test_an_address_as_mail_programs_write_it_is_taken_out(text: str, told: bool) -> None:
    row = only("Name|E-mail", f"Ana Roos|{text}")
    assert row.values[Field.EMAIL] == "a@x.example"
    assert (Remark.ALSO_GIVEN in keys(row)) is told
    assert Remark.EMAIL_ODD not in keys(row)


# ---- names that are none


@pytest.mark.parametrize(
    "name",
    [
        "Jos&eacute; P&eacute;rez", "Zo&#235; Lund", "Jos=C3=A9 Paz", "Jos%C3%A9 Paz", "Jos\\u00e9 Paz", "Jos+AOk- Paz", "Jos_x00E9_ Paz",
        "José P?rez", "Tove Berg tel 13800138000", "王伟 13800138000", "Driver 1", "Interpreter 2", "翻译", "司机3", "Security",
        "Delegation", "Phone", "手机", "单位", "(as in passport)", "（必填）", "ana@x.example", "007",
    ],
)  # fmt: skip
def test_a_name_of_letters_that_were_encoded_of_a_number_or_of_a_heading_is_asked_about(name: str) -> None:
    found = reading("Name|Remarks", f"{name}|x", "Jens Holm|y")
    assert Remark.NAME_ODD in keys(found.taken[0])


@pytest.mark.parametrize(
    "name",
    ["Ana Roos", "王伟", "Jens Holm 2nd", "Siva A/L Raman", "O’Brien Mary", "Otis Lund, Jr.", "Post Emma", "范例明"],
)
def test_a_name_is_not_asked_about(name: str) -> None:
    assert not is_odd_name(name)


@pytest.mark.parametrize(
    "pair",
    ["Ana Roos/Jens Holm", "Otis Lund/Ada Lund", "Tomas Diaz/Luis Vega", "Rita Brand/Ute Holm", "Marc Nil\\Eva Sand"],
)
def test_two_people_are_asked_about_whatever_letter_stands_before_the_stroke(pair: str) -> None:
    assert Remark.SEVERAL_NAMED in keys(only("Name|Delegation", f"{pair}|V"))


@pytest.mark.parametrize(
    "name", ["Siva A/L Raman", "Devi D/O Raman", "Raman s/o Siva", "Ana c/o Port", "Siti a/p Murugan"]
)
def test_whose_child_somebody_is_is_one_name(name: str) -> None:
    assert not {Remark.SEVERAL_NAMED, Remark.SEVERAL_PEOPLE} & keys(only("Name|Delegation", f"{name}|V"))


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("Ana Roos", "Tove Berg", True), ("王伟", "李明", True), ("Jens Holm", "Odile Marchetti", True), ("欧阳静怡", "李明", True),
        ("Benno Straub", "Rafiq Sohail", True), ("Ana Roos", "ROOS Ana María", False), ("王伟", "王巍", False),
        ("佐伯 遥", "サエキ ハルカ", False), ("Benno Straub", "Straub", False),
    ],
)  # fmt: skip
def test_a_second_name_that_is_somebody_else_s_is_a_question(one: str, other: str, asked: bool) -> None:
    row = only("Name|Delegation|Name", f"{one}|V|{other}")
    assert (Remark.SOMEBODY_BESIDE in keys(row)) is asked
    said = {str(note.details.get("value")) for note in row.notes} | {str(each) for each in row.values.values()}
    assert other in said


@pytest.mark.parametrize("heading", ["Attendee #", "Participant", "Delegate name", "Full name", "姓名"])
def test_a_column_of_numbers_that_is_headed_as_names_is_no_name(heading: str) -> None:
    row = only(f"{heading}|First name|Last name", "9001|Ana|Roos")
    assert (row.name, row.registration) == ("Ana Roos", "9001")
    again = reading(f"{heading}|First name|Last name", "1|Ana|Roos", "1|Jens|Holm")
    assert [each.name for each in again.taken] == ["Ana Roos", "Jens Holm"]


@pytest.mark.parametrize("place", [2, 0])
def test_a_whole_name_that_is_a_formula_without_a_result_is_joined_from_its_parts(place: int) -> None:
    order = ["Given name|Family name", "Ana|Roos"]
    rows = [f"Full name|{order[0]}", f"|{order[1]}"] if place == 0 else [f"{order[0]}|Full name", f"{order[1]}|"]
    found = reading(*rows, flaws={(1, place): Flaw.FORMULA})
    assert [row.name for row in found.taken] == ["Ana Roos"]
    assert Remark.VALUE_FORMULA in keys(found.taken[0])
    alone = reading("Full name|Given name", "|Ana", flaws={(1, 0): Flaw.FORMULA})
    assert [each.note.key for each in alone.refused] == [Why.NAME_IS_FORMULA]


# ---- rows that tell how a list is filled in


@pytest.mark.parametrize(
    "row",
    [
        "(as in passport)|(in English)|(with country code)", "（必填）|（选填）|（11位）", "[as printed]|[official]|[mobile]",
        "Example: Ana Roos|Valdoria|+49 1", "e.g. Ana Roos|Valdoria|+49 1", "示例|北方省|13800138000", "例：张三|北方省|13800138000",
        "Beispiel: Ana Roos|V|1", "Пример: Мария|V|1", "Sample|V|1",
    ],
)  # fmt: skip
def test_a_row_that_shows_how_to_fill_the_list_in_is_nobody(row: str) -> None:
    found = reading("Name|Delegation|Phone", row, "Jens Holm|Norland|+4520123456")
    assert [each.name for each in found.taken] == ["Jens Holm"]
    assert {each.note.key for each in found.refused} <= {Why.ABOUT_LIST, Why.HEADING_AGAIN}


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Cognome|Nome|Paese|Incarico|Cellulare", "family given delegation title phone"),
        ("Achternaam|Tussenvoegsel|Voornaam|Land|Functie|Mobiel", "family particle given delegation title phone"),
        ("Adı|Soyadı|Ülke|Görevi|Telefon", "given family delegation title phone"),
        ("Imię|Nazwisko|Kraj|Stanowisko|Telefon", "given family delegation title phone"),
        ("Jméno|Příjmení|Země|Funkce|Telefon", "given family delegation title phone"),
        ("Vezetéknév|Keresztnév|Ország|Beosztás", "family given delegation title"),
        ("Nume|Prenume|Țara|Funcția", "family given delegation title"),
        ("Прізвище|Ім'я|По батькові|Країна|Посада", "family given middle delegation title"),
        ("Förnamn|Efternamn|Land|Titel|Mobil", "given family delegation title phone"),
        ("Όνομα|Επώνυμο|Χώρα", "given family delegation"), ("שם פרטי|שם משפחה|מדינה", "given family delegation"),
        ("نام|نام خانوادگی|کشور|سمت|تلفن همراه", "given family delegation title phone"),
        ("ชื่อ|นามสกุล|หน่วยงาน|ตำแหน่ง|โทรศัพท์", "given family organisation title phone"),
        ("Họ và tên|Đơn vị|Chức vụ|Số điện thoại", "name organisation title phone"),
        ("Nama|Instansi|Jabatan|Nomor HP|Surel", "name organisation title phone email"),
        ("What is your full name?|Your mobile number (with country code)?|Please enter your e-mail", "name phone email"),
        ("Name in Arabic|Name in English|Country", "name latin_name delegation"),
        ("الاسم باللغة العربية|الاسم باللغة الإنجليزية|الدولة", "name latin_name delegation"),
        ("氏名(漢字)|氏名(英語)|所属", "name latin_name organisation"), ("姓名（蒙文）|姓名（英文）", "name latin_name"),
        ("Name of the participant|Country of origin|Position held|Cell phone no.", "name delegation title phone"),
        ("№ п/п|ФИО|Телефон", "number name phone"), ("Name|Attendee Status", "name status"), ("Name|Registration state", "name status"),
    ],
)  # fmt: skip
def test_headings_of_further_languages_and_forms_are_known(headings: str, fields: str) -> None:
    values = {"family": "Roos", "given": "Ana", "name": "Ana Roos", "latin_name": "Ana Roos", "particle": "van"}
    row = "|".join(values.get(each, "Xyz") for each in fields.split())
    found = reading(headings, row)
    assert " ".join(found.columns.fields[place] for place in range(len(fields.split()))) == fields


# ---- numbers that are somebody else's here

NUMBERED = "Registration ID|Name|Name in Latin letters|Delegation"


def _after(first: str, then: str) -> Plan:
    known = {each.delegate.id: each.delegate for each in compare({}, reading(NUMBERED, first), FORUM).new}
    return compare(known, reading(NUMBERED, then), FORUM)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("N3|Tove Berg||Norland", "N3|Odile Marchetti||Valdoria"),
        ("1|李明|Li Ming|北方省", "1|王伟|Wang Wei|南方省"),
        ("A-7|李明||北方省", "A-7|王伟||北方省"),
        ("N3|Odile Marchetti||V", "N3|李明|Li Ming|V"),
        ("N3|佐伯 遥|SAEKI Haruka|J", "N3|高橋 実|TAKAHASHI Minoru|J"),
        ("N3|Sukarno||Jaya", "N3|Tenzin||Jaya"),
    ],
)
def test_a_number_that_names_somebody_else_here_is_asked_about(first: str, then: str) -> None:
    found = _after(first, then)
    assert len(found.changed) == 1
    assert [note.key for notes in found.notes.values() for note in notes if note.asks] == [Remark.NUMBER_OF_ANOTHER]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("N3|Odlie Marchetti||V", "N3|Odile Marchetti||V"),
        ("N3|Ana Roos||V", "N3|Ana Roos-Berg||V"),
        ("N3|ROOS, Ana||V", "N3|Ana Roos||V"),
        ("N3|李明|Li Ming|V", "N3|李铭|LI Ming|V"),
        ("N3|Li Ming||V", "N3|李明|Li Ming|V"),
        ("N3|Ana Roos||V", "N3|Ana Roos||W"),
    ],
)
def test_whose_name_was_mended_by_a_list_is_asked_about_nothing(first: str, then: str) -> None:
    found = _after(first, then)
    assert len(found.changed) == 1
    assert Remark.NUMBER_OF_ANOTHER not in {note.key for notes in found.notes.values() for note in notes}
