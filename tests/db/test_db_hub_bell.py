"""The bell between a hub's processes: heard by the others, seldom rung, and never relied upon."""

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
import sqlalchemy as sa
from takerkit import new_forum

from checkin_app.domain.ids import ForumId
from db.hub.bell import Bell
from db.hub.database import Database

SOON = 30.0


class Ear:
    """Counts what was heard, and lets a test wait for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.heard = 0

    def __call__(self) -> None:
        with self._changed:
            self.heard += 1
            self._changed.notify_all()

    def next_after(self, count: int) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self.heard > count, SOON)


@pytest.fixture
def forum() -> Iterator[ForumId]:
    return new_forum()


def test_what_one_process_stores_the_others_hear_of(hub_database: Database, forum: ForumId) -> None:
    ear = Ear()
    with closing(Bell(hub_database, forum, lambda: None)) as one, closing(Bell(hub_database, forum, ear)):
        assert ear.next_after(0), "as it begins, it looks"
        for _ in range(3):
            before = ear.heard
            one.ring()
            assert ear.next_after(before)


def test_what_another_forum_stores_is_not_heard_and_a_hundred_rings_are_few(
    hub_database: Database, forum: ForumId
) -> None:
    with hub_database.engine.connect() as link:
        other, mine = Ear(), Ear()
        with (
            closing(Bell(hub_database, new_forum(), other)),
            closing(Bell(hub_database, forum, mine)) as one,
            closing(Bell(hub_database, forum, lambda: None)) as two,
        ):
            assert other.next_after(0)
            assert mine.next_after(0)
            del one
            before = other.heard, mine.heard
            for _ in range(100):
                two.ring()
            assert mine.next_after(before[1])
            assert mine.heard - before[1] < 50
            assert other.heard - before[0] < 3, "only as it looks by itself"
        link.rollback()


def test_a_bell_whose_connection_breaks_is_heard_again(hub_database: Database, forum: ForumId) -> None:
    ear = Ear()
    broken = sa.text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
    )
    with closing(Bell(hub_database, forum, lambda: None)) as one, closing(Bell(hub_database, forum, ear)):
        assert ear.next_after(0)
        before = ear.heard
        hub_database.run(lambda link: link.execute(broken).all())
        assert ear.next_after(before), "what was missed meanwhile is looked for"
        before = ear.heard
        one.ring()
        assert ear.next_after(before)
