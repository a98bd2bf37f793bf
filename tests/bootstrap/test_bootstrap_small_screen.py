"""A screen that is too small for the scale that was asked for: the application begins anew, smaller."""

import os
import subprocess
import sys

import pytest

#: In a process of its own, since it ends an application of Qt; a screen that is not there has 800 × 800 pixels.
_BEGIN = """
from checkin_app.domain.papers import PaperWord
from checkin_app.ui import words_speech
from printing.words import word

said = [word(PaperWord.ROUTE, "zh"), words_speech.own_name("zh")]
from checkin_app.bootstrap import window

begun_anew = []
window.draw_smaller = lambda _environ, by: begun_anew.append(by)
application = window._fitting_application()
assert begun_anew, "at twice the size it has no room"
assert [word(PaperWord.ROUTE, "zh"), words_speech.own_name("zh")] == said
assert said[1] == "中文"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt has no screen that is not there")
def test_what_was_said_on_paper_before_is_said_by_the_application_that_begins_anew() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _BEGIN],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
