import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from checkin_app.runtime.crash import CrashReport, CrashReports

NAME = "Áine Ó Dubhthaigh"
LAST_WORDS = """
import faulthandler, pathlib, sys
from checkin_app.runtime.crash import CrashReports
with CrashReports(pathlib.Path(sys.argv[1]), "0", print).watching():
    faulthandler._sigabrt()
"""


@pytest.fixture
def shown() -> list[CrashReport]:
    return []


@pytest.fixture
def reports(tmp_path: Path, shown: list[CrashReport], expect_log: Callable[[str], None]) -> CrashReports:
    expect_log("bug [0-9a-f]{8}")
    return CrashReports(tmp_path / "crashes", "1.2.3", shown.append)


def _fail(number: int) -> None:
    raise ValueError(f"{number} {NAME}")


def _met(number: int = 1) -> ValueError:
    try:
        _fail(number)
    except ValueError as error:
        return error


def test_a_report_says_where_and_never_whom(reports: CrashReports, shown: list[CrashReport]) -> None:
    reports.report(_met())
    (report,) = shown
    assert report.file is not None
    assert report.file.read_text(encoding="utf-8") == report.text
    assert "in _fail" in report.text
    assert "1.2.3" in report.text
    assert NAME not in report.text


def test_one_bug_is_shown_once(reports: CrashReports, shown: list[CrashReport]) -> None:
    for number in range(3):
        reports.report(_met(number))
    assert len(shown) == 1


def test_two_bugs_are_shown_both(reports: CrashReports, shown: list[CrashReport]) -> None:
    reports.report(_met())
    reports.report(ZeroDivisionError())
    assert len({each.mark for each in shown}) == 2


def test_one_bug_met_by_many_threads_at_once_is_shown_once(reports: CrashReports, shown: list[CrashReport]) -> None:
    error = _met()
    threads = [threading.Thread(target=reports.report, args=(error,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shown) == 1


def test_a_report_that_the_disk_will_not_take_is_shown_all_the_same(
    tmp_path: Path, shown: list[CrashReport], expect_log: Callable[[str], None]
) -> None:
    (tmp_path / "file").write_text("")
    expect_log("bug")
    expect_log("not kept")
    CrashReports(tmp_path / "file" / "crashes", "0", shown.append).report(_met())
    assert shown[0].file is None
    assert "ValueError" in shown[0].text


def test_what_nobody_caught_is_reported_from_any_thread(reports: CrashReports, shown: list[CrashReport]) -> None:
    hooks = sys.excepthook, threading.excepthook
    with reports.watching():
        thread = threading.Thread(target=_fail, args=(1,))
        thread.start()
        thread.join()
        sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    assert len(shown) == 2
    assert (sys.excepthook, threading.excepthook) == hooks


def test_the_last_words_of_the_interpreter_are_shown_at_the_next_start(
    tmp_path: Path, shown: list[CrashReport]
) -> None:
    ended = subprocess.run([sys.executable, "-c", LAST_WORDS, str(tmp_path)], capture_output=True, check=False)
    assert ended.returncode != 0
    again = CrashReports(tmp_path, "0", shown.append)
    with again.watching():
        pass
    with again.watching():
        pass
    (report,) = shown
    assert "Fatal Python error" in report.text
