"""The list of scans, each with what answers it and whether it was taken back."""

import json
from collections.abc import Callable, Container, Sequence

import sqlalchemy as sa

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, StationId
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.scans import BoardingOverridden, ScanAnswered, ScanDecided, ScanUndone
from checkin_app.domain.scans import Place, aimed_at, lets_pass, place_of, settled
from db.engine import Link, Prepared
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts as _facts
from db.projections.columns import Row, metadata, text, texts_to_json, whole
from db.statements import saving

scans = sa.Table(
    "scans",
    metadata,
    text("fact_id", key=True),
    text("station", key=True),
    whole("hlc"),
    whole("at"),
    text("checkpoint"),
    text("reason"),
    text("delegate", null=True),
    text("details"),
    text("answer"),
    whole("undone"),
    whole("accepted"),
    sa.Index("scans_newest", "hlc"),
    sa.Index("scans_checkpoint", "checkpoint", "hlc"),
    sa.Index("scans_accepted", "station", "at", sqlite_where=sa.text("accepted = 1")),
    sqlite_with_rowid=False,
)


_FACTS_NAMED = Prepared(sa.select(*COLUMNS).where(_facts.c.fact_id.in_(Among("ids"))))
_FACTS_AIMED_AT = Prepared(sa.select(*COLUMNS).where(_facts.c.target.in_(Among("ids"))))
_TARGETS = Prepared(sa.select(_facts.c.target).distinct().where(_facts.c.target.in_(Among("ids"))))
_aiming = _facts.alias()
_is_aimed_at = sa.exists().where(_aiming.c.target == _facts.c.fact_id)
_decided = (_facts.c.kind == sa.literal_column(f"'{ScanDecided.KIND}'"), _facts.c.unread.is_(None))
_AIMED_AT = Prepared(sa.select(_facts.c.fact_id).where(*_decided, _is_aimed_at))
_NOT_AIMED_AT = Prepared(
    sa.select(*COLUMNS, _facts.c.arrival)
    .where(*_decided, ~_is_aimed_at, _facts.c.arrival > sa.bindparam("after"))
    .order_by(_facts.c.arrival)
    .limit(sa.bindparam("most"))
)
_undoing = sa.select(_facts.c.target).where(_facts.c.target.is_not(None), _facts.c.kind == ScanUndone.KIND)
# Newest first by arrival, which for this station's own facts is their order; `||` keeps SQLite from sorting all
# movements by the index of aspects.
_LAST_ACTIONS = Prepared(
    sa.select(*COLUMNS)
    .where(
        _facts.c.aspect.op("||")(sa.literal_column("''")) == Aspect.MOVEMENT.value,
        _facts.c.kind.in_(
            [sa.literal_column(f"'{kind}'") for kind in (ScanDecided.KIND, ScanAnswered.KIND, BoardingOverridden.KIND)]
        ),
        sa.func.substr(_facts.c.log_id, 1, 16) == sa.bindparam("station"),
        _facts.c.fact_id.not_in(_undoing),
    )
    .order_by(_facts.c.arrival.desc())
)
_SAVE = saving(scans)
_TAKEN_BACK = (ScanDecided, ScanAnswered)
_AT_ONCE = 1000


def add(link: Link, scans: Sequence[Fact]) -> None:
    """Write scans that nothing here can answer or take back yet."""
    link.run(_SAVE, [_row(each) for each in scans])


def arrive(link: Link, scans: Sequence[Fact], counts: Callable[[Fact], bool]) -> set[FactId]:
    """Write scans that came; return the names of those of which something else was said before, which are to be folded."""
    named = {FactId(row[0]) for row in link.all(_TARGETS, ids=json.dumps([each.fact_id for each in scans]))}
    _write(link, [each for each in scans if each.fact_id not in named], counts)
    return named


def fold(link: Link, named: Sequence[FactId], counts: Callable[[Fact], bool]) -> None:
    """Fold scans with what answers and undoes them.

    Args:
        link: where they are written.
        named: the names of scans; one may be that of an answer, or of nothing here yet.
        counts: whether a fact does, by whoever made it; a scan that does not stands in the list as taken back.
    """
    scans, answers, takes = _about(link, named)
    answers, takes = [each for each in answers if counts(each)], [each for each in takes if counts(each)]
    answers_to = aimed_at(scans, sorted(answers, key=lambda fact: fact.order))
    # Whatever else is called so must be known: whom it is said of is the same in every fold.
    meant = _read(link, _FACTS_NAMED, sorted({each.target for each in takes if each.target}))
    undone = frozenset(aimed_at([each for each in meant if isinstance(each.said, _TAKEN_BACK)], takes))
    undone |= {place_of(each) for each in scans if not counts(each)}
    link.run(_SAVE, [_row(each, answers_to.get(place_of(each), ()), undone) for each in scans])


def _write(link: Link, scans: Sequence[Fact], counts: Callable[[Fact], bool]) -> None:
    """Write scans of which nothing else was said."""
    undone = {place_of(each) for each in scans if not counts(each)}
    link.run(_SAVE, [_row(each, undone=undone) for each in scans])


def _about(link: Link, named: Sequence[FactId]) -> tuple[list[Fact], list[Fact], list[Fact]]:
    """Return the scans that are meant, what answers them, and what takes back any of these."""
    found = _read(link, _FACTS_NAMED, named)
    answered = {each.said.fact for each in found if isinstance(each.said, ScanAnswered)} - {*named}
    found += _read(link, _FACTS_NAMED, sorted(answered))
    scans = [each for each in found if isinstance(each.said, ScanDecided)]
    aimed = _read(link, _FACTS_AIMED_AT, [each.fact_id for each in scans])
    answers = [each for each in aimed if isinstance(each.said, ScanAnswered)]
    takes = aimed + _read(link, _FACTS_AIMED_AT, [each.fact_id for each in answers])
    return scans, answers, [each for each in takes if isinstance(each.said, ScanUndone)]


def _read(link: Link, prepared: Prepared, ids: Sequence[FactId]) -> list[Fact]:
    rows = link.all(prepared, ids=json.dumps(ids)) if ids else []
    return [each for each in map(fact_of, rows) if each.said]


def _row(scan: Fact, answers: Sequence[Fact] = (), undone: Container[Place] = frozenset()) -> Row:
    """Return a scan as the recent list shows it, with what `scans.settled` makes of its answers and undoings."""
    said = scan.said_as(ScanDecided)
    came_to = settled(scan, answers, undone)
    return {
        "fact_id": scan.fact_id,
        "hlc": scan.hlc,
        "at": scan.at,
        "station": scan.log_id[:16],
        "checkpoint": said.checkpoint,
        "reason": str(said.reason),
        "delegate": said.who,
        "details": texts_to_json(said.details) if said.details else "{}",
        "answer": came_to.answer,
        "undone": int(came_to.undone),
        "accepted": int(came_to.accepted),
    }


def fold_all(link: Link, counts: Callable[[Fact], bool]) -> None:
    """Fold all scans there are facts of: nearly all of them in one walk through the facts, since nothing is said of them."""
    after = 0
    while rows := link.all(_NOT_AIMED_AT, after=after, most=_AT_ONCE):
        after = rows[-1][-1]
        _write(link, [each for each in map(fact_of, rows) if isinstance(each.said, ScanDecided)], counts)
    aimed_at = [FactId(row[0]) for row in link.all(_AIMED_AT)]
    for place in range(0, len(aimed_at), _AT_ONCE):
        fold(link, aimed_at[place : place + _AT_ONCE], counts)


def last_actions(link: Link, station: StationId, limit: int) -> Sequence[Fact]:
    """Return a station's newest facts that let somebody pass and are not taken back, newest first."""
    found: list[Fact] = []
    for row in link.each(_LAST_ACTIONS, station=station):
        fact = fact_of(row)
        if lets_pass(fact):
            found.append(fact)
        if len(found) >= limit:
            break
    return found
