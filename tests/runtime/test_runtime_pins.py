"""What a guess at a PIN costs whoever took a laptop; other tests guess for next to nothing."""

import importlib.util
from types import ModuleType

import pytest

from checkin_app.runtime import pins


@pytest.fixture
def shipped() -> ModuleType:
    """The module as it is loaded by the application, whatever tests made of the one they share."""
    spec = importlib.util.spec_from_file_location("pins_as_shipped", pins.__file__)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def test_a_guess_costs_128_mebibytes_and_three_passes_over_them(shipped: ModuleType) -> None:
    """RFC 9106; the half second that it takes is no figure for a busy computer."""
    hashed = shipped.Argon2Pins().hashed("1359")
    assert hashed.startswith("$argon2id$v=19$m=131072,t=3,p=1$")
    assert shipped.Argon2Pins().matches("1359", hashed)
    assert pins.Argon2Pins().matches("1359", hashed), "whatever a hash costs stands in it"
    assert not pins.Argon2Pins().matches("1358", hashed)


@pytest.mark.parametrize("dear", ["m=524289,t=3,p=1", "m=64,t=13,p=1", "m=64,t=1,p=5", "m=0,t=1,p=1"])
def test_a_hash_that_asks_for_more_than_a_laptop_has_is_nobodys(shipped: ModuleType, dear: str) -> None:
    assert not shipped._is_bearable(f"$argon2id$v=19${dear}$c2FsdHNhbHQ$aGFzaA")
    assert shipped._is_bearable("$argon2id$v=19$m=524288,t=12,p=4$c2FsdHNhbHQ$aGFzaA")
