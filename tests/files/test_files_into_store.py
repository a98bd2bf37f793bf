"""A list from its file into the real store: the same on every laptop, and nothing the second time."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from checkin_app.domain.changes import Changed
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.plan import Plan
from checkin_app.domain.lists.values import TextChecks
from checkin_app.domain.names.pinyin import PinyinTable
from checkin_app.domain.operations import ListState
from checkin_app.domain.problems_lists import ListOutdated, ListStopped, NoListTaken
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.phones import phone_reader
from checkin_app.files.tables import read_tables
from checkin_app.services import operations
from checkin_app.services.importing import Importing, ImportResult
from checkin_app.services.merging import Merging, bundle_above
from checkin_app.services.operations import Operations
from checkin_app.services.people import People
from db.log.stamps import now
from db.store import Store, StoreDependencies

HEADER = "报名编号,姓名,英文名,代表团,职务,嘉宾类别,手机,参观线路\n"
PEOPLE = "".join(
    f"R{number},李{chr(0x4E00 + number)},Li {number},北岭{number % 5},处长,{'M' if number % 3 else ''},"
    f"1380013{number:04d},线路{number % 4 + 1}\n"
    for number in range(120)
)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[list[Store]]:
    around = StoreDependencies(lambda text: parse_forum(text, "forum.toml"), lambda: PinyinTable({}, {}), now)
    with ExitStack() as stack:
        opened = [Store.create(tmp_path / name, forum_bytes("gstf-2024"), name, around) for name in ("east", "west")]
        for each in opened:
            stack.callback(each.close)
        yield opened


def importing(store: Store) -> Importing:
    return Importing(store.reading, Operations(store.reading, store.piece, store.new_operation, store.operating))


def planned(store: Store, path: Path) -> Plan:
    return importing(store).preview(read_tables(path).sheet(), checks=TextChecks(phone_reader("CN")))


def take(store: Store, path: Path, text: str, encoding: str = "gb18030") -> ImportResult:
    path.write_bytes(text.encode(encoding))
    return importing(store).apply(planned(store, path))


def facts(store: Store) -> int:
    return store.queries().health().facts


def test_a_list_goes_in_once_and_an_amended_one_by_its_differences(stores: list[Store], tmp_path: Path) -> None:
    store, path = stores[0], tmp_path / "名单.csv"
    assert take(store, path, HEADER + PEOPLE).registered == 120
    before = facts(store)
    assert take(store, path, HEADER + PEOPLE, "utf-16").registered == 0
    assert facts(store) == before
    later = HEADER + PEOPLE.replace("R7,李万,Li 7,北岭2,处长", "R7,李万,Li 7,北岭2,局长") + "R500,王海,,南湾,,,,\n"
    result = take(store, path, later)
    assert (result.registered, result.amended, facts(store) - before) == (1, 1, 1 + 2 + 1)
    with store.unit() as unit:
        known = unit.delegate_by_alias("R7")
        assert known is not None
        person = unit.delegate(known)
    assert person is not None
    assert (person.title, person.badge_no, person.phone, person.route) == ("局长", "0008", "+8613800130007", "4")
    store.check()


def test_two_laptops_that_take_the_same_list_apart_know_the_same_people(stores: list[Store], tmp_path: Path) -> None:
    east, west = stores
    take(east, tmp_path / "a.csv", HEADER + PEOPLE)
    take(west, tmp_path / "b.csv", HEADER + PEOPLE, "utf-8")
    admitted = {each.keys.station: each.keys.public_key for each in stores}
    for giver, taker in ((east, west), (west, east)):
        merging = Merging(taker.log, taker.keys)
        merging.take(bundle_above(giver.log, merging.vector(), 10_000), admitted)
    for store in stores:
        assert len(store.queries().delegate_ids()) == 120
        assert not store.queries().conflicts()
        assert take(store, tmp_path / "c.csv", HEADER + PEOPLE).amended == 0


class _Died(Exception):
    """The process is gone from here on."""


def _die(*_args: object, **_how: object) -> None:
    raise _Died


def _cut_short(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, *, closed: bool) -> None:
    """Take a list in with a process that dies once something of it is written, or once it is closed and before it counts."""

    def begun() -> bool:
        return not closed and bool(store.queries().lists_taken())

    with monkeypatch.context() as patch:
        patch.setattr(Operations, "_take_back", _die)
        patch.setattr(operations, "count_due", _die)
        with pytest.raises(_Died):
            importing(store).apply(planned(store, path), stopped=begun)


def test_a_list_cut_short_goes_in_whole_the_next_time_and_nobody_twice(
    stores: list[Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, path = stores[0], tmp_path / "list.csv"
    path.write_bytes((HEADER + PEOPLE).encode())
    _cut_short(store, path, monkeypatch, closed=False)
    assert len(store.queries().delegate_ids()) == 0
    assert [each.state for each in store.queries().lists_taken()] == [ListState.UNFINISHED]
    result = importing(store).apply(planned(store, path))
    assert (result.registered, result.amended) == (120, 0)
    assert len(store.queries().delegate_ids()) == 120
    assert {each.state for each in store.queries().lists_taken()} == {ListState.WHOLE, ListState.TAKEN_BACK}
    assert store.queries().conflicts() == []
    store.check()


def test_a_list_that_was_closed_and_not_counted_counts_before_the_next_is_compared(
    stores: list[Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, path = stores[0], tmp_path / "list.csv"
    path.write_bytes((HEADER + PEOPLE).encode())
    before = planned(store, path)
    _cut_short(store, path, monkeypatch, closed=True)
    with pytest.raises(ListOutdated):
        importing(store).apply(before)
    assert len(store.queries().delegate_ids()) == 120
    again = importing(store).apply(planned(store, path))
    assert (again.registered, again.amended, again.operation) == (0, 0, None)
    assert [each.state for each in store.queries().lists_taken()] == [ListState.WHOLE]
    assert store.queries().conflicts() == []
    store.check()


def test_a_list_that_was_taken_back_goes_in_again(stores: list[Store], tmp_path: Path) -> None:
    store, path = stores[0], tmp_path / "list.csv"
    first = take(store, path, HEADER + PEOPLE)
    assert first.operation
    assert Changed.OPERATIONS in importing(store).take_back(first.operation).changes
    assert len(store.queries().delegate_ids()) == 0
    assert take(store, path, HEADER + PEOPLE).registered == 120
    with pytest.raises(NoListTaken):
        importing(store).take_back(first.operation)
    assert store.queries().conflicts() == []
    store.check()


# ---- a preview that stands


def _moved_whole(store: Store) -> bool:
    """Return whether all of SQLite's log can be moved into the database: nobody holds an older state."""
    with store._writer.plain() as link:
        (busy, _log, _moved), *_ = link.script("PRAGMA wal_checkpoint(TRUNCATE)")
    return busy == 0


def test_nobody_holds_an_older_state_of_the_store_while_a_preview_is_looked_at(
    stores: list[Store], tmp_path: Path
) -> None:
    store, path = stores[0], tmp_path / "list.csv"
    take(store, path, HEADER + PEOPLE)
    path.write_bytes((HEADER + PEOPLE.replace("处长", "局长")).encode())
    plan = planned(store, path)
    assert len(plan.changed) == 120
    with store.reading() as state:  # the proof that this would be noticed
        state.arrival()
        take(stores[0], tmp_path / "meanwhile.csv", HEADER + "R600,王江,,南湾,,,,\n")
        assert not _moved_whole(store)
    take(store, tmp_path / "other.csv", HEADER + "R500,王海,,南湾,,,,\n")
    assert _moved_whole(store)
    with pytest.raises(ListStopped):
        importing(store).preview(read_tables(path).sheet(), stopped=lambda: True)
    assert _moved_whole(store)


def test_whoever_writes_in_the_midst_of_a_preview_waits_for_nothing(stores: list[Store], tmp_path: Path) -> None:
    store, path = stores[0], tmp_path / "list.csv"
    take(store, path, HEADER + PEOPLE)
    path.write_bytes((HEADER + PEOPLE.replace("处长", "局长")).encode())
    people, written = People(store.unit), list[int]()

    def somebody_comes(done: int, _whole: int) -> None:
        if done % 30 == 0:  # while it is read, while it is compared, and while what was set by hand is looked up
            people.register(Delegate(DelegateId(""), f"Ana {len(written)}"))
            written.append(done)

    importing(store).preview(read_tables(path).sheet(), progress=somebody_comes)
    assert len(written) > 4
    assert len(store.queries().delegate_ids()) == 120 + len(written)
    assert _moved_whole(store)
