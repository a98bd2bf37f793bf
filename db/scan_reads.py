"""What is read of scans: the newest ones, how many there were, and who passed at one door."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from checkin_app.domain.hlc import Hlc, earliest, latest
from checkin_app.domain.ids import CheckpointId, DelegateId, FactId, Instant, StationId
from checkin_app.domain.names.folding import fold
from checkin_app.domain.outcomes import Decision, Reason
from checkin_app.services.ports.movements import Passage, RecentScan
from checkin_app.services.ports.stations import Station
from checkin_app.services.ports.transactions import Clock
from db.engine import Prepared
from db.projections import merges, people, presences, scans
from db.readers import Snapshots

_bind = sa.bindparam
_delegates, _scans, _merges = people.delegates, scans.scans, merges.merges
_presences = presences.presences

_RECENT_COLUMNS = (
    *(_scans.c[name] for name in ("fact_id", "at", "checkpoint", "reason", "details")),
    sa.func.coalesce(_merges.c.root, _scans.c.delegate),
    *(_scans.c[name] for name in ("answer", "undone")),
    _delegates.c.name,
    _delegates.c.latin_name,
    _delegates.c.delegation,
)
_own = _scans.alias("own")
_own_is_called_so = sa.exists().where(_own.c.fact_id == _scans.c.fact_id, _own.c.station == _bind("station"))
_shown = (
    sa.select(*_RECENT_COLUMNS)
    .select_from(
        _scans.outerjoin(_merges, _merges.c.delegate == _scans.c.delegate).outerjoin(
            _delegates, _delegates.c.id == sa.func.coalesce(_merges.c.root, _scans.c.delegate)
        )
    )
    .order_by(_scans.c.hlc.desc(), _scans.c.fact_id.desc())
    .limit(_bind("most"))
)
_recent = _shown.where(
    _scans.c.hlc.between(_bind("first"), _bind("last")),
    # What is done about a scan of this station's must not stand beside one that another station calls alike.
    sa.or_(_scans.c.station == _bind("station"), sa.not_(_own_is_called_so)),
)
_RECENT = Prepared(_recent)
_RECENT_AT = Prepared(_recent.where(_scans.c.checkpoint == _bind("checkpoint")))
#: By what stands in the index of stamps alone, which holds the scans of all laptops; each that is shown is then read.
_newest_own = (
    sa.select(_own.c.fact_id)
    .where(_own.c.station == _bind("station"), _own.c.hlc.between(_bind("first"), _bind("last")))
    .order_by(_own.c.hlc.desc())
    .limit(_bind("most"))
)
_RECENT_OWN = Prepared(
    _shown.where(_scans.c.fact_id.in_(_newest_own), _scans.c.station == _bind("station"), _scans.c.at >= _bind("since"))
)
_EVER = 2**63 - 1
_SCANS_SINCE = Prepared(
    sa.select(sa.func.count())
    .select_from(_scans)
    .where(
        _scans.c.station == _bind("station"),
        _scans.c.at >= _bind("since"),
        _scans.c.accepted == sa.literal_column("1"),
    )
)
_PASSAGES = Prepared(
    sa.select(_scans.c.at, _scans.c.station, _scans.c.reason)
    .where(
        _scans.c.checkpoint == _bind("checkpoint"),
        _scans.c.at >= _bind("since"),
        _scans.c.accepted == sa.literal_column("1"),
        _scans.c.undone == sa.literal_column("0"),
    )
    .order_by(_scans.c.hlc, _scans.c.fact_id)
)
_ARRIVALS = Prepared(
    sa.select(_presences.c.first_at).where(
        _presences.c.checkpoint == _bind("checkpoint"), _presences.c.rehearsal == _bind("rehearsal")
    )
)
_ANYBODY = Prepared(sa.select(_presences.c.delegate).where(_presences.c.rehearsal == sa.literal_column("0")).limit(1))
_PASSED = Prepared(
    sa.select(_scans.c.station, sa.func.count())
    .where(_scans.c.at >= _bind("since"), _scans.c.accepted == sa.literal_column("1"))
    .group_by(_scans.c.station)
)


class ScanQueries(Snapshots):
    """A part of `StoreQueries`."""

    _station: Station
    _clock: Clock

    def recent_scans(self, limit: int, checkpoint: CheckpointId | None = None) -> Sequence[RecentScan]:
        if checkpoint:
            return self._newest(limit, _RECENT_AT, Hlc(0), checkpoint=checkpoint)
        return self._newest(limit, _RECENT, Hlc(0))

    def own_scans(self, limit: int, since: Instant) -> Sequence[RecentScan]:
        return self._newest(limit, _RECENT_OWN, earliest(since), since=since)

    def _newest(self, limit: int, prepared: Prepared, begin: Hlc, **where: Any) -> Sequence[RecentScan]:
        now, own = latest(self._clock()), self._station.id
        rows: list[tuple[Any, ...]] = []
        with self.reading() as link:
            # What a clock that runs ahead dated into the future is not the newest for as long as it stays there.
            for first, last in ((begin, now), (now + 1, _EVER)):
                if len(rows) < limit:
                    rows += link.all(prepared, most=limit - len(rows), first=first, last=last, station=own, **where)
        return [_recent_scan(row) for row in rows]

    def scans_today(self, since: Instant) -> int:
        with self.reading() as link:
            row = link.one(_SCANS_SINCE, station=self._station.id, since=since)
        return int(row[0]) if row else 0

    def anybody_came(self) -> bool:
        with self.reading() as link:
            return link.one(_ANYBODY) is not None

    def arrivals(self, checkpoint: CheckpointId, *, rehearsal: bool) -> Sequence[Instant]:
        with self.reading() as link:
            rows = link.all(_ARRIVALS, checkpoint=checkpoint, rehearsal=int(rehearsal))
        return sorted(Instant(row[0]) for row in rows)

    def let_pass(self, since: Instant) -> Mapping[StationId, int]:
        with self.reading() as link:
            return {StationId(station): count for station, count in link.all(_PASSED, since=since)}

    def passages(self, checkpoint: CheckpointId, since: Instant) -> Sequence[Passage]:
        with self.reading() as link:
            rows = link.all(_PASSAGES, checkpoint=checkpoint, since=since)
        return [Passage(Instant(at), StationId(station), Reason(reason)) for at, station, reason in rows]


def _recent_scan(row: Sequence[Any]) -> RecentScan:
    fact_id, at, checkpoint, reason, details, delegate, answer, undone, name, latin_name, delegation = row
    return RecentScan(
        fact_id=FactId(fact_id),
        at=Instant(at),
        checkpoint=CheckpointId(checkpoint),
        decision=Decision(Reason(reason), json.loads(details)),
        delegate=DelegateId(delegate) if delegate else None,
        name=name or "",
        # A row has one line to spare: the same name in capitals would waste it.
        second_line=(latin_name if latin_name and fold(latin_name) != fold(name or "") else delegation) or "",
        answer=answer,
        undone=bool(undone),
    )
