"""A list of operators on a store: whole or not at all, and nothing that a person decided is undone by it."""

import pytest
from test_services_operators import add, operator, sign_in

from checkin_app.domain.forum import ListedOperator
from checkin_app.domain.lists.sheet import ListFile, Sheet
from checkin_app.domain.operator_lists import MOST_OPERATORS, OperatorFault
from checkin_app.domain.operators import Judged
from checkin_app.domain.problems_operators import (
    LastLead,
    OperatorHeadingsUnknown,
    OperatorListTooLong,
    OperatorListUnfit,
    RoleMayNot,
    SignInFirst,
)
from checkin_app.domain.roles import OperatorRole


def a_list(*rows: tuple[str, ...]) -> ListFile:
    return ListFile("who.csv", ("who.csv",), Sheet("who.csv", (("姓名", "角色", "证件号"), *rows)), "utf-8")


def known(post):
    return {each.name: (each.role, each.badge) for each in post.station.queries.operators() if each.stands}


def unfit(post, *rows):
    with pytest.raises(OperatorListUnfit) as found:
        post.station.operator_import.take_in(a_list(*rows))
    return [(flaw.row, flaw.why.words) for flaw in found.value.flaws]


def test_operators_are_named_and_changed_and_the_same_list_again_changes_nothing(post) -> None:
    who = post.register()
    list_ = a_list(("Lena Lead", "lead", ""), ("Dina", "线路调度员", who.badge_no))
    dry = post.station.operator_import.take_in(list_, dry=True)
    assert (dry.added, dry.changed, dry.changes, known(post)) == (2, 0, frozenset(), {})
    taken = post.station.operator_import.take_in(list_)
    assert (taken.added, taken.changed, taken.unchanged) == (2, 0, 0)
    assert known(post) == {"Lena Lead": (OperatorRole.LEAD, None), "Dina": (OperatorRole.ROUTE_DISPATCHER, who.id)}
    again = post.station.operator_import.take_in(list_)
    assert (again.added, again.changed, again.unchanged, again.changes) == (0, 0, 2, frozenset())
    more = post.station.operator_import.take_in(a_list(("DINA", "值班", ""), ("Omar", "volunteer", "")))
    assert (more.added, more.changed) == (1, 1)
    assert known(post)["Dina"] == (OperatorRole.DUTY_OFFICER, who.id), "an empty cell changes nothing"


def test_one_wrong_row_takes_nothing_in_and_each_is_named(post) -> None:
    who = post.register()
    add(post, "Vera")
    add(post, "Nils")
    post.station.operators.revoke(operator(post, "Nils").id, "went home")
    post.station.operators.change(operator(post, "Vera").id, badge=who.id)
    before = known(post)
    rows = [
        ("Ana", "king", ""), ("Ben", "", ""), ("Cleo", "lead", ""), ("cleo", "lead", ""), ("Nils", "lead", ""),
        ("Dina", "lead", who.badge_no), ("Ed", "lead", "99999"),
    ]  # fmt: skip
    assert unfit(post, *rows) == [
        (2, OperatorFault.ROLE.value), (3, OperatorFault.ROLE.value), (5, OperatorFault.TWICE.value),
        (6, OperatorFault.REVOKED.value), (7, OperatorFault.BADGE_TAKEN.value), (8, OperatorFault.BADGE.value),
    ]  # fmt: skip
    assert known(post) == before
    with pytest.raises(OperatorHeadingsUnknown):
        post.station.operator_import.take_in(ListFile("x.csv", (), Sheet("x.csv", (("code", "route"), ("1", "2"))), ""))


def test_a_list_of_more_people_than_act_at_any_forum_is_refused_before_any_row_is_looked_at(post) -> None:
    rows = [(f"Guest {number}", "", "nobody's") for number in range(MOST_OPERATORS + 1)]
    with pytest.raises(OperatorListTooLong) as refused:
        post.station.operator_import.take_in(a_list(*rows))
    assert refused.value.details == {"file": "who.csv", "count": MOST_OPERATORS + 1, "most": MOST_OPERATORS}
    assert known(post) == {}
    blank = [("", "", "")] * MOST_OPERATORS
    assert post.station.operator_import.take_in(a_list(("Ana", "lead", ""), *blank)).added == 1


def test_as_many_operators_as_a_list_may_name_are_taken_in(post) -> None:
    rows = [(f"Operator {number}", "volunteer", "") for number in range(MOST_OPERATORS)]
    assert post.station.operator_import.take_in(a_list(*rows)).added == MOST_OPERATORS


def test_two_rows_cannot_share_a_badge(post) -> None:
    who = post.register()
    shared = unfit(post, ("Ana", "lead", who.badge_no), ("Ben", "volunteer", who.badge_no))
    assert shared == [(3, OperatorFault.BADGE_TAKEN.value)]


def test_only_who_may_say_who_acts_takes_a_list_in(post) -> None:
    add(post, "Lena Lead", OperatorRole.LEAD)
    with pytest.raises(SignInFirst):
        post.station.operator_import.take_in(a_list(("Ana", "lead", "")))
    sign_in(post, "Lena Lead")
    post.station.operator_import.take_in(a_list(("Vera", "volunteer", "")))
    post.station.operators.set_pin(operator(post, "Vera").id, "hash")
    sign_in(post, "Vera")
    with pytest.raises(RoleMayNot):
        post.station.operator_import.take_in(a_list(("Ana", "lead", "")))


def test_no_list_takes_the_only_lead_away_who_can_sign_in(post) -> None:
    add(post, "Lena Lead", OperatorRole.LEAD)
    sign_in(post, "Lena Lead")
    with pytest.raises(LastLead):
        post.station.operator_import.take_in(a_list(("Lena Lead", "coordinator", ""), ("Ana", "lead", "")))
    assert known(post) == {"Lena Lead": (OperatorRole.LEAD, None)}


def test_whom_the_forums_file_names_acts_until_a_person_says_otherwise(post) -> None:
    listed = (ListedOperator("Lena Lead", OperatorRole.LEAD), ListedOperator("Dina", OperatorRole.COORDINATOR))
    post.station.operator_import.start_with(listed)
    assert {name: role for name, (role, _) in known(post).items()} == {each.name: each.role for each in listed}
    post.station.operators.change(operator(post, "Dina").id, OperatorRole.VOLUNTEER)
    post.station.operator_import.start_with(listed)
    assert known(post)["Dina"][0] is OperatorRole.VOLUNTEER


def test_a_list_that_takes_from_whoever_takes_it_in_what_they_may_is_taken_in_whole(post) -> None:
    for name in ("Lena", "Zoe"):
        add(post, name, OperatorRole.LEAD)
        sign_in(post, "Lena")
    list_ = a_list(("Lena", "volunteer", ""), ("Cora", "coordinator", ""), ("Dina", "route_dispatcher", ""))
    assert post.station.operator_import.take_in(list_).added == 2
    roles = {name: role for name, (role, _) in known(post).items()}
    assert (roles["Lena"], roles["Cora"]) == (OperatorRole.VOLUNTEER, OperatorRole.COORDINATOR)
    assert post.station.queries.not_applied() == []
    with pytest.raises(RoleMayNot):
        post.station.operator_import.take_in(a_list(("Lena", "lead", "")))
    post.station.upkeep.check()


def test_who_may_what_is_found_out_no_oftener_for_a_long_list_than_for_a_short_one(post, monkeypatch) -> None:
    """It was for each row, of all rows before it: two hundred held every scan up for ten seconds."""
    add(post, "Lena", OperatorRole.LEAD)
    sign_in(post, "Lena")
    judged = []
    go_on = Judged.go_on
    monkeypatch.setattr(Judged, "go_on", lambda *given: judged.append(1) or go_on(*given))

    def times(initial: str, rows: int) -> int:
        judged.clear()
        post.station.operator_import.take_in(a_list(*((f"{initial}{each}", "volunteer", "") for each in range(rows))))
        return len(judged)

    assert times("A", 2) == times("B", 20) > 0
