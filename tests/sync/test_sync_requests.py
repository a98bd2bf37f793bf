"""A hub answers what a station signed, for it, now and once; anything else is refused with a sentence."""

import json
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import Instant
from checkin_app.domain.problems_hub import HubForeign, HubRefused
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import LONGEST, Compare
from checkin_app.runtime.keys import StationKeys
from checkin_app.sync import application, signed
from checkin_app.sync.certificate import certificate_in
from checkin_app.sync.desk import SHORT_BODY, Got, HubDesk, Refusal, Tells
from checkin_app.sync.limits import Limit, Room
from checkin_app.sync.pinned import pinned_context
from checkin_app.sync.signed import KEY, NONCE, SIGNATURE, TIME, Asked, Proofs, Unproven
from db.log.stamps import now

PIN = bytes(range(32))
KEYS = StationKeys.generate()
ASKED = Asked("POST", "/v1/exchange", b"message")
AT = Instant(1_000_000_000)


def proof(asked: Asked = ASKED, pin: bytes = PIN, at: Instant = AT) -> dict[str, str]:
    return dict(signed.signed(asked, pin, KEYS, at))


def why(
    asked: Asked = ASKED, headers: dict[str, str] | None = None, at: Instant = AT, proofs: Proofs | None = None
) -> str:
    with pytest.raises(Unproven) as refused:
        (proofs or Proofs(PIN)).prove(asked, proof() if headers is None else headers, at)
    return refused.value.why


def test_a_signed_request_is_its_stations() -> None:
    assert Proofs(PIN).prove(ASKED, proof(), AT).station == KEYS.station


@pytest.mark.parametrize(
    "other",
    [Asked("GET", ASKED.target, ASKED.body), Asked("POST", "/v1/keys", ASKED.body), Asked("POST", ASKED.target, b"x")],
)
def test_a_request_that_was_changed_is_nobodys(other: Asked) -> None:
    assert why(other) == "signature"


def test_a_request_to_another_hub_does_not_count_here() -> None:
    assert why(headers=proof(pin=bytes(32))) == "signature"


def test_a_request_counts_once() -> None:
    proofs, headers = Proofs(PIN), proof()
    proofs.prove(ASKED, headers, AT)
    assert why(headers=headers, proofs=proofs) == "replayed"
    assert why(headers=headers, at=Instant(AT + 59_000), proofs=proofs) == "replayed"


@pytest.mark.parametrize("by", [-61_000, 61_000, 86_400_000])
def test_a_request_of_another_minute_is_refused(by: int) -> None:
    assert why(headers=proof(at=Instant(AT + by))) == "clock"


@given(st.sampled_from([KEY, TIME, NONCE, SIGNATURE]), st.text(max_size=140))
def test_headers_that_are_bent_prove_nothing(name: str, bent: str) -> None:
    headers = proof()
    if headers[name] != bent:
        assert why(headers={**headers, name: bent}) in {"malformed", "signature", "clock", "unsigned"}


def test_nothing_signed_elsewhere_is_a_request() -> None:
    """Badge codes and facts begin otherwise: none of them can be sent as a request."""
    assert why(headers={}) == "unsigned"
    assert signed._message(ASKED, PIN, "1", "2").startswith(b"request 1\n")


def test_a_limit_lets_so_many_through_and_then_as_time_goes_by() -> None:
    limit = Limit(3, 1.0)
    assert [limit.allows("a", AT) for _ in range(4)] == [True, True, True, False]
    assert limit.allows("b", AT), "another is another"
    assert limit.allows("a", Instant(AT + 1000))
    assert not limit.allows("a", Instant(AT + 1000))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 40)), max_size=30))
def test_a_room_never_holds_more_than_it_has_and_has_all_of_it_again_in_the_end(asked: list[tuple[str, int]]) -> None:
    room, taken = Room(100, 50), dict.fromkeys("abc", 0)
    with room.share() as first, room.share() as second:
        for place, (name, count) in enumerate(asked):
            fits = taken[name] + count <= 50 and sum(taken.values()) + count <= 100
            assert (first if place % 2 else second).takes(name, count) == fits
            taken[name] += count * fits
            assert room.held == sum(taken.values())
    assert room.held == 0


# ---- the same over the wire


@pytest.fixture
def http(venue) -> Iterator[httpx2.Client]:
    with httpx2.Client(
        base_url=f"https://{venue.hub.address}", verify=pinned_context(venue.hub.pin), trust_env=False
    ) as client:
        yield client


def refused(response: httpx2.Response) -> tuple[int, str]:
    said = response.json()
    assert said["detail"].strip(), "it is refused with a sentence"
    return response.status_code, said["refused"]


@pytest.mark.parametrize("path", ["exchange", "keys", "standing"])
def test_what_is_unsigned_is_refused(http: httpx2.Client, path: str) -> None:
    assert refused(http.post(f"/v1/{path}", content=b"{}")) == (401, "unsigned")
    assert refused(http.get("/v1/stream")) == (401, "unsigned")
    assert refused(http.get("/v1/news")) == (401, "unsigned")


def test_a_request_that_is_sent_again_as_it_was_is_refused(venue, http: httpx2.Client) -> None:
    desk = venue.joined("Desk 3")
    body = wire.encoded(Compare(bytes(16)))
    headers = signed.signed(Asked("POST", "/v1/exchange", body), venue.hub.pin, desk.station.signer, now())
    assert http.post("/v1/exchange", content=body, headers=headers).status_code == 200
    assert refused(http.post("/v1/exchange", content=body, headers=headers)) == (401, "replayed")


def test_a_request_of_a_stranger_is_refused(venue, http: httpx2.Client) -> None:
    body = wire.encoded(Compare(bytes(16)))
    headers = signed.signed(Asked("POST", "/v1/exchange", body), venue.hub.pin, KEYS, now())
    assert refused(http.post("/v1/exchange", content=body, headers=headers)) == (403, "unknown")


def test_a_request_that_is_too_large_is_not_read_to_its_end(venue, http: httpx2.Client) -> None:
    assert refused(http.post("/v1/invited", content=b" " * 5000)) == (413, "too_large")
    body = bytes(LONGEST + 1)
    asked = Asked("POST", "/v1/exchange", body)
    headers = signed.signed(asked, venue.hub.pin, venue.joined("Desk 3").station.signer, now())
    assert refused(http.post("/v1/exchange", content=body, headers=headers)) == (413, "too_large")


def test_nobody_fills_the_hubs_memory_who_does_not_take_part(venue, http: httpx2.Client) -> None:
    body = bytes(SHORT_BODY + 1)
    assert refused(http.post("/v1/exchange", content=body)) == (401, "unsigned")
    headers = signed.signed(Asked("POST", "/v1/exchange", body), venue.hub.pin, KEYS, now())
    assert refused(http.post("/v1/exchange", content=body, headers={**headers, SIGNATURE: "0" * 128})) == (
        403,
        "unknown",
    ), "it is refused before its signature, which is of the whole body, is looked at"
    desk = venue.joined("Desk 3")
    venue.hub_laptop.station.enrolling.revoke(desk.id, "stolen")
    headers = signed.signed(Asked("POST", "/v1/exchange", body), venue.hub.pin, desk.station.signer, now())
    assert refused(http.post("/v1/exchange", content=body, headers=headers)) == (403, "revoked")


def test_what_is_named_and_not_proven_yet_fills_no_more_than_its_room(venue, http: httpx2.Client) -> None:
    """Whoever knows the key of one who takes part can name them: only the whole of a request proves whose it is."""
    body = bytes(SHORT_BODY + 1)
    one, two = venue.joined("Desk 3"), venue.joined("Desk 4")

    def posted(by) -> httpx2.Response:
        headers = signed.signed(Asked("POST", "/v1/exchange", body), venue.hub.pin, by.station.signer, now())
        return http.post("/v1/exchange", content=body, headers=headers)

    room = venue.hub._server._application.room
    with room.share() as others:
        assert others.takes(one.id, room._of_one)
        full = posted(one)
        assert refused(full) == (503, "no_room")
        assert int(full.headers["retry-after"]) > 0
        assert refused(posted(two)) == (422, "message_unfit"), "another has room of their own"
        for name in range(room._whole // room._of_one - 1):
            assert others.takes(str(name), room._of_one)
        assert others.takes("rest", room._whole - room.held)
        assert refused(posted(two)) == (503, "no_room"), "until there is none at all"
        assert http.get("/v1/health").status_code == 200
    assert refused(posted(one)) == (422, "message_unfit")
    assert room.held == 0


def test_strangers_do_not_fill_what_is_remembered_of_requests(venue) -> None:
    """Each of them signs: with as many as are remembered, a request that was made before would count again."""
    moment = now()  # all within one: a slow computer is no slow stranger
    station = replace(venue.hub_laptop.station, clock=lambda: moment)
    desk = HubDesk(station, venue.hub._doors, venue.hub._reporting, venue.hub.pin, Tells(str))
    whys = set()
    for _ in range(300):
        asked = Asked("POST", "/v1/standing", b"{}")
        headers = signed.signed(asked, venue.hub.pin, KEYS, moment)
        with pytest.raises(Refusal) as refusal:
            desk.standing(Got(asked, headers, "192.0.2.1"))
        whys.add(refusal.value.key)
    assert whys == {"unknown", "too_many"}


def test_nonsense_is_refused_with_a_sentence(venue, http: httpx2.Client) -> None:
    for body in (b"", b"[]", b'{"code": 5}', b"\xff", b"[" * 4000):
        assert refused(http.post("/v1/invited", content=body)) == (422, "malformed")
    desk = venue.joined("Desk 3")
    with closing(venue.client(desk)) as client, pytest.raises(HubRefused):
        client.say(b"nonsense")


def test_codes_cannot_be_tried_for_long(http: httpx2.Client) -> None:
    body = json.dumps({"code": "0" * 32}).encode()
    answers = {refused(http.post("/v1/invited", content=body))[0] for _ in range(25)}
    assert answers == {403, 429}


def test_a_laptop_whose_clock_is_a_day_wrong_is_understood(venue) -> None:
    desk = venue.joined("Desk 3")
    desk.clock.by = 86_400_000
    desk.register("佐伯 遥")
    network = desk.network()
    assert network.meet_once().given.stored
    clock = network.status().clock
    assert clock.is_wrong
    assert abs(clock.milliseconds + 86_400_000) <= clock.within + 50


def test_a_clock_that_is_set_while_they_are_together_is_heeded(venue) -> None:
    desk = venue.joined("Desk 3")
    with closing(venue.client(desk)) as client:
        client.ask("/v1/standing")
        desk.clock.by = -7_200_000
        assert client.ask("/v1/standing")["standing"] == "member"


def test_tls_of_an_older_kind_is_not_spoken(venue) -> None:
    older = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    older.check_hostname, older.verify_mode = False, ssl.CERT_NONE
    older.maximum_version = ssl.TLSVersion.TLSv1_2
    with httpx2.Client(verify=older, trust_env=False) as client, pytest.raises(httpx2.ConnectError):
        client.get(f"https://{venue.hub.address}/v1/health")


def test_the_certificate_is_looked_at_before_anything_is_said(venue) -> None:
    with closing(venue.client(None, pin=bytes(32))) as client, pytest.raises(HubForeign):
        client.ask("/v1/invited", {"code": "0" * 32}, sign=False)


def test_a_certificate_stays_and_its_key_is_sealed(tmp_path) -> None:
    file = tmp_path / "hub" / "hub.pem"
    one = certificate_in(file, b"secret")
    assert certificate_in(file, b"secret").pin == one.pin
    assert b"ENCRYPTED" in one.file.read_bytes()
    assert certificate_in(file, b"another secret").pin != one.pin, "a folder that was copied is another hub"


def test_health_and_figures_are_told(venue, http: httpx2.Client) -> None:
    assert http.get("/v1/health").json()["ok"] is True
    venue.joined("Desk 3")
    figures = http.get("/v1/metrics").text
    assert "checkin_facts " in figures
    assert 'checkin_requests_total{path="/v1/exchange"}' in figures
    assert http.get("/v1/openapi.json").json()["paths"].keys() >= {"/v1/exchange", "/v1/stream"}


def test_every_answer_is_described_and_the_reverse() -> None:
    from checkin_app.sync.description import DESCRIPTION

    class _Nothing:
        def __getattr__(self, _name: str) -> object:
            return lambda *_given: None

    hub = application.HubApplication(_Nothing(), _Nothing(), _Nothing())
    served = {
        (route.path, method.lower())
        for route in hub.asgi.routes
        if route.include_in_schema
        for method in route.methods - {"HEAD"}
    }
    hub.close()
    described = {(path, method) for path, methods in DESCRIPTION["paths"].items() for method in methods}
    assert served == described | {("/v1/openapi.json", "get")}
