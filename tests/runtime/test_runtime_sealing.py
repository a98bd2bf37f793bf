"""A secret is sealed for those named, and pieces hold in their order alone."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import StationId
from checkin_app.runtime.keys import StationKeys
from checkin_app.runtime.sealing import Pieces, SealedKey, new_secret, open_key, seal_key

SEEDS = st.binary(min_size=32, max_size=32)


@given(SEEDS, SEEDS, SEEDS)
def test_those_for_whom_it_was_sealed_open_it_and_nobody_else(one: bytes, other: bytes, third: bytes) -> None:
    keys = [StationKeys.of(bytes(32), seed) for seed in (one, other, third)]
    secret = new_secret()
    key = seal_key(secret, {each.station: each.public_key for each in keys[:2]})
    assert {open_key(key, each.station, each.agreed) for each in keys[:2]} == {secret}
    if keys[2].station not in key.sealed:
        assert open_key(key, keys[2].station, keys[2].agreed) is None
        stolen = SealedKey(key.public, {keys[2].station: key.sealed[keys[0].station]})
        assert open_key(stolen, keys[2].station, keys[2].agreed) is None


def test_a_key_that_is_no_point_opens_nothing_and_costs_no_other() -> None:
    keys = StationKeys.generate()
    odd = {
        StationId("1" * 16): (1).to_bytes(32, "little"),
        StationId("0" * 16): bytes(32),
        StationId("2" * 16): b"short",
    }
    key = seal_key(new_secret(), {keys.station: keys.public_key, **odd})
    assert open_key(key, keys.station, keys.agreed)
    assert open_key(SealedKey(bytes(32), key.sealed), keys.station, keys.agreed) is None


@given(st.lists(st.binary(max_size=5), min_size=2, max_size=5), st.data())
def test_a_piece_that_is_changed_moved_left_out_or_called_the_last_does_not_open(
    texts: list[bytes], data: st.DataObject
) -> None:
    secret = new_secret()
    sealing = Pieces(secret, b"one file")
    sealed = [sealing.seal(text, last=n == len(texts) - 1) for n, text in enumerate(texts)]
    opening = Pieces(secret, b"one file")
    assert [opening.open(each, last=n == len(texts) - 1) for n, each in enumerate(sealed)] == texts
    assert Pieces(secret, b"another file").open(sealed[0], last=False) is None
    assert Pieces(secret, b"one file").open(sealed[0], last=True) is None
    assert Pieces(secret, b"one file").open(sealed[1], last=len(texts) == 2) is None
    place = data.draw(st.integers(0, len(sealed[0]) - 1))
    changed = sealed[0][:place] + bytes([sealed[0][place] ^ 1]) + sealed[0][place + 1 :]
    assert Pieces(secret, b"one file").open(changed, last=False) is None
