"""What stations did apart that leaves a number or a code standing for two people."""

from collections.abc import Iterator
from pathlib import Path

import dbkit
import pytest
from msgspec import structs

from checkin_app.domain.contradictions import Conflict, ConflictKind
from db.store import Store

HERE, THERE = dbkit.delegate(1), dbkit.delegate(2)


@pytest.fixture
def apart(store: Store, tmp_path: Path) -> Iterator[list[Store]]:
    other = dbkit.new_store(tmp_path / "other", "Desk B")
    yield [store, other]
    other.close()


def _of(store: Store, kind: ConflictKind) -> list[Conflict]:
    return [each for each in store.queries().conflicts() if each.kind is kind]


@pytest.mark.parametrize(
    ("kind", "shared", "name"),
    [
        (ConflictKind.ONE_NUMBER, {"badge_no": "0412"}, "0412"),
        (ConflictKind.ONE_CODE, {"aliases": ("ticket-9",)}, "ticket-9"),
    ],
)
def test_what_names_two_people_is_listed_on_both_laptops_until_one_is_given_another(
    apart: list[Store], kind: ConflictKind, shared: dict[str, object], name: str
) -> None:
    people = [structs.replace(each, **shared) for each in (HERE, THERE)]
    for store, person in zip(apart, people, strict=True):
        dbkit.register(store, person)
        assert _of(store, kind) == []
    dbkit.exchange(apart)
    for store in apart:
        (conflict,) = _of(store, kind)
        assert conflict.subject == name
        assert {claim["value"] for claim in conflict.claims} == {HERE.id, THERE.id}
        assert len({claim["station"] for claim in conflict.claims}) == 2
        assert store.queries().resolve(name) is None
    dbkit.amend(apart[0], THERE.id, badge_no="0413", aliases=[])
    assert _of(apart[0], kind) == []


def test_people_without_a_number_share_none(store: Store) -> None:
    dbkit.register(store, *(structs.replace(each, badge_no="", aliases=()) for each in (HERE, THERE)))
    assert store.queries().conflicts() == []
