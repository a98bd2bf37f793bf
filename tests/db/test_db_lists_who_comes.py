"""What a list says of who comes and on which bus: in the real store, and taken back as a whole."""

from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answers import UNANSWERED, Answers, Asked, Question, Way
from checkin_app.domain.lists.groups import Standing
from checkin_app.domain.lists.notes import Remark
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problems_lists import ListOutdated
from checkin_app.services.badges import Badges
from checkin_app.services.importing import Importing, ImportResult
from checkin_app.services.merges import Merges
from checkin_app.services.operations import Operations
from checkin_app.services.scanning import How
from db.store import Store

PEOPLE = ("N1|Odile Marchetti|Valdoria", "N2|Benno Straub|Valdoria", "N3|Tove Berg|Valdoria")


def importing(store: Store) -> Importing:
    return Importing(store.reading, Operations(store.reading, store.piece, store.new_operation, store.operating))


def planned(store: Store, *rows: str, answers: Answers = UNANSWERED) -> Plan:
    sheet = Sheet("list.csv", tuple(tuple(row.split("|")) for row in rows))
    return importing(store).preview(sheet, answers=answers)


def take(store: Store, *rows: str, answers: Answers = UNANSWERED) -> ImportResult:
    return importing(store).apply(planned(store, *rows, answers=answers))


@pytest.fixture
def known(store: Store) -> dict[str, DelegateId]:
    take(store, "Registration ID|Name|Delegation", *PEOPLE)
    with store.reading() as state:
        return {each.origin: each.id for each in state.delegates().values()}


def revoked(store: Store, delegate: DelegateId) -> str:
    with store.reading() as state:
        return state.badge(delegate).revoked


def listed(store: Store, delegate: DelegateId) -> str | None:
    with store.reading() as state:
        return state.movements(delegate).bus


HEADINGS = "Registration ID|Name|Delegation|Status"


@pytest.mark.parametrize(
    "status",
    [
        "CANCELLED",
        "Withdrawn",
        "refusé",
        "已撤销",
        "取消",
        "отказ",
        "Anulado",
        "abgesagt",
        "취소",
        "ملغى",
        "已取消 Cancelled",
    ],
)
def test_who_is_cancelled_on_a_list_is_not_let_in_any_more(
    store: Store, known: dict[str, DelegateId], status: str
) -> None:
    result = take(store, HEADINGS, f"{PEOPLE[0]}|{status}", f"{PEOPLE[1]}|confirmed")
    assert (result.registered, result.amended, result.revoked) == (0, 0, 1)
    assert revoked(store, known["N1"]) == status
    assert not revoked(store, known["N2"])
    assert dbkit.scanning(store).enter(known["N1"], OPENING, How.FOUND).decision.verdict is Verdict.STOP
    store.check()


def test_the_same_cancelled_list_again_says_nothing_new(store: Store, known: dict[str, DelegateId]) -> None:
    rows = (HEADINGS, f"{PEOPLE[0]}|CANCELLED", f"{PEOPLE[1]}|confirmed", f"{PEOPLE[2]}|confirmed")
    take(store, *rows)
    again = planned(store, *rows)
    assert not again.going_in
    assert importing(store).apply(again).operation is None


def test_a_cancelled_list_taken_back_lets_people_in_again(store: Store, known: dict[str, DelegateId]) -> None:
    result = take(store, HEADINGS, f"{PEOPLE[0]}|CANCELLED")
    assert result.operation
    importing(store).take_back(result.operation)
    assert not revoked(store, known["N1"])
    store.check()


def test_who_is_cancelled_before_anybody_knew_them_is_not_registered(store: Store) -> None:
    plan = planned(store, HEADINGS, f"{PEOPLE[0]}|CANCELLED", f"{PEOPLE[1]}|confirmed")
    assert [row.delegate for row in plan.cancelled] == [None]
    assert plan.going_in == {3}
    importing(store).apply(plan)
    with store.reading() as state:
        assert [each.origin for each in state.delegates().values()] == ["N2"]


def test_a_row_that_was_left_out_cancels_nobody(store: Store, known: dict[str, DelegateId]) -> None:
    plan = planned(store, HEADINGS, f"{PEOPLE[0]}|CANCELLED")
    assert importing(store).apply(plan, without={2}).operation is None
    assert not revoked(store, known["N1"])


def test_a_status_that_is_not_known_is_asked_about_once_and_answered(
    store: Store, known: dict[str, DelegateId]
) -> None:
    rows = (HEADINGS, f"{PEOPLE[0]}|zephyr", f"{PEOPLE[1]}|zephyr")
    (group,) = planned(store, *rows).groups
    assert (group.note.key, len(group.rows)) == (Remark.STATUS_UNKNOWN, 2)
    assert not take(store, *rows).revoked
    answers = Answers(given={Asked.about(Question.STATUS, "zephyr"): Way.NO})
    assert take(store, *rows, answers=answers).revoked == 2


CANCELLED, CONFIRMED = (HEADINGS, f"{PEOPLE[0]}|CANCELLED"), (HEADINGS, f"{PEOPLE[0]}|confirmed")


def badges(store: Store) -> Badges:
    return Badges(store.unit, store.keys)


def sayings_of(plan: Plan) -> list[Remark]:
    return [Remark(group.note.key) for group in plan.groups]


@pytest.mark.parametrize("status", ["confirmed", "已确认", "accepté", "Oui", "подтверждено", "sí", "已确认 Confirmed"])
def test_who_a_list_cancelled_and_the_next_confirms_is_said_and_let_in_again(
    store: Store, known: dict[str, DelegateId], status: str
) -> None:
    take(store, *CANCELLED)
    plan = planned(store, HEADINGS, f"{PEOPLE[0]}|{status}", f"{PEOPLE[1]}|{status}")
    (group,) = plan.groups
    assert (group.note.key, [row.number for row in group.rows]) == (Remark.CONFIRMED_AGAIN, [2])
    assert (group.standing, plan.going_in, plan.summary()["restored"]) == (Standing.TO_ANSWER, {2}, [2])
    result = importing(store).apply(plan)
    assert (result.restored, result.revoked, revoked(store, known["N1"])) == (1, 0, "")
    assert dbkit.scanning(store).enter(known["N1"], OPENING, How.FOUND).decision.verdict is Verdict.GO
    assert not planned(store, HEADINGS, f"{PEOPLE[0]}|{status}").groups
    store.check()


def test_who_was_confirmed_again_stays_void_where_a_person_says_so_and_that_is_remembered(
    store: Store, known: dict[str, DelegateId]
) -> None:
    take(store, *CANCELLED)
    no = Answers(given={Asked(Question.CONFIRMED_AGAIN): Way.NO})
    plan = planned(store, *CONFIRMED, answers=no)
    assert not plan.restored
    assert not plan.questions
    assert not importing(store).apply(plan).restored
    assert revoked(store, known["N1"])
    remembered = planned(store, *CONFIRMED, answers=Answers(remembered=no.given))
    assert [group.remembered for group in remembered.groups] == [True]


@pytest.mark.parametrize("rows", [("Registration ID|Name|Delegation", PEOPLE[0]), (HEADINGS, f"{PEOPLE[0]}|")])
def test_whom_a_list_merely_names_again_is_asked_about_and_stays_void_until_it_is_answered(
    store: Store, known: dict[str, DelegateId], rows: tuple[str, str]
) -> None:
    take(store, *CANCELLED)
    plan = planned(store, *rows)
    assert (sayings_of(plan), plan.going_in) == ([Remark.LISTED_AGAIN], frozenset())
    yes = Answers(given={Asked(Question.LISTED_AGAIN): Way.YES})
    assert take(store, *rows, answers=yes).restored == 1
    assert not revoked(store, known["N1"])


def test_whom_a_person_revoked_no_list_lets_in_again_and_that_is_said(
    store: Store, known: dict[str, DelegateId]
) -> None:
    badges(store).revoke(known["N1"], "Banned from the hall")
    for rows in (CONFIRMED, CANCELLED, CONFIRMED):
        take(store, *rows)
    plan = planned(store, *CONFIRMED)
    (group,) = plan.groups
    assert (group.note.key, group.standing) == (Remark.REVOKED_HERE, Standing.TOLD)
    assert not plan.restored
    assert revoked(store, known["N1"]) == "Banned from the hall"


def test_who_was_restored_by_hand_and_is_confirmed_is_nobody_to_ask_about(
    store: Store, known: dict[str, DelegateId]
) -> None:
    take(store, *CANCELLED)
    badges(store).restore(known["N1"], "They came")
    assert not planned(store, *CONFIRMED).groups
    badges(store).revoke(known["N1"], "Left for good")
    assert sayings_of(planned(store, *CONFIRMED)) == [Remark.REVOKED_HERE]


def test_a_list_that_let_people_in_again_taken_back_cancels_them_again(
    store: Store, known: dict[str, DelegateId]
) -> None:
    take(store, *CANCELLED)
    result = take(store, *CONFIRMED)
    assert result.operation
    importing(store).take_back(result.operation)
    assert revoked(store, known["N1"]) == "CANCELLED"
    store.check()
    assert take(store, *CONFIRMED).restored == 1


def test_a_row_that_was_left_out_lets_nobody_in_again(store: Store, known: dict[str, DelegateId]) -> None:
    take(store, *CANCELLED)
    plan = planned(store, *CONFIRMED)
    assert importing(store).apply(plan, without={2}).operation is None
    assert revoked(store, known["N1"])


def test_who_was_let_in_again_while_a_list_was_looked_at_makes_it_outdated(
    store: Store, known: dict[str, DelegateId]
) -> None:
    take(store, *CANCELLED)
    plan = planned(store, *CONFIRMED)
    badges(store).restore(known["N1"], "They came")
    with pytest.raises(ListOutdated):
        importing(store).apply(plan)


def test_who_was_cancelled_and_let_in_apart_is_left_to_a_person(tmp_path: Path) -> None:
    with closing(dbkit.new_store(tmp_path / "a")) as one, closing(dbkit.new_store(tmp_path / "b", "Desk B")) as other:
        take(one, "Registration ID|Name|Delegation", *PEOPLE)
        dbkit.exchange([one, other])
        take(one, *CANCELLED)
        dbkit.exchange([one, other])
        take(one, *CONFIRMED)
        take(other, HEADINGS, f"{PEOPLE[0]}|confirmed", f"{PEOPLE[1]}|CANCELLED")
        with other.reading() as state:
            (who,) = (each.id for each in state.delegates().values() if each.origin == "N1")
        badges(other).revoke(who, "Banned from the hall")
        dbkit.exchange([one, other])
        assert sayings_of(planned(one, *CONFIRMED)) == [Remark.REVOKED_HERE]


BUSES = "Registration ID|Name|Delegation|Bus"


@pytest.mark.parametrize("bus", ["1-1", "Bus 1-1", "1-1号车", "バス1-1", "Coach 1-1", "ＢＵＳ１-１"])
def test_a_bus_column_puts_people_on_the_lists_of_buses(store: Store, known: dict[str, DelegateId], bus: str) -> None:
    dbkit.add_bus(store)
    rows = (BUSES, f"{PEOPLE[0]}|{bus}", f"{PEOPLE[1]}|", f"{PEOPLE[2]}|-", f"N4|Ana Roos|Puerto|{bus}")
    result = take(store, *rows)
    assert (result.registered, result.seated) == (1, 2)
    assert listed(store, known["N1"]) == "1-1"
    assert listed(store, known["N2"]) is None
    assert not planned(store, *rows).going_in
    assert result.operation
    importing(store).take_back(result.operation)
    assert listed(store, known["N1"]) is None
    store.check()


def test_a_bus_that_is_not_there_is_asked_about_once_a_value(store: Store, known: dict[str, DelegateId]) -> None:
    dbkit.add_bus(store)
    plan = planned(store, BUSES, f"{PEOPLE[0]}|7-7", f"{PEOPLE[1]}|7-7", f"{PEOPLE[2]}|8")
    assert [(each.note.key, len(each.rows)) for each in plan.groups] == [
        (Remark.BUS_UNKNOWN, 2),
        (Remark.BUS_UNKNOWN, 1),
    ]
    assert not plan.rides


def test_a_bus_that_only_the_row_of_a_merged_record_names_is_left_out_and_said(
    store: Store, known: dict[str, DelegateId]
) -> None:
    dbkit.add_bus(store)
    Merges(store.unit).merge(known["N3"], known["N2"])
    plan = planned(store, BUSES, f"{PEOPLE[1]}|", f"{PEOPLE[2]}|1-1")
    assert not plan.rides
    assert [(each.note.key, each.standing, [row.number for row in each.rows]) for each in plan.groups] == [
        (Remark.BUS_OF_MERGED, Standing.TOLD, [3])
    ]
