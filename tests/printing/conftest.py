"""A badge whose every field can be changed."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from printing_guests import CODE_LETTERS

from printing.content import BadgeContent

Make = Callable[..., BadgeContent]


@pytest.fixture
def random_code() -> str:
    return "".join(random.Random(7).choices(CODE_LETTERS, k=122))


@pytest.fixture
def make(random_code: str) -> Make:
    """Return a function that makes a badge's content, any field of it changed."""
    plain = BadgeContent(
        forum=("全球可持续交通高峰论坛", "Sustainable Transport Forum"),
        name="ليلى الحداد",
        latin_name="Layla AL-HADDAD",
        delegation="Nile Basin Transit Authority",
        organisation="",
        letter="D",
        category=("代表", "Delegate"),
        colour="#12201C",
        route=("线路 3", "Route 3"),
        bus="3-2",
        number="0412-2",
        code=random_code,
    )
    return lambda **changes: replace(plain, **changes)
