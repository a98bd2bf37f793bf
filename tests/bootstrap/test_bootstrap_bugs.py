"""A bug that a key meets is reported by the window, which stays."""

import sys
from pathlib import Path

import pytest

from checkin_app.bootstrap import window
from checkin_app.runtime.overrides import Handled


def test_a_window_runs_where_every_error_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    """Else a bug in an override of Qt's methods ends the process (`runtime/overrides.py`)."""
    handled: list[object] = []

    def loop(*_given: object) -> int:
        handled.append(sys.exc_info()[1])
        return 0

    monkeypatch.setattr(window, "_run", loop)
    monkeypatch.setattr(window, "new_application", lambda: qapp)

    assert window.run(tmp_path) == 0
    assert isinstance(handled[0], Handled)
