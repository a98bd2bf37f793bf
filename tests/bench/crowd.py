"""Stations that are nothing but a key, a log and two connections: dozens of them share one light process and one core."""

import asyncio
import base64
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from checkin_app.domain.facts import Fact, FactDraft
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import CheckpointId, DelegateId, delegate_subject
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import Answers, Batch, Offer
from checkin_app.runtime.keys import StationKeys
from checkin_app.sync.pinned import pinned_context
from checkin_app.sync.signed import Asked, signed
from db.log.own_log import OwnLog
from db.log.stamps import Stamp, new_fact_id, now

#: Requests are sent and read by hand: a client's library would cost this process more than the hub spends on them.
_HEAD = "{method} {target} HTTP/1.1\r\nhost: hub\r\n{headers}content-length: {length}\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Hub:
    """Where the hub is."""

    port: int
    pin: bytes


@dataclass(slots=True)
class Seen:
    """When facts were written, and how long it took until others had them."""

    written: dict[str, float] = field(default_factory=dict)
    delays: list[float] = field(default_factory=list)
    acknowledged: list[float] = field(default_factory=list)
    refused: int = 0


class Walker:
    """One light station."""

    def __init__(self, seed: bytes, people: Sequence[DelegateId], hub: Hub, seen: Seen) -> None:
        self.keys = StationKeys.of(bytes(32), seed)
        self._hub, self._seen, self._people = hub, seen, people
        self._log = OwnLog(self.keys.station, self.keys.sign)
        self._turn = 0

    async def listen(self) -> None:
        """Take what comes down the stream until this is cancelled."""
        reader, writer = await self._connected()
        try:
            writer.write(self._request("GET", "/v1/stream", b""))
            while line := await reader.readline():
                if line.startswith(b"data: "):
                    came = time.monotonic()
                    for name in _names_in(line):
                        if name in self._seen.written:
                            self._seen.delays.append(came - self._seen.written[name])
        finally:
            writer.close()

    async def scan(self, first: float, every: float, count: int) -> None:
        """Write a fact every so often and give it to the hub at once."""
        reader, writer = await self._connected()
        begun = time.monotonic()
        try:
            for number in range(count):
                await asyncio.sleep(max(0.0, begun + first + every * number - time.monotonic()))
                fact = self._fact()
                self._seen.written[fact.fact_id] = at = time.monotonic()
                writer.write(self._request("POST", "/v1/exchange", wire.encoded(Offer(Batch((fact,))))))
                if await _is_stored(reader):
                    self._seen.acknowledged.append(time.monotonic() - at)
                else:
                    self._seen.refused += 1
        finally:
            writer.close()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        context = pinned_context(self._hub.pin)
        return await asyncio.open_connection("127.0.0.1", self._hub.port, ssl=context, limit=1 << 24)

    def _request(self, method: str, target: str, body: bytes) -> bytes:
        headers = signed(Asked(method, target, body), self._hub.pin, self.keys, now())
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return _HEAD.format(method=method, target=target, headers=lines, length=len(body)).encode() + body

    def _fact(self) -> Fact:
        whom = self._people[self._turn % len(self._people)]
        self._turn += 1
        said = ScanDecided(
            delegate=whom, direction="in", how="scanned", issue=1, verdict=Verdict.GO, reason=Reason.ADMITTED,
            checkpoint=CheckpointId("session-3"), rehearsal=False, details={},
        )  # fmt: skip
        at = now()
        stamp = Stamp(Hlc(max(at << 16, self._log.head.clock + 1)), at, 0)
        return self._log.write(FactDraft(delegate_subject(whom), said), new_fact_id(at), stamp)


@lru_cache(maxsize=512)
def _names_in(line: bytes) -> tuple[str, ...]:
    """Return the facts of an event; all but those who wrote a part of it get the same."""
    return tuple(each.fact_id for each in wire.batch_of(base64.b64decode(line[6:])).facts)


async def _is_stored(reader: asyncio.StreamReader) -> bool:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = int(head.split("content-length: ")[1].split("\r\n")[0])
    content = await reader.readexactly(length)
    if " 200 " not in head.partition("\r\n")[0]:
        return False
    answer = wire.reply_of(content)
    return isinstance(answer, Answers) and len(answer.answers) == 1


def new_seeds(count: int) -> list[bytes]:
    return [Ed25519PrivateKey.generate().private_bytes_raw() for _ in range(count)]


async def walked(seeds: Sequence[bytes], people: Sequence[DelegateId], hub: Hub, seconds: int) -> Seen:
    """Let all of them listen, and each write one fact a second, about people of its own."""
    seen = Seen()
    walkers = [Walker(seed, people[place :: len(seeds)], hub, seen) for place, seed in enumerate(seeds)]
    ears = [asyncio.create_task(each.listen()) for each in walkers]
    await asyncio.sleep(2)
    every = len(walkers)
    await asyncio.gather(*(each.scan(place / every, 1.0, seconds) for place, each in enumerate(walkers)))
    await asyncio.sleep(2)
    for each in ears:
        each.cancel()
    await asyncio.gather(*ears, return_exceptions=True)
    return seen


def figures(seen: Seen) -> Mapping[str, float]:
    delays, waits = sorted(seen.delays), sorted(seen.acknowledged)
    return {
        "heard": len(delays),
        "written": len(seen.written),
        "refused": seen.refused,
        "stream_p50_ms": _part(delays, 0.5),
        "stream_p95_ms": _part(delays, 0.95),
        "stored_p50_ms": _part(waits, 0.5),
        "stored_p95_ms": _part(waits, 0.95),
    }


def _part(ordered: list[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))] * 1000 if ordered else 0.0
