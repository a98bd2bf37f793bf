"""A kind of fact is one class: how it is written, what of what others write can be read, and what it changes."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from factkit import WHO, named, told
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from checkin_app.domain.canonical import canonical, object_of
from checkin_app.domain.changes import Changed
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import LogId, station_id
from checkin_app.domain.kinds.body import Aspect, Body
from checkin_app.domain.kinds.buses import BusAdded
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.kinds.registry import KINDS
from checkin_app.domain.kinds.scans import ScanDecided

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(32)
LOG = LogId(station_id(KEY) + "0" * 16)
OTHER_KEY = bytes([1]) * 32
OTHER = station_id(OTHER_KEY)
TICKET = '{"name":"badge 1-1 mark","number":7,"printer":"A"}'
DIGEST, DELEGATE, ID = "d" * 64, "00000000000000a1", named(1)

#: What stores hold of each kind, byte for byte, with all that its writers ever left out and put in.
WRITTEN: list[tuple[str, str, str]] = [
    ("station.enrolled", "station:x", f'{{"name":"Desk","public_key":"{KEY.hex()}","station":"{LOG[:16]}"}}'),
    ("station.asked", "station:x", f'{{"name":"Desk","public_key":"{OTHER_KEY.hex()}","station":"{OTHER}","words":"a"}}'),
    (
        "station.admitted", "station:x",
        f'{{"name":"Desk","public_key":"{OTHER_KEY.hex()}","role":"desk","station":"{OTHER}"}}',
    ),
    (
        "station.revoked", "station:x",
        (f'{{"public_key":"{OTHER_KEY.hex()}","reason":"stolen","station":"{OTHER}",'
        f'"trusted":{{"{OTHER}0000000000000000":7}}}}'),
    ),
    ("station.left", "station:x", f'{{"public_key":"{KEY.hex()}","station":"{LOG[:16]}"}}'),
    ("forum.adopted", "forum:x", f'{{"after":[],"document":"{DIGEST}"}}'),
    ("forum.adopted", "forum:x", f'{{"document":"{DIGEST}"}}'),
    (
        "delegate.registered", WHO,
        f'{{"document":"{DIGEST}","source":"list","values":{{"badge_no":"0001","languages":["zh"],"origin":"é"}}}}',
    ),
    ("delegate.registered", WHO, f'{{"document":"{DIGEST}","supersedes":{{}},"values":{{}}}}'),
    ("delegate.amended", WHO, f'{{"supersedes":{{"route":["{ID}"]}},"values":{{"photo":[1,null],"route":"3"}}}}'),
    ("delegate.withdrawn", WHO, f'{{"act":"{ID}","badge_no":"HQ001","fact":"{ID}"}}'),
    ("delegate.merged", WHO, f'{{"after":[],"into":"{DELEGATE}"}}'),
    ("delegate.parted", WHO, f'{{"after":["{ID}"]}}'),
    ("badge.issued", WHO, '{"issue":1}'),
    ("badge.replaced", WHO, '{"issue":2,"reason":"lost\\n"}'),
    ("badge.revoked", WHO, '{"reason":"陈"}'),
    ("badge.revoked", WHO, '{"after":[],"reason":"struck from the list"}'),
    ("badge.restored", WHO, f'{{"after":["{ID}"],"reason":"a mistake"}}'),
    (
        "scan.decided", WHO,
        (f'{{"after":["{ID}"],"checkpoint":"opening","delegate":"{DELEGATE}","details":{{"since":5,"station":"x"}},'
        '"direction":"in","how":"scanned","issue":null,"reason":"admitted","rehearsal":false,"verdict":"go"}'),
    ),
    (
        "scan.decided", "code:x",
        '{"checkpoint":"opening","code":"x","details":{},"reason":"foreign_code","rehearsal":true,"verdict":"unreadable"}',
    ),
    (
        "scan.answered", WHO,
        (f'{{"answer":"let_in","checkpoint":"opening","delegate":"{DELEGATE}","fact":"{ID}","moved_from":[],'
        '"reason":"let_in","rehearsal":false}'),
    ),
    (
        "scan.answered", f"scan:{ID}",
        (f'{{"answer":"find_name","checkpoint":"opening","delegate":null,"fact":"{ID}","moved_from":["bus:1-1"],'
        '"reason":"foreign_code","rehearsal":false}'),
    ),
    (
        "boarding.overridden", WHO,
        (f'{{"after":["{ID}"],"answer":"override","approved_by":"{ID}","asked":"needs_accessible_place",'
        f'"checkpoint":"bus:1-1","delegate":"{DELEGATE}","fact":"{ID}","ground":"can_manage","moved_from":[],'
        f'"reason":"boarded_by_override","rehearsal":false,"stop":"大坝观景台","text":"{DIGEST}"}}'),
    ),
    ("scan.undone", WHO, f'{{"fact":"{ID}"}}'),
    (
        "presence.settled", WHO,
        (f'{{"absent":false,"after":["{ID}"],"checkpoint":"bus:1-1","delegate":"{DELEGATE}","moved_from":["bus:1-2"],'
        '"reason":"boarded","rehearsal":false}'),
    ),
    (
        "contradiction.settled", "contradiction:00000000000000c1",
        (f'{{"about":"{DELEGATE}","after":[],"choice":"this:{ID}","claims":["{ID}"],"field":"phone","rehearsal":false,'
        f'"shown_by":["{ID}"],"what":"two_edits"}}'),
    ),
    ("contradiction.reopened", "contradiction:00000000000000c1", f'{{"after":["{ID}"]}}'),
    ("ride.assigned", WHO, '{"bus":"1-1","supersedes":[]}'),
    ("ride.assigned", WHO, f'{{"bus":null,"supersedes":["{ID}"]}}'),
    ("ride.said", WHO, f'{{"bus":"1-1","knows":["{ID}"],"rehearsal":false,"route":"1","what":"standby"}}'),
    (
        "ride.said", WHO,
        f'{{"bus":"1-2","ground":"other","knows":[],"leaves":"1-1","rehearsal":false,"text":"{DIGEST}","what":"transfer"}}',
    ),
    (
        "ride.said", WHO,
        f'{{"by":"{DELEGATE}","confirms":"{ID}","knows":["{ID}"],"rehearsal":false,"what":"no_show"}}',
    ),
    (
        "ride.left", WHO,
        (f'{{"after":["{ID}"],"belongings":true,"checkpoint":"bus:1-1","delegate":"{DELEGATE}","ground":"conduct",'
        f'"knows":["{ID}"],"moved_from":[],"reason":"got_off","rehearsal":false,"text":"{DIGEST}","what":"offloaded"}}'),
    ),
    ("ride.undone", WHO, f'{{"fact":"{ID}","what":"excused"}}'),
    ("bus.added", "bus:1-1", '{"values":{"licensed_seats":43,"route":"1","usable_seats":40}}'),
    ("bus.amended", "bus:1-1", f'{{"document":"{DIGEST}","supersedes":{{"bay":["{ID}"]}},"values":{{"bay":"B"}}}}'),
    ("bus.moved_to", "bus:1-1", '{"after":[],"state":"boarding"}'),
    ("bus.moved_to", "bus:1-1", '{"state":"closed"}'),
    (
        "bus.counted", "bus:1-1",
        f'{{"after":[],"counting":"{ID}","document":"{DIGEST}","method":"heads","people":43,"round":1}}',
    ),
    ("bus.crewed", "bus:1-1", f'{{"after":["{ID}"],"crew":{{"driver":1,"medic":0}}}}'),
    (
        "bus.released", "bus:1-1",
        (f'{{"after":["{ID}"],"agreed":false,"by_self":false,"document":"{DIGEST}","people":43,"souls":44,'
        f'"unaccounted":["{DELEGATE}"]}}'),
    ),
    (
        "bus.released", "bus:1-1",
        f'{{"after":[],"agreed":true,"approved_by":"{ID}","by_self":true,"people":44,"souls":44,"unaccounted":[]}}',
    ),
    ("bus.release_reviewed", "bus:1-1", f'{{"after":["{ID}"],"release":"{ID}"}}'),
    ("bus.emptied", "bus:1-1", f'{{"after":["{ID}"],"document":"{DIGEST}"}}'),
    ("bus.closed", "bus:1-1", f'{{"after":["{ID}"],"tallies":true}}'),
    ("bus.reopened", "bus:1-1", f'{{"after":["{ID}"],"document":"{DIGEST}"}}'),
    ("bus.held", "bus:1-1", f'{{"after":["{ID}"],"document":"{DIGEST}"}}'),
    ("bus.cancelled", "bus:1-1", f'{{"after":["{ID}"],"document":"{DIGEST}"}}'),
    ("bus.arrived", "bus:1-1", f'{{"after":["{ID}"],"stop":"大坝观景台"}}'),
    ("bus.arrival_undone", "bus:1-1", f'{{"after":["{ID}"],"fact":"{ID}"}}'),
    ("bus.departure_undone", "bus:1-1", f'{{"after":["{ID}"],"fact":"{ID}"}}'),
    ("bus.stop_skipped", "bus:1-1", f'{{"after":[],"document":"{DIGEST}","stop":"大坝观景台"}}'),
    ("bus.stop_restored", "bus:1-1", f'{{"after":["{ID}"],"fact":"{ID}"}}'),
    (
        "bus.swapped", "bus:1-1",
        (f'{{"after":["{ID}"],"before":"departed","cause":"broken_down","document":"{DIGEST}","left":["{DELEGATE}"],'
        f'"moves":["{DELEGATE}"],"to":"1-9"}}'),
    ),
    ("bus.swap_undone", "bus:1-1", f'{{"after":["{ID}"],"state":"departed","swap":"{ID}"}}'),
    (
        "bus.emergency_called", "bus:1-1",
        (f'{{"aboard":["{DELEGATE}"],"after":["{ID}"],"crew":["guide-1","driver-1"],"document":"{DIGEST}","expected":[],'
        f'"rehearsal":false,"version":812}}'),
    ),
    (
        "bus.emergency_marked", "bus:1-1",
        f'{{"after":["{ID}"],"calls":["{ID}"],"condition":"injured","document":"{DIGEST}","who":"{DELEGATE}"}}',
    ),
    ("bus.emergency_ended", "bus:1-1", f'{{"after":["{ID}"],"calls":["{ID}"],"how":"over","unknown":0}}'),
    (
        "job.changed", f"job:{ID}",
        f'{{"after":["{ID}"],"delegate":"{DELEGATE}","detail":"","issue":1,"printer":"desk","state":"laminating"}}',
    ),
    (
        "job.changed", f"job:{ID}",
        f'{{"delegate":"{DELEGATE}","detail":"","issue":1,"printer":"A","state":"sent","ticket":{TICKET}}}',
    ),
    ("operation.opened", f"operation:{LOG}", f'{{"document":"{DIGEST}","facts":3,"what":"list"}}'),
    ("operation.opened", f"operation:{LOG}", '{"facts":3,"what":"seating"}'),
    ("operation.closed", f"operation:{LOG}", "{}"),
    ("operation.taken_back", f"operation:{LOG}", "{}"),
    (
        "operator.named", "operator:00000000000000e1",
        (f'{{"after":[],"badge":null,"document":"{DIGEST}","heard":{{"{LOG}":7}},"listed":false,'
        '"role":"route_dispatcher"}'),
    ),
    ("operator.revoked", "operator:00000000000000e1", f'{{"after":["{ID}"],"heard":{{}},"reason":"left"}}'),
    ("operator.pin_set", "operator:00000000000000e1", f'{{"after":[],"document":"{DIGEST}"}}'),
    ("operator.pin_set", "operator:00000000000000e1", f'{{"after":["{ID}"],"document":null}}'),
    ("operator.signed_in", "operator:00000000000000e1", f'{{"after":["{ID}"],"how":"badge"}}'),
]  # fmt: skip


def fact_of(kind: str, subject: str, body: str | bytes) -> Fact:
    fact = told(LOG, 1, kind, {}, at=1, about=subject)
    return structs.replace(fact, body=body.encode() if isinstance(body, str) else body)


def test_every_kind_is_among_what_was_written() -> None:
    assert {kind for kind, _, _ in WRITTEN} == set(KINDS)


@pytest.mark.parametrize(("kind", "subject", "body"), WRITTEN)
def test_what_was_written_is_read_and_would_be_written_so_again(kind: str, subject: str, body: str) -> None:
    said = fact_of(kind, subject, body).said_as(KINDS[kind])
    assert canonical(said) == body.encode()


def plainly(value: object) -> bytes:
    """Return the one byte form as the standard library writes it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.recursive(st.none() | st.booleans() | st.integers() | _TEXTS, lambda some: st.dictionaries(_TEXTS, some)))
def test_the_one_byte_form_is_that_of_the_standard_library(value: Any) -> None:
    assert canonical({"value": value}) == plainly({"value": value})


@given(
    reason=_TEXTS,
    values=st.dictionaries(_TEXTS, st.none() | st.booleans() | st.integers() | st.lists(_TEXTS), max_size=4),
    details=st.dictionaries(_TEXTS, _TEXTS | st.integers(0, 2**47 - 1), max_size=4),
)
def test_a_body_is_written_as_its_fields_would_be(reason: str, values: dict[str, Any], details: dict[str, Any]) -> None:
    known = {name: value for name, value in values.items() if name not in DelegateRegistered.FORM.__struct_fields__}
    scan = {"verdict": "go", "reason": "admitted", "checkpoint": reason, "details": details, "rehearsal": False}
    for kind, body in (
        ("badge.revoked", {"reason": reason}),
        ("delegate.registered", {"values": known, "source": reason}),
        ("scan.decided", scan),
    ):
        said = fact_of(kind, WHO, plainly(body)).said_as(KINDS[kind])
        assert canonical(said) == plainly(body)


@pytest.mark.parametrize(("kind", "subject", "body"), WRITTEN)
def test_what_a_newer_version_adds_is_passed_over(kind: str, subject: str, body: str) -> None:
    more = {**json.loads(body), "colour": {"of": ["the", 1, None]}}
    said = fact_of(kind, subject, plainly(more)).said_as(KINDS[kind])
    assert canonical(said) == body.encode()


#: One thing wrong with each, none of which any version of ours writes.
UNREADABLE: dict[str, tuple[str, str, bytes]] = {
    "no object": ("badge.revoked", WHO, b'["reason"]'),
    "a field too few": ("badge.replaced", WHO, b'{"issue":2}'),
    "a number for a text": ("badge.revoked", WHO, b'{"reason":5}'),
    "a yes for a number": ("badge.replaced", WHO, b'{"issue":true,"reason":""}'),
    "a broken number for a whole one": ("badge.replaced", WHO, b'{"issue":2.0,"reason":""}'),
    "an issue beyond the last": ("badge.replaced", WHO, b'{"issue":256,"reason":""}'),
    "an issue before the first": ("badge.replaced", WHO, b'{"issue":0,"reason":""}'),
    "a verdict that is none": ("scan.decided", WHO, b'{"checkpoint":"x","reason":"left","verdict":"perhaps"}'),
    "a time beyond all calendars": (
        "scan.decided", WHO, b'{"checkpoint":"x","details":{"since":%d},"reason":"left","verdict":"go"}' % 2**47,
    ),
    "a digest with a line's end": ("forum.adopted", "forum:x", b'{"document":"%s\\n"}' % DIGEST.encode()),
    "a delegate that no code holds": (
        "job.changed", "job:1", b'{"delegate":"zz","detail":"","issue":1,"printer":"","state":"queued"}',
    ),
    "seats beyond counting": ("bus.added", "bus:1-1", b'{"values":{"licensed_seats":1000001}}'),
    "a yes for a name": ("delegate.amended", WHO, b'{"values":{"name":true}}'),
    "half a character": ("badge.revoked", WHO, b'{"reason":"\\ud800"}'),
    "half a character in what is passed over": ("badge.revoked", WHO, b'{"reason":"","x":"\\udc00"}'),
    "half a character in a name that is passed over": ("badge.revoked", WHO, b'{"reason":"","\\ud800x":1}'),
    "no UTF-8 in what is passed over": ("badge.revoked", WHO, b'{"reason":"","x":"\xff"}'),
    "no number in what is passed over": ("badge.revoked", WHO, b'{"reason":"","x":NaN}'),
    "depths in what is passed over": ("badge.revoked", WHO, b'{"reason":"","x":' + b"[" * 40 + b"]" * 40 + b"}"),
    "no bottom": ("badge.revoked", WHO, b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "the subject of another kind": ("badge.revoked", "bus:1-1", b'{"reason":""}'),
    "a bus that cannot be sorted": ("bus.moved_to", "bus:\xb2-1", b'{"state":"closed"}'),
    "a scan of nobody there can be": ("scan.undone", "delegate:zz", b'{"fact":""}'),
    "an enrolment of a third": (
        "station.enrolled", "station:x",
        b'{"name":"","public_key":"%s","station":"%s"}' % (b"1" * 64, LOG[:16].encode()),
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", UNREADABLE)
def test_a_body_of_another_form_says_nothing(wrong: str) -> None:
    fact = fact_of(*UNREADABLE[wrong])
    assert (fact.said, fact.aspect, fact.target, fact.document) == (None, Aspect.NONE, None, None)


def test_a_fact_that_nothing_can_be_called_by_says_nothing() -> None:
    revoked = fact_of("badge.revoked", WHO, b'{"reason":""}')
    assert revoked.said
    for wrong in (
        structs.replace(revoked, fact_id="a,b"),
        structs.replace(revoked, at=2**62),
        structs.replace(revoked, at=-1),
    ):
        assert wrong.said is None


def test_what_is_absent_and_what_is_null_are_two_things() -> None:
    absent = fact_of("bus.moved_to", "bus:1-1", '{"state":"closed"}').said
    empty = fact_of("bus.moved_to", "bus:1-1", '{"after":[],"state":"closed"}').said
    assert absent and empty
    assert (absent.after, empty.after) == (UNSET, ())


@given(
    st.binary()
    | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists).map(json.dumps).map(str.encode)
)
@example(b"[" * 100_000)
@example(b'{"name":7}')
def test_a_document_is_put_back_where_it_has_the_form_of_values_and_else_says_nothing(document: bytes) -> None:
    edit = DelegateRegistered(values={"badge_no": "0007"})
    assert edit.with_document(object_of(document)) == edit.values
    assert edit.with_document(object_of(b'{"name":"Ada","badge_no":"0008"}')) == {"name": "Ada", "badge_no": "0008"}


def test_the_fields_of_a_delegate_and_of_a_bus_stand_in_one_place() -> None:
    """A field that a delegate or a bus gets is read, and tested, from then on."""
    with pytest.raises(msgspec.ValidationError, match="accessible"):
        DelegateRegistered(values={"accessible": "yes"})
    with pytest.raises(msgspec.ValidationError, match="usable_seats"):
        BusAdded(values={"usable_seats": -1})


def test_a_fact_is_read_once() -> None:
    fact = fact_of(*WRITTEN[0])
    assert fact.said is fact.said


def test_only_an_accepted_scan_moves_anybody() -> None:
    aspects = {}
    for verdict, reason in (("go", "admitted"), ("again", "already_in"), ("stop", "badge_revoked")):
        body = plainly({"verdict": verdict, "reason": reason, "checkpoint": "x"})
        aspects[verdict] = fact_of(ScanDecided.KIND, WHO, body).aspect
    assert aspects == {"go": Aspect.MOVEMENT, "again": Aspect.NONE, "stop": Aspect.NONE}


def test_a_kind_is_spelled_in_its_own_module_and_nowhere_else() -> None:
    """Adding one touches its module and its fold: no table elsewhere knows its name."""
    sources = [
        each
        for part in ("checkin_app", "db", "printing")
        for each in (ROOT / part).rglob("*.py")
        if "migrations" not in each.parts  # what stores of former versions held stays said as it was
    ]
    texts = {each: each.read_text() for each in sources}
    for kind in KINDS:
        spelled = [each for each, text in texts.items() if f'"{kind}"' in text or f"'{kind}'" in text]
        assert len(spelled) == 1, (kind, spelled)


def test_a_kind_is_known_by_its_entry_in_the_registry_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class BadgeLaminated(Body, frozen=True, kw_only=True):
        KIND = "badge.laminated"
        SUBJECT = "delegate:"
        ASPECT = Aspect.BADGE
        CHANGES = frozenset({Changed.BADGES})

        foil: str

    written = fact_of("badge.laminated", WHO, '{"foil":"matt"}')
    assert written.said is None
    monkeypatch.setitem(KINDS, "badge.laminated", BadgeLaminated)  # type: ignore[arg-type]  # a dict it is
    known = fact_of("badge.laminated", WHO, '{"foil":"matt"}')
    assert known.said == BadgeLaminated(foil="matt")
    assert known.aspect is Aspect.BADGE
