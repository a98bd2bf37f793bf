"""What logs, facts, stations and forums are called, in the numbers that a database keeps them by."""

import hashlib
import re
from functools import lru_cache
from uuid import UUID

from checkin_app.domain.ids import FactId, ForumId, LogId, StationId

_LOG_ID = re.compile(r"[0-9a-f]{32}")
_FACT_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_STATION_ID = re.compile(r"[0-9a-f]{16}")


@lru_cache(maxsize=20_000)
def log_key(log_id: LogId) -> UUID:
    """Return a log's id as a uuid, whose order is that of the texts; of one that is named otherwise, a digest."""
    return UUID(log_id) if is_plain(log_id) else UUID(bytes=_digest("log", log_id)[:16])


def is_plain(log_id: LogId) -> bool:
    """Return whether a log is named as stations name theirs, so that its key says its name."""
    return _LOG_ID.fullmatch(log_id) is not None


def log_id_of(key: UUID) -> LogId:
    return LogId(key.hex)


def fact_key(fact_id: FactId) -> UUID:
    """Return what a fact is called as a uuid; what is none, and may be anything, as a digest."""
    return UUID(fact_id) if _FACT_ID.fullmatch(fact_id) else UUID(bytes=_digest("fact", fact_id)[:16])


@lru_cache(maxsize=20_000)
def station_key(station: StationId) -> int:
    text = _STATION_ID.fullmatch(station)
    return _number(bytes.fromhex(station) if text else _digest("station", station))


def forum_key(forum: ForumId) -> int:
    """Return a forum's number: the same in every process, without asking anybody."""
    return _number(_digest("forum", forum))


def _digest(kind: str, name: str) -> bytes:
    return hashlib.sha256(f"{kind}\0{name}".encode(errors="surrogatepass")).digest()


def _number(digest: bytes) -> int:
    return int.from_bytes(digest[:8], signed=True)
