"""Chinese names as they are read aloud."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.names.pinyin import PinyinTable, is_han, load_table, suggest_latin, syllables_of

FILE = Path(__file__).parents[3] / "resources" / "pinyin" / "pinyin.txt"
TABLE = load_table(FILE.read_bytes())


def joined(name: str) -> set[str]:
    return {"".join(reading) for reading in TABLE.readings(name)}


@pytest.mark.parametrize(
    ("surname", "readings"),
    [
        ("单", ("shan", "dan")),
        ("仇", ("qiu", "chou")),
        ("区", ("ou", "qu")),
        ("解", ("xie", "jie")),
        ("查", ("zha", "cha")),
        ("朴", ("piao", "pu")),
        ("曾", ("zeng",)),
        ("翟", ("zhai", "di")),
        ("盖", ("ge", "gai")),
        ("覃", ("qin", "tan")),
    ],
)
def test_a_surname_is_found_by_its_own_reading_first_and_by_the_common_one_too(
    surname: str, readings: tuple[str, ...]
) -> None:
    assert tuple(reading[0] for reading in TABLE.family_readings(surname))[: len(readings)] == readings
    for reading in readings:
        assert f"{reading}ming" in joined(f"{surname}明")


@pytest.mark.parametrize(
    ("name", "reading"),
    [("尉迟恭", "yuchigong"), ("万俟卨", "moqixie"), ("欧阳静怡", "ouyangjingyi"), ("長孫無忌", "zhangsunwuji")],
)
def test_a_compound_surname_is_one_surname(name: str, reading: str) -> None:
    assert TABLE.family_length(name) == 2
    assert "".join(TABLE.readings(name)[0]) == reading


def test_two_characters_are_a_surname_and_a_given_name() -> None:
    assert TABLE.family_length("欧阳") == 1


@pytest.mark.parametrize("typed", ["lvbu", "lubu", "lyubu"])
def test_u_umlaut_is_typed_three_ways(typed: str) -> None:
    assert typed in joined("吕布")


def test_a_character_of_two_readings_in_a_given_name_has_both() -> None:
    assert {"wangle", "wangyue"} <= joined("王乐")


@given(st.text(st.sampled_from(sorted(TABLE.characters)), min_size=1, max_size=60))
def test_readings_stay_few_and_as_long_as_the_name(name: str) -> None:
    readings = TABLE.readings(name)
    assert 1 <= len(readings) <= 24
    assert all(len(reading) == len(name) for reading in readings)


def test_a_character_without_a_reading_leaves_the_name_unread() -> None:
    assert TABLE.readings("王\U0003fffd") == ()
    assert TABLE.plain_readings("x") == ()


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("欧阳静怡", "OUYANG Jingyi"),
        ("单雄信", "SHAN Xiongxin"),
        ("吕布", "LYU Bu"),
        ("曾国藩", "ZENG Guofan"),
        ("解 晓东", "XIE Xiaodong"),
        ("司马", "SI Ma"),
        ("王", "WANG"),
        ("阿里木·买买提", "Alimu Maimaiti"),
        ("Anna", ""),
        ("王x", ""),
        ("", ""),
        (" · ", ""),
    ],
)
def test_a_walk_in_is_offered_the_name_of_the_passport(name: str, latin: str) -> None:
    assert suggest_latin(name, TABLE) == latin


@given(st.text())
def test_any_text_may_be_offered_for_reading(text: str) -> None:
    assert isinstance(suggest_latin(text, TABLE), str)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("ouyang", ("ou", "yang")),
        ("xian", ("xian",)),
        ("fangan", ("fan", "gan")),
        ("zhuangzhuang", ("zhuang", "zhuang")),
        ("lyu", ("lyu",)),
        ("smith", ()),
        ("", ()),
        ("a" * 50, ()),
    ],
)
def test_a_latin_word_is_parted_where_it_reads_as_pinyin(word: str, syllables: tuple[str, ...]) -> None:
    assert syllables_of(word) == syllables


@given(st.lists(st.sampled_from(sorted({each for ways in TABLE.characters.values() for each in ways})), max_size=6))
def test_syllables_lose_no_letter(syllables: list[str]) -> None:
    word = "".join(syllables)
    assert "".join(syllables_of(word)) in {word, ""}


def test_the_table_has_every_everyday_character() -> None:
    rows = (bytes((lead, trail)) for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFF))
    level_one = b"".join(rows).decode("gb2312")
    assert set(level_one) <= TABLE.characters.keys()
    assert is_han(level_one)


@pytest.mark.parametrize("content", [b"", b"[surnames]\n[first]\n", b"[first]\na \xe5\x95\x8a\n"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="table of readings"):
        load_table(content)


def test_the_smallest_table_reads() -> None:
    table = load_table("[surnames]\n欧阳 ou_yang\n[first]\nou 欧\nyang 阳\n[second]\n".encode())
    assert table == PinyinTable({"欧阳": (("ou", "yang"),)}, {"欧": ("ou",), "阳": ("yang",)})
