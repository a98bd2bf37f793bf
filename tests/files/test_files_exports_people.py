"""Whatever was imported is exported, and read back it changes nothing."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId, RouteId
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import FIELDS, Field
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.lists.values import TextChecks
from checkin_app.files.exports import write_table
from checkin_app.files.exports_people import people_table
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.phones import phone_reader
from checkin_app.files.tables import read_tables
from checkin_app.runtime import languages

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
CHECKS = TextChecks(phone_reader("CN"))


def _called(language: str) -> Mapping[Field, str]:
    texts = QTranslator()
    assert language == "en" or texts.load(str(languages.texts_of(language)))
    return {field: texts.translate("ListField", name) or name for field, name in FIELDS.items()}


#: What the screens call the fields, in each of their languages.
CALLED = {language: _called(language) for language in ("en", "zh")}

ANY = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=16)
NAMES = (
    st.sampled_from([
        "Ana María de la Cruz", "李四", "欧阳静怡", "Łukasz Żółć", "ليلى الهاشمي", "O'Brien", "'Abd al-Rahman", "Sukarno .",
        "Total", "TBC", "Dr. John Smith", "Smith, John", "Name", "小计", "Ana & Ben", "FNU Mahbub", "Kim", "王伟 Wang Wei",
        "José MUÑOZ", "van den Berg, Jan", "1-2-3", "+Ana", "@ana", "-", "JosÃ©", "Page 1 of 3", "김하늘",
    ])
    | ANY
)  # fmt: skip
HEADINGS = {
    "Name": NAMES, "姓名（拼音/英文）": NAMES, "Family name": NAMES | st.just(""), "Given name": NAMES | st.just(""),
    "Delegation": st.sampled_from(["France", "中国 China", "Côte d’Ivoire", "", "=1+1", "\uff1d1+1", "Total"]) | ANY,
    "Organisation": ANY, "Title": st.sampled_from(["Director", "Dr.", "Ms", "部长", ""]) | ANY,
    "Category": st.sampled_from(["delegate", "部长 Minister", "IO Head", "", "H", "media"]),
    "Route": st.sampled_from(["1", "Route 3", "1/2", "线路二", "tbd", "", "9"]), "Second choice": st.sampled_from(["2", ""]),
    "Phone": st.sampled_from(["13800138000", "+44 20 7946 0958", "ext 12", "", "'0138", "1.38E+10"]) | ANY,
    "E-mail": st.sampled_from(["a@example.org", "a at b", ""]) | ANY,
    "Languages": st.sampled_from(["zh, en", "French / Klingon", "العربية", ""]) | ANY,
    "Wheelchair": st.sampled_from(["yes", "no", "maybe", "", "轮椅"]), "Remarks": ANY, "Host": ANY, "Note": ANY,
    "Registration number": st.sampled_from(["R-1", "R-2", "00042", "GSTF-00043", ""]) | ANY,
    "Badge number": st.sampled_from(["0001", "0002", "3-1", ""]), "Ticket code": ANY, "Barcode": ANY,
}  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """Return a list as a secretariat may send it: any columns in any order, and anything in them."""
    chosen = draw(st.lists(st.sampled_from(sorted(HEADINGS)), unique=True, min_size=1, max_size=9))
    headings = chosen if {"Name", "Family name", "姓名（拼音/英文）"} & {*chosen} else ["Name", *chosen]
    rows = draw(st.lists(st.tuples(*(HEADINGS[each] for each in headings)), min_size=1, max_size=7))
    return (tuple(headings), *rows)


def plan_of(rows: tuple[tuple[str, ...], ...], known: dict[DelegateId, Delegate]) -> Plan:
    sheet = Sheet("list", rows)
    return compare(known, read_rows(sheet, find_columns(sheet), FORUM, CHECKS), FORUM)


def taken_in(*sent: tuple[tuple[str, ...], ...]) -> dict[DelegateId, Delegate]:
    known: dict[DelegateId, Delegate] = {}
    for rows in sent:
        plan = plan_of(rows, known)
        known |= {each.delegate.id: each.delegate for each in plan.new}
    return known


def read_back(
    known: dict[DelegateId, Delegate],
    ending: str,
    here: dict[DelegateId, Delegate] | None = None,
    language: str = "en",
) -> Plan:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"everybody.{ending}"
        write_table(path, *people_table([*known.values()], lambda field: CALLED[language][field]))
        rows = read_tables(path).sheet().rows
    return plan_of(rows, known if here is None else here)


def nothing_changes(plan: Plan, known: dict[DelegateId, Delegate]) -> None:
    assert [row.note for row in plan.refused] == []
    assert plan.new == ()
    assert [each.changes for each in plan.changed] == []
    assert plan.not_on_list == ()
    assert {*plan.unchanged} == known.keys()


@pytest.mark.parametrize(("ending", "language"), [("csv", "en"), ("xlsx", "en"), ("csv", "zh"), ("xlsx", "zh")])
@settings(max_examples=120, deadline=None)
@given(sent=st.lists(lists(), min_size=1, max_size=2))
def test_whatever_was_imported_reads_back_without_a_change(
    ending: str, language: str, sent: list[tuple[tuple[str, ...], ...]]
) -> None:
    known = taken_in(*sent)
    if known:
        nothing_changes(read_back(known, ending, language=language), known)


@pytest.mark.parametrize("language", CALLED)
def test_a_list_of_everybody_has_its_headings_in_the_language_in_use(language: str) -> None:
    header, _rows = people_table(
        [Delegate(DelegateId("1"), "Ana", aliases=("x",))], lambda field: CALLED[language][field]
    )
    assert len({*header}) == len(header)
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in heading) for heading in header) is (language == "zh")


def test_a_heading_that_would_read_back_as_something_else_stands_in_english() -> None:
    wrong = {Field.NAME: "Delegation", Field.TITLE: "Title", Field.PHONE: "", Field.NOTE: "?"}
    header, _rows = people_table([], lambda field: wrong.get(field, CALLED["zh"][field]))
    assert {"Name", "Job title", "Phone", "Note"} <= {*header}


@settings(max_examples=60, deadline=None)
@given(sent=lists())
def test_a_laptop_that_knows_nobody_takes_everybody_from_an_export(sent: tuple[tuple[str, ...], ...]) -> None:
    known = taken_in(sent)
    if known:
        plan = read_back(known, "xlsx", {})
        assert len(plan.new) == len(known)
        assert not plan.refused


def test_who_was_renamed_or_walked_in_reads_back_as_the_same_person() -> None:
    people = [
        Delegate(DelegateId("0" * 15 + "1"), "Total", category=CategoryId("media"), origin="walk-in:7"),
        Delegate(DelegateId("0" * 15 + "2"), "Ana Renamed", delegation="Elsewhere", category=CategoryId("delegate")),
        Delegate(DelegateId("0" * 15 + "3"), "Ana Renamed", delegation="Elsewhere", category=CategoryId("delegate"),
                 route=RouteId("2"), aliases=("'+x", "=1", "a, b"), note="'+1 beside", phone="'12"),
    ]  # fmt: skip
    known = {each.id: each for each in people}
    for ending in ("csv", "xlsx"):
        plan = read_back({each.id: each for each in people[:2]}, ending)
        nothing_changes(plan, {each.id: each for each in people[:2]})
        assert read_back(known, ending).new == ()


def test_a_record_named_twice_is_one_person_and_a_strange_one_is_known_by_number_or_name() -> None:
    known = taken_in((("Name", "Delegation"), ("Ana", "X"), ("Ben", "Y")))
    ana = next(each for each in known.values() if each.name == "Ana")
    heading = ("Record id", "Name", "Delegation")
    plan = plan_of((heading, (ana.id, "Ana", "X"), (ana.id, "Anna", "X")), known)
    assert len(plan.refused) == 1
    plan = plan_of((heading, ("f" * 16, "Ana", "X"), ("no id", "Ben", "Y")), known)
    assert not plan.new
    assert len(plan.unchanged) == 2
