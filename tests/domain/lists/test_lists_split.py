"""Several people in one cell: split where it is clear who they are and somebody says so, once a value."""

import pytest

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answer_choices import answered
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.groups import Standing
from checkin_app.domain.lists.notes import Remark
from checkin_app.domain.lists.plan import Plan, compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
HEADINGS = "Registration ID|Name|Delegation|E-mail|Badge no"
OTHERS = ("R8|Odile Marchetti|Valdoria|o@x.example|", "R9|Benno Straub|Valdoria|b@x.example|")


def plan(*rows: str, words: tuple[str, ...] = (), known: dict[DelegateId, Delegate] | None = None) -> Plan:
    sheet = Sheet("", tuple(tuple(row.split("|")) for row in rows))
    return compare(known or {}, read_rows(sheet, find_columns(sheet), FORUM, answers=answered(words, FORUM)), FORUM)


def names(found: Plan) -> list[str]:
    return [each.delegate.name for each in found.new if each.row.number == 2]


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Li Wei / Wang Fang", ["Li Wei", "Wang Fang"]),
        ("李伟、王芳、陈静", ["李伟", "王芳", "陈静"]),
        ("Mr John Smith & Mrs Jane Smith", ["Mr John Smith", "Mrs Jane Smith"]),
        ("Ana Roos; Jens Holm", ["Ana Roos", "Jens Holm"]),
        ("1. Ana Roos 2. Jens Holm", ["Ana Roos", "Jens Holm"]),
        ("Ana Roos et Jens Holm", ["Ana Roos", "Jens Holm"]),
        ("Анна Рос и Йенс Хольм", ["Анна Рос", "Йенс Хольм"]),
    ],
)
def test_a_row_of_several_people_becomes_one_person_each_once_somebody_says_so(cell: str, people: list[str]) -> None:
    row = f"R1|{cell}|Puerto|p@x.example|0007"
    found = plan(HEADINGS, row, *OTHERS)
    (group,) = [each for each in found.groups if each.note.key is Remark.SEVERAL_NAMED]
    assert (group.standing, names(found), found.further) == (Standing.TO_ANSWER, [found.new[0].delegate.name], ())
    split = plan(HEADINGS, row, *OTHERS, words=(f"people:{cell}=split",))
    assert names(split) == people
    assert (split.reading.count, split.going_in, len(split.further)) == (3, {2, 3, 4}, len(people) - 1)
    assert [(each.delegate.origin, each.delegate.badge_no) for each in split.new if each.row.number == 2] == [
        ("R1", "0007"),
        *[("", "")] * (len(people) - 1),
    ], "a number is one person's"
    assert {each.delegate.email for each in split.new if each.row.number == 2} == {"p@x.example"}
    assert not split.questions
    (settled,) = [each for each in split.groups if each.note.key is Remark.SEVERAL_NAMED]
    assert (settled.standing, "(rows 2)" in settled.in_words()) == (Standing.ANSWERED, True)


def test_the_same_list_again_changes_nobody_who_was_split() -> None:
    rows, words = (HEADINGS, "R1|Ana Roos / Jens Holm|Puerto||", *OTHERS), ("people:Ana Roos / Jens Holm=split",)
    known = {each.delegate.id: each.delegate for each in plan(*rows, words=words).new}
    again = plan(*rows, words=words, known=known)
    assert (len(known), again.new, again.changed, len(again.unchanged)) == (4, (), (), 4)


@pytest.mark.parametrize(
    "cell",
    ["Mr & Mrs Smith", "Anna and Peter Holm", "Ana Roos + 2", "王伟夫妇", "Ana Roos and wife", "Roos / Holm / Ek"],
)
def test_where_it_is_not_clear_who_they_are_nothing_is_split(cell: str) -> None:
    found = plan(HEADINGS, f"R1|{cell}|Puerto||", *OTHERS, words=(f"people:{cell}=split",))
    assert len(names(found)) == 1
    assert Remark.SEVERAL_NAMED not in {each.note.key for each in found.groups}


def test_names_in_two_scripts_are_split_together_or_not_at_all() -> None:
    headings, words = "姓名|Name|Delegation", ("people:李伟、王芳=split",)
    others = ("陈静|Chen Jing|Puerto", "赵磊|Zhao Lei|Puerto")
    found = plan(headings, "李伟、王芳|Li Wei, Wang Fang|Puerto", *others, words=words)
    assert [(each.delegate.name, each.delegate.latin_name) for each in found.new[:2]] == [
        ("李伟", "Li Wei"),
        ("王芳", "Wang Fang"),
    ]
    assert len(names(plan(headings, "李伟、王芳|Li Wei|Puerto", *others, words=words))) == 1


def test_a_row_whose_number_stood_before_is_refused_whole_and_one_of_its_people_who_did_is_asked_about() -> None:
    words = ("people:Ana Roos / Jens Holm=split",)
    found = plan(HEADINGS, *OTHERS, "R9|Ana Roos / Jens Holm|Puerto||", words=words)
    assert ([row.number for row in found.refused], len(found.new)) == ([4], 2)
    found = plan("Name|Delegation", "Jens Holm|Puerto", "Ana Roos / Jens Holm|Puerto", words=words)
    assert (found.refused, [each.delegate.name for each in found.new]) == ((), ["Jens Holm", "Ana Roos", "Jens Holm"])
    assert {note.key for note in found.notes[3] if note.asks} == {Remark.SAME_NAME}
