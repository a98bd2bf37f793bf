"""What a command is handed over in a file is what stands in its first line, whoever wrote it, and never nothing."""

from pathlib import Path

import pytest

from checkin_app.cli.given import WrongUse, first_line


@pytest.mark.parametrize("content", ["纸 boats", " 纸 boats \n", "纸 boats\r\nmore", "\ufeff纸 boats\r\n"])
def test_a_line_is_read_as_whatever_program_wrote_it(tmp_path: Path, content: str) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(content.encode())
    assert first_line(file) == "纸 boats"


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"  \n", b"\xef\xbb\xbf\n", b"\nthe second line", b"\xff\xfe1\x002\x00"]
)
def test_a_file_that_hands_over_nothing_is_not_taken_for_none(tmp_path: Path, content: bytes) -> None:
    """A station begun without the passphrase that its lead believes in has no way back in."""
    file = tmp_path / "passphrase"
    file.write_bytes(content)
    for named in (file, tmp_path / "gone"):
        with pytest.raises(WrongUse, match="no passphrase"):
            first_line(named)
    assert first_line(None) == ""
