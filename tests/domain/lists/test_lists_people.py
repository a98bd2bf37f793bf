"""Who of a list's rows is one person: not a sum, a footer, a heading, a place kept free, nor several people."""

import pytest

from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.nobody import nobody
from checkin_app.domain.lists.notes import Remark, Why
from checkin_app.domain.lists.reading import Reading, read_rows
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
PEOPLE = ("Odile Marchetti|Valdoria|1", "Benno Straub|Valdoria|2", "Tove Berg|Valdoria|3")


def reading(*rows: str) -> Reading:
    whole = Sheet("", tuple(tuple(row.split("|")) for row in rows))
    return read_rows(whole, find_columns(whole), FORUM)


def why(found: Reading) -> dict[int, str]:
    return {row.number: str(row.note.key) for row in found.refused}


def asked(row: Taken) -> set[object]:
    return {note.key for note in row.notes if note.asks}


# ---- rows that are nobody


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        *((each, Why.PLACE_KEPT) for each in (
            "TBC", "tbd", "TBA", "N/A", "(vacant)", "[Reserved]", "To be confirmed", "to be nominated by Valdoria",
            "À désigner", "Por confirmar", "A definir", "noch offen", "N.N.", "уточняется", "待定", "（待定）", "人选待定", "无", "空缺",
            "미정", "未確認", "يحدد لاحقا", "TBC 2", "待定1", "Vacant seat", "-", "...", "XXX", "(none)", "<blank>", "NA",
        )),
        *((each, Why.SUM) for each in (
            "Total", "TOTAL:", "Grand total", "Total 3", "Total: 3 people", "Subtotal", "合计", "合计：3人", "总计", "小计", "共3人", "2人",
            "Итого", "Gesamt: 12", "3 persons", "합계", "المجموع", "Total number of delegates: 4",
        )),
        *((each, Why.ABOUT_LIST) for each in (
            "Prepared by: R. Sohail", "Page 1 of 2", "page 3", "第1页", "第 2 页，共 3 页", "填表人：赵某某", "审核人:钱某", "（以下空白）",
            "Printed on 3 May", "End of list", "Seite 2 von 3", "Établi par M. Dubois", "Составил: Ларин", "Signature: ____", "联系人：李某",
            "备注：名单以最终版为准", "1/2", "- 3 -", "Last updated 3 May", "Continued",
        )),
    ],
)  # fmt: skip
def test_a_row_that_is_nobody_is_refused_with_what_it_is(name: str, reason: Why) -> None:
    found = reading("Name|Delegation|Phone", *PEOPLE, f"{name}|Valdoria|4")
    assert why(found) == {5: reason}
    assert name[:20] in str(found.refused[0].note)


@pytest.mark.parametrize(
    "name",
    [
        "Total Amal", "Page Ellis", "Sum Sovann", "Vacant Ortiz", "Guest Imani", "Benno Freiwald", "Ana Data", "吴合计", "王无为", "Na",
        "Reserve Tembo", "Abel Note", "李待", "Итоговa Нина", "Marie Prepared", "Third Page", "To Huu Nam", "Name Kebede", "江以上",
    ],
)  # fmt: skip
def test_a_person_whose_name_has_such_a_word_is_taken(name: str) -> None:
    found = reading("Name|Delegation|Phone", *PEOPLE, f"{name}|Valdoria|4")
    assert why(found) == {}
    assert found.taken[3].name == name


@pytest.mark.parametrize(
    "row",
    [
        "合计|2人|||",
        "|合计|2||",
        "|填表人：赵某某||联系电话|13800138002",
        "|（以下空白）|||",
        "总计|王小明|||",
        "|共2人|||",
        "小计：||2||",
    ],
)
def test_a_sum_or_footer_is_none_whichever_column_says_so(row: str) -> None:
    found = reading(
        "序号|姓名|代表团|单位|手机",
        "1|王小明|北方省|北方物流|13800138000",
        "2|李晓红|北方省|北方物流|13800138001",
        row,
    )
    assert list(why(found)) == [4]


@pytest.mark.parametrize(
    "heading",
    [
        "Delegation of Valdoria",
        "Valdoria",
        "Group A",
        "Press:",
        "一、北方省",
        "北方省代表团",
        "I. Ministers",
        "VIPs",
        "Délégation du Nord",
    ],
)
def test_a_heading_over_the_rows_that_follow_is_refused(heading: str) -> None:
    found = reading("No.|Name|Delegation|Phone", f"|{heading}||", *(f"{n}|{each}" for n, each in enumerate(PEOPLE)))
    assert why(found) == {2: Why.SECTION_HEADING}
    assert heading in str(found.refused[0].note)


def test_a_name_alone_where_the_rows_around_say_more_is_asked_about() -> None:
    found = reading("Name|Delegation|Phone", *PEOPLE, "Ismene Kallas||", *PEOPLE[::-1])
    assert Remark.NAME_ALONE in asked(found.taken[3])
    assert not any(asked(row) & {Remark.NAME_ALONE} for row in found.taken[:3])


def test_a_name_alone_among_names_alone_or_with_a_number_of_its_own_is_a_person() -> None:
    among = reading("Name|Delegation", "Ada Lund|", "Bo Lund|", "Cy Lund|North")
    known = reading("Registration ID|Name|Phone", "R1|Ada Lund|1", "R2|Bo Lund|2", "R3|Cy Lund|")
    assert not any(asked(row) for row in (*among.taken, *known.taken) if Remark.NAME_ALONE in asked(row))


def test_a_place_kept_in_one_script_leaves_the_name_in_the_other() -> None:
    row = reading("姓名|Name", "待定|Ada Lund").taken[0]
    assert row.name == "Ada Lund"
    assert Remark.PLACEHOLDER_LEFT_OUT in {note.key for note in row.notes}


def test_what_nobody_bears_is_nobodys_however_it_is_written() -> None:
    assert {nobody(each) for each in ("tbc", "TBC", "(TBC)", "【TBC】", "ＴＢＣ", "tbc.", " TBC ", "*TBC*")} == {
        Why.PLACE_KEPT
    }


# ---- several people in a cell


@pytest.mark.parametrize(
    "cell",
    [
        "Odile Marchetti / Benno Straub", "Tove Berg; Rafiq Sohail", "Ana Roos\nJens Holm", "张三丰、李四光", "王伟等3人", "王伟等三人",
        "Mr. & Mrs. Straub", "Ismene Kallas (+1)", "Ismene Kallas +1", "Ada Lund and Bo Lund", "Ada and Bo Lund", "Ada Lund & guest",
        "Ada Lund and spouse", "Ada Lund + husband", "李明 夫妇", "李明及夫人", "Zoé Dubois et Marc Dubois", "Benno Straub und Tove Berg",
        "Juan Pérez y María López", "Пётр Ларин и Нина Ларина", "ليلى حداد و سامي حداد", "李明；王海", "张三和李四", "李明\n王海", "김민준, 이서연",
        "1. Ada Lund 2. Bo Lund", "Ada Lund, Bo Berg, Cy Holm", "Ada Lund|Bo Berg", "Ada Lund plus 2", "Ada Lund et al.", "김민준 외 2명",
        "Ana Roos, Jens Holm", "李明/王海", "Odile Marchetti mit Begleitung", "Ada Lund con su esposo", "李明（2人）",
    ],
)  # fmt: skip
def test_several_people_in_a_cell_are_a_question(cell: str) -> None:
    whole = Sheet("", (("Name", "Delegation"), (cell, "Valdoria"), ("Cy Berg", "Valdoria")))
    found = read_rows(whole, find_columns(whole), FORUM)
    assert len(found.taken) == 2
    assert {Remark.SEVERAL_PEOPLE, Remark.SEVERAL_NAMED} & asked(found.taken[0])
    assert not {Remark.SEVERAL_PEOPLE, Remark.SEVERAL_NAMED} & asked(found.taken[1])


@pytest.mark.parametrize(
    "cell",
    [
        "José Ortega y Gasset", "Ravi s/o Kumar", "Siva A/L Raman", "Karl von und zu Berg", "Otis Lund, Jr.", "Lund, Ada", "李明/Li Ming",
        "李雪\nLi Xue", "Ana-María Luz", "Pablo de Melo e Souza", "Ada Lund, PhD", "O'Brien Mary", "欧阳和平", "张和平", "山田 太郎", "Maria\nLund",
        "Dr. Ada Lund, MD, PhD", "Nguyễn Thị Hoa", "Jean-Pierre de la Cour", "Ada (Addie) Lund", "LUND/ADA MRS", "Et Samir", "E Silva",
        "Ines de la Cruz y Paz",
    ],
)  # fmt: skip
def test_one_person_is_no_question(cell: str) -> None:
    whole = Sheet("", (("Name", "Delegation"), (cell, "Valdoria"), ("Cy Berg", "Valdoria")))
    assert not {Remark.SEVERAL_PEOPLE, Remark.SEVERAL_NAMED} & asked(
        read_rows(whole, find_columns(whole), FORUM).taken[0]
    )


def test_a_list_that_writes_family_comma_given_asks_nothing_about_commas() -> None:
    names = [
        "Ríos Paz, María José",
        "Luna Sol, Ana Inés",
        "Roos Berg, Jens Olaf",
        "Mar Alto, Eva Rut",
        "Dos Pinos, Leo Max",
    ]
    found = reading("Name|Delegation|Phone", *(f"{name}|Valdoria|1" for name in names))
    assert not any({Remark.SEVERAL_PEOPLE, Remark.SEVERAL_NAMED} & asked(row) for row in found.taken)
