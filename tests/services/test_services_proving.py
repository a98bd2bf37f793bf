"""A code is proven once, this station's own before it comes, and nothing passes for one that is not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkin_app.domain import codes
from checkin_app.domain.codes import BadgeCode
from checkin_app.domain.ids import DelegateId, ForumId
from checkin_app.runtime.keys import StationKeys
from checkin_app.services import proving as module
from checkin_app.services.proving import Proving, ProvingAhead, signed_by

FORUM = ForumId("forum")
_KEYS, _OTHERS = StationKeys.of(bytes(32), bytes(range(32))), StationKeys.of(bytes(32), bytes(range(1, 33)))
_PEOPLE = [DelegateId(f"{number:016x}") for number in range(1, 201)]


@dataclass
class Counting:
    """A signer that notes what it is asked to prove."""

    keys: StationKeys = _KEYS
    proven: list[bytes] = field(default_factory=list)

    @property
    def public_key(self) -> bytes:
        return self.keys.public_key

    def sign(self, message: bytes) -> bytes:
        return self.keys.sign(message)

    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
        self.proven.append(signature)
        return self.keys.holds(public_key, message, signature)


@dataclass(frozen=True)
class Badges:
    """Everybody's valid badge."""

    issues: dict[DelegateId, int]

    def valid_badges(self, after: DelegateId, most: int) -> Sequence[tuple[DelegateId, int]]:
        return [(each, self.issues[each]) for each in sorted(self.issues) if each > after][:most]


def _read(code: BadgeCode) -> BadgeCode:
    """Return a code as a scanner reads it."""
    read = codes.parse(code.text())
    assert isinstance(read, BadgeCode)
    return read


def test_a_code_is_proven_once_and_known_from_then_on() -> None:
    signer = Counting()
    proving = Proving(signer)
    for keys in (_KEYS, _OTHERS):
        code = signed_by(keys, FORUM, _PEOPLE[0], 1)
        assert all(proving.holds(keys.public_key, FORUM, _read(code)) for _ in range(3))
    assert len(signer.proven) == 2


def test_a_code_that_does_not_hold_is_not_remembered() -> None:
    proving = Proving(Counting())
    strange = signed_by(_OTHERS, FORUM, _PEOPLE[0], 1)
    assert not any(proving.holds(_KEYS.public_key, FORUM, strange) for _ in range(2))


def test_valid_badges_of_ones_own_are_proven_before_they_come() -> None:
    signer = Counting()
    proving = Proving(signer)
    issues = {who: 1 + place % 3 for place, who in enumerate(_PEOPLE)}
    ahead = ProvingAhead(proving, FORUM, Badges(issues))
    while ahead.step():
        pass
    assert not ahead.step()
    for who, issue in issues.items():
        assert proving.holds(_KEYS.public_key, FORUM, _read(signed_by(_KEYS, FORUM, who, issue)))
    assert not signer.proven
    assert proving.holds(_KEYS.public_key, FORUM, signed_by(_KEYS, FORUM, _PEOPLE[0], 7))
    assert proving.holds(_OTHERS.public_key, FORUM, signed_by(_OTHERS, FORUM, _PEOPLE[0], 1))
    assert len(signer.proven) == 2  # a badge that is not valid, and another station's


def test_nobody_is_proven_ahead_where_nobody_is_known() -> None:
    assert not ProvingAhead(Proving(_KEYS), FORUM, Badges({})).step()


@given(st.integers(0, 511), st.sampled_from(["signature", "delegate", "issue", "forum", "key"]))
def test_what_differs_in_anything_from_what_was_proven_is_not_known(bit: int, what: str) -> None:
    proving = Proving(_KEYS)
    proving.sign_ahead(FORUM, [(_PEOPLE[0], 1)])
    code, forum, key = signed_by(_KEYS, FORUM, _PEOPLE[0], 1), FORUM, _KEYS.public_key
    turned = bytearray(code.signature)
    turned[bit // 8] ^= 1 << bit % 8
    match what:
        case "signature":
            code = structs.replace(code, signature=bytes(turned))
        case "delegate":
            code = structs.replace(code, delegate=_PEOPLE[1])
        case "issue":
            code = structs.replace(code, issue=2)
        case "forum":
            forum = ForumId("other")
        case _:
            key = _OTHERS.public_key
    assert not proving.holds(key, forum, code)


@given(st.binary(min_size=1, max_size=100))
def test_no_parting_of_the_same_bytes_passes_for_what_was_proven(signature: bytes) -> None:
    """A signature may have any length where a caller hands one on."""

    class Gullible(Counting):
        def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
            self.proven.append(signature)
            return True

    signer = Gullible()
    proving = Proving(signer)
    whole = BadgeCode(b"kk", _PEOPLE[0], 1, signature)
    proving.holds(_KEYS.public_key, FORUM, whole)
    for end in range(len(signature)):
        assert proving.holds(_KEYS.public_key, FORUM, structs.replace(whole, signature=signature[:end]))
    assert len(signer.proven) == 1 + len(signature)


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 10)
    proving = Proving(_KEYS)
    proving.sign_ahead(FORUM, [(each, 1) for each in _PEOPLE[:50]])
    assert len(proving._proven) == 10
    assert all(proving.holds(_KEYS.public_key, FORUM, signed_by(_KEYS, FORUM, each, 1)) for each in _PEOPLE[:50])
    assert len(proving._proven) == 10
