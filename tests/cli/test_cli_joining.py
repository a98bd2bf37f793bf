"""What `join` says while it takes over what the others know."""

import pytest

from checkin_app.cli import meeting
from checkin_app.domain.sync.coming import Coming


def test_how_far_a_taking_over_is_is_said_now_and_then_and_beside_its_result(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = [100.0]
    monkeypatch.setattr(meeting.time, "monotonic", lambda: at[0])
    telling = meeting._Telling()
    for seconds, coming in (
        (0.0, Coming()),
        (0.0, Coming(1000, 5000, 400, 400, 800)),
        (0.5, Coming(2000, 5000, 800, 800, 1600)),
        (1.0, Coming(3000, 5000, 1200, 1200, 2400)),
        (2.5, Coming(5000, 5000, 2000, 2000, 4000, due=1900, counted=50)),
    ):
        at[0] = 100.0 + seconds
        telling.tell(coming)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "1000 of 5000 entries; 400 people, 800 documents came",
        "3000 of 5000 entries; 1200 people, 2400 documents came",
        "50 of 1900 entries of lists count",
    ]
