"""Who was struck from a list is asked about once, as a group: kept unless somebody cancels them."""

from pathlib import Path

import pytest
from dbkit import OPENING, scanning
from test_db_lists_who_comes import PEOPLE, badges, importing, revoked

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answer_choices import told
from checkin_app.domain.lists.answers import UNANSWERED, Answers, Asked, Question, Way
from checkin_app.domain.lists.choices import ListChoices
from checkin_app.domain.lists.groups import Standing
from checkin_app.domain.lists.notes import Remark
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.lists.sheet import ListFile, Sheet
from checkin_app.domain.outcomes import Verdict
from checkin_app.services.importing import ImportResult
from checkin_app.services.scanning import How
from db.store import Store

HEADINGS = "Registration ID|Name|Delegation"
CANCEL = Answers(given={Asked(Question.LEFT_OFF): Way.CANCEL})
KEEP = Answers(given={Asked(Question.LEFT_OFF): Way.KEEP})


def looked_at(store: Store, *rows: str, headings: str = HEADINGS, answers: Answers = UNANSWERED) -> Plan:
    sheet = Sheet("list.csv", tuple(tuple(row.split("|")) for row in (headings, *rows)))
    plan = importing(store).look(ListFile("list.csv", ("list.csv",), sheet, ""), ListChoices(answers=answers)).plan
    assert plan
    return plan


def take(store: Store, *rows: str, headings: str = HEADINGS, answers: Answers = UNANSWERED) -> ImportResult:
    return importing(store).apply(looked_at(store, *rows, headings=headings, answers=answers))


@pytest.fixture
def known(store: Store) -> dict[str, DelegateId]:
    take(store, *PEOPLE)
    with store.reading() as state:
        return {each.origin: each.id for each in state.delegates().values()}


def test_who_is_struck_from_a_list_is_one_group_and_stays_valid_unless_somebody_cancels_them(
    store: Store, known: dict[str, DelegateId]
) -> None:
    plan = looked_at(store, *PEOPLE[:2])
    (group,) = plan.groups
    assert (group.note.key, group.standing, len(group.rows)) == (Remark.LEFT_OFF, Standing.TO_ANSWER, 1)
    assert "Tove Berg" in group.in_words()
    with store.reading() as state:
        (spoken,) = told(plan.groups, state.forum)
    assert (spoken["choices"], spoken["people"], spoken["rows"]) == (["keep", "cancel"], [known["N3"]], [])  # type: ignore[index,call-overload]  # JSON
    assert plan.summary()["left_off"] == [known["N3"]]
    assert (plan.looks, plan.going_in) == (1, frozenset())
    importing(store).apply(plan)
    assert not revoked(store, known["N3"])


def test_whom_a_person_cancels_so_is_not_let_in_and_taken_back_they_are(
    store: Store, known: dict[str, DelegateId]
) -> None:
    plan = looked_at(store, *PEOPLE[:2], answers=CANCEL)
    assert (plan.going_in, plan.looks) == ({-1}, 0)
    result = importing(store).apply(plan)
    assert (result.revoked, revoked(store, known["N3"])) == (1, "left_off_list")
    assert scanning(store).enter(known["N3"], OPENING, How.FOUND).decision.verdict is Verdict.STOP
    assert not looked_at(store, *PEOPLE[:2]).left_off, "who is void already is not asked about"
    store.check()
    assert result.operation
    importing(store).take_back(result.operation)
    assert not revoked(store, known["N3"])


def test_one_who_was_struck_can_be_kept_by_hand(store: Store, known: dict[str, DelegateId]) -> None:
    plan = looked_at(store, *PEOPLE[:2], answers=CANCEL)
    importing(store).apply(plan, without={-1})
    assert not revoked(store, known["N3"])


def test_who_was_cancelled_so_and_stands_on_the_next_list_is_let_in_again_unless_somebody_says_no(
    store: Store, known: dict[str, DelegateId]
) -> None:
    take(store, *PEOPLE[:2], answers=CANCEL)
    plan = looked_at(store, *PEOPLE)
    (group,) = [each for each in plan.groups if each.standing is Standing.TO_ANSWER]
    assert (group.note.key, str(group.note)) == (
        Remark.CONFIRMED_AGAIN,
        "Cancelled by an earlier list (“no longer on it”), confirmed again by this one: let in unless changed.",
    )
    importing(store).apply(plan)
    assert not revoked(store, known["N3"])


def test_the_answer_is_remembered_for_the_next_version(store: Store, known: dict[str, DelegateId]) -> None:
    take(store, *PEOPLE[:2], answers=KEEP)
    again = looked_at(store, *PEOPLE[:2])
    assert [(each.note.key, each.remembered, each.note.answer) for each in again.groups] == [
        (Remark.LEFT_OFF, True, "keep")
    ]
    assert not again.looks


def test_whom_a_later_version_brought_is_missed_by_the_next(store: Store, known: dict[str, DelegateId]) -> None:
    take(store, *PEOPLE, "N4|Ana Roos|Puerto")
    plan = looked_at(store, *PEOPLE)
    assert [each.name for each in plan.left_off] == ["Ana Roos"]


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        (("N8|Ana Roos|Puerto", "N9|Jens Holm|Puerto"), HEADINGS),
        ((PEOPLE[0],), HEADINGS),
        ((PEOPLE[0], PEOPLE[1]), "Registration ID|Name|Organisation"),
    ],
)
def test_a_list_of_others_of_few_of_them_or_with_other_headings_strikes_nobody(
    store: Store, known: dict[str, DelegateId], rows: tuple[str, ...], headings: str
) -> None:
    assert not looked_at(store, *rows, headings=headings).left_off


def test_each_delegations_own_list_strikes_only_its_own(store: Store, known: dict[str, DelegateId]) -> None:
    take(store, "P1|Ana Roos|Puerto", "P2|Jens Holm|Puerto")
    assert [each.name for each in looked_at(store, "P1|Ana Roos|Puerto").left_off] == ["Jens Holm"]
    assert [each.name for each in looked_at(store, *PEOPLE[:2]).left_off] == ["Tove Berg"]


def test_a_list_that_was_taken_back_struck_nobody(store: Store) -> None:
    result = take(store, *PEOPLE)
    assert result.operation
    importing(store).take_back(result.operation)
    take(store, *PEOPLE[:2])
    assert not looked_at(store, *PEOPLE[:2]).left_off


def test_who_is_revoked_walked_in_or_stands_on_it_otherwise_is_not_asked_about(
    store: Store, known: dict[str, DelegateId]
) -> None:
    renumbered = looked_at(store, *PEOPLE[:2], "N33|Tove Berg|Valdoria")
    assert not renumbered.left_off, "it is asked of the row whether it is she"
    badges(store).revoke(known["N3"], "Banned from the hall")
    assert not looked_at(store, *PEOPLE[:2]).left_off


def test_who_stands_on_it_by_a_record_that_was_merged_is_not_missing(
    store: Store, known: dict[str, DelegateId], tmp_path: Path
) -> None:
    from checkin_app.services.merges import Merges

    take(store, *PEOPLE, "N4|Tove Bergh|Valdoria")
    with store.reading() as state:
        double = next(each.id for each in state.delegates().values() if each.origin == "N4")
    Merges(store.unit).merge(double, known["N3"])
    assert not looked_at(store, *PEOPLE[:2], "N4|Tove Bergh|Valdoria").left_off
    assert [each.name for each in looked_at(store, *PEOPLE[:2]).left_off] == ["Tove Berg"]
