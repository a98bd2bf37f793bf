"""Chance that comes from a seed, so that a history is the same each time, down to its keys and names."""

import os
import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from checkin_app.runtime.keys import StationKeys


@contextmanager
def seeded(seed: int | str) -> Iterator[None]:
    """Let all that is drawn within follow from `seed`: keys, and the names of logs, facts and stores."""
    dice = random.Random(f"chance {seed}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "urandom", dice.randbytes)
        patch.setattr(secrets, "token_bytes", lambda count=32: dice.randbytes(count))
        patch.setattr(secrets, "token_hex", lambda count=32: dice.randbytes(count).hex())
        drawn = classmethod(lambda cls: cls.of(dice.randbytes(32), dice.randbytes(32)))
        patch.setattr(StationKeys, "generate", drawn)
        yield
