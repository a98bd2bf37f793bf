"""Whose badge is hardest to set is found among all, in one pass that is cheap however many they are."""

import dbkit
import pytest

from checkin_app.services.ports.people import Hardship
from db import hard_names
from db.store import Store

PEOPLE = {
    "plain": dbkit.delegate(1, name="Ann Lee", latin_name="", delegation="Chad", organisation="Office"),
    "latin": dbkit.delegate(2, name="陈", latin_name="Maximiliana-Konstantina Oberwasserrichter", delegation="Benin"),
    "han": dbkit.delegate(3, name="买买提·阿卜杜拉·热合曼·吐尔逊", latin_name="Mamat", delegation="A" * 30),
    "arabic": dbkit.delegate(4, name="عبد الرحمن بن محمد", latin_name="Abd", organisation="B" * 40),
    "thai": dbkit.delegate(5, name="กมลชนก ศรีสุขเจริญวงศ์พัฒนา", latin_name="", delegation="", organisation=""),
    "stacked": dbkit.delegate(6, name="ผู้ใหญ่ลี้ ที่ตั้ง", latin_name="Li"),
    "rare": dbkit.delegate(7, name="𠮷田", latin_name="Yoshida"),
}


def hardest(store: Store) -> dict[Hardship, str]:
    called = {each.id: key for key, each in PEOPLE.items()}
    return {hardship: called[who] for hardship, who in store.queries().hardest().items()}


def test_each_hardship_is_that_of_whoever_has_it_most(store: Store) -> None:
    assert store.queries().hardest() == {}
    dbkit.register(store, *PEOPLE.values())
    found = hardest(store)
    assert found == {
        Hardship.NAME: "thai",
        Hardship.LATIN: "latin",
        Hardship.HAN: "han",
        Hardship.ARABIC: "arabic",
        Hardship.STACKED: "stacked",
        Hardship.RARE: "rare",
        Hardship.DELEGATION: "han",
        Hardship.ORGANISATION: "arabic",
        Hardship.NO_DELEGATION: "thai",
    }


def test_what_nobody_has_is_no_hardship(store: Store) -> None:
    dbkit.register(store, PEOPLE["plain"])
    assert hardest(store) == dict.fromkeys((Hardship.NAME, Hardship.DELEGATION, Hardship.ORGANISATION), "plain")


@pytest.mark.parametrize("hardship", Hardship)
def test_every_hardship_is_looked_for(hardship: Hardship) -> None:
    assert hardship in hard_names._HARD


def test_all_are_passed_over_once(store: Store) -> None:
    with store.queries().reading() as link:
        plan = link.connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {hard_names._HARDEST.sql}", hard_names._HARDEST.bound({})
        )
        assert [row[3] for row in plan] == ["SCAN delegates"]
