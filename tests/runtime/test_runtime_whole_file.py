"""A file stands whole under its name or not at all, at whatever instant its writer is killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checkin_app.domain.problems import FileNotWritable
from checkin_app.files.exports import write_table
from checkin_app.runtime.settings import PrinterKind, Settings
from checkin_app.runtime.settings import save as save_settings
from checkin_app.runtime.whole_file import whole_file, write_whole
from printing.driver import Order
from printing.printers import Printer
from printing.to_file import FilePrinter

posix = pytest.mark.skipif(sys.platform == "win32", reason="kills and locks of POSIX")

_KILLED = """
import os, signal, sys
from pathlib import Path
from checkin_app.runtime import whole_file as module
folder, killed_in = Path(sys.argv[1]), sys.argv[2]
def die(*_arguments, **_names):
    os.kill(os.getpid(), signal.SIGKILL)
owner = {"replace": module.Path, "unlink": module.Path, "fsync": os, "_hold": module, "_keep_name": module}
if killed_in in owner:
    setattr(owner[killed_in], killed_in, die)
with module.whole_file(folder / "0412-1.pdf") as file:
    file.write(b"whole"[:2])
    if killed_in == "write":
        die()
    file.write(b"whole"[2:])
"""


def _names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@posix
@pytest.mark.parametrize("former", [None, b"former"])
@pytest.mark.parametrize("killed_in", ["_hold", "write", "fsync", "replace", "_keep_name", "unlink"])
def test_a_writer_killed_at_any_step_leaves_nothing_under_the_name_or_the_whole(
    tmp_path: Path, killed_in: str, former: bytes | None
) -> None:
    target = tmp_path / "0412-1.pdf"
    if former:
        target.write_bytes(former)
    done = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path), killed_in], check=False)
    assert done.returncode == -signal.SIGKILL
    standing = target.read_bytes() if target.exists() else None
    assert standing == (b"whole" if killed_in in {"_keep_name", "unlink"} else former)
    assert not any("0412" in name for name in _names(tmp_path) - {target.name}), "a draft bears nobody's number"
    write_whole(tmp_path / "next.pdf", b"next")
    assert _names(tmp_path) - {target.name} == {"next.pdf"}, "the next writer clears what a killed one left"


def _export(folder: Path) -> None:
    write_table(folder / "list.csv", ("name",), [("x",)])


def _settings(folder: Path) -> None:
    save_settings(folder / "settings.toml", Settings())


def _badge(folder: Path) -> None:
    FilePrinter().submit(
        Printer("folder", PrinterKind.FILE, str(folder)), Order(b"%PDF", "0412-1", "x"), lambda _ticket: None
    )


@posix
@pytest.mark.parametrize("write", [_export, _settings, _badge])
def test_everything_that_is_written_clears_what_a_killed_writer_left(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path), "write"], check=False)
    assert len(_names(tmp_path)) == 1
    write(tmp_path)
    assert len(_names(tmp_path)) == 1
    assert not next(tmp_path.iterdir()).name.startswith(".")


def test_a_draft_that_is_being_written_is_nobodys_leftover(tmp_path: Path) -> None:
    with whole_file(tmp_path / "slow.pdf") as slow:
        slow.write(b"slow")
        write_whole(tmp_path / "quick.pdf", b"quick")
    assert (tmp_path / "slow.pdf").read_bytes() == b"slow"
    assert _names(tmp_path) == {"slow.pdf", "quick.pdf"}


@posix
def test_a_draft_cleared_before_it_was_held_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checkin_app.runtime import whole_file as module

    hold, cleared = module._hold, []

    def late(handle: int) -> None:
        if not cleared:
            cleared.extend(tmp_path.iterdir())
            cleared[0].unlink()
        hold(handle)

    monkeypatch.setattr(module, "_hold", late)
    write_whole(tmp_path / "a.pdf", b"a")
    assert cleared
    assert _names(tmp_path) == {"a.pdf"}


@posix
def test_what_lies_there_under_a_drafts_name_and_leads_elsewhere_is_left(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_bytes(b"kept")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / ".unfinished-x.part").symlink_to(kept)
    write_whole(tmp_path / "folder" / "a.pdf", b"a")
    assert kept.read_bytes() == b"kept"


def test_a_folder_that_is_not_there_or_a_name_too_long_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "a.pdf", tmp_path / ("n" * 300)):
        with pytest.raises(FileNotWritable):
            write_whole(path, b"a")
    assert not _names(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_what_is_no_ordinary_file_keeps_its_place(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(FileNotWritable):
            write_whole(path, b"words")
    assert pipe.is_fifo()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["pipe"]
