"""Every store that a release ever wrote opens in this one, with all that was in it."""

import shutil
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "db"))

import dbkit  # noqa: E402 - found by the line above

from checkin_app.domain.canonical import canonical  # noqa: E402 - as above
from checkin_app.domain.ids import BusCode  # noqa: E402 - as above
from checkin_app.runtime import keys as station_keys  # noqa: E402 - as above
from checkin_app.runtime.keys import StationKeys  # noqa: E402 - as above
from checkin_app.services.merging import bundle_above  # noqa: E402 - as above
from db.store import Store  # noqa: E402 - as above

#: The secrets of the golden stations, which hold fictional people only.
DATABASE_KEY, SEED = bytes(range(32)), bytes(range(32, 64))
STORES = sorted(each.parent.name for each in HERE.glob("*/station.db"))


def test_this_version_has_a_golden_store() -> None:
    assert "v0.1.0" in STORES


@pytest.mark.parametrize("version", STORES)
def test_a_golden_store_opens_and_holds_what_was_put_in(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(station_keys.KEYS_DIR, str(tmp_path / "keys"))
    folder = tmp_path / "station"
    shutil.copytree(HERE / version, folder)
    station_keys.save(f"golden-{version}", StationKeys.of(DATABASE_KEY, SEED))
    store = Store.open(folder, dbkit.around())
    queries = store.queries()
    assert [queries.resolve(f"{number:04d}") for number in range(3)] == [dbkit.delegate(n).id for n in range(3)]
    card = queries.card(dbkit.delegate(1).id)
    assert card is not None
    assert (card.delegate.note, card.badge.current) == ("Speaks with the hands", 2)
    assert [each.decision.reason for each in queries.recent_scans(9)] == ["boarded", "badge_replaced", "admitted"]
    assert queries.manifest(BusCode("1-1"), rehearsal=True).lines[0].aboard
    assert queries.find("person 2")[0].delegate == dbkit.delegate(2).id
    store.check()
    for fact in bundle_above(store.log, {}, 1000).facts:
        assert fact.said is None or canonical(fact.said) == fact.body, fact
    dbkit.register(store, dbkit.delegate(9))
    store.close()
