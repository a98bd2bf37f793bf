"""Facts as laptops write them, for stories that tests tell."""

from typing import Any

from checkin_app.domain.canonical import canonical
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, Subject

WHO = Subject("delegate:00000000000000a1")


def named(number: int) -> FactId:
    """Return the id of the fact that a story tells as its `number`th."""
    return FactId(f"{number:08x}-0000-7000-8000-000000000000")


def told(log: LogId, number: int, kind: str, body: dict[str, Any], *, at: int, hlc: int = 0, about: str = WHO) -> Fact:
    return Fact(
        log, number, named(number), Hlc(hlc or number), Instant(at), 0, kind, 1, "", Subject(about), canonical(body),
        GENESIS,
    )  # fmt: skip
