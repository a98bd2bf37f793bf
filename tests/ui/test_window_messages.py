"""What Qt says of itself may quote a file or a title, and so a guest's name."""

from pathlib import Path

from PySide6.QtCore import QtMsgType

from checkin_app.bootstrap.messages import qt_message
from checkin_app.runtime.logs import logging_to


def test_what_qt_says_is_logged_without_what_may_be_a_name(tmp_path: Path) -> None:
    with logging_to(tmp_path / "log"):
        qt_message(QtMsgType.QtInfoMsg, None, "cannot open 'Layla AL-HADDAD.pdf' of 林若溪 at 100%s")
    told = (tmp_path / "log").read_text("utf-8")
    assert "cannot open" in told
    assert "HADDAD" not in told
    assert "林" not in told
