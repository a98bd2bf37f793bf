"""PySide6 is pinned: 6.12.0 on Python 3.11 loses a reference to True with each emit and aborts after some 570."""

import subprocess
import sys

EMITS = """
import sys
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    told = Signal(bool)
    sent = Signal(object)

source, heard = Source(), []
source.told.connect(heard.append)
source.sent.connect(heard.append)
source.told.emit(True)
source.sent.emit(True)
heard.clear()
before = sys.getrefcount(True)
for _ in range(20_000):
    source.told.emit(True)
    source.sent.emit(True)
    assert all(each is True for each in heard)
    heard.clear()
lost = before - sys.getrefcount(True)
assert abs(lost) < 100, lost
print("sound")
"""


def test_twenty_thousand_signals_of_true_keep_true_alive():
    done = subprocess.run([sys.executable, "-c", EMITS], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "sound"), done.stderr
