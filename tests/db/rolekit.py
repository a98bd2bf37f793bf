"""What a lead's laptop says of operators, and what they do at desks meanwhile: as many facts as are wanted, in any order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import dbkit

from checkin_app.domain.canonical import canonical
from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, Instant, LogId, OperatorId, Subject, delegate_subject, operator_subject
from checkin_app.domain.roles import OperatorRole
from db.log.stamps import now

LEAD = OperatorId("f" * 16)
_DIGEST = "d" * 64


@dataclass
class Log:
    """One laptop's log, written as its next fact is said."""

    number: int
    facts: list[Fact] = field(default_factory=list)

    @property
    def id(self) -> LogId:
        return LogId(f"{self.number:032x}"[::-1])

    def says(self, kind: str, about: Subject, body: dict[str, Any], at: Instant, actor: str = "") -> FactId:
        seq = len(self.facts) + 1
        name = FactId(f"{self.number:08x}-0000-7000-8000-{seq:012x}")
        before = self.facts[-1].hash() if self.facts else GENESIS
        fact = Fact(self.id, seq, name, Hlc(at << 16), at, 0, kind, 1, actor, about, canonical(body), before)
        self.facts.append(fact)
        return name


def _naming(role: OperatorRole, after: Sequence[FactId]) -> dict[str, Any]:
    return {"role": role.value, "badge": None, "document": _DIGEST, "listed": False, "after": [*after], "heard": {}}


@dataclass
class Day:
    """A day of several operators, each at a desk of their own: a word about each, then something that they do, by turns."""

    operators: int
    words: int
    """Of each, how often a lead names them anew, in the role that they had or, every third time, in another."""
    deeds: int
    """After each word, how often they are seen to let somebody through."""
    said: Log = field(default_factory=lambda: Log(1))
    desks: list[Log] = field(default_factory=list)

    def __post_init__(self) -> None:
        start = now() - 8 * 3_600_000
        ticks = (Instant(start + each) for each in range(10**9))
        by = self._led(ticks)
        who = [OperatorId(f"{each:016x}") for each in range(1, self.operators + 1)]
        self.desks = [Log(10 + each) for each in range(self.operators)]
        last: dict[OperatorId, FactId] = {}
        signed_in: dict[OperatorId, FactId] = {}
        for word in range(self.words):
            role = OperatorRole.VOLUNTEER if word % 3 else OperatorRole.COORDINATOR
            for one, desk in zip(who, self.desks, strict=True):
                after = [last[one]] if one in last else []
                about = operator_subject(one)
                last[one] = self.said.says("operator.named", about, _naming(role, after), next(ticks), by)
                if one not in signed_in:
                    signed_in[one] = _signed_in(desk, one, next(ticks), [last[one]])
                for deed in range(self.deeds):
                    self._let_in(desk, word * self.deeds + deed, next(ticks), signed_in[one])

    def _led(self, ticks: Iterator[Instant]) -> FactId:
        first = self.said.says("operator.named", operator_subject(LEAD), _naming(OperatorRole.LEAD, ()), next(ticks))
        return _signed_in(self.said, LEAD, next(ticks), [first])

    def _let_in(self, desk: Log, number: int, at: Instant, actor: FactId) -> None:
        guest = delegate_subject(dbkit.delegate(desk.number * 100_000 + number).id)
        body = {"verdict": "go", "reason": "admitted", "checkpoint": "opening", "delegate": guest.partition(":")[2]}
        desk.says("scan.decided", guest, {**body, "after": []}, at, actor)

    @property
    def acts(self) -> list[Fact]:
        return [fact for desk in self.desks for fact in desk.facts]

    @property
    def as_it_happened(self) -> list[Fact]:
        return sorted((*self.said.facts, *self.acts), key=lambda each: each.order)


def _signed_in(log: Log, who: OperatorId, at: Instant, after: Sequence[FactId]) -> FactId:
    return log.says("operator.signed_in", operator_subject(who), {"how": "pin", "after": [*after]}, at)
