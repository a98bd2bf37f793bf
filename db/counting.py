"""Which facts count on this laptop yet, and the stretch of operations whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import LogId, Subject
from checkin_app.domain.kinds.registry import WITHHELD
from checkin_app.domain.operations import Operation
from db.engine import Link, Prepared
from db.judging import Judging
from db.log.tables import facts
from db.projections import operations
from db.projections.columns import metadata, text, whole

#: Operations whose facts do not all count, and up to which place they do.  Projections are folds of what counts, so
#: they are right at every step of the way; where a log is not here, all of it counts.
counted = sa.Table("counted", metadata, text("log_id", key=True), whole("upto"), sqlite_with_rowid=False)

_facts, _counted, _operations = facts, counted, operations.operations
_bind = sa.bindparam

_ALL = Prepared(sa.select(_counted.c.log_id, _counted.c.upto))
_save = insert(_counted).values(log_id=_bind("log_id"), upto=_bind("upto"))
_SAVE = Prepared(_save.on_conflict_do_update(index_elements=["log_id"], set_={"upto": _save.excluded.upto}))
_BEGIN = Prepared(_save.on_conflict_do_nothing())
_FORGET = Prepared(sa.delete(_counted).where(_counted.c.log_id == _bind("log_id")))
_LAST_PLACE = Prepared(sa.select(sa.func.max(_facts.c.seq)).where(_facts.c.log_id == _bind("log_id")))
_due = sa.case((_operations.c.taken_back.is_not(None), sa.literal_column("0")), else_=_operations.c.closed)
_DUE = Prepared(
    sa.select(_counted.c.log_id, _counted.c.upto, _due)
    .join(_operations, _operations.c.log_id == _counted.c.log_id)
    .where(_counted.c.upto != _due)
    .order_by(_counted.c.log_id)
)
_STRETCH = Prepared(
    sa.select(_facts.c.kind, _facts.c.aspect, _facts.c.subject)
    .where(
        _facts.c.log_id == _bind("log_id"),
        _facts.c.seq > _bind("after"),
        _facts.c.seq <= _bind("upto"),
        _facts.c.aspect.is_not(None),
        _facts.c.kind.in_([sa.literal_column(f"'{kind}'") for kind in sorted(WITHHELD)]),
    )
    .order_by(_facts.c.seq)
)
#: Operations that must be withheld and are not: no store of ours is so, unless somebody changed it.
_NOT_WITHHELD = Prepared(
    sa.select(_operations.c.log_id).where(
        _due == sa.literal_column("0"), _operations.c.log_id.not_in(sa.select(_counted.c.log_id))
    )
)
_END = 2**63 - 1


class Counted:
    """What counts, as one transaction sees it."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._known: dict[LogId, int] | None = None
        self._judging: Judging | None = None

    @property
    def judging(self) -> Judging:
        """What counts by whoever made it."""
        if self._judging is None:
            self._judging = Judging(self._link)
        return self._judging

    def keep(self) -> None:
        """Keep for the transactions to come what they need not read again: this one was committed."""
        if self._judging:
            self._judging.keep()

    def counts(self, kind: str, log_id: LogId, seq: int) -> bool:
        return kind not in WITHHELD or seq <= self._upto().get(log_id, seq)

    def of(self, facts: Sequence[Fact]) -> list[Fact]:
        """Return those of `facts` that count."""
        some = facts
        if self._upto():
            some = [each for each in facts if self.counts(each.kind, each.log_id, each.seq)]
        return self.judging.of(some)

    def begin(self, log_id: LogId) -> None:
        """Withhold what follows in a log, as its first fact asks."""
        self._upto()[log_id] = 0

    def withhold(self, operation: Operation) -> None:
        """Let what counts of an operation be changed from here on, once it is known that it must be."""
        known = operations.one(self._link, operation.log_id)
        if known is None:
            self._link.run(_BEGIN, [{"log_id": operation.log_id, "upto": 0}])
        elif known.due and not operation.due:
            last = self._link.one(_LAST_PLACE, log_id=operation.log_id)
            self._link.run(_BEGIN, [{"log_id": operation.log_id, "upto": last[0] if last else 0}])
        self._known = None

    def _upto(self) -> dict[LogId, int]:
        if self._known is None:
            self._known = {LogId(row[0]): row[1] for row in self._link.all(_ALL)}
        return self._known

    def forget(self) -> None:
        """Read it again: it was changed."""
        self._known = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Facts that begin to count, or cease to."""

    kinds: frozenset[str]
    touched: tuple[tuple[str, Subject], ...]
    """Aspect and subject of each."""
    left: int
    """How many places are to come after these, in all operations."""


def step(link: Link, most: int) -> Stretch | None:
    """Move on by at most `most` facts what counts of the first operation whose due is not done; None where all are."""
    rows = link.all(_DUE)
    if not rows:
        return None
    log_id, upto, due = rows[0]
    reached = min(due, upto + most) if due > upto else max(due, upto - most)
    whole = reached == due > 0
    if whole:
        link.run(_FORGET, [{"log_id": log_id}])
    else:
        link.run(_SAVE, [{"log_id": log_id, "upto": reached}])
    # What stands after the closing fact counts like that of any other log, from now on.
    stretch = link.all(_STRETCH, log_id=log_id, after=min(upto, reached), upto=_END if whole else max(upto, reached))
    left = sum(abs(row[1] - row[2]) for row in rows) - abs(upto - reached)
    return Stretch(frozenset(row[0] for row in stretch), tuple((row[1], Subject(row[2])) for row in stretch), left)


def left(link: Link) -> int:
    """Return how many places are between what counts and what is due."""
    return sum(abs(row[1] - row[2]) for row in link.all(_DUE))


def not_withheld(link: Link) -> list[LogId]:
    return [LogId(row[0]) for row in link.all(_NOT_WITHHELD)]


def withhold_all(link: Link) -> None:
    """Withhold what must be and is not; whoever asks folds everything anew afterwards."""
    link.run(_BEGIN, [{"log_id": log_id, "upto": 0} for log_id in not_withheld(link)])
