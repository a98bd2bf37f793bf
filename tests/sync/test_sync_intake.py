"""What several laptops bring at the same time is taken in by one commit, and none is answered before that."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from checkin_app.domain.chain import Known, Stored
from checkin_app.domain.facts import Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject, station_of
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.problems_hub import HubNotReached
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import Answer, Answers, Batch, Offer
from checkin_app.services.merging import Merging
from checkin_app.sync.intake import Intake
from tests.processes import started


def fact(name: str, body: bytes = b"{}") -> Fact:
    log_id = LogId("a" * 32)
    return Fact(
        log_id, 1, FactId(name), Hlc(1), Instant(1), 0, "scan.made", 1, "", Subject("x"), body, bytes(32), bytes(64)
    )


class Disk:
    """What takes in, one commit at a time, as slowly as a test lets it."""

    def __init__(self) -> None:
        self.commits: list[list[str]] = []
        self.may_end = asyncio.Event()
        self.spoilt = ""
        self.trouble: Exception | None = None

    async def take(self, batch: Batch) -> Sequence[Answer]:
        names = [each.fact_id for each in batch.facts]
        if self.spoilt in names:
            raise AssertionError("a fault of ours")
        if self.trouble:
            raise self.trouble
        self.commits.append(names)
        await self.may_end.wait()
        return tuple(Known() if name.startswith("known") else Stored() for name in names)


async def brought(intake: Intake, *batches: Batch) -> list[asyncio.Task[Sequence[Answer]]]:
    tasks = [asyncio.create_task(intake.take(each)) for each in batches]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


def lived(story: Callable[[Intake, Disk], Awaitable[None]]) -> None:
    async def whole() -> None:
        disk = Disk()
        await asyncio.wait_for(story(Intake(disk.take), disk), 10)

    asyncio.run(whole())


def one(name: str) -> Batch:
    return Batch((fact(name),))


def test_what_comes_while_one_commit_is_under_way_goes_into_the_next_and_each_hears_of_its_own() -> None:
    async def story(intake: Intake, disk: Disk) -> None:
        first = await brought(intake, one("1"))
        later = await brought(intake, one("2"), Batch((fact("known 3"), fact("4"))), Batch(), one("5"))
        assert disk.commits == [["1"]]
        assert not any(each.done() for each in (*first, *later)), "nobody is answered before the commit"
        disk.may_end.set()
        assert await asyncio.gather(*first, *later) == [
            (Stored(),), (Stored(),), (Known(), Stored()), (), (Stored(),)
        ]  # fmt: skip
        assert disk.commits == [["1"], ["2", "known 3", "4", "5"]]

    lived(story)


def test_a_long_upload_goes_by_itself_and_keeps_no_scan_waiting() -> None:
    async def story(intake: Intake, disk: Disk) -> None:
        long = Batch(tuple(fact(f"long {number}") for number in range(200)))
        large = Batch((fact("large", b"x" * 100_000),))
        tasks = await brought(intake, long, large, one("1"))
        assert [len(each) for each in disk.commits] == [200, 1, 1], "all three are under way"
        disk.may_end.set()
        assert [len(each) for each in await asyncio.gather(*tasks)] == [200, 1, 1]

    lived(story)


def test_no_commit_takes_more_than_one_message_holds() -> None:
    async def story(intake: Intake, disk: Disk) -> None:
        disk.may_end.set()
        batches = [Batch(tuple(fact(f"{number} {place}") for place in range(40))) for number in range(60)]
        answers = await asyncio.gather(*map(intake.take, batches))
        assert [len(each) for each in answers] == [40] * 60
        assert max(map(len, disk.commits)) <= 1000
        assert len(disk.commits) == 3

    lived(story)


def test_where_the_store_fails_everybody_whose_facts_it_was_to_take_hears_of_it() -> None:
    async def story(intake: Intake, disk: Disk) -> None:
        disk.trouble = DiskFull(folder="x")
        tasks = await brought(intake, one("1"), one("2"))
        assert all(isinstance(each, DiskFull) for each in await asyncio.gather(*tasks, return_exceptions=True))
        disk.trouble = None
        disk.may_end.set()
        assert await intake.take(one("3")) == (Stored(),)

    lived(story)


def test_whoever_brings_what_is_a_fault_of_ours_to_take_costs_nobody_else_anything() -> None:
    async def story(intake: Intake, disk: Disk) -> None:
        disk.spoilt = "2"
        disk.may_end.set()
        first, second, third = await asyncio.gather(
            *(await brought(intake, one("1"), one("2"), one("3"))), return_exceptions=True
        )
        assert (first, third) == ((Stored(),), (Stored(),))
        assert isinstance(second, AssertionError)

    lived(story)


def test_uploads_of_many_laptops_at_once_are_two_commits_at_most(venue, wait_until, monkeypatch) -> None:
    desks = [venue.joined(f"Desk {number}") for number in range(6)]
    for desk in desks:
        desk.register(f"Guest of {desk.id}")
    taken, take = [], Merging.take
    monkeypatch.setattr(Merging, "take", lambda *given: (taken.append(1), take(*given))[1])
    come, bring = [], Intake.take

    async def brings(intake: Intake, batch: Batch) -> Sequence[Answer]:
        come.append(1)
        return await bring(intake, batch)

    monkeypatch.setattr(Intake, "take", brings)
    with ThreadPoolExecutor(6) as threads:
        with venue.hub_laptop.whole.store.unit():  # it cannot be written to until then
            told = [threads.submit(give, venue, desk) for desk in desks]
            wait_until(lambda: len(come) == 6)
            assert not any(each.done() for each in told), "nobody is answered before the commit"
        assert all(isinstance(answer, Stored | Known) for each in told for answer in each.result(10))
    assert len(venue.hub_laptop.names()) == 6
    assert len(taken) <= 2


#: A hub that says that it has received something, and never comes to commit it.
_STALLS = """
import sys, threading
from pathlib import Path
from checkin_app.bootstrap import station as stations
from checkin_app.domain.invitations import parse_address
from checkin_app.sync.hosting import Host, HostedHub
from db.unit import Unit
folder = Path(sys.argv[1])
whole = stations.opened(folder)
host = Host(folder, whole.station, whole.store.newest, whole.store.keys.database_key)
hub = HostedHub(host, parse_address(sys.argv[2], 0), announce=False)
commit = Unit.commit
def stalls(unit):
    if (folder / "stalls").exists():
        print("received", flush=True)
        threading.Event().wait()
    commit(unit)
Unit.commit = stalls
print("ready", flush=True)
threading.Event().wait()
"""


def test_a_hub_that_is_killed_between_receiving_and_its_commit_has_acknowledged_nothing(venue) -> None:
    one, two = venue.joined("Desk 1"), venue.joined("Desk 2")
    one.register("林若溪")
    two.register("Ana Sol")
    venue.hub.close()
    command = [sys.executable, "-c", _STALLS, str(venue.hub_laptop.folder), str(venue.hub.address)]
    with started(command, stdout=subprocess.PIPE) as hub:
        assert hub.stdout.readline() == "ready\n"
        with ThreadPoolExecutor(1) as threads:
            assert all(isinstance(each, Stored | Known) for each in threads.submit(give, venue, one).result(10))
            (venue.hub_laptop.folder / "stalls").touch()
            second = threads.submit(give, venue, two)
            assert hub.stdout.readline() == "received\n"
            hub.send_signal(signal.SIGKILL)
            with pytest.raises(HubNotReached):
                second.result(10)
    assert venue.hub_laptop.names() == {"林若溪"}, "what was acknowledged is there, and nothing else was"
    assert two.network().known.status().only_here > 0


def give(venue, laptop) -> Sequence[Answer]:
    """Let the hub take all that a laptop wrote."""
    merging = laptop.station.merging
    own = {log_id: 0 for log_id in merging.vector() if station_of(log_id) == laptop.id}
    facts = tuple(merging.log.following(own, 1000))
    with closing(venue.client(laptop)) as client:
        offer = Offer(Batch(facts, tuple(merging.log.documents_of(facts).values())))
        reply = wire.reply_of(client.say(wire.encoded(offer)))
    assert isinstance(reply, Answers)
    return reply.answers
