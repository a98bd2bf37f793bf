"""What screens and commands read, on query-only connections: each call sees one state of the store."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

import sqlalchemy as sa

from checkin_app.domain.badge_numbers import has_digits
from checkin_app.domain.bounds import desks_since
from checkin_app.domain.buses import Bus
from checkin_app.domain.contradictions import Conflict
from checkin_app.domain.delegates import BadgeStanding
from checkin_app.domain.enrolment import Enrolment
from checkin_app.domain.forum import Forum
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import BusCode, DelegateId, Instant, StationId, bus_of
from checkin_app.domain.jobs import JobState
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.stations import StationRevoked
from checkin_app.domain.movements import Movements
from checkin_app.domain.operations import TakenList
from checkin_app.domain.sync.laptops import Written
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.kept_out import KeptOut
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.people import DelegateCard, Hardship, Hit, SearchHitKind
from checkin_app.services.ports.records import Record
from checkin_app.services.ports.stations import Station
from checkin_app.services.ports.transactions import Clock
from checkin_app.services.ports.upkeep import Folded, Health, Holding
from db import contradictions, counts, finding, folded, forum_versions, hard_names, records, taken_lists
from db.bus_reads import BusQueries
from db.engine import Link, Prepared
from db.finding import Finder
from db.log import documents, heads, kept_out
from db.log import written as written_by
from db.log.tables import facts, logs
from db.losses import Losses
from db.operator_reads import OperatorQueries
from db.projections import badges, buses, issues, jobs, merges, people, scans, stations, told
from db.projections.columns import storable
from db.projections.forums import Forums
from db.projections.person import movements_of
from db.readers import Reader
from db.remembered import Remembered
from db.scan_reads import ScanQueries

_bind = sa.bindparam
#: Of those called like somebody: more are told apart by their records.
_MOST_NAMESAKES = 5
_delegates, _scans, _facts, _logs = people.delegates, scans.scans, facts, logs
_merges = merges.merges

_order = finding.ORDER
_IDS = Prepared(sa.select(_order.c.delegate_id).order_by(_order.c.place, _order.c.delegate_id))
_IDS_WHERE = Prepared(
    sa.select(_order.c.delegate_id)
    .join_from(_order, _delegates, _delegates.c.id == _order.c.delegate_id)
    .where(
        sa.or_(_bind("category") == "", _delegates.c.category == _bind("category")),
        sa.or_(_bind("delegation") == "", _delegates.c.delegation == _bind("delegation")),
    )
    .order_by(_order.c.place, _order.c.delegate_id)
)
_HEALTH = Prepared(
    sa.select(
        sa.func.coalesce(sa.func.sum(_logs.c.head_seq), 0),
        sa.func.coalesce(sa.func.sum(_logs.c.flagged), 0),
    )
)
_UNREAD = Prepared(sa.select(sa.func.count()).select_from(_facts).where(_facts.c.unread.is_not(None)))


@dataclass(frozen=True, slots=True)
class Shared:
    """What the queries share with the rest of an open store."""

    forums: Forums
    finder: Finder
    losses: Losses
    clock: Clock
    others: Callable[[], Hashable]
    """Returns what differs once another process has written."""


class StoreQueries(OperatorQueries, ScanQueries, BusQueries):
    """Implements ``services.queries.Queries``; may be used by several threads at once."""

    def __init__(self, reader: Reader, station: Station, shared: Shared) -> None:
        self._reader = reader
        self._station = station
        self._forums = shared.forums
        self._finder = shared.finder
        self._losses = shared.losses
        self._clock = shared.clock
        self._others = shared.others
        self._version = counts.Version()
        self._enrolments = Remembered(stations.enrolments, [Aspect.STATION])
        self._said_of_stations = Remembered(partial(told.in_order_of_arrival, aspect=Aspect.STATION), [Aspect.STATION])

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Remember nothing that was read before rows are mended, here."""
        try:
            yield
        finally:
            self._version.forget()
            self._enrolments.forget()
            self._said_of_stations.forget()

    def close(self) -> None:
        self._reader.close()

    def forum(self) -> Forum:
        with self.reading() as link:
            return self._forums.current(link)

    def forum_file(self) -> bytes:
        with self.reading() as link:
            return self._forums.file(link)

    def station(self) -> Station:
        return self._station

    def enrolments(self) -> Sequence[Enrolment]:
        with self.reading() as link:
            return self._enrolments.at(link)

    def revocations(self) -> Sequence[StationRevoked]:
        """Return by what laptops were shut out."""
        with self.reading() as link:
            return [each.said for each in self._said_of_stations.at(link) if isinstance(each.said, StationRevoked)]

    def desks_since(self) -> Mapping[StationId, Hlc]:
        """Return since when laptops are desks that were coordinators' before."""
        with self.reading() as link:
            return desks_since(self._said_of_stations.at(link))

    def stations(self) -> Sequence[Station]:
        with self.reading() as link:
            return stations.every(link)

    def written(self) -> Mapping[StationId, Written]:
        with self.reading() as link:
            return written_by.each_station(link)

    def card(self, delegate: DelegateId) -> DelegateCard | None:
        return next(iter(self.cards([delegate])), None)

    def cards(self, delegates: Sequence[DelegateId]) -> Sequence[DelegateCard]:
        """Return the cards of those who are known, in the order asked for; of a voided record of who stands for it."""
        if not delegates:
            return []
        ids = list(delegates)
        with self.reading() as link:
            found = people.some(link, ids)
            if len(found) < len(ids):
                under = merges.roots_of(link, [each for each in ids if each not in found])
                ids = [under.get(each, each) for each in ids]
                found = people.some(link, ids) if under else found
            standings = badges.some(link, ids)
            moved = movements_of(link, ids)
            known = _buses_of(link, moved)
            in_files = issues.of_many(link, ids)
            along = jobs.taken_along(link, ids)
        return [
            DelegateCard(
                found[each],
                standings.get(each, BadgeStanding()),
                moved[each],
                _scanned_at(known, moved[each]),
                in_files.get(each, frozenset()),
                along.get((each, standings.get(each, BadgeStanding()).current)),
            )
            for each in ids
            if each in found
        ]

    def record(self, delegate: DelegateId) -> Record | None:
        card = self.card(delegate)
        if card is None:
            return None
        with self.reading() as link:
            return records.record(link, card, stations.names(link))

    def find(self, text: str, limit: int = 50) -> Sequence[Hit]:
        with self.reading() as link:
            hits = records.merged_hits(link, self._finder.find(link.connection, text, limit))
            if limit > 0 and has_digits(text) and not any(hit.kind is SearchHitKind.NUMBER for hit in hits):
                # The numbers of a voided record are its person's: one may stand on a badge, the other in a mail.
                number = storable(text.strip())
                theirs = people.bore(link, number) or people.called(link, number)
                bore = [Hit(who, SearchHitKind.NUMBER) for who in theirs]
                standing = {hit.delegate for hit in bore}
                hits = [*bore, *(hit for hit in hits if hit.delegate not in standing)][:limit]
            return [*hits, *self._namesakes(link, hits)][:limit]

    def _namesakes(self, link: Link, hits: Sequence[Hit]) -> Iterator[Hit]:
        """Yield who is called like the one bearer of a number: a number of a namesake is the likeliest one to be mistaken."""
        bearers = [hit.delegate for hit in hits if hit.kind is SearchHitKind.NUMBER]
        bearer = people.one(link, bearers[0]) if len(bearers) == 1 else None
        if bearer is None:
            return
        known = {hit.delegate for hit in hits}
        alike = self._finder.namesakes(link.connection, bearer.name, bearer.latin_name, _MOST_NAMESAKES)
        under = merges.roots_of(link, alike)
        for who in dict.fromkeys(under.get(each, each) for each in alike):
            if who not in known:
                yield Hit(who, SearchHitKind.NAME)

    def look_alikes(self, name: str, latin_name: str, limit: int = 5) -> Sequence[DelegateId]:
        with self.reading() as link:
            alike = self._finder.look_alikes(link.connection, name, latin_name, limit)
            under = merges.roots_of(link, alike)
            return list(dict.fromkeys(under.get(each, each) for each in alike))

    def bearers(self, text: str) -> Sequence[Hit]:
        with self.reading() as link:
            return self._finder.bearers(link.connection, storable(text))

    def resolve(self, text: str) -> DelegateId | None:
        wanted = storable(text.strip())
        if not wanted:
            return None
        with self.reading() as link:
            if people.one(link, wanted.lower()):
                return DelegateId(wanted.lower())
            if root := merges.root_of(link, DelegateId(wanted.lower())):
                return root
            # A list may give numbers without a digit, which are no number to whoever reads what is typed.
            found = {hit.delegate for hit in self._finder.bearers(link.connection, wanted)}
            found = found.union(people.bearing(link, wanted), people.called(link, wanted), people.bore(link, wanted))
            return people.sole([*(found or people.ticketed(link, wanted))])

    def delegate_ids(self, category: str = "", delegation: str = "") -> Sequence[DelegateId]:
        """Return who is expected, by delegation and name, in the order in which people read them."""
        with self.reading() as link:
            if not (category or delegation):  # the index alone answers
                return [row[0] for row in link.all(_IDS)]
            return [row[0] for row in link.all(_IDS_WHERE, category=category, delegation=delegation)]

    def hardest(self) -> Mapping[Hardship, DelegateId]:
        with self.reading() as link:
            return hard_names.hardest(link)

    def checkpoint_counts(self, *, rehearsal: bool) -> Sequence[CheckpointCount]:
        with self.reading() as link:
            return counts.of_checkpoints(link, self._forums.current(link), rehearsal=rehearsal)

    def conflicts(self) -> Sequence[Conflict]:
        with self.reading() as link:
            return forum_versions.told(link, self._forums, contradictions.current(link))

    def heard(self, conflict: Conflict) -> Sequence[Mapping[StationId, Instant]]:
        with self.reading() as link:
            return contradictions.heard(link, conflict, self._station.id)

    def settled(self, limit: int) -> Sequence[Conflict]:
        with self.reading() as link:
            return forum_versions.told(link, self._forums, contradictions.settled(link, limit))

    def kept_out(self) -> KeptOut:
        with self.reading() as link:
            return replace(kept_out.read(link, stations.names(link)), documents=len(documents.lacking(link)))

    def jobs(self, limit: int) -> Sequence[Job]:
        with self.reading() as link:
            return jobs.newest(link, limit)

    def valid_badges(self, after: DelegateId, most: int) -> Sequence[tuple[DelegateId, int]]:
        with self.reading() as link:
            return badges.valid(link, after, most)

    def own_jobs(self, states: Collection[JobState]) -> Sequence[Job]:
        with self.reading() as link:
            return jobs.of_station(link, self._station.id, states)

    def own_jobs_at(self, printer: str, states: Collection[JobState], since: Instant) -> int:
        with self.reading() as link:
            return jobs.count_at(link, self._station.id, printer, states, since)

    def lists_taken(self, limit: int = 100) -> Sequence[TakenList]:
        with self.reading() as link:
            names = {each.id: each.name for each in stations.every(link)}
            return taken_lists.newest(link, limit, names)

    def holding(self) -> Holding:
        """Return what was found missing at the opening and has not come back since; quickly where nothing was."""
        if not self._losses.lost:
            return self._losses.holding({})
        with self.reading() as link:
            return self._losses.holding(heads.heads_of(link))

    def others(self) -> Hashable:
        """Return what differs from what it was once another process has written to this store, and only then."""
        return self._others()

    def health(self) -> Health:
        with self.reading() as link:
            written, flagged = link.one(_HEALTH) or (0, 0)
            unread = link.one(_UNREAD)
            out = kept_out.read(link, stations.names(link))
        missing = self.holding().missing
        return Health(
            facts=written,
            unknown_kinds=unread[0] if unread else 0,
            flagged_clocks=flagged,
            missing=missing,
            kept_out=out,
        )

    def folded(self) -> Folded:
        with self.reading() as link:
            return folded.read(link)


def _buses_of(link: Link, moved: Mapping[DelegateId, Movements]) -> Mapping[BusCode, Bus]:
    """Return the buses that any of them was scanned at."""
    codes = {code for each in moved.values() for seen in each.presences if (code := bus_of(seen.checkpoint))}
    return buses.some(link, sorted(codes)) if codes else {}


def _scanned_at(known: Mapping[BusCode, Bus], moved: Movements) -> tuple[Bus, ...]:
    codes = dict.fromkeys(bus_of(each.checkpoint) for each in moved.presences)
    return tuple(known[code] for code in codes if code and code in known)
