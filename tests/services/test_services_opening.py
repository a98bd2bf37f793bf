"""What a process left unfinished is finished at the opening where that can be; it never keeps anybody out."""

from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.domain.operations import opening
from checkin_app.domain.problems import DiskFull, StorageProblem, StoreBusy, StoreNotWritable
from db.store import Store


def _leave_a_list_unfinished(folder: Path) -> None:
    stations.new_station(folder, "gstf-2024", "desk", "")
    store = Store.open(folder, stations.store_dependencies())
    log = store.new_operation()
    with store.piece() as unit:
        log.write(opening(log.id, "list", 3))
        unit.append(log, 1)
        unit.commit()
    store.close()


@pytest.mark.parametrize("problem", [DiskFull, StoreBusy, StoreNotWritable])
@pytest.mark.parametrize("met_by", ["piece", "operating"])
def test_a_list_that_cannot_be_settled_now_keeps_nobody_from_what_was_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: type[StorageProblem], met_by: str
) -> None:
    """An import fills the disk, and the application ends: it must open again on the full disk."""
    folder = tmp_path / "desk"
    _leave_a_list_unfinished(folder)

    def refuse(_store: Store) -> object:
        raise problem(folder="here")

    with monkeypatch.context() as patch:
        patch.setattr(Store, met_by, refuse)
        with stations.open_station(folder) as station:
            assert station.queries.health().facts
    with stations.open_station(folder) as station, station.operations.reading() as state:
        assert state.unfinished() == []
