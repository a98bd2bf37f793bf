"""Facts of a station that writes what no version of ours would: taken, passed on, and no harm to anything."""

from collections.abc import Mapping
from typing import Any

import dbkit
import pytest
from msgspec.structs import replace

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, Instant, Subject, delegate_subject, station_of
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.badges import code_of
from checkin_app.services.merging import Bundle, bundle_above
from db.log.own_log import OwnLog
from db.log.stamps import Stamp, now
from db.store import Store

WHO = dbkit.delegate(1)
NOON = Instant(1_727_000_000_000)
_GO = {"verdict": "go", "reason": "admitted", "checkpoint": "opening", "delegate": WHO.id}
_BUS = {"values": {"route": "1", "licensed_seats": 4, "usable_seats": 4}}


class Stranger:
    """An admitted station that signs anything."""

    def __init__(self) -> None:
        self.keys = StationKeys.generate()
        self.log = OwnLog(self.keys.station, self.keys.sign)
        name = {"name": "X", "public_key": self.keys.public_key.hex(), "station": self.keys.station}
        self.facts = [self.fact("station.enrolled", f"station:{self.keys.station}", name)]

    def fact(self, kind: str, subject: str, body: dict[str, Any], at: int = NOON, fact_id: str = "") -> Fact:
        stamp = Stamp(dbkit.hlc(now() + 1000), Instant(at), 0)  # after all that was done here
        return self.log.write(dbkit.AnyDraft(kind, Subject(subject), body), fact_id or dbkit.fact_id(), stamp)  # type: ignore[arg-type]  # any text will do

    def raw(self, kind: str, subject: Subject, body: bytes, at: int = NOON) -> Fact:
        """Return a fact with a body of any bytes, signed; nothing can be written after it."""
        unsigned = replace(self.fact("scan.undone", subject, {}, at=at), kind=kind, body=body, signature=b"")
        return replace(unsigned, signature=self.keys.sign(unsigned.signed_bytes()))

    def tell(self, store: Store, *facts: Fact, documents: Mapping[Digest, bytes] | None = None) -> int:
        admitted = {self.keys.station: self.keys.public_key}
        return dbkit.merging(store).take(Bundle((*self.facts, *facts), documents or {}), admitted).stored


def everything_is_read(store: Store) -> None:
    """Read and show as the screens and commands do."""
    queries = store.queries()
    forum = queries.forum()
    for card in queries.cards(queries.delegate_ids()):
        code_of(store.keys, forum.id, card.delegate.id, card.badge.current)
        for presence in card.movements.presences:
            forum.local(presence.since)
            forum.local(presence.first_at)
    for scan in queries.recent_scans(100):
        forum.local(scan.at)
        for value in scan.decision.details.values():
            if isinstance(value, int):
                forum.local(Instant(value))
    for conflict in queries.conflicts():
        for claim in conflict.claims:
            forum.local(Instant(int(claim["at"])))
    for each in queries.buses(rehearsal=False):
        queries.manifest(each.bus.code, rehearsal=False)
    queries.checkpoint_counts(rehearsal=False)
    for job in queries.jobs(100):
        forum.local(job.at)
        code_of(store.keys, forum.id, job.delegate, job.issue)
    store.check()


_HOSTILE: dict[str, tuple[str, str, dict[str, Any], dict[str, Any]]] = {
    "a delegate whose id no code can hold": ("delegate.registered", "delegate:zz", {"values": {}}, {}),
    "a scan of such a delegate": ("scan.decided", "delegate:zz", _GO, {}),
    "an issue that no code can hold": (
        "badge.replaced", delegate_subject(WHO.id), {"issue": 256, "reason": "x"}, {},
    ),
    "an issue before the first": ("badge.replaced", delegate_subject(WHO.id), {"issue": 0, "reason": "x"}, {}),
    "a bus whose number is none": ("bus.added", "bus:²-1", _BUS, {}),
    "a bus with a number beyond counting": ("bus.added", "bus:" + "1" * 5000, _BUS, {}),
    "a time that no calendar has": ("scan.decided", delegate_subject(WHO.id), _GO, {"at": 2**62}),
    "a time before all": ("scan.decided", delegate_subject(WHO.id), _GO, {"at": -(2**62)}),
    "a time within a decision that no calendar has": (
        "scan.decided", delegate_subject(WHO.id), {**_GO, "details": {"since": 2**62}}, {},
    ),
    "a name for a fact that breaks a list of names": (
        "scan.decided", delegate_subject(WHO.id), _GO, {"fact_id": "a,b"},
    ),
    "a job for a badge that no code can hold": (
        "job.changed", "job:1", {"delegate": "zz", "issue": 1, "printer": "", "state": "queued", "detail": ""}, {},
    ),
    "a job in a time that no calendar has": (
        "job.changed", "job:1",
        {"delegate": WHO.id, "issue": 1, "printer": "", "state": "queued", "detail": ""}, {"at": 2**62},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_fact_is_kept_and_harms_nothing(store: Store, name: str) -> None:
    kind, subject, body, more = _HOSTILE[name]
    dbkit.register(store, WHO)
    stranger = Stranger()
    fact = stranger.fact(kind, subject, body, **more)
    good = stranger.fact("scan.decided", delegate_subject(WHO.id), _GO)
    assert stranger.tell(store, fact, good) == 3
    everything_is_read(store)
    assert store.queries().health().unknown_kinds == 1


#: Readable, and with something besides that another kind would have.
_BESIDES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "nothing where an edit names what it supersedes": (
        "delegate.amended", delegate_subject(WHO.id), {"values": {"route": "1"}, "supersedes": None},
    ),
    "nothing where a bus's does": ("bus.added", "bus:1-1", {**_BUS, "supersedes": None}),
    "a number where others name what they know": ("scan.undone", delegate_subject(WHO.id), {"fact": "x", "after": 5}),
    "a list where others name a document": (
        "badge.revoked", delegate_subject(WHO.id), {"reason": "x", "document": [1]},
    ),
    "a digest where others name a document": (
        "ride.assigned", delegate_subject(WHO.id), {"bus": None, "document": "d" * 64},
    ),
    "a way that is none": ("scan.decided", delegate_subject(WHO.id), {**_GO, "direction": "sideways"}),
}  # fmt: skip


@pytest.mark.parametrize("name", _BESIDES)
def test_what_a_kind_does_not_know_is_passed_over_by_every_fold(store: Store, name: str) -> None:
    dbkit.register(store, WHO)
    stranger = Stranger()
    assert stranger.tell(store, stranger.fact(*_BESIDES[name])) == 2
    everything_is_read(store)
    assert store.queries().health().unknown_kinds == 0
    assert not store.log.lacking_documents()


def test_an_adoption_that_cannot_be_read_leaves_the_forum_there_was(store: Store) -> None:
    dbkit.register(store, WHO)
    stranger = Stranger()
    junk = b"a forum file of a version that is not written yet"
    for number, document in enumerate((junk, None)):
        digest = digest_of(document or b"never sent")
        adopted = stranger.fact("forum.adopted", "forum:harbour-2024", {"document": digest})
        assert stranger.tell(store, adopted, documents={digest: document} if document else {}) == 2 - number
        assert store.queries().forum().id == "harbour-2024"
        assert dbkit.scanning(store).scan([dbkit.code_of(store, WHO.id)], dbkit.OPENING).decision.verdict in {
            "go",
            "again",
        }
    everything_is_read(store)


def test_the_adoption_of_another_forum_is_never_in_force(store: Store) -> None:
    stranger = Stranger()
    other = b'{"forum": "mountain-2030"}'
    digest = digest_of(other)
    adopted = stranger.fact("forum.adopted", "forum:mountain-2030", {"document": digest})
    assert stranger.tell(store, adopted, documents={digest: other}) == 2
    assert store.queries().forum().id == "harbour-2024"


def test_a_newer_file_of_the_same_forum_is_in_force(store: Store) -> None:
    stranger = Stranger()
    newer = b'{"forum": "harbour-2024", "edition": 2}'
    adopted = stranger.fact("forum.adopted", "forum:harbour-2024", {"document": digest_of(newer)})
    stranger.tell(store, adopted)
    with store.unit() as unit:
        before = unit.forum
    stranger.tell(store, documents={digest_of(newer): newer})
    with store.unit() as unit:
        assert unit.forum is not before


@pytest.mark.parametrize("broken", ["half a character", "an enrolment without a bottom"])
def test_a_fact_that_cannot_even_be_read_holds_up_no_other(store: Store, broken: str) -> None:
    stranger = Stranger()
    good = stranger.fact("badge.revoked", delegate_subject(WHO.id), {"reason": "x"})
    if broken == "half a character":
        bad = replace(stranger.fact("badge.revoked", delegate_subject(WHO.id), {"reason": "x"}), actor="\ud800")
    else:
        endless = replace(stranger.facts[0], seq=9, body=b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}")
        bad = replace(endless, signature=stranger.keys.sign(endless.signed_bytes()))
    assert stranger.tell(store, bad, good) == 2


def test_what_a_newer_version_wrote_is_passed_on_with_its_documents(store: Store) -> None:
    stranger, photo = Stranger(), b"a photo"
    draft = dbkit.AnyDraft("delegate.amended", delegate_subject(WHO.id), {"photos": [digest_of(photo)]}, version=2)
    newer = stranger.log.write(draft, dbkit.fact_id(), Stamp(dbkit.hlc(NOON), NOON, 0))
    assert stranger.tell(store, newer, documents={digest_of(photo): photo}) == 2
    bundle = bundle_above(store.log, {}, 100)
    assert newer in bundle.facts
    assert bundle.documents[digest_of(photo)] == photo


def test_of_each_laptop_it_is_known_how_much_it_wrote_when_last_and_what_of_it_nobody_reads_here(store: Store) -> None:
    stranger = Stranger()
    later = stranger.fact("delegate.photographed", delegate_subject(WHO.id), {})
    stranger.tell(store, later)
    written, held = store.queries().written(), store.log.vector()
    assert {station: each.facts for station, each in written.items()} == {
        station: sum(seq for log_id, seq in held.items() if station_of(log_id) == station) for station in written
    }
    of_stranger = written[station_of(later.log_id)]
    assert (of_stranger.newest, of_stranger.unread) == (NOON, 1)
    assert written[store.station.id].unread == 0
