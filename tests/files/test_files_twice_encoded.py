"""Texts that were encoded twice are told from texts that only look rare, and offered as what they were."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.files.apart import read_apart
from checkin_app.files.tables import read_tables
from checkin_app.files.twice_encoded import mended

#: People of many countries, written as they are.
RIGHT = [
    "José Pérez", "Zoë Müller", "João Gonçalves", "JOÃO", "SÃO PAULO", "ÂNGELA", "Åse Ærø", "ÅLAND", "ÍSLAND", "Çağlar",
    "İŞIK", "Łukasz Żółć", "Nikoleta Balážová", "Paweł Różycki", "Đặng Văn An", "Jānis Bērziņš", "L’Île d’Été", "«Север»",
    "№ 5", "Дарья Белова", "محمد العلي", "דוד כהן", "สมชาย ใจดี", "Γιώργος", "이영희", "高橋 純", "田中ひろし", "ﾄﾖﾀ物流",
    "陳大文", "碁恒", "王伟", "李雪", "郭郭", "欧阳娜娜", "龚䶮", "茅台", "翁", "鐜", "张伟（Zhang Wei）", "王Wei", "T恤", "A座101",
    "हिन्दी", "አበበ", "Ó Súilleabháin", "Øyvind", "Ñ", "Ü.", "Ã", "Côte d’Ivoire", "Zoë–Anne", "MAÇÃ", "ÖÄÜ",
]  # fmt: skip


def garbled(text: str, page: str, first: str = "utf-8") -> str:
    return text.encode(first).decode(page)


@pytest.mark.parametrize("text", RIGHT)
def test_a_text_that_is_right_is_left_alone(text: str) -> None:
    assert mended([text]) == {}


def test_many_texts_that_are_right_together_are_left_alone() -> None:
    assert mended(RIGHT) == {}


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("cp1252", ["José Pérez", "Zoë Müller", "François", "São Paulo", "王伟", "Björn Åkerlund", "L’Île"]),
        ("latin-1", ["José Pérez", "Martín", "Łukasz", "김철수", "Дарья"]),
        ("cp1250", ["José Pérez", "Zoë Müller"]),
        ("cp1251", ["Дарья", "Павел", "José"]),
        ("gb18030", ["王伟", "José", "Zürich", "Müller"]),
        ("cp932", ["田中"]),
        ("cp1256", ["محمد"]),
        ("mac_roman", ["José Pérez", "Zoë Müller"]),
    ],
)
def test_a_text_whose_utf_8_was_read_in_a_code_page_is_known_by_itself(page: str, names: list[str]) -> None:
    for name in names:
        text = garbled(name, page)
        assert mended([text]) == {text: name}


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("gb18030", ["王伟", "李雪", "欧阳娜", "赵敏"]),
        ("cp1251", ["Иван Петров", "Дарья", "Россия"]),
        ("big5", ["陳大文", "林淑芬", "王建民"]),
    ],
)
def test_texts_of_a_code_page_that_were_read_as_western_tell_it_together(page: str, names: list[str]) -> None:
    texts = {garbled(name, "latin-1", page): name for name in names}
    assert mended([*texts, "José", "Zoë Müller"]) == texts


def test_a_text_that_was_encoded_three_times_is_known() -> None:
    assert mended([garbled(garbled("José", "cp1252"), "cp1252")]) == {"JosÃƒÂ©": "José"}


@pytest.mark.parametrize("text", ["锟斤拷", "王锟斤拷", "ï¿½", "Jos\ufffd\ufffd", "鐜嬪皬鏄?"])
def test_what_nothing_brings_back_is_known_too(text: str) -> None:
    assert mended([text]) == {text: ""}


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_texts_at_all_are_told_apart(texts: list[str]) -> None:
    assert mended(texts).keys() <= set(texts)


@given(st.lists(st.sampled_from(RIGHT), max_size=20), st.sampled_from(["José", "Zoë", "王伟", "Дарья"]))
def test_one_that_was_encoded_twice_is_found_among_those_that_are_right(texts: list[str], name: str) -> None:
    text = garbled(name, "latin-1")
    assert mended([*texts, text]) == {text: name}


def test_headings_that_were_encoded_twice_are_known(tmp_path: Path) -> None:
    rows = ["姓名,代表团", "王伟,滨海市"]
    (tmp_path / "list.csv").write_text("\n".join(garbled(row, "latin-1") for row in rows), encoding="utf-8")
    sheet = read_tables(tmp_path / "list.csv").sheet()
    assert sheet.rows[0] == ("姓名", "代表团")
    assert sheet.mended[sheet.rows[1][0]] == "王伟"


def test_what_was_encoded_twice_comes_over(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Delegation\nJosÃ© PÃ©rez,Valdoria\n锟斤拷,Valdoria\n", encoding="utf-8")
    assert read_apart(tmp_path / "list.csv").sheet.mended == {"JosÃ© PÃ©rez": "José Pérez", "锟斤拷": ""}
