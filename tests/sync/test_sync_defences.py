"""Every defence of a hub is needed: an attack is turned away by it, and gets through where it is switched off."""

import json
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

import httpx2
import pytest
from msgspec.structs import replace

from checkin_app.domain.ids import Instant
from checkin_app.domain.invitations import HOLDS_MINUTES
from checkin_app.domain.problems_hub import HubForeign, InvitationSpent
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import Batch, Compare, Offer
from checkin_app.runtime.keys import StationKeys
from checkin_app.services import merging
from checkin_app.services.responding import facts_following
from checkin_app.sync import application, certificate, desk, doors, pinned, signed
from checkin_app.sync.desk import HubDesk
from checkin_app.sync.limits import Limit
from checkin_app.sync.pinned import pinned_context
from checkin_app.sync.signed import Asked, Proofs
from db.log.stamps import now

PATH = "/v1/exchange"
COMPARED = wire.encoded(Compare(bytes(16)))
DAY_MS = 86_400_000
Patch = pytest.MonkeyPatch


@dataclass
class Attacker:
    """Somebody in the network of a hub, with a laptop that takes part and all that it holds."""

    venue: object
    http: httpx2.Client
    laptop: object

    def headers(
        self, body: bytes = COMPARED, *, path: str = PATH, keys: object = None, at: int = 0, pin: bytes | None = None
    ) -> Mapping[str, str]:
        asked, signer = Asked("POST", path, body), keys or self.laptop.station.signer
        return signed.signed(asked, self.venue.hub.pin if pin is None else pin, signer, Instant(now() + at))

    def posted(self, body: bytes = COMPARED, headers: Mapping[str, str] | None = None) -> bool:
        """Return whether the hub takes it."""
        answer = self.http.post(PATH, content=body, headers=self.headers(body) if headers is None else headers)
        return answer.status_code == 200


@pytest.fixture
def attacker(venue) -> Iterator[Attacker]:
    with httpx2.Client(
        base_url=f"https://{venue.hub.address}", verify=pinned_context(venue.hub.pin), trust_env=False
    ) as http:
        yield Attacker(venue, http, venue.joined("Desk 3"))


def sends_again_what_was_sent(each: Attacker) -> bool:
    headers = each.headers()
    return each.posted(headers=headers) and each.posted(headers=headers)


def changes_what_was_signed(each: Attacker) -> bool:
    return each.posted(wire.encoded(Compare(bytes(15) + b"\x01")), each.headers())


def sends_what_was_signed_yesterday(each: Attacker) -> bool:
    return each.posted(headers=each.headers(at=-DAY_MS))


def sends_what_was_signed_for_another_hub(each: Attacker) -> bool:
    return each.posted(headers=each.headers(pin=bytes(32)))


def asks_without_having_been_let_in(each: Attacker) -> bool:
    return each.posted(headers=each.headers(keys=StationKeys.generate()))


def asks_though_it_was_shut_out(each: Attacker) -> bool:
    each.venue.hub_laptop.station.enrolling.revoke(each.laptop.id, "stolen")
    return each.posted()


def sends_more_than_a_short_body_holds(each: Attacker) -> bool:
    body = bytes(desk.SHORT_BODY + 1)
    headers = each.headers(body, path="/v1/standing")
    return each.http.post("/v1/standing", content=body, headers=headers).status_code == 200


def sends_much_without_taking_part(each: Attacker) -> bool:
    body = bytes(desk.SHORT_BODY + 1)
    answer = each.http.post(PATH, content=body, headers=each.headers(body, keys=StationKeys.generate()))
    return answer.json()["refused"] != "unknown"


def tries_codes(each: Attacker) -> bool:
    said = (each.http.post("/v1/invited", json={"code": f"{number:032x}"}).status_code for number in range(40))
    return 429 not in set(said)


def uses_an_invitation_that_is_over(each: Attacker) -> bool:
    code = each.venue.hub.invite().invitation.code.hex()
    each.venue.hub_laptop.clock.by += (HOLDS_MINUTES + 1) * 60_000
    return each.http.post("/v1/invited", json={"code": code}).status_code == 200


def asks_by_an_invitation_that_another_used(each: Attacker) -> bool:
    invitation = each.venue.hub.invite().invitation
    each.venue.asked("Bay 8", invitation.text())
    body = json.dumps({"code": invitation.code.hex(), "name": "Bay 9"}).encode()
    headers = each.headers(body, path="/v1/enrol", keys=StationKeys.generate())
    return each.http.post("/v1/enrol", content=body, headers=headers).status_code == 200


def forges_what_another_laptop_says(each: Attacker) -> bool:
    other = each.venue.joined("Bay 8")
    log_id, seq = next((log_id, seq) for log_id, seq in other.heads().items() if log_id.startswith(other.id))
    newest = facts_following(other.station.merging.log, {log_id: seq - 1}, 1)[0]
    forged = replace(newest, seq=seq + 1, prev_hash=newest.hash(), fact_id="f" * 32, signature=bytes(64))
    return each.posted(wire.encoded(Offer(Batch((forged,))))) and each.venue.hub_laptop.heads()[log_id] > seq


def says_to_be_the_hub(each: Attacker) -> bool:
    with closing(each.venue.client(each.laptop, pin=bytes(32))) as client:
        try:
            client.ask("/v1/invited", {"code": "0" * 32}, sign=False)
        except HubForeign:
            return False
        except InvitationSpent:
            return True
    return True


def speaks_an_older_tls(each: Attacker) -> bool:
    older = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    older.check_hostname, older.verify_mode = False, ssl.CERT_NONE
    older.maximum_version = ssl.TLSVersion.TLSv1_2
    served = certificate.serving_context(each.venue.hub._certificate)
    incoming, outgoing = (ssl.MemoryBIO(), ssl.MemoryBIO()), (ssl.MemoryBIO(), ssl.MemoryBIO())
    one = older.wrap_bio(incoming[0], outgoing[0])
    other = served.wrap_bio(outgoing[0], incoming[0], server_side=True)
    for _ in range(4):
        for side in (one, other):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLError:
                return False
    return one.version() == "TLSv1.2"


def _nothing(*_given: object, **_named: object) -> None:
    """Stand in the place of a defence."""


def _holds_for_anybody(*_given: object) -> bool:
    return True


def _believes_whoever_is_named(patch: Patch) -> None:
    patch.setattr(HubDesk, "_must_take_part", lambda self, _station: self._of(self.station.station.id))


def _speaks_older_tls(patch: Patch) -> None:
    whole = certificate.serving_context

    def serving(made: certificate.Certificate) -> ssl.SSLContext:
        context = whole(made)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context

    patch.setattr(certificate, "serving_context", serving)


def _message_for_any_hub(patch: Patch) -> None:
    whole = signed._message
    patch.setattr(signed, "_message", lambda asked, _pin, time, nonce: whole(asked, b"", time, nonce))


#: What somebody does, and what has to be switched off for it to succeed.
DEFENCES: dict[Callable[[Attacker], bool], Callable[[Patch], None]] = {
    sends_again_what_was_sent: lambda patch: patch.setattr(Proofs, "_must_be_new", _nothing),
    changes_what_was_signed: lambda patch: patch.setattr(signed, "_holds", _holds_for_anybody),
    sends_what_was_signed_yesterday: lambda patch: patch.setattr(signed, "WITHIN_MS", 2 * DAY_MS),
    sends_what_was_signed_for_another_hub: _message_for_any_hub,
    asks_without_having_been_let_in: _believes_whoever_is_named,
    asks_though_it_was_shut_out: _believes_whoever_is_named,
    sends_more_than_a_short_body_holds: lambda patch: patch.setattr(application, "most_of", lambda _path: 1 << 24),
    sends_much_without_taking_part: _believes_whoever_is_named,
    tries_codes: lambda patch: patch.setattr(Limit, "allows", _holds_for_anybody),
    uses_an_invitation_that_is_over: lambda patch: patch.setattr(doors.Doors, "_standing", lambda _self, some: some),
    asks_by_an_invitation_that_another_used: lambda patch: patch.setattr(doors.Doors, "use", lambda *_given: ""),
    forges_what_another_laptop_says: lambda patch: patch.setattr(
        merging, "refusals", lambda run, *_given: [None] * len(run)
    ),
    says_to_be_the_hub: lambda patch: patch.setattr(pinned.PinnedContext, "must_be", _nothing),
    speaks_an_older_tls: _speaks_older_tls,
}


@pytest.mark.parametrize("attack", DEFENCES, ids=lambda attack: attack.__name__)
def test_an_attack_is_turned_away(attacker: Attacker, attack: Callable[[Attacker], bool]) -> None:
    assert not attack(attacker)


@pytest.mark.parametrize("attack", DEFENCES, ids=lambda attack: attack.__name__)
def test_without_its_defence_it_gets_through(
    attacker: Attacker, attack: Callable[[Attacker], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    DEFENCES[attack](monkeypatch)
    assert attack(attacker)
