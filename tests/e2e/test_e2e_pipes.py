"""Whatever file a command is given: a pipe that nobody fills, or a device without end, is refused at once and said."""

import os
import sys
from pathlib import Path

import pytest
from e2e_laptop import Laptop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no pipes among its files")

#: What takes a file, and what is said of one that is none.
COMMANDS = {
    ("new", "{file}"): "found a pipe or a device",
    ("forum", "adopt", "{file}"): "found a pipe or a device",
    ("import", "{file}"): "it is a pipe or a device",
    ("buses", "import", "{file}"): "it is a pipe or a device",
    ("operators", "import", "{file}"): "it is a pipe or a device",
    ("bundle", "import", "{file}"): "is no bundle that this version knows",
    ("fonts", "add", "{file}"): "it cannot be read",
    ("template", "check", "{file}"): "expected",
    ("restore", "{file}"): "cannot be",
}


@pytest.fixture(params=["pipe", "device"])
def endless(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "handed-over"
    if request.param == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    return file


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_pipe_or_a_device_is_refused_at_once(
    laptop: Laptop, endless: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    station = Laptop(tmp_path / "new") if words[0] == "new" else laptop
    said = station.run(*(each.format(file=endless) for each in words), code=1)
    assert COMMANDS[words] in said
    assert said.count("\n") <= 2


def test_a_recovery_key_that_is_a_pipe_is_refused_at_once(laptop: Laptop, tmp_path: Path) -> None:
    os.mkfifo(laptop.folder / "recovery.key")
    phrase = tmp_path / "phrase"
    phrase.write_text("correct horse battery staple\n", encoding="utf-8")
    assert "recovery" in laptop.run("unlock", "--passphrase-file", str(phrase), code=1)
