"""Whatever is sent to a hub, within its description and beyond it, is answered as that says: never by a fault of ours."""

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.sync import desk as desks
from checkin_app.sync import signed
from checkin_app.sync.description import DESCRIPTION
from checkin_app.sync.limits import Limit
from checkin_app.sync.pinned import pinned_context
from checkin_app.sync.signed import Asked
from db.log.stamps import now

SCHEMA = schemathesis.openapi.from_dict(dict(DESCRIPTION))
OPERATIONS = {
    f"{operation.method.upper()} {operation.path}": operation
    for operation in (each.ok() for each in SCHEMA.get_all_operations())
    if operation.path != "/v1/stream"
}
EXAMPLES = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def member(venue, monkeypatch) -> Iterator[tuple[Any, httpx2.Client]]:
    """A laptop that takes part, and a way to send anything in its name; nobody counts how often."""
    monkeypatch.setattr(Limit, "allows", lambda *_given: True)
    monkeypatch.setattr("checkin_app.sync.application._WAITED", 0.01)
    laptop = venue.joined("Desk 3")
    with httpx2.Client(
        base_url=f"https://{venue.hub.address}", verify=pinned_context(venue.hub.pin), trust_env=False
    ) as client:
        yield laptop, client


def described(operation: Any, response: httpx2.Response) -> None:
    """Check that an answer is one that the description names, and that a refusal says why."""
    statuses = {int(each) for each in operation.definition.raw["responses"]}
    assert response.status_code in statuses, (operation.path, response.status_code, response.text)
    if response.status_code != 200:
        assert response.json()["detail"].strip()


def bodies(operation: Any) -> st.SearchStrategy[bytes]:
    """Return bodies as the description has them, such as come near it, and any bytes at all."""
    import json

    fitting = operation.as_strategy().map(
        lambda case: json.dumps(case.body, default=str).encode() if case.body else b""
    )
    return (
        fitting
        | st.binary(max_size=200)
        | st.sampled_from([b"", b"{}", b"[" * 3000, b"\x01\x78\x9c", b'{"code":null}'])
    )


@pytest.mark.parametrize("name", OPERATIONS)
def test_whatever_a_laptop_that_takes_part_sends_is_answered_as_described(venue, member, name: str) -> None:
    operation = OPERATIONS[name]
    laptop, client = member

    @EXAMPLES
    @given(bodies(operation))
    def sends(body: bytes) -> None:
        method = operation.method.upper()
        sent = body if method == "POST" else b""
        asked = Asked(method, operation.path, sent)
        headers = dict(signed.signed(asked, venue.hub.pin, laptop.station.signer, now()))
        described(operation, client.request(method, operation.path, content=sent or None, headers=headers))

    sends()
    assert client.get("/v1/health").status_code == 200


@pytest.mark.parametrize("name", OPERATIONS)
def test_whatever_a_stranger_sends_is_answered_as_described(venue, member, name: str) -> None:
    operation = OPERATIONS[name]
    _, client = member
    plain = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=130)
    names = st.sampled_from([signed.KEY, signed.TIME, signed.NONCE, signed.SIGNATURE, "content-type"])

    @EXAMPLES
    @given(bodies(operation), st.dictionaries(names, plain))
    def sends(body: bytes, headers: dict[str, str]) -> None:
        method = operation.method.upper()
        described(operation, client.request(method, operation.path, content=body or None, headers=headers))

    sends()


def test_the_most_of_a_short_body_is_far_below_that_of_a_message() -> None:
    assert desks.most_of("/v1/exchange") > 1000 * desks.most_of("/v1/enrol")
