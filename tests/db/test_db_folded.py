"""What a laptop holds and comes to is told in one line: the same where the same facts are, with what has not come."""

from contextlib import closing
from pathlib import Path

import dbkit
from test_db_hostile import Stranger

from checkin_app.domain.ids import delegate_subject
from checkin_app.services.merging import Bundle
from checkin_app.services.ports.upkeep import Gap
from db.store import Store

PEOPLE = [dbkit.delegate(number) for number in range(4)]
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening"}


def test_two_laptops_that_hold_the_same_facts_come_to_the_same_whatever_came_first(tmp_path: Path) -> None:
    stores = [dbkit.new_store(tmp_path / name, name) for name in ("one", "other")]
    for store, some in zip(stores, (PEOPLE[:2], PEOPLE[2:]), strict=True):
        dbkit.register(store, *some)
        dbkit.scanning(store).scan([dbkit.code_of(store, some[0].id)], dbkit.OPENING)
    apart = [store.queries().folded() for store in stores]
    assert apart[0].fold_hash != apart[1].fold_hash
    dbkit.exchange(stores)
    one, other = (store.queries().folded() for store in stores)
    assert one == other
    assert one.facts == sum(each.facts for each in apart)
    with closing(stores[0]):
        dbkit.amend(stores[0], PEOPLE[0].id, name="Another")
        assert stores[0].queries().folded().fold_hash != other.fold_hash
    stores[1].close()


def test_what_has_not_come_is_told_with_its_places_until_it_has(store: Store) -> None:
    stranger = Stranger()
    log = [*stranger.facts, *(stranger.fact("scan.decided", delegate_subject(PEOPLE[0].id), _GO) for _ in range(5))]
    merging, admitted = dbkit.merging(store), {stranger.keys.station: stranger.keys.public_key}

    def offer(*places: int) -> tuple[Gap, ...]:
        merging.take(Bundle(tuple(log[place - 1] for place in places), {}), admitted)
        return store.queries().folded().gaps

    station, log_id = stranger.keys.station, log[0].log_id
    assert offer(5, 6) == (Gap(station, "", log_id, 1, 4),)
    assert offer(1, 2) == (Gap(station, "X", log_id, 3, 4),)
    assert offer(3, 4) == (Gap(station, "X", log_id, 5, 5),)
    assert offer(5, 6) == ()


def test_how_far_every_log_is_stays_right_as_facts_come_in_any_way(tmp_path: Path) -> None:
    one, other = (dbkit.new_store(tmp_path / name, name) for name in ("one", "other"))
    for store in (one, other):
        assert dict(store.log.vector()) == _heads(store)
    for number, person in enumerate(PEOPLE):
        dbkit.register((one, other)[number % 2], person)
        dbkit.exchange([one, other], rounds=1)
        for store in (one, other):
            assert dict(store.log.vector()) == _heads(store)
        assert one.log.vector().root == other.log.vector().root
    one.close()
    with closing(Store.open(tmp_path / "one", dbkit.around())) as again:
        assert again.log.vector().root == other.log.vector().root
    assert other.log.vector() is other.log.vector(), "where nothing has come, nothing is read again"
    other.close()


def _heads(store: Store) -> dict[str, int]:
    with store._writer.plain() as link:
        return dict(link.script("SELECT log_id, max(seq) FROM facts GROUP BY log_id"))
