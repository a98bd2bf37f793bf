"""A hub that shares a PostgreSQL with others of its processes, put together."""

import contextlib
from collections.abc import Iterator

from checkin_app.bootstrap.station import Opened
from checkin_app.services.opened import OpenedStation
from checkin_app.sync.sharing import Sharing
from db.hub.bell import Bell
from db.hub.database import Database
from db.hub.hub_log import HubLog

#: Seconds for which a request waits for a database that is away: a laptop asks again by itself.
_PATIENCE = 5.0


@contextlib.contextmanager
def sharing(whole: Opened, url: str) -> Iterator[OpenedStation]:
    """Yield the station as laptops are answered from the database, which its store follows until the block ends.

    What is written there is sealed with a key that follows from the store's own: whoever has a copy of the folder and
    its key is another process of the same hub.

    Raises:
        StorageProblem: the database cannot be used.
    """
    forum, key = whole.station.forum.id, whole.store.keys.database_key
    with contextlib.ExitStack() as ends:
        database = Database(url, patience=_PATIENCE)
        ends.callback(database.close)
        bells: list[Bell] = []
        shared = HubLog(database, forum, key, whole.station.clock, lambda: _ring(bells, follower))
        follower = Sharing(whole.station, whole.store.newest.newest_arrival, shared)
        follower.start()
        ends.callback(follower.close)
        bells.append(Bell(database, forum, follower.follow))
        ends.callback(bells[0].close)
        yield follower.station


def _ring(bells: list[Bell], follower: Sharing) -> None:
    for each in bells:
        each.ring()
    follower.follow()
