"""A file of any size, and what is no file, is refused without being read."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.problems import KeyMissing, StoreCorrupt
from checkin_app.runtime import keys
from checkin_app.runtime import settings as kept
from checkin_app.runtime.bounded import FileTooLarge, NotAFile, first_line, open_bounded, read_bounded
from checkin_app.runtime.drafts import Drafts
from checkin_app.runtime.settings import Settings
from db.identity import IDENTITY, Identity

GIGABYTE = 1024 * 1024 * 1024


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.binary(max_size=60), st.integers(0, 60))
def test_all_of_a_file_is_read_or_none_of_it(tmp_path: Path, content: bytes, most: int) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    if len(content) <= most:
        assert read_bounded(file, most) == content
    else:
        with pytest.raises(FileTooLarge):
            read_bounded(file, most)


@pytest.fixture
def huge(tmp_path: Path) -> Callable[[str], Path]:
    """Return a maker of files of a gigabyte, which take no room on the disk."""

    def make(name: str) -> Path:
        file = tmp_path / name
        with file.open("wb") as stream:
            stream.truncate(GIGABYTE)
        return file

    return make


def test_a_settings_file_of_a_gigabyte_is_said_and_the_defaults_stand(huge: Callable[[str], Path]) -> None:
    file = huge("settings.toml")
    found, (mistake,) = kept.load(file)
    assert found == Settings()
    assert (mistake.entry, mistake.expected) == ("settings.toml", "a file of at most 64 kB")


def test_settings_can_be_saved_beside_one_that_is_too_large_and_it_is_kept(huge: Callable[[str], Path]) -> None:
    file = huge("settings.toml")
    kept.save(file, Settings(language="zh"))
    assert kept.load(file) == (Settings(language="zh"), ())
    assert file.with_name("settings.toml.unread").stat().st_size == GIGABYTE


def test_every_other_file_of_a_gigabyte_has_its_sentence(huge: Callable[[str], Path], tmp_path: Path) -> None:
    assert Drafts(huge("draft"), bytes(32)).load() == ""
    huge(keys.RECOVERY_FILE)
    with pytest.raises(KeyMissing):
        keys.recovered(tmp_path, "a passphrase")
    huge(IDENTITY)
    with pytest.raises(StoreCorrupt, match=IDENTITY):
        Identity.said(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes with a name in a folder")
def test_a_pipe_or_a_device_in_the_place_of_a_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    found, (mistake,) = kept.load(tmp_path / "settings.toml")
    assert (found, mistake.expected) == (Settings(), "a file that can be read")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("settings.toml", "zero"):
        with pytest.raises(NotAFile, match="not an ordinary file"):
            read_bounded(tmp_path / name, 10)
        with pytest.raises(NotAFile):
            open_bounded(tmp_path / name)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    if sys.platform == "win32":
        pytest.skip("has no pipes with a name in a folder")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@contextmanager
def beside(pipe: Path, work: Callable[[], None]) -> Iterator[None]:
    """Let somebody have a pipe open to write meanwhile; who never found a reader is let go in the end."""
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        kept = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        thread.join(60)
        os.close(kept)
        assert not thread.is_alive()


def test_a_line_is_taken_of_a_pipe_that_somebody_fills_piece_by_piece(pipe: Path) -> None:
    def fill() -> None:
        with suppress(BrokenPipeError), pipe.open("wb", buffering=0) as stream:  # the reader has its line, and goes
            for some in (b"correct ", b"horse\nbattery", b" staple\n"):
                stream.write(some)

    with beside(pipe, fill):
        line = first_line(pipe, 100, 60)
    assert line.split(b"\n")[0] == b"correct horse"


def test_a_pipe_that_nobody_fills_is_not_waited_for_without_end(pipe: Path) -> None:
    with pytest.raises(TimeoutError):
        first_line(pipe, 100, 0.01)


def test_what_was_written_without_the_end_of_a_line_is_taken_when_whoever_wrote_it_has_gone(pipe: Path) -> None:
    kept = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # or what was written goes with the last who has it open
    with pipe.open("wb") as stream:
        stream.write(b"1234")
    assert first_line(pipe, 100, 60) == b"1234"
    os.close(kept)


def test_a_pipe_that_is_closed_with_nothing_in_it_is_empty(pipe: Path) -> None:
    opened = threading.Event()

    def leave() -> None:
        with pipe.open("wb"):  # goes on once somebody reads
            opened.set()

    with beside(pipe, leave):
        assert first_line(pipe, 100, 60) == b""
        assert opened.is_set(), "who had yet to open it was waited for"


@given(st.binary(max_size=60), st.integers(1, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
def test_no_more_of_a_line_is_read_than_is_asked_for(tmp_path: Path, content: bytes, most: int) -> None:
    file = tmp_path / "line"
    file.write_bytes(content)
    assert first_line(file, most, 0) == content[:most].split(b"\n")[0] + b"\n" * (b"\n" in content[:most])
