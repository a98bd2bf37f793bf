"""Who was let in by a badge that was void already, at a laptop that had not heard of that."""

import json
from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.delegates import BadgeStanding
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import DelegateId, FactId, delegate_subject
from checkin_app.domain.kinds.badges import BadgeStated
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.scans import ScanDecided
from checkin_app.domain.scans import lets_pass, place_of, taken_back
from db.engine import Link, Prepared
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts
from db.projections import badges

_VOIDED = Prepared(
    sa.select(badges.badges.c.delegate, *badges.COLUMNS)
    .where(sa.or_(badges.badges.c.current > sa.literal_column("1"), badges.badges.c.revoked != ""))
    .order_by("delegate")
)
_SAID_OF = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.aspect.in_([sa.literal_column(f"'{each}'") for each in (Aspect.MOVEMENT, Aspect.BADGE)]),
        facts.c.subject.in_(Among("subjects")),
    )
)
Claim = tuple[FactId, str | int]


def let_in(link: Link) -> Iterator[tuple[DelegateId, bool, Sequence[Claim]]]:
    """Yield whom a void badge let in, whether in a rehearsal, and what voided it beside the scans."""
    standings = {DelegateId(row[0]): badges.badge(row[1:]) for row in link.all(_VOIDED)}
    for delegate, said in _said_of(link, standings).items():
        late = [scan for scan in _accepted(said) if _voided_by(scan, standings[delegate], said)]
        for rehearsal in sorted({scan.said_as(ScanDecided).rehearsal for scan in late}):
            scans = [scan for scan in late if scan.said_as(ScanDecided).rehearsal == rehearsal]
            voiding = {_voided_by(scan, standings[delegate], said): None for scan in scans}
            claims: list[Claim] = [(each.fact_id, each.kind) for each in voiding if each]
            claims += [(scan.fact_id, scan.said_as(ScanDecided).checkpoint) for scan in scans]
            yield delegate, rehearsal, claims


def _said_of(link: Link, some: Mapping[DelegateId, BadgeStanding]) -> Mapping[DelegateId, list[Fact]]:
    subjects = {delegate_subject(each): each for each in some}
    found: dict[DelegateId, list[Fact]] = {}
    if subjects:
        for row in link.all(_SAID_OF, subjects=json.dumps(list(subjects))):
            fact = fact_of(row)
            found.setdefault(subjects[fact.subject], []).append(fact)
    return dict(sorted(found.items()))


def _accepted(said: Sequence[Fact]) -> list[Fact]:
    """Return the scans of a badge that let its bearer pass, and were not taken back."""
    ordered = sorted(said, key=lambda fact: fact.order)
    undone = taken_back(ordered)
    scans = (each for each in ordered if isinstance(each.said, ScanDecided) and each.said.issue)
    return [each for each in scans if lets_pass(each) and place_of(each) not in undone]


def _voided_by(scan: Fact, badge: BadgeStanding, said: Sequence[Fact]) -> Fact | None:
    """Return what had made a scanned badge void by the time of its scan; None where it was valid then.

    Whoever had heard of it would have stopped them: a later stamp says that the laptop had not.
    """
    issue = scan.said_as(ScanDecided).issue or 0
    replaced = {each.fact_id for each in badge.issues if each.number > issue}
    revoked = set(badge.state_facts) if badge.revoked else set()
    voiding = (
        each
        for each in said
        if (
            each.fact_id in replaced
            or (each.fact_id in revoked and isinstance(each.said, BadgeStated) and each.said.VOIDS)
        )
        and each.order < scan.order
    )
    return min(voiding, key=lambda each: each.order, default=None)
