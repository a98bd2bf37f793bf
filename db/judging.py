"""Whether facts count by whoever made them: sign-ins and what was said of operators, read where a fact names one."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from checkin_app.domain.approvals import REACH, may_have_approved, unapproved
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import FactId, LogId, StationId, Subject, station_of
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.operators import APPROVAL, OperatorSignedIn
from checkin_app.domain.mandates import Mandates, differing
from checkin_app.domain.operators import Judged, Objection, counts_anyway, judge, objection
from db.engine import Link, Prepared
from db.log import facts as written
from db.log.heads import newest_arrival
from db.log.portable import Among
from db.log.rows import COLUMNS, fact_of
from db.log.tables import facts

_bind = sa.bindparam
_station = sa.func.substr(facts.c.log_id, sa.literal_column("1"), sa.literal_column("16"), type_=sa.Text)
_NAMED = Prepared(sa.select(*COLUMNS).where(facts.c.fact_id == _bind("fact_id"), _station == _bind("station")))
_STATED = Prepared(sa.select(*COLUMNS).where(facts.c.aspect == sa.literal_column(f"'{Aspect.OPERATOR}'")))
#: By the order in which they came: the index of aspects would have all that was ever said of operators gone through.
_STATED_SINCE = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.arrival > _bind("since"),
        sa.func.coalesce(facts.c.aspect, sa.literal_column("''")) == sa.literal_column(f"'{Aspect.OPERATOR}'"),
    )
)
_SIGN_INS = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.aspect == sa.literal_column(f"'{Aspect.SIGN_IN}'"), facts.c.subject == _bind("subject")
    )
)
_some = (facts.c.actor.in_(Among("actors")), facts.c.actor != sa.literal_column("''"))  # as its index has it
_BY = Prepared(sa.select(*COLUMNS).where(*_some))
_BY_LATER = Prepared(sa.select(*COLUMNS).where(*_some, facts.c.hlc >= _bind("since")))
_BY_BEHIND = Prepared(
    sa.select(*COLUMNS).where(
        facts.c.log_id == _bind("log_id"), facts.c.seq > _bind("seq"), facts.c.hlc < _bind("since")
    )
)
_HEARD = Prepared(sa.select(facts.c.log_id, sa.func.max(facts.c.seq)).where(*_some).group_by(facts.c.log_id))
_BY_ANYBODY = Prepared(sa.select(*COLUMNS).where(facts.c.actor != sa.literal_column("''")))

Stated = Mapping[Subject, Mandates]
#: Under which name a connection keeps what was said of operators.
KEPT = "said of operators"


class _Said(NamedTuple):
    """What was said of operators, as it was judged when so many facts had come."""

    judged: Judged
    arrival: int


class Judging:
    """Judges facts as one transaction sees them; reads nothing as long as no fact names who made it.

    What was said of operators is read once for each connection that writes, and from then on only what has come since.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self._told: _Said | None = None
        """As of the last fold: what was said since is told by `renew` alone."""
        self._sign_ins: dict[tuple[str, str], Fact] = {}

    def counts(self, fact: Fact) -> bool:
        by_itself = not fact.actor or fact.aspect is Aspect.OPERATION or counts_anyway(fact)
        return by_itself or self.objection(fact) is None

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

    def renew(self, sign_ins: Collection[str], folded: Callable[[], Mapping[Subject, Collection[str]]]) -> Stated:
        """Judge what was said since, and return what counted before of every operator of whom something else counts now.

        Args:
            sign_ins: what came, under which something may have been said that came earlier.
            folded: returns of each operator the names of the facts that counted when they were folded last; asked where
                this connection has kept nothing.
        """
        kept = self._link.kept.take(KEPT)  # what is judged in a transaction that is rolled back is not kept
        known = self._told or kept
        before: Stated
        if known:
            more = self._since(known)
            former = known.judged.go_on(more, self.sign_in) if known.judged.lacking.isdisjoint(sign_ins) else None
            if former is not None:
                self._tell(known.judged)
                return former
            before = known.judged.taken
            now = self._tell(judge([*known.judged.said, *more], self.sign_in))
        else:
            now = self._tell(judge(self._ever_said(), self.sign_in))
            before = _of_names(now.said, folded())
        return {
            subject: before.get(subject, Mandates())
            for subject in {*before, *now.taken}
            if _names(before.get(subject, ())) != _names(now.taken.get(subject, ()))
        }

    def made_otherwise(self, former: Stated) -> Iterator[Fact]:
        """Yield the facts that count now and did not while of some operators was said what is given, or the reverse."""
        before = {**self.stated, **former}
        for subject, theirs in former.items():
            for fact in self._concerned(subject, differing(theirs, self.stated.get(subject, Mandates()))):
                if self.objection(fact) != self.objection(fact, before):
                    yield fact

    def _concerned(self, subject: Subject, said: Sequence[Fact]) -> Iterator[Fact]:
        """Yield what an operator did, and approved, after something was said of them, or in the knowledge of it."""
        if said and (sign_ins := sign_ins_of(self._link, subject)):
            yield from made_after(self._link, sign_ins, said)
            yield from approved_by(self._link, sign_ins)

    def keep(self) -> None:
        """Keep what was said for the transactions to come: this one was committed."""
        if self._told:
            self._link.kept.keep(KEPT, self._told)

    def _judged_said(self) -> Judged:
        told: _Said | None = self._told or self._link.kept.get(KEPT)
        if told is None:
            return self._tell(judge(self._ever_said(), self.sign_in))
        self._told = told
        return told.judged

    def _tell(self, judged: Judged) -> Judged:
        self._told = _Said(judged, newest_arrival(self._link))
        return judged

    def _ever_said(self) -> list[Fact]:
        return [fact for fact in map(fact_of, self._link.all(_STATED)) if fact.aspect is Aspect.OPERATOR]

    def _since(self, known: _Said) -> list[Fact]:
        rows = self._link.all(_STATED_SINCE, since=known.arrival)
        return [fact for fact in map(fact_of, rows) if fact.aspect is Aspect.OPERATOR]

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


def _of_names(said: Iterable[Fact], names: Mapping[Subject, Collection[str]]) -> Stated:
    """Return of each operator what has one of their names, out of all that was said."""
    found: dict[Subject, Mandates] = {}
    for fact in said:
        if fact.fact_id in names.get(fact.subject, ()):
            found.setdefault(fact.subject, Mandates()).add(fact)
    return found


def _names(said: Iterable[Fact]) -> frozenset[FactId]:
    return frozenset(each.fact_id for each in said)


def made_under(link: Link, sign_ins: Sequence[FactId]) -> Iterator[Fact]:
    """Yield the facts that name one of some sign-ins."""
    return map(fact_of, link.all(_BY, actors=json.dumps(sign_ins)))


def made_after(link: Link, sign_ins: Sequence[Fact], said: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts made under some sign-ins to which some of what was said, by stamp, can have gone before.

    That is what has a later stamp, what stands behind it in its log, and what was made by whoever knew of it.
    """
    actors, since = json.dumps([each.fact_id for each in sign_ins]), said[0].hlc
    yield from map(fact_of, link.all(_BY_LATER, actors=actors, since=since))
    said_names = _names(said)
    telling = [each.fact_id for each in sign_ins if not said_names.isdisjoint(each.said_as(OperatorSignedIn).after)]
    yield from made_under(link, telling) if telling else ()
    under = {each.fact_id for each in sign_ins}
    for log_id, seq in {each.log_id: each.seq for each in sorted(said, key=lambda each: -each.seq)}.items():
        behind = map(fact_of, link.all(_BY_BEHIND, log_id=log_id, seq=seq, since=since))
        yield from (fact for fact in behind if fact.actor in under)


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
    """Yield what people did who might not, each with the sign-in that it names and why: some of it counts all the same."""
    judging = Judging(link)
    for row in link.each(_BY_ANYBODY):
        fact = fact_of(row)
        is_asked = counts_anyway(fact) or not judging.counts(fact)
        if is_asked and (why := judging.objection(fact)):
            yield fact, judging.sign_in(fact), why
