"""What is read of operations, and of what others wrote while one went on."""

import json
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

import sqlalchemy as sa

from checkin_app.domain.ids import DelegateId, LogId, Subject, delegate_subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.kinds.scans import BoardingOverridden, ScanAnswered, ScanDecided
from checkin_app.domain.lists.again import Revocation
from checkin_app.domain.operations import LIST
from db.engine import Link, Prepared
from db.log.tables import facts
from db.projections import badges, operations, people, presences, rides

_bind = sa.bindparam
_facts = facts

_LAST_ARRIVAL = Prepared(sa.select(sa.func.max(_facts.c.arrival)))
_VERY_MANY = 10_000
_SINCE = Prepared(
    sa.select(_facts.c.log_id, _facts.c.subject)
    .where(_facts.c.arrival > _bind("arrival"), _facts.c.kind.in_(sa.text("SELECT value FROM json_each(:kinds)")))
    .limit(_bind("most"))
)
_operations = operations.operations
_rides, _delegates, _presences = rides.rides, people.delegates, presences.presences
_badges = badges.badges
_own, _elsewhere, _move = _facts.alias("own"), _facts.alias("elsewhere"), _facts.alias("move")
_other = _operations.alias("other")
_DETAILS, _MOVEMENT = f"'{Aspect.DETAILS}'", f"'{Aspect.MOVEMENT}'"
_SUBJECT = f"'{delegate_subject(DelegateId(''))}'"
_REGISTERED = f"'{DelegateRegistered.KIND}'"
_SCANS: list[sa.ColumnElement[str]] = [
    sa.literal_column(f"'{kind}'") for kind in (ScanDecided.KIND, ScanAnswered.KIND, BoardingOverridden.KIND)
]


def _let_in(subject: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return whether somebody was let in anywhere: what was undone or turned away leaves no presence."""
    length = sa.func.length(sa.literal_column(_SUBJECT))
    return sa.exists().where(_presences.c.delegate == sa.func.substr(subject, length + sa.literal_column("1")))


def _registered_elsewhere(subject: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return whether anything but the operation registered somebody."""
    return sa.exists().where(
        _elsewhere.c.aspect == sa.literal_column(_DETAILS),
        _elsewhere.c.subject == subject,
        _elsewhere.c.kind == sa.literal_column(_REGISTERED),
        _elsewhere.c.log_id != _bind("log_id"),
        # A list that does not count names nobody: the same file may have been taken back or broken off before.
        ~sa.exists().where(
            _other.c.log_id == _elsewhere.c.log_id,
            sa.or_(_other.c.closed == sa.literal_column("0"), _other.c.taken_back.is_not(None)),
        ),
    )


_IN_USE = Prepared(
    sa.select(_own.c.subject)
    .where(
        _own.c.log_id == _bind("log_id"),
        _own.c.kind == sa.literal_column(_REGISTERED),
        _let_in(_own.c.subject),
        ~_registered_elsewhere(_own.c.subject),
    )
    .order_by(_own.c.seq)
)
#: The same from the few who were scanned since: a list of 100 000 is not looked through while scans wait.
_IN_USE_SINCE = Prepared(
    sa.select(_move.c.subject)
    .where(
        _move.c.arrival > _bind("since"),
        _move.c.kind.in_(_SCANS),
        # By what it is and not by its column, or every scan there ever was would be found first, by the index.
        sa.func.coalesce(_move.c.aspect, sa.literal_column("''")) == sa.literal_column(_MOVEMENT),
        sa.exists().where(
            _own.c.aspect == sa.literal_column(_DETAILS),
            _own.c.subject == _move.c.subject,
            _own.c.kind == sa.literal_column(_REGISTERED),
            _own.c.log_id == _bind("log_id"),
        ),
        _let_in(_move.c.subject),
        ~_registered_elsewhere(_move.c.subject),
    )
    .distinct()
)
_heads = sa.func.json_each(_badges.c.state_facts).table_valued("value")
_by_a_list = (
    sa.exists()
    .where(
        _own.c.fact_id == _heads.c.value,
        _own.c.subject == sa.literal_column(_SUBJECT).op("||")(_badges.c.delegate),
        _operations.c.log_id == _own.c.log_id,
        _operations.c.what == sa.literal_column(f"'{LIST}'"),
    )
    .correlate(_badges, _heads)
)
#: Where laptops apart revoked and restored a badge a person has a hand in it.
_REVOCATIONS = Prepared(
    sa.select(
        _badges.c.delegate,
        _badges.c.revoked,
        sa.or_(
            _badges.c.apart == sa.literal_column("1"),
            sa.exists().select_from(_heads).where(~_by_a_list).correlate(_badges),
        ),
    ).where(_badges.c.revoked != sa.literal_column("''"))
)
#: From the few who sit on a bus and are not known: a list that was taken back may have had a hundred thousand.
_GONE_RIDERS = Prepared(
    sa.select(_rides.c.delegate).where(
        sa.select(_operations.c.log_id).where(_operations.c.taken_back.is_not(None)).exists(),
        _rides.c.bus.is_not(None),
        ~sa.exists().where(_delegates.c.id == _rides.c.delegate),
        sa.exists().where(
            _own.c.aspect == sa.literal_column(_DETAILS),
            _own.c.subject == sa.literal_column(_SUBJECT).op("||")(_rides.c.delegate),
            _own.c.log_id == _operations.c.log_id,
            _operations.c.taken_back.is_not(None),
        ),
    )
)

_LAST_MADE = Prepared(
    sa.select(_operations.c.log_id)
    .where(
        _operations.c.what == _bind("what"),
        _operations.c.closed > sa.literal_column("0"),
        _operations.c.taken_back.is_(None),
    )
    .order_by(_operations.c.at.desc(), _operations.c.log_id)
    .limit(sa.literal_column("1"))
)
_SAID_BY = Prepared(
    sa.select(_own.c.subject).where(_own.c.log_id == _bind("log_id"), _own.c.kind == _bind("kind")).order_by(_own.c.seq)
)


def arrival(link: Link) -> int:
    row = link.one(_LAST_ARRIVAL)
    return int(row[0] or 0) if row else 0


def written_since(link: Link, after: int, kinds: Collection[str]) -> Mapping[LogId, AbstractSet[Subject]] | None:
    rows = link.all(_SINCE, arrival=after, most=_VERY_MANY, kinds=json.dumps([*kinds]))
    found: dict[LogId, set[Subject]] = {}
    for log_id, subject in rows:
        found.setdefault(LogId(log_id), set()).add(Subject(subject))
    return found if len(rows) < _VERY_MANY else None


def in_use(link: Link, log_id: LogId, since: int) -> Sequence[DelegateId]:
    rows = link.all(_IN_USE_SINCE, log_id=log_id, since=since) if since else link.all(_IN_USE, log_id=log_id)
    return [DelegateId(row[0].partition(":")[2]) for row in rows]


def revocations(link: Link) -> Mapping[DelegateId, Revocation]:
    return {DelegateId(who): Revocation(why, by_list=not by_hand) for who, why, by_hand in link.all(_REVOCATIONS)}


def last_made(link: Link, what: str) -> LogId | None:
    row = link.one(_LAST_MADE, what=what)
    return LogId(row[0]) if row else None


def said_by(link: Link, log_id: LogId, kind: str) -> Sequence[Subject]:
    return [Subject(row[0]) for row in link.all(_SAID_BY, log_id=log_id, kind=kind)]


def gone_riders(link: Link) -> Sequence[DelegateId]:
    return [DelegateId(row[0]) for row in link.all(_GONE_RIDERS)]
