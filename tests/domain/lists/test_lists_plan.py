"""What a list would change: exactly the differences, and nothing the second time."""

import json
import random
from functools import cached_property

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId, delegate_id_from
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.notes import Remark
from checkin_app.domain.lists.plan import Change, Plan, compare, hold
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
Known = dict[DelegateId, Delegate]


def plan(known: Known, *rows: str) -> Plan:
    sheet = Sheet("", tuple(tuple(row.split("|")) for row in rows))
    return compare(known, read_rows(sheet, find_columns(sheet), FORUM), FORUM)


def after(known: Known, done: Plan) -> Known:
    """What is known once a plan is carried out."""
    outcome = known | {each.delegate.id: each.delegate for each in done.new}
    for each in done.changed:
        values = {name: getattr(each.delegate, name) for name in Delegate.__struct_fields__}
        outcome[each.delegate.id] = Delegate(**values | {change.field: change.new for change in each.changes})
    return outcome


def who(known: Known, name: str) -> Delegate:
    return next(each for each in known.values() if each.name == name)


HEADER = "Registration ID|Name|Delegation|Title|Route|Ticket code"
LIST = (HEADER, "R1|Ada|North|Chair|3|t1", "R2|Bo|South|Clerk||t2", "R3|李雪|北岭|处长|线路1|")


def test_the_same_list_again_changes_nothing() -> None:
    first = plan({}, *LIST)
    again = plan(after({}, first), *LIST)
    assert (len(first.new), len(again.new), again.changed, len(again.unchanged)) == (3, 0, (), 3)


cell = st.sampled_from(["", "x", "y", "3", "Ada", "北"])


@given(st.lists(st.tuples(st.sampled_from(["Ada", "Bo", "李雪"]), cell, cell, cell), max_size=12), st.randoms())
def test_the_same_list_again_and_sorted_anew_changes_nothing(
    rows: list[tuple[str, str, str, str]], chance: random.Random
) -> None:
    header = "Name|Delegation|Title|Phone"
    lines = ["|".join(row) for row in rows]
    known = after({}, plan({}, header, *lines))
    chance.shuffle(lines)
    again = plan(known, header, *lines)
    assert (again.new, again.changed, again.not_on_list) == ((), (), ())


@given(st.lists(st.tuples(cell, cell), min_size=3, max_size=3), st.lists(st.tuples(cell, cell), min_size=3, max_size=3))
def test_an_amended_list_shows_exactly_the_differences(
    before: list[tuple[str, str]], later: list[tuple[str, str]]
) -> None:
    def rows(cells: list[tuple[str, str]]) -> list[str]:
        return [f"R{place}|Ada|{title}|{note}" for place, (title, note) in enumerate(cells)]

    header = "Registration ID|Name|Title|Note"
    known = after({}, plan({}, header, *rows(before)))
    changed = plan(known, header, *rows(later)).changed
    expected = {
        (f"R{place}", name, old, new)
        for place, (olds, news) in enumerate(zip(before, later, strict=True))
        for name, old, new in zip(("title", "note"), olds, news, strict=True)
        if old != new
    }
    assert {(e.row.registration, c.field, c.old, c.new) for e in changed for c in e.changes} == expected


def test_a_field_whose_column_is_gone_is_left_alone_and_an_emptied_cell_empties() -> None:
    known = after({}, plan({}, *LIST))
    assert plan(known, "Registration ID|Name", "R1|Ada", "R2|Bo", "R3|李雪").changed == ()
    (changed,) = plan(known, "Registration ID|Name|Title", "R1|Ada|", "R2|Bo|Clerk", "R3|李雪|处长").changed
    assert changed.changes == (Change("title", "Chair", ""),)


def test_a_value_that_could_not_be_read_leaves_the_old_one() -> None:
    known = after({}, plan({}, *LIST))
    again = plan(known, "Registration ID|Name|Route", "R1|Ada|3 / 4", "R2|Bo|", "R3|李雪|1")
    assert again.changed == ()
    assert [row.number for row in again.questions] == [2]


def test_people_missing_from_the_list_are_told_and_kept() -> None:
    known = after({}, plan({}, *LIST))
    later = plan(known, HEADER, *LIST[1:3])
    assert later.not_on_list == (who(known, "李雪").id,)
    assert after(known, later).keys() == known.keys()


def test_a_walk_in_is_never_missed_on_a_list_and_asked_about_when_the_list_brings_them() -> None:
    walk_in = Delegate(id=DelegateId("f" * 16), name="Ada", origin="walk-in:1", badge_no="AB001")
    found = plan({walk_in.id: walk_in}, "Name|Delegation", "ADA|North")
    assert found.not_on_list == ()
    assert [note.key for note in found.notes[2]][-1] is Remark.MAYBE_KNOWN


def test_somebody_whose_delegation_was_respelled_is_asked_about() -> None:
    known = after({}, plan({}, "Name|Delegation", "Ada|North"))
    found = plan(known, "Name|Delegation", "Ada|Kingdom of North")
    assert len(found.new) == 1
    assert [row.number for row in found.questions] == [2]
    assert len(found.not_on_list) == 1


def test_two_stations_give_one_person_one_id() -> None:
    (new,) = plan({}, "Name|Delegation", "Ada  LUND|North").new
    assert new.delegate.id == delegate_id_from(FORUM.id, "name:ada lund\nnorth")
    assert new.delegate.origin == ""
    (new,) = plan({}, "Registration ID|Name", "R7|Ada").new
    assert (new.delegate.id, new.delegate.origin) == (delegate_id_from(FORUM.id, "number:R7"), "R7")


def test_a_name_is_not_kept_where_an_erasure_would_not_reach_it() -> None:
    (new,) = plan({}, "Name|Delegation", "Ada Lund|North").new
    assert "ada" not in new.delegate.origin.casefold()


def test_a_registration_number_and_a_ticket_code_both_stand_for_the_person() -> None:
    known = after({}, plan({}, *LIST))
    assert who(known, "Ada").aliases == ("t1", "R1")
    assert plan(known, "Registration ID|Name", "R1|Ada").changed == ()
    (changed,) = plan(known, *LIST[:1], "R1|Ada|North|Chair|3|t9", *LIST[2:]).changed
    assert changed.changes == (Change("aliases", ("t1", "R1"), ("t9", "R1")),)


def test_the_same_codes_in_another_order_change_nothing() -> None:
    known = after({}, plan({}, "Name|Ticket code|Barcode", "Ada|t1|t2"))
    assert plan(known, "Name|Ticket code|Barcode", "Ada|t2|t1").changed == ()


def test_a_badge_number_or_code_of_somebody_else_is_left_out_and_asked_about() -> None:
    other = Delegate(id=DelegateId("e" * 16), name="Cy", badge_no="0001", aliases=("t1",), origin="walk-in:1")
    found = plan({other.id: other}, "Name|Badge no.|Ticket code", "Ada|0001|t1")
    assert (found.new[0].delegate.badge_no, found.new[0].delegate.aliases) == ("", ())
    assert {Remark.BADGE_NO_TAKEN, Remark.ALIAS_TAKEN} <= {note.key for note in found.notes[2]}


def test_two_people_may_exchange_their_badge_numbers() -> None:
    known = after({}, plan({}, "Name|Badge no.", "Ada|0001", "Bo|0002"))
    swapped = plan(known, "Name|Badge no.", "Ada|0002", "Bo|0001")
    assert len(swapped.changed) == 2
    assert swapped.questions == ()


def test_a_new_person_without_a_category_is_a_plain_delegate() -> None:
    assert plan({}, "Name", "Ada").new[0].delegate.category == CategoryId("delegate")
    assert plan({}, "Name|Category", "Ada|VIP-2").new[0].delegate.category == CategoryId("delegate")


def test_one_of_two_namesakes_alone_on_a_list_is_still_the_same_one() -> None:
    header = "Name|Delegation|Title"
    known = after({}, plan({}, header, "Ada|North|Chair", "Ada|North|Clerk"))
    alone = plan(known, header, "Ada|North|Clerk")
    assert (alone.new, alone.changed) == ((), ())
    assert [known[each].title for each in alone.not_on_list] == ["Chair"]


def test_what_a_person_set_is_held() -> None:
    known = after({}, plan({}, *LIST))
    later = plan(known, HEADER, "R1|Ada|North|Head|4|t1", *LIST[2:])
    held = hold(later, {later.changed[0].delegate.id: frozenset({"route"})})
    assert [(change.field, change.held) for change in held.changed[0].changes] == [("title", False), ("route", True)]
    assert held.held == held.summary()["held"] == 1
    assert held.sentence().endswith("1 kept as set on a laptop.")


@pytest.mark.parametrize("known", [{}, after({}, plan({}, *LIST))])
def test_a_plan_says_in_words_and_as_json_what_it_would_do(known: Known) -> None:
    found = plan(known, HEADER, "R1|Ada|North|Head|3 / 4|t1", "R9|||", "R4|Dee|East|x|2|")
    summary = json.loads(json.dumps(found.summary()))
    assert summary["rows"] == 3
    assert summary["taken"] + len(summary["refused"]) == 3
    assert summary["refused"][0] == {"row": 3, "reason": "no_name", "sentence": "No name.", "details": {}}
    assert summary["new"] == (1 if known else 2)
    assert summary["questions"][0]["reason"] == "route_several"
    assert found.sentence().startswith(f"3 rows: {summary['new']} new")
    remarks = list(found.remarks())
    assert "1 not taken: No name. (row 3)" in remarks
    assert any("one route each" in line for line in remarks)
    assert any("title: Chair → Head" in line for line in remarks) == bool(known)


def test_nothing_is_left_to_count_once_a_plan_was_counted() -> None:
    """The screen's thread asks for these: of 100 000 rows each takes some milliseconds."""
    counted = plan({}, *LIST)
    counted.count()
    for part in (counted, counted.reading):
        once = {name for name, each in vars(type(part)).items() if isinstance(each, cached_property)}
        assert once
        assert once <= vars(part).keys()
