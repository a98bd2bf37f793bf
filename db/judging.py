"""Whether facts count by whoever made them: sign-ins and what was said of operators, read where a fact names one."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import sqlalchemy as sa

from checkin_app.domain.approvals import REACH, may_have_approved, unapproved
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId, StationId, Subject, station_of
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.operators import APPROVAL, OperatorSignedIn
from checkin_app.domain.operators import Judged, Objection, judge, objection
from db.engine import Link, Prepared
from db.log import facts as written
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts

_bind = sa.bindparam
_station = sa.func.substr(facts.c.log_id, sa.literal_column("1"), sa.literal_column("16"), type_=sa.Text)
_NAMED = Prepared(sa.select(*COLUMNS).where(facts.c.fact_id == _bind("fact_id"), _station == _bind("station")))
_STATED = Prepared(sa.select(*COLUMNS).where(facts.c.aspect == sa.literal_column(f"'{Aspect.OPERATOR}'")))
_SIGN_INS = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.aspect == sa.literal_column(f"'{Aspect.SIGN_IN}'"), facts.c.subject == _bind("subject")
    )
)
_some = (facts.c.actor.in_(Among("actors")), facts.c.actor != sa.literal_column("''"))  # as its index has it
_BY = Prepared(sa.select(*COLUMNS).where(*_some))
_HEARD = Prepared(sa.select(facts.c.log_id, sa.func.max(facts.c.seq)).where(*_some).group_by(facts.c.log_id))
_BY_ANYBODY = Prepared(sa.select(*COLUMNS).where(facts.c.actor != sa.literal_column("''")))

Stated = Mapping[Subject, Sequence[Fact]]


class Judging:
    """Judges facts as one transaction sees them; reads nothing as long as no fact names who made it."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._judged: Judged | None = None
        self._sign_ins: dict[tuple[str, str], Fact] = {}

    def counts(self, fact: Fact) -> bool:
        return not fact.actor or fact.aspect is Aspect.OPERATION or self.objection(fact) is None

    def of(self, some: Iterable[Fact]) -> list[Fact]:
        """Return those of `some` that count by whoever made them."""
        return [each for each in some if self.counts(each)]

    def objection(self, fact: Fact, stated: Stated | None = None) -> Objection | None:
        """Return why a fact does not count, by what was said of operators, here or as it is given."""
        if fact.aspect is Aspect.OPERATOR and stated is None:
            return self._judged_said().refused.get(fact.order)
        sign_in = self.sign_in(fact)
        said = self.stated if stated is None else stated
        why = objection(fact, sign_in, said.get(sign_in.subject, ()) if sign_in else ())
        return why or self._unapproved(fact, sign_in, said)

    def _unapproved(self, fact: Fact, sign_in: Fact | None, stated: Stated) -> Objection | None:
        said = fact.said
        if not isinstance(said, Approvable):
            return None
        approval = self._signed_in(said.approved_by, station_of(fact.log_id)) if said.approved_by else None
        return unapproved(fact, sign_in, approval, stated.get(approval.subject, ()) if approval else ())

    @property
    def stated(self) -> Stated:
        """Return what was said of operators by those who might say so."""
        return self._judged_said().taken

    def stated_of(self, names: Collection[str]) -> Stated:
        """Return what was said of operators by facts of some names: what counted when it was folded last."""
        found: dict[Subject, list[Fact]] = {}
        for fact in self._said():
            if fact.fact_id in names:
                found.setdefault(fact.subject, []).append(fact)
        return found

    def _judged_said(self) -> Judged:
        if self._judged is None:
            self._judged = judge(self._said(), self.sign_in)
        return self._judged

    def _said(self) -> list[Fact]:
        return [fact for fact in map(fact_of, self._link.all(_STATED)) if fact.aspect is Aspect.OPERATOR]

    def sign_in(self, fact: Fact) -> Fact | None:
        """Return the sign-in that a fact names, on the laptop that wrote it."""
        return self._signed_in(fact.actor, station_of(fact.log_id))

    def _signed_in(self, name: str, station: StationId) -> Fact | None:
        place = (name, station)
        if place not in self._sign_ins:
            row = self._link.one(_NAMED, fact_id=place[0], station=place[1])
            found = fact_of(row) if row else None
            if found is None or not isinstance(found.said, OperatorSignedIn):
                return None
            self._sign_ins[place] = found
        return self._sign_ins[place]

    def forget(self) -> None:
        """Read it again: more was said."""
        self._judged = None


def made_under(link: Link, sign_ins: Sequence[FactId]) -> Iterator[Fact]:
    """Yield the facts that name one of some sign-ins."""
    return map(fact_of, link.all(_BY, actors=json.dumps(sign_ins)))


def approved_by(link: Link, sign_ins: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts that name as their approval one of some sign-ins."""
    for each in sign_ins:
        if isinstance(each.said, OperatorSignedIn) and each.said.how == APPROVAL:
            after = written.above(link, each.log_id, each.seq, REACH)
            yield from (fact for fact in after if may_have_approved(each, fact))


def sign_ins_of(link: Link, operator: Subject) -> Sequence[Fact]:
    rows = map(fact_of, link.all(_SIGN_INS, subject=operator))
    return [each for each in rows if isinstance(each.said, OperatorSignedIn)]


def heard_of(link: Link, operator: Subject) -> Mapping[LogId, int]:
    """Return how far each log is known here in which an operator has acted, or approved what another did."""
    sign_ins = sign_ins_of(link, operator)
    names = [each.fact_id for each in sign_ins]
    heard = {LogId(log_id): seq for log_id, seq in link.all(_HEARD, actors=json.dumps(names))}
    for fact in approved_by(link, sign_ins):
        heard[fact.log_id] = max(heard.get(fact.log_id, 0), fact.seq)
    return heard


def not_applied(link: Link) -> Iterator[tuple[Fact, Fact | None, Objection]]:
    """Yield the facts that do not count by whoever made them, each with the sign-in that it names and why."""
    judging = Judging(link)
    for row in link.each(_BY_ANYBODY):
        fact = fact_of(row)
        if not judging.counts(fact) and (why := judging.objection(fact)):
            yield fact, judging.sign_in(fact), why
