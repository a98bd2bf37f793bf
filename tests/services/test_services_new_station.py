"""A station is started whole, or not at all."""

from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.domain.problems import FieldInvalid


def test_a_passphrase_that_is_soon_guessed_starts_nothing_and_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(FieldInvalid) as trouble:
        stations.new_station(tmp_path / "station", "gstf-2024", "Desk", "kurz")
    assert "kurz" not in str(trouble.value)
    assert not (tmp_path / "station").exists()
