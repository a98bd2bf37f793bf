"""What a scan reads of whoever comes is ready before they come, and nobody waits for that."""

from itertools import islice
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.problems import StorageProblem, StoreCorrupt
from db.projections.person import person
from db.store import DATABASE, Store

PEOPLE = [dbkit.delegate(number) for number in range(1200)]


def _to_the_end(store: Store) -> int:
    return 1 + sum(1 for _ in iter(store.read_ahead, False))


def _reopened(folder: Path) -> Store:
    """Return a store of which SQLite's log is empty and no page was read."""
    store = dbkit.new_store(folder)
    dbkit.register(store, *PEOPLE)
    dbkit.scanning(store).scan((dbkit.code_of(store, PEOPLE[7].id),), OPENING)
    store.close()
    return Store.open(folder, dbkit.around())


def _make_unreadable(store: Store) -> None:
    file = store.folder / DATABASE
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(bytes(file.stat().st_size - 4096))


def test_everybody_is_known_without_another_look_into_the_file(folder: Path) -> None:
    store = _reopened(folder)
    _to_the_end(store)
    _make_unreadable(store)
    with store._writer.plain() as link:
        assert all(person(link, each.id)[0] == each for each in PEOPLE)
        assert person(link, PEOPLE[7].id)[2].presences[0].checkpoint == OPENING
    store.close()


_ENTERED = "SELECT count(*) FROM facts WHERE aspect = 'movement' AND subject = 'delegate:{}'"


def test_where_a_movement_is_entered_is_ready_too(folder: Path) -> None:
    store = _reopened(folder)
    _to_the_end(store)
    _make_unreadable(store)
    with store._writer.plain() as link:
        assert [link.script(_ENTERED.format(PEOPLE[place].id)) for place in (7, 8)] == [[(1,)], [(0,)]]
    store.close()


def test_what_was_not_read_ahead_is_read_from_the_file(folder: Path) -> None:
    """What the test before this one rests on."""
    store = _reopened(folder)
    _make_unreadable(store)
    with pytest.raises(StoreCorrupt), store._writer.plain() as link:
        person(link, PEOPLE[-1].id)
    store.close()


def test_it_goes_on_piece_by_piece_and_ends(folder: Path) -> None:
    store = _reopened(folder)
    # Of 1 200 people two stretches and the end, of their keys the same, of where they were seen one and the end, of badges, rides and what was said of them the end,
    # of movements one and the end.
    assert _to_the_end(store) == 3 + 3 + 2 + 1 + 1 + 1 + 2
    assert not store.read_ahead()
    store.close()


def test_it_begins_again_once_another_process_wrote(folder: Path) -> None:
    store = _reopened(folder)
    whole = _to_the_end(store)
    dbkit.register(store, dbkit.delegate(5000))
    assert not store.read_ahead()  # its own pages it keeps
    other = Store.open(folder, dbkit.around())
    dbkit.register(other, dbkit.delegate(5001))
    assert _to_the_end(store) == whole
    other.close()
    store.close()


def test_it_waits_for_nobody_and_goes_on_later(folder: Path) -> None:
    store = _reopened(folder)
    assert list(islice(iter(store.read_ahead, None), 2)) == [True, True]
    with store.unit():
        assert not store.read_ahead()
    assert store.read_ahead()
    store.close()


def test_nothing_is_read_ahead_of_a_store_that_was_closed(store: Store) -> None:
    store.close()
    with pytest.raises(StorageProblem):
        store.read_ahead()
