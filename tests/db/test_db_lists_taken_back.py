"""Who is gone with a list that is taken back is nowhere else, and who was let in is not gone."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import dbkit
import pytest
from dbkit import OPENING
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.ids import BusCode, CheckpointId, LogId
from checkin_app.domain.operations import LIST, naming, opening
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.problems_lists import ListInUse
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.importing import Importing
from checkin_app.services.merging import bundle_above
from checkin_app.services.operations import Written, count_due
from checkin_app.services.scanning import How
from db.store import Store

PEOPLE = [dbkit.delegate(number) for number in range(7)]
BUS = BusCode("1-1")


def _take_back(store: Store, log_id: LogId) -> None:
    Importing(store.reading, dbkit.operations(store)).take_back(log_id)


def _seat(store: Store, *people: dbkit.Delegate) -> None:
    for each in people:
        Dispatch(store.unit).assign(each.id, BUS)


def _on_the_list(store: Store) -> list[str]:
    (count,) = store.queries().buses(rehearsal=False)
    lines = store.queries().manifest(BUS, rehearsal=False).lines
    assert count.listed == len(lines)
    return sorted(line.delegate.id for line in lines)


def _once_taken_back(store: Store) -> None:
    _take_back(store, dbkit.take_in(store, *PEOPLE))


def _once_broken_off(store: Store) -> None:
    log = store.new_operation()
    with store.piece() as unit:
        log.write(opening(log.id, "list", len(PEOPLE)))
        for each in PEOPLE:
            log.write(dbkit.registration(log, each))
        unit.append(log, 100)
        unit.commit()


@pytest.mark.parametrize("before", [_once_taken_back, _once_broken_off])
def test_a_list_that_does_not_count_is_no_reason_to_let_guests_go_who_were_let_in(
    store: Store, before: Callable[[Store], None]
) -> None:
    before(store)
    log_id = dbkit.take_in(store, *PEOPLE)
    dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[0].id)], OPENING)
    with pytest.raises(ListInUse):
        _take_back(store, log_id)
    assert store.queries().card(PEOPLE[0].id)


def _in_use(store: Store, log_id: LogId) -> list[str]:
    """Return who is in use: looked up through the whole list, and from the scans, which must say the same."""
    with store.reading() as state:
        found = sorted(state.in_use(log_id))
        assert sorted(state.in_use(log_id, 1)) == found
    return found


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from([OPENING, CheckpointId("bus:1-1")]) | st.none()), max_size=8)
)
@settings(max_examples=8)
def test_in_use_is_who_was_let_in_and_not_undone(steps: list[tuple[int, CheckpointId | None]]) -> None:
    """A step lets somebody in somewhere, or undoes the last that is left."""
    with TemporaryDirectory() as folder, closing(dbkit.new_store(Path(folder) / "a")) as store:
        dbkit.add_bus(store)
        log_id = dbkit.take_in(store, *PEOPLE[:3])
        scanning = dbkit.scanning(store)
        left: list[str] = []
        for number, checkpoint in steps:
            if checkpoint:
                outcome = scanning.enter(PEOPLE[number].id, checkpoint, How.FOUND)
                if outcome.decision.verdict is Verdict.GO:
                    left.append(PEOPLE[number].id)
            elif left:
                scanning.undo()
                left.pop()
        assert _in_use(store, log_id) == sorted(set(left))


def test_a_list_whose_scans_were_all_undone_can_be_taken_back(store: Store) -> None:
    log_id = dbkit.take_in(store, *PEOPLE)
    scanning = dbkit.scanning(store)
    for each in PEOPLE[:2]:
        scanning.enter(each.id, OPENING, How.FOUND)
    scanning.undo()
    with pytest.raises(ListInUse) as refused:
        _take_back(store, log_id)
    assert str(refused.value).count("(1)") == 1, "only the one who is still let in is counted"
    scanning.undo()
    _take_back(store, log_id)
    assert not store.queries().delegate_ids()
    assert [each.undone for each in store.queries().recent_scans(9)] == [True, True]
    store.check()


def test_who_was_let_in_again_after_an_undoing_is_in_use(store: Store) -> None:
    log_id = dbkit.take_in(store, *PEOPLE)
    scanning = dbkit.scanning(store)
    scanning.enter(PEOPLE[0].id, OPENING, How.FOUND)
    scanning.undo()
    assert _in_use(store, log_id) == []
    scanning.enter(PEOPLE[0].id, OPENING, How.FOUND)
    assert _in_use(store, log_id) == [PEOPLE[0].id]


def test_who_was_only_turned_away_was_not_let_in(store: Store) -> None:
    log_id = dbkit.take_in(store, *PEOPLE)
    scanning = dbkit.scanning(store)
    dbkit.add_bus(store)
    asked = scanning.enter(PEOPLE[0].id, CheckpointId("bus:1-1"), How.FOUND)
    assert asked.decision.reason is Reason.NO_BUS
    scanning.answer(asked.fact_id, Answer.SEND_AWAY)
    assert _in_use(store, log_id) == []


def test_guests_whom_another_list_names_as_well_stay(store: Store) -> None:
    dbkit.take_in(store, *PEOPLE[:1])
    log_id = dbkit.take_in(store, *PEOPLE)
    dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[0].id)], OPENING)
    _take_back(store, log_id)
    assert store.queries().delegate_ids() == [PEOPLE[0].id]


def test_whoever_is_gone_with_a_list_is_on_no_buss_list(store: Store) -> None:
    dbkit.add_bus(store)
    dbkit.register(store, PEOPLE[0])
    log_id = dbkit.take_in(store, *PEOPLE)
    _seat(store, *PEOPLE)
    _take_back(store, log_id)
    assert _on_the_list(store) == [PEOPLE[0].id]
    assert store.queries().conflicts() == []
    store.check()


def test_whom_another_laptop_put_on_a_bus_meanwhile_is_on_no_list_once_they_meet(tmp_path: Path) -> None:
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    dbkit.add_bus(one)
    log_id = dbkit.take_in(one, *PEOPLE)
    dbkit.exchange([one, other])
    _seat(other, *PEOPLE)
    _take_back(one, log_id)
    dbkit.exchange([one, other])
    for store in (one, other):
        assert _on_the_list(store) == []
        assert store.queries().conflicts() == []
        store.check()
        store.close()


def test_who_is_not_known_yet_stays_on_the_list_of_a_bus(tmp_path: Path) -> None:
    """The list that names them is on its way."""
    one, other = dbkit.new_store(tmp_path / "one"), dbkit.new_store(tmp_path / "other", "Desk B")
    dbkit.add_bus(one)
    log_id = dbkit.take_in(one, *PEOPLE)
    _seat(one, *PEOPLE)
    bundle = bundle_above(one.log, {}, 10_000)
    facts = tuple(each for each in bundle.facts if each.log_id != log_id or each.seq < 5)
    admitted = {one.keys.station: one.keys.public_key}
    dbkit.merging(other).take(type(bundle)(facts, bundle.documents), admitted)
    count_due(other.piece)
    assert _on_the_list(other) == sorted(each.id for each in PEOPLE)
    for store in (one, other):
        store.close()


def _said_of_lists(store: Store) -> list[object]:
    with store.reading() as state:
        return [each.get("said") for each in state.list_documents(9).values()]


def test_what_was_said_of_a_list_counts_from_its_end_until_it_is_taken_back(store: Store) -> None:
    operations = dbkit.operations(store)

    def written(number: int) -> Written:
        some = [PEOPLE[number]]
        drafts = lambda log: (dbkit.registration(log, each) for each in some)  # noqa: E731 - the verb's form
        return Written(LIST, 1, drafts, 0, (), bool, "list.csv", {"said": number})

    first, second = (operations.carry_out(written(number))[0] for number in (0, 1))
    assert _said_of_lists(store) == [1, 0]
    log = store.new_operation()
    with store.piece() as unit:
        document = log.keep(naming("open.csv", {"said": 2}))
        log.write(opening(log.id, LIST, 1, document))
        unit.append(log, 9)
        unit.commit()
    assert _said_of_lists(store) == [1, 0], "a list that is not closed says nothing yet"
    count_due(store.piece)
    _take_back(store, second)
    assert _said_of_lists(store) == [0]
    _take_back(store, first)
    assert _said_of_lists(store) == []


def test_who_was_mended_by_hand_is_gone_with_the_list_all_the_same_and_whole_when_it_comes_again(store: Store) -> None:
    log_id = dbkit.take_in(store, *PEOPLE)
    dbkit.amend(store, PEOPLE[0].id, name="Another Name")
    dbkit.amend(store, PEOPLE[1].id, category="press")
    _take_back(store, log_id)
    assert not store.queries().delegate_ids()
    store.check()
    dbkit.take_in(store, *PEOPLE)
    with store.reading() as state:
        again = state.delegate(PEOPLE[0].id)
    assert again
    assert again.badge_no == PEOPLE[0].badge_no
    store.check()
