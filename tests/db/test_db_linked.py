"""A folder that is a link is a station; a database that is one is not, since what belongs to it lies elsewhere."""

from collections.abc import Callable
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING

from checkin_app.domain.problems_store import StoreLinked
from checkin_app.runtime import keys
from db import restoring
from db.store import DATABASE, Store

PEOPLE = [dbkit.delegate(number) for number in range(3)]
PHRASE = "correct horse battery staple"
USES: dict[str, Callable[[Path], object]] = {
    "open": lambda folder: Store.open(folder, dbkit.around()),
    "unlock": lambda folder: Store.unlock(folder, PHRASE, dbkit.around()),
    "restore": lambda folder: Store.restore(folder, dbkit.around()),
    "read what is damaged": lambda folder: restoring.damaged(folder, dbkit.parse_forum).__enter__(),
}


def _link(link: Path, to: Path, *, folder: bool = False) -> None:
    try:
        link.symlink_to(to, target_is_directory=folder)
    except OSError:
        pytest.skip("this user may make no links")


def _closed(folder: Path) -> None:
    store = dbkit.new_store(folder)
    dbkit.register(store, *PEOPLE)
    store.backup()
    store.close()
    keys.write_recovery(folder, store.keys, PHRASE)


def _all_of(folder: Path) -> dict[str, bytes | str]:
    """Return what is in a folder: of a link where it leads."""
    return {
        str(each.relative_to(folder)): str(each.readlink()) if each.is_symlink() else each.read_bytes()
        for each in folder.rglob("*")
        if each.is_symlink() or each.is_file()
    }


@pytest.mark.parametrize("leads", ["to the database", "nowhere"])
@pytest.mark.parametrize("use", USES)
def test_a_database_that_is_only_a_link_is_refused_and_nothing_is_changed(folder: Path, use: str, leads: str) -> None:
    _closed(folder)
    elsewhere = folder.with_name("elsewhere.db")
    (folder / DATABASE).rename(elsewhere)
    _link(folder / DATABASE, elsewhere)
    if leads == "nowhere":
        elsewhere.rename(folder.with_name("taken-away.db"))
    before = _all_of(folder.parent)
    with pytest.raises(StoreLinked, match=r"is only a link to a file elsewhere\. .* link the whole folder"):
        USES[use](folder)
    assert _all_of(folder.parent) == before


def test_no_station_is_started_where_a_link_leads_to_a_disk_that_is_not_there(folder: Path) -> None:
    folder.mkdir()
    _link(folder / DATABASE, folder.with_name("elsewhere.db"))
    before = _all_of(folder.parent)
    with pytest.raises(StoreLinked):
        dbkit.new_store(folder)
    assert _all_of(folder.parent) == before


def test_a_folder_that_is_a_link_is_a_station_like_any_other(folder: Path) -> None:
    _closed(folder)
    link = folder.with_name("link")
    _link(link, folder, folder=True)
    store = Store.open(link, dbkit.around())
    code = dbkit.code_of(store, PEOPLE[0].id)
    assert dbkit.scanning(store).scan([code], OPENING).decision.reason == "admitted"
    assert store.check()
    store.backup()
    store.close()
