"""The print jobs: each badge on its way to a printer."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from checkin_app.domain import following
from checkin_app.domain.canonical import Json
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, Instant, JobId, StationId, job_of, station_of
from checkin_app.domain.jobs import GIVEN_UP, Collector, JobState, Ticket, job_state
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.jobs import JobChanged
from checkin_app.services.ports.badges import Job
from db.engine import Link, Prepared
from db.log.portable import Among
from db.projections.columns import Row, metadata, storable, text, to_json, whole
from db.projections.projection import Facts, Projection, Writing
from db.statements import saving

jobs = sa.Table(
    "jobs",
    metadata,
    text("id", key=True),
    text("delegate"),
    whole("issue"),
    text("printer"),
    text("state"),
    text("detail"),
    whole("at"),
    text("state_facts"),  # the changes that nothing follows, the one in force last
    text("station"),  # who owed the badge, and prints it
    text("ticket"),  # by what its printer knows it, where it may still come out
    text("collector"),  # the record of who took it along for the guest
    text("collector_called"),
    sa.Index("jobs_delegate", "delegate", "issue"),
    sa.Index("jobs_at", "at"),
    sqlite_with_rowid=False,
)


_TICKET = msgspec.json.Decoder(Ticket)
_bind = sa.bindparam
_ONE = Prepared(sa.select(jobs).where(jobs.c.id == _bind("id")))
_FOR = Prepared(
    sa.select(jobs)
    .where(*(jobs.c[name] == _bind(name) for name in ("delegate", "issue")))
    .order_by(jobs.c.at.desc(), jobs.c.id.desc())
)
_OF_DELEGATE = Prepared(sa.select(jobs).where(jobs.c.delegate == _bind("delegate")).order_by(jobs.c.issue, jobs.c.id))
_TAKEN_ALONG = Prepared(
    sa.select(jobs)
    .where(jobs.c.delegate.in_(Among("delegates")), jobs.c.state == JobState.HANDED_OVER.value)
    .where(sa.or_(jobs.c.collector != "", jobs.c.collector_called != ""))
    .order_by(jobs.c.at, jobs.c.id)
)
_NEWEST = Prepared(sa.select(jobs).order_by(jobs.c.at.desc(), jobs.c.id.desc()).limit(_bind("most")))
_QUESTIONS = Prepared(sa.select(jobs).where(jobs.c.state == JobState.UNKNOWN.value).order_by(jobs.c.at, jobs.c.id))
_OF_STATION = Prepared(
    sa.select(jobs)
    .where(jobs.c.state.in_(Among("states")), jobs.c.station == _bind("station"))
    .order_by(jobs.c.id)  # which begins with when the badge was owed: one tried again keeps its place
)
_AT_PRINTER = Prepared(
    sa.select(sa.func.count()).where(
        jobs.c.state.in_(Among("states")),
        jobs.c.station == _bind("station"),
        jobs.c.printer == _bind("printer"),
        jobs.c.at >= _bind("since"),
    )
)
_SAVE = saving(jobs)


def job(row: Sequence[Any]) -> Job:
    """Return the job of a row in the order of its table."""
    job_id, delegate_id, issue, printer, state, detail, at, facts, station, ticket, collector, called = row[:12]
    return Job(
        JobId(job_id),
        DelegateId(delegate_id),
        issue,
        printer,
        job_state(state),
        detail,
        Instant(at),
        tuple(json.loads(facts)),
        StationId(station),
        _TICKET.decode(ticket) if ticket else None,
        Collector(called, DelegateId(collector) if collector else None) if called or collector else None,
    )


def _row(job_id: JobId, changes: Sequence[Fact], documents: Mapping[str, Mapping[str, Json]]) -> Row:
    last = following.heads(changes)
    said = last[-1].said_as(JobChanged)
    owed = following.in_order(changes)[0]
    return {
        "id": job_id,
        **{name: getattr(said, name) for name in ("delegate", "issue", "printer", "state", "detail")},
        "at": last[-1].at,
        "state_facts": to_json([each.fact_id for each in last]),
        "station": station_of(owed.log_id),
        "ticket": msgspec.json.encode(said.ticket).decode() if said.ticket else "",
        "collector": said.collector or "",
        "collector_called": str(documents.get(said.document or "", {}).get("collector") or ""),
    }


def fold(writing: Writing, facts: Facts) -> None:
    documents = writing.documents_of(facts)
    writing.link.run(_SAVE, [_row(job_of(subject), some, documents) for subject, some in facts.items() if some])


PROJECTION = Projection(Aspect.JOB, {jobs: "id"}, fold, "job:")


def one(link: Link, wanted: JobId) -> Job | None:
    row = link.one(_ONE, id=storable(wanted))
    return job(row) if row else None


def owed_for(link: Link, delegate: DelegateId, issue: int) -> Job | None:
    """Return the newest job of a badge, one that was given up only where there is no other."""
    found = [job(row) for row in link.all(_FOR, delegate=delegate, issue=issue)]
    return min(found, key=lambda each: each.state in GIVEN_UP, default=None)


def of_delegate(link: Link, delegate: DelegateId) -> Sequence[Job]:
    """Return the jobs of all badges of somebody, by issue."""
    return [job(row) for row in link.all(_OF_DELEGATE, delegate=delegate)]


def taken_along(link: Link, ids: Sequence[DelegateId]) -> Mapping[tuple[DelegateId, int], Job]:
    """Return, of those of `ids`, the jobs of badges that somebody took along for them, by whose they are and issue."""
    rows = link.all(_TAKEN_ALONG, delegates=json.dumps(ids))
    return {(each.delegate, each.issue): each for each in map(job, rows)}


def newest(link: Link, most: int) -> Sequence[Job]:
    """Return the newest jobs, and then those older ones of which nobody knows whether they came out."""
    found = [job(row) for row in link.all(_NEWEST, most=most)]
    shown = {each.id for each in found}
    return [*found, *(each for each in map(job, link.all(_QUESTIONS)) if each.id not in shown)]


def of_station(link: Link, station: StationId, states: Collection[str]) -> Sequence[Job]:
    """Return the jobs in any of `states` whose badges a station owes, and prints."""
    return [job(row) for row in link.all(_OF_STATION, states=json.dumps(sorted(states)), station=station)]


def count_at(link: Link, station: StationId, printer: str, states: Collection[str], since: Instant) -> int:
    """Return how many jobs of a station at a printer are in any of `states`, their badges owed no earlier than `since`."""
    row = link.all(_AT_PRINTER, states=json.dumps(sorted(states)), station=station, printer=printer, since=since)[0]
    return int(row[0])
