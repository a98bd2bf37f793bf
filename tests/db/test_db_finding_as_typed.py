"""People are found as hurried people type: parts together or apart, with titles, by any part of a number or a mail."""

import pytest
from hallkit import Hall

from checkin_app.services.ports.people import SearchHitKind as Kind

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


def test_whoever_bears_a_title_for_a_name_is_not_found_among_all_who_share_the_rest(hall: Hall) -> None:
    hall.fill("He Wei", "Li Wei", "Wang Wei", "Prince Rogers", "Ann Rogers")
    assert hall.names("He Wei") == ["He Wei"]
    assert hall.names("Prince Rogers") == ["Prince Rogers"]
    assert set(hall.names("Mr Wei")) == {"He Wei", "Li Wei", "Wang Wei"}
