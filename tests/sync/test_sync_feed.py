"""The feed serves those who take part, as long as they do, and outlives whatever its store comes to."""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable

import pytest
from msgspec.structs import replace

from checkin_app.domain.canonical import canonical, digest_of
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, StationId, Subject
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.sync.messages import Batch
from checkin_app.domain.sync.wire import batch_of
from checkin_app.sync import feed as feeds
from checkin_app.sync.application import HubApplication
from checkin_app.sync.feed import Feed, Listener

DESK, THIEF = StationId("d" * 16), StationId("e" * 16)


def fact(kind: str = "scan.made", station: str = "a" * 16) -> Fact:
    return Fact(
        LogId(station + "0" * 16), 1, FactId("1"), Hlc(1), Instant(1), 0, kind, 1, "", Subject("x"), b"{}", bytes(32),
        bytes(64),
    )  # fmt: skip


class Log:
    """What a feed reads, and who takes part."""

    def __init__(self) -> None:
        self.stored: list[Fact] = []
        self.shut_out: set[StationId] = set()
        self.trouble: Exception | None = None
        self.documents: tuple[bytes, ...] = ()

    async def newest(self) -> int:
        await asyncio.sleep(0)
        return len(self.stored)

    async def after(self, place: int) -> tuple[int, Batch]:
        if self.trouble:
            trouble, self.trouble = self.trouble, None
            raise trouble
        return len(self.stored), Batch(tuple(self.stored[place:]), self.documents)

    async def takes_part(self, station: StationId) -> bool:
        return station not in self.shut_out


def lived(story: Callable[[Feed, Log], Awaitable[None]]) -> None:
    """Let a story happen beside a feed that runs."""

    async def whole() -> None:
        log = Log()
        feed = Feed(log.newest, log.after, log.takes_part)
        running = asyncio.create_task(feed.run())
        try:
            await asyncio.wait_for(story(feed, log), 10)
        finally:
            feed.end()
            await running

    asyncio.run(whole())


def store(feed: Feed, log: Log, *facts: Fact) -> None:
    log.stored += facts
    feed.ring()


def test_who_is_shut_out_hears_nothing_more_however_busy_the_hub_is() -> None:
    async def story(feed: Feed, log: Log) -> None:
        desk, thief = await feed.listen(DESK), await feed.listen(THIEF)
        store(feed, log, fact())
        assert await desk.queue.get() and await thief.queue.get()
        log.shut_out.add(THIEF)
        store(feed, log, fact("station.revoked"))
        assert await desk.queue.get()
        assert await thief.queue.get() is None
        assert not feed.has(thief)

    lived(story)


@pytest.mark.parametrize("times", [1, 2])
def test_a_feed_whose_store_fails_lets_everybody_ask_anew_and_goes_on(times: int) -> None:
    async def story(feed: Feed, log: Log) -> None:
        for _ in range(times):
            desk = await feed.listen(DESK)
            log.trouble = DiskFull(folder="store")
            feed.ring()
            assert await desk.queue.get() is None
        again = await feed.listen(DESK)
        store(feed, log, fact())
        assert await again.queue.get()

    lived(story)


def test_two_who_come_at_once_both_hear_all_that_is_stored_from_then_on() -> None:
    async def story(feed: Feed, log: Log) -> None:
        first = asyncio.create_task(feed.listen(DESK))
        await asyncio.sleep(0)
        slow = asyncio.Event()

        async def newest() -> int:
            await slow.wait()
            return len(log.stored)

        feed._newest = newest
        second = asyncio.create_task(feed.listen(THIEF))
        listener = await first
        log.stored.append(fact())
        slow.set()
        await second
        feed.ring()
        assert await listener.queue.get()

    lived(story)


def test_one_station_holds_no_more_than_a_few_streams() -> None:
    async def story(feed: Feed, log: Log) -> None:
        some: list[Listener] = [await feed.listen(THIEF) for _ in range(50)]
        assert feed.listening <= 4
        assert feed.has(some[-1]), "the newest stays"
        assert await some[0].queue.get() is None

    lived(story)


def test_a_station_keeps_every_stream_that_it_may_have() -> None:
    async def story(feed: Feed, _log: Log) -> None:
        listeners = [await feed.listen(DESK) for _ in range(feeds._MOST_OF_ONE)]
        assert all(feed.has(each) for each in listeners)

    lived(story)


def test_a_fact_is_encoded_once_for_all_who_listen_and_nobody_hears_what_they_wrote(monkeypatch) -> None:
    encoded, encode = [], feeds.encoded
    monkeypatch.setattr(feeds, "encoded", lambda batch: (encoded.append(batch), encode(batch))[1])
    writers = [StationId(f"{number:016x}") for number in range(3)]

    async def story(feed: Feed, log: Log) -> None:
        listeners = [await feed.listen(each) for each in (*writers, DESK, THIEF)]
        store(feed, log, *[fact(station=each) for each in (*writers, *writers)])
        heard = [_stations_in(await each.queue.get()) for each in listeners]
        assert heard == [*({*writers} - {each} for each in writers), {*writers}, {*writers}]
        assert sum(len(each.facts) for each in encoded) == 6

    lived(story)


def _stations_in(message: bytes) -> set[str]:
    events = [line[6:] for line in message.splitlines() if line.startswith(b"data: ")]
    assert message.endswith(b"\n\n: \n\n"), "antivirus programs hold what they see of a stream until more comes"
    return {each.log_id[:16] for event in events for each in batch_of(b64decode(event)).facts}


def test_documents_go_with_the_facts_that_name_them() -> None:
    whose, others = b"of the one", b"of the other"

    def naming(document: bytes, station: str) -> Fact:
        return replace(fact(station=station), body=canonical({"document": digest_of(document)}))

    async def story(feed: Feed, log: Log) -> None:
        log.documents = (whose, others)
        desk, one = await feed.listen(DESK), await feed.listen(StationId("a" * 16))
        store(feed, log, naming(whose, "a" * 16), naming(others, "b" * 16))
        for listener, documents in ((desk, {whose, others}), (one, {others})):
            lines = [line for line in (await listener.queue.get()).splitlines() if line.startswith(b"data: ")]
            assert {each for line in lines for each in batch_of(b64decode(line[6:])).documents} == documents

    lived(story)


def test_two_requests_of_one_laptop_that_wait_for_news_at_once_wait_by_one_listener() -> None:
    async def story(feed: Feed, _log: Log) -> None:
        hub = object.__new__(HubApplication)  # no more of it than waits
        hub.feed, hub._waiting, hub._beginning = feed, {}, asyncio.Lock()
        one, other = await asyncio.gather(hub._waiting_one(DESK, "a"), hub._waiting_one(DESK, "a"))
        assert one is other
        assert feed.listening == 1

    lived(story)
