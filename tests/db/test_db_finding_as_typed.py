"""People are found as hurried people type: parts together or apart, with titles, by any part of a number or a mail."""

import pytest
from hallkit import Hall, person
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.names.folding import fold
from checkin_app.services.ports.people import SearchHitKind as Kind

WORD = st.text("bdfgklmnprst", min_size=2, max_size=6)
PARTS = st.lists(WORD, min_size=2, max_size=6)


# ---- parts together and apart


@given(parts=PARTS, data=st.data())
def test_any_neighbouring_parts_may_be_typed_as_one_word(hall: Hall, parts: list[str], data: st.DataObject) -> None:
    hall.fill(" ".join(parts))
    start = data.draw(st.integers(0, len(parts) - 2))
    end = data.draw(st.integers(start + 2, min(len(parts), start + 4)))
    typed = [*parts[:start], "".join(parts[start:end]), *parts[end:]]
    assert hall.names(typed[start])
    assert hall.hits(" ".join(typed))[0][1] is not Kind.TYPO
    assert hall.names(f"{typed[-1]} {typed[0]}")


@given(parts=PARTS, data=st.data())
def test_any_part_may_be_typed_as_several_words(hall: Hall, parts: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(parts) - 2))
    end = data.draw(st.integers(start + 2, min(len(parts), start + 4)))
    hall.fill(" ".join([*parts[:start], "".join(parts[start:end]), *parts[end:]]))
    assert hall.hits(" ".join(parts))[0][1] is not Kind.TYPO
    assert hall.hits(" ".join(parts[start:end]))[0][1] is not Kind.TYPO


@pytest.mark.parametrize(
    ("name", "other", "typed"),
    [
        ("Maria Isabel de la Cruz", "Maria Delacroz", "delacruz"),
        ("Maria Isabel de la Cruz", "Maria Delacroza", "dela cruz"),
        ("Maria Isabel de la Cruz", "Isabel Delacrus", "de lacruz"),
        ("Maria Isabel de la Cruz", "Maria Delacrux", "maria delacruz"),
        ("Maria Isabel de la Cruz", "Maria Delacrux", "delacruz maria"),
        ("Maria Isabel Delacruz", "Maria de la Crux", "de la cruz"),
        ("Maria Isabel Delacruz", "Maria de la Crux", "maria de la cruz"),
        ("Jan Pieter van den Berg", "Jan Vandenburg", "vandenberg"),
        ("Jan Pieter van den Berg", "Jan Vandenburg", "vanden berg jan"),
        ("Jan Pieter Vandenberg", "Jan van den Burg", "jan van den berg"),
        ("Anna Mei-ling Lin", "Anna Meilin", "meiling"),
        ("Anna Meiling Lin", "Anna Meilin", "mei-ling"),
        ("Anna Meiling Lin", "Anna Meilin", "lin mei ling"),
        ("Kim Min-jun", "Kim Mingjun", "minjun kim"),
        ("Khalid Abd al-Rahman Saleh", "Khalid Abdulrahmin", "abdalrahman"),
        ("Omar Al-Rashid Noor", "Omar Alrashed", "alrashid omar"),
        ("Omar Alrashid Noor", "Omar Al-Rashed", "al rashid omar"),
        ("Seán Ó Briain Dunne", "Seán Obriane", "obriain"),
        ("Ludovica D'Angelo Prati", "Ludovica Dangela", "dangelo prati"),
        ("Oliver St. John Smith", "Oliver Stjoan", "stjohn"),
        ("Екатерина Римская-Корсакова Белова", "Екатерина Римскаякорсаковой", "римскаякорсакова"),
    ],
)
def test_parts_typed_together_or_apart_go_ahead_of_a_typo_of_somebody_else(
    hall: Hall, name: str, other: str, typed: str
) -> None:
    hall.fill(name, other)
    found = hall.hits(typed)
    assert found
    assert found[0][0] == name
    assert found[0][1] is not Kind.TYPO


def test_a_joined_name_is_found_while_it_is_typed(hall: Hall) -> None:
    hall.fill("Maria Isabel de la Cruz", "Jan Pieter van den Berg")
    for end in range(4, 9):
        assert hall.names("delacruz"[:end]) == ["Maria Isabel de la Cruz"]
        assert "Maria Isabel de la Cruz" in hall.names("maria " + "delacruz"[:end])


# ---- titles


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Marilena Monteverde", "Dr Monteverde"),
        ("Marilena Monteverde", "Dr. Marilena Monteverde"),
        ("Marilena Monteverde", "Monteverde, Prof. Dr."),
        ("Marilena Monteverde", "Her Excellency Monteverde"),
        ("Marilena Monteverde", "Mrs Monteverde"),
        ("Marilena Monteverde", "Marilena Monteverde PhD"),
        ("Marilena Monteverde", "Ambassador Monteverde"),
        ("Abdulrahman Al-Rashid", "H.E. Al-Rashid"),
        ("Abdulrahman Al-Rashid", "HE Mr. Abdulrahman Al-Rashid"),
        ("Abdulrahman Al-Rashid", "Minister Al Rashid"),
        ("Émile Tissot", "Monsieur Tissot"),
        ("Émile Tissot", "M. Tissot"),
        ("Émile Tissot", "S.E.M. Tissot"),
        ("Émile Tissot", "Son Excellence Monsieur Tissot"),
        ("Amélie Tissot", "Mme Tissot"),
        ("Inés Valdés", "Sra. Valdés"),
        ("Inés Valdés", "Doña Inés Valdés"),
        ("Inés Valdés", "Excma. Sra. Dña. Inés Valdés"),
        ("Inés Valdés", "Su Excelencia Valdés"),
        ("Inés Valdés", "Ing. Valdés"),
        ("Пётр Ёлкин", "г-н Ёлкин"),
        ("Пётр Ёлкин", "господин Елкин"),
        ("Пётр Ёлкин", "проф. Ёлкин"),
        ("Анна Белова", "г-жа Белова"),
        ("Анна Белова", "Её Превосходительство Белова"),
        ("أحمد الهاشمي", "السيد أحمد الهاشمي"),
        ("أحمد الهاشمي", "د. الهاشمي"),
        ("أحمد الهاشمي", "معالي الدكتور أحمد الهاشمي"),
        ("أحمد الهاشمي", "سعادة السفير الهاشمي"),
        ("أحمد الهاشمي", "الأستاذ أحمد"),
        ("王伟", "王伟先生"),
        ("王伟", "王伟 先生"),
        ("王伟", "王处长"),
        ("王伟", "王處長"),
        ("王伟", "王副部长"),
        ("王伟", "尊敬的王伟教授"),
        ("王伟", "老王"),
        ("欧阳静怡", "欧阳女士"),
        ("欧阳静怡", "欧阳静怡博士"),
        ("欧阳静怡", "欧阳大使阁下"),
    ],
)
def test_a_title_may_be_typed_and_left_out(hall: Hall, name: str, typed: str) -> None:
    hall.fill(name, "Bruno Okonkwo", "李娜", "Draga Drmić")
    found = hall.hits(typed)
    assert name in [each for each, _ in found]
    assert dict(found)[name] is not Kind.TYPO


@pytest.mark.parametrize(
    ("name", "other", "typed"),
    [
        ("Prince Rogers", "Ann Rogers", "Prince Rogers"),
        ("Sir Lanka", "Ann Lanka", "Sir Lanka"),
        ("Major Tom", "Ann Tom", "Major Tom"),
        ("Don Abbott", "Ann Abbott", "Don Abbott"),
        ("王先生", "王伟", "王先生"),
    ],
)
def test_a_title_that_is_a_name_is_a_name_first(hall: Hall, name: str, other: str, typed: str) -> None:
    hall.fill(other, name)
    assert hall.names(typed)[0] == name


@pytest.mark.parametrize("typed", ["Dr", "Dr.", "Mr Mrs", "H.E.", "先生", "处长", "السيد", "г-н"])
def test_a_title_alone_asks_for_nobody_s_name(hall: Hall, typed: str) -> None:
    hall.fill("Ann Abbott", "李娜")
    assert hall.names(typed) == []


def test_whoever_bears_a_title_for_a_name_is_not_found_among_all_who_share_the_rest(hall: Hall) -> None:
    hall.fill("He Wei", "Li Wei", "Wang Wei", "Prince Rogers", "Ann Rogers")
    assert hall.names("He Wei") == ["He Wei"]
    assert hall.names("Prince Rogers") == ["Prince Rogers"]
    assert set(hall.names("Mr Wei")) == {"He Wei", "Li Wei", "Wang Wei"}


# ---- ü

UMLAUTS = ("Lü Xiaoming", "LYU Xiaojun", "LV Xiaofeng", "Lu Xiaohua")


@pytest.mark.parametrize("typed", ["lü", "LÜ", "lv", "lyu", "LYU", "lu", "lu:", "lǚ", "lue"])
def test_one_spelling_of_lu_umlaut_finds_all(hall: Hall, typed: str) -> None:
    hall.fill(*UMLAUTS, "Nü Yan", "Bruno Okonkwo")
    assert {"Lü Xiaoming", *(UMLAUTS if typed != "lue" else ())} <= set(hall.names(typed))


@pytest.mark.parametrize("typed", ["nü", "nv", "nyu", "NU", "nǚ yan", "nvyan", "nyu yan", "yan nv"])
def test_one_spelling_of_nu_umlaut_finds_all(hall: Hall, typed: str) -> None:
    names = {"Nü Yan", "NYU Yan", "NV Yan", "Nu Yan"}
    hall.fill(*names, "Lü Xiaoming")
    assert set(hall.names(typed)) == names


@pytest.mark.parametrize("typed", ["Xiaolü", "xiaolv", "xiaolyu", "xiaolu", "lv xiaolv", "lyuxiaolyu"])
def test_a_u_umlaut_within_a_name_has_one_spelling_too(hall: Hall, typed: str) -> None:
    hall.fill("LYU Xiaolyu", "LV Xiaolv", "Lü Xiaolü")
    assert len(hall.names(typed)) == 3


@pytest.mark.parametrize("typed", ["lv", "lyu", "lu", "lü", "lvxm", "lvxiaoming", "lyuxiaoming", "lu xiaoming"])
def test_a_han_name_is_found_by_each_spelling_of_its_u_umlaut(hall: Hall, typed: str) -> None:
    hall.fill("吕晓明")
    assert hall.names(typed) == ["吕晓明"]


def test_the_letters_of_u_umlaut_in_other_names_are_themselves(hall: Hall) -> None:
    hall.fill("Elvira Silva", "Eluira Silua")
    for typed in ("silva", "elvi", "elvira"):
        assert hall.hits(typed)[0][0] == "Elvira Silva"
        assert all(kind is Kind.TYPO for _, kind in hall.hits(typed)[1:])


# ---- scripts without blanks


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("สมชายใจดี", ["สมชาย", "ชาย", "ใจดี", "ใจดี สมชาย", "ดี"]),
        ("สมชาย ใจดี", ["ชาย", "สมชายใจดี", "ใจดีสมชาย"]),
        ("សុខសុវណ្ណា", ["សុខ", "សុវណ្ណា", "វណ្ណា", "សុវណ្ណា សុខ"]),
        ("အောင်ဆန်းမြင့်", ["အောင်", "ဆန်း", "မြင့်", "ဆန်းမြင့်", "မြင့် အောင်"]),
        ("ສົມຊາຍໃຈດີ", ["ສົມ", "ຊາຍ", "ໃຈດີ", "ໃຈດີ ສົມຊາຍ"]),
        ("བསྟན་འཛིན་རྒྱ་མཚོ", ["བསྟན་འཛིན", "འཛིན", "རྒྱ་མཚོ", "བསྟནའཛིན", "མཚོ འཛིན"]),
    ],
)
def test_a_script_without_blanks_is_found_at_its_syllables(hall: Hall, name: str, parts: list[str]) -> None:
    hall.fill(name, "Bruno Okonkwo")
    for part in parts:
        assert dict(hall.hits(part)).get(name, Kind.TYPO) is not Kind.TYPO, part


# ---- Han names


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("王伟", "wáng wěi"), ("王伟", "wang2 wei3"), ("王伟", "wang2wei3"), ("王伟", "Wáng"), ("王伟", "wang2"),
        ("王伟", "wěi wáng"), ("王伟", "ww"), ("王伟", "w w"), ("王伟", "伟 王"), ("吕晓明", "lv3 xiao3 ming2"),
        ("吕晓明", "lǚ"), ("吕晓明", "lu:3 xiao3"), ("欧阳静怡", "ou1yang2 jing4yi2"), ("欧阳静怡", "oyjy"),
        ("单小明", "shan"), ("单小明", "dan"), ("单小明", "shan4 xiao3 ming2"), ("单小明", "sxm"), ("单小明", "dxm"),
        ("解晓东", "xie xiaodong"), ("解晓东", "jie"), ("仇英", "qiu ying"), ("仇英", "chou"), ("查良", "zha"),
        ("查良", "cha liang"), ("曾国", "zeng"), ("曾国", "ceng guo"), ("朴英", "piao"), ("朴英", "pu ying"),
        ("区小明", "ou"), ("区小明", "qu xiaoming"), ("乐小明", "yue"), ("乐小明", "le xiaoming"), ("盖英", "ge"),
        ("盖英", "gai"), ("尉迟恭", "yuchi"), ("尉迟恭", "weichi gong"), ("万俟英", "moqi"),
    ],
)  # fmt: skip
def test_a_han_name_is_found_by_character_pinyin_tone_initials_and_either_reading(
    hall: Hall, name: str, typed: str
) -> None:
    hall.fill(name, "Bruno Okonkwo", "李娜")
    assert dict(hall.hits(typed)).get(name, Kind.TYPO) is not Kind.TYPO


# ---- numbers and mails


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("V-0101", ["V-0101", "v0101", "0101", "101", "V 101", "v-101", "V.0101", "V-01", "v01", "№ 0101", "X-0101"]),
        ("GSTF-00043", ["43", "043", "0043", "00043", "gstf43", "GSTF 43", "gstf-0043", "gstf000", "GSTF", "G-43"]),
        ("REG2024-8831-07", ["8831", "8831-07", "883107", "2024-8831", "20248831", "reg 2024", "07", "reg20248831"]),
        ("00042", ["42", "042", "0042", "000", "ID 42", "No. 42", "#00042", "Reg. 00042"]),
        ("A/17/003", ["17/003", "17-3", "a17", "003", "17003", "a-17-3"]),
    ],
)
def test_a_registration_number_is_found_whole_or_in_part_with_and_without_zeros_dashes_and_prefixes(
    hall: Hall, number: str, typed: list[str]
) -> None:
    hall.fill()
    hall.add(person(1, "Odile Marchetti", origin=number), person(2, "Bruno Okonkwo", origin="ZZ-77"))
    for each in typed:
        assert hall.names(each)[:1] == ["Odile Marchetti"], each


def test_what_is_not_exactly_a_number_is_a_part_of_it(hall: Hall) -> None:
    hall.fill()
    hall.add(person(1, "Five", badge_no="0005", origin="GSTF-00005"), person(2, "Other", badge_no="0051"))
    for typed in ("005", "X-0005", "ID 005", "F 0005", "00005-1"):
        assert hall.bearers(typed) == [], typed
        assert all(kind is not Kind.NUMBER for _, kind in hall.hits(typed)), typed


@pytest.mark.parametrize(
    "typed",
    [
        "odile.marchetti@port.example", "ODILE.MARCHETTI@PORT.EXAMPLE", "odile.marchetti", "odile.m", "omar77", "marchetti@",
        "marchetti@port", "@port", "port.example", "@port.example", "port", "mail.port", " odile.marchetti@mail.port.example ",
        "odile.marchetti＠mail.port.example", "mailto:odile.marchetti@mail.port.example", "<omar77@mail.port.example>",
    ],
)  # fmt: skip
def test_a_mail_is_found_whole_or_in_part(hall: Hall, typed: str) -> None:
    hall.fill()
    one = "odile.marchetti@port.example" if "mail" not in typed and "omar" not in typed else ""
    mails = [one or "odile.marchetti@mail.port.example", "omar77@mail.port.example"]
    hall.add(*(person(place, f"Somebody {place}", email=mail) for place, mail in enumerate(mails)))
    hall.add(person(9, "Bruno Okonkwo", email="bruno@lake.example"))
    found = hall.names(typed)
    assert found
    assert "Bruno Okonkwo" not in found


@given(st.text(max_size=40))
def test_no_title_or_tone_takes_away_what_the_typed_text_finds(hall: Hall, text: str) -> None:
    hall.fill(text, f"Dr {text}")
    assert text in hall.names(text) or not fold(text)
