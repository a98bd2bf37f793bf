"""What the chooser says of a checkpoint can be understood without knowing what a bare figure stands for."""

from datetime import datetime

import pytest

from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import CheckpointId
from checkin_app.ui.checkpoint.state import CheckpointState, Choice, Kind
from checkin_app.ui.checkpoint.words import CheckpointWords
from checkin_app.ui.kit import bidi

NOON = datetime(2024, 9, 26, 12, 0)  # noqa: DTZ001 - only its face is shown
BUS = Choice(
    CheckpointId("bus:4-1"), Kind.BUS, "4-1", NOON.date(), NOON, NOON, NOON,
    place="11", expected=35, bus_state=BusState.BOARDING.value,
)  # fmt: skip


@pytest.mark.usefixtures("dressed")
def test_the_bay_of_a_bus_is_called_a_bay() -> None:
    line = CheckpointWords().row(BUS, CheckpointState()).line
    assert line == f"bay {bidi.code('11')} · {bidi.code('35')} expected"
